/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tema codebook fmt: a file in the one layout. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "cli/codebook_subs.h"
#include "cli/load.h"
#include "cli/say.h"
#include "codebooks/layout.h"
#include "codebooks/library.h"
#include "codebooks/parser.h"

/* The rules of both mean the same: what is written must be what was read. */
static bool same_meaning(const struct codebook *a, const struct codebook *b)
{
	if (a->codes.n != b->codes.n || a->lists.n != b->lists.n)
		return false;
	for (size_t i = 0; i < a->codes.n; i++) {
		const struct code *x = a->codes.items[i], *y = b->codes.items[i];

		if (strcmp(x->full, y->full) != 0 || x->nrules != y->nrules ||
			x->ntests != y->ntests)
			return false;
		for (size_t k = 0; k < x->nrules; k++)
			if (strcmp(x->rules[k]->key, y->rules[k]->key) != 0 ||
				memcmp(x->rules[k]->hash, y->rules[k]->hash, SHA256_LEN) != 0)
				return false;
	}
	return true;
}

/* NAME's text alone: files that it uses are not read, so they need not be there. */
static enum rc lay_out(const char *path, const struct buf *bytes, struct buf *out, bool *same,
	struct diags *d, struct err *e)
{
	struct codebook *cb = NULL, *again = NULL;
	struct diags unseen = DIAGS_INIT;
	enum rc rc = codebook_parse(path, bytes->data, bytes->len, &cb, d, e);

	if (rc == RC_OK) {
		layout_write(cb->files.items[0].text, cb->files.items[0].len, out);
		*same = out->len == bytes->len && memcmp(out->data, bytes->data, out->len) == 0;
		rc = codebook_parse(path, out->data, out->len, &again, &unseen, e);
		if (rc != RC_OK || !same_meaning(cb, again))
			rc = err_set(e, RC_INPUT,
				"'%s' is left as it is: laid out it would mean something else",
				path);
	}
	codebook_free(cb);
	codebook_free(again);
	diags_release(&unseen);
	return rc;
}

static enum rc finish(struct ctx *c, const struct codebook_options *o, const char *path, bool same,
	struct buf *out, struct err *e)
{
	if (o->check && !same)
		return err_set(e, RC_PART,
			"'%s' is not laid out; 'tema codebook fmt --write %s' does it", path, path);
	if (o->check || (o->write && same))
		return RC_OK;
	if (!o->write)
		return codebook_write(c, o, out, e);
	return file_rewrite(path, out->data, out->len, e);
}

enum rc codebook_fmt(struct ctx *c, const struct codebook_options *o, struct err *e)
{
	struct diags d = DIAGS_INIT;
	struct buf bytes = BUF_INIT, out = BUF_INIT;
	char *path = NULL;
	bool same = false;
	enum rc rc = RC_OK;

	d.lang = c->says;
	if (o->check && o->write)
		rc = err_set(e, RC_USAGE, "--check or --write, not both");
	if (rc == RC_OK && (o->write || o->check) && o->output != NULL)
		rc = err_set(e, RC_USAGE, "%s or -o, not both", o->write ? "--write" : "--check");
	if (rc == RC_OK)
		rc = library_find(c->rest.items[0], &path, e);
	if (rc == RC_OK)
		rc = file_read(path, CODEBOOK_MAX, &bytes, e);
	if (rc == RC_OK)
		rc = lay_out(path, &bytes, &out, &same, &d, e);
	if (rc == RC_OK)
		rc = finish(c, o, path, same, &out, e);
	say_diags_from(&d, DIAG_ERROR);
	free(path);
	buf_release(&bytes);
	buf_release(&out);
	diags_release(&d);
	return rc;
}
