/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hits that a coder saw, copied with the judgement. */
#ifndef TEMA_STORE_EVIDENCE_H
#define TEMA_STORE_EVIDENCE_H

#include "store/fact.h"
#include "store/judgements.h"

enum rc evidence_add(
	struct store *s, int64_t judgement, const struct judgement_new *j, struct err *e);

#endif
