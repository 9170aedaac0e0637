/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tests that stand in a codebook (CODEBOOK 6.16). */
#include "tests/unit/coder_help.h"

#include "coder/selftest.h"

struct outcome {
	struct selftest_result r;
	struct diags d;
	struct codebook *cb;
};

static void run(const char *text, struct outcome *o)
{
	char *book = mem_printf("codebook t language id\n%s", text);
	struct err e = ERR_INIT;

	memset(o, 0, sizeof *o);
	o->cb = coder_book(book);
	ck_assert_msg(selftest_run(o->cb, &o->r, &o->d, &e) == RC_OK, "%s", e.msg);
	free(book);
}

static void done(struct outcome *o)
{
	diags_release(&o->d);
	codebook_free(o->cb);
}

START_TEST(counts_what_passes_and_what_fails)
{
	struct outcome o;

	run("code A {\n"
	    " rule r { when iuran near 2 rutin\n"
	    "  test hit \"Iuran dibayar rutin.\"\n"
	    "  test miss \"Iuran. Rutin.\"\n"
	    "  test hit \"Iuran tidak dibayar rutin.\"\n"
	    " }\n"
	    "}\n",
		&o);
	ck_assert_uint_eq(o.r.passed, 2);
	ck_assert_uint_eq(o.r.failed, 1);
	ck_assert_int_eq(o.d.list.n, 1);
	ck_assert_str_eq(o.d.list.items[0].id, "E100");
	ck_assert_uint_eq(o.d.list.items[0].at.line, 6);
	ck_assert_ptr_nonnull(strstr(o.d.list.items[0].text, "'r'"));
	done(&o);
}
END_TEST

START_TEST(code_tests_ask_for_the_threshold_and_rule_tests_do_not)
{
	struct outcome o;

	run("code A { threshold 0.7\n"
	    " keywords { iuran, rutin }\n"
	    " rule r { when lunas test hit \"Lunas.\" }\n"
	    " test hit \"Iuran rutin.\"\n"
	    " test miss \"Iuran.\"\n"
	    " test hit \"Lunas.\"\n"
	    "}\n",
		&o);
	ck_assert_uint_eq(o.r.passed, 3);
	ck_assert_uint_eq(o.r.failed, 1);
	ck_assert_uint_eq(o.d.list.items[0].at.line, 7);
	ck_assert_ptr_nonnull(strstr(o.d.list.items[0].hint, "r"));
	done(&o);
}
END_TEST

START_TEST(dialogues_have_an_interviewer)
{
	struct outcome o;

	run("code A {\n"
	    " rule r { when iuran\n"
	    "  test miss \"T: Iuran?\\nJ: Ya.\"\n"
	    "  test hit \"T: Ya?\\nJ: Iuran.\"\n"
	    " }\n"
	    " rule q { when baik and in question (iuran)\n"
	    "  test hit \"T: Bagaimana iuran?\\nJ: Sudah baik.\"\n"
	    "  test miss \"T: Bagaimana?\\nJ: Sudah baik.\"\n"
	    " }\n"
	    "}\n",
		&o);
	ck_assert_uint_eq(o.r.passed, 4);
	ck_assert_uint_eq(o.r.failed, 0);
	done(&o);
}
END_TEST

START_TEST(other_fields_hold_but_the_role_is_known)
{
	struct outcome o;

	run("code A {\n"
	    " rule a { when satu where speaker.role = informant and document.method = fgd\n"
	    "  test hit \"Satu.\" }\n"
	    " rule b { when satu where not document.umur > 3 test hit \"Satu.\" }\n"
	    " rule c { when satu where speaker.role = other or paragraph.kind = table\n"
	    "  test miss \"Satu.\" }\n"
	    " rule d { when satu where speaker.\"jenis kelamin\" = P test hit \"Satu.\" }\n"
	    "}\n",
		&o);
	ck_assert_uint_eq(o.r.passed, 4);
	ck_assert_uint_eq(o.r.failed, 0);
	done(&o);
}
END_TEST

START_TEST(todo_tests_never_fail_and_say_when_they_pass)
{
	struct outcome o;

	run("code A {\n"
	    " rule a { when satu\n"
	    "  test todo-hit \"Dua.\"\n"
	    "  test todo-miss \"Dua.\"\n"
	    " }\n"
	    "}\n",
		&o);
	ck_assert_uint_eq(o.r.failed, 0);
	ck_assert_uint_eq(o.r.todo, 1);
	ck_assert_uint_eq(o.r.todo_passed, 1);
	ck_assert_uint_eq(o.d.count[DIAG_REMARK], 1);
	done(&o);
}
END_TEST

START_TEST(private_rules_are_tested_and_do_not_suggest)
{
	struct outcome o;

	run("code A {\n"
	    " private rule p { when satu test hit \"Satu.\" }\n"
	    " rule r { when <:p> and dua test hit \"Satu dua.\" }\n"
	    " test miss \"Satu.\"\n"
	    "}\n",
		&o);
	ck_assert_uint_eq(o.r.passed, 3);
	done(&o);
}
END_TEST

UNIT_MAIN("coder selftest", counts_what_passes_and_what_fails,
	code_tests_ask_for_the_threshold_and_rule_tests_do_not, dialogues_have_an_interviewer,
	other_fields_hold_but_the_role_is_known, todo_tests_never_fail_and_say_when_they_pass,
	private_rules_are_tested_and_do_not_suggest)
