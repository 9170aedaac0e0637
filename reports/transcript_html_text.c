/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a line, cut where a coding begins or ends. */
#include "base/utf8.h"
#include "reports/transcript_html.h"

VEC_TYPE(mark_refs, const struct transcript_mark *);
VEC_TYPE(places, uint32_t);

static int by_number(const void *pa, const void *pb)
{
	uint32_t a = *(const uint32_t *)pa, b = *(const uint32_t *)pb;

	return a < b ? -1 : a > b;
}

/* The marks that touch the row, and where text is to be cut. */
static void gather(const struct transcript *t, struct span row, size_t *first,
	struct mark_refs *here, struct places *cuts)
{
	while (*first < t->marks.n && t->marks.items[*first].end <= row.start)
		++*first;
	vec_push(cuts, row.start);
	for (size_t i = *first; i < t->marks.n && t->marks.items[i].start < row.end; i++) {
		const struct transcript_mark *m = &t->marks.items[i];

		if (m->end <= row.start)
			continue;
		vec_push(here, m);
		if (m->start > row.start)
			vec_push(cuts, m->start);
		if (m->end < row.end)
			vec_push(cuts, m->end);
	}
	vec_push(cuts, row.end);
	vec_sort(cuts, by_number);
}

/* The mark that gives a piece its colour: confirmed before suggested, the shortest first. */
static const struct transcript_mark *chief(const struct mark_refs *here, struct span piece)
{
	const struct transcript_mark *best = NULL;

	vec_each (const struct transcript_mark *, m, here) {
		if ((*m)->start > piece.start || (*m)->end < piece.end)
			continue;
		if (best == NULL || (best->suggested && !(*m)->suggested) ||
			(best->suggested == (*m)->suggested &&
				(*m)->end - (*m)->start < best->end - best->start))
			best = *m;
	}
	return best;
}

static void add_names(const struct transcript *t, const struct mark_refs *here, struct span piece,
	struct buf *out)
{
	vec_each (const struct transcript_mark *, m, here)
		if ((*m)->start <= piece.start && (*m)->end >= piece.end)
			buf_printf(out, "%s%s%s", out->len > 0 ? ", " : "",
				t->codes.items[(*m)->code].name, (*m)->suggested ? "?" : "");
}

/* A mark of this state that begins, or ends, at POS; its colour is that of the border. */
static const struct transcript_mark *border(
	const struct mark_refs *here, uint32_t pos, bool suggested, bool end)
{
	vec_each (const struct transcript_mark *, m, here)
		if ((*m)->suggested == suggested && (end ? (*m)->end : (*m)->start) == pos)
			return *m;
	return NULL;
}

static const char *color_of(const struct transcript *t, const struct transcript_mark *m)
{
	return t->codes.items[m->code].color;
}

static void put_clean(struct xmlwrite *x, const struct transcript *t, struct span piece)
{
	struct buf clean = BUF_INIT;

	utf8_clean(t->text + piece.start, piece.end - piece.start, &clean);
	xml_textn(x, clean.data, clean.len);
	buf_release(&clean);
}

static void put_piece(struct xmlwrite *x, const struct transcript *t, const struct mark_refs *here,
	struct span piece)
{
	const struct transcript_mark *m = chief(here, piece), *from, *to;
	struct buf names = BUF_INIT, style = BUF_INIT;
	const char *element;

	if (m == NULL) {
		put_clean(x, t, piece);
		return;
	}
	element = m->suggested ? "span" : "mark";
	from = border(here, piece.start, m->suggested, false);
	to = border(here, piece.end, m->suggested, true);
	add_names(t, here, piece, &names);
	xml_open(x, element);
	xml_attrf(x, "class", "%s%s%s", m->suggested ? "maybe" : "sure",
		from != NULL ? " from" : "", to != NULL ? " to" : "");
	buf_printf(&style, "--c:%s", color_of(t, m));
	if (from != NULL)
		buf_printf(&style, ";--f:%s", color_of(t, from));
	if (to != NULL)
		buf_printf(&style, ";--t:%s", color_of(t, to));
	xml_attr(x, "style", style.data);
	xml_attr(x, "title", names.data);
	put_clean(x, t, piece);
	xml_close(x, element);
	buf_release(&style);
	buf_release(&names);
}

void transcript_html_text(
	struct xmlwrite *x, const struct transcript *t, struct span row, size_t *first)
{
	struct mark_refs here = VEC_INIT;
	struct places cuts = VEC_INIT;

	gather(t, row, first, &here, &cuts);
	for (size_t i = 0; i + 1 < cuts.n; i++)
		if (cuts.items[i] < cuts.items[i + 1])
			put_piece(x, t, &here, (struct span){ cuts.items[i], cuts.items[i + 1] });
	vec_release(&here);
	vec_release(&cuts);
}
