/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/show.h"

#include <string.h>

#include "base/utf8.h"
#include "cli/say.h"
#include "store/near.h"
#include "store/pseudonyms.h"

/* Columns that hold no texts of the study (codebooks, coders, settings), and those with words of
 * documents, which came from seen_load(): their offsets fit them as they are. */
static const char *const own_columns[] = { "value", "rules", "coder", "codebook", "version",
	"label", "text", "left", "match", "right" };

static bool may_name(const struct column *column)
{
	if (column->kind != COLUMN_TEXT)
		return strcmp(column->key, "speaker") == 0;
	for (size_t i = 0; i < sizeof own_columns / sizeof *own_columns; i++)
		if (strcmp(column->key, own_columns[i]) == 0)
			return false;
	return true;
}

/* empty: what holds a name is left out, but for the first column, by which a row is found. */
static void hide_names(struct ctx *c, struct table *t, bool empty)
{
	struct buf shown = BUF_INIT;

	if (c->store == NULL || store_hidden(c->store) == NULL)
		return;
	vec_each (struct row, row, &t->rows) {
		for (size_t i = 0; i < row->n && i < t->columns.n; i++) {
			struct cell *cell = &row->cells[i];

			if (cell->kind != CELL_TEXT || !may_name(&t->columns.items[i]))
				continue;
			buf_reset(&shown);
			seen_add(c->store, REDACT_NAME, cell->text, &shown);
			if (strcmp(shown.data, cell->text) != 0)
				cell->text = empty && i > 0
						     ? ""
						     : arena_dup(&t->arena, shown.data, shown.len);
		}
	}
	buf_release(&shown);
}

void show_sheet(struct ctx *c, struct table *t)
{
	hide_names(c, t, true);
	show_table(c, t);
}

void show_table_into(struct ctx *c, struct table *t, int width, struct buf *out)
{
	struct writer_options o = { c->lang, width, width > 0 && c->colour };

	hide_names(c, t, false);
	c->writer->write(t, &o, out);
	table_release(t);
}

void show_table(struct ctx *c, struct table *t)
{
	struct buf out = BUF_INIT;

	show_table_into(c, t, c->width, &out);
	out_put(&out);
	buf_release(&out);
}

static enum rc keep_code(const struct store_code *code, void *arg, struct err *e)
{
	struct code_names *n = arg;
	struct store_code copy = *code;
	const char **texts[] = { &copy.codebook, &copy.bringers, &copy.key, &copy.full,
		&copy.label_id, &copy.label_en, &copy.definition, &copy.includes, &copy.excludes,
		&copy.color, &copy.source };

	(void)e;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		*texts[i] = arena_strdup(&n->arena, *texts[i]);
	vec_push(&n->list, copy);
	return RC_OK;
}

enum rc code_names_load(struct store *s, struct code_names *n, struct err *e)
{
	*n = (struct code_names){ .arena = ARENA_INIT };
	return store_codes(s, keep_code, n, e);
}

const struct store_code *code_names_get(const struct code_names *n, int64_t id)
{
	static const struct store_code gone = { .codebook = "?",
		.key = "?",
		.full = "?",
		.bringers = "",
		.label_id = "",
		.label_en = "",
		.definition = "",
		.includes = "",
		.excludes = "",
		.color = "",
		.source = "" };

	vec_each (struct store_code, code, &n->list)
		if (code->id == id)
			return code;
	return &gone;
}

void code_names_release(struct code_names *n)
{
	vec_release(&n->list);
	arena_release(&n->arena);
}

static enum rc take_number(const struct store_document *d, void *arg, struct err *e)
{
	(void)e;
	*(unsigned *)arg = d->number;
	return RC_OK;
}

struct title_search {
	struct store *s;
	const char *typed;
	int64_t id;
	unsigned found;
};

static enum rc match_title(const struct store_document *d, void *arg, struct err *e)
{
	struct title_search *t = arg;
	struct buf shown = BUF_INIT;

	(void)e;
	seen_add(t->s, REDACT_NAME, d->title, &shown);
	if (near_begins(shown.data, t->typed)) {
		t->id = d->id;
		t->found += near_same(shown.data, t->typed) ? 1 : 2;
	}
	buf_release(&shown);
	return RC_OK;
}

enum rc show_document_find(struct store *s, const char *typed, int64_t *id, struct err *e)
{
	struct title_search t = { s, typed, 0, 0 };
	struct err ignored = ERR_INIT;
	enum rc rc = store_document_find(s, typed, id, e);

	if (rc != RC_NOTFOUND || store_hidden(s) == NULL)
		return rc;
	if (store_documents(s, true, match_title, &t, &ignored) != RC_OK || t.id == 0 ||
		t.found > 2)
		return rc;
	*id = t.id;
	*e = (struct err)ERR_INIT;
	return RC_OK;
}

enum rc show_document_number(struct store *s, int64_t id, unsigned *number, struct err *e)
{
	*number = 0;
	return store_document_get(s, id, take_number, number, e);
}

void show_quote(
	const struct document *doc, uint32_t start, uint32_t end, size_t max, struct buf *out)
{
	const char *p = doc->text + start, *stop = doc->text + end;
	bool space = false;
	size_t n = 0;

	while (p < stop) {
		uint32_t cp;
		size_t step = utf8_next(p, stop, &cp);

		if (utf8_is_space(cp)) {
			space = true;
		} else {
			if (n + 1 + space > max) {
				buf_adds(out, "\xe2\x80\xa6");
				return;
			}
			if (space)
				buf_addc(out, ' ');
			n += 1 + (size_t)space;
			space = false;
			buf_add(out, p, step);
		}
		p += step;
	}
}

enum rc doc_cache_get(struct doc_cache *k, int64_t id, struct err *e)
{
	struct store *s = k->store;
	enum rc rc;

	if (k->doc != NULL && k->id == id)
		return RC_OK;
	doc_cache_release(k);
	k->store = s;
	rc = seen_load(s, id, &k->seen, e);
	if (rc != RC_OK)
		return rc;
	k->doc = k->seen.doc;
	k->id = id;
	lines_init(&k->lines, k->doc->text, k->doc->len);
	return RC_OK;
}

struct span doc_cache_span(const struct doc_cache *k, uint32_t start, uint32_t end)
{
	return seen_span(&k->seen, start, end);
}

uint32_t doc_cache_point(struct doc_cache *k, uint32_t pos)
{
	if (pos < k->byte)
		k->byte = k->point = 0;
	k->point += (uint32_t)utf8_count(k->doc->text + k->byte, pos - k->byte);
	k->byte = pos;
	return k->point;
}

void doc_cache_release(struct doc_cache *k)
{
	if (k->doc != NULL)
		lines_release(&k->lines);
	seen_release(&k->seen);
	k->doc = NULL;
	k->id = 0;
	k->byte = k->point = 0;
}
