/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of lint.c; nothing else includes it. */
#ifndef TEMA_CODEBOOKS_LINT_H
#define TEMA_CODEBOOKS_LINT_H

#include "codebooks/parse.h"

void lint_pattern(struct parser *p, const struct place_use *u);	    /* W059, W061, W064, W068 */
void lint_regex_shape(struct parser *p, const struct place_use *u); /* W056, W057 */
/* W053 among patterns that stand side by side, W062 among them. */
void lint_neighbours(struct parser *p, const struct pattern *const *items, size_t n);
void lint_rules(struct parser *p);  /* W054, W055, W066 */
void lint_hidden(struct parser *p); /* W067 */

#endif
