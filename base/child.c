/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "base/clock.h"

#if defined(__SANITIZE_ADDRESS__)
#define LIMITS_MEMORY 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define LIMITS_MEMORY 0
#endif
#endif
#ifndef LIMITS_MEMORY
#define LIMITS_MEMORY 1
#endif

/* Exit statuses that no library and no sanitizer uses. */
#define STATUS_DONE 94
#define STATUS_FAILED 95
#define CHUNK 65536
#define FILES_MAX 4096 /* descriptors to close where the system tells no limit */

struct child_pipe {
	int fd;
	size_t used;
	char data[CHUNK];
};

/* ---- in the child ---- */

static bool write_all(int fd, const char *p, size_t len)
{
	while (len > 0) {
		ssize_t n = write(fd, p, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		p += n;
		len -= (size_t)n;
	}
	return true;
}

static bool send_rest(struct child_pipe *to)
{
	bool good = write_all(to->fd, to->data, to->used);

	to->used = 0;
	return good;
}

bool child_write(struct child_pipe *to, const void *p, size_t len)
{
	if (to->used + len > CHUNK && !send_rest(to))
		return false;
	if (len > CHUNK)
		return write_all(to->fd, p, len);
	memcpy(to->data + to->used, p, len);
	to->used += len;
	return true;
}

/* Bytes of address space in use, 0 = unknown. */
static size_t in_use(void)
{
	char text[64];
	int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
	ssize_t n = fd >= 0 ? read(fd, text, sizeof text - 1) : -1;

	if (fd >= 0)
		close(fd);
	if (n <= 0)
		return 0;
	text[n] = '\0';
	return (size_t)strtoul(text, NULL, 10) * (size_t)sysconf(_SC_PAGESIZE);
}

/* A lower limit that is set already stays. */
static void limit(int what, rlim_t soft, rlim_t hard)
{
	struct rlimit old, new = { soft, hard };

	if (getrlimit(what, &old) != 0)
		return;
	if (old.rlim_max != RLIM_INFINITY && new.rlim_max > old.rlim_max)
		new.rlim_max = old.rlim_max;
	if (new.rlim_cur > new.rlim_max)
		new.rlim_cur = new.rlim_max;
	setrlimit(what, &new);
}

static void set_limits(const struct child_limits *l)
{
	rlim_t memory = (rlim_t)in_use() + l->memory;

	limit(RLIMIT_CORE, 0, 0);
	limit(RLIMIT_CPU, l->cpu, (rlim_t)l->cpu + 1);
	if (LIMITS_MEMORY)
		limit(RLIMIT_AS, memory, memory);
}

/* The caller's descriptors are not the child's business; keep is. */
static void close_others(int keep)
{
	long max = sysconf(_SC_OPEN_MAX);

	if (max < 0 || max > FILES_MAX)
		max = FILES_MAX;
	for (int fd = 3; fd < max; fd++)
		if (fd != keep)
			close(fd);
}

static void silence(void)
{
	int fd = open("/dev/null", O_RDWR);

	for (int i = 0; fd >= 0 && i < 3; i++)
		if (fd != i)
			dup2(fd, i);
	if (fd > 2)
		close(fd);
}

static void default_signals(void)
{
	static const int signals[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGXCPU, SIGALRM,
		SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL };
	sigset_t none;

	/* Under a sanitizer its handler of a crash stays: that ends the process too. */
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
		if (LIMITS_MEMORY || i < 7)
			signal(signals[i], SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

static _Noreturn void be_child(
	const struct child_limits *l, child_fn *fn, void *arg, int fd, pid_t parent)
{
	static struct child_pipe to; /* of this process alone */
	bool good;

#ifdef __linux__
	prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
	if (getppid() != parent)
		_exit(STATUS_FAILED);
	default_signals();
	close_others(fd);
	silence();
	set_limits(l);
	to.fd = fd;
	good = fn(&to, arg);
	good = send_rest(&to) && good;
	_exit(good ? STATUS_DONE : STATUS_FAILED);
}

/* ---- in the caller ---- */

/* Reads until the child closes its end; CHILD_DONE means only that. */
static enum child_end collect(int fd, const struct child_limits *l, struct buf *out)
{
	int64_t deadline = clock_steady_ms() + (int64_t)l->wall * 1000;
	size_t before = out->len;

	for (;;) {
		struct pollfd p = { .fd = fd, .events = POLLIN };
		int64_t left = deadline - clock_steady_ms();
		ssize_t n;

		if (left <= 0)
			return CHILD_SLOW;
		if (poll(&p, 1, (int)(left < 60000 ? left : 60000)) <= 0)
			continue;
		buf_reserve(out, CHUNK);
		n = read(fd, out->data + out->len, CHUNK);
		if (n < 0 && (errno == EINTR || errno == EAGAIN))
			continue;
		if (n <= 0)
			return CHILD_DONE;
		out->len += (size_t)n;
		out->data[out->len] = '\0';
		if (out->len - before > l->output)
			return CHILD_VERBOSE;
	}
}

static enum child_end end_of(int status)
{
	if (WIFSIGNALED(status))
		return WTERMSIG(status) == SIGXCPU ? CHILD_SLOW : CHILD_CRASHED;
	if (WIFEXITED(status) && WEXITSTATUS(status) == STATUS_DONE)
		return CHILD_DONE;
	if (WIFEXITED(status) && WEXITSTATUS(status) == STATUS_FAILED)
		return CHILD_FAILED;
	return CHILD_CRASHED;
}

/* The child may have closed its pipe and go on: it is killed if it does not end by itself. */
static int wait_for(pid_t pid, bool kill_it, const struct child_limits *l)
{
	int64_t deadline = clock_steady_ms() + (int64_t)l->wall * 1000;
	const struct timespec nap = { 0, 1000000 };
	int status = 0;

	if (kill_it)
		kill(pid, SIGKILL);
	for (;;) {
		pid_t got = waitpid(pid, &status, kill_it ? 0 : WNOHANG);

		if (got == pid)
			return status;
		if (got < 0 && errno != EINTR)
			return SIGKILL;
		if (got == 0 && clock_steady_ms() > deadline) {
			kill(pid, SIGKILL);
			kill_it = true;
		} else if (got == 0) {
			nanosleep(&nap, NULL);
		}
	}
}

enum rc child_run(const struct child_limits *limits, child_fn *fn, void *arg, struct buf *out,
	enum child_end *end, struct err *e)
{
	pid_t parent = getpid(), pid;
	int fds[2], status;

	if (pipe2(fds, O_CLOEXEC) != 0)
		return err_errno(e, RC_PROJECT, "no pipe to a new process");
	pid = fork();
	if (pid < 0) {
		close(fds[0]);
		close(fds[1]);
		return err_errno(e, RC_PROJECT, "no new process");
	}
	if (pid == 0) {
		close(fds[0]);
		be_child(limits, fn, arg, fds[1], parent);
	}
	close(fds[1]);
	*end = collect(fds[0], limits, out);
	close(fds[0]);
	status = wait_for(pid, *end != CHILD_DONE, limits);
	if (*end == CHILD_DONE)
		*end = end_of(status);
	return RC_OK;
}
