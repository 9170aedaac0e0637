/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers of the rule language, and what to write instead of a wrong one (E011). */
#include "base/ascii.h"
#include "codebooks/parse.h"

#include <string.h>

#include "base/number.h"

static size_t digits(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && ascii_digit(s[n]))
		n++;
	return n;
}

/* 12 or 0.7 */
static bool is_decimal(const char *s, size_t len)
{
	size_t whole = digits(s, len), part;

	if (whole == 0 || whole == len)
		return whole > 0;
	if (s[whole] != '.')
		return false;
	part = digits(s + whole + 1, len - whole - 1);
	return part > 0 && whole + 1 + part == len;
}

static bool starts_number(const struct parser *p)
{
	const char *s = parse_raw(p);

	return p->tok.kind == TOKEN_RUN &&
	       (ascii_digit(s[0]) || (s[0] == '.' && parse_len(p) > 1 && ascii_digit(s[1])));
}

static struct diag *missing(struct parser *p, enum message what)
{
	if (parse_flawed(p))
		return NULL;
	if (p->tok.kind == TOKEN_END)
		return complain_error(p->c, p->tok.at, SAY(E011_MISSING), parse_piece(p, what));
	return complain_error(
		p->c, p->tok.at, SAY(E011_MISSING_BEFORE), parse_piece(p, what), parse_clip(p));
}

bool parse_integer(struct parser *p, enum message what, uint32_t min, uint32_t max, uint32_t *out)
{
	const char *s = parse_raw(p);
	size_t len = parse_len(p);
	uint32_t v = 0;
	struct diag *g;

	if (!starts_number(p)) {
		g = missing(p, what);
		complain_hint(p->c, g, SAY(H_WHOLE_NUMBER), min, max);
		return false;
	}
	for (size_t i = 0; i < len && ascii_digit(s[i]) && v <= max; i++)
		v = v * 10 + (uint32_t)(s[i] - '0');
	if (digits(s, len) < len || v < min || v > max) {
		complain_error(p->c, p->tok.at, SAY(E011_RANGE), parse_piece(p, what), min, max,
			parse_clip(p));
		return false;
	}
	*out = v;
	parse_advance(p);
	return true;
}

/* "0,7" -> "0.7", ".7" -> "0.7", else NULL. */
static const char *proposal(struct parser *p)
{
	const char *s = parse_raw(p);
	char *fixed =
		arena_printf(p->arena, "%s%.*s", s[0] == '.' ? "0" : "", (int)parse_len(p), s);
	char *comma = strchr(fixed, ',');

	if (comma != NULL)
		*comma = '.';
	return is_decimal(fixed, strlen(fixed)) ? fixed : NULL;
}

static bool bad_form(struct parser *p, enum message what)
{
	struct diag *g = complain_error(
		p->c, p->tok.at, SAY(E011_FORM), parse_clip(p), parse_piece(p, what));
	const char *better = proposal(p);

	if (better != NULL)
		complain_hint(p->c, g, SAY(H_WRITE), better);
	else
		complain_hint(p->c, g, SAY(H_NUMBER));
	return false;
}

bool parse_share(struct parser *p, enum message what, double *out)
{
	const char *number;

	if (!starts_number(p)) {
		complain_hint(p->c, missing(p, what), SAY(H_NUMBER));
		return false;
	}
	if (parse_len(p) > 40 || !is_decimal(parse_raw(p), parse_len(p)))
		return bad_form(p, what);
	number = arena_dup(p->arena, parse_raw(p), parse_len(p));
	if (!number_parse(number, out) || !(*out > 0) || *out > 1) {
		complain_error(p->c, p->tok.at, SAY(E011_SHARE), parse_piece(p, what), number);
		return false;
	}
	parse_advance(p);
	return true;
}
