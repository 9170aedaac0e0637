/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing: copies that it cannot reach. */
#include "project/erase_copies.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"

struct folder {
	struct plan *p;
	char *dir;
	VEC(char *) files; /* beside the project, sorted */
};

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void read_folder(struct folder *f)
{
	DIR *dir = opendir(f->dir);
	struct dirent *entry;

	while (dir != NULL && (entry = readdir(dir)) != NULL)
		if (strstr(entry->d_name, ".tema") != NULL)
			vec_push(&f->files, mem_strdup(entry->d_name));
	if (dir != NULL)
		closedir(dir);
	vec_sort(&f->files, by_name);
}

static bool is_same_file(const char *a, const char *b)
{
	struct stat x, y;

	return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

/* Our own journal, which is taken up and removed by SQLite itself. */
static bool is_own_journal(const struct plan *p, const char *name)
{
	char *journal = mem_printf("%s-journal", file_base(p->r->path));
	bool own = strcmp(journal, name) == 0;

	free(journal);
	return own;
}

static void look_at(struct folder *f, const char *name)
{
	struct plan *p = f->p;
	char *path = mem_printf("%s/%s", f->dir, name);

	if (!is_same_file(path, p->r->path) && !is_own_journal(p, name) &&
		erasure_is_copy(p->s, path))
		vec_push(&p->report->copies, arena_printf(&p->report->arena,
						     "%s is a copy of this project: delete it, or "
						     "erase there, too",
						     path));
	free(path);
}

static enum rc take_copy(const char *kind, const char *name, void *arg, struct err *e)
{
	struct plan *p = arg;

	(void)e;
	if (*name != '\0')
		vec_push(&p->report->copies, arena_printf(&p->report->arena, "%s %s", kind, name));
	return RC_OK;
}

enum rc plan_copies(struct plan *p, struct err *e)
{
	struct folder f = { .p = p };
	enum rc rc = erasure_copies(p->s, take_copy, p, e);
	size_t dir;

	if (rc != RC_OK)
		return rc;
	if (p->r->path != NULL) {
		dir = (size_t)(file_base(p->r->path) - p->r->path);
		f.dir = dir > 1 ? mem_dup(p->r->path, dir - 1) : mem_strdup(dir == 1 ? "/" : ".");
		read_folder(&f);
		vec_each (char *, name, &f.files)
			look_at(&f, *name);
	}
	vec_each (char *, name, &f.files)
		free(*name);
	vec_release(&f.files);
	free(f.dir);
	vec_push(&p->report->copies, "the files that were imported, recordings, reports and "
				     "exports made before, backups "
				     "and cloud versions of this file");
	return RC_OK;
}
