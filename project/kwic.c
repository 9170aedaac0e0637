/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/kwic.h"

#include <string.h>

#include "base/utf8.h"
#include "coder/engine.h"
#include "project/seen.h"
#include "project/shown.h"

/* ---- context ----------------------------------------------------------------------------------
 */

/* Text on one line: runs of white space become one space, none at the ends. */
static void add_folded(struct buf *out, const char *p, const char *end)
{
	bool space = false, any = false;

	while (p < end) {
		uint32_t cp;
		size_t step = utf8_next(p, end, &cp);

		if (utf8_is_space(cp)) {
			space = any;
		} else {
			if (space)
				buf_addc(out, ' ');
			buf_add(out, p, step);
			space = false;
			any = true;
		}
		p += step;
	}
}

/* Goes back from TO over at most *words words, not beyond FROM; those passed are taken off.  glued:
 * what touches TO (a bracket) belongs to the keyword and is no word of its own. */
static const char *words_back(const char *from, const char *to, bool glued, unsigned *words)
{
	bool in_word = glued;
	const char *p = to;

	while (p > from) {
		uint32_t cp;
		const char *before = utf8_prev(from, p, &cp);
		bool space = utf8_is_space(cp);

		if (!space && !in_word) {
			if (*words == 0)
				return p;
			--*words;
		}
		in_word = !space;
		p = before;
	}
	return p;
}

static const char *words_on(const char *from, const char *to, bool glued, unsigned *words)
{
	bool in_word = glued;
	const char *p = from;

	while (p < to) {
		uint32_t cp;
		size_t step = utf8_next(p, to, &cp);
		bool space = utf8_is_space(cp);

		if (!space && !in_word) {
			if (*words == 0)
				return p;
			--*words;
		}
		in_word = !space;
		p += step;
	}
	return p;
}

static void add_piece(struct buf *out, const char *p, const char *end)
{
	size_t before = out->len;

	if (before > 0)
		buf_addc(out, ' ');
	add_folded(out, p, end);
	if (before > 0 && out->len == before + 1)
		out->data[out->len = before] = '\0';
}

static void context_left(
	const struct document *doc, size_t para, uint32_t start, unsigned words, struct buf *out)
{
	const struct para *p = &doc->paras.items[para];
	const char *end = doc->text + (start > p->start ? start : p->start), *from;
	size_t first = doc->turns.items[p->turn].para, k = para;

	from = words_back(doc->text + p->start, end, true, &words);
	while (words > 0 && k > first) {
		k--;
		from = words_back(doc->text + doc->paras.items[k].start,
			doc->text + doc->paras.items[k].end, false, &words);
	}
	for (; k < para; k++) {
		add_piece(out, from, doc->text + doc->paras.items[k].end);
		from = doc->text + doc->paras.items[k + 1].start;
	}
	add_piece(out, from, end);
}

static void context_right(
	const struct document *doc, size_t para, uint32_t end, unsigned words, struct buf *out)
{
	const struct turn *turn = &doc->turns.items[doc->paras.items[para].turn];
	size_t k = para, last = turn->para + turn->paras;
	const char *from = doc->text + end;

	while (k + 1 < last && doc->paras.items[k].end < end) /* a match over several paragraphs */
		k++;
	for (; k < last; k++) {
		const struct para *p = &doc->paras.items[k];

		if (from < doc->text + p->start)
			from = doc->text + p->start;
		if (from < doc->text + p->end)
			add_piece(out, from,
				words_on(
					from, doc->text + p->end, from == doc->text + end, &words));
		if (words == 0)
			break;
	}
}

void kwic_context(const struct document *doc, uint32_t start, uint32_t end, unsigned words,
	struct buf *left, struct buf *right)
{
	size_t para = document_para_at(doc, start);

	if (para >= doc->paras.n)
		return;
	context_left(doc, para, start, words, left);
	context_right(doc, para, end, words, right);
}

/* ---- searching --------------------------------------------------------------------------------
 */

struct searching {
	struct store *store;
	const struct kwic_options *o;
	struct kwic *k;
	struct shown shown;
	VEC(int64_t) documents;
	/* Of the document at hand: */
	const struct document *doc; /* as people see it: what is hidden is not found either */
	struct lines lines;
	unsigned number;
	const char *title;
	uint32_t byte, point; /* a place whose number of code points is known */
	struct buf left, match, right;
};

static bool is_wanted(const struct searching *x, const struct label *label)
{
	if (x->o->speaker != 0 && (label == NULL || label->speaker != x->o->speaker))
		return false;
	return x->o->role < 0 || (label != NULL && (int)label->role == x->o->role);
}

/* Places come in rising order, so counting goes on from the last one. */
static uint32_t point_of(struct searching *x, uint32_t pos)
{
	if (pos < x->byte)
		x->byte = x->point = 0;
	x->point += (uint32_t)utf8_count(x->doc->text + x->byte, pos - x->byte);
	x->byte = pos;
	return x->point;
}

/* The one place where text of a document leaves it. */
static void add_row(struct searching *x, const struct label *label, struct span at)
{
	struct kwic_row row = { .document = x->number, .title = x->title };
	struct arena *a = &x->k->arena;

	buf_reset(&x->left);
	buf_reset(&x->match);
	buf_reset(&x->right);
	kwic_context(x->doc, at.start, at.end, x->o->words, &x->left, &x->right);
	add_folded(&x->match, x->doc->text + at.start, x->doc->text + at.end);
	row.speaker = arena_strdup(a, shown_of(&x->shown, label));
	row.line = (uint32_t)lines_at(&x->lines, at.start);
	row.start = point_of(x, at.start);
	row.end = row.start + (uint32_t)utf8_count(x->doc->text + at.start, at.end - at.start);
	row.left = arena_dup(a, x->left.data, x->left.len);
	row.match = arena_dup(a, x->match.data, x->match.len);
	row.right = arena_dup(a, x->right.data, x->right.len);
	vec_push(&x->k->rows, row);
}

static enum rc take(const struct engine_suggestion *g, void *arg, struct err *e)
{
	struct searching *x = arg;
	const struct engine_hit *hit = &g->hits[0]; /* of the only rule */
	struct span at = { hit->spans[0].start, hit->spans[hit->nspans - 1].end };
	size_t para = document_para_at(x->doc, at.start);
	const struct label *label = NULL;

	(void)e;
	if (para < x->doc->paras.n)
		label = document_speaker_of(x->doc, &x->doc->paras.items[para]);
	if (is_wanted(x, label))
		add_row(x, label, at);
	return RC_OK;
}

static enum rc note_document(const struct store_document *d, void *arg, struct err *e)
{
	struct searching *x = arg;

	(void)e;
	vec_push(&x->documents, d->id);
	return RC_OK;
}

static enum rc note_name(const struct store_document *d, void *arg, struct err *e)
{
	struct searching *x = arg;

	(void)e;
	x->number = d->number;
	x->title = seen_text(x->store, REDACT_NAME, d->title, &x->k->arena);
	return RC_OK;
}

static enum rc search_document(
	struct searching *x, struct engine *g, int64_t id, struct diags *d, struct err *e)
{
	struct seen seen;
	enum rc rc = store_document_get(x->store, id, note_name, x, e);

	if (rc == RC_OK)
		rc = seen_load(x->store, id, &seen, e);
	if (rc != RC_OK)
		return rc;
	x->doc = seen.doc;
	x->byte = x->point = 0;
	lines_init(&x->lines, x->doc->text, x->doc->len);
	rc = engine_run(g, x->doc, take, x, d, e);
	x->k->documents++;
	x->k->bytes += x->doc->len;
	lines_release(&x->lines);
	seen_release(&seen);
	x->doc = NULL;
	return rc;
}

static enum rc choose_documents(struct searching *x, struct err *e)
{
	if (x->o->ndocuments == 0)
		return store_documents(x->store, false, note_document, x, e);
	for (size_t i = 0; i < x->o->ndocuments; i++)
		vec_push(&x->documents, x->o->documents[i]);
	return RC_OK;
}

enum rc kwic_find(struct store *s, const struct codebook *search, const struct kwic_options *o,
	kwic_progress_fn *progress, struct kwic *out, struct diags *d, struct err *e)
{
	struct searching x = {
		.store = s, .o = o, .k = out, .left = BUF_INIT, .match = BUF_INIT, .right = BUF_INIT
	};
	struct engine *g = NULL;
	enum rc rc;

	*out = (struct kwic){ .arena = ARENA_INIT };
	rc = engine_new(&search, 1, &g, d, e);
	if (rc == RC_OK)
		rc = shown_load(s, &x.shown, e);
	if (rc == RC_OK)
		rc = choose_documents(&x, e);
	for (size_t i = 0; rc == RC_OK && i < x.documents.n; i++) {
		if (progress != NULL)
			progress((unsigned)i, (unsigned)x.documents.n);
		rc = search_document(&x, g, x.documents.items[i], d, e);
	}
	engine_free(g);
	shown_release(&x.shown);
	vec_release(&x.documents);
	buf_release(&x.left);
	buf_release(&x.match);
	buf_release(&x.right);
	return rc;
}

void kwic_release(struct kwic *k)
{
	vec_release(&k->rows);
	arena_release(&k->arena);
}
