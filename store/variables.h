/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Variables of documents and speakers, inside the store. */
#ifndef TEMA_STORE_VARIABLES_H
#define TEMA_STORE_VARIABLES_H

#include "store/documents.h"
#include "store/fact.h"

typedef enum rc variable_fn(
	int64_t row, const char *key, const char *value, void *arg, struct err *e);

/* Adds it whether or not it is there already. */
enum rc variable_put(struct store *s, enum store_target t, const struct uid *target,
	const char *key, const char *value, struct err *e);
/* The living ones, in the order in which they came. */
enum rc variable_list(
	struct store *s, const struct uid *target, variable_fn *fn, void *arg, struct err *e);

/* "key=value; key=value" */
enum rc variable_text(struct store *s, const struct uid *target, struct buf *out, struct err *e);

#endif
