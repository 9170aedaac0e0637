/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/shown.h"

#include "project/seen.h"

struct loading {
	struct store *store;
	struct shown *names;
};

static enum rc keep(const struct store_speaker *p, void *arg, struct err *e)
{
	struct loading *l = arg;
	struct shown_speaker row = { p->id,
		seen_text(l->store, REDACT_NAME, p->shown, &l->names->arena) };

	(void)e;
	vec_push(&l->names->list, row);
	return RC_OK;
}

static int by_id(const void *pa, const void *pb)
{
	int64_t a = ((const struct shown_speaker *)pa)->id;
	int64_t b = ((const struct shown_speaker *)pb)->id;

	return a < b ? -1 : a > b;
}

enum rc shown_load(struct store *s, struct shown *out, struct err *e)
{
	struct loading l = { s, out };
	enum rc rc;

	*out = (struct shown){ .arena = ARENA_INIT };
	rc = store_speakers(s, keep, &l, e);
	vec_sort(&out->list, by_id);
	return rc;
}

const char *shown_of(const struct shown *n, const struct label *label)
{
	struct shown_speaker wanted;
	const struct shown_speaker *found = NULL;

	if (label == NULL)
		return "";
	wanted.id = label->speaker;
	if (n->list.n > 0)
		found = bsearch(&wanted, n->list.items, n->list.n, sizeof *n->list.items, by_id);
	return found != NULL ? found->text : label->text;
}

void shown_release(struct shown *n)
{
	vec_release(&n->list);
	arena_release(&n->arena);
}
