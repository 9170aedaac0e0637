/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Commands: one file cmd_NAME.c, one row in commands.c, one man page
 * tema-NAME.1, one folder tests/cases/NAME.
 *
 * main() reads the global options, opens what the row's flags ask for, parses
 * the command's own options from its table and calls run().  A command prints
 * results through cli_out (stdout, checked at the end) and everything else to
 * stderr through the functions of cli/say.h; it never calls exit().
 */
#ifndef TEMA_CLI_CMD_H
#define TEMA_CLI_CMD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/opt.h"
#include "output/writer.h"
#include "project/person.h"
#include "store/store.h"

enum cmd_flag {
	CMD_READ = 1 << 0,   /* needs the project for reading */
	CMD_WRITE = 1 << 1,  /* needs the project for writing, and a coder */
	CMD_CODER = 1 << 2,  /* needs to know who the coder is (with READ) */
	CMD_FORMAT = 1 << 3, /* has --format text|csv|json */
	CMD_DRYRUN = 1 << 4, /* has --dry-run */
	CMD_LISTS = 1 << 5,  /* (with WRITE) lists too: opens a project that may not be written */
};

/* What a command gets. */
struct ctx {
	const struct cmd *cmd;
	struct store *store;	     /* open as the flags say, else NULL */
	const char *project_path;    /* of the store */
	struct person who;	     /* with CMD_WRITE or CMD_CODER */
	struct opt_list rest;	     /* operands */
	const struct writer *writer; /* with CMD_FORMAT; text by default */
	bool dry_run, quiet;
	bool original;		       /* names are shown */
	bool tty_out, tty_err, colour; /* colour: stdout may have colours */
	int width;		       /* of the terminal; 0 = not a terminal */
	const char *lang; /* of the project, else "id": language of labels in listings */
	const char *says; /* --lang as given: language of messages; NULL: English */
};

struct cmd {
	const char *name, *args, *summary;
	const char *group;	 /* "the study", "texts", ...: order of `tema help` */
	const char *const *subs; /* sub-commands, NULL-terminated, for the help; NULL = none */
	unsigned flags;
	const struct opt *opts;
	size_t nopts;
	const char *help; /* paragraphs for --help: what it does, examples */
	enum rc (*run)(struct ctx *c, struct err *e);
};

extern const struct cmd *const commands[]; /* NULL-terminated, in help order */

#endif
