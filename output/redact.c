/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "output/redact.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "output/redact_words.h"

#define STEM_MIN 3			/* letters in front of a clitic, and of a part of a word */
#define WORD_MAX_BYTES 256		/* longer words are no names */
#define AHEAD_MAX (WORD_MAX_BYTES + 64) /* behind a word, to the end of the next one */
#define JOINED_MIN 6			/* "sitiaminah" for "Siti Aminah"; no shorter ones */
#define OUT_MAX (UINT32_MAX / 2u) /* behind this names become '*', so that 32 bits hold a place */

struct word {
	const char *form;
	size_t len;
	const char *gap; /* in front of it, as redact_gap() gives it; "" for white space alone */
	size_t gap_len;
};

struct entry {
	const struct word *words;
	size_t n;
	uint32_t rule;
	uint32_t next; /* with the same first word, those of more words first; index + 1, 0 = end */
};

struct rule {
	const char *replace;
	size_t len;
	bool proper, keep, digit_first, letter_last;
};

struct redactor {
	struct arena arena;
	VEC(struct rule) rules;
	VEC(struct entry) entries;
	uint32_t *slots; /* hash of the first word -> entry + 1 */
	size_t mask;
};

/* ---- building -------------------------------------------------------------------------------- */

static uint32_t hash_of(const char *p, size_t len)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)p[i]) * 16777619u;
	return h ^ h >> 15;
}

static bool is_form(const struct word *w, const char *form, size_t len)
{
	return w->len == len && memcmp(w->form, form, len) == 0;
}

static uint32_t *slot_of(const struct redactor *r, const char *form, size_t len)
{
	size_t at = hash_of(form, len) & r->mask;

	while (r->slots[at] != 0 && !is_form(r->entries.items[r->slots[at] - 1].words, form, len))
		at = (at + 1) & r->mask;
	return &r->slots[at];
}

static struct word make_word(
	struct redactor *r, const char *find, size_t gap, size_t start, size_t end)
{
	struct buf b = BUF_INIT;
	struct word w;
	bool space;

	redact_form(find + start, end - start, &b);
	w.form = arena_dup(&r->arena, b.data, b.len);
	w.len = b.len;
	buf_reset(&b);
	redact_gap(find + gap, start - gap, &b, &space);
	w.gap = arena_dup(&r->arena, b.data, b.len);
	w.gap_len = b.len;
	buf_release(&b);
	return w;
}

/* "Siti Aminah" is found as "sitiaminah" too. */
static void add_joined(struct redactor *r, const struct word *words, size_t n, uint32_t rule)
{
	struct word *one = arena_alloc(&r->arena, sizeof *one);
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < n; i++) {
		if (i > 0 && words[i].gap_len > 0)
			b.len = 0, n = i;
		else
			buf_add(&b, words[i].form, words[i].len);
	}
	if (b.len >= JOINED_MIN) {
		*one = (struct word){ arena_dup(&r->arena, b.data, b.len), b.len, "", 0 };
		vec_push(&r->entries, ((struct entry){ one, 1, rule, 0 }));
	}
	buf_release(&b);
}

static void add_rule(struct redactor *r, const struct redact_rule *in)
{
	VEC(struct word) words = VEC_INIT;
	size_t pos = 0, gap = 0, start, end, len = strlen(in->find);
	size_t replaced = strlen(in->replace);
	uint32_t rule = (uint32_t)r->rules.n, first = 0, last = 0;
	struct word *kept;

	while (redact_word(in->find, len, &pos, &start, &end)) {
		vec_push(&words, make_word(r, in->find, words.n > 0 ? gap : start, start, end));
		gap = end;
	}
	if (replaced > 0) {
		utf8_next(in->replace, in->replace + replaced, &first);
		utf8_prev(in->replace, in->replace + replaced, &last);
	}
	vec_push(&r->rules,
		((struct rule){ arena_strdup(&r->arena, in->replace), replaced, in->proper,
			in->keep, utf8_is_digit(first), utf8_is_letter(last) }));
	if (words.n == 0)
		return;
	kept = arena_calloc(&r->arena, words.n, sizeof *kept);
	memcpy(kept, words.items, words.n * sizeof *kept);
	vec_push(&r->entries, ((struct entry){ kept, words.n, rule, 0 }));
	if (words.n > 1)
		add_joined(r, kept, words.n, rule);
	vec_release(&words);
}

/* Into the chain of its first word: behind those of as many words or more. */
static void link_entry(struct redactor *r, uint32_t i)
{
	struct entry *n = &r->entries.items[i];
	uint32_t *at = slot_of(r, n->words->form, n->words->len);

	while (*at != 0 && r->entries.items[*at - 1].n >= n->n)
		at = &r->entries.items[*at - 1].next;
	n->next = *at;
	*at = i + 1;
}

struct redactor *redactor_new(const struct redact_rule *rules, size_t n)
{
	struct redactor *r = mem_zalloc(1, sizeof *r);
	size_t size = 16;

	for (size_t i = 0; i < n; i++)
		add_rule(r, &rules[i]);
	while (size < 2 * r->entries.n + 2)
		size *= 2;
	r->slots = mem_zalloc(size, sizeof *r->slots);
	r->mask = size - 1;
	for (uint32_t i = 0; i < r->entries.n; i++)
		link_entry(r, i);
	return r;
}

void redactor_free(struct redactor *r)
{
	if (r == NULL)
		return;
	vec_release(&r->rules);
	vec_release(&r->entries);
	free(r->slots);
	arena_release(&r->arena);
	free(r);
}

/* ---- finding --------------------------------------------------------------------------------- */

struct ahead {
	size_t at, start, end;
	struct buf form, gap;
	size_t clitic;
	bool known, good, space;
};

struct search {
	const struct redactor *r;
	enum redact_kind kind;
	const char *p;
	size_t len;
	struct buf form, part; /* scratch */
	struct ahead ahead;
	struct buf *out;
	struct redact_map *map;
	size_t copied; /* bytes of p that stand in out */
};

struct match {
	size_t start, end;
	uint32_t rule;
};

/* The word behind `at`, and what stands in between.  Many names may begin with the same word, so
 * that this is asked often for one place. */
static const struct ahead *look_ahead(struct search *s, size_t at)
{
	struct ahead *a = &s->ahead;
	size_t len = s->len - at > AHEAD_MAX ? at + AHEAD_MAX : s->len, pos = at;

	if (a->known && a->at == at)
		return a;
	buf_reset(&a->form);
	buf_reset(&a->gap);
	a->known = true;
	a->at = at;
	a->good = redact_word(s->p, len, &pos, &a->start, &a->end) &&
		  redact_gap(s->p + at, a->start - at, &a->gap, &a->space);
	if (!a->good)
		return a;
	redact_form(s->p + a->start, a->end - a->start, &a->form);
	a->clitic = redact_clitic(a->form.data, a->form.len, STEM_MIN);
	return a;
}

static bool gap_fits(const struct ahead *a, const struct word *w)
{
	if (w->gap_len > 0)
		return a->gap.len == w->gap_len && memcmp(a->gap.data, w->gap, w->gap_len) == 0;
	if (a->space || a->gap.len == 0) /* nothing at all: "SitiAminah" */
		return a->gap.len == 0;
	return a->gap.len == 1 && strchr("-_.'", a->gap.data[0]) != NULL;
}

/* The word begins with W in front of an inner border: "Aminah01". */
static size_t part_fits(struct search *s, const struct ahead *a, const struct word *w)
{
	size_t border = redact_border(s->p, a->start, a->end);

	if (border == a->end)
		return 0;
	buf_reset(&s->part);
	redact_form(s->p + a->start, border - a->start, &s->part);
	return is_form(w, s->part.data, s->part.len) ? border : 0;
}

/* The end of W in the text behind `at`, 0 if another word stands there. */
static size_t word_fits(struct search *s, const struct word *w, size_t at, bool last)
{
	const struct ahead *a = look_ahead(s, at);

	if (!a->good || !gap_fits(a, w))
		return 0;
	if (is_form(w, a->form.data, a->form.len))
		return a->end;
	if (a->form.len <= w->len || memcmp(a->form.data, w->form, w->len) != 0)
		return 0;
	if (last && a->clitic > 0 && is_form(w, a->form.data, a->form.len - a->clitic))
		return redact_back(s->p, a->start, a->end, a->clitic);
	return part_fits(s, a, w);
}

static bool rest_fits(struct search *s, const struct entry *n, size_t *end)
{
	size_t at = *end;

	for (size_t i = 1; i < n->n && at != 0; i++)
		at = word_fits(s, &n->words[i], at, i + 1 == n->n);
	*end = at;
	return at != 0;
}

/* "Sari-sari": an ordinary word said twice, though it begins with a capital. */
static bool said_twice(struct search *s, size_t end)
{
	const struct ahead *a = look_ahead(s, end);
	uint32_t cp;

	if (!a->good || a->space || a->gap.len != 1 || a->gap.data[0] != '-' ||
		a->form.len - a->clitic != s->form.len ||
		memcmp(a->form.data, s->form.data, s->form.len) != 0)
		return false;
	utf8_next(s->p + a->start, s->p + s->len, &cp);
	return !utf8_is_upper(cp);
}

static bool allowed(struct search *s, const struct rule *rule, size_t start, size_t end)
{
	uint32_t cp;

	if (!rule->proper || s->kind == REDACT_NAME)
		return true;
	utf8_next(s->p + start, s->p + s->len, &cp);
	return utf8_is_upper(cp) && !said_twice(s, end);
}

/* The longest entry that begins with the word [start,end), whose form is s->form. */
static bool find_exact(struct search *s, size_t start, size_t end, struct match *m)
{
	for (uint32_t i = *slot_of(s->r, s->form.data, s->form.len); i != 0;
		i = s->r->entries.items[i - 1].next) {
		const struct entry *n = &s->r->entries.items[i - 1];
		size_t stop = end;

		if (!allowed(s, &s->r->rules.items[n->rule], start, end) || !rest_fits(s, n, &stop))
			continue;
		*m = (struct match){ start, stop, n->rule };
		return true;
	}
	return false;
}

/* One word with a clitic. */
static bool find_clitic(struct search *s, size_t start, size_t end, struct match *m)
{
	size_t n = redact_clitic(s->form.data, s->form.len, STEM_MIN);

	if (n == 0)
		return false;
	for (uint32_t i = *slot_of(s->r, s->form.data, s->form.len - n); i != 0;
		i = s->r->entries.items[i - 1].next) {
		const struct entry *entry = &s->r->entries.items[i - 1];

		if (entry->n > 1 || !allowed(s, &s->r->rules.items[entry->rule], start, end))
			continue;
		*m = (struct match){ start, redact_back(s->p, start, end, n), entry->rule };
		return true;
	}
	return false;
}

static bool find_at(struct search *s, size_t start, size_t end, struct match *m)
{
	if (end - start > WORD_MAX_BYTES)
		return false;
	buf_reset(&s->form);
	redact_form(s->p + start, end - start, &s->form);
	return find_exact(s, start, end, m) || find_clitic(s, start, end, m);
}

/* A name that begins at [start,end), inside of M, and goes on behind it: M goes on with it. */
static bool join_with(struct search *s, size_t start, size_t end, struct match *m)
{
	struct match n;

	if (start <= m->start || !find_at(s, start, end, &n) || n.end <= m->end ||
		s->r->rules.items[n.rule].keep)
		return false;
	if (n.end - n.start > m->end - m->start)
		m->rule = n.rule;
	m->end = n.end;
	return true;
}

/* "Bu Sari Wulandari" where "Bu Sari" and "Sari Wulandari" are names: no half of one stays.  The
 * longer of them tells what stands there. */
static void join_overlaps(struct search *s, struct match *m)
{
	size_t pos = m->start, start, end, at;

	if (s->r->rules.items[m->rule].keep)
		return;
	while (pos < m->end) {
		size_t len = s->len - m->end > AHEAD_MAX ? m->end + AHEAD_MAX : s->len;

		if (!redact_word(s->p, len, &pos, &start, &end) || start >= m->end)
			return;
		if (join_with(s, start, end, m))
			continue;
		for (at = start; at < end && at < m->end; at = redact_border(s->p, at, end))
			join_with(s, at, redact_border(s->p, at, end), m);
	}
}

static bool find_word(struct search *s, size_t start, size_t end, struct match *m)
{
	if (!find_at(s, start, end, m))
		return false;
	join_overlaps(s, m);
	return true;
}

/* ---- replacing ------------------------------------------------------------------------------- */

static void put_plain(struct search *s, size_t to)
{
	buf_add(s->out, s->p + s->copied, to - s->copied);
	s->copied = to;
}

static bool letter_before(const struct search *s, size_t at)
{
	uint32_t cp;

	if (at == 0)
		return false;
	utf8_prev(s->p, s->p + at, &cp);
	return utf8_is_letter(cp) || utf8_is_digit(cp) || utf8_is_mark(cp);
}

/* A hyphen keeps what was put in apart from the rest of the word. */
static void put_name(struct search *s, const struct match *m)
{
	const struct rule *rule = &s->r->rules.items[m->rule];

	if (s->out->len > OUT_MAX) {
		buf_addc(s->out, '*');
		return;
	}
	if (rule->digit_first && letter_before(s, m->start))
		buf_addc(s->out, '-');
	buf_add(s->out, rule->replace, rule->len);
	if (!rule->letter_last && redact_in_word(s->p + m->end, s->p + s->len))
		buf_addc(s->out, '-');
	for (size_t i = m->start; i < m->end; i++)
		if (s->p[i] == '\n')
			buf_addc(s->out, '\n');
}

static void take(struct search *s, const struct match *m)
{
	const struct rule *rule = &s->r->rules.items[m->rule];
	struct redact_cut cut = {
		.from = (uint32_t)m->start, .from_end = (uint32_t)m->end, .rule = m->rule
	};

	put_plain(s, m->start);
	cut.to = (uint32_t)s->out->len;
	if (rule->keep)
		put_plain(s, m->end);
	else
		put_name(s, m);
	s->copied = m->end;
	cut.to_end = (uint32_t)s->out->len;
	if (s->map == NULL)
		return;
	if (rule->keep)
		vec_push(&s->map->kept, cut);
	else
		vec_push(&s->map->cuts, cut);
}

/* Parts of one word: "Siti01", "WawancaraSiti". Gives where to go on. */
static size_t take_parts(struct search *s, size_t start, size_t end)
{
	size_t border, at = start;
	struct match m;

	while (at < end) {
		border = redact_border(s->p, at, end);
		if (at == start && border == end)
			break; /* no parts */
		if (border - at >= STEM_MIN && find_word(s, at, border, &m)) {
			take(s, &m);
			border = m.end > border ? m.end : border;
		}
		at = border;
	}
	return at > end ? at : end;
}

void redact(const struct redactor *r, enum redact_kind kind, const char *p, size_t len,
	struct buf *out, struct redact_map *map)
{
	struct search s = { .r = r,
		.kind = kind,
		.p = p,
		.len = len,
		.form = BUF_INIT,
		.part = BUF_INIT,
		.ahead = { .form = BUF_INIT, .gap = BUF_INIT },
		.out = out,
		.map = map };
	size_t pos = 0, start, end;
	struct match m;

	buf_reserve(out, len + 1);
	while (r != NULL && redact_word(p, len, &pos, &start, &end)) {
		if (find_word(&s, start, end, &m)) {
			take(&s, &m);
			pos = m.end;
		} else {
			pos = take_parts(&s, start, end);
		}
	}
	put_plain(&s, len);
	buf_release(&s.form);
	buf_release(&s.part);
	buf_release(&s.ahead.form);
	buf_release(&s.ahead.gap);
}
