/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coder/types.h"

#include <string.h>

#define TYPES_MAX (1u << 20)

static void start(struct types *t)
{
	vec_new(&t->list); /* TYPE_DULL */
}

void types_init(struct types *t)
{
	memset(t, 0, sizeof *t);
	form_init(&t->form);
	start(t);
}

static void forget_raw(struct types *t)
{
	intern_release(&t->raw);
	vec_reset(&t->of_raw);
}

void types_release(struct types *t)
{
	intern_release(&t->raw);
	vec_release(&t->of_raw);
	vec_release(&t->list);
	vec_release(&t->atoms);
	vec_release(&t->found);
	form_release(&t->form);
}

void types_settle(struct types *t)
{
	if (t->list.n < TYPES_MAX)
		return;
	forget_raw(t);
	vec_reset(&t->list);
	vec_reset(&t->atoms);
	start(t);
}

static uint32_t new_type(
	struct types *t, struct atoms *a, const struct negate *n, const char *raw, size_t len)
{
	struct type type = { 0, 0, 0, 0 };

	form_set(&t->form, raw, len);
	vec_reset(&t->found);
	atoms_match(a, &t->form, &t->found);
	negate_word(n, &t->form, &type.triggers, &type.borders);
	if (t->found.n == 0 && type.triggers == 0 && type.borders == 0)
		return TYPE_DULL;
	type.atom = (uint32_t)t->atoms.n;
	type.natoms = (uint32_t)t->found.n;
	vec_each (uint32_t, id, &t->found)
		vec_push(&t->atoms, *id);
	vec_push(&t->list, type);
	return (uint32_t)t->list.n - 1;
}

uint32_t types_of(
	struct types *t, struct atoms *a, const struct negate *n, const char *raw, size_t len)
{
	uint32_t number;

	if (t->raw.n >= TYPES_MAX)
		forget_raw(t);
	number = intern_add(&t->raw, raw, len);
	if (number == t->of_raw.n)
		vec_push(&t->of_raw, new_type(t, a, n, raw, len));
	return t->of_raw.items[number];
}

bool types_has(const struct types *t, uint32_t type, uint32_t atom)
{
	const struct type *ty = &t->list.items[type];

	for (uint32_t i = 0; i < ty->natoms; i++)
		if (t->atoms.items[ty->atom + i] == atom)
			return true;
	return false;
}
