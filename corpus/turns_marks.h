/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All places of a draft where a speaker may be named, and who of them is one;
 * for turns*.c only.
 *
 * marks_find() notes every line that label_parse() knows; marks_choose() counts
 * and decides per name; turns.c then lays the text out.
 */
#ifndef TEMA_CORPUS_TURNS_MARKS_H
#define TEMA_CORPUS_TURNS_MARKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/intern.h"
#include "base/vec.h"
#include "corpus/draft.h"
#include "corpus/turns.h"
#include "corpus/turns_label.h"
#include "corpus/turns_words.h"

#define MARK_NOBODY UINT32_MAX

/* One line. Offsets in the draft's text. */
struct line_mark {
	uint32_t para, number; /* paragraph and line, counted through the draft */
	uint32_t line, name, text;
	uint32_t said; /* text if the name is none; 0 = the line's start */
	uint32_t who;  /* MARK_NOBODY: only a time */
	int64_t ms;
	uint8_t form; /* enum label_form */
	bool bold, strong;
	bool followed; /* the next line is no mark */
	bool head;     /* a line of the transcript's head ("Tanggal: ...", "Informan: Bu Sari") */
};

/* One name. */
struct who {
	const char *text;    /* as first written */
	const char *name;    /* "Kiki" of "Kiki (K)", or NULL */
	const char *slip_of; /* the label that this one misspells, or NULL */
	uint32_t forms[LABEL_TIME + 1], bold, total,
		followed;	/* lines, those of the head left out */
	uint32_t timed, strong; /* of these, with a time; in a form that speaks for itself */
	uint32_t first;		/* index of its first mark outside the head */
	bool by_format;		/* the file's format named it */
	bool stop, chosen;
	const struct role_word *word;	 /* or NULL */
	const struct speaker_hint *hint; /* or NULL */
	int32_t label;			 /* index in the document, -1 = not yet */
};

struct marks {
	struct intern names; /* folded; number = index in whos */
	VEC(struct line_mark) list;
	VEC(struct who) whos;
	uint32_t lines;
};

void marks_init(struct marks *m);
void marks_release(struct marks *m);
void marks_find(struct marks *m, struct draft *draft);
void marks_choose(
	struct marks *m, struct draft *draft, const struct speaker_hint *hints, size_t nhints);
/* Steps of it: marks the run of "key: value" lines around the first key of a head, if there is one
 * near the start; gives all labels of one speaker one number (turns_alias.c). */
void marks_find_head(struct marks *m, const struct draft *draft);
void marks_join_aliases(struct marks *m, struct draft *draft);
/* The number of a name, folded and with single blanks; it is added if missing (add) or INTERN_NONE.
 */
uint32_t marks_who(struct marks *m, struct draft *draft, const char *name, size_t len, bool add);
/* Does the mark name a chosen speaker? */
bool marks_names(const struct marks *m, const struct line_mark *mark);

#endif
