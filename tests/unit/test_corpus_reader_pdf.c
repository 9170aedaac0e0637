/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/reader.h"

#include <string.h>

#include "pdf_make.h"
#include "reader_test.h"
#include "unit.h"

#ifdef HAVE_POPPLER
#define NO_POPPLER false
#else
#define NO_POPPLER true
#endif

/* 60 characters of Courier 10 fill the width from 72 to 432. */
#define LEFT 72
#define STEP 12
#define WIDE 60

static void read_made(struct reading *r, struct pdf_make *m)
{
	struct buf file = BUF_INIT;

	pdf_make_end(m, &file);
	reading_bytes(r, &reader_pdf, file.data, file.len);
	if (r->rc != RC_OK)
		fprintf(stderr, "# %s\n", r->err.msg);
	buf_release(&file);
}

/* Text as a program breaks it into lines of so many characters; gives the next y. */
static double flow(struct pdf_make *m, double x, double y, double size, size_t width,
	const char *font, const char *text)
{
	char line[256];

	while (*text != '\0') {
		size_t n = strlen(text);

		if (n > width)
			for (n = width; n > 0 && text[n] != ' '; n--)
				;
		memcpy(line, text, n);
		line[n] = '\0';
		pdf_make_text(m, x, y, size, font, line);
		text += n + (text[n] == ' ');
		y += size * 1.2;
	}
	return y;
}

static const char ask[] = "P: Sejak kapan pompa air di desa ini rusak dan siapa yang pertama kali "
			  "melaporkannya kepada pengurus?";
static const char answer[] =
	"Bu Sari: Sudah tiga bulan pompanya rusak. Warga terpaksa mengambil air dari sungai di "
	"seberang jalan besar itu. Kami sudah melapor kepada kepala dusun, tetapi sampai sekarang "
	"belum ada orang yang datang memeriksa.";

START_TEST(joins_lines_to_paragraphs)
{
	struct pdf_make m = { .title = "Wawancara Bu Sari" };
	struct reading r;
	double y;

	if (NO_POPPLER)
		return;
	pdf_make_page(&m);
	y = flow(&m, LEFT, 80, 10, WIDE, "F", ask);
	y = flow(&m, LEFT, y, 10, WIDE, "F", answer);
	y = flow(&m, LEFT, y, 10, WIDE, "F", "P: Baik.");
	flow(&m, LEFT, y, 10, WIDE, "F", "Bu Sari: Begitulah.");
	read_made(&r, &m);
	ck_assert_int_eq(r.rc, RC_OK);
	expect_count(&r, 4);
	expect_para(&r, 0, PARA_BODY, NULL, ask);
	expect_para(&r, 1, PARA_BODY, NULL, answer);
	expect_para(&r, 2, PARA_BODY, NULL, "P: Baik.");
	expect_para(&r, 3, PARA_BODY, NULL, "Bu Sari: Begitulah.");
	ck_assert_pstr_eq(r.draft.title, "Wawancara Bu Sari");
	ck_assert_uint_eq(r.diags.list.n, 0);
	reading_end(&r);
}
END_TEST

START_TEST(tells_headings_and_bold_starts)
{
	struct pdf_make m = { .n = 0 };
	struct reading r;

	if (NO_POPPLER)
		return;
	pdf_make_page(&m);
	pdf_make_text(&m, LEFT, 60, 16, "B", "Air bersih di Desa Contoh");
	pdf_make_text(&m, LEFT, 100, 10, "B", "P:");
	pdf_make_text(&m, LEFT + 18, 100, 10, "F", "Apa kabar?");
	flow(&m, LEFT, 130, 10, WIDE, "F", answer);
	read_made(&r, &m);
	expect_count(&r, 3);
	expect_para(&r, 0, PARA_HEADING, NULL, "Air bersih di Desa Contoh");
	expect_para(&r, 1, PARA_BODY, NULL, "P: Apa kabar?");
	ck_assert_uint_eq(r.draft.paras.items[1].bold, 2);
	expect_para(&r, 2, PARA_BODY, NULL, answer);
	reading_end(&r);
}
END_TEST

/* The same words, in lines as they stand. */
static void lines(struct pdf_make *m, double x, double y, const char *const *text)
{
	for (; *text != NULL; text++, y += STEP)
		pdf_make_text(m, x, y, 10, "F", *text);
}

START_TEST(joins_words_that_a_line_end_divides_and_keeps_reduplications)
{
	static const char *const text[] = { "Warga desa itu menyampaikan keluhan kepada peme-",
		"rintah desa lewat rapat. Di rapat itu anak-",
		"anaknya ikut duduk, dan orang saling tolong-",
		"menolong memperbaiki mesin buatan 2019-", "2020 itu. Di sana ada nilai\xad",
		"nilai lama.", NULL };
	struct pdf_make m = { .n = 0 };
	struct reading r;

	if (NO_POPPLER)
		return;
	pdf_make_page(&m);
	lines(&m, LEFT, 80, text);
	read_made(&r, &m);
	ck_assert_int_eq(r.rc, RC_OK);
	ck_assert_ptr_nonnull(strstr(r.draft.text.data, "kepada pemerintah desa"));
	ck_assert_ptr_nonnull(strstr(r.draft.text.data, "anak-anaknya ikut"));
	ck_assert_ptr_nonnull(strstr(r.draft.text.data, "tolong-menolong memperbaiki"));
	ck_assert_ptr_nonnull(strstr(r.draft.text.data, "2019-2020 itu"));
	reading_end(&r);
}
END_TEST

START_TEST(leaves_out_running_heads_and_page_numbers_and_says_so)
{
	struct pdf_make m = { .n = 0 };
	struct reading r;
	char number[16];

	if (NO_POPPLER)
		return;
	for (int i = 0; i < 3; i++) {
		pdf_make_page(&m);
		pdf_make_text(&m, LEFT, 40, 9, "F", "Penelitian Air Bersih 2024");
		flow(&m, LEFT, 80, 10, WIDE, "F", i == 1 ? answer : ask);
		snprintf(number, sizeof number, "- %d -", i + 11);
		pdf_make_text(&m, 280, 800, 10, "F", number);
	}
	read_made(&r, &m);
	expect_count(&r, 3);
	expect_para(&r, 0, PARA_BODY, NULL, ask);
	expect_para(&r, 1, PARA_BODY, NULL, answer);
	expect_para(&r, 2, PARA_BODY, NULL, ask);
	ck_assert_uint_eq(r.diags.list.n, 1);
	ck_assert_str_eq(r.diags.list.items[0].id, "R030");
	ck_assert_ptr_nonnull(strstr(r.diags.list.items[0].text, "6 ('Penelitian Air Bersih 2024', "
								 "page numbers)"));
	reading_end(&r);
}
END_TEST

START_TEST(keeps_text_that_merely_stands_first_on_a_page)
{
	struct pdf_make m = { .n = 0 };
	struct reading r;

	if (NO_POPPLER)
		return;
	for (int i = 0; i < 2; i++) {
		pdf_make_page(&m);
		pdf_make_text(&m, LEFT, 80, 10, "F", "P: Lalu bagaimana?");
		flow(&m, LEFT, 92, 10, WIDE, "F", i == 0 ? answer : "Bu Sari: 2019.");
	}
	read_made(&r, &m);
	expect_count(&r, 4);
	expect_para(&r, 2, PARA_BODY, NULL, "P: Lalu bagaimana?");
	ck_assert_uint_eq(r.diags.list.n, 0);
	reading_end(&r);
}
END_TEST

START_TEST(goes_on_over_the_end_of_a_page)
{
	static const char *const first[] = { "Bu Sari: Kami sudah melapor kepada kepala dusun itu,",
		"tetapi sampai sekarang belum ada orang yang mau datang", NULL };
	static const char *const second[] = { "memeriksa pompanya, jadi kami urunan sendiri saja.",
		"P: Berapa urunannya?", NULL };
	struct pdf_make m = { .n = 0 };
	struct reading r;

	if (NO_POPPLER)
		return;
	pdf_make_page(&m);
	lines(&m, LEFT, 700, first);
	pdf_make_page(&m);
	lines(&m, LEFT, 80, second);
	read_made(&r, &m);
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, NULL,
		"Bu Sari: Kami sudah melapor kepada kepala dusun itu, tetapi sampai sekarang belum "
		"ada orang yang mau datang memeriksa pompanya, jadi kami urunan sendiri saja.");
	reading_end(&r);
}
END_TEST

START_TEST(reads_two_columns_one_behind_the_other)
{
	struct pdf_make m = { .n = 0 };
	struct reading r;
	double y;

	if (NO_POPPLER)
		return;
	pdf_make_page(&m);
	pdf_make_text(&m, 150, 50, 16, "B", "Air bersih di Desa Contoh");
	y = flow(&m, 60, 100, 10, 36, "F", answer);
	flow(&m, 60, y, 10, 36, "F", answer);
	y = flow(&m, 310, 100, 10, 36, "F", ask);
	flow(&m, 310, y, 10, 36, "F", answer);
	read_made(&r, &m);
	expect_count(&r, 5);
	expect_para(&r, 0, PARA_HEADING, NULL, "Air bersih di Desa Contoh");
	expect_para(&r, 1, PARA_BODY, NULL, answer);
	expect_para(&r, 2, PARA_BODY, NULL, answer);
	expect_para(&r, 3, PARA_BODY, NULL, ask);
	expect_para(&r, 4, PARA_BODY, NULL, answer);
	reading_end(&r);
}
END_TEST

START_TEST(takes_speakers_that_stand_beside_the_text)
{
	struct pdf_make m = { .n = 0 };
	struct reading r;
	double y = 80;

	if (NO_POPPLER)
		return;
	pdf_make_page(&m);
	for (int i = 0; i < 3; i++) {
		pdf_make_text(&m, LEFT, y, 10, "F", "Peneliti");
		y = flow(&m, 150, y, 10, 50, "F", ask + 3) + 4;
		pdf_make_text(&m, LEFT, y, 10, "F", "Informan");
		y = flow(&m, 150, y, 10, 50, "F", answer + 9) + 4;
	}
	read_made(&r, &m);
	expect_count(&r, 6);
	for (size_t i = 0; i < 6; i += 2) {
		expect_para(&r, i, PARA_BODY, "Peneliti", ask + 3);
		expect_para(&r, i + 1, PARA_BODY, "Informan", answer + 9);
	}
	reading_end(&r);
}
END_TEST

START_TEST(puts_footnotes_behind_the_text)
{
	struct pdf_make m = { .n = 0 };
	struct reading r;
	double y;

	if (NO_POPPLER)
		return;
	pdf_make_page(&m);
	y = flow(&m, LEFT, 80, 10, WIDE, "F", ask);
	pdf_make_text(&m, LEFT, y, 10, "F", "Bu Sari: Pengurus BUMDes");
	pdf_make_text(&m, LEFT + 144, y - 4, 6, "F", "1");
	pdf_make_text(&m, LEFT + 150, y, 10, "F", "yang melapor.");
	pdf_make_text(&m, LEFT, 700, 5, "F", "1");
	flow(&m, LEFT + 6, 703, 8, 70, "F",
		"Badan Usaha Milik Desa, yaitu usaha yang dimiliki oleh desa dan diurus oleh "
		"warganya sendiri.");
	read_made(&r, &m);
	expect_count(&r, 3);
	expect_para(&r, 0, PARA_BODY, NULL, ask);
	expect_para(&r, 1, PARA_BODY, NULL, "Bu Sari: Pengurus BUMDes yang melapor.");
	expect_para(&r, 2, PARA_FOOTNOTE, NULL,
		"Badan Usaha Milik Desa, yaitu usaha yang dimiliki oleh desa dan diurus oleh "
		"warganya sendiri.");
	reading_end(&r);
}
END_TEST

START_TEST(says_that_a_file_is_scanned)
{
	struct pdf_make m = { .images = true }, mixed = { .images = true }, empty = { .n = 0 };
	struct reading r;

	if (NO_POPPLER)
		return;
	pdf_make_page(&m);
	read_made(&r, &m);
	expect_refused(&r, "scanned");
	expect_refused(&r, "ocrmypdf");
	reading_end(&r);
	for (int i = 0; i < 3; i++)
		pdf_make_page(&mixed);
	pdf_make_text(&mixed, LEFT, 80, 10, "F", "P: Ini halaman ketiga.");
	read_made(&r, &mixed);
	expect_count(&r, 1);
	ck_assert(reading_has(&r, "R031"));
	ck_assert_ptr_nonnull(strstr(r.diags.list.items[0].text, ": 1, 2"));
	reading_end(&r);
	pdf_make_page(&empty);
	read_made(&r, &empty);
	expect_refused(&r, "holds no text");
	reading_end(&r);
}
END_TEST

static void read_file(struct reading *r, const char *name)
{
	struct buf data = BUF_INIT;
	struct err e = ERR_INIT;

	ck_assert_int_eq(file_read(unit_srcdir(name), 1 << 20, &data, &e), RC_OK);
	reading_bytes(r, &reader_pdf, data.data, data.len);
	buf_release(&data);
}

START_TEST(reads_what_needs_no_password_and_refuses_what_does)
{
	struct reading r;

	if (NO_POPPLER)
		return;
	read_file(&r, "tests/unit/data/owner-password.pdf");
	ck_assert_int_eq(r.rc, RC_OK);
	expect_para(&r, 0, PARA_BODY, NULL, "P: Sejak kapan pompa air di desa ini rusak?");
	reading_end(&r);
	read_file(&r, "tests/unit/data/user-password.pdf");
	expect_refused(&r, "password");
	reading_end(&r);
}
END_TEST

START_TEST(a_build_without_poppler_says_what_to_install)
{
	struct reading r;

	if (!NO_POPPLER)
		return;
	reading_of(&r, &reader_pdf, "%PDF-1.4\n");
	expect_refused(&r, "libpoppler-glib-dev");
	reading_end(&r);
}
END_TEST

UNIT_MAIN("corpus_reader_pdf", joins_lines_to_paragraphs, tells_headings_and_bold_starts,
	joins_words_that_a_line_end_divides_and_keeps_reduplications,
	leaves_out_running_heads_and_page_numbers_and_says_so,
	keeps_text_that_merely_stands_first_on_a_page, goes_on_over_the_end_of_a_page,
	reads_two_columns_one_behind_the_other, takes_speakers_that_stand_beside_the_text,
	puts_footnotes_behind_the_text, says_that_a_file_is_scanned,
	reads_what_needs_no_password_and_refuses_what_does,
	a_build_without_poppler_says_what_to_install)
