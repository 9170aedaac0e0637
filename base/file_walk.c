/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/mem.h"

#define DEPTH_MAX 64

static enum rc walk(const char *dir, int depth, struct file_list *out, struct err *e);

/* Takes path. A symlinked folder is left out, so that there is no circle. */
static enum rc visit(char *path, int depth, struct file_list *out, struct err *e)
{
	struct stat entry, target;
	enum rc rc = RC_OK;

	if (lstat(path, &entry) == 0 && S_ISDIR(entry.st_mode)) {
		rc = walk(path, depth + 1, out, e);
	} else if (stat(path, &target) == 0 && S_ISREG(target.st_mode)) {
		vec_push(out, path);
		return RC_OK;
	}
	free(path);
	return rc;
}

static enum rc walk(const char *dir, int depth, struct file_list *out, struct err *e)
{
	const char *slash = dir[0] != '\0' && dir[strlen(dir) - 1] == '/' ? "" : "/";
	struct dirent *entry;
	enum rc rc = RC_OK;
	DIR *d;

	if (depth > DEPTH_MAX)
		return err_set(e, RC_INPUT, "'%s' is more than %d folders deep", dir, DEPTH_MAX);
	d = opendir(dir);
	if (d == NULL)
		return err_errno(e, RC_INPUT, "cannot read the folder '%s'", dir);
	errno = 0;
	while (rc == RC_OK && (entry = readdir(d)) != NULL) {
		if (entry->d_name[0] != '.')
			rc = visit(mem_printf("%s%s%s", dir, slash, entry->d_name), depth, out, e);
		errno = 0;
	}
	if (rc == RC_OK && errno != 0)
		rc = err_errno(e, RC_INPUT, "cannot read the folder '%s'", dir);
	closedir(d);
	return rc;
}

static int compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

enum rc file_walk(const char *dir, struct file_list *out, struct err *e)
{
	struct file_list found = VEC_INIT;
	enum rc rc = walk(dir, 0, &found, e);

	if (rc == RC_OK) {
		vec_sort(&found, compare);
		vec_each (char *, path, &found)
			vec_push(out, *path);
		vec_reset(&found);
	}
	file_list_release(&found);
	return rc;
}

void file_list_release(struct file_list *l)
{
	vec_each (char *, path, l)
		free(*path);
	vec_release(l);
}
