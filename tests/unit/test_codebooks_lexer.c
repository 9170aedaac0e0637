/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tokens and reserved words. */
#include "unit.h"

#include <string.h>

#include "codebooks/lexer.h"
#include "codebooks/words.h"

/* Tokens as "kind:text" with one letter a kind. */
static void check(const char *text, const char *expected)
{
	static const char letters[] = "$rtxm-!";
	struct lexer lex;
	struct token t;
	struct buf got = BUF_INIT;

	lexer_init(&lex, text, strlen(text));
	for (lexer_next(&lex, &t); t.kind != TOKEN_END; lexer_next(&lex, &t))
		buf_printf(&got, "%s%c:%.*s", got.len > 0 ? " " : "", letters[t.kind],
			(int)(t.end - t.start), text + t.start);
	ck_assert_str_eq(got.data, expected);
	lexer_release(&lex);
	buf_release(&got);
}

START_TEST(runs_end_at_blanks_and_marks)
{
	check("a{b,c}(d)<e>", "r:a m:{ r:b m:, r:c m:} m:( r:d m:) m:< r:e m:>");
	check("~kerja_sama:pos @x.y stem:nl:werk", "r:~kerja_sama:pos r:@x.y r:stem:nl:werk");
	check("terus-menerus jum'at 0,7 134,249 a,5",
		"r:terus-menerus r:jum'at r:0,7 r:134,249 r:a m:, r:5");
	check("a = b != c <= d >= e", "r:a m:= r:b m:!= r:c m:<= r:d m:>= r:e");
	check("a\xc2\xa0"
	      "b",
		"r:a r:b");
}
END_TEST

START_TEST(texts_and_regexes_end_on_their_line)
{
	check("\"a \\\" b\" c", "t:\"a \\\" b\" r:c");
	check("\xe2\x80\x9c"
	      "a\"b\xe2\x80\x9d c",
		"t:\xe2\x80\x9c"
		"a\"b\xe2\x80\x9d r:c");
	check("/a\\/[\\/]b/cx d", "x:/a\\/[\\/]b/cx r:d");
	check("\"a\nb", "!:\"a r:b");
	check("/a\nb", "!:/a r:b");
}
END_TEST

START_TEST(comments_stand_apart)
{
	check("a # b\nc ## d\n#\ne", "r:a r:c r:e");
	check("# first", "");
	check("a #b", "r:a !:#b");
	check("a# b", "r:a !:# r:b");
	check("\"#\" x", "t:\"#\" r:x");
}
END_TEST

START_TEST(a_minus_begins_and_a_hyphen_joins)
{
	check("a -b - c -\"d\"", "r:a -:- r:b -:- r:c -:- t:\"d\"");
	check("a-b", "r:a-b");
}
END_TEST

START_TEST(columns_count_characters)
{
	static const char text[] = "\xc3\xa9\xc3\xa9 b\n\tc";
	struct lexer lex;
	struct token t;

	lexer_init(&lex, text, strlen(text));
	lexer_next(&lex, &t);
	ck_assert_uint_eq(t.at.width, 2);
	ck_assert(t.first);
	lexer_next(&lex, &t);
	ck_assert_uint_eq(t.at.column, 4);
	ck_assert(!t.first);
	lexer_next(&lex, &t);
	ck_assert_uint_eq(t.at.line, 2);
	ck_assert_uint_eq(t.at.column, 2);
	ck_assert(t.first);
	lexer_release(&lex);
}
END_TEST

START_TEST(suppressions_are_noted_with_their_line)
{
	static const char text[] = "a # suppress: W057, W058\n## suppress: W060\n# W061";
	struct lexer lex;
	struct token t;

	lexer_init(&lex, text, strlen(text));
	do
		lexer_next(&lex, &t);
	while (t.kind != TOKEN_END);
	ck_assert_uint_eq(lex.suppressed.n, 3);
	ck_assert_str_eq(lex.suppressed.items[1].id, "W058");
	ck_assert(!lex.suppressed.items[1].alone);
	ck_assert_uint_eq(lex.suppressed.items[1].at.column, 21);
	ck_assert_uint_eq(lex.suppressed.items[2].at.line, 2);
	ck_assert_uint_eq(lex.suppressed.items[2].until, 3);
	ck_assert(lex.suppressed.items[2].alone);
	lexer_release(&lex);
}
END_TEST

START_TEST(a_nul_is_a_run_of_its_own)
{
	struct lexer lex;
	struct token t;

	lexer_init(&lex, "\0=a\x01", 4);
	lexer_next(&lex, &t);
	ck_assert_int_eq(t.kind, TOKEN_RUN);
	ck_assert_uint_eq(t.end, 1);
	lexer_next(&lex, &t);
	ck_assert_int_eq(t.mark, MARK_EQUALS);
	lexer_next(&lex, &t);
	ck_assert_uint_eq(t.end, 3);
	lexer_next(&lex, &t);
	ck_assert_uint_eq(t.end, 4);
	lexer_next(&lex, &t);
	ck_assert_int_eq(t.kind, TOKEN_END);
	lexer_release(&lex);
}
END_TEST

START_TEST(every_reserved_word_is_found)
{
	for (int w = 1; w < WORD_COUNT; w++) {
		const char *s = word_text((enum word)w);

		ck_assert_msg(word_find(s, strlen(s)) == (enum word)w, "%s", s);
		ck_assert_uint_ne(word_flags((enum word)w), 0);
		ck_assert_int_eq(word_find(s, strlen(s) - 1) == (enum word)w, 0);
	}
	ck_assert_int_eq(word_find("When", 4), WORD_NONE);
	ck_assert_int_eq(word_find("whenever", 8), WORD_NONE);
	ck_assert_int_eq(word_find("", 0), WORD_NONE);
	ck_assert_str_eq(word_nearest("keyword", IN_CODE), "keywords");
}
END_TEST

UNIT_MAIN("codebooks lexer", runs_end_at_blanks_and_marks, texts_and_regexes_end_on_their_line,
	comments_stand_apart, a_minus_begins_and_a_hyphen_joins, columns_count_characters,
	suppressions_are_noted_with_their_line, a_nul_is_a_run_of_its_own,
	every_reserved_word_is_found)
