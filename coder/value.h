/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of fields, as `where` compares them (CODEBOOK 6.2). */
#ifndef TEMA_CODER_VALUE_H
#define TEMA_CODER_VALUE_H

#include <stdbool.h>

#include "codebooks/model.h"

/* A word of a closed set to its number, -1 = unknown (role_parse, method_parse). */
typedef int value_key_fn(const char *s);

bool value_same(const char *a, const char *b); /* case does not count */
/* `has op wanted`: by key when both are words of its set, else as dates, as numbers, as text. */
bool value_test(const char *has, enum cond_op op, const char *wanted, value_key_fn *key);

#endif
