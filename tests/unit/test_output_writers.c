/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <math.h>
#include <string.h>

#include "base/json.h"
#include "output/writer.h"

static void sample(struct table *t)
{
	table_init(t, "sample", "A table");
	table_column(t, "code", "Code", COLUMN_CODE, 0);
	table_column(t, "text", "Text", COLUMN_TEXT, 0);
	table_column(t, "n", "N", COLUMN_INT, 0);
	table_column(t, "share", "Share", COLUMN_PERCENT, 1);
	table_row(t);
	table_text(t, "INT");
	table_text(t, "a \"quoted\", <b>bold</b> & more");
	table_number(t, 12345);
	table_number(t, 0.125);
	table_row(t);
	table_text(t, "LEMAH")->indent = 1;
	table_text(t, "=1+1");
	table_empty(t);
	table_number(t, NAN);
	table_note(t, "unit: %s", "sentence");
}

static char *written(const char *name, const struct writer_options *o)
{
	struct table t;
	struct buf out = BUF_INIT;

	sample(&t);
	writer_by_name(name)->write(&t, o, &out);
	table_release(&t);
	return buf_detach(&out);
}

START_TEST(numbers_follow_the_language_not_the_locale)
{
	struct buf b = BUF_INIT;

	number_text(1234567.891, 2, "id", &b);
	ck_assert_str_eq(b.data, "1.234.567,89");
	buf_reset(&b);
	number_text(-1234.5, 1, "en", &b);
	ck_assert_str_eq(b.data, "\xe2\x88\x92"
				 "1,234.5");
	buf_reset(&b);
	number_text(-0.04, 1, "en", &b);
	ck_assert_str_eq(b.data, "0.0");
	buf_reset(&b);
	number_text(NAN, 1, "en", &b);
	ck_assert_str_eq(b.data, "\xe2\x80\x93");
	buf_reset(&b);
	number_machine(-1234.5, 1, &b);
	ck_assert_str_eq(b.data, "-1234.5");
	buf_release(&b);
}
END_TEST

START_TEST(csv_quotes_guards_formulas_and_keeps_shares)
{
	struct writer_options o = WRITER_OPTIONS_INIT;
	char *s = written("csv", &o);

	ck_assert_str_eq(s, "\xef\xbb\xbf"
			    "code,text,n,share\r\n"
			    "INT,\"a \"\"quoted\"\", <b>bold</b> & more\",12345,0.1250\r\n"
			    "LEMAH,'=1+1,,\r\n");
	free(s);
}
END_TEST

START_TEST(json_holds_values_and_nulls)
{
	struct writer_options o = WRITER_OPTIONS_INIT;
	struct err e = ERR_INIT;
	struct jsonv *root;
	char *s = written("json", &o);
	const struct jsonv *row;
	double v;

	ck_assert_int_eq(json_parse(s, strlen(s), &root, &e), RC_OK);
	row = json_at(json_get(root, "rows"), 0);
	ck_assert_str_eq(json_text(json_get(row, "text")), "a \"quoted\", <b>bold</b> & more");
	ck_assert(json_number(json_get(row, "share"), &v) && v == 0.125);
	ck_assert(!json_number(json_get(json_at(json_get(root, "rows"), 1), "n"), &v));
	json_free(root);
	free(s);
}
END_TEST

START_TEST(text_wraps_the_widest_column_and_loses_nothing)
{
	struct writer_options o = { "id", 44, false };
	char *s = written("text", &o);

	ck_assert_ptr_nonnull(strstr(s, "12.345"));
	ck_assert_ptr_nonnull(strstr(s, "12,5\xc2\xa0%"));
	ck_assert_ptr_nonnull(strstr(s, "\n  LEMAH  =1+1"));
	ck_assert_ptr_nonnull(strstr(s, "& more"));
	ck_assert_ptr_null(strstr(s, "\033"));
	for (const char *p = s; *p != '\0';) {
		const char *end = strchr(p, '\n');

		ck_assert_uint_le((size_t)(end - p), 3 * 44);
		if (strstr(p, "unit:") != p && *p != '\xe2')
			ck_assert_uint_le((size_t)(end - p), 48);
		p = end + 1;
	}
	free(s);
}
END_TEST

START_TEST(text_never_passes_escape_sequences_of_a_file_to_the_terminal)
{
	struct writer_options o = WRITER_OPTIONS_INIT;
	struct buf out = BUF_INIT;
	struct table t;

	table_init(&t, "x", "");
	table_column(&t, "a", "A", COLUMN_TEXT, 0);
	table_row(&t);
	table_text(&t, "evil \033[31mred\033[0m \xe2\x80\xae");
	writer_text.write(&t, &o, &out);
	ck_assert_ptr_null(strchr(out.data, '\033'));
	ck_assert_ptr_null(strstr(out.data, "\xe2\x80\xae"));
	ck_assert_ptr_nonnull(strstr(out.data, "evil"));
	table_release(&t);
	buf_release(&out);
}
END_TEST

START_TEST(optional_columns_give_way_on_a_narrow_terminal)
{
	struct writer_options wide = { "en", 80, false }, narrow = { "en", 20, false };
	struct buf out = BUF_INIT;
	struct table t;

	table_init(&t, "x", "");
	table_column(&t, "a", "first", COLUMN_TEXT, 0);
	table_column(&t, "b", "second", COLUMN_INT, 0);
	table_optional(&t);
	table_column(&t, "c", "third", COLUMN_INT, 0);
	table_row(&t);
	table_text(&t, "thirteen letters");
	table_number(&t, 2);
	table_number(&t, 3);
	writer_text.write(&t, &wide, &out);
	ck_assert_ptr_nonnull(strstr(out.data, "second"));
	buf_reset(&out);
	writer_text.write(&t, &narrow, &out);
	ck_assert_ptr_null(strstr(out.data, "second"));
	ck_assert_ptr_nonnull(strstr(out.data, "third"));
	ck_assert_ptr_nonnull(strstr(out.data, "letters"));
	table_release(&t);
	buf_release(&out);
}
END_TEST

START_TEST(html_escapes_and_marks_numbers)
{
	struct writer_options o = { "id", 0, false };
	struct xmlwrite *x = xmlwrite_new(XMLWRITE_HTML);
	struct buf out = BUF_INIT;
	struct table t;

	sample(&t);
	xml_open(x, "html");
	writer_html_table(x, &t, &o);
	xml_close(x, "html");
	xmlwrite_finish(x, &out);
	ck_assert_ptr_nonnull(strstr(out.data, "&lt;b&gt;bold"));
	ck_assert_ptr_null(strstr(out.data, "<b>"));
	ck_assert_ptr_nonnull(strstr(out.data, "<td class=\"num\">12.345</td>"));
	ck_assert_ptr_nonnull(strstr(out.data, "--level:1"));
	table_release(&t);
	buf_release(&out);
}
END_TEST

START_TEST(one_number_may_have_its_own_decimals)
{
	struct writer_options o = { "id", 0, false };
	struct buf out = BUF_INIT;
	struct table t;

	table_init(&t, "matrix", "");
	table_column(&t, "a", "1", COLUMN_INT, 0);
	table_column(&t, "b", "2", COLUMN_INT, 0);
	table_row(&t);
	table_number(&t, 1234);
	table_number(&t, 0.5)->decimals = 2;
	writer_by_name("csv")->write(&t, &o, &out);
	ck_assert_ptr_nonnull(strstr(out.data, "1234,0.50\r\n"));
	buf_reset(&out);
	writer_by_name("json")->write(&t, &o, &out);
	ck_assert_ptr_nonnull(strstr(out.data, "\"b\": 0.5"));
	buf_reset(&out);
	writer_by_name("text")->write(&t, &o, &out);
	ck_assert_ptr_nonnull(strstr(out.data, "0,50"));
	table_release(&t);
	buf_release(&out);
}
END_TEST

UNIT_MAIN("writers", numbers_follow_the_language_not_the_locale,
	csv_quotes_guards_formulas_and_keeps_shares, json_holds_values_and_nulls,
	text_wraps_the_widest_column_and_loses_nothing,
	optional_columns_give_way_on_a_narrow_terminal,
	text_never_passes_escape_sequences_of_a_file_to_the_terminal,
	html_escapes_and_marks_numbers, one_number_may_have_its_own_decimals)
