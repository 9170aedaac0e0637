/* SPDX-License-Identifier: GPL-3.0-or-later */
/* marks_choose(): which of the names in front of lines are speakers. */
#include <string.h>

#include "base/mem.h"
#include "corpus/abbreviations.h"
#include "corpus/turns_joint.h"
#include "corpus/turns_marks.h"
#include "corpus/turns_roles.h"

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

/* ---- who is a speaker ---- */

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
	const char *p = turns_code(w->text);
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

/* R01, R02, R03 ... who fill the file, once each. */
static bool is_roll(const struct marks *m, const void *family)
{
	uint32_t names = 0, lines = 0;

	vec_each (const struct who, w, &m->whos) {
		bool member = family_of(w) == family && said(w) > 0;

		names += member;
		lines += member ? said(w) : 0;
	}
	return names >= 3 && lines * 3 >= m->lines * 2;
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
	others = others || (first != NULL && is_roll(m, first));
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

/* "P. text", "P - text": letters only, two of them time and again, where nothing better is there.
 */
static bool is_marked(const struct who *w)
{
	return w->text[1] == '\0' && w->forms[LABEL_DASH] + w->forms[LABEL_MARK] >= 2;
}

static void choose_marked(struct marks *m)
{
	uint32_t names = 0, lines = 0;

	vec_each (const struct who, w, &m->whos) {
		if (w->chosen)
			return;
		names += is_marked(w);
		lines += is_marked(w) ? w->total : 0;
	}
	if (names < 2 || lines * 3 < m->lines)
		return;
	vec_each (struct who, w, &m->whos)
		w->chosen = is_marked(w);
}

/* 'P' of "P" and "p", 0 of all that is longer. */
static char letter_of(const struct who *w)
{
	char c = w->text[0];

	return w->text[1] != '\0' || said(w) == 0 ? '\0'
	       : c >= 'a' && c <= 'z'		  ? (char)(c - 32)
						  : c;
}

/* A pair of letters (P and N, Q and A) that fills the file: once each is enough. */
static void choose_pair(struct marks *m)
{
	struct who *of[26] = { NULL };

	vec_each (struct who, w, &m->whos) {
		char c = letter_of(w);

		if (c >= 'A' && c <= 'Z')
			of[c - 'A'] = w;
	}
	for (size_t i = 0; i < 26; i++)
		for (size_t k = 0; k < i; k++)
			if (of[i] != NULL && of[k] != NULL &&
				roles_are_pair((char)('A' + i), (char)('A' + k)) &&
				(said(of[i]) + said(of[k])) * 2 >= m->lines)
				of[i]->chosen = of[k]->chosen = true;
}

/* Two names at least in a form that ordinary text does not have: once each is enough. */
static void choose_strong(struct marks *m)
{
	uint32_t names = 0;

	vec_each (const struct who, w, &m->whos)
		names += w->strong > 0 && !w->stop;
	if (names < 2)
		return;
	vec_each (struct who, w, &m->whos)
		w->chosen = w->chosen || (w->strong > 0 && !w->stop);
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

	marks_find_head(m, draft);
	marks_join_aliases(m, draft);
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
	choose_pair(m);
	choose_families(m);
	choose_dash(m);
	choose_marked(m);
	choose_strong(m);
	choose_single(m);
	choose_joint(m);
}
