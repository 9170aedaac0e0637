/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/cues.h"

#include <string.h>

#include "base/ascii.h"
#include "base/intern.h"
#include "base/utf8.h"
#include "corpus/turns_label.h"
#include "corpus/turns_words.h"

#define PAUSE 2000	 /* ms: a pause that parts paragraphs of unknown speakers */
#define LONG_NOBODY 60	 /* words after which a sentence end parts paragraphs, */
#define LONG_SPEAKER 150 /* the same within what one speaker says, */
#define LONG_ANY 250	 /* and the end of any cue, when captions have no sentence ends */
#define CUES_LEAST 3	 /* from which a custom of the whole file is known */
#define WORDS_MAX 6	 /* of a name */
#define SINGLE_MAX 1000	 /* names seen once that are looked at, */
#define SINGLE_SHOWN 5	 /* and told */
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
	bool every;	    /* each cue begins with a name and a colon */
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
	while (*len > 0 && ascii_blank(**line)) {
		++*line;
		--*len;
	}
	while (*len > 0 && ascii_blank((*line)[*len - 1]))
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

/* Where the name in front of a colon ends, 0 = none. */
static size_t prefix_length(const char *p, size_t len)
{
	const char *colon = memchr(p, ':', len < 4 * LABEL_MAX ? len : 4 * LABEL_MAX);
	size_t n = colon != NULL ? (size_t)(colon - p) : 0;

	if (n == 0 || (n + 1 < len && !ascii_blank(p[n + 1])))
		return 0;
	while (n > 0 && ascii_blank(p[n - 1]))
		n--;
	return n;
}

/* "Name: " at the start of a line: the length of the name, 0 = none. */
static size_t name_length(const char *p, size_t len)
{
	size_t n = prefix_length(p, len);

	return n > 0 && label_is_name(p, n) && !turns_is_stop(p, n) ? n : 0;
}

/* What may be one where every cue has a name: of any characters, no sentence. */
static size_t any_length(const char *p, size_t len)
{
	size_t n = prefix_length(p, len), words = 1;

	if (n == 0 || utf8_count(p, n) > LABEL_MAX)
		return 0;
	for (size_t i = 0; i < n; i++) {
		words += ascii_blank(p[i]);
		if (is_one_of(p[i], "?!\""))
			return 0;
	}
	return words <= WORDS_MAX ? n : 0;
}

static bool begins_cue(const struct merger *m, const struct piece *p)
{
	return p == m->pieces.items || p[-1].cue != p->cue;
}

static bool goes_on(const struct merger *m, const struct piece *p)
{
	return p + 1 < m->pieces.items + m->pieces.n && p[1].cue == p->cue;
}

static uint32_t count_name(struct merger *m, const struct piece *p, size_t n)
{
	uint32_t id = intern_add(&m->names, p->text, n);

	while (m->seen.n <= id)
		vec_push(&m->seen, 0);
	m->seen.items[id]++;
	return id;
}

/* Zoom puts a name in front of nearly every cue. */
static bool every_cue_has_one(const struct merger *m)
{
	size_t cues = 0, named = 0;

	vec_each (const struct piece, p, &m->pieces) {
		if (!begins_cue(m, p))
			continue;
		cues++;
		named += any_length(p->text, p->len) > 0;
	}
	return cues >= CUES_LEAST && 4 * named >= 3 * cues;
}

/* "Speaker 2" beside "Speaker 1", who speaks more often. */
static bool is_numbered_like(const struct merger *m, uint32_t id)
{
	const struct intern_item *one = &m->names.items[id];
	size_t n = one->len;

	while (n > 0 && one->s[n - 1] >= '0' && one->s[n - 1] <= '9')
		n--;
	for (uint32_t i = 0; n > 0 && n < one->len && i < m->seen.n; i++)
		if (m->seen.items[i] >= 2 && m->names.items[i].len > n &&
			memcmp(m->names.items[i].s, one->s, n) == 0 &&
			is_one_of(m->names.items[i].s[n], "0123456789"))
			return true;
	return false;
}

static void count_names(struct merger *m)
{
	uint32_t shown = 0;

	m->every = every_cue_has_one(m);
	vec_each (struct piece, p, &m->pieces) {
		bool any = m->every && begins_cue(m, p);
		size_t n = any ? any_length(p->text, p->len) : name_length(p->text, p->len);

		if (n > 0)
			count_name(m, p, n);
		if (n > 0 && any) /* once is enough */
			count_name(m, p, n);
	}
	for (uint32_t i = 0; i < m->seen.n; i++)
		if (m->seen.items[i] == 1 && shown++ < SINGLE_MAX && is_numbered_like(m, i))
			m->seen.items[i] = 2;
}

static void take_names(struct merger *m)
{
	const char *label = NULL;
	size_t label_len = 0;

	vec_each (struct piece, p, &m->pieces) {
		size_t n = m->every && begins_cue(m, p) ? any_length(p->text, p->len)
							: name_length(p->text, p->len);
		uint32_t id = n > 0 ? intern_find(&m->names, p->text, n) : INTERN_NONE;

		if (id != INTERN_NONE && m->seen.items[id] >= 2) {
			label = m->names.items[id].s;
			label_len = n;
			n = (size_t)((const char *)memchr(p->text, ':', p->len) - p->text) + 1;
			while (n < p->len && ascii_blank(p->text[n]))
				n++;
			p->text += n;
			p->len -= n;
		}
		p->label = label;
		p->label_len = label_len;
	}
}

/* Names alone on the first line of the cues: eight in ten have one, and names come again. */
static bool names_are_lines(struct merger *m)
{
	size_t cues = 0, named = 0, again = 0;

	vec_each (struct piece, p, &m->pieces) {
		uint32_t id;

		if (!begins_cue(m, p))
			continue;
		cues++;
		if (!goes_on(m, p) || !label_is_name(p->text, p->len) ||
			turns_is_stop(p->text, p->len))
			continue;
		named++;
		id = count_name(m, p, p->len);
		again += m->seen.items[id] >= 2;
	}
	return cues >= CUES_LEAST && 10 * named >= 8 * cues && 2 * again >= named;
}

static void take_name_lines(struct merger *m)
{
	const char *label = NULL;
	size_t label_len = 0;

	vec_each (struct piece, p, &m->pieces) {
		if (begins_cue(m, p) && goes_on(m, p) &&
			intern_find(&m->names, p->text, p->len) != INTERN_NONE) {
			label = p->text;
			label_len = p->len;
			p->len = 0;
		}
		p->label = label;
		p->label_len = label_len;
	}
}

static bool any_name(const struct merger *m)
{
	vec_each (const uint32_t, n, &m->seen)
		if (*n >= 2)
			return true;
	return false;
}

/* R103: among speakers, a name that stands once. */
static void tell_single(const struct merger *m, const char *file, struct diags *d)
{
	uint32_t shown = 0;

	for (uint32_t i = 0; i < m->seen.n && shown < SINGLE_SHOWN; i++)
		if (m->seen.items[i] == 1 && ++shown > 0)
			diag_add(d, DIAG_REMARK, "R103", &(struct diag_at){ .file = file },
				"'%s:' stands once and was taken as text", m->names.items[i].s);
}

static void find_speakers(struct merger *m, const char *file, struct diags *d)
{
	count_names(m);
	if (any_name(m)) {
		take_names(m);
		tell_single(m, file, d);
		return;
	}
	intern_release(&m->names);
	vec_reset(&m->seen);
	if (names_are_lines(m))
		take_name_lines(m);
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
		s->words += !ascii_blank(p->text[i]) && (i == 0 || ascii_blank(p->text[i - 1]));
	s->sentence_end = ends_sentence(p->text, p->len);
	s->last = p;
}

void cues_write(struct cues *c, const char *file, struct draft *out, struct diags *d)
{
	struct merger m = { VEC_INIT, INTERN_INIT, VEC_INIT, 0, false, false };
	struct state s = { NULL, 0, false };

	split_lines(&m, c);
	if (c->rolling || does_roll(&m))
		drop_repeated(&m);
	if (m.dropped > 0)
		diag_add(d, DIAG_REMARK, "R028", &(struct diag_at){ .file = file },
			"rolling captions: repeated lines left out: %u", m.dropped);
	if (!m.voices)
		find_speakers(&m, file, d);
	vec_each (struct piece, p, &m.pieces)
		write_piece(&s, &m, p, out);
	intern_release(&m.names);
	vec_release(&m.seen);
	vec_release(&m.pieces);
}
