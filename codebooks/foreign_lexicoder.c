/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lexicoder: "+CATEGORY", then one term a line. */
#include <string.h>

#include "codebooks/foreign.h"

static enum rc read(struct foreign *f, const char *text, size_t len, struct err *e)
{
	struct foreign_lines lines = { text, text + len, 0 };
	uint32_t code = FOREIGN_TOP;
	const char *s;
	size_t n;

	while (foreign_line(&lines, &s, &n)) {
		foreign_trim(&s, &n);
		if (n == 0)
			continue;
		if (*s == '+' && n > 1)
			code = foreign_code(f, s + 1, n - 1, FOREIGN_TOP, lines.number);
		else if (code == FOREIGN_TOP)
			return foreign_wrong(f, lines.number, e,
				"a Lexicoder dictionary begins with a line '+CATEGORY'");
		else
			foreign_term(f, code, s, n, lines.number);
	}
	return RC_OK;
}

const struct foreign_format foreign_lexicoder = {
	.name = "lexicoder", .title = "Lexicoder dictionary", .extensions = "lc3", .read = read
};
