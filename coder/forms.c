/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coder/forms.h"

#include <string.h>

#include "coder/run.h"

static bool has_forms(const struct pattern *p)
{
	bool some = p->kind == PATTERN_ROOT || p->kind == PATTERN_GLOB || p->kind == PATTERN_STEM;

	for (size_t i = 0; i < p->nparts && p->kind == PATTERN_PHRASE; i++)
		some = some || has_forms(p->parts[i]);
	return some;
}

/* The pattern with its exclusions: equal ones are shown once. */
static void add_key(const struct pattern *p, struct buf *out)
{
	buf_adds(out, p->key);
	for (size_t i = 0; i < p->nexcept; i++)
		buf_printf(out, " -%s", p->except[i]->key);
}

static int compare_patterns(const void *pa, const void *pb)
{
	const struct at *a = &((const struct forms_pattern *)pa)->pattern->at;
	const struct at *b = &((const struct forms_pattern *)pb)->pattern->at;

	if (a->file != b->file)
		return a->file < b->file ? -1 : 1;
	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	return a->column < b->column ? -1 : a->column > b->column;
}

/* Of the finders of one pattern the last one subtracts its exclusions. */
static void gather(struct forms *f)
{
	const struct finders *all = &f->engine->tree.finders;
	struct intern keys = { 0 };
	struct buf key = BUF_INIT;

	for (uint32_t i = 0; i < all->all.n; i++) {
		const struct finder *x = all->all.items[i];
		uint32_t number;

		if (x->kind == FIND_REGEX || !has_forms(x->pattern))
			continue;
		buf_reset(&key);
		add_key(x->pattern, &key);
		number = intern_add(&keys, key.data, key.len);
		if (number == f->patterns.n)
			vec_push(&f->patterns, ((struct forms_pattern){ x->pattern, i, false }));
		else if (f->patterns.items[number].pattern == x->pattern)
			f->patterns.items[number].finder = i;
	}
	vec_sort(&f->patterns, compare_patterns);
	intern_release(&keys);
	buf_release(&key);
}

enum rc forms_open(struct forms *f, const struct codebook *cb, struct diags *d, struct err *e)
{
	enum rc rc;

	memset(f, 0, sizeof *f);
	rc = engine_new(&cb, 1, &f->engine, d, e);
	if (rc == RC_OK)
		gather(f);
	return rc;
}

/* The words of the place, folded, with a space between them. */
static void add_form(struct engine *g, struct place p, struct buf *out)
{
	const struct stream *s = &g->stream;

	for (uint32_t w = p.first; w <= p.last; w++) {
		const struct word *word = &s->words.items[w];

		form_set(&g->form, s->doc->text + word->start, word->end - word->start);
		buf_adds(out, w > p.first ? " " : "");
		buf_add(out, g->form.text[FORM_FOLDED].data, g->form.text[FORM_FOLDED].len);
	}
}

static const char *sentence_of(struct forms *f, uint32_t word, size_t *at)
{
	const struct stream *s = &f->engine->stream;
	struct span span = stream_span(s, UNIT_SENTENCE, stream_unit(s, UNIT_SENTENCE, word));
	char *text = arena_dup(&f->arena, s->doc->text + span.start, span.end - span.start);

	*at = s->words.items[word].start - span.start;
	for (char *p = text; *p != '\0'; p++)
		if (*p == '\n' || *p == '\t')
			*p = ' ';
	return text;
}

static void count(
	struct forms *f, uint32_t pattern, struct place p, int64_t document, struct buf *key)
{
	struct form_count *row;
	uint32_t number;
	size_t prefix, at;

	buf_reset(key);
	buf_printf(key, "%u ", pattern);
	prefix = key->len;
	add_form(f->engine, p, key);
	number = intern_add(&f->seen, key->data, key->len);
	if (number == f->rows.n) {
		const char *words = sentence_of(f, p.first, &at);

		vec_push(&f->rows,
			((struct form_count){ .pattern = f->patterns.items[pattern].pattern,
				.form = arena_strdup(&f->arena, key->data + prefix),
				.document = document,
				.words = words,
				.at = at }));
		vec_push(&f->last, document - 1);
		f->patterns.items[pattern].found = true;
	}
	row = &f->rows.items[number];
	row->count++;
	row->documents += f->last.items[number] != document;
	f->last.items[number] = document;
}

void forms_read(struct forms *f, const struct document *doc, int64_t document)
{
	struct engine *g = f->engine;
	struct buf key = BUF_INIT;

	g->epoch++;
	stream_read(&g->stream, &g->tree.atoms, &g->tree.negate, doc);
	for (uint32_t i = 0; i < f->patterns.n; i++) {
		struct finder *x = g->tree.finders.all.items[f->patterns.items[i].finder];
		const struct place_list *places =
			finder_places(&g->tree.finders, x, &g->stream, g->epoch);

		vec_each (const struct place, p, places)
			count(f, i, *p, document, &key);
	}
	buf_release(&key);
}

static int compare_rows(const void *pa, const void *pb)
{
	const struct form_count *a = pa, *b = pb;
	struct forms_pattern x = { .pattern = a->pattern }, y = { .pattern = b->pattern };
	int diff = compare_patterns(&x, &y);

	if (diff == 0 && a->count != b->count)
		diff = a->count > b->count ? -1 : 1;
	return diff != 0 || a->form == NULL ? diff : strcmp(a->form, b->form);
}

void forms_finish(struct forms *f)
{
	vec_each (const struct forms_pattern, p, &f->patterns)
		if (!p->found)
			vec_push(&f->rows, ((struct form_count){ .pattern = p->pattern }));
	vec_sort(&f->rows, compare_rows);
}

void forms_close(struct forms *f)
{
	engine_free(f->engine);
	intern_release(&f->seen);
	vec_release(&f->patterns);
	vec_release(&f->rows);
	vec_release(&f->last);
	arena_release(&f->arena);
}
