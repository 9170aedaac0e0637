/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorting and counting what kwic_find() found. */
#include <string.h>

#include "base/intern.h"
#include "base/utf8.h"
#include "corpus/tokens.h"
#include "project/kwic.h"

/* ---- sorting ----------------------------------------------------------------------------------
 */

struct keyed {
	const char *key;
	size_t at; /* in the order before, so that equal ones keep it */
};

static int by_key(const void *pa, const void *pb)
{
	const struct keyed *a = pa, *b = pb;
	int diff = strcmp(a->key, b->key);

	return diff != 0 ? diff : a->at < b->at ? -1 : a->at > b->at;
}

struct word_at {
	size_t start, end;
};

/* The words of a text in matching form, one behind the other; back: the last one first. */
static void add_words(struct buf *out, const char *text, bool back)
{
	struct tokens t = { text, strlen(text), 0 };
	VEC(struct word_at) words = VEC_INIT;
	struct word_at w;

	while (tokens_next(&t, &w.start, &w.end))
		vec_push(&words, w);
	for (size_t i = 0; i < words.n; i++) {
		w = words.items[back ? words.n - 1 - i : i];
		token_form(text + w.start, w.end - w.start, true, out);
		buf_addc(out, ' ');
	}
	vec_release(&words);
}

static const char *key_of(struct kwic *k, const struct kwic_row *row, enum kwic_order order)
{
	const char *text = order == KWIC_BY_LEFT    ? row->left
			   : order == KWIC_BY_RIGHT ? row->right
						    : row->match;
	struct buf key = BUF_INIT;
	const char *kept;

	add_words(&key, text, order == KWIC_BY_LEFT);
	kept = arena_dup(&k->arena, key.data, key.len);
	buf_release(&key);
	return kept;
}

void kwic_sort(struct kwic *k, enum kwic_order order)
{
	VEC(struct keyed) keys = VEC_INIT;
	struct kwic_row *sorted;

	if (order == KWIC_BY_DOCUMENT || k->rows.n == 0)
		return;
	for (size_t i = 0; i < k->rows.n; i++)
		vec_push(&keys, ((struct keyed){ key_of(k, &k->rows.items[i], order), i }));
	vec_sort(&keys, by_key);
	sorted = mem_zalloc(k->rows.n, sizeof *sorted);
	for (size_t i = 0; i < k->rows.n; i++)
		sorted[i] = k->rows.items[keys.items[i].at];
	memcpy(k->rows.items, sorted, k->rows.n * sizeof *sorted);
	free(sorted);
	vec_release(&keys);
}

/* ---- counting ---------------------------------------------------------------------------------
 */

static void name_of(const struct kwic_row *row, enum kwic_unit unit, struct buf *out)
{
	buf_reset(out);
	if (unit == KWIC_FORM)
		utf8_fold(row->match, strlen(row->match), out);
	else if (unit == KWIC_SPEAKER)
		buf_adds(out, row->speaker);
	else
		buf_printf(out, "%u", row->document);
}

static int by_frequency(const void *pa, const void *pb)
{
	const struct kwic_count *a = pa, *b = pb;
	int diff;

	if (a->rows != b->rows)
		return a->rows > b->rows ? -1 : 1;
	diff = strcmp(a->text, b->text);
	return diff != 0 ? diff : a->document < b->document ? -1 : a->document > b->document;
}

void kwic_count(struct kwic *k, enum kwic_unit unit, struct kwic_counts *out)
{
	struct intern names = INTERN_INIT;
	struct buf name = BUF_INIT;

	vec_each (const struct kwic_row, row, &k->rows) {
		struct kwic_count *c;
		uint32_t id;

		name_of(row, unit, &name);
		id = intern_add(&names, name.data, name.len);
		if (id == out->n) {
			c = vec_new(out);
			c->text = unit == KWIC_DOCUMENT ? row->title
							: arena_dup(&k->arena, name.data, name.len);
		}
		c = &out->items[id];
		c->rows++;
		c->documents += c->document != row->document;
		c->document = row->document;
	}
	vec_sort(out, by_frequency);
	buf_release(&name);
	intern_release(&names);
}
