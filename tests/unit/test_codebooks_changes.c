/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between two versions of a codebook, and what does not. */
#include "unit.h"

#include <string.h>

#include "codebooks/changes.h"
#include "codebooks/parser.h"

struct pair {
	struct codebook *before, *after;
	struct changes c;
	struct buf told;
};

static struct codebook *book(const char *text)
{
	struct diags d = DIAGS_INIT;
	struct codebook *cb = NULL;
	struct err e = ERR_INIT;

	ck_assert_msg(codebook_parse("t", text, strlen(text), &cb, &d, &e) == RC_OK, "%s", text);
	diags_release(&d);
	return cb;
}

static void tell_fields(struct pair *p, const struct change_fields *fields)
{
	for (size_t i = 0; i < fields->n; i++) {
		const struct change_field *f = &fields->items[i];

		buf_printf(&p->told, " %s%s%s(%s>%s)", f->name, f->lang != NULL ? "." : "",
			f->lang != NULL ? f->lang : "", f->before != NULL ? f->before : "",
			f->after != NULL ? f->after : "");
	}
}

static void tell_rule(struct pair *p, const struct change_rule *r)
{
	buf_printf(&p->told, " [%s %s>%s%s", change_how_names[r->how],
		r->before != NULL ? r->before->key : "", r->after != NULL ? r->after->key : "",
		r->matching ? " matching" : "");
	tell_fields(p, &r->fields);
	for (size_t i = 0; i < r->through.n; i++)
		buf_printf(&p->told, " through %s", r->through.items[i]);
	if (r->other != NULL)
		buf_printf(&p->told, " other %s", r->other->key);
	buf_adds(&p->told, "]");
}

static void tell_code(struct pair *p, const struct change_code *k)
{
	buf_printf(&p->told, "%s %s>%s%s%s", change_how_names[k->how],
		k->before != NULL ? k->before->key : "", k->after != NULL ? k->after->key : "",
		k->renamed ? " renamed" : "", k->moved ? " moved" : "");
	if (k->like != NULL)
		buf_printf(&p->told, " like %s", k->like->key);
	if (k->into != NULL)
		buf_printf(&p->told, " into %s", k->into->key);
	tell_fields(p, &k->fields);
	vec_each (const struct change_rule, r, &k->rules)
		tell_rule(p, r);
	buf_adds(&p->told, "; ");
}

static void tell_list(struct pair *p, const struct change_list *k)
{
	buf_printf(&p->told, "%s %s", change_how_names[k->how], k->name);
	if (k->old != NULL)
		buf_printf(&p->told, " was %s", k->old);
	for (size_t i = 0; i < k->added.n; i++)
		buf_printf(&p->told, " +%s", k->added.items[i]);
	for (size_t i = 0; i < k->removed.n; i++)
		buf_printf(&p->told, " -%s", k->removed.items[i]);
	for (size_t i = 0; i < k->rules.n; i++)
		buf_printf(&p->told, " %s", k->rules.items[i]->key);
	buf_adds(&p->told, "; ");
}

/* All that differs, as one line. */
static struct pair compare(const char *before, const char *after)
{
	struct pair p = { book(before), book(after), .told = BUF_INIT };

	changes_find(p.before, p.after, &p.c);
	tell_fields(&p, &p.c.fields);
	vec_each (const struct change_code, k, &p.c.codes)
		if (k->how != CHANGE_NONE)
			tell_code(&p, k);
	vec_each (const struct change_list, k, &p.c.lists)
		tell_list(&p, k);
	return p;
}

static void release(struct pair *p)
{
	changes_release(&p->c);
	codebook_free(p->before);
	codebook_free(p->after);
	buf_release(&p->told);
}

static void differ(const char *before, const char *after, const char *told)
{
	struct pair p = compare(before, after);

	ck_assert_str_eq(p.told.data, told);
	ck_assert_int_eq(changes_any(&p.c), told[0] != '\0');
	release(&p);
}

START_TEST(layout_comments_and_order_are_no_difference)
{
	differ("codebook t\nwords @m { a, b }\ncode A { keywords { x, @m } rule r { when p near 3 "
	       "q unless z } }\ncode B \"Label\" { see A }",
		"codebook t # baru\ncode B \"Label\" { see A }\ncode A { rule r { unless z\n when "
		"(p "
		"near 3 q)\n } keywords { @m\n x\n } }\nwords @m { b\n A }",
		"");
}
END_TEST

START_TEST(each_text_and_setting_of_a_code_is_told)
{
	differ("codebook t language id en\ncode A \"Satu\" en \"One\" { threshold 0.5 color "
	       "\"#111111\" keywords { x } }",
		"codebook t language id en\ncode A \"Satu\" en \"First\" { threshold 0.8 color "
		"\"#222222\" inherit up definition \"Arti\" keywords { x } }",
		"changed A>A label.en(One>First) definition(>Arti) color(#111111>#222222) "
		"threshold(0.5>0.8) inherit(>up); ");
}
END_TEST

START_TEST(a_keyword_that_excludes_more_matches_otherwise)
{
	differ("codebook t\ncode A { keywords { ~paham, ~sadar } }",
		"codebook t\ncode A { keywords { ~paham -kesepahaman, ~tahu } }",
		"changed A>A [changed ~paham>~paham matching keyword(~paham>~paham -kesepahaman)] "
		"[added >~tahu] [removed ~sadar>]; ");
}
END_TEST

START_TEST(weight_tests_and_labels_are_no_change_of_matching)
{
	differ("codebook t\ncode A { rule r { when a weight 0.4 test hit \"a\" } }",
		"codebook t\ncode A { rule r \"Nama\" { when a weight 0.6 test miss \"b\" } }",
		"changed A>A [changed r>r weight(0.4>0.6) label(>Nama) test hit(a>) test "
		"miss(>b)]; ");
}
END_TEST

START_TEST(rules_are_the_same_by_key_by_was_and_by_hash)
{
	differ("codebook t\ncode A { rule satu { when a } rule dua { when b } rule tiga { when c } "
	       "}",
		"codebook t\ncode A { rule satu { when aa } rule baru { was dua when bb } rule "
		"lain "
		"{ when c } }",
		"changed A>A [changed satu>satu matching when(a>aa)] [changed dua>baru matching "
		"when(b>bb)] [changed tiga>lain]; ");
}
END_TEST

START_TEST(capitals_of_a_key_do_not_make_another_rule)
{
	differ("codebook t\ncode A { rule Satu { when a } }",
		"codebook t\ncode a { rule satu { when b } }",
		"changed A>a [changed Satu>satu matching when(a>b)]; ");
}
END_TEST

START_TEST(was_renames_and_the_parent_moves)
{
	differ("codebook t\ncode A { keywords { a } code C { keywords { c } } }\ncode B { keywords "
	       "{ b } }",
		"codebook t\ncode X { was A keywords { a } }\ncode B { keywords { b } code C { "
		"keywords { c } } }",
		"changed A>X renamed; changed C>C moved; ");
}
END_TEST

START_TEST(children_of_a_renamed_code_are_not_moved)
{
	differ("codebook t\ncode A { code C { keywords { c } } }",
		"codebook t\ncode X { was A code C { keywords { c } } }", "changed A>X renamed; ");
}
END_TEST

START_TEST(a_second_was_takes_another_code_in)
{
	differ("codebook t\ncode A { keywords { a } }\ncode B { keywords { b } }",
		"codebook t\ncode A { was B keywords { a } }", "removed B> into A; ");
}
END_TEST

START_TEST(a_new_code_that_looks_like_a_removed_one_is_noted)
{
	differ("codebook t\ncode A { keywords { a, b } }\ncode B \"Sama\" { keywords { c } }",
		"codebook t\ncode X { keywords { a, z } }\ncode Y \"Sama\" { keywords { d } "
		"}\ncode Z "
		"{ keywords { e } }",
		"added >X like A; added >Y like B; added >Z; removed A> like X; removed B> like "
		"Y; ");
}
END_TEST

START_TEST(a_rule_that_went_to_another_code_says_so)
{
	differ("codebook t\ncode A { keywords { a, b } }\ncode B { keywords { c } }",
		"codebook t\ncode A { keywords { a } }\ncode B { keywords { c, b } }",
		"changed A>A [removed b> other B]; changed B>B [added >b other A]; ");
}
END_TEST

START_TEST(a_list_names_the_rules_that_stand_on_it)
{
	differ("codebook t\nwords @m { a, b }\nwords @n { @m, c }\ncode A { keywords { @n } rule r "
	       "{ "
	       "when @m near 2 x } rule s { when y } }",
		"codebook t\nwords @m { a, d }\nwords @n { @m, c }\ncode A { keywords { @n } rule "
		"r { "
		"when @m near 2 x } rule s { when y } }",
		"changed A>A [changed @n>@n matching through @m] [changed r>r matching through "
		"@m]; changed @m +d -b @n r; ");
}
END_TEST

START_TEST(a_list_under_another_name_changes_no_rule)
{
	differ("codebook t\nwords @m { a, b }\ncode A { rule r { when @m near 2 x } }",
		"codebook t\nwords @n { b, a }\ncode A { rule r { when @n near 2 x } }",
		"changed @n was @m; ");
}
END_TEST

START_TEST(negation_and_private_rules_reach_those_that_use_them)
{
	differ("codebook t\ncode A { private rule p { when a } rule r { when <:p> } rule n { when "
	       "negated b } rule o { when c } }",
		"codebook t\nnegation id add { ogah }\ncode A { private rule p { when a or d } "
		"rule r "
		"{ when <:p> } rule n { when negated b } rule o { when c } }",
		" negation(>id add ogah)changed A>A [changed p>p matching when(a>a or d)] [changed "
		"r>r matching through <A:p>] [changed n>n matching through negation]; ");
}
END_TEST

START_TEST(a_large_codebook_is_compared_in_no_time)
{
	struct buf a = BUF_INIT, b = BUF_INIT;
	struct pair p;

	buf_adds(&a, "codebook t\ncode A { keywords {\n");
	buf_adds(&b, "codebook t\ncode A { keywords {\n");
	for (unsigned i = 0; i < 50000; i++) {
		buf_printf(&a, "kata%u\n", i);
		buf_printf(&b, "kata%u\n", 50000 - i);
	}
	buf_adds(&a, "} }");
	buf_adds(&b, "} }");
	p = compare(a.data, b.data);
	ck_assert_str_eq(p.told.data, "changed A>A [added >kata50000] [removed kata0>]; ");
	release(&p);
	buf_release(&a);
	buf_release(&b);
}
END_TEST

UNIT_MAIN("changes", layout_comments_and_order_are_no_difference,
	each_text_and_setting_of_a_code_is_told, a_keyword_that_excludes_more_matches_otherwise,
	weight_tests_and_labels_are_no_change_of_matching,
	rules_are_the_same_by_key_by_was_and_by_hash, capitals_of_a_key_do_not_make_another_rule,
	was_renames_and_the_parent_moves, children_of_a_renamed_code_are_not_moved,
	a_second_was_takes_another_code_in, a_new_code_that_looks_like_a_removed_one_is_noted,
	a_rule_that_went_to_another_code_says_so, a_list_names_the_rules_that_stand_on_it,
	a_list_under_another_name_changes_no_rule,
	negation_and_private_rules_reach_those_that_use_them,
	a_large_codebook_is_compared_in_no_time)
