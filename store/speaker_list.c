/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Speakers: listing and finding. */
#include <string.h>

#include "store/documents.h"
#include "store/handle.h"
#include "store/near.h"
#include "store/revision.h"
#include "store/units.h"
#include "store/variables.h"

/* One speaker while the documents are gone through. */
struct entry {
	struct store_speaker p;
	const char *label; /* the first one */
	unsigned last_document;
	struct buf labels;
};

struct gather {
	struct arena arena;
	VEC(struct entry) entries;
	VEC(uint32_t) slots;	  /* open addressing: entry + 1 by speaker id */
	struct unit_labels units; /* of the present document */
};

/* --- a table from speaker id to entry --- */

static size_t slot_of(const struct gather *g, int64_t id)
{
	size_t mask = g->slots.n - 1, at = ((uint64_t)id * 0x9e3779b97f4a7c15u >> 32) & mask;

	while (g->slots.items[at] != 0 && g->entries.items[g->slots.items[at] - 1].p.id != id)
		at = (at + 1) & mask;
	return at;
}

static void grow(struct gather *g)
{
	size_t n = g->slots.n == 0 ? 64 : 2 * g->slots.n;

	if (2 * (g->entries.n + 1) <= g->slots.n)
		return;
	vec_reset(&g->slots);
	for (size_t i = 0; i < n; i++)
		vec_push(&g->slots, 0);
	for (size_t i = 0; i < g->entries.n; i++)
		g->slots.items[slot_of(g, g->entries.items[i].p.id)] = (uint32_t)i + 1;
}

static struct entry *entry_of(struct gather *g, int64_t id, bool *is_new)
{
	size_t at;
	struct entry *n;

	grow(g);
	at = slot_of(g, id);
	*is_new = g->slots.items[at] == 0;
	if (!*is_new)
		return &g->entries.items[g->slots.items[at] - 1];
	n = vec_new(&g->entries);
	n->p.id = id;
	n->p.sure = true;
	buf_init(&n->labels);
	g->slots.items[at] = (uint32_t)g->entries.n;
	return n;
}

/* --- gathering --- */

static int word_number(const char *word, const char *const *names)
{
	for (int i = 0; names[i] != NULL; i++)
		if (strcmp(names[i], word) == 0)
			return i;
	return 0;
}

static void describe(struct query *q, struct gather *g, struct entry *n)
{
	n->label = arena_strdup(&g->arena, query_text(q, 2));
	n->p.kind = (enum speaker_kind)word_number(query_text(q, 5), speaker_kind_names);
	n->p.role = (enum role)word_number(query_text(q, 6), role_names);
	n->p.code = arena_strdup(&g->arena, query_text(q, 7));
	n->p.name = arena_strdup(&g->arena, query_text(q, 8));
	n->p.shown_as_code = strcmp(query_text(q, 9), "name") != 0;
}

static void count(const struct gather *g, uint32_t label, struct entry *n)
{
	vec_each (struct unit_label, u, &g->units) {
		if (u->label != label)
			continue;
		n->p.turns += u->turns;
		n->p.words += u->words;
	}
}

static void add_appearance(struct query *q, struct gather *g, int64_t document)
{
	bool is_new;
	struct entry *n = entry_of(g, query_int(q, 3), &is_new);

	if (is_new)
		describe(q, g, n);
	if (n->last_document != (unsigned)document)
		n->p.documents++;
	n->last_document = (unsigned)document;
	n->p.sure &= query_int(q, 4) != 0;
	buf_printf(&n->labels, "%s%d:%s", n->labels.len > 0 ? ", " : "", (int)document,
		query_text(q, 2));
	count(g, query_u32(q, 0), n);
}

static enum rc gather_document(struct store *s, int64_t document, struct gather *g, struct err *e)
{
	int64_t revision;
	struct query q;
	enum rc rc = revision_now(s, document, &revision, e);

	vec_reset(&g->units);
	if (rc == RC_OK && revision != 0)
		rc = units_labels(s, revision, &g->units, e);
	if (rc != RC_OK)
		return rc;
	query_start(&q, s, SQL_APPEARANCES, e, "i", document);
	while (query_next(&q))
		add_appearance(&q, g, document);
	return query_end(&q);
}

static enum rc gather(struct store *s, struct gather *g, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_DOCUMENT_IDS, e, "i", (int64_t)0);
	while (query_next(&q))
		q.rc = gather_document(s, query_int(&q, 0), g, e);
	return query_end(&q);
}

static void gather_release(struct gather *g)
{
	vec_each (struct entry, n, &g->entries)
		buf_release(&n->labels);
	vec_release(&g->entries);
	vec_release(&g->slots);
	vec_release(&g->units);
	arena_release(&g->arena);
}

/* --- listing --- */

static const char *first_set(const char *a, const char *b, const char *c)
{
	if (*a != '\0')
		return a;
	return *b != '\0' ? b : c;
}

static enum rc give(
	struct store *s, struct entry *n, store_speaker_fn *fn, void *arg, struct err *e)
{
	struct store_speaker p = n->p;
	struct buf variables = BUF_INIT;
	struct uid uid;
	char *first;
	enum rc rc = fact_uid(s, SQL_SPEAKER_UID, p.id, &uid, e);

	if (rc == RC_OK)
		rc = variable_text(s, &uid, &variables, e);
	p.labels = n->labels.data;
	first = mem_dup(
		p.labels, (size_t)(strchr(p.labels, ':') + 1 - p.labels) + strlen(n->label));
	p.first = first;
	p.variables = variables.data;
	p.shown = p.shown_as_code ? first_set(p.code, p.name, n->label)
				  : first_set(p.name, p.code, n->label);
	if (rc == RC_OK)
		rc = fn(&p, arg, e);
	buf_release(&variables);
	free(first);
	return rc;
}

enum rc store_speakers(struct store *s, store_speaker_fn *fn, void *arg, struct err *e)
{
	struct gather g = { .arena = ARENA_INIT };
	enum rc rc = gather(s, &g, e);

	for (size_t i = 0; i < g.entries.n && rc == RC_OK; i++)
		rc = give(s, &g.entries.items[i], fn, arg, e);
	gather_release(&g);
	return rc;
}

/* --- by what a person types --- */

struct search {
	const char *typed, *label; /* label: behind "3:", else what was typed */
	unsigned document;	   /* in front of ":", 0 = any */
	bool exact;		   /* by code or name: better than by label */
	unsigned found;
	int64_t id;
	struct buf list;
	struct near near;
};

static void found(
	struct search *find, bool exact, int64_t speaker, int64_t document, const char *label)
{
	if (exact && !find->exact) {
		find->exact = true;
		find->found = 0;
		buf_reset(&find->list);
	}
	if (exact != find->exact || (find->found > 0 && find->id == speaker))
		return;
	buf_printf(&find->list, "%s%d:%s", find->found++ > 0 ? ", " : "", (int)document, label);
	find->id = speaker;
}

static enum rc search_document(
	struct store *s, int64_t document, struct search *find, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_APPEARANCES, e, "i", document);
	while (query_next(&q)) {
		int64_t speaker = query_int(&q, 3);
		const char *label = query_text(&q, 2), *code = query_text(&q, 7),
			   *name = query_text(&q, 8);

		near_add(&find->near, code);
		near_add(&find->near, name);
		near_add(&find->near, label);
		if ((*code != '\0' && near_same(code, find->typed)) ||
			(*name != '\0' && near_same(name, find->typed)))
			found(find, true, speaker, document, label);
		else if ((find->document == 0 || find->document == (unsigned)document) &&
			 (near_same(label, find->label) ||
				 (find->document != 0 && *code != '\0' &&
					 near_same(code, find->label)))) /* as lists show it */
			found(find, find->document != 0, speaker, document, label);
	}
	return query_end(&q);
}

static enum rc search_all(struct store *s, bool hidden, struct search *find, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_DOCUMENT_IDS, e, "i", (int64_t)hidden);
	while (query_next(&q))
		q.rc = search_document(s, query_int(&q, 0), find, e);
	return query_end(&q);
}

static void split_typed(const char *typed, struct search *find)
{
	const char *colon = strchr(typed, ':');
	char *number = colon != NULL ? mem_dup(typed, (size_t)(colon - typed)) : NULL;

	find->typed = find->label = typed;
	if (number != NULL && near_number(number) != 0) {
		find->document = near_number(number);
		find->label = colon + 1;
	}
	free(number);
}

enum rc store_speaker_find(struct store *s, const char *typed, int64_t *id, struct err *e)
{
	struct search find = { .list = BUF_INIT, .near = NEAR_INIT };
	enum rc rc;

	*id = 0;
	split_typed(typed, &find);
	rc = find.document != 0 ? search_document(s, find.document, &find, e)
				: search_all(s, false, &find, e);
	if (rc == RC_OK && find.found == 0 && find.document == 0)
		rc = search_all(s, true, &find, e);
	if (rc == RC_OK && find.found == 0)
		rc = near_fail(&find.near, "speaker", "tema speakers", typed, e);
	else if (rc == RC_OK && find.found > 1)
		rc = err_set(e, RC_NOTFOUND, "'%s' is the label of several speakers: %s", typed,
			find.list.data);
	else if (rc == RC_OK)
		*id = find.id;
	near_release(&find.near);
	buf_release(&find.list);
	return rc;
}
