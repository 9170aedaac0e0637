/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The categories of a foreign dictionary as the text of a codebook. */
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "codebooks/foreign.h"
#include "codebooks/model.h"

#define LINE_MAX_COLUMNS 120

void foreign_quote(const char *s, struct buf *out)
{
	const char *end = s + strlen(s);
	uint32_t cp;

	buf_addc(out, '"');
	while (s < end) {
		s += utf8_next(s, end, &cp);
		if (cp == '\n')
			buf_adds(out, "\\n");
		else if (cp == '"' || cp == '\\')
			buf_printf(out, "\\%c", (char)cp);
		else if (cp == UTF8_BAD || utf8_is_control(cp) || utf8_is_bidi(cp))
			buf_addc(out, ' ');
		else
			buf_add_utf8(out, cp);
	}
	buf_addc(out, '"');
}

/* Anything to see? An empty text is an error of a codebook. */
static bool is_seen(const char *s)
{
	const char *end = s + strlen(s);
	uint32_t cp;

	while (s < end) {
		s += utf8_next(s, end, &cp);
		if (cp != UTF8_BAD && !utf8_is_space(cp) && !utf8_is_control(cp) &&
			!utf8_is_bidi(cp) && utf8_width(cp) > 0)
			return true;
	}
	return false;
}

static void indent(struct buf *out, uint32_t depth)
{
	for (uint32_t i = 0; i < depth; i++)
		buf_adds(out, "  ");
}

static void put_text(struct buf *out, uint32_t depth, const char *word, const char *text)
{
	if (text == NULL || !is_seen(text))
		return;
	indent(out, depth);
	buf_printf(out, "%s ", word);
	foreign_quote(text, out);
	buf_addc(out, '\n');
}

/* keywords { a, b, ... }, folded at the line's end. */
static void put_items(const struct foreign_code *c, struct buf *out)
{
	size_t start = out->len;

	if (c->items.n == 0)
		return;
	indent(out, c->depth + 1);
	buf_adds(out, "keywords {");
	vec_each (const struct foreign_item, item, &c->items) {
		size_t width = utf8_count(out->data + start, out->len - start);

		if (item != c->items.items)
			buf_addc(out, ',');
		if (width + utf8_count(item->source, strlen(item->source)) > LINE_MAX_COLUMNS - 3) {
			buf_addc(out, '\n');
			start = out->len;
			indent(out, c->depth + 3);
		} else {
			buf_addc(out, ' ');
		}
		buf_adds(out, item->source);
	}
	buf_adds(out, " }\n");
}

static void put_lines(const char *s, uint32_t depth, struct buf *out)
{
	for (size_t n; *s != '\0'; s += n + (s[n] == '\n')) {
		n = strcspn(s, "\n");
		indent(out, depth);
		buf_printf(out, "%.*s\n", (int)n, s);
	}
}

static void put_rules(const struct foreign_code *c, struct buf *out)
{
	vec_each (const struct foreign_rule, r, &c->rules) {
		indent(out, c->depth + 1);
		buf_printf(out, "rule import-%zu {\n", (size_t)(r - c->rules.items) + 1);
		put_lines(r->body, c->depth + 2, out);
		indent(out, c->depth + 1);
		buf_adds(out, "}\n");
	}
}

static void put_color(const struct foreign_code *c, struct buf *out)
{
	if (c->color != NULL && code_is_color(c->color))
		put_text(out, c->depth + 1, "color", c->color);
}

/* The code without the brace that closes it: its children stand inside. */
static void open_code(const struct foreign_code *c, struct buf *out)
{
	indent(out, c->depth);
	buf_printf(out, "code %s ", c->key);
	foreign_quote(is_seen(c->name) ? c->name : c->key, out);
	buf_adds(out, " {\n");
	put_text(out, c->depth + 1, "definition", c->definition);
	put_text(out, c->depth + 1, "include", c->include);
	put_text(out, c->depth + 1, "exclude", c->exclude);
	put_text(out, c->depth + 1, "example", c->example);
	put_text(out, c->depth + 1, "source", c->source);
	put_text(out, c->depth + 1, "note", c->note);
	put_color(c, out);
	put_items(c, out);
	put_rules(c, out);
}

static void close_codes(uint32_t *open, uint32_t depth, struct buf *out)
{
	while (*open > depth) {
		indent(out, --*open);
		buf_adds(out, "}\n");
	}
}

/* first[i]: the first child of code i, next[i]: the one behind it; the last place is the top. */
struct order {
	uint32_t *first, *next;
};

static void make_order(const struct foreign *f, struct order *o)
{
	uint32_t n = (uint32_t)f->codes.n;

	o->first = mem_alloc((n + 1) * sizeof *o->first);
	o->next = mem_alloc((n + 1) * sizeof *o->next);
	for (uint32_t i = 0; i <= n; i++)
		o->first[i] = o->next[i] = FOREIGN_TOP;
	for (uint32_t i = n; i-- > 0;) {
		uint32_t up = f->codes.items[i].parent;

		up = up == FOREIGN_TOP ? n : up;
		o->next[i] = o->first[up];
		o->first[up] = i;
	}
}

static void put_codes(const struct foreign *f, struct buf *out)
{
	uint32_t n = (uint32_t)f->codes.n, open = 0, at;
	struct order o;

	make_order(f, &o);
	at = o.first[n];
	while (at != FOREIGN_TOP) {
		const struct foreign_code *c = &f->codes.items[at];

		close_codes(&open, c->depth, out);
		if (c->depth == 0)
			buf_addc(out, '\n');
		open_code(c, out);
		open = c->depth + 1;
		if (o.first[at] != FOREIGN_TOP) {
			at = o.first[at];
			continue;
		}
		while (at != FOREIGN_TOP && o.next[at] == FOREIGN_TOP)
			at = f->codes.items[at].parent;
		at = at != FOREIGN_TOP ? o.next[at] : FOREIGN_TOP;
	}
	close_codes(&open, 0, out);
	free(o.first);
	free(o.next);
}

static void put_name(const struct foreign *f, const char *name, struct buf *out)
{
	const char *s = name != NULL ? name : file_base(f->file);
	size_t start = out->len, len = name != NULL ? strlen(s) : strcspn(s, ".");

	for (size_t i = 0; i < len; i++) {
		char c = s[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

		if (out->len == start && !letter)
			continue;
		if (letter || (c >= '0' && c <= '9') || c == '_')
			buf_addc(out, name == NULL && letter && c <= 'Z' ? (char)(c + 32) : c);
		else if (out->data[out->len - 1] != '-')
			buf_addc(out, '-');
	}
	while (out->len > start &&
		(out->data[out->len - 1] == '-' || out->data[out->len - 1] == '_'))
		out->data[--out->len] = '\0';
	if (out->len == start)
		buf_adds(out, "import");
}

static void put_head(const struct foreign *f, const struct foreign_format *format,
	const struct foreign_options *o, struct buf *out)
{
	struct buf note = BUF_INIT;

	buf_adds(out, "codebook ");
	put_name(f, o->name, out);
	if (o->language != NULL)
		buf_printf(out, " language %s", o->language);
	buf_addc(out, '\n');
	put_text(out, 0, "title", f->title);
	buf_printf(&note, "Imported from %s (%s).", file_base(f->file), format->title);
	put_text(out, 0, "note", note.data);
	buf_release(&note);
}

void foreign_write(const struct foreign *f, const struct foreign_format *format,
	const struct foreign_options *o, struct buf *out, struct foreign_figures *n)
{
	put_head(f, format, o, out);
	put_codes(f, out);
	*n = (struct foreign_figures){ .codes = f->codes.n };
	vec_each (const struct foreign_code, c, &f->codes) {
		n->keywords += c->items.n;
		n->rules += c->rules.n;
	}
}
