/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/utf8.h"
#include "reports/transcript_sheet.h"

void sheet_style(struct sheet *s, struct buf *out, const char *on)
{
	if (s->p->colour)
		buf_adds(out, on);
}

void sheet_blanks(struct buf *out, size_t n)
{
	while (n-- > 0)
		buf_addc(out, ' ');
}

size_t sheet_cells(const char *s)
{
	return utf8_cells(s, strlen(s));
}

void sheet_put_cut(struct buf *out, const char *s, size_t cells)
{
	size_t len = strlen(s), all = utf8_cells(s, len), pos;

	if (cells == 0)
		return;
	if (all <= cells) {
		buf_add(out, s, len);
		sheet_blanks(out, cells - all);
		return;
	}
	pos = utf8_fit(s, len, cells - 1);
	buf_add(out, s, pos);
	buf_adds(out, "\xe2\x80\xa6");
	sheet_blanks(out, cells - 1 - utf8_cells(s, pos));
}

/* ---- the margin -------------------------------------------------------------------------------
 */

const char *const sheet_lanes[2][3] = {
	{ "\xe2\x94\x8c", "\xe2\x94\x82", "\xe2\x94\x94" }, /* ┌ │ └ */
	{ "\xe2\x95\xad", "\xe2\x94\x86", "\xe2\x95\xb0" }, /* ╭ ┆ ╰ */
};

static void put_mark(struct sheet *s, bool suggested, const char *text, size_t cells)
{
	sheet_style(s, &s->margin, suggested ? SHEET_SUGGESTED : SHEET_CONFIRMED);
	buf_adds(&s->margin, text);
	sheet_style(s, &s->margin, SHEET_OFF);
	s->margin_cells += cells;
}

/* What stands in one lane beside a row; behind: beside what is put in behind that row. */
static const char *lane_piece(
	const struct sheet *s, uint32_t lane, uint32_t row, bool behind, bool *suggested)
{
	const struct row_mark *r;
	size_t part;

	if (s->in_lane[lane] == 0)
		return NULL;
	r = &s->l.marks.items[s->in_lane[lane] - 1];
	if (row > r->last || (behind && row == r->last))
		return NULL;
	*suggested = s->t->marks.items[s->in_lane[lane] - 1].suggested;
	part = behind ? 1 : row == r->first ? 0 : row == r->last ? 2 : 1;
	return sheet_lanes[*suggested][part];
}

static void put_lanes(struct sheet *s, uint32_t row, bool behind)
{
	size_t skipped = 0;

	for (uint32_t lane = 0; lane < s->l.lanes; lane++) {
		bool suggested = false;
		const char *piece = lane_piece(s, lane, row, behind, &suggested);

		if (piece == NULL) {
			skipped++;
			continue;
		}
		sheet_blanks(&s->margin, skipped);
		s->margin_cells += skipped;
		skipped = 0;
		put_mark(s, suggested, piece, 1);
	}
}

/* "[INT]" or "(INT?)" of one row, "INT" or "INT?" where it goes on. */
static void mark_name(const struct sheet *s, size_t mark, struct buf *out)
{
	const struct transcript_mark *m = &s->t->marks.items[mark];
	const struct row_mark *r = &s->l.marks.items[mark];
	const char *name = s->t->codes.items[m->code].name;
	bool one = r->first == r->last;

	buf_printf(out, "%s%s%s%s",
		!one	       ? ""
		: m->suggested ? "("
			       : "[",
		name, m->suggested ? "?" : "",
		!one	       ? ""
		: m->suggested ? ")"
			       : "]");
}

/* As many names as there is room for; one at least. */
static void put_names(struct sheet *s)
{
	struct buf name = BUF_INIT, cut = BUF_INIT;
	size_t used = 0, done = 0;

	for (; done < s->due.n; done++) {
		size_t cells;

		buf_reset(&name);
		buf_reset(&cut);
		mark_name(s, s->due.items[done], &name);
		cells = sheet_cells(name.data);
		if (used > 0 && used + 1 + cells > s->label)
			break;
		sheet_blanks(&s->margin, used > 0 ? 1 : s->l.lanes + 1 - s->margin_cells);
		cells = cells < s->label ? cells : s->label;
		sheet_put_cut(&cut, name.data, cells);
		used += cells + (used > 0);
		put_mark(s, s->t->marks.items[s->due.items[done]].suggested, cut.data, 0);
	}
	memmove(s->due.items, s->due.items + done, (s->due.n - done) * sizeof *s->due.items);
	s->due.n -= done;
	buf_release(&name);
	buf_release(&cut);
}

void sheet_make_margin(struct sheet *s, uint32_t row, bool behind)
{
	buf_reset(&s->margin);
	s->margin_cells = 0;
	put_lanes(s, row, behind);
	if (s->due.n > 0)
		put_names(s);
}

void sheet_begin_marks(struct sheet *s, uint32_t row)
{
	for (; s->next < s->l.marks.n && s->l.marks.items[s->next].first <= row; s->next++) {
		uint32_t lane = s->l.marks.items[s->next].lane;

		vec_push(&s->due, s->next);
		if (lane != NO_LANE)
			s->in_lane[lane] = s->next + 1;
	}
}
