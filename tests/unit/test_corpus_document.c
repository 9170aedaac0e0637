/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus_fixture.h"

static const char *const interview = "WAWANCARA DENGAN KADER\n\n"
				     "[00:01] T: Sejak kapan menjadi kader? Ceritakan, Bu.\n\n"
				     "J: Sejak 2019. Waktu itu caf\u00e9 kami tutup.\n\n"
				     "Lalu saya ikut pelatihan.\n\n"
				     "T: Apakah ada kendala?\n\n"
				     "J: Ada, mis. jarak yang jauh.\n";

/* What the header of document.h promises of every document. */
static void check_order(const struct document *doc)
{
	uint32_t end = 0, sentence = 0;

	for (size_t i = 0; i < doc->paras.n; i++) {
		const struct para *p = &doc->paras.items[i];
		const struct turn *t = &doc->turns.items[p->turn];

		ck_assert_uint_ge(p->start, end);
		ck_assert_uint_gt(p->end, p->start);
		ck_assert_uint_le(p->end, doc->len);
		ck_assert(i >= t->para && i < t->para + t->paras);
		ck_assert(p->start >= t->start && p->end <= t->end);
		ck_assert_uint_eq(p->sentence, sentence);
		end = p->start;
		for (uint32_t k = 0; k < p->sentences; k++) {
			const struct sentence *s = &doc->sentences.items[sentence++];

			ck_assert_uint_eq(s->para, i);
			ck_assert(s->start >= end && s->end > s->start && s->end <= p->end);
			end = s->end;
		}
		ck_assert_uint_gt(p->sentences, 0);
		end = p->end;
	}
	ck_assert_uint_eq(sentence, doc->sentences.n);
	ck_assert_int_eq(doc->text[doc->len], '\0');
}

START_TEST(structure_is_nested_and_in_order)
{
	struct fixture f = fixture_of(interview);

	ck_assert_uint_eq(f.doc->paras.n, 6);
	ck_assert_uint_eq(f.doc->turns.n, 5);
	ck_assert_uint_eq(f.doc->sentences.n, 8);
	ck_assert_int_eq(f.doc->paras.items[0].kind, PARA_HEADING);
	ck_assert_int_eq(f.doc->paras.items[1].ms, 1000);
	ck_assert_int_eq(f.doc->paras.items[2].ms, -1);
	check_order(f.doc);
	fixture_release(&f);
}
END_TEST

START_TEST(text_reads_like_the_source)
{
	struct fixture f = fixture_of("T: Apa?\nJ: Ya.\n\n\n\nLalu.\n");

	ck_assert_str_eq(f.doc->text, "T: Apa?\nJ: Ya.\n\nLalu.");
	fixture_release(&f);
}
END_TEST

START_TEST(an_empty_draft_is_refused)
{
	struct fixture f = fixture_of(" \n\n\t\n");

	ck_assert_int_eq(f.rc, RC_INPUT);
	ck_assert_ptr_null(f.doc);
	fixture_release(&f);
}
END_TEST

START_TEST(labels_without_words_are_refused)
{
	struct fixture f = fixture_of("T:\nJ:\nT:\nJ:\n");

	ck_assert_int_eq(f.rc, RC_INPUT);
	ck_assert_ptr_null(f.doc);
	fixture_release(&f);
}
END_TEST

START_TEST(removed_characters_are_told)
{
	struct fixture f = fixture_of("Satu\x01 dua\x02.\n\ncafe\u0301.");

	ck_assert_str_eq(fixture_diag(&f, "R004")->text, "2 control characters removed");
	ck_assert_ptr_nonnull(fixture_diag(&f, "R006"));
	fixture_release(&f);
}
END_TEST

START_TEST(positions_lead_to_what_holds_them)
{
	struct fixture f = fixture_of("T: Apa? Kapan?\n\nJ: Ya.");
	const struct document *doc = f.doc;

	ck_assert_uint_eq(document_para_at(doc, 0), 0);
	ck_assert_uint_eq(document_para_at(doc, doc->paras.items[0].end - 1), 0);
	ck_assert_uint_eq(document_para_at(doc, doc->paras.items[0].end), 1);
	ck_assert_uint_eq(document_para_at(doc, (uint32_t)doc->len), 2);
	ck_assert_uint_eq(document_turn_at(doc, doc->paras.items[1].start), 1);
	ck_assert_uint_eq(document_sentence_at(doc, doc->paras.items[0].start + 9), 1);
	ck_assert_uint_eq(document_sentence_at(doc, (uint32_t)doc->len), 3);
	fixture_release(&f);
}
END_TEST

static void same_documents(const struct document *a, const struct document *b)
{
	ck_assert_uint_eq(a->len, b->len);
	ck_assert_int_eq(memcmp(a->text, b->text, a->len + 1), 0);
	ck_assert_uint_eq(a->labels.n, b->labels.n);
	ck_assert_uint_eq(a->turns.n, b->turns.n);
	ck_assert_uint_eq(a->paras.n, b->paras.n);
	ck_assert_uint_eq(a->sentences.n, b->sentences.n);
	for (size_t i = 0; i < a->labels.n; i++) {
		const struct label *l = &a->labels.items[i], *m = &b->labels.items[i];

		ck_assert_str_eq(l->text, m->text);
		ck_assert_pstr_eq(l->name, m->name);
		ck_assert_pstr_eq(l->code, m->code);
		ck_assert(l->role == m->role && l->kind == m->kind && l->sure == m->sure);
		ck_assert(l->in_text == m->in_text && l->turns == m->turns);
	}
	for (size_t i = 0; i < a->turns.n; i++) {
		const struct turn *t = &a->turns.items[i], *u = &b->turns.items[i];

		ck_assert(t->start == u->start && t->end == u->end && t->para == u->para);
		ck_assert(t->paras == u->paras && t->label == u->label);
	}
	for (size_t i = 0; i < a->paras.n; i++) {
		const struct para *p = &a->paras.items[i], *q = &b->paras.items[i];

		ck_assert(p->start == q->start && p->end == q->end && p->turn == q->turn);
		ck_assert(p->sentence == q->sentence && p->sentences == q->sentences);
		ck_assert(p->ms == q->ms && p->kind == q->kind);
	}
}

START_TEST(shape_and_text_give_the_same_document_back)
{
	struct speaker_hint hint = { "J", "Bu\tSari\n\\", "I1", ROLE_INFORMANT };
	struct fixture f = fixture_with(interview, METHOD_INTERVIEW, &hint, 1);
	struct document *back = NULL;
	struct buf shape = BUF_INIT;

	document_shape(f.doc, &shape);
	ck_assert_int_eq(
		document_restore(f.doc->text, f.doc->len, shape.data, shape.len, &back, &f.e),
		RC_OK);
	same_documents(f.doc, back);
	check_order(back);
	document_free(back);
	buf_release(&shape);
	fixture_release(&f);
}
END_TEST

static void refuses_shape(const char *text, const char *shape)
{
	struct document *doc = NULL;
	struct err e = ERR_INIT;

	ck_assert_msg(
		document_restore(text, strlen(text), shape, strlen(shape), &doc, &e) == RC_PROJECT,
		"%s", shape);
	ck_assert_ptr_null(doc);
}

START_TEST(a_damaged_shape_is_refused)
{
	static const char *const shapes[] = {
		"",
		"tema-shape 2\n",
		"tema-shape 1\nX\n",
		"tema-shape 1\nP\t0\t2\tbody\t-\n",
		"tema-shape 1\nT\t-\n",
		"tema-shape 1\nT\t0\nP\t0\t2\tbody\t-\n",
		"tema-shape 1\nT\t-\nP\t0\t99\tbody\t-\n",
		"tema-shape 1\nT\t-\nP\t99\t1\tbody\t-\n",
		"tema-shape 1\nT\t-\nP\t0\t0\tbody\t-\n",
		"tema-shape 1\nT\t-\nP\t0\t2\tkepala\t-\n",
		"tema-shape 1\nT\t-\nP\t0\t2\tbody\t-\tx\n",
		"tema-shape 1\nT\t-\nP\t0\t4\tbody\t-\n",
		"tema-shape 1\nT\t-\nT\t-\nP\t0\t2\tbody\t-\n",
		"tema-shape 1\nT\t-\nP\t0\t2\tbody\t99999999999999999999\n",
		"tema-shape 1\nL\tinformant\tperson\tsure\ttext\tA\n",
		"tema-shape 1\nL\tinformant\tperson\tsure\ttext\tA\t\t\nT\t1\nP\t0\t2\tbody\t-\n",
		"tema-shape 1\nL\tboss\tperson\tsure\ttext\tA\t\t\n",
	};

	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
		refuses_shape("abc\u00e9.", shapes[i]);
	refuses_shape("\xff", "tema-shape 1\nT\t-\nP\t0\t1\tbody\t-\n");
}
END_TEST

START_TEST(lines_count_from_one)
{
	const char *text = "satu\n\ntiga\n";
	struct lines l;

	lines_init(&l, text, strlen(text));
	ck_assert_uint_eq(lines_at(&l, 0), 1);
	ck_assert_uint_eq(lines_at(&l, 4), 1);
	ck_assert_uint_eq(lines_at(&l, 5), 2);
	ck_assert_uint_eq(lines_at(&l, 6), 3);
	ck_assert_uint_eq(lines_at(&l, 9), 3);
	ck_assert_uint_eq(lines_at(&l, 11), 4);
	lines_release(&l);
	lines_init(&l, "", 0);
	ck_assert_uint_eq(lines_at(&l, 0), 1);
	lines_release(&l);
}
END_TEST

START_TEST(names_are_read_in_both_languages)
{
	ck_assert_int_eq(method_parse("interview"), METHOD_INTERVIEW);
	ck_assert_int_eq(method_parse("Wawancara"), METHOD_INTERVIEW);
	ck_assert_int_eq(method_parse("FGD"), METHOD_FGD);
	ck_assert_int_eq(method_parse("dokumen"), METHOD_DOCUMENT);
	ck_assert_int_eq(method_parse("gosip"), -1);
	ck_assert_int_eq(method_parse(""), -1);
	ck_assert_int_eq(role_parse("Informan"), ROLE_INFORMANT);
	ck_assert_int_eq(role_parse("interviewer"), ROLE_INTERVIEWER);
	ck_assert_int_eq(role_parse("peneliti"), ROLE_INTERVIEWER);
	ck_assert_int_eq(role_parse("bos"), -1);
}
END_TEST

START_TEST(attributes_are_kept_in_the_document)
{
	struct fixture f = fixture_of("Halo.");
	char value[] = "kader";

	for (int i = 0; i < 9; i++)
		document_add_attr(f.doc, &f.doc->vars, "kelompok", value);
	value[0] = 'x';
	ck_assert_uint_eq(f.doc->vars.n, 9);
	ck_assert_str_eq(f.doc->vars.items[0].key, "kelompok");
	ck_assert_str_eq(f.doc->vars.items[8].value, "kader");
	fixture_release(&f);
}
END_TEST

UNIT_MAIN("document", structure_is_nested_and_in_order, text_reads_like_the_source,
	an_empty_draft_is_refused, labels_without_words_are_refused, removed_characters_are_told,
	positions_lead_to_what_holds_them, shape_and_text_give_the_same_document_back,
	a_damaged_shape_is_refused, lines_count_from_one, names_are_read_in_both_languages,
	attributes_are_kept_in_the_document)
