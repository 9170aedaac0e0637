/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside of ops, for the files of store/. */
#ifndef TEMA_STORE_OP_H
#define TEMA_STORE_OP_H

#include "store/handle.h"

/* What the handle remembers of the file's rows; dropped when they may have gone back. */
void store_caches_drop(struct store *s);

#endif
