/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A manifest to be filled in: what is found in the files, one row for each file and label.  Read
 * back as it is, it gives what is found without it: a role that is unsure stays empty, with a
 * remark that names the one that was guessed. */
#ifndef TEMA_PROJECT_MANIFEST_TEMPLATE_H
#define TEMA_PROJECT_MANIFEST_TEMPLATE_H

#include "project/import.h"

/* out is a CSV; its path ("" = standard output) decides how files are named: relative to its folder
 * where they are in or below it, else by their whole path. */
void manifest_template_head(struct buf *out);
enum rc manifest_template_file(struct store *s, const char *path, const char *manifest,
	const struct import_options *o, const struct import_result *found, struct buf *out,
	struct err *e);

#endif
