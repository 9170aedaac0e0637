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
	c->bringers = "";
	c->gone = c->retired = query_int(q, 14) != 0;
	c->decisions = (uint64_t)query_int(q, 15);
	n->order = UINT32_MAX;
}

static enum rc read_items(struct store *s, struct code_list *l, bool all, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_CODES, e, "d", (int)all);
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

	while (n != NULL && n->code.merged_into != 0) /* which ends: part_circles() */
		n = code_list_find(l, n->code.merged_into);
	return n != NULL && !n->hidden ? n : NULL;
}

/* --- which codebooks bring codes of others --- */

static enum rc read_bringers(struct store *s, struct code_list *l, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_BRINGERS, e, "");
	while (query_next(&q)) {
		int32_t at = place_of(l, query_int(&q, 0));
		struct store_code *c = at != NONE ? &l->items.items[at].code : NULL;

		if (c != NULL)
			c->bringers = arena_printf(&l->arena, "%s%s%s", c->bringers,
				c->bringers[0] != '\0' ? ", " : "", query_text(&q, 1));
	}
	return query_end(&q);
}

/* --- the overlay --- */

int64_t code_list_by_uid(const struct code_list *l, const char *hex)
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
	n->code.parent = code_list_by_uid(l, value);
	n->code.changes |= CODE_MOVED;
}

static void set_label_id(struct code_list *l, struct code_item *n, const char *value)
{
	n->code.label_id = arena_strdup(&l->arena, value);
	n->code.changes |= CODE_RELABELLED;
}

static void set_label_en(struct code_list *l, struct code_item *n, const char *value)
{
	n->code.label_en = arena_strdup(&l->arena, value);
	n->code.changes |= CODE_RELABELLED;
}

static void set_color(struct code_list *l, struct code_item *n, const char *value)
{
	n->code.color = arena_strdup(&l->arena, value);
	n->code.changes |= CODE_RECOLORED;
}

static void set_merged(struct code_list *l, struct code_item *n, const char *value)
{
	n->code.merged_into = code_list_by_uid(l, value);
}

static void set_retired(struct code_list *l, struct code_item *n, const char *value)
{
	(void)l;
	if (*value != '\0' && strcmp(value, RETIRED_MISSING) != 0)
		n->code.retired = true;
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

/* Two people may have merged A into B and B into A: the one read first stays. */
static void part_circles(struct code_list *l)
{
	vec_each (struct code_item, n, &l->items) {
		const struct code_item *to = n;

		for (size_t steps = 0; to != NULL && to->code.merged_into != 0; steps++) {
			if (steps > l->items.n) {
				n->code.merged_into = 0;
				break;
			}
			to = code_list_find(l, to->code.merged_into);
		}
	}
}

/* What was decided on a merged code was decided on what it became. */
static void carry_decided(struct code_list *l)
{
	uint64_t *own = mem_zalloc(l->items.n + 1, sizeof *own);

	for (size_t i = 0; i < l->items.n; i++)
		own[i] = l->items.items[i].code.decisions;
	for (size_t i = 0; i < l->items.n; i++) {
		int32_t at = (int32_t)i;

		while ((at = place_of(l, l->items.items[at].code.merged_into)) != NONE)
			l->items.items[at].code.decisions += own[i];
	}
	free(own);
}

static void hide(struct code_list *l, bool all)
{
	vec_each (struct code_item, n, &l->items)
		n->hidden = !all && (n->code.merged_into != 0 ||
					    (n->code.retired && n->code.decisions == 0));
}

/* --- the forest --- */

/* Where to look on for a parent that is not listed: what a merged one became, unless that is the
 * code itself; else above it. */
static int32_t instead_of(const struct code_list *l, int32_t at, const struct code_item *child)
{
	const struct code_item *into = code_list_resolve(l, l->items.items[at].code.id);

	if (into != NULL && into != child)
		return (int32_t)(into - l->items.items);
	return place_of(l, l->items.items[at].code.parent);
}

static bool is_passed(const struct code_item *n)
{
	return n->hidden || n->code.merged_into != 0;
}

/* The nearest parent that is listed. */
static int32_t listed_parent(const struct code_list *l, const struct code_item *n)
{
	int32_t at = place_of(l, n->code.parent);

	for (size_t steps = 0; at != NONE && is_passed(&l->items.items[at]); steps++)
		at = steps <= l->items.n ? instead_of(l, at, n) : NONE;
	return at == NONE || &l->items.items[at] == n ? NONE : at;
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

static enum rc load(struct store *s, struct code_list *out, bool all, struct err *e)
{
	int32_t first;
	enum rc rc;

	memset(out, 0, sizeof *out);
	rc = read_items(s, out, all, e);
	if (rc == RC_OK) {
		sort_ids(out);
		rc = read_bringers(s, out, e);
	}
	if (rc == RC_OK)
		rc = apply_overlay(s, out, e);
	if (rc != RC_OK) {
		code_list_release(out);
		return rc;
	}
	part_circles(out);
	carry_decided(out);
	hide(out, all);
	link_items(out, &first);
	list_items(out, first);
	return RC_OK;
}

enum rc code_list_load(struct store *s, struct code_list *out, struct err *e)
{
	return load(s, out, false, e);
}

enum rc code_list_load_all(struct store *s, struct code_list *out, struct err *e)
{
	return load(s, out, true, e);
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
