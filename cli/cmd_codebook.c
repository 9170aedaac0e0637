/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>
#include <string.h>

#include "base/listed.h"
#include "cli/cmd.h"
#include "cli/codebook_subs.h"
#include "cli/load.h"
#include "cli/say.h"
#include "cli/show.h"
#include "cli/sub.h"
#include "codebooks/library.h"

static const char *const formats[] = { "text", "csv", "json", "html", NULL };

static struct codebook_options options = { .format = -1, .limit = -1 };

static const struct opt opts[] = {
	{ .name = "format",
		.kind = OPT_CHOICE,
		.value = &options.format,
		.arg = "text|csv|json|html",
		.choices = formats,
		.help = "how to write: check, test, forms, list text, csv, json; diff text, json; "
			"export csv, json; show text, json, html" },
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
	{ .name = "explain",
		.kind = OPT_TEXT,
		.value = &options.explain,
		.arg = "ID",
		.help = "check: what a message means, such as W057, with an example" },
	{ .name = "limit",
		.kind = OPT_NUMBER,
		.value = &options.limit,
		.arg = "N",
		.min = 0,
		.max = 1000000,
		.help = "diff: at most N places of one kind and code (0 = all; text: 5)" },
};

static bool is_first(const struct codebook *cb, size_t at)
{
	const struct code *target = cb->extensions.items[at].target;

	for (size_t i = 0; i < at; i++)
		if (cb->extensions.items[i].target->book == target->book)
			return false;
	return true;
}

/* "jones"; of a codebook without codes what it is. */
static void add_extends(struct table *t, const struct codebook *cb)
{
	struct buf names = BUF_INIT;

	if (cb->codes.n == 0)
		buf_adds(&names, "(word lists)");
	for (size_t i = 0; i < cb->extensions.n; i++)
		if (is_first(cb, i))
			buf_printf(&names, "%s%s", names.len > 0 ? ", " : "",
				cb->extensions.items[i].target->book->name);
	table_text(t, names.data);
	buf_release(&names);
}

static enum rc add_library_row(
	struct table *t, const char *path, const char *lang, const char *says, struct err *e)
{
	struct codebook *cb = NULL;
	struct diags d = DIAGS_INIT;
	enum rc rc;

	d.lang = says;
	rc = codebook_load(path, &cb, &d, e);
	if (rc == RC_OK) {
		table_row(t);
		table_text(t, cb->name);
		table_text(t, cb->declared);
		table_number(t, (double)cb->codes.n);
		add_extends(t, cb);
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
	table_column(&t, "extends", "extends", COLUMN_CODE, 0);
	table_column(&t, "title", "title", COLUMN_TEXT, 0);
	if (rc == RC_OK && options.format == CODEBOOK_HTML)
		rc = err_set(e, RC_USAGE, "list writes text, csv or json, not html");
	for (size_t i = 0; rc == RC_OK && i < files.n; i++)
		rc = add_library_row(&t, files.items[i], c->lang, c->says, e);
	if (rc == RC_OK)
		rc = codebook_write_table(c, &options, &t, e);
	else
		table_release(&t);
	file_list_release(&files);
	return rc;
}

static enum rc run_check(struct ctx *c, struct err *e)
{
	return codebook_check(c, &options, e);
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

static enum rc run_diff(struct ctx *c, struct err *e)
{
	return codebook_diff(c, &options, e);
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
		const char *name, *with;
	} rows[] = {
		{ options.format >= 0, "--format", "check, test, forms, diff, show, export, list" },
		{ options.from != NULL, "--from", "import" },
		{ options.encoding != NULL, "--encoding", "import" },
		{ options.language != NULL, "--language", "import" },
		{ options.name != NULL, "--name", "import, copy" },
		{ options.sentences != NULL, "--sentences", "test" },
		{ options.check, "--check", "fmt" },
		{ options.write, "--write", "fmt" },
		{ options.explain != NULL, "--explain", "check" },
		{ options.limit >= 0, "--limit", "diff" },
		{ c->project_path != NULL, "-p", "check, forms, diff, copy" },
		{ c->original, "--original", "check, forms, diff" },
	};

	if (sub[0] == '\0')
		return RC_OK;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].given && !listed(rows[i].with, sub))
			return err_set(e, RC_USAGE, "%s does not go with '%s', but with: %s",
				rows[i].name, sub, rows[i].with);
	return RC_OK;
}

static enum rc run(struct ctx *c, struct err *e)
{
	static const struct sub subs[] = {
		{ "check", 0, SIZE_MAX, "check FILE|NAME... [-p PROJECT] | check --explain ID",
			run_check },
		{ "test", 1, 1, "test FILE|NAME", run_test },
		{ "fmt", 1, 1, "fmt FILE", run_fmt },
		{ "forms", 1, 1, "forms FILE|NAME", run_forms },
		{ "diff", 1, 2, "diff [FILE|NAME] FILE|NAME [-p PROJECT]", run_diff },
		{ "show", 1, 1, "show FILE|NAME", run_show },
		{ "copy", 1, 1, "copy FILE|NAME [-p PROJECT]", run_copy },
		{ "import", 1, 1, "import FILE", run_import },
		{ "export", 1, 1, "export FILE|NAME", run_export },
		{ "list", 0, 0, "list", run_list },
	};

	enum rc rc = check_options(c, e);

	if (options.format < 0)
		options.format = c->rest.n > 0 && strcmp(c->rest.items[0], "export") == 0
					 ? CODEBOOK_CSV
					 : CODEBOOK_TEXT;
	return rc == RC_OK ? sub_run(c, subs, sizeof subs / sizeof *subs, e) : rc;
}

const struct cmd cmd_codebook = {
	.name = "codebook",
	.args = "check|test|fmt|forms|diff|show|copy|import|export FILE|NAME | list",
	.summary = "Check, show, copy, import and export codebooks; list the shipped ones",
	.group = "codebooks",
	.opts = opts,
	.nopts = sizeof opts / sizeof *opts,
	.help = "check finds all errors in one run, each with file, line, column and what was "
		"meant, and then\n"
		"runs the tests that stand in the file. Status 3: errors; 1: a test fails. "
		"With -p PROJECT it\n"
		"also warns of what does not fit the project's texts: what never matches, is "
		"everywhere, is missed.\n\n"
		"test runs these tests and, with --sentences, those of a file, and shows why a "
		"failed one fails.\n"
		"fmt writes the file in one layout. forms shows the words of the corpus behind "
		"each "
		"~root and glob.\n"
		"diff A B tells what B changes in A (layout and order change nothing); diff B -p "
		"PROJECT compares\n"
		"with the version in use and shows which suggestions and decisions that "
		"concerns.\n"
		"show writes the codes with definitions and rules (html: to print as an "
		"appendix).\n"
		"copy writes the file to start your own from. import makes a codebook of a "
		"dictionary or code list\n"
		"of another program and says what it could not carry. export writes a code "
		"list.\n\n"
		"  tema codebook check my.codebook\n"
		"  tema codebook show jones\n"
		"  tema codebook diff my.codebook -p study.tema\n"
		"  tema codebook show jones --format html -o lampiran.html\n"
		"  tema codebook copy jones > my.codebook\n"
		"  tema codebook import kamus.dic -o kamus.codebook\n"
		"  tema codebook export jones --format csv -o jones.csv\n",
	.run = run,
};
