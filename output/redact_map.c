/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "output/redact.h"

void redact_map_release(struct redact_map *m)
{
	vec_release(&m->cuts);
	vec_release(&m->kept);
}

/* How many cuts begin in front of POS (or at it): in the stored text, or in the replaced one. */
static size_t cuts_before(const struct redact_map *m, uint32_t pos, bool at_too, bool shown)
{
	size_t low = 0, high = m->cuts.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		const struct redact_cut *c = &m->cuts.items[mid];
		uint32_t start = shown ? c->to : c->from;

		if (start < pos || (at_too && start == pos))
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

uint32_t redact_start(const struct redact_map *m, uint32_t stored)
{
	size_t n = cuts_before(m, stored, true, false);
	const struct redact_cut *c = n > 0 ? &m->cuts.items[n - 1] : NULL;

	if (c == NULL)
		return stored;
	return stored >= c->from_end ? stored - c->from_end + c->to_end : c->to;
}

uint32_t redact_end(const struct redact_map *m, uint32_t stored)
{
	size_t n = cuts_before(m, stored, false, false);
	const struct redact_cut *c = n > 0 ? &m->cuts.items[n - 1] : NULL;

	if (c == NULL)
		return stored;
	return stored >= c->from_end ? stored - c->from_end + c->to_end : c->to_end;
}

uint32_t redact_stored_start(const struct redact_map *m, uint32_t shown)
{
	size_t n = cuts_before(m, shown, true, true);
	const struct redact_cut *c = n > 0 ? &m->cuts.items[n - 1] : NULL;

	if (c == NULL)
		return shown;
	return shown >= c->to_end ? shown - c->to_end + c->from_end : c->from;
}

uint32_t redact_stored_end(const struct redact_map *m, uint32_t shown)
{
	size_t n = cuts_before(m, shown, false, true);
	const struct redact_cut *c = n > 0 ? &m->cuts.items[n - 1] : NULL;

	if (c == NULL)
		return shown;
	return shown >= c->to_end ? shown - c->to_end + c->from_end : c->from_end;
}
