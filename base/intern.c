/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/intern.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

uint32_t hash_bytes(const void *p, size_t len)
{
	const unsigned char *c = p;
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < len; i++)
		h = (h ^ c[i]) * 16777619u;
	h ^= h >> 16;
	h *= 0x85ebca6bu;
	h ^= h >> 13;
	h *= 0xc2b2ae35u;
	return h ^ h >> 16;
}

static bool is(const struct intern_item *item, const char *s, size_t len, uint32_t hash)
{
	if (item->hash != hash || item->len != len)
		return false;
	return memcmp(len <= INTERN_HEAD ? item->head : item->s, s, len) == 0;
}

/* The slot that holds the string, or the free one where it belongs. nslots is a power of two. */
static uint32_t *slot_of(const struct intern *t, const char *s, size_t len, uint32_t hash)
{
	uint32_t mask = t->nslots - 1;

	for (uint32_t i = hash & mask;; i = (i + 1) & mask) {
		uint32_t *slot = &t->slots[i];

		if (*slot == 0 || is(&t->items[*slot - 1], s, len, hash))
			return slot;
	}
}

static void rehash(struct intern *t)
{
	uint32_t mask;

	t->nslots = t->nslots != 0 ? 2 * t->nslots : 64;
	mask = t->nslots - 1;
	free(t->slots);
	t->slots = mem_zalloc(t->nslots, sizeof *t->slots);
	for (uint32_t n = 0; n < t->n; n++) {
		uint32_t i = t->items[n].hash & mask;

		while (t->slots[i] != 0)
			i = (i + 1) & mask;
		t->slots[i] = n + 1;
	}
}

static void add_item(struct intern *t, const char *s, size_t len, uint32_t hash)
{
	struct intern_item *item;

	if (t->n == t->cap) {
		t->cap = t->cap != 0 ? 2 * t->cap : 32;
		t->items = mem_grow(t->items, t->cap, sizeof *t->items);
	}
	item = &t->items[t->n++];
	*item = (struct intern_item){ arena_dup(&t->arena, s, len), (uint32_t)len, hash, { 0 } };
	memcpy(item->head, item->s, len < INTERN_HEAD ? len : INTERN_HEAD);
}

uint32_t intern_add(struct intern *t, const char *s, size_t len)
{
	uint32_t hash = hash_bytes(s, len);
	uint32_t *slot;

	if (t->n >= t->nslots / 2)
		rehash(t);
	slot = slot_of(t, s != NULL ? s : "", len, hash);
	if (*slot != 0)
		return *slot - 1;
	add_item(t, s, len, hash);
	*slot = t->n;
	return t->n - 1;
}

uint32_t intern_find(const struct intern *t, const char *s, size_t len)
{
	uint32_t found;

	if (t->nslots == 0)
		return INTERN_NONE;
	found = *slot_of(t, s != NULL ? s : "", len, hash_bytes(s, len));
	return found != 0 ? found - 1 : INTERN_NONE;
}

void intern_release(struct intern *t)
{
	free(t->items);
	free(t->slots);
	arena_release(&t->arena);
	*t = (struct intern)INTERN_INIT;
}
