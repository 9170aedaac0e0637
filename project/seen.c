/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/seen.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "project/pseudonyms.h"

#define AROUND 512 /* bytes: a name that goes beyond is none */

enum rc seen_hide(struct store *s, bool *hides, struct err *e)
{
	struct pseudonyms p;
	struct redactor *r = NULL;
	enum rc rc = pseudonyms_load(s, &p, e);

	if (rc == RC_OK)
		r = pseudonyms_redactor(&p);
	*hides = r != NULL;
	store_hide(s, r);
	pseudonyms_release(&p);
	return rc;
}

void seen_add(struct store *s, enum redact_kind kind, const char *text, struct buf *out)
{
	redact(store_hidden(s), kind, text, strlen(text), out, NULL);
}

const char *seen_text(struct store *s, enum redact_kind kind, const char *text, struct arena *a)
{
	struct buf out = BUF_INIT;
	const char *shown;

	if (text == NULL || store_hidden(s) == NULL)
		return arena_strdup(a, text);
	seen_add(s, kind, text, &out);
	shown = arena_dup(a, out.data, out.len);
	buf_release(&out);
	return shown;
}

const char *seen_words(
	struct store *s, const char *text, size_t len, struct span span, struct arena *a)
{
	size_t from = span.start > AROUND ? utf8_cut(text, len, span.start - AROUND) : 0;
	size_t to = utf8_cut(text, len, span.end + AROUND);
	struct redact_map map = { VEC_INIT, VEC_INIT };
	struct buf out = BUF_INIT;
	uint32_t start, end;
	const char *words;

	redact(store_hidden(s), REDACT_TEXT, text + from, to - from, &out, &map);
	start = redact_start(&map, span.start - (uint32_t)from);
	end = redact_end(&map, span.end - (uint32_t)from);
	words = arena_dup(a, out.data + start, end - start);
	redact_map_release(&map);
	buf_release(&out);
	return words;
}

/* ---- a document ------------------------------------------------------------------------------ */

/* Moves a part's ends; parts stay in order and apart even where a name lies across their border. */
static void move(const struct redact_map *m, uint32_t *start, uint32_t *end, uint32_t *last)
{
	uint32_t from = redact_start(m, *start), to = redact_end(m, *end);

	*start = from > *last ? from : *last;
	*end = to > *start ? to : *start;
	*last = *end;
}

static void move_structure(struct document *doc, const struct redact_map *m)
{
	uint32_t last = 0;

	vec_each (struct para, p, &doc->paras)
		move(m, &p->start, &p->end, &last);
	last = 0;
	vec_each (struct sentence, t, &doc->sentences)
		move(m, &t->start, &t->end, &last);
	vec_each (struct turn, t, &doc->turns) {
		if (t->paras == 0)
			continue;
		t->start = doc->paras.items[t->para].start;
		t->end = doc->paras.items[t->para + t->paras - 1].end;
	}
}

static void hide_labels(struct store *s, struct document *doc)
{
	vec_each (struct label, label, &doc->labels) {
		label->text = seen_text(s, REDACT_NAME, label->text, &doc->arena);
		label->name = seen_text(s, REDACT_NAME, label->name, &doc->arena);
	}
	doc->title = seen_text(s, REDACT_NAME, doc->title, &doc->arena);
	doc->name = seen_text(s, REDACT_NAME, doc->name, &doc->arena);
}

enum rc seen_load(struct store *s, int64_t document, struct seen *out, struct err *e)
{
	const struct redactor *r = store_hidden(s);
	struct buf text = BUF_INIT;
	enum rc rc;

	*out = (struct seen){ .map = { VEC_INIT, VEC_INIT } };
	rc = store_document_load(s, document, &out->doc, e);
	if (rc != RC_OK || r == NULL)
		return rc;
	redact(r, REDACT_TEXT, out->doc->text, out->doc->len, &text, &out->map);
	if (out->map.cuts.n > 0) {
		free(out->doc->text);
		out->doc->len = text.len;
		out->doc->text = buf_detach(&text);
		move_structure(out->doc, &out->map);
	}
	hide_labels(s, out->doc);
	buf_release(&text);
	return rc;
}

void seen_release(struct seen *d)
{
	document_free(d->doc);
	d->doc = NULL;
	redact_map_release(&d->map);
}

struct span seen_span(const struct seen *d, uint32_t start, uint32_t end)
{
	return (struct span){ redact_start(&d->map, start), redact_end(&d->map, end) };
}

struct span seen_stored(const struct seen *d, uint32_t start, uint32_t end)
{
	return (struct span){ redact_stored_start(&d->map, start),
		redact_stored_end(&d->map, end) };
}
