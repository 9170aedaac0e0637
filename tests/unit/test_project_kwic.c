/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keyword in context: the words around it, order, counts; and a whole project searched. */
#include "project/kwic.h"

#include "codebooks/search.h"
#include "corpus_fixture.h"
#include "one_interview.h"

static const char dialogue[] = "Peneliti: Bagaimana iurannya?\n"
			       "Bu Imas: Saya (rutin) bayar.\n"
			       "Tiap bulan juga.\n"
			       "Peneliti: Rutin, bayar?\n"
			       "Bu Imas: Ya.\n";

static void context_of(const struct document *doc, const char *word, unsigned words,
	struct buf *left, struct buf *right)
{
	const char *p = strstr(doc->text, word);

	ck_assert_ptr_nonnull(p);
	buf_reset(left);
	buf_reset(right);
	kwic_context(doc, (uint32_t)(p - doc->text),
		(uint32_t)(p - doc->text + (ptrdiff_t)strlen(word)), words, left, right);
}

START_TEST(context_stays_in_the_turn_and_goes_over_its_paragraphs)
{
	struct fixture f = fixture_of(dialogue);
	struct buf left = BUF_INIT, right = BUF_INIT;

	ck_assert_int_eq(f.rc, RC_OK);
	context_of(f.doc, "bulan", 10, &left, &right);
	ck_assert_str_eq(left.data, "Saya (rutin) bayar. Tiap");
	ck_assert_str_eq(right.data, "juga.");
	context_of(f.doc, "Saya", 4, &left, &right);
	ck_assert_str_eq(left.data, "");
	ck_assert_str_eq(right.data, "(rutin) bayar. Tiap bulan");
	context_of(f.doc, "Bagaimana", 5, &left, &right);
	ck_assert_str_eq(right.data, "iurannya?");
	buf_release(&left);
	buf_release(&right);
	fixture_release(&f);
}
END_TEST

START_TEST(marks_that_touch_the_keyword_are_no_words)
{
	struct fixture f = fixture_of(dialogue);
	struct buf left = BUF_INIT, right = BUF_INIT;

	context_of(f.doc, "rutin", 1, &left, &right);
	ck_assert_str_eq(left.data, "Saya (");
	ck_assert_str_eq(right.data, ") bayar.");
	context_of(f.doc, "bulan", 0, &left, &right);
	ck_assert_str_eq(left.data, "");
	ck_assert_str_eq(right.data, "");
	buf_release(&left);
	buf_release(&right);
	fixture_release(&f);
}
END_TEST

static void add(
	struct kwic *k, unsigned document, const char *left, const char *match, const char *right)
{
	vec_push(&k->rows, ((struct kwic_row){ .document = document,
				   .title = "Judul",
				   .speaker = document == 1 ? "I1" : "I2",
				   .left = left,
				   .match = match,
				   .right = right }));
}

static struct kwic sample(void)
{
	struct kwic k = { .arena = ARENA_INIT };

	add(&k, 1, "ada zakat", "Dana", "desa");
	add(&k, 1, "ada (Alokasi", "dana", "bantuan");
	add(&k, 2, "punya zakat", "dana", "Bantuan lain");
	add(&k, 2, "", "dananya", "");
	return k;
}

static void order_is(const struct kwic *k, const char *const *rights)
{
	for (size_t i = 0; i < k->rows.n; i++)
		ck_assert_msg(strcmp(k->rows.items[i].right, rights[i]) == 0, "%zu: '%s'", i,
			k->rows.items[i].right);
}

START_TEST(sorts_by_the_nearest_words_without_case_and_marks)
{
	struct kwic k = sample();

	kwic_sort(&k, KWIC_BY_RIGHT);
	order_is(&k, (const char *const[]){ "", "bantuan", "Bantuan lain", "desa" });
	kwic_sort(&k, KWIC_BY_LEFT); /* "", alokasi ada, zakat ada, zakat punya */
	order_is(&k, (const char *const[]){ "", "bantuan", "desa", "Bantuan lain" });
	kwic_release(&k);
}
END_TEST

START_TEST(equal_keywords_keep_the_order_of_the_documents)
{
	struct kwic k = sample();

	kwic_sort(&k, KWIC_BY_KEYWORD);
	order_is(&k, (const char *const[]){ "desa", "bantuan", "Bantuan lain", "" });
	kwic_release(&k);
}
END_TEST

START_TEST(counts_forms_documents_and_speakers)
{
	struct kwic k = sample();
	struct kwic_counts c = VEC_INIT;

	kwic_count(&k, KWIC_FORM, &c);
	ck_assert_uint_eq(c.n, 2);
	ck_assert_str_eq(c.items[0].text, "dana");
	ck_assert_uint_eq(c.items[0].rows, 3);
	ck_assert_uint_eq(c.items[0].documents, 2);
	vec_reset(&c);
	kwic_count(&k, KWIC_DOCUMENT, &c);
	ck_assert_uint_eq(c.n, 2);
	ck_assert_uint_eq(c.items[0].document, 1);
	ck_assert_uint_eq(c.items[1].rows, 2);
	vec_reset(&c);
	kwic_count(&k, KWIC_SPEAKER, &c);
	ck_assert_str_eq(c.items[1].text, "I2");
	vec_release(&c);
	kwic_release(&k);
}
END_TEST

/* ---- a project --------------------------------------------------------------------------------
 */

static size_t search(
	struct scratch *k, const char *pattern, struct kwic_options o, struct kwic *out)
{
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct codebook *cb;

	ck_assert_int_eq(search_parse(pattern, NULL, &cb, &d, &e), RC_OK);
	ck_assert_msg(kwic_find(k->s, cb, &o, NULL, out, &d, &e) == RC_OK, "%s", e.msg);
	codebook_free(cb);
	diags_release(&d);
	return out->rows.n;
}

START_TEST(finds_with_line_speaker_and_code_points)
{
	struct scratch k = open_scratch(dialogue, NULL);
	struct kwic found;

	ck_assert_uint_eq(
		search(&k, "rutin", (struct kwic_options){ .role = -1, .words = 2 }, &found), 2);
	ck_assert_uint_eq(found.rows.items[0].line, 2);
	ck_assert_str_eq(found.rows.items[0].speaker, "Bu Imas");
	ck_assert_str_eq(found.rows.items[0].match, "rutin");
	ck_assert_uint_eq(found.rows.items[0].start, 45);
	ck_assert_uint_eq(found.rows.items[0].end, 50);
	ck_assert_str_eq(found.rows.items[1].speaker, "Peneliti");
	ck_assert_uint_eq(found.documents, 1);
	kwic_release(&found);
	close_scratch(&k);
}
END_TEST

START_TEST(a_near_pair_is_one_keyword_and_roles_are_kept_apart)
{
	struct scratch k = open_scratch(dialogue, NULL);
	struct kwic found;

	ck_assert_uint_eq(search(&k, "rutin near 3 bayar",
				  (struct kwic_options){ .role = -1, .words = 5 }, &found),
		2);
	ck_assert_str_eq(found.rows.items[0].match, "rutin) bayar");
	kwic_release(&found);
	ck_assert_uint_eq(
		search(&k, "rutin near 3 bayar",
			(struct kwic_options){ .role = ROLE_INTERVIEWER, .words = 5 }, &found),
		1);
	ck_assert_str_eq(found.rows.items[0].match, "Rutin, bayar");
	kwic_release(&found);
	close_scratch(&k);
}
END_TEST

START_TEST(hidden_documents_and_labels_are_not_searched)
{
	struct scratch k = open_scratch(dialogue, NULL);
	struct store_document_change hide = { .method = -1, .removed = 1 };
	struct kwic_options o = { .role = -1, .words = 5 };
	struct kwic found;

	ck_assert_uint_eq(search(&k, "imas or peneliti", o, &found), 0);
	kwic_release(&found);
	ck_assert_int_eq(store_begin(k.s, &k.who, "documents", &k.e), RC_OK);
	ck_assert_int_eq(store_document_change(k.s, k.document, &hide, &k.e), RC_OK);
	ck_assert_int_eq(store_commit(k.s, &k.e), RC_OK);
	ck_assert_uint_eq(search(&k, "rutin", o, &found), 0);
	ck_assert_uint_eq(found.documents, 0);
	kwic_release(&found);
	close_scratch(&k);
}
END_TEST

UNIT_MAIN("kwic", context_stays_in_the_turn_and_goes_over_its_paragraphs,
	marks_that_touch_the_keyword_are_no_words,
	sorts_by_the_nearest_words_without_case_and_marks,
	equal_keywords_keep_the_order_of_the_documents, counts_forms_documents_and_speakers,
	finds_with_line_speaker_and_code_points,
	a_near_pair_is_one_keyword_and_roles_are_kept_apart,
	hidden_documents_and_labels_are_not_searched)
