/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/list.h"

#include <string.h>

#include "base/utf8.h"
#include "cli/show.h"

#define QUOTE_MAX 160 /* code points of a passage in the list */

struct listing {
	struct ctx *c;
	struct table *t;
	struct code_names names;
	struct doc_cache docs;
	uint64_t n;
};

static void add_columns(struct table *t)
{
	table_init(t, "suggestions", "");
	table_column(t, "id", "id", COLUMN_CODE, 0);
	table_column(t, "document", "doc", COLUMN_INT, 0);
	table_column(t, "line", "line", COLUMN_INT, 0);
	table_column(t, "start", "start", COLUMN_INT, 0);
	table_optional(t);
	table_column(t, "end", "end", COLUMN_INT, 0);
	table_optional(t);
	table_column(t, "speaker", "speaker", COLUMN_CODE, 0);
	table_column(t, "code", "code", COLUMN_CODE, 0);
	table_column(t, "score", "score", COLUMN_REAL, 2);
	table_column(t, "state", "state", COLUMN_CODE, 0);
	table_column(t, "rules", "rules", COLUMN_TEXT, 0);
	table_column(t, "text", "text", COLUMN_TEXT, 0);
}

static const char *state_name(const struct store_suggestion *g)
{
	for (unsigned i = 0; suggestion_state_names[i] != NULL; i++)
		if (g->state == (enum suggestion_state)(1u << i))
			return g->again && i == 0 ? "open again" : suggestion_state_names[i];
	return "";
}

static const char *speaker_shown(const struct document *doc, uint32_t at)
{
	size_t i = document_para_at(doc, at);
	const struct label *label =
		i < doc->paras.n ? document_speaker_of(doc, &doc->paras.items[i]) : NULL;

	if (label == NULL)
		return "";
	return label->code != NULL && *label->code != '\0' ? label->code : label->text;
}

/* Two codes that became one may have the same rule. */
static bool is_named(const struct store_suggestion *g, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (strcmp(g->hits[i].rule, g->hits[at].rule) == 0)
			return true;
	return false;
}

static void join_rules(const struct store_suggestion *g, struct buf *out)
{
	for (size_t i = 0; i < g->nhits; i++)
		if (!is_named(g, i))
			buf_printf(out, "%s%s", i > 0 ? ", " : "", g->hits[i].rule);
}

/* By two beginnings of one id. */
static bool is_listed(const struct listing *l, const char *id)
{
	vec_each (const struct row, row, &l->t->rows)
		if (strcmp(row->cells[0].text, id) == 0)
			return true;
	return false;
}

static enum rc add_row(const struct store_suggestion *g, void *arg, struct err *e)
{
	struct listing *l = arg;
	struct buf b = BUF_INIT;
	const struct document *doc;
	struct span at;
	enum rc rc = doc_cache_get(&l->docs, g->document, e);

	if (rc != RC_OK || (l->c->rest.n > 1 && is_listed(l, g->id)))
		return rc;
	doc = l->docs.doc;
	at = doc_cache_span(&l->docs, g->start, g->end);
	l->n++;
	table_row(l->t);
	table_text(l->t, g->id);
	table_number(l->t, g->document_number);
	table_number(l->t, (double)lines_at(&l->docs.lines, at.start));
	table_number(l->t, doc_cache_point(&l->docs, at.start));
	table_number(l->t, doc_cache_point(&l->docs, at.end));
	table_text(l->t, speaker_shown(doc, at.start));
	table_text(l->t, code_names_get(&l->names, g->code)->full);
	table_number(l->t, g->score);
	table_text(l->t, state_name(g));
	join_rules(g, &b);
	table_textn(l->t, b.data, b.len);
	buf_reset(&b);
	show_quote(doc, at.start, at.end,
		l->c->width > 0 || l->c->writer == &writer_text ? QUOTE_MAX : SIZE_MAX, &b);
	table_textn(l->t, b.data, b.len);
	buf_release(&b);
	return RC_OK;
}

static enum rc list_ids(
	struct ctx *c, const struct suggestion_filter *f, struct listing *l, struct err *e)
{
	enum rc rc = RC_OK;

	vec_each (const char *, id, &c->rest) {
		struct suggestion_filter one = { .states = ~0u, .coder = f->coder, .id = *id };

		if (rc == RC_OK)
			rc = store_suggestions(c->store, &one, add_row, l, e);
	}
	return rc;
}

enum rc list_suggestions(struct ctx *c, const struct suggestion_filter *f, struct table *t,
	uint64_t *n, struct err *e)
{
	struct listing l = { .c = c, .t = t, .docs = { .store = c->store } };
	enum rc rc = code_names_load(c->store, &l.names, e);

	add_columns(t);
	if (rc == RC_OK && c->rest.n > 0)
		rc = list_ids(c, f, &l, e);
	else if (rc == RC_OK)
		rc = store_suggestions(c->store, f, add_row, &l, e);
	*n = l.n;
	doc_cache_release(&l.docs);
	code_names_release(&l.names);
	return rc;
}
