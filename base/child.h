/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Runs a function in a child process with limits and collects the bytes it
 * writes.  For libraries that parse hostile input and may crash, hang or eat
 * memory: whatever happens to the child, the caller goes on.
 *
 * The child is a plain fork: it sees all that the caller had in memory, and
 * changes nothing of it.  Its standard input, output and error are /dev/null, it
 * dumps no core, has none of the caller's files open, and ends without running
 * exit handlers.  It is killed when its time is up, and when the caller dies.
 */
#ifndef TEMA_BASE_CHILD_H
#define TEMA_BASE_CHILD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"

struct child_limits {
	size_t memory; /* bytes beyond what the caller has; not enforced under AddressSanitizer,
			* which needs all addresses */
	unsigned cpu;  /* seconds of computing */
	unsigned wall; /* seconds of waiting */
	size_t output; /* bytes */
};

enum child_end {
	CHILD_DONE,    /* the function returned true */
	CHILD_FAILED,  /* it returned false */
	CHILD_CRASHED, /* a signal, or the library ended the process: bad memory, or out of it */
	CHILD_SLOW,    /* more time than allowed */
	CHILD_VERBOSE, /* more output than allowed */
};

/* Where the function writes. */
struct child_pipe;
/* false: nobody reads any more, the function may as well return. */
bool child_write(struct child_pipe *to, const void *p, size_t len);

typedef bool child_fn(struct child_pipe *to, void *arg);

/* Runs fn(…, arg) and appends what it wrote to out, also when it ended badly.  RC_PROJECT: no
 * child could be made (a limit of the system). */
enum rc child_run(const struct child_limits *limits, child_fn *fn, void *arg, struct buf *out,
	enum child_end *end, struct err *e);

#endif
