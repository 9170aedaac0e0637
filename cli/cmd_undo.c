/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "cli/cmd.h"
#include "cli/history.h"
#include "cli/sub.h"
#include "store/history.h"

static enum rc op_number(const char *word, int64_t *seq, struct err *e)
{
	char *end;

	*seq = strtoll(word, &end, 10);
	if (*seq <= 0 || *end != '\0')
		return err_set(
			e, RC_USAGE, "'%s' is no number of an op; 'tema log' shows them", word);
	return RC_OK;
}

static enum rc run(struct ctx *c, struct err *e)
{
	int64_t seq = 0;
	enum rc rc = operands(c, 0, 1, "[OP]", e);

	if (rc == RC_OK && c->rest.n == 1)
		rc = op_number(c->rest.items[0], &seq, e);
	return rc == RC_OK ? history_step(c, seq, store_undo,
				     "is taken back; 'tema redo' brings it back", e)
			   : rc;
}

const struct cmd cmd_undo = {
	.name = "undo",
	.args = "[OP]",
	.summary = "Take back the newest command that wrote, or the op with this number",
	.group = "the study",
	.flags = CMD_WRITE,
	.help = "Nothing is deleted: an undo is itself an op, and 'tema redo' takes it back.\n"
		"Undone again and again it goes further back.\n",
	.run = run,
};
