/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/migrate.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/mem.h"
#include "store/sql.h"

/* Version 1 is the first: there is no step yet. */
static const struct migration *const steps_now;
static const size_t nsteps_now;

/* A new file for the copy, never an existing one. */
static int open_copy(const char *path, int64_t from, char **name)
{
	int fd = -1;

	*name = NULL;
	for (int i = 1; fd < 0 && i < 100; i++) {
		free(*name);
		*name = i == 1 ? mem_printf("%s.v%d", path, (int)from)
			       : mem_printf("%s.v%d-%d", path, (int)from, i);
		fd = open(*name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
		if (fd < 0 && errno != EEXIST)
			break;
	}
	return fd;
}

static int copy_db(sqlite3 *db, const char *name)
{
	sqlite3 *to = NULL;
	sqlite3_backup *copy;
	int r = sqlite3_open_v2(name, &to, SQLITE_OPEN_READWRITE, NULL);

	if (r == SQLITE_OK) {
		copy = sqlite3_backup_init(to, "main", db, "main");
		r = copy != NULL ? sqlite3_backup_step(copy, -1) : sqlite3_errcode(to);
		sqlite3_backup_finish(copy);
	}
	sqlite3_close(to);
	return r == SQLITE_DONE ? SQLITE_OK : r;
}

static enum rc keep_copy(sqlite3 *db, const char *path, int64_t from, struct err *e)
{
	char *name;
	int fd = open_copy(path, from, &name);
	enum rc rc = RC_OK;
	int r;

	if (fd < 0) {
		rc = err_errno(e, RC_PROJECT,
			"cannot write the copy '%s' before converting the project", name);
	} else {
		close(fd);
		r = copy_db(db, name);
		if (r != SQLITE_OK) {
			unlink(name);
			rc = sql_error_db(db, name, r, e);
		}
	}
	free(name);
	return rc;
}

static int step(sqlite3 *db, const char *sql, int64_t to)
{
	char mark[64];
	int r = sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL);

	snprintf(mark, sizeof mark, "PRAGMA user_version = %d", (int)to);
	if (r == SQLITE_OK)
		r = sqlite3_exec(db, sql, NULL, NULL, NULL);
	if (r == SQLITE_OK)
		r = sqlite3_exec(db, mark, NULL, NULL, NULL);
	if (r == SQLITE_OK)
		r = sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
	return r;
}

enum rc migrate_by(sqlite3 *db, const char *path, int64_t from, const struct migration *steps,
	size_t n, struct err *e)
{
	enum rc rc = RC_OK;
	int r;

	if (from < 1 || (uint64_t)from > n)
		return RC_OK;
	rc = keep_copy(db, path, from, e);
	for (size_t i = (size_t)from - 1; rc == RC_OK && i < n; i++) {
		r = step(db, steps[i].sql, (int64_t)i + 2);
		if (r != SQLITE_OK) {
			rc = sql_error_db(db, path, r, e);
			err_wrap(e, "converting the project to format %d", (int)i + 2);
			if (!sqlite3_get_autocommit(db))
				sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
		}
	}
	return rc;
}

enum rc migrate(sqlite3 *db, const char *path, int64_t from, struct err *e)
{
	return migrate_by(db, path, from, steps_now, nsteps_now, e);
}
