/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/sheet.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/utf8.h"
#include "corpus/csv_shape.h"
#include "corpus/normalise.h"
#include "store/near.h"

#define SHEET_MAX (16u << 20)
#define FORMULA "=+-@"

/* ---- the place of a cell ---- */

static const char *line_start(const struct sheet *s, size_t line)
{
	const char *p = s->text.data, *end = p + s->text.len;

	for (size_t n = 1; n < line && p < end; n++) {
		const char *stop = memchr(p, '\n', (size_t)(end - p));

		p = stop != NULL ? stop + 1 : end;
	}
	return p;
}

/* Behind the cell at p, on its separator or line end; counts the lines that it spans. */
static const char *behind_cell(const struct sheet *s, const char *p, uint32_t *lines)
{
	const char *end = s->text.data + s->text.len;
	bool quoted = false;

	for (; p < end && (quoted || (*p != s->csv.separator && *p != '\n')); p++) {
		quoted ^= *p == '"';
		*lines += *p == '\n';
	}
	return p;
}

static struct diag_at place_of(
	const struct sheet *s, const struct csv_row *row, int index, const char **line)
{
	struct diag_at at = { .file = s->path, .line = (uint32_t)row->line };
	const char *p = line_start(s, row->line), *end = s->text.data + s->text.len;

	*line = p;
	if (index < 0)
		return at;
	for (int i = 0; i < index && p < end; i++) {
		p = behind_cell(s, p, &at.line);
		p += p < end;
	}
	*line = line_start(s, at.line);
	at.column = 1 + (uint32_t)utf8_count(*line, (size_t)(p - *line));
	at.width = (uint32_t)utf8_count(p, (size_t)(behind_cell(s, p, &(uint32_t){ 0 }) - p));
	return at;
}

void sheet_complain(struct sheet *s, const struct csv_row *row, int index, const char *fmt, ...)
{
	const char *line;
	struct diag_at at = place_of(s, row, index, &line);
	struct buf text = BUF_INIT;
	struct diag *g;
	va_list ap;

	va_start(ap, fmt);
	buf_vprintf(&text, fmt, ap);
	va_end(ap);
	g = diag_add(s->diags, DIAG_ERROR, "R210", &at, "%s", text.data);
	if (at.column > 0)
		diag_excerpt(s->diags, g, line, strcspn(line, "\n"));
	buf_release(&text);
}

/* ---- cells ---- */

const char *sheet_at(const struct csv_row *row, int index)
{
	return index >= 0 && (size_t)index < row->n && row->cells[index][0] != '\0'
		       ? row->cells[index]
		       : NULL;
}

const char *sheet_cell(const struct sheet *s, const struct csv_row *row, size_t column)
{
	return sheet_at(row, s->column[column]);
}

/* White space at both ends, also the no-break space that spreadsheets like. */
static const char *trimmed(struct arena *a, const char *cell)
{
	static const char nbsp[] = "\xc2\xa0";
	size_t len;

	for (;;) {
		if (*cell != '\0' && strchr(" \t\n", *cell) != NULL)
			cell++;
		else if (strncmp(cell, nbsp, 2) == 0)
			cell += 2;
		else
			break;
	}
	for (len = strlen(cell); len > 0;) {
		if (strchr(" \t\n", cell[len - 1]) != NULL)
			len--;
		else if (len >= 2 && memcmp(cell + len - 2, nbsp, 2) == 0)
			len -= 2;
		else
			break;
	}
	if (len > 1 && cell[0] == '\'' && strchr(FORMULA, cell[1]) != NULL) {
		cell++;
		len--;
	}
	return cell[len] == '\0' ? cell : arena_dup(a, cell, len);
}

static void clean_cells(struct sheet *s)
{
	vec_each (struct csv_row, row, &s->csv.rows)
		for (size_t i = 0; i < row->n; i++)
			row->cells[i] = trimmed(&s->csv.arena, row->cells[i]);
}

/* ---- dates ---- */

/* The number at *p of at most `digits` digits, and what follows it is passed by; 0 if it is none.
 */
static unsigned number_before(const char **p, size_t digits, char behind)
{
	size_t n = strspn(*p, "0123456789");
	unsigned value = 0;

	if (n == 0 || n > digits || (*p)[n] != behind)
		return 0;
	for (size_t i = 0; i < n; i++)
		value = 10 * value + (unsigned)((*p)[i] - '0');
	*p += n + (behind != '\0');
	return value;
}

/* "17/8/2024", as spreadsheets make of a date: the number over 12 is the day. */
static bool slashed(const char *cell, unsigned *day, unsigned *month, unsigned *year, bool *either)
{
	unsigned a = number_before(&cell, 2, '/'), b = a != 0 ? number_before(&cell, 2, '/') : 0;

	*year = b != 0 ? number_before(&cell, 4, '\0') : 0;
	if (*year == 0)
		return false;
	*either = a <= 12 && b <= 12 && a != b;
	*day = a > 12 || b <= 12 ? a : b;
	*month = *day == a ? b : a;
	return true;
}

bool sheet_date(struct sheet *s, const struct csv_row *row, int index, const char **date)
{
	const char *cell = sheet_at(row, index);
	unsigned day, month, year;
	bool either = false;

	*date = cell;
	if (cell == NULL || clock_date_valid(cell))
		return true;
	if (slashed(cell, &day, &month, &year, &either)) {
		*date = arena_printf(&s->csv.arena, "%04u-%02u-%02u", year, month, day);
		if (!either && clock_date_valid(*date))
			return true;
	}
	if (either)
		sheet_complain(s, row, index,
			"'%s' can be %04u-%02u-%02u or %04u-%02u-%02u; write which", cell, year,
			month, day, year, day, month);
	else
		sheet_complain(
			s, row, index, "a date is 2024-08-17, 2024-08 or 2024, not '%s'", cell);
	return false;
}

/* ---- the header ---- */

static bool is_named(const char *cell, const char *const names[2])
{
	return near_same(cell, names[0]) || near_same(cell, names[1]);
}

static bool has_prefix(const struct sheet_form *form, const char *cell)
{
	for (const char *const *p = form->prefixes; *p != NULL; p++)
		if (strncmp(cell, *p, strlen(*p)) == 0 && cell[strlen(*p)] != '\0')
			return true;
	return false;
}

/* Two headers for one column, also "date" and "tanggal". */
static bool comes_twice(
	const struct sheet_form *form, const struct csv_row *head, size_t i, size_t before)
{
	const char *a = head->cells[before], *b = head->cells[i];

	if (near_same(a, b))
		return true;
	for (size_t k = 0; k < form->n; k++)
		if (is_named(a, form->names[k]) && is_named(b, form->names[k]))
			return true;
	return false;
}

static void read_header(struct sheet *s, const struct sheet_form *form)
{
	const struct csv_row *head = &s->csv.rows.items[0];

	for (size_t i = 0; i < head->n; i++) {
		const char *cell = head->cells[i];
		bool known = *cell == '\0' || has_prefix(form, cell);

		for (size_t k = 0; k < i && *cell != '\0'; k++)
			if (comes_twice(form, head, i, k))
				sheet_complain(s, head, (int)i, "two columns are named '%s'", cell);
		for (size_t k = 0; k < form->n; k++)
			if (is_named(cell, form->names[k])) {
				known = true;
				s->column[k] = s->column[k] < 0 ? (int)i : s->column[k];
			}
		if (!known)
			sheet_complain(s, head, (int)i, "unknown column '%s'; known are %s", cell,
				form->known);
	}
	if (s->column[form->needed] < 0)
		sheet_complain(s, head, -1,
			"the first line must name the columns; there is no column '%s'",
			form->names[form->needed][0]);
}

/* ---- reading ---- */

static enum rc decode(struct sheet *s, const struct buf *bytes, struct err *e)
{
	struct buf decoded = BUF_INIT;
	size_t before = s->diags->list.n;
	uint32_t controls = 0;
	bool changed = false;
	enum rc rc = normalise_decode(bytes->data, bytes->len, &decoded, s->diags, e);

	if (rc == RC_OK)
		normalise_text(decoded.data, decoded.len, &s->text, &controls, &changed);
	for (size_t i = before; i < s->diags->list.n; i++)
		s->diags->list.items[i].at.file = s->path;
	buf_release(&decoded);
	return rc;
}

static enum rc parse(struct sheet *s, struct err *e)
{
	enum rc rc;

	if (s->text.len == 0)
		return err_set(e, RC_INPUT, "there is nothing in it");
	rc = csv_shape_parse(s->text.data, s->text.len, &s->csv, e);
	/* The line that only names the separator counts for whoever looks for a line. */
	if (rc == RC_OK && strncmp(s->text.data, "sep=", 4) == 0)
		vec_each (struct csv_row, row, &s->csv.rows)
			row->line++;
	return rc;
}

/* A workbook would be taken for a broken archive. */
static enum rc no_workbook(const char *path, const struct buf *bytes, struct err *e)
{
	static const char *const endings[] = { "xlsx", "xls", "ods" };

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (near_same(file_ext(path), endings[i]) && bytes->len >= 2 &&
			(bytes->data[0] == 'P' || (unsigned char)bytes->data[0] == 0xd0))
			return err_set(e, RC_INPUT,
				"this is a workbook; save the sheet as CSV (in Excel or "
				"LibreOffice: Save as, CSV) and give that file");
	return RC_OK;
}

enum rc sheet_read(const char *path, const struct sheet_form *form, struct sheet *out,
	struct diags *d, struct err *e)
{
	struct buf bytes = BUF_INIT;
	enum rc rc = file_read(path, SHEET_MAX, &bytes, e);

	*out = (struct sheet)SHEET_INIT;
	out->path = path;
	out->diags = d;
	out->column = mem_zalloc(form->n, sizeof *out->column);
	for (size_t i = 0; i < form->n; i++)
		out->column[i] = -1;
	if (rc == RC_OK && bytes.len == 0) {
		rc = err_set(e, RC_INPUT, "'%s' is empty", path);
	} else if (rc == RC_OK) {
		rc = no_workbook(path, &bytes, e);
		if (rc == RC_OK)
			rc = decode(out, &bytes, e);
		if (rc == RC_OK)
			rc = parse(out, e);
		if (rc == RC_OK && out->csv.rows.n == 0)
			rc = err_set(e, RC_INPUT, "there is nothing in it");
		if (rc != RC_OK)
			err_wrap(e, "the table '%s'", path);
	}
	if (rc == RC_OK) {
		clean_cells(out);
		read_header(out, form);
	} else {
		sheet_release(out);
	}
	buf_release(&bytes);
	return rc;
}

void sheet_release(struct sheet *s)
{
	csv_release(&s->csv);
	buf_release(&s->text);
	free(s->column);
	s->column = NULL;
}
