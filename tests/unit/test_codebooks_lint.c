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

START_TEST(a_comment_suppresses_a_warning)
{
	check(CODE("keywords { ~alat } # suppress: W060\n"), "");
	check("codebook t\n# suppress: W065\ncode A { keywords { a } }", "");
	check("codebook t\n# suppress: W065 W060\ncode A { keywords { ~alat } }", "");
	check("codebook t\n# suppress: W060\ncode A { keywords { a } }", "W065 3:6");
	check("codebook t\n\n# suppress: W065\n\ncode A { keywords { a } }", "W065 5:6");
	check(CODE("# suppress: W058\nrule r {\n  when /ab b/\n }"), "");
	check(CODE("rule r {\n  when /ab b/ # suppress: W058\n }"), "");
	check("codebook t # suppress: W065\ncode A { keywords { a } }", "W065 2:6");
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
	a_comment_suppresses_a_warning, what_another_item_finds_already, what_is_never_true,
	a_threshold_that_no_rule_reaches, regexes_that_are_slow, roots_that_are_none,
	words_that_are_not_what_they_seem, a_scope_that_changes_nothing,
	a_list_that_hides_a_used_one)
