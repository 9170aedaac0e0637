/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text of one Markdown paragraph without its marks: emphasis, code marks,
 * links (their text stays), images (dropped), escapes, character references,
 * comments, HTML tags and kramdown's "{: .class}".
 *
 * CommonMark where it matters, careful where a transcript could lose a word:
 * only known HTML elements are tags ("<tertawa>" stays), "[suara](pelan)" is a
 * link only when the target looks like an address, "[a][b]" only when b is
 * defined, and a mark without a partner stays as it is written.
 */
#ifndef TEMA_CORPUS_MD_INLINE_H
#define TEMA_CORPUS_MD_INLINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/intern.h"

struct md_inline {
	struct intern refs;	 /* defined link references, lower-case ASCII */
	struct intern footnotes; /* defined footnotes: "[^1]" */
	uint32_t comments;	 /* HTML comments left out so far */
};

/* Appends the text of p (lines parted by '\n', each without its block marks) to out.  *bold: how
 * many bytes at its start are bold.  A '\v' in out stands for a block tag (<p>, <li>): there a
 * paragraph ends. */
void md_inline(struct md_inline *m, const char *p, size_t len, struct buf *out, size_t *bold);

/* "https://x", "/a/b", "#top", "a.html": an address and not a remark in round brackets. */
bool md_is_address(const char *p, size_t len);
/* The number of a reference "[Name]" in refs (compared without case, ASCII), or INTERN_NONE. */
uint32_t md_ref_add(struct intern *refs, const char *p, size_t len);
uint32_t md_ref_find(const struct intern *refs, const char *p, size_t len);

#endif
