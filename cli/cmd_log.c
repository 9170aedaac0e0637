/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>

#include "base/clock.h"
#include "cli/cmd.h"
#include "cli/show.h"
#include "cli/sub.h"
#include "store/history.h"

static long limit = 20;
static bool all;

static const struct opt opts[] = {
	{ .name = "limit",
		.letter = 'n',
		.kind = OPT_NUMBER,
		.value = &limit,
		.arg = "N",
		.min = 1,
		.max = 1000000,
		.help = "so many of the newest (20)" },
	{ .name = "all", .kind = OPT_FLAG, .value = &all, .help = "everything" },
};

struct listing {
	struct table t;
	int zone;
};

static enum rc add_row(const struct store_op *op, void *arg, struct err *e)
{
	struct listing *l = arg;
	char when[32], chain[17];

	(void)e;
	clock_format(op->at, l->zone, when);
	hex_of(op->chain, 8, chain);
	table_row(&l->t);
	table_number(&l->t, (double)op->seq);
	table_text(&l->t, when);
	table_text(&l->t, op->coder);
	table_text(&l->t, op->command);
	table_text(&l->t, op->detail);
	table_number(&l->t, op->added);
	table_number(&l->t, op->ended);
	table_text(&l->t, op->undone ? "undone" : "");
	table_text(&l->t, chain);
	return RC_OK;
}

static enum rc run(struct ctx *c, struct err *e)
{
	struct listing l = { .zone = 420 };
	enum rc rc = operands(c, 0, 0, "[-n N | --all]", e);

	if (rc != RC_OK)
		return rc;
	clock_zone_parse(store_setting(c->store, "zone"), &l.zone);
	table_init(&l.t, "log", "");
	table_column(&l.t, "op", "op", COLUMN_INT, 0);
	table_column(&l.t, "at", "when", COLUMN_CODE, 0);
	table_column(&l.t, "coder", "coder", COLUMN_TEXT, 0);
	table_column(&l.t, "command", "command", COLUMN_CODE, 0);
	table_column(&l.t, "detail", "what", COLUMN_TEXT, 0);
	table_column(&l.t, "added", "+", COLUMN_INT, 0);
	table_column(&l.t, "ended", "-", COLUMN_INT, 0);
	table_column(&l.t, "state", "", COLUMN_CODE, 0);
	table_column(&l.t, "chain", "chain", COLUMN_CODE, 0);
	table_optional(&l.t);
	rc = store_log(c->store, all ? 0 : (size_t)limit, add_row, &l, e);
	if (rc == RC_OK)
		show_table(c, &l.t);
	else
		table_release(&l.t);
	return rc;
}

const struct cmd cmd_log = {
	.name = "log",
	.args = "",
	.summary = "List what was done in the project, newest first",
	.group = "the study",
	.flags = CMD_READ | CMD_FORMAT,
	.opts = opts,
	.nopts = 2,
	.help = "Every command that wrote is one line: its number, time, coder and how many facts "
		"it\n"
		"added (+) and ended (-). 'tema undo N' takes line N back.\n",
	.run = run,
};
