/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coder/value.h"

#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/number.h"
#include "base/utf8.h"
#include "codebooks/glob.h"

static void fold(const char *s, struct buf *out)
{
	utf8_fold(s, strlen(s), out);
}

static int compare_text(const char *a, const char *b)
{
	struct buf fa = BUF_INIT, fb = BUF_INIT;
	int diff;

	fold(a, &fa);
	fold(b, &fb);
	diff = strcmp(fa.data, fb.data);
	buf_release(&fa);
	buf_release(&fb);
	return diff;
}

bool value_same(const char *a, const char *b)
{
	return compare_text(a, b) == 0;
}

static bool like(const char *has, const char *glob)
{
	struct buf h = BUF_INIT, g = BUF_INIT;
	bool yes;

	fold(has, &h);
	fold(glob, &g);
	yes = glob_match(g.data, g.len, h.data, h.len);
	buf_release(&h);
	buf_release(&g);
	return yes;
}

/* A bare year is a number, too; it is a date beside one. */
static bool both_dates(const char *a, const char *b)
{
	return (strchr(a, '-') != NULL || strchr(b, '-') != NULL) && clock_date_valid(a) &&
	       clock_date_valid(b);
}

/* Dates compare at the precision of the coarser one: 2024-08-17 is in 2024-08. */
static int compare_dates(const char *a, const char *b)
{
	size_t la = strlen(a), lb = strlen(b);

	return strncmp(a, b, la < lb ? la : lb);
}

static int compare(const char *has, const char *wanted, value_key_fn *key)
{
	double a, b;

	if (key != NULL && key(has) >= 0 && key(wanted) >= 0)
		return key(has) - key(wanted);
	if (both_dates(has, wanted))
		return compare_dates(has, wanted);
	if (number_parse(has, &a) && number_parse(wanted, &b))
		return a < b ? -1 : a > b;
	return compare_text(has, wanted);
}

bool value_test(const char *has, enum cond_op op, const char *wanted, value_key_fn *key)
{
	int diff = op == OP_LIKE ? 0 : compare(has, wanted, key);

	switch (op) {
	case OP_EQ:
		return diff == 0;
	case OP_NE:
		return diff != 0;
	case OP_LT:
		return diff < 0;
	case OP_LE:
		return diff <= 0;
	case OP_GT:
		return diff > 0;
	case OP_GE:
		return diff >= 0;
	case OP_LIKE:
		break;
	}
	return like(has, wanted);
}
