/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cmd.h"
#include "cli/say.h"
#include "cli/sub.h"
#include "project/why.h"

static enum rc run(struct ctx *c, struct err *e)
{
	struct buf out = BUF_INIT;
	enum rc rc = operands(c, 1, 1, "ID", e);

	if (rc == RC_OK)
		rc = why_text(c->store, c->rest.items[0], c->lang, &out, e);
	if (rc == RC_OK)
		out_put(&out);
	buf_release(&out);
	return rc;
}

const struct cmd cmd_why = {
	.name = "why",
	.args = "ID",
	.summary = "Tell where a suggestion or coding comes from",
	.group = "coding",
	.flags = CMD_READ,
	.help = "Tells the rules, the codebook version, the words that matched, and who decided "
		"what and when.\n"
		"ID is the one in the lists; its beginning is enough.\n",
	.run = run,
};
