/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Yoshikoder (also Lexicoder's .lcd): <cnode name desc score> nested, leaves
 * <pnode name score/>; the oldest write <category> and <pattern>.
 */
#include <string.h>

#include "base/xmlread.h"
#include "codebooks/foreign.h"
#include "codebooks/foreign_term.h"

#define LEVELS_MAX 256 /* xmlread.h refuses more */

struct yoshikoder {
	struct foreign *f;
	struct xmlread *x;
	uint32_t open[LEVELS_MAX]; /* the category at each depth of the XML */
	bool regex;
	bool told;
};

static bool is_one_of(const char *s, const char *a, const char *b)
{
	return strcmp(s, a) == 0 || strcmp(s, b) == 0;
}

static uint32_t line_of(const struct yoshikoder *y)
{
	return xmlread_line(y->x);
}

static const char *copied(struct yoshikoder *y, const char *attribute)
{
	return arena_strdup(&y->f->arena, xmlread_attr(y->x, attribute));
}

/* The category around depth. */
static uint32_t around(const struct yoshikoder *y, int depth)
{
	return depth >= 1 && depth < LEVELS_MAX ? y->open[depth] : FOREIGN_TOP;
}

static void check_score(struct yoshikoder *y, const char *name)
{
	const char *score = xmlread_attr(y->x, "score");

	if (score != NULL && score[0] != '\0' && strcmp(score, "1") != 0 &&
		strcmp(score, "1.0") != 0)
		foreign_remark(
			y->f, DIAG_WARNING, line_of(y), SAY(F001_WEIGHT), 20, score, 60, name);
}

static void open_category(struct yoshikoder *y, int depth)
{
	const char *name = copied(y, "name"), *about = copied(y, "desc");
	uint32_t code;

	if (name == NULL)
		name = "";
	check_score(y, name);
	code = foreign_code(y->f, name, strlen(name), around(y, depth - 1), line_of(y));
	if (about != NULL && about[0] != '\0' && strcmp(about, name) != 0)
		y->f->codes.items[code].definition = about;
	y->open[depth] = code;
}

static void add_regex(struct yoshikoder *y, uint32_t code, const char *name)
{
	struct buf re = BUF_INIT;

	buf_addc(&re, '/');
	for (const char *s = name; *s != '\0'; s++) {
		if (*s == '\\' && s[1] != '\0')
			buf_addc(&re, *s++);
		else if (*s == '/')
			buf_addc(&re, '\\');
		buf_addc(&re, *s);
	}
	buf_addc(&re, '/');
	if (!y->told)
		foreign_remark(y->f, DIAG_REMARK, line_of(y), SAY(F006_JAVA));
	y->told = true;
	if (term_is_pattern(re.data))
		foreign_source(y->f, code, name, re.data, line_of(y));
	else
		foreign_remark(y->f, DIAG_WARNING, line_of(y), SAY(F006_REGEX), name);
	buf_release(&re);
}

static void add_pattern(struct yoshikoder *y, int depth)
{
	const char *name = copied(y, "name");
	uint32_t code = around(y, depth - 1);

	if (name == NULL || name[0] == '\0')
		return;
	if (code == FOREIGN_TOP) {
		foreign_remark(y->f, DIAG_WARNING, line_of(y), SAY(F008_OUTSIDE), name);
		return;
	}
	check_score(y, name);
	if (y->regex)
		add_regex(y, code, name);
	else
		foreign_term(y->f, code, name, strlen(name), line_of(y));
}

static void open_dictionary(struct yoshikoder *y)
{
	const char *engine = xmlread_attr(y->x, "patternengine");

	if (engine == NULL)
		engine = xmlread_attr(y->x, "patternengineclassname");
	y->regex = engine != NULL &&
		   (strstr(engine, "regexp") != NULL || strstr(engine, "Regexp") != NULL);
}

static enum rc open_element(struct yoshikoder *y, struct err *e)
{
	const char *name = xmlread_name(y->x);
	int depth = xmlread_depth(y->x);

	if (depth >= LEVELS_MAX)
		return foreign_wrong(y->f, line_of(y), e, "categories nested too deep");
	y->open[depth] = depth > 1 ? y->open[depth - 1] : FOREIGN_TOP;
	if (depth == 1 && strcmp(name, "dictionary") != 0)
		return foreign_wrong(y->f, line_of(y), e,
			"a Yoshikoder dictionary begins with <dictionary>, not <%.40s>", name);
	if (depth == 1)
		open_dictionary(y);
	else if (is_one_of(name, "cnode", "category"))
		open_category(y, depth);
	else if (is_one_of(name, "pnode", "pattern"))
		add_pattern(y, depth);
	return RC_OK;
}

/* The text is UTF-8 by now, whatever its first line says. */
static void skip_declaration(const char **text, size_t *len)
{
	const char *end;

	foreign_trim(text, len);
	if (*len < 5 || memcmp(*text, "<?xml", 5) != 0)
		return;
	end = memchr(*text, '>', *len);
	if (end == NULL)
		return;
	*len -= (size_t)(end + 1 - *text);
	*text = end + 1;
}

/* A single category at the top is the dictionary itself. */
static void give_title(struct foreign *f)
{
	size_t tops = 0;

	vec_each (struct foreign_code, c, &f->codes)
		tops += c->parent == FOREIGN_TOP;
	if (tops == 1 && f->codes.n > 1)
		f->title = f->codes.items[0].name;
}

static enum rc read(struct foreign *f, const char *text, size_t len, struct err *e)
{
	struct yoshikoder y = { .f = f };
	enum xml_event event = XML_TEXT;
	enum rc rc;

	skip_declaration(&text, &len);
	rc = xmlread_open(&y.x, f->file, text, len, e);

	y.open[0] = FOREIGN_TOP;
	while (rc == RC_OK && event != XML_END) {
		rc = xmlread_next(y.x, &event, e);
		if (rc == RC_OK && event == XML_OPEN)
			rc = open_element(&y, e);
	}
	xmlread_close(y.x);
	give_title(f);
	return rc;
}

const struct foreign_format foreign_yoshikoder = {
	.name = "yoshikoder",
	.title = "Yoshikoder dictionary",
	.extensions = "ykd lcd",
	.read = read,
};
