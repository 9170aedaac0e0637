/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codebooks/library.h"

#include <string.h>

#include "base/opt.h"

#ifndef PKGDATADIR
#define PKGDATADIR "."
#endif

static const char suffix[] = ".codebook";

const char *library_folder(void)
{
	const char *named = getenv("TEMA_LIBRARY");

	return named != NULL && *named != '\0' ? named : PKGDATADIR "/codebooks";
}

static bool has_suffix(const char *s)
{
	size_t len = strlen(s), n = sizeof suffix - 1;

	return len > n && strcmp(s + len - n, suffix) == 0;
}

/* By name: jones before jones-jamsos, which the files' suffix would turn around. */
static int compare_names(const void *pa, const void *pb)
{
	const char *a = file_base(*(char *const *)pa), *b = file_base(*(char *const *)pb);
	size_t alen = strlen(a) - (sizeof suffix - 1), blen = strlen(b) - (sizeof suffix - 1);
	int diff = memcmp(a, b, alen < blen ? alen : blen);

	return diff != 0 ? diff : (alen > blen) - (alen < blen);
}

enum rc library_list(struct file_list *out, struct err *e)
{
	struct file_list all = VEC_INIT;
	enum rc rc = file_walk(library_folder(), &all, e);

	if (rc != RC_OK)
		return err_wrap(e, "looking for the shipped codebooks");
	vec_each (char *, path, &all) {
		if (has_suffix(*path)) {
			vec_push(out, *path);
			*path = NULL;
		}
	}
	file_list_release(&all);
	vec_sort(out, compare_names);
	return RC_OK;
}

/* The shipped names, without the suffix; each owned by the list. */
static void names_of(const struct file_list *paths, struct file_list *names)
{
	vec_each (char *, path, paths) {
		const char *base = file_base(*path);

		vec_push(names, mem_dup(base, strlen(base) - (sizeof suffix - 1)));
	}
}

static enum rc not_shipped(const char *name, struct err *e)
{
	struct file_list paths = VEC_INIT, names = VEC_INIT;
	const char *near;
	char *here = mem_printf("%s%s", name, suffix);
	struct err ignored = ERR_INIT;

	library_list(&paths, &ignored);
	names_of(&paths, &names);
	near = opt_nearest(name, (const char *const *)names.items, names.n);
	if (file_exists(here))
		err_set(e, RC_NOTFOUND,
			"no shipped codebook is called '%s'; for the file write '%s'", name, here);
	else if (strchr(name, '.') != NULL && file_exists(name))
		err_set(e, RC_NOTFOUND,
			"'%s' is no codebook file; 'tema codebook import %s' makes one of a "
			"dictionary or a code list",
			name, name);
	else if (near != NULL)
		err_set(e, RC_NOTFOUND, "no shipped codebook is called '%s'; did you mean '%s'?",
			name, near);
	else
		err_set(e, RC_NOTFOUND,
			"no shipped codebook is called '%s'; 'tema codebook list' shows them",
			name);
	free(here);
	file_list_release(&names);
	file_list_release(&paths);
	return RC_NOTFOUND;
}

enum rc library_find(const char *name, char **path, struct err *e)
{
	char *shipped;

	*path = NULL;
	if (strchr(name, '/') != NULL || has_suffix(name)) {
		if (!file_exists(name))
			return err_set(e, RC_NOTFOUND, "there is no codebook '%s'", name);
		*path = mem_strdup(name);
		return RC_OK;
	}
	shipped = mem_printf("%s/%s%s", library_folder(), name, suffix);
	if (!file_exists(shipped)) {
		free(shipped);
		return not_shipped(name, e);
	}
	*path = shipped;
	return RC_OK;
}
