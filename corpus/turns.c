/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lays the text out: each paragraph of the draft is copied as it stands, with
 * a label in front where only the file's format knew it; lines that name a
 * speaker begin paragraphs of the document.
 */
#include "corpus/turns.h"

#include <string.h>

#include "base/utf8.h"
#include "corpus/turns_legend.h"
#include "corpus/turns_marks.h"
#include "corpus/turns_roles.h"

/* Where all labels are of one side, what has none may be the other's. */
enum unlabelled {
	UNLABELLED_GO_ON,     /* continues the turn */
	UNLABELLED_QUESTIONS, /* only answers are labelled */
	UNLABELLED_ANSWERS,   /* only questions are labelled */
};

struct layout {
	struct draft *draft;
	struct document *doc;
	struct marks *marks;
	struct buf text;
	size_t mark;				/* next one to use */
	uint32_t who;				/* who speaks now, MARK_NOBODY */
	int64_t ms;				/* of the next paragraph */
	enum unlabelled unlabelled;		/* what paragraphs without a label may be */
	uint32_t left;				/* of these that were left to nobody */
	bool labelled;				/* a label stands in front of the next paragraph */
	VEC(const struct speaker_hint *) hints; /* per label of the document */
	VEC(const struct role_word *) words;
};

/* The label of who speaks now; made when the first words are said. */
static int32_t current_label(struct layout *l)
{
	struct who *w;
	struct label *label;

	if (l->who == MARK_NOBODY)
		return DOCUMENT_NOBODY;
	w = &l->marks->whos.items[l->who];
	if (w->label >= 0)
		return w->label;
	w->label = (int32_t)l->doc->labels.n;
	label = vec_new(&l->doc->labels);
	label->text = arena_strdup(&l->doc->arena, w->text);
	label->in_text = true;
	label->name = arena_strdup(&l->doc->arena, w->name);
	if (w->hint != NULL) {
		if (w->hint->name != NULL)
			label->name = arena_strdup(&l->doc->arena, w->hint->name);
		label->code = arena_strdup(&l->doc->arena, w->hint->code);
	}
	vec_push(&l->hints, w->hint);
	vec_push(&l->words, w->word);
	return w->label;
}

/* The turn the next paragraph belongs to. */
static uint32_t turn_for(struct layout *l, int32_t label)
{
	struct document *doc = l->doc;
	struct turn *t;

	if (label != DOCUMENT_NOBODY && doc->turns.n > 0 && vec_last(&doc->turns)->label == label)
		return (uint32_t)(doc->turns.n - 1);
	t = vec_new(&doc->turns);
	t->label = label;
	t->para = (uint32_t)doc->paras.n;
	if (label != DOCUMENT_NOBODY)
		doc->labels.items[label].turns++;
	return (uint32_t)(doc->turns.n - 1);
}

/* [start,end) of the new text becomes a paragraph, if anything is in it. */
static void add_para(struct layout *l, size_t start, size_t end, enum para_kind kind)
{
	const char *p = l->text.data;
	struct para *para;
	struct turn *t;
	uint32_t turn, cp;

	while (start < end) {
		size_t n = utf8_next(p + start, p + end, &cp);

		if (!utf8_is_space(cp))
			break;
		start += n;
	}
	while (end > start) {
		size_t before = (size_t)(utf8_prev(p + start, p + end, &cp) - p);

		if (!utf8_is_space(cp))
			break;
		end = before;
	}
	if (start == end)
		return;
	turn = turn_for(l, kind == PARA_HEADING ? DOCUMENT_NOBODY : current_label(l));
	para = vec_new(&l->doc->paras);
	para->start = (uint32_t)start;
	para->end = (uint32_t)end;
	para->turn = turn;
	para->kind = kind;
	para->ms = l->ms;
	t = &l->doc->turns.items[turn];
	if (t->paras++ == 0)
		t->start = para->start;
	t->end = para->end;
	l->ms = -1;
	l->labelled = false;
}

/* The label that the format gave: written in front where the speaker changes. */
static void format_label(struct layout *l, const struct draft_para *dp)
{
	uint32_t who = marks_who(l->marks, l->draft, dp->label, strlen(dp->label), false);
	uint32_t before = l->who;

	l->who = who;
	l->labelled = true;
	if (who == before)
		return;
	buf_adds(&l->text, l->marks->whos.items[who].text);
	buf_adds(&l->text, ": ");
}

/* What a piece of paragraph dp is: a turn's own words are body. */
static enum para_kind kind_of(const struct layout *l, const struct draft_para *dp)
{
	return l->labelled && dp->kind != PARA_TABLE ? PARA_BODY : dp->kind;
}

/* Copies paragraph dp, cut at the lines that name a speaker or a time. */
static void lay_para(struct layout *l, size_t index)
{
	const struct draft_para *dp = &l->draft->paras.items[index];
	size_t base, start;

	if (dp->ms >= 0)
		l->ms = dp->ms;
	if (dp->label != NULL)
		format_label(l, dp);
	base = start = l->text.len;
	buf_add(&l->text, l->draft->text.data + dp->start, dp->end - dp->start);
	for (; l->mark < l->marks->list.n && l->marks->list.items[l->mark].para == index;
		l->mark++) {
		const struct line_mark *m = &l->marks->list.items[l->mark];
		bool named = marks_names(l->marks, m);
		size_t from = named || m->form == LABEL_TIME ? m->text : m->said;

		if (from == 0)
			continue;
		add_para(l, start, base + (m->line - dp->start), kind_of(l, dp));
		if (named) {
			l->who = m->who;
			l->labelled = true;
		}
		if (m->ms >= 0)
			l->ms = m->ms;
		start = base + (from - dp->start);
	}
	add_para(l, start, l->text.len, kind_of(l, dp));
}

/* Which side all chosen speakers are of, if they are of one; a single one whose role is not known
 * answers, if questions stand in front of its turns. */
static enum unlabelled which_unlabelled(const struct marks *m)
{
	size_t asking = 0, answering = 0, unknown = 0;

	vec_each (const struct who, w, &m->whos) {
		int role = w->hint != NULL && w->hint->role >= 0 ? w->hint->role
			   : w->word != NULL			 ? (int)w->word->role
								 : -1;

		if (!w->chosen || w->total == 0)
			continue;
		unknown += role != ROLE_INTERVIEWER && role != ROLE_INFORMANT;
		asking += role == ROLE_INTERVIEWER;
		answering += role == ROLE_INFORMANT;
	}
	if (asking > 0)
		return answering + unknown == 0 ? UNLABELLED_ANSWERS : UNLABELLED_GO_ON;
	return unknown == 0 || (unknown == 1 && answering == 0) ? UNLABELLED_QUESTIONS
								: UNLABELLED_GO_ON;
}

/* Does a line of paragraph INDEX name a speaker?  Marks before l->mark are done. */
static bool names_speaker(const struct layout *l, size_t index)
{
	for (size_t i = l->mark; i < l->marks->list.n && l->marks->list.items[i].para <= index; i++)
		if (l->marks->list.items[i].para == index &&
			marks_names(l->marks, &l->marks->list.items[i]))
			return true;
	return false;
}

/* "2. Apa kendalanya?" */
static bool is_question(const struct draft *draft, const struct draft_para *dp)
{
	const char *p = draft->text.data + dp->start, *end = draft->text.data + dp->end;

	while (end > p && strchr(" \t\n*_\"')", end[-1]) != NULL)
		end--;
	return end > p && end[-1] == '?';
}

/* Is paragraph INDEX, without a label, the other side's? */
static bool is_of_others(const struct layout *l, size_t index)
{
	const struct draft_para *dp = &l->draft->paras.items[index];

	if (l->unlabelled == UNLABELLED_GO_ON || l->who == MARK_NOBODY || dp->label != NULL ||
		names_speaker(l, index))
		return false;
	return l->unlabelled == UNLABELLED_ANSWERS ||
	       (is_question(l->draft, dp) && index + 1 < l->draft->paras.n &&
		       names_speaker(l, index + 1));
}

static void remark_unlabelled(const struct layout *l, struct diags *d)
{
	if (l->left > 0)
		diag_add(d, DIAG_REMARK, "R106", NULL,
			"only %s have a label; paragraphs without one that were taken as nobody's: "
			"%u",
			l->unlabelled == UNLABELLED_ANSWERS ? "questions" : "answers", l->left);
}

static void lay_all(struct layout *l)
{
	const struct draft *draft = l->draft;

	l->unlabelled = which_unlabelled(l->marks);

	for (size_t i = 0; i < draft->paras.n; i++) {
		const struct draft_para *dp = &draft->paras.items[i];

		if (l->text.len > 0)
			buf_adds(&l->text, dp->tight ? "\n" : "\n\n");
		if (dp->fresh || (dp->kind == PARA_HEADING && dp->label == NULL)) {
			l->who = MARK_NOBODY;
			l->labelled = false;
			l->ms = -1;
		}
		if (is_of_others(l, i)) {
			l->who = MARK_NOBODY;
			l->left++;
		}
		lay_para(l, i);
	}
}

/* Labels that were read as the word they misspell. */
static void remark_slips(const struct marks *m, struct diags *d)
{
	vec_each (const struct who, w, &m->whos)
		if (w->slip_of != NULL)
			diag_add(d, DIAG_REMARK, "R105", NULL, "'%s' was taken as '%s'", w->text,
				w->slip_of);
}

/* A name that stands once, among speakers, in front of a colon: perhaps a speaker too. */
static void remark_single(const struct marks *m, struct diags *d)
{
	uint32_t first = UINT32_MAX;
	unsigned shown = 0;

	vec_each (const struct who, w, &m->whos)
		if (w->chosen && w->first < first)
			first = w->first;
	vec_each (const struct who, w, &m->whos) {
		struct diag *g;

		if (w->chosen || w->stop || w->total != 1 || w->forms[LABEL_COLON] != 1)
			continue;
		if (w->first < first || utf8_count(w->text, strlen(w->text)) > 30 || ++shown > 5)
			continue;
		g = diag_add(d, DIAG_REMARK, "R103", NULL,
			"'%s:' stands once and was taken as text", w->text);
		diag_hint(
			d, g, "if someone speaks there: --speaker \"%s=NAMA:informant\"", w->text);
	}
}

void turns_find(struct draft *draft, enum method method, const struct speaker_hint *hints,
	size_t nhints, struct document *doc, struct diags *d)
{
	struct marks marks;
	struct hint_list known = VEC_INIT;
	struct layout l = {
		.draft = draft,
		.doc = doc,
		.marks = &marks,
		.text = BUF_INIT,
		.who = MARK_NOBODY,
		.ms = -1,
		.hints = VEC_INIT,
		.words = VEC_INIT,
	};

	marks_init(&marks);
	marks_find(&marks, draft);
	legend_find(&marks, draft, hints, nhints, &known, d);
	marks_choose(&marks, draft, known.items, known.n);
	lay_all(&l);
	doc->len = l.text.len;
	doc->text = buf_detach(&l.text);
	roles_find(doc, method, l.hints.items, l.words.items, d);
	remark_single(&marks, d);
	remark_slips(&marks, d);
	remark_unlabelled(&l, d);
	vec_release(&l.hints);
	vec_release(&l.words);
	vec_release(&known);
	marks_release(&marks);
}
