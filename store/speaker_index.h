/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Speakers of the project by code and by full name (case folded), kept in the handle while many
 * files come in. */
#ifndef TEMA_STORE_SPEAKER_INDEX_H
#define TEMA_STORE_SPEAKER_INDEX_H

#include "store/handle.h"

struct speaker_index;

/* *speaker = 0 if nobody is called so.  NULL or "": nobody. */
enum rc speaker_by_code(struct store *s, const char *code, int64_t *speaker, struct err *e);
enum rc speaker_by_name(struct store *s, const char *name, int64_t *speaker, struct err *e);
/* A new one, or one that got a code or name. */
void speaker_index_add(struct store *s, int64_t speaker, const char *code, const char *name);
void speaker_index_free(struct speaker_index *x);

#endif
