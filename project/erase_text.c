/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/erase_text.h"

#include <string.h>

#include "base/utf8.h"
#include "corpus/tokens.h"
#include "project/erase_words.h"

#define QUOTE_GONE "[\xe2\x80\xa6]"

/* --- edits --- */

static bool is_gone(const struct document *doc, const struct turn *t, const bool *gone)
{
	return t->label >= 0 && (size_t)t->label < doc->labels.n && gone[t->label];
}

static uint32_t end_before(const struct document *doc, const struct turn *t)
{
	return t->para > 0 ? doc->paras.items[t->para - 1].end : 0;
}

static bool is_blank(char c)
{
	return c == '\n' || c == ' ' || c == '\t';
}

/* A cut at the beginning takes the blank lines behind it, one at the end those in front of the end.
 */
static void trim_cut(const struct document *doc, struct erase_edit *cut)
{
	uint32_t at = cut->end;

	while (at < doc->len && is_blank(doc->text[at]))
		at++;
	if (cut->start == 0 || at == doc->len)
		cut->end = at;
}

uint64_t erase_text_words(const struct document *doc, const struct turn *t)
{
	return tokens_count(doc->text + t->start, t->end - t->start);
}

void erase_text_cuts(const struct document *doc, const bool *gone, struct erase_edits *out,
	unsigned *turns, uint64_t *words)
{
	vec_each (const struct turn, t, &doc->turns) {
		struct erase_edit cut = { end_before(doc, t), t->end, true };

		if (!is_gone(doc, t, gone))
			continue;
		if (turns != NULL)
			(*turns)++;
		if (words != NULL)
			*words += erase_text_words(doc, t);
		if (out->n > 0 && vec_last(out)->end >= cut.start)
			cut.start = out->items[--out->n].start;
		trim_cut(doc, &cut);
		vec_push(out, cut);
	}
}

struct mentions {
	const struct document *doc;
	const struct erase_names *names;
	struct erase_edits found;
};

static void look_in(struct mentions *m, enum redact_kind kind, uint32_t start, uint32_t end)
{
	struct erase_spans spans = VEC_INIT;

	if (start < end)
		erase_names_find(m->names, kind, m->doc->text + start, end - start, &spans);
	vec_each (const struct span, s, &spans)
		vec_push(&m->found,
			((struct erase_edit){ start + s->start, start + s->end, false }));
	vec_release(&spans);
}

/* Paragraphs and what stands between them by themselves, so that no mention crosses a border. */
static void look_everywhere(struct mentions *m)
{
	uint32_t at = 0;

	vec_each (const struct para, p, &m->doc->paras) {
		look_in(m, REDACT_NAME, at, p->start); /* a label */
		look_in(m, REDACT_TEXT, p->start, p->end);
		at = p->end;
	}
	look_in(m, REDACT_TEXT, at, (uint32_t)m->doc->len);
}

static bool overlaps(const struct erase_edit *a, const struct erase_edit *b)
{
	return a->start < b->end && b->start < a->end;
}

void erase_text_mentions(const struct document *doc, const struct erase_names *names,
	struct erase_edits *edits, uint64_t *mentions)
{
	struct mentions m = { .doc = doc, .names = names };
	struct erase_edits all = VEC_INIT;
	size_t c = 0;

	look_everywhere(&m);
	vec_each (const struct erase_edit, f, &m.found) {
		while (c < edits->n && edits->items[c].end <= f->start)
			vec_push(&all, edits->items[c++]);
		if (c < edits->n && overlaps(&edits->items[c], f))
			continue;
		vec_push(&all, *f);
		(*mentions)++;
	}
	while (c < edits->n)
		vec_push(&all, edits->items[c++]);
	vec_release(&m.found);
	vec_release(edits);
	*edits = all;
}

void erase_text_apply(const char *text, size_t len, const struct erase_edits *edits,
	const char *word, struct buf *out)
{
	size_t at = 0;

	vec_each (const struct erase_edit, x, edits) {
		buf_add(out, text + at, x->start - at);
		if (!x->cut)
			buf_adds(out, word);
		at = x->end;
	}
	buf_add(out, text + at, len - at);
}

bool erase_text_scrub(enum redact_kind kind, const char *text, size_t len,
	const struct erase_names *names, const struct erase_words *words, const char *word,
	struct buf *out)
{
	struct erase_spans said = VEC_INIT, named = VEC_INIT;
	size_t at = 0, k = 0;

	erase_words_find(words, text, len, &said);
	erase_names_find(names, kind, text, len, &named);
	vec_each (const struct span, s, &said) {
		for (; k < named.n && named.items[k].start < s->end; k++) {
			if (named.items[k].end > s->start)
				continue; /* within the quotation */
			buf_add(out, text + at, named.items[k].start - at);
			buf_adds(out, word);
			at = named.items[k].end;
		}
		buf_add(out, text + at, s->start - at);
		buf_adds(out, QUOTE_GONE);
		at = s->end;
	}
	for (; k < named.n; k++) {
		if (named.items[k].start < at)
			continue;
		buf_add(out, text + at, named.items[k].start - at);
		buf_adds(out, word);
		at = named.items[k].end;
	}
	buf_add(out, text + at, len - at);
	k = said.n + named.n;
	vec_release(&said);
	vec_release(&named);
	return k > 0;
}

/* --- places --- */

/* A place of the old text in the new one; within a mention it is its beginning, or its end. */
static uint32_t map(const struct erase_edits *edits, size_t word_len, uint32_t at, bool end)
{
	int64_t shift = 0;

	vec_each (const struct erase_edit, x, edits) {
		int64_t put = x->cut ? 0 : (int64_t)word_len;

		if (at <= x->start)
			break;
		if (at < x->end)
			return (uint32_t)(x->start + shift + (end ? put : 0));
		shift += put - (int64_t)(x->end - x->start);
	}
	return (uint32_t)(at + shift);
}

static const struct erase_edit *cut_at(const struct erase_edits *edits, uint32_t at, bool end)
{
	vec_each (const struct erase_edit, x, edits)
		if (x->cut && (end ? x->start < at && at <= x->end : x->start <= at && at < x->end))
			return x;
	return NULL;
}

/* The first paragraph that begins at or behind a place: what stands before it is its label. */
static uint32_t para_from(const struct document *doc, uint32_t at)
{
	size_t low = 0, high = doc->paras.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (doc->paras.items[mid].start < at)
			low = mid + 1;
		else
			high = mid;
	}
	return low < doc->paras.n ? doc->paras.items[low].start : (uint32_t)doc->len;
}

enum erase_fate erase_text_place(const struct document *doc, const struct erase_edits *edits,
	size_t word_len, struct span at, struct span *to)
{
	struct span kept = at;
	const struct erase_edit *cut;
	bool touched = false;

	while (kept.start < kept.end && (cut = cut_at(edits, kept.start, false)) != NULL)
		kept.start = para_from(doc, cut->end);
	while (kept.start < kept.end && (cut = cut_at(edits, kept.end, true)) != NULL)
		kept.end = cut->start;
	if (kept.start >= kept.end)
		return ERASE_GONE;
	to->start = map(edits, word_len, kept.start, false);
	to->end = map(edits, word_len, kept.end, true);
	vec_each (const struct erase_edit, x, edits)
		touched |= x->start < at.end && at.start < x->end;
	return touched ? ERASE_CHANGED : ERASE_SAME;
}

/* --- the new document --- */

/* A text in the label's own words, with the mentions replaced. */
static const char *rename_label(
	const char *text, const struct erase_names *names, const char *word, struct arena *a)
{
	struct buf out = BUF_INIT;
	struct erase_words none = { VEC_INIT };
	const char *copy = text;

	if (text != NULL &&
		erase_text_scrub(REDACT_NAME, text, strlen(text), names, &none, word, &out))
		copy = arena_dup(a, out.data, out.len);
	buf_release(&out);
	return copy;
}

static void keep_labels(const struct document *doc, const bool *gone,
	const struct erase_names *names, const char *word, int32_t *labels, struct document *now)
{
	for (size_t i = 0; i < doc->labels.n; i++) {
		struct label l = doc->labels.items[i];

		labels[i] = -1;
		if (gone[i])
			continue;
		labels[i] = (int32_t)now->labels.n;
		l.text = rename_label(l.text, names, word, &now->arena);
		l.name = rename_label(l.name, names, word, &now->arena);
		vec_push(&now->labels, l);
	}
}

static void keep_paras(const struct document *doc, const struct turn *t,
	const struct erase_edits *edits, size_t word_len, struct document *now)
{
	for (uint32_t i = t->para; i < t->para + t->paras; i++) {
		struct para p = doc->paras.items[i];

		p.start = map(edits, word_len, p.start, false);
		p.end = map(edits, word_len, p.end, true);
		p.turn = (uint32_t)now->turns.n - 1;
		vec_push(&now->paras, p);
	}
}

static void keep_turns(const struct document *doc, const bool *gone, const int32_t *labels,
	const struct erase_edits *edits, size_t word_len, struct document *now)
{
	vec_each (const struct turn, t, &doc->turns) {
		struct turn kept = *t;

		if (is_gone(doc, t, gone))
			continue;
		kept.label = t->label >= 0 ? labels[t->label] : DOCUMENT_NOBODY;
		kept.para = (uint32_t)now->paras.n;
		vec_push(&now->turns, kept);
		keep_paras(doc, t, edits, word_len, now);
	}
}

enum rc erase_text_rebuild(const struct document *doc, const bool *gone,
	const struct erase_names *names, const struct erase_edits *edits, const char *word,
	int32_t *labels, struct document **out, struct err *e)
{
	struct document now = { .arena = ARENA_INIT };
	struct buf text = BUF_INIT, shape = BUF_INIT;
	enum rc rc = RC_OK;

	*out = NULL;
	keep_labels(doc, gone, names, word, labels, &now);
	keep_turns(doc, gone, labels, edits, strlen(word), &now);
	if (now.paras.n > 0) {
		erase_text_apply(doc->text, doc->len, edits, word, &text);
		document_shape(&now, &shape);
		rc = document_restore(text.data, text.len, shape.data, shape.len, out, e);
	}
	vec_release(&now.labels);
	vec_release(&now.turns);
	vec_release(&now.paras);
	arena_release(&now.arena);
	buf_release(&text);
	buf_release(&shape);
	return rc;
}
