/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A diag at a place of a codebook, with the source line as excerpt. */
#ifndef TEMA_CODER_DIAG_PLACE_H
#define TEMA_CODER_DIAG_PLACE_H

#include "base/diag.h"
#include "codebooks/messages.h"
#include "codebooks/model.h"

/* SAY(KEY) of messages.h, in the language of d; the id is the key's. */
struct diag *diag_say(struct diags *d, enum diag_level level, const struct codebook *cb,
	const struct at *at, enum message m, const char *english, ...)
	__attribute__((format(printf, 6, 7)));
struct diag *diag_say_v(struct diags *d, enum diag_level level, const struct codebook *cb,
	const struct at *at, enum message m, va_list ap);

#endif
