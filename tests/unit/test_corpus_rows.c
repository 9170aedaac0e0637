/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files whose rows or lines may be documents. */
#include "corpus/reader.h"

#include "corpus/rows_dates.h"
#include "reader_test.h"
#include "unit.h"

/* What was given, written down: a line for each document, its id in front ("-" = the whole file),
 * "~" before one that is only numbered. */
struct given {
	struct buf text;
	struct diags diags;
	struct err err;
	enum rc rc;
};

static void write_draft(const struct draft *draft, struct buf *out)
{
	vec_each (const struct draft_para, p, &draft->paras) {
		buf_adds(out, p->kind == PARA_HEADING ? " #" : " |");
		if (p->label != NULL)
			buf_printf(out, "%s: ", p->label);
		buf_add(out, draft->text.data + p->start, p->end - p->start);
	}
}

static enum rc take(const struct reader_part *part, void *arg, struct err *e)
{
	struct buf *out = arg;

	(void)e;
	buf_printf(out, "%s%s", part->numbered ? "~" : "", part->id != NULL ? part->id : "-");
	if (part->draft->date != NULL)
		buf_printf(out, " @%s", part->draft->date);
	if (part->draft->title != NULL)
		buf_printf(out, " '%s'", part->draft->title);
	for (size_t i = 0; i < part->nvars; i++)
		buf_printf(out, " %s=%s", part->vars[i].key, part->vars[i].value);
	write_draft(part->draft, out);
	buf_addc(out, '\n');
	return RC_OK;
}

static void give(struct given *g, const struct reader *reader, const char *text,
	const struct reader_options *o)
{
	*g = (struct given){ .text = BUF_INIT, .diags = DIAGS_INIT, .err = ERR_INIT };
	g->rc = reader->parts("uji", text, strlen(text), o, &g->diags, take, &g->text, &g->err);
}

static void given_end(struct given *g)
{
	buf_release(&g->text);
	diags_release(&g->diags);
}

static bool given_has(const struct given *g, const char *id)
{
	vec_each (const struct diag, one, &g->diags.list)
		if (strcmp(one->id, id) == 0)
			return true;
	return false;
}

/* Reads text and compares; remark: an id that must be there, or NULL. */
static void expect(const struct reader *reader, const char *text, const struct reader_options *o,
	const char *remark, const char *expected)
{
	struct given g;

	give(&g, reader, text, o);
	ck_assert_msg(g.rc == RC_OK, "%s", g.err.msg);
	ck_assert_str_eq(g.text.data, expected);
	ck_assert_msg(remark == NULL || given_has(&g, remark), "no %s", remark);
	given_end(&g);
}

#define OPTIONS(...) (&(struct reader_options){ __VA_ARGS__ })

START_TEST(a_text_with_other_columns_is_a_document_a_row)
{
	expect(&reader_csv,
		"id,umur,tanggal,judul,teks\nR1,34,2024-08-17,Air,Keruh.\nR2,,,,Bersih.\n", NULL,
		"R061", "R1 @2024-08-17 'Air' umur=34 |Keruh.\nR2 |Bersih.\n");
	expect(&reader_csv, "umur,teks\n34,Keruh.\n35,Keruh.\n", NULL, "R061",
		"~1 umur=34 |Keruh.\n~2 umur=35 |Keruh.\n");
}
END_TEST

START_TEST(speakers_times_and_lone_texts_are_one_document)
{
	expect(&reader_csv, "nama,umur,teks\nRina,34,Halo.\nSari,35,Ya.\n", NULL, NULL,
		"- |Rina: Halo. |Sari: Ya.\n");
	expect(&reader_csv, "waktu,catatan,teks\n00:01,a,Halo.\n00:05,b,Ya.\n", NULL, NULL,
		"- |Halo. |Ya.\n");
	expect(&reader_csv, "teks\nHalo.\nYa.\n", NULL, NULL, "- |Halo. |Ya.\n");
	expect(&reader_csv, "Pertanyaan,Jawaban\nSejak kapan?,Lama sekali.\n", NULL, NULL,
		"- |Pertanyaan: Sejak kapan? |Jawaban: Lama sekali.\n");
}
END_TEST

START_TEST(the_user_says_what_a_row_is)
{
	expect(&reader_csv, "id,teks\n1,Satu.\n2,Dua.\n", OPTIONS(.rows = ROWS_TURNS), NULL,
		"- |Satu. |Dua.\n");
	expect(&reader_csv, "nama,umur,teks\nRina,34,Halo.\nSari,35,Ya.\n",
		OPTIONS(.rows = ROWS_DOCUMENT), "R061",
		"~1 umur=34 |Rina: Halo.\n~2 umur=35 |Sari: Ya.\n");
	expect(&reader_csv, "nama,umur,teks\nRina,34,Halo.\nSari,35,Ya.\n",
		OPTIONS(.id_column = "nama"), NULL,
		"Rina umur=34 |Rina: Halo.\nSari umur=35 |Sari: Ya.\n");
}
END_TEST

START_TEST(rows_with_one_id_are_one_document)
{
	expect(&reader_csv,
		"sesi,nama,kota,teks\nA,Tim,Sukamulya,Mulai?\nB,Tim,Ciawi,Siap?\nA,Jaya,Sukamulya,"
		"Ya.\nA,,Lembang,Lalu.\n",
		OPTIONS(.id_column = "sesi"), "R061",
		"A kota=Sukamulya kota=Lembang |Tim: Mulai? |Jaya: Ya. |Jaya: Lalu.\n"
		"B kota=Ciawi |Tim: Siap?\n");
}
END_TEST

START_TEST(an_empty_speaker_does_not_go_on_in_another_document)
{
	expect(&reader_csv, "sesi,nama,teks\nA,Tim,Mulai?\nB,,Siap?\n",
		OPTIONS(.id_column = "sesi"), NULL, "A |Tim: Mulai?\nB |Siap?\n");
}
END_TEST

START_TEST(several_texts_stand_below_their_questions)
{
	static const char table[] = "no,\"Apa, menurut Anda?\",Saran,kota\n1,Baik.,Lanjut.,X\n"
				    "2,,Tidak.,Y\n3,,,Z\n";
	static const char expected[] = "1 kota=X #Apa, menurut Anda? |Baik. #Saran |Lanjut.\n"
				       "2 kota=Y #Saran |Tidak.\n";

	expect(&reader_csv, table, OPTIONS(.text_column = "Apa, menurut Anda?\nSaran"), "R040",
		expected);
	expect(&reader_csv, table, OPTIONS(.text_column = "2,saran"), "R040", expected);
}
END_TEST

START_TEST(names_the_part_of_a_list_that_is_missing)
{
	struct given g;

	give(&g, &reader_csv, "a,b,c\n1,2,3\n", OPTIONS(.text_column = "a, salah"));
	ck_assert_int_eq(g.rc, RC_INPUT);
	ck_assert_msg(
		strstr(g.err.msg, "no column 'salah'; the columns are: 'a', 'b', 'c'") != NULL,
		"%s", g.err.msg);
	given_end(&g);
	give(&g, &reader_csv, "a,b\n1,2\n", OPTIONS(.text_column = "a", .id_column = "nomor urut"));
	ck_assert_msg(strstr(g.err.msg, "no column 'nomor urut'") != NULL, "%s", g.err.msg);
	given_end(&g);
	give(&g, &reader_csv, "a,b\n1,2\n", OPTIONS(.rows = ROWS_DOCUMENT));
	ck_assert_msg(strstr(g.err.msg, "--text-column") != NULL, "%s", g.err.msg);
	given_end(&g);
}
END_TEST

START_TEST(long_texts_are_no_variables)
{
	struct buf table = BUF_INIT;

	buf_adds(&table, "id,alasan,teks\n1,");
	for (int i = 0; i < 60; i++)
		buf_adds(&table, "kata ");
	buf_adds(&table, ",Ya.\n");
	expect(&reader_csv, table.data, NULL, "R063", "1 |Ya.\n");
	buf_release(&table);
}
END_TEST

START_TEST(rows_without_an_id_are_told)
{
	expect(&reader_csv, "id,kota,teks\nA,X,Satu.\n,Y,Dua.\n", NULL, "R064",
		"A kota=X |Satu.\nrow 2 kota=Y |Dua.\n");
}
END_TEST

START_TEST(a_speaker_a_row_is_told)
{
	expect(&reader_csv, "responden,kota,teks\nA,X,Satu.\nB,Y,Dua.\nC,Y,Tiga.\n", NULL, "R062",
		"- |A: Satu. |B: Dua. |C: Tiga.\n");
}
END_TEST

START_TEST(the_time_of_a_form_is_no_time_in_a_recording)
{
	expect(&reader_csv, "Timestamp,kota,teks\n8/17/2024 10:22:33,X,Satu.\n", NULL, "R061",
		"~1 @2024-08-17 kota=X |Satu.\n");
	expect(&reader_csv, "Timestamp,kota,teks\n3/4/2024 10:22:33,X,Satu.\n", NULL, "R065",
		"~1 Timestamp=3/4/2024 10:22:33 kota=X |Satu.\n");
}
END_TEST

START_TEST(dates_are_read_where_they_are_clear)
{
	static const struct {
		const char *other, *cell, *iso;
	} cases[] = {
		{ "", "2024-08-17", "2024-08-17" },
		{ "", " 2024-08-17T09:30", "2024-08-17" },
		{ "31/12/2023", "3/4/2024", "2024-04-03" },
		{ "12/31/2023", "3/4/2024", "2024-03-04" },
		{ "", "17.8.2024", "2024-08-17" },
		{ "", "3/4/2024", NULL },
		{ "31/12/2023", "30/2/2024", NULL },
		{ "", "17/8-2024", NULL },
		{ "", "17/8/24", NULL },
		{ "", "kemarin", NULL },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct rows_dates s = { .iso = 0 };
		char date[ROWS_DATE_MAX];
		bool found;

		rows_dates_look(&s, cases[i].other);
		rows_dates_look(&s, cases[i].cell);
		found = rows_date(&s, cases[i].cell, date);
		ck_assert_msg(found == (cases[i].iso != NULL), "%s", cases[i].cell);
		if (found)
			ck_assert_str_eq(date, cases[i].iso);
	}
}
END_TEST

START_TEST(lines_with_different_ids_are_documents)
{
	expect(&reader_jsonl,
		"{\"id\":1781234567890123456,\"speaker\":\"a\",\"text\":\"Satu.\",\"suka\":12,"
		"\"tagar\":[\"air\",\"pdam\"],\"aktif\":true,\"skor\":1.5,\"x\":{\"y\":1},\"z\":"
		"null}\n"
		"{\"id\":\"b\",\"text\":\"Dua.\",\"date\":\"2024-08-17\",\"title\":\"T\"}\n"
		"{\"id\":1781234567890123456,\"speaker\":\"a\",\"text\":\"Tiga.\",\"suka\":12}\n",
		NULL, "R061",
		"1781234567890123456 suka=12 tagar=air tagar=pdam aktif=true skor=1.5 |a: Satu. "
		"|a: Tiga.\nb @2024-08-17 'T' |Dua.\n");
}
END_TEST

START_TEST(lines_with_times_or_one_id_are_one_document)
{
	expect(&reader_jsonl,
		"{\"id\":1,\"speaker\":\"a\",\"start\":0,\"text\":\"Satu.\"}\n"
		"{\"id\":2,\"speaker\":\"b\",\"start\":2,\"text\":\"Dua.\"}\n",
		NULL, NULL, "- |a: Satu. |b: Dua.\n");
	expect(&reader_jsonl, "{\"id\":1,\"text\":\"Satu.\"}\n{\"id\":1,\"text\":\"Dua.\"}\n", NULL,
		NULL, "- |Satu. |Dua.\n");
	expect(&reader_jsonl, "{\"text\":\"Satu.\"}\n{\"text\":\"Dua.\"}\n", NULL, NULL,
		"- |Satu. |Dua.\n");
	expect(&reader_jsonl, "{\"text\":\"Satu.\"}\n{\"text\":\"Dua.\"}\n",
		OPTIONS(.rows = ROWS_DOCUMENT), "R061", "~1 |Satu.\n~2 |Dua.\n");
}
END_TEST

START_TEST(a_conversation_with_numbered_lines_is_one_document)
{
	static const char asked[] = "{\"id\":1,\"speaker\":\"Pewawancara\",\"text\":\"Sejak?\"}\n"
				    "{\"id\":2,\"speaker\":\"Rina\",\"text\":\"Lama.\"}\n";
	struct buf chat = BUF_INIT;

	expect(&reader_jsonl, asked, NULL, "R062", "- |Pewawancara: Sejak? |Rina: Lama.\n");
	for (int i = 0; i < 6; i++)
		buf_printf(&chat, "{\"id\":%d,\"speaker\":\"%s\",\"text\":\"Ya.\"}\n", i,
			i % 2 > 0 ? "A" : "B");
	expect(&reader_jsonl, chat.data, NULL, "R062",
		"- |B: Ya. |A: Ya. |B: Ya. |A: Ya. |B: Ya. |A: Ya.\n");
	buf_release(&chat);
}
END_TEST

START_TEST(keys_of_lines_can_be_named)
{
	expect(&reader_jsonl,
		"{\"kode\":\"A\",\"siapa\":\"Rina\",\"q1\":\"Ya.\",\"q2\":\"Lama.\",\"text\":\"t\"}"
		"\n",
		OPTIONS(.text_column = "q1\nq2", .speaker_column = "siapa", .id_column = "kode"),
		NULL, "A text=t #q1 |Rina: Ya. #q2 |Rina: Lama.\n");
}
END_TEST

START_TEST(rows_that_describe_the_columns_are_left_out)
{
	const struct reader_options o = { .text_column = "Q1" };

	expect(&reader_csv,
		"ResponseId,Q1,Q2\nResponse ID,Apa pendapat Anda?,Usia\n"
		"\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\",x\n"
		"R_1,Mahal sekali.,34\nR_2,Wajar saja.,41\n",
		&o, "R042", "R_1 Q2=34 |Mahal sekali.\nR_2 Q2=41 |Wajar saja.\n");
	expect(&reader_csv,
		"Respondent ID,Q1,Q2\n,Open-Ended Response,Response\n11,Mahal sekali.,34\n"
		"12,Wajar saja.,41\n",
		&o, "R042", "11 Q2=34 |Mahal sekali.\n12 Q2=41 |Wajar saja.\n");
}
END_TEST

START_TEST(a_line_of_objects_tells_only_its_variables)
{
	struct given g;

	give(&g, &reader_jsonl,
		"{\"id\":1,\"text\":\"Mahal.\",\"lang\":\"id\",\"user\":{\"x\":1}}\n"
		"{\"id\":2,\"text\":\"Wajar.\",\"lang\":\"id\",\"user\":{\"x\":2}}\n",
		&(struct reader_options){ .rows = ROWS_FOUND });
	ck_assert_int_eq(g.rc, RC_OK);
	ck_assert_str_eq(g.text.data, "1 lang=id |Mahal.\n2 lang=id |Wajar.\n");
	ck_assert(strstr(g.diags.list.items[0].text, "with the variables lang") != NULL);
	ck_assert(strstr(g.diags.list.items[0].text, "user") == NULL);
	given_end(&g);
}
END_TEST

UNIT_MAIN("corpus_rows", a_text_with_other_columns_is_a_document_a_row,
	speakers_times_and_lone_texts_are_one_document, the_user_says_what_a_row_is,
	rows_with_one_id_are_one_document, an_empty_speaker_does_not_go_on_in_another_document,
	several_texts_stand_below_their_questions, names_the_part_of_a_list_that_is_missing,
	long_texts_are_no_variables, rows_without_an_id_are_told, a_speaker_a_row_is_told,
	the_time_of_a_form_is_no_time_in_a_recording, dates_are_read_where_they_are_clear,
	lines_with_different_ids_are_documents, lines_with_times_or_one_id_are_one_document,
	a_conversation_with_numbered_lines_is_one_document, keys_of_lines_can_be_named,
	rows_that_describe_the_columns_are_left_out, a_line_of_objects_tells_only_its_variables)
