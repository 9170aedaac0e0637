/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/store_help.h"

#include <sqlite3.h>

static const char first[] =
	"T: Bagaimana sosialisasinya?\nJ: Belum merata. Kader kurang.\nK: Saya tidak tahu.";
static const char second[] = "T: Apa kendalanya?\nJ: Waktu.\nTidak ada yang lain.";

/* "1 Satu 3/3/4/9 2|..." */
static enum rc note(const struct store_document *d, void *arg, struct err *e)
{
	struct buf *out = arg;

	(void)e;
	buf_printf(out, "%u %s %s %s [%s] p%u t%u s%u w%u l%u v%u%s\n", d->number, d->title,
		method_names[d->method], d->date, d->place, d->paragraphs, d->turns, d->sentences,
		d->words, (unsigned)d->length, d->speakers, d->removed ? " removed" : "");
	return RC_OK;
}

static char *documents(struct lab *l, bool removed)
{
	struct buf out = BUF_INIT;

	lab_ok(l, store_documents(l->s, removed, note, &out, &l->e));
	return buf_detach(&out);
}

static enum rc note_speaker(const struct store_speaker *p, void *arg, struct err *e)
{
	struct buf *out = arg;

	(void)e;
	buf_printf(out, "%s %s code=%s name=%s d%u t%u w%u %s (%s)%s\n", p->shown,
		role_names[p->role], p->code, p->name, p->documents, p->turns, (unsigned)p->words,
		p->labels, p->variables, p->sure ? "" : " unsure");
	return RC_OK;
}

static char *speakers(struct lab *l)
{
	struct buf out = BUF_INIT;

	lab_ok(l, store_speakers(l->s, note_speaker, &out, &l->e));
	return buf_detach(&out);
}

#define ONE "1 Satu interview  [] p3 t3 s4 w9 l81 v3\n"

START_TEST(a_document_is_listed_with_its_figures)
{
	struct lab l = lab_new();

	ck_assert_int_eq(lab_document(&l, "Satu", first), 1);
	ck_assert_int_eq(lab_document(&l, "Dua", second), 2);
	lab_expect(ONE "2 Dua interview  [] p3 t3 s3 w7 l51 v2\n", documents(&l, false));
	lab_free(&l);
}
END_TEST

START_TEST(figures_are_the_same_without_the_cache)
{
	struct lab l = lab_new();
	char *before, *people;
	sqlite3 *db;

	lab_document(&l, "Satu", first);
	before = documents(&l, false);
	people = speakers(&l);
	store_close(l.s);
	ck_assert_int_eq(sqlite3_open(l.path, &db), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(db, "DELETE FROM unit", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	lab_open(&l);
	lab_expect(before, documents(&l, false));
	lab_expect(people, speakers(&l));
	free(before);
	free(people);
	lab_free(&l);
}
END_TEST

START_TEST(a_document_comes_back_as_it_was)
{
	struct lab l = lab_new();
	struct document *doc = coder_document(first), *back = NULL;
	struct buf a = BUF_INIT, b = BUF_INIT;

	lab_document(&l, "Satu", first);
	lab_ok(&l, store_document_load(l.s, 1, &back, &l.e));
	ck_assert_str_eq(back->text, doc->text);
	document_shape(doc, &a);
	document_shape(back, &b);
	ck_assert_str_eq(a.data, b.data);
	ck_assert_uint_eq(back->sentences.n, doc->sentences.n);
	ck_assert_str_eq(back->name, "Satu");
	ck_assert_str_eq(back->labels.items[1].code, "I1");
	ck_assert_int_ne(back->labels.items[1].speaker, 0);
	buf_release(&a);
	buf_release(&b);
	document_free(back);
	document_free(doc);
	lab_free(&l);
}
END_TEST

START_TEST(the_same_bytes_are_found_again)
{
	struct lab l = lab_new();
	struct document *doc = coder_document(first);
	struct store_import how = { first, sizeof first - 1, false, "txt", "", "Lagi", "", "" };
	int64_t id = 0;

	lab_document(&l, "Satu", first);
	lab_ok(&l, store_document_by_bytes(l.s, first, sizeof first - 1, &id, &l.e));
	ck_assert_int_eq(id, 1);
	lab_ok(&l, store_document_by_bytes(l.s, first, sizeof first - 2, &id, &l.e));
	ck_assert_int_eq(id, 0);
	lab_begin(&l, "import");
	ck_assert_int_eq(store_document_add(l.s, doc, &how, &id, &l.e), RC_INPUT);
	store_rollback(l.s);
	document_free(doc);
	lab_free(&l);
}
END_TEST

START_TEST(an_undone_import_can_be_done_again)
{
	struct lab l = lab_new();
	char *what = NULL;
	int64_t id = 0, seq;

	lab_document(&l, "Satu", first);
	lab_begin(&l, "undo");
	lab_ok(&l, store_undo(l.s, 0, &what, &seq, &l.e));
	lab_commit(&l);
	ck_assert_str_eq(what, "import");
	free(what);
	lab_ok(&l, store_document_by_bytes(l.s, first, sizeof first - 1, &id, &l.e));
	ck_assert_int_eq(id, 0);
	lab_expect("", documents(&l, true));
	lab_expect("", speakers(&l));
	ck_assert_int_eq(lab_document(&l, "Satu", first), 1);
	lab_expect(ONE, documents(&l, false));
	lab_verify(&l);
	lab_free(&l);
}
END_TEST

START_TEST(changes_are_kept_and_removing_hides)
{
	struct lab l = lab_new();
	struct store_document_change c = { "Kader Mawar", "2024-05", "Sukamulya", METHOD_FGD, -1 };
	struct store_document_change hide = { NULL, NULL, NULL, -1, 1 };
	struct suggestion_filter all = { 0 };

	lab_document(&l, "Satu", first);
	lab_precode(&l, "codebook t language id\ncode A { keywords { kader } }\n");
	lab_begin(&l, "documents");
	lab_ok(&l, store_document_change(l.s, 1, &c, &l.e));
	lab_commit(&l);
	lab_expect(
		"1 Kader Mawar fgd 2024-05 [Sukamulya] p3 t3 s4 w9 l81 v3\n", documents(&l, false));
	lab_begin(&l, "documents"); /* once more: nothing changes */
	lab_ok(&l, store_document_change(l.s, 1, &c, &l.e));
	lab_commit(&l);
	ck_assert_int_eq(lab_verify(&l), 4);
	lab_begin(&l, "documents");
	lab_ok(&l, store_document_change(l.s, 1, &hide, &l.e));
	lab_commit(&l);
	lab_expect("", documents(&l, false));
	lab_expect("", speakers(&l));
	lab_expect("", lab_suggestions(&l, &all));
	ck_assert_int_eq(store_document_change(l.s, 9, &c, &l.e), RC_PROJECT); /* no op */
	lab_free(&l);
}
END_TEST

START_TEST(a_document_with_the_same_text_is_found)
{
	struct lab l = lab_new();
	struct document *doc = NULL;
	int64_t id = 0;

	lab_document(&l, "Sekretaris desa", first);
	lab_ok(&l, store_document_load(l.s, 1, &doc, &l.e));
	lab_ok(&l, store_document_by_text(l.s, doc->text, doc->len, 1, &id, &l.e));
	ck_assert_int_eq(id, 0);
	lab_ok(&l, store_document_by_text(l.s, doc->text, doc->len, 0, &id, &l.e));
	ck_assert_int_eq(id, 1);
	lab_ok(&l, store_document_by_text(l.s, doc->text, doc->len - 1, 0, &id, &l.e));
	ck_assert_int_eq(id, 0);
	document_free(doc);
	lab_free(&l);
}
END_TEST

START_TEST(documents_are_found_by_number_and_title)
{
	struct lab l = lab_new();
	int64_t id = 0;

	lab_document(&l, "Sekretaris desa", first);
	lab_document(&l, "Sekretariat", second);
	lab_ok(&l, store_document_find(l.s, "2", &id, &l.e));
	ck_assert_int_eq(id, 2);
	lab_ok(&l, store_document_find(l.s, "SEKRETARIAT", &id, &l.e));
	ck_assert_int_eq(id, 2);
	lab_ok(&l, store_document_find(l.s, "sekretaris", &id, &l.e));
	ck_assert_int_eq(id, 1);
	ck_assert_int_eq(store_document_find(l.s, "sekr", &id, &l.e), RC_NOTFOUND);
	ck_assert_ptr_nonnull(strstr(l.e.msg, "1 Sekretaris desa, 2 Sekretariat"));
	ck_assert_int_eq(store_document_find(l.s, "Sekretarjat", &id, &l.e), RC_NOTFOUND);
	ck_assert_ptr_nonnull(strstr(l.e.msg, "did you mean 'Sekretariat'"));
	ck_assert_int_eq(store_document_find(l.s, "desa", &id, &l.e), RC_NOTFOUND);
	ck_assert_ptr_nonnull(strstr(l.e.msg, "did you mean 'Sekretaris desa'"));
	ck_assert_int_eq(store_document_find(l.s, "taria", &id, &l.e), RC_NOTFOUND);
	ck_assert_ptr_nonnull(strstr(l.e.msg, "did you mean 'Sekretariat'"));
	ck_assert_int_eq(store_document_find(l.s, "retari", &id, &l.e), RC_NOTFOUND);
	ck_assert_ptr_nonnull(strstr(l.e.msg, "'tema documents' lists them"));
	ck_assert_int_eq(store_document_find(l.s, "3", &id, &l.e), RC_NOTFOUND);
	ck_assert_int_eq(store_document_find(l.s, "", &id, &l.e), RC_NOTFOUND);
	ck_assert_int_eq(id, 0);
	lab_free(&l);
}
END_TEST

START_TEST(a_declared_code_is_one_speaker_in_all_documents)
{
	struct lab l = lab_new();

	lab_document(&l, "Satu", first);
	lab_document(&l, "Dua", second);
	lab_expect("T interviewer code= name= d1 t1 w2 1:T ()\n"
		   "I1 informant code=I1 name=Sari d2 t2 w5 1:J, 2:J ()\n"
		   "K informant code= name= d1 t1 w3 1:K ()\n"
		   "T interviewer code= name= d1 t1 w2 2:T ()\n",
		speakers(&l));
	lab_free(&l);
}
END_TEST

static int64_t speaker(struct lab *l, const char *typed)
{
	int64_t id = 0;

	lab_ok(l, store_speaker_find(l->s, typed, &id, &l->e));
	return id;
}

START_TEST(speakers_are_found_by_code_name_and_label)
{
	struct lab l = lab_new();
	int64_t id = 0;

	lab_document(&l, "Satu", first);
	lab_document(&l, "Dua", second);
	ck_assert_int_eq(speaker(&l, "i1"), speaker(&l, "SARI"));
	ck_assert_int_eq(speaker(&l, "2:J"), speaker(&l, "Sari"));
	ck_assert_int_eq(speaker(&l, "k"), speaker(&l, "1:K"));
	ck_assert_int_ne(speaker(&l, "1:T"), speaker(&l, "2:T"));
	ck_assert_int_eq(store_speaker_find(l.s, "T", &id, &l.e), RC_NOTFOUND);
	ck_assert_ptr_nonnull(strstr(l.e.msg, "1:T, 2:T"));
	ck_assert_int_eq(store_speaker_find(l.s, "2:K", &id, &l.e), RC_NOTFOUND);
	ck_assert_int_eq(store_speaker_find(l.s, "7:T", &id, &l.e), RC_NOTFOUND);
	lab_free(&l);
}
END_TEST

START_TEST(changing_a_speaker_changes_the_loaded_document)
{
	struct lab l = lab_new();
	struct store_speaker_change c = { "P9", "Budi", ROLE_OTHER, SPEAKER_GROUP, 0, true };
	struct store_speaker_change taken = { "I1", NULL, -1, -1, -1, false };
	struct document *doc = NULL;
	int64_t k;

	lab_document(&l, "Satu", first);
	k = speaker(&l, "1:K");
	lab_begin(&l, "speakers");
	lab_ok(&l, store_speaker_change(l.s, k, &c, &l.e));
	ck_assert_int_eq(store_speaker_change(l.s, k, &taken, &l.e), RC_INPUT);
	lab_ok(&l, store_variable_add(l.s, STORE_SPEAKER, k, "kelompok", "kader", &l.e));
	lab_ok(&l, store_variable_add(l.s, STORE_SPEAKER, k, "kelompok", "ibu", &l.e));
	lab_ok(&l, store_variable_add(l.s, STORE_SPEAKER, k, "kelompok", "ibu", &l.e));
	lab_ok(&l, store_variable_add(l.s, STORE_DOCUMENT, 1, "lokasi", "Sukamulya", &l.e));
	lab_commit(&l);
	lab_ok(&l, store_document_load(l.s, 1, &doc, &l.e));
	ck_assert_str_eq(doc->labels.items[2].name, "Budi");
	ck_assert_str_eq(doc->labels.items[2].code, "P9");
	ck_assert_int_eq(doc->labels.items[2].role, ROLE_OTHER);
	ck_assert_int_eq(doc->labels.items[2].kind, SPEAKER_GROUP);
	ck_assert_uint_eq(doc->labels.items[2].vars.n, 2);
	ck_assert_str_eq(doc->labels.items[2].vars.items[1].value, "ibu");
	ck_assert_uint_eq(doc->vars.n, 1);
	document_free(doc);
	lab_expect("T interviewer code= name= d1 t1 w2 1:T ()\n"
		   "I1 informant code=I1 name=Sari d1 t1 w4 1:J ()\n"
		   "Budi other code=P9 name=Budi d1 t1 w3 1:K (kelompok=kader; kelompok=ibu)\n",
		speakers(&l));
	lab_begin(&l, "speakers");
	lab_ok(&l, store_variable_clear(l.s, STORE_SPEAKER, k, "Kelompok", &l.e));
	lab_commit(&l);
	lab_ok(&l, store_document_load(l.s, 1, &doc, &l.e));
	ck_assert_uint_eq(doc->labels.items[2].vars.n, 0);
	document_free(doc);
	lab_verify(&l);
	lab_free(&l);
}
END_TEST

START_TEST(merged_speakers_are_one_and_undo_parts_them)
{
	struct lab l = lab_new();
	char *before, *what = NULL;
	int64_t seq;

	lab_document(&l, "Satu", first);
	lab_document(&l, "Dua", second);
	before = speakers(&l);
	lab_begin(&l, "speakers");
	lab_ok(&l, store_variable_add(l.s, STORE_SPEAKER, speaker(&l, "2:T"), "usia", "41", &l.e));
	lab_ok(&l, store_speaker_merge(l.s, speaker(&l, "2:T"), speaker(&l, "1:T"), &l.e));
	lab_commit(&l);
	lab_expect("T interviewer code= name= d2 t2 w4 1:T, 2:T (usia=41)\n"
		   "I1 informant code=I1 name=Sari d2 t2 w5 1:J, 2:J ()\n"
		   "K informant code= name= d1 t1 w3 1:K ()\n",
		speakers(&l));
	lab_begin(&l, "undo");
	lab_ok(&l, store_undo(l.s, 0, &what, &seq, &l.e));
	lab_commit(&l);
	lab_expect(before, speakers(&l));
	lab_verify(&l);
	free(what);
	free(before);
	lab_free(&l);
}
END_TEST

UNIT_MAIN("store documents", a_document_is_listed_with_its_figures,
	figures_are_the_same_without_the_cache, a_document_comes_back_as_it_was,
	the_same_bytes_are_found_again, an_undone_import_can_be_done_again,
	changes_are_kept_and_removing_hides, a_document_with_the_same_text_is_found,
	documents_are_found_by_number_and_title, a_declared_code_is_one_speaker_in_all_documents,
	speakers_are_found_by_code_name_and_label, changing_a_speaker_changes_the_loaded_document,
	merged_speakers_are_one_and_undo_parts_them)
