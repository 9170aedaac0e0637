/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/transcript_marks.h"

#include <string.h>

#include "base/utf8.h"
#include "reports/text.h"
#include "store/codebooks.h"
#include "store/judgements.h"

struct collecting {
	struct transcript *t;
	const struct transcript_options *o;
	const struct seen *seen;
	struct span shown;		 /* of the text as seen */
	VEC(struct transcript_code) all; /* of the project */
	VEC(int64_t) coders;		 /* who must not have answered a suggestion */
	VEC(uint32_t) open;		 /* for how many of them each suggested mark is open */
	size_t confirmed;		 /* marks before the suggested ones */
	size_t coder, next; /* the coder asked about; mark to compare with: all come by place */
};

/* ---- codes ------------------------------------------------------------------------------------
 */

/* Colours that can be told apart by most people, on paper too; for codes that have none. */
static const char *const palette[] = { "#2b5c8a", "#d98c3f", "#5a9367", "#8a6aa8", "#a94b4b",
	"#3f9a9a", "#b0578d", "#7a7a2e", "#4f6bd0", "#8c5a3c" };

#define PALETTE (sizeof palette / sizeof *palette)

static bool is_color(const char *s)
{
	return strlen(s) == 7 && s[0] == '#' && strspn(s + 1, "0123456789abcdefABCDEF") == 6;
}

static enum rc note_code(const struct store_code *c, void *arg, struct err *e)
{
	struct collecting *k = arg;
	struct arena *a = &k->t->arena;
	struct transcript_code code = { .id = c->id, .parent = c->parent };

	(void)e;
	code.full = arena_strdup(a, c->full);
	code.key = code.name = arena_strdup(a, c->key);
	code.label = c->retired ? arena_printf(a, "%s (%s)", store_code_label(c, k->o->lang),
					  text_of(T_RETIRED, k->o->lang))
				: arena_strdup(a, store_code_label(c, k->o->lang));
	code.order = (uint32_t)k->all.n;
	code.color = is_color(c->color) ? arena_strdup(a, c->color) : palette[k->all.n % PALETTE];
	vec_push(&k->all, code);
	return RC_OK;
}

static const struct transcript_code *code_by_id(const struct collecting *k, int64_t id)
{
	vec_each (const struct transcript_code, code, &k->all)
		if (code->id == id)
			return code;
	return NULL;
}

/* One of the codes asked for, or below one of them. */
static bool is_wanted(const struct collecting *k, const struct transcript_code *code)
{
	for (; code != NULL; code = code_by_id(k, code->parent)) {
		for (size_t i = 0; i < k->o->ncodes; i++)
			if (k->o->codes[i] == code->id)
				return true;
		if (k->o->ncodes == 0 || k->o->only)
			return k->o->ncodes == 0;
	}
	return false;
}

/* ---- marks ------------------------------------------------------------------------------------
 */

static bool is_shown(const struct collecting *k, struct span at)
{
	return at.start < k->shown.end && at.end > k->shown.start;
}

static const char *with_name(struct collecting *k, const char *names, const char *name)
{
	return arena_printf(&k->t->arena, "%s\n%s", names, name);
}

static enum rc take_judgement(const struct store_judgement *j, void *arg, struct err *e)
{
	struct collecting *k = arg;
	const struct transcript_code *code = code_by_id(k, j->code);
	struct transcript_marks *marks = &k->t->marks;
	struct transcript_mark *last;
	struct span at;

	(void)e;
	if (code == NULL || !is_wanted(k, code))
		return RC_OK;
	if (j->orphaned) {
		k->t->orphans++;
		return RC_OK;
	}
	at = seen_span(k->seen, j->start, j->end);
	if (!is_shown(k, at))
		return RC_OK;
	last = marks->n > 0 ? vec_last(marks) : NULL; /* they come by place and code */
	if (last != NULL && last->code == code->order && last->start == at.start &&
		last->end == at.end) {
		last->coders = with_name(k, last->coders, j->coder_name);
		return RC_OK;
	}
	vec_push(marks, ((struct transcript_mark){ .id = arena_strdup(&k->t->arena, j->id),
				.code = code->order,
				.start = at.start,
				.end = at.end,
				.coders = arena_strdup(&k->t->arena, j->coder_name) }));
	return RC_OK;
}

/* A suggestion counts once for each coder for whom it is open; what is not open for the first one
 * is of no interest. */
static enum rc take_suggestion(const struct store_suggestion *g, void *arg, struct err *e)
{
	struct collecting *k = arg;
	const struct transcript_code *code = code_by_id(k, g->code);
	struct transcript_marks *marks = &k->t->marks;
	struct span at = seen_span(k->seen, g->start, g->end);

	(void)e;
	if (code == NULL || !is_wanted(k, code) || !is_shown(k, at))
		return RC_OK;
	for (size_t i = k->next; k->coder > 0 && i < marks->n; i++) {
		const struct transcript_mark *m = &marks->items[i];

		if (m->code != code->order || m->start != at.start || m->end != at.end)
			continue;
		k->open.items[i - k->confirmed]++;
		k->next = i + 1;
		break;
	}
	if (k->coder > 0)
		return RC_OK;
	vec_push(marks, ((struct transcript_mark){ .id = arena_strdup(&k->t->arena, g->id),
				.code = code->order,
				.start = at.start,
				.end = at.end,
				.suggested = true,
				.coders = "",
				.score = g->score }));
	vec_push(&k->open, 1);
	return RC_OK;
}

static enum rc note_coder(const struct store_coder *c, void *arg, struct err *e)
{
	struct collecting *k = arg;

	(void)e;
	if (k->o->coder == 0 || k->o->coder == c->id)
		vec_push(&k->coders, c->id);
	return RC_OK;
}

/* Suggested is what no coder who counts has answered. */
static enum rc load_suggested(
	struct collecting *k, struct store *s, int64_t document, struct err *e)
{
	struct transcript_marks *marks = &k->t->marks;
	struct suggestion_filter f = { .document = document, .states = SUGGESTION_OPEN };
	size_t kept = k->confirmed = marks->n;
	enum rc rc = store_coders(s, note_coder, k, e);

	if (k->coders.n == 0)
		vec_push(&k->coders, 0); /* nobody has answered anything */
	for (size_t i = 0; rc == RC_OK && i < k->coders.n; i++) {
		f.coder = k->coders.items[i];
		k->coder = i;
		k->next = k->confirmed;
		rc = store_suggestions(s, &f, take_suggestion, k, e);
	}
	for (size_t i = k->confirmed; i < marks->n; i++)
		if (k->open.items[i - k->confirmed] == k->coders.n)
			marks->items[kept++] = marks->items[i];
	marks->n = kept;
	return rc;
}

/* ---- putting in order -------------------------------------------------------------------------
 */

static int by_place(const void *pa, const void *pb)
{
	const struct transcript_mark *a = pa, *b = pb;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->end != b->end)
		return a->end > b->end ? -1 : 1;
	if (a->code != b->code)
		return a->code < b->code ? -1 : 1;
	return (int)a->suggested - (int)b->suggested;
}

/* Places as people see them, in code points; the marks begin in rising order. */
static void count_points(struct transcript *t)
{
	uint32_t byte = 0, point = 0;

	vec_each (struct transcript_mark, m, &t->marks) {
		point += (uint32_t)utf8_count(t->text + byte, m->start - byte);
		byte = m->start;
		m->from = point;
		m->to = point + (uint32_t)utf8_count(t->text + m->start, m->end - m->start);
	}
}

/* Codes without a mark are dropped; marks point into what is left. */
static void keep_codes(struct collecting *k)
{
	struct transcript *t = k->t;

	vec_each (const struct transcript_mark, m, &t->marks) {
		struct transcript_code *code = &k->all.items[m->code];

		code->confirmed += !m->suggested;
		code->suggested += m->suggested;
	}
	for (size_t i = 0; i < k->all.n; i++) {
		if (k->all.items[i].confirmed + k->all.items[i].suggested == 0)
			continue;
		k->all.items[i].order = (uint32_t)t->codes.n;
		vec_push(&t->codes, k->all.items[i]);
	}
	vec_each (struct transcript_mark, m, &t->marks)
		m->code = k->all.items[m->code].order;
}

static bool has_color(const struct transcript *t, size_t before, const char *color)
{
	for (size_t i = 0; i < before; i++)
		if (strcmp(t->codes.items[i].color, color) == 0)
			return true;
	return false;
}

/* Codebooks do not know each other's colours. */
static void part_colors(struct transcript *t)
{
	for (size_t i = 1; i < t->codes.n; i++)
		for (size_t k = 0; k < PALETTE && has_color(t, i, t->codes.items[i].color); k++)
			t->codes.items[i].color = palette[k];
}

static void name_codes(struct transcript *t)
{
	vec_each (struct transcript_code, a, &t->codes)
		vec_each (const struct transcript_code, b, &t->codes)
			if (a != b && strcmp(a->key, b->key) == 0)
				a->name = a->full;
}

enum rc transcript_marks_load(struct transcript *t, struct store *s, int64_t document,
	const struct transcript_options *o, const struct seen *seen, struct span shown,
	struct err *e)
{
	struct collecting k = { .t = t, .o = o, .seen = seen, .shown = shown };
	struct judgement_filter f = {
		.document = document, .coder = o->coder, .verdicts = 1u << VERDICT_CONFIRM
	};
	enum rc rc = store_codes(s, note_code, &k, e);

	if (rc == RC_OK)
		rc = store_judgements(s, &f, take_judgement, &k, e);
	if (rc == RC_OK && o->suggested)
		rc = load_suggested(&k, s, document, e);
	if (rc == RC_OK) {
		vec_sort(&t->marks, by_place);
		count_points(t);
		keep_codes(&k);
		part_colors(t);
		name_codes(t);
	}
	vec_release(&k.all);
	vec_release(&k.coders);
	vec_release(&k.open);
	return rc;
}
