/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/document.h"

#include <string.h>

#include "corpus/draft.h"
#include "corpus/kinds.h"
#include "corpus/sentences.h"
#include "corpus/shape.h"
#include "corpus/turns.h"

void document_free(struct document *doc)
{
	if (doc == NULL)
		return;
	free(doc->text);
	vec_release(&doc->labels);
	vec_release(&doc->turns);
	vec_release(&doc->paras);
	vec_release(&doc->sentences);
	arena_release(&doc->arena);
	free(doc);
}

struct document *document_new(void)
{
	struct document *doc = mem_zalloc(1, sizeof *doc);

	doc->name = doc->title = doc->date = "";
	return doc;
}

struct place {
	struct document *doc;
	uint32_t para;
};

static void add_sentence(size_t start, size_t end, void *arg)
{
	struct place *at = arg;
	struct para *p = &at->doc->paras.items[at->para];
	struct sentence s = {
		.start = p->start + (uint32_t)start,
		.end = p->start + (uint32_t)end,
		.para = at->para,
	};

	vec_push(&at->doc->sentences, s);
	p->sentences++;
}

void document_split(struct document *doc)
{
	for (uint32_t i = 0; i < doc->paras.n; i++) {
		struct para *p = &doc->paras.items[i];
		struct place at = { doc, i };

		p->sentence = (uint32_t)doc->sentences.n;
		sentences_split(doc->text + p->start, p->end - p->start, add_sentence, &at);
	}
}

/* The text's length at most: paragraphs, what parts them, labels written in front. */
static size_t longest(const struct draft *draft)
{
	size_t len = draft->text.len;

	vec_each (const struct draft_para, p, &draft->paras)
		len += 2 + (p->label != NULL ? strlen(p->label) + 2 : 0);
	return len;
}

static void remark(const struct draft *draft, struct diags *d)
{
	if (draft->controls > 0)
		diag_add(d, DIAG_REMARK, "R004", NULL, "%u control %s removed", draft->controls,
			draft->controls == 1 ? "character" : "characters");
	if (draft->changed_nfc)
		diag_add(d, DIAG_REMARK, "R006", NULL,
			"letters with accents were brought to one form (NFC)");
}

enum rc document_build(struct draft *draft, enum method method, const struct speaker_hint *hints,
	size_t nhints, struct document **out, struct diags *d, struct err *e)
{
	struct document *doc;

	*out = NULL;
	draft_end(draft);
	if (draft->paras.n == 0)
		return err_set(e, RC_INPUT, "there is no text in it");
	if (longest(draft) > DOCUMENT_MAX)
		return err_set(e, RC_INPUT, "longer than %u MiB, split it", DOCUMENT_MAX >> 20);
	if (draft->plain)
		kinds_guess(draft);
	kinds_references(draft);
	doc = document_new();
	doc->method = method;
	if (draft->title != NULL)
		doc->title = arena_strdup(&doc->arena, draft->title);
	if (draft->date != NULL)
		doc->date = arena_strdup(&doc->arena, draft->date);
	turns_find(draft, method, hints, nhints, doc, d);
	if (draft->plain)
		kinds_report(doc, d);
	remark(draft, d);
	if (doc->paras.n == 0) {
		document_free(doc);
		return err_set(e, RC_INPUT, "there are speakers in it, but nobody says anything");
	}
	document_split(doc);
	*out = doc;
	return RC_OK;
}

void document_add_attr(
	struct document *doc, struct attr_list *list, const char *key, const char *value)
{
	struct attr *items;

	if (list->n == list->cap) {
		list->cap = list->cap > 0 ? 2 * list->cap : 4;
		items = arena_calloc(&doc->arena, list->cap, sizeof *items);
		if (list->n > 0)
			memcpy(items, list->items, list->n * sizeof *items);
		list->items = items;
	}
	list->items[list->n].key = arena_strdup(&doc->arena, key);
	list->items[list->n].value = arena_strdup(&doc->arena, value);
	list->n++;
}

/* The first of n items whose end lies behind pos; each item begins with its start and end. */
static size_t find(const void *items, size_t n, size_t size, uint32_t pos)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		struct span s;

		memcpy(&s, (const char *)items + middle * size, sizeof s);
		if (s.end <= pos)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t document_turn_at(const struct document *doc, uint32_t pos)
{
	return find(doc->turns.items, doc->turns.n, sizeof *doc->turns.items, pos);
}

size_t document_para_at(const struct document *doc, uint32_t pos)
{
	return find(doc->paras.items, doc->paras.n, sizeof *doc->paras.items, pos);
}

size_t document_sentence_at(const struct document *doc, uint32_t pos)
{
	return find(doc->sentences.items, doc->sentences.n, sizeof *doc->sentences.items, pos);
}

const struct label *document_speaker_of(const struct document *doc, const struct para *p)
{
	int32_t label = doc->turns.items[p->turn].label;

	return label == DOCUMENT_NOBODY ? NULL : &doc->labels.items[label];
}
