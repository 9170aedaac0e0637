/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/turns_roles.h"

#include <string.h>

#include "base/mem.h"
#include "corpus/turns_joint.h"

#define REMARKS_MAX 20 /* unsure labels that are listed; the rest is counted */

/* What is asked of each label before it has a role. */
struct voice {
	uint32_t questions; /* question marks */
	uint32_t words;	    /* counted where they matter (likely_interviewer) */
	size_t first;	    /* its first turn */
	char letter;	    /* of a label that is one letter with or without a number; else 0 */
	bool numbered;
	bool pair; /* took part in a pair that was undecided */
};

static const char pairs[][2] = {
	{ 'P', 'I' },
	{ 'P', 'N' },
	{ 'P', 'J' },
	{ 'T', 'J' },
	{ 'Q', 'A' },
	{ 'I', 'R' },
};

bool roles_are_pair(char a, char b)
{
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if ((pairs[i][0] == a && pairs[i][1] == b) ||
			(pairs[i][0] == b && pairs[i][1] == a))
			return true;
	return false;
}

static uint32_t count_questions(const struct document *doc, const struct turn *t)
{
	const char *p = doc->text + t->start, *end = doc->text + t->end;
	uint32_t n = 0;

	while ((p = memchr(p, '?', (size_t)(end - p))) != NULL) {
		n++;
		p++;
	}
	return n;
}

static uint32_t count_words(const struct document *doc, const struct turn *t)
{
	bool word = false;
	uint32_t n = 0;

	for (const char *p = doc->text + t->start, *end = doc->text + t->end; p < end; p++) {
		bool inside = *p != ' ' && *p != '\n' && *p != '\t';

		n += inside && !word;
		word = inside;
	}
	return n;
}

/* "P", "p", "P1", "P 2", "P-3", "FGD-P3": the letter in capitals. */
static char letter_of(const char *label, bool *numbered)
{
	const char *s = turns_code(label);
	char c = s[0] >= 'a' && s[0] <= 'z' ? (char)(s[0] - 32) : s[0];

	*numbered = false;
	if (c < 'A' || c > 'Z')
		return 0;
	for (s++; *s != '\0'; s++) {
		if (*s >= '0' && *s <= '9')
			*numbered = true;
		else if (*s != ' ' && *s != '-' && *s != '.')
			return 0;
	}
	return c;
}

static void listen(const struct document *doc, struct voice *voices)
{
	for (size_t i = 0; i < doc->labels.n; i++) {
		voices[i].first = SIZE_MAX;
		voices[i].letter = letter_of(doc->labels.items[i].text, &voices[i].numbered);
	}
	for (size_t i = 0; i < doc->turns.n; i++) {
		const struct turn *t = &doc->turns.items[i];

		if (t->label == DOCUMENT_NOBODY)
			continue;
		voices[t->label].questions += count_questions(doc, t);
		if (voices[t->label].first == SIZE_MAX)
			voices[t->label].first = i;
	}
}

/* All labels of one letter together. */
static struct voice sum(const struct document *doc, const struct voice *voices, char letter)
{
	struct voice s = { .first = SIZE_MAX };

	for (size_t i = 0; i < doc->labels.n; i++) {
		if (voices[i].letter != letter)
			continue;
		s.letter = letter;
		s.questions += voices[i].questions;
		s.first = voices[i].first < s.first ? voices[i].first : s.first;
	}
	return s;
}

static void set_letter(
	struct document *doc, struct voice *voices, char letter, enum role role, bool sure)
{
	for (size_t i = 0; i < doc->labels.n; i++) {
		struct label *l = &doc->labels.items[i];

		if (voices[i].letter != letter || l->sure)
			continue;
		l->role = role;
		l->sure = sure;
		voices[i].pair = !sure;
	}
}

/* Are all single letters of the document these two? */
static bool is_whole_pair(
	const struct document *doc, const struct voice *voices, const char pair[2])
{
	bool a = false, b = false;

	for (size_t i = 0; i < doc->labels.n; i++) {
		if (voices[i].letter == 0)
			continue;
		a = a || voices[i].letter == pair[0];
		b = b || voices[i].letter == pair[1];
		if (voices[i].letter != pair[0] && voices[i].letter != pair[1])
			return false;
	}
	return a && b;
}

static bool is_informant(const struct document *doc, const struct voice *voices, char letter)
{
	for (size_t i = 0; i < doc->labels.n; i++)
		if (voices[i].letter == letter && doc->labels.items[i].sure)
			return doc->labels.items[i].role == ROLE_INFORMANT;
	return false;
}

/* Who asks more and also speaks first is the interviewer. */
static void decide_pair(struct document *doc, struct voice *voices)
{
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		struct voice a, b;
		bool asks, begins, sure;

		if (!is_whole_pair(doc, voices, pairs[i]))
			continue;
		a = sum(doc, voices, pairs[i][0]);
		b = sum(doc, voices, pairs[i][1]);
		asks = a.questions > b.questions;
		begins = a.first < b.first;
		sure = asks == begins && a.questions != b.questions &&
		       !is_informant(doc, voices, pairs[i][!asks]);
		set_letter(doc, voices, pairs[i][0],
			sure && asks ? ROLE_INTERVIEWER : ROLE_INFORMANT, sure);
		set_letter(doc, voices, pairs[i][1],
			sure && !asks ? ROLE_INTERVIEWER : ROLE_INFORMANT, sure);
		return;
	}
}

static void apply_known(
	struct label *l, const struct speaker_hint *hint, const struct role_word *word)
{
	l->role = ROLE_INFORMANT;
	if (word != NULL) {
		l->role = word->role;
		l->kind = word->kind;
		l->sure = word->kind != SPEAKER_UNKNOWN;
	}
	if (hint != NULL && hint->role >= 0) {
		l->role = (enum role)hint->role;
		l->sure = true;
		if (l->kind == SPEAKER_UNKNOWN)
			l->kind = SPEAKER_PERSON;
	}
}

static uint32_t questions_of_interviewers(const struct document *doc, const struct voice *voices)
{
	uint32_t n = 0;

	for (size_t i = 0; i < doc->labels.n; i++)
		if (doc->labels.items[i].sure && doc->labels.items[i].role == ROLE_INTERVIEWER)
			n += voices[i].questions;
	return n;
}

/* "Bu Imas" beside "Peneliti": a name (no single letter) that asks far less than the interviewer
 * who is known is an informant without asking the researcher. */
static void believe_names(struct document *doc, const struct voice *voices)
{
	uint32_t asked = questions_of_interviewers(doc, voices);

	for (size_t i = 0; i < doc->labels.n; i++) {
		struct label *l = &doc->labels.items[i];

		if (!l->sure && l->kind == SPEAKER_PERSON && voices[i].letter == 0 &&
			2 * voices[i].questions < asked)
			l->sure = true;
	}
}

/* May the label stand between double quotes on a command line? */
static bool can_be_typed(const char *label)
{
	return strpbrk(label, "\"'`$\\=!") == NULL;
}

static void remark(const struct label *l, const struct voice *v, struct diags *d)
{
	struct diag *g;

	if (v->pair)
		g = diag_add(d, DIAG_WARNING, "R102", NULL,
			"'%s': interviewer or informant? who speaks first and who asks more do not "
			"agree",
			l->text);
	else
		g = diag_add(d, DIAG_WARNING, "R101", NULL,
			"'%s' (%u %s): role unsure, taken as informant", l->text, l->turns,
			l->turns == 1 ? "turn" : "turns");
	if (can_be_typed(l->text))
		diag_hint(d, g, "--speaker \"%s=NAMA:%s\"", l->text, role_names[l->likely]);
}

/* Questions in a hundred words: who talks long asks more in number, but not in rate. */
static double rate_of(const struct voice *v)
{
	return 100.0 * v->questions / (double)(v->words + 1);
}

/* May the label, unsure so far, be the interviewer's?  `most`: questions of who asks most. */
static bool may_interview(const struct label *l, const struct voice *v, uint32_t most)
{
	return !l->sure && l->kind == SPEAKER_PERSON && v->questions > 0 &&
	       v->questions * 4 >= most;
}

/* The unsure label that asks most often is proposed as interviewer, if nobody else is one; one
 * with hardly a question beside the others' is none. */
static size_t likely_interviewer(const struct document *doc, struct voice *voices)
{
	size_t best = SIZE_MAX, candidates = 0;
	uint32_t most = 0;

	for (size_t i = 0; i < doc->labels.n; i++)
		most = voices[i].questions > most ? voices[i].questions : most;
	for (size_t i = 0; i < doc->labels.n; i++) {
		const struct label *l = &doc->labels.items[i];

		if (l->sure && l->role == ROLE_INTERVIEWER)
			return SIZE_MAX;
		candidates += may_interview(l, &voices[i], most);
	}
	if (candidates == 0)
		return SIZE_MAX;
	vec_each (const struct turn, t, &doc->turns)
		if (t->label != DOCUMENT_NOBODY)
			voices[t->label].words += count_words(doc, t);
	for (size_t i = 0; i < doc->labels.n; i++) {
		if (!may_interview(&doc->labels.items[i], &voices[i], most))
			continue;
		if (best == SIZE_MAX || rate_of(&voices[i]) > rate_of(&voices[best]))
			best = i;
	}
	return best;
}

static void propose(struct document *doc, struct voice *voices)
{
	size_t likely = likely_interviewer(doc, voices);

	for (size_t i = 0; i < doc->labels.n; i++)
		doc->labels.items[i].likely =
			i == likely ? ROLE_INTERVIEWER : doc->labels.items[i].role;
}

void roles_propose(struct document *doc)
{
	struct voice *voices = mem_zalloc(doc->labels.n + 1, sizeof *voices);

	listen(doc, voices);
	propose(doc, voices);
	free(voices);
}

static const struct label *label_of(const struct document *doc, const struct joint_part *part)
{
	vec_each (const struct label, l, &doc->labels)
		if (strlen(l->text) == part->len && memcmp(l->text, part->p, part->len) == 0)
			return l;
	return NULL;
}

/* Interviewers who speak together are interviewers. */
static void decide_joint(struct document *doc)
{
	struct joint_part parts[JOINT_MAX];

	vec_each (struct label, l, &doc->labels) {
		size_t n = turns_joint_parts(l->text, strlen(l->text), parts), asking = 0;

		for (size_t i = 0; i < n; i++) {
			const struct label *one = label_of(doc, &parts[i]);

			asking += one != NULL && one->role == ROLE_INTERVIEWER;
		}
		if (l->kind == SPEAKER_GROUP && n > 0 && asking == n)
			l->role = ROLE_INTERVIEWER;
	}
}

void roles_find(struct document *doc, enum method method, const struct speaker_hint *const *hints,
	const struct role_word *const *words, struct diags *d)
{
	struct voice *voices = mem_zalloc(doc->labels.n + 1, sizeof *voices);
	size_t unsure = 0;

	listen(doc, voices);
	for (size_t i = 0; i < doc->labels.n; i++) {
		struct label *l = &doc->labels.items[i];

		apply_known(l, hints[i], words[i]);
		if (method == METHOD_FGD && voices[i].letter == 'P' && voices[i].numbered)
			l->sure = true;
		if (method == METHOD_SURVEY && l->kind == SPEAKER_PERSON &&
			(voices[i].letter == 0 || voices[i].numbered))
			l->sure = true; /* who speaks in a survey answers it */
	}
	decide_pair(doc, voices);
	believe_names(doc, voices);
	decide_joint(doc);
	propose(doc, voices);
	for (size_t i = 0; i < doc->labels.n; i++)
		if (!doc->labels.items[i].sure && ++unsure <= REMARKS_MAX)
			remark(&doc->labels.items[i], &voices[i], d);
	if (unsure > REMARKS_MAX)
		diag_add(d, DIAG_WARNING, "R101", NULL, "%zu more labels whose role is unsure",
			unsure - REMARKS_MAX);
	free(voices);
}
