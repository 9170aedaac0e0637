/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any text becomes a document whose parts nest, and that comes back from its shape. */
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/utf8.h"
#include "corpus/document.h"
#include "corpus/draft.h"
#include "corpus/normalise.h"
#include "corpus/rejoin.h"
#include "corpus/turns.h"
#include "tests/fuzz/fuzz.h"

static bool is_border(const struct document *doc, uint32_t pos)
{
	return pos == doc->len || ((unsigned char)doc->text[pos] & 0xc0) != 0x80;
}

static void check_span(
	const struct document *doc, uint32_t start, uint32_t end, uint32_t from, uint32_t to)
{
	if (start < from || end <= start || end > to || !is_border(doc, start) ||
		!is_border(doc, end))
		abort();
}

static void check_document(const struct document *doc)
{
	uint32_t end = 0, sentence = 0;

	if (!utf8_valid(doc->text, doc->len, NULL) || doc->text[doc->len] != '\0')
		abort();
	for (uint32_t i = 0; i < doc->paras.n; i++) {
		const struct para *p = &doc->paras.items[i];
		const struct turn *t = &doc->turns.items[p->turn];
		uint32_t last = p->start;

		check_span(doc, p->start, p->end, end, (uint32_t)doc->len);
		if (p->turn >= doc->turns.n || i < t->para || i >= t->para + t->paras)
			abort();
		if (t->label != DOCUMENT_NOBODY && (size_t)t->label >= doc->labels.n)
			abort();
		for (uint32_t k = 0; k < p->sentences; k++, sentence++) {
			const struct sentence *s = &doc->sentences.items[sentence];

			check_span(doc, s->start, s->end, last, p->end);
			last = s->end;
		}
		end = p->end;
	}
	if (sentence != doc->sentences.n)
		abort();
}

static void check_shape(const struct document *doc)
{
	struct buf shape = BUF_INIT, again = BUF_INIT;
	struct document *back = NULL;
	struct err e = ERR_INIT;

	document_shape(doc, &shape);
	if (document_restore(doc->text, doc->len, shape.data, shape.len, &back, &e) != RC_OK)
		abort();
	check_document(back);
	document_shape(back, &again);
	if (again.len != shape.len || memcmp(again.data, shape.data, shape.len) != 0)
		abort();
	document_free(back);
	buf_release(&shape);
	buf_release(&again);
}

/* The bytes as a shape over some text: refused or a sound document. */
static void check_foreign_shape(const char *data, size_t size)
{
	static const char text[] = "T: Apa kabar? J: Baik. Caf\u00e9.";
	struct document *doc = NULL;
	struct err e = ERR_INIT;

	if (document_restore(text, sizeof text - 1, data, size, &doc, &e) == RC_OK)
		check_document(doc);
	document_free(doc);
}

/* The same lines as text with markup: joining loses nothing but white space and hyphens. */
static void check_markup(const char *data, size_t size, enum rejoin mode)
{
	size_t before = 0, after = 0;
	struct buf out = BUF_INIT;
	struct diags d = DIAGS_INIT;

	if (rejoin_markup(data, size, mode, &out, &d)) {
		for (size_t i = 0; i < size; i++)
			before += strchr(" \t\n\f\v-", data[i]) == NULL || data[i] == '\0';
		for (size_t i = 0; i < out.len; i++)
			after += strchr(" \t\n\f\v-", out.data[i]) == NULL || out.data[i] == '\0';
		if (before != after)
			abort();
	}
	buf_release(&out);
	diags_release(&d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct speaker_hint hint = { "P", "Rina", "I1", ROLE_INTERVIEWER };
	struct buf raw = BUF_INIT, out = BUF_INIT;
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct draft draft;
	struct document *doc = NULL;

	check_foreign_shape((const char *)data, size);
	draft_init(&draft);
	if (normalise_decode((const char *)data, size, &raw, &d, &e) == RC_OK) {
		struct reader_options options = { .rejoin = (enum rejoin)(size % 3) };

		draft.options = &options;
		check_markup(raw.data, raw.len, options.rejoin);
		rejoin_lines(raw.data, raw.len, &draft, &d);
		if (document_build(&draft, size % 2 ? METHOD_FGD : METHOD_INTERVIEW, &hint, 1, &doc,
			    &d, &e) == RC_OK) {
			check_document(doc);
			check_shape(doc);
		}
	}
	diag_print_all(&d, &out);
	document_free(doc);
	draft_release(&draft);
	diags_release(&d);
	buf_release(&raw);
	buf_release(&out);
	return 0;
}
