/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/store_help.h"

#include "project/decide.h"
#include "project/pseudonyms.h"
#include "project/seen.h"

/* The last two lines are paragraphs of nobody: a name over their border. */
#define TALK                                                                                       \
	"T: Apakah Sari tahu?\n"                                                                   \
	"J: Kata Siti Aminah begitu. Sarinya diam.\n"                                              \
	"Ada juga Siti\n"                                                                          \
	"Aminah di sana."

static void put(struct lab *l, const char *find, const char *replace)
{
	struct pseudonym_pair pair = { find, replace };
	struct pseudonym_changes changes;
	size_t bad;

	lab_ok(l, pseudonyms_put(l->s, &l->who, &pair, 1, false, false, &changes, &bad, &l->e));
}

static enum rc try_put(struct lab *l, const char *find, const char *replace)
{
	struct pseudonym_pair pair = { find, replace };
	struct pseudonym_changes changes;
	size_t bad;

	return pseudonyms_put(l->s, &l->who, &pair, 1, false, false, &changes, &bad, &l->e);
}

/* A project with one talk; Sari is I1 (declared in it), Siti Aminah is P2. */
static struct lab set_up(int64_t *document)
{
	struct lab l = lab_new();
	bool hides = false;

	*document = lab_document(&l, "wawancara-sari.txt", TALK);
	put(&l, "Siti Aminah", "P2");
	lab_ok(&l, seen_hide(l.s, &hides, &l.e));
	ck_assert(hides);
	return l;
}

START_TEST(document_is_seen_with_its_structure)
{
	int64_t document;
	struct lab l = set_up(&document);
	struct document *stored = NULL;
	struct seen seen;
	uint32_t last = 0;

	lab_ok(&l, store_document_load(l.s, document, &stored, &l.e));
	lab_ok(&l, seen_load(l.s, document, &seen, &l.e));
	ck_assert_ptr_null(strstr(seen.doc->text, "Sari"));
	ck_assert_ptr_null(strstr(seen.doc->text, "Aminah"));
	ck_assert_ptr_nonnull(strstr(seen.doc->text, "Kata P2 begitu. I1-nya diam."));
	ck_assert_ptr_nonnull(strstr(stored->text, "Kata Siti Aminah begitu"));
	ck_assert_uint_eq(seen.doc->paras.n, stored->paras.n);
	ck_assert_uint_eq(seen.doc->sentences.n, stored->sentences.n);
	vec_each (const struct para, p, &seen.doc->paras) {
		ck_assert_uint_ge(p->start, last);
		ck_assert_uint_ge(p->end, p->start);
		last = p->end;
	}
	ck_assert_uint_le(last, seen.doc->len);
	document_free(stored);
	seen_release(&seen);
	lab_free(&l);
}
END_TEST

START_TEST(places_of_words_are_mapped_both_ways)
{
	int64_t document;
	struct lab l = set_up(&document);
	struct document *stored = NULL;
	struct seen seen;
	struct span at, back;
	uint32_t word;

	lab_ok(&l, store_document_load(l.s, document, &stored, &l.e));
	lab_ok(&l, seen_load(l.s, document, &seen, &l.e));
	word = (uint32_t)(strstr(stored->text, "Aminah begitu") - stored->text);
	at = seen_span(&seen, word, word + 13); /* "Aminah begitu": the name as a whole */
	ck_assert_int_eq(strncmp(seen.doc->text + at.start, "P2 begitu", 9), 0);
	ck_assert_uint_eq(at.end - at.start, 9);
	back = seen_stored(&seen, at.start, at.end);
	ck_assert_uint_eq(back.start, word - 5);
	ck_assert_uint_eq(back.end, word + 13);
	document_free(stored);
	seen_release(&seen);
	lab_free(&l);
}
END_TEST

START_TEST(passages_are_typed_as_shown_or_as_they_stand)
{
	int64_t document;
	struct lab l = set_up(&document);
	struct span shown, stored, place;

	lab_ok(&l, decide_span(l.s, document, "Kata P2 begitu", &shown, &l.e));
	lab_ok(&l, decide_span(l.s, document, "Kata Siti Aminah begitu", &stored, &l.e));
	ck_assert_uint_eq(shown.start, stored.start);
	ck_assert_uint_eq(shown.end, stored.end);
	ck_assert_int_eq(decide_span(l.s, document, "Kata Siti Rahma", &place, &l.e), RC_INPUT);
	store_hide(l.s, NULL);
	ck_assert_int_eq(decide_span(l.s, document, "Kata P2 begitu", &place, &l.e), RC_INPUT);
	lab_free(&l);
}
END_TEST

static const struct pseudonym *entry(const struct pseudonyms *p, const char *find)
{
	vec_each (const struct pseudonym, n, &p->list)
		if (strcmp(n->find, find) == 0)
			return n;
	return NULL;
}

START_TEST(counts_say_where_a_name_stands)
{
	int64_t document;
	struct lab l = set_up(&document);
	struct pseudonyms p;
	struct err e = ERR_INIT;

	lab_begin(&l, "memo");
	lab_ok(&l, store_memo_add(l.s, document, 10, 14, "Sari ragu, kata SITI AMINAH", &l.e));
	lab_commit(&l);
	lab_ok(&l, pseudonyms_load(l.s, &p, &l.e));
	lab_ok(&l, pseudonyms_count(&p, l.s, &e));
	ck_assert_ptr_nonnull(entry(&p, "Siti Aminah"));
	ck_assert_uint_eq(entry(&p, "Siti Aminah")->places, 2);
	ck_assert_uint_eq(entry(&p, "Siti Aminah")->documents, 1);
	ck_assert_uint_eq(entry(&p, "Siti Aminah")->notes, 1);
	ck_assert_ptr_nonnull(entry(&p, "Sari"));
	ck_assert(entry(&p, "Sari")->implied);
	ck_assert_str_eq(entry(&p, "Sari")->replace, "I1");
	ck_assert_uint_eq(entry(&p, "Sari")->places, 2);
	ck_assert_uint_eq(entry(&p, "Sari")->titles, 1);
	ck_assert_uint_eq(entry(&p, "Sari")->notes, 1);
	pseudonyms_release(&p);
	lab_free(&l);
}
END_TEST

START_TEST(labels_that_name_nobody_are_not_implied)
{
	static const char *const names[] = { "Sari", "Bu Sari", "Siti Aminah", "H. Joko", "SITI",
		"Nur'aini" };
	static const char *const others[] = { "P", "P1", "Ibu", "Pak", "Narasumber 1", "Informan",
		"Kepala Desa", "Bu Lurah", "Guru Ani", "PKK", "BPJS", "SN", "ketua", "Peserta 3",
		"Interviewer", "Catatan", "" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		ck_assert_msg(pseudonym_is_name(names[i]), "'%s'", names[i]);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		ck_assert_msg(!pseudonym_is_name(others[i]), "'%s'", others[i]);
}
END_TEST

START_TEST(what_replaces_is_never_replaced)
{
	int64_t document;
	struct lab l = set_up(&document);

	ck_assert_int_eq(try_put(&l, "Joko", "Sari"), RC_USAGE);
	ck_assert_int_eq(try_put(&l, "Joko", "Bu Sari"), RC_USAGE);
	ck_assert_int_eq(try_put(&l, "P2", "P3"), RC_USAGE); /* stands for Siti Aminah */
	ck_assert_int_eq(try_put(&l, "Joko", "joko"), RC_USAGE);
	ck_assert_int_eq(try_put(&l, "J", "P3"), RC_USAGE);
	ck_assert_int_eq(try_put(&l, "Joko", " "), RC_USAGE);
	ck_assert_int_eq(try_put(&l, "Joko", "P3"), RC_OK);
	lab_free(&l);
}
END_TEST

START_TEST(changes_can_be_undone)
{
	int64_t document, done;
	struct lab l = set_up(&document);
	struct pseudonyms p;
	char *what = NULL;

	put(&l, "SITI AMINAH", "P9");
	lab_ok(&l, pseudonyms_load(l.s, &p, &l.e));
	ck_assert_ptr_null(entry(&p, "Siti Aminah"));
	ck_assert_str_eq(entry(&p, "SITI AMINAH")->replace, "P9");
	pseudonyms_release(&p);
	lab_begin(&l, "undo");
	lab_ok(&l, store_undo(l.s, 0, &what, &done, &l.e));
	lab_commit(&l);
	lab_ok(&l, pseudonyms_load(l.s, &p, &l.e));
	ck_assert_ptr_null(entry(&p, "SITI AMINAH"));
	ck_assert_str_eq(entry(&p, "Siti Aminah")->replace, "P2");
	pseudonyms_release(&p);
	lab_ok(&l, pseudonyms_remove(l.s, &l.who, "siti aminah", &l.e));
	lab_ok(&l, pseudonyms_load(l.s, &p, &l.e));
	ck_assert_ptr_null(entry(&p, "Siti Aminah"));
	pseudonyms_release(&p);
	ck_assert_int_eq(pseudonyms_remove(l.s, &l.who, "Sari", &l.e), RC_NOTFOUND);
	free(what);
	lab_free(&l);
}
END_TEST

START_TEST(nothing_is_hidden_without_codes_and_entries)
{
	struct lab l = lab_new();
	bool hides = true;
	struct seen seen;
	struct span at;
	int64_t document = lab_document(&l, "a.txt", "T: Siapa Joko?\nK: Teman.");

	lab_ok(&l, seen_hide(l.s, &hides, &l.e));
	ck_assert(!hides);
	lab_ok(&l, seen_load(l.s, document, &seen, &l.e));
	at = seen_span(&seen, 3, 9);
	ck_assert_uint_eq(at.start, 3);
	ck_assert_uint_eq(at.end, 9);
	ck_assert_ptr_nonnull(strstr(seen.doc->text, "Joko"));
	seen_release(&seen);
	lab_free(&l);
}
END_TEST

UNIT_MAIN("pseudonyms", document_is_seen_with_its_structure, places_of_words_are_mapped_both_ways,
	passages_are_typed_as_shown_or_as_they_stand, counts_say_where_a_name_stands,
	labels_that_name_nobody_are_not_implied, what_replaces_is_never_replaced,
	changes_can_be_undone, nothing_is_hidden_without_codes_and_entries)
