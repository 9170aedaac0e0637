/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/cues.h"

#include <string.h>

#include "base/intern.h"
#include "corpus/turns_label.h"
#include "corpus/turns_words.h"

#define PAUSE 2000	 /* ms: a pause that parts paragraphs of unknown speakers */
#define LONG_NOBODY 60	 /* words after which a sentence end parts paragraphs, */
#define LONG_SPEAKER 150 /* the same within what one speaker says, */
#define LONG_ANY 250	 /* and the end of any cue, when captions have no sentence ends */
#define ROLL_MAX 4	 /* lines of a cue that the next one may repeat */

/* One line of one cue. */
struct piece {
	const struct cue *cue;
	const char *label, *text; /* label: NULL = none of its own */
	size_t label_len, len;
	bool again; /* only repeats a line of the cue before */
};

struct merger {
	VEC(struct piece) pieces;
	struct intern names;
	VEC(uint32_t) seen; /* per name */
	uint32_t dropped;   /* rolling lines */
	bool voices;	    /* the format named someone */
};

void cues_release(struct cues *c)
{
	vec_release(&c->list);
	arena_release(&c->arena);
}

void cues_add(struct cues *c, int64_t from, int64_t to, const char *label, size_t label_len,
	const char *text, size_t len)
{
	struct cue *cue = vec_new(&c->list);

	cue->from = from;
	cue->to = to;
	cue->label = label != NULL ? arena_dup(&c->arena, label, label_len) : NULL;
	cue->label_len = label_len;
	cue->text = arena_dup(&c->arena, text, len);
	cue->len = len;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool is_one_of(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

/* The next line of [*p,end) without blanks around it; false at the end. */
static bool next_line(const char **p, const char *end, const char **line, size_t *len)
{
	const char *stop;

	if (*p >= end)
		return false;
	stop = memchr(*p, '\n', (size_t)(end - *p));
	if (stop == NULL)
		stop = end;
	*line = *p;
	*len = (size_t)(stop - *p);
	*p = stop + 1;
	while (*len > 0 && is_blank(**line)) {
		++*line;
		--*len;
	}
	while (*len > 0 && is_blank((*line)[*len - 1]))
		--*len;
	return true;
}

static void split_lines(struct merger *m, const struct cues *c)
{
	vec_each (struct cue, cue, &c->list) {
		const char *p = cue->text, *end = p + cue->len, *line;
		size_t len;

		while (next_line(&p, end, &line, &len)) {
			struct piece *piece;

			if (len == 0)
				continue;
			piece = vec_new(&m->pieces);
			*piece =
				(struct piece){ cue, cue->label, line, cue->label_len, len, false };
		}
		m->voices |= cue->label != NULL;
	}
}

/* ---- rolling captions ---- */

static bool same_line(const struct piece *a, const struct piece *b)
{
	return a->len == b->len && memcmp(a->text, b->text, a->len) == 0;
}

static size_t lines_from(const struct merger *m, size_t i)
{
	size_t n = 1;

	while (i + n < m->pieces.n && m->pieces.items[i + n].cue == m->pieces.items[i].cue)
		n++;
	return n;
}

/* How many lines at the start of a cue (n lines at i) repeat the last of the one before (at p). */
static size_t repeated(const struct merger *m, size_t p, size_t i, size_t n)
{
	const struct piece *before = &m->pieces.items[p], *cur = &m->pieces.items[i];
	size_t max = i - p < n ? i - p : n;

	if (cur->cue->from > before->cue->to + PAUSE)
		return 0;
	for (size_t k = max < ROLL_MAX ? max : ROLL_MAX; k > 0; k--) {
		size_t same = 0;

		while (same < k && same_line(&before[i - p - k + same], &cur[same]))
			same++;
		if (same == k)
			return k;
	}
	return 0;
}

/* A file rolls when a third of its cues begin with the last line of the cue before and go on. */
static bool does_roll(const struct merger *m)
{
	size_t cues = 0, rolls = 0, before = 0;

	for (size_t i = 0, n; i < m->pieces.n; before = i, i += n) {
		n = lines_from(m, i);
		cues++;
		if (i > 0 && n > 1)
			rolls += repeated(m, before, i, n) > 0;
	}
	return rolls >= 3 && 3 * rolls >= cues;
}

static void drop_repeated(struct merger *m)
{
	size_t before = 0;

	for (size_t i = 0, n; i < m->pieces.n; before = i, i += n) {
		size_t k;

		n = lines_from(m, i);
		k = i > 0 ? repeated(m, before, i, n) : 0;
		/* Marked only, so that the next cue still has something to compare with. */
		for (size_t j = 0; j < k; j++)
			m->pieces.items[i + j].again = true;
		m->dropped += (uint32_t)k;
	}
	before = 0;
	for (size_t i = 0; i < m->pieces.n; i++)
		if (!m->pieces.items[i].again)
			m->pieces.items[before++] = m->pieces.items[i];
	m->pieces.n = before;
}

/* ---- speakers in the text ---- */

/* "Name: " at the start of a line: the length of the name, 0 = none. */
static size_t name_length(const char *p, size_t len)
{
	const char *colon = memchr(p, ':', len < 4 * LABEL_MAX ? len : 4 * LABEL_MAX);
	size_t n = colon != NULL ? (size_t)(colon - p) : 0;

	if (n == 0 || is_blank(p[n - 1]) || (n + 1 < len && !is_blank(p[n + 1])))
		return 0;
	return label_is_name(p, n) && !turns_is_stop(p, n) ? n : 0;
}

static void count_names(struct merger *m)
{
	vec_each (struct piece, p, &m->pieces) {
		size_t n = name_length(p->text, p->len);
		uint32_t id;

		if (n == 0)
			continue;
		id = intern_add(&m->names, p->text, n);
		while (m->seen.n <= id)
			vec_push(&m->seen, 0);
		m->seen.items[id]++;
	}
}

static void take_names(struct merger *m)
{
	const char *label = NULL;
	size_t label_len = 0;

	vec_each (struct piece, p, &m->pieces) {
		size_t n = name_length(p->text, p->len);
		uint32_t id = n > 0 ? intern_find(&m->names, p->text, n) : INTERN_NONE;

		if (id != INTERN_NONE && m->seen.items[id] >= 2) {
			label = m->names.items[id].s;
			label_len = n;
			for (n++; n < p->len && is_blank(p->text[n]); n++)
				;
			p->text += n;
			p->len -= n;
		}
		p->label = label;
		p->label_len = label_len;
	}
}

/* ---- paragraphs ---- */

struct state {
	const struct piece *last;
	uint32_t words;
	bool sentence_end;
};

static bool same_speaker(const struct piece *a, const struct piece *b)
{
	if (a->label == NULL || b->label == NULL)
		return a->label == b->label;
	return a->label_len == b->label_len && memcmp(a->label, b->label, a->label_len) == 0;
}

static bool parts(const struct state *s, const struct piece *p)
{
	uint32_t enough = p->label != NULL ? LONG_SPEAKER : LONG_NOBODY;

	if (s->last == NULL || !same_speaker(s->last, p))
		return true;
	if (p->label == NULL && p->len > 2 && memcmp(p->text, "- ", 2) == 0)
		return true; /* another voice */
	if (s->last->cue == p->cue)
		return false;
	if (p->label == NULL && p->cue->from > s->last->cue->to + PAUSE)
		return true;
	return (s->sentence_end && s->words >= enough) || s->words >= LONG_ANY;
}

static bool ends_sentence(const char *p, size_t len)
{
	while (len > 0 && is_one_of(p[len - 1], "\"')]"))
		len--;
	if (len >= 3 && memcmp(p + len - 3, "\xe2\x80\x9d", 3) == 0) /* closing quotation mark */
		len -= 3;
	return len > 0 && (is_one_of(p[len - 1], ".?!") ||
				  (len >= 3 && memcmp(p + len - 3, "\xe2\x80\xa6", 3) == 0));
}

static void write_piece(
	struct state *s, const struct merger *m, const struct piece *p, struct draft *out)
{
	if (p->len == 0)
		return;
	if (parts(s, p)) {
		struct draft_para *para = draft_para(out, PARA_BODY);

		para->ms = p->cue->from;
		para->fresh = m->voices && p->label == NULL;
		if (p->label != NULL)
			draft_label(out, p->label, p->label_len);
		s->words = 0;
	} else {
		draft_text(out, " ", 1);
	}
	draft_text(out, p->text, p->len);
	for (size_t i = 0; i < p->len; i++)
		s->words += !is_blank(p->text[i]) && (i == 0 || is_blank(p->text[i - 1]));
	s->sentence_end = ends_sentence(p->text, p->len);
	s->last = p;
}

void cues_write(struct cues *c, const char *file, struct draft *out, struct diags *d)
{
	struct merger m = { VEC_INIT, INTERN_INIT, VEC_INIT, 0, false };
	struct state s = { NULL, 0, false };

	split_lines(&m, c);
	if (c->rolling || does_roll(&m))
		drop_repeated(&m);
	if (m.dropped > 0)
		diag_add(d, DIAG_REMARK, "R028", &(struct diag_at){ .file = file },
			"rolling captions: repeated lines left out: %u", m.dropped);
	if (!m.voices) {
		count_names(&m);
		take_names(&m);
	}
	vec_each (struct piece, p, &m.pieces)
		write_piece(&s, &m, p, out);
	intern_release(&m.names);
	vec_release(&m.seen);
	vec_release(&m.pieces);
}
