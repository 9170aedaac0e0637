/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Regular expressions with limits. */
#include "unit.h"

#include <string.h>

#include "codebooks/model.h"
#include "codebooks/pattern.h"

static struct regex *regex(const char *re, unsigned flags)
{
	struct regex *r;
	struct regex_flaw flaw;

	ck_assert_msg(
		regex_new(re, strlen(re), flags, &r, &flaw), "%s: %s", re, message_key(flaw.why));
	return r;
}

static bool finds(const char *re, unsigned flags, const char *text, size_t start, size_t end)
{
	struct regex *r = regex(re, flags);
	size_t from = 0, to = 0;
	bool found = regex_find(r, text, strlen(text), 0, &from, &to) == REGEX_FOUND;

	regex_free(r);
	return found && from == start && to == end;
}

static bool misses(const char *re, unsigned flags, const char *text)
{
	struct regex *r = regex(re, flags);
	size_t from, to;
	bool none = regex_find(r, text, strlen(text), 0, &from, &to) == REGEX_NONE;

	regex_free(r);
	return none;
}

START_TEST(case_counts_only_with_its_flag)
{
	ck_assert(finds("mou", 0, "ini MoU", 4, 7));
	ck_assert(misses("mou", REGEX_CASE, "ini MoU"));
	ck_assert(finds("\xc3\x89t\xc3\xa9", 0, "\xc3\xa9t\xc3\x89", 0, 5));
}
END_TEST

START_TEST(flags_mean_what_pcre_says)
{
	ck_assert(misses("^b", 0, "a\nb"));
	ck_assert(finds("^b", REGEX_MULTILINE, "a\nb", 2, 3));
	ck_assert(misses("a.b", 0, "a\nb"));
	ck_assert(finds("a.b", REGEX_DOTALL, "a\nb", 0, 3));
	ck_assert(finds("a b # x", REGEX_EXTENDED, "ab", 0, 2));
}
END_TEST

START_TEST(classes_know_all_letters)
{
	ck_assert(finds("\\w+", 0, "\xc3\xa9\xc3\xa8 x", 0, 4));
	ck_assert(finds("\\bRp\\d+", 0, "Rp500", 0, 5));
}
END_TEST

START_TEST(goes_on_behind_a_match)
{
	struct regex *r = regex("a+", 0);
	size_t start = 0, end = 0;

	ck_assert_int_eq(regex_find(r, "aa b a", 6, 0, &start, &end), REGEX_FOUND);
	ck_assert_int_eq(regex_find(r, "aa b a", 6, end, &start, &end), REGEX_FOUND);
	ck_assert_uint_eq(start, 5);
	ck_assert_int_eq(regex_find(r, "aa b a", 6, end, &start, &end), REGEX_NONE);
	regex_free(r);
}
END_TEST

static void check_refused(const char *re, size_t at)
{
	struct regex *r;
	struct regex_flaw flaw = { .where = 99 };

	ck_assert_msg(!regex_new(re, strlen(re), 0, &r, &flaw), "%s", re);
	ck_assert_ptr_null(r);
	ck_assert_msg(flaw.where == at, "%s: at %zu", re, flaw.where);
	ck_assert_msg(strncmp(message_key(flaw.why), "E014_", 5) == 0, "%s", re);
}

START_TEST(refuses_what_the_manual_lists)
{
	check_refused("a\\Kb", 1);
	check_refused("a\\Cb", 1);
	check_refused("(*UTF8)a", 0);
	check_refused("ab(*SKIP)", 2);
	check_refused("a(?C1)", 1);
	check_refused("a(?C'x')", 1);
	check_refused("(a\\Kb)", 2);
}
END_TEST

START_TEST(refuses_what_matches_the_empty_text)
{
	check_refused("a*", 0);
	check_refused("a|", 0);
	check_refused("\\b", 0);
	check_refused("(?=a)", 0);
	check_refused("^", 0);
}
END_TEST

START_TEST(shows_the_bracket_that_is_open)
{
	check_refused("a(b", 1);
	check_refused("a(b(c)", 1);
	check_refused("(a(b)c(d", 6);
	check_refused("\\((b", 2);
	check_refused("[(](b", 3);
	check_refused("a)", 1);
}
END_TEST

START_TEST(does_not_refuse_what_only_looks_like_it)
{
	regex_free(regex("\\\\K", 0));
	regex_free(regex("[(*]a", 0));
	regex_free(regex("\\(*a", 0));
	regex_free(regex("\\Q(*X)\\K\\Ea", 0));
	regex_free(regex("a(?#(*X \\K)b", 0));
	regex_free(regex("[]\\]K(*]a", 0));
	regex_free(regex("[[:alpha:](*]x", 0));
}
END_TEST

START_TEST(a_limit_is_not_a_miss)
{
	struct regex *r = regex("(x+x+)+\\d", 0);
	char text[61] = "";
	size_t start, end;

	memset(text, 'x', 60);
	ck_assert_int_eq(regex_find(r, text, 60, 0, &start, &end), REGEX_LIMIT);
	regex_free(r);
}
END_TEST

START_TEST(many_groups_are_no_trouble)
{
	struct regex *r = regex("(a)(b)(c)(d)(e)", 0);
	size_t start, end;

	ck_assert_int_eq(regex_find(r, "xabcde", 6, 0, &start, &end), REGEX_FOUND);
	ck_assert_uint_eq(start, 1);
	ck_assert_uint_eq(end, 6);
	regex_free(r);
	regex_free(NULL);
}
END_TEST

START_TEST(nesting_has_a_limit)
{
	struct buf re = BUF_INIT;
	struct regex *r;
	struct regex_flaw flaw;

	for (int i = 0; i < 1000; i++)
		buf_addc(&re, '(');
	buf_addc(&re, 'a');
	for (int i = 0; i < 1000; i++)
		buf_addc(&re, ')');
	ck_assert(!regex_new(re.data, re.len, 0, &r, &flaw));
	buf_release(&re);
}
END_TEST

UNIT_MAIN("codebooks pattern", case_counts_only_with_its_flag, flags_mean_what_pcre_says,
	classes_know_all_letters, goes_on_behind_a_match, refuses_what_the_manual_lists,
	refuses_what_matches_the_empty_text, shows_the_bracket_that_is_open,
	does_not_refuse_what_only_looks_like_it, a_limit_is_not_a_miss, many_groups_are_no_trouble,
	nesting_has_a_limit)
