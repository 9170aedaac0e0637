/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Explanations say what the engine does, and by how much it fails. */
#include "tests/unit/coder_help.h"

#include "coder/dialogue.h"
#include "coder/explain.h"

/* The first rule told of the text, as lines; "HIT\n" in front if it hits. */
static char *explained(const char *clauses, const char *text)
{
	char *source = mem_printf("codebook t language id\n"
				  "words @mutu { optimal, maksimal, efektif }\n"
				  "code A { rule r { %s } }\n",
		clauses);
	struct codebook *cb = coder_book(source);
	struct document *doc = NULL;
	struct engine *g = NULL;
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct explanation x;
	struct buf out = BUF_INIT;

	ck_assert_int_eq(dialogue_document(text, &doc, &e), RC_OK);
	ck_assert_int_eq(engine_new((const struct codebook *const *)&cb, 1, &g, &d, &e), RC_OK);
	explain_document(g, doc, NULL, NULL, &x, &d);
	ck_assert_uint_eq(x.rules.n, 1);
	buf_adds(&out, x.rules.items[0].hit ? "HIT\n" : "");
	explain_print(&x.rules.items[0], 0, &out);
	explain_release(&x);
	engine_free(g);
	document_free(doc);
	codebook_free(cb);
	diags_release(&d);
	free(source);
	return buf_detach(&out);
}

static void check(const char *clauses, const char *text, const char *wanted, int line)
{
	char *got = explained(clauses, text);

	ck_assert_msg(strcmp(got, wanted) == 0, "line %d: %s in '%s':\n%s\nwanted:\n%s", line,
		clauses, text, got, wanted);
	free(got);
}

#define assert_explained(CLAUSES, TEXT, LINES) check(CLAUSES, TEXT, LINES, __LINE__)

START_TEST(tells_the_words_of_what_holds)
{
	assert_explained("when iuran near 2 rutin", "Iuran dibayar rutin.",
		"HIT\n"
		"+ when near 2: Iuran, rutin\n"
		"  + iuran: Iuran\n"
		"  + rutin: rutin\n");
}
END_TEST

START_TEST(tells_the_distance_at_the_border)
{
	assert_explained("when iuran near 2 rutin", "Iuran itu dibayar rutin.",
		"- when near 2 — “Iuran” and “rutin”: distance 3, 2 allowed\n"
		"  + iuran: Iuran\n"
		"  + rutin: rutin\n");
}
END_TEST

START_TEST(tells_of_order_and_turns)
{
	assert_explained("when iuran before 3 rutin", "Rutin iuran.",
		"- when before 3 — “iuran” stands behind “Rutin”\n"
		"  + iuran: iuran\n"
		"  + rutin: Rutin\n");
	assert_explained("unit document when iuran near 3 rutin", "J: Iuran.\nT: Ya?\nJ: Rutin.",
		"- when near 3 — “Iuran” and “Rutin” are in different turns\n"
		"  + iuran: Iuran\n"
		"  + rutin: Rutin\n");
	assert_explained("when rapat near 3 ~rapat", "Rapat.",
		"- when near 3 — they share their words\n"
		"  + rapat: Rapat\n"
		"  + ~rapat: Rapat\n");
}
END_TEST

START_TEST(tells_why_a_place_is_not_negated)
{
	assert_explained("when negated optimal", "Belum dapat dikatakan sudah optimal.",
		"- when negated — “Belum” is 4 words before “optimal”, 3 allowed\n"
		"  + optimal: optimal\n");
	assert_explained("when negated optimal", "Sudah optimal.",
		"- when negated — no negation in the 3 words before “optimal”\n"
		"  + optimal: optimal\n");
	assert_explained("when negated optimal", "Tidak hanya optimal.",
		"- when negated — “Tidak” before “optimal” does not count: a border, an exception "
		"or a double negation\n"
		"  + optimal: optimal\n");
	assert_explained("when affirmed optimal", "Belum optimal.",
		"- when affirmed — “optimal” is negated by “Belum”\n"
		"  + optimal: optimal\n");
}
END_TEST

START_TEST(tells_of_almost_the_word)
{
	assert_explained("when optimal", "Optimalnya nanti.",
		"- when optimal — “Optimalnya” is there: optimal* would find it\n");
	assert_explained(
		"when =MoU", "Ada mou.", "- when =MoU — “mou” is there, but case counts\n");
	assert_explained("when ~sadar -\"Desa Sadar\"", "Di Desa Sadar.",
		"- when ~sadar -\"Desa Sadar\" — “Sadar” is excluded by -\"Desa Sadar\"\n");
	assert_explained("when optimal", "Kader.", "- when optimal — not there\n");
}
END_TEST

START_TEST(tells_what_silences_a_rule)
{
	assert_explained("when iuran unless rutin", "Iuran rutin.",
		"+ when iuran: Iuran\n"
		"+ unless rutin: rutin\n");
	assert_explained("when iuran and not rutin", "Iuran rutin.",
		"- when and\n"
		"  + iuran: Iuran\n"
		"  - not — what must not be there is there\n"
		"    + rutin: rutin\n");
	assert_explained("when iuran not near 2 rutin", "Iuran rutin.",
		"- when not near 2 — “Iuran” and “rutin”: distance 1, more than 2 wanted\n"
		"  + iuran: Iuran\n"
		"  + rutin: rutin\n");
}
END_TEST

START_TEST(counts_what_is_counted)
{
	assert_explained("when 2 of @mutu", "Sudah optimal.",
		"- when 2 of @mutu — 1 of them, 2 wanted\n"
		"  + optimal: optimal\n"
		"  - maksimal — not there\n"
		"  - efektif — not there\n");
}
END_TEST

START_TEST(looks_into_scopes)
{
	assert_explained("when baik and in question (iuran)", "T: Bagaimana rutin?\nJ: Sudah baik.",
		"- when and\n"
		"  + baik: baik\n"
		"  - in question\n"
		"    - iuran — not there\n");
	assert_explained("when baik and in question (iuran)", "Sudah baik.",
		"- when and\n"
		"  + baik: baik\n"
		"  - in question — no question before it\n"
		"    - iuran — not there\n");
	assert_explained("when in turn (mitra near 1 kader)", "Mitra. Ada kader.",
		"“Mitra.”\n"
		"- when in turn\n"
		"  - near 1 — “Mitra” and “kader”: distance 2, 1 allowed\n"
		"    + mitra: Mitra\n"
		"    + kader: kader\n");
}
END_TEST

START_TEST(tells_of_the_nearest_of_several_sentences)
{
	assert_explained("when iuran near 1 rutin", "Kader. Iuran dibayar rutin. Iuran.",
		"“Iuran dibayar rutin.”\n"
		"- when near 1 — “Iuran” and “rutin”: distance 2, 1 allowed\n"
		"  + iuran: Iuran\n"
		"  + rutin: rutin\n");
}
END_TEST

START_TEST(tells_of_what_is_not_read)
{
	assert_explained("when iuran where speaker.role = other", "Iuran.",
		"- it reads nothing of this text (speakers, where)\n");
	assert_explained("when iuran", "T: Iuran?\nJ: Ya.",
		"- when iuran — “Iuran” is in a part that is not read (speakers, where)\n");
}
END_TEST

START_TEST(near_misses_come_first_then_hits)
{
	struct codebook *cb = coder_book("codebook t language id\n"
					 "code A { rule hit { when iuran }\n"
					 " rule none { when kader }\n"
					 " rule free { when kader and not korupsi }\n"
					 " rule half { when iuran and kader }\n"
					 " rule silenced { when iuran unless rutin } }\n");
	static const char *const order[] = { "silenced", "half", "hit", "free", "none" };
	struct document *doc = NULL;
	struct engine *g = NULL;
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct explanation x;

	ck_assert_int_eq(dialogue_document("Iuran rutin.", &doc, &e), RC_OK);
	ck_assert_int_eq(engine_new((const struct codebook *const *)&cb, 1, &g, &d, &e), RC_OK);
	explain_document(g, doc, NULL, NULL, &x, &d);
	ck_assert_uint_eq(x.rules.n, 5);
	for (size_t i = 0; i < 5; i++) {
		ck_assert_str_eq(x.rules.items[i].rule->key, order[i]);
		ck_assert_int_eq(explain_is_near(&x.rules.items[i]), i < 2);
	}
	ck_assert_uint_eq(x.codes.n, 1);
	ck_assert(x.codes.items[0].suggested);
	explain_release(&x);
	engine_free(g);
	document_free(doc);
	codebook_free(cb);
	diags_release(&d);
}
END_TEST

/* The codes of the text as "CODE score(own) rule[-] ... grown instead" lines. */
static char *told_codes(const char *codes, const char *text)
{
	char *source = mem_printf("codebook t language id\n%s", codes);
	struct codebook *cb = coder_book(source);
	struct document *doc = NULL;
	struct engine *g = NULL;
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct explanation x;
	struct buf out = BUF_INIT;

	ck_assert_int_eq(dialogue_document(text, &doc, &e), RC_OK);
	ck_assert_int_eq(engine_new((const struct codebook *const *)&cb, 1, &g, &d, &e), RC_OK);
	explain_document(g, doc, NULL, NULL, &x, &d);
	vec_each (const struct explain_code, c, &x.codes) {
		vec_each (const struct explain_unit, u, &c->units) {
			buf_printf(&out, "%s%s %.4g(%.4g)", u->suggested ? "" : "no ", c->code->key,
				u->score, u->own);
			for (size_t i = 0; i < u->nhits; i++)
				buf_printf(&out, " %s%s", u->hits[i].rule->key,
					u->hits[i].counted ? "" : "-");
			if (u->instead != NULL)
				buf_printf(&out, " instead %s", u->instead->key);
			if (u->grown_text != NULL)
				buf_printf(&out, " grown “%s”", u->grown_text);
			buf_addc(&out, '\n');
		}
	}
	explain_release(&x);
	engine_free(g);
	document_free(doc);
	codebook_free(cb);
	diags_release(&d);
	free(source);
	return buf_detach(&out);
}

static void check_codes(const char *codes, const char *text, const char *wanted)
{
	char *got = told_codes(codes, text);

	ck_assert_str_eq(got, wanted);
	free(got);
}

START_TEST(tells_how_a_score_comes_about)
{
	check_codes(
		"code A { threshold 0.7 keywords { ~edukasi, paham, media, \"media promosi\" } }",
		"Edukasi media promosi. Warga paham.",
		"A 0.75(0.75) \"media promosi\" ~edukasi media-\n"
		"no A 0.5(0.5) paham\n");
	check_codes(
		"code A { keywords { paham } code B { inherit up keywords weight 0.9 { warga } } }",
		"Warga paham.",
		"A 0.9(0.5) warga paham\n"
		"B 0.9(0.9) warga\n");
}
END_TEST

START_TEST(tells_what_becomes_of_a_suggestion)
{
	check_codes("code A { exclusive g keywords { \"media promosi\" } }\n"
		    "code B { exclusive g keywords { media } expand before 0 after 1 }",
		"Media promosi. Media. Baik.",
		"A 0.5(0.5) \"media promosi\"\n"
		"no B 0.5(0.5) media instead A\n"
		"B 0.5(0.5) media grown “Media. Baik.”\n");
}
END_TEST

START_TEST(gives_distances_and_places_as_numbers)
{
	struct codebook *cb = coder_book("codebook t language id\n"
					 "code A { rule r { when iuran near 2 negated rutin } }");
	struct document *doc = NULL;
	struct engine *g = NULL;
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct explanation x;
	const struct explain_node *when;

	ck_assert_int_eq(dialogue_document("Iuran tidak dibayar rutin.", &doc, &e), RC_OK);
	ck_assert_int_eq(engine_new((const struct codebook *const *)&cb, 1, &g, &d, &e), RC_OK);
	explain_document(g, doc, NULL, NULL, &x, &d);
	when = x.rules.items[0].when;
	ck_assert(!when->holds);
	ck_assert_uint_eq(when->nsteps, 1);
	ck_assert_str_eq(when->steps[0].what, "near");
	ck_assert_uint_eq(when->steps[0].found, 3);
	ck_assert_uint_eq(when->steps[0].allowed, 2);
	ck_assert_uint_eq(when->kids[0]->nplaces, 1);
	ck_assert_int_eq(memcmp(doc->text + when->kids[0]->places[0].start, "Iuran", 5), 0);
	ck_assert_uint_eq(when->kids[1]->steps[0].found, 2);
	explain_release(&x);
	engine_free(g);
	document_free(doc);
	codebook_free(cb);
	diags_release(&d);
}
END_TEST

UNIT_MAIN("explain", tells_the_words_of_what_holds, tells_the_distance_at_the_border,
	tells_of_order_and_turns, tells_why_a_place_is_not_negated, tells_of_almost_the_word,
	tells_what_silences_a_rule, counts_what_is_counted, looks_into_scopes,
	tells_of_the_nearest_of_several_sentences, tells_of_what_is_not_read,
	near_misses_come_first_then_hits, tells_how_a_score_comes_about,
	tells_what_becomes_of_a_suggestion, gives_distances_and_places_as_numbers)
