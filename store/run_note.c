/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the last run was: by what engine, over which texts. */
#include <string.h>

#include "base/sha256.h"
#include "store/handle.h"
#include "store/suggestions.h"

static enum rc corpus_now(struct store *s, uint8_t out[SHA256_LEN], struct err *e)
{
	struct sha256 sum;
	struct query q;

	sha256_start(&sum);
	query_start(&q, s, SQL_REVISIONS_NOW, e, "");
	while (query_next(&q)) {
		size_t len;
		const void *uid = query_blob(&q, 0, &len);

		sha256_add(&sum, uid, len);
	}
	sha256_end(&sum, out);
	return query_end(&q);
}

static enum rc is_noted(struct store *s, int64_t version, const char *engine, const char *options,
	const uint8_t corpus[SHA256_LEN], bool *noted, struct err *e)
{
	struct query q;
	size_t len;
	const void *p;

	*noted = false;
	query_start(&q, s, SQL_RUN_LAST, e, "i", version);
	if (query_next(&q)) {
		p = query_blob(&q, 3, &len);
		*noted = strcmp(query_text(&q, 1), engine) == 0 &&
			 strcmp(query_text(&q, 2), options) == 0 && len == SHA256_LEN &&
			 memcmp(p, corpus, len) == 0;
	}
	return query_end(&q);
}

enum rc store_run_note(struct store *s, const int64_t *versions, size_t n, const char *engine,
	const char *options, struct err *e)
{
	uint8_t corpus[SHA256_LEN];
	bool noted;
	enum rc rc = op_needed(s, e);

	if (rc == RC_OK)
		rc = corpus_now(s, corpus, e);
	for (size_t i = 0; i < n && rc == RC_OK; i++) {
		rc = is_noted(
			s, versions[i], engine, options != NULL ? options : "", corpus, &noted, e);
		if (rc != RC_OK || noted)
			continue;
		s->op.touched = true;
		rc = sql_run(s, SQL_RUN_DROP, e, "i", versions[i]);
		if (rc == RC_OK)
			rc = sql_run(s, SQL_RUN_ADD, e, "ibtto", versions[i], (const void *)corpus,
				sizeof corpus, engine, options, s->op.changes > 0 ? s->op.id : 0);
	}
	return rc;
}
