/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/speaker_index.h"

#include <string.h>

#include "base/intern.h"
#include "base/utf8.h"

struct speaker_index {
	struct intern names;
	VEC(int64_t) speakers; /* by the number of the name */
};

/* "c" or "n" and the folded text: one table for both. */
static void make_key(char kind, const char *text, struct buf *out)
{
	buf_reset(out);
	buf_addc(out, kind);
	if (utf8_valid(text, strlen(text), NULL))
		utf8_fold(text, strlen(text), out);
}

static void add_one(struct speaker_index *x, char kind, const char *text, int64_t speaker)
{
	struct buf key = BUF_INIT;
	uint32_t n;

	if (text == NULL || *text == '\0')
		return;
	make_key(kind, text, &key);
	n = intern_add(&x->names, key.data, key.len);
	if (n == x->speakers.n)
		vec_push(&x->speakers, speaker); /* the first one of that name */
	buf_release(&key);
}

static enum rc load(struct store *s, struct err *e)
{
	struct query q;
	enum rc rc;

	if (s->known != NULL)
		return RC_OK;
	s->known = mem_zalloc(1, sizeof *s->known);
	query_start(&q, s, SQL_SPEAKER_NAMES, e, "");
	while (query_next(&q))
		speaker_index_add(s, query_int(&q, 0), query_text(&q, 1), query_text(&q, 2));
	rc = query_end(&q);
	if (rc != RC_OK) {
		speaker_index_free(s->known);
		s->known = NULL;
	}
	return rc;
}

static enum rc find(struct store *s, char kind, const char *text, int64_t *speaker, struct err *e)
{
	struct buf key = BUF_INIT;
	uint32_t n;
	enum rc rc = load(s, e);

	*speaker = 0;
	if (rc != RC_OK || text == NULL || *text == '\0')
		return rc;
	make_key(kind, text, &key);
	n = intern_find(&s->known->names, key.data, key.len);
	if (n != INTERN_NONE)
		*speaker = s->known->speakers.items[n];
	buf_release(&key);
	return RC_OK;
}

enum rc speaker_by_code(struct store *s, const char *code, int64_t *speaker, struct err *e)
{
	return find(s, 'c', code, speaker, e);
}

enum rc speaker_by_name(struct store *s, const char *name, int64_t *speaker, struct err *e)
{
	return find(s, 'n', name, speaker, e);
}

void speaker_index_add(struct store *s, int64_t speaker, const char *code, const char *name)
{
	if (s->known == NULL)
		return;
	add_one(s->known, 'c', code, speaker);
	add_one(s->known, 'n', name, speaker);
}

void speaker_index_free(struct speaker_index *x)
{
	if (x == NULL)
		return;
	intern_release(&x->names);
	vec_release(&x->speakers);
	free(x);
}
