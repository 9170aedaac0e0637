/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/kwic_view.h"

#include <string.h>

#include "base/utf8.h"
#include "tests/unit/unit.h"

static const struct kwic_row rows[] = {
	{ .document = 1,
		.title = "Satu",
		.speaker = "I1",
		.line = 4,
		.left = "Kata mereka kami semua sudah",
		.match = "patuh",
		.right = ", tetapi tidak semuanya selalu begitu" },
	{ .document = 12,
		.title = "Dua belas",
		.speaker = "Narasumber Utama Sekali",
		.line = 110,
		.left = "",
		.match = "Mematuhi",
		.right = "aturan" },
};

static struct buf view(struct kwic_view v, const struct kwic_row *list, size_t n)
{
	struct buf out = BUF_INIT;

	kwic_view_write(&v, list, n, &out);
	return out;
}

/* Cells before WORD in its line. */
static size_t column_of(const char *text, const char *word)
{
	const char *p = strstr(text, word), *line = p;

	ck_assert_ptr_nonnull(p);
	while (line > text && line[-1] != '\n')
		line--;
	return utf8_cells(line, (size_t)(p - line));
}

START_TEST(keywords_stand_below_each_other)
{
	for (int width = 0; width <= 120; width += 40) {
		struct buf out = view((struct kwic_view){ width, false, false }, rows, 2);

		ck_assert_uint_eq(column_of(out.data, "patuh"), column_of(out.data, "Mematuhi"));
		buf_release(&out);
	}
}
END_TEST

START_TEST(no_line_is_wider_than_the_terminal)
{
	for (int width = 60; width <= 120; width++) {
		struct buf out = view((struct kwic_view){ width, false, false }, rows, 2);

		for (const char *p = out.data; *p != '\0';) {
			size_t len = strcspn(p, "\n");

			ck_assert_msg(utf8_cells(p, len) <= (size_t)width, "%d: %.*s", width,
				(int)len, p);
			p += len + 1;
		}
		buf_release(&out);
	}
}
END_TEST

START_TEST(without_a_width_nothing_is_cut)
{
	struct buf out = view((struct kwic_view){ 0, false, false }, rows, 2);

	ck_assert_ptr_nonnull(strstr(out.data,
		"Kata mereka kami semua sudah  patuh, tetapi tidak semuanya selalu begitu\n"));
	ck_assert_ptr_nonnull(strstr(out.data, "Mematuhi  aturan\n"));
	buf_release(&out);
}
END_TEST

START_TEST(headings_name_each_document_once)
{
	const struct kwic_row list[] = { rows[0], rows[0], rows[1] };
	struct buf out = view((struct kwic_view){ 80, false, true }, list, 3);

	ck_assert_int_eq(strncmp(out.data, "1  Satu\n", 8), 0);
	ck_assert_ptr_null(strstr(out.data + 8, "Satu"));
	ck_assert_ptr_nonnull(strstr(out.data, "\n\n12  Dua belas\n"));
	buf_release(&out);
}
END_TEST

START_TEST(only_the_keyword_is_coloured_and_no_escape_comes_from_texts)
{
	struct kwic_row bad = rows[0];
	struct buf out;

	bad.left = "a\033[2Jb";
	bad.match = "\033]0;x\apatuh";
	out = view((struct kwic_view){ 80, true, false }, &bad, 1);
	ck_assert_ptr_nonnull(strstr(out.data, "a[2Jb  \033[1;31m]0;xpatuh\033[0m, tetapi"));
	buf_release(&out);
}
END_TEST

START_TEST(a_cut_left_side_keeps_its_end)
{
	struct buf out = view((struct kwic_view){ 44, false, false }, rows, 1);

	ck_assert_ptr_nonnull(strstr(out.data, "\xe2\x80\xa6"));
	ck_assert_ptr_nonnull(strstr(out.data, "sudah  patuh"));
	buf_release(&out);
}
END_TEST

UNIT_MAIN("kwic_view", keywords_stand_below_each_other, no_line_is_wider_than_the_terminal,
	without_a_width_nothing_is_cut, headings_name_each_document_once,
	only_the_keyword_is_coloured_and_no_escape_comes_from_texts, a_cut_left_side_keeps_its_end)
