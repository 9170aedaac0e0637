/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/evidence.h"

#include <string.h>

#include "store/pack.h"
#include "store/revision.h"
#include "store/segments.h"

static enum rc add_one(struct store *s, int64_t judgement, const struct judgement_new *j,
	const struct store_hit *hit, int64_t revision, struct err *e)
{
	struct buf spans = BUF_INIT, words = BUF_INIT;
	int64_t content = 0;
	enum rc rc = segment_words(s, j->document, hit->spans, hit->nspans, &words, e);

	pack_add_spans(hit->spans, hit->nspans, &spans);
	if (rc == RC_OK)
		rc = content_adds(s, "words", words.data, &content, e);
	if (rc == RC_OK)
		rc = fact_add(s, FACT_EVIDENCE, NULL, NULL, e, "ibtiibor", judgement,
			(const void *)hit->hash, (size_t)SHA256_LEN, hit->rule, hit->version,
			revision, (const void *)spans.data, spans.len, content, j->score);
	buf_release(&words);
	buf_release(&spans);
	return rc;
}

/* One rule is one piece of evidence, even if a list names it twice. */
static bool is_repeated(const struct judgement_new *j, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (memcmp(j->hits[i].hash, j->hits[at].hash, SHA256_LEN) == 0 &&
			strcmp(j->hits[i].rule, j->hits[at].rule) == 0)
			return true;
	return false;
}

enum rc evidence_add(
	struct store *s, int64_t judgement, const struct judgement_new *j, struct err *e)
{
	int64_t revision;
	enum rc rc = revision_now(s, j->document, &revision, e);

	for (size_t i = 0; i < j->nhits && rc == RC_OK; i++)
		if (!is_repeated(j, i))
			rc = add_one(s, judgement, j, &j->hits[i], revision, e);
	return rc;
}

static enum rc give(struct query *q, store_evidence_fn *fn, void *arg)
{
	struct pack_spans spans = VEC_INIT;
	size_t hash_len, sha_len, len;
	const void *hash = query_blob(q, 3, &hash_len), *sha = query_blob(q, 4, &sha_len);
	const void *packed = query_blob(q, 6, &len);
	struct store_evidence v = {
		.rule = query_text(q, 0),
		.codebook = query_text(q, 1),
		.declared = query_text(q, 2),
		.score = query_real(q, 5),
		.words = query_text(q, 7),
	};
	enum rc rc;

	if (hash_len == SHA256_LEN)
		memcpy(v.hash, hash, SHA256_LEN);
	if (sha_len == SHA256_LEN)
		memcpy(v.sha, sha, SHA256_LEN);
	if (!pack_read_spans(packed, len, &spans))
		vec_reset(&spans);
	v.spans = spans.items;
	v.nspans = spans.n;
	rc = fn(&v, arg, q->e);
	vec_release(&spans);
	return rc;
}

enum rc store_evidence(
	struct store *s, int64_t judgement, store_evidence_fn *fn, void *arg, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_EVIDENCE, e, "i", judgement);
	while (query_next(&q))
		q.rc = give(&q, fn, arg);
	return query_end(&q);
}
