/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/store_help.h"

#include "project/codes.h"

static const char text[] = "T: Bagaimana?\nJ: Belum optimal. Kader kurang paham.";
static const char abc[] = "codebook t language id\n"
			  "code A \"Alfa\" { keywords { optimal } }\n"
			  "code B \"Beta\" { keywords { kader } }\n"
			  "code C \"Ce\" { keywords { paham } }\n";

static enum rc edit(struct lab *l, enum codes_what what, const char *const *codes, size_t n,
	const char *to, bool dry_run, char **said)
{
	struct codes_edit x = { .what = what, .n = n };
	struct codes_report report;
	int64_t ids[4] = { 0 };
	struct buf out = BUF_INIT;
	enum rc rc;

	for (size_t i = 0; i < n; i++)
		lab_ok(l, store_code_find_any(l->s, codes[i], &ids[i], &l->e));
	if (to != NULL)
		lab_ok(l, store_code_find_any(l->s, to, &x.to, &l->e));
	x.codes = ids;
	rc = codes_edit(l->s, &l->who, &x, dry_run, &report, &l->e);
	vec_each (const char *, line, &report.lines)
		buf_printf(&out, "%s\n", *line);
	codes_report_release(&report);
	if (said != NULL)
		*said = buf_detach(&out);
	buf_release(&out);
	return rc;
}

START_TEST(several_codes_are_one_op)
{
	static const char *const two[] = { "A", "B" };
	struct lab l = lab_new();
	char *said = NULL;
	uint64_t ops;

	lab_precode(&l, abc);
	ops = lab_verify(&l);
	lab_ok(&l, edit(&l, CODES_RETIRE, two, 2, NULL, false, &said));
	ck_assert_str_eq(said, "t.A suggests nothing any more (0 open); 0 decisions stay\n"
			       "t.B suggests nothing any more (0 open); 0 decisions stay\n");
	free(said);
	ck_assert_uint_eq(lab_verify(&l), ops + 1);
	lab_ok(&l, edit(&l, CODES_RETIRE, two, 2, NULL, false, NULL));
	ck_assert_uint_eq(lab_verify(&l), ops + 1); /* what changes nothing is no op */
	lab_free(&l);
}
END_TEST

START_TEST(a_dry_run_says_the_same_and_writes_nothing)
{
	static const char *const one[] = { "A" };
	struct lab l = lab_new();
	uint8_t before[SHA256_LEN], after[SHA256_LEN];
	char *dry = NULL, *wet = NULL;

	lab_precode(&l, abc);
	lab_digest(&l, before);
	lab_ok(&l, edit(&l, CODES_MERGE, one, 1, "C", true, &dry));
	lab_digest(&l, after);
	ck_assert(memcmp(before, after, sizeof before) == 0);
	lab_ok(&l, edit(&l, CODES_MERGE, one, 1, "C", false, &wet));
	ck_assert_str_eq(dry, wet);
	free(dry);
	free(wet);
	lab_free(&l);
}
END_TEST

START_TEST(one_code_that_cannot_leaves_all_as_they_are)
{
	static const char *const two[] = { "B", "C" };
	struct lab l = lab_new();
	uint8_t before[SHA256_LEN], after[SHA256_LEN];

	lab_precode(&l, abc);
	lab_digest(&l, before);
	ck_assert_int_eq(edit(&l, CODES_MOVE, two, 2, "C", false, NULL), RC_USAGE);
	lab_digest(&l, after);
	ck_assert(memcmp(before, after, sizeof before) == 0);
	lab_free(&l);
}
END_TEST

START_TEST(decisions_are_counted_where_they_count)
{
	static const char *const one[] = { "B" };
	struct lab l = lab_new();
	int64_t doc = lab_document(&l, "Satu", text), c;
	struct codes_tally all;

	lab_precode(&l, abc);
	lab_judge(&l, doc, "B", 33, 52, VERDICT_CONFIRM);
	lab_judge(&l, doc, "A", 18, 32, VERDICT_REJECT);
	lab_ok(&l, edit(&l, CODES_MERGE, one, 1, "C", false, NULL));
	c = lab_code(&l, "C");
	lab_ok(&l, codes_tally(l.s, lab_coder(&l), &all, &l.e));
	ck_assert_uint_eq(all.rows.n, 3);
	ck_assert_uint_eq(codes_row_of(&all, c)->confirmed, 1);
	ck_assert_uint_eq(codes_row_of(&all, c)->open, 0);
	ck_assert_uint_eq(codes_row_of(&all, lab_code(&l, "A"))->rejected, 1);
	ck_assert_str_eq(all.rows.items[1].into, "t.C");
	ck_assert_uint_eq(all.rows.items[1].confirmed, 0);
	codes_tally_release(&all);
	lab_free(&l);
}
END_TEST

UNIT_MAIN("project/codes", several_codes_are_one_op, a_dry_run_says_the_same_and_writes_nothing,
	one_code_that_cannot_leaves_all_as_they_are, decisions_are_counted_where_they_count)
