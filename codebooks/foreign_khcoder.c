/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * KH Coder's coding rules: "*name" (or with a full-width star) begins a code, the
 * lines up to the next one are its condition, '#' begins a comment.
 */
#include "codebooks/foreign_khcoder.h"

#include <string.h>

#define WIDE_STAR "\xef\xbc\x8a"

struct khcoder {
	struct foreign *f;
	struct intern names;
	VEC(uint32_t) code_of_name;
	struct buf condition;
	uint32_t code, line; /* of the condition being read */
};

/* Of a line that begins a code: the bytes of its star. */
static size_t star_len(const char *s, size_t len)
{
	if (len > 1 && *s == '*')
		return 1;
	return len > 3 && memcmp(s, WIDE_STAR, 3) == 0 ? 3 : 0;
}

static void end_condition(struct khcoder *h)
{
	struct kh_code k = { h->f, h->code, h->line, h->condition.data, h->condition.len,
		h->code_of_name.items, &h->names };
	const struct kh_node *tree;

	if (h->code == FOREIGN_TOP)
		return;
	if (h->condition.len == 0)
		foreign_remark(h->f, DIAG_WARNING, h->f->codes.items[h->code].line,
			SAY(F008_NO_CONDITION), h->f->codes.items[h->code].name);
	else if ((tree = kh_parse(&k)) != NULL)
		kh_write(&k, tree);
	buf_reset(&h->condition);
}

static void begin_code(struct khcoder *h, const char *s, size_t len, uint32_t line)
{
	foreign_trim(&s, &len);
	h->code = foreign_code(h->f, s, len, FOREIGN_TOP, line);
	if (intern_find(&h->names, s, len) != INTERN_NONE) {
		foreign_remark(h->f, DIAG_WARNING, line, SAY(F004_SECOND),
			h->f->codes.items[h->code].name);
		return;
	}
	intern_add(&h->names, s, len);
	vec_push(&h->code_of_name, h->code);
}

static enum rc read(struct foreign *f, const char *text, size_t len, struct err *e)
{
	struct foreign_lines lines = { text, text + len, 0 };
	struct khcoder h = { .f = f, .names = INTERN_INIT, .code = FOREIGN_TOP };
	enum rc rc = RC_OK;
	const char *s;
	size_t n, star;

	buf_init(&h.condition);
	while (rc == RC_OK && foreign_line(&lines, &s, &n)) {
		foreign_trim(&s, &n);
		if (n == 0 || *s == '#')
			continue;
		star = star_len(s, n);
		if (star > 0) {
			end_condition(&h);
			begin_code(&h, s + star, n - star, lines.number);
		} else if (h.code == FOREIGN_TOP) {
			rc = foreign_wrong(f, lines.number, e,
				"coding rules of KH Coder begin with a line '*NAME'");
		} else {
			h.line = h.condition.len == 0 ? lines.number : h.line;
			buf_add(&h.condition, s, n);
			buf_addc(&h.condition, ' ');
		}
	}
	if (rc == RC_OK)
		end_condition(&h);
	buf_release(&h.condition);
	intern_release(&h.names);
	vec_release(&h.code_of_name);
	return rc;
}

const struct foreign_format foreign_khcoder = {
	.name = "khcoder",
	.title = "KH Coder coding rules",
	.extensions = "cod",
	.charsets = "shift-jis euc-jp",
	.read = read,
};
