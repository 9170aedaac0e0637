/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/say.h"

#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/utf8.h"
#include "output/redact.h"
#include "store/pseudonyms.h"

const char *plural(uint64_t n)
{
	return n == 1 ? "" : "s";
}

static void put_clean(FILE *f, const char *s, size_t len)
{
	struct buf clean = BUF_INIT;

	utf8_clean(s, len, &clean);
	fwrite(clean.data, 1, clean.len, f);
	buf_release(&clean);
}

/* What was printed before stands before, where both streams go to one place. */
static void begin(void)
{
	fflush(stdout);
	progress_end();
}

void say_error(const char *command, const struct err *e)
{
	begin();
	fputs("tema", stderr);
	if (command != NULL)
		fprintf(stderr, " %s", command);
	fputs(": ", stderr);
	put_clean(stderr, e->msg, strlen(e->msg));
	fputc('\n', stderr);
}

static const struct store *project;

void say_hide(const struct store *s)
{
	project = s;
}

static void say_line(const struct redactor *r, const char *fmt, va_list ap)
{
	struct buf b = BUF_INIT, shown = BUF_INIT;

	buf_vprintf(&b, fmt, ap);
	redact(r, REDACT_NAME, b.data, b.len, &shown, NULL);
	begin();
	put_clean(stderr, shown.data, shown.len);
	fputc('\n', stderr);
	buf_release(&b);
	buf_release(&shown);
}

void say(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say_line(project != NULL ? store_hidden(project) : NULL, fmt, ap);
	va_end(ap);
}

void say_plain(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say_line(NULL, fmt, ap);
	va_end(ap);
}

int screen_width(int fd)
{
	struct winsize size;
	const char *columns = getenv("COLUMNS");

	if (!isatty(fd))
		return 0;
	if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return size.ws_col;
	return columns != NULL && strtol(columns, NULL, 10) > 0 ? (int)strtol(columns, NULL, 10)
								: 80;
}

void say_diags(const struct diags *d)
{
	say_diags_from(d, DIAG_REMARK);
}

void say_diags_from(const struct diags *d, enum diag_level least)
{
	struct buf b = BUF_INIT;

	vec_each (const struct diag, g, &d->list)
		if (g->level >= least)
			diag_print(g, screen_width(STDERR_FILENO), &b);
	begin();
	put_clean(stderr, b.data, b.len);
	buf_release(&b);
}

void out_put(struct buf *out)
{
	fwrite(out->data, 1, out->len, stdout);
	buf_reset(out);
}

/* 'tema suggestions | head' has read enough: that is no error. */
static bool reader_left(void)
{
	struct pollfd out = { .fd = STDOUT_FILENO, .events = POLLOUT };

	return poll(&out, 1, 0) == 1 && (out.revents & POLLERR) != 0;
}

enum rc out_finish(struct err *e)
{
	if ((fflush(stdout) == 0 && !ferror(stdout)) || reader_left())
		return RC_OK;
	return err_errno(e, RC_INPUT, "writing the result to standard output");
}

static bool progress_shown;

void progress(const char *what, size_t done, size_t all, const char *things)
{
	if (!isatty(STDERR_FILENO))
		return;
	fprintf(stderr, "\r%s: %zu of %zu %s\033[K", what, done, all, things);
	fflush(stderr);
	progress_shown = true;
}

void progress_end(void)
{
	if (progress_shown)
		fputs("\r\033[K", stderr);
	progress_shown = false;
}

enum rc ask_yes(const char *question, const char *hint, bool *yes, struct err *e)
{
	char line[64] = "";

	*yes = false;
	if (!isatty(STDIN_FILENO) || !isatty(STDERR_FILENO))
		return err_set(e, RC_USAGE,
			"this asks before it writes, and there is no terminal; give %s", hint);
	fprintf(stderr, "%s [y/N] ", question);
	fflush(stderr);
	if (fgets(line, sizeof line, stdin) == NULL)
		fputc('\n', stderr);
	*yes = line[0] == 'y' || line[0] == 'Y';
	return RC_OK;
}
