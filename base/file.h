/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Files, whole.  Reading has a maximum; writing goes to a new file with mode
 * 0600 beside the target, which is synced and renamed when all is written, so
 * a reader sees the old file or the new one and a full disk leaves the old.
 */
#ifndef TEMA_BASE_FILE_H
#define TEMA_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/vec.h"

/* Append the file to out.  RC_INPUT: missing, unreadable, a folder, pipe or device, longer than max
 * (which is told at once, before anything is read). */
enum rc file_read(const char *path, size_t max, struct buf *out, struct err *e);
enum rc file_read_stdin(size_t max, struct buf *out, struct err *e);
enum rc file_write(const char *path, const void *p, size_t len, struct err *e);
/* The same for a file that the user made: it keeps its mode, where file_write() makes all it writes
 * private. */
enum rc file_rewrite(const char *path, const void *p, size_t len, struct err *e);

bool file_exists(const char *path);
bool file_is_dir(const char *path);
enum rc file_mkdirs(const char *path, struct err *e); /* mode 0700 */

VEC_TYPE(file_list, char *); /* paths, owned */
/* Regular files below dir (not hidden, not symlinked folders), sorted by bytes, as dir/relative. */
enum rc file_walk(const char *dir, struct file_list *out, struct err *e);
void file_list_release(struct file_list *l);

const char *file_base(const char *path); /* behind the last '/'; borrowed */
const char *file_ext(const char *path);	 /* behind the last '.' of the base, or ""; borrowed */

#endif
