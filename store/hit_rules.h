/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules that suggestions' hits name by number (cache table hit_rule), kept in the handle. */
#ifndef TEMA_STORE_HIT_RULES_H
#define TEMA_STORE_HIT_RULES_H

#include "store/handle.h"
#include "store/suggestions.h"

struct hit_rule {
	int64_t id, version;
	double weight;
	const char *rule;
	uint8_t hash[SHA256_LEN];
};

struct rule_cache;

/* The number of a hit's rule; a row is made when needed. */
enum rc hit_rule_id(struct store *s, const struct store_hit *hit, int64_t *id, struct err *e);
/* *out is NULL when the file has no such row; valid until the next call. */
enum rc hit_rule_get(struct store *s, int64_t id, const struct hit_rule **out, struct err *e);
void rule_cache_free(struct rule_cache *c);

#endif
