/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <string.h>

#include "codebooks/outline.h"
#include "codebooks/parser.h"

static const char book[] =
	"codebook uji\n"
	"words @dalam { maksimal }\n"
	"words @mutu { optimal, @dalam }\n"
	"code A \"Satu\" {\n"
	"  see uji.B\n"
	"  keywords { ~paham -kesepahaman -\"salah paham\", @mutu -optimalnya }\n"
	"  keywords weight 0.8 { \"media { promosi\" }\n"
	"  rule satu {\n"
	"    when   negated @uji.mutu  # yang dinilai\n"
	"      and (a1 or \"when\")\n"
	"    unless /[}]x/\n"
	"    where document.\"when\" = \"uji.B\"\n"
	"  }\n"
	"}\n"
	"code B \"Dua uji.A\" { rule dua { when <uji.A:satu> and uji } }\n";

static struct codebook *parsed(const char *text)
{
	struct diags d = DIAGS_INIT;
	struct codebook *cb = NULL;
	struct err e = ERR_INIT;
	struct buf shown = BUF_INIT;
	enum rc rc = codebook_parse("uji", text, strlen(text), &cb, &d, &e);

	diag_print_all(&d, &shown);
	ck_assert_msg(rc == RC_OK, "%s", shown.data);
	buf_release(&shown);
	diags_release(&d);
	return cb;
}

static void check_clause(const char *key, enum word clause, const char *expected)
{
	struct codebook *cb = parsed(book);
	const struct code *c = codebook_code(cb, strcmp(key, "dua") == 0 ? "B" : "A");
	struct buf out = BUF_INIT;

	outline_clause(cb, code_rule(c, key), clause, &out);
	ck_assert_str_eq(out.data, expected);
	buf_release(&out);
	codebook_free(cb);
}

START_TEST(a_clause_is_one_line_without_comments)
{
	check_clause("satu", WORD_WHEN, "negated @uji.mutu and (a1 or \"when\")");
	check_clause("satu", WORD_UNLESS, "/[}]x/");
	check_clause("satu", WORD_WHERE, "document.\"when\" = \"uji.B\"");
	check_clause("dua", WORD_WHEN, "<uji.A:satu> and uji");
	check_clause("dua", WORD_UNLESS, "");
}
END_TEST

START_TEST(keywords_have_their_exclusions)
{
	struct codebook *cb = parsed(book);
	const struct code *a = codebook_code(cb, "A");
	struct buf out = BUF_INIT;

	outline_keywords(a, a->rules[0], ", ", &out);
	ck_assert_str_eq(out.data, "~paham -kesepahaman -\"salah paham\", @mutu -optimalnya");
	buf_reset(&out);
	outline_all_words(a, "; ", &out);
	ck_assert_str_eq(out.data,
		"~paham -kesepahaman -\"salah paham\"; optimal -optimalnya; maksimal -optimalnya; "
		"\"media { promosi\"");
	buf_release(&out);
	codebook_free(cb);
}
END_TEST

START_TEST(another_name_keeps_its_own_references)
{
	struct codebook *cb = parsed(book), *again;
	struct buf out = BUF_INIT;

	outline_rename(cb, "saya", &out);
	ck_assert_int_eq(strncmp(out.data, "codebook saya\n", 14), 0);
	ck_assert_ptr_nonnull(strstr(out.data, "see saya.B"));
	ck_assert_ptr_nonnull(strstr(out.data, "negated @saya.mutu"));
	ck_assert_ptr_nonnull(strstr(out.data, "<saya.A:satu> and uji"));
	ck_assert_ptr_nonnull(strstr(out.data, "\"Dua uji.A\""));
	ck_assert_ptr_nonnull(strstr(out.data, "\"uji.B\""));
	again = parsed(out.data);
	ck_assert_str_eq(again->codes.items[0]->full, "saya.A");
	codebook_free(again);
	codebook_free(cb);
	buf_release(&out);
}
END_TEST

START_TEST(keys_are_told_from_other_words)
{
	static const char *const good[] = { "a", "jones-2", "A_b" };
	static const char *const bad[] = { "", "2a", "a-", "a--b", "dua kata", "a.b", "-a" };

	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		ck_assert_msg(outline_is_key(good[i]), "%s", good[i]);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		ck_assert_msg(!outline_is_key(bad[i]), "%s", bad[i]);
}
END_TEST

UNIT_MAIN("outline", a_clause_is_one_line_without_comments, keywords_have_their_exclusions,
	another_name_keeps_its_own_references, keys_are_told_from_other_words)
