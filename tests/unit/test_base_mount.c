/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <string.h>

#include "base/mount.h"

#define FUSE 0x65735546ul

START_TEST(knows_file_systems_that_other_computers_reach)
{
	ck_assert_str_eq(mount_shared_type(0x6969, ""), "NFS");
	ck_assert_str_eq(mount_shared_type(0xff534d42ul, ""), "SMB");
	ck_assert_str_eq(mount_shared_type(0x01021997, ""), "9P");
	ck_assert_str_eq(mount_shared_type(FUSE, "fuse.sshfs"), "sshfs");
	ck_assert_str_eq(mount_shared_type(FUSE, "fuse.rclone"), "rclone");
	ck_assert_str_eq(mount_shared_type(FUSE, "virtiofs"), "virtiofs");
	ck_assert_str_eq(mount_shared_type(FUSE, ""), "FUSE");
}
END_TEST

START_TEST(leaves_a_computers_own_disks_alone)
{
	ck_assert_ptr_null(mount_shared_type(0xef53, "ext4"));
	ck_assert_ptr_null(mount_shared_type(0x01021994, "tmpfs"));
	ck_assert_ptr_null(mount_shared_type(0x4d44, "vfat"));
	ck_assert_ptr_null(mount_shared_type(FUSE, "fuseblk"));
	ck_assert_ptr_null(mount_shared_type(FUSE, "fuse.gocryptfs"));
}
END_TEST

START_TEST(finds_the_type_of_a_device_in_mountinfo)
{
	static const char info[] =
		"22 1 8:1 / / rw - ext4 /dev/sda1 rw\n"
		"36 22 0:45 / /home/rini/Drive rw,nosuid shared:9 - fuse.sshfs host:/ rw\n"
		"37 22 0:4 / /a\\040- b rw - tmpfs none rw";
	char name[16];

	mount_type_in(info, 0, 45, name, sizeof name);
	ck_assert_str_eq(name, "fuse.sshfs");
	mount_type_in(info, 8, 1, name, sizeof name);
	ck_assert_str_eq(name, "ext4");
	mount_type_in(info, 0, 4, name, sizeof name);
	ck_assert_str_eq(name, "tmpfs");
	mount_type_in(info, 0, 5, name, sizeof name);
	ck_assert_str_eq(name, "");
	mount_type_in("", 0, 5, name, sizeof name);
	ck_assert_str_eq(name, "");
}
END_TEST

START_TEST(knows_cloud_folders_by_their_names)
{
	static const char *const in[] = { "/home/rini/Dropbox/tesis/studi.tema",
		"/home/rini/OneDrive - Universitas Contoh/studi.tema",
		"/mnt/c/Users/Rini/OneDrive/studi.tema", "/home/rini/Google Drive/studi.tema",
		"/Volumes/GoogleDrive/My Drive/studi.tema",
		"/home/rini/Library/Mobile Documents/com~apple~CloudDocs/studi.tema",
		"/home/rini/Nextcloud/studi.tema", "/home/rini/pCloudDrive/studi.tema",
		"/home/rini/dropbox (Personal)/studi.tema" };
	static const char *const out[] = { "/home/rini/tesis/studi.tema",
		"/home/rini/dropboxing/studi.tema", "/home/rini/tesis/dropbox",
		"/home/rini/megapolitan/studi.tema", "studi.tema", "" };

	for (size_t i = 0; i < sizeof in / sizeof *in; i++)
		ck_assert_msg(mount_cloud(in[i]) != NULL, "%s", in[i]);
	for (size_t i = 0; i < sizeof out / sizeof *out; i++)
		ck_assert_msg(mount_cloud(out[i]) == NULL, "%s", out[i]);
	ck_assert_str_eq(mount_cloud(in[0]), "Dropbox");
}
END_TEST

START_TEST(tries_locks)
{
	struct err e = ERR_INIT;
	char *dir = unit_tmpdir(), *path = mem_printf("%s/a", dir);

	ck_assert_int_eq(mount_locks(path), MOUNT_LOCKS_UNKNOWN);
	ck_assert_int_eq(file_write(path, "x", 1, &e), RC_OK);
	ck_assert_int_eq(mount_locks(path), MOUNT_LOCKS);
	ck_assert_int_eq(mount_locks(path), MOUNT_LOCKS); /* nothing stays locked */
	unlink(path);
	rmdir(dir);
	free(path);
	free(dir);
}
END_TEST

UNIT_MAIN("mount", knows_file_systems_that_other_computers_reach,
	leaves_a_computers_own_disks_alone, finds_the_type_of_a_device_in_mountinfo,
	knows_cloud_folders_by_their_names, tries_locks)
