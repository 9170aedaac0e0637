/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A codebook with the files it uses (CODEBOOK 6.15), from the disk or from a
 * bundle: the text of a version as a project keeps it.
 *
 * A file is known by its id: its path below the folder of the first file
 * ("sub/jamsos.codebook"), or "library:" and the path in the shipped library.
 * The first file itself has the id "".
 *
 * A bundle is the first file's text, behind it each used file under a line
 * `#: file ID`, and at the end a line `#: files` with the lengths.  A codebook
 * without used files is its own text, and nothing else.
 */
#ifndef TEMA_CODEBOOKS_LOAD_H
#define TEMA_CODEBOOKS_LOAD_H

#include "base/buf.h"
#include "base/diag.h"
#include "base/err.h"
#include "codebooks/model.h"

#define LOAD_FILES 64
#define LOAD_BYTES (64u << 20) /* of all files together */

/* Appends the bytes of a file.  *name is how messages call it, owned by the caller; NULL: its id.
 * RC_NOTFOUND: there is none; RC_USAGE: a link leads out of the folder. */
typedef enum rc load_read_fn(
	void *arg, const char *id, struct buf *out, char **name, struct err *e);

struct load_file {
	char *id;
	const char *name;     /* of the codebook */
	struct codebook *own; /* what was read of it */
	struct codebook
		*cb; /* what it means: own, or the same one read by another way; NULL: errors */
	bool open;   /* not yet at its end */
};

struct load {
	load_read_fn *read; /* NULL: uses are noted, not read */
	void *arg;
	struct diags *d;
	VEC(struct load_file) files; /* in the order in which they were begun; 0 is the first */
	size_t bytes, items;
	unsigned errors;
};

/* What was read belongs to the first codebook from now on, if all is good; else it is freed. */
void load_finish(struct load *l, bool good);
/* What `use NAME` in the file FROM means; owned by the caller. */
char *load_id(const char *from, const char *name);
/* The number of the file, or -1. */
int load_find(const struct load *l, const char *id);
/* The name of a shipped codebook behind "library:", without its suffix, on the arena; NULL: the id
 * is of another file. */
const char *load_shipped(struct arena *a, const char *id);

/* --- from the disk --- */

struct load_disk {
	char *root; /* folder of the first file */
};

load_read_fn load_from_disk; /* arg: struct load_disk */

/* --- from a bundle --- */

struct load_piece {
	const char *id, *text;
	size_t len;
};

struct load_bundle {
	VEC(struct load_piece) pieces; /* 0 is the first file */
	char *ids;
};

load_read_fn load_from_bundle; /* arg: struct load_bundle */
/* false: TEXT is no bundle, and b is empty. */
bool load_unbundle(const char *text, size_t len, struct load_bundle *b);
void load_bundle_release(struct load_bundle *b);

#endif
