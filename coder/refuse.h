/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the language has and this engine does not evaluate: an error (E090) at
 * its place, so that nothing is silently ignored.  The rest of the coder
 * relies on it.
 */
#ifndef TEMA_CODER_REFUSE_H
#define TEMA_CODER_REFUSE_H

#include "base/diag.h"
#include "codebooks/model.h"

/* Adds an E090 for each such place; true: there was one. */
bool refuse_check(const struct codebook *cb, struct diags *d);

#endif
