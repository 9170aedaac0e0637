/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Patterns that find nothing: W081, and W082 where they only forbid. */
#include <string.h>

#include "codebooks/suppress.h"
#include "coder/fit_run.h"

#define NEAR_TRIED 5000 /* patterns for which near words are looked for */
#define SINGLY 2	/* so many that stand together are told of one by one */

struct dead {
	struct fit_pattern *pattern;
	struct buf kin, near;
};
VEC_TYPE(deads, struct dead);

static const char *parts_of(struct fit *f, const struct fit_pattern *p, bool *all)
{
	struct fit_items items = VEC_INIT;
	const char *text;

	*all = true;
	for (size_t i = 0; i < p->pattern->nparts; i++) {
		*all = *all && p->parts[i] > 0;
		vec_push(&items, arena_printf(&f->arena, "%s %llu", p->pattern->parts[i]->source,
					 (unsigned long long)p->parts[i]));
	}
	text = fit_join(f, &items);
	vec_release(&items);
	return text;
}

static void hint_dead(struct fit *f, const struct dead *x, struct diag *g)
{
	const struct fit_pattern *p = x->pattern;
	const char *parts;
	bool all;

	if (p->inner > 0)
		return;
	if (p->elsewhere > 0) {
		fit_hint(f, g, SAY(H_UNREAD), (unsigned long long)p->elsewhere);
	} else if (p->pattern->kind == PATTERN_PHRASE) {
		parts = parts_of(f, p, &all);
		if (all)
			fit_hint(f, g, SAY(H_APART), parts);
		else
			fit_hint(f, g, SAY(H_PART_MISSING), parts);
	} else if (x->kin.len > 0 && x->near.len > 0 && strcmp(x->kin.data, x->near.data) != 0) {
		fit_hint(f, g, SAY(H_KIN_OR_NEAR), x->kin.data, x->near.data);
	} else if (x->kin.len > 0) {
		fit_hint(f, g, SAY(H_KIN), x->kin.data);
	} else if (x->near.len > 0) {
		fit_hint(f, g, SAY(H_NEAR), x->near.data);
	}
}

static void tell_dead(struct fit *f, const struct dead *x)
{
	const struct fit_pattern *p = x->pattern;
	struct diag *g;

	if (!p->asked)
		g = fit_warn(f, p->rule, &p->pattern->at, SAY(W082_DENIED), p->pattern->source);
	else if (p->inner > 0)
		g = fit_warn(f, p->rule, &p->pattern->at, SAY(W081_KEPT_OUT), p->pattern->source,
			(unsigned long long)p->inner);
	else if (p->elsewhere > 0)
		g = fit_warn(f, p->rule, &p->pattern->at, SAY(W081_UNREAD), p->pattern->source);
	else
		g = fit_warn(f, p->rule, &p->pattern->at, SAY(W081_NOWHERE), p->pattern->source);
	hint_dead(f, x, g);
}

/* It is there, but does not count. */
static bool speaks(const struct dead *x)
{
	return x->pattern->elsewhere > 0 || x->pattern->inner > 0;
}

static bool is_keyword(const struct fit_pattern *p)
{
	return p->rule != NULL && p->rule->is_keyword && p->rule->at.line == p->pattern->at.line &&
	       p->rule->at.column == p->pattern->at.column;
}

/* Items of one list, keywords of one code, patterns of one rule stand together. */
static bool same_group(const struct fit_pattern *a, const struct fit_pattern *b)
{
	if (a->asked != b->asked || a->pattern->kind == PATTERN_LIST ||
		b->pattern->kind == PATTERN_LIST)
		return false;
	if (a->list != NULL || b->list != NULL)
		return a->list == b->list;
	if (is_keyword(a) || is_keyword(b))
		return is_keyword(a) && is_keyword(b) && a->rule->code == b->rule->code;
	return a->rule == b->rule;
}

static size_t group_size(const struct fit *f, const struct fit_pattern *of)
{
	size_t n = 0;

	vec_each (const struct fit_pattern, p, &f->patterns)
		n += same_group(of, p);
	return n;
}

/* What the texts have in the place of some of them: "pembina (pembinaan 7)". */
static void hint_group(struct fit *f, const struct deads *group, struct diag *g)
{
	struct fit_items near = VEC_INIT;

	vec_each (const struct dead, x, group)
		if (x->kin.len + x->near.len > 0)
			vec_push(&near,
				arena_printf(&f->arena, "%s (%s)", x->pattern->pattern->source,
					x->kin.len > 0 ? x->kin.data : x->near.data));
	if (near.n > 0)
		fit_hint(f, g, SAY(H_GROUP_NEAR), fit_join(f, &near));
	vec_release(&near);
}

static void tell_group(struct fit *f, const struct deads *group)
{
	const struct fit_pattern *p = group->items[0].pattern;
	struct fit_items names = VEC_INIT;
	size_t all = group_size(f, p);
	const char *list;
	struct diag *g;

	vec_each (const struct dead, x, group)
		vec_push(&names, x->pattern->pattern->source);
	list = fit_join(f, &names);
	if (!p->asked)
		g = fit_warn(f, p->rule, &p->pattern->at, SAY(W082_ALL_DENIED), list);
	else if (p->list != NULL)
		g = fit_warn(
			f, NULL, &p->list->at, SAY(W081_ITEMS), names.n, all, p->list->name, list);
	else if (is_keyword(p))
		g = fit_warn(f, p->rule, &p->pattern->at, SAY(W081_KEYWORDS), names.n, all,
			p->rule->code->key, list);
	else
		g = fit_warn(f, p->rule, &p->pattern->at, SAY(W081_OF_RULE), names.n, all,
			p->rule->key, list);
	if (p->asked)
		hint_group(f, group, g);
	vec_release(&names);
}

/* Of many that stand together one warning tells. */
static void tell_from(struct fit *f, const struct deads *list, size_t at, bool *told)
{
	struct deads group = VEC_INIT;

	for (size_t i = at; i < list->n; i++) {
		const struct dead *x = &list->items[i];

		if (told[i] || speaks(x) ||
			(i > at && !same_group(list->items[at].pattern, x->pattern)))
			continue;
		told[i] = true;
		vec_push(&group, *x);
	}
	if (group.n > SINGLY)
		tell_group(f, &group);
	for (size_t i = 0; i < group.n && group.n <= SINGLY; i++)
		tell_dead(f, &group.items[i]);
	vec_release(&group);
}

/* A dead rule tells what of it is nowhere; what an idle `unless` forbids is no news. */
static bool is_dead(const struct fit *f, const struct fit_pattern *p)
{
	if (p->read > 0 || p->pattern->kind == PATTERN_LIST ||
		suppress_holds(f->cb, p->rule, p->pattern->at, p->asked ? "W081" : "W082"))
		return false;
	if (p->list != NULL)
		return p->asked;
	if (p->rule == NULL || p->rule->is_keyword)
		return true;
	if (fit_rule_is_dead(f, p->rule))
		return false;
	return p->asked || !p->in_unless || !fit_rule_unless_is_idle(f, p->rule);
}

static void find_kin(struct fit *f, struct deads *list)
{
	VEC(const char *) words = VEC_INIT;
	VEC(size_t) of_word = VEC_INIT;
	struct buf *kin;

	for (size_t i = 0; i < list->n; i++) {
		const struct fit_pattern *p = list->items[i].pattern;

		if (p->pattern->kind == PATTERN_WORD && !speaks(&list->items[i]) &&
			fit_speaks(f, p->rule, "id") && words.n < NEAR_TRIED) {
			vec_push(&words, p->pattern->form);
			vec_push(&of_word, i);
		}
	}
	kin = mem_zalloc(words.n + 1, sizeof *kin);
	for (size_t i = 0; i < words.n; i++)
		buf_init(&kin[i]);
	fit_words_kin(f, words.items, words.n, kin);
	for (size_t i = 0; i < words.n; i++)
		list->items[of_word.items[i]].kin = kin[i];
	free(kin);
	vec_release(&words);
	vec_release(&of_word);
}

void fit_nowhere_tell(struct fit *f)
{
	struct deads list = VEC_INIT;
	bool *told;

	vec_each (struct fit_pattern, p, &f->patterns)
		if (is_dead(f, p)) {
			vec_push(&list, ((struct dead){ p, BUF_INIT, BUF_INIT }));
			if (!speaks(vec_last(&list)) && list.n < NEAR_TRIED)
				fit_words_near(f, p->pattern, &vec_last(&list)->near);
		}
	find_kin(f, &list);
	told = mem_zalloc(list.n + 1, sizeof *told);
	for (size_t i = 0; i < list.n; i++) {
		if (speaks(&list.items[i]))
			tell_dead(f, &list.items[i]);
		else if (!told[i])
			tell_from(f, &list, i, told);
	}
	free(told);
	vec_each (struct dead, x, &list) {
		buf_release(&x->kin);
		buf_release(&x->near);
	}
	vec_release(&list);
}
