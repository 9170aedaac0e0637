/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The terminal in raw mode on its alternate screen, for review.  It is put
 * back on term_close() and when the program is killed by a signal.
 */
#ifndef TEMA_CLI_TERM_H
#define TEMA_CLI_TERM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"

#define KEY_EOF (-1)
#define KEY_RESIZE (-2) /* the window changed: draw again */
#define KEY_BACK 0x7f
#define KEY_ENTER '\r'
#define KEY_ESCAPE 0x1b

/* RC_USAGE when stdin or stdout is no terminal. */
enum rc term_open(struct err *e);
void term_close(void);
void term_size(int *columns, int *rows);
void term_draw(const struct buf *screen); /* clears, then writes */
int term_key(void); /* one key; multi-byte sequences of arrows etc. are swallowed */
/* Ask for a line at the bottom; false: given up with Escape. */
bool term_line(const char *prompt, struct buf *out);

#endif
