/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/reader.h"

#include "reader_test.h"
#include "unit.h"

START_TEST(a_line_is_a_paragraph)
{
	struct reading r;

	reading_of(&r, &reader_jsonl,
		"{\"id\":\"1\",\"speaker\":\"P\",\"text\":\"Sejak "
		"kapan?\",\"date\":\"2024-08\"}\r\n"
		"\r\n  {\"id\":\"2\",\"speaker\":\"N\",\"text\":\"Tahun "
		"2009.\",\"date\":\"2025\"}\r\n"
		"{\"text\":\"(hening)\"}");
	ck_assert_int_eq(r.rc, RC_OK);
	expect_count(&r, 3);
	expect_para(&r, 0, PARA_BODY, "P", "Sejak kapan?");
	expect_para(&r, 1, PARA_BODY, "N", "Tahun 2009.");
	expect_para(&r, 2, PARA_BODY, NULL, "(hening)");
	ck_assert(r.draft.paras.items[2].fresh);
	ck_assert_str_eq(r.draft.date, "2024-08");
	ck_assert_uint_eq(r.diags.list.n, 0);
	reading_end(&r);
}
END_TEST

START_TEST(a_long_text_has_paragraphs)
{
	struct reading r;

	reading_of(&r, &reader_jsonl, "{\"text\":\"Satu.\\n \\nDua\\nbaris.\"}\n");
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, NULL, "Satu.");
	expect_para(&r, 1, PARA_BODY, NULL, "Dua\nbaris.");
	reading_end(&r);
}
END_TEST

START_TEST(tells_lines_and_fields_left_out)
{
	struct reading r;

	reading_of(&r, &reader_jsonl,
		"{\"text\":\"Satu.\",\"topik\":\"a\",\"tempat\":\"b\"}\nbukan\n{\"id\":3}\n");
	expect_count(&r, 1);
	ck_assert_uint_eq(r.diags.list.n, 3);
	ck_assert_str_eq(r.diags.list.items[0].id, "R040");
	ck_assert_uint_eq(r.diags.list.items[0].at.line, 2);
	ck_assert_uint_eq(r.diags.list.items[1].at.line, 3);
	ck_assert_str_eq(r.diags.list.items[2].text, "fields left out: topik, tempat");
	reading_end(&r);
}
END_TEST

START_TEST(refuses_a_file_without_any_text)
{
	static const char *const bad[] = { "{}\n", "[\n{\n", "{\"text\":\" \"}" };

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct reading r;

		reading_of(&r, &reader_jsonl, bad[i]);
		expect_refused(&r, "no line is an object with a \"text\"");
		reading_end(&r);
	}
}
END_TEST

UNIT_MAIN("corpus_reader_jsonl", a_line_is_a_paragraph, a_long_text_has_paragraphs,
	tells_lines_and_fields_left_out, refuses_a_file_without_any_text)
