/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mount.h"
#include "output/redact.h"
#include "store/fact.h"
#include "store/hit_rules.h"
#include "store/migrate.h"
#include "store/op.h"
#include "store/schema.h"
#include "store/segments.h"
#include "store/speaker_index.h"
#include "store/suggest.h"

#define BUSY_MS 5000
#define TEXT_MAX (512 << 20) /* twice the longest document */

/* --- the connection --- */

static const char *const pragmas[] = {
	"PRAGMA foreign_keys = ON",
	"PRAGMA trusted_schema = OFF",
	"PRAGMA recursive_triggers = ON", /* so that REPLACE meets the triggers against deleting */
	"PRAGMA cell_size_check = ON",
	"PRAGMA temp_store = MEMORY",
	"PRAGMA secure_delete = ON",
	"PRAGMA synchronous = FULL",
	"PRAGMA mmap_size = 0",
	"PRAGMA cache_size = -16384",
};

static int configure(sqlite3 *db)
{
	int r = sqlite3_busy_timeout(db, BUSY_MS);

	if (r == SQLITE_OK)
		r = sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_limit(db, SQLITE_LIMIT_LENGTH, TEXT_MAX);
	sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 1); /* VACUUM needs one */
	for (size_t i = 0; i < sizeof pragmas / sizeof *pragmas && r == SQLITE_OK; i++)
		r = sqlite3_exec(db, pragmas[i], NULL, NULL, NULL);
	return r;
}

/* A file that another SQLite program put into WAL mode is taken back: it must be one file. */
static int journal_in_one_file(struct store *s)
{
	return s->writes ? sqlite3_exec(s->db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL)
			 : sqlite3_exec(s->db, "PRAGMA query_only = ON", NULL, NULL, NULL);
}

/* shown: the name for messages. */
static enum rc open_db(const char *path, const char *shown, struct store **out, struct err *e)
{
	struct store *s = mem_zalloc(1, sizeof *s);
	int r;

	s->path = mem_strdup(shown);
	buf_init(&s->setting);
	*out = s;
	/* Also for reading: a journal left by a crash must be rolled back first. */
	r = sqlite3_open_v2(path, &s->db,
		SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, NULL);
	if (r == SQLITE_OK)
		r = configure(s->db);
	if (r != SQLITE_OK && s->db != NULL)
		r = sqlite3_extended_errcode(s->db);
	return r == SQLITE_OK ? RC_OK : sql_error_db(s->db, shown, r, e);
}

void store_caches_drop(struct store *s)
{
	suggest_free(s->suggest);
	rule_cache_free(s->rules);
	speaker_index_free(s->known);
	segment_text_free(s->text);
	s->text = NULL;
	s->suggest = NULL;
	s->rules = NULL;
	s->known = NULL;
}

void store_close(struct store *s)
{
	if (s == NULL)
		return;
	store_rollback(s);
	store_caches_drop(s);
	sql_release(&s->sql);
	sqlite3_close(s->db);
	buf_release(&s->setting);
	redactor_free(s->redactor);
	free(s->path);
	free(s);
}

static enum rc load_origin(struct store *s, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_ORIGIN, e, "");
	if (query_next(&q)) {
		s->origin = query_int(&q, 0);
		query_uid(&q, 1, &s->origin_uid);
	}
	if (q.rc == RC_OK && s->origin == 0)
		q.rc = err_set(e, RC_PROJECT, "'%s' is damaged: it has no origin", s->path);
	return query_end(&q);
}

/* --- opening --- */

static enum rc look_at_file(const char *path, struct err *e)
{
	struct stat st;

	if (stat(path, &st) < 0) {
		if (errno == ENOENT)
			return err_set(e, RC_PROJECT,
				"there is no project '%s'; 'tema init %s' makes one", path, path);
		return err_errno(e, RC_PROJECT, "cannot open the project '%s'", path);
	}
	if (S_ISDIR(st.st_mode))
		return err_set(e, RC_PROJECT, "'%s' is a folder, not a project", path);
	if (!S_ISREG(st.st_mode) || st.st_size == 0)
		return err_set(e, RC_PROJECT, "'%s' is not a tema project", path);
	return RC_OK;
}

static int pragma_number(sqlite3 *db, const char *sql, int64_t *out)
{
	sqlite3_stmt *st = NULL;
	int r = sqlite3_prepare_v2(db, sql, -1, &st, NULL);

	if (r == SQLITE_OK && (r = sqlite3_step(st)) == SQLITE_ROW) {
		*out = sqlite3_column_int64(st, 0);
		r = SQLITE_OK;
	}
	sqlite3_finalize(st);
	return r == SQLITE_DONE ? SQLITE_OK : r;
}

static enum rc check_kind(struct store *s, int64_t *version, struct err *e)
{
	int64_t id = 0;
	int r = pragma_number(s->db, "PRAGMA application_id", &id);

	if (r == SQLITE_OK)
		r = pragma_number(s->db, "PRAGMA user_version", version);
	if (r != SQLITE_OK)
		return sql_error(s, e);
	if (id != STORE_APPLICATION_ID || *version < 1)
		return err_set(e, RC_PROJECT, "'%s' is not a tema project", s->path);
	if (*version > SCHEMA_VERSION)
		return err_set(e, RC_PROJECT,
			"'%s' was written by a newer tema (format %d, this program knows %d); "
			"install a newer one",
			s->path, (int)*version, SCHEMA_VERSION);
	return RC_OK;
}

/* From now on the handle is a copy in memory. */
static enum rc copy_to_memory(struct store *s, struct err *e)
{
	sqlite3 *copy = NULL;
	sqlite3_backup *b = NULL;
	int r = sqlite3_open_v2(":memory:", &copy,
		SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);

	if (r == SQLITE_OK)
		b = sqlite3_backup_init(copy, "main", s->db, "main");
	if (b != NULL) {
		sqlite3_backup_step(b, -1);
		r = sqlite3_backup_finish(b);
	} else if (r == SQLITE_OK) {
		r = sqlite3_errcode(copy);
	}
	if (r == SQLITE_OK)
		r = configure(copy);
	if (r != SQLITE_OK) {
		sqlite3_close(copy);
		return sql_error_db(NULL, s->path, r, e);
	}
	sql_release(&s->sql);
	sqlite3_close(s->db);
	s->db = copy;
	s->writes = true;
	return RC_OK;
}

enum rc store_open(const char *path, enum store_mode mode, struct store **out, struct err *e)
{
	struct store *s = NULL;
	int64_t version = 0;
	enum rc rc = look_at_file(path, e);

	*out = NULL;
	if (rc != RC_OK)
		return rc;
	rc = open_db(path, path, &s, e);
	s->writes = mode == STORE_WRITE;
	if (rc == RC_OK)
		rc = check_kind(s, &version, e);
	if (rc == RC_OK && s->writes && sqlite3_db_readonly(s->db, "main") == 1)
		rc = err_set(e, RC_PROJECT, "'%s' may not be written", path);
	if (rc == RC_OK && journal_in_one_file(s) != SQLITE_OK)
		rc = sql_error(s, e);
	if (rc == RC_OK && version < SCHEMA_VERSION && s->writes)
		rc = migrate(s->db, path, version, e);
	if (rc == RC_OK && (version == SCHEMA_VERSION || s->writes))
		rc = schema_check(s->db, path, e);
	if (rc == RC_OK && mode == STORE_COPY)
		rc = copy_to_memory(s, e);
	if (rc == RC_OK)
		rc = load_origin(s, e);
	if (rc != RC_OK) {
		store_close(s);
		return rc;
	}
	*out = s;
	return RC_OK;
}

/* --- a new file --- */

static enum rc make_tables(struct store *s, struct err *e)
{
	char marks[128];
	int r;

	snprintf(marks, sizeof marks, "PRAGMA application_id = %d; PRAGMA user_version = %d",
		STORE_APPLICATION_ID, SCHEMA_VERSION);
	r = sqlite3_exec(s->db, "PRAGMA journal_mode = DELETE; BEGIN IMMEDIATE", NULL, NULL, NULL);
	if (r == SQLITE_OK)
		r = schema_make(s->db);
	if (r == SQLITE_OK)
		r = sqlite3_exec(s->db, marks, NULL, NULL, NULL);
	if (r == SQLITE_OK)
		r = sqlite3_exec(s->db, "COMMIT", NULL, NULL, NULL);
	return r == SQLITE_OK ? RC_OK : sql_error(s, e);
}

/* The first op: the origin, which numbers and names everything that follows. */
static enum rc make_origin(struct store *s, const struct person *who, struct err *e)
{
	enum rc rc;

	s->writes = true;
	s->origin = 1;
	uid_random(&s->origin_uid);
	rc = store_begin(s, who, "init", e);
	if (rc == RC_OK)
		rc = fact_add(s, FACT_ORIGIN, &s->origin_uid, NULL, e, "n");
	if (rc == RC_OK)
		rc = store_commit(s, e);
	return rc;
}

static enum rc fill_new(const char *temp, const char *path, const struct person *who, struct err *e)
{
	struct store *s = NULL;
	enum rc rc = open_db(temp, path, &s, e);

	if (rc == RC_OK)
		rc = make_tables(s, e);
	if (rc == RC_OK)
		rc = make_origin(s, who, e);
	store_close(s);
	return rc;
}

/* The finished file takes its name; never another file's place. */
static enum rc take_name(const char *temp, const char *path, struct err *e)
{
	if (renameat2(AT_FDCWD, temp, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
		return RC_OK;
	if (errno == EINVAL || errno == ENOSYS) { /* a file system that cannot */
		if (link(temp, path) == 0) {
			unlink(temp);
			return RC_OK;
		}
	}
	if (errno == EEXIST)
		return err_set(e, RC_PROJECT, "'%s' exists already", path);
	return err_errno(e, RC_PROJECT, "cannot make the project '%s'", path);
}

/* A journal without its project would be rolled back into the new one and destroy it. */
static enum rc no_journal(const char *path, struct err *e)
{
	static const char *const endings[] = { "-journal", "-wal" };
	enum rc rc = RC_OK;

	for (size_t i = 0; i < sizeof endings / sizeof *endings && rc == RC_OK; i++) {
		char *left = mem_printf("%s%s", path, endings[i]);

		if (file_exists(left))
			rc = err_set(e, RC_PROJECT,
				"'%s' is left of a project that is gone, and would damage a new "
				"one; put that project back, or delete this file",
				left);
		free(left);
	}
	return rc;
}

enum rc store_create(const char *path, const struct person *who, struct err *e)
{
	char *temp;
	int fd;
	enum rc rc;

	if (file_exists(path))
		return err_set(e, RC_PROJECT, "'%s' exists already", path);
	if (no_journal(path, e) != RC_OK)
		return e->rc;
	temp = mem_printf("%s.new-XXXXXX", path);
	fd = mkstemp(temp); /* mode 0600; the journal of SQLite takes it over */
	if (fd < 0) {
		rc = err_errno(e, RC_PROJECT, "cannot make the project '%s'", path);
		free(temp);
		return rc;
	}
	close(fd);
	if (mount_locks(temp) == MOUNT_LOCKS_NONE)
		rc = sql_error_db(NULL, path, SQLITE_IOERR_LOCK, e);
	else
		rc = fill_new(temp, path, who, e);
	if (rc == RC_OK)
		rc = take_name(temp, path, e);
	if (rc != RC_OK)
		unlink(temp);
	free(temp);
	return rc;
}
