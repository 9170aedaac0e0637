/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels of two or more who speak together: "SN dan MR", "P & I", "Sari/Budi"; for turns*.c only.
 */
#ifndef TEMA_CORPUS_TURNS_JOINT_H
#define TEMA_CORPUS_TURNS_JOINT_H

#include <stddef.h>

#define JOINT_MAX 8

struct joint_part {
	const char *p;
	size_t len;
};

/* The names in a label, cut at dan, and, &, +, / and commas; 0: it names one, or more than
 * JOINT_MAX. */
size_t turns_joint_parts(const char *label, size_t len, struct joint_part parts[JOINT_MAX]);

#endif
