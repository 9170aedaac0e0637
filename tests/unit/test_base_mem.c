/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/mem.h"

#include <stdint.h>
#include <string.h>
#include <sys/wait.h>

#include "tests/unit/unit.h"

START_TEST(size_zero_gives_a_pointer)
{
	void *a = mem_alloc(0), *b = mem_zalloc(0, 8), *c = mem_grow(NULL, 0, 8);

	ck_assert_ptr_nonnull(a);
	ck_assert_ptr_nonnull(b);
	ck_assert_ptr_nonnull(c);
	free(a);
	free(b);
	free(c);
}
END_TEST

START_TEST(copies_are_terminated)
{
	char *copy = mem_dup("abcdef", 3), *empty = mem_dup(NULL, 0);

	ck_assert_str_eq(copy, "abc");
	ck_assert_str_eq(empty, "");
	ck_assert_ptr_null(mem_strdup(NULL));
	free(copy);
	free(empty);
}
END_TEST

START_TEST(zalloc_is_zero_and_grow_keeps)
{
	int *v = mem_zalloc(4, sizeof *v);

	ck_assert_int_eq(v[3], 0);
	v[3] = 7;
	v = mem_grow(v, 4000, sizeof *v);
	ck_assert_int_eq(v[3], 7);
	free(v);
}
END_TEST

START_TEST(printf_makes_a_string)
{
	char *s = mem_printf("%s-%d", "a", 5);

	ck_assert_str_eq(s, "a-5");
	free(s);
}
END_TEST

/* What the child process does, and what it must end with. */
static void ends_with_status_4(void (*act)(void))
{
	int status;
	pid_t pid = fork();

	ck_assert_int_ge(pid, 0);
	if (pid == 0) {
		ck_assert_ptr_nonnull(freopen("/dev/null", "w", stderr));
		act();
		_exit(0);
	}
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	ck_assert(WIFEXITED(status));
	ck_assert_int_eq(WEXITSTATUS(status), 4);
}

static void overflow_product(void)
{
	free(mem_zalloc(SIZE_MAX / 2, 3));
}

static void overflow_sum(void)
{
	mem_sum(SIZE_MAX - 3, 4);
}

static void overflow_grow(void)
{
	free(mem_grow(NULL, SIZE_MAX / 4, 8));
}

START_TEST(overflow_of_sizes_ends_with_status_4)
{
	ends_with_status_4(overflow_product);
	ends_with_status_4(overflow_sum);
	ends_with_status_4(overflow_grow);
}
END_TEST

UNIT_MAIN("mem", size_zero_gives_a_pointer, copies_are_terminated, zalloc_is_zero_and_grow_keeps,
	printf_makes_a_string, overflow_of_sizes_ends_with_status_4)
