/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a span of the old text is in the new one. */
#include <string.h>

#include "corpus/kept.h"
#include "corpus/kept_atoms.h"

/* A stray word: one or two words of a span, this far from the rest, do not stretch it. */
#define STRAY_WORDS 2
#define STRAY_BYTES 120
/* A corrected word at a border: how far the search goes. */
#define BORDER_BYTES 400
/* Of a span's words, the share that may be new before it counts as grown: one in so many. */
#define GROWN_PART 10

/* The part of a stretch that lies in the span. */
struct piece {
	uint32_t from, to, len;
	bool moved;
	size_t words, item; /* item: of the list */
};
VEC_TYPE(piece_list, struct piece);

struct placing {
	const struct kept_list *list;
	const char *old, *now;
	size_t now_len;
	struct span span;
	struct piece_list pieces; /* of the chosen group, in order on both sides */
	size_t words, kept;	  /* of the old span; of them in the pieces */
};

/* Words; where there are none, marks. */
static size_t weight(const char *text, size_t start, size_t end, bool marks)
{
	size_t words, all;

	atoms_count(text, start, end, &words, &all);
	return marks ? all : words;
}

static size_t first_item(const struct kept_list *list, uint32_t start)
{
	size_t low = 0, high = list->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (list->items[mid].from + list->items[mid].len <= start)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static void list_pieces(const struct placing *p, bool marks, struct piece_list *out)
{
	for (size_t i = first_item(p->list, p->span.start);
		i < p->list->n && p->list->items[i].from < p->span.end; i++) {
		const struct kept *k = &p->list->items[i];
		struct piece s = { k->from, k->to, k->len, k->moved, 0, i };

		if (s.from < p->span.start) {
			s.to += p->span.start - s.from;
			s.len -= p->span.start - s.from;
			s.from = p->span.start;
		}
		if (s.from + s.len > p->span.end)
			s.len = p->span.end - s.from;
		s.words = weight(p->old, s.from, s.from + s.len, marks);
		vec_push(out, s);
	}
}

/* Moved pieces lie together when no more new text is between them than a correction brings. */
static bool is_together(const struct piece *a, const struct piece *b)
{
	uint32_t end = a->to + a->len, gap = b->from - (a->from + a->len);

	return a->moved && b->moved && b->to >= end && b->to - end <= 2 * gap + STRAY_BYTES;
}

/* What stands in place is one group, every block that moved is another: the one with most words. */
static void choose_group(const struct piece_list *all, struct piece_list *out)
{
	size_t best = 0, words = 0, first = all->n;

	for (size_t i = 0; i < all->n; i++)
		best += all->items[i].moved ? 0 : all->items[i].words;
	for (size_t i = 0, sum = 0, from = 0; i < all->n; i++) {
		if (i == 0 || !is_together(&all->items[i - 1], &all->items[i])) {
			from = i;
			sum = 0;
		}
		sum += all->items[i].moved ? all->items[i].words : 0;
		if (sum > best) {
			best = words = sum;
			first = from;
		}
	}
	for (size_t i = words > 0 ? first : 0; i < all->n; i++) {
		if (words > 0 && i > first && !is_together(&all->items[i - 1], &all->items[i]))
			break;
		if (words > 0 || !all->items[i].moved)
			vec_push(out, all->items[i]);
	}
}

static bool is_stray(
	const struct piece *a, const struct piece *b, const struct piece *of, size_t rest)
{
	uint32_t old_gap = b->from - (a->from + a->len), new_gap = b->to - (a->to + a->len);

	return of->words <= STRAY_WORDS && 4 * of->words <= rest &&
	       new_gap > STRAY_BYTES + 2 * old_gap;
}

static void drop_strays(struct placing *p)
{
	struct piece *s = p->pieces.items;
	size_t n = p->pieces.n, first = 0;

	while (n - first > 1 &&
		is_stray(&s[first], &s[first + 1], &s[first], p->kept - s[first].words))
		p->kept -= s[first++].words;
	while (n - first > 1 && is_stray(&s[n - 2], &s[n - 1], &s[n - 1], p->kept - s[n - 1].words))
		p->kept -= s[--n].words;
	memmove(s, s + first, (n - first) * sizeof *s);
	p->pieces.n = n - first;
}

/* --- corrected words at the borders --- */

static uint32_t line_start(const char *text, uint32_t low, uint32_t at)
{
	uint32_t from = at > BORDER_BYTES && at - BORDER_BYTES > low ? at - BORDER_BYTES : low;

	while (from < at && ((unsigned char)text[from] & 0xc0) == 0x80)
		from++;
	for (uint32_t i = at; i-- > from;)
		if (text[i] == '\n')
			return i + 1;
	return from;
}

static uint32_t line_end(const char *text, uint32_t at, uint32_t high)
{
	uint32_t to = high - at > BORDER_BYTES ? at + BORDER_BYTES : high;
	const char *newline;

	while (to > at && to < high && ((unsigned char)text[to] & 0xc0) == 0x80)
		to--;
	newline = memchr(text + at, '\n', to - at);
	return newline != NULL ? (uint32_t)(newline - text) : to;
}

/* How many atoms of the replaced stretch [gap] belong to a span that held `mine` of the `all` old
 * ones there: as many, or everything where the span held everything and not much more is there. */
static size_t share(size_t mine, size_t all, size_t now)
{
	if (mine == all && now <= 2 * mine + 2)
		return now;
	return mine < now ? mine : now;
}

/* The stretch in place in front of or behind item i; NULL = none. */
static const struct kept *neighbour(const struct placing *p, size_t i, int step)
{
	for (i += (size_t)step; i < p->list->n; i += (size_t)step) /* below 0 it wraps */
		if (!p->list->items[i].moved)
			return &p->list->items[i];
	return NULL;
}

static uint32_t widen_start(const struct placing *p)
{
	const struct piece *first = &p->pieces.items[0];
	const struct kept *before = first->moved ? NULL : neighbour(p, first->item, -1);
	uint32_t old_low =
		before != NULL ? before->from + before->len : line_start(p->old, 0, first->from);
	uint32_t low = line_start(p->now, before != NULL ? before->to + before->len : 0, first->to);
	size_t mine = weight(p->old, p->span.start, first->from, true), take;
	struct atom_list atoms = VEC_INIT;
	uint32_t start = first->to;

	if (mine == 0 || old_low > p->span.start)
		old_low = p->span.start;
	atoms_of(p->now, low, first->to, &atoms);
	take = mine == 0 ? 0 : share(mine, weight(p->old, old_low, first->from, true), atoms.n);
	if (take > 0)
		start = atoms.items[atoms.n - take].start;
	vec_release(&atoms);
	return start;
}

static uint32_t widen_end(const struct placing *p)
{
	const struct piece *last = vec_last(&p->pieces);
	const struct kept *after = last->moved ? NULL : neighbour(p, last->item, 1);
	uint32_t old_end = last->from + last->len, end = last->to + last->len;
	uint32_t high = line_end(p->now, end, after != NULL ? after->to : (uint32_t)p->now_len);
	size_t mine = weight(p->old, old_end, p->span.end, true), all, take;
	struct atom_list atoms = VEC_INIT;

	if (mine == 0)
		return end;
	all = after != NULL && after->from > p->span.end
		      ? weight(p->old, old_end, after->from, true)
		      : mine;
	atoms_of(p->now, end, high, &atoms);
	take = share(mine, all, atoms.n);
	if (take > 0)
		end = atoms.items[take - 1].end;
	vec_release(&atoms);
	return end;
}

/* --- the answer --- */

static bool same_atoms(const char *a, struct span x, const char *b, struct span y)
{
	size_t i = x.start, j = y.start;
	struct atom one, other;

	for (;;) {
		bool more = atom_next(a, x.end, &i, &one), too = atom_next(b, y.end, &j, &other);

		if (!more || !too)
			return more == too;
		if (one.end - one.start != other.end - other.start ||
			memcmp(a + one.start, b + other.start, one.end - one.start) != 0)
			return false;
	}
}

static struct kept_where answer(const struct placing *p)
{
	struct kept_where w = { .fate = KEPT_CHANGED, .to = { widen_start(p), widen_end(p) } };
	size_t now = weight(p->now, w.to.start, w.to.end, false);

	w.grown = now > p->kept && (now - p->kept) * GROWN_PART > p->words;
	if (same_atoms(p->old, p->span, p->now, w.to))
		w.fate = p->pieces.items[0].moved ? KEPT_MOVED : KEPT_EXACT;
	return w;
}

struct kept_where kept_place(const struct kept_list *list, const char *old, const char *now,
	size_t now_len, struct span span)
{
	struct placing p = { list, old, now, now_len, span, VEC_INIT, 0, 0 };
	struct kept_where w = { .fate = KEPT_LOST };
	struct piece_list all = VEC_INIT;
	bool marks = weight(old, span.start, span.end, false) == 0;

	p.words = weight(old, span.start, span.end, marks);
	list_pieces(&p, marks, &all);
	choose_group(&all, &p.pieces);
	vec_each (struct piece, s, &p.pieces)
		p.kept += s->words;
	if (p.pieces.n > 0)
		drop_strays(&p);
	if (p.kept > 0 && 2 * p.kept >= p.words)
		w = answer(&p);
	vec_release(&p.pieces);
	vec_release(&all);
	return w;
}
