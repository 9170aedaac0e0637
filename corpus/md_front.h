/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * YAML front matter of a Markdown file: "---", lines "key: value", "---".
 * Title and date go to the draft, everything else is left out with remark R020.
 *
 * A transcript may begin with a rule too ("---", then "T: ..."), so only a
 * block of different keys with at least one that is usual counts.
 */
#ifndef TEMA_CORPUS_MD_FRONT_H
#define TEMA_CORPUS_MD_FRONT_H

#include <stddef.h>

#include "base/diag.h"
#include "corpus/draft.h"

/* How many bytes at the start of text are front matter. */
size_t md_front(const char *name, const char *text, size_t len, struct draft *out, struct diags *d);

#endif
