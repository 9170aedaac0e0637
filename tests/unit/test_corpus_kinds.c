/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus_fixture.h"

/* One letter for each paragraph's kind: Body, Heading, Table, Caption, Footnote, Reference, Quote.
 */
static void kinds_are(const char *text, const char *expected)
{
	static const char letters[] = "BHTCFRQ";
	struct fixture f = fixture_of(text);
	struct buf got = BUF_INIT;

	ck_assert_int_eq(f.rc, RC_OK);
	vec_each (const struct para, p, &f.doc->paras)
		buf_addc(&got, letters[p->kind]);
	ck_assert_str_eq(got.data, expected);
	buf_release(&got);
	fixture_release(&f);
}

START_TEST(page_numbers_are_margins)
{
	kinds_are("Warga datang.\n\n12\n\nMereka duduk.\n\n13\n\nRapat dimulai.", "BFBFB");
	kinds_are("Warga datang.\n\n- 12 -\n\nMereka duduk.\n\nHalaman 13\n\nSelesai.", "BFBFB");
}
END_TEST

START_TEST(running_heads_beside_page_numbers_are_margins)
{
	kinds_are("P: Apa kabar?\n\nI: Baik.\n\nLampiran 3. Transkrip\n\n7\n\nP: Ada kendala?\n\n"
		  "I: Tidak.\n\nLampiran 3. Transkrip\n\n8\n\nP: Terima kasih.\n\nI: Sama-sama.",
		"BBFFBBFFBB");
	kinds_are("Warga datang.\n\nHujan turun.\n\n7\n\nMereka duduk.\n\nPanas lagi.\n\n8",
		"BBFBBF");
}
END_TEST

START_TEST(numbers_that_count_nothing_are_body)
{
	kinds_are("Berapa anaknya?\n\n3\n\nUmur berapa?\n\n41\n\nSudah sekolah?", "BBBBB");
	kinds_are("Daftar nilai\n\n3\n\n4\n\n5", "BBBB");
	kinds_are("Hanya satu.\n\n12\n\nSelesai.", "BBB");
}
END_TEST

START_TEST(letters_in_order_head_sections)
{
	kinds_are("A. Latar Belakang\n\nDesa ini di lereng gunung.\n\nB. Rumusan Masalah\n\n"
		  "Bagaimana peran kader?\n\nC. Tujuan\n\nMengetahui peran kader.",
		"HBHBHB");
	kinds_are("Ibu kota ialah\n\nA. Kota Satu\n\nB. Kota Dua\n\nC. Kota Tiga", "BBBB");
	kinds_are("A. Yani Street\n\nDi sana ramai.", "BB");
}
END_TEST

START_TEST(articles_of_laws_are_headings)
{
	kinds_are(
		"Pasal 1\n\nDesa adalah kesatuan masyarakat.\n\nPasal 2 mengatur hal lain.", "HBB");
}
END_TEST

UNIT_MAIN("corpus/kinds", page_numbers_are_margins, running_heads_beside_page_numbers_are_margins,
	numbers_that_count_nothing_are_body, letters_in_order_head_sections,
	articles_of_laws_are_headings)
