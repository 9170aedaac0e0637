/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program around the commands: global options, help, opening what a command needs. */
#ifndef TEMA_CLI_APP_H
#define TEMA_CLI_APP_H

/* Runs one command line; returns the exit status. */
int app_run(int argc, char **argv);

#endif
