/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding codebooks, and the shipped ones themselves. */
#include "unit.h"

#include <string.h>
#include <sys/stat.h>

#include "codebooks/library.h"
#include "codebooks/parser.h"

static char *dir; /* the library of this test */

static char *shipped(const char *name)
{
	return mem_printf("%s/%s", dir, name);
}

static const char *const files[] = { "jones.codebook", "emerson.codebook", "README" };

static void make_library(void)
{
	static const char book[] = "codebook jones\n";
	struct err e = ERR_INIT;

	dir = unit_tmpdir();
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		char *path = shipped(files[i]);

		ck_assert_int_eq(file_write(path, book, strlen(book), &e), RC_OK);
		free(path);
	}
	setenv("TEMA_LIBRARY", dir, 1);
}

static void remove_library(void)
{
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		char *path = shipped(files[i]);

		unlink(path);
		free(path);
	}
	rmdir(dir);
	free(dir);
}

static void check_found(const char *name, const char *file)
{
	char *path = NULL, *expected = shipped(file);
	struct err e = ERR_INIT;

	ck_assert_msg(library_find(name, &path, &e) == RC_OK, "%s", e.msg);
	ck_assert_str_eq(path, expected);
	free(expected);
	free(path);
}

static void check_missing(const char *name, const char *message)
{
	char *path = NULL;
	struct err e = ERR_INIT;

	ck_assert_int_eq(library_find(name, &path, &e), RC_NOTFOUND);
	ck_assert_ptr_null(path);
	ck_assert_msg(strstr(e.msg, message) != NULL, "%s", e.msg);
}

START_TEST(a_bare_name_is_a_shipped_codebook)
{
	make_library();
	check_found("jones", "jones.codebook");
	remove_library();
}
END_TEST

START_TEST(a_path_is_a_file)
{
	char *file;

	make_library();
	file = shipped("README");
	check_found(file, "README");
	check_missing("./none.codebook", "'./none.codebook'");
	check_missing("none.codebook", "'none.codebook'");
	free(file);
	remove_library();
}
END_TEST

START_TEST(an_unknown_name_gets_a_proposal)
{
	make_library();
	check_missing("jonnes", "did you mean 'jones'?");
	check_missing("anderson-lain", "'tema codebook list' shows them");
	remove_library();
}
END_TEST

START_TEST(a_file_of_that_name_here_is_not_taken)
{
	static const char book[] = "codebook servo\n";
	char *here = unit_tmpdir();
	struct err e = ERR_INIT;

	make_library();
	ck_assert_int_eq(chdir(here), 0);
	ck_assert_int_eq(file_write("servo.codebook", book, strlen(book), &e), RC_OK);
	check_missing("servo", "write 'servo.codebook'");
	unlink("servo.codebook");
	rmdir(here);
	free(here);
	remove_library();
}
END_TEST

START_TEST(lists_the_shipped_codebooks_sorted)
{
	struct file_list list = VEC_INIT;
	struct err e = ERR_INIT;

	make_library();
	ck_assert_int_eq(library_list(&list, &e), RC_OK);
	ck_assert_uint_eq(list.n, 2);
	ck_assert_str_eq(file_base(list.items[0]), "emerson.codebook");
	ck_assert_str_eq(file_base(list.items[1]), "jones.codebook");
	file_list_release(&list);
	remove_library();
}
END_TEST

START_TEST(what_is_shipped_has_neither_errors_nor_warnings)
{
	struct file_list list = VEC_INIT;
	struct err e = ERR_INIT;

	setenv("TEMA_LIBRARY", unit_srcdir("codebooks/library"), 1);
	ck_assert_msg(library_list(&list, &e) == RC_OK, "%s", e.msg);
	ck_assert_uint_ge(list.n, 3);
	vec_each (char *, path, &list) {
		struct diags d = DIAGS_INIT;
		struct buf shown = BUF_INIT;
		struct codebook *cb;
		enum rc rc = codebook_load(*path, &cb, &d, &e);

		diag_print_all(&d, &shown);
		ck_assert_msg(rc == RC_OK && d.list.n == 0, "%s", shown.data);
		codebook_free(cb);
		buf_release(&shown);
		diags_release(&d);
	}
	file_list_release(&list);
}
END_TEST

START_TEST(a_missing_file_is_an_error)
{
	struct codebook *cb;
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;

	ck_assert_int_eq(codebook_load("/nonexistent.codebook", &cb, &d, &e), RC_INPUT);
	ck_assert_ptr_null(cb);
}
END_TEST

UNIT_MAIN("codebooks library", a_bare_name_is_a_shipped_codebook, a_path_is_a_file,
	an_unknown_name_gets_a_proposal, a_file_of_that_name_here_is_not_taken,
	lists_the_shipped_codebooks_sorted, what_is_shipped_has_neither_errors_nor_warnings,
	a_missing_file_is_an_error)
