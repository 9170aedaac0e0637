/* SPDX-License-Identifier: GPL-3.0-or-later */
/* W086: variables and values that a `where` asks for and the project does not have. */
#include <string.h>

#include "base/opt.h"
#include "coder/fit_run.h"
#include "coder/value.h"

static const char *const object_names[] = { "speaker", "document", "paragraph" };

static void add_tests(struct fit *f, const struct cond *c, const struct rule *rule)
{
	if (c->kind == COND_TEST)
		vec_push(&f->tests,
			((struct fit_test){
				.cond = c, .rule = rule, .variable = where_is_variable(c) }));
	for (size_t i = 0; i < c->nkids; i++)
		add_tests(f, c->kids[i], rule);
}

void fit_where_find(struct fit *f)
{
	vec_each (const struct trial, t, &f->engine->tree.trials)
		if (t->rule->at.file == 0 && t->rule->where != NULL)
			add_tests(f, t->rule->where, t->rule);
}

/* --- what the project has --- */

static void add_value(struct fit *f, enum cond_object object, const char *key, const char *value)
{
	struct buf name = BUF_INIT;
	uint32_t number;

	if (value == NULL || value[0] == '\0')
		return;
	buf_printf(&name, "%d %s=%s", (int)object, key, value);
	number = intern_add(&f->value_keys, name.data, name.len);
	if (number == f->values.n)
		vec_push(&f->values, ((struct fit_value){ object, arena_strdup(&f->arena, key),
					     arena_strdup(&f->arena, value), 0 }));
	f->values.items[number].count++;
	buf_release(&name);
}

static void read_values(struct fit *f, const struct document *shown)
{
	vec_each (const struct attr, a, &shown->vars)
		add_value(f, OBJECT_DOCUMENT, a->key, a->value);
	vec_each (const struct label, l, &shown->labels) {
		add_value(f, OBJECT_SPEAKER, "code", l->code);
		vec_each (const struct attr, a, &l->vars)
			add_value(f, OBJECT_SPEAKER, a->key, a->value);
	}
}

static bool has_key(const struct attr_list *vars, const char *key)
{
	vec_each (const struct attr, a, vars)
		if (value_same(a->key, key))
			return true;
	return false;
}

/* Only variables are unknown where no object has them. */
static bool is_known(const struct cond *c, const struct document *doc)
{
	if (c->object == OBJECT_DOCUMENT)
		return has_key(&doc->vars, c->field);
	vec_each (const struct label, l, &doc->labels)
		if (has_key(&l->vars, c->field))
			return true;
	return false;
}

static bool is_met(const struct cond *c, const struct document *doc)
{
	struct cond same = *c;

	if (same.op == OP_NE)
		same.op = OP_EQ;
	vec_each (const struct para, p, &doc->paras) {
		if (where_holds(&same, doc, p, false))
			return true;
		if (c->object == OBJECT_DOCUMENT)
			break;
	}
	return false;
}

void fit_where_read(struct fit *f, const struct document *doc, const struct document *shown)
{
	if (f->tests.n == 0)
		return;
	read_values(f, shown);
	vec_each (struct fit_test, t, &f->tests) {
		t->known = t->known || !t->variable || is_known(t->cond, doc);
		t->met = t->met || is_met(t->cond, doc);
	}
}

/* --- telling --- */

static bool has_value(const struct cond *c)
{
	return c->op == OP_EQ || c->op == OP_NE || c->op == OP_LIKE;
}

/* A word of a closed set that no text happens to have is not unknown. */
static bool is_unknown(const struct fit_test *t)
{
	if (!t->known)
		return true;
	if (t->met || !has_value(t->cond))
		return false;
	return t->cond->op == OP_LIKE ? where_set_of(t->cond) == NULL
				      : !where_knows(t->cond, t->cond->value);
}

bool fit_where_is_told(const struct fit *f, const struct rule *rule)
{
	vec_each (const struct fit_test, t, &f->tests)
		if (t->rule == rule && is_unknown(t))
			return true;
	return false;
}

static const char *field_name(struct fit *f, const struct cond *c)
{
	return arena_printf(&f->arena, "%s.%s", object_names[c->object], c->field);
}

static void hint_nearest(struct fit *f, struct diag *g, const char *word, const char *name,
	const struct fit_items *words, const struct fit_items *shown)
{
	const char *near = opt_nearest(word, words->items, words->n);

	if (near != NULL && name != NULL)
		fit_hint(f, g, SAY(H_DID_YOU_MEAN), arena_printf(&f->arena, "%s.%s", name, near));
	else if (near != NULL)
		fit_hint(f, g, SAY(H_DID_YOU_MEAN), near);
	else if (shown->n > 0 && name != NULL)
		fit_hint(f, g, SAY(H_VARIABLES), fit_join(f, shown));
	else if (shown->n > 0)
		fit_hint(f, g, SAY(H_VALUES), fit_join(f, shown));
}

static bool stands_in(const struct fit_items *list, const char *item)
{
	vec_each (const char *, have, list)
		if (strcmp(*have, item) == 0)
			return true;
	return false;
}

/* The same name of the other object is what was meant, or a name like it. */
static void tell_variable(struct fit *f, const struct fit_test *t)
{
	const struct cond *c = t->cond;
	struct fit_items names = VEC_INIT, shown = VEC_INIT;
	const char *other = NULL;
	struct diag *g = fit_warn(f, t->rule, &c->at, SAY(W086_VARIABLE), field_name(f, c));

	vec_each (const struct fit_value, v, &f->values) {
		const char *full =
			arena_printf(&f->arena, "%s.%s", object_names[v->object], v->key);

		if (v->object == c->object && !stands_in(&names, v->key))
			vec_push(&names, v->key);
		if (!stands_in(&shown, full))
			vec_push(&shown, full);
		if (v->object != c->object && value_same(v->key, c->field))
			other = full;
	}
	if (other != NULL)
		fit_hint(f, g, SAY(H_DID_YOU_MEAN), other);
	else
		hint_nearest(f, g, c->field, object_names[c->object], &names, &shown);
	vec_release(&names);
	vec_release(&shown);
}

static int compare_values(const void *pa, const void *pb)
{
	const struct fit_value *a = *(const struct fit_value *const *)pa,
			       *b = *(const struct fit_value *const *)pb;

	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return strcmp(a->value, b->value);
}

static void tell_value(struct fit *f, const struct fit_test *t)
{
	const struct cond *c = t->cond;
	const char *const *set = where_set_of(c);
	struct fit_items words = VEC_INIT, shown = VEC_INIT;
	VEC(const struct fit_value *) values = VEC_INIT;
	struct diag *g;

	if (set != NULL)
		g = fit_warn(f, t->rule, &c->at, SAY(W086_NAME), c->value, field_name(f, c));
	else
		g = fit_warn(f, t->rule, &c->at, SAY(W086_VALUE), field_name(f, c), c->value);
	for (; set != NULL && *set != NULL; set++) {
		vec_push(&words, *set);
		vec_push(&shown, *set);
	}
	vec_each (const struct fit_value, v, &f->values)
		if (v->object == c->object && value_same(v->key, c->field))
			vec_push(&values, v);
	vec_sort(&values, compare_values);
	vec_each (const struct fit_value *, v, &values) {
		vec_push(&words, (*v)->value);
		vec_push(&shown, arena_printf(&f->arena, "%s %llu", (*v)->value,
					 (unsigned long long)(*v)->count));
	}
	hint_nearest(f, g, c->value, NULL, &words, &shown);
	vec_release(&words);
	vec_release(&shown);
	vec_release(&values);
}

void fit_where_tell(struct fit *f)
{
	vec_each (const struct fit_test, t, &f->tests) {
		if (!t->known)
			tell_variable(f, t);
		else if (is_unknown(t))
			tell_value(f, t);
	}
}
