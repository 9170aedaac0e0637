/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What names may still be seen: one pass over all texts as they are shown gathers their words, each
 * with how often it is written with a capital; then the words are compared with the list.  A word
 * that is written small more often than not is taken for an ordinary one.
 */
#include <string.h>

#include "base/intern.h"
#include "base/opt.h"
#include "base/utf8.h"
#include "project/pseudonyms.h"

#define CONTEXT 36     /* bytes on each side of an example */
#define NAME_WORDS 3   /* "Bu Sri Rahayu Ningsih" is looked at so far */
#define SPELLING_MIN 4 /* letters of a word that may be a slip of another */

const char *const near_kind_names[] = { "spelling", "part", "person", "speaker", "small letters",
	"ordinary word", "replacement", NULL };

struct seen_word {
	const char *text, *context; /* the first one with a capital, else the first one */
	uint32_t upper, lower, documents, last;
	unsigned document;
	uint32_t line;
};

/* One table of words by their form. */
struct words {
	struct intern forms;
	VEC(struct seen_word) list;
};

/* The text at hand. */
struct page {
	const char *text;
	size_t len;
	const struct redact_map *map;
	unsigned document;   /* number */
	struct lines *lines; /* NULL: a title or note */
};

struct check {
	const struct pseudonyms *p;
	struct store *s;
	struct redactor *hide, *replaced; /* replaced: finds what stands in place of names */
	struct words all, addressed;
	struct seen_word *of_small, *of_replacement; /* by entry */
	struct buf form;
	struct near_names *out;
};

/* ---- gathering ------------------------------------------------------------------------------- */

static const char *context_of(struct arena *a, const struct page *page, size_t start, size_t end)
{
	size_t from = start > CONTEXT ? utf8_cut(page->text, page->len, start - CONTEXT) : 0;
	size_t to = utf8_cut(page->text, page->len, end + CONTEXT);
	struct buf b = BUF_INIT;
	const char *kept;

	buf_adds(&b, from > 0 ? "\xe2\x80\xa6" : "");
	for (size_t i = from; i < to; i++)
		buf_addc(&b, page->text[i] == '\n' || page->text[i] == '\t' ? ' ' : page->text[i]);
	buf_adds(&b, to < page->len ? "\xe2\x80\xa6" : "");
	kept = arena_dup(a, b.data, b.len);
	buf_release(&b);
	return kept;
}

static void note(struct check *c, struct seen_word *w, const struct page *page, size_t start,
	size_t end, bool upper)
{
	if (w->text == NULL || (upper && w->upper == 0)) {
		w->text = arena_dup(&c->out->arena, page->text + start, end - start);
		w->context = context_of(&c->out->arena, page, start, end);
		w->document = page->document;
		w->line =
			page->lines != NULL ? (uint32_t)lines_at(page->lines, (uint32_t)start) : 0;
	}
	w->upper += upper;
	w->lower += !upper;
	w->documents += w->last != page->document + 1;
	w->last = page->document + 1;
}

static struct seen_word *word_of(struct words *w, const char *form, size_t len)
{
	uint32_t i = intern_add(&w->forms, form, len);

	if (i == w->list.n)
		vec_push(&w->list, (struct seen_word){ 0 });
	return &w->list.items[i];
}

static bool is_upper(const struct page *page, size_t at)
{
	uint32_t cp;

	utf8_next(page->text + at, page->text + page->len, &cp);
	return utf8_is_upper(cp);
}

/* Does what was put in for a name touch the word? Words come in order: *cut goes along. */
static bool in_cut(const struct redact_map *m, size_t *cut, size_t start, size_t end)
{
	while (*cut < m->cuts.n && m->cuts.items[*cut].to_end <= start)
		++*cut;
	return *cut < m->cuts.n && m->cuts.items[*cut].to < end;
}

static bool only_space(const struct page *page, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (page->text[i] != ' ' && !(page->text[i] == '.' && i == from))
			return false;
	return to > from && to - from <= 2;
}

/* "Bu" stands in front: this is somebody, with the names behind it. */
static void note_addressed(
	struct check *c, const struct page *page, size_t address, size_t start, size_t end)
{
	size_t pos = end, next, stop, last = end;

	buf_reset(&c->form);
	redact_form(page->text + start, end - start, &c->form);
	if (pseudonym_is_office(c->form.data, c->form.len) ||
		pseudonym_is_address(c->form.data, c->form.len))
		return;
	for (int i = 1; i < NAME_WORDS && redact_word(page->text, page->len, &pos, &next, &stop);
		i++) {
		if (next != last + 1 || page->text[last] != ' ' || !is_upper(page, next))
			break;
		last = stop;
	}
	note(c, word_of(&c->addressed, c->form.data, c->form.len), page, address, last, true);
}

static void gather(struct check *c, const struct page *page, bool all_upper)
{
	size_t pos = 0, start, end, cut = 0, before = 0, before_end = 0;
	bool address = false;

	while (redact_word(page->text, page->len, &pos, &start, &end)) {
		bool hidden = in_cut(page->map, &cut, start, end), upper = is_upper(page, start);

		if (!hidden && address && upper && only_space(page, before_end, start))
			note_addressed(c, page, before, start, end);
		buf_reset(&c->form);
		redact_form(page->text + start, end - start, &c->form);
		if (!hidden)
			note(c, word_of(&c->all, c->form.data, c->form.len), page, start, end,
				upper || all_upper);
		address = pseudonym_is_address(c->form.data, c->form.len);
		before = start;
		before_end = end;
	}
}

static bool starts_small(const char *p, const char *end)
{
	uint32_t cp;

	utf8_next(p, end, &cp);
	return utf8_is_lower(cp);
}

static void note_small_one(
	struct check *c, const struct page *shown, const struct redact_cut *cut, const char *stored)
{
	struct seen_word *w = &c->of_small[cut->rule];
	bool first = w->text == NULL;

	note(c, w, shown, cut->to, cut->to_end, false);
	if (first)
		w->text = arena_dup(&c->out->arena, stored, cut->from_end - cut->from);
}

/* Names that are replaced though they are written small, where the list has a capital. */
static void note_small(struct check *c, const struct page *shown, const struct document *stored)
{
	vec_each (const struct redact_cut, cut, &shown->map->cuts) {
		const struct pseudonym *n = &c->p->list.items[cut->rule];
		const char *p = stored->text + cut->from;

		if (strchr(n->find, ' ') == NULL && starts_small(p, stored->text + stored->len) &&
			!starts_small(n->find, n->find + strlen(n->find)))
			note_small_one(c, shown, cut, p);
	}
}

/* Where the replacements stand in the texts by themselves; labels do not count. */
static void note_replacements(struct check *c, const struct page *page, const struct document *doc)
{
	struct redact_map map = { VEC_INIT, VEC_INIT };
	struct buf out = BUF_INIT;

	redact(c->replaced, REDACT_TEXT, doc->text, doc->len, &out, &map);
	vec_each (const struct redact_cut, cut, &map.cuts) {
		size_t i = document_para_at(doc, cut->from);

		if (i < doc->paras.n && doc->paras.items[i].start <= cut->from)
			note(c, &c->of_replacement[cut->rule], page, cut->from, cut->from_end,
				true);
	}
	buf_release(&out);
	redact_map_release(&map);
}

static void gather_text(struct check *c, enum redact_kind kind, const char *text, unsigned document)
{
	struct redact_map map = { VEC_INIT, VEC_INIT };
	struct buf out = BUF_INIT;
	struct page page = { .map = &map, .document = document };

	redact(c->hide, kind, text, strlen(text), &out, &map);
	page.text = out.data;
	page.len = out.len;
	gather(c, &page, kind == REDACT_NAME);
	buf_release(&out);
	redact_map_release(&map);
}

static enum rc gather_document(const struct store_document *d, void *arg, struct err *e)
{
	struct check *c = arg;
	struct document *doc = NULL;
	struct redact_map map = { VEC_INIT, VEC_INIT };
	struct buf out = BUF_INIT;
	struct lines lines;
	struct page page = { .map = &map, .document = d->number, .lines = &lines };
	enum rc rc = store_document_load(c->s, d->id, &doc, e);

	if (rc != RC_OK)
		return rc;
	redact(c->hide, REDACT_TEXT, doc->text, doc->len, &out, &map);
	page.text = doc->text;
	page.len = doc->len;
	lines_init(&lines, doc->text, doc->len);
	note_replacements(c, &page, doc);
	lines_release(&lines);
	page.text = out.data;
	page.len = out.len;
	lines_init(&lines, out.data, out.len);
	gather(c, &page, false);
	note_small(c, &page, doc);
	lines_release(&lines);
	gather_text(c, REDACT_NAME, d->title, d->number);
	redact_map_release(&map);
	buf_release(&out);
	document_free(doc);
	return RC_OK;
}

static enum rc gather_note(const char *text, void *arg, struct err *e)
{
	(void)e;
	gather_text(arg, REDACT_TEXT, text, 0);
	return RC_OK;
}

/* ---- comparing ------------------------------------------------------------------------------- */

static void found(struct check *c, enum near_kind kind, const struct seen_word *w, const char *of,
	uint32_t places)
{
	vec_push(&c->out->list, ((struct near_name){ kind, w->text, of, places, w->documents,
					w->document, w->line, w->context }));
}

static const struct seen_word *known_word(const struct words *all, const char *form, size_t len)
{
	uint32_t i = intern_find(&all->forms, form, len);

	return i != INTERN_NONE ? &all->list.items[i] : NULL;
}

/* Words of the names of the list, each with the entry it comes from. */
struct name_parts {
	struct intern forms;
	VEC(uint32_t) entries;
	VEC(bool) alone; /* the entry is this one word */
};

static void collect_parts(const struct check *c, struct name_parts *parts)
{
	struct buf form = BUF_INIT;

	for (uint32_t i = 0; i < c->p->list.n; i++) {
		const struct pseudonym *n = &c->p->list.items[i];
		size_t pos = 0, start, end, len = strlen(n->find);

		while (!n->keep && redact_word(n->find, len, &pos, &start, &end)) {
			uint32_t at;

			buf_reset(&form);
			redact_form(n->find + start, end - start, &form);
			if (utf8_count(form.data, form.len) < 3 ||
				pseudonym_is_address(form.data, form.len) ||
				pseudonym_is_office(form.data, form.len))
				continue;
			at = intern_add(&parts->forms, form.data, form.len);
			if (at == parts->entries.n) {
				vec_push(&parts->entries, i);
				vec_push(&parts->alone, false);
			}
			if (end - start == len) {
				parts->alone.items[at] = true;
				parts->entries.items[at] = i;
			}
		}
	}
	buf_release(&form);
}

static void find_parts(struct check *c, const struct name_parts *parts)
{
	for (uint32_t i = 0; i < parts->entries.n; i++) {
		const struct intern_item *form = &parts->forms.items[i];
		const struct seen_word *w = known_word(&c->all, form->s, form->len);
		const struct pseudonym *n = &c->p->list.items[parts->entries.items[i]];

		if (w == NULL)
			continue;
		if (!parts->alone.items[i] && w->upper > 0)
			found(c, NEAR_PART, w, n->find, w->upper + w->lower);
		else if (parts->alone.items[i] && n->proper && w->lower > 0)
			found(c, NEAR_SMALL, w, n->find, w->lower);
	}
}

static bool is_slip(const char *a, const char *b, size_t len)
{
	size_t distance = opt_distance(a, b);

	return distance == 1 || (distance == 2 && len > 6);
}

static void find_slips(struct check *c, const struct name_parts *parts)
{
	for (uint32_t i = 0; i < c->all.list.n; i++) {
		const struct seen_word *w = &c->all.list.items[i];
		const struct intern_item *form = &c->all.forms.items[i];

		if (w->upper <= w->lower || form->len < SPELLING_MIN ||
			intern_find(&parts->forms, form->s, form->len) != INTERN_NONE ||
			pseudonym_is_office(form->s, form->len) ||
			pseudonym_is_address(form->s, form->len))
			continue;
		for (uint32_t k = 0; k < parts->entries.n; k++) {
			const struct intern_item *part = &parts->forms.items[k];

			if (part->len < SPELLING_MIN || part->len > form->len + 2 ||
				form->len > part->len + 2 || !is_slip(form->s, part->s, form->len))
				continue;
			found(c, NEAR_SPELLING, w, c->p->list.items[parts->entries.items[k]].find,
				w->upper + w->lower);
			break;
		}
	}
}

static void find_addressed(struct check *c, const struct name_parts *parts)
{
	for (uint32_t i = 0; i < c->addressed.list.n; i++) {
		const struct intern_item *form = &c->addressed.forms.items[i];
		const struct seen_word *w = &c->addressed.list.items[i];
		const struct seen_word *word = known_word(&c->all, form->s, form->len);

		if (intern_find(&parts->forms, form->s, form->len) != INTERN_NONE)
			continue; /* told as a part */
		if (word == NULL || word->upper > word->lower)
			found(c, NEAR_ADDRESSED, w, "", w->upper);
	}
}

static enum rc find_speaker(const struct store_alias *a, void *arg, struct err *e)
{
	struct check *c = arg;
	const char *shown = *a->name != '\0' ? a->name : a->label;

	(void)e;
	if ((*a->code != '\0' && a->shown_as_code) || a->kind == SPEAKER_GROUP ||
		a->role == ROLE_INTERVIEWER || !pseudonym_is_name(shown))
		return RC_OK;
	vec_each (struct near_name, known, &c->out->list) {
		if (strcmp(known->text, shown) != 0)
			continue;
		known->documents += known->document != (unsigned)a->document;
		known->places++;
		return RC_OK;
	}
	vec_push(&c->out->list,
		((struct near_name){ NEAR_SPEAKER, arena_strdup(&c->out->arena, shown), "", 1, 1,
			(unsigned)a->document, 0, "" }));
	return RC_OK;
}

static void find_by_entry(struct check *c)
{
	for (size_t i = 0; i < c->p->list.n; i++) {
		const struct pseudonym *n = &c->p->list.items[i];

		if (c->of_small[i].lower > 0)
			found(c, NEAR_ORDINARY, &c->of_small[i], n->find, c->of_small[i].lower);
		if (c->of_replacement[i].upper > 0)
			found(c, NEAR_REPLACEMENT, &c->of_replacement[i], n->find,
				c->of_replacement[i].upper);
	}
}

static int by_kind(const void *a, const void *b)
{
	const struct near_name *x = a, *y = b;

	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	if (x->places != y->places)
		return x->places > y->places ? -1 : 1;
	return strcmp(x->text, y->text);
}

static void compare(struct check *c)
{
	struct name_parts parts = { .forms = INTERN_INIT };

	collect_parts(c, &parts);
	find_slips(c, &parts);
	find_parts(c, &parts);
	find_addressed(c, &parts);
	find_by_entry(c);
	vec_sort(&c->out->list, by_kind);
	intern_release(&parts.forms);
	vec_release(&parts.entries);
	vec_release(&parts.alone);
}

static struct redactor *finder_of_replacements(const struct pseudonyms *p)
{
	VEC(struct redact_rule) rules = VEC_INIT;
	struct redactor *r;

	vec_each (const struct pseudonym, n, &p->list)
		vec_push(&rules,
			((struct redact_rule){ n->keep ? "" : n->replace, "*", true, false }));
	r = redactor_new(rules.items, rules.n);
	vec_release(&rules);
	return r;
}

enum rc pseudonyms_check(
	struct store *s, const struct pseudonyms *p, struct near_names *out, struct err *e)
{
	struct check c = { .p = p, .s = s, .out = out, .form = BUF_INIT };
	enum rc rc;

	*out = (struct near_names){ .arena = ARENA_INIT };
	c.hide = pseudonyms_redactor(p);
	c.replaced = finder_of_replacements(p);
	c.of_small = mem_zalloc(p->list.n + 1, sizeof *c.of_small);
	c.of_replacement = mem_zalloc(p->list.n + 1, sizeof *c.of_replacement);
	rc = store_documents(s, false, gather_document, &c, e);
	if (rc == RC_OK)
		rc = store_notes(s, gather_note, &c, e);
	if (rc == RC_OK)
		rc = store_aliases(s, find_speaker, &c, e);
	if (rc == RC_OK)
		compare(&c);
	redactor_free(c.hide);
	redactor_free(c.replaced);
	intern_release(&c.all.forms);
	intern_release(&c.addressed.forms);
	vec_release(&c.all.list);
	vec_release(&c.addressed.list);
	free(c.of_small);
	free(c.of_replacement);
	buf_release(&c.form);
	return rc;
}

void near_names_release(struct near_names *n)
{
	vec_release(&n->list);
	arena_release(&n->arena);
}
