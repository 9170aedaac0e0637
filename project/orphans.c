/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/orphans.h"

#include <string.h>

#include "store/documents.h"

void orphans_release(struct orphans *o)
{
	vec_release(&o->list);
	arena_release(&o->arena);
}

struct search {
	struct store *store;
	struct orphans *out;
	VEC(struct orphan) documents; /* document and number only */
	struct store_anchor_list anchors;
	VEC(struct reanchored) segments;
	VEC(struct store_anchor) of; /* of each of the segments */
};

static enum rc note_document(const struct store_document *d, void *arg, struct err *e)
{
	struct search *f = arg;
	struct orphan *o = vec_new(&f->documents);

	(void)e;
	o->document = d->id;
	o->number = d->number;
	return RC_OK;
}

/* Words and line of the text in which it stood last; none when that was erased. */
static void read_last(struct search *f, const struct store_anchor *a, struct reanchored *r)
{
	struct err unread = ERR_INIT;
	struct lines lines;
	char *text = NULL;
	size_t len;

	if (store_revision_text(f->store, a->last_revision, &text, &len, &unread) != RC_OK ||
		a->start >= a->end || a->end > len) {
		free(text);
		return;
	}
	lines_init(&lines, text, len);
	r->from = (struct span){ a->start, a->end };
	r->old_line = lines_at(&lines, a->start);
	r->old_words = reanchored_words(f->store, text, r->from, &f->out->arena);
	lines_release(&lines);
	free(text);
}

static int by_place(const void *a, const void *b)
{
	const struct orphan *x = a, *y = b;

	if (x->number != y->number)
		return x->number < y->number ? -1 : 1;
	if (x->r.from.start != y->r.from.start)
		return x->r.from.start < y->r.from.start ? -1 : 1;
	return x->r.segment < y->r.segment ? -1 : x->r.segment > y->r.segment;
}

static void keep(struct search *f, const struct orphan *document)
{
	for (size_t i = 0; i < f->segments.n; i++) {
		struct reanchored *r = &f->segments.items[i];
		struct orphan *o;
		char hex[2 * UID_LEN + 1];

		if (r->ncodings + r->memos == 0)
			continue;
		read_last(f, &f->of.items[i], r);
		o = vec_new(&f->out->list);
		*o = *document;
		o->r = *r;
		hex_of(f->of.items[i].uid.b, UID_LEN, hex);
		memcpy(o->id, r->ncodings > 0 ? r->codings[0].id : hex, 8);
		f->out->codings += (uint32_t)r->ncodings;
	}
}

static enum rc search_document(struct search *f, const struct orphan *document, struct err *e)
{
	int64_t revision;
	uint32_t n;
	uint8_t sha[32];
	enum rc rc = store_revision_now(f->store, document->document, &revision, &n, sha, e);

	vec_reset(&f->anchors);
	vec_reset(&f->segments);
	vec_reset(&f->of);
	if (rc == RC_OK)
		rc = store_anchors(f->store, revision, &f->anchors, e);
	vec_each (const struct store_anchor, a, &f->anchors)
		if (a->state == ANCHOR_ORPHANED) {
			vec_push(&f->segments, ((struct reanchored){ .segment = a->segment,
						       .state = a->state,
						       .memos = a->memos,
						       .old_words = "",
						       .new_words = "" }));
			vec_push(&f->of, *a);
		}
	if (rc == RC_OK && f->segments.n > 0)
		rc = reanchored_codings(f->store, document->document, f->segments.items,
			f->segments.n, &f->out->arena, e);
	if (rc == RC_OK)
		keep(f, document);
	return rc;
}

enum rc orphans_find(struct store *s, int64_t document, struct orphans *out, struct err *e)
{
	struct search f = { .store = s, .out = out };
	enum rc rc = document != 0 ? store_document_get(s, document, note_document, &f, e)
				   : store_documents(s, false, note_document, &f, e);

	for (size_t i = 0; i < f.documents.n && rc == RC_OK; i++)
		rc = search_document(&f, &f.documents.items[i], e);
	vec_sort(&out->list, by_place);
	vec_release(&f.documents);
	vec_release(&f.anchors);
	vec_release(&f.segments);
	vec_release(&f.of);
	return rc;
}
