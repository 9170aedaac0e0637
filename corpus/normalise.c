/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/normalise.h"

#include <string.h>

#include "base/utf8.h"

static bool is_plain(unsigned char c)
{
	return (c >= 0x20 && c < 0x7f) || c == '\n' || c == '\t';
}

/* What becomes of a code point that may not stay: a line break, or nothing. */
enum fate { KEEP, BREAK, REMOVE };

static enum fate fate_of(uint32_t cp)
{
	switch (cp) {
	case '\n':
	case '\t':
		return KEEP;
	case '\r':
	case '\v':
	case '\f':
	case 0x85:
	case 0x2028:
	case 0x2029:
		return BREAK;
	case 0xfeff:
		return REMOVE;
	default:
		return utf8_is_control(cp) ? REMOVE : KEEP;
	}
}

/* Are eight bytes all between blank and tilde?  In one step: the rest is rare. */
static bool are_plain(const char *p)
{
	const uint64_t ones = 0x0101010101010101u, high = 0x80 * ones;
	uint64_t w, below, del;

	memcpy(&w, p, sizeof w);
	below = w - 0x20 * ones; /* borrows, so sets a high bit, where a byte is below a blank */
	del = w + ones;		 /* carries into the high bit where it is DEL */
	return ((w | below | del) & high) == 0;
}

/* The first byte at or behind p that is not plain ASCII text. */
static const char *skip_plain(const char *p, const char *end)
{
	while (end - p >= 8 && are_plain(p))
		p += 8;
	while (p < end && is_plain((unsigned char)*p))
		p++;
	return p;
}

/* Is there anything to take out?  Sets *ascii when there is nothing to compose either. */
static bool is_clean(const char *p, size_t len, bool *ascii)
{
	const char *end = p + len;
	uint32_t cp;

	*ascii = true;
	while ((p = skip_plain(p, end)) < end) {
		size_t n = utf8_next(p, end, &cp);

		if (fate_of(cp) != KEEP)
			return false;
		*ascii = false;
		p += n;
	}
	return true;
}

static uint32_t strip(const char *p, size_t len, struct buf *out)
{
	const char *end = p + len;
	uint32_t cp, removed = 0;

	while (p < end) {
		const char *stop = skip_plain(p, end);

		buf_add(out, p, (size_t)(stop - p));
		p = stop;
		if (p == end)
			break;
		size_t n = utf8_next(p, end, &cp);
		enum fate fate = fate_of(cp);

		if (fate == KEEP)
			buf_add(out, p, n);
		else if (fate == BREAK)
			buf_addc(out, '\n');
		else
			removed++;
		if (cp == '\r' && p + 1 < end && p[1] == '\n')
			n++;
		p += n;
	}
	return removed;
}

static void add_nfc(const char *p, size_t len, struct buf *out, bool *changed)
{
	size_t before = out->len;

	if (utf8_is_nfc_quick(p, len)) {
		buf_add(out, p, len);
		return;
	}
	utf8_nfc(p, len, out);
	if (out->len - before != len || memcmp(out->data + before, p, len) != 0)
		*changed = true;
}

void normalise_text(const char *p, size_t len, struct buf *out, uint32_t *controls, bool *changed)
{
	struct buf clean = BUF_INIT;
	bool ascii;

	if (!is_clean(p, len, &ascii)) {
		*controls += strip(p, len, &clean);
		p = clean.data;
		len = clean.len;
		ascii = false;
	}
	if (ascii)
		buf_add(out, p, len);
	else
		add_nfc(p, len, out, changed);
	buf_release(&clean);
}
