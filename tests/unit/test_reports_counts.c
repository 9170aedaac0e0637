/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <math.h>
#include <string.h>

#include "reports/association.h"
#include "reports/count.h"
#include "reports/pairs.h"
#include "reports/report.h"
#include "reports/spans.h"
#include "reports/study_pairs.h"
#include "reports/text.h"

START_TEST(jaccard_of_the_published_vector)
{
	/* STATISTICS.md 3.2: (a, b, c, d) = (12, 8, 20, 160) */
	ck_assert_double_eq_tol(association_jaccard(12, 8, 20), 0.3, 1e-12);
	ck_assert_double_eq(association_jaccard(0, 3, 4), 0);
	ck_assert_double_eq(association_jaccard(5, 0, 0), 1);
	ck_assert(isnan(association_jaccard(0, 0, 0)));
}
END_TEST

static struct study_segment piece(uint32_t start, uint32_t end, bool suggested)
{
	return (struct study_segment){ .start = start, .end = end, .suggested = suggested };
}

START_TEST(overlapping_spans_are_one_segment_and_neighbours_are_two)
{
	struct segment_list list = VEC_INIT;

	vec_push(&list, piece(20, 30, false));
	vec_push(&list, piece(0, 10, false));
	vec_push(&list, piece(10, 15, false)); /* touches the first, shares no byte */
	vec_push(&list, piece(5, 8, false));
	vec_push(&list, piece(25, 40, true));
	spans_unite(&list);
	ck_assert_uint_eq(list.n, 3);
	ck_assert_uint_eq(list.items[0].end, 10);
	ck_assert_uint_eq(list.items[1].start, 10);
	ck_assert_uint_eq(list.items[2].end, 40);
	ck_assert(!list.items[2].suggested); /* holds a confirmed coding */
	vec_release(&list);
}
END_TEST

START_TEST(words_are_counted_by_where_they_begin)
{
	struct word_starts w;

	word_starts_init(&w, "satu dua-tiga, empat.", 21);
	ck_assert_uint_eq(word_starts_between(&w, 0, 21), 3);
	ck_assert_uint_eq(word_starts_between(&w, 1, 21), 2);
	ck_assert_uint_eq(word_starts_between(&w, 5, 6), 1);
	ck_assert_uint_eq(word_starts_between(&w, 6, 6), 0);
	word_starts_release(&w);
}
END_TEST

/* Three sentences; code 0 above code 1, code 2 apart. */
static struct study *small_study(void)
{
	struct study *st = mem_zalloc(1, sizeof *st);

	st->options = (struct study_options){ .lang = "id", .unit = UNIT_SENTENCE };
	vec_push(&st->codes, ((struct study_code){
				     .parent = -1, .codebook = "t", .full = "t.A", .label = "A" }));
	vec_push(&st->codes,
		((struct study_code){
			.parent = 0, .codebook = "t", .full = "t.B", .label = "B", .depth = 1 }));
	vec_push(&st->codes, ((struct study_code){
				     .parent = -1, .codebook = "t", .full = "t.C", .label = "C" }));
	vec_push(&st->documents, ((struct study_document){ .number = 1, .title = "satu" }));
	vec_push(&st->speakers,
		((struct study_speaker){ .shown = "I1", .role = ROLE_INFORMANT, .words = 500 }));
	st->pairs = mem_zalloc(9, sizeof *st->pairs);
	st->words = 1000;
	return st;
}

static struct document *three_sentences(void)
{
	struct document *doc = mem_zalloc(1, sizeof *doc);

	doc->len = 30;
	for (uint32_t i = 0; i < 3; i++)
		vec_push(&doc->sentences, ((struct sentence){ 10 * i, 10 * i + 9, 0 }));
	vec_push(&doc->paras, ((struct para){ .start = 0, .end = 29, .sentences = 3, .ms = -1 }));
	vec_push(&doc->turns, ((struct turn){ 0, 29, 0, 1, DOCUMENT_NOBODY }));
	return doc;
}

START_TEST(pairs_count_units_not_codings)
{
	struct study *st = small_study();
	struct document *doc = three_sentences();
	/* A in sentence 0 twice and across 1-2, C in sentence 0 and 2. */
	const struct study_segment segments[] = { { .code = 0, .start = 0, .end = 4 },
		{ .code = 0, .start = 5, .end = 9 }, { .code = 0, .start = 15, .end = 25 },
		{ .code = 2, .start = 2, .end = 3 }, { .code = 2, .start = 20, .end = 22 } };

	study_pairs_add(st, doc, segments, 5, &st->documents.items[0]);
	ck_assert_uint_eq(st->units, 3);
	ck_assert_uint_eq(pairs_both(st, 0, 0), 3);
	ck_assert_uint_eq(pairs_both(st, 2, 2), 2);
	ck_assert_uint_eq(pairs_both(st, 0, 2), 2);
	ck_assert_uint_eq(pairs_both(st, 2, 0), 2);
	ck_assert(pairs_are_related(st, 0, 1) && !pairs_are_related(st, 0, 2));
	document_free(doc);
	study_free(st);
}
END_TEST

START_TEST(frequency_counts_documents_and_informants_once)
{
	struct study *st = small_study();
	struct code_count *n;

	vec_push(&st->unions, ((struct study_segment){ .code = 0, .words = 3, .speaker = 0 }));
	vec_push(&st->unions, ((struct study_segment){ .code = 0, .words = 4, .speaker = 0 }));
	vec_push(&st->unions, ((struct study_segment){
				      .code = 1, .words = 4, .speaker = -1, .suggested = true }));
	n = count_codes(st, NULL);
	ck_assert_uint_eq(n[0].segments, 2);
	ck_assert_uint_eq(n[0].words, 7);
	ck_assert_uint_eq(n[0].documents, 1);
	ck_assert_uint_eq(n[0].informants, 1);
	ck_assert_uint_eq(n[1].informants, 0);
	ck_assert_uint_eq(n[1].suggested, 1);
	ck_assert_double_eq_tol(count_per_1000(n[0].segments, st->words), 2.0, 1e-12);
	ck_assert(isnan(count_per_1000(1, 0)));
	free(n);
	study_free(st);
}
END_TEST

START_TEST(every_text_stands_in_both_languages_with_the_same_gaps)
{
	for (int t = 0; t < T_COUNT; t++) {
		const char *id = text_of((enum text)t, "id"), *en = text_of((enum text)t, "en");
		int gaps = 0;

		ck_assert_msg(id != NULL && en != NULL && *id != '\0' && *en != '\0',
			"text %d is missing", t);
		for (const char *p = id; (p = strstr(p, "%s")) != NULL; p++)
			gaps++;
		for (const char *p = en; (p = strstr(p, "%s")) != NULL; p++)
			gaps--;
		ck_assert_msg(gaps == 0, "text %d: '%s' / '%s'", t, id, en);
	}
}
END_TEST

UNIT_MAIN("counts", jaccard_of_the_published_vector,
	overlapping_spans_are_one_segment_and_neighbours_are_two,
	words_are_counted_by_where_they_begin, pairs_count_units_not_codings,
	frequency_counts_documents_and_informants_once,
	every_text_stands_in_both_languages_with_the_same_gaps)
