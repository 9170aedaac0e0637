/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/file.h"
#include "cli/cmd.h"
#include "cli/filter.h"
#include "cli/say.h"
#include "cli/sub.h"
#include "reports/report.h"

static const char *const formats[] = { "html", "csv", NULL };
static const char *const include[] = { "confirmed", "suggested", NULL };

static const char *output, *group, *by_coder, *codebook;
static int format, included;
static const char *const units[] = { "sentence", "turn", "paragraph", "document", NULL };
static int unit_index; /* the kinds of units from UNIT_SENTENCE on */

static const struct opt opts[] = {
	{ .name = "output",
		.letter = 'o',
		.kind = OPT_TEXT,
		.value = &output,
		.arg = "FILE",
		.help = "file to write; with --format csv a folder" },
	{ .name = "format",
		.kind = OPT_CHOICE,
		.value = &format,
		.arg = "html|csv",
		.choices = formats,
		.help = "html (default): one file; csv: one file a table" },
	{ .name = "include",
		.kind = OPT_CHOICE,
		.value = &included,
		.arg = "suggested",
		.choices = include,
		.help = "count open suggestions too, marked as such" },
	{ .name = "unit",
		.kind = OPT_CHOICE,
		.value = &unit_index,
		.arg = "UNIT",
		.choices = units,
		.help = "of co-occurrence: sentence (default), turn, paragraph or document" },
	{ .name = "group",
		.kind = OPT_TEXT,
		.value = &group,
		.arg = "VARIABLE",
		.help = "variable that groups informants (kelompok, group)" },
	{ .name = "by",
		.kind = OPT_TEXT,
		.value = &by_coder,
		.arg = "CODER",
		.help = "only this coder's codings" },
	{ .name = "codebook",
		.letter = 'c',
		.kind = OPT_TEXT,
		.value = &codebook,
		.arg = "NAME",
		.help = "only codes of this codebook" },
};

static enum rc study_options(struct ctx *c, struct study_options *o, struct err *e)
{
	*o = (struct study_options){ .lang = c->lang,
		.include_suggested = included == 1,
		.unit = (enum unit_kind)(UNIT_SENTENCE + unit_index),
		.group = group,
		.codebook = codebook };
	if (format == 1 && strcmp(output, "-") == 0)
		return err_set(e, RC_USAGE, "--format csv writes several files; give a folder");
	return by_coder != NULL ? store_coder_find(c->store, by_coder, &o->coder, e) : RC_OK;
}

static enum rc write_html(const struct study *st, struct store *s, struct err *e)
{
	struct buf html = BUF_INIT;
	enum rc rc = report_html(st, s, &html, e);

	if (rc == RC_OK && strcmp(output, "-") == 0)
		out_put(&html);
	else if (rc == RC_OK)
		rc = file_write(output, html.data, html.len, e);
	buf_release(&html);
	return rc;
}

static enum rc write_csv(
	const struct ctx *c, const struct study *st, struct store *s, struct err *e)
{
	struct file_list written = VEC_INIT;
	enum rc rc = report_csv(st, s, output, &written, e);

	if (rc == RC_OK && !c->quiet)
		vec_each (char *, path, &written)
			say_plain("wrote %s", *path);
	file_list_release(&written);
	return rc;
}

static enum rc run(struct ctx *c, struct err *e)
{
	struct study_options o;
	struct study *st = NULL;
	enum rc rc = operands(c, 0, 0, "-o FILE.html", e);

	if (rc == RC_OK && output == NULL)
		rc = err_set(e, RC_USAGE, "say where to: -o FILE.html (or --format csv -o FOLDER)");
	if (rc == RC_OK)
		rc = study_options(c, &o, e);
	if (rc == RC_OK)
		rc = study_load(c->store, &o, &st, e);
	if (rc == RC_OK && group != NULL && st->groups.n == 0)
		rc = err_set(e, RC_NOTFOUND,
			"no informant has the variable '%s'; 'tema speakers' lists them", group);
	if (rc == RC_OK)
		rc = format == 1 ? write_csv(c, st, c->store, e) : write_html(st, c->store, e);
	if (rc == RC_OK && format == 0 && !c->quiet && strcmp(output, "-") != 0)
		say_plain("wrote %s", output);
	if (rc == RC_OK && st->segments.n == 0 && !c->quiet)
		say("nothing is confirmed yet, so the tables are empty; 'tema review' confirms, "
		    "--include suggested "
		    "counts suggestions");
	study_free(st);
	return rc;
}

const struct cmd cmd_report = {
	.name = "report",
	.args = "",
	.summary = "Write the report: theme frequency, groups, co-occurrence, quotations",
	.group = "results",
	.flags = CMD_READ,
	.opts = opts,
	.nopts = sizeof opts / sizeof *opts,
	.help = "One HTML file without any outside part: open it in a browser, print it on A4. It "
		"counts confirmed\n"
		"codings only, unless --include suggested, and says so. Same project, same "
		"bytes.\n\n"
		"  tema report -o laporan.html --lang id\n"
		"  tema report --format csv -o tabel/\n",
	.run = run,
};
