/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents, their revisions and speakers in the project file. */
#ifndef TEMA_STORE_DOCUMENTS_H
#define TEMA_STORE_DOCUMENTS_H

#include "base/sha256.h"
#include "corpus/document.h"
#include "store/store.h"

/* One document as listed. Texts are valid during the callback only. */
struct store_document {
	int64_t id, revision;
	struct uid uid;	 /* hash of the file's first bytes */
	unsigned number; /* 1, 2, ... in the order of import: what a person types; stable in one
			    file */
	const char *title, *date, *place;
	enum method method;
	bool removed;
	const char *reader, *options, *variables; /* variables: "lokasi=Sukamulya; putaran=1" */
	uint32_t revision_number, paragraphs, turns, sentences, words, speakers;
	uint64_t length; /* code points */
};
typedef enum rc store_document_fn(const struct store_document *d, void *arg, struct err *e);
/* In order of number; hidden ones only with removed. */
enum rc store_documents(
	struct store *s, bool removed, store_document_fn *fn, void *arg, struct err *e);

struct store_import {
	const char *original; /* the file's bytes */
	size_t original_len;
	bool keep_original;
	const char *reader, *options;	  /* canonical text of the options that shaped it */
	const char *title, *date, *place; /* "" = none */
};
/* New document with revision 1, speakers, appearances, units.  A label that is a declared informant
 * code or full name of an existing speaker is that speaker; every other label is a new speaker of
 * this document. */
enum rc store_document_add(struct store *s, const struct document *doc,
	const struct store_import *how, int64_t *id, struct err *e);
/* A new revision of a document, which is the one that stands from now on: text, structure, units.
 * Its labels: a label with the same text (case folded) keeps its speaker, one that is gone appears
 * no more, a new one is looked for as in store_document_add().  Title, date, place and variables
 * stay; how->title, date and place are not looked at.  What was said about the old revision has no
 * place in the new one until reanchor() (project/) gives it one. */
enum rc store_document_revise(struct store *s, int64_t id, const struct document *doc,
	const struct store_import *how, int64_t *revision, struct err *e);
/* The document whose first revision had these bytes; *id = 0 if there is none. */
enum rc store_document_by_bytes(
	struct store *s, const char *p, size_t len, int64_t *id, struct err *e);
/* The first document but `other` that has this text and is not hidden; *id = 0 if there is none. */
enum rc store_document_by_text(
	struct store *s, const char *text, size_t len, int64_t other, int64_t *id, struct err *e);
/* DOC as typed: number, title, unique beginning of a title. RC_NOTFOUND (with near ones). */
enum rc store_document_find(struct store *s, const char *typed, int64_t *id, struct err *e);
enum rc store_document_get(
	struct store *s, int64_t id, store_document_fn *fn, void *arg, struct err *e);

/* Change what is not NULL. Each attribute keeps its history. */
struct store_document_change {
	const char *title, *date, *place;
	int method;  /* -1 = as it is */
	int removed; /* -1 = as it is */
};
enum rc store_document_change(
	struct store *s, int64_t id, const struct store_document_change *c, struct err *e);

/* The newest revision with its structure and the speakers as they are declared now (role, code,
 * name, variables, label.speaker). The caller frees it with document_free(). */
enum rc store_document_load(struct store *s, int64_t id, struct document **out, struct err *e);

/* Variables of documents and speakers; several values a key are allowed. */
enum store_target { STORE_DOCUMENT, STORE_SPEAKER };
enum rc store_variable_add(struct store *s, enum store_target t, int64_t id, const char *key,
	const char *value, struct err *e);
enum rc store_variable_clear(
	struct store *s, enum store_target t, int64_t id, const char *key, struct err *e);
/* One of the values of a key; none of that kind: nothing happens. */
enum rc store_variable_drop(struct store *s, enum store_target t, int64_t id, const char *key,
	const char *value, struct err *e);
typedef enum rc store_variable_fn(const char *key, const char *value, void *arg, struct err *e);
enum rc store_variables(struct store *s, enum store_target t, int64_t id, store_variable_fn *fn,
	void *arg, struct err *e);

/* Speakers. */
struct store_speaker {
	int64_t id;
	enum speaker_kind kind;
	enum role role;
	const char *code, *name; /* "" = none */
	bool shown_as_code;
	const char *shown; /* what reports print: code, or name, or label */
	bool sure;	   /* false: some label of this speaker is unsure */
	unsigned documents, turns;
	uint64_t words;
	const char *labels;    /* "1:T, 3:Bu Sari" */
	const char *first;     /* "1:T": finds this speaker, whatever is edited */
	const char *variables; /* "kelompok=kader; usia=41" */
};
typedef enum rc store_speaker_fn(const struct store_speaker *p, void *arg, struct err *e);
enum rc store_speakers(struct store *s, store_speaker_fn *fn, void *arg, struct err *e);
/* SPEAKER as typed: code, name, DOC:LABEL (3:P), or a label that is unique in the project.  Who is
 * in hidden documents only is found when nobody else is called so. */
enum rc store_speaker_find(struct store *s, const char *typed, int64_t *id, struct err *e);
struct store_speaker_change {
	const char *code, *name;       /* NULL = as it is */
	int role, kind, shown_as_code; /* -1 = as it is */
	bool sure;		       /* true: its labels are sure from now on */
};
enum rc store_speaker_change(
	struct store *s, int64_t id, const struct store_speaker_change *c, struct err *e);
/* FROM's appearances become INTO's. */
enum rc store_speaker_merge(struct store *s, int64_t from, int64_t into, struct err *e);

#endif
