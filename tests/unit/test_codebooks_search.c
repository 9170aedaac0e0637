/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One typed expression as a codebook of one rule. */
#include "codebooks/search.h"

#include <string.h>

#include "tests/unit/unit.h"

static struct codebook *good(const char *pattern, const char *where)
{
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct codebook *cb;

	ck_assert_msg(search_parse(pattern, where, &cb, &d, &e) == RC_OK, "%s: %s", pattern,
		d.list.n > 0 ? d.list.items[0].text : e.msg);
	diags_release(&d);
	return cb;
}

static const struct rule *only_rule(const struct codebook *cb)
{
	ck_assert_uint_eq(cb->codes.n, 1);
	ck_assert_uint_eq(cb->codes.items[0]->nrules, 1);
	return cb->codes.items[0]->rules[0];
}

START_TEST(a_place_or_chain_is_a_match_and_all_else_a_sentence)
{
	static const struct {
		const char *pattern;
		enum unit_kind unit;
	} rows[] = {
		{ "patuh", UNIT_MATCH },
		{ "~patuh", UNIT_MATCH },
		{ "\"nota kesepahaman\"", UNIT_MATCH },
		{ "/Rp ?[0-9]+/", UNIT_MATCH },
		{ "dana* or ~bayar", UNIT_MATCH },
		{ "negated optimal", UNIT_MATCH },
		{ "mitra near 5 kader", UNIT_MATCH },
		{ "mitra not near 5 kader", UNIT_MATCH },
		{ "mitra and kader", UNIT_SENTENCE },
		{ "mitra and not kader", UNIT_SENTENCE },
		{ "in turn (mitra)", UNIT_SENTENCE },
		{ "2 of (mitra, kader, warga)", UNIT_SENTENCE },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct codebook *cb = good(rows[i].pattern, NULL);

		ck_assert_msg(only_rule(cb)->set.unit == rows[i].unit, "%s", rows[i].pattern);
		codebook_free(cb);
	}
}
END_TEST

START_TEST(everybody_and_every_kind_of_paragraph_is_read)
{
	struct codebook *cb = good("patuh", NULL);
	const struct rule *r = only_rule(cb);

	ck_assert(r->set.speakers_all);
	ck_assert_ptr_nonnull(r->where);
	ck_assert_int_eq(r->where->kind, COND_TEST);
	ck_assert_int_eq(r->where->object, OBJECT_PARAGRAPH);
	ck_assert_str_eq(r->where->field, "kind");
	ck_assert_str_eq(r->where->value, "*");
	ck_assert_str_eq(r->set.languages[0], "id");
	ck_assert_str_eq(r->set.languages[1], "en");
	codebook_free(cb);
}
END_TEST

START_TEST(a_condition_is_joined_to_the_kinds)
{
	struct codebook *cb = good("patuh", "speaker.usia >= 40 or document.lokasi = Sukamulya");
	const struct cond *where = only_rule(cb)->where;

	ck_assert_int_eq(where->kind, COND_AND);
	ck_assert_uint_eq(where->nkids, 2);
	ck_assert_int_eq(where->kids[1]->kind, COND_OR);
	ck_assert_str_eq(where->kids[1]->kids[0]->field, "usia");
	codebook_free(cb);
}
END_TEST

START_TEST(flaws_are_told_with_place_and_line)
{
	static const struct {
		const char *pattern, *where, *id, *file;
		uint32_t column;
	} rows[] = {
		{ "", NULL, "E005", "pattern", 1 },
		{ "dana desa", NULL, "E005", "pattern", 6 },
		{ "dana }", NULL, "E005", "pattern", 6 },
		{ "dana unless desa", NULL, "E005", "pattern", 6 },
		{ "dana near desa", NULL, "E011", "pattern", 11 },
		{ "(dana or desa", NULL, "E002", "pattern", 1 },
		{ "a and b or c", NULL, "E017", "pattern", 9 },
		{ "not dana", NULL, "E018", "pattern", 1 },
		{ "dana and @mutu", NULL, "E009", "pattern", 10 },
		{ "<INT:agen>", NULL, "E010", "pattern", 1 },
		{ "dana", "usia > 4", "E020", "--where", 1 },
		{ "dana", "speaker.usia > 4 dan", "E005", "--where", 18 },
		{ "dana", "", "E005", "--where", 1 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct diags d = DIAGS_INIT;
		struct err e = ERR_INIT;
		struct codebook *cb;
		enum rc rc = search_parse(rows[i].pattern, rows[i].where, &cb, &d, &e);

		ck_assert_msg(rc == RC_INPUT, "%s", rows[i].pattern);
		ck_assert_ptr_null(cb);
		ck_assert_msg(d.list.n == 1, "%s: %zu", rows[i].pattern, d.list.n);
		ck_assert_str_eq(d.list.items[0].id, rows[i].id);
		ck_assert_str_eq(d.list.items[0].at.file, rows[i].file);
		ck_assert_msg(d.list.items[0].at.column == rows[i].column, "%s: column %u",
			rows[i].pattern, d.list.items[0].at.column);
		ck_assert_ptr_nonnull(d.list.items[0].excerpt);
		diags_release(&d);
	}
}
END_TEST

START_TEST(both_flaws_are_told_at_once)
{
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct codebook *cb;

	ck_assert_int_eq(search_parse("dana or", "usia", &cb, &d, &e), RC_INPUT);
	ck_assert_uint_eq(d.list.n, 2);
	diags_release(&d);
}
END_TEST

START_TEST(refuses_what_is_not_utf8)
{
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct codebook *cb;

	ck_assert_int_eq(search_parse("dana \xff", NULL, &cb, &d, &e), RC_USAGE);
	ck_assert_int_eq(search_parse("dana", "\xc3", &cb, &d, &e), RC_USAGE);
	ck_assert_ptr_null(cb);
	diags_release(&d);
}
END_TEST

UNIT_MAIN("search", a_place_or_chain_is_a_match_and_all_else_a_sentence,
	everybody_and_every_kind_of_paragraph_is_read, a_condition_is_joined_to_the_kinds,
	flaws_are_told_with_place_and_line, both_flaws_are_told_at_once, refuses_what_is_not_utf8)
