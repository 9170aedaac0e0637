/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sets a locale with a decimal comma: an installed one, or one that localedef
 * makes for the test.  False, with a word on stderr, where there is neither.
 */
#ifndef TEMA_TESTS_COMMA_LOCALE_H
#define TEMA_TESTS_COMMA_LOCALE_H

#include <locale.h>
#include <stdbool.h>
#include <sys/wait.h>

#include "tests/unit/unit.h"

static inline void comma_locale_make(const char *target)
{
	pid_t pid = fork();

	if (pid == 0) {
		if (freopen("/dev/null", "w", stdout) != NULL &&
			freopen("/dev/null", "w", stderr) != NULL)
			execlp("localedef", "localedef", "-i", "de_DE", "-f", "UTF-8", target,
				(char *)NULL);
		_exit(1);
	}
	waitpid(pid, NULL, 0);
}

static inline void comma_locale_remove(const char *dir)
{
	pid_t pid = fork();

	if (pid == 0)
		execlp("rm", "rm", "-rf", dir, (char *)NULL);
	waitpid(pid, NULL, 0);
}

static inline bool comma_locale_set(void)
{
	bool is_set = setlocale(LC_ALL, "de_DE.UTF-8") != NULL ||
		      setlocale(LC_ALL, "id_ID.UTF-8") != NULL;

	if (!is_set) {
		char *dir = unit_tmpdir(), *target = mem_printf("%s/de_DE.UTF-8", dir);

		comma_locale_make(target);
		setenv("LOCPATH", dir, 1);
		is_set = setlocale(LC_ALL, "de_DE.UTF-8") != NULL;
		comma_locale_remove(dir);
		free(target);
		free(dir);
	}
	if (!is_set)
		fprintf(stderr, "# SKIP no locale with a decimal comma, and none can be made\n");
	return is_set;
}

#endif
