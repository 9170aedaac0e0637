/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/place.h"

#include <string.h>

#include "project/orphans.h"

/* Segments that an id may mean. */
struct candidate {
	int64_t document, segment;
	bool orphan;
};
struct candidates {
	VEC(struct candidate) list;
};

static void add(struct candidates *c, int64_t document, int64_t segment, bool orphan)
{
	vec_each (const struct candidate, k, &c->list)
		if (k->segment == segment)
			return;
	vec_push(&c->list, ((struct candidate){ document, segment, orphan }));
}

static enum rc add_judgement(const struct store_judgement *j, void *arg, struct err *e)
{
	(void)e;
	add(arg, j->document, j->segment, j->orphaned);
	return RC_OK;
}

/* Orphans without codings go by the id of their segment. */
static enum rc add_notes(struct store *s, const char *id, struct candidates *c, struct err *e)
{
	struct orphans orphans = { .arena = ARENA_INIT };
	enum rc rc = orphans_find(s, 0, &orphans, e);

	vec_each (const struct orphan, o, &orphans.list)
		if (o->r.ncodings == 0 && strncmp(o->id, id, strlen(id)) == 0)
			add(c, o->document, o->r.segment, true);
	orphans_release(&orphans);
	return rc;
}

static enum rc choose(
	const struct candidates *c, const char *id, struct place_target *out, struct err *e)
{
	const struct candidate *chosen = NULL;
	size_t orphans = 0;

	vec_each (const struct candidate, k, &c->list)
		orphans += k->orphan;
	vec_each (const struct candidate, k, &c->list)
		if (k->orphan || orphans == 0)
			chosen = k;
	if (chosen == NULL)
		return err_set(e, RC_NOTFOUND,
			"there is no coding '%s'; 'tema verify' lists those that lost their place",
			id);
	if (orphans > 1 || (orphans == 0 && c->list.n > 1))
		return err_set(e, RC_NOTFOUND,
			"'%s' is the beginning of several ids; give more of it", id);
	out->document = chosen->document;
	out->segment = chosen->segment;
	return RC_OK;
}

enum rc place_find(struct store *s, const char *id, struct place_target *out, struct err *e)
{
	struct judgement_filter f = { .id = id };
	struct candidates c = { VEC_INIT };
	uint8_t sha[32];
	uint32_t n;
	enum rc rc = store_judgements(s, &f, add_judgement, &c, e);

	if (rc == RC_OK)
		rc = add_notes(s, id, &c, e);
	if (rc == RC_OK)
		rc = choose(&c, id, out, e);
	if (rc == RC_OK)
		rc = store_revision_now(s, out->document, &out->revision, &n, sha, e);
	if (rc == RC_OK)
		rc = store_anchor_of(s, out->segment, out->revision, &out->anchor, e);
	vec_release(&c.list);
	return rc;
}

/* ---- placing ---- */

static bool same_words(const char *a, const char *b)
{
	for (;;) {
		while (*a == ' ')
			a++;
		while (*b == ' ')
			b++;
		if (*a != *b)
			return false;
		if (*a == '\0')
			return true;
		a++;
		b++;
	}
}

static enum rc read_words(struct store *s, int64_t revision, struct span span, struct arena *arena,
	const char **words, size_t *line, struct err *e)
{
	struct lines lines;
	char *text;
	size_t len;
	enum rc rc = store_revision_text(s, revision, &text, &len, e);

	*words = "";
	*line = 0;
	if (rc == RC_OK && span.start < span.end && span.end <= len) {
		lines_init(&lines, text, len);
		*words = reanchored_words(s, text, span, arena);
		*line = lines_at(&lines, span.start);
		lines_release(&lines);
	}
	free(text);
	return rc;
}

static enum rc compare(struct store *s, const struct place_target *t, struct reanchored *r,
	struct arena *arena, struct err *e)
{
	struct err unread = ERR_INIT;
	bool erased = read_words(s, t->anchor.last_revision, r->from, arena, &r->old_words,
			      &r->old_line, &unread) != RC_OK;
	enum rc rc = read_words(s, t->revision, r->to, arena, &r->new_words, &r->new_line, e);

	r->state =
		!erased && same_words(r->old_words, r->new_words) ? ANCHOR_MOVED : ANCHOR_CHANGED;
	if (t->anchor.row != 0 && t->anchor.state != ANCHOR_ORPHANED &&
		r->from.start == r->to.start && r->from.end == r->to.end)
		r->state = ANCHOR_EXACT;
	return rc;
}

static enum rc write_it(
	struct store *s, const struct place_target *t, const struct reanchored *r, struct err *e)
{
	char *detail = mem_printf("document %d", (int)t->document);
	enum rc rc = RC_OK;

	if (t->anchor.row != 0)
		rc = store_anchor_end(s, t->anchor.row, e);
	if (rc == RC_OK)
		rc = store_anchor_add(s, t->segment, t->revision, r->to, r->state, e);
	if (rc == RC_OK)
		rc = store_detail(s, detail, e);
	free(detail);
	return rc;
}

enum rc place_put(struct store *s, const struct person *who, const struct place_target *target,
	struct span span, bool dry_run, struct reanchored *r, struct arena *arena, struct err *e)
{
	const struct store_anchor *a = &target->anchor;
	enum rc rc;

	*r = (struct reanchored){ .segment = target->segment,
		.before = a->state,
		.from = { a->start, a->end },
		.to = span,
		.memos = a->memos,
		.readings = a->readings,
		.samples = a->samples };
	rc = compare(s, target, r, arena, e);
	if (rc == RC_OK)
		rc = store_begin(s, who, "place", e);
	if (rc != RC_OK)
		return rc;
	if (r->state != ANCHOR_EXACT)
		rc = write_it(s, target, r, e);
	if (rc == RC_OK)
		rc = reanchored_codings(s, target->document, r, 1, arena, e);
	if (rc == RC_OK && !dry_run)
		return store_commit(s, e);
	store_rollback(s);
	return rc;
}
