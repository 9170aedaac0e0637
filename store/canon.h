/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The canonical form of facts, one line each:
 *
 *	+ <TAB> table <TAB> uid <TAB> column=value <TAB> ...
 *	- <TAB> table <TAB> uid
 *
 * in the order of the tables in tables.h, then of uids.  Rows are named by uid, contents by
 * mark, NULL columns are left out (so a column added later breaks no digest);
 * backslash, tab and line break in text are written \\ \t \n.  `d` is in no
 * line: ending is what the '-' line of the ending op says.
 */
#ifndef TEMA_STORE_CANON_H
#define TEMA_STORE_CANON_H

#include "base/buf.h"
#include "store/handle.h"

typedef void canon_fn(const char *line, size_t len, void *arg);

/* The lines of what op ID bore and ended. */
enum rc canon_op(struct store *s, int64_t id, canon_fn *fn, void *arg, struct err *e);
/* The lines of everything that stands now and could have ended: what undo must bring back. */
enum rc canon_live(struct store *s, canon_fn *fn, void *arg, struct err *e);
enum rc canon_digest(struct store *s, int64_t id, uint8_t out[SHA256_LEN], struct err *e);

/* An op's own line, and the chain's next link: sha256(link before, line). */
struct canon_op {
	struct uid uid, origin, coder, undoes;
	int64_t seq, at;
	const char *command;
	uint8_t detail[SHA256_LEN], digest[SHA256_LEN]; /* mark of the detail */
	bool has_undoes, has_detail;
};
void canon_chain(
	const struct canon_op *op, const uint8_t before[SHA256_LEN], uint8_t out[SHA256_LEN]);

#endif
