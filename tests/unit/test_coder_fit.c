/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the texts of a project say of a codebook. */
#include "tests/unit/coder_help.h"

#include "coder/fit.h"

/* The warnings of a codebook on texts (NULL behind the last), as "W081 2:7 text (hint)" lines. */
static char *warnings(const char *book, const char *const *texts, bool whole)
{
	struct codebook *cb = coder_book(book);
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct buf out = BUF_INIT;
	struct fit *f = NULL;

	buf_adds(&out, "");
	ck_assert_int_eq(fit_open(&f, cb, &d, &e), RC_OK);
	for (; *texts != NULL; texts++) {
		struct document *doc = coder_document(*texts);

		document_add_attr(doc, &doc->vars, "lokasi", "Sukamulya");
		for (size_t i = 0; i < doc->labels.n; i++)
			document_add_attr(doc, &doc->labels.items[i].vars, "kelompok", "kader");
		ck_assert_int_eq(fit_read(f, doc, doc, &d, &e), RC_OK);
		document_free(doc);
	}
	fit_tell(f, &d);
	fit_close(f);
	diag_sort(&d);
	vec_each (const struct diag, g, &d.list) {
		buf_printf(&out, "%s%s %u:%u", out.len > 0 ? "\n" : "", g->id, g->at.line,
			g->at.column);
		if (whole)
			buf_printf(&out, " %s%s%s%s", g->text, g->hint != NULL ? " (" : "",
				g->hint != NULL ? g->hint : "", g->hint != NULL ? ")" : "");
	}
	codebook_free(cb);
	diags_release(&d);
	return buf_detach(&out);
}

static void check(const char *book, const char *text, const char *wanted)
{
	const char *texts[] = { text, NULL };
	char *got = warnings(book, texts, true);

	ck_assert_msg(strcmp(got, wanted) == 0, "want %s\ngot  %s\nof %s", wanted, got, book);
	free(got);
}

#define CODE(BODY) "codebook t language id en\ncode A {\n" BODY " }"

/* TEXT so many times, a paragraph each. */
static char *times(const char *text, unsigned n)
{
	struct buf out = BUF_INIT;

	while (n-- > 0)
		buf_printf(&out, "%s\n", text);
	return buf_detach(&out);
}

START_TEST(a_codebook_that_fits_is_not_told_of)
{
	check(CODE("keywords { iuran, ~bayar -bayaran }\nrule r { when kader near 3 aktif unless "
		   "lama where speaker.role = informant and document.lokasi = sukamulya }"),
		"J: Iuran dibayar. Bayaran naik. Kader sangat aktif.\nL: Ya.\nJ: Kader aktif sudah "
		"lama.",
		"");
}
END_TEST

START_TEST(a_pattern_that_is_nowhere)
{
	/* with words few letters away, and of the same root */
	check(CODE("keywords { sosialisai, iuran }"), "J: Iuran, sosialisasi, sosialisasi.",
		"W081 3:12 sosialisai is nowhere in the texts (words that look like it: "
		"sosialisasi 2)");
	check(CODE("keywords { pembayarannya, iuran }"), "J: Iuran, membayar, bayar.",
		"W081 3:12 pembayarannya is nowhere in the texts (words of the same root: bayar 1, "
		"membayar 1)");
	check(CODE("keywords { optima*, iuran }"), "J: Iuran optomal.",
		"W081 3:12 optima* is nowhere in the texts (words that look like it: optomal 1)");
	check(CODE("keywords { ~pemahan, iuran }"), "J: Iuran pemaham.",
		"W081 3:12 ~pemahan is nowhere in the texts (words that look like it: pemaham 1)");
	check(CODE("keywords { =Iuran, kader }"), "J: iuran kader.",
		"W081 3:12 =Iuran is nowhere in the texts (words that look like it: iuran 1)");
}
END_TEST

START_TEST(a_phrase_that_is_nowhere)
{
	check(CODE("keywords { \"nota kesepahaman\", iuran }"), "J: Iuran nota dan kesepahaman.",
		"W081 3:12 \"nota kesepahaman\" is nowhere in the texts (its words are there, but "
		"not "
		"side by side: nota 1, kesepahaman 1)");
	check(CODE("keywords { \"nota kesepahaman\", iuran }"), "J: Iuran nota.",
		"W081 3:12 \"nota kesepahaman\" is nowhere in the texts (not all of its words are "
		"there: nota 1, kesepahaman 0)");
}
END_TEST

START_TEST(what_only_the_interviewer_says)
{
	check(CODE("keywords { iuran, premi }"), "T: Premi?\nJ: Iuran.",
		"W081 3:19 premi is in the texts, but nowhere where its rule reads (places in "
		"words of "
		"interviewers, headings, tables or what 'where' leaves out: 1)");
	check(CODE("speakers all keywords { iuran, premi }"), "T: Premi?\nJ: Iuran.", "");
}
END_TEST

START_TEST(what_exclusions_keep_out_altogether)
{
	check(CODE("keywords { kesepahaman* -\"nota kesepahaman\", iuran }"),
		"J: Iuran. Nota kesepahaman. Nota kesepahaman.",
		"W081 3:12 all that kesepahaman* finds is kept out by its exclusions: 2");
}
END_TEST

START_TEST(many_that_are_nowhere_are_one_warning)
{
	check("codebook t\nwords @m { satu, dua, tiga, empat, lima, enam, iuran }\ncode A { "
	      "keywords { "
	      "@m } }",
		"J: Iuran.",
		"W081 2:7 6 of 7 items of the list '@m' are nowhere in the texts: satu, dua, tiga, "
		"empat, lima and 1 more");
	check(CODE("keywords { satu, dua, tiga, iuran }"), "J: Iuran.",
		"W081 3:12 3 of 4 keywords of 'A' are nowhere in the texts: satu, dua, tiga");
	check(CODE("keywords { satu, dua, iuran }"), "J: Iuran.",
		"W081 3:12 satu is nowhere in the texts\nW081 3:18 dua is nowhere in the texts");
	/* a list that no rule uses is looked at as well */
	check("codebook t\nwords @m { iuran, premi }", "J: Iuran.",
		"W081 2:19 premi is nowhere in the texts");
}
END_TEST

START_TEST(a_rule_that_never_hits)
{
	check(CODE("rule r { when iuran near 2 ~bayar }"), "J: Iuran itu harus selalu dibayar.",
		"W081 3:1 the rule 'r' never hits (found: iuran 1, ~bayar 1; but nowhere as the "
		"rule "
		"wants them)");
	check(CODE("rule r { when iuran near 2 premi }"), "J: Iuran itu.",
		"W081 3:1 the rule 'r' never hits (found: iuran 1; nothing is found for premi)");
	check(CODE("rule r { when premi near 2 kaderr }"), "J: Iuran kader.",
		"W081 3:1 the rule 'r' never hits (nothing is found for premi, kaderr; words that "
		"look "
		"like "
		"it: kader 1)");
	check(CODE("rule r { when iuran unless kader }"), "J: Iuran kader. Kader iuran.",
		"W081 3:1 the rule 'r' never hits ('unless' silences all units in which 'when' "
		"holds: "
		"2)");
	check(CODE("rule r { when iuran or premi }"), "J: Iuran.",
		"W081 3:24 premi is nowhere in the texts");
	/* a private rule is tried too */
	check(CODE("private rule p { when iuran } rule r { when kader and <:p> }"),
		"J: Iuran kader.", "");
	check(CODE("private rule p { when premi } rule r { when kader and <:p> }"), "J: Kader.",
		"W081 3:9 the rule 'p' never hits (nothing is found for premi)\n"
		"W081 3:31 the rule 'r' never hits (found: kader 1; but nowhere as the rule wants "
		"them)");
}
END_TEST

START_TEST(what_never_fires)
{
	check(CODE("rule r { when iuran unless kader }"), "J: Iuran. Kader.",
		"W082 3:28 'unless' never holds where 'when' does (the hits are the same with it "
		"and "
		"without it: 1)");
	check(CODE("rule r { when iuran unless premi }"), "J: Iuran.",
		"W082 3:28 'unless' never holds where 'when' does (the hits are the same with it "
		"and "
		"without it: 1)");
	check(CODE("rule r { when iuran unless premi or kader }"), "J: Iuran. Iuran kader.",
		"W082 3:28 premi is nowhere in the texts, so it forbids nothing");
	check(CODE("rule r { when iuran not near 3 premi }"), "J: Iuran.",
		"W082 3:32 premi is nowhere in the texts, so it forbids nothing");
	check(CODE("rule r { when iuran and not premi }"), "J: Iuran.",
		"W082 3:29 premi is nowhere in the texts, so it forbids nothing");
	check(CODE("keywords { ~paham -kesepahaman -pahamnya -sepaham }"), "J: Memahami, pahamnya.",
		"W082 3:20 nothing is kept out of ~paham by -kesepahaman, -sepaham");
	check(CODE("keywords { sadar -\"Desa Sadar\" }"), "J: Sadar di desa itu.",
		"W082 3:19 nothing is kept out of sadar by -\"Desa Sadar\"");
	check(CODE("keywords { sadar -\"Desa Sadar\" }"), "J: Sadar di Desa Sadar.", "");
	check("codebook t\nwords @m { iuran }\ncode A { keywords { @m -premi } }", "J: Iuran.",
		"W082 3:25 nothing is kept out of @m by -premi");
}
END_TEST

START_TEST(a_where_that_changes_nothing)
{
	check(CODE("rule r { when iuran where speaker.role = informant }"), "J: Iuran.",
		"W082 3:27 'where' keeps nothing out");
	check(CODE("rule r { when iuran where speaker.role = other }"), "J: Iuran.",
		"W082 3:27 'where' holds in no paragraph");
	check(CODE("rule r { when iuran where speaker.role = informant }"), "J: Iuran.\nL: Ya.",
		"");
}
END_TEST

START_TEST(a_word_that_is_everywhere)
{
	char *much = times("J: Iuran satu dua tiga empat lima.", 20);
	char *little = times("J: Iuran satu dua tiga empat lima.", 19);

	check(CODE("keywords { iuran }"), much,
		"W083 3:12 iuran finds 20 words, 16.7 % of all (alone it says little: ask for "
		"another "
		"word near it, or give it less weight)");
	check(CODE("keywords { iuran }"), little, "");
	check(CODE("rule r { when iuran near 2 satu }"), much, "");
	check(CODE("rule r { when (iuran or kader) and satu }"), much,
		"W081 3:25 kader is nowhere in "
		"the texts");
	free(much);
	free(little);
}
END_TEST

#define IDLE " (its words count there already: it adds nothing to any score)"

START_TEST(a_rule_that_hits_only_beside_another)
{
	static const char always[] = "J: Media sosial. Media sosial ramai. Lewat media sosial.";

	/* of two that are always together the later one */
	check(CODE("keywords { media, \"media sosial\" }"), always,
		"W084 3:19 '\"media sosial\"' hits only where 'media' in line 3 does; hits: "
		"3" IDLE);
	check(CODE("rule r { when kader }\nrule q { when kader }"), "J: Kader. Kader. Kader.",
		"W084 4:1 'q' hits only where 'r' in line 3 does; hits: 3" IDLE);
	/* the narrow one, though it stands first */
	check(CODE("keywords { \"media sosial\", media }"),
		"J: Media sosial. Media sosial ramai. Lewat media sosial. Media.",
		"W084 3:12 '\"media sosial\"' hits only where 'media' in line 3 does; hits: "
		"3" IDLE);
	/* a word that is always in the phrase, of less weight */
	check(CODE("keywords weight 0.3 { media } keywords { \"media sosial\" }"), always,
		"W084 3:23 'media' hits only where '\"media sosial\"' in line 3 does; hits: "
		"3" IDLE);
	/* another word once, too few, more weight, another code, another unit */
	check(CODE("keywords { \"media sosial\", media }"),
		"J: Media sosial. Media sosial ramai. Media, lewat media sosial. Media.", "");
	check(CODE("keywords { media, \"media sosial\" }"), "J: Media sosial. Media sosial ramai.",
		"");
	check(CODE("keywords { media } keywords weight 0.9 { \"media sosial\" }"),
		"J: Media sosial. Media sosial ramai. Lewat media sosial. Media.", "");
	check("codebook t\ncode A { keywords { media } }\ncode B { keywords { \"media sosial\" } }",
		always, "");
	check(CODE("keywords { media } rule r { unit paragraph when \"media sosial\" }"), always,
		"");
}
END_TEST

START_TEST(codes_that_are_nearly_equal)
{
	char *nine = times("J: Iuran kader.", 9);
	char *text = mem_printf("%sJ: Iuran saja.\n", nine);

	check("codebook t\ncode A { keywords { iuran } }\ncode B { keywords { kader } }", text,
		"W085 3:6 'B' and 'A' are suggested for nearly the same units: 9 of 10 (Jaccard "
		"0.90, "
		"told from 0.80 on) (make their rules differ, or make one code of them)");
	check("codebook t\ncode A { keywords { iuran } code B { inherit up keywords { kader } } }",
		text, "");
	check("codebook t\ncode A { keywords { iuran } }\ncode B { unit paragraph keywords { kader "
	      "} }",
		text, "");
	check("codebook t\ncode A { keywords { iuran } }\ncode B { keywords { kader } }",
		"J: Iuran kader. Iuran kader.", "");
	free(nine);
	free(text);
}
END_TEST

START_TEST(variables_and_values_that_are_unknown)
{
	check(CODE("rule r { when iuran where speaker.kelompk = kader }"), "J: Iuran.",
		"W086 3:27 the project has no variable speaker.kelompk (did you mean "
		"'speaker.kelompok'?)");
	check(CODE("rule r { when iuran where document.kelompok = kader }"), "J: Iuran.",
		"W086 3:27 the project has no variable document.kelompok (did you mean "
		"'speaker.kelompok'?)");
	check(CODE("rule r { when iuran where document.usia = 40 }"), "J: Iuran.",
		"W086 3:27 the project has no variable document.usia (the project has "
		"document.lokasi, speaker.code, speaker.kelompok)");
	check(CODE("rule r { when iuran where speaker.kelompok = kadr }"), "J: Iuran.",
		"W086 3:27 speaker.kelompok is nowhere \"kadr\" in the project (did you mean "
		"'kader'?)");
	check(CODE("rule r { when iuran where speaker.kelompok != peserta }"), "J: Iuran.",
		"W086 3:27 speaker.kelompok is nowhere \"peserta\" in the project (its values: "
		"kader "
		"1)");
	check(CODE("rule r { when iuran where document.lokasi like \"s*r\" }"), "J: Iuran.",
		"W086 3:27 document.lokasi is nowhere \"s*r\" in the project (its values: "
		"Sukamulya "
		"1)");
	check(CODE("rule r { when iuran where speaker.role = informn }"), "J: Iuran.",
		"W086 3:27 \"informn\" is no value of speaker.role (did you mean 'informant'?)");
	check(CODE("rule r { when iuran where speaker.role = informan and speaker.code = i1 and "
		   "document.lokasi = sukamulya }"),
		"J: Iuran.\nL: Ya.", "");
	check(CODE("rule r { when iuran where speaker.usia < 40 or speaker.role = informant }"),
		"J: Iuran.\nL: Ya.",
		"W086 3:27 the project has no variable speaker.usia (the project has "
		"document.lokasi, "
		"speaker.code, speaker.kelompok)");
}
END_TEST

START_TEST(forms_that_a_plain_word_misses)
{
	char *text =
		times("J: Keluarga dan keluarganya. Masa itu masalah. The worker and workers.", 5);

	check(CODE("keywords { keluarga, masa }"), text,
		"W087 3:12 keluarga misses other forms of the word: keluarganya 5 (write ~keluarga "
		"for "
		"all forms of the root, or add them)");
	check(CODE("keywords { worker }"), text,
		"W087 3:12 worker misses other forms of the word: workers 5 (write stem:worker for "
		"all "
		"forms, or add them)");
	check("codebook t language id\ncode A { keywords { worker } }", text, "");
	check(CODE("keywords { keluarga, keluarganya }"), text, "");
	check(CODE("keywords weight 0.8 { keluarga } rule r { when ~keluarga near 2 dan }"), text,
		"");
	check(CODE("keywords { =Keluarga }"), text, "");
	check(CODE("keywords { \"keluarga dan\" }"), text, "");
	check("codebook t\nwords @m { keluarga }\nwords @n { keluarganya }\ncode A { keywords { "
	      "@m, "
	      "@n } }",
		text,
		"W087 2:12 keluarga misses other forms of the word: keluarganya 5 (write ~keluarga "
		"for "
		"all forms of the root, or add them)");
	free(text);
}
END_TEST

START_TEST(a_comment_silences_each_of_them)
{
	check(CODE("keywords {\n  sosialisai # suppress: W081\n  iuran }"), "J: Iuran.", "");
	check("codebook t\n# suppress: W081\nwords @m {\n  satu\n  dua\n  tiga\n  iuran }\ncode A "
	      "{ "
	      "keywords { @m } }",
		"J: Iuran.", "");
	check("codebook t\nwords @m {\n  satu\n  dua # suppress: W081\n  tiga\n  iuran }\ncode A { "
	      "keywords { @m } }",
		"J: Iuran.",
		"W081 3:3 satu is nowhere in the texts\nW081 5:3 tiga is nowhere in the texts");
	check(CODE("# suppress: W082\nrule r { when iuran unless premi }"), "J: Iuran.", "");
}
END_TEST

START_TEST(several_texts_are_one_corpus)
{
	const char *texts[] = { "J: Iuran.", "J: Premi.", NULL }, *none[] = { NULL };
	char *got = warnings(CODE("keywords { iuran, premi }"), texts, true);

	ck_assert_str_eq(got, "");
	free(got);
	got = warnings(CODE("keywords { iuran, premi }"), none, true);
	ck_assert_str_eq(got, "");
	free(got);
}
END_TEST

UNIT_MAIN("fit", a_codebook_that_fits_is_not_told_of, a_pattern_that_is_nowhere,
	a_phrase_that_is_nowhere, what_only_the_interviewer_says,
	what_exclusions_keep_out_altogether, many_that_are_nowhere_are_one_warning,
	a_rule_that_never_hits, what_never_fires, a_where_that_changes_nothing,
	a_word_that_is_everywhere, a_rule_that_hits_only_beside_another,
	codes_that_are_nearly_equal, variables_and_values_that_are_unknown,
	forms_that_a_plain_word_misses, a_comment_silences_each_of_them,
	several_texts_are_one_corpus)
