/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a file lies: file systems that other computers write too, folders that
 * a cloud service copies, and whether locks hold there.
 */
#ifndef TEMA_BASE_MOUNT_H
#define TEMA_BASE_MOUNT_H

#include <stddef.h>

/* The name of the file system if it is shared with other computers ("NFS", "sshfs", "9P"); NULL: it
 * is this computer's own, or not known. */
const char *mount_shared(const char *path, char *name, size_t size);

/* The same from what the system says: f_type of statfs(), and the type's name in
 * /proc/self/mountinfo ("fuse.sshfs", "" = not known). */
const char *mount_shared_type(unsigned long type, const char *fs);
/* The type of the file system with this device in the text of mountinfo; "" if it is not there. */
void mount_type_in(const char *info, unsigned major, unsigned minor, char *name, size_t size);

/* The cloud service whose folder the absolute path goes through ("Dropbox"), or NULL. */
const char *mount_cloud(const char *path);

/* Tried on a file that exists; nothing is written.  Locks that this process has on it are given up
 * by that: ask before the file is opened or when nothing is going on. */
enum mount_locks {
	MOUNT_LOCKS,	     /* they keep each other out */
	MOUNT_LOCKS_NONE,    /* the file system cannot lock */
	MOUNT_LOCKS_BROKEN,  /* both got the same lock */
	MOUNT_LOCKS_UNKNOWN, /* the file may not be written */
};
enum mount_locks mount_locks(const char *path);

#endif
