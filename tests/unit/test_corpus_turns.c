/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus_fixture.h"

#include "corpus/turns_words.h"

START_TEST(finds_labels_in_front_of_paragraphs)
{
	fixture_says(
		"Pembuka.\n\nT: Apa kabar?\n\nJ: Baik.\n\nSangat baik.\n\nT: Lalu?\n\nJ: Ya.\n",
		"-=Pembuka.|T=Apa kabar?|J=Baik.|J=Sangat baik.|T=Lalu?|J=Ya.");
}
END_TEST

START_TEST(finds_labels_in_front_of_lines)
{
	fixture_says("T: Apa kabar?\nJ: Baik.\nT: Lalu?\nJ: Ya.\n",
		"T=Apa kabar?|J=Baik.|T=Lalu?|J=Ya.");
}
END_TEST

/* One block cut at one width: labels stand in the middle of it. */
START_TEST(splits_hard_wrapped_blocks_at_labels)
{
	struct fixture f =
		fixture_of("Pewawancara: Sejak kapan Ibu berjualan di pasar ini, dan apakah\n"
			   "sudah pernah mendengar tentang program jaminan sosial untuk\n"
			   "pedagang kecil seperti Ibu?\n"
			   "Narasumber: Sudah lama sekali, mungkin sepuluh tahun. Kalau soal\n"
			   "program itu saya pernah dengar dari tetangga saya, tetapi belum\n"
			   "pernah ikut.\n"
			   "Pewawancara: Mengapa belum pernah ikut, Bu, apakah ada kendala\n"
			   "tertentu di sini?\n"
			   "Narasumber: Belum ada waktu saja.\n");

	ck_assert_uint_eq(f.doc->paras.n, 4);
	ck_assert_uint_eq(f.doc->turns.n, 4);
	ck_assert_uint_eq(f.doc->sentences.n, 5);
	ck_assert_int_eq(fixture_label(&f, "Pewawancara")->role, ROLE_INTERVIEWER);
	fixture_release(&f);
}
END_TEST

START_TEST(knows_the_styles_of_labels)
{
	fixture_says("**T:** Apa?\n**J:** Ya.\n**T:** Lalu?\n**J:** Sudah.",
		"T=Apa?|J=Ya.|T=Lalu?|J=Sudah.");
	fixture_says("Bu Sari : Apa?\nPak Budi : Ya.\nBu Sari : Lalu?\nPak Budi : Sudah.",
		"Bu Sari=Apa?|Pak Budi=Ya.|Bu Sari=Lalu?|Pak Budi=Sudah.");
	fixture_says(
		"Narasumber 1: Ya.\nNarasumber 2: Tidak.\nNarasumber 1: Oh.\nNarasumber 2: Begitu.",
		"Narasumber 1=Ya.|Narasumber 2=Tidak.|Narasumber 1=Oh.|Narasumber 2=Begitu.");
	fixture_says("Interviewer \u2013 Why?\nInformant \u2013 Because.\nInterviewer \u2013 "
		     "So?\nInformant \u2013 Yes.",
		"Interviewer=Why?|Informant=Because.|Interviewer=So?|Informant=Yes.");
	fixture_says("Mira B. Reda, Psy.D: Hi.\nV K\u00f6rber: Ho.\nMira B. Reda, Psy.D: So.\nV "
		     "K\u00f6rber: No.",
		"Mira B. Reda, Psy.D=Hi.|V K\u00f6rber=Ho.|Mira B. Reda, Psy.D=So.|V "
		"K\u00f6rber=No.");
	fixture_says("Rina Sari  0:21\nHalo semua.\n\nTono Adi  1:02:03\nHalo Rina.\nKabar "
		     "baik.\n\nRina Sari  2:22\nSiap.",
		"Rina Sari=Halo semua.|Tono Adi=Halo Rina.|Tono Adi=Kabar baik.|Rina Sari=Siap.");
}
END_TEST

static void times(const char *text, int64_t first, int64_t second)
{
	struct fixture f = fixture_of(text);

	ck_assert_uint_ge(f.doc->paras.n, 2);
	ck_assert_int_eq(f.doc->paras.items[0].ms, first);
	ck_assert_int_eq(f.doc->paras.items[1].ms, second);
	ck_assert_uint_eq(f.doc->labels.n, 2);
	ck_assert_int_ne(f.doc->text[f.doc->paras.items[0].start], '[');
	fixture_release(&f);
}

START_TEST(times_beside_labels_belong_to_the_paragraph)
{
	times("[00:12:03] A1: Ya.\n[00:12:05] B1: Oh.\n[00:13:00] A1: Ya.\n[00:14:00] B1: Oh.",
		723000, 725000);
	times("Ani (00:12): Ya.\nBeni (00:15): Oh.\nAni (01:00): Ya.\nBeni (02:00): Oh.", 12000,
		15000);
	times("Ani: [01:46] Ya.\nBeni: Oh.\nAni: [01:50] Ya.\nBeni: Oh.", 106000, -1);
	times("[Ani 00:00:52] Ya.\n[Beni 00:01:00] Oh.\n[Ani 00:02:00] Ya.\n[Beni 00:03:00] Oh.",
		52000, 60000);
	times("[00:02 - 01:02]\nAni: Ya.\n[01:02 - 01:04]\nBeni: Oh.\nAni: Ya.\nBeni: Oh.", 2000,
		62000);
	times("Ani  0:02\nYa, betul.\nBeni  0:05.250\nOh, begitu.\nAni  0:07\nYa, ya.\n", 2000,
		5250);
}
END_TEST

START_TEST(a_colon_in_ordinary_text_is_no_speaker)
{
	fixture_says("Catatan: satu.\nCatatan: dua.\nSumber: http://contoh.id\nSumber: "
		     "buku.\nPukul 10:30 kami mulai.\nPukul 11:30 selesai.",
		"-=Catatan: satu.|-=Catatan: dua.|-=Sumber: http://contoh.id|-=Sumber: "
		"buku.|-=Pukul 10:30 kami mulai.|-=Pukul 11:30 selesai.");
	fixture_says("Kami menemui hal berikut: satu.\nKami menemui hal berikut: dua.",
		"-=Kami menemui hal berikut: satu.|-=Kami menemui hal berikut: dua.");
	fixture_says("http://contoh.id/a\nhttp://contoh.id/b\nftp: tidak\nftp: ada",
		"-=http://contoh.id/a|-=http://contoh.id/b|-=ftp: tidak|-=ftp: ada");
	fixture_says("Alasannya: mahal.\nAlasannya: jauh.\nIya :) begitu\nIya :) begini",
		"-=Alasannya: mahal.|-=Alasannya: jauh.|-=Iya :) begitu|-=Iya :) begini");
}
END_TEST

START_TEST(a_name_is_no_speaker_unless_seen_twice_or_declared)
{
	struct speaker_hint hint = { "bu WATI", "Wati Ningsih", "I7", ROLE_INFORMANT };
	const char *text = "T: Apa?\nJ: Ya.\nBu Wati: Saya juga.\nT: Lalu?\nJ: Sudah.";
	struct fixture f = fixture_of(text);

	ck_assert_ptr_null(fixture_label(&f, "Bu Wati"));
	ck_assert_ptr_nonnull(fixture_diag(&f, "R103"));
	fixture_release(&f);
	f = fixture_with(text, METHOD_INTERVIEW, &hint, 1);
	ck_assert_ptr_nonnull(fixture_label(&f, "Bu Wati"));
	ck_assert_str_eq(fixture_label(&f, "Bu Wati")->name, "Wati Ningsih");
	ck_assert_str_eq(fixture_label(&f, "Bu Wati")->code, "I7");
	ck_assert(fixture_label(&f, "Bu Wati")->sure);
	ck_assert_ptr_null(fixture_diag(&f, "R103"));
	fixture_release(&f);
}
END_TEST

START_TEST(the_head_of_a_transcript_names_nobody)
{
	struct fixture f = fixture_of(
		"TRANSKRIP WAWANCARA\nNama: Bu Sari\nUsia: 45 tahun\nTanggal: 3 Mei 2024\n"
		"Informan: Bu Sari\nPewawancara: Rina\n\nPewawancara: Selamat pagi, Bu.\n"
		"Informan: Pagi.\nPewawancara: Sehat?\nInforman: Alhamdulillah.\n");

	ck_assert_uint_eq(f.doc->labels.n, 2);
	ck_assert_uint_eq(fixture_label(&f, "Informan")->turns, 2);
	ck_assert_uint_eq(fixture_label(&f, "Pewawancara")->turns, 2);
	fixture_release(&f);
	fixture_says("Nama: Budi\nUsia: 40\nAlamat: Desa Mawar\n\nSaya petani.",
		"-=Nama: Budi|-=Usia: 40|-=Alamat: Desa Mawar|-=Saya petani.");
}
END_TEST

START_TEST(headings_belong_to_nobody_and_end_a_turn)
{
	fixture_says("T: Apa?\nJ: Ya.\n\nBAB II\n\nTeks lain.\n\nT: Lalu?\nJ: Sudah.",
		"T=Apa?|J=Ya.|-=BAB II|-=Teks lain.|T=Lalu?|J=Sudah.");
}
END_TEST

START_TEST(labelled_text_is_always_body)
{
	struct fixture f = fixture_of("T: SUDAH BAYAR\nJ: SUDAH LAMA\nT: Kapan?\nJ: Dulu.");

	vec_each (const struct para, p, &f.doc->paras)
		ck_assert_int_eq(p->kind, PARA_BODY);
	fixture_release(&f);
}
END_TEST

START_TEST(neighbouring_paragraphs_of_one_speaker_are_one_turn)
{
	struct fixture f =
		fixture_of("Ani: Satu.\nAni: Dua.\nBeni: Tiga.\nAni: Empat.\nBeni: Lima.");

	ck_assert_uint_eq(f.doc->paras.n, 5);
	ck_assert_uint_eq(f.doc->turns.n, 4);
	ck_assert_uint_eq(fixture_label(&f, "Ani")->turns, 2);
	fixture_release(&f);
}
END_TEST

/* ---- roles ---- */

static void roles(const char *text, enum method method, const char *expected)
{
	struct fixture f = fixture_with(text, method, NULL, 0);
	struct buf out = BUF_INIT;

	vec_each (const struct label, l, &f.doc->labels)
		buf_printf(&out, "%s%s:%s%s", out.len > 0 ? " " : "", l->text, role_names[l->role],
			l->sure ? "" : "?");
	ck_assert_str_eq(out.data, expected);
	buf_release(&out);
	fixture_release(&f);
}

START_TEST(words_set_the_role)
{
	roles("Pewawancara: A?\nNarasumber: B.\nPewawancara: C?\nNarasumber: D.", METHOD_INTERVIEW,
		"Pewawancara:interviewer Narasumber:informant");
	roles("PENELITI: A.\nInforman-02: B?\nPENELITI: C.\nInforman-02: D?", METHOD_INTERVIEW,
		"PENELITI:interviewer Informan-02:informant");
	roles("Moderator: A?\nPeserta 1: B.\nSemua: Ya!\nModerator: C?\nPeserta 1: D.\nNotulen: "
	      "E.\nNotulen: F.",
		METHOD_FGD,
		"Moderator:interviewer Peserta 1:informant Semua:informant Notulen:other");
}
END_TEST

START_TEST(pairs_of_letters_decide_by_questions_and_beginning)
{
	roles("P: Apa?\nI: Ya.\nP: Lalu?\nI: Sudah.", METHOD_INTERVIEW,
		"P:interviewer I:informant");
	roles("I: Apa?\nP: Ya.\nI: Lalu?\nP: Sudah.", METHOD_INTERVIEW,
		"I:interviewer P:informant");
	roles("Q: Why?\nA: So.\nQ: And?\nA: Yes.", METHOD_INTERVIEW, "Q:interviewer A:informant");
	roles("I: Apa?\nR: Ya.\nI: Lalu?\nR: Sudah.", METHOD_INTERVIEW,
		"I:interviewer R:informant");
	roles("P: Apa?\nN1: Ya.\nP: Lalu?\nN2: Sudah.\nP: Oh?\nN1: Ya.\nN2: Ya.", METHOD_INTERVIEW,
		"P:interviewer N1:informant N2:informant");
}
END_TEST

START_TEST(a_pair_whose_tests_disagree_is_unsure)
{
	struct fixture f =
		fixture_of("I: Selamat pagi.\nP: Apa kabar?\nI: Baik.\nP: Sudah lama?\nI: Ya.");
	const struct diag *g = fixture_diag(&f, "R102");

	ck_assert(!fixture_label(&f, "I")->sure && !fixture_label(&f, "P")->sure);
	ck_assert_int_eq(fixture_label(&f, "P")->role, ROLE_INFORMANT);
	ck_assert_ptr_nonnull(g);
	ck_assert_int_eq(g->level, DIAG_WARNING);
	ck_assert_str_eq(g->hint, "--speaker \"I=NAMA:informant\"");
	ck_assert_str_eq(g[1].hint, "--speaker \"P=NAMA:interviewer\"");
	fixture_release(&f);
}
END_TEST

START_TEST(a_lone_letter_never_becomes_the_interviewer)
{
	roles("I: Apa?\nBu Sari: Ya.\nI: Lalu?\nBu Sari: Sudah.", METHOD_INTERVIEW,
		"I:informant? Bu Sari:informant?");
	roles("P: Apa?\nX: Ya.\nP: Lalu?\nX: Sudah.", METHOD_INTERVIEW,
		"P:informant? X:informant?");
	roles("P1: Apa?\nP2: Ya.\nP1: Lalu?\nP2: Sudah.", METHOD_INTERVIEW,
		"P1:informant? P2:informant?");
}
END_TEST

START_TEST(numbered_letters_are_participants_of_a_group_discussion)
{
	roles("M: Apa?\nP1: Ya.\nP2: Tidak?\nM: Lalu?\nP1: Ya.\nP2: Oh?", METHOD_FGD,
		"M:informant? P1:informant P2:informant");
}
END_TEST

START_TEST(what_is_declared_wins)
{
	struct speaker_hint hints[] = {
		{ "p", "Rina", NULL, ROLE_INFORMANT },
		{ "Pewawancara", NULL, NULL, ROLE_OTHER },
		{ "I", "Sari", "I1", -1 },
	};
	struct fixture f = fixture_with(
		"P: Apa?\nI: Ya.\nP: Lalu?\nI: Sudah.\nPewawancara: Hm.\nPewawancara: Oh.",
		METHOD_INTERVIEW, hints, 3);

	ck_assert_int_eq(fixture_label(&f, "P")->role, ROLE_INFORMANT);
	ck_assert(fixture_label(&f, "P")->sure);
	ck_assert_int_eq(fixture_label(&f, "Pewawancara")->role, ROLE_OTHER);
	ck_assert_str_eq(fixture_label(&f, "I")->code, "I1");
	ck_assert(!fixture_label(&f, "I")->sure);
	fixture_release(&f);
}
END_TEST

START_TEST(groups_and_unknown_voices_are_known_by_one_word)
{
	struct fixture f = fixture_of(
		"T: Apa?\nJ: Ya.\nSemua: Setuju!\nT: Lalu?\nJ: Sudah.\nTidak dikenal: Oh.");

	ck_assert_int_eq(fixture_label(&f, "Semua")->kind, SPEAKER_GROUP);
	ck_assert(fixture_label(&f, "Semua")->sure);
	ck_assert_int_eq(fixture_label(&f, "Tidak dikenal")->kind, SPEAKER_UNKNOWN);
	fixture_release(&f);
}
END_TEST

START_TEST(numbered_speakers_may_speak_once)
{
	roles("Moderator: Siap?\nP1: Ya.\nModerator: Lalu?\nP2: Tidak.\nP3: Oh.", METHOD_FGD,
		"Moderator:interviewer P1:informant P2:informant P3:informant");
	roles("Q1: Apa?\nA1: Ya.\nQ2: Lalu?\nA2: Sudah.", METHOD_INTERVIEW,
		"Q1:interviewer A1:informant Q2:interviewer A2:informant");
	roles("A1: butir satu.\nA2: butir dua.\nTahap 1: awal.\nTahap 2: akhir.", METHOD_DOCUMENT,
		"");
}
END_TEST

START_TEST(a_name_and_its_short_form_are_one_speaker)
{
	struct fixture f =
		fixture_of("Kiki (K): Apa?\nSari (S): Ya.\nK: Lalu?\nS: Sudah.\nK: Baik.");

	ck_assert_uint_eq(f.doc->labels.n, 2);
	ck_assert_str_eq(fixture_label(&f, "K")->name, "Kiki");
	ck_assert_uint_eq(fixture_label(&f, "K")->turns, 3);
	ck_assert_str_eq(fixture_label(&f, "S")->name, "Sari");
	fixture_release(&f);
}
END_TEST

START_TEST(names_alone_on_a_line_speak_below)
{
	fixture_says("Rina Sari\nHalo, apa kabar di sana?\n\nTono Adi\nBaik saja.\n\nRina "
		     "Sari\nSyukurlah kalau "
		     "begitu.\n\nTono Adi\nYa, terima kasih.\n\nRina Sari\nKita mulai.\n\nTono "
		     "Adi\nSilakan, Mbak.\n",
		"Rina Sari=Halo, apa kabar di sana?|Tono Adi=Baik saja.|Rina Sari=Syukurlah kalau "
		"begitu.|Tono Adi=Ya, terima kasih.|Rina Sari=Kita mulai.|Tono Adi=Silakan, Mbak.");
}
END_TEST

/* ---- labels that the format knows ---- */

START_TEST(labels_of_the_format_are_written_into_the_text)
{
	static const char *const lines[][2] = { { "Pertanyaan", "Apa?" }, { "Jawaban", "Ya." },
		{ "Jawaban", "Sudah." }, { "Pertanyaan", "Oh?" } };
	struct draft draft;
	struct fixture f = { NULL, DIAGS_INIT, ERR_INIT, RC_OK };

	draft_init(&draft);
	for (size_t i = 0; i < 4; i++) {
		draft_para(&draft, PARA_BODY)->tight = true;
		draft_label(&draft, lines[i][0], strlen(lines[i][0]));
		draft_text(&draft, lines[i][1], strlen(lines[i][1]));
	}
	ck_assert_int_eq(
		document_build(&draft, METHOD_INTERVIEW, NULL, 0, &f.doc, &f.d, &f.e), RC_OK);
	draft_release(&draft);
	ck_assert_str_eq(f.doc->text, "Pertanyaan: Apa?\nJawaban: Ya.\nSudah.\nPertanyaan: Oh?");
	ck_assert_uint_eq(f.doc->turns.n, 3);
	ck_assert(f.doc->labels.items[0].in_text);
	ck_assert_int_eq(f.doc->labels.items[0].role, ROLE_INTERVIEWER);
	ck_assert_uint_eq(f.doc->paras.items[0].start, strlen("Pertanyaan: "));
	fixture_release(&f);
}
END_TEST

START_TEST(tables_of_words_are_sorted)
{
	ck_assert(turns_words_sorted());
}
END_TEST

START_TEST(a_name_beside_a_known_interviewer_who_asks_is_an_informant)
{
	struct fixture f = fixture_of("Peneliti: Sejak kapan ikut?\nBu Imas: Sejak tahun lalu.\n"
				      "Peneliti: Siapa yang mengajak?\nBu Imas: Kader.\n");

	ck_assert(fixture_label(&f, "Bu Imas")->sure);
	ck_assert_int_eq(fixture_label(&f, "Bu Imas")->role, ROLE_INFORMANT);
	fixture_release(&f);
	/* Who asks as much as the interviewer may be a second one. */
	f = fixture_of(
		"Peneliti: Sejak kapan ikut?\nRani: Mengapa ikut?\nPeneliti: Siapa yang mengajak?\n"
		"Rani: Berapa iurannya?\n");
	ck_assert(!fixture_label(&f, "Rani")->sure);
	fixture_release(&f);
}
END_TEST

UNIT_MAIN("turns", a_name_beside_a_known_interviewer_who_asks_is_an_informant,
	finds_labels_in_front_of_paragraphs, finds_labels_in_front_of_lines,
	splits_hard_wrapped_blocks_at_labels, knows_the_styles_of_labels,
	times_beside_labels_belong_to_the_paragraph, a_colon_in_ordinary_text_is_no_speaker,
	a_name_is_no_speaker_unless_seen_twice_or_declared, the_head_of_a_transcript_names_nobody,
	headings_belong_to_nobody_and_end_a_turn, labelled_text_is_always_body,
	neighbouring_paragraphs_of_one_speaker_are_one_turn, words_set_the_role,
	pairs_of_letters_decide_by_questions_and_beginning, a_pair_whose_tests_disagree_is_unsure,
	a_lone_letter_never_becomes_the_interviewer,
	numbered_letters_are_participants_of_a_group_discussion, what_is_declared_wins,
	groups_and_unknown_voices_are_known_by_one_word, numbered_speakers_may_speak_once,
	a_name_and_its_short_form_are_one_speaker, names_alone_on_a_line_speak_below,
	labels_of_the_format_are_written_into_the_text, tables_of_words_are_sorted)
