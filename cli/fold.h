/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Help texts, written for 100 columns, on a narrower terminal. */
#ifndef TEMA_CLI_FOLD_H
#define TEMA_CLI_FOLD_H

#include "base/buf.h"

/* Lines that go on at the left border are joined and broken anew; of others, what does not fit
 * stands below where the last column begins ("  import   Read transcripts").  columns 0: as it is.
 */
void fold_text(const char *text, int columns, struct buf *out);

#endif
