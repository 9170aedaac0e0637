/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "output/writer.h"

/* Digits of |v| with `decimals` places and a point, whatever the locale. */
static size_t plain_digits(double v, int decimals, char *out, size_t size)
{
	int n = snprintf(out, size, "%.*f", decimals, fabs(v));

	for (char *p = out; *p != '\0'; p++)
		if (*p == ',')
			*p = '.';
	return n < 0 ? 0 : (size_t)n;
}

static bool is_zero(const char *digits)
{
	return strspn(digits, "0.") == strlen(digits);
}

void number_text(double v, int decimals, const char *lang, struct buf *out)
{
	bool indonesian = strcmp(lang, "id") == 0;
	char digits[400];
	size_t whole;

	if (!isfinite(v)) {
		buf_adds(out, "\xe2\x80\x93"); /* en dash: no value */
		return;
	}
	plain_digits(v, decimals, digits, sizeof digits);
	if (v < 0 && !is_zero(digits))
		buf_adds(out, "\xe2\x88\x92");
	whole = strcspn(digits, ".");
	for (size_t i = 0; i < whole; i++) {
		if (i > 0 && (whole - i) % 3 == 0)
			buf_addc(out, indonesian ? '.' : ',');
		buf_addc(out, digits[i]);
	}
	if (digits[whole] == '.') {
		buf_addc(out, indonesian ? ',' : '.');
		buf_adds(out, digits + whole + 1);
	}
}

void number_machine(double v, int decimals, struct buf *out)
{
	char digits[400];

	if (!isfinite(v))
		return;
	plain_digits(v, decimals, digits, sizeof digits);
	if (v < 0 && !is_zero(digits))
		buf_addc(out, '-');
	buf_adds(out, digits);
}
