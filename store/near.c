/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/near.h"

#include <string.h>

#include "base/buf.h"
#include "base/opt.h"
#include "base/utf8.h"

#define PART_MIN 3 /* bytes of a word that is looked for within others */

static void fold(const char *s, struct buf *out)
{
	size_t len = strlen(s);

	if (utf8_valid(s, len, NULL))
		utf8_fold(s, len, out);
	else
		buf_adds(out, s);
}

bool near_same(const char *a, const char *b)
{
	struct buf x = BUF_INIT, y = BUF_INIT;
	bool same;

	if (strcmp(a, b) == 0)
		return true;
	fold(a, &x);
	fold(b, &y);
	same = x.len == y.len && memcmp(x.data, y.data, x.len) == 0;
	buf_release(&y);
	buf_release(&x);
	return same;
}

bool near_begins(const char *text, const char *beginning)
{
	struct buf x = BUF_INIT, y = BUF_INIT;
	bool begins;

	fold(text, &x);
	fold(beginning, &y);
	begins = y.len > 0 && y.len <= x.len && memcmp(x.data, y.data, y.len) == 0;
	buf_release(&y);
	buf_release(&x);
	return begins;
}

unsigned near_number(const char *typed)
{
	unsigned n = 0;

	if (*typed == '\0')
		return 0;
	for (; *typed != '\0'; typed++) {
		if (*typed < '0' || *typed > '9' || n > 99999999)
			return 0;
		n = 10 * n + (unsigned)(*typed - '0');
	}
	return n;
}

void near_add(struct near *n, const char *word)
{
	if (*word != '\0')
		vec_push(&n->words, arena_strdup(&n->arena, word));
}

static bool holds(const char *text, const char *part)
{
	struct buf x = BUF_INIT, y = BUF_INIT;
	bool found;

	fold(text, &x);
	fold(part, &y);
	found = y.len >= PART_MIN && memmem(x.data, x.len, y.data, y.len) != NULL;
	buf_release(&y);
	buf_release(&x);
	return found;
}

/* The only word that has what was typed somewhere within; NULL: none or several. */
static const char *only_with(const struct near *n, const char *typed)
{
	const char *best = NULL;

	vec_each (const char *, word, &n->words) {
		if (!holds(*word, typed))
			continue;
		if (best != NULL && strcmp(best, *word) != 0)
			return NULL;
		best = *word;
	}
	return best;
}

enum rc near_fail(const struct near *n, const char *what, const char *command, const char *typed,
	struct err *e)
{
	const char *best = opt_nearest(typed, n->words.items, n->words.n);

	if (best == NULL)
		best = only_with(n, typed);
	if (best != NULL)
		return err_set(e, RC_NOTFOUND, "there is no %s '%s'; did you mean '%s'?", what,
			typed, best);
	if (command != NULL)
		return err_set(e, RC_NOTFOUND, "there is no %s '%s'; '%s' lists them", what, typed,
			command);
	return err_set(e, RC_NOTFOUND, "there is no %s '%s'", what, typed);
}

void near_release(struct near *n)
{
	vec_release(&n->words);
	arena_release(&n->arena);
}
