/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing: who goes, and which documents change. */
#include "project/erase_plan.h"

#include <stdlib.h>
#include <string.h>

#include "store/documents.h"
#include "store/near.h"

/* Another document that holds so many of the runs (and a quarter of all) may be a copy. */
#define COPY_RUNS 8

static int by_id(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return x < y ? -1 : x > y;
}

bool plan_has(const struct erasure_ids *list, int64_t id)
{
	return list->n > 0 && bsearch(&id, list->items, list->n, sizeof id, by_id) != NULL;
}

static void sort_ids(struct erasure_ids *list)
{
	size_t kept = 0;

	vec_sort(list, by_id);
	for (size_t i = 0; i < list->n; i++)
		if (kept == 0 || list->items[kept - 1] != list->items[i])
			list->items[kept++] = list->items[i];
	list->n = kept;
}

void plan_change(struct plan *p, int64_t content, const char *text, size_t len)
{
	struct erasure_change c = { content,
		text != NULL ? arena_dup(&p->report->arena, text, len) : NULL, len };

	vec_push(&p->changes, c);
}

void plan_drop(struct plan *p, int64_t content)
{
	plan_change(p, content, NULL, 0);
}

void plan_release(struct plan *p)
{
	vec_each (struct plan_document, d, &p->documents) {
		document_free(d->old);
		document_free(d->now);
		free(d->gone);
		free(d->labels);
		free(d->options);
		vec_release(&d->edits);
		vec_release(&d->places);
		vec_release(&d->ended);
	}
	vec_release(&p->documents);
	vec_release(&p->revisions);
	vec_release(&p->speakers);
	vec_release(&p->people);
	vec_release(&p->seen);
	vec_release(&p->labels);
	vec_release(&p->titles);
	vec_release(&p->changes);
	erase_names_release(&p->names);
	erase_words_release(&p->words);
}

/* --- the person --- */

struct name_search {
	struct plan *p;
	struct erasure_ids own; /* contents of the person, sorted */
};

static enum rc take_name(const struct erasure_content *c, void *arg, struct err *e)
{
	struct name_search *k = arg;
	struct plan *p = k->p;
	bool name = strcmp(c->kind, "name") == 0, label = strcmp(c->kind, "label") == 0;
	char *text;

	(void)e;
	if (!name && !label)
		return RC_OK;
	text = arena_dup(&p->report->arena, c->body, c->len);
	if (!plan_has(&k->own, c->id) && plan_has(&p->people, c->id))
		erase_names_add_other(&p->names, text);
	else if (!plan_has(&k->own, c->id))
		return RC_OK;
	else if (name)
		erase_names_add(&p->names, text);
	else
		erase_names_add_label(&p->names, text);
	if (label && plan_has(&k->own, c->id))
		vec_push(&p->labels, text);
	return RC_OK;
}

static enum rc read_names(struct plan *p, struct err *e)
{
	struct name_search k = { p, VEC_INIT };
	enum rc rc = erasure_contents_of(p->s, ERASURE_OF_PEOPLE, 0, &p->people, e);

	for (size_t i = 0; i < p->speakers.n && rc == RC_OK; i++)
		rc = erasure_contents_of(p->s, ERASURE_OF_SPEAKER, p->speakers.items[i], &k.own, e);
	sort_ids(&k.own);
	vec_each (const int64_t, id, &k.own)
		plan_drop(p, *id);
	if (rc == RC_OK)
		rc = erasure_contents(p->s, take_name, &k, e);
	for (size_t i = 0; i < p->r->nnames && rc == RC_OK; i++)
		if (!erase_names_add(&p->names, p->r->names[i]))
			rc = err_set(e, RC_USAGE, "there is no name in '%s'", p->r->names[i]);
	vec_release(&k.own);
	return rc;
}

static enum rc choose_word(struct plan *p, struct err *e)
{
	bool english = strcmp(p->r->lang, "en") == 0;
	char *code = NULL;
	enum rc rc = RC_OK;

	p->report->word = english ? "[name erased]" : "[nama dihapus]";
	p->keep_code = true;
	if (p->r->target == ERASURE_SPEAKER)
		rc = erasure_code(p->s, p->r->id, &code, e);
	if (rc == RC_OK && code != NULL && *code != '\0') {
		p->keep_code = !erase_names_in(&p->names, REDACT_NAME, code, strlen(code));
		if (p->keep_code)
			p->report->word = arena_strdup(&p->report->arena, code);
	}
	free(code);
	return rc;
}

enum rc plan_person(struct plan *p, struct err *e)
{
	enum rc rc = p->r->target == ERASURE_SPEAKER
			     ? erasure_speakers(p->s, p->r->id, &p->speakers, e)
			     : erasure_only_here(p->s, p->r->id, &p->speakers, e);

	sort_ids(&p->speakers);
	if (rc == RC_OK)
		rc = read_names(p, e);
	erase_names_seal(&p->names);
	if (rc == RC_OK)
		rc = choose_word(p, e);
	vec_each (const struct erase_form, f, &p->names.forms)
		vec_push(&p->report->names, f->ordinary
						    ? arena_printf(&p->report->arena,
							      "%s (only with a capital)", f->text)
						    : arena_strdup(&p->report->arena, f->text));
	if (rc == RC_OK &&
		(p->r->reason == NULL || p->r->reason[strspn(p->r->reason, " \t")] == '\0'))
		rc = err_set(e, RC_USAGE, "say why: --reason TEXT");
	if (rc == RC_OK &&
		erase_names_in(&p->names, REDACT_NAME, p->r->reason, strlen(p->r->reason)))
		rc = err_set(e, RC_USAGE,
			"the reason is kept in the project: it must not hold the name");
	return rc;
}

/* --- one revision --- */

bool *plan_labels(const struct plan *p, const struct document *doc)
{
	bool *gone = mem_zalloc(doc->labels.n + 1, sizeof *gone);

	for (size_t i = 0; i < doc->labels.n; i++)
		vec_each (const char *const, l, &p->labels)
			gone[i] |= near_same(doc->labels.items[i].text, *l);
	return gone;
}

/* In the revision that stands the project says who a label is. */
static enum rc labels_now(
	struct plan *p, int64_t document, const struct document *doc, bool *gone, struct err *e)
{
	struct erasure_labels list = VEC_INIT;
	enum rc rc = erasure_labels(p->s, document, &list, e);

	vec_each (const struct erasure_label, l, &list)
		if (l->n < doc->labels.n)
			gone[l->n] = plan_has(&p->speakers, l->speaker);
	vec_release(&list);
	return rc;
}

static bool is_gone(const struct turn *t, const bool *gone)
{
	return t->label >= 0 && gone[t->label];
}

static void learn_words(struct plan *p, const struct document *doc, const bool *gone)
{
	vec_each (const struct turn, t, &doc->turns)
		if (gone == NULL || is_gone(t, gone))
			erase_words_add(&p->words, doc->text + t->start, t->end - t->start);
}

static uint64_t hold_words(struct plan *p, const struct document *doc, const bool *gone)
{
	uint64_t met = 0;

	vec_each (const struct turn, t, &doc->turns)
		if (!is_gone(t, gone))
			met += erase_words_hold(&p->words, doc->text + t->start, t->end - t->start);
	return met;
}

/* A document that changes joins the plan; doc NULL: it is loaded. */
static enum rc join(struct plan *p, const struct erasure_revision *r, bool speaks, struct err *e)
{
	struct plan_document *d = vec_new(&p->documents);
	enum rc rc = erasure_revision_load(p->s, r->id, &d->old, e);

	d->id = d->told.id = r->document;
	d->revision = r->id;
	d->speaks = speaks;
	if (rc != RC_OK)
		return rc;
	d->gone = mem_zalloc(d->old->labels.n + 1, sizeof *d->gone);
	d->labels = mem_zalloc(d->old->labels.n + 1, sizeof *d->labels);
	if (p->r->target == ERASURE_SPEAKER)
		rc = labels_now(p, r->document, d->old, d->gone, e);
	return rc == RC_OK ? erasure_options(p->s, r->document, &d->options, e) : rc;
}

static bool is_planned(const struct plan *p, int64_t document)
{
	vec_each (const struct plan_document, d, &p->documents)
		if (d->id == document)
			return true;
	return false;
}

/* --- what was said: the revisions of the documents where the person speaks --- */

static enum rc learn_past(struct plan *p, int64_t revision, struct err *e)
{
	struct document *doc = NULL;
	bool *gone = NULL;
	enum rc rc = erasure_revision_load(p->s, revision, &doc, e);

	if (rc == RC_OK) {
		gone = p->r->target == ERASURE_SPEAKER ? plan_labels(p, doc) : NULL;
		learn_words(p, doc, gone);
	}
	free(gone);
	document_free(doc);
	return rc;
}

static enum rc learn(struct plan *p, struct err *e)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < p->revisions.n && rc == RC_OK; i++) {
		const struct erasure_revision *r = &p->revisions.items[i];

		if (!plan_has(&p->seen, r->document))
			continue;
		if (!r->current) {
			rc = learn_past(p, r->id, e);
			continue;
		}
		rc = join(p, r, true, e);
		if (rc == RC_OK)
			learn_words(p, vec_last(&p->documents)->old,
				p->r->target == ERASURE_SPEAKER ? vec_last(&p->documents)->gone
								: NULL);
	}
	erase_words_seal(&p->words);
	return rc;
}

/* --- the other texts that stand --- */

static void tell_copy(struct plan *p, int64_t document, uint64_t met)
{
	if (met >= COPY_RUNS && met * 4 >= p->words.runs.n)
		vec_push(&p->report->remains,
			arena_printf(&p->report->arena,
				"document %d holds the same words at %llu places and keeps them: "
				"if it is the same conversation, erase it or its speaker, too",
				(int)document, (unsigned long long)met));
}

static enum rc look_at_other(struct plan *p, const struct erasure_revision *r, struct err *e)
{
	char *text = NULL, *options = NULL;
	size_t len;
	bool named = false;
	enum rc rc = store_revision_text(p->s, r->id, &text, &len, e);

	if (rc == RC_OK)
		rc = erasure_options(p->s, r->document, &options, e);
	if (rc == RC_OK) {
		tell_copy(p, r->document, erase_words_hold(&p->words, text, len));
		named = erase_names_in(&p->names, REDACT_TEXT, text, len) ||
			erase_names_in(&p->names, REDACT_NAME, options, strlen(options));
		if (p->r->target == ERASURE_SPEAKER)
			p->doubtful += erase_names_doubtful(&p->names, text, len);
		else
			p->elsewhere += named;
	}
	free(text);
	free(options);
	return rc == RC_OK && named && p->r->target == ERASURE_SPEAKER ? join(p, r, false, e) : rc;
}

static enum rc look_at_others(struct plan *p, struct err *e)
{
	enum rc rc = RC_OK;

	if (p->r->target == ERASURE_SPEAKER)
		vec_each (const struct plan_document, d, &p->documents)
			hold_words(p, d->old, d->gone);
	for (size_t i = 0; i < p->revisions.n && rc == RC_OK; i++)
		if (p->revisions.items[i].current &&
			!plan_has(&p->seen, p->revisions.items[i].document))
			rc = look_at_other(p, &p->revisions.items[i], e);
	return rc;
}

/* --- texts that stand no more --- */

static enum rc holds_person(struct plan *p, int64_t revision, bool *yes, struct err *e)
{
	struct erase_spans said = VEC_INIT;
	char *text = NULL;
	size_t len;
	enum rc rc = store_revision_text(p->s, revision, &text, &len, e);

	*yes = false;
	if (rc == RC_OK) {
		erase_words_find(&p->words, text, len, &said);
		*yes = said.n > 0 || (p->r->target == ERASURE_SPEAKER &&
					     erase_names_in(&p->names, REDACT_TEXT, text, len));
	}
	vec_release(&said);
	free(text);
	return rc;
}

static enum rc drop_all(struct plan *p, enum erasure_of of, int64_t id, struct err *e)
{
	struct erasure_ids list = VEC_INIT;
	enum rc rc = erasure_contents_of(p->s, of, id, &list, e);

	vec_each (const int64_t, content, &list)
		plan_drop(p, *content);
	vec_release(&list);
	return rc;
}

/* An older text with the person in it goes, and the document gets a new revision even where the
 * text that stands says nothing of the person: so that no undo leads back to the old one. */
static enum rc look_at_past(struct plan *p, struct err *e)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < p->revisions.n && rc == RC_OK; i++) {
		const struct erasure_revision *r = &p->revisions.items[i];
		bool held;

		if (r->current || is_planned(p, r->document))
			continue;
		if (plan_has(&p->seen, r->document)) {
			rc = drop_all(p, ERASURE_OF_DOCUMENT, r->document, e);
			continue;
		}
		rc = holds_person(p, r->id, &held, e);
		if (rc != RC_OK || !held)
			continue;
		if (!r->document_stands)
			rc = drop_all(p, ERASURE_OF_REVISION, r->id, e);
		for (size_t k = i; k < p->revisions.n && r->document_stands; k++)
			if (p->revisions.items[k].document == r->document &&
				p->revisions.items[k].current)
				rc = join(p, &p->revisions.items[k], false, e);
	}
	return rc;
}

/* --- edits --- */

static enum rc edit(struct plan *p, struct plan_document *d, struct err *e)
{
	struct buf options = BUF_INIT;
	enum rc rc;

	if (p->r->target == ERASURE_DOCUMENT && plan_has(&p->seen, d->id)) {
		d->told.whole = true;
		d->told.turns = (unsigned)d->old->turns.n;
		vec_each (const struct turn, t, &d->old->turns)
			d->told.words += erase_text_words(d->old, t);
		return RC_OK;
	}
	erase_text_cuts(d->old, d->gone, &d->edits, &d->told.turns, &d->told.words);
	erase_text_mentions(d->old, &p->names, &d->edits, &d->told.mentions);
	rc = erase_text_rebuild(
		d->old, d->gone, &p->names, &d->edits, p->report->word, d->labels, &d->now, e);
	d->told.whole = rc == RC_OK && d->now == NULL;
	if (d->speaks && d->now != NULL)
		p->doubtful += erase_names_doubtful(&p->names, d->now->text, d->now->len);
	if (erase_text_scrub(REDACT_NAME, d->options, strlen(d->options), &p->names,
		    &(struct erase_words){ VEC_INIT }, p->report->word, &options)) {
		free(d->options);
		d->options = buf_detach(&options);
	}
	buf_release(&options);
	return rc;
}

static enum rc take_title(const struct store_document *doc, void *arg, struct err *e)
{
	struct plan *p = arg;

	(void)e;
	vec_each (struct plan_document, d, &p->documents) {
		if (d->id != doc->id)
			continue;
		d->told.number = doc->number;
		d->told.title = arena_strdup(&p->report->arena, doc->title);
		if (d->told.whole)
			vec_push(&p->titles, d->told.title);
	}
	return RC_OK;
}

static enum rc drop_old_texts(struct plan *p, const struct plan_document *d, struct err *e)
{
	enum rc rc = RC_OK;

	if (d->told.whole)
		return drop_all(p, ERASURE_OF_DOCUMENT, d->id, e);
	for (size_t i = 0; i < p->revisions.n && rc == RC_OK; i++)
		if (p->revisions.items[i].document == d->id)
			rc = drop_all(p, ERASURE_OF_REVISION, p->revisions.items[i].id, e);
	return rc;
}

enum rc plan_documents(struct plan *p, struct err *e)
{
	enum rc rc = erasure_revisions(p->s, &p->revisions, e);

	if (p->r->target == ERASURE_DOCUMENT)
		vec_push(&p->seen, p->r->id);
	for (size_t i = 0; p->r->target == ERASURE_SPEAKER && i < p->speakers.n && rc == RC_OK; i++)
		rc = erasure_documents(p->s, p->speakers.items[i], &p->seen, e);
	sort_ids(&p->seen);
	if (rc == RC_OK)
		rc = learn(p, e);
	if (rc == RC_OK)
		rc = look_at_others(p, e);
	if (rc == RC_OK)
		rc = look_at_past(p, e);
	for (size_t i = 0; i < p->documents.n && rc == RC_OK; i++)
		rc = edit(p, &p->documents.items[i], e);
	if (rc == RC_OK)
		rc = store_documents(p->s, true, take_title, p, e);
	for (size_t i = 0; i < p->documents.n && rc == RC_OK; i++) {
		rc = drop_old_texts(p, &p->documents.items[i], e);
		if (rc == RC_OK)
			rc = plan_said(p, &p->documents.items[i], e);
	}
	return rc;
}
