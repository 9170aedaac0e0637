/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names of HTML and WebVTT elements, as they occur inside Markdown and
 * captions.  Only known names are tags: transcribers write "<tertawa>" and
 * "<laughs>" too, and that must stay in the text.
 */
#ifndef TEMA_CORPUS_TAGS_H
#define TEMA_CORPUS_TAGS_H

#include <stddef.h>

enum tag_kind {
	TAG_UNKNOWN,
	TAG_INLINE,
	TAG_BREAK, /* <br>: a line break */
	TAG_BLOCK, /* begins and ends a paragraph */
	TAG_TABLE,
	TAG_ROW,
	TAG_CELL,
	TAG_HIDDEN, /* <script>, <style>: its content is not text */
};

/* p points behind '<'.  The length of the element's name there (without "/"), 0 = none. */
size_t tag_name(const char *p, const char *end);
/* p points behind '<', end to the '>': the kind of "b", "/b", "br/", "c.red", "td align=left". */
enum tag_kind tag_find(const char *p, const char *end);

#endif
