/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>

#include "base/utf8.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data;
	struct buf out = BUF_INIT;

	utf8_clean(text, size, &out);
	assert(utf8_valid(out.data, out.len, NULL));
	if (utf8_valid(text, size, NULL)) {
		size_t n = utf8_count(text, size);

		assert(utf8_offset(text, size, n) == size);
		buf_reset(&out);
		utf8_nfc(text, size, &out);
		assert(utf8_valid(out.data, out.len, NULL));
		if (utf8_is_nfc_quick(text, size))
			assert(out.len == size);
		buf_reset(&out);
		utf8_fold(text, size, &out);
		assert(utf8_valid(out.data, out.len, NULL));
	}
	fuzz_use(out.data, out.len);
	buf_release(&out);
	return 0;
}
