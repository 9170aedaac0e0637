/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing: what there is to erase, and finishing.  What writes in an op is in erasure_write.c. */
#include "store/erasure.h"

#include <string.h>
#include <sys/statvfs.h>

#include "base/utf8.h"
#include "store/fact.h"
#include "store/pack.h"
#include "store/revision.h"

static enum rc list_ids(
	struct store *s, enum sql_id which, int64_t of, struct erasure_ids *out, struct err *e)
{
	struct query q;

	query_start(&q, s, which, e, "i", of);
	while (query_next(&q))
		vec_push(out, query_int(&q, 0));
	return query_end(&q);
}

enum rc erasure_revisions(struct store *s, struct erasure_revisions *out, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_ERASE_REVISIONS, e, "");
	while (query_next(&q)) {
		struct erasure_revision r = { query_int(&q, 0), query_int(&q, 1), false,
			query_int(&q, 3) != 0 };

		r.current = r.document_stands && query_int(&q, 2) != 0;
		vec_push(out, r);
	}
	return query_end(&q);
}

enum rc erasure_revision_load(
	struct store *s, int64_t revision, struct document **out, struct err *e)
{
	return revision_load(s, revision, out, e);
}

enum rc erasure_speakers(struct store *s, int64_t speaker, struct erasure_ids *out, struct err *e)
{
	return list_ids(s, SQL_ERASE_SPEAKERS, speaker, out, e);
}

enum rc erasure_documents(struct store *s, int64_t speaker, struct erasure_ids *out, struct err *e)
{
	return list_ids(s, SQL_ERASE_DOCUMENTS, speaker, out, e);
}

enum rc erasure_only_here(struct store *s, int64_t document, struct erasure_ids *out, struct err *e)
{
	return list_ids(s, SQL_ERASE_ONLY_HERE, document, out, e);
}

enum rc erasure_labels(struct store *s, int64_t document, struct erasure_labels *out, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_ERASE_LABELS, e, "i", document);
	while (query_next(&q))
		vec_push(out, ((struct erasure_label){ query_u32(&q, 0), query_int(&q, 1) }));
	return query_end(&q);
}

enum rc erasure_contents_of(
	struct store *s, enum erasure_of of, int64_t id, struct erasure_ids *out, struct err *e)
{
	static const enum sql_id which[] = {
		[ERASURE_OF_SPEAKER] = SQL_ERASE_OF_SPEAKER,
		[ERASURE_OF_DOCUMENT] = SQL_ERASE_OF_DOCUMENT,
		[ERASURE_OF_SEGMENT] = SQL_ERASE_OF_SEGMENT,
		[ERASURE_OF_REVISION] = SQL_ERASE_OF_REVISION,
		[ERASURE_OF_PEOPLE] = SQL_ERASE_OF_PEOPLE,
	};

	return list_ids(s, which[of], id, out, e);
}

enum rc erasure_contents(struct store *s, erasure_content_fn *fn, void *arg, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_ERASE_CONTENTS, e, "");
	while (query_next(&q)) {
		struct erasure_content c = { .id = query_int(&q, 0), .kind = query_text(&q, 1) };

		c.body = query_blob(&q, 2, &c.len);
		q.rc = fn(&c, arg, e);
	}
	return query_end(&q);
}

/* --- texts that are no contents --- */

static enum rc fixed_column(struct store *s, const char *table, const char *column,
	erasure_fixed_fn *fn, void *arg, struct err *e)
{
	char *sql = mem_printf("SELECT DISTINCT \"%s\" FROM %s WHERE \"%s\" IS NOT NULL ORDER BY 1",
		column, table, column);
	struct query q = { .s = s, .e = e };
	sqlite3_stmt *none = NULL;

	q.home = &none;
	if (sqlite3_prepare_v2(s->db, sql, -1, &q.st, NULL) != SQLITE_OK)
		q.rc = sql_error(s, e);
	while (query_next(&q))
		q.rc = fn(table, column, query_text(&q, 0), arg, e);
	query_end(&q);
	sqlite3_finalize(none);
	free(sql);
	return q.rc;
}

enum rc erasure_fixed(struct store *s, erasure_fixed_fn *fn, void *arg, struct err *e)
{
	enum rc rc = fixed_column(s, "run", "options", fn, arg, e);

	for (int t = FACT_NONE + 1; t < FACT_COUNT && rc == RC_OK; t++)
		for (const struct fact_column *c = fact_tables[t].columns;
			c->kind != COL_END && rc == RC_OK; c++)
			if (c->kind == COL_TEXT || c->kind == COL_STATE)
				rc = fixed_column(s, fact_tables[t].name, c->name, fn, arg, e);
	return rc;
}

/* --- what was said --- */

enum rc erasure_judgements(
	struct store *s, int64_t document, erasure_judgement_fn *fn, void *arg, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_ERASE_JUDGEMENTS, e, "i", document);
	while (query_next(&q)) {
		struct erasure_judgement j = { query_int(&q, 0), query_int(&q, 1), query_int(&q, 2),
			query_text(&q, 3), query_int(&q, 4) != 0 };

		q.rc = fn(&j, arg, e);
	}
	return query_end(&q);
}

enum rc erasure_evidence(
	struct store *s, int64_t document, erasure_evidence_fn *fn, void *arg, struct err *e)
{
	struct pack_spans spans = VEC_INIT;
	struct query q;

	query_start(&q, s, SQL_ERASE_EVIDENCE, e, "i", document);
	while (query_next(&q)) {
		struct erasure_evidence v = { .words_c = query_int(&q, 0),
			.revision = query_int(&q, 1) };
		size_t len;
		const void *packed = query_blob(&q, 2, &len);

		vec_reset(&spans);
		if (!pack_read_spans(packed, len, &spans))
			vec_reset(&spans);
		v.spans = spans.items;
		v.nspans = spans.n;
		q.rc = fn(&v, arg, e);
	}
	vec_release(&spans);
	return query_end(&q);
}

enum rc erasure_places(struct store *s, int64_t document, struct erasure_places *out, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_ERASE_PLACES, e, "i", document);
	while (query_next(&q))
		vec_push(out, ((struct erasure_place){ query_int(&q, 0), query_int(&q, 1),
				      { query_u32(&q, 2), query_u32(&q, 3) } }));
	return query_end(&q);
}

enum rc erasure_suggestions(struct store *s, int64_t document, uint64_t *n, struct err *e)
{
	int64_t count;
	enum rc rc = sql_int(s, SQL_ERASE_SUGGESTIONS, &count, e, "i", document);

	*n = (uint64_t)count;
	return rc;
}

/* --- finishing --- */

enum rc erasure_count(struct store *s, uint64_t *blank, uint64_t *open, struct err *e)
{
	int64_t nblank = 0, nopen = 0;
	enum rc rc = sql_int(s, SQL_ERASE_BLANKS, &nblank, e, "");

	if (rc == RC_OK)
		rc = sql_int(s, SQL_ERASE_OPEN, &nopen, e, "");
	*blank = (uint64_t)nblank;
	*open = (uint64_t)nopen;
	return rc;
}

enum rc erasure_room(struct store *s, struct err *e)
{
	int64_t pages = 0, size = 0;
	struct statvfs disk;
	uint64_t needed;
	enum rc rc = sql_int(s, SQL_ERASE_PAGES, &pages, e, "");

	if (rc == RC_OK)
		rc = sql_int(s, SQL_ERASE_PAGE, &size, e, "");
	if (rc != RC_OK || statvfs(s->path, &disk) != 0)
		return rc;
	needed = (uint64_t)pages * (uint64_t)size * 2 + (1u << 20);
	if ((uint64_t)disk.f_bavail * disk.f_frsize < needed)
		return err_set(e, RC_PROJECT,
			"'%s': erasing needs %u MB of free space on this disk to rebuild the file; "
			"nothing was changed",
			s->path, (unsigned)(needed >> 20) + 1);
	return RC_OK;
}

enum rc erasure_finish(struct store *s, struct err *e)
{
	uint64_t blank, open;
	enum rc rc = erasure_count(s, &blank, &open, e);

	if (rc != RC_OK || open == 0)
		return rc;
	rc = sql_run(s, SQL_ERASE_VACUUM, e, "");
	if (rc != RC_OK)
		return err_set(e, RC_PROJECT,
			"the texts are erased, but '%s' could not be rebuilt, so that traces may "
			"be "
			"left in it (%s); make room on the disk, close other programs that use the "
			"file, and run 'tema erase --finish'",
			s->path, sqlite3_errmsg(s->db));
	rc = sql_run(s, SQL_BEGIN, e, "");
	if (rc == RC_OK)
		rc = sql_run(s, SQL_ERASE_CLOSE, e, "");
	if (rc == RC_OK)
		return sql_run(s, SQL_COMMIT, e, "");
	if (!sqlite3_get_autocommit(s->db))
		sql_run(s, SQL_ROLLBACK, &(struct err)ERR_INIT, "");
	return rc;
}

/* --- telling --- */

enum rc store_erasures(struct store *s, store_erasure_fn *fn, void *arg, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_ERASURES, e, "");
	while (query_next(&q)) {
		struct store_erasure x = { .op = query_int(&q, 0),
			.at = query_int(&q, 1),
			.target = strcmp(query_text(&q, 2), "document") == 0 ? ERASURE_DOCUMENT
									     : ERASURE_SPEAKER,
			.reason = query_text(&q, 3),
			.lost = query_text(&q, 4),
			.coder = query_text(&q, 5),
			.number = query_int(&q, 6),
			.open = query_int(&q, 7) != 0 };

		q.rc = fn(&x, arg, e);
	}
	return query_end(&q);
}

enum rc erasure_copies(struct store *s, erasure_copy_fn *fn, void *arg, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_ERASE_COPIES, e, "");
	while (query_next(&q))
		q.rc = fn(query_text(&q, 0), query_text(&q, 1), arg, e);
	return query_end(&q);
}

bool erasure_is_copy(struct store *s, const char *path)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *st = NULL;
	bool same = false;

	/* Only read, whatever it is: a foreign file's journal is not rolled back. */
	if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) ==
			SQLITE_OK &&
		sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL) == SQLITE_OK &&
		sqlite3_prepare_v2(db, "SELECT 1 FROM origin WHERE uid = ?1", -1, &st, NULL) ==
			SQLITE_OK) {
		sqlite3_bind_blob(st, 1, s->origin_uid.b, UID_LEN, SQLITE_STATIC);
		same = sqlite3_step(st) == SQLITE_ROW;
	}
	sqlite3_finalize(st);
	sqlite3_close(db);
	return same;
}
