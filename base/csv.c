/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/csv.h"

#include <string.h>

#include "base/utf8.h"

struct parser {
	const char *p, *end;
	char sep;
	bool unquoted;
	size_t line;
	struct csv *out;
	struct buf cell;
	VEC(const char *) cells; /* of the row being read */
};

/* The separator that occurs most in the first line outside quotes; a comma if none does. */
static char guess_separator(const char *p, const char *end)
{
	static const char candidates[] = ",;\t";
	size_t count[3] = { 0, 0, 0 };
	bool quoted = false;
	size_t best = 0;

	for (; p < end && (quoted || *p != '\n'); p++) {
		const char *c = memchr(candidates, *p, 3);

		if (*p == '"')
			quoted = !quoted;
		else if (!quoted && c != NULL)
			count[c - candidates]++;
	}
	for (size_t i = 1; i < 3; i++)
		if (count[i] > count[best])
			best = i;
	return candidates[best];
}

static bool at_line_end(const struct parser *r)
{
	return r->p == r->end || *r->p == '\n' ||
	       (*r->p == '\r' && (r->p + 1 == r->end || r->p[1] == '\n'));
}

/* Behind the opening quote; stops behind the closing one. */
static enum rc read_quoted(struct parser *r, struct err *e)
{
	size_t opened = r->line;

	for (; r->p < r->end; r->p++) {
		if (*r->p == '"') {
			r->p++;
			if (r->p == r->end || *r->p != '"')
				return RC_OK;
		}
		r->line += *r->p == '\n';
		buf_addc(&r->cell, *r->p);
	}
	return err_set(e, RC_INPUT, "line %zu: a quote is opened and never closed", opened);
}

static enum rc read_cell(struct parser *r, struct err *e)
{
	buf_reset(&r->cell);
	if (!r->unquoted && r->p < r->end && *r->p == '"') {
		enum rc rc;

		r->p++;
		rc = read_quoted(r, e);
		if (rc != RC_OK)
			return rc;
		if (!at_line_end(r) && *r->p != r->sep)
			r->out->odd_quotes = true;
	}
	while (!at_line_end(r) && *r->p != r->sep)
		buf_addc(&r->cell, *r->p++);
	vec_push(&r->cells, arena_dup(&r->out->arena, r->cell.data, r->cell.len));
	return RC_OK;
}

static void keep_row(struct parser *r, size_t line)
{
	struct csv_row *row = vec_new(&r->out->rows);

	row->cells = arena_calloc(&r->out->arena, r->cells.n, sizeof *row->cells);
	memcpy(row->cells, r->cells.items, r->cells.n * sizeof *row->cells);
	row->n = r->cells.n;
	row->line = line;
}

static enum rc read_row(struct parser *r, struct err *e)
{
	const char *start = r->p;
	size_t line = r->line;

	vec_reset(&r->cells);
	for (;;) {
		enum rc rc = read_cell(r, e);

		if (rc != RC_OK)
			return rc;
		if (at_line_end(r))
			break;
		r->p++;
	}
	if (r->p > start)
		keep_row(r, line);
	if (r->p < r->end && *r->p == '\r')
		r->p++;
	if (r->p < r->end && *r->p == '\n') {
		r->p++;
		r->line++;
	}
	return RC_OK;
}

static size_t line_of(const char *p, size_t offset)
{
	size_t line = 1;

	for (size_t i = 0; i < offset; i++)
		line += p[i] == '\n';
	return line;
}

static enum rc check_text(const char *p, size_t len, struct err *e)
{
	const char *nul = len > 0 ? memchr(p, '\0', len) : NULL;
	size_t bad;

	if (!utf8_valid(p, len, &bad))
		return err_set(e, RC_INPUT, "line %zu: not UTF-8; save the table as \"CSV UTF-8\"",
			line_of(p, bad));
	if (nul != NULL)
		return err_set(e, RC_INPUT, "line %zu: a NUL character; this is no text file",
			line_of(p, (size_t)(nul - p)));
	return RC_OK;
}

static enum rc parse(
	const char *p, size_t len, char sep, bool unquoted, struct csv *out, struct err *e)
{
	struct parser r = { .p = p,
		.end = p + len,
		.unquoted = unquoted,
		.line = 1,
		.out = out,
		.cell = BUF_INIT };
	enum rc rc = check_text(p, len, e);

	*out = (struct csv)CSV_INIT;
	if (len >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0)
		r.p += 3;
	r.sep = out->separator = sep != 0 ? sep : guess_separator(r.p, r.end);
	while (rc == RC_OK && r.p < r.end)
		rc = read_row(&r, e);
	if (rc != RC_OK)
		csv_release(out);
	vec_release(&r.cells);
	buf_release(&r.cell);
	return rc;
}

enum rc csv_parse(const char *p, size_t len, char sep, struct csv *out, struct err *e)
{
	return parse(p, len, sep, false, out, e);
}

enum rc csv_parse_unquoted(const char *p, size_t len, char sep, struct csv *out, struct err *e)
{
	return parse(p, len, sep, true, out, e);
}

void csv_release(struct csv *c)
{
	arena_release(&c->arena);
	vec_release(&c->rows);
}

/* Signed digits with points or commas between them, perhaps a percent sign: nothing to compute. */
static bool is_number(const char *s, size_t len)
{
	size_t i = len > 0 && (s[0] == '-' || s[0] == '+');
	bool digit = false;

	for (; i < len; i++) {
		bool is_digit = s[i] >= '0' && s[i] <= '9';

		if (!is_digit && !(digit && (s[i] == '.' || s[i] == ',')))
			break;
		digit = is_digit;
	}
	return digit && (i == len || (i + 1 == len && s[i] == '%'));
}

static bool is_formula(const char *s, size_t len)
{
	return len > 0 && strchr("=+-@", s[0]) != NULL && s[0] != '\0' && !is_number(s, len);
}

/* Other separators count too: whoever reads the table may guess. */
static bool must_quote(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (s[i] != '\0' && strchr(",;\t\"\r\n", s[i]) != NULL)
			return true;
	return len > 0 && (s[0] == ' ' || s[len - 1] == ' ');
}

void csv_cell(struct buf *out, const char *s, size_t len, bool first, bool formula_guard)
{
	bool guard = formula_guard && is_formula(s, len);

	if (!first)
		buf_addc(out, ',');
	if (!must_quote(s, len)) {
		if (guard)
			buf_addc(out, '\'');
		buf_add(out, s, len);
		return;
	}
	buf_adds(out, guard ? "\"'" : "\"");
	for (size_t i = 0; i < len; i++) {
		if (s[i] == '"')
			buf_addc(out, '"');
		buf_addc(out, s[i]);
	}
	buf_addc(out, '"');
}

void csv_end(struct buf *out)
{
	buf_adds(out, "\r\n");
}
