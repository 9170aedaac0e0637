/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `import --manifest-template`: a dry run over the files, told as a manifest to be filled in. */
#ifndef TEMA_CLI_TEMPLATE_H
#define TEMA_CLI_TEMPLATE_H

#include "base/file.h"
#include "cli/cmd.h"
#include "project/import.h"

/* output: the file to write, NULL or "-" = standard output.  RC_PART when some files cannot be
 * read. */
enum rc template_write(struct ctx *c, const struct file_list *files,
	const struct import_options *options, const char *output, struct err *e);

#endif
