/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The marks of a transcript: collecting what stands in the store. */
#ifndef TEMA_REPORTS_TRANSCRIPT_MARKS_H
#define TEMA_REPORTS_TRANSCRIPT_MARKS_H

#include "project/seen.h"
#include "reports/transcript.h"

/* Fills codes, marks, orphans; keeps only marks that touch `shown`. */
enum rc transcript_marks_load(struct transcript *t, struct store *s, int64_t document,
	const struct transcript_options *o, const struct seen *seen, struct span shown,
	struct err *e);

#endif
