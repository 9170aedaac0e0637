/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The difference and its effect as JSON: all that is known, also the tests. */
#include "cli/diff_view.h"

#include "base/sha256.h"
#include "base/utf8.h"
#include "codebooks/outline.h"

static void put_book(struct jsonw *j, const char *key, const struct codebook *cb, const char *name)
{
	char hex[2 * SHA256_LEN + 1];

	hex_of(cb->sha, SHA256_LEN, hex);
	jsonw_object(j, key);
	jsonw_text(j, "name", name);
	jsonw_text(j, "codebook", cb->name);
	jsonw_text(j, "version", cb->declared);
	jsonw_text(j, "sha256", hex);
	jsonw_end(j);
}

static void put_fields(struct jsonw *j, const struct change_fields *fields)
{
	jsonw_array(j, "fields");
	for (size_t i = 0; i < fields->n; i++) {
		const struct change_field *f = &fields->items[i];

		jsonw_object(j, NULL);
		jsonw_text(j, "name", f->name);
		if (f->lang != NULL)
			jsonw_text(j, "language", f->lang);
		jsonw_text(j, "about", change_about_names[f->about]);
		jsonw_text(j, "before", f->before);
		jsonw_text(j, "after", f->after);
		jsonw_end(j);
	}
	jsonw_end(j);
}

static void put_texts(struct jsonw *j, const char *key, const struct change_texts *texts)
{
	jsonw_array(j, key);
	for (size_t i = 0; i < texts->n; i++)
		jsonw_text(j, NULL, texts->items[i]);
	jsonw_end(j);
}

/* What a rule that came or went is. */
static void put_clauses(struct jsonw *j, const struct codebook *cb, const struct rule *r)
{
	static const enum word clauses[] = { WORD_WHEN, WORD_UNLESS, WORD_WHERE };
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < sizeof clauses / sizeof *clauses && !r->is_keyword; i++) {
		buf_reset(&text);
		outline_clause(cb, r, clauses[i], &text);
		if (text.len > 0)
			jsonw_text(j, word_text(clauses[i]), text.data);
	}
	buf_release(&text);
}

static void put_rule(struct jsonw *j, const struct changes *c, const struct change_rule *r)
{
	const struct rule *rule = r->after != NULL ? r->after : r->before;
	struct buf pattern = BUF_INIT;

	jsonw_object(j, NULL);
	jsonw_text(j, "rule", rule->key);
	if (rule->is_keyword && rule->when->pattern != NULL) {
		outline_pattern(rule->when->pattern, &pattern);
		jsonw_text(j, "keyword", pattern.data);
	}
	jsonw_text(j, "change", change_how_names[r->how]);
	if (r->renamed)
		jsonw_text(j, "was", r->before->key);
	jsonw_real(j, "weight", rule->set.weight);
	if (r->how != CHANGE_EDITED)
		put_clauses(j, r->after != NULL ? c->after : c->before, rule);
	jsonw_bool(j, "matching", r->matching);
	if (r->other != NULL)
		jsonw_text(j, r->how == CHANGE_ADDED ? "from" : "to", r->other->full);
	put_texts(j, "through", &r->through);
	put_fields(j, &r->fields);
	jsonw_end(j);
	buf_release(&pattern);
}

static void put_parent(struct jsonw *j, const char *key, const struct code *c)
{
	jsonw_text(j, key, c->parent != NULL ? c->parent->full : NULL);
}

static void put_code(struct jsonw *j, const struct diff_view *v, const struct change_code *k)
{
	const struct code *code = k->after != NULL ? k->after : k->before;

	jsonw_object(j, NULL);
	jsonw_text(j, "code", code->full);
	jsonw_text(j, "label", localised_text(code->label, v->lang));
	jsonw_text(j, "change", change_how_names[k->how]);
	if (k->renamed)
		jsonw_text(j, "was", k->before->full);
	if (k->moved) {
		put_parent(j, "parent_before", k->before);
		put_parent(j, "parent_after", k->after);
	}
	if (k->like != NULL)
		jsonw_text(j, "like", k->like->full);
	if (k->into != NULL)
		jsonw_text(j, "into", k->into->full);
	put_fields(j, &k->fields);
	jsonw_array(j, "rules");
	vec_each (const struct change_rule, r, &k->rules)
		put_rule(j, v->c, r);
	jsonw_end(j);
	jsonw_end(j);
}

static void put_list(struct jsonw *j, const struct change_list *k)
{
	jsonw_object(j, NULL);
	jsonw_text(j, "list", k->name);
	jsonw_text(j, "change", change_how_names[k->how]);
	if (k->old != NULL)
		jsonw_text(j, "was", k->old);
	put_texts(j, "added", &k->added);
	put_texts(j, "removed", &k->removed);
	jsonw_array(j, "rules");
	for (size_t i = 0; i < k->rules.n; i++) {
		struct buf key = BUF_INIT;

		buf_printf(&key, "%s:%s", k->rules.items[i]->code->full, k->rules.items[i]->key);
		jsonw_text(j, NULL, key.data);
		buf_release(&key);
	}
	jsonw_end(j);
	jsonw_end(j);
}

void diff_view_json(const struct diff_view *v, struct buf *out)
{
	struct jsonw *j = jsonw_new();

	jsonw_object(j, NULL);
	put_book(j, "before", v->c->before, v->before);
	put_book(j, "after", v->c->after, v->after);
	jsonw_bool(j, "different", changes_any(v->c));
	put_fields(j, &v->c->fields);
	jsonw_array(j, "codes");
	vec_each (const struct change_code, k, &v->c->codes)
		if (k->how != CHANGE_NONE)
			put_code(j, v, k);
	jsonw_end(j);
	jsonw_array(j, "lists");
	vec_each (const struct change_list, k, &v->c->lists)
		put_list(j, k);
	jsonw_end(j);
	if (v->x != NULL)
		diff_effect_json(v, j);
	jsonw_end(j);
	jsonw_finish(j, out);
}

/* --- the effect ---------------------------------------------------------------------------------
 */

static void put_figures(struct jsonw *j, const char *code, const struct effect_code *n)
{
	jsonw_object(j, NULL);
	jsonw_text(j, "code", code);
	jsonw_int(j, "before", (int64_t)n->before);
	jsonw_int(j, "after", (int64_t)n->after);
	jsonw_int(j, "lost", (int64_t)n->lost);
	jsonw_int(j, "gained", (int64_t)n->gained);
	jsonw_int(j, "changed", (int64_t)n->changed);
	jsonw_object(j, "places");
	for (int i = 0; i < EFFECT_KINDS; i++)
		jsonw_int(j, effect_kind_names[i], (int64_t)n->kinds[i]);
	jsonw_end(j);
	jsonw_end(j);
}

static void put_gone(struct jsonw *j, const struct effect_gone *g)
{
	jsonw_object(j, NULL);
	jsonw_text(j, "code", g->full);
	jsonw_text(j, "label", g->label);
	jsonw_text(j, "like", g->like != NULL ? g->like->full : NULL);
	jsonw_int(j, "confirmed", (int64_t)g->verdicts[VERDICT_CONFIRM]);
	jsonw_int(j, "rejected", (int64_t)g->verdicts[VERDICT_REJECT]);
	jsonw_int(j, "unsure", (int64_t)g->verdicts[VERDICT_UNSURE]);
	jsonw_end(j);
}

static void put_side(
	struct jsonw *j, const char *key, const struct effect_side *side, const char *absent)
{
	if (side->n == 0) {
		jsonw_null(j, key);
		return;
	}
	jsonw_object(j, key);
	jsonw_real(j, "score", side->score);
	jsonw_array(j, "rules");
	for (size_t i = 0; i < side->n; i++) {
		const struct effect_rule *r = &side->rules[i];

		jsonw_object(j, NULL);
		jsonw_text(j, "rule", r->key);
		jsonw_real(j, "weight", r->weight);
		jsonw_bool(j, "counted", r->counted);
		jsonw_text(
			j, "change", r->fate == FATE_ABSENT ? absent : effect_fate_names[r->fate]);
		jsonw_end(j);
	}
	jsonw_end(j);
	jsonw_end(j);
}

static void put_matches(struct jsonw *j, const struct effect_place *p)
{
	jsonw_array(j, "matches");
	for (size_t i = 0; i < p->nmarks; i++)
		jsonw_textn(
			j, NULL, p->text + p->marks[i].start, p->marks[i].end - p->marks[i].start);
	jsonw_end(j);
}

static void put_verdicts(struct jsonw *j, const struct effect_place *p)
{
	jsonw_array(j, "decisions");
	for (size_t i = 0; i < p->nverdicts; i++) {
		jsonw_object(j, NULL);
		jsonw_text(j, "id", p->verdicts[i].id);
		jsonw_text(j, "coder", p->verdicts[i].coder);
		jsonw_text(j, "verdict", verdict_names[p->verdicts[i].verdict]);
		jsonw_end(j);
	}
	jsonw_end(j);
}

static void put_reason(struct jsonw *j, const struct effect_place *p)
{
	static const char *const reasons[] = { "other words", "was is missing" };

	if (p->kind != EFFECT_REJECTED_AGAIN)
		return;
	jsonw_text(j, "reason", reasons[p->reason]);
	jsonw_array(j, "outside");
	for (size_t i = 0; i < p->after.n; i++)
		if (p->after.rules[i].outside)
			jsonw_text(j, NULL, p->after.rules[i].key);
	jsonw_end(j);
}

static void put_place(struct jsonw *j, const struct diff_view *v, const struct effect_place *p)
{
	const struct change_code *k = &v->c->codes.items[p->code];

	jsonw_object(j, NULL);
	jsonw_text(j, "kind", effect_kind_names[p->kind]);
	jsonw_text(j, "code", (k->after != NULL ? k->after : k->before)->full);
	jsonw_int(j, "document", p->document);
	jsonw_text(j, "title", p->title);
	jsonw_text(j, "speaker", p->speaker);
	jsonw_int(j, "line", p->line);
	jsonw_int(j, "start", p->start);
	jsonw_int(j, "end", p->end);
	jsonw_text(j, "unit", unit_names[p->unit]);
	jsonw_text(j, "text", p->text);
	put_matches(j, p);
	put_side(j, "before", &p->before, "removed");
	put_side(j, "after", &p->after, "added");
	put_verdicts(j, p);
	put_reason(j, p);
	jsonw_end(j);
}

void diff_effect_json(const struct diff_view *v, struct jsonw *j)
{
	jsonw_object(j, "effect");
	jsonw_text(j, "project", v->project);
	jsonw_int(j, "documents", v->x->documents);
	jsonw_array(j, "codes");
	for (size_t i = 0; i < v->c->codes.n; i++) {
		const struct change_code *k = &v->c->codes.items[i];

		put_figures(j, (k->after != NULL ? k->after : k->before)->full, &v->x->codes[i]);
	}
	jsonw_end(j);
	jsonw_array(j, "gone");
	vec_each (const struct effect_gone, g, &v->x->gone)
		put_gone(j, g);
	jsonw_end(j);
	jsonw_array(j, "places");
	vec_each (const struct effect_place, p, &v->x->places)
		put_place(j, v, p);
	jsonw_end(j);
	jsonw_end(j);
}
