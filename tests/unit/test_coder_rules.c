/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CODEBOOK 6: what a rule means, paragraph by paragraph. */
#include "tests/unit/coder_help.h"

START_TEST(interviewers_are_not_read_unless_all_speakers_are)
{
	const char *text = "T: Bagaimana iuran?\nJ: Iuran naik.\nL: Iuran itu.\nIuran di papan.";

	assert_units("when iuran", text, "[Iuran naik.] [Iuran itu.] [Iuran di papan.]");
	assert_units("when iuran speakers all", text,
		"[Bagaimana iuran?] [Iuran naik.] [Iuran itu.] [Iuran di papan.]");
}
END_TEST

START_TEST(only_body_paragraphs_are_read_unless_where_names_the_kind)
{
	struct document *doc = coder_document("Iuran satu.\nIuran dua.");
	struct codebook *cb =
		coder_book("codebook t language id\n"
			   "code A { rule r { when iuran } }\n"
			   "code B { rule r { when iuran where paragraph.kind = heading } }\n");
	char *found;

	doc->paras.items[0].kind = PARA_HEADING;
	found = coder_run(cb, doc, SHOW_SCORES, NULL);
	ck_assert_str_eq(found, "B 0.5000; A 0.5000");
	free(found);
	codebook_free(cb);
	document_free(doc);
}
END_TEST

START_TEST(where_decides_by_role_and_code_in_both_languages)
{
	const char *text = "T: Iuran apa?\nJ: Iuran kami.\nL: Iuran mereka.\nIuran di papan.";

	assert_units("when iuran where speaker.role = informan", text, "[Iuran kami.]");
	assert_units("when iuran where speaker.role = Informant", text, "[Iuran kami.]");
	assert_units("when iuran where speaker.code = i1", text, "[Iuran kami.]");
	assert_units("when iuran where speaker.name = sari", text, "[Iuran kami.]");
	assert_units("when iuran where speaker.role != informan", text,
		"[Iuran mereka.] [Iuran di papan.]");
	assert_units("when iuran where speaker.name like \"S?r*\"", text, "[Iuran kami.]");
	assert_units("when iuran where document.method = wawancara and not speaker.code = I1", text,
		"[Iuran mereka.] [Iuran di papan.]");
	assert_units("when iuran where document.method = fgd or speaker.code = I1", text,
		"[Iuran kami.]");
}
END_TEST

static void assert_where(const char *where, bool wanted)
{
	struct document *doc = coder_document("Iuran.");
	char *book = mem_printf(
		"codebook t language id\ncode A { rule r { when iuran where %s } }\n", where);
	struct codebook *cb = coder_book(book);
	char *found;

	doc->date = "2024-08-17";
	vec_push(&doc->vars, ((struct attr){ "umur", "9" }));
	vec_push(&doc->vars, ((struct attr){ "kelompok", "Kader" }));
	vec_push(&doc->vars, ((struct attr){ "Kelompok", "guru" }));
	found = coder_run(cb, doc, SHOW_WORDS, NULL);
	ck_assert_msg((found[0] != '\0') == wanted, "where %s", where);
	free(found);
	free(book);
	vec_release(&doc->vars);
	codebook_free(cb);
	document_free(doc);
}

START_TEST(where_compares_numbers_dates_and_several_values)
{
	assert_where("document.umur < 10", true);
	assert_where("document.umur > 10", false);
	assert_where("document.umur = 9.0", true);
	assert_where("document.kelompok = KADER", true);
	assert_where("document.kelompok = guru", true);
	assert_where("document.kelompok != guru", false);
	assert_where("document.kelompok != dokter", true);
	assert_where("document.kelompok like \"g*\"", true);
	assert_where("document.hilang = x", false);
	assert_where("document.hilang != x", true);
	assert_where("document.hilang < 3", false);
	assert_where("document.date = \"2024-08\"", true);
	assert_where("document.date >= \"2024-08\"", true);
	assert_where("document.date > \"2024-08\"", false);
	assert_where("document.date > \"2023\"", true);
	assert_where("document.date < \"2024-08-20\"", true);
	assert_where("not (document.umur > 3 and document.umur < 8)", true);
}
END_TEST

START_TEST(distance_counts_words_between_ends)
{
	assert_words("when iuran near 2 rutin", "iuran dibayar rutin", "iuran rutin");
	assert_words("when iuran near 1 rutin", "iuran dibayar rutin", "");
	assert_words("when iuran near 1 rutin", "iuran, rutin", "iuran rutin");
	assert_words("when rapat near 5 ~rapat", "rapat koordinasi", "");
	assert_words("when rapat near 5 ~rapat", "rapat koordinasi rapat", "rapat rapat");
	assert_words("when \"satu dua\" near 2 lima", "satu dua empat lima", "satu dua lima");
	assert_words("when lima near 2 \"satu dua\"", "lima empat satu dua", "lima satu dua");
	assert_words("when lima near 1 \"satu dua\"", "lima empat satu dua", "");
	assert_words("when \"a b\" near 3 \"b c\"", "a b c", "");
	assert_words("when satu near 3 dua", "satu. Dua", "");
}
END_TEST

START_TEST(before_and_after_have_a_direction)
{
	assert_words("when a before 3 b", "b a", "");
	assert_words("when a before 3 b", "a x x b", "a b");
	assert_words("when a before 2 b", "a x x b", "");
	assert_words("when a after 3 b", "b x a", "b a");
	assert_words("when a after 3 b", "a x b", "");
}
END_TEST

START_TEST(chains_keep_the_places_of_solutions)
{
	assert_words("when a near 5 b near 3 c", "a x b x x c", "a b c");
	assert_words("when a near 5 b near 2 c", "a x b x x c", "");
	/* The first b has no c, the last a no b that has one. */
	assert_words("when a near 2 b near 2 c", "b a x b c x x x a", "a b c");
	assert_words("when (a or b) near 2 c near 2 d", "b c d", "b c d");
	assert_words("when a before 2 b before 2 a", "a b a", "a b a");
}
END_TEST

START_TEST(not_near_keeps_what_has_no_partner)
{
	assert_words("when a not near 2 b", "a b x x x a", "a");
	assert_words("when a not near 2 b", "a b", "");
	assert_words("when a not before 2 b", "b a", "a");
	assert_words("when a not after 2 b", "b a", "");
}
END_TEST

START_TEST(distance_never_crosses_a_turn_and_skips_what_is_not_read)
{
	assert_words("when satu near 9 dua unit document", "J: Ini satu.\nK: Ini dua.", "");
	assert_words("when satu near 2 dua unit turn", "J: Ini satu. Dua itu.", "satu Dua");
	assert_words("when satu near 1 dua unit turn", "J: Ini satu. Dua itu.", "satu Dua");
}
END_TEST

START_TEST(what_is_not_read_has_no_length)
{
	struct document *doc =
		coder_document("J: Ini satu.\nJ: Judul yang panjang sekali.\nJ: Dua itu.");
	struct codebook *cb = coder_book("codebook t language id\n"
					 "code A { rule r { when satu near 1 dua unit turn } }\n");
	char *found;

	ck_assert_int_eq(doc->paras.n, 3);
	if (doc->turns.n == 1) {
		doc->paras.items[1].kind = PARA_HEADING;
		found = coder_run(cb, doc, SHOW_WORDS, NULL);
		ck_assert_str_eq(found, "satu Dua");
		free(found);
	}
	codebook_free(cb);
	document_free(doc);
}
END_TEST

START_TEST(negation_reaches_three_words)
{
	assert_words("when negated optimal",
		"belum berjalan optimal. Belum dapat dikatakan sudah optimal", "optimal");
	assert_units("when negated optimal",
		"belum berjalan optimal. Belum dapat dikatakan sudah optimal",
		"[belum berjalan optimal.]");
	assert_words("when negated optimal", "belum satu dua optimal", "optimal");
	assert_words("when affirmed optimal", "Belum dapat dikatakan sudah optimal", "optimal");
	assert_words("when negated optimal", "Kami belum. Optimal itu.", "");
}
END_TEST

START_TEST(negation_stops_at_borders_and_exceptions)
{
	assert_words("when negated optimal", "tidak hanya optimal. Tidak ada, tetapi optimal", "");
	assert_words("when negated optimal", "tidak ada tetapi optimal", "");
	assert_words("when negated optimal", "tidak (optimal)", "");
	assert_words("when negated optimal", "mau tidak mau optimal", "");
	assert_words("when negated optimal", "bukan tidak optimal", "");
	assert_words("when negated optimal", "lebih kurang optimal", "");
	assert_words("when negated optimal", "tidak, hanya optimal", "");
	assert_words("when negated optimal", "tidak \"optimal\"", "optimal");
	assert_words("when negated hanya", "tidak hanya", "");
}
END_TEST

START_TEST(words_that_negate_themselves)
{
	assert_words("when negated ~patuh", "tidak ada ketidakpatuhan", "");
	assert_words("when affirmed ~patuh", "tidak ada ketidakpatuhan", "ketidakpatuhan");
	assert_words("when negated ~patuh", "ada ketidakpatuhan", "ketidakpatuhan");
	assert_words("when affirmed aktif", "akun nonaktif dan non-aktif", "");
	assert_words("when negated aktif", "akun nonaktif dan non-aktif", "non-aktif");
	assert_words("when negated (optimal or aktif)", "tidak optimal dan itu juga tak-aktif",
		"optimal tak-aktif");
}
END_TEST

START_TEST(negation_knows_the_rules_language)
{
	assert_words("when negated ~lindung", "Perpres No. 24 melindungi", "");
	assert_words("when negated ~lindung language id en", "Perpres No. 24 melindungi", "");
	assert_words("when negated good language en", "It is not good.", "good");
	assert_words("when negated good language en", "It isn't good.", "good");
	assert_words("when negated good language en", "It isn\u2019t good.", "good");
	assert_words("when negated good language en", "It is not only good.", "");
	assert_words("when negated good language en", "No 5 good.", "");
	assert_words("when negated good language en", "Order No. good.", "");
	assert_words("when negated good language en", "no good", "good");
	assert_words("when negated good", "It is not good.", "");
	assert_words(
		"when negated good language id en", "It is not good, tidak good.", "good good");
}
END_TEST

START_TEST(a_codebook_changes_negation)
{
	char *found = coder_result("codebook t language id\n"
				   "negation id add { takde }\n"
				   "negation id remove { kurang }\n"
				   "negation id except { \"belum tentu\" }\n"
				   "negation id border { padahal }\n"
				   "code A { rule r { when negated baik } }\n",
		"Takde baik. Kurang baik. Belum tentu baik. Tidak padahal baik. Belum baik.",
		SHOW_UNITS);

	ck_assert_str_eq(found, "[Takde baik.] [Belum baik.]");
	free(found);
}
END_TEST

START_TEST(units_are_the_scope)
{
	const char *text = "J: Ada satu. Ada dua.\nK: Ada dua.";

	assert_units("when satu and dua", text, "");
	assert_units("when satu and dua unit turn", text, "[Ada satu. Ada dua.]");
	assert_units("when satu and dua unit paragraph", text, "[Ada satu. Ada dua.]");
	assert_words("when satu and dua unit document", text, "satu dua dua");
	assert_words("when satu and not dua", text, "satu");
	assert_words("when satu and not dua unit paragraph", text, "");
}
END_TEST

START_TEST(all_true_sides_of_or_give_words)
{
	assert_words("when satu or dua or tiga", "tiga satu", "tiga satu");
	assert_words("when (satu and dua) or tiga", "satu tiga", "tiga");
	assert_words("when (satu near 1 dua) or tiga", "satu dua satu tiga", "satu dua satu tiga");
	assert_words("when (satu before 1 dua) or tiga", "satu dua satu tiga", "satu dua tiga");
	assert_words("when satu and not (dua or tiga)", "satu. Satu tiga.", "satu");
}
END_TEST

START_TEST(unless_silences_the_whole_unit)
{
	assert_units("when satu unless dua", "satu tiga. Satu dua satu.", "[satu tiga.]");
	assert_units("when satu unless dua near 1 tiga", "satu dua tiga. Satu dua x tiga.",
		"[Satu dua x tiga.]");
}
END_TEST

START_TEST(in_a_scope_gives_places_inside_the_unit_only)
{
	const char *text = "Ada mitra. Kader aktif. Terima kasih.";

	assert_units("when mitra near 3 kader", text, "");
	assert_units("when in turn (mitra near 3 kader)", text, "[Ada mitra.] [Kader aktif.]");
	assert_units("when in turn (mitra) and kasih", text, "[Terima kasih.]");
	assert_units("when in sentence (mitra and kader) and kasih unit paragraph", text, "");
	assert_words("when in sentence (kader and aktif) and kasih unit paragraph", text,
		"Kader aktif kasih");
	assert_units("when kasih and in document (mitra) and not in paragraph (iuran)", text,
		"[Terima kasih.]");
}
END_TEST

START_TEST(in_question_looks_at_the_interviewers_last_turn)
{
	const char *text = "T: Bagaimana sosialisasinya, Pak?\nJ: Wah, belum maksimal.\n"
			   "T: Terima kasih.\nJ: Belum maksimal juga.";

	assert_units(
		"when in question (~sosialisasi) and negated @m", text, "[Wah, belum maksimal.]");
	assert_units("when maksimal and in question (kabar)",
		"J: Maksimal.\nT: Apa kabar?\nJ: Maksimal satu.\nK: Maksimal dua.\nT: Ya.\nJ: "
		"Maksimal.",
		"[Maksimal satu.] [Maksimal dua.]");
	assert_units("when in question (~sosialisasi) and negated @m where speaker.role = informan",
		text, "[Wah, belum maksimal.]");
}
END_TEST

START_TEST(within_looks_at_neighbouring_sentences_of_the_turn)
{
	const char *text = "J: Satu. Lain ini. Dua. Lain itu. Lain lagi. Satu.\nK: Dua.";

	assert_units("when within 2 sentences (satu and dua)", text, "[Satu.] [Dua.]");
	assert_units("when within 1 sentences (satu and dua)", text, "");
	assert_units("when dua and within 2 sentences (satu)", text, "[Dua.]");
}
END_TEST

START_TEST(n_of_counts_items_not_occurrences)
{
	assert_words("when 2 of @m", "sudah optimal, sangat optimal", "");
	assert_words("when 2 of @m", "sudah optimal, sangat maksimal", "optimal maksimal");
	assert_words("when 2 of (satu, dua and tiga, empat)", "satu dua", "");
	assert_words("when 2 of (satu, dua and tiga, empat)", "satu dua tiga", "satu dua tiga");
}
END_TEST

START_TEST(n_of_a_list_needs_different_first_words)
{
	char *found = coder_result("codebook t language id\n"
				   "words @a { media, \"media promosi\" }\n"
				   "code A { rule r { when 2 of @a } }\n",
		"Ada media promosi. Media dan media promosi.", SHOW_UNITS);

	ck_assert_str_eq(found, "[Media dan media promosi.]");
	free(found);
}
END_TEST

START_TEST(rules_can_name_rules)
{
	char *found = coder_result("codebook t language id\n"
				   "code A { private rule p { when satu unless dua }\n"
				   "         rule r { when <:p> and tiga } }\n"
				   "code B { rule s { when <A:p> } }\n",
		"Satu tiga. Satu dua tiga. Satu.", SHOW_UNITS);

	ck_assert_str_eq(found, "[Satu tiga.] [Satu tiga.] [Satu.]");
	free(found);
}
END_TEST

START_TEST(matches_are_units_of_their_own)
{
	assert_units("unit match when iuran", "Iuran dan iuran.", "[Iuran] [iuran]");
	assert_units("unit match when iuran near 3 rutin", "Iuran dibayar rutin, tidak rutin.",
		"[Iuran dibayar rutin]");
	assert_units("unit match when rutin near 3 iuran", "rutin iuran x x x x x iuran rutin",
		"[rutin iuran] [iuran rutin]");
	assert_units("unit match when iuran unless rutin", "Iuran rutin. Iuran.", "[Iuran]");
	assert_units(
		"unit match when iuran not near 2 rutin", "Iuran rutin x x x iuran.", "[iuran]");
	assert_units("unit match when negated optimal", "Belum optimal, optimal.", "[optimal]");
	assert_units("unit match when /\\b(?:UU|Perpres)\\s+(?:No\\.?|Nomor)\\s*\\d+/c",
		"Menurut UU No. 24 dan Perpres Nomor 5.", "[UU No. 24] [Perpres Nomor 5]");
}
END_TEST

UNIT_MAIN("coder rules", interviewers_are_not_read_unless_all_speakers_are,
	only_body_paragraphs_are_read_unless_where_names_the_kind,
	where_decides_by_role_and_code_in_both_languages,
	where_compares_numbers_dates_and_several_values, distance_counts_words_between_ends,
	before_and_after_have_a_direction, chains_keep_the_places_of_solutions,
	not_near_keeps_what_has_no_partner,
	distance_never_crosses_a_turn_and_skips_what_is_not_read, what_is_not_read_has_no_length,
	negation_reaches_three_words, negation_stops_at_borders_and_exceptions,
	words_that_negate_themselves, negation_knows_the_rules_language,
	a_codebook_changes_negation, units_are_the_scope, all_true_sides_of_or_give_words,
	unless_silences_the_whole_unit, in_a_scope_gives_places_inside_the_unit_only,
	in_question_looks_at_the_interviewers_last_turn,
	within_looks_at_neighbouring_sentences_of_the_turn, n_of_counts_items_not_occurrences,
	n_of_a_list_needs_different_first_words, rules_can_name_rules,
	matches_are_units_of_their_own)
