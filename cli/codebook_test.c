/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tema codebook test: the tests of a codebook and labelled sentences; why a failed one fails. */
#include "base/file.h"
#include "cli/codebook_subs.h"
#include "cli/load.h"
#include "cli/say.h"
#include "coder/explain.h"
#include "coder/selftest.h"

#define SENTENCES_MAX (64u << 20)

struct testing {
	struct buf out;	 /* text */
	struct table *t; /* or the table */
	struct diags *d;
};

/* Of a test that should miss what hits; of one that should hit, what is near, too. */
static bool tells(const struct selftest_case *c, const struct explain_rule *r)
{
	return c->rule != NULL || r->hit || (!c->hit && explain_is_near(r));
}

static enum rc print_why(
	const struct selftest_case *c, struct buf *out, struct diags *d, struct err *e)
{
	struct explanation x = { .arena = ARENA_INIT };
	enum rc rc;

	if (c->doc == NULL)
		return RC_OK;
	rc = explain_document(c->engine, c->doc, c->code, c->rule, &x, d, e);
	if (rc == RC_OK) {
		vec_each (struct explain_rule, r, &x.rules) {
			if (!tells(c, r))
				continue;
			buf_printf(out, "      %s:%s\n", c->code->key, r->rule->key);
			explain_print(r, 8, out);
		}
	}
	explain_release(&x);
	return rc;
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
	enum rc rc = RC_OK;

	selftest_diag(c, &one);
	if (c->outcome == SELFTEST_FAILED)
		rc = print_why(c, &why, k->d, e);
	if (k->t != NULL) {
		add_row(k->t, c, why.len > 0 ? why.data : NULL);
	} else {
		diag_print_all(&one, &k->out);
		buf_add(&k->out, why.data, why.len);
	}
	buf_release(&why);
	diags_release(&one);
	return rc;
}

static enum rc read_labels(
	const char *path, const struct codebook *cb, struct selftest_labels *l, struct err *e)
{
	struct diags d = DIAGS_INIT;
	struct buf bytes = BUF_INIT;
	enum rc rc = file_read(path, SENTENCES_MAX, &bytes, e);

	if (rc == RC_OK)
		rc = selftest_labels_read(l, path, bytes.data, bytes.len, cb, &d, e);
	say_diags(&d);
	diags_release(&d);
	buf_release(&bytes);
	return rc;
}

static void print_sum(const struct codebook *cb, const struct selftest_result *r, struct buf *out)
{
	unsigned all = r->passed + r->failed + r->todo + r->todo_passed;

	buf_printf(out, "%s: %u of %u test%s pass", cb->name, r->passed, all, plural(all));
	if (r->failed > 0)
		buf_printf(out, ", %u fail%s", r->failed, r->failed == 1 ? "s" : "");
	if (r->todo > 0)
		buf_printf(out, ", %u todo", r->todo);
	if (r->todo_passed > 0)
		buf_printf(
			out, ", %u todo pass%s", r->todo_passed, r->todo_passed == 1 ? "es" : "");
	buf_addc(out, '\n');
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
	struct testing k = { BUF_INIT, o->format == CODEBOOK_TEXT ? NULL : &t, &d };
	struct selftest_result result = { 0 };
	enum rc rc;

	make_table(&t);
	rc = selftest_each(cb, l, &result, note, &k, &d, e);
	say_diags_from(&d, rc == RC_OK ? DIAG_WARNING : DIAG_REMARK);
	if (rc == RC_OK && k.t != NULL)
		writer->write(&t, &options, &k.out);
	else if (rc == RC_OK)
		print_sum(cb, &result, &k.out);
	if (rc == RC_OK)
		rc = codebook_write(c, o, &k.out, e);
	if (rc == RC_OK && result.failed > 0)
		rc = err_set(e, RC_PART, "%u test%s of '%s' fail%s", result.failed,
			plural(result.failed), cb->name, result.failed == 1 ? "s" : "");
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
	rc = load_codebook(c->rest.items[0], &cb, &d, e);
	say_diags_from(&d, DIAG_ERROR);
	if (rc == RC_OK && o->sentences != NULL)
		rc = read_labels(o->sentences, cb, &labels, e);
	if (rc == RC_OK)
		rc = test_book(c, o, cb, &labels, e);
	selftest_labels_release(&labels);
	codebook_free(cb);
	diags_release(&d);
	return rc;
}
