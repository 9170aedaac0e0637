/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cmd.h"
#include "cli/history.h"
#include "cli/sub.h"
#include "store/history.h"

static enum rc redo_step(struct store *s, int64_t seq, char **what, int64_t *done, struct err *e)
{
	(void)seq;
	return store_redo(s, what, done, e);
}

static enum rc run(struct ctx *c, struct err *e)
{
	enum rc rc = operands(c, 0, 0, "", e);

	return rc == RC_OK ? history_step(c, 0, redo_step, "stands again", e) : rc;
}

const struct cmd cmd_redo = {
	.name = "redo",
	.args = "",
	.summary = "Take back the newest undo",
	.group = "the study",
	.flags = CMD_WRITE,
	.run = run,
};
