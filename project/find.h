/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which project file is meant: -p FILE, else $TEMA_PROJECT, else the only *.tema in the current
 * folder. */
#ifndef TEMA_PROJECT_FIND_H
#define TEMA_PROJECT_FIND_H

#include "base/err.h"

/* *path is owned by the caller. RC_PROJECT: none ("tema init NAME.tema"), or several (lists them).
 */
enum rc project_find(const char *asked, char **path, struct err *e);

#endif
