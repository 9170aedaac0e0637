/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For cmd_import.c: what came of a file that holds several documents, in a few lines. */
#ifndef TEMA_CLI_IMPORT_VIEW_H
#define TEMA_CLI_IMPORT_VIEW_H

#include "project/import.h"

void import_view_parts(const struct import_result *result, const char *path);

#endif
