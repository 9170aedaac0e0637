/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/code_list.h"

#include <string.h>

#define NONE (-1)

/* --- reading --- */

static const char *keep(struct code_list *l, struct query *q, int col)
{
	return arena_strdup(&l->arena, query_text(q, col));
}

static void read_item(struct query *q, struct code_list *l)
{
	struct code_item *n = vec_new(&l->items);
	struct store_code *c = &n->code;

	c->id = query_int(q, 0);
	query_uid(q, 1, &n->uid);
	c->parent = query_int(q, 2);
	c->key = keep(l, q, 3);
	c->label_id = keep(l, q, 4);
	c->label_en = keep(l, q, 5);
	c->definition = keep(l, q, 6);
	c->includes = keep(l, q, 7);
	c->excludes = keep(l, q, 8);
	c->source = keep(l, q, 9);
	c->color = keep(l, q, 10);
	c->threshold = query_real(q, 11);
	c->codebook = keep(l, q, 12);
	c->is_project = strcmp(query_text(q, 13), "project") == 0;
	c->full = arena_printf(&l->arena, "%s.%s", c->codebook, c->key);
	n->order = UINT32_MAX;
}

static enum rc read_items(struct store *s, struct code_list *l, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_CODES, e, "");
	while (query_next(&q))
		read_item(&q, l);
	return query_end(&q);
}

/* --- by id --- */

struct pair {
	int64_t id;
	uint32_t item;
};

static int by_id(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;

	if (x->id != y->id)
		return x->id < y->id ? -1 : 1;
	return x->item < y->item ? -1 : x->item > y->item;
}

static void sort_ids(struct code_list *l)
{
	VEC(struct pair) pairs = VEC_INIT;

	for (size_t i = 0; i < l->items.n; i++)
		vec_push(&pairs, ((struct pair){ l->items.items[i].code.id, (uint32_t)i }));
	vec_sort(&pairs, by_id);
	vec_each (struct pair, p, &pairs)
		vec_push(&l->by_id, p->item);
	vec_release(&pairs);
}

static int32_t place_of(const struct code_list *l, int64_t id)
{
	size_t low = 0, high = l->by_id.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (l->items.items[l->by_id.items[mid]].code.id < id)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == l->by_id.n || l->items.items[l->by_id.items[low]].code.id != id)
		return NONE;
	return (int32_t)l->by_id.items[low];
}

const struct code_item *code_list_find(const struct code_list *l, int64_t id)
{
	int32_t at = place_of(l, id);

	return at == NONE ? NULL : &l->items.items[at];
}

const struct code_item *code_list_resolve(const struct code_list *l, int64_t id)
{
	const struct code_item *n = code_list_find(l, id);

	for (int steps = 0; n != NULL && n->merged_into != 0 && steps < 100; steps++)
		n = code_list_find(l, n->merged_into);
	return n != NULL && !n->hidden ? n : NULL;
}

/* --- the overlay --- */

static int64_t id_of_uid(const struct code_list *l, const char *hex)
{
	struct uid uid;

	if (uid_parse(hex, &uid) != 0)
		return 0;
	vec_each (struct code_item, n, &l->items)
		if (memcmp(&n->uid, &uid, sizeof uid) == 0)
			return n->code.id;
	return 0;
}

static void set_parent(struct code_list *l, struct code_item *n, const char *value)
{
	n->code.parent = id_of_uid(l, value);
}

static void set_label_id(struct code_list *l, struct code_item *n, const char *value)
{
	n->code.label_id = arena_strdup(&l->arena, value);
}

static void set_label_en(struct code_list *l, struct code_item *n, const char *value)
{
	n->code.label_en = arena_strdup(&l->arena, value);
}

static void set_color(struct code_list *l, struct code_item *n, const char *value)
{
	n->code.color = arena_strdup(&l->arena, value);
}

static void set_merged(struct code_list *l, struct code_item *n, const char *value)
{
	n->merged_into = id_of_uid(l, value);
	n->hidden = n->merged_into != 0;
}

static void set_retired(struct code_list *l, struct code_item *n, const char *value)
{
	(void)l;
	if (*value != '\0')
		n->hidden = true;
}

static const struct {
	const char *field;
	void (*set)(struct code_list *l, struct code_item *n, const char *value);
} fields[] = {
	{ "parent", set_parent },
	{ "label_id", set_label_id },
	{ "label_en", set_label_en },
	{ "color", set_color },
	{ "merged_into", set_merged },
	{ "retired", set_retired },
};

static enum rc apply_overlay(struct store *s, struct code_list *l, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_OVERLAYS, e, "");
	while (query_next(&q)) {
		int32_t at = place_of(l, query_int(&q, 0));

		for (size_t i = 0; i < sizeof fields / sizeof *fields && at != NONE; i++)
			if (strcmp(fields[i].field, query_text(&q, 1)) == 0)
				fields[i].set(l, &l->items.items[at], query_text(&q, 2));
	}
	return query_end(&q);
}

/* --- the forest --- */

/* The nearest parent that is listed. */
static int32_t listed_parent(const struct code_list *l, const struct code_item *n)
{
	int32_t at = place_of(l, n->code.parent);

	for (int steps = 0; at != NONE && l->items.items[at].hidden && steps < 100; steps++)
		at = place_of(l, l->items.items[at].code.parent);
	return at == NONE || l->items.items[at].hidden || &l->items.items[at] == n ? NONE : at;
}

/* Whether going up from item AT comes to an end; a file may hold a circle. */
static bool ends(const struct code_list *l, int32_t at)
{
	for (size_t steps = 0; at != NONE; at = l->items.items[at].up)
		if (steps++ > l->items.n)
			return false;
	return true;
}

/* Children in the order in which they were read: codebook name, place in the file. */
static void link_items(struct code_list *l, int32_t *first)
{
	for (size_t i = 0; i < l->items.n; i++) {
		l->items.items[i].up = listed_parent(l, &l->items.items[i]);
		l->items.items[i].first = l->items.items[i].next = NONE;
	}
	*first = NONE;
	for (size_t i = l->items.n; i-- > 0;) {
		struct code_item *n = &l->items.items[i];
		int32_t *head;

		if (n->hidden)
			continue;
		if (!ends(l, (int32_t)i))
			n->up = NONE;
		head = n->up == NONE ? first : &l->items.items[n->up].first;
		n->next = *head;
		*head = (int32_t)i;
		n->code.parent = n->up == NONE ? 0 : l->items.items[n->up].code.id;
	}
}

static void list_items(struct code_list *l, int32_t first)
{
	int32_t at = first;
	unsigned depth = 0;

	while (at != NONE && l->listing.n < l->items.n) {
		struct code_item *n = &l->items.items[at];

		n->order = (uint32_t)l->listing.n;
		n->code.depth = depth;
		vec_push(&l->listing, (uint32_t)at);
		if (n->first != NONE) {
			at = n->first;
			depth++;
			continue;
		}
		while (n->next == NONE && n->up != NONE) {
			n = &l->items.items[n->up];
			depth--;
		}
		at = n->next;
	}
}

enum rc code_list_load(struct store *s, struct code_list *out, struct err *e)
{
	int32_t first;
	enum rc rc;

	memset(out, 0, sizeof *out);
	rc = read_items(s, out, e);
	if (rc == RC_OK) {
		sort_ids(out);
		rc = apply_overlay(s, out, e);
	}
	if (rc != RC_OK) {
		code_list_release(out);
		return rc;
	}
	link_items(out, &first);
	list_items(out, first);
	return RC_OK;
}

void code_list_release(struct code_list *l)
{
	vec_release(&l->items);
	vec_release(&l->listing);
	vec_release(&l->by_id);
	arena_release(&l->arena);
}

bool code_list_below(const struct code_list *l, int64_t id, int64_t above)
{
	int32_t at = place_of(l, id);

	for (; at != NONE; at = l->items.items[at].up)
		if (l->items.items[at].code.id == above)
			return true;
	return false;
}
