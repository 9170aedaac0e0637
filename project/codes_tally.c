/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "project/codes.h"
#include "store/judgements.h"

static enum rc keep(const struct store_code *c, void *arg, struct err *e)
{
	struct codes_tally *t = arg;
	struct codes_row *row = vec_new(&t->rows);
	struct store_code *k = &row->code;
	const char **texts[] = { &k->codebook, &k->bringers, &k->key, &k->full, &k->label_id,
		&k->label_en, &k->definition, &k->includes, &k->excludes, &k->color, &k->source };

	(void)e;
	*k = *c;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		*texts[i] = arena_strdup(&t->arena, *texts[i]);
	return RC_OK;
}

static struct codes_row *row_of(struct codes_tally *t, int64_t code)
{
	vec_each (struct codes_row, row, &t->rows)
		if (row->code.id == code)
			return row;
	return NULL;
}

const struct codes_row *codes_row_of(const struct codes_tally *t, int64_t code)
{
	return row_of((struct codes_tally *)t, code);
}

static const char *full_of(const struct codes_tally *t, int64_t code)
{
	const struct codes_row *row = codes_row_of(t, code);

	return row != NULL ? row->code.full : "";
}

static enum rc count_judgement(const struct store_judgement *j, void *arg, struct err *e)
{
	struct codes_row *row = row_of(arg, j->code);

	(void)e;
	if (row == NULL || j->orphaned)
		return RC_OK;
	row->confirmed += j->verdict == VERDICT_CONFIRM;
	row->rejected += j->verdict == VERDICT_REJECT;
	row->unsure += j->verdict == VERDICT_UNSURE;
	return RC_OK;
}

static enum rc count_open(const struct store_suggestion *g, void *arg, struct err *e)
{
	struct codes_row *row = row_of(arg, g->code);

	(void)e;
	if (row != NULL)
		row->open++;
	return RC_OK;
}

enum rc codes_tally(struct store *s, int64_t coder, struct codes_tally *out, struct err *e)
{
	struct suggestion_filter open = { .coder = coder, .states = SUGGESTION_OPEN };
	struct judgement_filter all = { 0 };
	enum rc rc;

	*out = (struct codes_tally){ .arena = ARENA_INIT };
	rc = store_codes_all(s, keep, out, e);
	vec_each (struct codes_row, row, &out->rows) {
		row->into = full_of(out, row->code.merged_into);
		row->parent = full_of(out, row->code.parent);
	}
	if (rc == RC_OK)
		rc = store_judgements(s, &all, count_judgement, out, e);
	if (rc == RC_OK)
		rc = store_suggestions(s, &open, count_open, out, e);
	return rc;
}

void codes_tally_release(struct codes_tally *t)
{
	vec_release(&t->rows);
	arena_release(&t->arena);
}
