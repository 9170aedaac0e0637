/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finding codebooks: `-c jones` is a shipped one, `-c my.codebook` or any
 * path with a '/' a file.  The shipped ones lie in $TEMA_LIBRARY, else in the
 * folder that was given at build time (PKGDATADIR/codebooks).
 */
#ifndef TEMA_CODEBOOKS_LIBRARY_H
#define TEMA_CODEBOOKS_LIBRARY_H

#include "base/err.h"
#include "base/file.h"

/* *path is owned by the caller. RC_NOTFOUND names the shipped one nearest to it. A file named
 * exactly NAME.codebook in the current folder is NOT taken for a bare name: the message says how to
 * name it. */
enum rc library_find(const char *name, char **path, struct err *e);
/* Where the shipped ones lie. */
const char *library_folder(void);
/* Paths of all shipped codebooks, sorted by name. */
enum rc library_list(struct file_list *out, struct err *e);

#endif
