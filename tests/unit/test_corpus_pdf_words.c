/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF files that were made or damaged to do harm. */
#include "corpus/pdf_words.h"

#include <stdlib.h>
#include <string.h>

#include "pdf_make.h"
#include "reader_test.h"
#include "unit.h"

#ifdef HAVE_POPPLER
#define NO_POPPLER false
#else
#define NO_POPPLER true
#endif

static const struct child_limits small = {
	.memory = (size_t)200 << 20, .cpu = 2, .wall = 10, .output = 1 << 20
};

static enum rc words_of(const struct buf *file, const struct child_limits *l, struct err *e)
{
	struct pdf_words words = PDF_WORDS_INIT;
	enum rc rc = pdf_words_read(file->data, file->len, l, &words, e);

	pdf_words_release(&words);
	return rc;
}

/* Ten drawings that each draw the next one ten times; inner: what the last one draws. */
static void make_nest(struct buf *out, const char *inner, int levels)
{
	buf_adds(out, "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
		      "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
		      "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
		      "/Contents 4 0 R /Resources << /XObject << /X 10 0 R >> >> >>\nendobj\n"
		      "4 0 obj\n<< /Length 5 >>\nstream\n/X Do\nendstream\nendobj\n"
		      "5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>\nendobj\n");
	for (int i = 0; i < levels; i++) {
		struct buf draw = BUF_INIT;

		for (int k = 0; k < 10 && i < levels - 1; k++)
			buf_adds(&draw, "1 0 0 1 1 1 cm /X Do ");
		buf_adds(&draw, i == levels - 1 ? inner : "");
		buf_printf(out,
			"%d 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 999 999] "
			"/Resources << /Font << /F 5 0 R >> /XObject << /X %d 0 R >> >> "
			"/Length %zu >>\nstream\n%s\nendstream\nendobj\n",
			10 + i, 11 + i, draw.len, draw.data);
		buf_release(&draw);
	}
	buf_adds(out, "trailer\n<< /Root 1 0 R >>\n%%EOF\n");
}

START_TEST(a_bomb_is_stopped_and_said)
{
	static const char word[] = "BT /F 9 Tf (abcdefghij klmnopqrst) Tj ET";
	struct err e = ERR_INIT;
	struct buf file = BUF_INIT, calm = BUF_INIT;

	if (NO_POPPLER)
		return;
	make_nest(&calm, word, 2);
	ck_assert_int_eq(words_of(&calm, &small, &e), RC_OK);
	make_nest(&file, "q Q", 12); /* time */
	ck_assert_int_eq(words_of(&file, &small, &e), RC_INPUT);
	ck_assert_msg(strstr(e.msg, "within 2 seconds") != NULL, "%s", e.msg);
	buf_reset(&file);
	make_nest(&file, word, 12); /* memory or time, whichever is used up first */
	ck_assert_int_eq(words_of(&file, &small, &e), RC_INPUT);
	ck_assert_msg(strstr(e.msg, "could not be read") != NULL, "%s", e.msg);
	buf_release(&file);
	buf_release(&calm);
}
END_TEST

START_TEST(too_much_text_is_refused)
{
	struct child_limits tiny = small;
	struct pdf_make m = { .n = 0 };
	struct err e = ERR_INIT;
	struct buf file = BUF_INIT;

	if (NO_POPPLER)
		return;
	pdf_make_page(&m);
	for (int i = 0; i < 60; i++)
		pdf_make_text(&m, 72, 20 + i * 12, 10, "F", "satu dua tiga empat lima enam");
	pdf_make_end(&m, &file);
	tiny.output = 2000;
	ck_assert_int_eq(words_of(&file, &tiny, &e), RC_INPUT);
	ck_assert_ptr_nonnull(strstr(e.msg, "too much text"));
	buf_release(&file);
}
END_TEST

START_TEST(deep_and_endless_structures_are_survived)
{
	static const char cycle[] =
		"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type "
		"/Pages /Kids [2 0 R 2 0 R] /Count 2000000000 >>\nendobj\ntrailer\n<< /Root 1 0 R "
		">>\n%%EOF\n";
	struct buf deep = BUF_INIT;
	struct reading r;

	if (NO_POPPLER)
		return;
	buf_adds(&deep, "%PDF-1.4\n1 0 obj\n");
	for (int i = 0; i < 200000; i++)
		buf_adds(&deep, i % 2 ? "[" : "<< /A ");
	reading_bytes(&r, &reader_pdf, deep.data, deep.len);
	expect_refused(&r, "PDF");
	reading_end(&r);
	reading_of(&r, &reader_pdf, cycle);
	expect_refused(&r, "PDF");
	reading_end(&r);
	buf_release(&deep);
}
END_TEST

/* Whatever comes out, it is text or a refusal. */
static void survives(const char *p, size_t len)
{
	struct reading r;

	reading_bytes(&r, &reader_pdf, p, len);
	ck_assert(r.rc == RC_OK || r.rc == RC_INPUT);
	ck_assert_int_eq(r.rc == RC_OK, r.err.msg[0] == '\0');
	reading_end(&r);
}

START_TEST(survives_truncated_and_changed_files)
{
	struct pdf_make m = { .n = 0 };
	struct buf file = BUF_INIT, copy = BUF_INIT;

	if (NO_POPPLER)
		return;
	pdf_make_page(&m);
	pdf_make_text(&m, 72, 80, 10, "F", "P: Sejak kapan pompa air rusak?");
	pdf_make_page(&m);
	pdf_make_text(&m, 72, 80, 10, "F", "J: Sudah tiga bulan.");
	pdf_make_end(&m, &file);
	for (size_t len = 0; len < file.len; len += 97)
		survives(file.data, len);
	srand(3);
	for (int i = 0; i < 60; i++) {
		buf_reset(&copy);
		buf_add(&copy, file.data, file.len);
		for (int k = 0; k < 1 + i / 4; k++)
			copy.data[(size_t)rand() % copy.len] = (char)rand();
		survives(copy.data, copy.len);
	}
	buf_release(&file);
	buf_release(&copy);
}
END_TEST

START_TEST(what_the_child_sends_is_not_trusted)
{
	static const char *const wrong[] = { "", "W",
		"WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "P\0\0\0\xff\xff\xff\xff",
		"E\0\0\0\0\0\0\0\x09\0\0" };

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct pdf_words words = PDF_WORDS_INIT;
		enum pdf_trouble trouble = PDF_FINE;

		ck_assert(!pdf_receive(wrong[i],
			i < 3	 ? strlen(wrong[i])
			: i == 3 ? 8
				 : 11,
			&words, &trouble));
		ck_assert_int_eq(trouble, PDF_DAMAGED);
		pdf_words_release(&words);
	}
}
END_TEST

UNIT_MAIN("corpus_pdf_words", a_bomb_is_stopped_and_said, too_much_text_is_refused,
	deep_and_endless_structures_are_survived, survives_truncated_and_changed_files,
	what_the_child_sends_is_not_trusted)
