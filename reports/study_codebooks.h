/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The codebooks of a study with all files that they use: used by study.c only. */
#ifndef TEMA_REPORTS_STUDY_CODEBOOKS_H
#define TEMA_REPORTS_STUDY_CODEBOOKS_H

#include "reports/study.h"

/* Fills st->codebooks, and `extended` of st->codes, which are there already. */
enum rc study_codebooks_load(struct study *st, struct store *s, struct err *e);

#endif
