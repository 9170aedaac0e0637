/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/child.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "unit.h"

#if defined(__SANITIZE_ADDRESS__)
#define LIMITS_MEMORY false
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define LIMITS_MEMORY false
#endif
#endif
#ifndef LIMITS_MEMORY
#define LIMITS_MEMORY true
#endif

static const struct child_limits limits = {
	.memory = 256 << 20, .cpu = 1, .wall = 3, .output = 1 << 20
};

static enum child_end run(child_fn *fn, void *arg, struct buf *out)
{
	enum child_end end = CHILD_CRASHED;
	struct err e = ERR_INIT;

	ck_assert_int_eq(child_run(&limits, fn, arg, out, &end, &e), RC_OK);
	return end;
}

static enum child_end run_alone(child_fn *fn, void *arg)
{
	struct buf out = BUF_INIT;
	enum child_end end = run(fn, arg, &out);

	buf_release(&out);
	return end;
}

static bool say(struct child_pipe *to, void *arg)
{
	const char *text = arg;

	for (int i = 0; i < 3; i++)
		if (!child_write(to, text, strlen(text)))
			return false;
	return true;
}

START_TEST(gives_back_what_the_child_wrote)
{
	char text[] = "abc.";
	struct buf out = BUF_INIT;

	buf_adds(&out, "depan ");
	ck_assert_int_eq(run(say, text, &out), CHILD_DONE);
	ck_assert_str_eq(out.data, "depan abc.abc.abc.");
	buf_release(&out);
}
END_TEST

static bool say_much(struct child_pipe *to, void *arg)
{
	size_t len = *(size_t *)arg;
	char *p = mem_alloc(len);
	bool good;

	memset(p, 'x', len);
	good = child_write(to, "<", 1) && child_write(to, p, len) && child_write(to, ">", 1);
	free(p);
	return good;
}

START_TEST(gives_back_more_than_a_pipe_holds)
{
	struct buf out = BUF_INIT;
	size_t len = 900000;

	ck_assert_int_eq(run(say_much, &len, &out), CHILD_DONE);
	ck_assert_uint_eq(out.len, len + 2);
	ck_assert_int_eq(out.data[0], '<');
	ck_assert_int_eq(out.data[len + 1], '>');
	buf_release(&out);
}
END_TEST

START_TEST(stops_a_child_that_writes_too_much)
{
	size_t len = 64 << 20;

	ck_assert_int_eq(run_alone(say_much, &len), CHILD_VERBOSE);
}
END_TEST

static bool give_up(struct child_pipe *to, void *arg)
{
	(void)arg;
	child_write(to, "x", 1);
	return false;
}

START_TEST(tells_a_failure)
{
	struct buf out = BUF_INIT;

	ck_assert_int_eq(run(give_up, NULL, &out), CHILD_FAILED);
	ck_assert_str_eq(out.data, "x");
	buf_release(&out);
}
END_TEST

static bool die_by(struct child_pipe *to, void *arg)
{
	(void)to;
	raise(*(int *)arg);
	return true;
}

static bool leave(struct child_pipe *to, void *arg)
{
	(void)to;
	exit(*(int *)arg);
}

START_TEST(survives_every_kind_of_crash)
{
	static int signals[] = { SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGKILL };
	static int statuses[] = { 0, 1, 7 };

	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
		ck_assert_int_eq(run_alone(die_by, &signals[i]), CHILD_CRASHED);
	for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
		ck_assert_int_eq(run_alone(leave, &statuses[i]), CHILD_CRASHED);
}
END_TEST

static bool compute(struct child_pipe *to, void *arg)
{
	volatile unsigned n = 0;

	(void)to;
	(void)arg;
	for (;;)
		n++;
	return true;
}

static bool sleep_long(struct child_pipe *to, void *arg)
{
	(void)to;
	(void)arg;
	sleep(30);
	return true;
}

/* Closes its end, so that the caller reads the end of the file, and goes on. */
static bool hide(struct child_pipe *to, void *arg)
{
	(void)to;
	(void)arg;
	for (int fd = 3; fd < 64; fd++)
		close(fd);
	sleep(30);
	return true;
}

START_TEST(stops_a_child_that_computes_or_waits_too_long)
{
	time_t start = time(NULL);

	ck_assert_int_eq(run_alone(compute, NULL), CHILD_SLOW);
	ck_assert_int_eq(run_alone(sleep_long, NULL), CHILD_SLOW);
	ck_assert_int_eq(run_alone(hide, NULL), CHILD_CRASHED);
	ck_assert_int_lt(time(NULL) - start, 15);
}
END_TEST

/* What it got is given back through the pipe. */
static bool eat(struct child_pipe *to, void *arg)
{
	size_t got = 0;
	char *volatile p; /* or an optimiser sees that nobody reads it */

	(void)arg;
	while (got < 2048 && (p = malloc(1 << 20)) != NULL) {
		p[0] = 'x';
		got++;
	}
	return child_write(to, &got, sizeof got);
}

START_TEST(gets_no_more_memory_than_allowed)
{
	struct buf out = BUF_INIT;
	struct rlimit none = { RLIM_INFINITY, RLIM_INFINITY };
	size_t got = 0;

	if (!LIMITS_MEMORY) {
		puts("# SKIP the address sanitizer needs all addresses");
		return;
	}
	setrlimit(RLIMIT_AS, &none);
	ck_assert_int_eq(run(eat, NULL, &out), CHILD_DONE);
	ck_assert_uint_eq(out.len, sizeof got);
	memcpy(&got, out.data, sizeof got);
	ck_assert_uint_ge(got, 128);
	ck_assert_uint_le(got, 256);
	buf_release(&out);
}
END_TEST

/* Says which of the caller's descriptors are open, and that printing goes nowhere. */
static bool look(struct child_pipe *to, void *arg)
{
	int fd = *(int *)arg;
	struct rlimit core;
	char seen = fcntl(fd, F_GETFD) < 0 ? 'n' : 'y';

	printf("this must not be seen\n");
	fflush(stdout);
	getrlimit(RLIMIT_CORE, &core);
	return child_write(to, &seen, 1) && core.rlim_cur == 0;
}

START_TEST(has_no_files_of_the_caller_and_dumps_no_core)
{
	struct buf out = BUF_INIT;
	int fd = open("/dev/null", O_RDONLY);

	ck_assert_int_ge(fd, 3);
	ck_assert_int_eq(run(look, &fd, &out), CHILD_DONE);
	ck_assert_str_eq(out.data, "n");
	ck_assert_int_ne(fcntl(fd, F_GETFD), -1);
	close(fd);
	buf_release(&out);
}
END_TEST

UNIT_MAIN("base_child", gives_back_what_the_child_wrote, gives_back_more_than_a_pipe_holds,
	stops_a_child_that_writes_too_much, tells_a_failure, survives_every_kind_of_crash,
	stops_a_child_that_computes_or_waits_too_long, gets_no_more_memory_than_allowed,
	has_no_files_of_the_caller_and_dumps_no_core)
