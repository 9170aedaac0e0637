/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/vtt_text.h"

#include <string.h>

#include "base/buf.h"
#include "corpus/entities.h"
#include "corpus/tags.h"

struct voice {
	struct buf text, name;
	bool named;
	int64_t from, to;
	struct cues *out;
};

static void flush(struct voice *v)
{
	cues_add(v->out, v->from, v->to, v->named ? v->name.data : NULL, v->name.len, v->text.data,
		v->text.len);
	buf_reset(&v->text);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\f';
}

/* "Mary &amp; Joe" of "<v.loud Mary &amp; Joe>": white space as one blank, none outside. */
static void take_name(const char *p, const char *end, struct buf *out)
{
	buf_reset(out);
	while (p < end) {
		size_t n = *p == '&' ? entity_decode(p, end, out) : 0;

		if (n == 0 && !is_blank(*p))
			buf_addc(out, *p);
		else if (n == 0 && out->len > 0 && out->data[out->len - 1] != ' ')
			buf_addc(out, ' ');
		p += n > 0 ? n : 1;
	}
	if (out->len > 0 && out->data[out->len - 1] == ' ')
		out->data[--out->len] = '\0';
}

static void begin_voice(struct voice *v, const char *p, const char *end)
{
	flush(v);
	while (p < end && !is_blank(*p)) /* "v.loud" */
		p++;
	take_name(p, end, &v->name);
	v->named = v->name.len > 0;
}

static bool is_time(const char *p, const char *end)
{
	if (p >= end)
		return false;
	for (; p < end; p++)
		if (!(*p >= '0' && *p <= '9') && *p != ':' && *p != '.')
			return false;
	return true;
}

/* p points to '<'.  Returns where the text goes on. */
static const char *take_tag(struct voice *v, const char *p, const char *end)
{
	const char *close = memchr(p, '>', (size_t)(end - p)), *in = p + 1;
	size_t name = tag_name(in, close != NULL ? close : end);

	if (close == NULL) {
		if (name == 1 && *in == 'v')
			return in + name;
		buf_addc(&v->text, '<');
		return in;
	}
	if (is_time(in, close)) {
		v->out->rolling = true;
		return close + 1;
	}
	if (name == 1 && *in == 'v') {
		begin_voice(v, in, close);
		return close + 1;
	}
	if (close - in == 2 && memcmp(in, "/v", 2) == 0) {
		flush(v);
		v->named = false;
		return close + 1;
	}
	if (tag_find(in, close) != TAG_UNKNOWN)
		return close + 1;
	buf_addc(&v->text, '<');
	return in;
}

void vtt_text(const char *p, size_t len, int64_t from, int64_t to, struct cues *out)
{
	struct voice v = { BUF_INIT, BUF_INIT, false, from, to, out };
	const char *end = p + len;

	while (p < end) {
		size_t n = *p == '&' ? entity_decode(p, end, &v.text) : 0;

		if (n > 0) {
			p += n;
		} else if (*p == '<') {
			p = take_tag(&v, p, end);
		} else {
			buf_addc(&v.text, *p++);
		}
	}
	flush(&v);
	buf_release(&v.text);
	buf_release(&v.name);
}
