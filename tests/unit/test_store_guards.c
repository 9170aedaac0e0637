/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the database itself refuses, whoever asks; and that our texts about the tables agree with
 * them. */
#include "tests/unit/store_help.h"

#include "store/fact_sql.h"
#include "store/handle.h"
#include "store/schema.h"
#include "store/tables.h"

/* A project in which every kind of fact table that this version fills has rows. */
static struct lab filled(void)
{
	struct lab l = lab_new();
	int64_t doc =
		lab_document(&l, "Satu", "T: Bagaimana?\nJ: Sosialisasi belum optimal di desa.");
	struct store_speaker_change change = {
		.role = -1, .kind = -1, .shown_as_code = -1, .sure = true
	};
	int64_t speaker, code;

	lab_precode(&l, "codebook t language id\ncode A { keywords { optimal } }\n");
	lab_judge(&l, doc, "A", 18, 52, VERDICT_CONFIRM);
	lab_begin(&l, "lain");
	lab_ok(&l, store_setting_put(l.s, "title", "Studi", &l.e));
	lab_ok(&l, store_variable_add(l.s, STORE_DOCUMENT, doc, "lokasi", "Sukamulya", &l.e));
	lab_ok(&l, store_speaker_find(l.s, "I1", &speaker, &l.e));
	lab_ok(&l, store_speaker_change(l.s, speaker, &change, &l.e));
	lab_ok(&l, store_code_new(l.s, NULL, "Rasa malu", NULL, 0, &code, &l.e));
	lab_ok(&l, store_overlay_put(l.s, code, "label_en", "Shame", &l.e));
	lab_ok(&l, store_reading_put(l.s, doc, 0, 5, &l.e));
	lab_ok(&l, store_memo_add(l.s, doc, 0, 5, "catatan", &l.e));
	lab_commit(&l);
	return l;
}

static sqlite3 *raw(struct lab *l)
{
	sqlite3 *db;

	store_close(l->s);
	l->s = NULL;
	ck_assert_int_eq(sqlite3_open(l->path, &db), SQLITE_OK);
	return db;
}

static int64_t count(sqlite3 *db, const char *table)
{
	char *sql = mem_printf("SELECT count(*) FROM %s", table);
	sqlite3_stmt *st;
	int64_t n;

	ck_assert_int_eq(sqlite3_prepare_v2(db, sql, -1, &st, NULL), SQLITE_OK);
	ck_assert_int_eq(sqlite3_step(st), SQLITE_ROW);
	n = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	free(sql);
	return n;
}

static void refused(sqlite3 *db, char *sql)
{
	ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_CONSTRAINT,
		"not refused: %s", sql);
	free(sql);
}

START_TEST(no_fact_is_deleted_replaced_or_rewritten)
{
	struct lab l = filled();
	sqlite3 *db = raw(&l);
	unsigned tables = 0;

	for (int t = FACT_NONE + 1; t < FACT_COUNT; t++) {
		const struct fact_table *f = &fact_tables[t];

		if (count(db, f->name) == 0)
			continue;
		tables++;
		refused(db, mem_printf("DELETE FROM %s", f->name));
		refused(db, mem_printf("UPDATE %s SET uid = randomblob(16)", f->name));
		refused(db, mem_printf("UPDATE %s SET rowid = id + 1000", f->name));
		refused(db, mem_printf("INSERT OR REPLACE INTO %s SELECT * FROM %s LIMIT 1",
				    f->name, f->name));
		for (const struct fact_column *c = f->columns; c->kind != COL_END; c++)
			refused(db, mem_printf("UPDATE %s SET \"%s\" = CASE WHEN \"%s\" IS NULL "
					       "THEN 1 END",
					    f->name, c->name, c->name));
		if (f->ends)
			refused(db, mem_printf("UPDATE %s SET d = CASE WHEN d IS NULL THEN 1 END",
					    f->name));
	}
	ck_assert_uint_ge(tables, 22);
	refused(db, mem_printf("DELETE FROM op"));
	refused(db, mem_printf("UPDATE op SET at = 0"));
	refused(db, mem_printf("DELETE FROM change"));
	refused(db, mem_printf("UPDATE change SET sign = -sign"));
	refused(db, mem_printf("DELETE FROM content"));
	refused(db, mem_printf("UPDATE content SET body = 'x'"));
	refused(db, mem_printf("UPDATE content SET salt = NULL, body = NULL"));
	sqlite3_close(db);
	lab_free(&l);
}
END_TEST

START_TEST(content_is_blanked_only_while_an_erasure_is_open)
{
	struct lab l = filled();
	sqlite3 *db = raw(&l);

	ck_assert_int_eq(sqlite3_exec(db,
				 "INSERT INTO erasure (uid, target, target_uid, reason, open)"
				 " VALUES (randomblob(16), 'speaker', randomblob(16), 'uji', 1);"
				 "UPDATE content SET salt = NULL, body = NULL WHERE id = 1;"
				 "UPDATE erasure SET open = 0, lost = '{}'",
				 NULL, NULL, NULL),
		SQLITE_OK);
	refused(db, mem_printf("UPDATE erasure SET open = 1"));
	refused(db, mem_printf("UPDATE content SET salt = NULL, body = NULL WHERE id = 2"));
	refused(db, mem_printf("UPDATE content SET salt = x'00', body = 'x' WHERE id = 1"));
	sqlite3_close(db);
	lab_free(&l);
}
END_TEST

START_TEST(the_cache_may_be_dropped)
{
	struct lab l = filled();
	sqlite3 *db = raw(&l);
	struct suggestion_filter all = { 0 };

	ck_assert_int_eq(sqlite3_exec(db,
				 "DELETE FROM unit; DELETE FROM suggestion; DELETE FROM hit_rule;"
				 "DELETE FROM run; DELETE FROM fresh",
				 NULL, NULL, NULL),
		SQLITE_OK);
	sqlite3_close(db);
	lab_open(&l);
	lab_verify(&l);
	lab_expect("", lab_suggestions(&l, &all));
	lab_precode(&l, "codebook t language id\ncode A { keywords { optimal } }\n");
	lab_expect("1:18-52 A open optimal\n", lab_suggestions(&l, &all));
	lab_free(&l);
}
END_TEST

START_TEST(the_descriptions_agree_with_the_tables)
{
	struct lab l = lab_new();

	for (int t = FACT_NONE + 1; t < FACT_COUNT; t++) {
		const struct fact_table *f = &fact_tables[t];
		struct buf want = BUF_INIT, have = BUF_INIT;
		char *sql = mem_printf("SELECT name FROM pragma_table_info('%s')", f->name);
		sqlite3_stmt *st;

		buf_adds(&want, "id uid ");
		for (const struct fact_column *c = f->columns; c->kind != COL_END; c++)
			buf_printf(&want, "%s ", c->name);
		if (f->ends)
			buf_adds(&want, "d ");
		ck_assert_int_eq(sqlite3_prepare_v2(l.s->db, sql, -1, &st, NULL), SQLITE_OK);
		while (sqlite3_step(st) == SQLITE_ROW)
			buf_printf(&have, "%s ", (const char *)sqlite3_column_text(st, 0));
		ck_assert_msg(strcmp(want.data, have.data) == 0, "%s: %s / %s", f->name, want.data,
			have.data);
		ck_assert_int_eq(fact_by_name(f->name), t);
		sqlite3_finalize(st);
		free(sql);
		buf_release(&want);
		buf_release(&have);
	}
	lab_free(&l);
}
END_TEST

START_TEST(every_statement_prepares)
{
	struct lab l = lab_new();
	struct query q;

	for (int id = 0; id < SQL_COUNT; id++) {
		ck_assert_msg(
			query_start(&q, l.s, (enum sql_id)id, &l.e, ""), "%d: %s", id, l.e.msg);
		query_end(&q);
	}
	for (int t = FACT_NONE + 1; t < FACT_COUNT; t++)
		for (int v = 0; v < FACT_VERBS; v++) {
			bool has_key = fact_tables[t].columns[0].key == 1;

			if ((!fact_tables[t].ends &&
				    (v == FACT_END || v == FACT_REVIVE || v == FACT_LIVE)) ||
				(v == FACT_CLASH && !has_key) ||
				(v == FACT_CLASH2 && t != FACT_SPEAKER_IS))
				continue;
			if (fact_tables[t].ends || (v != FACT_CLASH && v != FACT_CLASH2))
				ck_assert_msg(query_start_fact(&q, l.s, (enum fact)t,
						      (enum fact_verb)v, &l.e),
					"%s %d: %s", fact_tables[t].name, v, l.e.msg);
			query_end(&q);
		}
	lab_free(&l);
}
END_TEST

START_TEST(every_view_can_be_read)
{
	static const char *const views[] = { "v_revision", "v_judgement", "v_coding", "v_consensus",
		"v_suggestion" };
	static const int rows[] = { 1, 1, 1, 0, 1 };
	struct lab l = filled();
	sqlite3 *db = raw(&l);

	for (size_t i = 0; i < sizeof views / sizeof *views; i++)
		ck_assert_msg(count(db, views[i]) == rows[i], "%s", views[i]);
	sqlite3_close(db);
	lab_free(&l);
}
END_TEST

START_TEST(a_query_may_run_inside_itself)
{
	struct lab l = filled();
	struct query outer, inner;
	unsigned n = 0;

	query_start(&outer, l.s, SQL_CODE_KEYS, &l.e, "");
	while (query_next(&outer)) {
		query_start(&inner, l.s, SQL_CODE_KEYS, &l.e, "");
		while (query_next(&inner))
			n++;
		lab_ok(&l, query_end(&inner));
	}
	lab_ok(&l, query_end(&outer));
	ck_assert_uint_eq(n, 4);
	lab_free(&l);
}
END_TEST

UNIT_MAIN("store guards", no_fact_is_deleted_replaced_or_rewritten,
	content_is_blanked_only_while_an_erasure_is_open, the_cache_may_be_dropped,
	the_descriptions_agree_with_the_tables, every_statement_prepares, every_view_can_be_read,
	a_query_may_run_inside_itself)
