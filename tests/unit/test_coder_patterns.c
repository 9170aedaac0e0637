/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CODEBOOK 4 and 7: what each kind of pattern finds. */
#include "tests/unit/coder_help.h"

START_TEST(a_word_is_found_in_any_case_whole_or_as_hyphen_part)
{
	assert_words("when optimal", "Optimal, OPTIMAL dan optimalnya.", "Optimal OPTIMAL");
	assert_words("when kader", "Para kader-kader dan kaderisasi.", "kader-kader");
	assert_words("when mou", "Sudah ada MoU-nya.", "MoU-nya");
	assert_words("when aktif", "akun nonaktif dan non-aktif", "non-aktif");
	assert_words("when terus-menerus", "Hujan terus-menerus, terus menerus.", "terus-menerus");
	assert_words("when jum'at", "Hari Jum\u2019at dan jumat.", "Jum\u2019at");
}
END_TEST

START_TEST(footnote_digits_count_from_four_letters_on)
{
	assert_words("when keseluruhan", "Secara keseluruhan3 dan keseluruhan12.",
		"keseluruhan3 keseluruhan12");
	assert_words("when iuran", "Tarif iuran2024 naik.", "");
	assert_words("when bpj", "Kartu bpj3.", "");
	assert_words("when data", "Ada data7.", "data7");
	assert_words("when Covid-19", "Masa Covid-19 dan covid-191.", "Covid-19");
}
END_TEST

START_TEST(names_with_digits_are_words)
{
	const char *text = "Pada masa Covid-19, P3KE dipakai.";

	assert_words("when covid", text, "Covid-19");
	assert_words("when \"covid 19\"", text, "Covid-19");
	assert_words("when covid19", text, "");
	assert_words("when p3", text, "");
	assert_words("when p3ke", text, "P3KE");
}
END_TEST

START_TEST(globs_stand_for_runs_and_single_characters)
{
	assert_words("when sosial*", "Sosialisasi sosial-ekonomi, pensosial.",
		"Sosialisasi sosial-ekonomi");
	assert_words("when work?r", "One worker, two workers, co-worker.", "worker co-worker");
	assert_words("when *litera*", "Literasi, keliteraan, liter.", "Literasi keliteraan");
	assert_words("when =Sen*", "Senin itu seninya Seni.", "Senin Seni");
	assert_words("when caf?", "Di café kami.", "café");
}
END_TEST

START_TEST(exact_words_and_phrases_heed_case)
{
	assert_words("when =MoU", "MoU, mou, MOU dan MoU-nya.", "MoU MoU-nya");
	assert_words("when =\"Rumah BUMN\"", "Rumah BUMN dan rumah BUMN.", "Rumah BUMN");
	assert_words("when =JK", "klaim JKm/JK cair", "JK");
	assert_words("when =JKM", "klaim JKm/JK cair", "");
}
END_TEST

START_TEST(phrases_take_neighbours_with_quotes_or_hyphens_between)
{
	assert_words("when \"nota kesepahaman\"",
		"nota \u201ckesepahaman\u201d dan nota, kesepahaman", "nota kesepahaman");
	assert_words("when \"kerja sama\"", "Ada kerja-sama dan kerja\nsama.", "kerja-sama");
	assert_words(
		"when \"temu warga desa\"", "Acara temu-warga desa di sana.", "temu-warga desa");
	assert_words("when \"kerja sama\"", "Hasil *kerja* sama.", "kerja sama");
	assert_words("when \"satu dua\"", "Satu. Dua tiga.", "");
	assert_words("when \"kader aktif\"", "Ada kader-kader aktif.", "kader-kader aktif");
}
END_TEST

START_TEST(marks_written_in_a_phrase_must_be_there)
{
	assert_words("when \"JKm/JK\"", "klaim JKm/JK cair, JKm JK tidak", "JKm JK");
	assert_words("when \"JKm/JK\"", "klaim JKm / JK cair", "JKm JK");
	assert_words(
		"when \"S.Sos M.Si\"", "Ani, S.Sos, M.Si hadir; Budi S.Sos M.Si", "S Sos M Si");
}
END_TEST

START_TEST(phrases_hold_roots_globs_and_exact_words)
{
	assert_words("when \"~bayar iuran\"", "Kami membayar iuran, bayarlah iuran.",
		"membayar iuran bayarlah iuran");
	assert_words("when \"sosial* desa\"", "Ada sosialisasi desa.", "sosialisasi desa");
	assert_words(
		"when \"=BPJS kesehatan\"", "BPJS Kesehatan, bpjs kesehatan.", "BPJS Kesehatan");
}
END_TEST

START_TEST(roots_find_their_forms)
{
	assert_words("when ~patuh", "Kepatuhan dan ketidakpatuhan mematuhi peserta.",
		"Kepatuhan ketidakpatuhan mematuhi");
	assert_words("when ~patuh:neg", "Kepatuhan dan ketidakpatuhan.", "ketidakpatuhan");
	assert_words("when ~patuh:pos", "Kepatuhan dan ketidakpatuhan.", "Kepatuhan");
	assert_words("when ~bayar", "Saya bayarin, dia membayar.", "membayar");
	assert_words("when ~bayar:lisan", "Saya bayarin, dia membayar.", "bayarin membayar");
}
END_TEST

START_TEST(compounds_are_one_word_or_two_neighbours)
{
	assert_words("when ~kerja_sama", "bekerja sama, kerja samanya, kerja bersama",
		"bekerja sama kerja samanya");
	assert_words("when ~kerja_sama", "Ada kerjasama dan kerja-sama.", "kerjasama kerja-sama");
	assert_words("when ~kerja_sama", "Kami bekerja. Sama saja.", "");
	assert_words("when ~kerja_sama", "Kami bekerja, sama saja.", "");
}
END_TEST

START_TEST(exclusions_drop_places_inside_a_place)
{
	assert_words("when ~hasil -penghasilan", "penghasilannya naik, hasilnya naik", "hasilnya");
	assert_words("when ~sadar -\"Desa Sadar\"", "Desa Sadar membuat warga sadar", "sadar");
	assert_words("when @m -maksimal", "optimal maksimal", "optimal");
	assert_words("when optimal -optimal", "optimal", "");
	/* Only behind a root a plain word takes particles. */
	assert_words("when hasil* -hasil", "hasilnya hasil", "hasilnya");
}
END_TEST

START_TEST(regexes_touch_whole_words_and_stay_in_the_scope)
{
	assert_words(
		"when /Perpres\\s+No\\.?\\s*\\d+/", "Menurut Perpres No. 24 itu.", "Perpres No 24");
	assert_words("when /laksan/", "Pelaksanaan di sini.", "Pelaksanaan");
	assert_words("when /satu.*dua/s", "Ini satu. Ini dua.", "");
	assert_words("when /satu.*dua/s unit paragraph", "Ini satu. Ini dua.", "satu Ini dua");
	assert_words("when /^dua/", "Satu. Dua.", "Dua");
	assert_words("when /mou/c", "MoU mou", "mou");
	assert_words("when /\\?+/", "Apa? Siapa?", "");
	assert_words("when /aa/", "aaaa aaa", "aaaa aaa");
}
END_TEST

START_TEST(lists_hold_all_kinds_and_lists)
{
	char *found = coder_result("codebook t language id\n"
				   "words @a { ~patuh, \"nota dinas\" }\n"
				   "words @b { @a, /x+y/ -xxy, iuran }\n"
				   "code A { rule r { when @b } }\n",
		"Nota dinas kepatuhan: xy xxy iuran.", SHOW_WORDS);

	ck_assert_str_eq(found, "Nota dinas kepatuhan xy iuran");
	free(found);
}
END_TEST

UNIT_MAIN("coder patterns", a_word_is_found_in_any_case_whole_or_as_hyphen_part,
	footnote_digits_count_from_four_letters_on, names_with_digits_are_words,
	globs_stand_for_runs_and_single_characters, exact_words_and_phrases_heed_case,
	phrases_take_neighbours_with_quotes_or_hyphens_between,
	marks_written_in_a_phrase_must_be_there, phrases_hold_roots_globs_and_exact_words,
	roots_find_their_forms, compounds_are_one_word_or_two_neighbours,
	exclusions_drop_places_inside_a_place, regexes_touch_whole_words_and_stay_in_the_scope,
	lists_hold_all_kinds_and_lists)
