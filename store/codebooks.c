/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading codebooks and their versions.  Writing them is in code_put.c, codes are in codes.c. */
#include "store/codebooks.h"

#include <string.h>

#include "codebooks/parser.h"
#include "store/handle.h"

enum rc store_codebooks(struct store *s, store_codebook_fn *fn, void *arg, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_CODEBOOKS, e, "");
	while (query_next(&q)) {
		size_t len;
		const void *sha = query_blob(&q, 5, &len);
		struct store_codebook c = {
			.id = query_int(&q, 0),
			.version = query_int(&q, 1),
			.name = query_text(&q, 2),
			.declared = query_text(&q, 3),
			.source = query_text(&q, 4),
			.is_project = strcmp(query_text(&q, 6), "project") == 0,
			.codes = query_u32(&q, 7),
		};

		c.source_len = strlen(c.source);
		if (len == SHA256_LEN)
			memcpy(c.sha, sha, SHA256_LEN);
		q.rc = fn(&c, arg, e);
	}
	return query_end(&q);
}

struct wanted {
	int64_t id;
	bool found;
	struct codebook **out;
};

static enum rc parse_again(const struct store_codebook *c, void *arg, struct err *e)
{
	struct wanted *w = arg;
	struct diags d = DIAGS_INIT;
	enum rc rc = RC_OK;

	if (c->id != w->id || c->is_project)
		return RC_OK;
	w->found = true;
	if (codebook_parse(c->name, c->source, c->source_len, w->out, &d, e) != RC_OK)
		rc = err_set(e, RC_INPUT,
			"codebook '%s' as kept in the project is not understood by this version of "
			"the program",
			c->name);
	else
		memcpy((*w->out)->sha, c->sha, SHA256_LEN); /* of the file as it was read */
	diags_release(&d);
	return rc;
}

enum rc store_codebook_load(struct store *s, int64_t codebook, struct codebook **out, struct err *e)
{
	struct wanted w = { codebook, false, out };
	enum rc rc;

	*out = NULL;
	rc = store_codebooks(s, parse_again, &w, e);
	if (rc == RC_OK && !w.found)
		rc = err_set(e, RC_NOTFOUND, "there is no such codebook in the project");
	return rc;
}
