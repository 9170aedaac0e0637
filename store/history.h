/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The op chain: log, undo, redo, and the check that nothing was tampered with. */
#ifndef TEMA_STORE_HISTORY_H
#define TEMA_STORE_HISTORY_H

#include "base/sha256.h"
#include "store/store.h"

struct store_op {
	int64_t id, seq, at;
	const char *coder, *command, *detail; /* detail "" = none */
	int64_t undoes;			      /* seq of the op that it undoes, 0 = none */
	bool undone;			      /* its effects do not stand now */
	unsigned added, ended;		      /* change rows */
	uint8_t chain[SHA256_LEN];
};
typedef enum rc store_op_fn(const struct store_op *op, void *arg, struct err *e);
enum rc store_log(struct store *s, size_t limit, store_op_fn *fn, void *arg,
	struct err *e); /* newest first; 0 = all */

/* Inside an op named "undo"/"redo": undo the newest op that stands (or SEQ) / the newest undo that
 * stands.  RC_NOTFOUND: nothing to undo. RC_INPUT: later ops build on it (says which).  *what is
 * its command, for the message, owned by the caller. */
enum rc store_undo(struct store *s, int64_t seq, char **what, int64_t *done, struct err *e);
enum rc store_redo(struct store *s, char **what, int64_t *done, struct err *e);

/* integrity_check, foreign keys, digests and chain; RC_PROJECT with the first flaw. head: the
 * chain's end. */
enum rc store_verify(struct store *s, uint8_t head[SHA256_LEN], uint64_t *ops, struct err *e);

#endif
