/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes are a codebook or errors with places; every byte of what comes back is read. */
#include <stdlib.h>
#include <string.h>

#include "codebooks/parser.h"
#include "tests/fuzz/fuzz.h"

static void use_text(const char *s)
{
	if (s != NULL)
		fuzz_use(s, strlen(s));
}

static void use_localised(const struct localised *t)
{
	for (; t != NULL; t = t->next) {
		use_text(t->lang);
		use_text(t->text);
	}
}

static void use_pattern(const struct pattern *w)
{
	use_text(w->form);
	use_text(w->lang);
	use_text(w->source);
	use_text(w->key);
	use_text(w->list_name);
	for (size_t i = 0; i < w->nparts; i++)
		use_pattern(w->parts[i]);
	for (size_t i = 0; i + 1 < w->nparts; i++)
		use_text(w->gaps[i]);
	for (size_t i = 0; i < w->nexcept; i++)
		use_pattern(w->except[i]);
	if (w->list != NULL)
		use_text(w->list->name);
}

static void use_node(const struct node *n)
{
	if (n == NULL)
		return;
	for (size_t i = 0; i < n->nkids; i++)
		use_node(n->kids[i]);
	for (size_t i = 0; n->steps != NULL && i + 1 < n->nkids; i++)
		fuzz_use(&n->steps[i].distance, sizeof n->steps[i].distance);
	if (n->pattern != NULL)
		use_pattern(n->pattern);
	use_text(n->ref_code);
	use_text(n->ref_rule);
}

static void use_cond(const struct cond *c)
{
	if (c == NULL)
		return;
	for (size_t i = 0; i < c->nkids; i++)
		use_cond(c->kids[i]);
	use_text(c->field);
	use_text(c->value);
}

static void use_tests(const struct test *tests, size_t n)
{
	for (size_t i = 0; i < n; i++)
		use_text(tests[i].text);
}

static void use_rule(const struct rule *r)
{
	use_text(r->key);
	use_text(r->was);
	use_localised(r->label);
	use_localised(r->note);
	use_node(r->when);
	use_node(r->unless);
	use_cond(r->where);
	use_tests(r->tests, r->ntests);
	for (size_t i = 0; r->set.languages[i] != NULL; i++)
		use_text(r->set.languages[i]);
	if (r->when == NULL || r->code == NULL || code_rule(r->code, r->key) != r)
		abort();
}

static void use_code(const struct code *c)
{
	use_text(c->full);
	use_localised(c->label);
	use_localised(c->definition);
	use_tests(c->tests, c->ntests);
	for (size_t i = 0; i < c->nrules && i < 200; i++)
		use_rule(c->rules[i]);
	for (size_t i = 0; i < c->see.n; i++)
		use_text(c->see.items[i]);
}

static void use_codebook(const struct codebook *cb)
{
	vec_each (struct code *, c, &cb->codes) {
		if (codebook_code(cb, (*c)->key) != *c)
			abort();
		use_code(*c);
	}
	vec_each (struct wordlist *, l, &cb->lists)
		for (size_t i = 0; i < (*l)->nitems; i++)
			use_pattern((*l)->items[i]);
	vec_each (const struct extension, x, &cb->extensions)
		use_code(x->body);
	vec_each (const struct negation_change, n, &cb->negations)
		for (size_t i = 0; i < n->nitems; i++)
			use_pattern(n->items[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct diags d = DIAGS_INIT;
	struct buf shown = BUF_INIT;
	struct codebook *cb;
	struct err e = ERR_INIT;
	enum rc rc = codebook_parse("f.codebook", (const char *)data, size, &cb, &d, &e);

	/* No codebook without an error that says why, and no error with a codebook. */
	if ((rc == RC_OK) != (cb != NULL) || (rc == RC_OK) != (d.count[DIAG_ERROR] == 0))
		abort();
	vec_each (const struct diag, g, &d.list)
		if (g->at.line == 0 || g->at.column == 0)
			abort();
	if (cb != NULL)
		use_codebook(cb);
	diag_print_all(&d, &shown);
	fuzz_use(shown.data, shown.len);
	codebook_free(cb);
	buf_release(&shown);
	diags_release(&d);
	return 0;
}
