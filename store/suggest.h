/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What store_suggest_begin() ... _end() keep in the handle. */
#ifndef TEMA_STORE_SUGGEST_H
#define TEMA_STORE_SUGGEST_H

struct suggest;
void suggest_free(struct suggest *g);

#endif
