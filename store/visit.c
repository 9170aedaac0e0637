/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/visit.h"

#include <string.h>

#include "store/fact.h"
#include "store/revision.h"

VEC_TYPE(ids, int64_t);

static enum rc list_documents(struct store *s, int64_t document, struct ids *out, struct err *e)
{
	struct query q;

	if (document != 0) {
		vec_push(out, document);
		return RC_OK;
	}
	query_start(&q, s, SQL_DOCUMENT_IDS, e, "i", (int64_t)0);
	while (query_next(&q))
		vec_push(out, query_int(&q, 0));
	return query_end(&q);
}

static enum rc visit_one(struct store *s, struct visit *v, visit_fn *fn, void *arg, struct err *e)
{
	enum rc rc = revision_now(s, v->document, &v->revision, e);

	if (rc == RC_OK && v->revision == 0)
		return RC_OK;
	if (rc == RC_OK)
		rc = fact_uid(s, SQL_DOCUMENT_UID, v->document, &v->uid, e);
	return rc == RC_OK ? fn(s, v, arg, e) : rc;
}

enum rc visit_documents(struct store *s, int64_t document, visit_fn *fn, void *arg, struct err *e)
{
	struct ids ids = VEC_INIT;
	struct visit v = { .document = 0 };
	enum rc rc = list_documents(s, document, &ids, e);

	if (rc == RC_OK)
		rc = code_list_load(s, &v.codes, e);
	if (rc == RC_OK) {
		for (size_t i = 0; i < ids.n && rc == RC_OK; i++) {
			v.document = ids.items[i];
			rc = visit_one(s, &v, fn, arg, e);
		}
		code_list_release(&v.codes);
	}
	vec_release(&ids);
	return rc;
}

enum rc visit_check_id(const char *typed, struct err *e)
{
	size_t n = strspn(typed, "0123456789abcdef");

	if (typed[n] != '\0' || n < 4 || n > 8)
		return err_set(
			e, RC_NOTFOUND, "'%s' is no id: 4 to 8 of the digits 0-9 a-f", typed);
	return RC_OK;
}
