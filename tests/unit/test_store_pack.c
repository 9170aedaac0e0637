/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <string.h>

#include "store/pack.h"

START_TEST(spans_come_back_as_they_went)
{
	static const struct span spans[] = { { 0, 0 }, { 5, 12 }, { 3, 200 }, { 100000, 100001 },
		{ DOCUMENT_MAX - 1, DOCUMENT_MAX } };
	struct pack_spans back = VEC_INIT;
	struct buf b = BUF_INIT;

	pack_add_spans(spans, 5, &b);
	ck_assert(pack_read_spans(b.data, b.len, &back));
	ck_assert_uint_eq(back.n, 5);
	ck_assert_mem_eq(back.items, spans, sizeof spans);
	vec_release(&back);
	buf_release(&b);
}
END_TEST

START_TEST(cut_or_overlong_bytes_are_refused)
{
	static const struct span spans[] = { { 5, 12 }, { 300, 4000 } };
	struct buf b = BUF_INIT;

	pack_number(1, &b);
	pack_number(7, &b);
	pack_number(1, &b);
	pack_add_spans(spans, 2, &b);
	for (size_t len = 0; len <= b.len + 1; len++) {
		struct pack_spans back = VEC_INIT;
		struct pack_hits hits = VEC_INIT;
		char *copy = mem_zalloc(len + 1, 1);

		memcpy(copy, b.data, len < b.len ? len : b.len);
		ck_assert_int_eq(pack_read_hits(copy, len, &hits, &back), len == b.len);
		vec_release(&back);
		vec_release(&hits);
		free(copy);
	}
	buf_release(&b);
}
END_TEST

START_TEST(places_outside_any_document_are_refused)
{
	static const unsigned char far[][12] = {
		{ 1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 0 },
		{ 1, 1, 0 }, /* starts at -1 */
		{ 1, 0, 0xff, 0xff, 0xff, 0xff, 0x7f },
		{ 0xff, 0xff, 0xff, 0xff, 0x0f, 0 }, /* more spans than bytes */
	};
	static const size_t lens[] = { 11, 3, 7, 6 };

	for (size_t i = 0; i < 4; i++) {
		struct pack_spans back = VEC_INIT;

		ck_assert_msg(!pack_read_spans(far[i], lens[i], &back), "%zu", i);
		vec_release(&back);
	}
}
END_TEST

UNIT_MAIN("store pack", spans_come_back_as_they_went, cut_or_overlong_bytes_are_refused,
	places_outside_any_document_are_refused)
