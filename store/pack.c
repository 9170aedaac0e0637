/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/pack.h"

void pack_number(uint64_t v, struct buf *out)
{
	while (v >= 0x80) {
		buf_addc(out, (char)(v | 0x80));
		v >>= 7;
	}
	buf_addc(out, (char)v);
}

static void pack_difference(int64_t v, struct buf *out)
{
	pack_number(v < 0 ? (uint64_t)(-(v + 1)) * 2 + 1 : (uint64_t)v * 2, out);
}

void pack_add_spans(const struct span *spans, size_t n, struct buf *out)
{
	int64_t before = 0;

	pack_number(n, out);
	for (size_t i = 0; i < n; i++) {
		pack_difference((int64_t)spans[i].start - before, out);
		pack_number(spans[i].end - spans[i].start, out);
		before = spans[i].start;
	}
}

struct cursor {
	const uint8_t *p, *end;
};

static bool number(struct cursor *c, uint64_t *out)
{
	*out = 0;
	for (unsigned shift = 0; shift < 63 && c->p < c->end; shift += 7) {
		uint8_t b = *c->p++;

		*out |= (uint64_t)(b & 0x7f) << shift;
		if ((b & 0x80) == 0)
			return true;
	}
	return false;
}

static bool difference(struct cursor *c, int64_t *out)
{
	uint64_t v;

	if (!number(c, &v))
		return false;
	*out = v & 1 ? -(int64_t)(v / 2) - 1 : (int64_t)(v / 2);
	return true;
}

static bool read_spans(struct cursor *c, struct pack_spans *out, size_t *n)
{
	uint64_t count, len;
	int64_t start = 0, step;

	if (!number(c, &count) || count > (uint64_t)(c->end - c->p))
		return false;
	*n = (size_t)count;
	for (; count > 0; count--) {
		if (!difference(c, &step) || !number(c, &len) || step > UINT32_MAX ||
			step < -(int64_t)UINT32_MAX)
			return false;
		start += step;
		if (start < 0 || len > DOCUMENT_MAX || start > (int64_t)(DOCUMENT_MAX - len))
			return false;
		vec_push(out, ((struct span){ (uint32_t)start, (uint32_t)(start + (int64_t)len) }));
	}
	return true;
}

bool pack_read_spans(const void *p, size_t len, struct pack_spans *out)
{
	struct cursor c = { p, (const uint8_t *)p + len };
	size_t n;

	return read_spans(&c, out, &n) && c.p == c.end;
}

bool pack_read_hits(const void *p, size_t len, struct pack_hits *out, struct pack_spans *spans)
{
	struct cursor c = { p, (const uint8_t *)p + len };
	uint64_t count, rule, counted;

	if (!number(&c, &count) || count > len)
		return false;
	for (; count > 0; count--) {
		struct pack_hit hit = { .first = spans->n };

		if (!number(&c, &rule) || !number(&c, &counted) || counted > 1 ||
			rule > INT64_MAX || !read_spans(&c, spans, &hit.n))
			return false;
		hit.rule = (int64_t)rule;
		hit.counted = counted != 0;
		vec_push(out, hit);
	}
	return c.p == c.end;
}
