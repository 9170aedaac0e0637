/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * quanteda's YAML: a map of categories; a value is a list of patterns, one
 * pattern, or a map of categories below; "__" holds the patterns of the category
 * itself.
 */
#include <string.h>

#include "base/yamlread.h"
#include "codebooks/foreign.h"

#define LEVELS_MAX 66 /* yamlread.h refuses more */

struct level {
	enum yaml_kind kind;
	uint32_t code;	 /* around it */
	uint32_t at_key; /* MAP: of the key read last; its value comes next */
	bool has_key;
};

struct quanteda {
	struct foreign *f;
	struct yamlread *y;
	struct level levels[LEVELS_MAX];
	size_t n;
};

static uint32_t here(const struct quanteda *q)
{
	const struct level *l = &q->levels[q->n - 1];

	return l->kind == YAMLREAD_MAP ? l->at_key : l->code;
}

static void take_key(struct quanteda *q, const char *s, size_t len)
{
	struct level *l = &q->levels[q->n - 1];

	l->has_key = true;
	if (len == 2 && memcmp(s, "__", 2) == 0 && l->code != FOREIGN_TOP)
		l->at_key = l->code;
	else
		l->at_key = foreign_code(q->f, s, len, l->code, yamlread_line(q->y));
}

static enum rc take_text(struct quanteda *q, struct err *e)
{
	size_t len;
	const char *s = yamlread_text(q->y, &len);
	struct level *l = q->n > 0 ? &q->levels[q->n - 1] : NULL;

	if (l == NULL)
		return foreign_wrong(
			q->f, yamlread_line(q->y), e, "a dictionary is a map of categories");
	if (l->kind == YAMLREAD_MAP && !l->has_key) {
		take_key(q, s, len);
		return RC_OK;
	}
	foreign_term(q->f, here(q), s, len, yamlread_line(q->y));
	l->has_key = false;
	return RC_OK;
}

static enum rc open_level(struct quanteda *q, enum yaml_kind kind, struct err *e)
{
	struct level *l = q->n > 0 ? &q->levels[q->n - 1] : NULL;

	if (l == NULL ? kind == YAMLREAD_LIST : l->kind == YAMLREAD_MAP && !l->has_key)
		return foreign_wrong(
			q->f, yamlread_line(q->y), e, "a dictionary is a map of categories");
	if (q->n == LEVELS_MAX)
		return foreign_wrong(q->f, yamlread_line(q->y), e, "nested too deep");
	q->levels[q->n] = (struct level){ kind, l != NULL ? here(q) : FOREIGN_TOP, 0, false };
	if (l != NULL)
		l->has_key = false;
	q->n++;
	return RC_OK;
}

static enum rc take(struct quanteda *q, enum yaml_kind kind, struct err *e)
{
	switch (kind) {
	case YAMLREAD_TEXT:
		return take_text(q, e);
	case YAMLREAD_MAP:
	case YAMLREAD_LIST:
		return open_level(q, kind, e);
	case YAMLREAD_CLOSE:
		q->n--;
		return RC_OK;
	case YAMLREAD_END:
		break;
	}
	return RC_OK;
}

static enum rc read(struct foreign *f, const char *text, size_t len, struct err *e)
{
	struct quanteda q = { .f = f };
	enum yaml_kind kind = YAMLREAD_TEXT;
	enum rc rc = yamlread_open(&q.y, text, len, e);

	if (rc == RC_OK) {
		while (rc == RC_OK && kind != YAMLREAD_END) {
			rc = yamlread_next(q.y, &kind, e);
			if (rc == RC_OK)
				rc = take(&q, kind, e);
			else
				rc = err_wrap(e, "%s", f->file);
		}
	}
	yamlread_close(q.y);
	return rc;
}

const struct foreign_format foreign_quanteda = {
	.name = "yaml", .title = "quanteda dictionary", .extensions = "yml yaml", .read = read
};
