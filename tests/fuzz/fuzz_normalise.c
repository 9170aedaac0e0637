/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes become text that everything behind corpus/ may rely on, or an error. */
#include <stdlib.h>

#include "base/diag.h"
#include "base/utf8.h"
#include "corpus/normalise.h"
#include "corpus/tokens.h"
#include "tests/fuzz/fuzz.h"

static void check_text(const char *p, size_t len)
{
	const char *end = p + len;
	uint32_t cp;

	if (!utf8_valid(p, len, NULL))
		abort();
	while (p < end) {
		p += utf8_next(p, end, &cp);
		if (utf8_is_control(cp) && cp != '\n' && cp != '\t')
			abort();
		if (cp == 0xfeff)
			abort();
	}
}

/* A second time must change nothing. */
static void check_stable(const struct buf *text)
{
	struct buf again = BUF_INIT;
	uint32_t controls = 0;
	bool changed = false;

	normalise_text(text->data, text->len, &again, &controls, &changed);
	if (controls != 0 || changed || again.len != text->len)
		abort();
	buf_release(&again);
}

static void read_words(const struct buf *text)
{
	struct tokens t = { text->data, text->len, 0 };
	struct buf form = BUF_INIT;
	size_t start, end, last = 0;

	while (tokens_next(&t, &start, &end)) {
		if (start < last || end <= start || end > text->len)
			abort();
		last = end;
		buf_reset(&form);
		token_form(text->data + start, end - start, true, &form);
		if (!utf8_valid(form.data, form.len, NULL))
			abort();
	}
	buf_release(&form);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf raw = BUF_INIT, text = BUF_INIT;
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	uint32_t controls = 0;
	bool changed = false;

	if (normalise_decode((const char *)data, size, &raw, &d, &e) == RC_OK) {
		if (!utf8_valid(raw.data, raw.len, NULL))
			abort();
		normalise_text(raw.data, raw.len, &text, &controls, &changed);
		check_text(text.data, text.len);
		check_stable(&text);
		read_words(&text);
	} else if (e.msg[0] == '\0') {
		abort();
	}
	diags_release(&d);
	buf_release(&raw);
	buf_release(&text);
	return 0;
}
