/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads what may be a speaker label at the start of one line; for turns*.c, cues.c and
 *grid_shape.c. Whether it is one is decided later, when all lines are known.
 *
 *	Name: text            Name : text          **Name:** text
 *	[00:12] Name: text    00:12 Name: text     Name (00:12): text
 *	Name [00:12]: text    Name: [00:12] text   [Name 00:00:52] text
 *	Name: 00:00:12 text   Name 00:00:12 text   #00:00:12-3# Name: text
 *	[Name] (00:12)        [00:12] - Name       0:0:3.0 --> 0:0:9.12
 *	Name  0:22            [Name] 10:02:33      (on a line of their own)
 *	Interviewer - text    (en or em dash)      Name  (alone on a line)
 *	Mr. BOND. text     The PRESIDING OFFICER (Mr. Kyl). text
 *	1. Ketua: text        2) Bu Ani - text     (P) text             P<tab>text
 *	- Peneliti: text      [Informan] text      P. text              P> text
 *	12/03/23 08.14 - Name: text                [12/03/23, 8:14:22 PM] Name: text
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
	LABEL_MARK,  /* "P. text", "P> text": counts where two such names fill the file */
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
	bool strong; /* a form that ordinary text does not have: "Mr. BOND. text", with date */
};

/* false: the line begins with nothing of the kind. */
bool label_parse(const char *p, size_t len, struct label_seen *out);
/* Could [p,p+len) be a name or role?  false for words of ordinary text, long or odd ones. */
bool label_is_name(const char *p, size_t len);
/* A time at p: [hh:]mm:ss[.fff], or hh:mm:ss:ff with frames, which do not count.  Gives its length
 * (0 = none) and milliseconds. */
size_t label_time(const char *p, size_t len, int64_t *ms);
/* The same, or "00.01.23". */
size_t label_clock(const char *p, size_t len, int64_t *ms);
/* Behind "[00:12]", "(00:12 - 00:15)", "[00:43.810 --> 00:47.850]" at p; p if there is none. */
const char *label_skip_time(const char *p, const char *end, int64_t *ms);
/* The same, or a span of time: "0:0:3.0 --> 0:0:9.12", "00:00:03:12 - 00:00:09:03" (with frames).
 */
size_t label_span(const char *p, size_t len, int64_t *ms);
/* Where a time stands behind a name: "(00:12)", "[00:00:12]", "#00:00:12-3#", with hours also
 * without brackets; bracket: "00:12]", the name stands in the same brackets.  NULL = nowhere;
 * *behind: what follows. */
const char *label_find_time(
	const char *p, const char *end, bool bracket, const char **behind, int64_t *ms);
/* Behind a time at p, where something is said: as label_skip_time(), or bare with hours, or bare
 * and alone on the line. */
const char *label_skip_said_time(const char *p, const char *end, int64_t *ms);
/* A name's end without blanks and marks that part it from what follows: "Rina -", "Rina |". */
const char *label_cut_marks(const char *p, const char *end);
/* Behind the date and time of a line of a chat, and the dash that follows; p if there are none. */
const char *label_skip_date(const char *p, const char *end);

#endif
