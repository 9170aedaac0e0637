/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/verdict.h"

static struct verdict_words words;

static const struct opt opts[] = { VERDICT_OPTS(words) };

static enum rc run(struct ctx *c, struct err *e)
{
	return verdict_run(c, &words, VERDICT_REJECT, e);
}

const struct cmd cmd_reject = {
	.name = "reject",
	.args = "[ID...]",
	.summary = "Reject suggestions: they are answered and do not come back",
	.group = "coding",
	.flags = CMD_WRITE | CMD_FORMAT | CMD_DRYRUN,
	.opts = opts,
	.nopts = sizeof opts / sizeof *opts,
	.help = "Shows the list and asks; --yes does not ask. Decisions made so are recorded as "
		"bulk and told\n"
		"as such in the report's methods paragraph. For one passage at a time: tema "
		"review.\n\n"
		"  tema reject --code jones.INT --min 0.8\n"
		"  tema reject 3fa91c02 --note \"dibaca bersama pembimbing\"\n",
	.run = run,
};
