/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of lint.c; nothing else includes it. */
#ifndef TEMA_CODEBOOKS_LINT_H
#define TEMA_CODEBOOKS_LINT_H

#include "codebooks/parse.h"

struct roots;

/* Which function words the roots of the file find: looked up once for all of them. */
struct lint_common {
	struct roots *roots; /* NULL: the file has none */
	uint64_t *words;     /* of each root: a bit a word */
};
void lint_common_init(struct lint_common *c, const struct parser *p);
void lint_common_release(struct lint_common *c);
/* W059, W061, W064, W068 */
void lint_pattern(struct parser *p, const struct place_use *u, const struct lint_common *c);
void lint_regex_shape(struct parser *p, const struct place_use *u); /* W056, W057 */
/* W053 among patterns that stand side by side, W062 among them. */
void lint_neighbours(struct parser *p, const struct pattern *const *items, size_t n);
void lint_rules(struct parser *p);   /* W054, W055, W066 */
void lint_parents(struct parser *p); /* W072 */
void lint_seams(struct parser *p);   /* W073 */
void lint_hidden(struct parser *p);  /* W067 */
void lint_see(struct parser *p);     /* W071 */

#endif
