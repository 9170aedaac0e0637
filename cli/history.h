/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One step in the history: what `undo` and `redo` share. */
#ifndef TEMA_CLI_HISTORY_H
#define TEMA_CLI_HISTORY_H

#include "cli/cmd.h"

typedef enum rc history_fn(struct store *s, int64_t seq, char **what, int64_t *done, struct err *e);

/* The step as an op of its own, told on stderr: "op 9 (code) TOLD". */
enum rc history_step(struct ctx *c, int64_t seq, history_fn *step, const char *told, struct err *e);

#endif
