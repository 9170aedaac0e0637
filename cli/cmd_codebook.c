/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>
#include <string.h>

#include "cli/cmd.h"
#include "cli/codebook_subs.h"
#include "cli/load.h"
#include "cli/say.h"
#include "cli/show.h"
#include "cli/sub.h"
#include "codebooks/library.h"
#include "coder/selftest.h"

static const char *const formats[] = { "text", "csv", "json", "html", NULL };

static struct codebook_options options;

static const struct opt opts[] = {
	{ .name = "format",
		.kind = OPT_CHOICE,
		.value = &options.format,
		.arg = "text|csv|json|html",
		.choices = formats,
		.help = "how to write: list and export text, csv, json; show text, json, html" },
	{ .name = "output",
		.letter = 'o',
		.kind = OPT_TEXT,
		.value = &options.output,
		.arg = "FILE",
		.help = "file to write instead of standard output" },
	{ .name = "name",
		.kind = OPT_TEXT,
		.value = &options.name,
		.arg = "NAME",
		.help = "import, copy: how the new codebook is called" },
	{ .name = "from",
		.kind = OPT_TEXT,
		.value = &options.from,
		.arg = "FORMAT",
		.help = "import: liwc, dicx, yoshikoder, wordstat, lexicoder, yaml, khcoder or "
			"csv" },
	{ .name = "encoding",
		.kind = OPT_TEXT,
		.value = &options.encoding,
		.arg = "ENCODING",
		.help = "import: of a file that is not UTF-8, such as iso-8859-2 or shift-jis" },
	{ .name = "language",
		.kind = OPT_TEXT,
		.value = &options.language,
		.arg = "LANG",
		.help = "import: language of the words, such as id or en" },
	{ .name = "check",
		.kind = OPT_FLAG,
		.value = &options.check,
		.help = "fmt: write nothing; status 1 when the file is not laid out" },
	{ .name = "write",
		.kind = OPT_FLAG,
		.value = &options.write,
		.help = "fmt: write the file itself" },
	{ .name = "sentences",
		.kind = OPT_TEXT,
		.value = &options.sentences,
		.arg = "FILE",
		.help = "test: labelled sentences, lines TEXT<tab>CODE<tab>hit|miss" },
};

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
	c->writer = writer_by_name(formats[options.format]);
	if (rc == RC_OK && c->writer == NULL)
		rc = err_set(e, RC_USAGE, "list writes text, csv or json, not html");
	for (size_t i = 0; rc == RC_OK && i < files.n; i++)
		rc = add_library_row(&t, files.items[i], c->lang, e);
	if (rc == RC_OK)
		show_table(c, &t);
	else
		table_release(&t);
	file_list_release(&files);
	return rc;
}

static enum rc run_show(struct ctx *c, struct err *e)
{
	return codebook_show(c, &options, e);
}

static enum rc run_import(struct ctx *c, struct err *e)
{
	return codebook_import(c, &options, e);
}

static enum rc run_export(struct ctx *c, struct err *e)
{
	return codebook_export(c, &options, e);
}

static enum rc run_copy(struct ctx *c, struct err *e)
{
	return codebook_copy(c, &options, e);
}

static enum rc run_fmt(struct ctx *c, struct err *e)
{
	return codebook_fmt(c, &options, e);
}

static enum rc run_forms(struct ctx *c, struct err *e)
{
	return codebook_forms(c, &options, e);
}

static enum rc run_test(struct ctx *c, struct err *e)
{
	return codebook_test(c, &options, e);
}

/* An option that the sub-command does not know would be passed over in silence. */
static enum rc check_options(const struct ctx *c, struct err *e)
{
	const char *sub = c->rest.n > 0 ? c->rest.items[0] : "";
	const struct {
		bool given;
		const char *name, *with, *or_with;
	} rows[] = {
		{ options.from != NULL, "from", "import", "" },
		{ options.encoding != NULL, "encoding", "import", "" },
		{ options.language != NULL, "language", "import", "" },
		{ options.name != NULL, "name", "import", "copy" },
		{ options.sentences != NULL, "sentences", "test", "" },
		{ options.check, "check", "fmt", "" },
		{ options.write, "write", "fmt", "" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].given && strcmp(sub, rows[i].with) != 0 &&
			strcmp(sub, rows[i].or_with) != 0)
			return err_set(e, RC_USAGE, "--%s goes with %s%s%s only", rows[i].name,
				rows[i].with, rows[i].or_with[0] != '\0' ? " and " : "",
				rows[i].or_with);
	return RC_OK;
}

static enum rc run(struct ctx *c, struct err *e)
{
	static const struct sub subs[] = {
		{ "check", 1, SIZE_MAX, "check FILE|NAME...", run_check },
		{ "test", 1, 1, "test FILE|NAME", run_test },
		{ "fmt", 1, 1, "fmt FILE", run_fmt },
		{ "forms", 1, 1, "forms FILE|NAME", run_forms },
		{ "show", 1, 1, "show FILE|NAME", run_show },
		{ "copy", 1, 1, "copy FILE|NAME", run_copy },
		{ "import", 1, 1, "import FILE", run_import },
		{ "export", 1, 1, "export FILE|NAME", run_export },
		{ "list", 0, 0, "list", run_list },
	};

	enum rc rc = check_options(c, e);

	return rc == RC_OK ? sub_run(c, subs, sizeof subs / sizeof *subs, e) : rc;
}

const struct cmd cmd_codebook = {
	.name = "codebook",
	.args = "check|test|fmt|forms|show|copy|import|export FILE|NAME | list",
	.summary = "Check, show, copy, import and export codebooks; list the shipped ones",
	.group = "codebooks",
	.opts = opts,
	.nopts = sizeof opts / sizeof *opts,
	.help = "check finds all errors in one run, each with file, line, column and what was "
		"meant, and then\n"
		"runs the tests that stand in the file. Status 3: errors; 1: a test fails.\n\n"
		"test runs these tests and, with --sentences, those of a file, and shows why a "
		"failed one fails.\n"
		"fmt writes the file in one layout. forms shows the words of the corpus behind "
		"each "
		"~root and glob.\n"
		"show writes the codes with definitions and rules (html: to print as an "
		"appendix).\n"
		"copy writes the file to start your own from. import makes a codebook of a "
		"dictionary or code list\n"
		"of another program and says what it could not carry. export writes a code "
		"list.\n\n"
		"  tema codebook check my.codebook\n"
		"  tema codebook show jones\n"
		"  tema codebook show jones --format html -o lampiran.html\n"
		"  tema codebook copy jones > my.codebook\n"
		"  tema codebook import kamus.dic -o kamus.codebook\n"
		"  tema codebook export jones --format csv -o jones.csv\n",
	.run = run,
};
