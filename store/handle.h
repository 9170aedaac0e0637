/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a struct store holds; for the files of store/ only. */
#ifndef TEMA_STORE_HANDLE_H
#define TEMA_STORE_HANDLE_H

#include "base/arena.h"
#include "base/sha256.h"
#include "base/vec.h"
#include "store/sql.h"
#include "store/store.h"

/* The open op.  Its row (and that of a new coder) is written with the first fact and sealed with
 * its digest by store_commit(). */
struct op {
	bool open, written;
	bool touched; /* something in the cache was written */
	bool new_coder;
	int64_t id, seq, coder, undoes, detail, at;
	uint32_t n;	  /* uids given so far */
	uint64_t changes; /* change rows */
	char command[32];
	struct uid coder_uid;
	char *coder_name;
	char *detail_text; /* written with the op, so that a command without effect leaves nothing
			    */
};

struct store {
	sqlite3 *db;
	char *path;
	bool writes; /* opened with STORE_WRITE */
	struct sql_cache sql;
	int64_t origin;
	struct uid origin_uid;
	struct op op;
	struct buf setting;	     /* what store_setting() gave last */
	struct suggest *suggest;     /* between store_suggest_begin() and _end(); suggest.c */
	struct rule_cache *rules;    /* ids of hit_rule rows; hit_rules.c */
	struct speaker_index *known; /* speakers by code and name; speaker_index.c */
	struct segment_text *text;   /* of the last document decided on; segments.c */
	struct redactor *redactor;   /* what hides names in what is shown; pseudonyms.c */
};

/* RC_PROJECT when no op is open (a mistake of the caller's) or the file is open for reading. */
enum rc op_needed(struct store *s, struct err *e);
/* Writes the op's row if it is not there yet; fact.c calls it in front of every fact. */
enum rc op_write(struct store *s, struct err *e);
/* The uid of the next row of the open op. */
void op_next_uid(struct store *s, struct uid *out);

#endif
