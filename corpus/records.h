/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For rows.c and reader_jsonl.c: the rows or objects of a file that may be
 * documents of their own.  Those with one id are one document, at the place of
 * the first of them; each key and value of theirs is a variable of it, once.
 *
 * All strings are borrowed until the records are given.
 */
#ifndef TEMA_CORPUS_RECORDS_H
#define TEMA_CORPUS_RECORDS_H

#include "corpus/reader.h"
#include "corpus/utterances.h"

#define RECORDS_VALUE_MAX 200 /* bytes: what is longer is a text, not a variable's value */

struct record {
	const char *id;				 /* NULL: its number is its id */
	const char *date, *title;		 /* or NULL */
	size_t number;				 /* of the row or object, from 1 */
	size_t utterance, utterances, var, vars; /* first and how many */
	uint32_t next;				 /* the next one with its id; 0 = none */
};

struct records {
	struct utterances all;
	VEC(struct record) list;
	VEC(struct attr) vars;
};

#define RECORDS_INIT                                                                               \
	{                                                                                          \
		UTTERANCES_INIT, VEC_INIT, VEC_INIT                                                \
	}

void records_release(struct records *r);
/* The next record; what is added now belongs to it.  Valid until the next call. */
struct record *records_begin(struct records *r);
void records_text(struct records *r, const struct utterance *one);
/* An empty key or value adds nothing. */
void records_var(struct records *r, const char *key, const char *value);
/* Takes the last record back if no text was added to it: false. */
bool records_end(struct records *r);

/* How many documents they are, by id. */
size_t records_documents(struct records *r);
/* Each document of them to fn; name is that of the file in remarks. */
enum rc records_give(
	struct records *r, const char *name, reader_part_fn *fn, void *arg, struct err *e);
/* All as one document: the texts in order, the first date and title. */
void records_write(struct records *r, const char *name, struct draft *out, struct diags *d);

/* Remark R061: the file's n documents are its rows ("row", "line"), and how to say otherwise. */
void records_remark(const struct records *r, size_t n, const char *thing, const char *vars,
	const char *name, struct diags *d);

#endif
