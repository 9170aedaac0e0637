/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Patterns: what pattern_parse() makes of a word, phrase, root, stem, regex. */
#include "unit.h"

#include <string.h>

#include "codebooks/parser.h"

/* Lives as long as the test's process. */
static struct arena arena = ARENA_INIT;

static const struct pattern *pattern(const char *text)
{
	const struct pattern *w;
	struct err e = ERR_INIT;

	ck_assert_msg(pattern_parse(text, &arena, &w, &e) == RC_OK, "%s: %s", text, e.msg);
	return w;
}

static void check(const char *text, enum pattern_kind kind, const char *form, const char *source,
	const char *key)
{
	const struct pattern *w = pattern(text);

	ck_assert_msg(w->kind == kind, "%s is kind %d", text, (int)w->kind);
	ck_assert_pstr_eq(w->form, form);
	ck_assert_str_eq(w->source, source);
	ck_assert_str_eq(w->key, key);
}

START_TEST(words_are_folded_unless_exact)
{
	check("Optimal", PATTERN_WORD, "optimal", "Optimal", "optimal");
	check("=MoU", PATTERN_WORD, "MoU", "=MoU", "=MoU");
	check("\"MoU\"", PATTERN_WORD, "mou", "MoU", "mou");
	check("=\"MoU\"", PATTERN_WORD, "MoU", "=MoU", "=MoU");
	check("\"=MoU\"", PATTERN_WORD, "MoU", "=MoU", "=MoU");
	check("Straße", PATTERN_WORD, "strasse", "Straße", "strasse");
	check("Jum\xe2\x80\x99"
	      "at",
		PATTERN_WORD, "jum'at", "Jum'at", "jum'at");
	ck_assert(pattern("=MoU")->exact);
	ck_assert(!pattern("MoU")->exact);
}
END_TEST

START_TEST(quotes_stay_where_they_are_needed)
{
	check("\"unit\"", PATTERN_WORD, "unit", "\"unit\"", "\"unit\"");
	check("\"24\"", PATTERN_WORD, "24", "\"24\"", "\"24\"");
	check("\"134,249\"", PATTERN_WORD, "134,249", "\"134,249\"", "\"134,249\"");
	check("=unit", PATTERN_WORD, "unit", "=unit", "=unit");
	check("\"kerja\"", PATTERN_WORD, "kerja", "kerja", "kerja");
}
END_TEST

START_TEST(globs_keep_their_marks)
{
	check("Sosial*", PATTERN_GLOB, "sosial*", "Sosial*", "sosial*");
	check("work?r", PATTERN_GLOB, "work?r", "work?r", "work?r");
	check("=Sen*", PATTERN_GLOB, "Sen*", "=Sen*", "=Sen*");
	check("non-*", PATTERN_GLOB, "non-*", "non-*", "non-*");
	check("\"*litera*\"", PATTERN_GLOB, "*litera*", "*litera*", "*litera*");
	check("unit*", PATTERN_GLOB, "unit*", "unit*", "unit*");
}
END_TEST

START_TEST(roots_have_flags)
{
	check("~Patuh", PATTERN_ROOT, "patuh", "~patuh", "~patuh");
	check("~kerja_sama", PATTERN_ROOT, "kerja_sama", "~kerja_sama", "~kerja_sama");
	check("~bayar:lisan:pos", PATTERN_ROOT, "bayar", "~bayar:pos:lisan", "~bayar:pos:lisan");
	check("\"~bayar\"", PATTERN_ROOT, "bayar", "~bayar", "~bayar");
	ck_assert_int_eq(pattern("~patuh:neg")->only, ROOT_ONLY_NEG);
	ck_assert_int_eq(pattern("~bayar:lisan:pos")->only, ROOT_ONLY_POS);
	ck_assert(pattern("~bayar:lisan:pos")->spoken);
	ck_assert(!pattern("~bayar")->spoken);
}
END_TEST

START_TEST(stems_have_a_language)
{
	check("stem:Implement", PATTERN_STEM, "implement", "stem:implement", "stem:implement");
	check("stem:nl:werk", PATTERN_STEM, "werk", "stem:nl:werk", "stem:nl:werk");
	check("stem:en:work", PATTERN_STEM, "work", "stem:work", "stem:work");
	ck_assert_str_eq(pattern("stem:implement")->lang, "en");
	ck_assert_str_eq(pattern("stem:nl:werk")->lang, "nl");
}
END_TEST

/* "a|b|c" with the gaps between them in [ ]. */
static void check_parts(const char *text, const char *parts, const char *source)
{
	const struct pattern *w = pattern(text);
	struct buf got = BUF_INIT;

	ck_assert_int_eq(w->kind, PATTERN_PHRASE);
	for (size_t i = 0; i < w->nparts; i++) {
		buf_printf(&got, "%s%s%s", w->parts[i]->kind == PATTERN_ROOT ? "~" : "",
			w->parts[i]->exact ? "=" : "", w->parts[i]->form);
		if (i + 1 < w->nparts)
			buf_printf(&got, "[%s]", w->gaps[i]);
	}
	ck_assert_str_eq(got.data, parts);
	ck_assert_str_eq(w->source, source);
	buf_release(&got);
}

START_TEST(phrases_have_ordinary_gaps_and_marks)
{
	check_parts("\"nota  kesepahaman\"", "nota[]kesepahaman", "\"nota kesepahaman\"");
	check_parts("\" nota kesepahaman \"", "nota[]kesepahaman", "\"nota kesepahaman\"");
	check_parts("\"JKm/JK\"", "jkm[/]jk", "\"JKm/JK\"");
	check_parts("\"S.Sos M.Si\"", "s[.]sos[]m[.]si", "\"S.Sos M.Si\"");
	check_parts("\"a - b\"", "a[-]b", "\"a - b\"");
	check_parts("\"satu, dua\"", "satu[,]dua", "\"satu, dua\"");
	check_parts("\"kerja_sama\"", "kerja[_]sama", "\"kerja_sama\"");
	check_parts(
		"\"nota \\\"kesepahaman\\\" x\"", "nota[]kesepahaman[]x", "\"nota kesepahaman x\"");
	check_parts("\"a\\\\b\"", "a[\\]b", "\"a\\\\b\"");
	check_parts("\"Rp 500\"", "rp[]500", "\"Rp 500\"");
}
END_TEST

START_TEST(words_of_a_phrase_are_roots_globs_or_exact)
{
	check_parts("\"~bayar iuran\"", "~bayar[]iuran", "\"~bayar iuran\"");
	check_parts("\"~kerja_sama:pos baik\"", "~kerja_sama[]baik", "\"~kerja_sama:pos baik\"");
	check_parts("\"=MoU baru\"", "=MoU[]baru", "\"=MoU baru\"");
	check_parts("=\"Rumah BUMN\"", "=Rumah[]=BUMN", "=\"Rumah BUMN\"");
	check_parts("\"peserta* aktif\"", "peserta*[]aktif", "\"peserta* aktif\"");
	ck_assert(pattern("=\"Rumah BUMN\"")->exact);
	ck_assert_int_eq(pattern("\"peserta* aktif\"")->parts[0]->kind, PATTERN_GLOB);
	ck_assert_int_eq(pattern("\"~kerja_sama:pos baik\"")->parts[0]->only, ROOT_ONLY_POS);
}
END_TEST

START_TEST(a_phrases_key_is_folded_but_for_exact_words)
{
	ck_assert_str_eq(pattern("\"Nota Kesepahaman\"")->key, "\"nota kesepahaman\"");
	ck_assert_str_eq(pattern("\"=MoU Baru\"")->key, "\"=MoU baru\"");
	ck_assert_str_eq(pattern("=\"Rumah BUMN\"")->key, "=\"Rumah BUMN\"");
	ck_assert_str_eq(
		pattern("\xe2\x80\x9cNota Kesepahaman\xe2\x80\x9d")->key, "\"nota kesepahaman\"");
}
END_TEST

START_TEST(regexes_lose_the_escape_of_the_slash)
{
	const struct pattern *w = pattern("/a\\/b[\\/]\\\\c/xc");

	ck_assert_int_eq(w->kind, PATTERN_REGEX);
	ck_assert_str_eq(w->form, "a/b[/]\\\\c");
	ck_assert_str_eq(w->source, "/a\\/b[\\/]\\\\c/cx");
	ck_assert_uint_eq(w->regex_flags, REGEX_CASE | REGEX_EXTENDED);
}
END_TEST

START_TEST(exclusions_hang_on_their_pattern)
{
	const struct pattern *w = pattern("~sadar -\"Desa Sadar\" -=Sadari");

	ck_assert_uint_eq(w->nexcept, 2);
	ck_assert_str_eq(w->except[0]->source, "\"Desa Sadar\"");
	ck_assert_str_eq(w->except[1]->source, "=Sadari");
	ck_assert_str_eq(w->source, "~sadar");
	ck_assert_str_eq(w->key, "~sadar");
}
END_TEST

START_TEST(refuses_what_is_not_one_pattern)
{
	static const char *const wrong[] = { "", "nota kesepahaman", "a b c", "a or b", "@mutu",
		"unit", "~", "/a(/", "\"open", "a -", "\"a\" \"b\"", "\xff", "(a)", "a near 3 b",
		"\x01", "a \x02", "=\x03" };
	const struct pattern *w;

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct err e = ERR_INIT;

		ck_assert_msg(pattern_parse(wrong[i], &arena, &w, &e) == RC_USAGE, "%s", wrong[i]);
		ck_assert_ptr_null(w);
		ck_assert_str_ne(e.msg, "");
	}
}
END_TEST

UNIT_MAIN("codebooks phrases", words_are_folded_unless_exact, quotes_stay_where_they_are_needed,
	globs_keep_their_marks, roots_have_flags, stems_have_a_language,
	phrases_have_ordinary_gaps_and_marks, words_of_a_phrase_are_roots_globs_or_exact,
	a_phrases_key_is_folded_but_for_exact_words, regexes_lose_the_escape_of_the_slash,
	exclusions_hang_on_their_pattern, refuses_what_is_not_one_pattern)
