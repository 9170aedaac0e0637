/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/mount.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/mem.h"

#define FUSE 0x65735546ul
#define LOCK_AT 0x3fffffff /* one byte in front of those that SQLite locks */

/* ---- file systems ---- */

static const struct {
	unsigned long type;
	const char *name;
} shared[] = {
	{ 0x6969, "NFS" },
	{ 0x517b, "SMB" },
	{ 0xff534d42, "SMB" },
	{ 0xfe534d42, "SMB" },
	{ 0x01021997, "9P" },
	{ 0x786f4256, "a shared folder of VirtualBox" },
	{ 0xbacbacbc, "a shared folder of VMware" },
	{ 0x5346414f, "AFS" },
	{ 0x6b414653, "AFS" },
	{ 0x00c36400, "Ceph" },
	{ 0x0bd00bd0, "Lustre" },
	{ 0x47504653, "GPFS" },
	{ 0x73757245, "Coda" },
	{ 0x564c, "NCP" },
};

/* File systems of FUSE that only show this computer's own disks. */
static const char *const own_fuse[] = { "fuseblk", "fuse.mergerfs", "fuse.bindfs", "fuse.encfs",
	"fuse.gocryptfs", "fuse.cryfs", "fuse.unionfs", "fuse.fuse-overlayfs", "fuse.portal",
	"fuse.ntfs-3g", "fuse.exfat", "fuse.lxcfs" };

const char *mount_shared_type(unsigned long type, const char *fs)
{
	for (size_t i = 0; i < sizeof shared / sizeof *shared; i++)
		if (shared[i].type == type)
			return shared[i].name;
	if (type != FUSE)
		return NULL;
	for (size_t i = 0; i < sizeof own_fuse / sizeof *own_fuse; i++)
		if (strcmp(own_fuse[i], fs) == 0)
			return NULL;
	if (strncmp(fs, "fuse.", 5) == 0)
		return fs + 5;
	return *fs != '\0' ? fs : "FUSE";
}

/* A line is "36 35 98:0 /root /mnt options [more] - TYPE source options". */
void mount_type_in(const char *info, unsigned major, unsigned minor, char *name, size_t size)
{
	char device[32];

	name[0] = '\0';
	snprintf(device, sizeof device, " %u:%u ", major, minor);
	for (const char *line = info; *line != '\0'; line += *line == '\n') {
		size_t len = strcspn(line, "\n");
		const char *at = memmem(line, len, device, strlen(device));
		const char *type = memmem(line, len, " - ", 3);

		if (at != NULL && type != NULL && at < type) {
			snprintf(name, size, "%.*s", (int)strcspn(type + 3, " \n"), type + 3);
			return;
		}
		line += len;
	}
}

static void read_mountinfo(const char *path, char *name, size_t size)
{
	static const size_t max = 1u << 20;
	struct stat st;
	FILE *f = fopen("/proc/self/mountinfo", "re");
	char *text;
	size_t n;

	name[0] = '\0';
	if (f == NULL)
		return;
	text = mem_alloc(max + 1);
	n = fread(text, 1, max, f);
	text[n] = '\0';
	fclose(f);
	if (stat(path, &st) == 0)
		mount_type_in(text, major(st.st_dev), minor(st.st_dev), name, size);
	free(text);
}

const char *mount_shared(const char *path, char *name, size_t size)
{
	struct statfs fs;
	char type[64] = "";
	const char *found;

	if (statfs(path, &fs) != 0)
		return NULL;
	if ((unsigned long)fs.f_type == FUSE)
		read_mountinfo(path, type, sizeof type);
	found = mount_shared_type((unsigned long)fs.f_type & 0xfffffffful, type);
	if (found == NULL)
		return NULL;
	snprintf(name, size, "%s", found);
	return name;
}

/* ---- cloud folders ---- */

static const struct {
	const char *folder; /* in lower case */
	bool whole;	    /* false: the folder's name may go on ("OneDrive - Universitas") */
	const char *name;
} clouds[] = {
	{ "dropbox", false, "Dropbox" },
	{ "onedrive", false, "OneDrive" },
	{ "google drive", false, "Google Drive" },
	{ "googledrive", false, "Google Drive" },
	{ "my drive", true, "Google Drive" },
	{ "drive saya", true, "Google Drive" },
	{ "icloud", false, "iCloud" },
	{ "com~apple~clouddocs", true, "iCloud" },
	{ "mobile documents", true, "iCloud" },
	{ "nextcloud", false, "Nextcloud" },
	{ "owncloud", false, "ownCloud" },
	{ "pcloud", false, "pCloud" },
	{ "mega", true, "MEGA" },
	{ "megasync", false, "MEGA" },
	{ "box sync", true, "Box" },
	{ "syncthing", false, "Syncthing" },
	{ "seafile", false, "Seafile" },
	{ "yandex.disk", true, "Yandex Disk" },
};

/* The folder's name begins with the word, and nothing or no letter follows. */
static bool is_folder(const char *p, size_t len, const char *word, bool whole)
{
	size_t n = strlen(word);
	char next;

	if (len < n || (whole && len != n))
		return false;
	for (size_t i = 0; i < n; i++)
		if ((p[i] >= 'A' && p[i] <= 'Z' ? p[i] + 32 : p[i]) != word[i])
			return false;
	next = len > n ? p[n] : ' ';
	return !((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z')) ||
	       strncmp(p + n, "Drive", 5) == 0 || strncmp(p + n, "Sync", 4) == 0;
}

const char *mount_cloud(const char *path)
{
	const char *slash;

	for (const char *p = path; (slash = strchr(p, '/')) != NULL; p = slash + 1)
		for (size_t i = 0; i < sizeof clouds / sizeof *clouds; i++)
			if (is_folder(p, (size_t)(slash - p), clouds[i].folder, clouds[i].whole))
				return clouds[i].name;
	return NULL;
}

/* ---- locks ---- */

/* cmd: F_SETLK asks as the process, F_OFD_SETLK as the open file: one keeps the other out. */
static int lock_byte(int fd, int cmd)
{
	struct flock byte = {
		.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = LOCK_AT, .l_len = 1
	};

	return fcntl(fd, cmd, &byte) == 0 ? 0 : errno;
}

static enum mount_locks try_locks(int first, int second)
{
	int failed = lock_byte(first, F_SETLK);

	if (failed == EAGAIN || failed == EACCES) /* somebody else has it just now */
		return MOUNT_LOCKS;
	if (failed != 0)
		return MOUNT_LOCKS_NONE;
	failed = lock_byte(second, F_OFD_SETLK);
	if (failed == 0)
		return MOUNT_LOCKS_BROKEN;
	return failed == EAGAIN || failed == EACCES ? MOUNT_LOCKS : MOUNT_LOCKS_UNKNOWN;
}

enum mount_locks mount_locks(const char *path)
{
	int first = open(path, O_RDWR | O_CLOEXEC), second = open(path, O_RDWR | O_CLOEXEC);
	enum mount_locks found =
		first >= 0 && second >= 0 ? try_locks(first, second) : MOUNT_LOCKS_UNKNOWN;

	if (second >= 0)
		close(second);
	if (first >= 0)
		close(first);
	return found;
}
