/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one coder decided in one document, and how a suggestion stands to it (STORE.md 4). */
#ifndef TEMA_STORE_VERDICTS_H
#define TEMA_STORE_VERDICTS_H

#include "store/judgements.h"

struct visit;

struct verdict_at {
	int64_t code; /* what a merged code became */
	uint32_t start, end;
	enum verdict verdict;
	int64_t segment, at; /* of two on a segment, whose codes became one, the newer counts */
	struct uid uid;
};
VEC_TYPE(verdicts, struct verdict_at); /* by code, start: verdicts_sort() */

enum rc verdicts_load(
	struct store *s, const struct visit *v, int64_t coder, struct verdicts *out, struct err *e);

void verdicts_sort(struct verdicts *list);
/* The state of a suggestion with these evidence spans. */
enum suggestion_state verdicts_state(const struct verdicts *list, int64_t code, struct span unit,
	const struct span *spans, size_t n, bool *again);

int verdict_parse(const char *name); /* as in the file; -1 = nonsense */

#endif
