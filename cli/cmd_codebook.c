/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>
#include <string.h>

#include "cli/cmd.h"
#include "cli/load.h"
#include "cli/say.h"
#include "cli/show.h"
#include "cli/sub.h"
#include "codebooks/library.h"
#include "coder/selftest.h"

static void count_rules(const struct codebook *cb, size_t *rules, size_t *keywords, size_t *tests)
{
	*rules = *keywords = *tests = 0;
	vec_each (struct code *const, code, &cb->codes) {
		*tests += (*code)->ntests;
		for (size_t i = 0; i < (*code)->nrules; i++) {
			const struct rule *rule = (*code)->rules[i];

			*tests += rule->ntests;
			*(rule->is_keyword ? keywords : rules) += 1;
		}
	}
}

static enum rc check_one(struct ctx *c, const char *name, struct err *e)
{
	struct codebook *cb = NULL;
	struct diags d = DIAGS_INIT;
	struct selftest_result tests = { 0 };
	enum rc rc = load_codebook(name, &cb, &d, e);
	struct buf out = BUF_INIT;
	size_t nrules, nkeywords, ntests;

	if (rc == RC_OK)
		rc = selftest_run(cb, &tests, &d, e);
	say_diags(&d);
	if (rc == RC_OK) {
		count_rules(cb, &nrules, &nkeywords, &ntests);
		buf_printf(&out, "%s: %zu code%s, %zu rule%s, %zu keyword%s, %u of %zu test%s pass",
			cb->name, cb->codes.n, plural(cb->codes.n), nrules, plural(nrules),
			nkeywords, plural(nkeywords), tests.passed, ntests, plural(ntests));
		if (tests.todo > 0)
			buf_printf(&out, ", %u todo", tests.todo);
		if (d.count[DIAG_WARNING] > 0)
			buf_printf(&out, ", %u warning%s", d.count[DIAG_WARNING],
				plural(d.count[DIAG_WARNING]));
		buf_addc(&out, '\n');
		out_put(&out);
		if (tests.failed > 0)
			rc = err_set(e, RC_PART, "%u of the codebook's own tests fail%s",
				tests.failed, tests.failed == 1 ? "s" : "");
	}
	(void)c;
	buf_release(&out);
	codebook_free(cb);
	diags_release(&d);
	return rc;
}

static enum rc run_check(struct ctx *c, struct err *e)
{
	enum rc worst = RC_OK;

	vec_each (const char *, name, &c->rest) {
		struct err one = ERR_INIT;
		enum rc rc = check_one(c, *name, &one);

		if (rc != RC_OK && c->rest.n > 1)
			say_error("codebook", &one);
		if (rc > worst) {
			worst = rc;
			*e = one;
		}
	}
	if (worst != RC_OK && c->rest.n > 1)
		e->msg[0] = '\0';
	return worst;
}

static enum rc add_library_row(struct table *t, const char *path, const char *lang, struct err *e)
{
	struct codebook *cb = NULL;
	struct diags d = DIAGS_INIT;
	enum rc rc = codebook_load(path, &cb, &d, e);

	if (rc == RC_OK) {
		table_row(t);
		table_text(t, cb->name);
		table_text(t, cb->declared);
		table_number(t, (double)cb->codes.n);
		table_text(t, localised_text(cb->title, lang));
	}
	say_diags(&d);
	codebook_free(cb);
	diags_release(&d);
	return rc;
}

static enum rc run_list(struct ctx *c, struct err *e)
{
	struct file_list files = VEC_INIT;
	struct table t;
	enum rc rc = library_list(&files, e);

	table_init(&t, "codebooks", "");
	table_column(&t, "name", "name", COLUMN_CODE, 0);
	table_column(&t, "version", "version", COLUMN_CODE, 0);
	table_column(&t, "codes", "codes", COLUMN_INT, 0);
	table_column(&t, "title", "title", COLUMN_TEXT, 0);
	for (size_t i = 0; rc == RC_OK && i < files.n; i++)
		rc = add_library_row(&t, files.items[i], c->lang, e);
	if (rc == RC_OK)
		show_table(c, &t);
	else
		table_release(&t);
	file_list_release(&files);
	return rc;
}

static enum rc run(struct ctx *c, struct err *e)
{
	static const struct sub subs[] = {
		{ "check", 1, SIZE_MAX, "check FILE|NAME...", run_check },
		{ "list", 0, 0, "list", run_list },
	};

	return sub_run(c, subs, sizeof subs / sizeof *subs, e);
}

const struct cmd cmd_codebook = {
	.name = "codebook",
	.args = "check FILE|NAME... | list",
	.summary = "Check codebook files and run their tests; list the shipped ones",
	.group = "codebooks",
	.flags = CMD_FORMAT,
	.help = "check finds all errors in one run, each with file, line, column and what was "
		"meant, and then\n"
		"runs the tests that stand in the file. Status 3: errors; 1: a test fails.\n\n"
		"  tema codebook check my.codebook\n"
		"  tema codebook check jones\n",
	.run = run,
};
