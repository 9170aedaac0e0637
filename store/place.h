/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a project file lies, and what may go wrong there (told by `init` and
 * `verify`): R401 others can read it, R402 shared file system, R403 cloud folder,
 * R404 (warning) a copy that a cloud service made of a conflict lies beside it,
 * R405 (warning) locks do not hold.
 */
#ifndef TEMA_STORE_PLACE_H
#define TEMA_STORE_PLACE_H

#include "base/diag.h"

void store_place(const char *path, struct diags *d);
/* Does NAME look like such a copy of "study.tema"?  "study (conflicted copy 2024-05-01).tema",
 * "study-LAPTOP7.tema", "study (1).tema", "study.sync-conflict-...tema". */
bool store_place_is_copy(const char *project, const char *name);

#endif
