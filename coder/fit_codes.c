/* SPDX-License-Identifier: GPL-3.0-or-later */
/* W085: two codes that are suggested for nearly the same units. */
#include <stdlib.h>

#include "coder/fit_run.h"

#define CODES_MAX 2000 /* of more, pairs are too many */
#define UNITS_MIN 5    /* of fewer units nothing can be said */
#define JACCARD 0.8

void fit_codes_find(struct fit *f)
{
	size_t n = f->engine->codes.n;

	if (n > CODES_MAX)
		return;
	f->suggested = mem_zalloc(n + 1, sizeof *f->suggested);
	f->together = mem_zalloc(n * n + 1, sizeof *f->together);
}

/* Rank and kind of unit in one number. */
static uint32_t mark_of(const struct engine *g, const struct engine_suggestion *s)
{
	return engine_rank(g, s->code) * 8 + (uint32_t)s->unit;
}

static void end_unit(struct fit *f)
{
	size_t n = f->engine->codes.n;

	for (size_t i = 0; i < f->at_unit.n; i++) {
		uint32_t a = f->at_unit.items[i];

		for (size_t k = 0; k < i; k++) {
			uint32_t b = f->at_unit.items[k];

			if (a % 8 == b % 8 && a != b)
				f->together[(b / 8) * n + a / 8]++;
		}
		f->suggested[a / 8]++;
	}
	vec_reset(&f->at_unit);
}

/* They come by start, end and code. */
static enum rc note(const struct engine_suggestion *s, void *arg, struct err *e)
{
	struct fit *f = arg;

	(void)e;
	if (f->at_unit.n > 0 && (f->unit.start != s->start || f->unit.end != s->end))
		end_unit(f);
	f->unit.start = s->start;
	f->unit.end = s->end;
	vec_push(&f->at_unit, mark_of(f->engine, s));
	return RC_OK;
}

enum rc fit_codes_read(struct fit *f, struct err *e)
{
	enum rc rc;

	if (f->suggested == NULL)
		return RC_OK;
	rc = score_emit(f->engine, note, f, e);
	end_unit(f);
	return rc;
}

/* What the one suggests, the other inherits. */
static bool inherits(const struct code *child, const struct code *parent)
{
	for (; child != NULL && child->inherit_up; child = child->parent)
		if (child->parent == parent)
			return true;
	return false;
}

static void compare(struct fit *f, size_t i, size_t k)
{
	const struct code *a = f->engine->codes.items[i], *b = f->engine->codes.items[k];
	uint64_t both = f->together[i * f->engine->codes.n + k];
	uint64_t all = f->suggested[i] + f->suggested[k] - both;
	const struct code *swap = a;

	if (all < UNITS_MIN || (double)both < JACCARD * (double)all || inherits(a, b) ||
		inherits(b, a))
		return;
	if (a->index > b->index) { /* told at the one that stands later in the file */
		a = b;
		b = swap;
	}
	if (b->at.file != 0)
		b = a;
	if (b->at.file != 0)
		return;
	a = b == a ? swap : a;
	fit_hint(f,
		fit_warn(f, NULL, &b->at, SAY(W085_EQUAL), b->key, a->key, (unsigned long long)both,
			(unsigned long long)all, (double)both / (double)all, JACCARD),
		SAY(H_EQUAL));
}

void fit_codes_tell(struct fit *f)
{
	for (size_t i = 0; f->suggested != NULL && i < f->engine->codes.n; i++)
		for (size_t k = i + 1; k < f->engine->codes.n; k++)
			if (f->together[i * f->engine->codes.n + k] > 0)
				compare(f, i, k);
}
