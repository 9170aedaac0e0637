/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A diag at a place of a codebook, with the source line as excerpt. */
#ifndef TEMA_CODER_DIAG_PLACE_H
#define TEMA_CODER_DIAG_PLACE_H

#include "base/diag.h"
#include "codebooks/model.h"

struct diag *diag_place(struct diags *d, enum diag_level level, const char *id,
	const struct codebook *cb, const struct at *at, const char *fmt, ...)
	__attribute__((format(printf, 6, 7)));

#endif
