/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program around the commands: global options, help, opening what a command needs. */
#ifndef TEMA_CLI_APP_H
#define TEMA_CLI_APP_H

#include "cli/cmd.h"

/* Runs one command line; returns the exit status. */
int app_run(int argc, char **argv);

/* Names are hidden in all that is shown of c->store, unless --original.  For commands that open the
 * project themselves. */
enum rc app_hide_names(struct ctx *c, struct err *e);

#endif
