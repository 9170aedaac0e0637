/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/file.h"
#include "cli/cmd.h"
#include "cli/say.h"
#include "cli/sub.h"
#include "store/place.h"

static enum rc run(struct ctx *c, struct err *e)
{
	struct diags d = DIAGS_INIT;
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
	if (rc == RC_OK && !c->quiet) {
		store_place(path, &d);
		say("new project '%s'; next: tema import FILE...", path);
		say_diags(&d);
		diags_release(&d);
	}
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
		"you can read it (mode 0600). An existing file is never overwritten. Where the "
		"place does not\n"
		"suit (a cloud folder, a network disk, a disk without modes), that is told.\n",
	.run = run,
};
