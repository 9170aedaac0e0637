/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tema codebook check -p: what the texts of a project say of a codebook. */
#include <stdlib.h>

#include "cli/app.h"
#include "cli/codebook_subs.h"
#include "cli/say.h"
#include "codebooks/messages.h"
#include "coder/fit.h"
#include "project/find.h"
#include "project/seen.h"
#include "store/documents.h"
#include "store/pseudonyms.h"

enum rc codebook_open_project(struct ctx *c, struct err *e)
{
	char *path = NULL;
	enum rc rc = RC_OK;

	if (c->store != NULL)
		return RC_OK;
	rc = project_find(c->project_path, &path, e);
	if (rc == RC_OK)
		rc = store_open(path, STORE_READ, &c->store, e);
	if (rc == RC_OK)
		rc = app_hide_names(c, e);
	free(path);
	return rc;
}

struct reading {
	struct store *store;
	struct fit *fit;
	struct diags *d;
};

/* Values of variables may be names. */
static void hide_values(struct store *s, struct document *doc)
{
	vec_each (struct attr, a, &doc->vars)
		a->value = seen_text(s, REDACT_NAME, a->value, &doc->arena);
	vec_each (struct label, l, &doc->labels)
		vec_each (struct attr, a, &l->vars)
			a->value = seen_text(s, REDACT_NAME, a->value, &doc->arena);
}

/* Rules read the text as it is; what is shown comes from the one with hidden names. */
static enum rc read_one(const struct store_document *d, void *arg, struct err *e)
{
	struct reading *r = arg;
	struct document *doc = NULL;
	struct seen seen = { 0 };
	enum rc rc = store_document_load(r->store, d->id, &doc, e);

	if (rc == RC_OK && store_hidden(r->store) != NULL) {
		rc = seen_load(r->store, d->id, &seen, e);
		if (rc == RC_OK)
			hide_values(r->store, seen.doc);
	}
	if (rc == RC_OK)
		rc = fit_read(r->fit, doc, seen.doc != NULL ? seen.doc : doc, r->d, e);
	document_free(doc);
	seen_release(&seen);
	return rc;
}

enum rc codebook_fit(struct ctx *c, const struct codebook *cb, struct diags *d, struct err *e)
{
	struct reading r = { .d = d };
	enum rc rc = codebook_open_project(c, e);

	if (rc == RC_OK)
		rc = fit_open(&r.fit, cb, d, e);
	r.store = c->store;
	if (rc == RC_OK)
		rc = store_documents(c->store, false, read_one, &r, e);
	if (rc == RC_OK && fit_words(r.fit) == 0)
		say(message_text(MSG_S_NO_TEXTS, c->says), c->project_path);
	if (rc == RC_OK)
		fit_tell(r.fit, d);
	diag_sort(d);
	fit_close(r.fit);
	return rc;
}
