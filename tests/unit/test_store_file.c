/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/store_help.h"

#include <sqlite3.h>
#include <sys/stat.h>

static void raw(const char *path, const char *sql)
{
	sqlite3 *db;

	ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
	ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, "%s: %s", sql,
		sqlite3_errmsg(db));
	sqlite3_close(db);
}

/* store_open() refuses and says so. */
static void refused(const char *path, const char *words)
{
	struct err e = ERR_INIT;
	struct store *s = (struct store *)&e;

	ck_assert_int_eq(store_open(path, STORE_READ, &s, &e), RC_PROJECT);
	ck_assert_ptr_null(s);
	ck_assert_msg(strstr(e.msg, words) != NULL, "'%s' not in: %s", words, e.msg);
	ck_assert_int_eq(store_open(path, STORE_WRITE, &s, &e), RC_PROJECT);
}

START_TEST(a_new_project_is_private_and_holds_one_op)
{
	struct lab l = lab_new();
	struct stat st;

	ck_assert_int_eq(stat(l.path, &st), 0);
	ck_assert_int_eq(st.st_mode & 0777, 0600);
	ck_assert_int_eq(lab_verify(&l), 1);
	lab_free(&l);
}
END_TEST

START_TEST(an_existing_file_is_never_overwritten)
{
	struct lab l = lab_new();
	struct err e = ERR_INIT;
	char *other = mem_printf("%s/catatan.tema", l.dir);

	ck_assert_int_eq(store_create(l.path, &l.who, &e), RC_PROJECT);
	lab_ok(&l, file_write(other, "catatan", 7, &l.e));
	ck_assert_int_eq(store_create(other, &l.who, &e), RC_PROJECT);
	ck_assert_ptr_nonnull(strstr(e.msg, "exists already"));
	free(other);
	lab_free(&l);
}
END_TEST

START_TEST(a_journal_without_its_project_damages_no_new_one)
{
	struct lab l = lab_new();
	struct err e = ERR_INIT;
	char *path = mem_printf("%s/baru.tema", l.dir), *left = mem_printf("%s-journal", path);

	lab_ok(&l, file_write(left, "sisa", 4, &l.e));
	ck_assert_int_eq(store_create(path, &l.who, &e), RC_PROJECT);
	ck_assert_ptr_nonnull(strstr(e.msg, "baru.tema-journal"));
	ck_assert(!file_exists(path) && file_exists(left));
	unlink(left);
	lab_ok(&l, store_create(path, &l.who, &l.e));
	free(left);
	free(path);
	lab_free(&l);
}
END_TEST

START_TEST(what_is_no_project_is_refused_with_the_reason)
{
	struct lab l = lab_new();
	char *path = mem_printf("%s/lain.tema", l.dir);

	refused(path, "there is no project");
	refused(l.dir, "is a folder");
	lab_ok(&l, file_write(path, "", 0, &l.e));
	refused(path, "not a tema project");
	lab_ok(&l, file_write(path, "Wawancara dengan Bu Sari, sekretaris desa.", 42, &l.e));
	refused(path, "not a tema project");
	unlink(path);
	raw(path, "CREATE TABLE x (y)");
	refused(path, "not a tema project");
	free(path);
	lab_free(&l);
}
END_TEST

START_TEST(a_newer_project_is_refused_and_left_alone)
{
	struct lab l = lab_new();
	struct buf before = BUF_INIT, after = BUF_INIT;

	store_close(l.s);
	l.s = NULL;
	raw(l.path, "PRAGMA user_version = 99");
	lab_ok(&l, file_read(l.path, 1u << 24, &before, &l.e));
	refused(l.path, "newer tema");
	lab_ok(&l, file_read(l.path, 1u << 24, &after, &l.e));
	ck_assert_uint_eq(before.len, after.len);
	ck_assert_mem_eq(before.data, after.data, before.len);
	buf_release(&before);
	buf_release(&after);
	lab_free(&l);
}
END_TEST

START_TEST(a_foreign_schema_is_refused)
{
	static const char *const changes[] = {
		"CREATE TRIGGER evil AFTER INSERT ON judgement BEGIN SELECT 1; END",
		"DROP TRIGGER judgement_kept",
		"DROP INDEX judgement_segment",
		"CREATE VIEW v AS SELECT 1",
		"ALTER TABLE memo ADD COLUMN extra TEXT",
	};

	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
		struct lab l = lab_new();

		store_close(l.s);
		l.s = NULL;
		raw(l.path, changes[i]);
		refused(l.path, "not a project of this program");
		lab_free(&l);
	}
}
END_TEST

START_TEST(a_cut_file_is_an_error_and_no_crash)
{
	struct lab l = lab_new();
	struct buf all = BUF_INIT;
	char *path = mem_printf("%s/potong.tema", l.dir);

	lab_document(&l, "Satu", "T: Bagaimana?\nJ: Belum optimal.");
	lab_ok(&l, file_read(l.path, 1u << 24, &all, &l.e));
	for (size_t len = 1; len < all.len; len += 4096 + 777) {
		struct store *s = NULL;
		struct err e = ERR_INIT;
		uint8_t head[SHA256_LEN];
		uint64_t ops;

		unlink(path);
		lab_ok(&l, file_write(path, all.data, len, &l.e));
		if (store_open(path, STORE_READ, &s, &e) == RC_OK)
			ck_assert_int_eq(store_verify(s, head, &ops, &e), RC_PROJECT);
		else
			ck_assert_int_eq(e.rc, RC_PROJECT);
		store_close(s);
	}
	free(path);
	buf_release(&all);
	lab_free(&l);
}
END_TEST

START_TEST(reading_does_not_write)
{
	struct lab l = lab_new();
	struct store *s = NULL;

	lab_ok(&l, store_open(l.path, STORE_READ, &s, &l.e));
	ck_assert_int_eq(store_begin(s, &l.who, "import", &l.e), RC_PROJECT);
	ck_assert_ptr_nonnull(strstr(l.e.msg, "may not be written"));
	ck_assert_int_eq(store_setting_put(s, "title", "x", &l.e), RC_PROJECT);
	store_close(s);
	lab_free(&l);
}
END_TEST

START_TEST(settings_keep_their_last_value)
{
	struct lab l = lab_new();

	ck_assert_str_eq(store_setting(l.s, "title"), "");
	lab_begin(&l, "project");
	lab_ok(&l, store_setting_put(l.s, "title", "Implementasi di tiga desa", &l.e));
	lab_ok(&l, store_setting_put(l.s, "title", "Implementasi di empat desa", &l.e));
	lab_commit(&l);
	ck_assert_str_eq(store_setting(l.s, "title"), "Implementasi di empat desa");
	lab_begin(&l, "project");
	lab_ok(&l, store_setting_put(l.s, "title", NULL, &l.e));
	lab_commit(&l);
	ck_assert_str_eq(store_setting(l.s, "title"), "");
	ck_assert_int_eq(lab_verify(&l), 3);
	lab_free(&l);
}
END_TEST

START_TEST(an_op_that_changes_nothing_is_not_recorded)
{
	struct lab l = lab_new();

	lab_begin(&l, "project");
	lab_ok(&l, store_setting_put(l.s, "city", "Kupang", &l.e));
	lab_commit(&l);
	ck_assert_int_eq(lab_verify(&l), 2);
	l.who = lab_person("Orang Baru");
	lab_begin(&l, "project");
	lab_ok(&l, store_setting_put(l.s, "city", "Kupang", &l.e));
	lab_commit(&l);
	ck_assert_int_eq(lab_verify(&l), 2);
	ck_assert_int_eq(lab_coder(&l), -1); /* nor the coder who did nothing */
	lab_free(&l);
}
END_TEST

START_TEST(a_rollback_leaves_nothing)
{
	struct lab l = lab_new();

	lab_begin(&l, "project");
	lab_ok(&l, store_setting_put(l.s, "city", "Kupang", &l.e));
	store_rollback(l.s);
	ck_assert_str_eq(store_setting(l.s, "city"), "");
	lab_begin(&l, "project"); /* open when the handle is closed */
	lab_ok(&l, store_setting_put(l.s, "city", "Kupang", &l.e));
	store_close(l.s);
	lab_open(&l);
	ck_assert_str_eq(store_setting(l.s, "city"), "");
	ck_assert_int_eq(lab_verify(&l), 1);
	lab_free(&l);
}
END_TEST

START_TEST(coders_are_found_by_name_and_number)
{
	struct lab l = lab_new();
	struct person twin = lab_person("Rini");
	char hex[UID_HEX];
	int64_t a = 0, b = 0;

	twin.name = "rini wahyuni"; /* another person of the same name */
	lab_ok(&l, store_coder_find(l.s, "RINI WAHYUNI", &a, &l.e));
	lab_ok(&l, store_begin(l.s, &twin, "project", &l.e));
	lab_ok(&l, store_setting_put(l.s, "city", "Kupang", &l.e));
	lab_commit(&l);
	ck_assert_int_eq(store_coder_find(l.s, "Rini Wahyuni", &b, &l.e), RC_NOTFOUND);
	ck_assert_ptr_nonnull(strstr(l.e.msg, "several coders"));
	uid_hex(&twin.uid, hex);
	lab_ok(&l, store_coder_find(l.s, hex, &b, &l.e));
	ck_assert_int_ne(a, b);
	ck_assert_int_eq(store_coder_find(l.s, "Rini Wahyuno", &b, &l.e), RC_NOTFOUND);
	ck_assert_ptr_nonnull(strstr(l.e.msg, "did you mean"));
	lab_free(&l);
}
END_TEST

/* A seed of another schema would be refused at the door, and the fuzz target test nothing. */
START_TEST(the_seeds_of_the_fuzz_target_are_projects_of_today)
{
	static const char *const seeds[] = { "tests/fuzz/corpus/fuzz_project/empty.tema",
		"tests/fuzz/corpus/fuzz_project/tiny.tema" };
	static const uint64_t ops[] = { 1, 8 };
	struct lab l = lab_new();

	for (size_t i = 0; i < 2; i++) {
		struct buf seed = BUF_INIT;

		store_close(l.s);
		lab_ok(&l, file_read(unit_srcdir(seeds[i]), 1u << 20, &seed, &l.e));
		lab_ok(&l, file_write(l.path, seed.data, seed.len, &l.e));
		lab_open(&l);
		ck_assert_uint_eq(lab_verify(&l), ops[i]);
		buf_release(&seed);
	}
	lab_free(&l);
}
END_TEST

UNIT_MAIN("store file", a_new_project_is_private_and_holds_one_op,
	an_existing_file_is_never_overwritten, a_journal_without_its_project_damages_no_new_one,
	what_is_no_project_is_refused_with_the_reason, a_newer_project_is_refused_and_left_alone,
	a_foreign_schema_is_refused, a_cut_file_is_an_error_and_no_crash, reading_does_not_write,
	settings_keep_their_last_value, an_op_that_changes_nothing_is_not_recorded,
	a_rollback_leaves_nothing, coders_are_found_by_name_and_number,
	the_seeds_of_the_fuzz_target_are_projects_of_today)
