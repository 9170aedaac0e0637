/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the targets of all readers do: read, look at every byte of the draft,
 * make a document of it and look at that.
 */
#ifndef TEMA_TESTS_FUZZ_READER_H
#define TEMA_TESTS_FUZZ_READER_H

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "corpus/reader.h"
#include "tests/fuzz/fuzz.h"

static inline void fuzz_want(bool ok)
{
	if (!ok)
		abort();
}

static inline void fuzz_draft(const struct draft *d)
{
	fuzz_use(d->text.data, d->text.len);
	fuzz_want(utf8_valid(d->text.data, d->text.len, NULL));
	vec_each (const struct draft_para, p, &d->paras) {
		fuzz_want(p->start <= p->end && p->end <= d->text.len);
		fuzz_want(p->bold <= p->end - p->start);
		if (p->label != NULL)
			fuzz_use(p->label, strlen(p->label));
	}
	if (d->title != NULL)
		fuzz_use(d->title, strlen(d->title));
	if (d->date != NULL)
		fuzz_use(d->date, strlen(d->date));
}

static inline void fuzz_document(const struct document *doc)
{
	size_t at = 0;

	fuzz_use(doc->text, doc->len);
	fuzz_want(utf8_valid(doc->text, doc->len, NULL));
	vec_each (const struct para, p, &doc->paras) {
		fuzz_want(at <= p->start && p->start < p->end && p->end <= doc->len);
		fuzz_want(p->turn < doc->turns.n);
		at = p->end;
	}
	vec_each (const struct sentence, s, &doc->sentences)
		fuzz_want(s->start < s->end && s->end <= doc->len && s->para < doc->paras.n);
	vec_each (const struct turn, t, &doc->turns)
		fuzz_want(t->label < (int32_t)doc->labels.n && t->para + t->paras <= doc->paras.n);
	vec_each (const struct label, l, &doc->labels)
		fuzz_use(l->text, strlen(l->text));
}

static inline enum rc fuzz_part(const struct reader_part *part, void *arg, struct err *e)
{
	struct diags *diags = arg;
	struct document *doc = NULL;

	fuzz_draft(part->draft);
	if (part->id != NULL)
		fuzz_use(part->id, strlen(part->id));
	for (size_t i = 0; i < part->nvars; i++) {
		fuzz_want(*part->vars[i].key != '\0' && *part->vars[i].value != '\0');
		fuzz_use(part->vars[i].key, strlen(part->vars[i].key));
		fuzz_use(part->vars[i].value, strlen(part->vars[i].value));
	}
	if (document_build(part->draft, METHOD_SURVEY, NULL, 0, &doc, diags, e) == RC_OK)
		fuzz_document(doc);
	document_free(doc);
	return RC_OK;
}

/* The file as its documents, whatever its rows are. */
static inline void fuzz_parts(const struct reader *reader, const char *data, size_t len)
{
	for (int rows = ROWS_FOUND; rows <= ROWS_DOCUMENT; rows++) {
		const struct reader_options options = { .rows = (enum reader_rows)rows };
		struct diags diags = DIAGS_INIT;
		struct err e = ERR_INIT;

		reader->parts("uji", data, len, &options, &diags, fuzz_part, &diags, &e);
		diags_release(&diags);
	}
}

static inline int fuzz_reader(const struct reader *reader, const char *data, size_t len)
{
	struct diags diags = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct document *doc = NULL;
	struct buf messages = BUF_INIT;
	struct draft draft;

	draft_init(&draft);
	reader_for("a.txt", data, len, &e);
	if (reader->read("uji", data, len, &draft, &diags, &e) == RC_OK) {
		fuzz_draft(&draft);
		if (document_build(&draft, METHOD_INTERVIEW, NULL, 0, &doc, &diags, &e) == RC_OK)
			fuzz_document(doc);
	}
	if (reader->parts != NULL)
		fuzz_parts(reader, data, len);
	diag_print_all(&diags, &messages);
	fuzz_use(messages.data, messages.len);
	buf_release(&messages);
	document_free(doc);
	draft_release(&draft);
	diags_release(&diags);
	return 0;
}

#endif
