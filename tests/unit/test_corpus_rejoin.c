/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus_fixture.h"

#include "corpus/kinds.h"

/* Paragraphs of the text, parted by '|', line breaks as '/', one without a blank line above as '~'.
 */
static void paragraphs(const char *text, const char *expected)
{
	struct draft draft;
	struct diags d = DIAGS_INIT;
	struct buf out = BUF_INIT;

	draft_init(&draft);
	rejoin_lines(text, strlen(text), &draft, &d);
	draft_end(&draft);
	ck_assert(draft.plain);
	vec_each (const struct draft_para, p, &draft.paras) {
		if (out.len > 0)
			buf_addc(&out, p->tight ? '~' : '|');
		for (size_t i = p->start; i < p->end; i++)
			buf_addc(&out, draft.text.data[i] == '\n' ? '/' : draft.text.data[i]);
	}
	ck_assert_str_eq(out.data, expected);
	buf_release(&out);
	diags_release(&d);
	draft_release(&draft);
}

START_TEST(a_line_is_a_paragraph_where_lines_were_not_cut)
{
	paragraphs("Satu.\nDua.\n\nTiga.\n", "Satu.~Dua.|Tiga.");
	paragraphs("", "");
	paragraphs("\n\n  Satu  \n", "Satu");
	paragraphs("beras\ngula\nkopi\nteh\n", "beras~gula~kopi~teh");
}
END_TEST

START_TEST(a_block_is_a_paragraph_where_lines_were_cut)
{
	paragraphs("Kami sudah lama menunggu petugas datang\nke desa untuk menjelaskan program ini "
		   "dan\n"
		   "cara mendaftarnya.\n\nSampai hari ini belum ada yang datang dan\nkami tetap "
		   "menunggu.\n",
		"Kami sudah lama menunggu petugas datang/ke desa untuk menjelaskan program ini dan/"
		"cara mendaftarnya.|Sampai hari ini belum ada yang datang dan/kami tetap "
		"menunggu.");
}
END_TEST

START_TEST(lists_and_headings_stay_apart_in_cut_text)
{
	paragraphs("PENDAHULUAN\nKami sudah lama menunggu petugas datang\nke desa untuk "
		   "menjelaskan program ini dan\n"
		   "cara mendaftarnya, yaitu dengan syarat:\n- kartu tanda penduduk yang masih "
		   "berlaku\n"
		   "- kartu keluarga yang dikeluarkan oleh dinas\nkependudukan setempat.\n",
		"PENDAHULUAN~Kami sudah lama menunggu petugas datang/ke desa untuk menjelaskan "
		"program ini dan/"
		"cara mendaftarnya, yaitu dengan syarat:~- kartu tanda penduduk yang masih berlaku~"
		"- kartu keluarga yang dikeluarkan oleh dinas/kependudukan setempat.");
}
END_TEST

static const char *const spaced = "1. PENDAHULUAN\n\n"
				  "Kami sudah lama menunggu petugas datang ke\n\n"
				  "desa untuk menjelaskan program jaminan dan\n\n"
				  "cara mendaftarnya kepada semua warga yang\n\n"
				  "bekerja sebagai petani.\n\n"
				  "Sampai hari ini belum ada yang datang dan\n\n"
				  "kami semua tetap menunggu kabar dari kantor\n\n"
				  "cabang di kota.\n\n\n"
				  "Terakhir kami mendengar dari kepala desa\n\n"
				  "bahwa petugas akan datang bulan depan.\n";

START_TEST(lines_are_joined_over_blank_lines)
{
	struct fixture f = fixture_of(spaced);

	ck_assert_ptr_nonnull(fixture_diag(&f, "R005"));
	ck_assert_uint_eq(f.doc->paras.n, 4);
	ck_assert_uint_eq(f.doc->sentences.n, 4);
	ck_assert_int_eq(f.doc->paras.items[0].kind, PARA_HEADING);
	ck_assert_ptr_nonnull(strstr(f.doc->text, "datang ke\n\ndesa untuk"));
	fixture_release(&f);
}
END_TEST

START_TEST(a_dialogue_is_not_taken_for_cut_text)
{
	struct fixture f = fixture_of(
		"T: Apa?\n\nJ: Ya.\n\nT: Sudah berapa lama Ibu tinggal di desa ini?\n\n"
		"J: Sudah lama.\n\nT: Lalu?\n\nJ: begitu saja.\n\nT: Baik.\n\nJ: ya.\n\nT: Ya.\n");

	ck_assert_ptr_null(fixture_diag(&f, "R005"));
	ck_assert_uint_eq(f.doc->turns.n, 9);
	fixture_release(&f);
}
END_TEST

static void kind(const char *line, enum para_kind expected)
{
	ck_assert_msg(kinds_of_line(line, strlen(line)) == expected, "%s", line);
}

START_TEST(kinds_of_lines_are_guessed_with_care)
{
	kind("BAB I", PARA_HEADING);
	kind("BAB II TINJAUAN PUSTAKA", PARA_HEADING);
	kind("1.1 Latar Belakang", PARA_HEADING);
	kind("2. METODE PENELITIAN", PARA_HEADING);
	kind("IV. KESIMPULAN", PARA_HEADING);
	kind("### Temuan", PARA_HEADING);
	kind("Daftar Pustaka", PARA_HEADING);
	kind("Tabel 1. Data peserta", PARA_CAPTION);
	kind("Gambar 2 Alur Klaim", PARA_CAPTION);
	kind("Sumber: data diolah, 2024", PARA_CAPTION);
	kind("<sup>3</sup> Lihat halaman 4.", PARA_FOOTNOTE);
	kind("\u00b9Universitas Mawar", PARA_FOOTNOTE);
	kind("| a | b |", PARA_TABLE);
	kind("1\tMAWAR\t43,960", PARA_TABLE);
	kind("Tabel 2 menunjukkan bahwa iuran naik.", PARA_BODY);
	kind("1. Pembentukan pola kemitraan", PARA_BODY);
	kind("2019 adalah tahun yang sulit", PARA_BODY);
	kind("YA", PARA_BODY);
	kind("SAYA TIDAK TAHU.", PARA_BODY);
	kind("Babak baru dimulai", PARA_BODY);
	kind("", PARA_BODY);
}
END_TEST

START_TEST(references_end_at_the_next_heading)
{
	struct fixture f =
		fixture_of("Isi.\n\nDAFTAR PUSTAKA\n\nRina, S. 2020. Buku.\n\nTono. 2021. Buku.\n\n"
			   "LAMPIRAN\n\nIsi lagi.\n");

	ck_assert_int_eq(f.doc->paras.items[2].kind, PARA_REFERENCE);
	ck_assert_int_eq(f.doc->paras.items[3].kind, PARA_REFERENCE);
	ck_assert_int_eq(f.doc->paras.items[4].kind, PARA_HEADING);
	ck_assert_int_eq(f.doc->paras.items[5].kind, PARA_BODY);
	fixture_release(&f);
}
END_TEST

START_TEST(a_text_all_in_capitals_has_no_headings)
{
	struct fixture f = fixture_of(
		"SAYA SUDAH LAMA DI SINI\nYA BETUL SEKALI\nTIDAK ADA KENDALA\nSUDAH CUKUP\n");

	vec_each (const struct para, p, &f.doc->paras)
		ck_assert_int_eq(p->kind, PARA_BODY);
	fixture_release(&f);
}
END_TEST

START_TEST(the_reference_text_with_double_spacing_is_joined)
{
	const char *path = unit_shared("data/bpjs/004.txt");
	struct buf text = BUF_INIT;
	struct fixture f;
	struct err e = ERR_INIT;

	if (path == NULL)
		return;
	ck_assert_int_eq(file_read(path, 1 << 24, &text, &e), RC_OK);
	f = fixture_of(text.data);
	ck_assert_ptr_nonnull(fixture_diag(&f, "R005"));
	ck_assert_uint_lt(f.doc->paras.n, 150);
	fixture_release(&f);
	buf_release(&text);
}
END_TEST

UNIT_MAIN("rejoin", a_line_is_a_paragraph_where_lines_were_not_cut,
	a_block_is_a_paragraph_where_lines_were_cut, lists_and_headings_stay_apart_in_cut_text,
	lines_are_joined_over_blank_lines, a_dialogue_is_not_taken_for_cut_text,
	kinds_of_lines_are_guessed_with_care, references_end_at_the_next_heading,
	a_text_all_in_capitals_has_no_headings, the_reference_text_with_double_spacing_is_joined)
