/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/why_steps.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "project/reanchor.h"
#include "project/why_text.h"

struct steps {
	struct arena arena;
	VEC(struct store_anchor_step) list;
};

static enum rc keep(const struct store_anchor_step *step, void *arg, struct err *e)
{
	struct steps *all = arg;
	struct store_anchor_step copy = *step;

	(void)e;
	copy.command = arena_strdup(&all->arena, step->command);
	copy.coder = arena_strdup(&all->arena, step->coder);
	vec_push(&all->list, copy);
	return RC_OK;
}

/* It stands, or another one that stands took its place in the same revision; what was undone is
 * not told. */
static bool is_told(const struct steps *all, size_t i)
{
	const struct store_anchor_step *step = &all->list.items[i];

	for (size_t k = i + 1; step->ended && k < all->list.n; k++)
		if (all->list.items[k].revision == step->revision && !all->list.items[k].ended)
			return true;
	return !step->ended;
}

/* "" when the text was erased. */
static const char *words_at(
	struct store *s, const struct store_anchor_step *step, struct arena *arena)
{
	struct err unread = ERR_INIT;
	const char *words = "";
	char *text = NULL;
	size_t len;

	if (step != NULL && store_revision_text(s, step->revision, &text, &len, &unread) == RC_OK &&
		step->at.start < step->at.end && step->at.end <= len)
		words = reanchored_words(s, text, step->at, arena);
	free(text);
	return words;
}

static void tell(struct store *s, const struct store_anchor_step *step,
	const struct store_anchor_step *before, const char *lang, int zone, struct arena *arena,
	struct buf *out)
{
	static const enum why_text texts[] = { [ANCHOR_MOVED] = WHY_MOVED,
		[ANCHOR_CHANGED] = WHY_CHANGED,
		[ANCHOR_ORPHANED] = WHY_LOST };
	char op[24], when[32];

	snprintf(op, sizeof op, "%lld", (long long)step->op);
	clock_format(step->op_at, zone, when);
	why_line(out, lang, texts[step->state],
		(const char *const[]){
			op, step->command, step->coder, when, words_at(s, before, arena) });
}

enum rc why_steps(struct store *s, int64_t segment, const char *lang, int zone, struct buf *out,
	struct err *e)
{
	struct steps all = { .arena = ARENA_INIT };
	const struct store_anchor_step *before = NULL;
	enum rc rc = store_anchor_steps(s, segment, keep, &all, e);

	for (size_t i = 0; rc == RC_OK && i < all.list.n; i++) {
		const struct store_anchor_step *step = &all.list.items[i];

		if (!is_told(&all, i))
			continue;
		if (step->state != ANCHOR_EXACT)
			tell(s, step, before, lang, zone, &all.arena, out);
		if (step->at.end > 0)
			before = step;
	}
	vec_release(&all.list);
	arena_release(&all.arena);
	return rc;
}
