/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/rejoin_shape.h"

#include <string.h>

#define NARROW 40	/* a text cut at fewer characters is a list or a poem */
#define PROSE_WIDTH 60	/* a line of prose, where lines are not cut */
#define PAGE_TEXT 600	/* bytes between two page numbers at least */
#define HEAD_BYTES 120	/* of a running head */
#define HEAD_TIMES 3	/* it stands on so many pages at least */
#define HEADS_MAX 10000 /* different ones that are counted */

static size_t bin(size_t width)
{
	return width < REJOIN_BINS ? width : REJOIN_BINS - 1;
}

/* ---- margins of pages ---- */

/* The line with each run of digits as one '#': "Bab 2 | 14" and "Bab 2 | 15" are one head. */
static size_t head_key(const struct rejoin_line *l, char key[HEAD_BYTES])
{
	size_t n = 0;

	if (l->end - l->p >= HEAD_BYTES)
		return 0;
	for (const char *p = l->p; p < l->end; p++) {
		bool digit = *p >= '0' && *p <= '9';

		if (!digit)
			key[n++] = *p;
		else if (n == 0 || key[n - 1] != '#')
			key[n++] = '#';
	}
	return n;
}

static void note_head(struct rejoin_shape *s, const struct rejoin_line *l)
{
	char key[HEAD_BYTES];
	size_t n = head_key(l, key);
	uint32_t at;

	if (n == 0 || s->heads.n >= HEADS_MAX || rejoin_line_page_number(l) > 0)
		return;
	at = intern_add(&s->heads, key, n);
	if (at == s->head_counts.n)
		vec_push(&s->head_counts, 0);
	s->head_counts.items[at]++;
}

struct pages {
	unsigned number;	  /* the last one */
	const char *at;		  /* where it stood */
	struct rejoin_line above; /* the line above */
	bool below;		  /* the line above is a page number */
};

static void watch_pages(struct rejoin_shape *s, struct pages *k, const struct rejoin_line *l)
{
	unsigned n = rejoin_line_page_number(l);

	if (n > 0) {
		if (k->at != NULL && n == k->number + 1 && l->p - k->at >= PAGE_TEXT)
			s->numbered++;
		k->number = n;
		k->at = l->p;
		if (k->above.p != NULL && !k->above.page)
			note_head(s, &k->above);
	} else if (k->below || l->page) {
		note_head(s, l);
	}
	s->pages += l->page;
	k->below = n > 0;
	k->above = *l;
}

bool rejoin_shape_is_margin(const struct rejoin_shape *s, const struct rejoin_line *l)
{
	char key[HEAD_BYTES];
	uint32_t at;
	size_t n;

	if (s->numbered < 2 && s->pages == 0)
		return false;
	if (rejoin_line_page_number(l) > 0)
		return true;
	n = head_key(l, key);
	at = n > 0 ? intern_find(&s->heads, key, n) : INTERN_NONE;
	return at != INTERN_NONE && s->head_counts.items[at] >= HEAD_TIMES;
}

/* ---- the whole ---- */

/* The width that nine lines in ten do not exceed. */
static size_t cut_width(const struct rejoin_shape *s)
{
	size_t seen = 0, w = 0;

	while (w < REJOIN_BINS - 1 && (seen += s->widths[w]) * 10 < s->lines * 9)
		w++;
	return w;
}

/* A line and what is asked of it more than once. */
struct seen {
	struct rejoin_line line;
	bool finished;
	bool apart; /* asked only if it is not finished */
};

static struct seen look_at(const struct rejoin_line *l)
{
	struct seen seen = { .line = *l, .finished = rejoin_line_finished(l) };

	seen.apart = !seen.finished && rejoin_line_is_apart(l);
	return seen;
}

static void note_pair(struct rejoin_shape *s, const struct seen *above, const struct rejoin_line *l,
	size_t blanks)
{
	bool goes_on = !above->finished && rejoin_line_starts_small(l);

	if (blanks > 1)
		return;
	if (blanks == 0) {
		s->glued++;
		s->glued_on += goes_on;
	} else {
		s->spaced++;
		s->spaced_on += goes_on;
	}
	if (goes_on && !above->apart)
		s->reach[bin(above->line.width + 1 + rejoin_line_first_word(l))]++;
}

/* A mark and a blank within the line: a sentence ends there, or an abbreviation. */
static bool has_mark_inside(const struct rejoin_line *l)
{
	for (const char *p = l->p; l->end - p > 2; p++)
		if ((*p == '.' || *p == '?' || *p == '!') && p[1] == ' ')
			return true;
	return false;
}

static void note_prose(struct rejoin_shape *s, const struct seen *l)
{
	if (l->line.width < PROSE_WIDTH || l->apart)
		return;
	s->long_lines++;
	s->finished += l->finished;
	s->small += rejoin_line_starts_small(&l->line);
}

void rejoin_shape_measure(struct rejoin_shape *s, const char *text, size_t len)
{
	struct rejoin_cursor c = { .pos = text, .end = text + len };
	struct seen above = { .line.p = NULL };
	struct pages pages = { .at = NULL };

	*s = (struct rejoin_shape){ .heads = INTERN_INIT, .head_counts = VEC_INIT };
	while (rejoin_line_next(&c)) {
		const struct rejoin_line *l = &c.line;
		struct seen seen = look_at(l);

		if (above.line.p != NULL)
			note_pair(s, &above, l, c.blanks);
		watch_pages(s, &pages, l);
		s->lines++;
		s->widths[bin(l->width)]++;
		s->marked += seen.finished || has_mark_inside(l);
		s->hyphens += l->end[-1] == '-';
		note_prose(s, &seen);
		above = seen;
	}
	s->width = cut_width(s);
}

void rejoin_shape_release(struct rejoin_shape *s)
{
	intern_release(&s->heads);
	vec_release(&s->head_counts);
}

/* Where sentences go on, the next word would not have fitted, nine times in ten. */
static bool is_filled(const struct rejoin_shape *s)
{
	size_t all = 0, full = 0;

	for (size_t w = 0; w < REJOIN_BINS; w++) {
		all += s->reach[w];
		full += w * 20 > s->width * 17 ? s->reach[w] : 0;
	}
	return full * 10 >= all * 9;
}

/* Lines near the cut: two fifths of all at least, and hardly any beyond; sentences that end. */
static bool is_cut(const struct rejoin_shape *s)
{
	size_t near = 0, beyond = 0;

	if (s->width < NARROW || s->width > REJOIN_WIDE)
		return false;
	for (size_t w = 0; w < REJOIN_BINS; w++) {
		near += w * 4 >= s->width * 3 ? s->widths[w] : 0;
		beyond += w > s->width + s->width / 5 ? s->widths[w] : 0;
	}
	return near * 5 >= s->lines * 2 && beyond * 20 <= s->lines && is_filled(s) &&
	       s->marked * 10 >= s->lines;
}

enum rejoin_wrap rejoin_shape_wrap(const struct rejoin_shape *s)
{
	if (!is_cut(s))
		return REJOIN_ONE_LINE;
	if (s->lines >= 8 && s->spaced * 4 >= s->lines * 3 && s->spaced_on * 4 >= s->spaced)
		return REJOIN_SPACED;
	return s->glued >= 2 && s->glued_on * 4 >= s->glued ? REJOIN_WRAPPED : REJOIN_ONE_LINE;
}

enum rejoin_wrap rejoin_shape_forced(const struct rejoin_shape *s)
{
	return s->spaced > 2 * s->glued ? REJOIN_SPACED : REJOIN_WRAPPED;
}

bool rejoin_shape_is_prose(const struct rejoin_shape *s)
{
	return s->long_lines >= 4 && s->finished * 3 >= s->long_lines * 2 &&
	       s->small * 4 <= s->long_lines;
}
