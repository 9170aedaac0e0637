/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cmd.h"
#include "cli/list.h"
#include "cli/say.h"
#include "cli/show.h"

static struct filter_words words;

static const struct opt opts[] = {
	FILTER_OPTS(words),
	{ .name = "state",
		.kind = OPT_LIST,
		.value = &words.states,
		.arg = "STATE",
		.help = "open (default), confirmed, rejected, unsure or all" },
};

static enum rc run(struct ctx *c, struct err *e)
{
	struct suggestion_filter f;
	struct table t;
	int64_t coder;
	uint64_t n = 0;
	enum rc rc = filter_coder(c, &coder, e);

	if (rc == RC_OK)
		rc = filter_resolve(c, &words, SUGGESTION_OPEN, coder, &f, e);
	if (rc != RC_OK)
		return rc;
	rc = list_suggestions(c, &f, &t, &n, e);
	if (rc != RC_OK) {
		table_release(&t);
		return rc;
	}
	show_table(c, &t);
	if (!c->quiet)
		say("%llu suggestion%s", (unsigned long long)n, plural(n));
	return RC_OK;
}

const struct cmd cmd_suggestions = {
	.name = "suggestions",
	.args = "[ID...]",
	.summary = "List what the rules suggest, with filters",
	.group = "coding",
	.flags = CMD_READ | CMD_CODER | CMD_FORMAT,
	.opts = opts,
	.nopts = sizeof opts / sizeof *opts,
	.help = "Shows the open ones unless --state says otherwise; states are those of the coder "
		"who asks.\n"
		"start and end count code points of the document's text.\n\n"
		"  tema suggestions --code jones.INT --min 0.7\n"
		"  tema suggestions --document 3 --state all --format csv\n",
	.run = run,
};
