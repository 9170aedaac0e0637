/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codebooks/glob.h"

#include <stdint.h>

#include "base/utf8.h"

/* One '*' is remembered at a time: when the rest fails, it takes one character more. */
bool glob_match(const char *glob, size_t glen, const char *s, size_t len)
{
	const char *g = glob, *gend = glob + glen, *end = s + len;
	const char *star = NULL, *resume = NULL;
	uint32_t cp;

	while (s < end) {
		if (g < gend && *g == '*') {
			star = ++g;
			resume = s;
		} else if (g < gend && *g == '?') {
			g++;
			s += utf8_next(s, end, &cp);
		} else if (g < gend && *g == *s) {
			g++;
			s++;
		} else if (star != NULL) {
			resume += utf8_next(resume, end, &cp);
			s = resume;
			g = star;
		} else {
			return false;
		}
	}
	while (g < gend && *g == '*')
		g++;
	return g == gend;
}
