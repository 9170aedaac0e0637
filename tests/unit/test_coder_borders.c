/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every row of the table of CODEBOOK 7, and what lies one step beside each border. */
#include "tests/unit/coder_help.h"

static const struct row {
	const char *text, *clauses, *words;
} rows[] = {
	/* --- the table --- */
	{ "akun nonaktif dan non-aktif", "when aktif", "non-aktif" },
	{ "akun nonaktif dan non-aktif", "when affirmed aktif", "" },
	{ "penghasilannya naik", "when ~hasil -penghasilan", "" },
	{ "hasilnya naik", "when ~hasil -penghasilan", "hasilnya" },
	{ "Desa Sadar membuat warga sadar", "when ~sadar -\"Desa Sadar\"", "sadar" },
	{ "nota \u201ckesepahaman\u201d dan nota, kesepahaman", "when \"nota kesepahaman\"",
		"nota kesepahaman" },
	{ "klaim JKm/JK cair", "when =JK", "JK" },
	{ "klaim JKm/JK cair", "when =JKM", "" },
	{ "klaim JKm/JK cair", "when \"JKm/JK\"", "JKm JK" },
	{ "klaim JKm JK cair", "when \"JKm/JK\"", "" },
	{ "Covid-19, P3KE", "when covid", "Covid-19" },
	{ "Covid-19, P3KE", "when \"covid 19\"", "Covid-19" },
	{ "Covid-19, P3KE", "when covid19", "" },
	{ "Covid-19, P3KE", "when p3", "" },
	{ "Covid-19, P3KE", "when p3ke", "P3KE" },
	{ "bekerja sama, kerja samanya, kerja bersama", "when ~kerja_sama",
		"bekerja sama kerja samanya" },
	{ "iuran dibayar rutin", "when iuran near 2 rutin", "iuran rutin" },
	{ "iuran dibayar rutin", "when iuran near 1 rutin", "" },
	{ "rapat koordinasi", "when rapat near 5 ~rapat", "" },
	{ "belum berjalan optimal. Belum dapat dikatakan sudah optimal", "when negated optimal",
		"optimal" },
	{ "tidak hanya optimal. Tidak ada, tetapi optimal", "when negated optimal", "" },
	{ "tidak ada ketidakpatuhan", "when negated ~patuh", "" },
	{ "tidak ada ketidakpatuhan", "when affirmed ~patuh", "ketidakpatuhan" },
	{ "Perpres No. 24 melindungi", "language id en when negated ~lindung", "" },
	{ "Ada mitra. Kader aktif. Terima kasih.", "when mitra near 3 kader", "" },
	/* --- distance N and N+1, over marks, not over a sentence --- */
	{ "satu, (dua) tiga", "when satu before 2 tiga", "satu tiga" },
	{ "satu dua tiga empat", "when satu before 2 empat", "" },
	{ "satu dua tiga empat", "when satu before 3 empat", "satu empat" },
	{ "satu dua tiga", "when \"satu dua\" near 1 tiga", "satu dua tiga" },
	{ "satu dua dua tiga", "when \"satu dua\" near 1 tiga", "" },
	{ "satu. Dua", "when satu near 1 dua", "" },
	{ "satu dua", "when satu near 999 dua", "satu dua" },
	/* --- sentence end inside a phrase --- */
	{ "Ini nota. Kesepahaman itu", "when \"nota kesepahaman\"", "" },
	{ "Ini nota. Kesepahaman itu", "unit paragraph when \"nota kesepahaman\"", "" },
	/* --- hyphens and clitics --- */
	{ "kader-kader MoU-nya", "when kader or =MoU", "kader-kader MoU-nya" },
	{ "optimalnya", "when optimal", "" },
	{ "optimalnya", "when optimal*", "optimalnya" },
	{ "kerja-sama", "when \"kerja sama\"", "kerja-sama" },
	{ "terus-menerus", "when menerus", "terus-menerus" },
	{ "Jum'at Jum\u2019at", "when jum'at", "Jum'at Jum\u2019at" },
	/* --- digits --- */
	{ "keseluruhan3 ikan3 134,249", "when keseluruhan", "keseluruhan3" },
	{ "keseluruhan3 ikut3 iya3", "when iya", "" },
	{ "134,249 jiwa", "when \"134,249\"", "134,249" },
	{ "134,249 jiwa", "when \"134\"", "" },
	/* --- negation at its reach and borders --- */
	{ "belum satu dua optimal", "when negated optimal", "optimal" },
	{ "belum satu dua tiga optimal", "when negated optimal", "" },
	{ "Belum. Optimal", "when negated optimal", "" },
	{ "belum (optimal)", "when negated optimal", "" },
	{ "belum \"optimal\"", "when negated optimal", "optimal" },
};

START_TEST(every_row_gives_its_words)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char *found = coder_words(rows[i].clauses, rows[i].text, SHOW_WORDS);

		ck_assert_msg(strcmp(found, rows[i].words) == 0, "%s in '%s': %s wanted %s",
			rows[i].clauses, rows[i].text, found, rows[i].words);
		free(found);
	}
}
END_TEST

START_TEST(a_turn_hits_the_sentences_that_hold_its_places)
{
	assert_units("when in turn (mitra near 3 kader)", "Ada mitra. Kader aktif. Terima kasih.",
		"[Ada mitra.] [Kader aktif.]");
}
END_TEST

START_TEST(two_of_a_list_are_two_items)
{
	char *found = coder_result("codebook t language id\nwords @mutu { optimal, efektif }\n"
				   "code A { rule r { when 2 of @mutu } }",
		"sudah optimal, sangat optimal", SHOW_SCORES);

	ck_assert_str_eq(found, "");
	free(found);
}
END_TEST

START_TEST(a_phrase_uses_up_its_words)
{
	static const char book[] = "codebook t language id\n"
				   "code A { keywords { media, \"media promosi\" } }";

	assert_scores(book, "media promosi", "A 0.5000");
	assert_scores(book, "media promosi, media sosial", "A 0.7500");
}
END_TEST

UNIT_MAIN("coder borders", every_row_gives_its_words,
	a_turn_hits_the_sentences_that_hold_its_places, two_of_a_list_are_two_items,
	a_phrase_uses_up_its_words)
