/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codebooks named on the command line: a shipped name or a file. */
#ifndef TEMA_CLI_LOAD_H
#define TEMA_CLI_LOAD_H

#include "base/diag.h"
#include "codebooks/parser.h"

enum rc load_codebook(const char *name, struct codebook **out, struct diags *d, struct err *e);

#endif
