/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One document to be read with its codes: what `tema show` writes as text, HTML
 * or JSON.
 *
 * transcript_load() collects everything as people see it (hidden names replaced,
 * seen.h); the writers look at nothing but the struct.  All offsets are bytes
 * of `text`; JSON gives code points.
 *
 * A mark is one coding: confirmed codings of the same code on the same span by
 * several coders are one mark with several names.  A suggested mark is a
 * suggestion that nobody asked about has answered; it is never a coding.
 */
#ifndef TEMA_REPORTS_TRANSCRIPT_H
#define TEMA_REPORTS_TRANSCRIPT_H

#include "base/arena.h"
#include "base/buf.h"
#include "corpus/document.h"
#include "store/documents.h"

struct transcript_speaker {
	const char *shown; /* code, name or label, as the speaker allows */
	enum role role;
	enum speaker_kind kind;
	uint32_t turns;
};

struct transcript_para {
	uint32_t start, end; /* without the label */
	uint32_t line;	     /* of its start */
	int64_t ms;	     /* -1 = unknown */
	int32_t speaker;     /* index into speakers, -1 = nobody */
	enum para_kind kind;
	bool begins_turn;
};

struct transcript_code {
	int64_t id, parent; /* of the store */
	const char *full, *key, *label;
	const char *name;  /* what stands in the margin: the key, or full where two share a key */
	const char *color; /* "#1f77b4", always valid */
	uint32_t confirmed, suggested;
	uint32_t order; /* in the project */
};

struct transcript_mark {
	const char *id; /* 8 hex digits, as typed in `tema why` */
	uint32_t code;	/* index into codes */
	uint32_t start, end;
	uint32_t from, to; /* the same in code points */
	bool suggested;
	const char *coders; /* a name a line; "" when suggested */
	double score;	    /* of a suggestion */
};

VEC_TYPE(transcript_paras, struct transcript_para);
VEC_TYPE(transcript_marks, struct transcript_mark);

struct transcript {
	struct arena arena;
	unsigned number;
	const char *title, *date, *place, *variables;
	enum method method;
	const char *text;
	uint32_t len, words;	       /* words: of the stored text, as every list counts them */
	struct lines lines;	       /* all of them */
	uint32_t first, last;	       /* lines to be shown, from 1, both included */
	struct transcript_paras paras; /* of these lines */
	VEC(struct transcript_speaker) speakers;
	VEC(struct transcript_code) codes; /* those of the marks, in the order of the project */
	struct transcript_marks marks; /* touching these lines, by start, the longer first, code */
	bool has_codes, has_suggested; /* asked for */
	uint32_t orphans;	       /* confirmed codings that lost their place in the text */
};

struct transcript_options {
	const char *lang;     /* of code labels */
	int64_t coder;	      /* only this coder's codings; 0 = all coders' */
	const int64_t *codes; /* only these; n 0 = all */
	size_t ncodes;
	bool only; /* not the codes below them */
	bool no_codes, suggested;
	uint32_t first, last; /* lines; 0 = from the beginning, to the end */
};

/* *out is owned by the caller on success. RC_NOTFOUND: no such lines. */
enum rc transcript_load(struct store *s, int64_t document, const struct transcript_options *o,
	struct transcript **out, struct err *e);
void transcript_free(struct transcript *t);

/* "03:12", "1:02:03" */
void transcript_time(int64_t ms, struct buf *out);
bool transcript_has_times(const struct transcript *t);
bool transcript_is_suggested(const struct transcript *t); /* is any mark? */
/* Line I (from 1) without its line end and without what is in front of the first and behind the
 * last paragraph on it, labels and time stamps; empty for a line that no paragraph touches. para:
 * the one that begins on it, or NULL. */
struct span transcript_line(
	const struct transcript *t, size_t line, const struct transcript_para **para);

/* What the writers say alike. */
const char *transcript_role(const struct transcript_speaker *p, const char *lang);
const char *transcript_kind(enum para_kind kind, const char *lang); /* "" for body */
/* "interview, 2024-08-17, Sukamulya" */
void transcript_about(const struct transcript *t, const char *lang, struct buf *out);
/* "23 lines, 612 words"; of a part its lines too */
void transcript_extent(const struct transcript *t, const char *lang, struct buf *out);
/* "3 confirmed, 2 suggested" */
void transcript_counts(const struct transcript *t, const struct transcript_code *c,
	const char *lang, struct buf *out);

struct transcript_page {
	int width;   /* columns; 0 = lines are not wrapped */
	bool colour; /* ANSI styles allowed */
	const char *lang;
};
void transcript_text(const struct transcript *t, const struct transcript_page *p, struct buf *out);
void transcript_html(const struct transcript *t, const char *lang, struct buf *out);
void transcript_json(const struct transcript *t, struct buf *out);

#endif
