/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels as people write them: several speakers, legends, minutes, times; and what is none. */
#include "corpus_fixture.h"

#include "corpus/turns_joint.h"
#include "corpus/turns_label.h"

static void nobody_speaks(const char *text)
{
	struct fixture f = fixture_of(text);

	ck_assert_msg(f.doc->labels.n == 0, "'%s' speaks in: %s",
		f.doc->labels.n > 0 ? f.doc->labels.items[0].text : "", text);
	fixture_release(&f);
}

/* ---- several together ---- */

START_TEST(joint_labels_are_groups_of_their_own)
{
	struct fixture f = fixture_of("SN: Kami mulai dari mana?\nMR: Dari awal.\nSN: Baik.\n"
				      "MR: Ya.\nSN dan MR: Setuju!\nSN/MR: Iya.\nSN & MR: Ayo.\n");

	ck_assert_uint_eq(f.doc->labels.n, 5);
	ck_assert_int_eq(fixture_label(&f, "SN dan MR")->kind, SPEAKER_GROUP);
	ck_assert_int_eq(fixture_label(&f, "SN/MR")->kind, SPEAKER_GROUP);
	ck_assert_int_eq(fixture_label(&f, "SN & MR")->kind, SPEAKER_GROUP);
	ck_assert(fixture_label(&f, "SN & MR")->sure);
	ck_assert_int_eq(fixture_label(&f, "SN")->kind, SPEAKER_PERSON);
	ck_assert_uint_eq(fixture_label(&f, "SN")->turns, 2);
	fixture_release(&f);
}
END_TEST

START_TEST(parts_of_a_joint_label_may_be_short_names)
{
	struct fixture f = fixture_of(
		"Moderator 1: Apa kabar?\nModerator 2: Semua hadir?\nBu Sari: Hadir.\n"
		"Pak Budi: Ya.\nModerator 1 dan Moderator 2: Terima kasih.\nSari/Budi: Sama.\n"
		"Bu Sari: Lalu?\nPak Budi: Ya.\n");

	ck_assert_int_eq(fixture_label(&f, "Sari/Budi")->kind, SPEAKER_GROUP);
	ck_assert_int_eq(fixture_label(&f, "Sari/Budi")->role, ROLE_INFORMANT);
	ck_assert_int_eq(fixture_label(&f, "Moderator 1 dan Moderator 2")->role, ROLE_INTERVIEWER);
	fixture_release(&f);
}
END_TEST

START_TEST(unknown_pairs_are_text)
{
	struct fixture f =
		fixture_of("P: Apa?\nN: Ya.\nP: Lalu?\nN: Sudah.\nRina dan Tono: dua nama.\n");

	ck_assert_ptr_null(fixture_label(&f, "Rina dan Tono"));
	fixture_release(&f);
}
END_TEST

static size_t parts(const char *label)
{
	struct joint_part p[JOINT_MAX];

	return turns_joint_parts(label, strlen(label), p);
}

START_TEST(parts_are_cut_at_words_and_marks)
{
	ck_assert_uint_eq(parts("SN dan MR"), 2);
	ck_assert_uint_eq(parts("Sari, Budi, dan Tono"), 3);
	ck_assert_uint_eq(parts("Sari, Budi dan Tono"), 3);
	ck_assert_uint_eq(parts("P&I"), 2);
	ck_assert_uint_eq(parts("Dandan"), 0);
	ck_assert_uint_eq(parts("Andi"), 0);
	ck_assert_uint_eq(parts("/"), 0);
	ck_assert_uint_eq(parts("A/"), 0);
	ck_assert_uint_eq(parts("/A"), 0);
	ck_assert_uint_eq(parts("a/b/c/d/e/f/g/h/i"), 0);
	ck_assert_uint_eq(parts(""), 0);
}
END_TEST

START_TEST(brackets_tell_a_group)
{
	struct fixture f = fixture_of(
		"Moderator: Setuju?\nPeserta (serentak): Setuju!\nPeserta 1: Saya ikut.\n"
		"Semua: Iya.\nModerator: Baik.\nPeserta 1: Ya.\nAll: Yes.\nSemua peserta: Siap.\n");

	ck_assert_int_eq(fixture_label(&f, "Peserta (serentak)")->kind, SPEAKER_GROUP);
	ck_assert_int_eq(fixture_label(&f, "Semua")->kind, SPEAKER_GROUP);
	ck_assert_int_eq(fixture_label(&f, "All")->kind, SPEAKER_GROUP);
	ck_assert_int_eq(fixture_label(&f, "Semua peserta")->kind, SPEAKER_GROUP);
	ck_assert_int_eq(fixture_label(&f, "Peserta 1")->kind, SPEAKER_PERSON);
	fixture_release(&f);
}
END_TEST

/* ---- legends ---- */

static void legend(const char *head, const char *label, enum role role, const char *name)
{
	struct buf text = BUF_INIT;
	struct fixture f;
	const struct label *l;

	buf_printf(&text,
		"TRANSKRIP\n%s\n\nP: Sejak kapan ikut?\nI1: Sejak dulu, Mbak? Ya?\nP: Oh.\n"
		"I2: Saya baru.\nI1: Begitu.\nI2: Ya.\n",
		head);
	f = fixture_of(text.data);
	l = fixture_label(&f, label);
	ck_assert_msg(fixture_diag(&f, "R104") != NULL, "no legend: %s", head);
	ck_assert_ptr_nonnull(l);
	ck_assert_msg(l->role == role, "%s: %s", head, role_names[l->role]);
	ck_assert(l->sure);
	ck_assert_pstr_eq(l->name, name);
	ck_assert_uint_eq(l->turns, 2);
	ck_assert_uint_eq(f.doc->labels.n, 3);
	buf_release(&text);
	fixture_release(&f);
}

START_TEST(legends_declare_roles_and_names)
{
	legend("P = Peneliti, I1 = Informan 1, I2 = Informan 2", "P", ROLE_INTERVIEWER, NULL);
	legend("P = Peneliti, I1 = Informan 1, I2 = Informan 2", "I2", ROLE_INFORMANT, NULL);
	legend("Keterangan: P: Pewawancara; I1: Sari (kader); I2: Budi", "I1", ROLE_INFORMANT,
		"Sari");
	legend("Keterangan:\nP : Pewawancara (Rina)\nI1 : Sari (kader, 45 tahun)\nI2 : Budi", "P",
		ROLE_INTERVIEWER, "Rina");
	legend("P : Pewawancara\nI1 : Informan (Sari)\nI2 : Informan (Budi)", "I2", ROLE_INFORMANT,
		"Budi");
	legend("P: Rina Ayu (peneliti), I1: Sari, I2: Budi", "P", ROLE_INTERVIEWER, "Rina Ayu");
	legend("P: Rina Ayu (peneliti), I1: Sari, I2: Budi", "I1", ROLE_INFORMANT, "Sari");
}
END_TEST

START_TEST(what_the_user_says_goes_before_the_legend)
{
	struct speaker_hint hint = { "P", "Rina", NULL, ROLE_OTHER };
	struct speaker_hint named = { "P", "Rina", NULL, -1 };
	const char *text = "P = Peneliti, I = Informan\n\nP: Apa?\nI: Ya.\nP: Oh?\nI: Ya.\n";
	struct fixture f = fixture_with(text, METHOD_INTERVIEW, &hint, 1);

	ck_assert_int_eq(fixture_label(&f, "P")->role, ROLE_OTHER);
	fixture_release(&f);
	f = fixture_with(text, METHOD_INTERVIEW, &named, 1);
	ck_assert_int_eq(fixture_label(&f, "P")->role, ROLE_INTERVIEWER);
	ck_assert_str_eq(fixture_label(&f, "P")->name, "Rina");
	fixture_release(&f);
}
END_TEST

START_TEST(a_legend_that_nobody_uses_is_text)
{
	struct fixture f =
		fixture_of("X = Panjang, Y = Lebar\n\nP: Apa?\nN: Ya.\nP: Lalu?\nN: Sudah.\n");

	ck_assert_ptr_null(fixture_diag(&f, "R104"));
	ck_assert_uint_eq(f.doc->labels.n, 2);
	fixture_release(&f);
}
END_TEST

START_TEST(answers_are_no_legend)
{
	fixture_says("P: Nama\nI: Sari Dewi\nP: Umur\nI: Empat Lima\nP: Terima kasih\nI: Ya",
		"P=Nama|I=Sari Dewi|P=Umur|I=Empat Lima|P=Terima kasih|I=Ya");
	fixture_says("T: Halo\nJ: Halo\nT: Sudah makan?\nJ: Sudah.",
		"T=Halo|J=Halo|T=Sudah makan?|J=Sudah.");
}
END_TEST

/* ---- styles ---- */

START_TEST(minutes_number_their_speakers)
{
	fixture_says("1. Ketua: Saya buka.\n2. Bu Ani: Terima kasih.\n3. Ketua: Silakan.\n"
		     "4. Bu Ani: Saya setuju.",
		"Ketua=Saya buka.|Bu Ani=Terima kasih.|Ketua=Silakan.|Bu Ani=Saya setuju.");
	fixture_says("1) Bu Ani \u2013 Setuju.\n2) Pak Budi \u2013 Tidak.\n3) Bu Ani \u2013 "
		     "Mengapa?\n4) Pak Budi \u2013 Mahal.",
		"Bu Ani=Setuju.|Pak Budi=Tidak.|Bu Ani=Mengapa?|Pak Budi=Mahal.");
}
END_TEST

START_TEST(letters_in_brackets_and_before_tabs_speak)
{
	const char *expected = "P=Sejak kapan?|I=Sejak dulu.|P=Kenapa?|I=Diajak.";

	fixture_says("(P) Sejak kapan?\n(I) Sejak dulu.\n(P) Kenapa?\n(I) Diajak.", expected);
	fixture_says("P\tSejak kapan?\nI\tSejak dulu.\nP\tKenapa?\nI\tDiajak.", expected);
	fixture_says("P\t: Sejak kapan?\nI\t: Sejak dulu.\nP\t: Kenapa?\nI\t: Diajak.", expected);
	fixture_says("P :\tSejak kapan?\nI :\tSejak dulu.\nP :\tKenapa?\nI :\tDiajak.", expected);
	fixture_says("P:\n\nSejak kapan?\n\nI:\n\nSejak dulu.\n\nP:\n\nKenapa?\n\nI:\n\nDiajak.\n",
		expected);
}
END_TEST

START_TEST(titles_belong_to_a_name)
{
	fixture_says(
		"Bpk. H. Ahmad S.Sos.: Silakan.\nHj. Siti, M.Pd.: Terima kasih.\nBpk. H. Ahmad "
		"S.Sos.: Ya?\nHj. Siti, M.Pd.: Baik.",
		"Bpk. H. Ahmad S.Sos.=Silakan.|Hj. Siti, M.Pd.=Terima kasih.|Bpk. H. Ahmad "
		"S.Sos.=Ya?|Hj. Siti, M.Pd.=Baik.");
	fixture_says("PEWAWANCARA: APA?\nBU SARI: YA.\nPEWAWANCARA: LALU?\nBU SARI: SUDAH.",
		"PEWAWANCARA=APA?|BU SARI=YA.|PEWAWANCARA=LALU?|BU SARI=SUDAH.");
}
END_TEST

static void timed(const char *text)
{
	struct fixture f = fixture_of(text);
	char *speech = fixture_speech(&f);

	ck_assert_str_eq(speech, "Rina Sari=Halo semua.|Tono=Halo.|Rina Sari=Siap, mulai.");
	ck_assert_int_eq(f.doc->paras.items[0].ms, 12000);
	ck_assert_int_eq(f.doc->paras.items[2].ms, 18000);
	free(speech);
	fixture_release(&f);
}

START_TEST(programs_put_times_beside_names)
{
	timed("Rina Sari (00:12):\nHalo semua.\n\nTono (00:15):\nHalo.\n\nRina Sari "
	      "(00:18):\nSiap, mulai.\n");
	timed("00:00:12 Rina Sari: Halo semua.\n00:00:15 Tono: Halo.\n00:00:18 Rina Sari: Siap, "
	      "mulai.\n");
	timed("[00:00:12] Rina Sari: Halo semua.\n[00:00:15] Tono: Halo.\n[00:00:18] Rina Sari: "
	      "Siap, mulai.\n");
	timed("Rina Sari 00:12\nHalo semua.\nTono 00:15\nHalo.\nRina Sari 00:18\nSiap, mulai.\n");
	timed("Rina Sari  0:12\nHalo semua.\n\nTono  0:15\nHalo.\n\nRina Sari  0:18\nSiap, "
	      "mulai.\n");
	timed("[Rina Sari] 00:00:12\nHalo semua.\n\n[Tono] 00:00:15\nHalo.\n\n[Rina Sari] "
	      "00:00:18\nSiap, mulai.\n");
}
END_TEST

START_TEST(names_below_a_time_speak)
{
	fixture_says("[00:00:12] Rina Sari\nHalo semua.\n[00:00:15] Tono\nHalo.\n[00:00:18] Rina "
		     "Sari\nSiap.\n[00:00:20] Tono\nYa, siap.\n",
		"Rina Sari=Halo semua.|Tono=Halo.|Rina Sari=Siap.|Tono=Ya, siap.");
}
END_TEST

START_TEST(names_before_a_dash_speak_beside_a_role)
{
	fixture_says("Interviewer \u2013 When?\nRina \u2013 Last year.\nInterviewer \u2013 Why?\n"
		     "Rina \u2013 A friend asked.",
		"Interviewer=When?|Rina=Last year.|Interviewer=Why?|Rina=A friend asked.");
	nobody_speaks("Pagi \u2013 kami mulai.\nSiang \u2013 kami makan.\nPagi \u2013 kami mulai.\n"
		      "Siang \u2013 kami makan lagi.");
}
END_TEST

START_TEST(names_of_parliaments_end_with_a_stop)
{
	fixture_says("Mr. BONDE. Mr. President, I yield.\nThe PRESIDING OFFICER (Mr. Kyle). The "
		     "clerk calls.\nMr. BONDE. I thank the Chair.",
		"Mr. BONDE=Mr. President, I yield.|The PRESIDING OFFICER=The clerk calls.|Mr. "
		"BONDE=I thank the Chair.");
	nobody_speaks("The UN. It is big.\nWe know it.\n");
	nobody_speaks("Mr. Bonde. He came.\nMrs. Kyle. She left.\n");
}
END_TEST

/* ---- no speakers ---- */

START_TEST(data_and_lists_name_nobody)
{
	nobody_speaks("Lokasi: Balai desa\nNama: Bu Sari\nDurasi: 45 menit\nTanggal: 3 Mei 2024\n"
		      "Pewawancara: Rina\n\nKami mulai pukul 10:30 ya.\n");
	nobody_speaks("Dari: rina@contoh.id\nKepada: sari@contoh.id\nPerihal: undangan\nTanggal: 3 "
		      "Mei\n\nDari: tono@contoh.id\nKepada: sari@contoh.id\nPerihal: balasan\n");
	nobody_speaks("Catatan: satu.\nContoh: dua.\nHasil: tiga.\nCatatan: empat.\nContoh: lima.\n"
		      "Hasil: enam.\nTemuan: tujuh.\nTemuan: delapan.\n");
	nobody_speaks("- Tujuan: mendaftar\n- Manfaat: santunan\n- Tujuan: menabung\n- Manfaat: "
		      "beasiswa\n");
	nobody_speaks(
		"1. Tujuan: mendaftar\n2. Manfaat: santunan\n3. Tujuan: menabung\n4. Manfaat: "
		"beasiswa\n");
	nobody_speaks("Langkah 1: daftar\nLangkah 2: bayar\nLangkah 1: cetak\nLangkah 2: simpan\n");
	nobody_speaks("(A) benar\n(B) salah\n(C) ragu\n(A) ya\n(B) tidak\n(C) mungkin\n");
	nobody_speaks("(a) benar\n(b) salah\n(a) ya\n(b) tidak\n");
}
END_TEST

START_TEST(verses_ratios_times_and_addresses_name_nobody)
{
	nobody_speaks("Beliau mengutip QS. Al-Baqarah: 255 dan Al-Maidah: 2.\nYohanes 3:16 juga.\n"
		      "Al-Baqarah 2:255 dibaca.\nAl-Baqarah 2:256 juga.\nYohanes 3:16 lagi.\n");
	nobody_speaks(
		"Rasio 1:3 cukup.\nSkala 1:50.000 dipakai.\nRasio 1:3 lagi.\nSkala 1:25.000.\n");
	nobody_speaks("Pukul 09:00: kami tiba.\nPukul 10:00: mulai.\nPukul 11:00: selesai.\n");
	nobody_speaks(
		"Lihat https://contoh.id/a:b.\nLihat http://contoh.id.\nLihat https://a.id.\n");
	nobody_speaks("Ibu Sari bercerita: dulu sepi.\nBeliau menambahkan: kini ramai.\n"
		      "Ibu Sari bercerita: anak pergi.\nBeliau menambahkan: kami tinggal.\n");
	nobody_speaks("Tabel 1: Data peserta\nTabel 2: Data iuran\nGambar 1: Peta desa\n");
}
END_TEST

START_TEST(timestamps_alone_make_no_speaker_of_a_word)
{
	nobody_speaks("[00:01] Ya\n[00:03] Sudah\n[00:05] Ya\n[00:07] Sudah\n[00:09] Ya\n");
}
END_TEST

/* ---- who asks ---- */

START_TEST(the_interviewer_is_proposed_by_rate_not_number)
{
	struct fixture f = fixture_of(
		"Rina: Apa kendalanya?\n"
		"Sari: Banyak sekali, Mbak. Siapa yang mau bayar? Siapa yang mau antre? Kalau "
		"hujan "
		"bagaimana, kalau panas bagaimana? Saya ini jualan dari pagi sampai malam, pulang "
		"sudah capek, masih harus urus anak, urus rumah, urus orang tua yang sakit.\n"
		"Rina: Lalu?\n"
		"Sari: Ya begitu, pokoknya susah, siapa pun pasti bilang susah, saya sudah coba "
		"berkali-kali datang ke kantor itu dan selalu disuruh pulang lagi, mengapa ya?\n");
	const struct diag *g = fixture_diag(&f, "R101");

	ck_assert_ptr_nonnull(g);
	ck_assert_str_eq(g->hint, "--speaker \"Rina=NAMA:interviewer\"");
	ck_assert_str_eq(g[1].hint, "--speaker \"Sari=NAMA:informant\"");
	fixture_release(&f);
}
END_TEST

START_TEST(one_short_question_makes_no_interviewer)
{
	struct fixture f =
		fixture_of("Sari: Apa?\nRina: Sejak kapan Ibu ikut program ini?\n"
			   "Sari: Sudah lama.\nRina: Siapa yang mengajak Ibu waktu itu?\n"
			   "Sari: Kader.\nRina: Berapa iurannya tiap bulan, Bu?\n"
			   "Sari: Murah.\nRina: Ada kendala dalam membayar iuran?\n"
			   "Sari: Tidak.\nRina: Apakah keluarga juga ikut, Bu?\n");
	const struct diag *g = fixture_diag(&f, "R101");

	ck_assert_ptr_nonnull(g);
	ck_assert_str_eq(g[1].hint, "--speaker \"Rina=NAMA:interviewer\"");
	fixture_release(&f);
}
END_TEST

/* One letter wrong in a long role word is that word, and told; a number or a name never is. */
START_TEST(a_misspelled_role_word_is_the_same_speaker)
{
	struct fixture f =
		fixture_of("Pewawancara: Apa?\nNarasumber: Ya.\nPewawancara: Lalu?\n"
			   "Narasuber: Sudah.\nPewawancara: Kapan?\nNarasumber: Kemarin.");

	ck_assert_uint_eq(f.doc->labels.n, 2);
	ck_assert_uint_eq(fixture_label(&f, "Narasumber")->turns, 3);
	ck_assert_ptr_nonnull(fixture_diag(&f, "R105"));
	fixture_release(&f);
	f = fixture_of("P: Apa?\nInforman 1: Ya.\nP: Lalu?\nInforman 2: Sudah.\nP: Oh?\n"
		       "Informan 1: Iya.");
	ck_assert_uint_eq(f.doc->labels.n, 3);
	ck_assert_ptr_null(fixture_diag(&f, "R105"));
	fixture_release(&f);
}
END_TEST

/* Where only one side has labels, the other's words are not counted as its. */
START_TEST(unlabelled_words_of_the_other_side_are_nobodys)
{
	struct fixture f;

	fixture_says("1. Apa kerjanya?\n\nJawab: Tani.\n\nPadi.\n\n2. Di mana?\n\nJawab: Di sini.",
		"-=1. Apa kerjanya?|Jawab=Tani.|Jawab=Padi.|-=2. Di mana?|Jawab=Di sini.");
	fixture_says("Tanya: Apa kerjanya?\n\nTani.\n\nTanya: Di mana?\n\nDi sini.",
		"Tanya=Apa kerjanya?|-=Tani.|Tanya=Di mana?|-=Di sini.");
	f = fixture_of("Tanya: Apa kerjanya?\n\nTani.\n\nTanya: Di mana?\n\nDi sini.");
	ck_assert_ptr_nonnull(fixture_diag(&f, "R106"));
	fixture_release(&f);
	fixture_says("P: Apa?\n\nN: Tani.\n\nApa lagi?\n\nN: Dagang.\n\nP: Oh?\n\nN: Ya.",
		"P=Apa?|N=Tani.|N=Apa lagi?|N=Dagang.|P=Oh?|N=Ya.");
}
END_TEST

UNIT_MAIN("turns labels", joint_labels_are_groups_of_their_own,
	parts_of_a_joint_label_may_be_short_names, unknown_pairs_are_text,
	parts_are_cut_at_words_and_marks, brackets_tell_a_group, legends_declare_roles_and_names,
	what_the_user_says_goes_before_the_legend, a_legend_that_nobody_uses_is_text,
	answers_are_no_legend, minutes_number_their_speakers,
	letters_in_brackets_and_before_tabs_speak, titles_belong_to_a_name,
	programs_put_times_beside_names, names_below_a_time_speak,
	names_before_a_dash_speak_beside_a_role, names_of_parliaments_end_with_a_stop,
	data_and_lists_name_nobody, verses_ratios_times_and_addresses_name_nobody,
	timestamps_alone_make_no_speaker_of_a_word, the_interviewer_is_proposed_by_rate_not_number,
	one_short_question_makes_no_interviewer, a_misspelled_role_word_is_the_same_speaker,
	unlabelled_words_of_the_other_side_are_nobodys)
