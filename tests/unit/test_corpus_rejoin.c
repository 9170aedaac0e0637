/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus_fixture.h"

#include "corpus/kinds.h"

/* Paragraphs of the text, parted by '|', line breaks as '/', one without a blank line above as '~'.
 */
static void paragraphs_of(const char *text, enum rejoin mode, const char *expected)
{
	struct reader_options options = { .rejoin = mode };
	struct draft draft;
	struct diags d = DIAGS_INIT;
	struct buf out = BUF_INIT;

	draft_init(&draft);
	draft.options = &options;
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

static void paragraphs(const char *text, const char *expected)
{
	paragraphs_of(text, REJOIN_AUTO, expected);
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
		"Kami sudah lama menunggu petugas datang ke desa untuk menjelaskan program ini dan "
		"cara mendaftarnya.|Sampai hari ini belum ada yang datang dan kami tetap "
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
		"PENDAHULUAN~Kami sudah lama menunggu petugas datang ke desa untuk menjelaskan "
		"program ini dan "
		"cara mendaftarnya, yaitu dengan syarat:~- kartu tanda penduduk yang masih berlaku~"
		"- kartu keluarga yang dikeluarkan oleh dinas kependudukan setempat.");
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
	ck_assert_ptr_nonnull(strstr(f.doc->text, "datang ke desa untuk"));
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

/* ---- hyphens ---- */

/* A text cut at about 50 characters, the two lines in the middle of it. */
static void joins(const char *above, const char *below, const char *expected)
{
	struct buf text = BUF_INIT;
	struct fixture f;

	buf_printf(&text,
		"Kami sudah lama menunggu petugas datang dari kota\n"
		"untuk menjelaskan program ini kepada semua warga.\n"
		"Kerja sama antara suami dan istri sangat penting.\n"
		"Matahari terbit, kata orang, dan tidak terbenam di\n"
		"desa kami selama pascapanen itu dan sampai dengan %s\n"
		"%s dan seterusnya sampai kami semua pulang.\n",
		above, below);
	f = fixture_of(text.data);
	ck_assert_msg(strstr(f.doc->text, expected) != NULL, "%s: %s", expected, f.doc->text);
	ck_assert_ptr_nonnull(fixture_diag(&f, "R007"));
	buf_release(&text);
	fixture_release(&f);
}

START_TEST(divided_words_are_joined)
{
	joins("kebi-", "jakan", " dengan kebijakan dan seterusnya");
	joins("ber-", "sama-sama", " dengan bersama-sama dan");
	joins("non-", "formal", " dengan nonformal dan");
	joins("pasca-", "panen", " dengan pascapanen dan");
	joins("mata-", "hari", " dengan matahari dan");
	joins("Dukuh-", "empok", " dengan Dukuhempok dan");
}
END_TEST

START_TEST(hyphens_that_belong_to_a_word_stay)
{
	joins("anak-", "anak", " dengan anak-anak dan");
	joins("anak-", "anaknya", " dengan anak-anaknya dan");
	joins("rata-", "rata", " dengan rata-rata dan");
	joins("Undang-", "Undang", " dengan Undang-Undang dan");
	joins("berlari-", "larian", " dengan berlari-larian dan");
	joins("sebaik-", "baiknya", " dengan sebaik-baiknya dan");
	joins("tolong-", "menolong", " dengan tolong-menolong dan");
	joins("non-", "Islam", " dengan non-Islam dan");
	joins("BPJS-", "nya", " dengan BPJS-nya dan");
	joins("e-", "mail", " dengan e-mail dan");
	joins("ya-itu-di-", "sana", " dengan ya-itu-di-sana dan");
	joins("2019-", "2020", " dengan 2019-2020 dan");
	joins("self-", "employed", " dengan self-employed dan");
	joins("http://a.id/x-", "y", " dengan http://a.id/x-y dan");
	joins("suami-", "istri", " dengan suami-istri dan");
	joins("selesai -", "lalu", " dengan selesai - lalu dan");
}
END_TEST

/* ---- ends of pages ---- */

#define LONG "Program ini dijalankan oleh pemerintah desa bersama dengan kader posyandu setempat."
#define OPEN "Kader kemudian mendatangi rumah warga satu per satu untuk memenuhi kebutuhan"

START_TEST(a_sentence_goes_on_behind_footnotes)
{
	struct fixture f =
		fixture_of(LONG "\n\n" LONG "\n\n" LONG "\n\n" OPEN "\n\n"
				"---\n\n<sup>1</sup> Rina, Buku Desa, 2018.\n\n"
				"tenaga kerja dan keluarga mereka di desa.\n\n" LONG "\n");

	ck_assert_ptr_nonnull(fixture_diag(&f, "R009"));
	ck_assert_ptr_nonnull(strstr(f.doc->text,
		"kebutuhan tenaga kerja dan keluarga mereka di desa.\n\n---\n\n<sup>1</sup> Rina"));
	fixture_release(&f);
}
END_TEST

START_TEST(page_numbers_and_running_heads_come_behind_the_sentence)
{
	struct buf text = BUF_INIT;
	struct fixture f;
	size_t margins = 0;

	for (int i = 1; i <= 4; i++)
		buf_printf(&text,
			LONG "\n\n" LONG "\n\n" LONG "\n\n" LONG "\n\n" LONG "\n\n" LONG "\n\n" LONG
			     "\n\n" LONG "\n\nKelompok %c. " OPEN
			     "\n\n%d\n\n\fJurnal Desa Vol. 3 | %d\n\ntenaga kerja itu.\n\n",
			'A' + i, i, i + 1);
	f = fixture_of(text.data);
	vec_each (const struct para, p, &f.doc->paras)
		margins += p->kind == PARA_FOOTNOTE;
	ck_assert_uint_eq(margins, 8);
	ck_assert_ptr_nonnull(strstr(f.doc->text,
		"kebutuhan tenaga kerja itu.\n\n3\n\nJurnal Desa Vol. 3 | 4\n\nProgram"));
	fixture_release(&f);
	buf_release(&text);
}
END_TEST

START_TEST(numbered_answers_are_no_pages)
{
	paragraphs("1\nsaya suka\n2\nsaya tidak suka\n3\nbiasa saja\n4\nya begitu\n",
		"1~saya suka~2~saya tidak suka~3~biasa saja~4~ya begitu");
}
END_TEST

/* ---- what is left alone ---- */

static void stays(const char *text)
{
	struct buf expected = BUF_INIT;
	struct fixture f = fixture_of(text);

	vec_each (const struct diag, g, &f.d.list)
		ck_assert_msg(strcmp(g->id, "R005") != 0 &&
				      (g->id[0] != 'R' || g->id[1] != '0' || g->id[3] < '7' ||
					      strcmp(g->id, "R010") == 0),
			"%s", g->text);
	for (const char *p = text; *p != '\0'; p++)
		buf_addc(&expected, *p);
	while (expected.len > 0 && expected.data[expected.len - 1] == '\n')
		expected.data[--expected.len] = '\0';
	ck_assert_str_eq(f.doc->text, expected.data);
	buf_release(&expected);
	fixture_release(&f);
}

START_TEST(verse_lists_turns_and_tables_stay)
{
	stays("Aku ingin mencintaimu dengan kata\nyang belum sempat diucapkan hujan\n"
	      "kepada tanah yang lama menunggu\nsampai musim berganti lagi\n\n"
	      "Aku ingin pulang ke rumah ibu\ndengan langkah yang ringan sekali\n"
	      "membawa sekantong beras baru\ndan cerita tentang hari ini\n");
	stays("Barang yang dibawa ke lokasi penelitian:\nalat perekam suara\nbuku catatan "
	      "lapangan\nsurat izin dari kelurahan\nkartu tanda penduduk\nobat-obatan pribadi\n");
	stays("jadi waktu itu saya datang ke kantor desa sendirian saja tanpa suami\n"
	      "terus petugasnya bilang harus bawa kartu keluarga dulu baru bisa\n"
	      "saya pulang lagi ambil kartu keluarga naik ojek bolak balik\n"
	      "besoknya saya datang lagi ternyata kantornya tutup karena libur\n\n"
	      "iya sama saya juga begitu waktu pertama kali mau daftar itu\n"
	      "petugasnya tidak ada di tempat katanya sedang rapat di kecamatan\n");
	stays("P: Apa?\nN: ya\nP: Sudah berapa lama Ibu tinggal di desa ini bersama keluarga?\n"
	      "N: sudah lama\nP: Lalu bagaimana?\nN: begitu saja, tidak ada yang istimewa\n");
	stays("Nama      Umur      Pekerjaan dan tempat tinggal\n"
	      "Sari      45        petani di dusun Mawar atas\n"
	      "Budi      40        nelayan di dusun Melati bawah\n"
	      "Tono      38        buruh di pasar kecamatan lama\n");
	stays("1\tMAWAR\t43\n2\tMELATI\t33\n3\tKENANGA\t26\n");
	stays("ya. terus saya pulang\nsaya masak dulu\nanak saya dua. semuanya sekolah, yang "
	      "besar sudah kelas enam\nsuami saya di sawah\nya begitu saja tiap hari\n");
}
END_TEST

START_TEST(no_leaves_every_line_as_it_is)
{
	const char *text = "Kami sudah lama menunggu petugas datang\nke desa untuk menjelaskan "
			   "program ini dan\ncara mendaftarnya.\n";

	paragraphs_of(text, REJOIN_NO,
		"Kami sudah lama menunggu petugas datang~ke desa untuk menjelaskan program ini "
		"dan~cara mendaftarnya.");
}
END_TEST

START_TEST(yes_joins_what_auto_leaves)
{
	paragraphs_of("Aku ingin mencintaimu dengan kata\nyang belum sempat diucapkan hujan\n"
		      "kepada tanah yang lama menunggu\n\nAku pulang ke rumah.\n",
		REJOIN_YES,
		"Aku ingin mencintaimu dengan kata yang belum sempat diucapkan hujan kepada tanah "
		"yang lama menunggu|Aku pulang ke rumah.");
}
END_TEST

START_TEST(lines_with_labels_keep_their_line_break)
{
	struct fixture f =
		fixture_of("Pewawancara: Sejak kapan Ibu berjualan di pasar ini, dan apakah kebi-\n"
			   "jakan baru itu sudah pernah terdengar di antara para pedagang?\n"
			   "Narasumber: Sudah lama sekali. Kalau soal program itu saya pernah\n"
			   "dengar dari tetangga saya, tetapi belum pernah ikut juga.\n"
			   "Pewawancara: Mengapa belum pernah ikut, Bu, apakah ada kendala\n"
			   "tertentu di sini?\n"
			   "Narasumber: Belum ada waktu saja.\n");
	char *speech = fixture_speech(&f);

	ck_assert_ptr_nonnull(strstr(speech, "apakah kebijakan baru itu sudah pernah terdengar di "
					     "antara para pedagang?|Narasumber=Sudah lama"));
	ck_assert_uint_eq(f.doc->turns.n, 4);
	free(speech);
	fixture_release(&f);
}
END_TEST

/* ---- Markdown ---- */

static void markup(const char *text, const char *expected)
{
	struct buf out = BUF_INIT;
	struct diags d = DIAGS_INIT;
	bool joined = rejoin_markup(text, strlen(text), REJOIN_AUTO, &out, &d);

	ck_assert_int_eq(joined, expected != NULL);
	if (joined)
		ck_assert_str_eq(out.data + strspn(out.data, "\n"), expected);
	buf_release(&out);
	diags_release(&d);
}

START_TEST(markdown_keeps_its_marks)
{
	markup("# Judul\n\nKami sudah lama menunggu petugas datang ke\ndesa untuk menjelaskan "
	       "program ini dan cara\nmendaftarnya kepada warga. Belum ada kebi-\njakan yang "
	       "jelas.\n\n> kutipan\n\n```\nkode satu dan dua dan tiga dan empat dan\nlima\n```\n",
		"# Judul\n\nKami sudah lama menunggu petugas datang ke desa untuk menjelaskan "
		"program ini dan cara mendaftarnya kepada warga. Belum ada kebijakan yang "
		"jelas.\n\n> kutipan\n\n```\nkode satu dan dua dan tiga dan empat dan\nlima\n```");
	markup("Kami sudah lama menunggu petugas datang ke\ndesa untuk menjelaskan program ini dan "
	       "cara\nmendaftarnya.\nSampai hari ini belum ada yang datang lagi dan\nkami tetap "
	       "menunggu.\n",
		"Kami sudah lama menunggu petugas datang ke desa untuk menjelaskan program ini dan "
		"cara mendaftarnya.\n\nSampai hari ini belum ada yang datang lagi dan kami tetap "
		"menunggu.");
	markup("**T:** Apa?\n\n**J:** Ya.\n", NULL);
	markup("", NULL);
}
END_TEST

/* ---- nothing is lost ---- */

/* Letters, digits and marks in their order of bytes, without white space and hyphens. */
static void count_bytes(const char *p, size_t len, size_t counts[256])
{
	memset(counts, 0, 256 * sizeof *counts);
	for (size_t i = 0; i < len; i++)
		if (strchr(" \n\t\f-", p[i]) == NULL)
			counts[(unsigned char)p[i]]++;
}

static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16;
}

START_TEST(joining_loses_no_letter)
{
	static const char *const pieces[] = { "kebi-", "jakan ", "anak-", "anak", "\n", "\n",
		"\n\n", "P: ", "\f", "12\n", "- ", " ", "Kata ", "panjang sekali ", ". ", "---\n",
		"<sup>1</sup> ", "dan ", "1. ", "petugas datang ke desa ", "\t", "BAB I\n" };
	size_t before[256], after[256];
	unsigned seed = 7;

	for (int round = 0; round < 600; round++) {
		struct buf text = BUF_INIT;
		struct reader_options options = { .rejoin = (enum rejoin)(round % 3) };
		struct draft draft;
		struct diags d = DIAGS_INIT;

		for (unsigned i = next_random(&seed) % 300; i > 0; i--)
			buf_adds(&text,
				pieces[next_random(&seed) % (sizeof pieces / sizeof *pieces)]);
		draft_init(&draft);
		draft.options = &options;
		rejoin_lines(text.len > 0 ? text.data : "", text.len, &draft, &d);
		draft_end(&draft);
		count_bytes(text.data, text.len, before);
		count_bytes(draft.text.data, draft.text.len, after);
		ck_assert_msg(memcmp(before, after, sizeof before) == 0, "round %d: %s", round,
			text.data);
		draft_release(&draft);
		diags_release(&d);
		buf_release(&text);
	}
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
	kind("**Tabel 1.1** Data peserta", PARA_BODY);
	kind("**Tabel 1.1 Data Peserta Aktif**", PARA_CAPTION);
	kind("**Tabel 1.1**", PARA_CAPTION);
	kind("*Sumber: data diolah, 2024*", PARA_CAPTION);
	kind("**Tabel itu penting.**", PARA_BODY);
	kind("**Rina:** Ya.", PARA_BODY);
	kind("> Saya belum pernah dengar.", PARA_QUOTE);
	kind(">:(", PARA_BODY);
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
	a_text_all_in_capitals_has_no_headings, the_reference_text_with_double_spacing_is_joined,
	divided_words_are_joined, hyphens_that_belong_to_a_word_stay,
	a_sentence_goes_on_behind_footnotes,
	page_numbers_and_running_heads_come_behind_the_sentence, numbered_answers_are_no_pages,
	verse_lists_turns_and_tables_stay, no_leaves_every_line_as_it_is,
	yes_joins_what_auto_leaves, lines_with_labels_keep_their_line_break,
	markdown_keeps_its_marks, joining_loses_no_letter)
