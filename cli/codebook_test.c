/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tema codebook test: the tests of a codebook and labelled sentences; why a failed one fails. */
#include "base/file.h"
#include "cli/codebook_subs.h"
#include "cli/load.h"
#include "cli/say.h"
#include "codebooks/messages.h"
#include "coder/explain.h"
#include "coder/selftest.h"

#define SENTENCES_MAX (64u << 20)

struct testing {
	struct buf out;	 /* text */
	struct table *t; /* or the table */
	struct diags *d;
	struct selftest_result sentences; /* the labelled ones among all */
};

static void count_outcome(struct selftest_result *r, enum selftest_outcome outcome)
{
	unsigned *const counts[] = { &r->passed, &r->failed, &r->todo, &r->todo_passed };

	++*counts[outcome];
}

/* Of a test that should miss what hits; of one that should hit, what is near, too. */
static bool tells(const struct selftest_case *c, const struct explain_rule *r)
{
	return c->rule != NULL || r->hit || (!c->hit && explain_is_near(r));
}

static void print_why(const struct selftest_case *c, struct buf *out, struct diags *d)
{
	struct explanation x;

	if (c->doc == NULL)
		return;
	explain_document(c->engine, c->doc, c->code, c->rule, &x, d);
	vec_each (struct explain_rule, r, &x.rules) {
		if (!tells(c, r))
			continue;
		buf_printf(out, "      %s:%s\n", c->code->key, r->rule->key);
		explain_print(r, 8, out);
	}
	explain_release(&x);
}

static void add_row(struct table *t, const struct selftest_case *c, const char *why)
{
	static const char *const kinds[] = { "hit", "miss", "todo-hit", "todo-miss" };
	static const char *const outcomes[] = { "passed", "failed", "todo", "todo passes" };

	table_row(t);
	table_text(t, c->file != NULL ? c->file : c->book->files.items[c->test->at.file].name);
	table_number(t, c->test->at.line);
	table_text(t, c->code->full);
	table_text(t, c->rule != NULL ? c->rule->key : NULL);
	table_text(t, kinds[c->test->kind]);
	table_text(t, outcomes[c->outcome]);
	table_text(t, c->test->text);
	table_text(t, why);
}

static enum rc note(const struct selftest_case *c, void *arg, struct err *e)
{
	struct testing *k = arg;
	struct diags one = DIAGS_INIT;
	struct buf why = BUF_INIT;

	(void)e;
	one.lang = k->d->lang;
	selftest_diag(c, &one);
	if (c->file != NULL)
		count_outcome(&k->sentences, c->outcome);
	if (c->outcome == SELFTEST_FAILED)
		print_why(c, &why, k->d);
	if (k->t != NULL) {
		add_row(k->t, c, why.len > 0 ? why.data : NULL);
	} else {
		diag_print_all(&one, &k->out);
		buf_add(&k->out, why.data, why.len);
	}
	buf_release(&why);
	diags_release(&one);
	return RC_OK;
}

static enum rc read_labels(const struct ctx *c, const char *path, const struct codebook *cb,
	struct selftest_labels *l, struct err *e)
{
	struct diags d = DIAGS_INIT;
	struct buf bytes = BUF_INIT;
	enum rc rc = file_read(path, SENTENCES_MAX, &bytes, e);

	d.lang = c->says;
	if (rc == RC_OK)
		rc = selftest_labels_read(l, path, bytes.data, bytes.len, cb, &d, e);
	say_diags(&d);
	diags_release(&d);
	buf_release(&bytes);
	return rc;
}

static void add_count(
	struct buf *out, const char *lang, unsigned n, enum message one, enum message several)
{
	if (n > 0)
		buf_printf(out, message_text(n == 1 ? one : several, lang), n);
}

static void print_sum(const char *lang, const struct selftest_result *r, enum message one,
	enum message several, const char *name, struct buf *out)
{
	unsigned all = r->passed + r->failed + r->todo + r->todo_passed;

	buf_printf(out, message_text(all == 1 ? one : several, lang), name, r->passed, all);
	add_count(out, lang, r->failed, MSG_S_FAILS, MSG_S_FAIL);
	add_count(out, lang, r->todo, MSG_S_TODO, MSG_S_TODO);
	add_count(out, lang, r->todo_passed, MSG_S_TODO_PASSES, MSG_S_TODO_PASS);
	buf_addc(out, '\n');
}

/* A line for the codebook's own tests, and one for the labelled sentences. */
static void print_sums(const char *lang, const struct codebook *cb, const struct selftest_labels *l,
	const struct selftest_result *all, struct testing *k)
{
	const struct selftest_result *s = &k->sentences;
	const struct selftest_result own = { all->passed - s->passed, all->failed - s->failed,
		all->todo - s->todo, all->todo_passed - s->todo_passed };

	if (l->file == NULL || own.passed + own.failed + own.todo + own.todo_passed > 0)
		print_sum(lang, &own, MSG_S_TEST_PASS, MSG_S_TESTS_PASS, cb->name, &k->out);
	if (l->file != NULL)
		print_sum(lang, s, MSG_S_SENTENCE_AS_LABELLED, MSG_S_SENTENCES_AS_LABELLED,
			file_base(l->file), &k->out);
}

static void make_table(struct table *t)
{
	static const char *const keys[] = { "file", "line", "code", "rule", "label", "outcome",
		"text", "why" };

	table_init(t, "tests", "");
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		table_column(t, keys[i], keys[i], i == 1 ? COLUMN_INT : COLUMN_TEXT, 0);
}

static enum rc test_book(struct ctx *c, const struct codebook_options *o, const struct codebook *cb,
	const struct selftest_labels *l, struct err *e)
{
	const struct writer *writer = o->format == CODEBOOK_JSON ? &writer_json : &writer_csv;
	const struct writer_options options = { c->lang, 0, false };
	struct diags d = DIAGS_INIT;
	struct table t;
	struct testing k = { BUF_INIT, o->format == CODEBOOK_TEXT ? NULL : &t, &d, { 0 } };
	struct selftest_result result = { 0 };
	enum rc rc;

	d.lang = c->says;
	make_table(&t);
	rc = selftest_each(cb, l, &result, note, &k, &d, e);
	say_diags_from(&d, rc == RC_OK ? DIAG_WARNING : DIAG_REMARK);
	if (rc == RC_OK && k.t != NULL)
		writer->write(&t, &options, &k.out);
	else if (rc == RC_OK)
		print_sums(d.lang, cb, l, &result, &k);
	if (rc == RC_OK)
		rc = codebook_write(c, o, &k.out, e);
	if (rc == RC_OK && result.failed > 0)
		rc = err_set(e, RC_PART,
			message_text(result.failed == 1 ? MSG_S_TEST_OF : MSG_S_TESTS_OF, d.lang),
			result.failed, cb->name);
	table_release(&t);
	buf_release(&k.out);
	diags_release(&d);
	return rc;
}

enum rc codebook_test(struct ctx *c, const struct codebook_options *o, struct err *e)
{
	struct selftest_labels labels = { .arena = ARENA_INIT };
	struct diags d = DIAGS_INIT;
	struct codebook *cb = NULL;
	enum rc rc = RC_OK;

	if (o->format == CODEBOOK_HTML)
		return err_set(e, RC_USAGE, "test writes text, csv or json");
	d.lang = c->says;
	rc = load_codebook(c->rest.items[0], &cb, &d, e);
	say_diags_from(&d, DIAG_ERROR);
	if (rc == RC_OK && o->sentences != NULL)
		rc = read_labels(c, o->sentences, cb, &labels, e);
	if (rc == RC_OK)
		rc = test_book(c, o, cb, &labels, e);
	selftest_labels_release(&labels);
	codebook_free(cb);
	diags_release(&d);
	return rc;
}
