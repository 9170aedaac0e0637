/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First byte: flags; first line: the regex; the rest: the text it runs over. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "codebooks/pattern.h"
#include "tests/fuzz/fuzz.h"

static void run(struct regex *r, const char *text, size_t len)
{
	size_t from = 0, start, end;

	for (int i = 0; i < 20; i++) {
		if (regex_find(r, text, len, from, &start, &end) != REGEX_FOUND)
			return;
		if (start < from || end <= start || end > len)
			abort();
		fuzz_use(text + start, end - start);
		from = end;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *re = (const char *)data + 1, *newline;
	struct regex *r;
	struct regex_flaw flaw;
	size_t len;

	if (size < 2 || size > 4096)
		return 0;
	newline = memchr(re, '\n', size - 1);
	len = newline != NULL ? (size_t)(newline - re) : size - 1;
	if (!utf8_valid(re, size - 1, NULL))
		return 0;
	if (regex_new(re, len, data[0] & 15, &r, &flaw)) {
		if (newline != NULL)
			run(r, newline + 1, size - 2 - len);
		regex_free(r);
	} else if (flaw.where > len || flaw.why == MSG_NONE) {
		abort();
	}
	return 0;
}
