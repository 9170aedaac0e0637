/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>
#include <string.h>

#include "base/file.h"
#include "cli/cmd.h"
#include "cli/filter.h"
#include "cli/say.h"
#include "cli/show.h"
#include "cli/sub.h"
#include "codebooks/messages.h"
#include "project/codes.h"

static const char *parent, *definition, *color, *codebook, *output;
static bool top;

static const struct opt opts[] = {
	{ .name = "codebook",
		.kind = OPT_TEXT,
		.value = &codebook,
		.arg = "NAME",
		.help = "list: only the codes of this one" },
	{ .name = "parent",
		.kind = OPT_TEXT,
		.value = &parent,
		.arg = "CODE",
		.help = "add: the code above it" },
	{ .name = "definition",
		.kind = OPT_TEXT,
		.value = &definition,
		.arg = "TEXT",
		.help = "add: what it means" },
	{ .name = "color",
		.kind = OPT_TEXT,
		.value = &color,
		.arg = "COLOR",
		.help = "add: its colour, such as \"#2b5c8a\"" },
	{ .name = "top",
		.kind = OPT_FLAG,
		.value = &top,
		.help = "move: to the top, under no code" },
	{ .name = "output",
		.letter = 'o',
		.kind = OPT_TEXT,
		.value = &output,
		.arg = "FILE",
		.help = "export: file to write" },
};

/* ---- the list -------------------------------------------------------------------------------- */

/* A tree on a terminal shows what stands where by itself. */
static bool is_text(const struct ctx *c)
{
	return c->writer == &writer_text;
}

static void column(const struct ctx *c, struct table *t, const char *key, enum message title,
	enum column_kind kind)
{
	table_column(t, key, message_text(title, c->says), kind, 0);
}

/* In words for people, else as programs read it. */
static const char *word(const struct ctx *c, enum message m)
{
	return message_text(m, is_text(c) ? c->says : NULL);
}

static void add_columns(const struct ctx *c, struct table *t)
{
	table_init(t, "codes", "");
	column(c, t, "code", MSG_S_COLUMN_CODE, COLUMN_CODE);
	column(c, t, "label", MSG_S_COLUMN_LABEL, COLUMN_TEXT);
	if (!is_text(c))
		table_column(t, "parent", "parent", COLUMN_CODE, 0);
	column(c, t, "color", MSG_S_COLUMN_COLOR, COLUMN_CODE);
	table_optional(t);
	column(c, t, "state", MSG_S_COLUMN_STATE, COLUMN_CODE);
	if (!is_text(c))
		table_column(t, "merged_into", "merged into", COLUMN_CODE, 0);
	column(c, t, "changed", MSG_S_COLUMN_CHANGED, COLUMN_CODE);
	table_optional(t);
	column(c, t, "confirmed", MSG_S_CONFIRMED, COLUMN_INT);
	column(c, t, "rejected", MSG_S_REJECTED, COLUMN_INT);
	column(c, t, "unsure", MSG_S_UNSURE, COLUMN_INT);
	table_optional(t);
	column(c, t, "open", MSG_S_COLUMN_OPEN, COLUMN_INT);
	if (!is_text(c))
		table_column(t, "definition", "definition", COLUMN_TEXT, 0);
}

static const char *state_of(const struct ctx *x, const struct store_code *c)
{
	if (c->merged_into != 0)
		return "merged";
	return word(x, c->gone	    ? MSG_S_STATE_GONE
		       : c->retired ? MSG_S_STATE_RETIRED
				    : MSG_S_STATE_ACTIVE);
}

/* What the project has otherwise than the codebook. */
static void changes_of(const struct ctx *x, const struct store_code *c, struct buf *out)
{
	static const struct {
		enum code_change bit;
		enum message name;
	} all[] = { { CODE_RELABELLED, MSG_S_COLUMN_LABEL }, { CODE_MOVED, MSG_S_CHANGED_PARENT },
		{ CODE_RECOLORED, MSG_S_COLUMN_COLOR } };

	buf_reset(out);
	for (size_t i = 0; i < sizeof all / sizeof *all && !c->is_project; i++)
		if ((c->changes & all[i].bit) != 0)
			buf_printf(out, "%s%s", out->len > 0 ? ", " : "", word(x, all[i].name));
}

static void add_number(struct table *t, const struct codes_row *row, uint64_t n)
{
	if (row->code.merged_into != 0) /* counted where it is merged into */
		table_empty(t);
	else
		table_number(t, (double)n);
}

static void add_state(const struct ctx *c, struct table *t, const struct codes_row *row)
{
	char *state;

	if (is_text(c) && row->code.merged_into != 0) {
		state = mem_printf(word(c, MSG_S_STATE_MERGED), row->into);
		table_text(t, state);
		free(state);
		return;
	}
	table_text(t, state_of(c, &row->code));
	if (!is_text(c))
		table_text(t, row->into);
}

static void add_row(struct ctx *c, struct table *t, const struct codes_row *row, unsigned depth)
{
	struct buf changes = BUF_INIT;

	table_row(t);
	table_text(t, row->code.full)->indent = (int)depth;
	table_text(t, store_code_label(&row->code, c->lang));
	if (!is_text(c))
		table_text(t, row->parent);
	table_text(t, row->code.color);
	add_state(c, t, row);
	changes_of(c, &row->code, &changes);
	table_textn(t, changes.data, changes.len);
	add_number(t, row, row->confirmed);
	add_number(t, row, row->rejected);
	add_number(t, row, row->unsure);
	add_number(t, row, row->open);
	if (!is_text(c))
		table_text(t, row->code.definition);
	buf_release(&changes);
}

static bool is_below(const struct codes_tally *all, const struct codes_row *row, int64_t above)
{
	for (; row != NULL; row = codes_row_of(all, row->code.parent))
		if (row->code.id == above)
			return true;
	return false;
}

static enum rc list(struct ctx *c, int64_t above, struct err *e)
{
	const struct codes_row *root = NULL;
	struct codes_tally all;
	struct table t;
	int64_t coder = 0;
	enum rc rc = filter_coder(c, &coder, e);

	if (rc != RC_OK)
		return rc;
	rc = codes_tally(c->store, coder, &all, e);
	add_columns(c, &t);
	if (above != 0)
		root = codes_row_of(&all, above);
	vec_each (const struct codes_row, row, &all.rows) {
		if (codebook != NULL && !store_code_is_of(&row->code, codebook))
			continue;
		if (root == NULL || is_below(&all, row, above))
			add_row(c, &t, row,
				row->code.depth - (root != NULL ? root->code.depth : 0));
	}
	if (rc == RC_OK && all.rows.n == 0 && !c->quiet)
		say("%s", message_text(MSG_S_NO_CODES, c->says));
	codes_tally_release(&all);
	if (rc == RC_OK)
		show_table(c, &t);
	else
		table_release(&t);
	return rc;
}

static enum rc run_list(struct ctx *c, struct err *e)
{
	int64_t above = 0;
	enum rc rc = RC_OK;

	if (codebook != NULL)
		rc = filter_codebook(c, codebook, e);
	if (rc == RC_OK && c->rest.n > 0)
		rc = store_code_find_any(c->store, c->rest.items[0], &above, e);
	return rc == RC_OK ? list(c, above, e) : rc;
}

/* ---- changing -------------------------------------------------------------------------------- */

static enum rc edit(struct ctx *c, const struct codes_edit *x, struct err *e)
{
	struct codes_report report;
	enum rc rc = codes_edit(c->store, &c->who, x, c->dry_run, &report, e);

	if (rc == RC_OK && !c->quiet) {
		vec_each (const char *, line, &report.lines)
			say("%s", *line);
		if (report.lines.n == 0)
			say("nothing to change");
		else if (c->dry_run)
			say("(dry run, nothing written)");
	}
	codes_report_release(&report);
	return rc;
}

/* The first n operands as codes; merged and retired ones as themselves. */
static enum rc edit_codes(struct ctx *c, struct codes_edit *x, size_t n, struct err *e)
{
	int64_t *ids = mem_zalloc(n + 1, sizeof *ids);
	enum rc rc = RC_OK;

	for (size_t i = 0; i < n && rc == RC_OK; i++)
		rc = store_code_find_any(c->store, c->rest.items[i], &ids[i], e);
	x->codes = ids;
	x->n = n;
	x->lang = c->lang;
	if (rc == RC_OK)
		rc = edit(c, x, e);
	free(ids);
	return rc;
}

static enum rc run_add(struct ctx *c, struct err *e)
{
	struct codes_edit x = { .what = CODES_ADD,
		.key = c->rest.items[0],
		.text = c->rest.n > 1 ? c->rest.items[1] : NULL,
		.definition = definition,
		.color = color };
	enum rc rc = parent != NULL ? store_code_find(c->store, parent, &x.to, e) : RC_OK;

	return rc == RC_OK ? edit(c, &x, e) : rc;
}

static enum rc with_text(struct ctx *c, enum codes_what what, struct err *e)
{
	struct codes_edit x = { .what = what, .text = c->rest.items[1] };

	return edit_codes(c, &x, 1, e);
}

static enum rc run_rename(struct ctx *c, struct err *e)
{
	return with_text(c, CODES_RENAME, e);
}

static enum rc run_color(struct ctx *c, struct err *e)
{
	return with_text(c, CODES_COLOR, e);
}

static enum rc run_define(struct ctx *c, struct err *e)
{
	return with_text(c, CODES_DEFINE, e);
}

static enum rc run_move(struct ctx *c, struct err *e)
{
	struct codes_edit x = { .what = CODES_MOVE };
	size_t n = c->rest.n - (top ? 0 : 1);
	enum rc rc = RC_OK;

	if (n == 0)
		return err_set(e, RC_USAGE, "say under which code '%s' is to stand, or --top",
			c->rest.items[0]);
	if (!top)
		rc = store_code_find(c->store, c->rest.items[n], &x.to, e);
	return rc == RC_OK ? edit_codes(c, &x, n, e) : rc;
}

static enum rc run_merge(struct ctx *c, struct err *e)
{
	struct codes_edit x = { .what = CODES_MERGE };
	size_t n = c->rest.n - 1;
	enum rc rc = store_code_find_any(c->store, c->rest.items[n], &x.to, e);

	return rc == RC_OK ? edit_codes(c, &x, n, e) : rc;
}

static enum rc each(struct ctx *c, enum codes_what what, struct err *e)
{
	struct codes_edit x = { .what = what };

	return edit_codes(c, &x, c->rest.n, e);
}

static enum rc run_retire(struct ctx *c, struct err *e)
{
	return each(c, CODES_RETIRE, e);
}

static enum rc run_restore(struct ctx *c, struct err *e)
{
	return each(c, CODES_RESTORE, e);
}

static enum rc run_reset(struct ctx *c, struct err *e)
{
	return each(c, CODES_RESET, e);
}

/* ---- as a file ------------------------------------------------------------------------------- */

static enum rc check_name(const char *name, struct err *e)
{
	size_t n = strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

	if (name[n] == '\0' && n > 0 && n < 64 && strchr("0123456789-_", name[0]) == NULL)
		return RC_OK;
	return err_set(e, RC_USAGE,
		"'%s' is no name for a codebook: a letter, then letters, digits, '-' and '_'",
		name);
}

static enum rc run_export(struct ctx *c, struct err *e)
{
	struct buf out = BUF_INIT;
	size_t n = 0;
	enum rc rc = check_name(c->rest.items[0], e);

	if (rc == RC_OK && output != NULL && file_exists(output))
		rc = err_set(e, RC_USAGE, "'%s' exists already; name another file", output);
	if (rc == RC_OK)
		rc = codes_export(c->store, c->rest.items[0], c->lang, &out, &n, e);
	if (rc == RC_OK && output != NULL)
		rc = file_write(output, out.data, out.len, e);
	else if (rc == RC_OK)
		out_put(&out);
	if (rc == RC_OK && output != NULL && !c->quiet)
		say_plain("%zu code%s in '%s'; give them keywords, then: tema precode -c %s", n,
			plural(n), output, output);
	buf_release(&out);
	return rc;
}

/* ---- what goes with what --------------------------------------------------------------------- */

static enum rc check_options(const struct ctx *c, struct err *e)
{
	const char *word = c->rest.n > 0 ? c->rest.items[0] : "";

	if ((parent != NULL || definition != NULL || color != NULL) && strcmp(word, "add") != 0)
		return err_set(e, RC_USAGE, "--parent, --definition and --color go with 'add'");
	if (top && strcmp(word, "move") != 0)
		return err_set(e, RC_USAGE, "--top goes with 'move'");
	if (output != NULL && strcmp(word, "export") != 0)
		return err_set(e, RC_USAGE, "--output goes with 'export'");
	if (codebook != NULL && *word != '\0' && strcmp(word, "list") != 0)
		return err_set(e, RC_USAGE, "--codebook goes with the list");
	return RC_OK;
}

static enum rc run(struct ctx *c, struct err *e)
{
	static const struct sub subs[] = {
		{ "", 0, 0, "", run_list },
		{ "list", 0, 1, "list [CODE]", run_list },
		{ "add", 1, 2, "add KEY [LABEL]", run_add },
		{ "rename", 2, 2, "rename CODE LABEL", run_rename },
		{ "move", 1, SIZE_MAX, "move CODE... PARENT", run_move },
		{ "merge", 2, SIZE_MAX, "merge FROM... INTO", run_merge },
		{ "retire", 1, SIZE_MAX, "retire CODE...", run_retire },
		{ "restore", 1, SIZE_MAX, "restore CODE...", run_restore },
		{ "color", 2, 2, "color CODE COLOR", run_color },
		{ "define", 2, 2, "define CODE TEXT", run_define },
		{ "reset", 1, SIZE_MAX, "reset CODE...", run_reset },
		{ "export", 1, 1, "export NAME [-o FILE]", run_export },
	};
	enum rc rc = check_options(c, e);

	return rc == RC_OK ? sub_run(c, subs, sizeof subs / sizeof *subs, e) : rc;
}

const struct cmd cmd_codes = {
	.name = "codes",
	.args = "[list | add | rename | move | merge | retire | restore | ...]",
	.summary = "List the project's codes, rename, move, merge and retire them, add your own",
	.group = "codebooks",
	.flags = CMD_WRITE | CMD_LISTS | CMD_FORMAT | CMD_DRYRUN,
	.opts = opts,
	.nopts = sizeof opts / sizeof *opts,
	.help = "What is said here holds in this project only: codebook files stay as they are, "
		"and it survives\n"
		"new versions of them. Keys never change, decisions never get lost, and 'tema "
		"undo' takes each\n"
		"of these back.\n\n"
		"  tema codes\n"
		"  tema codes add LUPA \"Lupa membayar\" --parent BAYAR --definition \"Tidak ingat "
		"tanggal.\"\n"
		"  tema codes rename jones.MOU \"Kerja sama tertulis\"\n"
		"  tema codes move jones.MOU jones.ORG\n"
		"  tema codes merge emerson.PROSEDUR jones.MOU --dry-run\n"
		"  tema codes retire emerson.TYP\n"
		"  tema codes export saya -o saya.codebook\n",
	.run = run,
};
