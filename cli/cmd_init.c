/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/file.h"
#include "cli/cmd.h"
#include "cli/say.h"
#include "cli/sub.h"

static enum rc run(struct ctx *c, struct err *e)
{
	char *path;
	enum rc rc = operands(c, 1, 1, "FILE.tema", e);

	if (rc == RC_OK && *file_base(c->rest.items[0]) == '\0')
		rc = err_set(e, RC_USAGE, "the project needs a name; usage: tema init FILE.tema");
	if (rc != RC_OK)
		return rc;
	path = strcmp(file_ext(c->rest.items[0]), "tema") == 0
		       ? mem_strdup(c->rest.items[0])
		       : mem_printf("%s.tema", c->rest.items[0]);
	rc = store_create(path, &c->who, e);
	if (rc == RC_OK && !c->quiet)
		say("new project '%s'; next: tema import FILE...", path);
	free(path);
	return rc;
}

const struct cmd cmd_init = {
	.name = "init",
	.args = "FILE.tema",
	.summary = "Make a new project file",
	.group = "the study",
	.flags = CMD_CODER,
	.help = "The project is one file. It holds the texts, the codebooks and every decision; "
		"only\n"
		"you can read it (mode 0600). An existing file is never overwritten.\n",
	.run = run,
};
