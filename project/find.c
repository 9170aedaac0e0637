/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/find.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static enum rc projects_here(struct file_list *out, struct err *e)
{
	DIR *dir = opendir(".");
	struct dirent *entry;

	if (dir == NULL)
		return err_errno(e, RC_PROJECT, "looking for a project in the current folder");
	while ((entry = readdir(dir)) != NULL)
		if (entry->d_name[0] != '.' && strcmp(file_ext(entry->d_name), "tema") == 0)
			vec_push(out, mem_strdup(entry->d_name));
	closedir(dir);
	vec_sort(out, by_name);
	return RC_OK;
}

static enum rc several(const struct file_list *found, struct err *e)
{
	struct buf names = BUF_INIT;

	for (size_t i = 0; i < found->n && i < 5; i++)
		buf_printf(&names, "%s'%s'", i > 0 ? ", " : "", found->items[i]);
	err_set(e, RC_PROJECT, "several projects here (%s%s); say which with -p FILE", names.data,
		found->n > 5 ? ", ..." : "");
	buf_release(&names);
	return e->rc;
}

enum rc project_find(const char *asked, char **path, struct err *e)
{
	const char *set = asked != NULL ? asked : getenv("TEMA_PROJECT");
	struct file_list found = VEC_INIT;
	enum rc rc;

	*path = NULL;
	if (set != NULL && *set != '\0') {
		*path = mem_strdup(set);
		return RC_OK;
	}
	rc = projects_here(&found, e);
	if (rc == RC_OK && found.n == 0)
		rc = err_set(e, RC_PROJECT,
			"no project here; make one with 'tema init NAME.tema', or name it with -p "
			"FILE");
	if (rc == RC_OK && found.n > 1)
		rc = several(&found, e);
	if (rc == RC_OK)
		*path = mem_strdup(found.items[0]);
	file_list_release(&found);
	return rc;
}
