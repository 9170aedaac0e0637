/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/term.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <termios.h>
#include <unistd.h>

#include "base/utf8.h"

#define ENTER_SCREEN "\033[?1049h\033[?25l"
#define LEAVE_SCREEN "\033[?25h\033[?1049l"

static struct termios cooked;
static bool is_open;
static volatile sig_atomic_t resized;

static void put(const char *s, size_t len)
{
	while (len > 0) {
		ssize_t n = write(STDOUT_FILENO, s, len);

		if (n < 0 && errno != EINTR)
			return;
		if (n > 0) {
			s += n;
			len -= (size_t)n;
		}
	}
}

void term_close(void)
{
	if (!is_open)
		return;
	is_open = false;
	tcsetattr(STDIN_FILENO, TCSAFLUSH, &cooked);
	put(LEAVE_SCREEN, strlen(LEAVE_SCREEN));
}

static void on_kill(int signal_number)
{
	term_close(); /* tcsetattr and write are async-signal-safe */
	signal(signal_number, SIG_DFL);
	raise(signal_number);
}

static void on_resize(int signal_number)
{
	(void)signal_number;
	resized = 1;
}

static void catch_signals(void)
{
	static const int deadly[] = { SIGTERM, SIGHUP, SIGINT, SIGQUIT };
	struct sigaction act = { .sa_handler = on_kill };

	for (size_t i = 0; i < sizeof deadly / sizeof *deadly; i++)
		sigaction(deadly[i], &act, NULL);
	act.sa_handler = on_resize;
	sigaction(SIGWINCH, &act, NULL);
}

enum rc term_open(struct err *e)
{
	struct termios raw;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) ||
		tcgetattr(STDIN_FILENO, &cooked) != 0)
		return err_set(e, RC_USAGE,
			"review needs a terminal; 'tema confirm' and 'tema reject' do not");
	catch_signals();
	raw = cooked;
	raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG | IEXTEN);
	raw.c_iflag &= ~(tcflag_t)(ICRNL | IXON);
	raw.c_cc[VMIN] = 1;
	raw.c_cc[VTIME] = 0;
	tcsetattr(STDIN_FILENO, TCSAFLUSH, &raw);
	is_open = true;
	put(ENTER_SCREEN, strlen(ENTER_SCREEN));
	return RC_OK;
}

void term_size(int *columns, int *rows)
{
	struct winsize size;

	*columns = 80;
	*rows = 24;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0) {
		*columns = size.ws_col;
		*rows = size.ws_row;
	}
}

void term_draw(const struct buf *screen)
{
	put("\033[H\033[2J", 7);
	put(screen->data, screen->len);
}

static bool more_waiting(void)
{
	fd_set set;
	struct timeval soon = { 0, 30000 };

	FD_ZERO(&set);
	FD_SET(STDIN_FILENO, &set);
	return select(STDIN_FILENO + 1, &set, NULL, NULL, &soon) > 0;
}

static int one_byte(void)
{
	unsigned char c;
	ssize_t n = read(STDIN_FILENO, &c, 1);

	if (n == 1)
		return c;
	if (n < 0 && errno == EINTR && resized) {
		resized = 0;
		return KEY_RESIZE;
	}
	return KEY_EOF;
}

int term_key(void)
{
	int key = one_byte();

	if (key != KEY_ESCAPE || !more_waiting())
		return key;
	while (more_waiting()) { /* an arrow or function key: ESC [ ... letter */
		int c = one_byte();

		if (c < 0 || (c >= '@' && c <= '~' && c != '[' && c != 'O'))
			break;
	}
	return 0;
}

static void erase_last(struct buf *b)
{
	while (b->len > 0 && ((unsigned char)b->data[b->len - 1] & 0xc0) == 0x80)
		b->data[--b->len] = '\0';
	if (b->len > 0)
		b->data[--b->len] = '\0';
}

static void draw_line(const char *prompt, const struct buf *line)
{
	struct buf b = BUF_INIT;
	int columns, rows;

	term_size(&columns, &rows);
	buf_printf(&b, "\033[%d;1H\033[2K%s", rows, prompt);
	utf8_clean(line->data, line->len, &b);
	put(b.data, b.len);
	buf_release(&b);
}

bool term_line(const char *prompt, struct buf *out)
{
	int key = 0;

	buf_reset(out);
	put("\033[?25h", 6);
	while (key != KEY_ENTER && key != '\n' && key != KEY_ESCAPE && key != KEY_EOF && key != 3) {
		draw_line(prompt, out);
		key = term_key();
		if (key == KEY_BACK || key == '\b')
			erase_last(out);
		else if (key >= ' ' && key <= 0xff)
			buf_addc(out, (char)key);
	}
	put("\033[?25l", 6);
	return (key == KEY_ENTER || key == '\n') && out->len > 0 &&
	       utf8_valid(out->data, out->len, NULL);
}
