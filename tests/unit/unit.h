/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Frame of the unit tests (Check, TAP on stdout).
 *
 *	START_TEST(empty_buffer_is_a_string) { ... } END_TEST
 *	UNIT_MAIN("buf", empty_buffer_is_a_string, grows_by_parts)
 *
 * Every test runs in its own process.  unit_shared() looks up reference data
 * beside the checkout ($TEMA_SHARED, else ../shared seen from the source
 * folder); where it is missing the test says so and passes.
 */
#ifndef TEMA_TESTS_UNIT_H
#define TEMA_TESTS_UNIT_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"

/* Paths live as long as the test's process; kept here, so that no leak is reported (volatile:
 * nobody reads them, and an optimiser would drop the table). */
static inline const char *unit_keep(char *path)
{
	static char *volatile kept[1024];
	static size_t n;

	return kept[n++ % 1024] = path;
}

/* How many times slower than usual a test may be: under valgrind. */
static inline double unit_slowness(void)
{
	const char *text = getenv("CK_TIMEOUT_MULTIPLIER");
	double times = text != NULL ? strtod(text, NULL) : 1;

	return times > 1 ? times : 1;
}

static inline const char *unit_srcdir(const char *path)
{
	const char *top = getenv("srcdir");

	return unit_keep(mem_printf("%s/%s", top != NULL ? top : ".", path));
}

static inline const char *unit_shared(const char *path)
{
	const char *top = getenv("TEMA_SHARED");
	char *full = top != NULL ? mem_printf("%s/%s", top, path)
				 : mem_printf("%s/%s", unit_srcdir("../shared"), path);

	if (access(full, R_OK) == 0)
		return unit_keep(full);
	fprintf(stderr, "# SKIP %s is not here\n", full);
	free(full);
	return NULL;
}

/* A new folder for the test's files; the caller removes what it makes. */
static inline char *unit_tmpdir(void)
{
	const char *top = getenv("TMPDIR");
	char *dir = mem_printf("%s/tema-unit-XXXXXX", top != NULL ? top : "/tmp");

	ck_assert_ptr_nonnull(mkdtemp(dir));
	return dir;
}

static inline int unit_run(const char *name, const TTest *const *tests)
{
	Suite *suite = suite_create(name);
	SRunner *runner = srunner_create(suite);
	int failed;

	for (; *tests != NULL; tests++) {
		TCase *one = tcase_create((*tests)->name);

		tcase_set_timeout(one, 60);
		tcase_add_test(one, *tests);
		suite_add_tcase(suite, one);
	}
	srunner_set_tap(runner, "-");
	srunner_run_all(runner, CK_SILENT);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#define UNIT_MAIN(NAME, ...)                                                                       \
	int main(void)                                                                             \
	{                                                                                          \
		const TTest *const tests[] = { __VA_ARGS__, NULL };                                \
		return unit_run(NAME, tests);                                                      \
	}

#endif
