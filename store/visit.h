/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going through documents one by one, so that listings need the memory of one document only. */
#ifndef TEMA_STORE_VISIT_H
#define TEMA_STORE_VISIT_H

#include "store/code_list.h"
#include "store/handle.h"

struct visit {
	int64_t document, revision;
	struct uid uid;
	struct code_list codes;
};

typedef enum rc visit_fn(struct store *s, struct visit *v, void *arg, struct err *e);

/* The document, or all that are not hidden, in order of number.  No statement is open during fn, so
 * it may write. */
enum rc visit_documents(struct store *s, int64_t document, visit_fn *fn, void *arg, struct err *e);

/* A typed id: 4 to 8 hex digits in lower case.  RC_NOTFOUND says so of anything else. */
enum rc visit_check_id(const char *typed, struct err *e);

#endif
