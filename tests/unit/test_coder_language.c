/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stem:, compounds in phrases, `negation`, expand, <CODE>, use and extend, as the engine runs them.
 */
#include "tests/unit/coder_help.h"

/* Suggestions with scores of a codebook of these items over the text. */
static void assert_codes(const char *items, const char *text, const char *wanted)
{
	char *book = mem_printf("codebook t language id\n%s\n", items), *found;
	struct codebook *cb = coder_book(book);
	struct document *doc = coder_document(text);

	found = coder_run(cb, doc, SHOW_SCORES, NULL);
	ck_assert_msg(strcmp(found, wanted) == 0, "%s\n%s\nwanted %s\nfound  %s", book, text,
		wanted, found);
	free(found);
	free(book);
	document_free(doc);
	codebook_free(cb);
}

START_TEST(stems_find_words_of_the_same_stem)
{
	const char *text = "Implementation is hard. We implemented it. The implement-ers left. "
			   "Impulse came.";

	assert_units("when stem:implementing", text,
		"[Implementation is hard.] [We implemented it.] [The implement-ers left.]");
	assert_units("when stem:en:implement", "Implements. Implementasi.", "[Implements.]");
	assert_units(
		"when stem:nl:werk", "Het werk. Zij werken. Worden.", "[Het werk.] [Zij werken.]");
	assert_units("when stem:implement -implemented", text,
		"[Implementation is hard.] [The implement-ers left.]");
}
END_TEST

START_TEST(a_compound_in_a_phrase_is_one_word_or_two)
{
	const char *text = "Nota kerja sama terbit. Nota kerjasama terbit. Nota bekerja sama. Nota "
			   "kerja-sama. Nota kerja bersama. Nota, kerja sama.";

	assert_units("when \"nota ~kerja_sama\"", text,
		"[Nota kerja sama terbit.] [Nota kerjasama terbit.] [Nota bekerja sama.] [Nota "
		"kerja-sama.]");
	assert_units("when \"~kerja_sama terbit\"", text,
		"[Nota kerja sama terbit.] [Nota kerjasama terbit.]");
	assert_units("when \"~kerja_sama ~temu_warga\"",
		"Kerja sama temu warga. Kerjasama temuwarga. Kerja temu.",
		"[Kerja sama temu warga.] [Kerjasama temuwarga.]");
	assert_units("when \"~kerja_sama ~kerja_sama\"", "Kerja sama kerjasama. Kerja sama sama.",
		"[Kerja sama kerjasama.]");
}
END_TEST

START_TEST(a_phrase_ends_with_its_sentence)
{
	assert_units("when \"~kerja_sama terbit\"", "Kerja sama. Terbit. Kerja. Sama terbit.", "");
	assert_units("when \"nota terbit\"", "Ini nota. Terbit itu. Nota\nterbit.", "");
}
END_TEST

#define NEGATION(CHANGE) CHANGE "\ncode A { rule r { when negated optimal } }"

START_TEST(negation_takes_any_pattern)
{
	assert_codes(NEGATION("negation id add { \"jauh dari\", ~gagal, =NIHIL, /k.l.h/ }"),
		"Jauh dari kata optimal. Jauh sekali optimal.\nKegagalan optimal.\nNihil optimal.\n"
		"NIHIL optimal.\nKalah optimal.",
		"A 0.5000; A 0.5000; A 0.5000; A 0.5000");
	assert_codes(NEGATION("negation id remove { ~kurang, tak }"),
		"Kurang optimal. Tak optimal. Belum optimal.", "A 0.5000");
	assert_codes(NEGATION("negation id except { \"tidak ~urus\" }"),
		"Tidak mengurus optimal. Tidak kelihatan optimal.", "A 0.5000");
	assert_codes(NEGATION("negation id border { \"akan tetapi\", ~tambah }"),
		"Tidak akan tetapi optimal. Tidak akan optimal. Tidak menambah optimal.",
		"A 0.5000");
	assert_codes(NEGATION("words @n { mustahil, \"tipis harapan\" }\nnegation id add { @n }"),
		"Mustahil optimal. Tipis harapan itu optimal. Harapan optimal.",
		"A 0.5000; A 0.5000");
}
END_TEST

START_TEST(an_added_trigger_counts_from_its_last_word)
{
	/* the third word before the place is the last one that counts */
	assert_codes(NEGATION("negation id add { \"jauh dari\" }"),
		"Jauh dari kata yang optimal. Jauh dari kata yang sudah optimal.", "A 0.5000");
}
END_TEST

static enum rc note_span(const struct engine_suggestion *s, void *arg, struct err *e)
{
	(void)e;
	buf_printf(arg, "%s%s %u-%u", ((struct buf *)arg)->len > 0 ? "; " : "", s->code->key,
		s->start, s->end);
	return RC_OK;
}

static void assert_spans(const char *items, const char *text, const char *wanted)
{
	char *book = mem_printf("codebook t language id\n%s\n", items);
	struct codebook *cb = coder_book(book);
	struct document *doc = coder_document(text);
	struct buf out = BUF_INIT;
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct engine *g = NULL;

	buf_adds(&out, "");
	ck_assert_int_eq(engine_new((const struct codebook *const *)&cb, 1, &g, &d, &e), RC_OK);
	ck_assert_int_eq(engine_run(g, doc, note_span, &out, &d, &e), RC_OK);
	ck_assert_str_eq(out.data, wanted);
	buf_release(&out);
	engine_free(g);
	diags_release(&d);
	document_free(doc);
	codebook_free(cb);
	free(book);
}

START_TEST(expand_grows_the_span_within_the_turn)
{
	/* 3-8, 9-14, 15-20, 21-26; the rest is another turn */
	const char *text = "J: Aaaa. Bbbb. Cccc. Dddd.\nK: Eeee.";

	assert_spans("code A { keywords { bbbb } }", text, "A 9-14");
	assert_spans("code A { expand before 1 after 1 keywords { bbbb } }", text, "A 3-20");
	assert_spans("code A { expand before 9 after 9 keywords { bbbb } }", text, "A 3-26");
	assert_spans("code A { expand before 0 after 2 keywords { cccc } }", text, "A 15-26");
	assert_spans("code A { expand before 1 after 1 rule r { unit turn when cccc } }", text,
		"A 3-26");
	assert_spans("code A { expand before 1 after 0 rule r { unit match when cccc } }", text,
		"A 9-19");
}
END_TEST

START_TEST(two_units_that_grow_to_one_span_are_one_suggestion)
{
	assert_spans("code A { expand before 1 after 1 keywords { aaaa, bbbb } }", "J: Aaaa. Bbbb.",
		"A 3-14");
}
END_TEST

START_TEST(a_code_is_true_where_it_is_suggested)
{
	/* INT needs two keywords */
	const char *codes = "code INT { threshold 0.7 keywords { edukasi, paham } }\n"
			    "code B { rule r { when <INT> and warga } }";

	assert_codes(codes, "Edukasi warga. Edukasi warga paham.", "B 0.5000; INT 0.7500");
	assert_codes("code A { rule r { when negated optimal and <B> } }\n"
		     "code B { rule r { unit document when program } }",
		"Program itu. Belum optimal.", "B 0.5000; A 0.5000");
	assert_codes("code A { rule r { when optimal unless <B> } }\n"
		     "code B { keywords { program } }",
		"Program optimal. Sudah optimal.", "B 0.5000; A 0.5000");
}
END_TEST

START_TEST(a_code_waits_for_children_that_inherit_up)
{
	assert_codes("code A { rule r { when <P> } }\n"
		     "code P { code K { inherit up keywords { anak } } }",
		"Anak itu. Orang.", "A 0.5000; K 0.5000; P 0.5000");
	assert_codes("code P { code K { inherit up rule r { when <Q> } } }\n"
		     "code Q { keywords { anak } }\ncode Z { rule r { when <P> } }",
		"Anak itu.", "K 0.5000; P 0.5000; Q 0.5000; Z 0.5000");
}
END_TEST

START_TEST(exclusive_groups_choose_after_references)
{
	assert_codes("code A { exclusive g keywords { \"media promosi\" } }\n"
		     "code B { exclusive g keywords { media } }\ncode C { rule r { when <B> } }",
		"Media promosi.", "A 0.5000; C 0.5000");
}
END_TEST

static struct codebook *bundle(const char *a, const char *id, const char *b)
{
	char *text = mem_printf(
		"%s\n#: file %s\n%s\n#: files %zu %zu\n", a, id, b, strlen(a), strlen(b));
	struct codebook *cb = coder_book(text);

	free(text);
	return cb;
}

START_TEST(used_codes_suggest_under_their_own_key_with_their_own_negation)
{
	struct codebook *cb = bundle(
		"codebook a language id\nuse \"b.codebook\"\n"
		"code X { keywords { @b.kata } rule n { when negated optimal } }\n"
		"extend b.Y { rule m { when negated efektif } }",
		"b.codebook",
		"codebook b language id\nnegation id add { mustahil }\nwords @kata { temu }\n"
		"code Y { rule n { when negated optimal } }");
	struct document *doc =
		coder_document("Temu warga.\nMustahil optimal.\nMustahil efektif.\nBelum efektif.");
	char *found = coder_run(cb, doc, SHOW_SCORES, NULL);

	ck_assert_str_eq(found, "X 0.5000; Y 0.5000; Y 0.5000");
	free(found);
	document_free(doc);
	codebook_free(cb);
}
END_TEST

START_TEST(a_file_that_two_codebooks_use_suggests_once)
{
	static const char b[] = "codebook b language id\ncode Y { keywords { optimal } }";
	struct codebook *books[2] = {
		bundle("codebook a language id\nuse \"b.codebook\"\n", "b.codebook", b),
		bundle("codebook c language id\nuse \"b.codebook\"\nextend b.Y { keywords { belum "
		       "} }\n",
			"b.codebook", b),
	};
	struct document *doc = coder_document("Belum optimal.");
	struct buf out = BUF_INIT;
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct engine *g = NULL;

	ck_assert_int_eq(engine_new((const struct codebook *const *)books, 2, &g, &d, &e), RC_OK);
	ck_assert_int_eq(engine_run(g, doc, note_span, &out, &d, &e), RC_OK);
	ck_assert_str_eq(out.data, "Y 0-14");
	buf_release(&out);
	engine_free(g);
	diags_release(&d);
	document_free(doc);
	codebook_free(books[0]);
	codebook_free(books[1]);
}
END_TEST

UNIT_MAIN("coder language", stems_find_words_of_the_same_stem,
	a_compound_in_a_phrase_is_one_word_or_two, a_phrase_ends_with_its_sentence,
	negation_takes_any_pattern, an_added_trigger_counts_from_its_last_word,
	expand_grows_the_span_within_the_turn, two_units_that_grow_to_one_span_are_one_suggestion,
	a_code_is_true_where_it_is_suggested, a_code_waits_for_children_that_inherit_up,
	exclusive_groups_choose_after_references,
	used_codes_suggest_under_their_own_key_with_their_own_negation,
	a_file_that_two_codebooks_use_suggests_once)
