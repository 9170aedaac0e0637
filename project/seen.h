/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Documents as people see them: names replaced as the project's list says (pseudonyms.h).
 *
 * The redactor lives in the store's handle (store_hide), so that whatever shows texts finds it
 * there; the program sets it for every command, unless --original is given.  Stored text, spans and
 * ids stay as they are: places are mapped where they are shown, and where they are typed.
 */
#ifndef TEMA_PROJECT_SEEN_H
#define TEMA_PROJECT_SEEN_H

#include "base/arena.h"
#include "output/redact.h"
#include "store/documents.h"

/* Hide what the project's list hides, from now on. *hides: there is something to hide. */
enum rc seen_hide(struct store *s, bool *hides, struct err *e);

struct seen {
	struct document *doc;  /* text, structure and labels as shown */
	struct redact_map map; /* between the stored text and doc->text; empty: nothing replaced */
};
enum rc seen_load(struct store *s, int64_t document, struct seen *out, struct err *e);
void seen_release(struct seen *d);
/* A span of the stored text in the shown one, and back. */
struct span seen_span(const struct seen *d, uint32_t start, uint32_t end);
struct span seen_stored(const struct seen *d, uint32_t start, uint32_t end);

/* Short texts: titles, labels, file names (REDACT_NAME); notes, memos (REDACT_TEXT). */
void seen_add(struct store *s, enum redact_kind kind, const char *text, struct buf *out);
const char *seen_text(struct store *s, enum redact_kind kind, const char *text, struct arena *a);

/* The words of a span of a stored text, without reading all of it: a name that the span cuts into
 * is hidden as a whole. */
const char *seen_words(
	struct store *s, const char *text, size_t len, struct span span, struct arena *a);

#endif
