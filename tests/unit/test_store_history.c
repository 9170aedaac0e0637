/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/store_help.h"

#include <inttypes.h>
#include <sqlite3.h>

static const char one[] = "T: Bagaimana?\nJ: Belum optimal. Kader kurang paham.";
static const char book[] = "codebook t language id\n"
			   "code A { keywords { optimal } }\n"
			   "code B { keywords { kader, paham } }\n";

static struct lab filled(void)
{
	struct lab l = lab_new();

	lab_document(&l, "Satu", one);
	lab_precode(&l, book);
	return l;
}

static enum rc add_op(const struct store_op *op, void *arg, struct err *e)
{
	struct buf *out = arg;

	(void)e;
	buf_printf(out, "%" PRId64 " %s%s +%u -%u%s", op->seq, op->command,
		op->undone ? " undone" : "", op->added, op->ended,
		op->detail[0] != '\0' ? " " : "");
	buf_printf(out, "%s", op->detail);
	if (op->undoes != 0)
		buf_printf(out, " of %" PRId64, op->undoes);
	buf_addc(out, '\n');
	return RC_OK;
}

static char *log_of(struct lab *l, size_t limit)
{
	struct buf out = BUF_INIT;

	lab_ok(l, store_log(l->s, limit, add_op, &out, &l->e));
	return buf_detach(&out);
}

START_TEST(the_log_tells_what_stands)
{
	struct lab l = lab_new();

	lab_set(&l, "satu");
	lab_begin(&l, "project");
	lab_ok(&l, store_detail(l.s, "judul", &l.e));
	lab_ok(&l, store_setting_put(l.s, "title", "dua", &l.e));
	lab_commit(&l);
	ck_assert_str_eq(lab_step(&l, false, 0), "");
	lab_expect(
		"4 undo +1 -1 of 3\n3 project undone +1 -1 judul\n2 project +1 -0\n1 init +2 -0\n",
		log_of(&l, 0));
	ck_assert_str_eq(lab_step(&l, true, 0), "");
	lab_expect("5 redo +1 -1 of 4\n4 undo undone +1 -1 of 3\n", log_of(&l, 2));
	lab_free(&l);
}
END_TEST

START_TEST(undo_and_redo_go_back_and_forth)
{
	struct lab l = lab_new();

	lab_set(&l, "satu");
	lab_set(&l, "dua");
	lab_set(&l, "tiga");
	ck_assert_str_eq(lab_step(&l, false, 0), "");
	ck_assert_str_eq(store_setting(l.s, "title"), "dua");
	ck_assert_str_eq(lab_step(&l, false, 0), "");
	ck_assert_str_eq(store_setting(l.s, "title"), "satu");
	ck_assert_str_eq(lab_step(&l, true, 0), "");
	ck_assert_str_eq(store_setting(l.s, "title"), "dua");
	ck_assert_str_eq(lab_step(&l, true, 0), "");
	ck_assert_str_eq(store_setting(l.s, "title"), "tiga");
	ck_assert_str_eq(lab_step(&l, true, 0), "nothing");
	for (int i = 0; i < 3; i++)
		ck_assert_str_eq(lab_step(&l, false, 0), "");
	ck_assert_str_eq(store_setting(l.s, "title"), "");
	ck_assert_str_eq(lab_step(&l, false, 0), "nothing"); /* never the making of the project */
	for (int i = 0; i < 3; i++)
		ck_assert_str_eq(lab_step(&l, true, 0), "");
	ck_assert_str_eq(store_setting(l.s, "title"), "tiga");
	lab_verify(&l);
	lab_free(&l);
}
END_TEST

START_TEST(an_op_that_was_built_on_is_not_undone_before)
{
	struct lab l = lab_new();

	lab_set(&l, "satu");
	lab_set(&l, "dua");
	ck_assert_str_eq(lab_step(&l, false, 2),
		"op 2 (project) cannot be undone: op 3 (project) builds on it; undo that first");
	ck_assert_str_eq(store_setting(l.s, "title"), "dua");
	ck_assert_str_eq(lab_step(&l, false, 3), "");
	ck_assert_str_eq(
		lab_step(&l, false, 3), "op 3 (project) cannot be undone: it is undone already");
	ck_assert_str_eq(lab_step(&l, false, 2), "");
	ck_assert_str_eq(lab_step(&l, false, 9), "nothing");
	ck_assert_ptr_nonnull(strstr(lab_step(&l, false, 1), "cannot be undone"));
	lab_free(&l);
}
END_TEST

START_TEST(a_revived_row_never_stands_beside_a_new_one)
{
	struct lab l = lab_new();

	lab_set(&l, "satu");
	lab_set(&l, NULL);  /* op 3 ends it */
	lab_set(&l, "dua"); /* op 4 */
	ck_assert_str_eq(lab_step(&l, false, 3),
		"op 3 (project) cannot be undone: op 4 (project) builds on it; undo that first");
	ck_assert_str_eq(store_setting(l.s, "title"), "dua");
	lab_verify(&l);
	lab_free(&l);
}
END_TEST

START_TEST(decisions_hold_their_document_and_their_codes)
{
	struct lab l = filled(); /* 2 import, 3 precode */

	lab_judge(&l, 1, "A", 18, 32, VERDICT_CONFIRM);
	ck_assert_str_eq(lab_step(&l, false, 2),
		"op 2 (import) cannot be undone: op 4 (confirm) builds on it; undo that first");
	ck_assert_str_eq(lab_step(&l, false, 3),
		"op 3 (precode) cannot be undone: op 4 (confirm) builds on it; undo that first");
	ck_assert_str_eq(lab_step(&l, false, 4), "");
	ck_assert_str_eq(lab_step(&l, false, 2), "");
	ck_assert_str_eq(lab_step(&l, false, 3), "");
	lab_verify(&l);
	lab_free(&l);
}
END_TEST

START_TEST(a_second_coder_keeps_the_place_of_an_undone_decision)
{
	struct lab l = filled();
	struct judgement_filter all = { 0 };

	lab_judge(&l, 1, "A", 18, 32, VERDICT_CONFIRM); /* 4 makes segment and anchor */
	l.who = lab_person("Orang Lain");
	lab_judge(&l, 1, "A", 18, 32, VERDICT_REJECT); /* 5 uses them */
	ck_assert_str_eq(lab_step(&l, false, 4), "");
	lab_expect("1:18-32 A reject single Orang Lain\n", lab_judgements(&l, &all));
	lab_verify(&l);
	lab_free(&l);
}
END_TEST

START_TEST(a_former_codebook_version_comes_back)
{
	struct lab l = filled();
	struct suggestion_filter all = { 0 };

	lab_precode(&l, "codebook t language id\ncode A { keywords { belum } }\ncode B { keywords "
			"{ paham } }\n");
	lab_expect("1:18-32 A open belum\n1:33-52 B open paham\n", lab_suggestions(&l, &all));
	ck_assert_str_eq(lab_step(&l, false, 0), "");
	lab_expect("", lab_suggestions(&l, &all)); /* those of the version undone are not shown */
	ck_assert_str_eq(lab_step(&l, true, 0), "");
	lab_expect("1:18-32 A open belum\n1:33-52 B open paham\n", lab_suggestions(&l, &all));
	ck_assert_str_eq(lab_step(&l, false, 0), "");
	lab_precode(&l, book);
	lab_expect(
		"1:18-32 A open optimal\n1:33-52 B open kader paham\n", lab_suggestions(&l, &all));
	lab_free(&l);
}
END_TEST

START_TEST(open_codes_stay_when_another_is_undone)
{
	struct lab l = lab_new();
	int64_t a, b;

	lab_begin(&l, "code");
	lab_ok(&l, store_code_new(l.s, "A", "a", NULL, 0, &a, &l.e));
	lab_commit(&l);
	lab_begin(&l, "code");
	lab_ok(&l, store_code_new(l.s, "B", "b", NULL, 0, &b, &l.e));
	lab_commit(&l);
	ck_assert_str_eq(lab_step(&l, false, 2),
		"op 2 (code) cannot be undone: op 3 (code) builds on it; undo that first");
	ck_assert_str_eq(lab_step(&l, false, 3), "");
	ck_assert_str_eq(lab_step(&l, false, 2), "");
	lab_begin(&l, "code"); /* the key leads to the same code again */
	lab_ok(&l, store_code_new(l.s, "A", "a lagi", NULL, 0, &b, &l.e));
	lab_commit(&l);
	ck_assert_int_eq(a, b);
	lab_verify(&l);
	lab_free(&l);
}
END_TEST

/* --- verify --- */

/* Changes the file as an intruder would, who first takes the guards away and puts them back. */
static void tamper(struct lab *l, const char *trigger, const char *sql)
{
	struct buf saved = BUF_INIT;
	char *drop = mem_printf("DROP TRIGGER %s", trigger);
	char *find = mem_printf("SELECT sql FROM sqlite_schema WHERE name = '%s'", trigger);
	sqlite3_stmt *st;
	sqlite3 *db;

	store_close(l->s);
	l->s = NULL;
	ck_assert_int_eq(sqlite3_open(l->path, &db), SQLITE_OK);
	ck_assert_int_eq(sqlite3_prepare_v2(db, find, -1, &st, NULL), SQLITE_OK);
	ck_assert_int_eq(sqlite3_step(st), SQLITE_ROW);
	buf_adds(&saved, (const char *)sqlite3_column_text(st, 0));
	sqlite3_finalize(st);
	ck_assert_int_eq(sqlite3_exec(db, drop, NULL, NULL, NULL), SQLITE_OK);
	ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, "%s: %s", sql,
		sqlite3_errmsg(db));
	ck_assert_int_eq(sqlite3_exec(db, saved.data, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	free(drop);
	free(find);
	buf_release(&saved);
	lab_open(l);
}

START_TEST(tampering_is_found)
{
	static const char *const ways[][3] = {
		{ "judgement_fixed", "UPDATE judgement SET verdict = 'confirm'", "digest" },
		{ "judgement_kept", "PRAGMA foreign_keys = OFF; DELETE FROM judgement", "digest" },
		{ "judgement_ended", "UPDATE judgement SET d = 2", "ops left it" },
		{ "content_fixed", "UPDATE content SET body = 'Sudah optimal.' WHERE kind = 'text'",
			"mark" },
		{ "op_fixed", "UPDATE op SET at = at + 1 WHERE seq = 2", "chain" },
		{ "op_fixed", "UPDATE op SET coder = 2 WHERE seq = 3", "chain" },
		{ "op_kept", "PRAGMA foreign_keys = OFF; DELETE FROM op WHERE seq = 3", "" },
		{ "op_kept",
			"PRAGMA foreign_keys = OFF; DELETE FROM change WHERE 0; DELETE FROM op "
			"WHERE seq = 5",
			"" },
		{ "code_text_fixed", "UPDATE code_text SET label_id = 'Lain' WHERE seq = 0",
			"digest" },
		{ "judgement_once",
			"INSERT INTO judgement (uid, coder, segment, code, verdict, via)"
			" SELECT randomblob(16), coder, segment, code, 'confirm', 'single' FROM "
			"judgement",
			"ops left it" },
	};

	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		struct lab l = filled();
		uint8_t head[SHA256_LEN];
		uint64_t ops;

		lab_judge(&l, 1, "A", 18, 32, VERDICT_REJECT);
		l.who = lab_person("Orang Lain");
		lab_set(&l, "x");
		lab_verify(&l);
		tamper(&l, ways[i][0], ways[i][1]);
		ck_assert_msg(store_verify(l.s, head, &ops, &l.e) == RC_PROJECT, "not found: %s",
			ways[i][1]);
		ck_assert_msg(strstr(l.e.msg, ways[i][2]) != NULL, "%s: %s", ways[i][1], l.e.msg);
		lab_free(&l);
	}
}
END_TEST

START_TEST(the_chain_head_changes_with_every_op)
{
	struct lab l = lab_new();
	uint8_t a[SHA256_LEN], b[SHA256_LEN];
	uint64_t ops;

	lab_ok(&l, store_verify(l.s, a, &ops, &l.e));
	lab_set(&l, "satu");
	lab_ok(&l, store_verify(l.s, b, &ops, &l.e));
	ck_assert_mem_ne(a, b, SHA256_LEN);
	lab_free(&l);
}
END_TEST

START_TEST(the_same_deeds_give_the_same_chain)
{
	uint8_t heads[2][SHA256_LEN];
	uint64_t ops;

	for (int i = 0; i < 2; i++) {
		pid_t child;
		struct lab l;
		int pipes[2];

		/* the seed counts per process */
		ck_assert_int_eq(pipe(pipes), 0);
		child = fork();
		if (child == 0) {
			uint8_t head[SHA256_LEN];

			setenv("TEMA_NOW", "1700000000000", 1);
			setenv("TEMA_SEED", "uji", 1);
			l = filled();
			lab_judge(&l, 1, "A", 18, 32, VERDICT_REJECT);
			lab_ok(&l, store_verify(l.s, head, &ops, &l.e));
			lab_free(&l);
			_exit(write(pipes[1], head, sizeof head) == sizeof head ? 0 : 1);
		}
		close(pipes[1]);
		ck_assert_int_eq(read(pipes[0], heads[i], SHA256_LEN), SHA256_LEN);
		close(pipes[0]);
	}
	ck_assert_mem_eq(heads[0], heads[1], SHA256_LEN);
}
END_TEST

UNIT_MAIN("store history", the_log_tells_what_stands, undo_and_redo_go_back_and_forth,
	an_op_that_was_built_on_is_not_undone_before, a_revived_row_never_stands_beside_a_new_one,
	decisions_hold_their_document_and_their_codes,
	a_second_coder_keeps_the_place_of_an_undone_decision, a_former_codebook_version_comes_back,
	open_codes_stay_when_another_is_undone, tampering_is_found,
	the_chain_head_changes_with_every_op, the_same_deeds_give_the_same_chain)
