/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coder/selftest.h"

#include <string.h>

#include "coder/diag_place.h"
#include "coder/dialogue.h"
#include "coder/run.h"

struct selftest {
	struct engine *g;
	const struct codebook *cb;
	struct selftest_result *result;
	selftest_fn *fn;
	void *arg;
	struct diags *d;
	struct err *e;
};

static bool rule_hits(const struct engine *g, const struct rule *r)
{
	vec_each (const struct hit, h, &g->hits)
		if (g->tree.trials.items[h->trial].rule == r)
			return true;
	return false;
}

struct wanted {
	const struct code *code;
	bool found;
};

static enum rc note_suggestion(const struct engine_suggestion *s, void *arg, struct err *e)
{
	struct wanted *w = arg;

	(void)e;
	if (s->code == w->code)
		w->found = true;
	return RC_OK;
}

static bool code_suggested(struct engine *g, const struct code *code, struct err *e)
{
	struct wanted w = { code, false };

	score_emit(g, note_suggestion, &w, e);
	return w.found;
}

/* "belum-optimal, ~paham": which rules of the code hit the text. */
static void list_hits(
	const struct engine *g, const struct code *code, const char *lang, struct buf *out)
{
	for (size_t i = 0; i < code->nrules; i++)
		if (rule_hits(g, code->rules[i]))
			buf_printf(out, "%s%s", out->len > 0 ? ", " : "", code->rules[i]->key);
	if (out->len == 0)
		buf_adds(out, message_text(MSG_P_NONE, lang));
}

/* A labelled sentence, a dialogue on one line. */
static void show_sentence(const struct selftest_case *c, struct diag *g, struct diags *d)
{
	struct buf line = BUF_INIT;

	for (const char *p = c->test->text; *p != '\0'; p++)
		if (*p == '\n')
			buf_adds(&line, "\\n");
		else
			buf_addc(&line, *p);
	diag_excerpt(d, g, line.data, line.len);
	buf_release(&line);
}

/* A diag where the test stands; m: a message with one text, WORD. */
static struct diag *place(const struct selftest_case *c, enum diag_level level, enum message m,
	const char *word, struct diags *d)
{
	struct diag_at at = { .file = c->file, .line = c->test->at.line };

	if (c->file != NULL) {
		struct diag *g = message_diag(d, level, &at, m, "%s", word);

		show_sentence(c, g, d);
		return g;
	}
	return diag_say(d, level, c->book, &c->test->at, m, "%s", word);
}

static void tell_passed(const struct selftest_case *c, struct diags *d)
{
	const char *kind = c->test->kind == TEST_TODO_HIT ? "hit" : "miss";
	struct buf line = BUF_INIT;

	buf_printf(&line, "%s%s", c->file == NULL ? "test " : "", kind);
	place(c, DIAG_REMARK, MSG_R100_PASSES, line.data, d);
	buf_release(&line);
}

static void tell_failed(const struct selftest_case *c, struct diags *d)
{
	struct buf hits = BUF_INIT;
	struct diag *g;

	if (c->rule != NULL)
		g = place(c, DIAG_ERROR, c->hit ? MSG_E100_RULE_HITS : MSG_E100_RULE_MISSES,
			c->rule->key, d);
	else
		g = place(c, DIAG_ERROR, c->hit ? MSG_E100_CODE_HITS : MSG_E100_CODE_MISSES,
			c->code->key, d);
	list_hits(c->engine, c->code, d->lang, &hits);
	message_hint(d, g, SAY(H_RULES_THAT_HIT), c->code->key, hits.data);
	buf_release(&hits);
}

void selftest_diag(const struct selftest_case *c, struct diags *d)
{
	if (c->outcome == SELFTEST_TODO_PASSED)
		tell_passed(c, d);
	else if (c->outcome == SELFTEST_FAILED)
		tell_failed(c, d);
}

static enum selftest_outcome judge(struct selftest_result *result, enum test_kind kind, bool hit)
{
	bool todo = kind == TEST_TODO_HIT || kind == TEST_TODO_MISS;
	bool passed = hit == (kind == TEST_HIT || kind == TEST_TODO_HIT);

	if (todo && passed)
		return result->todo_passed++, SELFTEST_TODO_PASSED;
	if (todo)
		return result->todo++, SELFTEST_TODO;
	if (passed)
		return result->passed++, SELFTEST_PASSED;
	return result->failed++, SELFTEST_FAILED;
}

static enum rc run_test(struct selftest *t, const struct test *test, const struct code *code,
	const struct rule *rule, const char *file)
{
	struct selftest_case c = { t->cb, test, code, rule, file, .engine = t->g };
	struct document *doc = NULL;
	enum rc rc = RC_OK;

	t->g->hits.n = 0;
	/* A text without a word is no document, and hits nothing. */
	if (!dialogue_is_empty(test->text)) {
		rc = dialogue_document(test->text, &doc, t->e);
		if (rc != RC_OK)
			return err_wrap(t->e, "test at line %u", test->at.line);
		engine_find_hits(t->g, doc, t->d);
		c.hit = rule != NULL ? rule_hits(t->g, rule) : code_suggested(t->g, code, t->e);
	}
	c.doc = doc;
	c.outcome = judge(t->result, test->kind, c.hit);
	rc = t->fn(&c, t->arg, t->e);
	document_free(doc);
	return rc;
}

static enum rc run_code(struct selftest *t, const struct code *code)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < code->ntests && rc == RC_OK; i++)
		rc = run_test(t, &code->tests[i], code, NULL, NULL);
	for (size_t i = 0; i < code->nrules && rc == RC_OK; i++) {
		const struct rule *rule = code->rules[i];

		for (size_t k = 0; k < rule->ntests && rc == RC_OK; k++)
			rc = run_test(t, &rule->tests[k], code, rule, NULL);
	}
	return rc;
}

enum rc selftest_each(const struct codebook *cb, const struct selftest_labels *labels,
	struct selftest_result *result, selftest_fn *fn, void *arg, struct diags *d, struct err *e)
{
	struct selftest t = { NULL, cb, result, fn, arg, d, e };
	enum rc rc;

	memset(result, 0, sizeof *result);
	rc = engine_new(&cb, 1, &t.g, d, e);
	if (rc != RC_OK)
		return rc;
	t.g->testing = true;
	vec_each (struct code *, code, &cb->codes)
		if (rc == RC_OK)
			rc = run_code(&t, *code);
	for (size_t i = 0; labels != NULL && i < labels->list.n && rc == RC_OK; i++) {
		const struct selftest_label *l = &labels->list.items[i];

		rc = run_test(&t, &l->test, l->code, l->rule, labels->file);
	}
	engine_free(t.g);
	return rc;
}

static enum rc note_diag(const struct selftest_case *c, void *arg, struct err *e)
{
	(void)e;
	selftest_diag(c, arg);
	return RC_OK;
}

enum rc selftest_run(
	const struct codebook *cb, struct selftest_result *result, struct diags *d, struct err *e)
{
	return selftest_each(cb, NULL, result, note_diag, d, d, e);
}
