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
	a_keyword_is_the_same_rule_as_a_rule_of_that_pattern, the_hash_is_what_it_was)
