/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads what may be a speaker label at the start of one line; for turns*.c, cues.c and
 *grid_shape.c. Whether it is one is decided later, when all lines are known.
 *
 *	Name: text            Name : text          **Name:** text
 *	[00:12] Name: text    00:12 Name: text     Name (00:12): text
 *	Name [00:12]: text    Name: [00:12] text   [Name 00:00:52] text
 *	Name  0:22            [Name] 10:02:33      (on a line of their own)
 *	Interviewer - text    (en or em dash)      Name  (alone on a line)
 *	Mr. BOND. text     The PRESIDING OFFICER (Mr. Kyl). text
 *	1. Ketua: text        2) Bu Ani - text     (P) text             P<tab>text
 */
#ifndef TEMA_CORPUS_TURNS_LABEL_H
#define TEMA_CORPUS_TURNS_LABEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LABEL_MAX 63 /* characters */

enum label_form {
	LABEL_COLON,
	LABEL_TIMED, /* name and time on a line of their own, or both in brackets */
	LABEL_DASH,  /* or a tab; counts for role words and declared labels only */
	LABEL_ALONE, /* nothing but a name on the line */
	LABEL_TIME,  /* a time without a name */
};

/* Offsets from the start of the line. */
struct label_seen {
	enum label_form form;
	size_t name, name_end;
	size_t text; /* first byte of what is said; the length of the line if nothing is */
	size_t said; /* behind a bracketed time in front of all, 0 = none: text if the name is none
		      */
	int64_t ms;  /* -1 = no time */
	bool bold;   /* stars around it in plain text */
	bool strong; /* a form that ordinary text does not have: "Mr. BOND. text" */
};

/* false: the line begins with nothing of the kind. */
bool label_parse(const char *p, size_t len, struct label_seen *out);
/* Could [p,p+len) be a name or role?  false for words of ordinary text, long or odd ones. */
bool label_is_name(const char *p, size_t len);
/* A time at p: [hh:]mm:ss[.fff].  Gives its length (0 = none) and milliseconds. */
size_t label_time(const char *p, size_t len, int64_t *ms);

#endif
