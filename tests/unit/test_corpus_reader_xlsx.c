/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/reader.h"

#include "corpus/xlsx_value.h"
#include "reader_test.h"
#include "unit.h"
#include "xlsx_make.h"

#define ONE XLSX_SHEET("1", "Data", "")
#define TWO ONE XLSX_SHEET("2", "Lain", "")
#define HEAD(A, B) XLSX_ROW("1", XLSX_IN("A1", A) XLSX_IN("B1", B))

/* Parts of a workbook; NULL = not there. */
struct book {
	const char *book, *a, *b, *strings, *styles, *rels;
};

static void add_part(struct docx_part *parts, size_t *n, const char *name, const char *data)
{
	if (data != NULL)
		parts[(*n)++] = (struct docx_part){ name, data, strlen(data) };
}

static void pack(const struct book *b, struct buf *zip)
{
	struct docx_part parts[6];
	size_t n = 0;

	add_part(parts, &n, "xl/workbook.xml", b->book);
	add_part(parts, &n, "xl/worksheets/a.xml", b->a);
	add_part(parts, &n, "xl/worksheets/b.xml", b->b);
	add_part(parts, &n, "xl/sharedStrings.xml", b->strings);
	add_part(parts, &n, "xl/styles.xml", b->styles);
	add_part(parts, &n, "xl/_rels/workbook.xml.rels", b->rels != NULL ? b->rels : XLSX_RELS);
	docx_make(zip, parts, n);
}

static void reading_book(
	struct reading *r, const struct book *b, const struct reader_options *options)
{
	struct buf zip = BUF_INIT;

	pack(b, &zip);
	*r = (struct reading){ .diags = DIAGS_INIT, .err = ERR_INIT };
	draft_init(&r->draft);
	r->draft.options = options;
	r->rc = reader_xlsx.read("uji", zip.data, zip.len, &r->draft, &r->diags, &r->err);
	buf_release(&zip);
}

static void reading_data(struct reading *r, const char *sheet)
{
	reading_book(r, &(struct book){ .book = XLSX_BOOK(ONE), .a = sheet }, NULL);
}

START_TEST(shared_strings_join_their_runs_without_the_phonetic_ones)
{
	struct reading r;
	const struct book b = { .book = XLSX_BOOK(ONE),
		.a = XLSX_DATA(XLSX_ROW("1", XLSX_STR("A1", "0") XLSX_STR("B1", "1"))
				XLSX_ROW("2", XLSX_STR("A2", "2") XLSX_STR("B2", "3"))
					XLSX_ROW("3", XLSX_STR("A3", "9") XLSX_STR("B3", "4"))),
		.strings =
			"<sst><si><t>speaker</t></si><si><t>text</t></si><si><t>Sari</t></si>"
			"<si><r><t>Sejak </t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">2009"
			"</t></r><rPh sb=\"0\" eb=\"1\"><t>lafal</t></rPh></si>"
			"<si><t>satu_x000A_dua _xZZZZ_</t></si></sst>" };

	reading_book(&r, &b, NULL);
	ck_assert_msg(r.rc == RC_OK, "%s", r.err.msg);
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, "Sari", "Sejak 2009");
	expect_para(&r, 1, PARA_BODY, "Sari", "satu\ndua _xZZZZ_");
	reading_end(&r);
}
END_TEST

START_TEST(cells_without_a_place_follow_each_other)
{
	struct reading r;

	reading_data(&r,
		XLSX_DATA("<row><c t=\"inlineStr\"><is><t>nama</t></is></c><c t=\"str\"><v>teks</v>"
			  "</c></row><row/><row><c t=\"str\"><f>A1</f><v>Rina</v></c><c "
			  "t=\"inlineStr\"><is><r><t>Ha</t></r><r><t>lo.</t></r></is></c></row>"));
	ck_assert_msg(r.rc == RC_OK, "%s", r.err.msg);
	expect_count(&r, 1);
	expect_para(&r, 0, PARA_BODY, "Rina", "Halo.");
	reading_end(&r);
}
END_TEST

static const char styles[] = "<styleSheet><numFmts><numFmt numFmtId=\"164\" "
			     "formatCode=\"dd\\/mm\\/yyyy\\ hh:mm\"/><numFmt numFmtId=\"165\" "
			     "formatCode=\"[h]:mm:ss\"/></numFmts><cellStyleXfs><xf "
			     "numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf "
			     "numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf "
			     "numFmtId=\"165\"/></cellXfs></styleSheet>";

START_TEST(times_and_dates_come_from_the_formats)
{
	struct reading r;
	const struct book b = { .book = XLSX_BOOK(ONE),
		.a = XLSX_DATA(XLSX_ROW("1",
			XLSX_IN("A1", "speaker") XLSX_IN("B1", "text") XLSX_IN("C1", "waktu")
				XLSX_IN("D1", "tanggal")) XLSX_ROW("2",
			XLSX_IN("A2", "P") XLSX_IN("B2", "Mulai?") XLSX_NUM("C2", "3", "0.5")
				XLSX_NUM("D2", "2", "45521.4375"))),
		.styles = styles };

	reading_book(&r, &b, NULL);
	ck_assert_msg(r.rc == RC_OK, "%s", r.err.msg);
	expect_count(&r, 1);
	ck_assert_int_eq(r.draft.paras.items[0].ms, 12 * 3600 * 1000);
	ck_assert_str_eq(r.draft.date, "2024-08-17");
	reading_end(&r);
}
END_TEST

static void expect_value(const char *raw, enum xlsx_kind kind, bool from_1904, const char *text)
{
	struct buf b = BUF_INIT;

	xlsx_value_add(&b, raw, kind, from_1904);
	ck_assert_str_eq(b.data, text);
	buf_release(&b);
}

START_TEST(numbers_read_as_they_are_shown)
{
	expect_value("42", XLSX_NUMBER, false, "42");
	expect_value("1781234567890123456", XLSX_NUMBER, false, "1781234567890123456");
	expect_value("0.30000000000000004", XLSX_NUMBER, false, "0.3");
	expect_value("1.5E-2", XLSX_NUMBER, false, "0.015");
	expect_value("-2.5E3", XLSX_NUMBER, false, "-2500");
	expect_value("bukan", XLSX_NUMBER, false, "bukan");
	expect_value("1E999", XLSX_NUMBER, false, "1E999");
	expect_value("1", XLSX_DATE, false, "1900-01-01");
	expect_value("59", XLSX_DATE, false, "1900-02-28");
	expect_value("61", XLSX_DATE, false, "1900-03-01");
	expect_value("45521", XLSX_DATE, false, "2024-08-17");
	expect_value("44059", XLSX_DATE, true, "2024-08-17");
	expect_value("45521.4375", XLSX_MOMENT, false, "2024-08-17 10:30:00");
	expect_value("45351", XLSX_MOMENT, false, "2024-02-29");
	expect_value("1.5", XLSX_TIME, false, "36:00:00");
	expect_value("0.00013904", XLSX_TIME, false, "00:00:12.013");
	expect_value("-1", XLSX_DATE, false, "-1");
	expect_value("9e9", XLSX_DATE, false, "9000000000");
}
END_TEST

START_TEST(formats_tell_dates_from_numbers)
{
	ck_assert_int_eq(xlsx_kind_of("General"), XLSX_NUMBER);
	ck_assert_int_eq(xlsx_kind_of("#,##0.00 \"hari\";[Red]-0"), XLSX_NUMBER);
	ck_assert_int_eq(xlsx_kind_of("[$-421]dd mmmm yyyy;@"), XLSX_DATE);
	ck_assert_int_eq(xlsx_kind_of("mmm"), XLSX_DATE);
	ck_assert_int_eq(xlsx_kind_of("mm:ss"), XLSX_TIME);
	ck_assert_int_eq(xlsx_kind_of("[mm]:ss"), XLSX_TIME);
	ck_assert_int_eq(xlsx_kind_of("d/m/yyyy h:mm"), XLSX_MOMENT);
	ck_assert_int_eq(xlsx_kind_of("\\d0"), XLSX_NUMBER);
	ck_assert_int_eq(xlsx_kind_of("\"buka"), XLSX_NUMBER);
	ck_assert_int_eq(xlsx_kind_built_in(14), XLSX_DATE);
	ck_assert_int_eq(xlsx_kind_built_in(22), XLSX_MOMENT);
	ck_assert_int_eq(xlsx_kind_built_in(46), XLSX_TIME);
	ck_assert_int_eq(xlsx_kind_built_in(9), XLSX_NUMBER);
}
END_TEST

START_TEST(a_cell_far_away_costs_nothing)
{
	struct reading r;

	reading_data(&r, XLSX_DATA(HEAD("nama", "teks") XLSX_ROW("1048576",
				 XLSX_IN("A1048576", "Rina") XLSX_IN("B1048576", "Jauh.")
					 XLSX_IN("XFD1048576", "x"))));
	ck_assert_msg(r.rc == RC_OK, "%s", r.err.msg);
	expect_count(&r, 1);
	expect_para(&r, 0, PARA_BODY, "Rina", "Jauh.");
	ck_assert(reading_has(&r, "R067"));
	reading_end(&r);
}
END_TEST

/* 6,000 rows with one cell each in the last column that is kept. */
START_TEST(too_many_cells_are_refused)
{
	struct buf rows = BUF_INIT;
	struct reading r;

	buf_adds(&rows, "<worksheet><sheetData>");
	for (int i = 1; i <= 6000; i++)
		buf_printf(&rows, "<row r=\"%d\"><c r=\"BXX%d\"><v>1</v></c></row>", i, i);
	buf_adds(&rows, "</sheetData></worksheet>");
	reading_data(&r, rows.data);
	expect_refused(&r, "million cells");
	reading_end(&r);
	buf_release(&rows);
}
END_TEST

START_TEST(merged_cells_count_for_the_rows_below)
{
	struct reading r;

	reading_data(&r, "<worksheet><sheetData>" XLSX_ROW(
				 "1", XLSX_IN("A1", "text") XLSX_IN("B1", "speaker")) XLSX_ROW("2",
				 XLSX_IN("A2", "Satu.") XLSX_IN("B2", "Rina"))
				 XLSX_ROW("3", XLSX_IN("A3", "Dua.")) XLSX_ROW(
					 "4", XLSX_IN("A4", "Tiga.") XLSX_IN("B4",
						      "Sari")) "</sheetData><mergeCells><mergeCell "
							       "ref=\"B2:B3\"/><mergeCell "
							       "ref=\"C9:XFD1048576\"/><mergeCell "
							       "ref=\"bukan:\"/></mergeCells>"
							       "</worksheet>");
	ck_assert_msg(r.rc == RC_OK, "%s", r.err.msg);
	expect_count(&r, 3);
	expect_para(&r, 1, PARA_BODY, "Rina", "Dua.");
	expect_para(&r, 2, PARA_BODY, "Sari", "Tiga.");
	reading_end(&r);
}
END_TEST

START_TEST(the_first_sheet_with_something_is_read_and_hidden_ones_are_not)
{
	struct reading r;
	struct book b = { .book = XLSX_BOOK(TWO),
		.a = XLSX_DATA(""),
		.b = XLSX_DATA(HEAD("nama", "teks")
				XLSX_ROW("2", XLSX_IN("A2", "Rina") XLSX_IN("B2", "Halo."))) };

	reading_book(&r, &b, NULL);
	expect_count(&r, 1);
	ck_assert_uint_eq(r.diags.list.n, 0);
	reading_end(&r);
	b.a = b.b;
	reading_book(&r, &b, NULL);
	ck_assert(reading_has(&r, "R069"));
	reading_end(&r);
	b.book = XLSX_BOOK(XLSX_SHEET("1", "Data", "state=\"hidden\""));
	reading_book(&r, &b, NULL);
	expect_refused(&r, "no sheet in it that holds something");
	reading_end(&r);
}
END_TEST

START_TEST(the_user_names_the_sheet)
{
	struct reading r;
	const struct book b = { .book = XLSX_BOOK(TWO),
		.a = XLSX_DATA(HEAD("kode", "arti") XLSX_ROW("2", XLSX_NUM("A2", "0", "1"))),
		.b = XLSX_DATA(HEAD("nama", "teks")
				XLSX_ROW("2", XLSX_IN("A2", "Rina") XLSX_IN("B2", "Halo."))) };

	reading_book(&r, &b, &(struct reader_options){ .sheet = "lain" });
	expect_para(&r, 0, PARA_BODY, "Rina", "Halo.");
	reading_end(&r);
	reading_book(&r, &b, &(struct reader_options){ .sheet = "Tidak ada" });
	expect_refused(&r, "no sheet 'Tidak ada'; the sheets are: 'Data', 'Lain'");
	reading_end(&r);
	reading_book(&r, &b, NULL);
	expect_refused(&r, "--sheet NAME reads another");
	reading_end(&r);
}
END_TEST

START_TEST(hidden_rows_and_formulas_without_a_value_are_told)
{
	struct reading r;

	reading_data(&r, XLSX_DATA(HEAD("nama", "teks") "<row r=\"2\" hidden=\"1\">" XLSX_IN(
				 "A2", "Rina") XLSX_IN("B2",
				 "Halo.") "<c r=\"C2\"><f>A1&amp;B1</f></c><c r=\"D2\" "
					  "t=\"e\"><v>#N/A</v></c></row>"));
	expect_count(&r, 1);
	ck_assert(reading_has(&r, "R066"));
	ck_assert(reading_has(&r, "R068"));
	reading_end(&r);
}
END_TEST

START_TEST(broken_relations_are_no_harm)
{
	static const char *const rels[] = { DOCX_RELS(""),
		DOCX_RELS(XLSX_REL("r1", "worksheet", "../../../etc/passwd")),
		DOCX_RELS(XLSX_REL("r1", "worksheet", "worksheets/tidak-ada.xml")),
		DOCX_RELS(XLSX_REL("r1", "worksheet", "workbook.xml")),
		DOCX_RELS("<Relationship Id=\"r1\" Type=\"x/worksheet\" TargetMode=\"External\" "
			  "Target=\"worksheets/a.xml\"/>") };
	const char *sheet = XLSX_DATA(
		HEAD("nama", "teks") XLSX_ROW("2", XLSX_IN("A2", "Rina") XLSX_IN("B2", "Halo.")));

	for (size_t i = 0; i < sizeof rels / sizeof *rels; i++) {
		struct reading r;

		reading_book(&r,
			&(struct book){ .book = XLSX_BOOK(ONE), .a = sheet, .rels = rels[i] },
			NULL);
		expect_refused(&r, "no sheet in it that holds something");
		reading_end(&r);
	}
}
END_TEST

START_TEST(refuses_what_is_no_workbook)
{
	struct reading r;

	reading_of(&r, &reader_xlsx, "PK\3\4 bukan");
	expect_refused(&r, "no Excel workbook");
	reading_end(&r);
	reading_book(&r, &(struct book){ .a = XLSX_DATA("") }, NULL);
	expect_refused(&r, "no workbook is in the file");
	reading_end(&r);
	reading_data(&r, "<worksheet><sheetData><row>");
	ck_assert_int_eq(r.rc, RC_INPUT);
	reading_end(&r);
}
END_TEST

START_TEST(the_file_is_known_by_its_content)
{
	const struct book b = { .book = XLSX_BOOK(ONE), .a = XLSX_DATA("") };
	struct buf zip = BUF_INIT;
	struct err e = ERR_INIT;

	pack(&b, &zip);
	ck_assert_ptr_eq(reader_for("survei.xlsx", zip.data, zip.len, &e), &reader_xlsx);
	ck_assert_ptr_eq(reader_for("survei.xls", zip.data, zip.len, &e), &reader_xlsx);
	ck_assert_ptr_null(reader_for("survei.docx", zip.data, zip.len, &e));
	ck_assert_ptr_eq(reader_for("survei.xlsx", zip.data, zip.len / 2, &e), &reader_xlsx);
	ck_assert_ptr_null(reader_for("survei.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, &e));
	ck_assert_msg(strstr(e.msg, ".xlsx") != NULL, "%s", e.msg);
	buf_release(&zip);
}
END_TEST

UNIT_MAIN("corpus_reader_xlsx", shared_strings_join_their_runs_without_the_phonetic_ones,
	cells_without_a_place_follow_each_other, times_and_dates_come_from_the_formats,
	numbers_read_as_they_are_shown, formats_tell_dates_from_numbers,
	a_cell_far_away_costs_nothing, too_many_cells_are_refused,
	merged_cells_count_for_the_rows_below,
	the_first_sheet_with_something_is_read_and_hidden_ones_are_not, the_user_names_the_sheet,
	hidden_rows_and_formulas_without_a_value_are_told, broken_relations_are_no_harm,
	refuses_what_is_no_workbook, the_file_is_known_by_its_content)
