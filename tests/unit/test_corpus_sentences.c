/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "base/vec.h"
#include "corpus/abbreviations.h"
#include "corpus/sentences.h"

VEC_TYPE(ends, size_t);

struct found {
	const char *text;
	struct buf out;
	struct ends ends;
};

static void note(size_t start, size_t end, void *arg)
{
	struct found *f = arg;

	if (f->out.len > 0)
		buf_adds(&f->out, "|");
	buf_add(&f->out, f->text + start, end - start);
	vec_push(&f->ends, end);
}

static struct found split(const char *text, size_t len)
{
	struct found f = { .text = text, .out = BUF_INIT, .ends = VEC_INIT };

	sentences_split(text, len, note, &f);
	return f;
}

static void found_release(struct found *f)
{
	buf_release(&f->out);
	vec_release(&f->ends);
}

static void check(const char *text, const char *expected)
{
	struct found f = split(text, strlen(text));

	ck_assert_str_eq(f.out.data, expected);
	found_release(&f);
}

/* A line of the gold table as text, and where its sentences end. */
static void parse_case(const char *line, size_t len, struct buf *text, struct ends *ends)
{
	for (size_t i = 0; i < len; i++) {
		if (len - i >= 3 && memcmp(line + i, " | ", 3) == 0) {
			vec_push(ends, text->len);
			buf_addc(text, ' ');
			i += 2;
		} else if (len - i >= 3 && memcmp(line + i, "<|>", 3) == 0) {
			vec_push(ends, text->len);
			i += 2;
		} else if (len - i >= 2 && memcmp(line + i, "\\n", 2) == 0) {
			buf_addc(text, '\n');
			i++;
		} else {
			buf_addc(text, line[i]);
		}
	}
	vec_push(ends, text->len);
}

static size_t common(const struct ends *a, const struct ends *b)
{
	size_t n = 0;

	for (size_t i = 0, j = 0; i < a->n && j < b->n;) {
		n += a->items[i] == b->items[j];
		if (a->items[i] <= b->items[j])
			i++;
		else
			j++;
	}
	return n;
}

/* The end of the paragraph is no merit: it is not counted. */
static void score(const char *line, size_t len, size_t *hits, size_t *expected, size_t *given)
{
	struct buf text = BUF_INIT;
	struct ends ends = VEC_INIT;
	struct found f;

	parse_case(line, len, &text, &ends);
	f = split(text.data, text.len);
	ck_assert_uint_gt(f.ends.n, 0);
	*hits += common(&ends, &f.ends) - 1;
	*expected += ends.n - 1;
	*given += f.ends.n - 1;
	if (common(&ends, &f.ends) != ends.n || ends.n != f.ends.n)
		fprintf(stderr, "# differs: %s\n", f.out.data);
	found_release(&f);
	buf_release(&text);
	vec_release(&ends);
}

START_TEST(agrees_with_the_gold_table)
{
	struct buf file = BUF_INIT;
	struct err e = ERR_INIT;
	size_t hits = 0, expected = 0, given = 0, cases = 0;

	ck_assert_int_eq(
		file_read(unit_srcdir("tests/unit/data/sentences.tsv"), 1 << 20, &file, &e), RC_OK);
	for (const char *p = file.data, *end = p + file.len; p < end;) {
		const char *nl = memchr(p, '\n', (size_t)(end - p));

		if (*p != '#') {
			score(p, (size_t)(nl - p), &hits, &expected, &given);
			cases++;
		}
		p = nl + 1;
	}
	fprintf(stderr, "# %zu cases, %zu borders: precision %.4f recall %.4f\n", cases, expected,
		(double)hits / (double)given, (double)hits / (double)expected);
	ck_assert_uint_ge(cases, 400);
	ck_assert(hits * 100 >= given * 98);
	ck_assert(hits * 100 >= expected * 98);
	buf_release(&file);
}
END_TEST

START_TEST(sentences_have_no_white_space_at_their_ends)
{
	check("  Satu.  \n Dua.\t", "Satu.|Dua.");
	check(" \n\t ", "");
	check("", "");
	check("\u00a0Satu.\u00a0Dua.\u00a0", "Satu.|Dua.");
}
END_TEST

START_TEST(marks_without_words_stay_in_one_piece)
{
	check("...", "...");
	check("?!", "?!");
	check("\u2026", "\u2026");
}
END_TEST

START_TEST(full_width_marks_need_no_space)
{
	check("\u4f60\u597d\u3002\u518d\u89c1\u3002", "\u4f60\u597d\u3002|\u518d\u89c1\u3002");
}
END_TEST

START_TEST(tables_of_abbreviations_are_sorted)
{
	ck_assert(abbreviations_sorted());
	ck_assert_int_eq(abbreviations_find("Hlm", 3), ABBREVIATION_NUMBER);
	ck_assert_int_eq(abbreviations_find("S.Sos", 5), ABBREVIATION_END);
	ck_assert_int_eq(abbreviations_find("kader", 5), ABBREVIATION_NONE);
}
END_TEST

static double seconds_for(const char *pattern, size_t total)
{
	struct buf text = BUF_INIT;
	struct found f;
	clock_t start;

	while (text.len < total)
		buf_adds(&text, pattern);
	start = clock();
	f = split(text.data, text.len);
	found_release(&f);
	buf_release(&text);
	return (double)(clock() - start) / CLOCKS_PER_SEC;
}

/* Ten million characters without a line break; a quadratic splitter would need hours. */
START_TEST(long_lines_take_linear_time)
{
	static const char *const patterns[] = { "a. ", ".", "A.B", ". ) ", "((", ".)", "1. a", " ",
		"\u2026 a", "kata ", "[1", "<sup>1" };

	for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
		ck_assert_double_lt(seconds_for(patterns[i], 10 << 20), 20 * unit_slowness());
}
END_TEST

UNIT_MAIN("sentences", agrees_with_the_gold_table, sentences_have_no_white_space_at_their_ends,
	marks_without_words_stay_in_one_piece, full_width_marks_need_no_space,
	tables_of_abbreviations_are_sorted, long_lines_take_linear_time)
