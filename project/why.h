/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trail of one suggestion or coding, as structured data: rule, codebook version, words, who
 * decided and when. */
#ifndef TEMA_PROJECT_WHY_H
#define TEMA_PROJECT_WHY_H

#include "base/buf.h"
#include "store/judgements.h"

/* Readable text in LANG ("id", "en") about suggestion or coding ID (8 hex digits or a unique
 * beginning). */
enum rc why_text(struct store *s, const char *id, const char *lang, struct buf *out, struct err *e);

#endif
