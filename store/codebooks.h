/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codebook versions and codes in the project file.  The full source of every version is kept. */
#ifndef TEMA_STORE_CODEBOOKS_H
#define TEMA_STORE_CODEBOOKS_H

#include "base/arena.h"
#include "base/vec.h"
#include "codebooks/model.h"
#include "store/store.h"

/* Codes that were decided on and that no codebook of the project has any more. */
struct store_lost_code {
	const char *full, *key;
	uint64_t decisions;
};
struct store_lost {
	struct arena arena;
	VEC(struct store_lost_code) list;
};
void store_lost_release(struct store_lost *lost);

/* What becomes of a project's codebooks. */
struct store_codebook_set {
	const struct codebook *const *books; /* active from now on */
	size_t n;
	const int64_t *without; /* codebooks that are active no more */
	size_t nwithout;
	bool retire; /* codes with decisions that are gone: retired */
};
/* Makes the books the active versions of their codebooks, adding codebooks, versions and codes as
 * needed.  versions[i] is the id of books[i]'s; *changed is false when nothing had to be done.
 * What `was` names goes on as the code that says so.  A code with decisions that is gone without
 * `was` is retired if retire is set; else RC_INPUT (the message lists them), and the op must be
 * rolled back.  *lost lists them in both cases; the caller releases it. */
enum rc store_codebooks_put(struct store *s, const struct store_codebook_set *set,
	int64_t *versions, bool *changed, struct store_lost *lost, struct err *e);
/* The same for one, without retiring. */
enum rc store_codebook_put(
	struct store *s, const struct codebook *cb, int64_t *version, bool *changed, struct err *e);

struct store_codebook {
	int64_t id, version;
	const char *name, *declared, *source;
	size_t source_len;
	uint8_t sha[SHA256_LEN];
	bool is_project; /* codes made in the project */
	unsigned codes;
};
typedef enum rc store_codebook_fn(const struct store_codebook *c, void *arg, struct err *e);
enum rc store_codebooks(struct store *s, store_codebook_fn *fn, void *arg,
	struct err *e); /* by name; active versions */
/* The active version parsed again from the source kept. The caller frees it. */
enum rc store_codebook_load(
	struct store *s, int64_t codebook, struct codebook **out, struct err *e);

/* Which codes of the project those of a codebook are, by key or `was`, as it would be if this
 * became a version; nothing is written.  ids: by code->index, 0 = none yet.  Of a merged code what
 * it became. */
#define CODE_RETIRED (-1)
enum rc store_codebook_codes(
	struct store *s, const struct codebook *cb, int64_t *ids, struct err *e);

/* All live codes of active versions and of the project's own codebook, in the order of codebook
 * name and file; parents before children. */
struct store_code {
	int64_t id, parent;		   /* parent 0 = top */
	const char *codebook, *key, *full; /* "jones.LEMAH" */
	const char *bringers; /* "jones-jamsos, jones-ku": codebooks that use its codebook */
	const char *label_id, *label_en;			       /* "" = none */
	const char *definition, *includes, *excludes, *color, *source; /* "" = none */
	unsigned depth;
	double threshold;
	bool is_project;
	/* What the project says of it (store_overlay_put). */
	bool retired;	     /* suggests nothing any more; what was decided stays */
	bool gone;	     /* its codebook has it no more: retired, as it stood there last */
	unsigned changes;    /* bits of enum code_change */
	int64_t merged_into; /* 0 = not; store_codes_all() only */
	uint64_t decisions;  /* living ones, on it and what was merged into it; store_codes_all() */
};
enum code_change { CODE_RELABELLED = 1, CODE_MOVED = 2, CODE_RECOLORED = 4 };
typedef enum rc store_code_fn(const struct store_code *c, void *arg, struct err *e);
enum rc store_codes(struct store *s, store_code_fn *fn, void *arg, struct err *e);
/* With merged codes, and retired ones that nothing was decided on, at their places in the tree. */
enum rc store_codes_all(struct store *s, store_code_fn *fn, void *arg, struct err *e);
/* A code of the codebook of this name, or one that it brings with a file it uses. */
bool store_code_is_of(const struct store_code *c, const char *codebook);
/* The label in LANG ("id", "en"), else in the other language, else the key. */
const char *store_code_label(const struct store_code *c, const char *lang);
/* CODE as typed: "jones.LEMAH" or "LEMAH"; of a merged code what it became. RC_NOTFOUND: unknown
 * (nearest keys), retired without decisions, or shared by two codebooks (lists both). */
enum rc store_code_find(struct store *s, const char *typed, int64_t *id, struct err *e);
/* The same among all: also merged and retired ones, as themselves. */
enum rc store_code_find_any(struct store *s, const char *typed, int64_t *id, struct err *e);
/* Open coding: a code of the codebook `project`. key is made from the label when NULL. */
enum rc store_code_new(struct store *s, const char *key, const char *label, const char *definition,
	int64_t parent, int64_t *id, struct err *e);
/* Another definition of a code of the project's own; RC_INPUT: it is a file's. */
enum rc store_code_define(struct store *s, int64_t code, const char *definition, struct err *e);

/* The project's own view of a code, which survives new versions.  field: parent, merged_into
 * (value: a code's uid in hex; "" as parent = top), label_id, label_en, color, retired ("yes";
 * RETIRED_MISSING: as long as its codebook has it no more).  NULL takes it back. */
#define RETIRED_MISSING "missing"
enum rc store_overlay_put(
	struct store *s, int64_t code, const char *field, const char *value, struct err *e);
/* The same with a code (0 = top) as the value of parent or merged_into. */
enum rc store_overlay_refer(
	struct store *s, int64_t code, const char *field, int64_t to, struct err *e);

#endif
