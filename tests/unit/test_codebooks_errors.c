/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Our own vectors: tests/unit/data/codebook-errors.tsv, every error of a file in order. */
#include "unit.h"

#include <string.h>

#include "base/diag.h"
#include "codebooks/parser.h"

static char *read_vectors(void)
{
	const char *path = unit_srcdir("tests/unit/data/codebook-errors.tsv");
	struct buf text = BUF_INIT;
	struct err e = ERR_INIT;

	ck_assert_msg(file_read(path, 1 << 20, &text, &e) == RC_OK, "%s", e.msg);
	return buf_detach(&text);
}

static char unescaped(const char **s)
{
	static const char from[] = "ntr\\", to[] = "\n\t\r\\";
	unsigned byte = 0;

	(*s)++;
	if (**s != 'x') {
		ck_assert_ptr_nonnull(strchr(from, **s));
		return to[strchr(from, **s) - from];
	}
	ck_assert_int_eq(sscanf(*s + 1, "%2x", &byte), 1);
	*s += 2;
	return (char)byte;
}

static void unescape(const char *s, struct buf *out)
{
	for (; *s != '\0'; s++)
		buf_addc(out, *s == '\\' ? unescaped(&s) : *s);
}

/* "E005 2:14, E007 3:1", or "ok". */
static void summary(const struct diags *d, struct buf *out)
{
	vec_each (const struct diag, g, &d->list)
		if (g->level == DIAG_ERROR)
			buf_printf(out, "%s%s %u:%u", out->len > 0 ? ", " : "", g->id, g->at.line,
				g->at.column);
	if (out->len == 0)
		buf_adds(out, "ok");
}

static void check_line(const char *expected, const char *escaped, unsigned line)
{
	struct buf text = BUF_INIT, got = BUF_INIT, shown = BUF_INIT;
	struct diags d = DIAGS_INIT;
	struct codebook *cb;
	struct err e = ERR_INIT;
	enum rc rc;

	unescape(escaped, &text);
	rc = codebook_parse("t.codebook", text.data, text.len, &cb, &d, &e);
	summary(&d, &got);
	diag_print_all(&d, &shown);
	ck_assert_msg(strcmp(got.data, expected) == 0, "line %u\nwant %s\ngot  %s\n%s\n%s", line,
		expected, got.data, text.data, shown.data);
	ck_assert_int_eq(rc, strcmp(expected, "ok") == 0 ? RC_OK : RC_INPUT);
	codebook_free(cb);
	diags_release(&d);
	buf_release(&shown);
	buf_release(&got);
	buf_release(&text);
}

START_TEST(every_file_has_exactly_its_errors)
{
	char *text = read_vectors(), *rest = text, *line;

	for (unsigned n = 1; (line = strsep(&rest, "\n")) != NULL; n++) {
		char *tab = strchr(line, '\t');

		if (*line == '#' || *line == '\0')
			continue;
		ck_assert_msg(tab != NULL, "line %u has no tab", n);
		*tab = '\0';
		check_line(line, tab + 1, n);
	}
	free(text);
}
END_TEST

START_TEST(there_is_a_case_for_every_error_id)
{
	char *text = read_vectors();

	for (int id = 1; id <= 23; id++) {
		char name[16];

		snprintf(name, sizeof name, "E%03d ", id);
		ck_assert_msg(strstr(text, name) != NULL, "no case for %s", name);
	}
	free(text);
}
END_TEST

/* The first error's hint holds PART. */
static void check_hint(const char *text, const char *part)
{
	struct diags d = DIAGS_INIT;
	struct codebook *cb;
	struct err e = ERR_INIT;
	const char *hint;

	ck_assert_int_eq(codebook_parse("t", text, strlen(text), &cb, &d, &e), RC_INPUT);
	hint = d.list.items[0].hint;
	ck_assert_msg(hint != NULL && strstr(hint, part) != NULL, "'%s' is not in '%s'", part,
		hint != NULL ? hint : "");
	diags_release(&d);
}

#define RULE(when) "codebook t\nwords @mutu { a }\ncode INT { rule sama { when " when " } }"

START_TEST(says_what_to_write_instead)
{
	check_hint(RULE("@muttu"), "did you mean '@mutu'?");
	check_hint(RULE("<INK>"), "did you mean 'INT'?");
	check_hint(RULE("a and <:sema>"), "did you mean 'sama'?");
	check_hint(RULE("rapat #koordinasi"), "write 'koordinasi'");
	check_hint(RULE("'nota kesepahaman'"), "write \"nota kesepahaman\"");
	check_hint(RULE("a weight 0,7"), "write 0.7");
	check_hint(RULE("a weight .7"), "write 0.7");
	check_hint(RULE("unit near 3 b"), "write \"unit\"");
	check_hint(RULE("JKm/JK"), "\"JKm/JK\"");
	check_hint(RULE("kerja_sama"), "~kerja_sama");
	check_hint(RULE("~patuh+neg"), "~patuh:neg");
	check_hint(RULE("a OR b"), "'or'");
	check_hint(RULE("a where role = x"), "speaker.role");
	check_hint("codebook t\nwords @x { nota kesepahaman }", "\"nota kesepahaman\"");
	check_hint("codebook t\nwords @x { \"nota\" resmi }", "write a comma or");
	check_hint("codebook t\nwords @x { nota -dinas resmi }", "write a comma or");
	check_hint("codebook t\nwords @x { nota dinas resmi }", "write \"nota dinas\"");
	check_hint("codebook t\nwords x { a }", "'@x'");
	check_hint("codebook t\ncode A { keyword { a } }", "did you mean 'keywords'?");
	check_hint("codebook t\ncode A { weight 0.7 keywords { a } }", "keywords weight");
	check_hint("codebook t\ncode A { color #1f77b4 }", "\"#1f77b4\"");
	check_hint("codebook t\ncode A { unit turns keywords { a } }", "did you mean 'turn'?");
}
END_TEST

/* What people write who learn the language, and who think in Indonesian. */
START_TEST(knows_what_beginners_write)
{
	check_hint("code A { }", "begin with 'codebook NAME");
	check_hint("codebook t language Indonesia\n", "write 'id'");
	check_hint("codebook t bahasa id", "version 1 language id");
	check_hint("codebook t\nCODE A { }", "did you mean 'code'?");
	check_hint("codebook t\n// catatan\n", "begins with '# '");
	check_hint("codebook t\ncode A { definisi \"x\" }", "did you mean 'definition'?");
	check_hint("codebook t\ncode A { Definition: \"x\" }", "did you mean 'definition'?");
	check_hint("codebook t\ncode A { kata kunci { a } }", "did you mean 'keywords'?");
	check_hint("codebook t\nkata @x { a }", "did you mean 'words'?");
	check_hint("codebook t\ncode A { definition Akses ke desa\n }", "write \"Akses ke desa\"");
	check_hint("codebook t\ncode A { definition = \"x\" }", "leave out '='");
	check_hint("codebook t\ncode A { definition \"kata \"sulit\" ini\" }", "is written \\\"");
	check_hint("codebook t\ncode A { definition \"x\", keywords { a } }", "between clauses");
	check_hint("codebook t\ncode A { color merah }", "\"#1f77b4\"");
	check_hint("codebook t\ncode \"Akses\" { }", "write Akses");
	check_hint("codebook t\ncode \"Akses desa\" { }", "KEY \"…\"");
	check_hint("codebook t\ncode A SATU \"Label\" { }", "write A_SATU");
	check_hint("codebook t\ncode A \"x\" parent B { }", "inside its { }");
	check_hint("codebook t\ncode A { parent B }", "inside its { }");
	check_hint("codebook t\ncode A { keywords [ a, b ] }", "in { }");
	check_hint("codebook t\ncode A { keywords { sinyal.* } }", "/sinyal.*/");
	check_hint("codebook t\ncode A { keywords { sinyal\tlemah } }", "\"sinyal lemah\"");
	check_hint("codebook t\ncode A { rule { when a } }", "before '{'");
	check_hint("codebook t\ncode A { rule r { a and b } }", "write 'when'");
	check_hint("codebook t\ntest hit \"a\"", "in a code or a rule");
	check_hint("codebook t\ncode A { keywords { ~paham –sepaham } }", "not a long dash");
	check_hint(RULE("~paham –sepaham"), "not a long dash");
	check_hint(RULE("a dekat 5 b"), "write 'near 5'");
	check_hint(RULE("a near 5 words b"), "counted in words");
	check_hint(RULE("belum optimal"), "'negated optimal'");
	check_hint(RULE("a where peran = informan"), "speaker.role");
}
END_TEST

START_TEST(shows_the_line_with_carets_under_the_thing)
{
	static const char text[] = "codebook t\nwords @mutu { é }\ncode A {\n"
				   "  rule r { when é near 5 @muttu and b }\n}";
	struct diags d = DIAGS_INIT;
	struct buf out = BUF_INIT;
	struct codebook *cb;
	struct err e = ERR_INIT;

	codebook_parse("jones.codebook", text, strlen(text), &cb, &d, &e);
	diag_print_all(&d, &out);
	ck_assert_str_eq(out.data, "jones.codebook:4:26: error[E009]: unknown word list '@muttu'\n"
				   "    4 |   rule r { when é near 5 @muttu and b }\n"
				   "      |                          ^^^^^^\n"
				   "      = did you mean '@mutu'?\n");
	buf_release(&out);
	diags_release(&d);
}
END_TEST

/* A tab is shown as one space; a wide character takes two carets' room, a combining one none. */
START_TEST(the_carets_stand_right_behind_tabs_and_wide_and_combining_characters)
{
	static const char text[] =
		"\xef\xbb\xbf"
		"codebook t\r\ncode A {\r\n\trule r { when a\tbb }\r\n"
		"\tdefinition \"日本語 e\u0301\"  color \"merah\"\r\n rule q { when";
	struct diags d = DIAGS_INIT;
	struct buf out = BUF_INIT;
	struct codebook *cb;
	struct err e = ERR_INIT;

	codebook_parse("j", text, sizeof text - 1, &cb, &d, &e);
	for (size_t i = 0; i < d.list.n; i++)
		d.list.items[i].hint = NULL;
	diag_print_all(&d, &out);
	ck_assert_str_eq(out.data,
		"j:3:18: error[E005]: expected an operator, a clause or '}', found 'bb'\n"
		"    3 |  rule r { when a bb }\n"
		"      |                  ^^\n"
		"j:4:28: error[E020]: unknown colour 'merah'\n"
		"    4 |  definition \"日本語 é\"  color \"merah\"\n"
		"      |                               ^^^^^^^\n"
		"j:5:15: error[E005]: expected a word, a phrase in quotes, ~root, /regex/ or "
		"@list, found the end of the file\n"
		"    5 |  rule q { when\n"
		"      |               ^\n");
	buf_release(&out);
	diags_release(&d);
}
END_TEST

static bool has_excerpt(const char *text, size_t len)
{
	struct diags d = DIAGS_INIT;
	struct codebook *cb;
	struct err e = ERR_INIT;
	bool has = false;

	ck_assert_int_eq(codebook_parse("t", text, len, &cb, &d, &e), RC_INPUT);
	vec_each (const struct diag, g, &d.list)
		has = has || g->excerpt != NULL;
	diags_release(&d);
	return has;
}

START_TEST(shows_nothing_of_a_file_that_is_no_codebook)
{
	static const char secret[] = "root:x:0:0:root:/root:/bin/bash\n";
	static const char control[] = "root:x:0:0\x01:root\n";
	static const char latin[] = "root:\xe9\n";
	static const char codebook[] = "codebook t\ncode A }\n";

	ck_assert(!has_excerpt(secret, sizeof secret - 1));
	ck_assert(!has_excerpt(control, sizeof control - 1));
	ck_assert(!has_excerpt(latin, sizeof latin - 1));
	ck_assert(has_excerpt(codebook, sizeof codebook - 1));
}
END_TEST

START_TEST(says_where_a_file_stops_being_utf8)
{
	static const char text[] = "codebook t\n# caf\xe9\n";
	struct diags d = DIAGS_INIT;
	struct codebook *cb;
	struct err e = ERR_INIT;

	ck_assert_int_eq(codebook_parse("t", text, sizeof text - 1, &cb, &d, &e), RC_INPUT);
	ck_assert_uint_eq(d.list.n, 1);
	ck_assert_str_eq(d.list.items[0].id, "E001");
	ck_assert_uint_eq(d.list.items[0].at.line, 2);
	ck_assert_uint_eq(d.list.items[0].at.column, 6);
	diags_release(&d);
}
END_TEST

START_TEST(stops_after_many_errors)
{
	struct buf text = BUF_INIT;
	struct diags d = DIAGS_INIT;
	struct codebook *cb;
	struct err e = ERR_INIT;

	buf_adds(&text, "codebook t\n");
	for (int i = 0; i < 1000; i++)
		buf_printf(&text, "code A%d { keywords { a b } }\n", i);
	ck_assert_int_eq(codebook_parse("t", text.data, text.len, &cb, &d, &e), RC_INPUT);
	ck_assert_uint_eq(d.count[DIAG_ERROR], 200);
	ck_assert_ptr_nonnull(strstr(e.msg, "at least 200 errors"));
	diags_release(&d);
	buf_release(&text);
}
END_TEST

UNIT_MAIN("codebooks errors", every_file_has_exactly_its_errors, there_is_a_case_for_every_error_id,
	says_what_to_write_instead, knows_what_beginners_write,
	shows_the_line_with_carets_under_the_thing,
	the_carets_stand_right_behind_tabs_and_wide_and_combining_characters,
	shows_nothing_of_a_file_that_is_no_codebook, says_where_a_file_stops_being_utf8,
	stops_after_many_errors)
