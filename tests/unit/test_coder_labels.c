/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of labelled sentences. */
#include "tests/unit/coder_help.h"

#include "base/utf8.h"
#include "coder/selftest.h"

static const char book[] = "codebook t language id\n"
			   "code A { keywords { iuran } rule r { when \"dua kata\" } }\n";

/* The sentences as "TEXT|CODE:RULE|kind" lines, behind them the errors as "line id". */
static char *labels_of(const char *text, enum rc *rc)
{
	static const char *const kinds[] = { "hit", "miss", "todo-hit", "todo-miss" };
	struct codebook *cb = coder_book(book);
	struct selftest_labels l;
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct buf out = BUF_INIT;

	buf_adds(&out, "");
	*rc = selftest_labels_read(&l, "k.tsv", text, strlen(text), cb, &d, &e);
	vec_each (const struct selftest_label, label, &l.list)
		buf_printf(&out, "%s|%s%s%s|%s\n", label->test.text, label->code->key,
			label->rule != NULL ? ":" : "", label->rule != NULL ? label->rule->key : "",
			kinds[label->test.kind]);
	vec_each (const struct diag, g, &d.list) {
		ck_assert_str_eq(g->at.file, "k.tsv");
		ck_assert(utf8_valid(g->text, strlen(g->text), NULL));
		buf_printf(&out, "%u %s\n", g->at.line, g->id);
	}
	selftest_labels_release(&l);
	diags_release(&d);
	codebook_free(cb);
	return buf_detach(&out);
}

static void check(const char *text, const char *wanted, enum rc wanted_rc)
{
	enum rc rc;
	char *got = labels_of(text, &rc);

	ck_assert_str_eq(got, wanted);
	ck_assert_int_eq(rc, wanted_rc);
	free(got);
}

START_TEST(a_line_is_a_text_a_code_and_what_is_expected)
{
	check("Iuran "
	      "naik.\tA\thit\nSatu.\tA:r\tmiss\r\nDua.\tt.A:iuran\ttodo-hit\nTiga.\ta\ttodo-miss",
		"Iuran naik.|A|hit\nSatu.|A:r|miss\nDua.|A:iuran|todo-hit\nTiga.|A|todo-miss\n",
		RC_OK);
}
END_TEST

START_TEST(heads_comments_and_empty_lines_are_passed_over)
{
	check("text\tcode\tlabel\n\n# catatan\tA\thit\nSatu.\tA\thit\n", "Satu.|A|hit\n", RC_OK);
	check("", "", RC_INPUT); /* nothing to test */
	/* a head is the first line only */
	check("Satu.\tA\thit\ntext\tcode\tlabel\n", "Satu.|A|hit\n2 E101\n", RC_INPUT);
}
END_TEST

START_TEST(escapes_make_dialogues)
{
	check("T: Apa?\\nJ: Iuran.\\tYa \\\\n \\x\tA\thit\n",
		"T: Apa?\nJ: Iuran.\tYa \\n \\x|A|hit\n", RC_OK);
}
END_TEST

START_TEST(every_wrong_line_is_told)
{
	check("satu kolom\nIuran.\tA\tya\nIuran.\tB\thit\nIuran.\tA:tidak-ada\thit\n"
	      "Iuran.\tA\thit\tlagi\nIuran.\tA\thit\n",
		"Iuran.|A|hit\n1 E101\n2 E101\n3 E101\n4 E101\n5 E101\n", RC_INPUT);
}
END_TEST

START_TEST(a_long_piece_is_cut_between_letters)
{
	struct buf text = BUF_INIT;

	buf_adds(&text, "x");
	for (int i = 0; i < 40; i++)
		buf_adds(&text, "é");
	check(text.data, "1 E101\n", RC_INPUT);
	buf_release(&text);
}
END_TEST

UNIT_MAIN("coder labels", a_line_is_a_text_a_code_and_what_is_expected,
	heads_comments_and_empty_lines_are_passed_over, escapes_make_dialogues,
	every_wrong_line_is_told, a_long_piece_is_cut_between_letters)
