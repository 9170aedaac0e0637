/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cmd.h"
#include "cli/say.h"
#include "cli/sub.h"
#include "store/history.h"

static enum rc run(struct ctx *c, struct err *e)
{
	uint8_t head[SHA256_LEN];
	char hex[2 * SHA256_LEN + 1];
	uint64_t ops = 0;
	struct buf out = BUF_INIT;
	enum rc rc = operands(c, 0, 0, "", e);

	if (rc == RC_OK)
		rc = store_verify(c->store, head, &ops, e);
	if (rc != RC_OK)
		return rc;
	hex_of(head, sizeof head, hex);
	buf_printf(&out, "sound: %llu ops, chain %s\n", (unsigned long long)ops, hex);
	out_put(&out);
	buf_release(&out);
	return RC_OK;
}

const struct cmd cmd_verify = {
	.name = "verify",
	.args = "",
	.summary = "Check that the project file is sound and its trail unbroken",
	.group = "the study",
	.flags = CMD_READ,
	.help = "Checks the database, and recomputes the chain of digests over everything that was "
		"done.\n"
		"The chain printed here stands in the report too: equal chains, equal history.\n",
	.run = run,
};
