/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one layout: what it looks like, that it is stable and that it changes no meaning. */
#include <string.h>

#include "tests/unit/unit.h"

#include "codebooks/layout.h"
#include "codebooks/library.h"
#include "codebooks/parser.h"

static struct codebook *parsed(const char *text, size_t len)
{
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct codebook *cb = NULL;

	if (codebook_parse("t.codebook", text, len, &cb, &d, &e) != RC_OK) {
		struct buf out = BUF_INIT;

		diag_print_all(&d, &out);
		ck_abort_msg("%.900s\n%.900s", out.data, text);
	}
	diags_release(&d);
	return cb;
}

static void same_pattern_list(const struct wordlist *a, const struct wordlist *b)
{
	ck_assert_str_eq(a->name, b->name);
	ck_assert_uint_eq(a->nitems, b->nitems);
	for (size_t i = 0; i < a->nitems; i++) {
		ck_assert_uint_eq(a->items[i]->nexcept, b->items[i]->nexcept);
		if (a->items[i]->kind != PATTERN_LIST)
			ck_assert_str_eq(a->items[i]->key, b->items[i]->key);
	}
}

static void same_tests(const struct test *a, size_t na, const struct test *b, size_t nb)
{
	ck_assert_uint_eq(na, nb);
	for (size_t i = 0; i < na; i++) {
		ck_assert_int_eq(a[i].kind, b[i].kind);
		ck_assert_str_eq(a[i].text, b[i].text);
	}
}

static void same_rule(const struct rule *a, const struct rule *b)
{
	ck_assert_str_eq(a->key, b->key);
	ck_assert_mem_eq(a->hash, b->hash, SHA256_LEN);
	ck_assert(a->set.weight >= b->set.weight && a->set.weight <= b->set.weight);
	ck_assert_int_eq(a->is_private, b->is_private);
	same_tests(a->tests, a->ntests, b->tests, b->ntests);
}

static void same_code(const struct code *a, const struct code *b)
{
	ck_assert_str_eq(a->full, b->full);
	ck_assert_str_eq(localised_text(a->label, "en"), localised_text(b->label, "en"));
	ck_assert_str_eq(localised_text(a->definition, "id"), localised_text(b->definition, "id"));
	ck_assert_uint_eq(a->nrules, b->nrules);
	for (size_t i = 0; i < a->nrules; i++)
		same_rule(a->rules[i], b->rules[i]);
	same_tests(a->tests, a->ntests, b->tests, b->ntests);
}

static void same_book(const struct codebook *a, const struct codebook *b)
{
	ck_assert_uint_eq(a->codes.n, b->codes.n);
	for (size_t i = 0; i < a->codes.n; i++)
		same_code(a->codes.items[i], b->codes.items[i]);
	ck_assert_uint_eq(a->lists.n, b->lists.n);
	for (size_t i = 0; i < a->lists.n; i++)
		same_pattern_list(a->lists.items[i], b->lists.items[i]);
}

static size_t count(const char *s, const char *word)
{
	size_t n = 0;

	for (; (s = strstr(s, word)) != NULL; s++)
		n++;
	return n;
}

/* parse(fmt(x)) = parse(x), fmt(fmt(x)) = fmt(x), and no comment is lost. */
static void check_layout(const char *text, size_t len)
{
	struct buf once = BUF_INIT, twice = BUF_INIT;
	struct codebook *before = parsed(text, len), *after;
	size_t at;

	layout_write(before->files.items[0].text, before->files.items[0].len, &once);
	after = parsed(once.data, once.len);
	same_book(before, after);
	layout_write(once.data, once.len, &twice);
	for (at = 0; once.data[at] != '\0' && once.data[at] == twice.data[at];)
		at++;
	ck_assert_msg(once.data[at] == twice.data[at], "%.200s\nbecomes\n%.200s",
		once.data + (at > 80 ? at - 80 : 0), twice.data + (at > 80 ? at - 80 : 0));
	ck_assert_uint_eq(count(text, "# c"), count(once.data, "# c"));
	ck_assert_uint_eq(count(text, "# suppress"), count(once.data, "# suppress"));
	codebook_free(before);
	codebook_free(after);
	buf_release(&once);
	buf_release(&twice);
}

static void assert_layout(const char *text, const char *wanted)
{
	struct buf out = BUF_INIT;

	layout_write(text, strlen(text), &out);
	ck_assert_str_eq(out.data, wanted);
	buf_release(&out);
	check_layout(text, strlen(text));
}

START_TEST(puts_an_item_on_a_line)
{
	assert_layout(
		"codebook t  language id en   title \"a\" en \"b\" source \"c\"\n\n\n"
		"code A \"x\"{definition \"d\" threshold 0.7 keywords {kader,iuran}rule r{when "
		"kader near 3( iuran or =MoU ) weight 0.8}}",
		"codebook t language id en\n"
		"title \"a\" en \"b\"\n"
		"source \"c\"\n"
		"\n"
		"code A \"x\" {\n"
		"  definition \"d\"\n"
		"  threshold 0.7\n"
		"  keywords { kader, iuran }\n"
		"  rule r {\n"
		"    when kader near 3 (iuran or =MoU)\n"
		"    weight 0.8\n"
		"  }\n"
		"}\n");
}
END_TEST

START_TEST(keeps_comments_where_they_stand)
{
	assert_layout(
		"# c first\ncodebook t # c head\n\n  # c before\ncode A { # c open\n"
		"keywords { kader # c one\n\n # c two\n iuran } # c end\n# c last in\n}\n# c end",
		"# c first\n"
		"codebook t  # c head\n"
		"\n"
		"# c before\n"
		"code A {  # c open\n"
		"  keywords { kader,  # c one\n"
		"      # c two\n"
		"      iuran }  # c end\n"
		"  # c last in\n"
		"}\n"
		"# c end\n");
}
END_TEST

START_TEST(writes_straight_quotes_and_commas)
{
	assert_layout(
		"codebook t code A { keywords { “nota kesepahaman”\nkader -“kader partai”,\n } }",
		"codebook t\n"
		"code A {\n"
		"  keywords { \"nota kesepahaman\", kader -\"kader partai\" }\n"
		"}\n");
}
END_TEST

START_TEST(parts_marks_in_conditions_and_not_in_patterns)
{
	assert_layout("codebook t code A { rule r { when =MoU and <:s> where speaker.umur>=3 and "
		      "document.\"asal usul\"=x } rule s { when 2 of(kader,iuran) } }",
		"codebook t\n"
		"code A {\n"
		"  rule r {\n"
		"    when =MoU and <:s>\n"
		"    where speaker.umur >= 3 and document.\"asal usul\" = x\n"
		"  }\n"
		"  rule s {\n"
		"    when 2 of (kader, iuran)\n"
		"  }\n"
		"}\n");
}
END_TEST

/* Warnings of the text, laid out or not. */
static size_t count_warnings(const char *text, size_t len)
{
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct codebook *cb = NULL;
	size_t n;

	ck_assert_int_eq(codebook_parse("t.codebook", text, len, &cb, &d, &e), RC_OK);
	n = d.list.n;
	codebook_free(cb);
	diags_release(&d);
	return n;
}

static void assert_silent(const char *text)
{
	struct buf out = BUF_INIT;

	ck_assert_msg(count_warnings(text, strlen(text)) == 0, "%s", text);
	layout_write(text, strlen(text), &out);
	ck_assert_msg(count_warnings(out.data, out.len) == 0, "%s", out.data);
	buf_release(&out);
	check_layout(text, strlen(text));
}

#define LONG "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define IN_CODE(s) "codebook t\ncode A {\n definition \"d\" test hit \"x\"\n" s "\n}\n"

START_TEST(what_was_silenced_stays_silent)
{
	assert_silent(IN_CODE("rule r { when /ab b/ or " LONG " or b" LONG " or /da e/ or c" LONG
			      " or /ba c/ # suppress: W058\n}"));
	assert_silent(IN_CODE("rule r {\n# suppress: W058\n when /ab b/ or " LONG " or b" LONG
			      " or /da e/ or c" LONG " or /ba c/ }"));
	assert_silent(IN_CODE("rule r { when /ab b/ or iuran } # suppress: W058"));
	assert_silent(
		IN_CODE("keywords { iuran\n ~alat, " LONG ", b" LONG ", c" LONG ", ~ikut, a, b "
			"# suppress: W060\n kader }"));
	assert_silent(IN_CODE("keywords { iuran\n # suppress: W060\n ~alat, " LONG ", b" LONG
			      ", c" LONG ", ~ikut, a, b\n kader }"));
	assert_silent(IN_CODE("keywords { ~alat, " LONG ", b" LONG ", ~ikut, c" LONG ", a, b "
			      "# suppress: W060\n kader }"));
	assert_silent("codebook t\n# suppress: W060 W065\ncode A { keywords { ~alat } }");
	assert_silent("codebook t\ncode A { keywords { ~alat } } # suppress: W060 W065");
}
END_TEST

START_TEST(a_silenced_line_of_a_list_stays_a_line)
{
	assert_layout(IN_CODE("keywords {\n iuran, kader\n ~alat, ~ikut # suppress: W060\n a, b }"),
		"codebook t\n"
		"code A {\n"
		"  definition \"d\"\n"
		"  test hit \"x\"\n"
		"  keywords { iuran, kader,\n"
		"      ~alat, ~ikut,  # suppress: W060\n"
		"      a, b }\n"
		"}\n");
	assert_layout(IN_CODE("keywords {\n ~alat # suppress: W060\n a\n b }"),
		"codebook t\n"
		"code A {\n"
		"  definition \"d\"\n"
		"  test hit \"x\"\n"
		"  keywords {\n"
		"      ~alat,  # suppress: W060\n"
		"      a, b }\n"
		"}\n");
}
END_TEST

START_TEST(fills_the_lines_of_an_expression)
{
	assert_layout("codebook t code A { rule r { when (" LONG " or b" LONG " or c" LONG
		      " or d or e or hanya) test hit \"aaaaaaaaaaaaaa\" } }",
		"codebook t\n"
		"code A {\n"
		"  rule r {\n"
		"    when (" LONG " or b" LONG "\n"
		"        or c" LONG " or d or e or hanya)\n"
		"    test hit \"aaaaaaaaaaaaaa\"\n"
		"  }\n"
		"}\n");
}
END_TEST

START_TEST(shipped_codebooks_keep_their_meaning)
{
	struct file_list files = VEC_INIT;
	struct err e = ERR_INIT;

	setenv("TEMA_LIBRARY", unit_srcdir("codebooks/library"), 1);
	ck_assert_int_eq(library_list(&files, &e), RC_OK);
	ck_assert_uint_gt(files.n, 0);
	vec_each (char *, path, &files) {
		struct buf text = BUF_INIT;

		ck_assert_int_eq(file_read(*path, CODEBOOK_MAX, &text, &e), RC_OK);
		check_layout(text.data, text.len);
		buf_release(&text);
	}
	file_list_release(&files);
}
END_TEST

/* --- generated ones --- */

struct maker {
	uint32_t state;
	struct buf out;
	unsigned keys;
};

static uint32_t draw(struct maker *m, uint32_t n)
{
	m->state = m->state * 1664525u + 1013904223u;
	return (m->state >> 8) % n;
}

static void gap(struct maker *m)
{
	static const char *const gaps[] = { " ", "  ", "\n", "\n\n\n", " # c x\n", "\t",
		"\n  # c y\n", " # suppress: W060\n", "\n # suppress: W060\n" };

	buf_adds(&m->out, gaps[draw(m, 9)]);
}

static void word(struct maker *m)
{
	static const char *const words[] = { "kader", "iuran*", "~bayar", "=MoU",
		"\"nota kesepahaman\"", "“temu warga”", "~paham -kesepahaman", "@mutu",
		"/a+b\\/c/c", "\"JKm/JK\"", "~sadar -\"Desa Sadar\"", "stem:en:work",
		"\"kata \\\"kutip\"", "terus-menerus" };

	buf_adds(&m->out, words[draw(m, 14)]);
}

static void expression(struct maker *m, unsigned depth)
{
	static const char *const joints[] = { "and", "or" };
	uint32_t n = 1 + draw(m, 4), joint = draw(m, 2);

	for (uint32_t i = 0; i < n; i++) {
		if (i > 0) {
			gap(m);
			buf_adds(&m->out, joints[joint]);
			gap(m);
		}
		if (depth > 0 && draw(m, 3) == 0) {
			buf_adds(&m->out, draw(m, 2) ? "in turn (" : "(");
			expression(m, depth - 1);
			buf_adds(&m->out, ")");
		} else if (draw(m, 3) == 0) {
			buf_adds(&m->out, "negated");
			gap(m);
			word(m);
			buf_adds(&m->out, " near 5");
			gap(m);
			word(m);
		} else {
			word(m);
		}
	}
}

static void list(struct maker *m)
{
	uint32_t n = 1 + draw(m, 20);

	buf_adds(&m->out, "{");
	for (uint32_t i = 0; i < n; i++) {
		if (i > 0)
			buf_adds(&m->out, draw(m, 2) ? ", " : ",");
		gap(m);
		buf_printf(&m->out, "kata%c%c", (char)('a' + i), (char)('a' + draw(m, 26)));
		if (draw(m, 4) == 0)
			buf_adds(&m->out, " -lain");
	}
	gap(m);
	buf_adds(&m->out, "}");
}

static void item(struct maker *m)
{
	switch (draw(m, 6)) {
	case 0:
		buf_adds(&m->out, "keywords");
		gap(m);
		list(m);
		break;
	case 1:
		buf_adds(&m->out, "test miss");
		gap(m);
		buf_adds(&m->out, "\"satu\"");
		gap(m);
		buf_adds(&m->out, "\"dua # c bukan\"");
		break;
	default:
		buf_printf(&m->out, "rule r%u", m->keys++);
		gap(m);
		buf_adds(&m->out, "{ when");
		gap(m);
		expression(m, 3);
		gap(m);
		buf_adds(&m->out, draw(m, 2) ? "weight 0.8 unless rapat" : "note \"catatan\"");
		gap(m);
		buf_adds(&m->out, "}");
		break;
	}
	gap(m);
}

START_TEST(generated_codebooks_keep_their_meaning)
{
	for (uint32_t seed = 1; seed <= 400; seed++) {
		struct maker m = { seed * 7919, BUF_INIT, 0 };

		buf_adds(&m.out, "codebook t");
		gap(&m);
		buf_adds(&m.out, "words @mutu { optimal, baik }");
		for (uint32_t code = 0, n = 1 + draw(&m, 3); code < n; code++) {
			gap(&m);
			buf_printf(&m.out, "code K%u", code);
			gap(&m);
			buf_adds(&m.out, "\"Nama\" en");
			gap(&m);
			buf_adds(&m.out, "\"Name\"{");
			gap(&m);
			for (uint32_t i = 0, items = draw(&m, 5); i < items; i++)
				item(&m);
			buf_adds(&m.out, "}");
		}
		check_layout(m.out.data, m.out.len);
		buf_release(&m.out);
	}
}
END_TEST

UNIT_MAIN("layout", puts_an_item_on_a_line, keeps_comments_where_they_stand,
	writes_straight_quotes_and_commas, parts_marks_in_conditions_and_not_in_patterns,
	what_was_silenced_stays_silent, a_silenced_line_of_a_list_stays_a_line,
	fills_the_lines_of_an_expression, shipped_codebooks_keep_their_meaning,
	generated_codebooks_keep_their_meaning)
