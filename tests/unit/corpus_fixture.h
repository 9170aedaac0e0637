/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents from plain text in one call, for tests of corpus/ and of what stands on it. */
#ifndef TEMA_TESTS_CORPUS_FIXTURE_H
#define TEMA_TESTS_CORPUS_FIXTURE_H

#include <string.h>

#include "base/buf.h"
#include "base/diag.h"
#include "corpus/document.h"
#include "corpus/draft.h"
#include "corpus/rejoin.h"
#include "corpus/turns.h"
#include "unit.h"

struct fixture {
	struct document *doc;
	struct diags d;
	struct err e;
	enum rc rc;
};

static inline struct fixture fixture_with(
	const char *text, enum method method, const struct speaker_hint *hints, size_t n)
{
	struct fixture f = { NULL, DIAGS_INIT, ERR_INIT, RC_OK };
	struct draft draft;

	draft_init(&draft);
	rejoin_lines(text, strlen(text), &draft, &f.d);
	f.rc = document_build(&draft, method, hints, n, &f.doc, &f.d, &f.e);
	draft_release(&draft);
	return f;
}

static inline struct fixture fixture_of(const char *text)
{
	return fixture_with(text, METHOD_INTERVIEW, NULL, 0);
}

static inline void fixture_release(struct fixture *f)
{
	document_free(f->doc);
	diags_release(&f->d);
}

static inline const struct label *fixture_label(const struct fixture *f, const char *text)
{
	vec_each (struct label, l, &f->doc->labels)
		if (strcmp(l->text, text) == 0)
			return l;
	return NULL;
}

static inline const struct diag *fixture_diag(const struct fixture *f, const char *id)
{
	vec_each (const struct diag, g, &f->d.list)
		if (strcmp(g->id, id) == 0)
			return g;
	return NULL;
}

/* "T=Apa kabar?|J=Baik.|-=..." : label and text of every paragraph. */
static inline char *fixture_speech(const struct fixture *f)
{
	struct buf out = BUF_INIT;

	vec_each (const struct para, p, &f->doc->paras) {
		const struct label *l = document_speaker_of(f->doc, p);

		buf_printf(&out, "%s%s=%.*s", out.len > 0 ? "|" : "", l != NULL ? l->text : "-",
			(int)(p->end - p->start), f->doc->text + p->start);
	}
	return buf_detach(&out);
}

static inline void fixture_says(const char *text, const char *expected)
{
	struct fixture f = fixture_of(text);
	char *speech;

	ck_assert_int_eq(f.rc, RC_OK);
	speech = fixture_speech(&f);
	ck_assert_str_eq(speech, expected);
	free(speech);
	fixture_release(&f);
}

#endif
