/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/reader.h"

#include "corpus/ods_value.h"
#include "docx_make.h"
#include "reader_test.h"
#include "unit.h"

/* Flat files; a part of a packed one is read in the same way. */
#define BOOK(STYLES, SHEETS)                                                                       \
	"<?xml version=\"1.0\"?>\n<office:document xmlns:office=\"o\" xmlns:table=\"t\" "          \
	"xmlns:text=\"x\" xmlns:style=\"s\"><office:automatic-styles>" STYLES                      \
	"</office:automatic-styles><office:body><office:spreadsheet>" SHEETS                       \
	"</office:spreadsheet></office:body></office:document>"
#define SHEET(NAME, ROWS) "<table:table table:name=\"" NAME "\">" ROWS "</table:table>"
#define ROW(CELLS) "<table:table-row>" CELLS "</table:table-row>"
#define ROW_IS(ATTRS, CELLS) "<table:table-row " ATTRS ">" CELLS "</table:table-row>"
#define CELL(TEXT)                                                                                 \
	"<table:table-cell office:value-type=\"string\"><text:p>" TEXT                             \
	"</text:p></table:table-cell>"
#define CELL_IS(ATTRS, CONTENT) "<table:table-cell " ATTRS ">" CONTENT "</table:table-cell>"
#define HEAD ROW(CELL("Pembicara") CELL("Teks"))
#define ONE(ROWS) BOOK("", SHEET("Data", HEAD ROWS))

static void reading_ods(struct reading *r, const char *xml)
{
	reading_of(r, &reader_ods, xml);
	ck_assert_msg(r->rc == RC_OK, "%s", r->err.msg);
}

START_TEST(paragraphs_blanks_and_breaks_are_the_text_of_a_cell)
{
	struct reading r;

	reading_ods(
		&r, ONE(ROW(CELL("Sari") CELL("Sejak<text:s text:c=\"2\"/>2009\n  <text:span>ya"
					      "</text:span>.</text:p><text:p>Lagi<text:line-break/>"
					      "pula"))));
	expect_count(&r, 1);
	expect_para(&r, 0, PARA_BODY, "Sari", "Sejak  2009 ya.\nLagi\npula");
	reading_end(&r);
}
END_TEST

START_TEST(notes_and_shapes_on_cells_are_no_text)
{
	struct reading r;

	reading_ods(
		&r, ONE("<table:shapes><draw:frame xmlns:draw=\"d\"><text:p>gambar</text:p>"
			"</draw:frame></table:shapes>" ROW(CELL("Sari") CELL_IS("",
				"<office:annotation><text:p>benarkah?</text:p></office:annotation>"
				"<text:p>Ya.</text:p>"))));
	expect_count(&r, 1);
	expect_para(&r, 0, PARA_BODY, "Sari", "Ya.");
	reading_end(&r);
}
END_TEST

START_TEST(repeated_rows_and_cells_come_as_often)
{
	struct reading r;

	reading_ods(
		&r, ONE(ROW_IS("table:number-rows-repeated=\"3\"", CELL("Sari") CELL("Ya."))
				    ROW_IS("table:number-rows-repeated=\"1048000\"",
					    CELL_IS("table:number-columns-repeated=\"16384\"", ""))
					    ROW(CELL_IS("office:value-type=\"string\" "
							"table:number-columns-repeated=\"2\"",
						    "<text:p>Rina</text:p>"))));
	expect_count(&r, 4);
	expect_para(&r, 2, PARA_BODY, "Sari", "Ya.");
	expect_para(&r, 3, PARA_BODY, "Rina", "Rina");
	reading_end(&r);
}
END_TEST

START_TEST(a_bomb_of_repeated_cells_is_refused)
{
	struct reading r;

	reading_of(&r, &reader_ods,
		ONE(ROW_IS("table:number-rows-repeated=\"1000000\"",
			CELL_IS("office:value-type=\"string\" "
				"table:number-columns-repeated=\"1000\"",
				"<text:p>x</text:p>"))));
	expect_refused(&r, "more than 10 million cells");
	reading_end(&r);
}
END_TEST

START_TEST(merged_cells_count_for_the_rows_below)
{
	struct reading r;

	reading_ods(
		&r, ONE(ROW(CELL_IS("office:value-type=\"string\" table:number-rows-spanned=\"2\"",
			    "<text:p>Sari</text:p>") CELL("Satu."))
				    ROW("<table:covered-table-cell><text:p>lama</text:p>"
					"</table:covered-table-cell>" CELL("Dua."))));
	expect_count(&r, 2);
	expect_para(&r, 1, PARA_BODY, "Sari", "Dua.");
	reading_end(&r);
}
END_TEST

static void expect_value(const char *type, const char *value, const char *text)
{
	struct buf b = BUF_INIT;

	ods_value_add(&b, type, value);
	ck_assert_str_eq(b.len > 0 ? b.data : "", text);
	buf_release(&b);
}

START_TEST(values_read_as_those_of_other_workbooks)
{
	expect_value("float", "12.50", "12.5");
	expect_value("percentage", "0.30000000000000004", "0.3");
	expect_value("currency", "40000000", "40000000");
	expect_value("date", "2024-08-17", "2024-08-17");
	expect_value("date", "2024-08-17T00:00:00", "2024-08-17");
	expect_value("date", "2024-08-17T10:30:00", "2024-08-17 10:30:00");
	expect_value("time", "PT10H30M00S", "10:30:00");
	expect_value("time", "PT36H0M7.5S", "36:00:07.5");
	expect_value("time", "PT5M", "00:05:00");
	expect_value("time", "PTX", "PTX");
	expect_value("time", "P1D", "P1D");
	expect_value("boolean", "true", "TRUE");
	expect_value("boolean", "false", "FALSE");
	expect_value("string", "ya", "ya");
	expect_value("apa", "ya", "");
}
END_TEST

START_TEST(times_and_dates_are_the_values)
{
	struct reading r;

	reading_ods(&r,
		BOOK("", SHEET("Data",
				 ROW(CELL("speaker") CELL("text") CELL("waktu") CELL("tanggal"))
					 ROW(CELL("P") CELL("Mulai?") CELL_IS(
						 "office:value-type=\"time\" "
						 "office:time-value=\"PT12H00M00S\"",
						 "<text:p>12.00</text:p>")
							 CELL_IS("office:value-type=\"date\" "
								 "office:date-value=\"2024-08-17\"",
								 "<text:p>17 Agu</text:p>")))));
	expect_count(&r, 1);
	ck_assert_int_eq(r.draft.paras.items[0].ms, 12 * 3600 * 1000);
	ck_assert_str_eq(r.draft.date, "2024-08-17");
	reading_end(&r);
}
END_TEST

START_TEST(formulas_that_failed_are_empty)
{
	struct reading r;

	reading_ods(&r, ONE(ROW(CELL("Sari") CELL("#N/A"))
					ROW(CELL("Rina") CELL_IS("table:formula=\"of:=1/0\" "
								 "office:value-type=\"string\" "
								 "office:string-value=\"\"",
						"<text:p>#DIV/0!</text:p>"))));
	expect_count(&r, 1);
	expect_para(&r, 0, PARA_BODY, "Sari", "#N/A");
	reading_end(&r);
}
END_TEST

#define TWO                                                                                        \
	BOOK("<style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/>"   \
	     "</style:style>",                                                                     \
		"<table:table table:name=\"Lama\" table:style-name=\"ta2\">" HEAD ROW(             \
			CELL("Sari") CELL("lama")) "</table:table>" SHEET("Kosong",                \
			ROW(CELL_IS("", ""))) SHEET("Data", HEAD ROW(CELL("Sari") CELL("Ya.")))    \
			SHEET("Lain", ROW(CELL("Kode"))))

START_TEST(the_first_sheet_that_is_shown_and_holds_something)
{
	struct reading r;

	reading_ods(&r, TWO);
	expect_count(&r, 1);
	expect_para(&r, 0, PARA_BODY, "Sari", "Ya.");
	ck_assert(reading_has(&r, "R069"));
	reading_end(&r);
}
END_TEST

static void reading_sheet(struct reading *r, const char *sheet)
{
	const struct reader_options options = { .sheet = sheet };

	*r = (struct reading){ .diags = DIAGS_INIT, .err = ERR_INIT };
	draft_init(&r->draft);
	r->draft.options = &options;
	r->rc = reader_ods.read("uji", TWO, strlen(TWO), &r->draft, &r->diags, &r->err);
}

START_TEST(a_sheet_is_named_in_any_case)
{
	struct reading r;

	reading_sheet(&r, "LAMA");
	expect_para(&r, 0, PARA_BODY, "Sari", "lama");
	reading_end(&r);
	reading_sheet(&r, "Kosong");
	expect_refused(&r, "the sheet 'Kosong' is empty");
	reading_end(&r);
	reading_sheet(&r, "Tidak");
	expect_refused(&r, "'Lama' (hidden), 'Kosong', 'Data', 'Lain'");
	reading_end(&r);
	reading_sheet(&r, "Lain");
	expect_refused(&r, "sheet 'Lain'");
	reading_end(&r);
}
END_TEST

START_TEST(hidden_rows_are_read_and_told)
{
	struct reading r;

	reading_ods(&r, ONE(ROW_IS("table:visibility=\"filter\"", CELL("Sari") CELL("Ya.")) ROW_IS(
				"table:visibility=\"collapse\" table:number-rows-repeated=\"90\"",
				CELL_IS("", ""))));
	expect_count(&r, 1);
	ck_assert_uint_eq(r.diags.list.n, 1);
	ck_assert(reading_has(&r, "R066"));
	reading_end(&r);
}
END_TEST

START_TEST(packed_files_are_read_and_locked_ones_refused)
{
	static const char content[] = ONE(ROW(CELL("Sari") CELL("Ya.")));
	static const char manifest[] = "<m><encryption-data/></m>";
	struct docx_part parts[] = { { "content.xml", content, sizeof content - 1 },
		{ "META-INF/manifest.xml", manifest, sizeof manifest - 1 } };
	struct buf zip = BUF_INIT;
	struct reading r;

	docx_make(&zip, parts, 1);
	reading_bytes(&r, &reader_ods, zip.data, zip.len);
	expect_count(&r, 1);
	reading_end(&r);
	buf_reset(&zip);
	docx_make(&zip, parts, 2);
	reading_bytes(&r, &reader_ods, zip.data, zip.len);
	expect_refused(&r, "password-protected");
	reading_end(&r);
	buf_release(&zip);
}
END_TEST

START_TEST(refuses_what_is_no_workbook)
{
	struct reading r;

	reading_of(&r, &reader_ods, "<a/>");
	expect_refused(&r, "no workbook");
	reading_end(&r);
	reading_of(&r, &reader_ods, "<a>");
	expect_refused(&r, "content.xml");
	reading_end(&r);
	reading_of(&r, &reader_ods, "bukan");
	expect_refused(&r, "no OpenDocument table");
	reading_end(&r);
	reading_of(&r, &reader_ods, BOOK("", SHEET("Data", "")));
	expect_refused(&r, "no sheet in it that holds something");
	reading_end(&r);
}
END_TEST

UNIT_MAIN("corpus_reader_ods", paragraphs_blanks_and_breaks_are_the_text_of_a_cell,
	notes_and_shapes_on_cells_are_no_text, repeated_rows_and_cells_come_as_often,
	a_bomb_of_repeated_cells_is_refused, merged_cells_count_for_the_rows_below,
	values_read_as_those_of_other_workbooks, times_and_dates_are_the_values,
	formulas_that_failed_are_empty, the_first_sheet_that_is_shown_and_holds_something,
	a_sheet_is_named_in_any_case, hidden_rows_are_read_and_told,
	packed_files_are_read_and_locked_ones_refused, refuses_what_is_no_workbook)
