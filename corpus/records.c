/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/records.h"

#include <string.h>

#include "base/intern.h"
#include "corpus/normalise.h"

void records_release(struct records *r)
{
	utterances_release(&r->all);
	vec_release(&r->list);
	vec_release(&r->vars);
	*r = (struct records)RECORDS_INIT;
}

struct record *records_begin(struct records *r)
{
	struct record *one = vec_new(&r->list);

	*one = (struct record){ .utterance = r->all.list.n, .var = r->vars.n };
	return one;
}

void records_text(struct records *r, const struct utterance *one)
{
	vec_last(&r->list)->utterances += utterances_add(&r->all, one);
}

void records_var(struct records *r, const char *key, const char *value)
{
	if (key[strspn(key, " \t\n")] == '\0' || value[strspn(value, " \t\n")] == '\0')
		return;
	vec_push(&r->vars, ((struct attr){ key, value }));
	vec_last(&r->list)->vars++;
}

bool records_end(struct records *r)
{
	const struct record *last = vec_last(&r->list);

	if (last->utterances > 0)
		return true;
	r->vars.n = last->var;
	r->list.n--;
	return false;
}

/* ---- which belong together ---- */

/* Chains the records of each id; *heads gets the first ones. */
static void chain(struct records *r, uint32_t **heads, size_t *n)
{
	struct intern ids = INTERN_INIT;
	uint32_t *last = mem_zalloc(r->list.n + 1, sizeof *last);

	*heads = mem_zalloc(r->list.n + 1, sizeof **heads);
	*n = 0;
	for (uint32_t i = 0; i < r->list.n; i++) {
		struct record *one = &r->list.items[i];
		uint32_t before = ids.n, id = before;

		one->next = 0;
		if (one->id != NULL)
			id = intern_add(&ids, one->id, strlen(one->id));
		if (one->id == NULL || ids.n > before)
			(*heads)[(*n)++] = i;
		else
			r->list.items[last[id]].next = i;
		if (one->id != NULL)
			last[id] = i;
	}
	intern_release(&ids);
	free(last);
}

size_t records_documents(struct records *r)
{
	uint32_t *heads;
	size_t n;

	chain(r, &heads, &n);
	free(heads);
	return n;
}

/* ---- one document ---- */

/* On one line, without what no variable may hold. */
static const char *clean(struct arena *a, const char *text)
{
	struct buf b = BUF_INIT;
	uint32_t controls = 0;
	bool changed = false;
	size_t from = 0;
	const char *out;

	normalise_text(text, strlen(text), &b, &controls, &changed);
	for (size_t i = 0; i < b.len; i++)
		if (b.data[i] == '\n' || b.data[i] == '\t')
			b.data[i] = ' ';
	while (b.len > 0 && b.data[b.len - 1] == ' ')
		b.len--;
	while (from < b.len && b.data[from] == ' ')
		from++;
	out = arena_dup(a, b.data + from, b.len - from);
	buf_release(&b);
	return out;
}

static void add_var(struct attr_list *vars, struct arena *a, const char *key, const char *value)
{
	struct attr one = { clean(a, key), clean(a, value) };

	vec_each (const struct attr, v, vars)
		if (strcmp(v->key, one.key) == 0 && strcmp(v->value, one.value) == 0)
			return;
	if (*one.key != '\0' && *one.value != '\0')
		vec_push(vars, one);
}

static void take_head(const struct record *one, struct draft *out)
{
	if (one->date != NULL)
		utterances_date(out, one->date);
	if (one->title != NULL && out->title == NULL)
		draft_title(out, one->title, strlen(one->title));
}

/* The record and those chained to it. */
static void fill(struct records *r, uint32_t head, struct utterances *u, struct attr_list *vars,
	struct draft *out)
{
	uint32_t i = head;

	do {
		const struct record *one = &r->list.items[i];

		for (size_t k = 0; k < one->utterances; k++)
			vec_push(&u->list, r->all.list.items[one->utterance + k]);
		for (size_t k = 0; k < one->vars; k++)
			add_var(vars, &out->arena, r->vars.items[one->var + k].key,
				r->vars.items[one->var + k].value);
		take_head(one, out);
		i = one->next;
	} while (i != 0);
}

static enum rc give_one(struct records *r, uint32_t head, const char *name, reader_part_fn *fn,
	void *arg, struct err *e)
{
	const struct record *one = &r->list.items[head];
	struct utterances u = UTTERANCES_INIT;
	struct attr_list vars = VEC_INIT;
	struct diags ignored = DIAGS_INIT; /* how captions were joined: once for each row */
	struct draft draft;
	struct reader_part part = { .numbered = one->id == NULL, .draft = &draft };
	enum rc rc = RC_OK;

	draft_init(&draft);
	u.apart = true;
	fill(r, head, &u, &vars, &draft);
	utterances_write(&u, name, &draft, &ignored);
	part.id = one->id != NULL ? clean(&draft.arena, one->id)
				  : arena_printf(&draft.arena, "%zu", one->number);
	part.vars = vars.items;
	part.nvars = vars.n;
	if (draft.paras.n > 0)
		rc = fn(&part, arg, e);
	diags_release(&ignored);
	utterances_release(&u);
	vec_release(&vars);
	draft_release(&draft);
	return rc;
}

enum rc records_give(
	struct records *r, const char *name, reader_part_fn *fn, void *arg, struct err *e)
{
	uint32_t *heads;
	enum rc rc = RC_OK;
	size_t n;

	chain(r, &heads, &n);
	for (size_t i = 0; i < n && rc == RC_OK; i++)
		rc = give_one(r, heads[i], name, fn, arg, e);
	free(heads);
	return rc;
}

void records_write(struct records *r, const char *name, struct draft *out, struct diags *d)
{
	vec_each (const struct record, one, &r->list)
		take_head(one, out);
	utterances_write(&r->all, name, out, d);
}

/* ---- remarks ---- */

void records_remark(const struct records *r, size_t n, const char *thing, const char *vars,
	const char *name, struct diags *d)
{
	struct diag_at at = { .file = name };
	struct diag *g;

	if (n == r->list.n)
		g = diag_add(d, DIAG_REMARK, "R061", &at, "each %s is a document%s%s", thing,
			*vars != '\0' ? ", with the variables " : "", vars);
	else
		g = diag_add(d, DIAG_REMARK, "R061", &at,
			"the %zu %ss are %zu documents, one for each id%s%s", r->list.n, thing, n,
			*vars != '\0' ? ", with the variables " : "", vars);
	diag_hint(d, g, "--rows turns makes the file one document");
}
