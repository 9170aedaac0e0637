/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random transcripts that can be corrected; `seed` makes them repeatable. */
#ifndef TEMA_TESTS_TALK_MAKE_H
#define TEMA_TESTS_TALK_MAKE_H

#include <stdint.h>
#include <stdio.h>
#include <string.h>

static uint32_t seed;

static inline uint32_t dice(uint32_t sides)
{
	seed = seed * 1664525u + 1013904223u;
	return (uint32_t)((uint64_t)(seed >> 8) * sides >> 24);
}

#define TURNS 30
struct talk {
	char turn[TURNS][400];
	unsigned n;
};

static inline void new_turn(char *out, size_t size)
{
	int len = snprintf(out, size, "%s:", dice(2) == 0 ? "P" : "N");

	for (unsigned n = 2 + dice(12); n > 0; n--) {
		unsigned word = dice(400); /* not among the arguments: their order is open */

		len += snprintf(out + len, size - (size_t)len, " k%u%s", word,
			n > 1 && dice(5) == 0 ? "." : "");
	}
	snprintf(out + len, size - (size_t)len, ".");
}

static inline void new_talk(struct talk *t)
{
	t->n = 6 + dice(8);
	for (unsigned i = 0; i < t->n; i++)
		new_turn(t->turn[i], sizeof t->turn[i]);
}

static inline void change_word(char *turn)
{
	char *space = strrchr(turn, ' ');

	if (dice(2) == 0)
		space = strchr(turn, ' ');
	if (space != NULL)
		space[1] = 'x';
}

static inline void correct(struct talk *t)
{
	unsigned at = dice(t->n), other = dice(t->n);
	struct talk copy = *t;

	switch (dice(5)) {
	case 0:
		change_word(t->turn[at]);
		break;
	case 1:
		if (t->n > 2)
			memmove(t->turn[at], t->turn[at + 1], (--t->n - at) * sizeof *t->turn);
		break;
	case 2:
		if (t->n < TURNS) {
			memmove(t->turn[at + 1], t->turn[at], (t->n++ - at) * sizeof *t->turn);
			if (dice(2) == 0)
				new_turn(t->turn[at], sizeof t->turn[at]);
		}
		break;
	default:
		memcpy(t->turn[at], copy.turn[other], sizeof *t->turn);
		memcpy(t->turn[other], copy.turn[at], sizeof *t->turn);
	}
}

#endif
