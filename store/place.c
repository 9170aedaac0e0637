/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/place.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/mount.h"

/* ---- copies of conflicts ---- */

static bool has_digit(const char *p, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (p[i] >= '0' && p[i] <= '9')
			return true;
	return false;
}

static bool consists_of(const char *p, size_t len, const char *set)
{
	return len > 0 && strspn(p, set) >= len;
}

/* " (1)", " (Rini's conflicted copy 2024-05-01)", "_conf(1)" */
static bool in_brackets(const char *p, size_t len)
{
	const char *open = memchr(p, '(', len);
	size_t inside;

	if (open == NULL || p[len - 1] != ')')
		return false;
	inside = (size_t)(p + len - open) - 2;
	return consists_of(open + 1, inside, "0123456789") ||
	       memmem(open, inside, "conflict", 8) != NULL ||
	       memmem(open, inside, "Conflict", 8) != NULL ||
	       memmem(open, inside, "konflik", 7) != NULL ||
	       memmem(open, inside, "salinan", 7) != NULL;
}

/* "-LAPTOP-7F3A", as OneDrive names the computer. */
static bool is_computer(const char *p, size_t len)
{
	static const char set[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";

	return len > 6 && p[0] == '-' && consists_of(p + 1, len - 1, set) &&
	       strspn(p + 1, "0123456789-") < len - 1 &&
	       (has_digit(p, len) || strncmp(p, "-DESKTOP", 8) == 0 ||
		       strncmp(p, "-LAPTOP", 7) == 0 || strncmp(p, "-PC", 3) == 0);
}

bool store_place_is_copy(const char *project, const char *name)
{
	const char *ext = file_ext(project), *its_ext = file_ext(name);
	size_t stem = strlen(project) - strlen(ext) - 1, rest;
	const char *p = name + stem;

	if (*ext == '\0' || strcmp(ext, its_ext) != 0 || strncmp(project, name, stem) != 0 ||
		strlen(name) <= strlen(project))
		return false;
	rest = strlen(p) - strlen(its_ext) - 1;
	return in_brackets(p, rest) || is_computer(p, rest) ||
	       strncmp(p, ".sync-conflict-", 15) == 0 ||
	       (rest == 2 && p[0] == ' ' && p[1] >= '2' && p[1] <= '9');
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void tell_copies(const char *path, const char *folder, struct diags *d)
{
	struct file_list found = VEC_INIT;
	struct diag_at at = { .file = path };
	DIR *dir = opendir(folder);
	struct dirent *entry;

	if (dir == NULL)
		return;
	while ((entry = readdir(dir)) != NULL)
		if (store_place_is_copy(file_base(path), entry->d_name))
			vec_push(&found, mem_strdup(entry->d_name));
	closedir(dir);
	vec_sort(&found, by_name);
	vec_each (char *, name, &found) {
		struct diag *g = diag_add(d, DIAG_WARNING, "R404", &at,
			"beside it lies '%s', which looks like a second copy of this project with "
			"other work in it",
			*name);

		diag_hint(d, g, "compare the two with 'tema log -p FILE'; go on with one of them");
	}
	file_list_release(&found);
}

/* ---- the place ---- */

static void tell_mode(const char *path, struct diags *d)
{
	struct diag_at at = { .file = path };
	struct stat st;
	struct diag *g;

	if (stat(path, &st) != 0 || (st.st_mode & 077) == 0)
		return;
	g = diag_add(d, DIAG_REMARK, "R401", &at,
		"other users of this computer may be able to read it (mode %04o)",
		(unsigned)st.st_mode & 07777);
	diag_hint(d, g,
		"chmod 600; on a disk without modes (USB stick, Windows partition) put it "
		"into your home folder");
}

static void tell_sharing(const char *path, const char *real, struct diags *d)
{
	struct diag_at at = { .file = path };
	char name[64];
	const char *shared = mount_shared(path, name, sizeof name), *cloud = mount_cloud(real);

	if (shared != NULL)
		diag_add(d, DIAG_REMARK, "R402", &at,
			"it lies on %s, which other computers reach too: two of them must not "
			"write it at the same time",
			shared);
	if (cloud != NULL)
		diag_add(d, DIAG_REMARK, "R403", &at,
			"it lies in a folder of %s: work on one computer at a time, and let it "
			"finish copying before; else it makes two different copies",
			cloud);
}

static void tell_locks(const char *path, struct diags *d)
{
	struct diag_at at = { .file = path };
	struct diag *g;

	if (mount_locks(path) != MOUNT_LOCKS_BROKEN)
		return;
	g = diag_add(d, DIAG_WARNING, "R405", &at,
		"locks do not hold where it lies: two commands at the same time can damage it");
	diag_hint(d, g, "run one at a time, or put it into a folder of this computer");
}

void store_place(const char *path, struct diags *d)
{
	char *real = realpath(path, NULL), *folder;

	if (real == NULL)
		return;
	folder = mem_dup(real, (size_t)(file_base(real) - real));
	tell_mode(path, d);
	tell_sharing(path, real, d);
	tell_locks(path, d);
	tell_copies(path, folder, d);
	free(folder);
	free(real);
}
