/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "codebooks/graph.h"

static struct graph graph(uint32_t n, const char *edges)
{
	struct graph g;

	graph_init(&g, n);
	for (; edges[0] != '\0'; edges += 2)
		graph_edge(&g, (uint32_t)(edges[0] - 'a'), (uint32_t)(edges[1] - 'a'));
	graph_solve(&g);
	return g;
}

START_TEST(what_is_referred_to_comes_first)
{
	struct graph g = graph(5, "abacbdcdde");
	uint32_t at[5];

	for (uint32_t i = 0; i < 5; i++)
		at[g.order[i]] = i;
	ck_assert_uint_lt(at[4], at[3]);
	ck_assert_uint_lt(at[3], at[1]);
	ck_assert_uint_lt(at[3], at[2]);
	ck_assert_uint_lt(at[2], at[0]);
	for (int i = 0; i < 5; i++)
		ck_assert(!g.cyclic[i]);
	graph_release(&g);
}
END_TEST

START_TEST(circles_are_found_and_nothing_else)
{
	struct graph g = graph(7, "abbccadaeeff");
	static const bool cyclic[] = { true, true, true, false, true, true, false };

	for (int i = 0; i < 7; i++)
		ck_assert_msg(g.cyclic[i] == cyclic[i], "%d", i);
	ck_assert_uint_eq(g.component[0], g.component[2]);
	ck_assert_uint_ne(g.component[0], g.component[3]);
	ck_assert_uint_ne(g.component[4], g.component[5]);
	graph_release(&g);
}
END_TEST

START_TEST(two_circles_that_touch_are_one)
{
	struct graph g = graph(4, "abbabccb");

	ck_assert_uint_eq(g.component[0], g.component[1]);
	ck_assert_uint_eq(g.component[0], g.component[2]);
	ck_assert_uint_ne(g.component[0], g.component[3]);
	graph_release(&g);
}
END_TEST

START_TEST(depth_is_the_longest_way_down)
{
	struct graph g = graph(5, "abbcac");
	uint32_t *depth = graph_depths(&g);

	ck_assert_uint_eq(depth[0], 3);
	ck_assert_uint_eq(depth[1], 2);
	ck_assert_uint_eq(depth[2], 1);
	ck_assert_uint_eq(depth[3], 1);
	free(depth);
	graph_release(&g);
}
END_TEST

START_TEST(an_empty_graph_is_one)
{
	struct graph g = graph(0, "");

	free(graph_depths(&g));
	graph_release(&g);
}
END_TEST

START_TEST(a_long_chain_needs_no_stack)
{
	struct graph g;
	uint32_t *depth;

	graph_init(&g, 1000000);
	for (uint32_t i = 0; i + 1 < g.n; i++)
		graph_edge(&g, i, i + 1);
	graph_solve(&g);
	depth = graph_depths(&g);
	ck_assert_uint_eq(depth[0], 1000000);
	free(depth);
	graph_release(&g);
}
END_TEST

UNIT_MAIN("codebooks graph", what_is_referred_to_comes_first, circles_are_found_and_nothing_else,
	two_circles_that_touch_are_one, depth_is_the_longest_way_down, an_empty_graph_is_one,
	a_long_chain_needs_no_stack)
