/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading the rule language (CODEBOOK.md).
 *
 * codebook_parse() reads one file's text.  All errors of the file are added to
 * d (E001 ... E023, with excerpt and carets), never just the first; where there was
 * one, *out is NULL and RC_INPUT is returned.  Recovery as in section 9: one
 * error per clause, no cascades.  The ids and positions are pinned by
 * codebook-vectors.json.
 *
 * Limits (E022): file 16 MiB, nesting 32, codes 8 deep, regex 4096 bytes,
 * 64 files, 200,000 list items, and as many in a list with those of the lists in it.
 */
#ifndef TEMA_CODEBOOKS_PARSER_H
#define TEMA_CODEBOOKS_PARSER_H

#include "base/buf.h"
#include "base/diag.h"
#include "base/err.h"
#include "codebooks/model.h"

#define CODEBOOK_MAX (16u << 20)

/* name is shown in messages.  Of a bundle (codebook_bundle) the used files are read out of it; else
 * `use`d files are noted in uses, not read. */
enum rc codebook_parse(const char *name, const char *text, size_t len, struct codebook **out,
	struct diags *d, struct err *e);

/* Read a file and those that it uses, and parse them.  Errors stand in d under the file they are
 * in. */
enum rc codebook_load(const char *path, struct codebook **out, struct diags *d, struct err *e);

/* The text with those of the files it uses, for codebook_parse(): what a project keeps of a
 * version (load.h).  Without used files it is the text itself. */
void codebook_bundle(const struct codebook *cb, struct buf *out);

/* A pattern as written on a command line ("~patuh", "nota kesepahaman" in quotes, /re/): one place.
 * It hangs on arena a. */
enum rc pattern_parse(const char *text, struct arena *a, const struct pattern **out, struct err *e);

#endif
