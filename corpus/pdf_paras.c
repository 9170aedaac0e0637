/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/pdf_paras.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "corpus/grid.h"
#include "corpus/rejoin_hyphen.h"
#include "corpus/turns_label.h"

#define HEADING_MAX 200	  /* bytes */
#define HEADING_FROM 1.1F /* of the text's font size */
#define NEAR 2.5F	  /* points: begins at the same place */
#define PITCHES 400	  /* hundredths of the font size */
#define SOFT_HYPHEN 0xad

/* Lines from..to - 1 of the list that was built from lines (footnotes apart from text). */
struct pdf_para {
	size_t from, to;
	float first_x, rest_x; /* where the text of the first line begins, and of the others; NAN =
				* not known */
	bool heading, whole_bold;
};

VEC_TYPE(line_list, const struct pdf_line *);

struct work {
	const struct pdf_lines *lines;
	struct draft *out;
	struct line_list list;
	VEC(struct pdf_para) paras;
	float pitch; /* from line to line inside of paragraphs, in font sizes; 0 = not known */
	bool padded; /* white space parts the turns of speakers beside the text */
	struct rejoin_words words;
	struct buf line, text;
};

static const char *text_of(const struct work *k, const struct pdf_line *l)
{
	return k->lines->text.data + l->text;
}

/* ---- what a line looks like ---- */

static bool ends_sentence(const struct work *k, const struct pdf_line *l)
{
	const char *start = text_of(k, l), *p = start + l->len;
	uint32_t cp = 0;

	for (int i = 0; i < 3 && p > start; i++) {
		p = utf8_prev(start, p, &cp);
		if (cp != '"' && cp != ')' && cp != 0x201d && cp != 0x2019)
			break;
	}
	return cp == '.' || cp == '?' || cp == '!' || cp == ':' || cp == 0x2026;
}

static bool starts_small(const struct work *k, const struct pdf_line *l)
{
	const char *p = text_of(k, l);
	uint32_t cp = 0;

	utf8_next(p, p + l->len, &cp);
	return utf8_is_lower(cp);
}

/* A word seems to go on in the next line. */
static bool ends_divided(
	const struct work *k, const struct pdf_line *l, const struct pdf_line *next)
{
	const char *p = text_of(k, l);

	return l->len > 2 && starts_small(k, next) &&
	       ((p[l->len - 1] == '-' && p[l->len - 2] != ' ' && p[l->len - 2] != '-') ||
		       memcmp(p + l->len - 2, "\xc2\xad", 2) == 0);
}

static bool is_bold(const struct pdf_line *l)
{
	return l->len > 0 && l->bold == l->len;
}

/* The next line's first word would still have fitted: the line was ended on purpose. */
static bool is_short(const struct pdf_line *l, const struct pdf_line *next)
{
	return l->x1 + next->first + l->size * 0.6F < l->right;
}

static bool same_size(const struct pdf_line *a, const struct pdf_line *b)
{
	return fabsf(a->size - b->size) <= 0.08F * a->size;
}

static bool near(float a, float b)
{
	return fabsf(a - b) < NEAR;
}

static bool is_centred(const struct pdf_line *l)
{
	return l->x0 > l->left + 2 * l->size &&
	       fabsf(l->x0 - l->left - (l->right - l->x1)) < l->size;
}

/* "\u2022 ", "- "; "1. ", "a) " where the line above is finished. */
static bool is_item(const struct work *k, const struct pdf_line *l, bool finished)
{
	const char *p = text_of(k, l), *end = p + l->len, *q = p;
	uint32_t cp;
	size_t n = utf8_next(p, end, &cp);

	if (cp == '-' || cp == '*' || cp == 0x2022 || cp == 0x2013 || cp == 0x2014 ||
		cp == 0x25aa || cp == 0x25cf || cp == 0x25cb || cp == 0xb7)
		return p + n < end && (p[n] == ' ' || p[n] == '\t');
	while (q < end && q - p < 3 && *q >= '0' && *q <= '9')
		q++;
	if (q == p && *q >= 'a' && *q <= 'z')
		q++;
	return finished && q > p && end - q > 1 && (*q == '.' || *q == ')') &&
	       (q[1] == ' ' || q[1] == '\t');
}

static bool has_label(const struct work *k, const struct pdf_line *l)
{
	struct label_seen seen;

	return label_parse(text_of(k, l), l->len, &seen) && seen.form == LABEL_COLON &&
	       label_is_name(text_of(k, l) + seen.name, seen.name_end - seen.name);
}

/* ---- paragraphs ---- */

/* The distance that most lines have to the full line above them. */
static float find_pitch(const struct work *k)
{
	uint32_t counts[PITCHES] = { 0 }, best = 0;

	for (size_t i = 1; i < k->list.n; i++) {
		const struct pdf_line *a = k->list.items[i - 1], *b = k->list.items[i];
		float d = a->size > 0 ? (b->y1 - a->y1) / a->size * 100 : 0;

		if (a->block == b->block && same_size(a, b) && !is_short(a, b) && d > 50 &&
			d < PITCHES)
			counts[(size_t)d]++;
	}
	for (uint32_t i = 1; i + 1 < PITCHES; i++)
		if (counts[i - 1] + counts[i] + counts[i + 1] >
			(best > 0 ? counts[best - 1] + counts[best] + counts[best + 1] : 0))
			best = i;
	return (float)best / 100;
}

/* Text further left or right than the line before: is it the first line of a paragraph?  next: the
 * line below, NULL = none. */
static bool is_indented(const struct pdf_para *p, const struct pdf_line *above,
	const struct pdf_line *l, const struct pdf_line *next)
{
	if (!isnan(p->rest_x))
		return !near(l->text_x, p->rest_x);
	if (near(l->text_x, above->text_x) || l->x0 < above->text_x)
		return false;
	/* Further right in the second line: a hanging paragraph, if the third stands there too. */
	return next != NULL && next->block == l->block && next->x0 < l->x0 - NEAR &&
	       !is_short(l, next);
}

/* A speaker beside the text, and rows of a table.  A speaker's name may take two lines. */
static bool is_aside(const struct pdf_line *above, const struct pdf_line *l, bool finished)
{
	if (l->tabs > 1)
		return true;
	return l->aside > 0 && (above->aside == 0 || finished || !near(l->text_x, above->text_x));
}

/* No more white space above than inside of paragraphs. */
static bool is_close(const struct work *k, const struct pdf_line *above, const struct pdf_line *l)
{
	return k->pitch > 0 && above->block == l->block &&
	       l->y1 - above->y1 <= k->pitch * 1.1F * l->size + 0.5F;
}

/* Where turns are parted by white space, a close line with words beside the text holds the
 * second half of a name: all of the line, or what aside counts. */
static uint32_t name_goes_on(
	const struct work *k, const struct pdf_line *above, const struct pdf_line *l)
{
	if (!k->padded || above->aside == 0 || !near(above->text_x, k->lines->beside) ||
		!is_close(k, above, l))
		return 0;
	if (l->aside > 0 && near(l->text_x, k->lines->beside))
		return l->aside;
	return l->x1 < k->lines->beside ? l->len : 0;
}

static bool is_padded(const struct work *k)
{
	size_t close = 0, apart = 0;

	for (size_t i = 1; i < k->list.n; i++) {
		const struct pdf_line *above = k->list.items[i - 1], *l = k->list.items[i];

		if (l->aside == 0 || above->block != l->block || !near(l->text_x, k->lines->beside))
			continue;
		close += is_close(k, above, l);
		apart += !is_close(k, above, l);
	}
	return apart >= 3 && apart > close;
}

static bool begins_in_block(const struct work *k, const struct pdf_para *p,
	const struct pdf_line *above, const struct pdf_line *l, const struct pdf_line *next)
{
	float gap = l->y1 - above->y1;
	bool finished = ends_sentence(k, above);
	bool is_short_line = is_short(above, l) && !ends_divided(k, above, l);

	if (l->note)
		return l->marked;
	if (name_goes_on(k, above, l) > 0)
		return false;
	if (!same_size(above, l) || gap < 0)
		return true;
	if (k->pitch > 0 && gap > (k->pitch * 1.2F) * l->size + 1)
		return true;
	if (is_bold(l) != is_bold(above) && (finished || is_short_line))
		return true;
	if (is_item(k, l, finished) || is_aside(above, l, finished))
		return true;
	if (is_centred(above) && is_centred(l) && !finished)
		return false;
	return is_short_line || is_indented(p, above, l, next) || (finished && has_label(k, l));
}

/* On the next page or in the next column. */
static bool begins_behind(const struct work *k, const struct pdf_para *p,
	const struct pdf_line *above, const struct pdf_line *l)
{
	float indent = l->x0 - l->left;

	if (l->note)
		return l->marked;
	if (!same_size(above, l) || is_bold(l) != is_bold(above) || p->heading)
		return true;
	if (!ends_sentence(k, above))
		return is_short(above, l) && !starts_small(k, l);
	if (is_short(above, l) || is_item(k, l, true) || has_label(k, l))
		return true;
	/* The page ends with a sentence: only marks of paragraphs can tell. */
	if (isnan(p->rest_x) || near(p->first_x, p->rest_x))
		return true;
	return !near(indent, p->rest_x - above->left);
}

static bool is_heading(const struct work *k, const struct pdf_line *l)
{
	return !l->note && l->size >= k->lines->body * HEADING_FROM && l->len <= HEADING_MAX;
}

static void find_paras(struct work *k)
{
	for (size_t i = 0; i < k->list.n; i++) {
		const struct pdf_line *l = k->list.items[i];
		const struct pdf_line *above = i > 0 ? k->list.items[i - 1] : NULL;
		const struct pdf_line *next = i + 1 < k->list.n ? k->list.items[i + 1] : NULL;
		struct pdf_para *p = k->paras.n > 0 ? vec_last(&k->paras) : NULL;
		bool begins = p == NULL ||
			      (l->block == above->block ? begins_in_block(k, p, above, l, next)
							: begins_behind(k, p, above, l));

		if (begins) {
			vec_push(&k->paras, ((struct pdf_para){ i, i + 1, l->text_x, NAN,
						    is_heading(k, l), is_bold(l) }));
			continue;
		}
		if (l->block != above->block) { /* another column stands elsewhere */
			p->first_x += l->left - above->left;
			p->rest_x += l->left - above->left;
		} else if (isnan(p->rest_x)) {
			p->rest_x = l->x1 < k->lines->beside ? p->first_x : l->text_x;
		}
		p->whole_bold = p->whole_bold && is_bold(l);
		p->to = i + 1;
	}
}

/* ---- text ---- */

static const char *ligature(uint32_t cp)
{
	static const char *const letters[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };

	return cp >= 0xfb00 && cp <= 0xfb06 ? letters[cp - 0xfb00] : NULL;
}

/* With letters for ligatures, a plain hyphen and without soft hyphens (but one at the end).  bold:
 * leading bold bytes of p; what it is in out is given back. */
static size_t clean(const char *p, size_t len, size_t bold, struct buf *out)
{
	const char *q = p, *end = p + len;
	size_t bold_out = 0;
	uint32_t cp;

	while (q < end) {
		size_t n = utf8_next(q, end, &cp);

		if (ligature(cp) != NULL)
			buf_adds(out, ligature(cp));
		else if (cp == 0x2010)
			buf_addc(out, '-');
		else if (cp != SOFT_HYPHEN || q + n == end)
			buf_add(out, q, n);
		q += n;
		if ((size_t)(q - p) <= bold)
			bold_out = out->len;
	}
	return bold_out;
}

/* What goes between the text so far and the line; a hyphen that only divides a word is cut off. */
static const char *between(struct work *k)
{
	static const char soft[] = "\xc2\xad";
	const char *p = k->text.data, *q = k->line.data;
	enum rejoin_hyphen hyphen;

	if (k->text.len == 0)
		return "";
	if (k->text.len > 2 && memcmp(p + k->text.len - 2, soft, 2) == 0) {
		k->text.len -= 2;
		return "";
	}
	hyphen = rejoin_hyphen_between(&k->words, p, p + k->text.len, q, q + k->line.len);
	k->text.len -= hyphen == REJOIN_DROP_HYPHEN;
	return hyphen == REJOIN_NO_HYPHEN ? " " : "";
}

/* The second line of a name that stands beside the text goes behind its first line. */
static void add_aside(struct work *k, const struct pdf_line *l, uint32_t len, size_t *bold)
{
	char *tab = memchr(k->text.data, '\t', k->text.len);
	size_t at = tab != NULL ? (size_t)(tab - k->text.data) : k->text.len;
	size_t grown = len + 1;

	buf_reserve(&k->text, grown);
	memmove(k->text.data + at + grown, k->text.data + at, k->text.len - at + 1);
	k->text.data[at] = ' ';
	memcpy(k->text.data + at + 1, text_of(k, l), len);
	k->text.len += grown;
	*bold += *bold >= at && *bold > 0 ? grown : 0;
}

/* Appends a line to the paragraph in k->text; true: all of it is bold.  name: the first bytes go
 * on with the name beside it. */
static bool add_line(
	struct work *k, const struct pdf_line *l, uint32_t name, bool leading, size_t *bold)
{
	size_t line_bold, from = 0;

	if (name > 0) {
		add_aside(k, l, name, bold);
		from = name + (name < l->len);
	}
	if (from == l->len)
		return leading;
	buf_reset(&k->line);
	line_bold = clean(
		text_of(k, l) + from, l->len - from, l->bold > from ? l->bold - from : 0, &k->line);
	buf_adds(&k->text, between(k));
	if (leading)
		*bold = k->text.len + line_bold;
	buf_add(&k->text, k->line.data, k->line.len);
	return leading && line_bold == k->line.len;
}

static enum para_kind kind_of(const struct work *k, const struct pdf_para *p, bool bold_is_rare)
{
	const struct pdf_line *l = k->list.items[p->from];

	if (l->note)
		return PARA_FOOTNOTE;
	if (l->tabs > 1)
		return PARA_TABLE;
	if (p->heading && k->text.len <= HEADING_MAX)
		return PARA_HEADING;
	if (bold_is_rare && p->whole_bold && p->to - p->from <= 2 && k->text.len <= HEADING_MAX &&
		!ends_sentence(k, k->list.items[p->to - 1]) && !has_label(k, l))
		return PARA_HEADING;
	return PARA_BODY;
}

/* The paragraph's text in k->text; gives the bytes of its bold start. */
static size_t join_lines(struct work *k, const struct pdf_para *p)
{
	size_t bold = 0;
	bool leading = true;

	buf_reset(&k->text);
	for (size_t i = p->from; i < p->to; i++) {
		const struct pdf_line *l = k->list.items[i];
		uint32_t name = i > p->from ? l->aside : 0;

		if (i > p->from && name == 0)
			name = name_goes_on(k, k->list.items[i - 1], l);
		leading = add_line(k, l, name, leading, &bold);
	}
	return bold < k->text.len ? bold : k->text.len;
}

static void write_para(struct work *k, const struct pdf_para *p, bool bold_is_rare)
{
	size_t bold = join_lines(k, p);
	struct draft_para *para = draft_para(k->out, kind_of(k, p, bold_is_rare));

	draft_text(k->out, k->text.data, bold);
	para->bold = k->out->text.len - para->start;
	draft_text(k->out, k->text.data + bold, k->text.len - bold);
	para->fresh = para->kind == PARA_FOOTNOTE;
}

/* ---- speakers beside the text ---- */

static bool is_beside(const struct work *k, const struct pdf_para *p)
{
	const struct pdf_line *l = k->list.items[p->from];

	return k->lines->beside > 0 && !l->note && l->column == 0 && l->tabs < 2 && !p->heading &&
	       near(l->text_x, k->lines->beside);
}

static void add_row(struct work *k, const struct pdf_para *p, struct grid *grid, uint32_t row)
{
	size_t bold = join_lines(k, p);
	const char *text = k->text.data;
	const char *tab = memchr(text, '\t', k->text.len);
	size_t aside = k->list.items[p->from]->aside > 0 && tab != NULL ? (size_t)(tab - text) : 0;
	size_t from = aside > 0 ? aside + 1 : 0;

	if (aside > 0)
		grid_para(grid, row, 0, text, aside, bold < aside ? bold : aside);
	grid_para(grid, row, 1, text + from, k->text.len - from, bold > from ? bold - from : 0);
}

/* Paragraphs from..to - 1 as a table, if its first column names speakers. */
static bool write_grid(struct work *k, size_t from, size_t to)
{
	struct grid grid = GRID_INIT;
	bool speakers;

	for (size_t i = from; i < to; i++)
		add_row(k, &k->paras.items[i], &grid, (uint32_t)(i - from));
	speakers = grid_has_speakers(&grid);
	if (speakers)
		grid_emit(&grid, k->out);
	grid_release(&grid);
	return speakers;
}

/* Of the text or of the footnotes. */
static void write_list(struct work *k, bool notes)
{
	size_t bold = 0;

	vec_reset(&k->list);
	vec_reset(&k->paras);
	vec_each (const struct pdf_line, l, &k->lines->lines)
		if (l->note == notes)
			vec_push(&k->list, l);
	k->pitch = find_pitch(k);
	k->padded = k->lines->beside > 0 && is_padded(k);
	find_paras(k);
	vec_each (const struct pdf_para, p, &k->paras)
		bold += p->whole_bold && !p->heading;
	for (size_t i = 0, end; i < k->paras.n; i = end) {
		for (end = i; end < k->paras.n && is_beside(k, &k->paras.items[end]); end++)
			;
		if (end > i + 1 && write_grid(k, i, end))
			continue;
		for (end = end > i ? end : i + 1; i < end; i++)
			write_para(k, &k->paras.items[i], bold * 4 <= k->paras.n);
	}
}

void pdf_paras(const struct pdf_lines *lines, struct draft *out)
{
	struct work k = { .lines = lines,
		.out = out,
		.words = REJOIN_WORDS_INIT,
		.line = BUF_INIT,
		.text = BUF_INIT };

	rejoin_words_count(&k.words, lines->text.data, lines->text.len);
	write_list(&k, false);
	write_list(&k, true);
	rejoin_words_release(&k.words);
	vec_release(&k.list);
	vec_release(&k.paras);
	buf_release(&k.line);
	buf_release(&k.text);
}
