/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parser makes of a file: the model's contents. */
#include "unit.h"

#include <math.h>
#include <string.h>

#include "codebooks/parser.h"

static struct codebook *book(const char *text)
{
	struct diags d = DIAGS_INIT;
	struct buf shown = BUF_INIT;
	struct codebook *cb;
	struct err e = ERR_INIT;
	enum rc rc = codebook_parse("t.codebook", text, strlen(text), &cb, &d, &e);

	diag_print_all(&d, &shown);
	ck_assert_msg(rc == RC_OK, "%s\n%s", text, shown.data);
	buf_release(&shown);
	diags_release(&d);
	return cb;
}

static const struct rule *rule(const struct codebook *cb, const char *code, const char *key)
{
	const struct code *c = codebook_code(cb, code);

	ck_assert_ptr_nonnull(c);
	ck_assert_msg(code_rule(c, key) != NULL, "no rule %s in %s", key, code);
	return code_rule(c, key);
}

/* An expression as text, so that its shape can be compared. */
static void shape(const struct node *n, struct buf *out)
{
	static const char *const names[] = { "place", "any", "or", "and", "not", "chain",
		"not-near", "negated", "affirmed", "count", "ref", "in", "within" };

	buf_printf(out, "%s(", names[n->kind]);
	if (n->pattern != NULL)
		buf_adds(out, n->pattern->source);
	if (n->number > 0)
		buf_printf(out, "%u:", n->number);
	for (size_t i = 0; i < n->nkids; i++) {
		if (i > 0 && n->steps != NULL)
			buf_printf(out, " %d/%u ", (int)n->steps[i - 1].kind,
				n->steps[i - 1].distance);
		else if (i > 0)
			buf_adds(out, " ");
		shape(n->kids[i], out);
	}
	buf_adds(out, ")");
}

static void check_shape(const char *when, const char *expected)
{
	struct buf text = BUF_INIT, got = BUF_INIT;
	struct codebook *cb;

	buf_printf(&text, "codebook t\nwords @m { x, y }\ncode A { rule r { when %s } }", when);
	cb = book(text.data);
	shape(rule(cb, "A", "r")->when, &got);
	ck_assert_str_eq(got.data, expected);
	codebook_free(cb);
	buf_release(&got);
	buf_release(&text);
}

START_TEST(operators_bind_as_the_table_says)
{
	check_shape("not a and b", "and(not(place(a)) place(b))");
	check_shape("not a near 3 b and c", "and(not(chain(place(a) 0/3 place(b))) place(c))");
	check_shape("negated a near 3 b", "chain(negated(place(a)) 0/3 place(b))");
	check_shape("a near 5 b before 3 c after 2 d",
		"chain(place(a) 0/5 place(b) 1/3 place(c) 2/2 place(d))");
	check_shape("a not near 3 b", "not-near(place(a) 0/3 place(b))");
	check_shape("a or (b and c)", "or(place(a) and(place(b) place(c)))");
}
END_TEST

START_TEST(places_joined_by_or_are_a_place)
{
	check_shape("a or b or @m", "any(place(a) place(b) place(@m))");
	check_shape(
		"(a or negated b) near 3 c", "chain(any(place(a) negated(place(b))) 0/3 place(c))");
	check_shape("((a)) or b near 2 c", "or(place(a) chain(place(b) 0/2 place(c)))");
}
END_TEST

START_TEST(counts_scopes_and_windows_have_their_numbers)
{
	check_shape(
		"2 of (a, b and c, /d/)", "count(2:place(a) and(place(b) place(c)) place(/d/))");
	check_shape("2 of @m", "count(@m2:)");
	check_shape("within 2 sentences (a near 40 b)", "within(2:chain(place(a) 0/40 place(b)))");
	check_shape("in question (a) and b", "and(in(place(a)) place(b))");
}
END_TEST

START_TEST(references_keep_their_names)
{
	struct codebook *cb =
		book("codebook t\ncode A { rule q { when x }\n"
		     "rule r { when <:q> and <A:q> and <t.B> } }\ncode B { keywords { b } }");
	const struct node *n = rule(cb, "A", "r")->when;

	ck_assert_ptr_null(n->kids[0]->ref_code);
	ck_assert_str_eq(n->kids[0]->ref_rule, "q");
	ck_assert_str_eq(n->kids[1]->ref_code, "A");
	ck_assert_str_eq(n->kids[2]->ref_code, "t.B");
	ck_assert_ptr_null(n->kids[2]->ref_rule);
	codebook_free(cb);
}
END_TEST

START_TEST(settings_come_from_the_nearest_place)
{
	struct codebook *cb =
		book("codebook t language id en\ndefault unit turn weight 0.3 threshold 0.9\n"
		     "code A { speakers all threshold 0.7 language en\n"
		     "  keywords { a } keywords weight 0.8 { b }\n"
		     "  rule r { when c unit document language nl weight 1 speakers informant }\n"
		     "  code B { keywords { d } }\n"
		     "  unit paragraph }\n");
	const struct code *a = codebook_code(cb, "A"), *b = codebook_code(cb, "B");

	ck_assert_int_eq(rule(cb, "A", "a")->set.unit, UNIT_PARAGRAPH);
	ck_assert(rule(cb, "A", "a")->set.speakers_all);
	ck_assert_double_eq(rule(cb, "A", "a")->set.weight, 0.3);
	ck_assert_double_eq(rule(cb, "A", "b")->set.weight, 0.8);
	ck_assert_str_eq(rule(cb, "A", "a")->set.languages[0], "en");
	ck_assert_ptr_null(rule(cb, "A", "a")->set.languages[1]);
	ck_assert_int_eq(rule(cb, "A", "r")->set.unit, UNIT_DOCUMENT);
	ck_assert(!rule(cb, "A", "r")->set.speakers_all);
	ck_assert_str_eq(rule(cb, "A", "r")->set.languages[0], "nl");
	ck_assert_double_eq(a->set.threshold, 0.7);
	ck_assert_double_eq(b->set.threshold, 0.9);
	ck_assert_int_eq(rule(cb, "B", "d")->set.unit, UNIT_TURN);
	ck_assert_str_eq(rule(cb, "B", "d")->set.languages[1], "en");
	codebook_free(cb);
}
END_TEST

START_TEST(without_settings_the_built_in_ones_hold)
{
	struct codebook *cb = book("codebook t\ncode A { keywords { a } }");
	const struct setting *s = &rule(cb, "A", "a")->set;

	ck_assert_int_eq(s->unit, UNIT_SENTENCE);
	ck_assert(!s->speakers_all);
	ck_assert_double_eq(s->weight, 0.5);
	ck_assert_double_eq(s->threshold, 0.5);
	ck_assert_str_eq(s->languages[0], "id");
	ck_assert_ptr_null(s->languages[1]);
	codebook_free(cb);
}
END_TEST

START_TEST(keywords_are_rules)
{
	struct codebook *cb =
		book("codebook t\nwords @m { x }\n"
		     "code A { keywords { ~paham -kesepahaman, \"Media Promosi\", @m, =UCJ } }");
	const struct code *a = codebook_code(cb, "A");

	ck_assert_uint_eq(a->nrules, 4);
	ck_assert_str_eq(a->rules[0]->key, "~paham");
	ck_assert_str_eq(a->rules[1]->key, "\"media promosi\"");
	ck_assert_str_eq(a->rules[2]->key, "@m");
	ck_assert_str_eq(a->rules[3]->key, "=UCJ");
	for (size_t i = 0; i < a->nrules; i++) {
		ck_assert(a->rules[i]->is_keyword);
		ck_assert_ptr_eq(a->rules[i]->code, a);
		ck_assert_int_eq(a->rules[i]->when->kind, NODE_PLACE);
	}
	ck_assert_uint_eq(a->rules[0]->when->pattern->nexcept, 1);
	ck_assert_ptr_eq(a->rules[2]->when->pattern->list, codebook_list(cb, "m"));
	codebook_free(cb);
}
END_TEST

START_TEST(each_makes_every_item_a_rule)
{
	struct codebook *cb =
		book("codebook t\ncode A { keywords { b } keywords weight 0.9 { each @m } }\n"
		     "words @m { a, B, @n, \"c d\" }\nwords @n { e }");
	const struct code *a = codebook_code(cb, "A");

	ck_assert_uint_eq(a->nrules, 4);
	ck_assert_str_eq(a->rules[0]->key, "b");
	ck_assert_double_eq(a->rules[0]->set.weight, 0.5);
	ck_assert_str_eq(a->rules[1]->key, "a");
	ck_assert_double_eq(a->rules[1]->set.weight, 0.9);
	ck_assert_str_eq(a->rules[2]->key, "@n");
	ck_assert_str_eq(a->rules[3]->key, "\"c d\"");
	codebook_free(cb);
}
END_TEST

START_TEST(a_keyword_twice_counts_once)
{
	struct codebook *cb = book(
		"codebook t\ncode A { keywords weight 0.9 { Kader } keywords { kader, =Kader } }");
	const struct code *a = codebook_code(cb, "A");

	ck_assert_uint_eq(a->nrules, 2);
	ck_assert_double_eq(a->rules[0]->set.weight, 0.9);
	ck_assert_str_eq(a->rules[1]->key, "=Kader");
	codebook_free(cb);
}
END_TEST

START_TEST(names_of_used_files_stay_open)
{
	struct codebook *cb =
		book("codebook t\nuse \"jamsos.codebook\"\nuse \"jones\"\nwords @m { a }\n"
		     "code A { keywords { @lain, @jamsos.acara, each @jamsos.kata, @t.M } }");
	const struct code *a = codebook_code(cb, "A");

	ck_assert_uint_eq(cb->uses.n, 2);
	ck_assert_str_eq(cb->uses.items[1].name, "jones");
	ck_assert_ptr_null(a->rules[0]->when->pattern->list);
	ck_assert_str_eq(a->rules[1]->when->pattern->list_name, "@jamsos.acara");
	ck_assert_str_eq(a->rules[2]->key, "each @jamsos.kata");
	ck_assert_ptr_eq(a->rules[3]->when->pattern->list, codebook_list(cb, "m"));
	codebook_free(cb);
}
END_TEST

START_TEST(codes_form_a_tree_in_preorder)
{
	struct codebook *cb =
		book("codebook t\ncode A { code B { code C { keywords { x } } inherit up }\n"
		     "code D { keywords { y } } }\ncode E { keywords { z } }");
	static const char *const keys[] = { "A", "B", "C", "D", "E" };

	ck_assert_uint_eq(cb->codes.n, 5);
	for (uint32_t i = 0; i < 5; i++) {
		ck_assert_str_eq(cb->codes.items[i]->key, keys[i]);
		ck_assert_uint_eq(cb->codes.items[i]->index, i);
	}
	ck_assert_str_eq(codebook_code(cb, "c")->full, "t.C");
	ck_assert_uint_eq(codebook_code(cb, "C")->depth, 2);
	ck_assert_ptr_eq(codebook_code(cb, "D")->parent, codebook_code(cb, "A"));
	ck_assert(codebook_code(cb, "B")->inherit_up);
	ck_assert(!codebook_code(cb, "A")->inherit_up);
	ck_assert_ptr_null(codebook_code(cb, "Z"));
	codebook_free(cb);
}
END_TEST

START_TEST(a_code_keeps_its_items)
{
	struct codebook *cb =
		book("codebook t language id en\n"
		     "code A \"Label\" en \"A label\" {\n"
		     "  definition \"satu \" \"dua\" en \"one\" include \"i\" exclude \"e\" "
		     "example \"x\"\n"
		     "  source \"s\" note \"n\" color \"#1f77b4\" kind entity exclusive grup\n"
		     "  see A, lain.B was LAMA, t.TUA expand before 1 after 2 keywords { a }\n"
		     "  test hit \"a\\n\" \"\\\"b\\\\\" test todo-miss \"c\" }");
	const struct code *a = codebook_code(cb, "A");

	ck_assert_str_eq(localised_text(a->label, "en"), "A label");
	ck_assert_str_eq(localised_text(a->label, "nl"), "Label");
	ck_assert_str_eq(localised_text(a->definition, "id"), "satu dua");
	ck_assert_str_eq(localised_text(a->definition, "en"), "one");
	ck_assert_str_eq(localised_text(a->include, "id"), "i");
	ck_assert_str_eq(localised_text(a->exclude, "id"), "e");
	ck_assert_str_eq(localised_text(a->example, "id"), "x");
	ck_assert_str_eq(localised_text(a->source, "id"), "s");
	ck_assert_str_eq(localised_text(a->note, "id"), "n");
	ck_assert_str_eq(localised_text(NULL, "id"), "");
	ck_assert_str_eq(a->color, "#1f77b4");
	ck_assert_str_eq(a->kind, "entity");
	ck_assert_str_eq(a->exclusive, "grup");
	ck_assert_uint_eq(a->see.n, 2);
	ck_assert_str_eq(a->see.items[1], "lain.B");
	ck_assert_str_eq(a->was.items[1], "t.TUA");
	ck_assert_uint_eq(a->expand_before, 1);
	ck_assert_uint_eq(a->expand_after, 2);
	ck_assert_uint_eq(a->ntests, 2);
	ck_assert_str_eq(a->tests[0].text, "a\n\"b\\");
	ck_assert_int_eq(a->tests[1].kind, TEST_TODO_MISS);
	codebook_free(cb);
}
END_TEST

START_TEST(the_files_first_language_comes_first)
{
	struct codebook *cb = book(
		"codebook t language en id\ncode A id \"Kode\" en \"Code\" { keywords { a } }");

	ck_assert_str_eq(localised_text(codebook_code(cb, "A")->label, NULL), "Code");
	ck_assert_str_eq(localised_text(codebook_code(cb, "A")->label, "id"), "Kode");
	codebook_free(cb);
}
END_TEST

START_TEST(conditions_keep_field_operator_and_value)
{
	struct codebook *cb =
		book("codebook t\ncode A { rule r { when a where speaker.role = informan and not "
		     "(document.date >= \"2024-08\" or speaker.\"jenis kelamin\" like P*) } }");
	const struct cond *c = rule(cb, "A", "r")->where, *inner;

	ck_assert_int_eq(c->kind, COND_AND);
	ck_assert_int_eq(c->kids[0]->object, OBJECT_SPEAKER);
	ck_assert_str_eq(c->kids[0]->field, "role");
	ck_assert_str_eq(c->kids[0]->value, "informan");
	ck_assert_int_eq(c->kids[1]->kind, COND_NOT);
	inner = c->kids[1]->kids[0];
	ck_assert_int_eq(inner->kind, COND_OR);
	ck_assert_int_eq(inner->kids[0]->op, OP_GE);
	ck_assert_str_eq(inner->kids[0]->value, "2024-08");
	ck_assert_str_eq(inner->kids[1]->field, "jenis kelamin");
	ck_assert_int_eq(inner->kids[1]->op, OP_LIKE);
	ck_assert_str_eq(inner->kids[1]->value, "P*");
	codebook_free(cb);
}
END_TEST

START_TEST(negation_and_extend_are_kept)
{
	struct codebook *cb = book("codebook t\nnegation id except { \"tidak apa apa\", x }\n"
				   "extend jamsos.PATUH { keywords { nunggak* } parent ORG code "
				   "BARU { keywords { b } } }");

	ck_assert_uint_eq(cb->negations.n, 1);
	ck_assert_int_eq(cb->negations.items[0].what, NEGATION_EXCEPT);
	ck_assert_uint_eq(cb->negations.items[0].nitems, 2);
	ck_assert_uint_eq(cb->extensions.n, 1);
	ck_assert_str_eq(cb->extensions.items[0].path, "jamsos.PATUH");
	ck_assert_str_eq(cb->extensions.items[0].parent, "ORG");
	ck_assert_str_eq(cb->extensions.items[0].body->key, "PATUH");
	ck_assert_uint_eq(cb->extensions.items[0].body->nrules, 1);
	ck_assert_uint_eq(cb->codes.n, 1);
	ck_assert_str_eq(cb->codes.items[0]->full, "t.BARU");
	codebook_free(cb);
}
END_TEST

START_TEST(places_in_the_source_are_kept)
{
	struct codebook *cb = book("codebook t\ncode A {\n  rule r {\n    when \xc3\xa9\xc3\xa8 "
				   "near 3 (b or c)\n  }\n}");
	const struct rule *r = rule(cb, "A", "r");

	ck_assert_uint_eq(r->at.line, 3);
	ck_assert_uint_eq(r->at.column, 3);
	ck_assert_uint_eq(r->when->kids[0]->at.column, 10);
	ck_assert_uint_eq(r->when->kids[0]->at.width, 2);
	ck_assert_uint_eq(r->when->kids[1]->at.column, 20);
	ck_assert_uint_eq(r->when->kids[1]->at.width, 8);
	ck_assert_uint_eq(codebook_code(cb, "A")->at.column, 6);
	codebook_free(cb);
}
END_TEST

START_TEST(the_source_is_kept_as_read)
{
	static const char text[] = "\xef\xbb\xbf"
				   "codebook t\r\ncode A { keywords { e\xcc\x81 } }\r\n";
	struct codebook *cb = book(text);
	const struct source_file *f = &cb->files.items[0];
	uint8_t sha[SHA256_LEN];

	sha256_of(text, strlen(text), sha);
	ck_assert_mem_eq(f->sha, sha, sizeof sha);
	ck_assert_str_eq(f->name, "t.codebook");
	ck_assert_str_eq(f->text, "codebook t\ncode A { keywords { \xc3\xa9 } }\n");
	ck_assert_str_eq(codebook_code(cb, "A")->rules[0]->key, "\xc3\xa9");
	codebook_free(cb);
}
END_TEST

UNIT_MAIN("codebooks parser", operators_bind_as_the_table_says, places_joined_by_or_are_a_place,
	counts_scopes_and_windows_have_their_numbers, references_keep_their_names,
	settings_come_from_the_nearest_place, without_settings_the_built_in_ones_hold,
	keywords_are_rules, each_makes_every_item_a_rule, a_keyword_twice_counts_once,
	names_of_used_files_stay_open, codes_form_a_tree_in_preorder, a_code_keeps_its_items,
	the_files_first_language_comes_first, conditions_keep_field_operator_and_value,
	negation_and_extend_are_kept, places_in_the_source_are_kept, the_source_is_kept_as_read)
