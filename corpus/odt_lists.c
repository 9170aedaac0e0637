/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/odt_lists.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STYLES_MAX 4096	  /* further ones have no numbers */
#define OUTLINE_NAME "\n" /* of the style of headings; no list has it */

uint32_t odt_lists_style(struct odt_lists *l, struct xmlread *x)
{
	bool outline = strcmp(xmlread_name(x), "outline-style") == 0;
	const char *name = outline ? OUTLINE_NAME : xmlread_attr(x, "name");
	struct numbering *n;
	uint32_t style;

	l->outline |= outline;
	if (name == NULL || l->styles.n >= STYLES_MAX)
		return INTERN_NONE;
	style = intern_add(&l->names, name, strlen(name));
	if (style < l->styles.n)
		return style;
	n = vec_new(&l->styles);
	numbering_init(n);
	for (size_t i = 0; i < NUMBERING_LEVELS; i++)
		n->levels[i].format = NUMBERING_NONE;
	return style;
}

static enum numbering_format format_of(const char *value)
{
	static const char signs[] = "1aAiI";
	static const enum numbering_format formats[] = { NUMBERING_DECIMAL, NUMBERING_LOWER_LETTER,
		NUMBERING_UPPER_LETTER, NUMBERING_LOWER_ROMAN, NUMBERING_UPPER_ROMAN };
	const char *at = value != NULL && *value != '\0' ? strchr(signs, *value) : NULL;

	return at != NULL ? formats[at - signs] : NUMBERING_NONE;
}

static unsigned long number_attr(struct xmlread *x, const char *name, unsigned long otherwise)
{
	const char *value = xmlread_attr(x, name);

	return value != NULL && *value >= '0' && *value <= '9' ? strtoul(value, NULL, 10)
							       : otherwise;
}

/* "(" + "%1.%2" + ")" */
static void level_text(struct numbering_level *level, struct xmlread *x, unsigned long at)
{
	const char *prefix = xmlread_attr(x, "num-prefix"), *suffix = xmlread_attr(x, "num-suffix");
	unsigned long shown = number_attr(x, "display-levels", 1);
	struct buf text = BUF_INIT;

	shown = shown < 1 ? 1 : shown > at ? at : shown;
	buf_adds(&text, prefix != NULL ? prefix : "");
	for (unsigned long i = at - shown + 1; i <= at; i++)
		buf_printf(&text, "%s%%%lu", i > at - shown + 1 ? "." : "", i);
	buf_adds(&text, suffix != NULL ? suffix : "");
	numbering_text(level, text.data);
	buf_release(&text);
}

void odt_lists_level(struct odt_lists *l, uint32_t style, struct xmlread *x)
{
	bool bullet = strcmp(xmlread_name(x), "list-level-style-bullet") == 0;
	unsigned long at = number_attr(x, "level", 0);
	struct numbering_level *level;

	if (style == INTERN_NONE || at < 1 || at > 9)
		return;
	if (!bullet && strcmp(xmlread_name(x), "list-level-style-number") != 0 &&
		strcmp(xmlread_name(x), "outline-level-style") != 0)
		return;
	level = &l->styles.items[style].levels[at - 1];
	level->format = bullet ? NUMBERING_BULLET : format_of(xmlread_attr(x, "num-format"));
	level->start = (uint32_t)number_attr(x, "start-value", 1);
	if (!bullet)
		level_text(level, x, at);
}

/* ---- the text ---- */

static struct numbering *numbering_of(struct odt_lists *l)
{
	if (l->depth == 0 || l->depth > ODT_LISTS_DEPTH || l->open[l->depth - 1] == INTERN_NONE)
		return NULL;
	return &l->styles.items[l->open[l->depth - 1]];
}

/* A list without a style has that of the list around it. */
void odt_lists_open(struct odt_lists *l, struct xmlread *x)
{
	const char *name = xmlread_attr(x, "style-name");
	const char *goes_on = xmlread_attr(x, "continue-numbering");
	uint32_t style =
		l->depth > 0 && l->depth <= ODT_LISTS_DEPTH ? l->open[l->depth - 1] : INTERN_NONE;
	struct numbering *n;

	if (name != NULL)
		style = intern_find(&l->names, name, strlen(name));
	if (style >= l->styles.n)
		style = INTERN_NONE;
	if (l->depth++ >= ODT_LISTS_DEPTH)
		return;
	l->open[l->depth - 1] = style;
	n = numbering_of(l);
	if (n == NULL || xmlread_attr(x, "continue-list") != NULL ||
		(goes_on != NULL && strcmp(goes_on, "true") == 0))
		return;
	if (l->depth - 1 < NUMBERING_LEVELS)
		numbering_restart(n, l->depth - 1, n->levels[l->depth - 1].start);
}

void odt_lists_close(struct odt_lists *l)
{
	l->depth -= l->depth > 0;
	l->waits = false;
}

void odt_lists_item(struct odt_lists *l, struct xmlread *x)
{
	struct numbering *n = numbering_of(l);
	unsigned long start = number_attr(x, "start-value", 0);

	l->waits = true;
	if (n == NULL || start == 0 || l->depth - 1 >= NUMBERING_LEVELS)
		return;
	n->begun[l->depth - 1] = true;
	n->counts[l->depth - 1] = (uint32_t)start - 1;
}

void odt_lists_number(struct odt_lists *l, char out[NUMBERING_MAX])
{
	struct numbering *n = numbering_of(l);

	out[0] = '\0';
	if (n != NULL && l->waits)
		numbering_next(n, l->depth - 1, out);
	l->waits = false;
}

void odt_lists_heading(struct odt_lists *l, struct xmlread *x, char out[NUMBERING_MAX])
{
	unsigned long level = number_attr(x, "outline-level", 1);
	const char *header = xmlread_attr(x, "is-list-header");
	uint32_t style;

	if (!l->outline || numbering_of(l) != NULL) {
		odt_lists_number(l, out);
		return;
	}
	out[0] = '\0';
	l->waits = false;
	style = intern_find(&l->names, OUTLINE_NAME, strlen(OUTLINE_NAME));
	if (style < l->styles.n && level >= 1 && (header == NULL || strcmp(header, "true") != 0))
		numbering_next(&l->styles.items[style], level - 1, out);
}

void odt_lists_release(struct odt_lists *l)
{
	intern_release(&l->names);
	vec_release(&l->styles);
}
