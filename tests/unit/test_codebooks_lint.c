/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Warnings of a codebook that parses. */
#include "unit.h"

#include <string.h>

#include "codebooks/parser.h"

/* The warnings as "W051 2:7, ..." */
static void check(const char *text, const char *expected)
{
	struct diags d = DIAGS_INIT;
	struct buf got = BUF_INIT;
	struct codebook *cb;
	struct err e = ERR_INIT;

	ck_assert_msg(codebook_parse("t", text, strlen(text), &cb, &d, &e) == RC_OK, "%s", text);
	vec_each (const struct diag, g, &d.list) {
		ck_assert_int_eq(g->level, DIAG_WARNING);
		buf_printf(&got, "%s%s %u:%u", got.len > 0 ? ", " : "", g->id, g->at.line,
			g->at.column);
	}
	ck_assert_msg(
		strcmp(got.data, expected) == 0, "want %s\ngot  %s\n%s", expected, got.data, text);
	codebook_free(cb);
	diags_release(&d);
	buf_release(&got);
}

#define CODE(body) "codebook t\ncode A { definition \"d\" test hit \"x\"\n" body " }"

START_TEST(a_good_codebook_has_no_warning)
{
	check(CODE("keywords { ~sosialisasi, =MoU, \"Desa Sadar\", /ada\\s+b/, Kader }"), "");
}
END_TEST

START_TEST(lists_and_private_rules_are_there_to_be_used)
{
	check(CODE("keywords { a } } words @m { b"), "W051 3:24");
	check("codebook t\nwords @m { a }", "");
	check(CODE("rule r { when a } private rule p { when b }"), "W051 3:27");
	check(CODE("rule r { when a and <:p> } private rule p { when b }"), "");
}
END_TEST

START_TEST(the_same_pattern_twice)
{
	check(CODE("keywords { kader, b, Kader }"), "W052 3:22");
	check(CODE("keywords { kader, =Kader }"), "");
	check(CODE("keywords { @m } } words @m { a, b, \"A\""), "W052 3:36");
	check(CODE("keywords { each @m, a } } words @m { a, b"), "W052 3:21");
	check(CODE("keywords { a, each @m } } words @m { a, b"), "");
}
END_TEST

START_TEST(a_space_in_a_regex_is_only_a_space)
{
	check(CODE("rule r { when /ab b/ }"), "W058 3:15");
	check(CODE("rule r { when /ab b/x or /ab[ ]b/ or /ab\\ b/ }"), "");
}
END_TEST

START_TEST(short_roots_find_much)
{
	check(CODE("keywords { ~alat, ~mitra, ~kerja_sama }"), "W060 3:12");
}
END_TEST

START_TEST(capitals_of_an_abbreviation_do_not_count)
{
	check(CODE("keywords { BPJS, =BPJS, MoU, Jakarta, \"BPJS Kesehatan\" }"),
		"W063 3:12, W063 3:25");
}
END_TEST

START_TEST(codes_have_a_definition_and_a_test)
{
	check("codebook t\ncode A { keywords { a } }", "W065 2:6");
	check("codebook t\ncode A { definition \"d\" keywords { a } }", "W065 2:6");
	check("codebook t\ncode A { keywords { a } test hit \"a\" }", "W065 2:6");
	check("codebook t\ncode A { definition \"d\" rule r { when a test hit \"a\" } }", "");
	check("codebook t\ncode A { definition \"d\" code B { definition \"d\" keywords { a } test "
	      "hit \"a\" } }",
		"");
}
END_TEST

#define BARE(key) "code " key " { keywords { a" key " } }\n"

START_TEST(many_bare_codes_are_told_once)
{
	check("codebook t\n" BARE("A") BARE("B") BARE("C") BARE("D") BARE("E"),
		"W065 2:6, W065 3:6, W065 4:6, W065 5:6, W065 6:6");
	check("codebook t\n" BARE("A") BARE("B") BARE("C") BARE("D") BARE("E") BARE("F"),
		"W065 2:6");
	check("codebook t\n# suppress: W065\n" BARE("A") BARE("B") BARE("C") BARE("D") BARE("E")
			BARE("F") BARE("G"),
		"W065 4:6");
}
END_TEST

START_TEST(a_comment_suppresses_a_warning)
{
	check(CODE("keywords { ~alat } # suppress: W060\n"), "");
	check("codebook t\n# suppress: W065\ncode A { keywords { a } }", "");
	check("codebook t\n# suppress: W065 W060\ncode A { keywords { ~alat } }", "");
	check("codebook t\n# suppress: W060\ncode A { keywords { a } }", "W070 2:13, W065 3:6");
	check("codebook t\n\n# suppress: W065\n\ncode A { keywords { a } }", "W070 3:13, W065 5:6");
	check(CODE("# suppress: W058\nrule r {\n  when /ab b/\n }"), "");
	check(CODE("rule r {\n  when /ab b/ # suppress: W058\n }"), "");
}
END_TEST

START_TEST(a_comment_at_an_item_means_all_of_it)
{
	/* a clause, by a comment before it, in it or behind it */
	check(CODE("rule r {\n  # suppress: W058\n  when /ab b/\n  or /bc c/ }"), "");
	check(CODE("rule r {\n  when /ab b/\n  or /bc c/ # suppress: W058\n}"), "");
	check(CODE("rule r {\n  when /ab b/ # suppress: W058\n  or c\n  or /bc c/\n}"), "");
	check(CODE("rule r {\n  when /ab b/ # suppress: W058\n  unless /bc c/\n}"), "W058 5:10");
	/* a list, a rule and a code, before them and behind their last line */
	check(CODE("# suppress: W060\nkeywords {\n  bas\n  ~alat\n}"), "");
	check(CODE("keywords {\n  ~alat\n  bas\n} # suppress: W060\n"), "");
	check(CODE("keywords {\n  ~alat # suppress: W060\n  ~ikut\n}"), "W060 5:3");
	check(CODE("rule r {\n  when /ab b/\n} # suppress: W058\n"), "");
	check("codebook t\n# suppress: W065, W060\ncode A {\n  keywords { ~alat }\n}", "");
	check("codebook t\ncode A {\n  keywords { ~alat }\n} # suppress: W065 W060", "");
}
END_TEST

START_TEST(a_comment_silences_what_follows_it)
{
	/* several ids, a reason behind them, other comments between */
	check("codebook t\n# suppress: W065, W060 the corpus is small\n# and so on\n"
	      "code A { keywords { ~alat } }",
		"");
	check("codebook t\n# suppress: W065\n# suppress: W060\ncode A { keywords { ~alat } }", "");
	check("codebook t\ncode A { keywords { ~alat } } # suppress: W060 W065", "");
	/* before a word list: all of it */
	check(CODE("keywords { @m } }\n# suppress: W060\nwords @m {\n  ~alat\n  ~ikut\n"), "");
	check(CODE("keywords { @m } }\n# suppress: W060\nwords @m {\n  bas\n}\nwords @n { ~ikut"),
		"W070 4:13, W051 8:7, W060 8:12");
}
END_TEST

START_TEST(a_comment_that_silences_nothing)
{
	check("codebook t # suppress: W065\ncode A { keywords { a } }", "W070 1:24, W065 2:6");
	check(CODE("keywords { iuran } # suppress: W060, W081\n"), "W070 3:32");
	check(CODE("keywords { iuran } # suppress: W999 E009 w060\n"),
		"W069 3:32, W069 3:37, W069 3:42");
	check(CODE("keywords { iuran } # suppress: short\n"), "W069 3:22");
	check(CODE("keywords { iuran } # suppress: W0601\n"), "W069 3:22");
	check(CODE("keywords { iuran } # suppress: W070 W060 why not\n"), "");
	check("codebook t\ncode A { note \"# suppress: W060\" keywords { ~alat } }",
		"W065 2:6, W060 2:45");
}
END_TEST

START_TEST(letters_that_were_saved_in_pieces)
{
	check("codebook t\n# cafe\xcc\x81\nwords @m { cafe\xcc\x81, caf\xc3\xa9\x31 }", "W064 2:6");
	check("codebook t\nwords @m { caf\xc3\xa9, e\xcc\x81 }", "W064 2:18");
	check("codebook t\nwords @m { caf\xc3\xa9 }", "");
	check("codebook t\nwords @m { cafe\xcc\x81 } # suppress: W064", "");
	check("codebook t\r\nwords @m { a } # suppress: W064 \xc3\xa9\r\n# e\xcc\x81\r\n",
		"W070 2:28, W064 3:3");
}
END_TEST

START_TEST(what_another_item_finds_already)
{
	check(CODE("keywords { sosial*, sosialisasi, ~patuh, mematuhi, =Patuh }"),
		"W053 3:21, W053 3:42");
	check(CODE("keywords weight 0.3 { sosial* } keywords weight 0.8 { sosialisasi }"), "");
	check(CODE("keywords { @m } } words @m { abc*, abcd"), "W053 3:36");
}
END_TEST

START_TEST(what_is_never_true)
{
	check(CODE("rule r { when iuran and not iuran }"), "W054 3:25");
	check(CODE("rule r { when iuran and not (iuran near 3 naik) }"), "");
	check(CODE("rule r { when iuran and naik unless naik }"), "W054 3:37");
	check(CODE("rule r { when iuran where speaker.role = informant and speaker.role = other }"),
		"W054 3:56");
	check(CODE("rule r { when iuran where document.kota = x and document.kota = y }"), "");
}
END_TEST

START_TEST(a_threshold_that_no_rule_reaches)
{
	check(CODE("threshold 0.7 keywords { iuran }"), "W055 3:26");
	check(CODE("threshold 0.7 keywords { iuran, premi }"), "");
	check(CODE("threshold 0.7 keywords { iuran, premi } rule r { unit turn when denda }"),
		"W055 3:41");
	check(CODE("threshold 0.75 keywords { iuran, premi }"), "");
}
END_TEST

START_TEST(regexes_that_are_slow)
{
	check(CODE("rule r { when /(?:ab+)+c/ }"), "W056 3:15");
	check(CODE("rule r { when /abc(?:de|f)*[a-z]+/ }"), "");
	check(CODE("rule r { when /\\d+[a-z]*/ }"), "W057 3:15");
	check(CODE("rule r { when /(?:uu|perpres)\\s+\\d+/ }"), "");
	check(CODE("rule r { when /(?:uu|\\d)\\s+\\d+/ }"), "W057 3:15");
	check(CODE("rule r { when /(?:uu)?\\d(?=rupiah)/ }"), "W057 3:15");
}
END_TEST

START_TEST(roots_that_are_none)
{
	check(CODE("keywords { ~pembayaran }"), "W059 3:12");
	check(CODE("keywords { ~perempuan }"), "");
	check(CODE("keywords { ~serta }"), "W061 3:12");
	check(CODE("keywords { ~serta -serta -beserta }"), "");
	check(CODE("keywords { ~sampai }"), "W061 3:12");
	check(CODE("keywords { ~patuh -neg }"), "W068 3:20");
}
END_TEST

START_TEST(words_that_are_not_what_they_seem)
{
	check(CODE("keywords { tidak, iuran }"), "W062 3:12");
	check(CODE("keywords { \"tidak ada\" }"), "");
	check(CODE("keywords { iur\xd0\xb0n }"), "W064 3:12");
}
END_TEST

START_TEST(a_scope_that_changes_nothing)
{
	check(CODE("rule r { when iuran and in sentence (naik) }"), "W066 3:25");
	check(CODE("rule r { unit turn when iuran and in sentence (naik) }"), "");
	check(CODE("rule r { unit turn when iuran and in turn (naik) }"), "W066 3:35");
	check(CODE("rule r { when in turn (iuran and in turn (naik)) }"), "W066 3:34");
	check(CODE("rule r { when iuran and in question (naik) }"), "");
}
END_TEST

START_TEST(a_question_alone_is_outside_of_the_unit)
{
	check(CODE("rule r { when in question (naik) }"), "W054 3:15");
	check(CODE("rule r { when in question (naik) and not iuran }"), "W054 3:15");
	check(CODE("rule r { when iuran or in question (naik) }"), "W054 3:24");
	check(CODE("rule r { when in document (in question (naik)) }"), "W054 3:15");
	check(CODE("rule r { when iuran and (mahal or in question (naik)) }"), "");
	check(CODE("rule r { when in question (naik) and in turn (iuran) }"), "");
	check(CODE("rule r { when iuran and <:p> } private rule p { when in question (naik) }"),
		"");
}
END_TEST

START_TEST(texts_do_not_join_in_the_middle_of_a_word)
{
	const char *rest = "keywords { a } test hit \"a\" }\n";
	char *joined =
		mem_printf("codebook t\ncode A \"Akses\" \"Access\" { definition \"d\" %s", rest);
	char *good = mem_printf("codebook t language id en\ncode A \"Akses\" en \"Access\" { "
				"definition \"d \" \"e\" \" f\" \".\" %s",
		rest);

	check(joined, "W073 2:16");
	check(good, "");
	free(joined);
	free(good);
}
END_TEST

START_TEST(inherit_up_needs_a_parent)
{
	static const char b[] =
		"codebook b\ncode X { definition \"d\" test hit \"x\" keywords { x } }\n"
		"code Y { definition \"d\" test hit \"y\" keywords { y } }\n";
	static const struct {
		const char *extension, *expected;
	} cases[] = {
		{ "extend b.Y { inherit up }", "W072 4:8" },
		{ "extend b.Y { inherit up parent b.X }", "" },
		{ "extend b.Y { keywords { z } parent b.X }", "" },
	};

	check(CODE("inherit up keywords { a }"), "W072 2:6");
	check(CODE("keywords { a } code B { definition \"d\" inherit up keywords { b } "
		   "test hit \"b\" }"),
		"");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char *own = mem_printf("codebook t\nuse \"b.codebook\"\ncode A { definition \"d\" "
				       "keywords { a } test hit \"a\" }\n%s",
			cases[i].extension);
		char *text = mem_printf("%s\n#: file b.codebook\n%s\n#: files %zu %zu\n", own, b,
			strlen(own), strlen(b));

		check(text, cases[i].expected);
		free(text);
		free(own);
	}
}
END_TEST

START_TEST(a_list_that_hides_a_used_one)
{
	static const char a[] = "codebook t\nuse \"b.codebook\"\nwords @m { iuran }\n"
				"code A { definition \"d\" test hit \"iuran\" keywords { @m } }";
	static const char b[] = "codebook b\nwords @m { premi }\n";
	char *text = mem_printf(
		"%s\n#: file b.codebook\n%s\n#: files %zu %zu\n", a, b, strlen(a), strlen(b));

	check(text, "W067 3:7");
	free(text);
}
END_TEST

UNIT_MAIN("codebooks lint", a_good_codebook_has_no_warning,
	lists_and_private_rules_are_there_to_be_used, the_same_pattern_twice,
	a_space_in_a_regex_is_only_a_space, short_roots_find_much,
	capitals_of_an_abbreviation_do_not_count, codes_have_a_definition_and_a_test,
	many_bare_codes_are_told_once, a_comment_suppresses_a_warning,
	a_comment_at_an_item_means_all_of_it, a_comment_silences_what_follows_it,
	a_comment_that_silences_nothing, letters_that_were_saved_in_pieces,
	what_another_item_finds_already, what_is_never_true, a_threshold_that_no_rule_reaches,
	regexes_that_are_slow, roots_that_are_none, words_that_are_not_what_they_seem,
	a_scope_that_changes_nothing, a_question_alone_is_outside_of_the_unit,
	inherit_up_needs_a_parent, texts_do_not_join_in_the_middle_of_a_word,
	a_list_that_hides_a_used_one)
