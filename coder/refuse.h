/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A codebook that was parsed alone, though it uses other files: an error at its
 * place, so that nothing is silently ignored.  The rest of the coder relies on
 * it.
 */
#ifndef TEMA_CODER_REFUSE_H
#define TEMA_CODER_REFUSE_H

#include "base/diag.h"
#include "codebooks/model.h"

/* true: there was an error. */
bool refuse_check(const struct codebook *cb, struct diags *d);

#endif
