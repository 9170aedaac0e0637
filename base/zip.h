/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Members of a zip file in memory (docx and its like), by libzip.  Limits
 * against bombs: entries, size of one member, sum of all read, and the ratio of
 * unpacked to packed size.  Nothing is ever written to disk, so member names
 * cannot escape anywhere.
 */
#ifndef TEMA_BASE_ZIP_H
#define TEMA_BASE_ZIP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"

#define ZIP_MAX_ENTRIES 10000
#define ZIP_MAX_MEMBER (256u << 20)
#define ZIP_MAX_TOTAL (512u << 20)
#define ZIP_MAX_RATIO 200 /* asked only above 1 MiB unpacked */

struct zipfile;

/* data must outlive the zip. RC_INPUT: no zip, damaged, too many entries. */
enum rc zip_open_memory(struct zipfile **out, const char *data, size_t len, struct err *e);
void zip_close_file(struct zipfile *z);
bool zip_has(struct zipfile *z, const char *name);
/* Append the member to out. RC_INPUT: missing, encrypted, damaged (CRC), over a limit. */
enum rc zip_read(struct zipfile *z, const char *name, struct buf *out, struct err *e);

#endif
