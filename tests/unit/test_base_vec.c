/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/vec.h"

#include "tests/unit/unit.h"

struct pair {
	int a;
	const char *b;
};

VEC_TYPE(pairs, struct pair);

static int by_a(const void *x, const void *y)
{
	return ((const struct pair *)x)->a - ((const struct pair *)y)->a;
}

START_TEST(push_keeps_order)
{
	VEC(int) v = VEC_INIT;
	int expected = 0;

	for (int i = 0; i < 1000; i++)
		vec_push(&v, i);
	ck_assert_uint_eq(v.n, 1000);
	vec_each (int, i, &v)
		ck_assert_int_eq(*i, expected++);
	ck_assert_int_eq(expected, 1000);
	vec_release(&v);
	ck_assert_uint_eq(v.n, 0);
}
END_TEST

START_TEST(an_empty_vector_has_no_rounds)
{
	VEC(char *) v = VEC_INIT;

	vec_each (char *, s, &v)
		ck_abort_msg("a round with %p", (void *)s);
	vec_sort(&v, by_a);
	vec_push(&v, NULL);
	vec_reset(&v);
	vec_each (char *, s, &v)
		ck_abort_msg("a round with %p", (void *)s);
	vec_release(&v);
}
END_TEST

START_TEST(new_items_are_zero)
{
	struct pairs v = VEC_INIT;

	for (int i = 0; i < 100; i++) {
		struct pair *p = vec_new(&v);

		ck_assert_int_eq(p->a, 0);
		ck_assert_ptr_null(p->b);
		*p = (struct pair){ 100 - i, "x" };
		ck_assert_ptr_eq(p, vec_last(&v));
	}
	v.n = 50;
	vec_new(&v);
	ck_assert_int_eq(v.items[50].a, 0);
	vec_release(&v);
}
END_TEST

START_TEST(sorts)
{
	struct pairs v = VEC_INIT;

	vec_push(&v, ((struct pair){ 3, "c" }));
	vec_push(&v, ((struct pair){ 1, "a" }));
	vec_push(&v, ((struct pair){ 2, "b" }));
	vec_sort(&v, by_a);
	ck_assert_str_eq(v.items[0].b, "a");
	ck_assert_str_eq(v.items[2].b, "c");
	vec_release(&v);
}
END_TEST

VEC_TYPE(counts, size_t);

static size_t count_of(const struct counts *v)
{
	return v->n;
}

START_TEST(a_pushed_value_is_made_before_it_is_in)
{
	struct counts v = VEC_INIT;

	for (size_t i = 0; i < 20; i++)
		vec_push(&v, count_of(&v));
	for (size_t i = 0; i < 20; i++)
		ck_assert_uint_eq(v.items[i], i);
	vec_release(&v);
}
END_TEST

UNIT_MAIN("vec", push_keeps_order, an_empty_vector_has_no_rounds, new_items_are_zero, sorts,
	a_pushed_value_is_made_before_it_is_in)
