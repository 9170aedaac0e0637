/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Speakers and documents as things that people describe: each has fields (name,
 * role, ...; title, date, ...) and variables, all of them text.  What lists and
 * tables show, what a command line or a table sets (edit.h).
 */
#ifndef TEMA_PROJECT_SUBJECT_H
#define TEMA_PROJECT_SUBJECT_H

#include "base/arena.h"
#include "store/documents.h"

#define GROUP_KEY "kelompok" /* the variable that holds a speaker's groups */
#define VALUE_SEPARATOR "; " /* between several values of one variable */

enum speaker_field {
	SPEAKER_NAME,
	SPEAKER_CODE,
	SPEAKER_ROLE,
	SPEAKER_KIND,
	SPEAKER_SHOWN,
	SPEAKER_SURE
};
enum document_field { DOCUMENT_TITLE, DOCUMENT_METHOD, DOCUMENT_DATE, DOCUMENT_PLACE };
#define SUBJECT_FIELDS 6 /* at most */

struct subject {
	int64_t id;
	const char *key;		    /* finds it again, whatever is edited: "3:P", "4" */
	const char *shown;		    /* for people: "I3", "Bu Sari" */
	const char *fields[SUBJECT_FIELDS]; /* by number; "" = none */
	struct attr_list vars;		    /* a key may occur several times */
	/* What may be listed beside them. */
	const char *labels;
	unsigned documents, turns, paragraphs, sentences, speakers;
	uint64_t words;
	bool hidden;
};

struct subjects {
	struct arena arena;
	enum store_target target;
	VEC(struct subject) list;
};

/* All of them in the order of lists; hidden: hidden documents too. */
enum rc subjects_load(
	struct store *s, enum store_target t, bool hidden, struct subjects *out, struct err *e);
struct subject *subjects_find(const struct subjects *all, int64_t id); /* or NULL */
void subjects_release(struct subjects *all);

/* What a message calls it, typable and without a name if it has a code: "I3", "3:P", "4". */
const char *subject_typed(const struct subjects *all, const struct subject *p);
/* "kader; ibu": the values of a variable; "" = none. */
const char *subject_variable(const struct subject *p, const char *key, struct arena *a);

/* How a field is called: English (also in CSV), Indonesian. */
struct subject_field {
	const char *names[2];
	bool may_be_empty;
};
extern const struct subject_field speaker_fields[], document_fields[];
extern const size_t nspeaker_fields, ndocument_fields;
const struct subject_field *subject_fields(enum store_target t, size_t *n);

/* What was typed as the field holds it ("pewawancara": "interviewer").  RC_INPUT: what is allowed.
 */
enum rc subject_value(
	enum store_target t, int field, const char *typed, const char **value, struct err *e);

#endif
