/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tema codebook check: errors, warnings and the codebook's own tests, as text or as a table. */
#include "cli/codebook_subs.h"
#include "cli/load.h"
#include "cli/say.h"
#include "codebooks/messages.h"
#include "coder/selftest.h"

struct checking {
	struct ctx *c;
	struct table *t; /* NULL: text */
};

static const char *word(const struct ctx *c, enum message m)
{
	return message_text(m, c->says);
}

/* --- the last line --- */

struct sum {
	size_t rules, keywords, tests;
};

static struct sum count(const struct codebook *cb)
{
	struct sum s = { 0 };

	vec_each (struct code *const, code, &cb->codes) {
		s.tests += (*code)->ntests;
		for (size_t i = 0; i < (*code)->nrules; i++) {
			const struct rule *rule = (*code)->rules[i];

			s.tests += rule->ntests;
			*(rule->is_keyword ? &s.keywords : &s.rules) += 1;
		}
	}
	return s;
}

static void print_sum(const struct ctx *c, const struct codebook *cb,
	const struct selftest_result *tests, const struct diags *d)
{
	struct sum s = count(cb);
	unsigned warnings = d->count[DIAG_WARNING];
	struct buf out = BUF_INIT;

	buf_printf(
		&out, word(c, cb->codes.n == 1 ? MSG_S_CODE : MSG_S_CODES), cb->name, cb->codes.n);
	buf_printf(&out, word(c, s.rules == 1 ? MSG_S_RULE : MSG_S_RULES), s.rules);
	buf_printf(&out, word(c, s.keywords == 1 ? MSG_S_KEYWORD : MSG_S_KEYWORDS), s.keywords);
	buf_printf(&out, word(c, s.tests == 1 ? MSG_S_OF_TEST : MSG_S_OF_TESTS), tests->passed,
		s.tests);
	if (tests->failed > 0)
		buf_printf(&out, word(c, tests->failed == 1 ? MSG_S_FAILS : MSG_S_FAIL),
			tests->failed);
	if (tests->todo > 0)
		buf_printf(&out, word(c, MSG_S_TODO), tests->todo);
	if (tests->todo_passed > 0)
		buf_printf(&out,
			word(c, tests->todo_passed == 1 ? MSG_S_TODO_PASSES : MSG_S_TODO_PASS),
			tests->todo_passed);
	if (warnings > 0)
		buf_printf(&out, word(c, warnings == 1 ? MSG_S_WARNING : MSG_S_WARNINGS), warnings);
	buf_addc(&out, '\n');
	out_put(&out);
	buf_release(&out);
}

/* --- a table --- */

static void make_table(struct table *t)
{
	static const struct {
		const char *key;
		enum column_kind kind;
	} columns[] = { { "file", COLUMN_TEXT }, { "line", COLUMN_INT }, { "column", COLUMN_INT },
		{ "width", COLUMN_INT }, { "level", COLUMN_CODE }, { "id", COLUMN_CODE },
		{ "text", COLUMN_TEXT }, { "hint", COLUMN_TEXT }, { "excerpt", COLUMN_TEXT } };

	table_init(t, "messages", "");
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
		table_column(t, columns[i].key, columns[i].key, columns[i].kind, 0);
}

static void add_place(struct table *t, uint32_t number)
{
	if (number > 0)
		table_number(t, number);
	else
		table_empty(t);
}

static void add_rows(struct table *t, const struct diags *d)
{
	static const char *const levels[] = { "remark", "warning", "error" };

	vec_each (const struct diag, g, &d->list) {
		table_row(t);
		table_text(t, g->at.file);
		add_place(t, g->at.line);
		add_place(t, g->at.column);
		add_place(t, g->at.width);
		table_text(t, levels[g->level]);
		table_text(t, g->id);
		table_text(t, g->text);
		table_text(t, g->hint);
		table_text(t, g->excerpt);
	}
}

/* --- the command --- */

static enum rc check_one(const struct checking *k, const char *name, struct err *e)
{
	struct codebook *cb = NULL;
	struct diags d = DIAGS_INIT;
	struct selftest_result tests = { 0 };
	enum rc rc;

	d.lang = k->c->says;
	rc = load_codebook(name, &cb, &d, e);
	if (rc == RC_OK)
		rc = selftest_run(cb, &tests, &d, e);
	if (rc == RC_OK && k->c->project_path != NULL)
		rc = codebook_fit(k->c, cb, &d, e);
	if (k->t != NULL)
		add_rows(k->t, &d);
	else
		say_diags(&d);
	if (rc == RC_OK && k->t == NULL)
		print_sum(k->c, cb, &tests, &d);
	if (rc == RC_OK && tests.failed > 0)
		rc = err_set(e, RC_PART,
			word(k->c, tests.failed == 1 ? MSG_S_OWN_TEST : MSG_S_OWN_TESTS),
			tests.failed);
	codebook_free(cb);
	diags_release(&d);
	return rc;
}

/* The worst of all; with several files each tells its own error. */
static enum rc check_all(const struct checking *k, struct err *e)
{
	enum rc worst = RC_OK;

	vec_each (const char *, name, &k->c->rest) {
		struct err one = ERR_INIT;
		enum rc rc = check_one(k, *name, &one);

		if (rc != RC_OK && k->c->rest.n > 1)
			say_error("codebook", &one);
		if (rc > worst) {
			worst = rc;
			*e = one;
		}
	}
	if (worst != RC_OK && k->c->rest.n > 1)
		e->msg[0] = '\0';
	return worst;
}

enum rc codebook_check(struct ctx *c, const struct codebook_options *o, struct err *e)
{
	const struct writer *writer = o->format == CODEBOOK_JSON ? &writer_json : &writer_csv;
	const struct writer_options options = { c->lang, 0, false };
	struct table t;
	struct checking k = { c, o->format == CODEBOOK_TEXT ? NULL : &t };
	struct buf out = BUF_INIT;
	enum rc rc, written = RC_OK;

	if (o->explain != NULL)
		return codebook_explain(c, o, e);
	if (c->rest.n == 0)
		return err_set(e, RC_USAGE,
			"something is missing; usage: tema codebook check "
			"FILE|NAME... | --explain ID");
	if (o->format == CODEBOOK_HTML)
		return err_set(e, RC_USAGE, "check writes text, csv or json");
	if (k.t == NULL && o->output != NULL)
		return err_set(e, RC_USAGE, "check writes to a file with --format csv or json");
	make_table(&t);
	rc = check_all(&k, e);
	if (k.t != NULL) {
		struct err failed = ERR_INIT;

		writer->write(&t, &options, &out);
		written = codebook_write(c, o, &out, &failed);
		if (written != RC_OK)
			*e = failed;
	}
	table_release(&t);
	buf_release(&out);
	return written != RC_OK ? written : rc;
}
