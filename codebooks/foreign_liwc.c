/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * LIWC dictionaries.  Between two lines "%" the categories, "12<TAB>name"; tabs in
 * front of the number nest them (2015).  Then "term<TAB>12<TAB>13".  In the wild:
 * spaces for tabs, numbers with zeros in front, empty lines, categories without a
 * number, and the conditions of old versions, "<of>131/125" (131 before the word
 * "of", else 125) and "(02 134)125/464" (125 behind a word of 02 or 134, else 464).
 */
#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "codebooks/foreign.h"
#include "codebooks/foreign_term.h"

struct liwc {
	struct foreign *f;
	struct intern ids; /* without zeros in front */
	VEC(uint32_t) code_of_id;
	uint32_t open[64]; /* the last category of each level */
	uint32_t levels;
	uint32_t line, told; /* told: of the last remark on a condition */
};

static size_t digits(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && s[n] >= '0' && s[n] <= '9')
		n++;
	return n;
}

static void strip_zeros(const char **s, size_t *len)
{
	while (*len > 1 && **s == '0') {
		++*s;
		--*len;
	}
}

static void read_category(struct liwc *l, const char *s, size_t len)
{
	uint32_t level = 0, code;
	const char *id;
	size_t n;

	while (len > 0 && ascii_blank(*s)) {
		level += *s == '\t';
		s++;
		len--;
	}
	id = s;
	n = digits(s, len);
	if (n == len || !ascii_blank(s[n]))
		n = 0; /* a heading without a number */
	level = level < l->levels ? level : l->levels;
	if (level >= sizeof l->open / sizeof *l->open)
		level = sizeof l->open / sizeof *l->open - 1;
	code = foreign_code(
		l->f, s + n, len - n, level > 0 ? l->open[level - 1] : FOREIGN_TOP, l->line);
	l->open[level] = code;
	l->levels = level + 1;
	if (n == 0)
		return;
	strip_zeros(&id, &n);
	if (intern_find(&l->ids, id, n) != INTERN_NONE) {
		foreign_remark(l->f, DIAG_WARNING, l->line, SAY(F004_NUMBER), (int)n, id);
		return;
	}
	intern_add(&l->ids, id, n);
	vec_push(&l->code_of_id, code);
}

static bool find_category(struct liwc *l, const char *s, size_t len, uint32_t *code)
{
	uint32_t number;

	strip_zeros(&s, &len);
	number = intern_find(&l->ids, s, len);
	if (len == 0 || number == INTERN_NONE) {
		foreign_remark(l->f, DIAG_WARNING, l->line, SAY(F004_UNKNOWN),
			(int)(len < 40 ? len : utf8_cut(s, len, 40)), s);
		return false;
	}
	*code = l->code_of_id.items[number];
	return true;
}

static void add_plain(struct liwc *l, const char *term, size_t len, const char *id, size_t n)
{
	uint32_t code;

	if (find_category(l, id, n, &code))
		foreign_term(l->f, code, term, len, l->line);
}

/* "<of>131/125": "kind of" goes to 131, kind -"kind of" to 125. */
static void add_before(struct liwc *l, const char *term, size_t len, const char *id, size_t n)
{
	const char *close = memchr(id, '>', n), *then, *slash;
	struct buf both = BUF_INIT, source = BUF_INIT, except = BUF_INIT;
	uint32_t code;

	then = close + 1;
	n = (size_t)(id + n - then);
	slash = memchr(then, '/', n);
	buf_add(&both, term, len);
	buf_addc(&both, ' ');
	buf_add(&both, id + 1, (size_t)(close - id) - 1);
	add_plain(l, both.data, both.len, then, slash != NULL ? (size_t)(slash - then) : n);
	if (slash != NULL && find_category(l, slash + 1, n - (size_t)(slash - then) - 1, &code) &&
		term_source(term, len, &source) == TERM_WORDS &&
		term_source(both.data, both.len, &except) == TERM_WORDS) {
		char *kept = arena_dup(&l->f->arena, term, len);

		buf_printf(&source, " -%s", except.data);
		foreign_source(l->f, code, kept, source.data, l->line);
	}
	if (l->told != l->line)
		foreign_remark(l->f, DIAG_REMARK, l->line, SAY(F003_LIWC_PHRASE),
			(int)(close - id) - 1, id + 1, both.data);
	l->told = l->line;
	buf_release(&both);
	buf_release(&source);
	buf_release(&except);
}

/* "(02 134)125/464": the first category, without the condition. */
static void add_behind(struct liwc *l, const char *term, size_t len, const char *id, size_t n)
{
	const char *close = memchr(id, ')', n), *slash;
	size_t rest = (size_t)(id + n - close) - 1;

	slash = memchr(close + 1, '/', rest);
	if (l->told != l->line)
		foreign_remark(l->f, DIAG_WARNING, l->line, SAY(F003_LIWC_CONDITION),
			(int)(close - id) + 1, id, (int)len, term);
	l->told = l->line;
	add_plain(l, term, len, close + 1, slash != NULL ? (size_t)(slash - close) - 1 : rest);
}

static void add_one(struct liwc *l, const char *term, size_t len, const char *id, size_t n)
{
	if (id[0] == '<' && memchr(id, '>', n) != NULL)
		add_before(l, term, len, id, n);
	else if (id[0] == '(' && memchr(id, ')', n) != NULL)
		add_behind(l, term, len, id, n);
	else
		add_plain(l, term, len, id, n);
}

/* One category's number with what hangs on it; a blank inside ( ) does not end it. */
static size_t id_len(const char *s, size_t len)
{
	size_t n = 0;
	bool inside = false;

	while (n < len && (inside || !ascii_blank(s[n]))) {
		inside = s[n] == '(' || (inside && s[n] != ')');
		n++;
	}
	return n;
}

/* The term ends at the first tab; without one, at the blank before the first number. */
static size_t term_len(const char *s, size_t len)
{
	const char *tab = memchr(s, '\t', len);
	size_t n = len, from;

	if (tab != NULL)
		return (size_t)(tab - s);
	for (from = len; from > 0;) {
		while (from > 0 && ascii_blank(s[from - 1]))
			from--;
		while (from > 0 && !ascii_blank(s[from - 1]))
			from--;
		if (from == 0 || strchr("0123456789(<", s[from]) == NULL)
			break;
		n = from;
	}
	return n;
}

static void read_term(struct liwc *l, const char *s, size_t len)
{
	size_t n, at;

	foreign_trim(&s, &len);
	if (len == 0)
		return;
	n = term_len(s, len);
	if (n >= len)
		foreign_remark(l->f, DIAG_WARNING, l->line, SAY(F008_NO_CATEGORY),
			(int)utf8_cut(s, len, 40), s);
	for (at = n; n > 0 && ascii_blank(s[n - 1]);)
		n--;
	while (at < len) {
		size_t id;

		while (at < len && ascii_blank(s[at]))
			at++;
		id = id_len(s + at, len - at);
		if (id > 0)
			add_one(l, s, n, s + at, id);
		at += id;
	}
}

static enum rc read(struct foreign *f, const char *text, size_t len, struct err *e)
{
	struct foreign_lines lines = { text, text + len, 0 };
	struct liwc l = { .f = f, .ids = INTERN_INIT };
	const char *line, *s;
	size_t n, m;
	int marks = 0;

	while (foreign_line(&lines, &line, &n)) {
		l.line = lines.number;
		s = line;
		m = n;
		foreign_trim(&s, &m);
		if (marks < 2 && m == 1 && *s == '%')
			marks++;
		else if (m > 0 && marks == 0)
			break;
		else if (m > 0 && marks == 1)
			read_category(&l, line, n);
		else if (marks == 2)
			read_term(&l, line, n);
	}
	intern_release(&l.ids);
	vec_release(&l.code_of_id);
	if (marks == 2)
		return RC_OK;
	return foreign_wrong(f, l.line, e,
		marks == 0 ? "a LIWC dictionary begins with a line '%%'"
			   : "the line '%%' that ends the categories is missing");
}

const struct foreign_format foreign_liwc = {
	.name = "liwc", .title = "LIWC dictionary", .extensions = "dic", .read = read
};
