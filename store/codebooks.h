/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codebook versions and codes in the project file.  The full source of every version is kept. */
#ifndef TEMA_STORE_CODEBOOKS_H
#define TEMA_STORE_CODEBOOKS_H

#include "codebooks/model.h"
#include "store/store.h"

/* Makes this the active version of its codebook, adding codebook, version and codes as needed.
 * *version is its id; *changed is false when it was active already.  RC_INPUT, nothing written: a
 * code with decisions vanished without `was` (the message lists them). */
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

/* All live codes of active versions and of the project's own codebook, in the order of codebook
 * name and file; parents before children. */
struct store_code {
	int64_t id, parent;					       /* parent 0 = top */
	const char *codebook, *key, *full;			       /* "jones.LEMAH" */
	const char *label_id, *label_en;			       /* "" = none */
	const char *definition, *includes, *excludes, *color, *source; /* "" = none */
	unsigned depth;
	double threshold;
	bool is_project;
};
typedef enum rc store_code_fn(const struct store_code *c, void *arg, struct err *e);
enum rc store_codes(struct store *s, store_code_fn *fn, void *arg, struct err *e);
/* CODE as typed: "jones.LEMAH" or "LEMAH". RC_NOTFOUND: unknown (nearest keys) or shared by two
 * codebooks (lists both). */
enum rc store_code_find(struct store *s, const char *typed, int64_t *id, struct err *e);
/* Open coding: a code of the codebook `project`. key is made from the label when NULL. */
enum rc store_code_new(struct store *s, const char *key, const char *label, const char *definition,
	int64_t parent, int64_t *id, struct err *e);
/* The project's own view of a code, which survives new versions.  field: parent, merged_into
 * (value: a code's uid in hex; "" as parent = top), label_id, label_en, color, retired.  NULL takes
 * it back. */
enum rc store_overlay_put(
	struct store *s, int64_t code, const char *field, const char *value, struct err *e);

#endif
