/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeping suggestions beyond the callback that showed them. */
#ifndef TEMA_PROJECT_COPY_H
#define TEMA_PROJECT_COPY_H

#include "base/arena.h"
#include "base/vec.h"
#include "store/suggestions.h"

VEC_TYPE(suggestion_list, struct store_suggestion);

/* A copy whose hits and spans live in the arena. */
struct store_suggestion copy_suggestion(struct arena *a, const struct store_suggestion *g);

struct copy_all {
	struct arena arena;
	struct suggestion_list list;
};
/* store_suggestion_fn that keeps everything; arg is a struct copy_all. */
enum rc copy_each(const struct store_suggestion *g, void *arg, struct err *e);
void copy_release(struct copy_all *c);

#endif
