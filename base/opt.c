/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/opt.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

#define WORD_MAX_LEN 40

static size_t least(size_t a, size_t b, size_t c)
{
	size_t m = a < b ? a : b;

	return m < c ? m : c;
}

size_t opt_distance(const char *a, const char *b)
{
	size_t rows[3][WORD_MAX_LEN + 1];
	size_t *two = rows[0], *one = rows[1], *now = rows[2];
	size_t na = strlen(a), nb = strlen(b);

	if (na > WORD_MAX_LEN || nb > WORD_MAX_LEN)
		return SIZE_MAX;
	for (size_t j = 0; j <= nb; j++)
		one[j] = j;
	for (size_t i = 1; i <= na; i++) {
		size_t *old = two;

		now[0] = i;
		for (size_t j = 1; j <= nb; j++) {
			size_t change = one[j - 1] + (a[i - 1] != b[j - 1]);

			now[j] = least(change, one[j] + 1, now[j - 1] + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
				two[j - 2] + 1 < now[j])
				now[j] = two[j - 2] + 1;
		}
		two = one;
		one = now;
		now = old;
	}
	return one[nb];
}

const char *opt_nearest(const char *word, const char *const *words, size_t n)
{
	size_t best = strlen(word) <= 3 ? 2 : 3;
	const char *nearest = NULL;

	for (size_t i = 0; i < n; i++) {
		size_t d = opt_distance(word, words[i]);

		if (d < best) {
			best = d;
			nearest = words[i];
		}
	}
	return nearest;
}

/* Where the parser stands. */
struct args {
	const struct opt *table;
	size_t n;
	int argc, i;
	char **argv;
	struct err *e;
};

static const struct opt *find_name(const struct args *a, const char *name, size_t len)
{
	for (size_t i = 0; i < a->n; i++) {
		const char *have = a->table[i].name;

		if (have != NULL && strlen(have) == len && memcmp(have, name, len) == 0)
			return &a->table[i];
	}
	return NULL;
}

static const struct opt *find_letter(const struct args *a, char letter)
{
	for (size_t i = 0; i < a->n; i++)
		if (a->table[i].letter == letter)
			return &a->table[i];
	return NULL;
}

static enum rc unknown_name(const struct args *a, const char *name, size_t len)
{
	VEC(const char *) names = VEC_INIT;
	char *word = mem_dup(name, len);
	const char *nearest;

	for (size_t i = 0; i < a->n; i++)
		if (a->table[i].name != NULL)
			vec_push(&names, a->table[i].name);
	nearest = opt_nearest(word, names.items, names.n);
	if (nearest != NULL)
		err_set(a->e, RC_USAGE, "unknown option '--%s'; did you mean '--%s'?", word,
			nearest);
	else
		err_set(a->e, RC_USAGE, "unknown option '--%s'", word);
	free(word);
	vec_release(&names);
	return RC_USAGE;
}

static enum rc set_flag(const struct opt *o, const char *s, struct err *e)
{
	(void)s;
	(void)e;
	*(bool *)o->value = true;
	return RC_OK;
}

static enum rc set_text(const struct opt *o, const char *s, struct err *e)
{
	(void)e;
	*(const char **)o->value = s;
	return RC_OK;
}

static enum rc set_list(const struct opt *o, const char *s, struct err *e)
{
	struct opt_list *list = o->value;

	(void)e;
	vec_push(list, s);
	return RC_OK;
}

static enum rc set_number(const struct opt *o, const char *s, struct err *e)
{
	size_t sign = s[0] == '-' || s[0] == '+';
	bool any = o->min == 0 && o->max == 0;
	long v;

	errno = 0;
	v = strtol(s, NULL, 10);
	if (s[sign] == '\0' || strspn(s + sign, "0123456789") != strlen(s + sign) || errno != 0)
		return err_set(e, RC_USAGE, "option '--%s': '%s' is no whole number", o->name, s);
	if (!any && (v < o->min || v > o->max))
		return err_set(e, RC_USAGE, "option '--%s': '%s' is not between %ld and %ld",
			o->name, s, o->min, o->max);
	*(long *)o->value = v;
	return RC_OK;
}

static enum rc set_real(const struct opt *o, const char *s, struct err *e)
{
	if (!number_parse(s, o->value))
		return err_set(e, RC_USAGE, "option '--%s': '%s' is no decimal number like 0.5",
			o->name, s);
	return RC_OK;
}

static enum rc set_choice(const struct opt *o, const char *s, struct err *e)
{
	struct buf all = BUF_INIT;

	for (int i = 0; o->choices[i] != NULL; i++) {
		if (strcmp(o->choices[i], s) == 0) {
			*(int *)o->value = i;
			buf_release(&all);
			return RC_OK;
		}
		buf_printf(&all, "%s%s", i > 0 ? ", " : "", o->choices[i]);
	}
	err_set(e, RC_USAGE, "option '--%s': '%s' is none of %s", o->name, s, all.data);
	buf_release(&all);
	return RC_USAGE;
}

static enum rc set_value(const struct opt *o, const char *s, struct err *e)
{
	static enum rc (*const setters[])(const struct opt *, const char *, struct err *) = {
		[OPT_FLAG] = set_flag,
		[OPT_TEXT] = set_text,
		[OPT_LIST] = set_list,
		[OPT_NUMBER] = set_number,
		[OPT_REAL] = set_real,
		[OPT_CHOICE] = set_choice,
	};

	return setters[o->kind](o, s, e);
}

/* The value that stands in the next argument. */
static enum rc next_value(struct args *a, const struct opt *o, const char *shown)
{
	if (a->i + 1 >= a->argc)
		return err_set(a->e, RC_USAGE, "option '%s' needs a value (%s)", shown,
			o->arg != NULL ? o->arg : "VALUE");
	return set_value(o, a->argv[++a->i], a->e);
}

static enum rc parse_long(struct args *a)
{
	const char *arg = a->argv[a->i], *name = arg + 2;
	size_t len = strcspn(name, "=");
	const struct opt *o = find_name(a, name, len);

	if (o == NULL)
		return unknown_name(a, name, len);
	if (o->kind == OPT_FLAG && name[len] == '=')
		return err_set(a->e, RC_USAGE, "option '--%s' takes no value", o->name);
	if (o->kind != OPT_FLAG && name[len] != '=')
		return next_value(a, o, arg);
	return set_value(o, name + len + 1, a->e);
}

static enum rc parse_letters(struct args *a)
{
	for (const char *p = a->argv[a->i] + 1; *p != '\0'; p++) {
		const struct opt *o = find_letter(a, *p);
		char shown[3] = { '-', *p, '\0' };
		enum rc rc;

		if (o == NULL)
			return err_set(a->e, RC_USAGE, "unknown option '%s'",
				(unsigned char)*p < 0x80 ? shown : a->argv[a->i]);
		if (o->kind != OPT_FLAG)
			return p[1] != '\0' ? set_value(o, p + 1, a->e) : next_value(a, o, shown);
		rc = set_value(o, NULL, a->e);
		if (rc != RC_OK)
			return rc;
	}
	return RC_OK;
}

enum rc opt_parse(const struct opt *table, size_t n, int argc, char **argv, struct opt_list *rest,
	struct err *e)
{
	struct args a = { table, n, argc, 1, argv, e };
	bool ended = false;
	enum rc rc = RC_OK;

	for (; rc == RC_OK && a.i < argc; a.i++) {
		const char *arg = argv[a.i];

		if (ended || arg[0] != '-' || arg[1] == '\0')
			vec_push(rest, arg);
		else if (strcmp(arg, "--") == 0)
			ended = true;
		else
			rc = arg[1] == '-' ? parse_long(&a) : parse_letters(&a);
	}
	return rc;
}

#define PLAIN "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-+/:=,@%"

/* Letters of other scripts need no quotes. */
static bool is_plain(const char *word)
{
	if (*word == '\0')
		return false;
	for (; *word != '\0'; word++)
		if ((unsigned char)*word < 0x80 && strchr(PLAIN, *word) == NULL)
			return false;
	return true;
}

void opt_quote(const char *word, struct buf *out)
{
	if (is_plain(word)) {
		buf_adds(out, word);
	} else if (strpbrk(word, "\"`$\\!") == NULL) {
		buf_printf(out, "\"%s\"", word);
	} else {
		buf_addc(out, '\'');
		for (; *word != '\0'; word++)
			if (*word == '\'')
				buf_adds(out, "'\\''");
			else
				buf_addc(out, *word);
		buf_addc(out, '\'');
	}
}

static void help_left(const struct opt *o, struct buf *out)
{
	buf_reset(out);
	if (o->letter != 0)
		buf_printf(out, "  -%c%s", o->letter, o->name != NULL ? ", " : "");
	else
		buf_adds(out, "      ");
	if (o->name != NULL)
		buf_printf(out, "--%s", o->name);
	if (o->arg != NULL)
		buf_printf(out, " %s", o->arg);
}

void opt_help(const struct opt *table, size_t n, struct buf *out)
{
	struct buf left = BUF_INIT;
	size_t widest = 0;
	const size_t most = 32; /* a longer left side gets a line of its own */

	for (size_t i = 0; i < n; i++) {
		help_left(&table[i], &left);
		if (left.len > widest && left.len <= most)
			widest = left.len;
	}
	for (size_t i = 0; i < n; i++) {
		help_left(&table[i], &left);
		if (left.len > widest)
			buf_printf(out, "%s\n%*s", left.data, (int)widest, "");
		else
			buf_printf(out, "%-*s", (int)widest, left.data);
		buf_printf(out, "  %s\n", table[i].help != NULL ? table[i].help : "");
	}
	buf_release(&left);
}
