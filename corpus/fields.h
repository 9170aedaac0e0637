/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What columns of a table and keys of a data file mean, by their names in
 * English and Indonesian; for reader_csv.c, reader_jsonl.c and json_items.c.
 */
#ifndef TEMA_CORPUS_FIELDS_H
#define TEMA_CORPUS_FIELDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum field_kind {
	FIELD_TEXT,
	FIELD_SPEAKER,
	FIELD_FROM,
	FIELD_TO,
	FIELD_DATE,
	FIELD_TITLE,
	FIELD_ID
};

struct field {
	const char *key; /* lower case, nothing but letters and digits */
	enum field_kind kind;
	bool ms; /* the name itself says milliseconds */
};

/* "Start Time", "start_time" and "startTime" are one name; NULL: unknown.  Of two fields of the
 * same kind the one with the lower address says it better. */
const struct field *field_find(const char *name, size_t len);
/* a is known and a better name for KIND than b (which may be NULL). */
bool field_is_better(const struct field *a, enum field_kind kind, const struct field *b);
/* For messages and --text-column: are the two names one?  Any case, any marks between words. */
bool field_same_name(const char *a, const char *b);

/* A place in a recording.  A bare number may be seconds or milliseconds: that shows only when all
 * numbers of a file are known (utterances.h). */
struct moment {
	enum { MOMENT_NONE, MOMENT_MS, MOMENT_NUMBER } unit;
	double value; /* not negative */
};

/* "00:12:03,5", "[12:03]", "00:12 - 00:15" (its start), "12.5", "12,5 s",
 * "PT12.5S". */
struct moment moment_parse(const char *p, size_t len, bool ms);
struct moment moment_of(double value, bool ms);

#endif
