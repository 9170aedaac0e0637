/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/help.h"

#include <string.h>
#include <unistd.h>

#include "base/yamlread.h"
#include "cli/fold.h"
#include "cli/say.h"
#include "coder/engine.h"

static void put(struct buf *text)
{
	struct buf out = BUF_INIT;

	fold_text(text->data, screen_width(STDOUT_FILENO), &out);
	out_put(&out);
	buf_release(&out);
	buf_release(text);
}

void help_overview(void)
{
	struct buf out = BUF_INIT;
	const char *group = "";

	buf_adds(&out,
		"usage: tema [-p FILE] COMMAND [OPTIONS] ...\n\n"
		"Codes interview transcripts: import, precode with codebooks, confirm, report.\n");
	for (const struct cmd *const *c = commands; *c != NULL; c++) {
		if (strcmp(group, (*c)->group) != 0)
			buf_printf(&out, "\n%s\n", (*c)->group);
		group = (*c)->group;
		buf_printf(&out, "  %-12s %s\n", (*c)->name, (*c)->summary);
	}
	buf_adds(&out, "\n'tema help COMMAND' or 'man tema-COMMAND' tells more. A first study:\n\n"
		       "  tema init study.tema\n"
		       "  tema import interviews/\n"
		       "  tema precode -c jones\n"
		       "  tema review\n"
		       "  tema report -o report.html\n");
	put(&out);
}

void help_command(const struct cmd *cmd, const struct opt *table, size_t n)
{
	struct buf out = BUF_INIT;

	buf_printf(&out, "usage: tema %s [OPTIONS]%s%s\n\n%s.\n", cmd->name,
		cmd->args[0] != '\0' ? " " : "", cmd->args, cmd->summary);
	if (cmd->help != NULL)
		buf_printf(&out, "\n%s", cmd->help);
	buf_adds(&out, "\noptions:\n");
	opt_help(table, n, &out);
	put(&out);
}

void help_version(void)
{
	struct buf out = BUF_INIT;

	buf_printf(&out, "tema %s (engine: %s)\nGPL-3.0-or-later\n", VERSION, engine_name());
#ifdef HAVE_POPPLER
	buf_adds(&out, "reads PDF with poppler\n");
#endif
	if (yamlread_is_there())
		buf_adds(&out, "reads YAML with libyaml\n");
	out_put(&out);
	buf_release(&out);
}
