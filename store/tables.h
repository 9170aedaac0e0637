/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The fact tables as data: their columns, which rows can end, and which
 * columns identify a living row.  What treats all tables alike reads only this:
 * inserting and ending (fact.c), canonical lines and digests (canon.c), triggers
 * (schema.c), undo (undo.c) and verify.
 *
 * Every fact table begins with `id INTEGER PRIMARY KEY, uid BLOB`, has these
 * columns next, in this order, and `d` last if its rows can end.
 */
#ifndef TEMA_STORE_TABLES_H
#define TEMA_STORE_TABLES_H

#include <stdbool.h>
#include <stddef.h>

/* The order is the order of canonical lines in a digest: new tables go to the end. */
enum fact {
	FACT_NONE, /* so that a column without `ref` refers to nothing */
	FACT_ORIGIN,
	FACT_CODER,
	FACT_SETTING,
	FACT_DOCUMENT,
	FACT_DOCUMENT_IS,
	FACT_REVISION,
	FACT_SPEAKER,
	FACT_SPEAKER_IS,
	FACT_APPEARANCE,
	FACT_VARIABLE,
	FACT_CODEBOOK,
	FACT_VERSION,
	FACT_ACTIVE,
	FACT_CODE,
	FACT_CODE_KEY,
	FACT_CODE_TEXT,
	FACT_OVERLAY,
	FACT_SEGMENT,
	FACT_ANCHOR,
	FACT_JUDGEMENT,
	FACT_EVIDENCE,
	FACT_SAMPLE,
	FACT_SAMPLE_UNIT,
	FACT_READING,
	FACT_MEMO,
	FACT_PSEUDONYM,
	FACT_ERASURE,
	FACT_COPY,
	FACT_COUNT,
};

enum fact_kind {
	COL_END, /* behind the last column */
	COL_INT,
	COL_REAL,
	COL_TEXT,
	COL_BLOB,
	COL_CONTENT, /* id of a content row; its mark stands in the canonical line */
	COL_REF,     /* id of a row of another fact table; its uid stands there */
	COL_OP,	     /* id of an op; its uid stands there */
	COL_STATE,   /* may change (erasure only) and is in no canonical line */
};

#define FACT_COLUMNS 20

struct fact_column {
	const char *name;
	enum fact_kind kind;
	enum fact ref; /* COL_REF */
	int key;       /* 1, 2: part of the first, second thing that one living row is unique by */
};

struct fact_table {
	const char *name;
	bool ends; /* has `d` */
	struct fact_column columns[FACT_COLUMNS];
};

extern const struct fact_table fact_tables[FACT_COUNT]; /* [FACT_NONE] is empty */
enum fact fact_by_name(const char *name);		/* FACT_NONE if unknown */

#endif
