/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several labels of one speaker: "Kiki (K)" and "K", "Bu Sari (kader)" and "Bu Sari", "Narasuber"
 * and "Narasumber". */
#include <string.h>

#include "base/mem.h"
#include "corpus/turns_marks.h"

#define ALIAS_MAX 4    /* bytes of the short name in "Kiki (K)" */
#define NAMES_MAX 1000 /* labels that are compared with each other */
#define SLIP_LINES 2   /* lines of a label before others can be a slip of it */

/* "Kiki (K)" in pieces; what is in brackets up to a comma. */
struct bracketed {
	const char *before, *inside;
	size_t before_len, inside_len;
};

static bool take_apart(const char *text, struct bracketed *b)
{
	const char *open = strchr(text, '('), *close = strchr(text, ')');

	if (open == NULL || close == NULL || close[1] != '\0' || open == text || close < open)
		return false;
	*b = (struct bracketed){ .before = text,
		.before_len = (size_t)(open - text),
		.inside = open + 1,
		.inside_len = strcspn(open + 1, ",)") };
	while (b->before_len > 0 && text[b->before_len - 1] == ' ')
		b->before_len--;
	return true;
}

/* Is the label the only one that is "X (...)"? */
static bool is_only(const struct marks *m, const struct who *w, const struct bracketed *b)
{
	size_t found = 0;

	for (size_t i = 0; i < m->whos.n && i < NAMES_MAX; i++) {
		struct bracketed other;

		found += take_apart(m->whos.items[i].text, &other) &&
			 other.before_len == b->before_len &&
			 memcmp(other.before, b->before, b->before_len) == 0;
	}
	return found == 1 && (w->word == NULL || w->word->kind == SPEAKER_PERSON);
}

/* The other name of one speaker in "Kiki (K)", "K (Kiki)" or "Kiki (kader)", if it is used too;
 * *name: where in the text "Kiki" stands, *len 0 = nowhere. */
static uint32_t alias_of(struct marks *m, const struct who *w, const char **name, size_t *len)
{
	struct bracketed b;
	uint32_t n;

	if (!take_apart(w->text, &b))
		return MARK_NOBODY;
	*name = b.before;
	*len = turns_role_word(b.before, b.before_len) == NULL ? b.before_len : 0;
	n = marks_who(m, NULL, b.inside, b.inside_len, false);
	if (n != INTERN_NONE && b.inside_len <= ALIAS_MAX)
		return n;
	n = marks_who(m, NULL, b.before, b.before_len, false);
	if (n == INTERN_NONE)
		return MARK_NOBODY;
	*name = b.inside;
	*len = strlen(b.inside) - 1;
	if (b.before_len <= ALIAS_MAX)
		return n;
	*len = 0;
	return is_only(m, w, &b) ? n : MARK_NOBODY;
}

/* The role word that a label was meant to be, if that is a label too. */
static uint32_t slip_of(const struct marks *m, const uint32_t *lines, const struct who *w)
{
	size_t len = strlen(w->text);

	for (uint32_t i = 0; i < m->whos.n && i < NAMES_MAX; i++) {
		const struct who *other = &m->whos.items[i];

		if (lines[i] >= SLIP_LINES &&
			turns_is_slip(w->text, len, other->text, strlen(other->text)))
			return i;
	}
	return MARK_NOBODY;
}

/* Lines of each label that are no head; the caller frees. */
static uint32_t *count_lines(const struct marks *m)
{
	uint32_t *lines = mem_zalloc(m->whos.n + 1, sizeof *lines);

	vec_each (const struct line_mark, mark, &m->list)
		if (!mark->head && mark->who != MARK_NOBODY && mark->form < LABEL_DASH)
			lines[mark->who]++;
	return lines;
}

static uint32_t other_of(struct marks *m, struct draft *draft, const uint32_t *lines, uint32_t i)
{
	struct who *w = &m->whos.items[i];
	const char *name = NULL;
	size_t len = 0;
	uint32_t to = lines[i] > 0 ? slip_of(m, lines, w) : MARK_NOBODY;

	if (to != MARK_NOBODY) {
		w->slip_of = m->whos.items[to].text;
		return to;
	}
	to = alias_of(m, w, &name, &len);
	if (to == MARK_NOBODY)
		return to;
	if (len > 0)
		m->whos.items[to].name = arena_dup(&draft->arena, name, len);
	if (m->whos.items[to].word == NULL)
		m->whos.items[to].word = w->word;
	return to;
}

void marks_join_aliases(struct marks *m, struct draft *draft)
{
	uint32_t *to = mem_alloc((m->whos.n + 1) * sizeof *to), *lines = count_lines(m);

	for (uint32_t i = 0; i < m->whos.n; i++)
		to[i] = other_of(m, draft, lines, i);
	vec_each (struct line_mark, mark, &m->list)
		if (mark->who != MARK_NOBODY && to[mark->who] != MARK_NOBODY)
			mark->who = to[mark->who];
	free(to);
	free(lines);
}
