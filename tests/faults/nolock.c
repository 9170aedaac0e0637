/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preloaded by run.sh, it makes of any folder one whose locks do not work: LOCKS=none as on a file
 * system without locks, LOCKS=broken as on one that grants every lock; MODES=open as on a disk
 * without modes; ROOM=told as on a disk that is filled between asking for room and writing. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

static int is_lock(int cmd)
{
	return cmd == F_SETLK || cmd == F_SETLKW;
}

static int answer(int fd, int cmd, void *arg, const char *name)
{
	const char *locks = getenv("LOCKS");
	int (*real)(int, int, ...) = (int (*)(int, int, ...))dlsym(RTLD_NEXT, name);

	if (locks != NULL && is_lock(cmd) && strcmp(locks, "broken") == 0)
		return 0;
	if (locks != NULL && is_lock(cmd)) {
		errno = ENOLCK;
		return -1;
	}
	return real(fd, cmd, arg);
}

int fcntl(int fd, int cmd, ...)
{
	va_list ap;
	void *arg;

	va_start(ap, cmd);
	arg = va_arg(ap, void *);
	va_end(ap);
	return answer(fd, cmd, arg, "fcntl");
}

int fcntl64(int fd, int cmd, ...)
{
	va_list ap;
	void *arg;

	va_start(ap, cmd);
	arg = va_arg(ap, void *);
	va_end(ap);
	return answer(fd, cmd, arg, "fcntl64");
}

int stat(const char *path, struct stat *st)
{
	int (*real)(const char *, struct stat *) =
		(int (*)(const char *, struct stat *))dlsym(RTLD_NEXT, "stat");
	int r = real(path, st);

	if (r == 0 && getenv("MODES") != NULL)
		st->st_mode |= 0755;
	return r;
}

int statvfs(const char *path, struct statvfs *disk)
{
	int (*real)(const char *, struct statvfs *) =
		(int (*)(const char *, struct statvfs *))dlsym(RTLD_NEXT, "statvfs");
	int r = real(path, disk);

	if (r == 0 && getenv("ROOM") != NULL)
		disk->f_bavail = 1u << 30;
	return r;
}
