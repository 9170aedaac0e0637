/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All codes in memory, as one forest in the order of store_codes(): the overlay is
 * applied; out are merged codes, and retired ones that nothing was decided on.  What hung
 * below a merged code hangs below what it became.  A code that its codebook has no more,
 * though something was decided on it, counts as retired.  Rules for other files of
 * store/: where a code stands, what a merged one became, what lies below.
 */
#ifndef TEMA_STORE_CODE_LIST_H
#define TEMA_STORE_CODE_LIST_H

#include "base/arena.h"
#include "base/vec.h"
#include "store/codebooks.h"
#include "store/handle.h"

struct code_item {
	struct store_code code;
	struct uid uid;
	int32_t up, first,
		next;	/* parent, first child, next sibling: places in `items`, -1 = none */
	bool hidden;	/* not listed */
	uint32_t order; /* place in the listing; UINT32_MAX when hidden */
};

struct code_list {
	struct arena arena;
	VEC(struct code_item) items; /* as read */
	VEC(uint32_t) listing;	     /* items in the order of the listing */
	VEC(uint32_t) by_id;	     /* items sorted by code id */
};

enum rc code_list_load(struct store *s, struct code_list *out, struct err *e);
/* The same with merged and retired codes listed where they would stand. */
enum rc code_list_load_all(struct store *s, struct code_list *out, struct err *e);
void code_list_release(struct code_list *l);

/* NULL: no code of an active codebook. */
const struct code_item *code_list_find(const struct code_list *l, int64_t id);
/* What a merged code became (itself when it is not merged); NULL when it is not listed. */
const struct code_item *code_list_resolve(const struct code_list *l, int64_t id);
/* The code whose uid this is in hex; 0 if there is none. */
int64_t code_list_by_uid(const struct code_list *l, const char *hex);
bool code_list_below(const struct code_list *l, int64_t id, int64_t above); /* or the same */

#endif
