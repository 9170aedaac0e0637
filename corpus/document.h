/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A document as the rest of the program sees it: normalised text and its
 * structure.
 *
 * Text is valid NFC UTF-8 with '\n' line ends and no control characters but
 * '\n' and '\t' (normalise.h).  Every offset is a byte offset in it, half open
 * [start,end), on a code point border.  Documents are at most 256 MiB, so 32
 * bits hold an offset.
 *
 * Structure, outermost first, none crossing the border of a larger one:
 * document > turn > paragraph > sentence > word.  Paragraphs are in order and
 * do not overlap; so are turns and sentences.  A label ("T: ") belongs to the
 * text but to no paragraph's codable span.  A paragraph without a known speaker
 * is a turn of its own with label DOCUMENT_NOBODY.
 *
 * Two ways lead here: document_build() from what a reader found (draft.h), and
 * document_restore() from text and shape as kept in a project.  Both give the
 * same document: sentences are always computed, never stored.
 *
 * Everything hangs on the document's arena and dies with document_free().
 */
#ifndef TEMA_CORPUS_DOCUMENT_H
#define TEMA_CORPUS_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/vec.h"

#define DOCUMENT_MAX (256u << 20)
#define DOCUMENT_NOBODY (-1)

enum method {
	METHOD_INTERVIEW,
	METHOD_OBSERVATION,
	METHOD_DOCUMENT,
	METHOD_FGD,
	METHOD_SURVEY,
};
enum role { ROLE_INTERVIEWER, ROLE_INFORMANT, ROLE_OTHER };
enum speaker_kind { SPEAKER_PERSON, SPEAKER_GROUP, SPEAKER_UNKNOWN };
enum para_kind {
	PARA_BODY,
	PARA_HEADING,
	PARA_TABLE,
	PARA_CAPTION,
	PARA_FOOTNOTE,
	PARA_REFERENCE, /* bibliography */
	PARA_QUOTE,
};

/* English keys as stored and typed, in the order of the enums, NULL-terminated.
 * *_parse also knows the Indonesian words (wawancara, informan, ...), any ASCII case; -1 = unknown.
 */
extern const char *const method_names[], *const role_names[], *const speaker_kind_names[],
								      *const para_kind_names[];
int method_parse(const char *s);
int role_parse(const char *s);

struct span {
	uint32_t start, end;
};

/* One variable of a document or speaker ("kelompok" = "kader"); a key may occur several times. */
struct attr {
	const char *key, *value;
};
VEC_TYPE(attr_list, struct attr);

/* How one speaker is named in this document. */
struct label {
	const char *text; /* as written: "T", "Narasumber 1", "Bu Sari" */
	const char *name; /* declared full name or NULL */
	const char *code; /* informant code (I1) or NULL */
	enum role role;
	enum speaker_kind kind;
	bool sure; /* role found from a word or pair, or declared; false asks for attention */
	enum role likely;      /* of one who is not sure: the role that is proposed */
	bool in_text;	       /* stands in the text in front of turns */
	uint32_t turns;	       /* number of turns */
	int64_t speaker;       /* the store's speaker id, 0 outside a project */
	struct attr_list vars; /* set by the caller from the store; items in the document's arena,
				  released with the document */
};

struct sentence {
	uint32_t start, end;
	uint32_t para;
};

struct para {
	uint32_t start, end; /* codable text: without label, outer white space trimmed */
	uint32_t turn;
	uint32_t sentence, sentences; /* first one and how many */
	int64_t ms;		      /* time in the recording, -1 = unknown */
	enum para_kind kind;
};

struct turn {
	uint32_t start, end;  /* from its first paragraph's start to its last one's end */
	uint32_t para, paras; /* first one and how many */
	int32_t label;	      /* index into labels or DOCUMENT_NOBODY */
};

struct document {
	struct arena arena;
	char *text; /* NUL behind */
	size_t len;
	VEC(struct label) labels;
	VEC(struct turn) turns;
	VEC(struct para) paras;
	VEC(struct sentence) sentences;
	/* Attributes, from import options or the store. */
	const char *name;  /* file name without folder, or the store's title */
	const char *title; /* "" if none */
	const char *date;  /* ISO or "" */
	enum method method;
	struct attr_list vars;
};

struct draft;
struct speaker_hint; /* turns.h */
struct diags;

void document_free(struct document *doc);

/* Make the document of what a reader found: labels, turns, sentences.  hints: the speakers that
 * the user declared (--speaker, manifest).  Remarks (R...) go to d: R004 control characters
 * removed, R006 text was not NFC, R101-R103 speakers (turns.h).  RC_INPUT: no text, too long.  The
 * draft's kinds are set, otherwise it stays as it is and is the caller's. */
enum rc document_build(struct draft *draft, enum method method, const struct speaker_hint *hints,
	size_t nhints, struct document **out, struct diags *d, struct err *e);

/* Adds one variable to a list of the document or of one of its labels, in the document's arena. */
void document_add_attr(
	struct document *doc, struct attr_list *list, const char *key, const char *value);

/* The structure as lines of text (format described in shape.c): what document_restore() needs
 * besides the text itself; holds labels, so it is personal text. */
void document_shape(const struct document *doc, struct buf *out);
enum rc document_restore(const char *text, size_t len, const char *shape, size_t shape_len,
	struct document **out, struct err *e);

/* The turn, paragraph or sentence that holds byte POS, or the next one behind it; n if none. */
size_t document_turn_at(const struct document *doc, uint32_t pos);
size_t document_para_at(const struct document *doc, uint32_t pos);
size_t document_sentence_at(const struct document *doc, uint32_t pos);
/* The label that speaks in paragraph p, or NULL. */
const struct label *document_speaker_of(const struct document *doc, const struct para *p);

/* Lines count from 1; a line of the normalised text is what `show` numbers and a quotation cites.
 * Built once per call of lines_init; O(log n) per question. */
struct lines {
	VEC(uint32_t) starts;
};
void lines_init(struct lines *l, const char *text, size_t len);
size_t lines_at(const struct lines *l, uint32_t pos);
void lines_release(struct lines *l);

#endif
