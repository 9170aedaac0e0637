/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coder/selftest.h"

#include <string.h>

#include "coder/diag_place.h"
#include "coder/run.h"
#include "corpus/draft.h"
#include "corpus/turns.h"

#define INTERVIEWER "T"
#define INFORMANT "J"

static const struct speaker_hint hints[] = {
	{ INTERVIEWER, NULL, NULL, ROLE_INTERVIEWER },
	{ INFORMANT, NULL, NULL, ROLE_INFORMANT },
};

struct selftest {
	struct engine *g;
	const struct codebook *cb;
	struct selftest_result *result;
	struct diags *d;
	struct err *e;
};

/* --- a text as a document --- */

/* "T: " or "J: " at the start of a line: the label, and *line moves behind it. */
static const char *take_label(const char **line, const char *end)
{
	const char *p = *line;
	const char *label;

	if (end - p < 2 || p[1] != ':' || (p[0] != INTERVIEWER[0] && p[0] != INFORMANT[0]))
		return NULL;
	label = p[0] == INTERVIEWER[0] ? INTERVIEWER : INFORMANT;
	for (p += 2; p < end && *p == ' ';)
		p++;
	*line = p;
	return label;
}

static void new_para(struct draft *draft, const char *label)
{
	draft_para(draft, PARA_BODY);
	draft_label(draft, label, strlen(label));
}

/* Lines of a dialogue are turns; an empty line parts paragraphs; other lines go on. */
static void fill(struct draft *draft, const char *text)
{
	const char *end = text + strlen(text), *speaker = INFORMANT;
	bool open = false;

	while (text < end) {
		const char *eol = memchr(text, '\n', (size_t)(end - text));
		const char *stop = eol != NULL ? eol : end;
		const char *label = take_label(&text, stop);

		if (label != NULL)
			speaker = label;
		if (!open || label != NULL || text == stop)
			new_para(draft, speaker);
		else
			draft_text(draft, "\n", 1);
		open = true;
		draft_text(draft, text, (size_t)(stop - text));
		text = eol != NULL ? eol + 1 : end;
	}
}

static enum rc build(const char *text, struct document **out, struct err *e)
{
	struct diags remarks = DIAGS_INIT;
	struct draft draft;
	enum rc rc;

	draft_init(&draft);
	fill(&draft, text);
	draft_end(&draft);
	rc = document_build(
		&draft, METHOD_INTERVIEW, hints, sizeof hints / sizeof *hints, out, &remarks, e);
	draft_release(&draft);
	diags_release(&remarks);
	return rc;
}

/* --- one test --- */

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
static void list_hits(const struct engine *g, const struct code *code, struct buf *out)
{
	for (size_t i = 0; i < code->nrules; i++)
		if (rule_hits(g, code->rules[i]))
			buf_printf(out, "%s%s", out->len > 0 ? ", " : "", code->rules[i]->key);
	if (out->len == 0)
		buf_adds(out, "none");
}

static void complain(struct selftest *t, const struct test *test, const struct code *code,
	const struct rule *rule, bool hit)
{
	struct buf hits = BUF_INIT;
	struct diag *g;

	list_hits(t->g, code, &hits);
	if (rule != NULL)
		g = diag_place(t->d, DIAG_ERROR, "E100", t->cb, &test->at,
			hit ? "rule '%s' hits this text and should not"
			    : "rule '%s' does not hit this text",
			rule->key);
	else
		g = diag_place(t->d, DIAG_ERROR, "E100", t->cb, &test->at,
			hit ? "code '%s' is suggested for this text and should not be"
			    : "code '%s' is not suggested for this text",
			code->key);
	diag_hint(t->d, g, "rules of '%s' that hit: %s", code->key, hits.data);
	buf_release(&hits);
}

static void judge(struct selftest *t, const struct test *test, const struct code *code,
	const struct rule *rule, bool hit)
{
	bool todo = test->kind == TEST_TODO_HIT || test->kind == TEST_TODO_MISS;
	bool passed = hit == (test->kind == TEST_HIT || test->kind == TEST_TODO_HIT);

	if (todo && passed) {
		t->result->todo_passed++;
		diag_place(t->d, DIAG_REMARK, "R100", t->cb, &test->at,
			"this test passes now: write '%s'",
			test->kind == TEST_TODO_HIT ? "test hit" : "test miss");
	} else if (todo) {
		t->result->todo++;
	} else if (passed) {
		t->result->passed++;
	} else {
		t->result->failed++;
		complain(t, test, code, rule, hit);
	}
}

static enum rc run_test(struct selftest *t, const struct test *test, const struct code *code,
	const struct rule *rule)
{
	struct document *doc = NULL;
	bool hit = false;

	t->g->hits.n = 0;
	/* A text without a word is no document, and hits nothing. */
	if (test->text[strspn(test->text, " \n")] != '\0') {
		enum rc rc = build(test->text, &doc, t->e);

		if (rc != RC_OK)
			return err_wrap(t->e, "test at line %u", test->at.line);
		engine_find_hits(t->g, doc, t->d);
		hit = rule != NULL ? rule_hits(t->g, rule) : code_suggested(t->g, code, t->e);
	}
	judge(t, test, code, rule, hit);
	document_free(doc);
	return RC_OK;
}

static enum rc run_code(struct selftest *t, const struct code *code)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < code->ntests && rc == RC_OK; i++)
		rc = run_test(t, &code->tests[i], code, NULL);
	for (size_t i = 0; i < code->nrules && rc == RC_OK; i++) {
		const struct rule *rule = code->rules[i];

		for (size_t k = 0; k < rule->ntests && rc == RC_OK; k++)
			rc = run_test(t, &rule->tests[k], code, rule);
	}
	return rc;
}

enum rc selftest_run(
	const struct codebook *cb, struct selftest_result *result, struct diags *d, struct err *e)
{
	struct selftest t = { NULL, cb, result, d, e };
	enum rc rc;

	memset(result, 0, sizeof *result);
	rc = engine_new(&cb, 1, &t.g, d, e);
	if (rc != RC_OK)
		return rc;
	t.g->testing = true;
	vec_each (struct code *, code, &cb->codes)
		if (rc == RC_OK)
			rc = run_code(&t, *code);
	engine_free(t.g);
	return rc;
}
