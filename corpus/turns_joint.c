/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/turns_joint.h"

#include <string.h>

static const char *const between[] = { ", dan ", ", and ", " dan ", " and ", " & ", " + ", " / ",
	", ", "&", "/", "+" };

/* The length of what parts two names at p, 0 = nothing. */
static size_t parts_at(const char *p, const char *end)
{
	for (size_t i = 0; i < sizeof between / sizeof *between; i++) {
		size_t n = strlen(between[i]);

		if ((size_t)(end - p) > n && memcmp(p, between[i], n) == 0)
			return n;
	}
	return 0;
}

size_t turns_joint_parts(const char *label, size_t len, struct joint_part parts[JOINT_MAX])
{
	const char *start = label, *end = label + len;
	size_t n = 0, cut;

	for (const char *p = label; p < end; p++) {
		cut = parts_at(p, end);
		if (cut == 0)
			continue;
		if (p == start || n == JOINT_MAX - 1)
			return 0;
		parts[n++] = (struct joint_part){ start, (size_t)(p - start) };
		start = p + cut;
		p = start - 1;
	}
	if (n == 0 || start == end)
		return 0;
	parts[n++] = (struct joint_part){ start, (size_t)(end - start) };
	return n;
}
