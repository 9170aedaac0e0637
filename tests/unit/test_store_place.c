/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/store_help.h"

#include <string.h>
#include <sys/stat.h>

#include "store/place.h"

START_TEST(copies_of_a_conflict_are_known_by_their_names)
{
	static const char *const copies[] = { "studi (1).tema", "studi (12).tema",
		"studi (Rini's conflicted copy 2024-05-01).tema",
		"studi (conflicted copy 2024-05-01 101112).tema", "studi (salinan konflik).tema",
		"studi-LAPTOP7.tema", "studi-DESKTOP-AB12CD.tema",
		"studi.sync-conflict-20240501-101010-ABCDEFG.tema", "studi 2.tema",
		"studi_conf(1).tema" };
	static const char *const others[] = { "studi.tema", "studi2.tema", "studi-2.tema",
		"studi-lama.tema", "studi-FGD2.tema", "studi (lama).tema", "studi ().tema",
		"studi (1).txt", "lain (1).tema", "studi(.tema", "studi).tema", "studi .tema",
		"s.tema", "", ".tema" };

	for (size_t i = 0; i < sizeof copies / sizeof *copies; i++)
		ck_assert_msg(store_place_is_copy("studi.tema", copies[i]), "%s", copies[i]);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		ck_assert_msg(!store_place_is_copy("studi.tema", others[i]), "%s", others[i]);
	ck_assert(!store_place_is_copy("tema", "tema (1)"));
}
END_TEST

static bool tells(const struct diags *d, const char *id)
{
	vec_each (const struct diag, g, &d->list)
		if (strcmp(g->id, id) == 0)
			return true;
	return false;
}

START_TEST(tells_what_others_can_read_and_copies_beside_it)
{
	struct lab l = lab_new();
	char *copy = mem_printf("%s/studi (1).tema", l.dir);
	struct diags d = DIAGS_INIT;

	store_place(l.path, &d);
	ck_assert(!tells(&d, "R401") && !tells(&d, "R404") && !tells(&d, "R405"));
	ck_assert_int_eq(chmod(l.path, 0640), 0);
	lab_ok(&l, file_write(copy, "x", 1, &l.e));
	store_place(l.path, &d);
	ck_assert(tells(&d, "R401") && tells(&d, "R404"));
	diags_release(&d);
	store_place("/nowhere/studi.tema", &d);
	ck_assert_uint_eq(d.list.n, 0);
	diags_release(&d);
	free(copy);
	lab_free(&l);
}
END_TEST

START_TEST(the_journal_is_as_private_as_the_project)
{
	struct lab l = lab_new();
	char *journal = mem_printf("%s-journal", l.path);
	struct stat st;

	umask(0);
	lab_ok(&l, store_begin(l.s, &l.who, "project", &l.e));
	lab_ok(&l, store_setting_put(l.s, "title", "Judul", &l.e));
	ck_assert_int_eq(stat(journal, &st), 0);
	ck_assert_uint_eq(st.st_mode & 07777, 0600);
	lab_ok(&l, store_commit(l.s, &l.e));
	free(journal);
	lab_free(&l);
}
END_TEST

static enum rc count_call(void *arg, struct err *e)
{
	(void)e;
	++*(int *)arg;
	return RC_OK;
}

static enum rc refuse(void *arg, struct err *e)
{
	(void)arg;
	return err_set(e, RC_INPUT, "cannot keep it");
}

START_TEST(a_person_is_kept_when_an_op_begins_and_else_nothing_is_written)
{
	struct lab l = lab_new();
	struct person new = lab_person("Dewi");
	int calls = 0;

	new.keep = count_call;
	new.arg = &calls;
	lab_ok(&l, store_begin(l.s, &new, "project", &l.e));
	ck_assert_int_eq(calls, 1);
	store_rollback(l.s);
	new.keep = refuse;
	ck_assert_int_eq(store_begin(l.s, &new, "project", &l.e), RC_INPUT);
	lab_ok(&l, store_begin(l.s, &l.who, "project", &l.e));
	store_rollback(l.s);
	lab_free(&l);
}
END_TEST

UNIT_MAIN("place", copies_of_a_conflict_are_known_by_their_names,
	tells_what_others_can_read_and_copies_beside_it, the_journal_is_as_private_as_the_project,
	a_person_is_kept_when_an_op_begins_and_else_nothing_is_written)
