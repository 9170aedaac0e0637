/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small parts of the engine: globs, gaps, places, forms, values. */
#include <string.h>

#include "tests/unit/unit.h"

#include "coder/form.h"
#include "coder/gap.h"
#include "codebooks/glob.h"
#include "coder/place.h"
#include "coder/value.h"
#include "corpus/document.h"

static bool glob(const char *g, const char *s)
{
	return glob_match(g, strlen(g), s, strlen(s));
}

START_TEST(globs_match_whole_texts)
{
	ck_assert(glob("sosial*", "sosial"));
	ck_assert(glob("sosial*", "sosialisasi"));
	ck_assert(!glob("sosial*", "pensosial"));
	ck_assert(glob("*a*b*c", "xxaxbbxcxc"));
	ck_assert(!glob("*a*b*c", "xxaxbbxcxcx"));
	ck_assert(glob("a?c", "a\u00e9c"));
	ck_assert(!glob("a?c", "ac"));
	ck_assert(glob("*?", "\u00e9"));
	ck_assert(!glob("*??", "\u00e9"));
	ck_assert(glob("", ""));
	ck_assert(!glob("", "a"));
}
END_TEST

START_TEST(globs_of_many_stars_end_soon)
{
	char text[5001];

	memset(text, 'a', 5000);
	text[5000] = '\0';
	ck_assert(!glob("*a*a*a*a*a*a*a*a*a*b", text));
}
END_TEST

static bool plain(const char *s)
{
	return gap_is_plain(s, 0, strlen(s));
}

static bool marks(const char *s, const char *wanted)
{
	return gap_is_marks(s, 0, strlen(s), wanted);
}

START_TEST(gaps_are_plain_with_spaces_quotes_and_stars)
{
	ck_assert(plain(" "));
	ck_assert(plain("\n"));
	ck_assert(plain("\" \u201c\u00a0'*"));
	ck_assert(plain("\u201d \u00ab"));
	ck_assert(!plain(", "));
	ck_assert(!plain(". "));
	ck_assert(!plain(" ("));
	ck_assert(!plain(" \u2013 "));
	ck_assert(!plain("/"));
}
END_TEST

START_TEST(gaps_have_marks_in_order)
{
	ck_assert(marks("/", "/"));
	ck_assert(marks(" / ", "/"));
	ck_assert(marks(". \"", "."));
	ck_assert(!marks("./", "/."));
	ck_assert(!marks(" ", "/"));
	ck_assert(!marks("//", "/"));
	ck_assert(marks("*", "*"));
	ck_assert(!marks(" ", "*"));
	ck_assert(gap_has(" \u2013 ", 0, 5, ",;\u2013"));
	ck_assert(!gap_has(" . ", 0, 3, ",;\u2013"));
}
END_TEST

START_TEST(places_are_sorted_without_doubles)
{
	struct place_list l = VEC_INIT;

	vec_push(&l, ((struct place){ 4, 5 }));
	vec_push(&l, ((struct place){ 1, 3 }));
	vec_push(&l, ((struct place){ 4, 4 }));
	vec_push(&l, ((struct place){ 1, 3 }));
	place_sort(&l);
	ck_assert_uint_eq(l.n, 3);
	ck_assert_uint_eq(l.items[0].first, 1);
	ck_assert_uint_eq(l.items[1].last, 4);
	ck_assert_uint_eq(place_from(&l, 0), 0);
	ck_assert_uint_eq(place_from(&l, 2), 1);
	ck_assert_uint_eq(place_from(&l, 5), 3);
	vec_release(&l);
}
END_TEST

START_TEST(places_inside_others_can_be_taken_away)
{
	struct place_list l = VEC_INIT, not_in = VEC_INIT;

	vec_push(&not_in, ((struct place){ 0, 9 }));
	vec_push(&not_in, ((struct place){ 1, 2 }));
	vec_push(&not_in, ((struct place){ 20, 21 }));
	vec_push(&l, ((struct place){ 5, 9 }));
	vec_push(&l, ((struct place){ 5, 10 }));
	vec_push(&l, ((struct place){ 19, 20 }));
	vec_push(&l, ((struct place){ 20, 20 }));
	vec_push(&l, ((struct place){ 21, 21 }));
	vec_push(&l, ((struct place){ 22, 22 }));
	place_subtract(&l, &not_in);
	ck_assert_uint_eq(l.n, 3);
	ck_assert_uint_eq(l.items[0].last, 10);
	ck_assert_uint_eq(l.items[1].first, 19);
	ck_assert_uint_eq(l.items[2].first, 22);
	vec_release(&l);
	vec_release(&not_in);
}
END_TEST

START_TEST(forms_have_hyphen_parts)
{
	struct form f;
	size_t len;
	const char *p;

	form_init(&f);
	form_set(&f, "MoU-Nya", 7);
	ck_assert_uint_eq(f.nparts, 2);
	p = form_run(&f, FORM_FOLDED, 1, 1, &len);
	ck_assert(len == 3 && memcmp(p, "nya", 3) == 0);
	p = form_run(&f, FORM_EXACT, 0, 1, &len);
	ck_assert(len == 7 && memcmp(p, "MoU-Nya", 7) == 0);
	form_set(&f, "a-b-c-d-e-f-g-h-i-j", 19);
	ck_assert_uint_eq(f.nparts, FORM_PARTS);
	p = form_run(&f, FORM_FOLDED, FORM_PARTS - 1, FORM_PARTS - 1, &len);
	ck_assert(len == 5 && memcmp(p, "h-i-j", 5) == 0);
	form_release(&f);
}
END_TEST

START_TEST(values_compare_as_what_they_are)
{
	ck_assert(value_test("9", OP_LT, "10", NULL));
	ck_assert(!value_test("9x", OP_LT, "10", NULL));
	ck_assert(value_test("2024-08-17", OP_EQ, "2024-08", NULL));
	ck_assert(value_test("2024", OP_LE, "2024-08-17", NULL));
	ck_assert(value_test("informant", OP_EQ, "Informan", role_parse));
	ck_assert(!value_test("informant", OP_EQ, "pewawancara", role_parse));
	ck_assert(value_test("KADER", OP_EQ, "kader", NULL));
	ck_assert(value_test("Bu Sari", OP_LIKE, "*sari", NULL));
	ck_assert(!value_test("Bu Sari", OP_LIKE, "sari", NULL));
	ck_assert(value_test("b", OP_GT, "A", NULL));
}
END_TEST

UNIT_MAIN("coder parts", globs_match_whole_texts, globs_of_many_stars_end_soon,
	gaps_are_plain_with_spaces_quotes_and_stars, gaps_have_marks_in_order,
	places_are_sorted_without_doubles, places_inside_others_can_be_taken_away,
	forms_have_hyphen_parts, values_compare_as_what_they_are)
