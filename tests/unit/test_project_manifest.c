/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <string.h>

#include "base/file.h"
#include "project/import.h"

struct read {
	struct manifest *m;
	struct diags d;
	struct err e;
	enum rc rc;
};

static struct read read_text(const char *text)
{
	struct read r = { NULL, DIAGS_INIT, ERR_INIT, RC_OK };
	char *dir = unit_tmpdir(), *path = mem_printf("%s/m.csv", dir);

	ck_assert_int_eq(file_write(path, text, strlen(text), &r.e), RC_OK);
	r.rc = manifest_read(path, &r.m, &r.d, &r.e);
	unlink(path);
	rmdir(dir);
	free(path);
	free(dir);
	return r;
}

static void release(struct read *r)
{
	manifest_free(r->m);
	diags_release(&r->d);
}

START_TEST(one_file_may_have_many_rows)
{
	struct read r =
		read_text("file,date,method,label,name,code,role,group,var.lokasi,speaker.usia\n"
			  "a.txt,2024-05-01,fgd,P1,Bu Rini,I1,informant,kader; ibu,Sukamulya,41\n"
			  "a.txt,,,M,Peneliti,,interviewer,,,\n"
			  "b.txt,,,,,,,,,\n");
	struct import_options o = { .method = -1 };

	ck_assert_int_eq(r.rc, RC_OK);
	ck_assert_uint_eq(manifest_files(r.m), 2);
	ck_assert(manifest_options(r.m, "somewhere/a.txt", &o));
	ck_assert_int_eq(o.method, METHOD_FGD);
	ck_assert_str_eq(o.date, "2024-05-01");
	ck_assert_uint_eq(o.nhints, 2);
	ck_assert_str_eq(o.hints[0].code, "I1");
	ck_assert_int_eq(o.hints[1].role, ROLE_INTERVIEWER);
	ck_assert_uint_eq(o.nvars, 1);
	ck_assert_uint_eq(o.nlabel_vars, 3);
	ck_assert_str_eq(o.label_vars[0].key, "P1\tkelompok");
	ck_assert_str_eq(o.label_vars[0].value, "kader");
	ck_assert_str_eq(o.label_vars[1].value, "ibu");
	ck_assert_str_eq(o.label_vars[2].key, "P1\tusia");
	ck_assert(!manifest_options(r.m, "c.txt", &o));
	release(&r);
}
END_TEST

START_TEST(headers_may_be_indonesian_and_separators_semicolons)
{
	struct read r = read_text("\xef\xbb\xbf"
				  "berkas;tanggal;metode;label;nama;kode;peran;kelompok\r\n"
				  "a.docx;2024;wawancara;N;Pak Budi;I2;informan;petani\r\n");
	struct import_options o = { .method = -1 };

	ck_assert_int_eq(r.rc, RC_OK);
	ck_assert(manifest_options(r.m, "a.docx", &o));
	ck_assert_int_eq(o.method, METHOD_INTERVIEW);
	ck_assert_int_eq(o.hints[0].role, ROLE_INFORMANT);
	release(&r);
}
END_TEST

START_TEST(all_errors_are_told_with_their_lines)
{
	struct read r = read_text("file,metod,role,label,date,method\n"
				  "a.txt,,bos,P,2024-13-01,interview\n"
				  ",,,,,\n"
				  "a.txt,,,,,fgd\n");

	ck_assert_int_eq(r.rc, RC_INPUT);
	ck_assert_ptr_null(r.m);
	ck_assert_uint_eq(r.d.count[DIAG_ERROR], 5);
	release(&r);
}
END_TEST

START_TEST(a_manifest_without_files_or_rows_is_refused)
{
	struct read r = read_text("");

	ck_assert_int_eq(r.rc, RC_INPUT);
	release(&r);
	r = read_text("label,name\nP,Bu Rini\n");
	ck_assert_int_eq(r.rc, RC_INPUT);
	release(&r);
}
END_TEST

START_TEST(rows_of_one_label_may_add_but_not_contradict)
{
	struct read r = read_text("file,label,name,code,role\n"
				  "a.txt,P1,Bu Rini,,\n"
				  "a.txt,p1,,I1,informant\n");
	struct import_options o = { .method = -1 };

	ck_assert_int_eq(r.rc, RC_OK);
	ck_assert(manifest_options(r.m, "a.txt", &o));
	ck_assert_uint_eq(o.nhints, 1);
	ck_assert_str_eq(o.hints[0].name, "Bu Rini");
	ck_assert_str_eq(o.hints[0].code, "I1");
	ck_assert_int_eq(o.hints[0].role, ROLE_INFORMANT);
	release(&r);
	r = read_text("file,label,name,code,role\n"
		      "a.txt,P1,Bu Rini,I1,informant\n"
		      "a.txt,P1,Bu Siti,I2,interviewer\n");
	ck_assert_int_eq(r.rc, RC_INPUT);
	ck_assert_uint_eq(r.d.count[DIAG_ERROR], 3);
	release(&r);
}
END_TEST

START_TEST(a_column_named_twice_is_an_error)
{
	struct read r = read_text("file,date,Date\na.txt,2024,2025\n");

	ck_assert_int_eq(r.rc, RC_INPUT);
	ck_assert_uint_eq(r.d.count[DIAG_ERROR], 1);
	release(&r);
}
END_TEST

START_TEST(a_manifest_that_is_no_csv_is_named)
{
	struct read r = read_text("file,date\n\"a.txt,2024\n");

	ck_assert_int_eq(r.rc, RC_INPUT);
	ck_assert_ptr_nonnull(strstr(r.e.msg, "m.csv"));
	release(&r);
}
END_TEST

START_TEST(options_of_the_command_line_join_and_the_manifest_wins)
{
	struct read r = read_text("file,label,name,var.lokasi,remark\n"
				  "a.txt,P1,Bu Rini,Sukamulya,siapa?\n"
				  "b.txt,,,,\n");
	struct speaker_hint hints[] = { { "p1", "Orang", "I1", ROLE_INFORMANT },
		{ "M", "Peneliti", NULL, ROLE_INTERVIEWER } };
	struct attr vars[] = { { "LOKASI", "Bumiwangi" }, { "putaran", "2" } };
	struct import_options given = { .method = -1,
		.hints = hints,
		.nhints = 2,
		.nshared = 2,
		.vars = vars,
		.nvars = 2 },
			      o = given;

	ck_assert_int_eq(r.rc, RC_OK);
	ck_assert(manifest_options(r.m, "a.txt", &o));
	ck_assert_uint_eq(o.nhints, 2);
	ck_assert_uint_eq(o.nshared, 2);
	ck_assert_str_eq(o.hints[0].name, "Bu Rini");
	ck_assert_str_eq(o.hints[0].code, "I1");
	ck_assert_int_eq(o.hints[0].role, ROLE_INFORMANT);
	ck_assert_str_eq(o.hints[1].name, "Peneliti");
	ck_assert_uint_eq(o.nvars, 2);
	ck_assert_str_eq(o.vars[0].key, "putaran");
	ck_assert_str_eq(o.vars[1].value, "Sukamulya");
	o = given;
	ck_assert(manifest_options(r.m, "b.txt", &o));
	ck_assert_uint_eq(o.nhints, 2);
	ck_assert_str_eq(o.hints[0].name, "Orang");
	ck_assert_uint_eq(o.nvars, 2);
	release(&r);
}
END_TEST

START_TEST(tables_of_spreadsheets_are_read_as_they_are)
{
	struct read r = read_text("sep=;\r\nfile;date;label;name\r\n"
				  " a.txt ;17/8/2024;P1;Ren\xe9\r\n"
				  "b.txt;5/6/2024;P1;\r\n");
	struct import_options o = { .method = -1 };

	ck_assert_int_eq(r.rc, RC_INPUT); /* 5 June or 6 May */
	ck_assert_uint_eq(r.d.count[DIAG_ERROR], 1);
	vec_each (const struct diag, g, &r.d.list)
		if (g->level == DIAG_ERROR) {
			ck_assert_uint_eq(g->at.line, 4);
			ck_assert_uint_eq(g->at.column, 7);
		}
	release(&r);
	r = read_text("file;date;label;name\r\n\xa0 a.txt ;17/8/2024;P1;Ren\xe9\r\n");
	ck_assert_int_eq(r.rc, RC_OK);
	ck_assert(manifest_options(r.m, "a.txt", &o));
	ck_assert_str_eq(o.date, "2024-08-17");
	ck_assert_str_eq(o.hints[0].name, "Ren\xc3\xa9");
	release(&r);
}
END_TEST

UNIT_MAIN("manifest", one_file_may_have_many_rows,
	headers_may_be_indonesian_and_separators_semicolons, all_errors_are_told_with_their_lines,
	rows_of_one_label_may_add_but_not_contradict, a_column_named_twice_is_an_error,
	a_manifest_that_is_no_csv_is_named, options_of_the_command_line_join_and_the_manifest_wins,
	tables_of_spreadsheets_are_read_as_they_are, a_manifest_without_files_or_rows_is_refused)
