/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

#define CHUNK (64u << 10)
#define MIB (1u << 20)

/* "256 MiB"; a maximum that is no round number is told in bytes. */
static enum rc too_large(const char *name, size_t max, struct err *e)
{
	if (max >= MIB && max % MIB == 0)
		return err_set(e, RC_INPUT, "'%s' is larger than %zu MiB, the most that is read",
			name, max / MIB);
	return err_set(e, RC_INPUT, "'%s' is larger than %zu bytes", name, max);
}

/* Reads fd to its end; one byte more than max is asked for, to see that there is none. */
static enum rc read_all(int fd, const char *name, size_t max, struct buf *out, struct err *e)
{
	size_t start = out->len;

	for (;;) {
		size_t room = max - (out->len - start);
		ssize_t n;

		room = room < CHUNK ? room + 1 : CHUNK;
		buf_reserve(out, room);
		n = read(fd, out->data + out->len, room);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_errno(e, RC_INPUT, "cannot read '%s'", name);
		if (n == 0)
			return RC_OK;
		out->len += (size_t)n;
		out->data[out->len] = '\0';
		if (out->len - start > max)
			return too_large(name, max, e);
	}
}

static void cut_to(struct buf *b, size_t len)
{
	b->len = len;
	if (b->cap > 0)
		b->data[len] = '\0';
}

static enum rc read_fd(int fd, const char *name, size_t max, struct buf *out, struct err *e)
{
	size_t start = out->len;
	struct stat st;
	enum rc rc;

	if (fstat(fd, &st) != 0)
		return err_errno(e, RC_INPUT, "cannot read '%s'", name);
	if (S_ISDIR(st.st_mode))
		return err_set(e, RC_INPUT, "'%s' is a folder", name);
	if (S_ISREG(st.st_mode) && st.st_size > 0) {
		if ((uintmax_t)st.st_size > max)
			return too_large(name, max, e);
		buf_reserve(out, (size_t)st.st_size + 1);
	}
	rc = read_all(fd, name, max, out, e);
	if (rc != RC_OK)
		cut_to(out, start);
	return rc;
}

static const struct {
	mode_t type;
	const char *name;
} kinds[] = {
	{ S_IFIFO, "a pipe" },
	{ S_IFSOCK, "a socket" },
	{ S_IFCHR, "a device" },
	{ S_IFBLK, "a device" },
};

/* A pipe would be waited for, and a device has no end. */
static enum rc check_regular(int fd, const char *path, struct err *e)
{
	struct stat st;

	if (fstat(fd, &st) != 0)
		return err_errno(e, RC_INPUT, "cannot read '%s'", path);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if ((st.st_mode & S_IFMT) == kinds[i].type)
			return err_set(e, RC_INPUT,
				"'%s' is %s, not a file; copy it to a file first", path,
				kinds[i].name);
	return RC_OK;
}

enum rc file_read(const char *path, size_t max, struct buf *out, struct err *e)
{
	/* Without O_NONBLOCK, opening a pipe that nobody writes to never ends. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	enum rc rc;

	if (fd < 0 && errno == ENXIO) /* a socket, or a device that is not there */
		return err_set(e, RC_INPUT, "'%s' is not a file", path);
	if (fd < 0)
		return err_errno(e, RC_INPUT, "cannot read '%s'", path);
	rc = check_regular(fd, path, e);
	if (rc == RC_OK)
		rc = read_fd(fd, path, max, out, e);
	close(fd);
	return rc;
}

enum rc file_read_stdin(size_t max, struct buf *out, struct err *e)
{
	return read_fd(STDIN_FILENO, "standard input", max, out, e);
}

static int write_all(int fd, const char *p, size_t len)
{
	while (len > 0) {
		ssize_t n = write(fd, p, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		p += n;
		len -= (size_t)n;
	}
	return 0;
}

/* "a/b" gives "a", "b" gives ".", "/b" gives "/". */
static char *folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return mem_strdup(".");
	return mem_dup(path, slash == path ? 1 : (size_t)(slash - path));
}

/* A rename is on disk only when its folder is. Some file systems cannot sync one; then it is their
 * word. */
static int sync_folder(const char *dir)
{
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int failed;

	if (fd < 0)
		return 0;
	failed = fsync(fd) != 0 && errno != EINVAL && errno != ENOTSUP && errno != EROFS;
	close(fd);
	return failed ? -1 : 0;
}

/* A device or pipe ("-o /dev/stdout") is written as it is. */
static enum rc write_special(const char *path, const void *p, size_t len, struct err *e)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
	bool failed;

	if (fd < 0)
		return err_errno(e, RC_INPUT, "cannot write '%s'", path);
	failed = write_all(fd, p, len) != 0;
	if (close(fd) != 0 || failed)
		return err_errno(e, RC_INPUT, "cannot write '%s'", path);
	return RC_OK;
}

#define MODE_PRIVATE 0600

/* Fills the new file and puts it in the target's place; -1 and errno if it cannot. */
static int fill_and_rename(
	int fd, mode_t mode, const char *temp, const char *path, const void *p, size_t len)
{
	int failed = fchmod(fd, mode) != 0 || write_all(fd, p, len) != 0 || fsync(fd) != 0;
	int saved = errno;

	if (close(fd) != 0 && !failed) {
		failed = 1;
		saved = errno;
	}
	errno = saved;
	return failed || rename(temp, path) != 0 ? -1 : 0;
}

static enum rc write_beside(const char *path, mode_t mode, const void *p, size_t len, struct err *e)
{
	char *dir = folder_of(path);
	char *temp = mem_printf("%s/.tema-XXXXXX", dir);
	int fd = mkostemp(temp, O_CLOEXEC); /* mode 0600 */
	enum rc rc = RC_OK;

	if (fd < 0) {
		rc = err_errno(e, RC_INPUT, "cannot write '%s'", path);
	} else if (fill_and_rename(fd, mode, temp, path, p, len) != 0) {
		rc = err_errno(e, RC_INPUT, "cannot write '%s'", path);
		unlink(temp);
	} else if (sync_folder(dir) != 0) {
		rc = err_errno(e, RC_INPUT, "cannot sync the folder of '%s'", path);
	}
	free(temp);
	free(dir);
	return rc;
}

static enum rc write_file(const char *path, bool keeps, const void *p, size_t len, struct err *e)
{
	struct stat st;
	char *target;
	enum rc rc;

	if (stat(path, &st) != 0)
		return write_beside(path, MODE_PRIVATE, p, len, e);
	if (S_ISDIR(st.st_mode))
		return err_set(e, RC_INPUT, "cannot write '%s': it is a folder", path);
	if (!S_ISREG(st.st_mode))
		return write_special(path, p, len, e);
	/* Through a symbolic link: the link stays. */
	target = realpath(path, NULL);
	if (target == NULL)
		return err_errno(e, RC_INPUT, "cannot write '%s'", path);
	rc = write_beside(target, keeps ? st.st_mode & 0777 : MODE_PRIVATE, p, len, e);
	free(target);
	return rc;
}

enum rc file_write(const char *path, const void *p, size_t len, struct err *e)
{
	return write_file(path, false, p, len, e);
}

enum rc file_rewrite(const char *path, const void *p, size_t len, struct err *e)
{
	return write_file(path, true, p, len, e);
}

bool file_exists(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0;
}

bool file_is_dir(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

enum rc file_mkdirs(const char *path, struct err *e)
{
	char *copy = mem_strdup(path);
	enum rc rc = RC_OK;

	for (char *p = copy + 1; *copy != '\0'; p++) {
		bool last = *p == '\0';

		if (*p != '/' && !last)
			continue;
		*p = '\0';
		if (mkdir(copy, 0700) != 0 && !file_is_dir(copy)) {
			rc = err_errno(e, RC_INPUT, "cannot make the folder '%s'", copy);
			break;
		}
		if (last)
			break;
		*p = '/';
	}
	free(copy);
	return rc;
}

const char *file_base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

const char *file_ext(const char *path)
{
	const char *base = file_base(path), *dot = strrchr(base, '.');

	return dot != NULL && dot != base ? dot + 1 : "";
}
