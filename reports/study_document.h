/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filling a study from one document: used by study.c only. */
#ifndef TEMA_REPORTS_STUDY_DOCUMENT_H
#define TEMA_REPORTS_STUDY_DOCUMENT_H

#include "reports/study.h"

/* Adds what st->documents.items[index] holds: words, speakers, groups, segments, unions, pairs,
 * counts. coders: row ids of those whose codings count. */
enum rc study_document_load(struct study *st, struct store *s, uint32_t index,
	const int64_t *coders, size_t ncoders, struct err *e);

/* Could this paragraph have been coded: body text of anybody but an interviewer? */
bool study_is_exposed(const struct document *doc, const struct para *para);

/* Text for the report, in the study's arena, without control and bidirectional characters: they
 * would turn around what stands beside them on the page. */
const char *study_keep(struct study *st, const char *p, size_t len);

#endif
