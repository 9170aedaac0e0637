/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `tema help`, `tema help COMMAND`, --version: results, so they go to stdout. */
#ifndef TEMA_CLI_HELP_H
#define TEMA_CLI_HELP_H

#include "cli/cmd.h"

void help_overview(void);
void help_command(const struct cmd *cmd, const struct opt *table, size_t n);
void help_version(void);

#endif
