/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Warnings about regular expressions that are slow: nested quantifiers, and no literal to look for.
 */
#include "codebooks/lint.h"

#include <string.h>

#define LITERAL 2 /* letters or digits in a row */

struct shape {
	const char *re, *end;
	bool nested; /* an unbounded quantifier on what holds one */
};

struct part {
	bool literal;	/* has letters that every match holds */
	bool unbounded; /* holds an unbounded quantifier */
};

static bool is_literal(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (unsigned char)c >= 0x80;
}

static void skip_class(struct shape *s)
{
	s->re++;
	if (s->re < s->end && *s->re == '^')
		s->re++;
	if (s->re < s->end && *s->re == ']')
		s->re++;
	while (s->re < s->end && *s->re != ']')
		s->re += *s->re == '\\' && s->end - s->re > 1 ? 2 : 1;
	s->re += s->re < s->end;
}

/* Behind an atom: is it optional, is it unbounded? */
static void read_quantifier(struct shape *s, bool *optional, bool *unbounded)
{
	char c = s->re < s->end ? *s->re : '\0';
	const char *close = c == '{' ? memchr(s->re, '}', (size_t)(s->end - s->re)) : NULL;

	*optional = c == '*' || c == '?' || (c == '{' && (s->re[1] == '0' || s->re[1] == ','));
	*unbounded = c == '*' || c == '+' || (close != NULL && close[-1] == ',');
	if (c == '*' || c == '+' || c == '?')
		s->re++;
	else if (close != NULL)
		s->re = close + 1;
	else
		return;
	if (s->re < s->end && (*s->re == '?' || *s->re == '+'))
		s->re++;
}

static struct part read_choice(struct shape *s);

static struct part read_group(struct shape *s)
{
	struct part part;
	bool ahead = false;

	s->re++;
	if (s->end - s->re > 1 && s->re[0] == '?') {
		ahead = strchr("=!", s->re[1]) != NULL ||
			(s->re[1] == '<' && s->end - s->re > 2 && strchr("=!", s->re[2]) != NULL);
		while (s->re < s->end && strchr("?:=!<>|Pimsx-", *s->re) != NULL)
			s->re++;
	}
	part = read_choice(s);
	s->re += s->re < s->end; /* ')' */
	part.literal = part.literal && !ahead;
	return part;
}

/* One atom; run counts the literal characters up to it. */
static struct part read_atom(struct shape *s, size_t *run)
{
	struct part part = { false, false };
	bool optional, unbounded, single = false;

	if (*s->re == '(') {
		part = read_group(s);
	} else if (*s->re == '[') {
		skip_class(s);
	} else if (*s->re == '\\') {
		s->re += s->end - s->re > 1 ? 2 : 1;
	} else {
		single = is_literal(*s->re);
		s->re++;
	}
	read_quantifier(s, &optional, &unbounded);
	if (unbounded && part.unbounded)
		s->nested = true;
	*run = single && !optional ? *run + 1 : 0;
	part.literal = (part.literal && !optional) || *run >= LITERAL;
	part.unbounded = part.unbounded || unbounded;
	return part;
}

/* Alternatives up to ')' or the end: a literal that each of them has. */
static struct part read_choice(struct shape *s)
{
	struct part all = { true, false }, one = { false, false };
	size_t run = 0;

	while (s->re < s->end && *s->re != ')') {
		struct part atom;

		if (*s->re == '|') {
			all.literal = all.literal && one.literal;
			one.literal = false;
			run = 0;
			s->re++;
			continue;
		}
		atom = read_atom(s, &run);
		one.literal = one.literal || atom.literal;
		all.unbounded = all.unbounded || atom.unbounded;
	}
	all.literal = all.literal && one.literal;
	return all;
}

void lint_regex_shape(struct parser *p, const struct place_use *u)
{
	const struct pattern *w = u->pattern;
	struct shape s = { w->form, w->form + strlen(w->form), false };
	struct part part = read_choice(&s);

	if (s.nested)
		complain_hint(
			p->c, lint_warning(p, u->rule, w->at, SAY(W056_NESTED)), SAY(H_NESTED));
	if (!part.literal)
		complain_hint(p->c, lint_warning(p, u->rule, w->at, SAY(W057_NO_LETTERS)),
			SAY(H_ADD_LETTERS));
}
