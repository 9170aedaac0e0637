/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/store_help.h"

#include <sqlite3.h>
#include <sys/stat.h>

#include "store/documents.h"
#include "store/history.h"
#include "store/migrate.h"

static int64_t number(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *st;
	int64_t n;

	ck_assert_int_eq(sqlite3_prepare_v2(db, sql, -1, &st, NULL), SQLITE_OK);
	ck_assert_int_eq(sqlite3_step(st), SQLITE_ROW);
	n = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	return n;
}

static sqlite3 *raw(struct lab *l)
{
	sqlite3 *db;

	store_close(l->s);
	l->s = NULL;
	ck_assert_int_eq(sqlite3_open(l->path, &db), SQLITE_OK);
	return db;
}

static const struct migration steps[] = {
	{ "CREATE TABLE later (x)" },
	{ "CREATE TABLE later_still (x); INSERT INTO later VALUES (1)" },
};

START_TEST(each_step_is_taken_after_a_private_copy)
{
	struct lab l = lab_new();
	sqlite3 *db = raw(&l);
	char *copy = mem_printf("%s.v1", l.path), *again = mem_printf("%s.v1-2", l.path);
	struct store *s = NULL;
	struct stat st;

	lab_ok(&l, file_write(copy, "lama", 4, &l.e)); /* an older copy is not overwritten */
	lab_ok(&l, migrate_by(db, l.path, 1, steps, 2, &l.e));
	ck_assert_int_eq(number(db, "PRAGMA user_version"), 3);
	ck_assert_int_eq(number(db, "SELECT count(*) FROM later"), 1);
	sqlite3_close(db);
	ck_assert_int_eq(stat(again, &st), 0);
	ck_assert_int_eq(st.st_mode & 0777, 0600);
	lab_ok(&l, store_open(again, STORE_WRITE, &s, &l.e)); /* the copy works */
	store_close(s);
	free(copy);
	free(again);
	lab_free(&l);
}
END_TEST

START_TEST(a_failing_step_leaves_the_version_before_it)
{
	static const struct migration bad[] = { { "CREATE TABLE later (x)" },
		{ "CREATE TABLE more (x); SELECT * FROM nowhere" } };
	struct lab l = lab_new();
	sqlite3 *db = raw(&l);

	ck_assert_int_eq(migrate_by(db, l.path, 1, bad, 2, &l.e), RC_PROJECT);
	ck_assert_ptr_nonnull(strstr(l.e.msg, "format 3"));
	ck_assert_int_eq(number(db, "PRAGMA user_version"), 2);
	ck_assert_int_eq(number(db, "SELECT count(*) FROM sqlite_schema WHERE name = 'more'"), 0);
	sqlite3_close(db);
	lab_free(&l);
}
END_TEST

START_TEST(the_present_version_takes_no_step)
{
	struct lab l = lab_new();
	sqlite3 *db = raw(&l);
	char *copy = mem_printf("%s.v1", l.path);

	lab_ok(&l, migrate_by(db, l.path, 1, NULL, 0, &l.e));
	ck_assert_int_ne(access(copy, F_OK), 0);
	sqlite3_close(db);
	free(copy);
	lab_free(&l);
}
END_TEST

static enum rc count_one(const struct store_document *d, void *arg, struct err *e)
{
	(void)d;
	(void)e;
	++*(unsigned *)arg;
	return RC_OK;
}

/* tests/projects/vN.tema: a small study as version N wrote it, never changed again. */
START_TEST(projects_of_every_released_version_open_and_are_sound)
{
	static const char *const released[] = { "tests/projects/v1.tema" };

	for (size_t i = 0; i < sizeof released / sizeof *released; i++) {
		struct lab l = lab_new();
		struct buf bytes = BUF_INIT;
		uint8_t head[SHA256_LEN];
		uint64_t ops = 0;
		unsigned documents = 0;

		store_close(l.s);
		l.s = NULL;
		lab_ok(&l, file_read(unit_srcdir(released[i]), 4u << 20, &bytes, &l.e));
		lab_ok(&l, file_write(l.path, bytes.data, bytes.len, &l.e));
		lab_ok(&l, store_open(l.path, STORE_WRITE, &l.s, &l.e));
		lab_ok(&l, store_verify(l.s, head, &ops, &l.e));
		lab_ok(&l, store_documents(l.s, false, count_one, &documents, &l.e));
		ck_assert_uint_eq(documents, 3);
		ck_assert_uint_ge(ops, 7);
		buf_release(&bytes);
		lab_free(&l);
	}
}
END_TEST

UNIT_MAIN("store migrate", projects_of_every_released_version_open_and_are_sound,
	each_step_is_taken_after_a_private_copy, a_failing_step_leaves_the_version_before_it,
	the_present_version_takes_no_step)
