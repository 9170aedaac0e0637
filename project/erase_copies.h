/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of a project that an erasure cannot reach: those that the project knows of, files beside
 * it that the same origin made (X.tema.v1, copies), and in general terms the rest. */
#ifndef TEMA_PROJECT_ERASE_COPIES_H
#define TEMA_PROJECT_ERASE_COPIES_H

#include "project/erase_plan.h"

/* Adds sentences to the report. */
enum rc plan_copies(struct plan *p, struct err *e);

#endif
