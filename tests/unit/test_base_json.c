/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/json.h"

#include <math.h>
#include <string.h>

#include "tests/unit/comma_locale.h"
#include "tests/unit/unit.h"

static struct jsonw *sample(void)
{
	struct jsonw *j = jsonw_new();

	jsonw_object(j, NULL);
	jsonw_text(j, "zebra", "a\"b\\\n\x01 \xc3\xa9 </script>");
	jsonw_int(j, "alpha", INT64_MIN);
	jsonw_array(j, "list");
	jsonw_real(j, NULL, 0.1);
	jsonw_bool(j, NULL, true);
	jsonw_text(j, NULL, NULL);
	jsonw_end(j);
	jsonw_object(j, "empty");
	jsonw_end(j);
	jsonw_array(j, "none");
	jsonw_end(j);
	jsonw_real(j, "nan", NAN);
	jsonw_end(j);
	return j;
}

START_TEST(writes_in_order_and_indented)
{
	struct buf b = BUF_INIT;

	jsonw_finish(sample(), &b);
	ck_assert_str_eq(b.data, "{\n  \"zebra\": \"a\\\"b\\\\\\n\\u0001 \xc3\xa9 </script>\",\n"
				 "  \"alpha\": -9223372036854775808,\n"
				 "  \"list\": [\n    0.1,\n    true,\n    null\n  ],\n"
				 "  \"empty\": {},\n  \"none\": [],\n  \"nan\": null\n}\n");
	buf_release(&b);
}
END_TEST

START_TEST(writes_on_one_line)
{
	struct buf b = BUF_INIT;

	jsonw_finish_line(sample(), &b);
	ck_assert_str_eq(b.data, "{\"zebra\": \"a\\\"b\\\\\\n\\u0001 \xc3\xa9 </script>\", "
				 "\"alpha\": -9223372036854775808, \"list\": [0.1, true, null], "
				 "\"empty\": {}, \"none\": [], \"nan\": null}\n");
	buf_release(&b);
}
END_TEST

START_TEST(a_bare_value_is_a_document)
{
	struct jsonw *j = jsonw_new();
	struct buf b = BUF_INIT;

	jsonw_int(j, NULL, 5);
	jsonw_finish(j, &b);
	ck_assert_str_eq(b.data, "5\n");
	buf_release(&b);
}
END_TEST

START_TEST(repairs_bytes_that_are_no_utf8)
{
	struct jsonw *j = jsonw_new();
	struct buf b = BUF_INIT;

	jsonw_textn(j, NULL, "a\xff\0z", 4);
	jsonw_finish(j, &b);
	ck_assert_str_eq(b.data, "\"a\xef\xbf\xbd\\u0000z\"\n");
	buf_release(&b);
}
END_TEST

START_TEST(what_is_written_reads_back)
{
	struct buf b = BUF_INIT;
	struct jsonv *root;
	struct err e = ERR_INIT;
	double v = 0;

	jsonw_finish(sample(), &b);
	ck_assert_int_eq(json_parse(b.data, b.len, &root, &e), RC_OK);
	ck_assert_str_eq(json_text(json_get(root, "zebra")), "a\"b\\\n\x01 \xc3\xa9 </script>");
	ck_assert_uint_eq(json_len(json_get(root, "list")), 3);
	ck_assert(json_number(json_at(json_get(root, "list"), 0), &v) && v == 0.1);
	ck_assert(!json_number(json_at(json_get(root, "list"), 1), &v));
	ck_assert(!json_number(json_at(json_get(root, "list"), 9), &v));
	ck_assert_ptr_null(json_text(json_get(root, "alpha")));
	ck_assert_ptr_null(json_get(root, "missing"));
	ck_assert_ptr_null(json_get(NULL, "x"));
	ck_assert_uint_eq(json_len(NULL), 0);
	json_free(root);
	json_free(NULL);
	buf_release(&b);
}
END_TEST

START_TEST(refuses_broken_documents)
{
	static const char *const bad[] = { "", "{", "[1,]", "{\"a\":1,\"a\":2}", "[1] x",
		"\"\xff\"", "nul", "{a:1}", "[\"\\u0000\"]", "[1e999]" };
	struct jsonv *root;
	struct err e = ERR_INIT;

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		ck_assert_msg(
			json_parse(bad[i], strlen(bad[i]), &root, &e) == RC_INPUT, "%s", bad[i]);
		ck_assert_ptr_null(root);
	}
	json_parse("{\n  \"a\": x\n}", 13, &root, &e);
	ck_assert_int_eq(strncmp(e.msg, "line 2, column 8: ", 18), 0);
}
END_TEST

START_TEST(depth_is_limited)
{
	struct buf b = BUF_INIT;
	struct jsonv *root;
	struct err e = ERR_INIT;

	for (int i = 0; i < 1000000; i++)
		buf_addc(&b, '[');
	ck_assert_int_eq(json_parse(b.data, b.len, &root, &e), RC_INPUT);
	buf_release(&b);
}
END_TEST

START_TEST(no_locale_shows)
{
	struct jsonw *j = jsonw_new();
	struct buf b = BUF_INIT;
	struct jsonv *root;
	struct err e = ERR_INIT;
	double v = 0;

	comma_locale_set();
	jsonw_real(j, NULL, 1234.5);
	jsonw_finish(j, &b);
	ck_assert_str_eq(b.data, "1234.5\n");
	ck_assert_int_eq(json_parse(b.data, b.len, &root, &e), RC_OK);
	ck_assert(json_number(root, &v) && v == 1234.5);
	json_free(root);
	buf_release(&b);
}
END_TEST

START_TEST(members_come_in_their_order)
{
	static const char s[] = "{\"b\": 1, \"a\": [2], \"c\": \"x\"}";
	static const char *const keys[] = { "b", "a", "c" };
	struct jsonv *root;
	struct err e = ERR_INIT;
	const char *key = NULL;

	ck_assert_int_eq(json_parse(s, sizeof s - 1, &root, &e), RC_OK);
	for (size_t i = 0; i < 3; i++) {
		ck_assert_ptr_eq(json_next(root, &key), json_get(root, keys[i]));
		ck_assert_str_eq(key, keys[i]);
	}
	ck_assert_ptr_null(json_next(root, &key));
	ck_assert_ptr_null(key);
	ck_assert_ptr_null(json_next(json_get(root, "a"), &key));
	ck_assert_ptr_null(json_next(NULL, &key));
	json_free(root);
}
END_TEST

START_TEST(tells_whole_numbers_and_truth)
{
	static const char text[] = "[1781234567890123457, 1.5, true, false, null, \"1\"]";
	struct jsonv *root;
	struct err e = ERR_INIT;
	int64_t whole = 0;

	ck_assert_int_eq(json_parse(text, sizeof text - 1, &root, &e), RC_OK);
	ck_assert(json_whole(json_at(root, 0), &whole));
	ck_assert_int_eq(whole, 1781234567890123457);
	ck_assert(!json_whole(json_at(root, 1), &whole));
	ck_assert(!json_whole(json_at(root, 5), &whole));
	ck_assert(!json_whole(NULL, &whole));
	ck_assert_int_eq(json_truth(json_at(root, 2)), 1);
	ck_assert_int_eq(json_truth(json_at(root, 3)), 0);
	ck_assert_int_eq(json_truth(json_at(root, 4)), -1);
	ck_assert_int_eq(json_truth(NULL), -1);
	json_free(root);
}
END_TEST

UNIT_MAIN("json", writes_in_order_and_indented, writes_on_one_line, a_bare_value_is_a_document,
	repairs_bytes_that_are_no_utf8, what_is_written_reads_back, refuses_broken_documents,
	depth_is_limited, no_locale_shows, members_come_in_their_order,
	tells_whole_numbers_and_truth)
