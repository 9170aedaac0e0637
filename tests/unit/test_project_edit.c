/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/store_help.h"

#include <string.h>

#include "base/csv.h"
#include "project/edit.h"
#include "project/import.h"

/* Two interviews with the speakers 1:Rini, 1:Siti, 2:Rini, 2:Joko. */
struct study {
	struct lab l;
	struct subjects all;
	struct edits x;
	struct diags d;
};

static void add_text(struct lab *l, const char *name, const char *text)
{
	char *path = mem_printf("%s/%s", l->dir, name);
	struct import_options o = { .method = -1 };
	struct import_result r;

	lab_ok(l, file_write(path, text, strlen(text), &l->e));
	lab_ok(l, import_file(l->s, &l->who, path, &o, &r, &l->e));
	import_result_release(&r);
	free(path);
}

static void load(struct study *y, enum store_target t)
{
	lab_ok(&y->l, subjects_load(y->l.s, t, true, &y->all, &y->l.e));
	edits_init(&y->x, &y->all);
}

static struct study *study_new(enum store_target t)
{
	struct study *y = mem_zalloc(1, sizeof *y);

	y->l = lab_new();
	add_text(&y->l, "a.txt", "Rini: Apa?\n\nSiti: Iuran.\n\nRini: Lalu?\n\nSiti: Sudah.\n");
	add_text(&y->l, "b.txt", "Rini: Siapa?\n\nJoko: Saya.\n\nRini: Oh?\n\nJoko: Ya.\n");
	load(y, t);
	return y;
}

static void unload(struct study *y)
{
	edits_release(&y->x);
	subjects_release(&y->all);
	diags_release(&y->d);
}

static void study_free(struct study *y)
{
	unload(y);
	lab_free(&y->l);
	free(y);
}

static enum rc read_table(struct study *y, const char *text, size_t len)
{
	char *path = mem_printf("%s/t.csv", y->l.dir);
	enum rc rc = file_write(path, text, len, &y->l.e);

	if (rc == RC_OK)
		rc = edits_read(&y->x, y->l.s, path, &y->d, &y->l.e);
	for (size_t i = 0; i < y->d.list.n; i++) /* the path ends here */
		y->d.list.items[i].at.file = NULL;
	free(path);
	return rc;
}

static void write_all(struct study *y, enum store_target t)
{
	lab_ok(&y->l, store_begin(y->l.s, &y->l.who, "test", &y->l.e));
	lab_ok(&y->l, edits_write(&y->x, y->l.s, &y->l.e));
	lab_ok(&y->l, store_commit(y->l.s, &y->l.e));
	unload(y);
	y->d = (struct diags)DIAGS_INIT;
	load(y, t);
}

static const struct subject *by_key(const struct study *y, const char *key)
{
	vec_each (const struct subject, p, &y->all.list)
		if (strcmp(p->key, key) == 0)
			return p;
	ck_abort_msg("%s", key);
	return NULL;
}

#define TABLE(Y, TEXT) read_table(Y, TEXT, strlen(TEXT))

/* The list as a file, with any separator that a spreadsheet may choose. */
static void list_as_csv(struct study *y, struct buf *out)
{
	struct table t;

	table_init(&t, "t", "");
	subjects_table(&y->all, &t);
	for (size_t i = 0; i < t.columns.n; i++)
		csv_cell(
			out, t.columns.items[i].key, strlen(t.columns.items[i].key), i == 0, false);
	csv_end(out);
	vec_each (const struct row, row, &t.rows) {
		for (size_t i = 0; i < row->n; i++) {
			const char *text =
				row->cells[i].kind == CELL_TEXT ? row->cells[i].text : "";

			csv_cell(out, text, strlen(text), i == 0, true);
		}
		csv_end(out);
	}
	table_release(&t);
}

START_TEST(a_list_read_back_changes_nothing)
{
	static const char text[] = "speaker,name,code,role,group,var.usia,var.catatan\n"
				   "1:Siti,=Siti,-I7,informant,\"kader; ibu\",41,\"a, \"\"b\"\"\"\n"
				   "2:Joko,Joko Susilo,+2,interviewer,petani,,-1\n";
	struct study *y = study_new(STORE_SPEAKER);
	struct buf csv = BUF_INIT;

	ck_assert_int_eq(TABLE(y, text), RC_OK);
	ck_assert_uint_eq(y->x.list.n, 10);
	write_all(y, STORE_SPEAKER);
	ck_assert_str_eq(by_key(y, "1:Siti")->fields[SPEAKER_NAME], "=Siti");
	ck_assert_str_eq(by_key(y, "1:Siti")->fields[SPEAKER_CODE], "-I7");
	list_as_csv(y, &csv);
	ck_assert_int_eq(read_table(y, csv.data, csv.len), RC_OK);
	ck_assert_uint_eq(y->x.list.n, 0);
	buf_release(&csv);
	study_free(y);
}
END_TEST

START_TEST(empty_cells_leave_and_dashes_take_away)
{
	struct study *y = study_new(STORE_SPEAKER);

	ck_assert_int_eq(
		TABLE(y, "speaker;name;code;group;var.usia\n1:Siti;Siti A;I1;kader;41\n"), RC_OK);
	write_all(y, STORE_SPEAKER);
	ck_assert_int_eq(TABLE(y, "speaker;name;code;group;var.usia\nI1;;-;-;\n"), RC_OK);
	ck_assert_uint_eq(y->x.list.n, 2);
	ck_assert_uint_eq(y->x.left, 2);
	write_all(y, STORE_SPEAKER);
	ck_assert_str_eq(by_key(y, "1:Siti")->fields[SPEAKER_NAME], "Siti A");
	ck_assert_str_eq(by_key(y, "1:Siti")->fields[SPEAKER_CODE], "");
	ck_assert_uint_eq(by_key(y, "1:Siti")->vars.n, 1);
	study_free(y);
}
END_TEST

START_TEST(codes_may_go_round_in_a_circle)
{
	struct study *y = study_new(STORE_SPEAKER);

	ck_assert_int_eq(TABLE(y, "speaker,code\n1:Rini,A\n1:Siti,B\n2:Joko,C\n"), RC_OK);
	write_all(y, STORE_SPEAKER);
	ck_assert_int_eq(TABLE(y, "speaker,code\nA,b\nB,C\nC,A\n"), RC_OK);
	write_all(y, STORE_SPEAKER);
	ck_assert_str_eq(by_key(y, "1:Rini")->fields[SPEAKER_CODE], "b");
	ck_assert_str_eq(by_key(y, "1:Siti")->fields[SPEAKER_CODE], "C");
	ck_assert_str_eq(by_key(y, "2:Joko")->fields[SPEAKER_CODE], "A");
	study_free(y);
}
END_TEST

START_TEST(one_code_for_two_is_an_error_at_its_cell)
{
	struct study *y = study_new(STORE_SPEAKER);

	ck_assert_int_eq(
		TABLE(y, "speaker,name,code\n1:Siti,X,I1\n2:Joko,\"Y\nZ\",i1\n"), RC_INPUT);
	ck_assert_uint_eq(y->d.count[DIAG_ERROR], 3); /* a name of two lines; the code, both ways */
	ck_assert_uint_eq(y->d.list.items[0].at.line, 3);
	ck_assert_uint_eq(y->d.list.items[0].at.column, 8);
	study_free(y);
}
END_TEST

START_TEST(only_what_differs_is_written)
{
	struct study *y = study_new(STORE_SPEAKER);

	ck_assert_int_eq(TABLE(y, "speaker,group\n1:Siti,a;b;c\n"), RC_OK);
	write_all(y, STORE_SPEAKER);
	ck_assert_int_eq(TABLE(y, "speaker,group\n1:Siti,c; ;b ;a;\n"), RC_OK);
	ck_assert_uint_eq(y->x.list.n, 0);
	ck_assert_int_eq(TABLE(y, "speaker,group\n1:Siti,c; d\n"), RC_OK);
	write_all(y, STORE_SPEAKER);
	ck_assert_uint_eq(by_key(y, "1:Siti")->vars.n, 2);
	ck_assert_str_eq(by_key(y, "1:Siti")->vars.items[0].value, "c");
	ck_assert_str_eq(by_key(y, "1:Siti")->vars.items[1].value, "d");
	study_free(y);
}
END_TEST

START_TEST(unsure_speakers_become_sure_and_never_the_other_way)
{
	struct study *y = study_new(STORE_SPEAKER);

	ck_assert_str_eq(by_key(y, "1:Siti")->fields[SPEAKER_SURE], "unsure");
	ck_assert_int_eq(TABLE(y, "speaker,role,sure\n1:Siti,informant,sure\n"), RC_OK);
	ck_assert_uint_eq(y->x.list.n, 1);
	write_all(y, STORE_SPEAKER);
	ck_assert_str_eq(by_key(y, "1:Siti")->fields[SPEAKER_SURE], "");
	ck_assert_int_eq(TABLE(y, "speaker,sure\n1:Siti,sure\n"), RC_OK);
	ck_assert_uint_eq(y->x.list.n, 0);
	ck_assert_int_eq(TABLE(y, "speaker,sure\n1:Siti,unsure\n"), RC_INPUT);
	study_free(y);
}
END_TEST

START_TEST(documents_take_dates_of_spreadsheets)
{
	static const char text[] = "\xff\xfe"
				   "n\0o\0m\0o\0r\0;\0t\0a\0n\0g\0g\0a\0l\0\r\0\n\0"
				   "1\0;\0"
				   "3\0"
				   "1\0/\0"
				   "1\0/\0"
				   "2\0"
				   "0\0"
				   "2\0"
				   "4\0\r\0\n\0";
	struct study *y = study_new(STORE_DOCUMENT);

	ck_assert_int_eq(read_table(y, text, sizeof text - 1), RC_OK);
	write_all(y, STORE_DOCUMENT);
	ck_assert_str_eq(by_key(y, "1")->fields[DOCUMENT_DATE], "2024-01-31");
	ck_assert_int_eq(TABLE(y, "number,date\n1,2/3/2024\n2,31/31/2024\n"), RC_INPUT);
	ck_assert_uint_eq(y->d.count[DIAG_ERROR], 2);
	ck_assert_uint_eq(y->x.list.n, 0);
	study_free(y);
}
END_TEST

UNIT_MAIN("edit", a_list_read_back_changes_nothing, empty_cells_leave_and_dashes_take_away,
	codes_may_go_round_in_a_circle, one_code_for_two_is_an_error_at_its_cell,
	only_what_differs_is_written, unsure_speakers_become_sure_and_never_the_other_way,
	documents_take_dates_of_spreadsheets)
