/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/segments.h"

#include <string.h>

#include "base/utf8.h"
#include "store/revision.h"

/* The text of the document that was asked for last, with its hash: many decisions in a row are on
 * one document. */
struct segment_text {
	int64_t document, revision;
	char *text;
	size_t len;
	uint8_t sha[SHA256_LEN];
};

void segment_text_free(struct segment_text *t)
{
	if (t == NULL)
		return;
	free(t->text);
	free(t);
}

static enum rc read_text(struct store *s, struct segment_text *t, struct err *e)
{
	struct query q;
	const void *p;

	query_start(&q, s, SQL_REVISION_TEXT, e, "i", t->revision);
	if (query_next(&q)) {
		p = query_blob(&q, 0, &t->len);
		t->text = mem_dup(p, t->len);
		sha256_of(p, t->len, t->sha);
		if (!utf8_valid(t->text, t->len, NULL))
			q.rc = err_set(e, RC_PROJECT,
				"'%s' is damaged: the text of document %d cannot be read", s->path,
				(int)t->document);
	}
	return query_end(&q);
}

static enum rc load(struct store *s, int64_t document, struct segment_text **out, struct err *e)
{
	struct segment_text *t = s->text;
	int64_t revision;
	enum rc rc = revision_now(s, document, &revision, e);

	if (rc == RC_OK && revision == 0)
		rc = err_set(e, RC_NOTFOUND, "there is no document %d", (int)document);
	if (rc != RC_OK)
		return rc;
	if (t == NULL || t->revision != revision) {
		segment_text_free(t);
		s->text = t = mem_zalloc(1, sizeof *t);
		t->document = document;
		t->revision = revision;
		rc = read_text(s, t, e);
	}
	*out = t;
	return rc;
}

static bool is_border(const struct segment_text *t, uint32_t at)
{
	return at == t->len || (t->text[at] & 0xc0) != 0x80;
}

static enum rc check_span(const struct segment_text *t, uint32_t start, uint32_t end, struct err *e)
{
	if (start < end && end <= t->len && is_border(t, start) && is_border(t, end))
		return RC_OK;
	return err_set(e, RC_INPUT, "document %d has no such passage", (int)t->document);
}

static void make_uid(const struct uid *document, const struct segment_text *t, uint32_t start,
	uint32_t end, struct uid *out)
{
	struct sha256 sum;
	uint8_t all[SHA256_LEN];
	uint32_t ends[2] = { start, end };

	sha256_start(&sum);
	sha256_adds(&sum, "segment");
	sha256_add(&sum, document->b, UID_LEN);
	sha256_add(&sum, t->sha, SHA256_LEN);
	for (int i = 0; i < 8; i++)
		sha256_add(&sum, &(uint8_t){ (uint8_t)(ends[i / 4] >> 8 * (i % 4)) }, 1);
	sha256_end(&sum, all);
	memcpy(out->b, all, UID_LEN);
}

/* No living anchor is there: the segment may still be known from the same text before. */
static enum rc make(struct store *s, const struct segment_text *t, uint32_t start, uint32_t end,
	int64_t *id, struct err *e)
{
	struct uid document, uid;
	int64_t anchor = 0;
	enum rc rc = fact_uid(s, SQL_DOCUMENT_UID, t->document, &document, e);

	if (rc != RC_OK)
		return rc;
	make_uid(&document, t, start, end, &uid);
	rc = fact_find(s, FACT_SEGMENT, &uid, id, e);
	if (rc == RC_OK && *id == 0)
		rc = fact_add(s, FACT_SEGMENT, &uid, id, e, "i", t->document);
	if (rc == RC_OK)
		rc = sql_int(s, SQL_ANCHOR_OF, &anchor, e, "ii", *id, t->revision);
	if (rc == RC_OK && anchor == 0)
		rc = fact_add(s, FACT_ANCHOR, NULL, NULL, e, "iiuut", *id, t->revision, start, end,
			"exact");
	return rc;
}

enum rc segment_take(
	struct store *s, int64_t document, uint32_t start, uint32_t end, int64_t *id, struct err *e)
{
	struct segment_text *t;
	enum rc rc = load(s, document, &t, e);

	*id = 0;
	if (rc == RC_OK)
		rc = check_span(t, start, end, e);
	if (rc == RC_OK)
		rc = sql_int(s, SQL_ANCHOR_AT, id, e, "iuu", t->revision, start, end);
	if (rc == RC_OK && *id == 0)
		rc = make(s, t, start, end, id, e);
	return rc;
}

enum rc segment_find(
	struct store *s, int64_t document, uint32_t start, uint32_t end, int64_t *id, struct err *e)
{
	int64_t revision;
	enum rc rc = revision_now(s, document, &revision, e);

	*id = 0;
	return rc == RC_OK ? sql_int(s, SQL_ANCHOR_AT, id, e, "iuu", revision, start, end) : rc;
}

enum rc segment_words(struct store *s, int64_t document, const struct span *spans, size_t n,
	struct buf *out, struct err *e)
{
	struct segment_text *t;
	enum rc rc = load(s, document, &t, e);

	for (size_t i = 0; i < n && rc == RC_OK; i++) {
		rc = check_span(t, spans[i].start, spans[i].end, e);
		if (rc != RC_OK)
			break;
		buf_adds(out, i > 0 ? " … " : "");
		for (uint32_t at = spans[i].start; at < spans[i].end; at++)
			buf_addc(out,
				t->text[at] == '\n' || t->text[at] == '\t' ? ' ' : t->text[at]);
	}
	return rc;
}
