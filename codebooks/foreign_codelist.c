/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A code list as a table, one code a row: as `tema codebook export` writes it,
 * and the columns of Taguette (tag, description), qcoder (code, code.description)
 * and others, by the names of the columns.  Keywords stand in one cell, parted by
 * ';' (or by ',' when there is none), as terms or in our language.
 */
#include <string.h>

#include "base/csv.h"
#include "codebooks/foreign.h"
#include "codebooks/foreign_term.h"
#include "codebooks/model.h"

enum column {
	COLUMN_KEY,
	COLUMN_LABEL,
	COLUMN_PARENT,
	COLUMN_DEFINITION,
	COLUMN_INCLUDE,
	COLUMN_EXCLUDE,
	COLUMN_EXAMPLE,
	COLUMN_SOURCE,
	COLUMN_NOTE,
	COLUMN_COLOR,
	COLUMN_KEYWORDS,
	COLUMN_RULES, /* how many the codebook had */
	COLUMN_NONE,
};

static const struct {
	const char *name;
	enum column column;
} names[] = {
	{ "code", COLUMN_KEY },
	{ "key", COLUMN_KEY },
	{ "kode", COLUMN_KEY },
	{ "label", COLUMN_LABEL },
	{ "name", COLUMN_LABEL },
	{ "nama", COLUMN_LABEL },
	{ "tag", COLUMN_LABEL },
	{ "theme", COLUMN_LABEL },
	{ "tema", COLUMN_LABEL },
	{ "parent", COLUMN_PARENT },
	{ "induk", COLUMN_PARENT },
	{ "category", COLUMN_PARENT },
	{ "kategori", COLUMN_PARENT },
	{ "definition", COLUMN_DEFINITION },
	{ "definisi", COLUMN_DEFINITION },
	{ "description", COLUMN_DEFINITION },
	{ "deskripsi", COLUMN_DEFINITION },
	{ "code.description", COLUMN_DEFINITION },
	{ "include", COLUMN_INCLUDE },
	{ "includes", COLUMN_INCLUDE },
	{ "termasuk", COLUMN_INCLUDE },
	{ "exclude", COLUMN_EXCLUDE },
	{ "excludes", COLUMN_EXCLUDE },
	{ "tidak termasuk", COLUMN_EXCLUDE },
	{ "example", COLUMN_EXAMPLE },
	{ "contoh", COLUMN_EXAMPLE },
	{ "source", COLUMN_SOURCE },
	{ "sumber", COLUMN_SOURCE },
	{ "note", COLUMN_NOTE },
	{ "memo", COLUMN_NOTE },
	{ "catatan", COLUMN_NOTE },
	{ "color", COLUMN_COLOR },
	{ "colour", COLUMN_COLOR },
	{ "warna", COLUMN_COLOR },
	{ "keywords", COLUMN_KEYWORDS },
	{ "keyword", COLUMN_KEYWORDS },
	{ "kata kunci", COLUMN_KEYWORDS },
	{ "rules", COLUMN_RULES },
	/* made by the program that wrote the list */
	{ "code_id", COLUMN_NONE },
	{ "depth", COLUMN_NONE },
	{ "number of highlights", COLUMN_NONE },
	{ "number of documents", COLUMN_NONE },
};

struct codelist {
	struct foreign *f;
	const struct csv *csv;
	size_t at[COLUMN_NONE]; /* column + 1; 0: not there */
	struct intern known;	/* keys and labels as written, small */
	VEC(uint32_t) code_of_known;
	struct intern names; /* of all rows */
	VEC(uint32_t) row_of_name;
	size_t rules; /* that the codebook had, and a table has not */
};

static char *small(const char *s)
{
	size_t len = strlen(s);
	char *copy;

	foreign_trim(&s, &len);
	copy = mem_dup(s, len);
	for (size_t i = 0; i < len; i++)
		if (copy[i] >= 'A' && copy[i] <= 'Z')
			copy[i] = (char)(copy[i] + 32);
	return copy;
}

static void name_column(struct codelist *l, size_t i, const char *title)
{
	char *name = small(title);
	bool known = *name == '\0';

	for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
		if (strcmp(names[k].name, name) != 0)
			continue;
		known = true;
		if (names[k].column != COLUMN_NONE && l->at[names[k].column] == 0)
			l->at[names[k].column] = i + 1;
	}
	if (!known)
		foreign_remark(l->f, DIAG_WARNING, 1, SAY(F011_COLUMN), title);
	free(name);
}

/* The cell, or NULL where it is missing or empty; trimmed, in the arena. */
static const char *cell(struct codelist *l, const struct csv_row *row, enum column column)
{
	size_t i = l->at[column], n;
	const char *s;

	if (i == 0 || i > row->n)
		return NULL;
	s = row->cells[i - 1];
	n = strlen(s);
	foreign_trim(&s, &n);
	if (n > 1 && *s == '\'' && strchr("=+-@", s[1]) != NULL) { /* as our own CSV guards it */
		s++;
		n--;
	}
	return n > 0 ? arena_dup(&l->f->arena, s, n) : NULL;
}

static void know(struct codelist *l, const char *name, uint32_t code)
{
	char *s = name != NULL ? small(name) : NULL;

	if (s != NULL && intern_find(&l->known, s, strlen(s)) == INTERN_NONE) {
		intern_add(&l->known, s, strlen(s));
		vec_push(&l->code_of_known, code);
	}
	free(s);
}

/* --- keywords -----------------------------------------------------------------------------------
 */

/* Does it say more than words do: a root, a stem, "...", an exclusion? */
static bool is_ours(const char *s)
{
	return strpbrk(s, "~=/\"") != NULL || strstr(s, " -") != NULL ||
	       strncmp(s, "stem:", 5) == 0;
}

static void add_keyword(struct codelist *l, uint32_t code, const char *s, size_t len, uint32_t line)
{
	char *one;

	foreign_trim(&s, &len);
	if (len == 0)
		return;
	one = arena_dup(&l->f->arena, s, len);
	if (*one == '@' || strncmp(one, "each @", 6) == 0)
		foreign_remark(l->f, DIAG_WARNING, line, SAY(F002_LIST), one);
	else if (is_ours(one) && term_is_pattern(one))
		foreign_source(l->f, code, one, one, line);
	else
		foreign_term(l->f, code, s, len, line);
}

/* Parted by ';', else by ',' or line breaks; not inside "..." and /.../. */
static void add_keywords(struct codelist *l, uint32_t code, const char *s, uint32_t line)
{
	const char *parts = strchr(s, ';') != NULL ? ";\n" : ",\n", *from = s;
	char inside = '\0';

	for (; *s != '\0'; s++) {
		bool begins = s == from || s[-1] == ' ' || s[-1] == '=' || s[-1] == '-';

		if (inside != '\0') {
			if (*s == '\\' && s[1] != '\0')
				s++;
			else if (*s == inside)
				inside = '\0';
		} else if ((*s == '"' || *s == '/') && begins && strchr(s + 1, *s) != NULL) {
			inside = *s;
		} else if (strchr(parts, *s) != NULL) {
			add_keyword(l, code, from, (size_t)(s - from), line);
			from = s + 1;
		}
	}
	add_keyword(l, code, from, (size_t)(s - from), line);
}

/* --- rows ---------------------------------------------------------------------------------------
 */

static uint32_t parent_of(struct codelist *l, const struct csv_row *row)
{
	const char *parent = cell(l, row, COLUMN_PARENT);
	uint32_t number, code;
	bool circle;
	char *s;

	if (parent == NULL)
		return FOREIGN_TOP;
	s = small(parent);
	number = intern_find(&l->known, s, strlen(s));
	circle = number == INTERN_NONE && intern_find(&l->names, s, strlen(s)) != INTERN_NONE;
	free(s);
	if (number != INTERN_NONE)
		return l->code_of_known.items[number];
	if (circle) {
		foreign_remark(
			l->f, DIAG_WARNING, (uint32_t)row->line, SAY(F004_INSIDE_ITSELF), parent);
		return FOREIGN_TOP;
	}
	foreign_remark(l->f, DIAG_REMARK, (uint32_t)row->line, SAY(F004_NO_ROW), parent);
	code = foreign_code(l->f, parent, strlen(parent), FOREIGN_TOP, (uint32_t)row->line);
	know(l, parent, code);
	return code;
}

static const char *color(struct codelist *l, const struct csv_row *row)
{
	const char *s = cell(l, row, COLUMN_COLOR);

	if (s == NULL || code_is_color(s))
		return s;
	foreign_remark(l->f, DIAG_WARNING, (uint32_t)row->line, SAY(F008_COLOR), s);
	return NULL;
}

static size_t rules(struct codelist *l, const struct csv_row *row)
{
	const char *s = cell(l, row, COLUMN_RULES);
	size_t n = 0;

	for (; s != NULL && *s >= '0' && *s <= '9' && n < 1000; s++)
		n = n * 10 + (size_t)(*s - '0');
	return n;
}

/* What no column takes is not lost in silence: mostly a separator stands in a cell. */
static void look_behind(struct codelist *l, const struct csv_row *row)
{
	size_t n = l->csv->rows.items[0].n;

	for (size_t i = n; i < row->n; i++)
		if (row->cells[i][0] != '\0') {
			foreign_remark(l->f, DIAG_WARNING, (uint32_t)row->line, SAY(F008_BEHIND),
				row->cells[i]);
			return;
		}
}

static void fill(struct codelist *l, struct foreign_code *c, const struct csv_row *row)
{
	const char *label = cell(l, row, COLUMN_LABEL);

	c->name = label != NULL ? label : c->name;
	c->definition = cell(l, row, COLUMN_DEFINITION);
	c->include = cell(l, row, COLUMN_INCLUDE);
	c->exclude = cell(l, row, COLUMN_EXCLUDE);
	c->example = cell(l, row, COLUMN_EXAMPLE);
	c->source = cell(l, row, COLUMN_SOURCE);
	c->note = cell(l, row, COLUMN_NOTE);
	c->color = color(l, row);
	l->rules += rules(l, row);
	look_behind(l, row);
}

/* A code that is there already gets another key. */
static void tell_twice(struct codelist *l, uint32_t code, uint32_t before, uint32_t line)
{
	const struct foreign_code *old;

	if (before == INTERN_NONE)
		return;
	old = &l->f->codes.items[l->code_of_known.items[before]];
	foreign_remark(l->f, DIAG_WARNING, line, SAY(F008_KEY_TWICE), l->f->codes.items[code].name,
		old->line, l->f->codes.items[code].key);
}

static void read_row(struct codelist *l, const struct csv_row *row)
{
	const char *key = cell(l, row, COLUMN_KEY), *label = cell(l, row, COLUMN_LABEL);
	const char *name = key != NULL ? key : label;
	const char *keywords = cell(l, row, COLUMN_KEYWORDS);
	uint32_t line = (uint32_t)row->line, code, before, parent;
	char *s;

	if (name == NULL) {
		foreign_remark(l->f, DIAG_WARNING, line, SAY(F008_NO_CODE));
		return;
	}
	s = small(name);
	before = intern_find(&l->known, s, strlen(s));
	free(s);
	parent = parent_of(l, row);
	code = foreign_code(l->f, name, strlen(name), parent, line);
	tell_twice(l, code, before, line);
	fill(l, &l->f->codes.items[code], row);
	know(l, key, code);
	know(l, label, code);
	if (keywords != NULL)
		add_keywords(l, code, keywords, line);
}

/* The row of each key and label, the first one that has it. */
static void index_rows(struct codelist *l)
{
	for (size_t i = 1; i < l->csv->rows.n; i++) {
		const enum column columns[] = { COLUMN_KEY, COLUMN_LABEL };

		for (size_t k = 0; k < 2; k++) {
			const char *name = cell(l, &l->csv->rows.items[i], columns[k]);
			char *s = name != NULL ? small(name) : NULL;

			if (s != NULL && intern_find(&l->names, s, strlen(s)) == INTERN_NONE) {
				intern_add(&l->names, s, strlen(s));
				vec_push(&l->row_of_name, (uint32_t)i);
			}
			free(s);
		}
	}
}

/* The row of row i's parent; 0: it has none of its own. */
static uint32_t parent_row(struct codelist *l, size_t i)
{
	const char *parent = cell(l, &l->csv->rows.items[i], COLUMN_PARENT);
	char *s = parent != NULL ? small(parent) : NULL;
	uint32_t number = s != NULL ? intern_find(&l->names, s, strlen(s)) : INTERN_NONE;

	free(s);
	return number != INTERN_NONE ? l->row_of_name.items[number] : 0;
}

/* In their order, but a parent before its children; a circle of parents is broken. */
static void read_rows(struct codelist *l)
{
	bool *taken = mem_zalloc(l->csv->rows.n + 1, sizeof *taken);
	VEC(uint32_t) way = VEC_INIT;

	index_rows(l);
	taken[0] = true;
	for (uint32_t i = 1; i < l->csv->rows.n; i++) {
		for (uint32_t at = i; !taken[at]; at = parent_row(l, at)) {
			taken[at] = true;
			vec_push(&way, at);
		}
		while (way.n > 0)
			read_row(l, &l->csv->rows.items[way.items[--way.n]]);
	}
	vec_release(&way);
	free(taken);
}

static enum rc read(struct foreign *f, const char *text, size_t len, struct err *e)
{
	struct csv csv = CSV_INIT;
	struct codelist l = { .f = f, .csv = &csv, .known = INTERN_INIT, .names = INTERN_INIT };
	enum rc rc = csv_parse(text, len, 0, &csv, e);

	if (rc != RC_OK)
		rc = err_wrap(e, "%s", f->file);
	for (size_t i = 0; rc == RC_OK && csv.rows.n > 0 && i < csv.rows.items[0].n; i++)
		name_column(&l, i, csv.rows.items[0].cells[i]);
	if (rc == RC_OK && l.at[COLUMN_KEY] == 0 && l.at[COLUMN_LABEL] == 0)
		rc = foreign_wrong(f, 1, e,
			"no column is called code, label, name or tag; the first row names the "
			"columns");
	if (rc == RC_OK)
		read_rows(&l);
	if (l.rules > 0)
		foreign_remark(f, DIAG_WARNING, 1,
			l.rules == 1 ? MSG_F003_CODELIST_RULE : MSG_F003_CODELIST_RULES,
			MSG_TEXT_F003_CODELIST_RULES, l.rules);
	intern_release(&l.known);
	vec_release(&l.code_of_known);
	intern_release(&l.names);
	vec_release(&l.row_of_name);
	csv_release(&csv);
	return rc;
}

const struct foreign_format foreign_codelist = {
	.name = "csv", .title = "code list", .extensions = "csv tsv", .read = read
};
