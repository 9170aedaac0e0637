/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What all reports count: the study in memory, read once from the store,
 * document by document.
 *
 * Only what is needed for counting is kept (spans, numbers, names) and the text of the
 * quotations.  Which codings count is decided here and printed by every table:
 * confirmed ones of the counting coder(s); overlapping confirmed codings of one code
 * are one segment (STORE.md 4).  With include_suggested open suggestions count
 * too, marked.
 *
 * A parent code's segments are the union of its own and those of the codes below
 * it, never their sum (STATISTICS.md 3.1): `unions` holds them for every code.
 *
 * Exposure (words) is what could have been coded: words of body paragraphs of
 * everybody but interviewers.
 */
#ifndef TEMA_REPORTS_STUDY_H
#define TEMA_REPORTS_STUDY_H

#include "base/arena.h"
#include "base/sha256.h"
#include "base/vec.h"
#include "store/codebooks.h"
#include "store/documents.h"
#include "store/judgements.h"

#define STUDY_CODES_MAX 4096 /* a co-occurrence matrix is quadratic in them */

struct study_code {
	int64_t id;
	int32_t parent; /* index into codes, -1 = top or outside */
	const char *codebook, *key, *full, *label, *definition, *includes, *excludes, *source;
	const char
		*merged; /* "Label (jones.KEY); ...": codes that were merged into it; "" = none */
	const char *extended; /* "jones-jamsos, ...": codebooks that add to it; "" = none */
	unsigned depth;
	bool is_project;
	uint64_t confirmed, rejected, unsure,
		open; /* judgements, and suggestions that nobody answered */
};

/* One segment that carries a code. */
struct study_segment {
	uint32_t document; /* index into documents */
	uint32_t code;	   /* index into codes */
	uint32_t start, end;
	int32_t speaker;  /* index into speakers of the turn it starts in, -1 = nobody */
	uint32_t words;	  /* words that begin inside */
	uint32_t line;	  /* of its start */
	bool suggested;	  /* holds no confirmed coding, only open suggestions */
	const char *text; /* own segments: the quotation; unions: NULL */
};
VEC_TYPE(segment_list, struct study_segment);

struct study_speaker {
	int64_t id;
	const char *shown; /* code or name or label, as the speaker allows */
	enum role role;
	enum speaker_kind kind;
	VEC(const char *) groups; /* values of the grouping variable */
	uint64_t words;
	uint32_t documents;
};

struct study_document {
	int64_t id;
	unsigned number;
	const char *title, *date, *place;
	enum method method;
	uint64_t words; /* exposure */
	uint64_t words_all;
	uint32_t units; /* of the co-occurrence unit, exposure only */
	uint32_t informants;
};

/* A file: a codebook of the project, or one that it uses. */
struct study_codebook {
	const char *name, *declared; /* declared: "" = none */
	const char *sha;     /* of the file: first 12 hex digits; "" = it is not in use any more */
	const char *uses;    /* "jones, jamsos": what it names itself; "" = nothing */
	const char *extends; /* those of them whose codes it adds to */
	bool is_project;
	bool is_words; /* word lists for other codebooks, no code */
};

struct study_options {
	const char *lang; /* "id", "en" */
	bool include_suggested;
	enum unit_kind unit;  /* of co-occurrence */
	const char *group;    /* variable for groups; NULL: the first of kelompok, group that any
				 speaker has */
	int64_t coder;	      /* only this coder's codings; 0 = all coders united */
	const char *codebook; /* only this codebook; NULL = all */
};

struct study {
	struct arena arena;
	struct study_options options;
	VEC(struct study_codebook) codebooks; /* by name, each behind the files that it uses */
	VEC(struct study_code) codes;	      /* store_codes order */
	VEC(struct study_document) documents;
	VEC(struct study_speaker) speakers;
	VEC(const char *) groups;     /* names of the groups, sorted */
	VEC(const char *) coders;     /* who decided something that counts, by name */
	struct segment_list segments; /* own segments, by document, start, end, code */
	struct segment_list unions;   /* with the codes below, same order */
	uint32_t *pairs; /* codes.n x codes.n: units that carry both (unions); diagonal: units with
			    the code */
	uint64_t units;	 /* all units of exposure */
	uint64_t words;
	uint64_t confirmed, rejected, unsure,
		open;	   /* judgements that count; open: suggestions that nobody answered */
	uint64_t orphaned; /* confirmed, but without a place in the corrected text: not counted */
	uint64_t single, bulk, hand, other;	     /* how the confirmed and rejected came about */
	uint32_t relabelled, moved, merged, retired; /* codes that the project has otherwise */
	uint32_t informants;			     /* speakers who are persons and informants */
	const char *title, *author, *institution, *city, *year;
	char chain[2 * SHA256_LEN + 1]; /* head of the op chain */
	uint64_t ops;
};

enum rc study_load(
	struct store *s, const struct study_options *o, struct study **out, struct err *e);
void study_free(struct study *st);

/* Index of a row by the store's id, -1 if none. */
int32_t study_code_index(const struct study *st, int64_t id);
/* Is a above b in the tree? */
bool study_is_above(const struct study *st, uint32_t a, uint32_t b);
/* What table captions call the counted codings and the unit. */
const char *study_unit_name(const struct study *st);

#endif
