/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/show.h"

#include <string.h>

#include "base/utf8.h"
#include "cli/say.h"

void show_table(struct ctx *c, struct table *t)
{
	struct writer_options o = { c->lang, c->width, c->colour };
	struct buf out = BUF_INIT;

	c->writer->write(t, &o, &out);
	out_put(&out);
	buf_release(&out);
	table_release(t);
}

static enum rc keep_code(const struct store_code *code, void *arg, struct err *e)
{
	struct code_names *n = arg;
	struct store_code copy = *code;
	const char **texts[] = { &copy.codebook, &copy.key, &copy.full, &copy.label_id,
		&copy.label_en, &copy.definition, &copy.includes, &copy.excludes, &copy.color,
		&copy.source };

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

const char *code_label(const struct store_code *code, const char *lang)
{
	bool english = strcmp(lang, "en") == 0;
	const char *first = english ? code->label_en : code->label_id;
	const char *second = english ? code->label_id : code->label_en;

	return *first != '\0' ? first : *second != '\0' ? second : code->key;
}

static enum rc take_number(const struct store_document *d, void *arg, struct err *e)
{
	(void)e;
	*(unsigned *)arg = d->number;
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
	rc = store_document_load(s, id, &k->doc, e);
	if (rc != RC_OK)
		return rc;
	k->id = id;
	lines_init(&k->lines, k->doc->text, k->doc->len);
	return RC_OK;
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
	document_free(k->doc);
	k->doc = NULL;
	k->id = 0;
	k->byte = k->point = 0;
}
