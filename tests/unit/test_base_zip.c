/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/zip.h"

#include <string.h>

#include <zip.h>

#include "base/arena.h"
#include "tests/unit/unit.h"

struct member {
	const char *name, *data;
	size_t len;
	const char *password; /* or NULL */
};

static void add_member(zip_t *zip, const struct member *m)
{
	zip_source_t *source = zip_source_buffer(zip, m->data, m->len, 0);
	zip_int64_t i = zip_file_add(zip, m->name, source, ZIP_FL_ENC_UTF_8);

	ck_assert_int_ge(i, 0);
	if (m->password != NULL)
		ck_assert_int_eq(
			zip_file_set_encryption(zip, (zip_uint64_t)i, ZIP_EM_AES_256, m->password),
			0);
}

/* A zip file in memory with the members, made by libzip. */
static void pack(const struct member *members, size_t n, struct buf *out)
{
	zip_error_t ze;
	zip_source_t *target;
	zip_t *zip;
	zip_stat_t st;

	zip_error_init(&ze);
	target = zip_source_buffer_create(NULL, 0, 0, &ze);
	zip = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &ze);
	ck_assert_ptr_nonnull(zip);
	zip_source_keep(target);
	for (size_t i = 0; i < n; i++)
		add_member(zip, &members[i]);
	ck_assert_msg(zip_close(zip) == 0, "%s", zip_strerror(zip));
	ck_assert_int_eq(zip_source_open(target), 0);
	ck_assert_int_eq(zip_source_stat(target, &st), 0);
	buf_reserve(out, st.size);
	ck_assert_int_eq(zip_source_read(target, out->data, st.size), (zip_int64_t)st.size);
	out->len = st.size;
	zip_source_close(target);
	zip_source_free(target);
	zip_error_fini(&ze);
}

static enum rc read_one(const struct buf *packed, const char *name, struct buf *out, struct err *e)
{
	struct zipfile *z;
	enum rc rc = zip_open_memory(&z, packed->data, packed->len, e);

	if (rc == RC_OK)
		rc = zip_read(z, name, out, e);
	zip_close_file(z);
	return rc;
}

START_TEST(reads_members)
{
	const struct member members[] = { { "a.txt", "satu", 4, NULL },
		{ "word/document.xml", "<a/>", 4, NULL }, { "empty", "", 0, NULL } };
	struct buf packed = BUF_INIT, out = BUF_INIT;
	struct zipfile *z;
	struct err e = ERR_INIT;

	pack(members, 3, &packed);
	ck_assert_int_eq(zip_open_memory(&z, packed.data, packed.len, &e), RC_OK);
	ck_assert(zip_has(z, "a.txt") && !zip_has(z, "A.TXT") && !zip_has(z, "document.xml"));
	ck_assert_int_eq(zip_read(z, "a.txt", &out, &e), RC_OK);
	ck_assert_int_eq(zip_read(z, "word/document.xml", &out, &e), RC_OK);
	ck_assert_int_eq(zip_read(z, "empty", &out, &e), RC_OK);
	ck_assert_str_eq(out.data, "satu<a/>");
	ck_assert_int_eq(zip_read(z, "none", &out, &e), RC_INPUT);
	ck_assert_str_eq(e.msg, "no 'none' in the zip file");
	ck_assert_str_eq(out.data, "satu<a/>");
	zip_close_file(z);
	zip_close_file(NULL);
	buf_release(&packed);
	buf_release(&out);
}
END_TEST

START_TEST(refuses_what_is_no_zip)
{
	struct zipfile *z;
	struct err e = ERR_INIT;

	ck_assert_int_eq(zip_open_memory(&z, "", 0, &e), RC_INPUT);
	ck_assert_ptr_null(z);
	ck_assert_int_eq(zip_open_memory(&z, "PK\3\4 and so on, no zip", 23, &e), RC_INPUT);
	ck_assert_ptr_null(z);
}
END_TEST

START_TEST(refuses_every_cut)
{
	struct member m = { "a.txt", "satu dua tiga empat lima", 24, NULL };
	struct buf packed = BUF_INIT, out = BUF_INIT;
	struct err e = ERR_INIT;

	pack(&m, 1, &packed);
	for (size_t len = 0; len < packed.len; len++) {
		struct buf part = { mem_dup(packed.data, len), len, len + 1 };

		ck_assert_int_eq(read_one(&part, "a.txt", &out, &e), RC_INPUT);
		buf_release(&part);
	}
	ck_assert_uint_eq(out.len, 0);
	buf_release(&packed);
	buf_release(&out);
}
END_TEST

/* No changed byte may crash; what is read must be right or refused. */
START_TEST(survives_every_changed_byte)
{
	struct member m = { "a.txt", "satu dua tiga empat lima", 24, NULL };
	struct buf packed = BUF_INIT;
	struct err e = ERR_INIT;

	pack(&m, 1, &packed);
	for (size_t i = 0; i < packed.len; i++) {
		struct buf out = BUF_INIT;

		packed.data[i] ^= 0x15;
		if (read_one(&packed, "a.txt", &out, &e) == RC_OK)
			ck_assert_str_eq(out.data, m.data);
		packed.data[i] ^= 0x15;
		buf_release(&out);
	}
	buf_release(&packed);
}
END_TEST

START_TEST(refuses_a_bomb_by_ratio)
{
	size_t len = 64u << 20;
	char *zeros = mem_zalloc(len, 1);
	struct member m = { "zeros", zeros, len, NULL };
	struct buf packed = BUF_INIT, out = BUF_INIT;
	struct err e = ERR_INIT;

	pack(&m, 1, &packed);
	free(zeros);
	ck_assert_int_eq(read_one(&packed, "zeros", &out, &e), RC_INPUT);
	ck_assert_ptr_nonnull(strstr(e.msg, "200 times"));
	ck_assert_uint_eq(out.len, 0);
	/* It was stopped early, not at the end. */
	ck_assert_uint_lt(out.cap, len / 2);
	buf_release(&packed);
	buf_release(&out);
}
END_TEST

START_TEST(small_members_may_be_packed_tightly)
{
	size_t len = 1u << 20;
	char *zeros = mem_zalloc(len, 1);
	struct member m = { "zeros", zeros, len, NULL };
	struct buf packed = BUF_INIT, out = BUF_INIT;
	struct err e = ERR_INIT;

	pack(&m, 1, &packed);
	free(zeros);
	ck_assert_int_eq(read_one(&packed, "zeros", &out, &e), RC_OK);
	ck_assert_uint_eq(out.len, len);
	buf_release(&packed);
	buf_release(&out);
}
END_TEST

/* The sizes in the directory lie: the ratio must be that of what really comes out. */
START_TEST(a_lying_directory_does_not_help_a_bomb)
{
	size_t len = 16u << 20;
	char *zeros = mem_zalloc(len, 1);
	struct member m = { "zeros", zeros, len, NULL };
	struct buf packed = BUF_INIT, out = BUF_INIT;
	struct err e = ERR_INIT;
	char *entry;

	pack(&m, 1, &packed);
	free(zeros);
	entry = memmem(packed.data, packed.len, "PK\1\2", 4);
	ck_assert_ptr_nonnull(entry);
	memset(entry + 20, 0x7f, 4); /* packed size */
	memset(entry + 24, 0, 4);    /* unpacked size */
	ck_assert_int_eq(read_one(&packed, "zeros", &out, &e), RC_INPUT);
	ck_assert_uint_eq(out.len, 0);
	buf_release(&packed);
	buf_release(&out);
}
END_TEST

START_TEST(refuses_passwords)
{
	struct member m = { "a.txt", "rahasia", 7, "kata sandi" };
	struct buf packed = BUF_INIT, out = BUF_INIT;
	struct err e = ERR_INIT;

	pack(&m, 1, &packed);
	ck_assert_int_eq(read_one(&packed, "a.txt", &out, &e), RC_INPUT);
	ck_assert_str_eq(e.msg, "'a.txt' in the zip file is protected by a password");
	buf_release(&packed);
	buf_release(&out);
}
END_TEST

START_TEST(refuses_too_many_entries)
{
	const size_t n = ZIP_MAX_ENTRIES + 1;
	struct member *members = mem_zalloc(n, sizeof *members);
	struct arena names = ARENA_INIT;
	struct buf packed = BUF_INIT;
	struct zipfile *z;
	struct err e = ERR_INIT;

	for (size_t i = 0; i < n; i++)
		members[i] = (struct member){ arena_printf(&names, "m%zu", i), "", 0, NULL };
	pack(members, n, &packed);
	ck_assert_int_eq(zip_open_memory(&z, packed.data, packed.len, &e), RC_INPUT);
	ck_assert_ptr_nonnull(strstr(e.msg, "entries"));
	ck_assert_ptr_null(z);
	buf_release(&packed);
	arena_release(&names);
	free(members);
}
END_TEST

UNIT_MAIN("zip", reads_members, refuses_what_is_no_zip, refuses_every_cut,
	survives_every_changed_byte, refuses_a_bomb_by_ratio, small_members_may_be_packed_tightly,
	a_lying_directory_does_not_help_a_bomb, refuses_passwords, refuses_too_many_entries)
