/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Markdown as transcripts are kept in it: block structure here, what stands
 * inside a paragraph in md_inline.c.  CommonMark with kramdown's attributes
 * and tables; where a rule of Markdown would make speech disappear or turn it
 * into something else (a setext heading out of an answer above a "---", code out
 * of an indented line), the text stays a paragraph.
 */
#include <string.h>

#include "base/utf8.h"
#include "corpus/captions.h"
#include "corpus/md_front.h"
#include "corpus/md_inline.h"
#include "corpus/md_line.h"
#include "corpus/normalise.h"
#include "corpus/reader.h"
#include "corpus/rejoin.h"
#include "corpus/grid.h"
#include "corpus/tags.h"

#define SETEXT_MAX 120 /* bytes: a longer line above "---" is no heading */

struct md {
	const char *name, *pos, *end;
	struct draft *out;
	struct diags *d;
	struct md_inline marks;
	struct buf para; /* lines of the open paragraph, with '\n' between */
	enum para_kind kind;
	struct grid table;
	uint32_t rows; /* of the open table */
	char fence;    /* inside code: its mark, else 0 */
	size_t fence_len;
	bool item;  /* the open paragraph is a list item */
	bool blank; /* a blank line since the last paragraph */
	bool fresh; /* the next paragraph does not go on with what the last speaker says */
	bool no_table_end, no_comment_end; /* looked for and not there */
	bool html_table;		   /* between <table> and </table> */
};

/* ---- paragraphs ---- */

/* Takes blanks around line breaks and empty lines out (what tags left); *bold shrinks with it. */
static void tidy(struct buf *text, size_t *bold)
{
	size_t out = 0, bold_out = 0, start = 0;

	while (start < text->len) {
		const char *stop = memchr(text->data + start, '\n', text->len - start);
		size_t next = stop != NULL ? (size_t)(stop - text->data) : text->len;
		struct md_line line = { text->data + start, next - start };

		md_line_trim(&line);
		if (line.len > 0 && out > 0)
			text->data[out++] = '\n';
		for (size_t i = 0; i < line.len; i++) {
			bool is_bold = (size_t)(line.p - text->data) + i < *bold;

			text->data[out++] = line.p[i];
			bold_out = is_bold ? out : bold_out;
		}
		start = next + 1;
	}
	text->len = out;
	text->data[out] = '\0';
	*bold = bold_out;
}

static void write_para(struct md *m, enum para_kind kind, const struct buf *text, size_t bold)
{
	struct draft_para *para;

	if (text->len == 0)
		return;
	para = draft_para(m->out, kind);
	draft_text(m->out, text->data, bold);
	para->bold = m->out->text.len - para->start;
	draft_text(m->out, text->data + bold, text->len - bold);
	para->tight = !m->blank;
	para->fresh = m->fresh;
	m->blank = m->fresh = false;
}

/* Paragraphs between the block tags that md_inline() marks with '\v'. */
static void write_parts(struct md *m, enum para_kind kind, const struct buf *text, size_t bold)
{
	for (size_t start = 0; start < text->len;) {
		const char *stop = memchr(text->data + start, '\v', text->len - start);
		size_t end = stop != NULL ? (size_t)(stop - text->data) : text->len;
		size_t part_bold = bold > start ? bold - start : 0;
		struct buf part = BUF_INIT;

		buf_add(&part, text->data + start, end - start);
		tidy(&part, &part_bold);
		write_para(m, kind, &part, part_bold);
		buf_release(&part);
		start = end + 1;
	}
}

static void flush(struct md *m)
{
	struct buf text = BUF_INIT;
	size_t bold = 0;

	if (m->para.len > 0) {
		md_inline(&m->marks, m->para.data, m->para.len, &text, &bold);
		write_parts(m, m->html_table ? PARA_TABLE : m->kind, &text, bold);
	}
	buf_reset(&m->para);
	buf_release(&text);
	m->kind = PARA_BODY;
	m->item = false;
}

static void open_para(struct md *m, enum para_kind kind)
{
	flush(m);
	m->kind = kind;
}

static void add_line(struct md *m, struct md_line line)
{
	md_line_trim(&line);
	if (m->para.len > 0)
		buf_addc(&m->para, '\n');
	buf_add(&m->para, line.p, line.len);
}

static void flush_table(struct md *m)
{
	if (m->rows == 0)
		return;
	m->fresh = grid_emit(&m->table, m->out);
	grid_reset(&m->table);
	m->rows = 0;
	m->blank = true;
}

/* ---- kinds of lines: each takes the line or returns false ---- */

static bool take_blank(struct md *m, struct md_line *line)
{
	if (line->len > 0)
		return false;
	flush(m);
	m->blank = true;
	return true;
}

/* "[name]: address" and "{: .class}": nothing of them is text. */
static bool take_definition(struct md *m, struct md_line *line)
{
	const char *stop;
	struct md_line rest;

	if (line->len > 2 && line->p[0] == '{' && line->p[1] == ':' &&
		line->p[line->len - 1] == '}')
		return true;
	if (*line->p != '[' || m->para.len > 0)
		return false;
	stop = memmem(line->p, line->len, "]:", 2);
	if (stop == NULL)
		return false;
	if (line->p[1] == '^' && md_ref_find(&m->marks.footnotes, line->p + 2,
					 (size_t)(stop - line->p - 2)) != INTERN_NONE) {
		open_para(m, PARA_FOOTNOTE);
		rest = (struct md_line){ stop + 2, line->len - (size_t)(stop + 2 - line->p) };
		add_line(m, rest);
		return true;
	}
	return md_ref_find(&m->marks.refs, line->p + 1, (size_t)(stop - line->p - 1)) !=
	       INTERN_NONE;
}

static bool take_heading(struct md *m, struct md_line *line)
{
	size_t n = md_line_run(line, 0, '#');
	struct md_line rest = { line->p + n, line->len - n };

	if (n == 0 || n > 6 || (rest.len > 0 && *rest.p != ' ' && *rest.p != '\t'))
		return false;
	while (rest.len > 0 && rest.p[rest.len - 1] == '#')
		rest.len--;
	open_para(m, PARA_HEADING);
	add_line(m, rest);
	flush(m);
	return true;
}

static bool take_rule(struct md *m, struct md_line *line)
{
	if (!md_line_is_rule(line, '-') && !md_line_is_rule(line, '=') &&
		!md_line_is_rule(line, '*') && !md_line_is_rule(line, '_'))
		return false;
	if ((*line->p == '=' || *line->p == '-') && m->para.len > 0 && m->para.len <= SETEXT_MAX &&
		m->kind == PARA_BODY && memchr(m->para.data, '\n', m->para.len) == NULL &&
		memchr(m->para.data, ':', m->para.len) == NULL)
		m->kind = PARA_HEADING;
	flush(m);
	m->blank = true;
	return true;
}

/* Each item is a paragraph that keeps its marker: "- " for all bullets, numbers as they are. */
static bool take_item(struct md *m, struct md_line *line)
{
	bool ordered;
	size_t n = md_line_marker(line, &ordered);
	struct md_line rest = { line->p + n, line->len - n };
	enum para_kind kind = m->kind == PARA_QUOTE ? PARA_QUOTE : PARA_BODY;

	if (n == 0 || (ordered && m->para.len > 0 && !m->item && !(n == 2 && *line->p == '1')))
		return false; /* "... pada tahun\n2014. Lalu" */
	open_para(m, kind);
	md_line_trim(&rest);
	if (ordered)
		buf_add(&m->para, line->p, n);
	else
		buf_adds(&m->para, "\\-");
	buf_addc(&m->para, ' ');
	buf_add(&m->para, rest.p, rest.len);
	m->item = true;
	return true;
}

static bool take_fence(struct md *m, struct md_line *line)
{
	char c = line->len > 0 ? *line->p : '\0';
	size_t n = md_line_run(line, 0, c);

	if ((c != '`' && c != '~') || n < 3 ||
		(c == '`' && memchr(line->p + n, '`', line->len - n)))
		return false;
	flush(m);
	m->fence = c;
	m->fence_len = n;
	return true;
}

static void code_line(struct md *m, const struct md_line *raw)
{
	struct md_line line = *raw;
	struct buf text = BUF_INIT;

	md_line_trim(&line);
	if (md_line_run(&line, 0, m->fence) >= m->fence_len &&
		md_line_run(&line, 0, m->fence) == line.len) {
		m->fence = '\0';
		m->blank = true;
		return;
	}
	buf_add(&text, raw->p, raw->len);
	write_para(m, PARA_BODY, &text, 0);
	m->blank |= line.len == 0;
	buf_release(&text);
}

/* ---- tables ---- */

static void add_cell(struct md *m, uint32_t column, const char *p, size_t len)
{
	struct buf text = BUF_INIT;
	struct md_line line = { p, len };
	size_t bold = 0;

	md_line_trim(&line);
	md_inline(&m->marks, line.p, line.len, &text, &bold);
	tidy(&text, &bold);
	grid_para(&m->table, m->rows, column, text.data, text.len, bold);
	buf_release(&text);
}

static void add_row(struct md *m, const struct md_line *line)
{
	const char *p = line->p, *end = p + line->len, *cell;
	uint32_t column = 0;

	if (md_line_is_delimiter(line))
		return;
	p += *p == '|';
	for (cell = p; p <= end; p++) {
		if (p < end && *p == '\\') {
			p++;
		} else if (p == end || *p == '|') {
			add_cell(m, column++, cell, (size_t)(p - cell));
			cell = p + 1;
		}
	}
	m->rows++;
}

/* A row begins with a bar and ends with one, or the line below is a delimiter row. */
static bool take_row(struct md *m, struct md_line *line)
{
	struct md_line below = { m->pos, 0 };
	const char *stop = memchr(m->pos, '\n', (size_t)(m->end - m->pos));
	bool bars = line->len > 2 && *line->p == '|' && line->p[line->len - 1] == '|';

	below.len = (size_t)((stop != NULL ? stop : m->end) - m->pos);
	if (memchr(line->p, '|', line->len) == NULL)
		return false;
	if (m->rows == 0 && !bars && !md_line_is_delimiter(&below))
		return false;
	flush(m);
	add_row(m, line);
	return true;
}

/* ---- HTML blocks ---- */

/* Where WORD stands behind this line.  Not found once is not looked for again. */
static const char *comes_later(const struct md *m, const char *word, bool *missing)
{
	const char *at = NULL;

	if (!*missing && m->pos < m->end)
		at = memmem(m->pos, (size_t)(m->end - m->pos), word, strlen(word));
	*missing = at == NULL;
	return at;
}

/* A line that begins with a block tag begins a paragraph; md_inline() takes the tags out. */
static void mind_html(struct md *m, const struct md_line *line)
{
	const char *close = *line->p == '<' ? memchr(line->p, '>', line->len) : NULL;
	enum tag_kind kind = close != NULL ? tag_find(line->p + 1, close) : TAG_UNKNOWN;

	if (kind == TAG_CELL || kind < TAG_BLOCK)
		return;
	flush(m);
	if (kind == TAG_TABLE && tag_name(line->p + 1, close) == 5 && !m->html_table)
		m->html_table = comes_later(m, "</table>", &m->no_table_end) != NULL;
	if (kind == TAG_TABLE && line->len >= 8 && memcmp(line->p, "</table>", 8) == 0) {
		m->html_table = false;
		m->fresh = m->blank = true;
	}
}

/* A comment over several lines, when it is closed somewhere. */
static bool take_comment(struct md *m, struct md_line *line)
{
	const char *stop;

	if (line->len < 4 || memcmp(line->p, "<!--", 4) != 0)
		return false;
	if (memmem(line->p + 4, line->len - 4, "-->", 3) != NULL)
		return false; /* md_inline's */
	stop = comes_later(m, "-->", &m->no_comment_end);
	if (stop == NULL)
		return false;
	flush(m);
	m->marks.comments++;
	m->pos = stop + 3;
	return true;
}

/* ---- the whole ---- */

static void take_line(struct md *m, struct md_line line)
{
	typedef bool take_fn(struct md *, struct md_line *);
	static take_fn *const takers[] = { take_blank, take_definition, take_comment, take_fence,
		take_heading, take_row, take_rule, take_item };
	bool quoted = false;

	if (m->fence != '\0') {
		code_line(m, &line);
		return;
	}
	md_line_trim(&line);
	while (line.len > 0 && *line.p == '>') {
		line.p++;
		line.len--;
		md_line_trim(&line);
		quoted = true;
	}
	if (quoted && m->kind != PARA_QUOTE)
		open_para(m, PARA_QUOTE);
	if (memchr(line.p, '|', line.len) == NULL)
		flush_table(m);
	for (size_t i = 0; i < sizeof takers / sizeof *takers; i++)
		if (takers[i](m, &line))
			return;
	mind_html(m, &line);
	if (quoted)
		m->kind = PARA_QUOTE;
	add_line(m, line);
}

static enum rc read_md(const char *name, const char *data, size_t len, struct draft *out,
	struct diags *d, struct err *e)
{
	struct buf text = BUF_INIT, joined = BUF_INIT;
	struct md m = { .name = name,
		.out = out,
		.d = d,
		.para = BUF_INIT,
		.table = GRID_INIT,
		.marks = { INTERN_INIT, INTERN_INIT, 0 } };
	enum rc rc = normalise_decode(data, len, &text, d, e);
	struct md_line line;

	if (rc != RC_OK)
		goto out;
	if (captions_read(name, text.data, text.len, out, d))
		goto out;
	m.pos = text.data + md_front(name, text.data, text.len, out, d);
	m.end = text.data + text.len;
	if (rejoin_markup(m.pos, (size_t)(m.end - m.pos), rejoin_mode(out), &joined, d)) {
		m.pos = joined.data;
		m.end = joined.data + joined.len;
	}
	md_line_definitions(m.pos, m.end, &m.marks);
	while (md_line_next(&m.pos, m.end, &line))
		take_line(&m, line);
	flush(&m);
	flush_table(&m);
	draft_end(out);
	if (m.marks.comments > 0)
		diag_add(d, DIAG_REMARK, "R021", &(struct diag_at){ .file = name },
			"HTML comments left out: %u", m.marks.comments);
out:
	intern_release(&m.marks.refs);
	intern_release(&m.marks.footnotes);
	grid_release(&m.table);
	buf_release(&m.para);
	buf_release(&joined);
	buf_release(&text);
	return rc;
}

const struct reader reader_md = {
	.name = "md",
	.extensions = (const char *const[]){ "md", "markdown", "mdown", NULL },
	.summary = "Markdown",
	.read = read_md,
};
