/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The project's own codes as the text of a codebook. */
#include <string.h>

#include "codebooks/foreign.h"
#include "project/codes.h"
#include "store/code_ids.h"

struct writing {
	const struct codes_tally *all;
	const char *lang;
	struct buf *out;
	size_t n;
};

static bool is_written(const struct store_code *c)
{
	return c->is_project && c->merged_into == 0 && !c->retired;
}

static void put_line(struct writing *w, unsigned depth, const char *word, const char *text)
{
	if (text[0] == '\0')
		return;
	buf_printf(w->out, "%*s%s ", 2 * (int)depth, "", word);
	foreign_quote(text, w->out);
	buf_addc(w->out, '\n');
}

static void put_head(struct writing *w, const struct store_code *c, unsigned depth)
{
	bool english = strcmp(w->lang, "en") == 0;
	const char *label = store_code_label(c, w->lang);
	const char *other = english ? c->label_id : c->label_en;

	buf_printf(w->out, "%*scode %s ", 2 * (int)depth, "", c->key);
	foreign_quote(label, w->out);
	if (other[0] != '\0' && strcmp(other, label) != 0) {
		buf_printf(w->out, " %s ", english ? "id" : "en");
		foreign_quote(other, w->out);
	}
	buf_adds(w->out, " {\n");
}

/* The code with its own codes below it; a tree is as deep as people made it. */
static void put_code(struct writing *w, const struct codes_row *row, unsigned depth)
{
	const struct store_code *c = &row->code;

	put_head(w, c, depth);
	buf_printf(w->out, "%*swas project.%s\n", 2 * (int)depth + 2, "", c->key);
	put_line(w, depth + 1, "definition", c->definition);
	put_line(w, depth + 1, "color", c->color);
	w->n++;
	vec_each (const struct codes_row, below, &w->all->rows)
		if (below->code.parent == c->id && is_written(&below->code))
			put_code(w, below, depth + 1);
	buf_printf(w->out, "%*s}\n", 2 * (int)depth, "");
}

static bool is_first(const struct codes_tally *all, const struct codes_row *row)
{
	const struct codes_row *up = codes_row_of(all, row->code.parent);

	return is_written(&row->code) && (up == NULL || !is_written(&up->code));
}

enum rc codes_export(struct store *s, const char *name, const char *lang, struct buf *out,
	size_t *n, struct err *e)
{
	struct codes_tally all;
	struct writing w = { &all, lang, out, 0 };
	enum rc rc;

	if (codebook_name_reserved(name))
		return err_set(e, RC_USAGE,
			"'%s' is kept for the codes that are not in a file; give the codebook "
			"another name",
			name);
	rc = codes_tally(s, 0, &all, e);
	buf_printf(out, "codebook %s language %s\n", name, lang);
	vec_each (const struct codes_row, row, &all.rows)
		if (rc == RC_OK && is_first(&all, row)) {
			buf_addc(out, '\n');
			put_code(&w, row, 0);
		}
	*n = w.n;
	if (rc == RC_OK && w.n == 0)
		rc = err_set(e, RC_NOTFOUND,
			"the project has no codes of its own; 'tema codes add' makes one");
	codes_tally_release(&all);
	return rc;
}
