/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences of `why`, in Indonesian and English. */
#ifndef TEMA_PROJECT_WHY_TEXT_H
#define TEMA_PROJECT_WHY_TEXT_H

#include "base/buf.h"
#include "codebooks/model.h"

enum why_text {
	WHY_CODE,
	WHY_RETIRED,
	WHY_SUGGESTED_AS,
	WHY_DECIDED_AS,
	WHY_PLACE,
	WHY_HIDDEN,
	WHY_QUOTE,
	WHY_SUGGESTED,
	WHY_RULE,
	WHY_RULE_UNCOUNTED,
	WHY_NO_RULE,
	WHY_DECIDED,
	WHY_CONFIRMED,
	WHY_REJECTED,
	WHY_UNSURE,
	WHY_SINGLE,
	WHY_BULK,
	WHY_SHEET,
	WHY_HAND,
	WHY_IMPORT,
	WHY_ADJUDICATION,
	WHY_STANDS,
	WHY_ENDED,
	WHY_ORPHANED,
	WHY_MOVED,
	WHY_CHANGED,
	WHY_LOST,
	WHY_NOTE,
	WHY_EVIDENCE,
	WHY_UNDECIDED,
	WHY_OVERLAP,
	WHY_VERSION,
	WHY_CODE_GONE,
	WHY_COUNT
};

const char *why_unit(enum unit_kind unit, const char *lang);
const char *why_text_of(enum why_text t, const char *lang);
/* The sentence as a line, with the args in the places of %s, cleaned for a terminal. */
void why_line(struct buf *out, const char *lang, enum why_text t, const char *const *args);

#endif
