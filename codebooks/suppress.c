/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codebooks/suppress.h"

#include <stdlib.h>
#include <string.h>

/* Those of a codebook alone, and those that need a project's texts. */
#define FIRST_ALONE 51
#define LAST_ALONE 73
#define FIRST_PROJECT 81
#define LAST_PROJECT 87

bool suppress_is_known(const char *id, bool *with_project)
{
	long number = strtol(id + 1, NULL, 10);

	*with_project = number >= FIRST_PROJECT && number <= LAST_PROJECT;
	return id[0] == 'W' && (*with_project || (number >= FIRST_ALONE && number <= LAST_ALONE));
}

static bool means_line(const struct suppress *s, uint32_t line)
{
	return s->at.line == line || (s->alone && s->until + 1 == line);
}

static bool at_line(struct suppress_list *list, uint32_t line, const char *id)
{
	bool found = false;

	vec_each (struct suppress, s, list)
		if (strcmp(s->id, id) == 0 && means_line(s, line))
			s->used = found = true;
	return found;
}

static bool means_item(const struct suppress *s, const struct item_lines *l)
{
	return means_line(s, l->first) || (!s->alone && s->at.line == l->last) ||
	       (l->clause && s->at.line > l->first && s->at.line <= l->last);
}

/* An item around the line? */
static bool around_line(
	const struct codebook *cb, struct suppress_list *list, uint32_t line, const char *id)
{
	bool found = false;

	vec_each (struct suppress, s, list) {
		if (strcmp(s->id, id) != 0)
			continue;
		vec_each (const struct item_lines, l, &cb->item_lines)
			if (l->first <= line && line <= l->last && means_item(s, l))
				s->used = found = true;
	}
	return found;
}

bool suppress_holds(
	const struct codebook *cb, const struct rule *rule, struct at at, const char *id)
{
	struct suppress_list list = cb->suppressed; /* its items are not const */

	if (list.n == 0)
		return false;
	if (at_line(&list, at.line, id) || (rule != NULL && at_line(&list, rule->at.line, id)))
		return true;
	return around_line(cb, &list, at.line, id);
}
