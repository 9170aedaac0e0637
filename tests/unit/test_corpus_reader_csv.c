/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/reader.h"

#include "reader_test.h"
#include "unit.h"

/* As reading_of(), with what the user said of the columns. */
static void reading_with(struct reading *r, const char *text, const struct reader_options *o)
{
	*r = (struct reading){ .diags = DIAGS_INIT, .err = ERR_INIT };
	draft_init(&r->draft);
	r->draft.options = o;
	r->rc = reader_csv.read("uji", text, strlen(text), &r->draft, &r->diags, &r->err);
}

START_TEST(an_empty_speaker_goes_on_with_the_one_above)
{
	struct reading r;

	reading_of(&r, &reader_csv,
		"No;Pembicara;Ucapan;Waktu;Catatan\r\n1;Peneliti:;\"Sejak kapan, "
		"\"\"Bu\"\"?\";00:01;\r\n"
		"2;Bu Sari;Sejak "
		"2009;1:00:05;senyum\r\n3;;\"lalu\npindah\";;\r\n;Budi;;;\r\n;;Oh.;;\r\n");
	ck_assert_int_eq(r.rc, RC_OK);
	expect_count(&r, 4);
	expect_para(&r, 0, PARA_BODY, "Peneliti", "Sejak kapan, \"Bu\"?");
	expect_para(&r, 1, PARA_BODY, "Bu Sari", "Sejak 2009");
	expect_para(&r, 2, PARA_BODY, "Bu Sari", "lalu\npindah");
	expect_para(&r, 3, PARA_BODY, "Budi", "Oh.");
	ck_assert_int_eq(r.draft.paras.items[0].ms, 1000);
	ck_assert_int_eq(r.draft.paras.items[1].ms, 3605000);
	ck_assert_int_eq(r.draft.paras.items[2].ms, -1);
	ck_assert_uint_eq(r.diags.list.n, 1);
	ck_assert_str_eq(r.diags.list.items[0].text, "columns left out: Catatan");
	reading_end(&r);
}
END_TEST

START_TEST(knows_columns_by_many_names)
{
	static const char *const tables[] = { "speaker,text\nRina,Halo Bu.\n",
		"TEXT,Speaker Name\nHalo Bu.,Rina\n", "nama\tteks\nRina\tHalo Bu.\n",
		"Narasumber|Isi\nRina|Halo Bu.\n", "sep=;\nucapan;penutur\nHalo Bu.;Rina\n",
		"speaker_label,transcript\nRina,Halo Bu.\n" };

	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		struct reading r;

		reading_of(&r, &reader_csv, tables[i]);
		ck_assert_msg(r.rc == RC_OK, "%s: %s", tables[i], r.err.msg);
		expect_count(&r, 1);
		expect_para(&r, 0, PARA_BODY, "Rina", "Halo Bu.");
		reading_end(&r);
	}
}
END_TEST

START_TEST(rows_with_start_and_end_are_captions)
{
	static const char *const tables[] = {
		"start\tend\ttext\n500\t1500\tSejak kapan\n1500\t3000\tIbu berjualan?\n",
		"start,end,text\n0.5,1.5,Sejak kapan\n1.5,3.0,Ibu berjualan?\n",
		"mulai;selesai;teks\n0,5;1,5;Sejak kapan\n1,5;3;Ibu berjualan?\n",
		("Start Time,End Time,Text\n00:00:00.500,00:00:01.5,Sejak kapan\n"
		 "00:00:01.5,00:00:03,Ibu berjualan?\n"),
	};

	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		struct reading r;

		reading_of(&r, &reader_csv, tables[i]);
		expect_count(&r, 1);
		expect_para(&r, 0, PARA_BODY, NULL, "Sejak kapan Ibu berjualan?");
		ck_assert_int_eq(r.draft.paras.items[0].ms, 500);
		reading_end(&r);
	}
}
END_TEST

START_TEST(a_table_of_tabs_may_quote_or_not)
{
	struct reading r;

	reading_of(&r, &reader_csv,
		"speaker\ttext\nA\t\"Halo,\" katanya.\nB\t\"Belum ditutup\nA\tYa.\n");
	expect_count(&r, 3);
	expect_para(&r, 0, PARA_BODY, "A", "\"Halo,\" katanya.");
	expect_para(&r, 1, PARA_BODY, "B", "\"Belum ditutup");
	reading_end(&r);
	reading_of(&r, &reader_csv, "speaker\ttext\nA\t\"Halo\t\"\"Bu\"\"\"\n");
	expect_para(&r, 0, PARA_BODY, "A", "Halo\t\"Bu\"");
	reading_end(&r);
}
END_TEST

START_TEST(the_user_says_which_column)
{
	static const char table[] = "Siapa Bicara,Kata,Teks\nRina,Halo Bu.,x\nSari,Ya.,y\n";
	struct reading r;

	reading_with(&r, table,
		&(struct reader_options){
			.text_column = "kata", .speaker_column = "siapa bicara" });
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, "Rina", "Halo Bu.");
	reading_end(&r);
	reading_with(
		&r, table, &(struct reader_options){ .text_column = "2", .speaker_column = "1" });
	expect_para(&r, 1, PARA_BODY, "Sari", "Ya.");
	reading_end(&r);
	reading_with(&r, table, &(struct reader_options){ .text_column = "tidak ada" });
	expect_refused(
		&r, "no column 'tidak ada'; the columns are: 'Siapa Bicara', 'Kata', 'Teks'");
	reading_end(&r);
	reading_with(&r, table, &(struct reader_options){ .speaker_column = "4" });
	expect_refused(&r, "no column '4'");
	reading_end(&r);
}
END_TEST

START_TEST(without_a_column_of_text_it_lists_them)
{
	struct reading r;

	reading_of(&r, &reader_csv, "umur,kelas\n10,2\n11,3\n");
	expect_refused(&r, "--text-column NAME");
	expect_refused(&r, "'umur', 'kelas'");
	reading_end(&r);
	reading_of(&r, &reader_csv, "nama,teks\n,\n");
	expect_refused(&r, "no text in the table");
	reading_end(&r);
	reading_of(&r, &reader_csv, "nama,teks\nRina,\"Halo\n");
	expect_refused(&r, "line 2: a quote is opened");
	reading_end(&r);
}
END_TEST

START_TEST(questions_and_answers_need_no_speakers)
{
	struct reading r;

	reading_of(&r, &reader_csv,
		"Pertanyaan,Jawaban\nSejak kapan Ibu berjualan?,Sejak tahun 2009 di pasar.\n"
		"Siapa yang membantu Ibu?,Anak saya yang sulung.\n");
	expect_count(&r, 4);
	expect_para(&r, 0, PARA_BODY, "Pertanyaan", "Sejak kapan Ibu berjualan?");
	expect_para(&r, 3, PARA_BODY, "Jawaban", "Anak saya yang sulung.");
	reading_end(&r);
}
END_TEST

START_TEST(the_header_may_stand_below_a_title)
{
	struct reading r;

	reading_of(&r, &reader_csv,
		"Wawancara pasar\n\nTanggal,Nama,Teks\n2024-08-17,P,\"Sejak kapan, "
		"Bu?\"\n,N,\"Lama, ya\"\n");
	expect_count(&r, 2);
	expect_para(&r, 1, PARA_BODY, "N", "Lama, ya");
	ck_assert_str_eq(r.draft.date, "2024-08-17");
	ck_assert(reading_has(&r, "R042"));
	reading_end(&r);
}
END_TEST

UNIT_MAIN("corpus_reader_csv", an_empty_speaker_goes_on_with_the_one_above,
	knows_columns_by_many_names, rows_with_start_and_end_are_captions,
	a_table_of_tabs_may_quote_or_not, the_user_says_which_column,
	without_a_column_of_text_it_lists_them, questions_and_answers_need_no_speakers,
	the_header_may_stand_below_a_title)
