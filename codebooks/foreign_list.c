/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the readers of foreign formats share: lines, categories with keys, patterns, remarks. */
#include <string.h>

#include "base/utf8.h"
#include "codebooks/foreign.h"
#include "codebooks/foreign_term.h"

#define KEY_MAX 40
#define SHOWN_MAX 60 /* bytes of a piece of the file in a remark */

bool foreign_line(struct foreign_lines *l, const char **line, size_t *len)
{
	const char *nl;

	if (l->at == NULL || l->at >= l->end)
		return false;
	nl = memchr(l->at, '\n', (size_t)(l->end - l->at));
	*line = l->at;
	*len = (size_t)((nl != NULL ? nl : l->end) - l->at);
	l->at = nl != NULL ? nl + 1 : l->end;
	l->number++;
	return true;
}

void foreign_trim(const char **s, size_t *len)
{
	const char *p = *s, *end = p + *len, *before;
	uint32_t cp;

	while (p < end) {
		size_t n = utf8_next(p, end, &cp);

		if (!utf8_is_space(cp))
			break;
		p += n;
	}
	while (end > p) {
		before = utf8_prev(p, end, &cp);
		if (!utf8_is_space(cp))
			break;
		end = before;
	}
	*s = p;
	*len = (size_t)(end - p);
}

void foreign_remark(struct foreign *f, enum diag_level level, uint32_t line, enum message m,
	const char *english, ...)
{
	struct diag_at at = { .file = f->file, .line = line };
	va_list ap;

	va_start(ap, english);
	message_diag_v(f->d, level, &at, m, ap);
	va_end(ap);
}

enum rc foreign_wrong(const struct foreign *f, uint32_t line, struct err *e, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	err_vset(e, RC_INPUT, fmt, ap);
	va_end(ap);
	return line > 0 ? err_wrap(e, "%s:%u", f->file, line) : err_wrap(e, "%s", f->file);
}

/* --- categories ---------------------------------------------------------------------------------
 */

static bool is_key_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '_';
}

/* "A CATEGORY" gives "A-CATEGORY"; what has no Latin letter gives nothing. */
static void slug(const char *s, size_t len, struct buf *out)
{
	for (size_t i = 0; i < len && out->len < KEY_MAX; i++) {
		if (is_key_char(s[i]))
			buf_addc(out, s[i]);
		else if (out->len > 0 && out->data[out->len - 1] != '-')
			buf_addc(out, '-');
	}
	while (out->len > 0 && (out->data[out->len - 1] == '-' || out->data[out->len - 1] == '_'))
		out->data[--out->len] = '\0';
}

static bool has_letter(const struct buf *b)
{
	for (size_t i = 0; i < b->len; i++)
		if (is_key_char(b->data[i]) && b->data[i] > '9' && b->data[i] != '_')
			return true;
	return false;
}

/* Unknown so far, case apart? Then it is known now. */
static bool take_key(struct foreign *f, const char *key)
{
	struct buf small = BUF_INIT;
	uint32_t before = f->keys.n;
	bool is_new;

	utf8_fold(key, strlen(key), &small);
	is_new = intern_add(&f->keys, small.data, small.len) >= before;
	buf_release(&small);
	return is_new;
}

static uint32_t next_number(struct foreign *f, const char *key)
{
	uint32_t n = intern_add(&f->bases, key, strlen(key));

	if (n == f->numbers.n)
		vec_push(&f->numbers, 2);
	return f->numbers.items[n]++;
}

static const char *make_key(struct foreign *f, const char *name, size_t len)
{
	struct buf key = BUF_INIT, one = BUF_INIT;
	const char *kept;

	slug(name, len, &key);
	if (!has_letter(&key)) {
		buf_reset(&key);
		buf_printf(&key, "C%zu", f->codes.n + 1);
	} else if (key.data[0] < 'A' || key.data[0] == '_') {
		buf_printf(&one, "C-%s", key.data + strspn(key.data, "_-"));
		buf_reset(&key);
		buf_adds(&key, one.data);
	}
	buf_reset(&one);
	buf_adds(&one, key.data);
	while (!take_key(f, one.data)) {
		buf_reset(&one);
		buf_printf(&one, "%s-%u", key.data, next_number(f, key.data));
	}
	kept = arena_strdup(&f->arena, one.data);
	buf_release(&key);
	buf_release(&one);
	return kept;
}

uint32_t foreign_code(
	struct foreign *f, const char *name, size_t len, uint32_t parent, uint32_t line)
{
	struct foreign_code c = { .parent = parent, .line = line, .seen = INTERN_INIT };

	foreign_trim(&name, &len);
	c.name = arena_dup(&f->arena, name, len);
	c.key = make_key(f, name, len);
	if (parent != FOREIGN_TOP)
		c.depth = f->codes.items[parent].depth + 1;
	if (c.depth >= FOREIGN_DEEP) {
		c.parent = f->codes.items[parent].parent;
		c.depth--;
		foreign_remark(f, DIAG_WARNING, line, SAY(F007_DEEP), c.name, FOREIGN_DEEP,
			f->codes.items[parent].name);
	}
	vec_push(&f->codes, c);
	return (uint32_t)f->codes.n - 1;
}

/* --- patterns -----------------------------------------------------------------------------------
 */

void foreign_source(
	struct foreign *f, uint32_t code, const char *text, const char *source, uint32_t line)
{
	struct foreign_code *c = &f->codes.items[code];
	struct buf folded = BUF_INIT;
	uint32_t before = c->seen.n;

	if (strchr(source, '=') != NULL) /* case counts */
		buf_adds(&folded, source);
	else
		utf8_fold(source, strlen(source), &folded);
	if (intern_add(&c->seen, folded.data, folded.len) < before)
		foreign_remark(f, DIAG_REMARK, line, SAY(F005_TWICE), SHOWN_MAX, text, c->name);
	else
		vec_push(&c->items, ((struct foreign_item){ arena_strdup(&f->arena, text),
					    arena_strdup(&f->arena, source), line }));
	buf_release(&folded);
}

void foreign_term(struct foreign *f, uint32_t code, const char *text, size_t len, uint32_t line)
{
	struct buf source = BUF_INIT;
	enum term_result result;
	char *kept;

	foreign_trim(&text, &len);
	if (len == 0)
		return;
	kept = arena_dup(&f->arena, text, len);
	result = term_source(text, len, &source);
	if (result == TERM_NONE)
		foreign_remark(f, DIAG_WARNING, line, SAY(F002_PATTERN), SHOWN_MAX, kept,
			f->codes.items[code].name);
	else
		foreign_source(f, code, kept, source.data, line);
	if (result == TERM_REGEX)
		foreign_remark(f, DIAG_REMARK, line, SAY(F010_REGEX), SHOWN_MAX, kept, source.data);
	buf_release(&source);
}
