/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/number.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What the locale uses as decimal point is whatever is no digit, sign or exponent. */
static void add_with_point(struct buf *out, const char *s)
{
	bool in_point = false;

	for (; *s != '\0'; s++) {
		if (strchr("0123456789+-e", *s) != NULL) {
			buf_addc(out, *s);
			in_point = false;
		} else if (!in_point) {
			buf_addc(out, '.');
			in_point = true;
		}
	}
}

void number_add(struct buf *out, double v)
{
	size_t start = out->len;
	char text[64];

	if (v == 0)
		v = 0; /* -0.0 */
	for (int digits = 15; digits <= 17; digits++) {
		snprintf(text, sizeof text, "%.*g", digits, v);
		if (strtod(text, NULL) == v)
			break;
	}
	add_with_point(out, text);
	if (strpbrk(out->data + start, ".e") == NULL)
		buf_adds(out, ".0");
}

void number_add_fixed(struct buf *out, double v, int digits)
{
	char text[400];
	size_t start = out->len;

	snprintf(text, sizeof text, "%.*f", digits < 0 ? 0 : digits > 40 ? 40 : digits, v);
	add_with_point(out, text);
	/* "-0.00" says nothing that "0.00" does not. */
	if (out->data[start] == '-' && strpbrk(out->data + start, "123456789") == NULL) {
		memmove(out->data + start, out->data + start + 1, out->len - start);
		out->len--;
	}
}

bool number_parse(const char *s, double *out)
{
	size_t sign = s[0] == '-' || s[0] == '+';
	size_t whole = strspn(s + sign, "0123456789");
	const char *rest = s + sign + whole;
	locale_t c;
	double v;

	if (whole == 0)
		return false;
	if (*rest == '.') {
		size_t part = strspn(rest + 1, "0123456789");

		if (part == 0)
			return false;
		rest += 1 + part;
	}
	if (*rest != '\0')
		return false;
	c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
	v = strtod_l(s, NULL, c);
	freelocale(c);
	if (!isfinite(v))
		return false;
	*out = v;
	return true;
}
