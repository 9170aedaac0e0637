/* SPDX-License-Identifier: GPL-3.0-or-later */
/* marks_choose(): which of the names in front of lines are speakers. */
#include <string.h>

#include "base/mem.h"
#include "corpus/abbreviations.h"
#include "corpus/turns_joint.h"
#include "corpus/turns_marks.h"

#define HEAD_LINES 40	 /* the head of a transcript ends here at the latest */
#define ALIAS_MAX 4	 /* bytes of the short name in "Kiki (K)" */
#define JOINT_NAMES 1000 /* joint labels, and speakers among whom their parts are looked for */
#define FAMILY_MAX 64	 /* numbered speakers that are looked at */

bool marks_names(const struct marks *m, const struct line_mark *mark)
{
	const struct who *w;

	if (mark->who == MARK_NOBODY || mark->head)
		return false;
	w = &m->whos.items[mark->who];
	if (!w->chosen)
		return false;
	if (mark->form == LABEL_COLON || mark->form == LABEL_TIMED || w->hint != NULL)
		return true;
	return w->forms[LABEL_COLON] + w->forms[LABEL_TIMED] == 0;
}

/* ---- the head: "Tanggal: 3 Mei 2024", "Informan: Bu Sari" ---- */

static const char *value_of(const struct draft *draft, const struct line_mark *mark, size_t *len)
{
	const char *p = draft->text.data + mark->text;
	size_t left = draft->paras.items[mark->para].end - mark->text;
	const char *nl = memchr(p, '\n', left);

	*len = nl != NULL ? (size_t)(nl - p) : left;
	while (*len > 0 && p[*len - 1] == ' ')
		--*len;
	return p;
}

static bool is_key(const struct marks *m, const struct line_mark *mark)
{
	const char *name;

	if (mark->form != LABEL_COLON)
		return false;
	name = m->whos.items[mark->who].text;
	return turns_is_head_key(name, strlen(name));
}

/* A key of the head, or a role with a name behind it ("Informan: Bu Sari"). */
static bool is_head_line(
	const struct marks *m, const struct draft *draft, const struct line_mark *mark)
{
	const char *value;
	size_t len;

	if (is_key(m, mark))
		return true;
	if (mark->form != LABEL_COLON || mark->ms >= 0 || mark->text - mark->name < 4)
		return false;
	value = value_of(draft, mark, &len);
	return len == 0 || label_is_name(value, len);
}

/* Was the name of the mark used before in [from,to)? */
static bool repeats(const struct marks *m, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (m->list.items[i].who == m->list.items[to].who)
			return true;
	return false;
}

static bool is_next(const struct marks *m, const struct draft *draft, size_t i, bool tight)
{
	const struct line_mark *a = &m->list.items[i], *b = a + 1;

	if (b->number != a->number + 1)
		return false;
	return a->para == b->para || draft->paras.items[b->para].tight || !tight;
}

/* Marks the run of "key: value" lines around the first head key, if there is one near the start. */
static void find_head(struct marks *m, const struct draft *draft)
{
	size_t key = 0, from, to, last;
	bool tight;

	while (key < m->list.n && m->list.items[key].number <= HEAD_LINES &&
		!is_key(m, &m->list.items[key]))
		key++;
	if (key == m->list.n || m->list.items[key].number > HEAD_LINES)
		return;
	from = to = last = key;
	while (from > 0 && is_next(m, draft, from - 1, false) &&
		is_head_line(m, draft, &m->list.items[from - 1]))
		from--;
	tight = to + 1 < m->list.n && is_next(m, draft, to, true);
	while (to + 1 < m->list.n && to - from < HEAD_LINES && is_next(m, draft, to, tight) &&
		is_head_line(m, draft, &m->list.items[to + 1]) && !repeats(m, from, to + 1)) {
		to++;
		if (tight || is_key(m, &m->list.items[to]))
			last = to;
	}
	for (size_t i = from; i <= last; i++)
		m->list.items[i].head = true;
}

/* ---- who is a speaker ---- */

/* The other name of one speaker in "Kiki (K)" or "K (Kiki)", if it is used too; *name: where in the
 * text "Kiki" stands. */
static uint32_t alias_of(struct marks *m, const struct who *w, const char **name, size_t *len)
{
	const char *open = strchr(w->text, '('), *close = strchr(w->text, ')');
	size_t before, inside;
	uint32_t n;

	if (open == NULL || close == NULL || close[1] != '\0' || open == w->text || close < open)
		return MARK_NOBODY;
	before = (size_t)(open - w->text);
	while (before > 0 && w->text[before - 1] == ' ')
		before--;
	inside = (size_t)(close - open) - 1;
	*name = w->text;
	*len = before;
	n = marks_who(m, NULL, open + 1, inside, false);
	if (n != INTERN_NONE && inside <= ALIAS_MAX)
		return n;
	*name = open + 1;
	*len = inside;
	n = marks_who(m, NULL, w->text, before, false);
	return n != INTERN_NONE && before <= ALIAS_MAX ? n : MARK_NOBODY;
}

/* Speakers that are introduced as "Kiki (K)" and then called "K" are one. */
static void join_aliases(struct marks *m, struct draft *draft)
{
	uint32_t *to = mem_alloc(m->whos.n * sizeof *to);
	bool any = false;

	for (uint32_t i = 0; i < m->whos.n; i++) {
		const char *name = NULL;
		size_t len = 0;

		to[i] = alias_of(m, &m->whos.items[i], &name, &len);
		if (to[i] == MARK_NOBODY)
			continue;
		m->whos.items[to[i]].name = arena_dup(&draft->arena, name, len);
		any = true;
	}
	vec_each (struct line_mark, mark, &m->list)
		if (any && mark->who != MARK_NOBODY && to[mark->who] != MARK_NOBODY)
			mark->who = to[mark->who];
	free(to);
}

static void count(struct marks *m)
{
	for (size_t i = 0; i < m->list.n; i++) {
		const struct line_mark *mark = &m->list.items[i];
		struct who *w;

		if (mark->head || mark->who == MARK_NOBODY)
			continue;
		w = &m->whos.items[mark->who];
		w->forms[mark->form]++;
		w->bold += mark->bold;
		w->timed += mark->ms >= 0;
		w->strong += mark->strong;
		w->followed += mark->followed;
		w->total++;
		if (w->first == UINT32_MAX)
			w->first = (uint32_t)i;
	}
}

static uint32_t said(const struct who *w)
{
	return w->forms[LABEL_COLON] + w->forms[LABEL_TIMED];
}

/* Twice at least in a form that means something; words of ordinary text never. */
static bool is_repeated(const struct who *w)
{
	if (w->stop)
		return false;
	if (w->word != NULL && w->total >= 2)
		return true;
	return said(w) >= 2;
}

/* A colon alone proves little: there must be two names that take turns, or one that fills the file.
 */
static bool is_dialogue(const struct marks *m)
{
	uint32_t names = 0, lines = 0;

	vec_each (const struct who, w, &m->whos) {
		if (!is_repeated(w))
			continue;
		if (w->word != NULL || w->bold >= 2 || w->timed >= 2)
			return true;
		names++;
		lines += said(w);
	}
	return (names >= 2 && lines * 10 >= m->lines) || lines * 2 >= m->lines;
}

/* A name alone on its line, time and again (twice behind a time), nearly always with text below.
 */
static bool stands_alone(const struct who *w)
{
	uint32_t least = w->timed == w->total ? 2 : 3;

	return !w->stop && w->forms[LABEL_ALONE] >= least && w->followed * 5 >= w->total * 4;
}

/* Only if nothing better is there. */
static void choose_alone(struct marks *m)
{
	uint32_t names = 0, lines = 0;

	vec_each (const struct who, w, &m->whos) {
		if (w->chosen)
			return;
		names += stands_alone(w);
		lines += stands_alone(w) ? w->forms[LABEL_ALONE] : 0;
	}
	if (names < 2 || lines * 4 < m->lines)
		return;
	vec_each (struct who, w, &m->whos)
		w->chosen = stands_alone(w);
}

/* "P1" and "Informan 3" by what stands before the number: 'P', or the row of the role word. */
static const void *family_of(const struct who *w)
{
	static const char letters[26];
	const char *p = w->text;
	char c = p[0] >= 'a' && p[0] <= 'z' ? (char)(p[0] - 32) : p[0];

	if (w->word != NULL && w->word->kind == SPEAKER_PERSON)
		return w->word;
	if (c < 'A' || c > 'Z' || p[1] == '\0')
		return NULL;
	for (p++; *p != '\0'; p++)
		if (*p < '0' || *p > '9')
			return NULL;
	return &letters[c - 'A'];
}

/* Lines of all members of w's family. */
static uint32_t family_lines(const struct marks *m, const struct who *w)
{
	const void *family = family_of(w);
	uint32_t lines = 0;

	vec_each (const struct who, other, &m->whos)
		if (family != NULL && family_of(other) == family)
			lines += said(other);
	return lines;
}

/* Numbered speakers that speak once each (P1, P2, P3; Q1, A1, Q2, A2), if someone else speaks too.
 */
static void choose_families(struct marks *m)
{
	const void *first = NULL;
	bool others = false;
	uint32_t seen = 0;

	vec_each (const struct who, w, &m->whos) {
		others = others || w->chosen;
		if (said(w) == 0 || family_of(w) == NULL || ++seen > FAMILY_MAX)
			continue;
		if (first != NULL && family_of(w) != first && family_lines(m, w) >= 2)
			others = true;
		if (first == NULL && family_lines(m, w) >= 2)
			first = family_of(w);
	}
	seen = 0;
	vec_each (struct who, w, &m->whos)
		if (others && !w->chosen && said(w) > 0 && family_of(w) != NULL &&
			++seen <= FAMILY_MAX)
			w->chosen = family_lines(m, w) >= 2;
}

/* "Interviewer - ..." counts by its word; then "Rina - ...", time and again, speaks too. */
static void choose_dash(struct marks *m)
{
	uint32_t lines = 0, roles = 0;

	vec_each (const struct who, w, &m->whos) {
		lines += w->forms[LABEL_DASH];
		roles += w->chosen && w->word != NULL && w->forms[LABEL_DASH] >= 2;
	}
	if (roles == 0 || lines * 4 < m->lines)
		return;
	vec_each (struct who, w, &m->whos)
		w->chosen =
			w->chosen || (!w->stop && w->forms[LABEL_DASH] >= 2 &&
					     !abbreviations_is_starter(w->text, strlen(w->text)));
}

/* Two names at least in a form that ordinary text does not have: once each is enough. */
static void choose_strong(struct marks *m)
{
	uint32_t names = 0;

	vec_each (const struct who, w, &m->whos)
		names += w->strong > 0;
	if (names < 2)
		return;
	vec_each (struct who, w, &m->whos)
		w->chosen = w->chosen || w->strong > 0;
}

/* Names seen once among sure ones: in bold or with a time like them, or a group (Semua). */
static void choose_single(struct marks *m)
{
	uint32_t bold = 0, timed = 0, chosen = 0, first = UINT32_MAX;

	vec_each (const struct who, w, &m->whos) {
		if (!w->chosen || w->total == 0)
			continue;
		chosen++;
		bold += w->bold >= 2;
		timed += w->timed >= 2;
		first = w->first < first ? w->first : first;
	}
	vec_each (struct who, w, &m->whos) {
		if (w->chosen || w->stop || said(w) == 0 || w->first < first || chosen == 0)
			continue;
		w->chosen = (w->bold > 0 && bold >= 1) || (w->timed > 0 && timed >= 1) ||
			    (w->word != NULL && w->word->kind != SPEAKER_PERSON);
	}
}

/* ---- several who speak together ---- */

/* The chosen speaker of that name, or the only one whose last word it is. */
static uint32_t part_of(struct marks *m, const struct joint_part *part)
{
	uint32_t n = marks_who(m, NULL, part->p, part->len, false), found = MARK_NOBODY;

	if (n != INTERN_NONE && m->whos.items[n].chosen)
		return n;
	for (uint32_t i = 0; i < m->whos.n && i < JOINT_NAMES; i++) {
		const struct who *w = &m->whos.items[i];
		const char *last = strrchr(w->text, ' ');

		if (!w->chosen || last == NULL || strlen(last + 1) != part->len ||
			memcmp(last + 1, part->p, part->len) != 0)
			continue;
		if (found != MARK_NOBODY)
			return MARK_NOBODY;
		found = i;
	}
	return found;
}

/* "SN dan MR" where SN and MR speak too. */
static void choose_joint(struct marks *m)
{
	static const struct role_word together = { "", ROLE_INFORMANT, SPEAKER_GROUP };
	struct joint_part parts[JOINT_MAX];
	size_t seen = 0;

	for (size_t i = 0; i < m->whos.n && seen < JOINT_NAMES; i++) {
		struct who *w = &m->whos.items[i];
		size_t n = turns_joint_parts(w->text, strlen(w->text), parts), known = 0;

		if (n == 0 || said(w) == 0 || w->hint != NULL)
			continue;
		seen++;
		for (size_t k = 0; k < n; k++)
			known += part_of(m, &parts[k]) != MARK_NOBODY;
		if (known < n)
			continue;
		w->chosen = true;
		w->word = &together;
	}
}

void marks_choose(
	struct marks *m, struct draft *draft, const struct speaker_hint *hints, size_t nhints)
{
	bool dialogue;

	find_head(m, draft);
	join_aliases(m, draft);
	count(m);
	for (size_t i = 0; i < nhints; i++) {
		uint32_t n = marks_who(m, NULL, hints[i].label, strlen(hints[i].label), false);

		if (n != INTERN_NONE)
			m->whos.items[n].hint = &hints[i];
	}
	dialogue = is_dialogue(m);
	vec_each (struct who, w, &m->whos)
		w->chosen = w->hint != NULL || w->by_format || (dialogue && is_repeated(w));
	choose_alone(m);
	choose_families(m);
	choose_dash(m);
	choose_strong(m);
	choose_single(m);
	choose_joint(m);
}
