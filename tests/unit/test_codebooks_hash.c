/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rule's hash changes with its meaning and with nothing else (CODEBOOK 8). */
#include "unit.h"

#include <string.h>

#include "codebooks/parser.h"

struct hash {
	uint8_t bytes[SHA256_LEN];
};

/* The hash of the first rule of the code A. */
static struct hash hash_of(const char *text)
{
	struct diags d = DIAGS_INIT;
	struct codebook *cb;
	struct err e = ERR_INIT;
	struct hash h;

	ck_assert_msg(codebook_parse("t", text, strlen(text), &cb, &d, &e) == RC_OK, "%s", text);
	memcpy(h.bytes, codebook_code(cb, "A")->rules[0]->hash, sizeof h.bytes);
	codebook_free(cb);
	diags_release(&d);
	return h;
}

static bool same(const char *a, const char *b)
{
	struct hash x = hash_of(a), y = hash_of(b);

	return memcmp(x.bytes, y.bytes, sizeof x.bytes) == 0;
}

#define BOOK(body) "codebook t\nwords @m { satu, dua }\nwords @n { dua, satu, dua }\n" body
#define RULE(body) BOOK("code A { rule r { " body " } rule q { when x } }")

START_TEST(layout_labels_and_tests_do_not_count)
{
	const char *plain = RULE("when a near 3 b");

	ck_assert(same(plain, RULE("when\n a  near\t3 # x\n \"b\"")));
	ck_assert(
		same(plain, RULE("when a near 3 b note \"x\" test hit \"y\" weight 0.9 was lama")));
	ck_assert(same(plain, BOOK("code A \"label\" { definition \"x\" threshold 0.9 rule lain "
				   "\"y\" { when A near 3 B } }")));
	ck_assert(same(plain, RULE("when (a) near 3 (b)")));
}
END_TEST

START_TEST(meaning_counts)
{
	static const char *const others[] = { RULE("when a near 4 b"), RULE("when a before 3 b"),
		RULE("when b near 3 a"), RULE("when a not near 3 b"), RULE("when a and b"),
		RULE("when a near 3 =b"), RULE("when a near 3 be*"), RULE("when a near 3 ~b"),
		RULE("when a near 3 /b/"), RULE("when a near 3 /b/c"), RULE("when a near 3 b -c"),
		RULE("when a near 3 b unless c"), RULE("when a near 3 b where speaker.x = 1"),
		RULE("when a near 3 b unit turn"), RULE("when a near 3 b speakers all"),
		RULE("when a near 3 b language en"), RULE("when in turn (a near 3 b)"),
		RULE("when in document (a near 3 b)"), RULE("when within 2 sentences (a near 3 b)"),
		RULE("when within 3 sentences (a near 3 b)"), RULE("when negated a near 3 b"),
		RULE("when affirmed a near 3 b"), RULE("when a near 3 @m"),
		RULE("when 1 of (a, b)"), RULE("when 2 of (a, b)"),
		RULE("when a near 3 b and <:q>"), RULE("when a near 3 b and not <:q>"),
		RULE("when a near 3 b where speaker.x != 1"),
		RULE("when a near 3 b where document.x = 1") };
	const char *plain = RULE("when a near 3 b");

	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		ck_assert_msg(!same(plain, others[i]), "%s", others[i]);
		for (size_t k = 0; k < i; k++)
			ck_assert_msg(!same(others[k], others[i]), "%s\n%s", others[k], others[i]);
	}
}
END_TEST

START_TEST(the_order_and_name_of_a_list_do_not_count_but_its_items_do)
{
	ck_assert(same(RULE("when @m"), RULE("when @n")));
	ck_assert(same(
		"codebook t\nwords @x { @y, c }\nwords @y { a, b }\ncode A { keywords { @x } }",
		"codebook t\nwords @z { b, a }\nwords @w { c, @z }\ncode A { keywords { @w } }"));
	ck_assert(!same(
		"codebook t\nwords @x { @y, c }\nwords @y { a, b }\ncode A { keywords { @x } }",
		"codebook t\nwords @x { @y, c }\nwords @y { a, d }\ncode A { keywords { @x } }"));
	ck_assert(same("codebook t\nwords @x { a -b -c }\ncode A { keywords { @x } }",
		"codebook t\nwords @x { a -c -b }\ncode A { keywords { @x } }"));
}
END_TEST

START_TEST(a_referred_rule_counts_by_its_meaning)
{
	const char *one = BOOK("code A { rule r { when a and <:p> } private rule p { when b } }");

	ck_assert(same(one, BOOK("code A { rule r { when a and <t.A:lain> } private rule lain { "
				 "when \"b\" } }")));
	ck_assert(!same(
		one, BOOK("code A { rule r { when a and <:p> } private rule p { when c } }")));
	ck_assert(same(BOOK("code A { rule r { when a and <B> } } code B { keywords { x } }"),
		BOOK("code A { rule r { when a and <t.B> } } code B { keywords { y } }")));
	ck_assert(!same(BOOK("code A { rule r { when a and <B> } } code B { keywords { x } }"),
		BOOK("code A { rule r { when a and <C> } } code C { keywords { x } }")));
}
END_TEST

#define ONE(change, when) "codebook t\n" change "\ncode A { rule r { when " when " } }"
#define TAKDE "negation id add { takde }"
#define NAY "negation en add { nay }"

START_TEST(changes_of_negation_count_where_they_are_used)
{
	ck_assert(!same(ONE(TAKDE, "negated a"), ONE("", "negated a")));
	ck_assert(same(ONE(TAKDE, "a"), ONE("", "a")));
	ck_assert(same(ONE(NAY, "negated a"), ONE("", "negated a")));
	ck_assert(same(ONE("negation id add { x, y }", "negated a"),
		ONE("negation id add { y } negation id add { x }", "negated a")));
}
END_TEST

START_TEST(a_keyword_is_the_same_rule_as_a_rule_of_that_pattern)
{
	ck_assert(same(BOOK("code A { keywords { ~paham -kesepahaman } }"),
		RULE("when ~paham -kesepahaman")));
	ck_assert(same(
		BOOK("code A { keywords { each @m } }"), BOOK("code A { keywords { Satu } }")));
}
END_TEST

/* --- every key with its hash, sorted --- */

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static char *keys_and_hashes(const char *text)
{
	struct diags d = DIAGS_INIT;
	struct codebook *cb;
	struct err e = ERR_INIT;
	VEC(char *) lines = VEC_INIT;
	struct buf out = BUF_INIT;

	ck_assert_msg(codebook_parse("t", text, strlen(text), &cb, &d, &e) == RC_OK, "%s", text);
	vec_each (struct code *, code, &cb->codes) {
		const struct code *c = *code;

		vec_push(&lines, mem_printf("%s", c->key));
		for (size_t k = 0; k < c->nrules; k++) {
			char hex[2 * SHA256_LEN + 1];

			hex_of(c->rules[k]->hash, SHA256_LEN, hex);
			vec_push(&lines, mem_printf("%s:%s %s", c->key, c->rules[k]->key, hex));
		}
	}
	qsort(lines.items, lines.n, sizeof *lines.items, by_text);
	vec_each (char *, line, &lines) {
		buf_printf(&out, "%s\n", *line);
		free(*line);
	}
	vec_release(&lines);
	codebook_free(cb);
	diags_release(&d);
	return buf_detach(&out);
}

START_TEST(moving_layout_and_comments_change_no_key_and_no_hash)
{
	static const char *const first =
		"codebook t language id\nwords @m { satu, @n, \"dua tiga\" }\nwords @n { empat "
		"-lima, "
		"enam }\n"
		"code P { unit turn speakers all language en keywords { ~paham -kesepahaman, =MoU, "
		"Media* }\n code C { inherit up keywords weight 0.8 { @m, each @n }\n"
		" rule r { when negated @m near 3 iuran unless /a b/ }\n"
		" private rule p { when kader or mitra } rule q { when <:p> and <D> } } }\n"
		"code D { keywords { nota } threshold 0.7 }\n";
	/* Everything stands elsewhere: C below D, D first, lists behind, items turned around. */
	static const char *const second =
		"codebook t version 7 language id\ntitle \"Judul\" # a comment\n"
		"code D \"Label\" { definition \"Lain.\" threshold 0.9\n   keywords weight 0.3 {\n "
		"nota "
		"}\n code C { color \"#ff0000\"\n"
		"rule q \"lain\" { when <:p>\n # then\n and <D> weight 0.9 }\n"
		"private rule p { when (kader or mitra) }\n"
		"rule r { unless /a b/ when negated @m near 3 iuran test hit \"x\" note \"y\" }\n"
		"keywords { each @n } keywords weight 0.1 { @m } exclusive g expand before 1 after "
		"2 } "
		"}\nwords @n { enam, empat -lima }\nwords @m { \"dua  tiga\", @n, Satu }\n"
		"code P { keywords { media*\n =MoU\n ~paham -kesepahaman } language en speakers "
		"all "
		"unit turn kind theme }\n";
	char *a = keys_and_hashes(first), *b = keys_and_hashes(second);

	ck_assert_str_eq(a, b);
	ck_assert_ptr_nonnull(strstr(a, "P:~paham "));
	ck_assert_ptr_nonnull(strstr(a, "P:=MoU "));
	ck_assert_ptr_nonnull(strstr(a, "P:media* "));
	ck_assert_ptr_nonnull(strstr(a, "C:@m "));
	ck_assert_ptr_nonnull(strstr(a, "C:empat "));
	free(a);
	free(b);
}
END_TEST

/* Pairs that mean the same, and pairs that do not: CODEBOOK 8, sentence by sentence. */
static const struct pair {
	const char *a, *b;
	bool same;
} pairs[] = {
	/* settings count as they are in force, wherever they are written */
	{ RULE("when a"), RULE("when a unit sentence speakers informant language id"), true },
	{ RULE("when a unit turn"), BOOK("default unit turn code A { rule r { when a } }"), true },
	{ RULE("when a unit turn"), BOOK("code A { unit turn rule r { when a } }"), true },
	{ RULE("when a language en"), BOOK("code A { language en rule r { when a } }"), true },
	{ RULE("when a language en"), "codebook t language en code A { rule r { when a } }", true },
	{ RULE("when a speakers all"), BOOK("code A { speakers all rule r { when a } }"), true },
	{ RULE("when a unit paragraph"), RULE("when a unit document"), false },
	{ RULE("when a unit match"), RULE("when a"), false },
	{ RULE("when a language en"), RULE("when a language en id"), false },
	/* not of the rule */
	{ RULE("when a"),
		BOOK("code A { threshold 0.9 expand before 1 after 1 exclusive g kind "
		     "theme rule r { when a } }"),
		true },
	{ RULE("when a"), BOOK("code P { keywords { x } code A { inherit up rule r { when a } } }"),
		true },
	{ RULE("when a"), BOOK("code A { private rule r { when a } }"), true },
	/* patterns as they are compared */
	{ RULE("when Kader"), RULE("when \"kader\""), true },
	{ RULE("when \"nota  kesepahaman\""), RULE("when \xe2\x80\x9cNota kesepahaman\xe2\x80\x9d"),
		true },
	{ RULE("when =Kader"), RULE("when =kader"), false },
	{ RULE("when =Kader"), RULE("when =\"Kader\""), true },
	{ RULE("when \"JKm/JK\""), RULE("when \"JKm JK\""), false },
	{ RULE("when jum\xe2\x80\x99"
	       "at"),
		RULE("when jum'at"), true },
	{ RULE("when ~bayar"), RULE("when ~bayar:lisan"), false },
	{ RULE("when ~patuh:pos"), RULE("when ~patuh:neg"), false },
	{ RULE("when stem:work"), RULE("when stem:en:work"), true },
	{ RULE("when stem:nl:werk"), RULE("when stem:en:werk"), false },
	{ RULE("when /a/cm"), RULE("when /a/mc"), true },
	{ RULE("when /a/"), RULE("when /A/"), false },
	{ RULE("when a -b -c"), RULE("when a -c -b"), true },
	{ RULE("when a -b"), RULE("when a -=b"), false },
	/* lists by their sorted items, names left out */
	{ RULE("when 2 of @m"), RULE("when 2 of @n"), true },
	{ RULE("when 1 of @m"), RULE("when 2 of @m"), false },
	{ RULE("when @m"),
		"codebook t\nwords @m { satu, dua, tiga }\ncode A { rule r { when @m } }", false },
	{ RULE("when @m"), "codebook t\nwords @m { satu, =dua }\ncode A { rule r { when @m } }",
		false },
	/* a private rule by its meaning, also behind a second one */
	{ BOOK("code A { rule r { when <:p> } private rule p { when <:q> } private rule q { when b "
	       "} }"),
		BOOK("code A { rule r { when <:p> } private rule p { when <:q> } private rule q { "
		     "when c } }"),
		false },
	{ BOOK("code A { rule r { when <:p> } private rule p { when b } }"),
		BOOK("code A { rule r { when <:p> } private rule p { when b unless c } }"), false },
	{ BOOK("code A { rule r { when <:p> } private rule p { when b } }"),
		BOOK("code A { rule r { when <:p> } private rule p { when b where speaker.x = 1 } "
		     "}"),
		false },
	{ BOOK("code A { rule r { when <:p> } private rule p { when b } }"),
		BOOK("code A { rule r { when <:p> } private rule p { when b note \"x\" test hit "
		     "\"b\" } }"),
		true },
	/* where: case does not count, what is compared does */
	{ RULE("when a where speaker.x = Demak"), RULE("when a where speaker.x = \"demak\""),
		true },
	{ RULE("when a where speaker.x = 1"), RULE("when a where not speaker.x != 1"), false },
	{ RULE("when a where speaker.x < 1"), RULE("when a where speaker.x <= 1"), false },
	{ RULE("when a where speaker.x like \"1*\""), RULE("when a where speaker.x = \"1*\""),
		false },
	{ RULE("when a where speaker.x = 1 and speaker.y = 2"),
		RULE("when a where speaker.x = 1 or speaker.y = 2"), false },
	{ RULE("when a unless b"), RULE("when a and not b"), false },
	{ RULE("when a near 3 b"), RULE("when a after 3 b"), false },
	{ RULE("when in question (a) and b"), RULE("when in turn (a) and b"), false },
	/* a changed negation, where it is used: also in unless, a list's place, a private rule */
	{ ONE(TAKDE, "a unless negated b"), ONE("", "a unless negated b"), false },
	{ ONE(TAKDE, "affirmed a"), ONE("", "affirmed a"), false },
	{ ONE(TAKDE, "a and in turn (negated b)"), ONE("", "a and in turn (negated b)"), false },
	{ ONE("negation id remove { tidak }", "negated a"), ONE("", "negated a"), false },
	{ ONE("negation id except { x }", "negated a"), ONE("", "negated a"), false },
	{ ONE("negation id border { x }", "negated a"),
		ONE("negation id except { x }", "negated a"), false },
	{ ONE(NAY, "negated a language id en"), ONE("", "negated a language id en"), false },
	{ ONE(TAKDE, "~patuh:neg"), ONE("", "~patuh:neg"), true },
};

START_TEST(each_pair_is_the_same_rule_or_another)
{
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		ck_assert_msg(same(pairs[i].a, pairs[i].b) == pairs[i].same, "%s:\n%s\n%s",
			pairs[i].same ? "should be the same" : "should differ", pairs[i].a,
			pairs[i].b);
}
END_TEST

/* Stored with decisions: it must not change from one version of the program to the next. */
START_TEST(the_hash_is_what_it_was)
{
	struct hash h =
		hash_of(RULE("when @m near 12 negated ~patuh:pos -\"tidak patuh\" unless /a b/c "
			     "where speaker.role = Informan unit turn"));
	char hex[2 * SHA256_LEN + 1];

	hex_of(h.bytes, SHA256_LEN, hex);
	ck_assert_str_eq(hex, "6ac8b4a8b133194f89f9083969849af7ed5b83afdaac7cfc493d4cb44734b1ce");
}
END_TEST

UNIT_MAIN("codebooks hash", layout_labels_and_tests_do_not_count, meaning_counts,
	the_order_and_name_of_a_list_do_not_count_but_its_items_do,
	a_referred_rule_counts_by_its_meaning, changes_of_negation_count_where_they_are_used,
	a_keyword_is_the_same_rule_as_a_rule_of_that_pattern,
	moving_layout_and_comments_change_no_key_and_no_hash, each_pair_is_the_same_rule_or_another,
	the_hash_is_what_it_was)
