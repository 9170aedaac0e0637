/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A document's structure as text, one thing a line, fields parted by tabs:
 *
 *	tema-shape 1
 *	L informant person sure|unsure text|hidden LABEL NAME CODE    a label; NAME, CODE may be
 *empty T 0                                                     a turn of label 0; "-": of nobody P
 *2 118 body 4200                                       a paragraph of that turn: bytes since the
 *last one's end, length, kind, milliseconds or "-"
 *
 * In LABEL, NAME and CODE a tab, line break and backslash are written \t \n \\.
 */
#include "corpus/shape.h"

#include <string.h>

#include "base/utf8.h"

#define HEADER "tema-shape 1"
#define FIELDS 8

static void add_escaped(const char *s, struct buf *out)
{
	buf_addc(out, '\t');
	for (; s != NULL && *s != '\0'; s++) {
		if (*s == '\t')
			buf_adds(out, "\\t");
		else if (*s == '\n')
			buf_adds(out, "\\n");
		else if (*s == '\\')
			buf_adds(out, "\\\\");
		else
			buf_addc(out, *s);
	}
}

static void add_label(const struct label *l, struct buf *out)
{
	buf_printf(out, "L\t%s\t%s\t%s\t%s", role_names[l->role], speaker_kind_names[l->kind],
		l->sure ? "sure" : "unsure", l->in_text ? "text" : "hidden");
	add_escaped(l->text, out);
	add_escaped(l->name, out);
	add_escaped(l->code, out);
	buf_addc(out, '\n');
}

void document_shape(const struct document *doc, struct buf *out)
{
	uint32_t end = 0;

	buf_adds(out, HEADER "\n");
	vec_each (const struct label, l, &doc->labels)
		add_label(l, out);
	for (size_t i = 0; i < doc->paras.n; i++) {
		const struct para *p = &doc->paras.items[i];
		int32_t label = doc->turns.items[p->turn].label;

		if (doc->turns.items[p->turn].para == i) {
			if (label == DOCUMENT_NOBODY)
				buf_adds(out, "T\t-\n");
			else
				buf_printf(out, "T\t%d\n", (int)label);
		}
		buf_printf(out, "P\t%u\t%u\t%s\t", p->start - end, p->end - p->start,
			para_kind_names[p->kind]);
		if (p->ms >= 0)
			buf_printf(out, "%lld\n", (long long)p->ms);
		else
			buf_adds(out, "-\n");
		end = p->end;
	}
}

/* ---- reading ---- */

struct field {
	const char *p;
	size_t len;
};

struct shape {
	struct document *doc;
	const char *pos, *end;
	struct field fields[FIELDS];
	size_t n;
	uint32_t at; /* end of the last paragraph */
};

static bool next_line(struct shape *s)
{
	const char *nl;

	if (s->pos == s->end)
		return false;
	nl = memchr(s->pos, '\n', (size_t)(s->end - s->pos));
	if (nl == NULL)
		nl = s->end;
	for (s->n = 0; s->n < FIELDS; s->n++) {
		const char *tab = memchr(s->pos, '\t', (size_t)(nl - s->pos));
		const char *stop = tab != NULL ? tab : nl;

		s->fields[s->n].p = s->pos;
		s->fields[s->n].len = (size_t)(stop - s->pos);
		s->pos = stop + (stop < s->end);
		if (stop == nl)
			break;
	}
	s->n = s->n < FIELDS ? s->n + 1 : FIELDS + 1; /* too many fields: no line of ours */
	return true;
}

static bool is(struct field f, const char *word)
{
	return f.len == strlen(word) && memcmp(f.p, word, f.len) == 0;
}

static int index_of(struct field f, const char *const *names)
{
	for (int i = 0; names[i] != NULL; i++)
		if (is(f, names[i]))
			return i;
	return -1;
}

static bool number(struct field f, int64_t max, int64_t *out)
{
	*out = 0;
	if (f.len == 0 || f.len > 18)
		return false;
	for (size_t i = 0; i < f.len; i++) {
		if (f.p[i] < '0' || f.p[i] > '9')
			return false;
		*out = *out * 10 + (f.p[i] - '0');
	}
	return *out <= max;
}

static const char *unescape(struct shape *s, struct field f)
{
	char *out = arena_dup(&s->doc->arena, f.p, f.len), *to = out;

	for (size_t i = 0; i < f.len; i++) {
		if (f.p[i] == '\\' && i + 1 < f.len) {
			i++;
			*to++ = f.p[i] == 't' ? '\t' : f.p[i] == 'n' ? '\n' : f.p[i];
		} else {
			*to++ = f.p[i];
		}
	}
	*to = '\0';
	return out;
}

static bool read_label(struct shape *s)
{
	int role = s->n == FIELDS ? index_of(s->fields[1], role_names) : -1;
	int kind = s->n == FIELDS ? index_of(s->fields[2], speaker_kind_names) : -1;
	struct label *l;

	if (role < 0 || kind < 0 || s->doc->turns.n > 0 || s->doc->labels.n == INT32_MAX)
		return false;
	l = vec_new(&s->doc->labels);
	l->role = (enum role)role;
	l->kind = (enum speaker_kind)kind;
	l->sure = is(s->fields[3], "sure");
	l->in_text = is(s->fields[4], "text");
	l->text = unescape(s, s->fields[5]);
	l->name = s->fields[6].len > 0 ? unescape(s, s->fields[6]) : NULL;
	l->code = s->fields[7].len > 0 ? unescape(s, s->fields[7]) : NULL;
	return true;
}

static bool read_turn(struct shape *s)
{
	struct turn *t;
	int64_t label = DOCUMENT_NOBODY;

	if (s->n != 2 || (s->doc->turns.n > 0 && vec_last(&s->doc->turns)->paras == 0))
		return false;
	if (!is(s->fields[1], "-")) {
		if (!number(s->fields[1], (int64_t)s->doc->labels.n - 1, &label))
			return false;
		s->doc->labels.items[label].turns++;
	}
	t = vec_new(&s->doc->turns);
	t->label = (int32_t)label;
	t->para = (uint32_t)s->doc->paras.n;
	return true;
}

/* Is pos between two characters? */
static bool is_border(const struct document *doc, size_t pos)
{
	return pos == doc->len || ((unsigned char)doc->text[pos] & 0xc0) != 0x80;
}

static bool read_para(struct shape *s)
{
	struct document *doc = s->doc;
	struct turn *t = doc->turns.n > 0 ? vec_last(&doc->turns) : NULL;
	int64_t left = (int64_t)doc->len - s->at, gap, len, ms = -1;
	int kind = s->n == 5 ? index_of(s->fields[3], para_kind_names) : -1;
	struct para *p;

	if (t == NULL || kind < 0 || !number(s->fields[1], left, &gap) ||
		!number(s->fields[2], left - gap, &len) || len == 0)
		return false;
	if (!is(s->fields[4], "-") && !number(s->fields[4], INT64_MAX, &ms))
		return false;
	p = vec_new(&doc->paras);
	p->start = s->at + (uint32_t)gap;
	p->end = s->at = p->start + (uint32_t)len;
	p->kind = (enum para_kind)kind;
	p->ms = ms;
	p->turn = (uint32_t)(doc->turns.n - 1);
	if (t->paras++ == 0)
		t->start = p->start;
	t->end = p->end;
	return is_border(doc, p->start) && is_border(doc, p->end);
}

static bool read_line(struct shape *s)
{
	if (is(s->fields[0], "P"))
		return read_para(s);
	if (is(s->fields[0], "T"))
		return read_turn(s);
	return is(s->fields[0], "L") && read_label(s);
}

enum rc document_restore(const char *text, size_t len, const char *shape, size_t shape_len,
	struct document **out, struct err *e)
{
	struct shape s = { .pos = shape, .end = shape + shape_len };
	size_t line = 1;
	bool good = true;

	*out = NULL;
	if (len > DOCUMENT_MAX || !utf8_valid(text, len, NULL))
		return err_set(e, RC_PROJECT, "a document's text is damaged");
	if (!next_line(&s) || s.n != 1 || !is(s.fields[0], HEADER))
		return err_set(e, RC_PROJECT, "a document's structure is of an unknown version");
	s.doc = document_new();
	s.doc->text = mem_dup(text, len);
	s.doc->len = len;
	for (; good && next_line(&s); line++)
		good = read_line(&s);
	if (!good || (s.doc->turns.n > 0 && vec_last(&s.doc->turns)->paras == 0)) {
		document_free(s.doc);
		return err_set(
			e, RC_PROJECT, "a document's structure is damaged (line %zu)", line + 1);
	}
	document_split(s.doc);
	*out = s.doc;
	return RC_OK;
}
