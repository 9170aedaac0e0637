/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/root_id.h"

#include <string.h>

#include "corpus/root_parts.h"

/* The reading nearest to the plain root, NULL when there is none. */
static struct root_parse *best_of(const struct roots *r, struct root_parse *parses, size_t n)
{
	struct root_parse *best = NULL;

	for (size_t i = 0; i < n; i++) {
		struct root_parse *p = &parses[i];

		if (strcmp(r->lex.spellings.items[p->spelling].s, roots_text(r, 0)) != 0) {
			if (root_too_formal(p))
				continue;
			p->how |= ROOT_SPOKEN;
		}
		if (best == NULL || root_how_weaker(p->how, best->how))
			best = p;
	}
	return best;
}

static void put_root(const struct root_parse *p, const char *root, const struct lex_spelling *sp,
	struct buf *out)
{
	buf_adds(out, root);
	if (p->doubled)
		buf_printf(out, "-%s", root);
	if (strcmp(root, sp->s) != 0)
		buf_printf(out, " (%s)", sp->s);
}

/* The clitics behind base, possessive first. */
static void put_clitics(const char *word, size_t len, size_t base, struct buf *out)
{
	const struct root_clitic *const tables[] = { root_possessives, root_particles };

	for (size_t k = 0; k < 2; k++)
		for (const struct root_clitic *c = tables[k]; c->text != NULL; c++)
			if (len - base >= c->len && memcmp(word + base, c->text, c->len) == 0) {
				buf_printf(out, " + -%s", c->text);
				base += c->len;
				break;
			}
}

static void put_parse(const struct root_parse *p, const struct root_part *part, const char *root,
	const struct lex_spelling *sp, struct buf *out)
{
	const char *label = root_heads[p->head].label;

	if (part->how & ROOT_NEGATES)
		buf_adds(out, "ketidak- + ");
	if (label != NULL)
		buf_printf(out, "%s + ", label);
	put_root(p, root, sp, out);
	if (part->s == part->text)
		buf_adds(out, " + 2");
	if (root_suffixes[p->suffix].label != NULL)
		buf_printf(out, " + %s", root_suffixes[p->suffix].label);
	put_clitics(part->s, part->len, p->base, out);
}

/* The best reading among the hyphen parts of WORD, appended. */
static bool explain_parts(const struct roots *r, const char *word, size_t len, struct buf *out)
{
	struct root_parse parses[ROOT_MAX_PARSES];
	struct root_part part;
	size_t pos = 0, start = out->len;
	uint8_t how = 0;
	bool found = false;

	while (root_part_next(word, len, &pos, &part)) {
		size_t n = roots_read(r, part.s, part.len, parses);
		const struct root_parse *best = best_of(r, parses, n);

		if (best == NULL || (found && !root_how_weaker(best->how | part.how, how)))
			continue;
		if (found)
			out->data[out->len = start] = '\0';
		put_parse(best, &part, roots_text(r, 0), &r->lex.spellings.items[best->spelling],
			out);
		how = best->how | part.how;
		found = true;
	}
	return found;
}

/* The same for a compound whose parts a hyphen joins (kerja-sama). */
static bool explain_compound(const struct roots *r, const char *word, size_t len, struct buf *out)
{
	struct buf whole = BUF_INIT;
	bool found;

	for (size_t i = 0; i < len; i++)
		if (word[i] != '-')
			buf_addc(&whole, word[i]);
	found = explain_parts(r, whole.data, whole.len, out);
	buf_release(&whole);
	return found;
}

bool root_explain(const char *word, size_t len, const char *root, size_t rlen, struct buf *out)
{
	struct roots *r = roots_new();
	bool found;

	roots_add(r, root, rlen);
	found = explain_parts(r, word, len, out);
	if (!found && r->items.items[0].borders != 0 && memchr(word, '-', len) != NULL)
		found = explain_compound(r, word, len, out);
	roots_free(r);
	return found;
}
