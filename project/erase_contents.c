/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing: everything that is no document's text (titles, places, notes, log, settings), and what
 * cannot be erased. */
#include <string.h>

#include "project/erase_plan.h"

/* --- contents --- */

enum way {
	WAY_TEXT,  /* mentions and quotations give way to other words */
	WAY_NAME,  /* the same; a title, a label, a file name */
	WAY_DROP,  /* goes as a whole: nothing can take its place */
	WAY_LOG,   /* the same, and for titles of documents that go */
	WAY_BYTES, /* a file as it was, in any encoding */
	WAY_CODER, /* stays, and is told */
};

static const struct {
	const char *kind;
	enum way way;
} ways[] = {
	{ "title", WAY_NAME },
	{ "place", WAY_NAME },
	{ "label", WAY_NAME },
	{ "name", WAY_NAME },
	{ "value", WAY_NAME },
	{ "setting", WAY_NAME },
	{ "options", WAY_NAME },
	{ "words", WAY_DROP },
	{ "find", WAY_DROP },
	{ "pseudonym", WAY_DROP },
	{ "copy", WAY_DROP },
	{ "detail", WAY_LOG },
	{ "original", WAY_BYTES },
	{ "coder", WAY_CODER },
};

static enum way way_of(const char *kind)
{
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		if (strcmp(ways[i].kind, kind) == 0)
			return ways[i].way;
	return WAY_TEXT;
}

struct scrub {
	struct plan *p;
	struct erasure_ids known; /* contents that go anyway, sorted */
};

static void remain(struct plan *p, const char *text)
{
	vec_each (const char *const, old, &p->report->remains)
		if (strcmp(*old, text) == 0)
			return;
	vec_push(&p->report->remains, text);
}

static void scrub(struct scrub *k, const struct erasure_content *c, enum redact_kind kind)
{
	static const struct erase_names nobody = { .arena = ARENA_INIT };
	struct plan *p = k->p;
	struct buf out = BUF_INIT;

	/* with a document only what quotes it goes: its people may speak elsewhere */
	if (erase_text_scrub(kind, c->body, c->len,
		    p->r->target == ERASURE_SPEAKER ? &p->names : &nobody, &p->words,
		    p->report->word, &out)) {
		plan_change(p, c->id, out.data, out.len);
		p->report->texts++;
		if (plan_has(&p->people, c->id) && strcmp(out.data, p->report->word) == 0)
			remain(p, "another speaker has this name or label, too, and stays without "
				  "it; if both "
				  "are one person, erase that speaker as well");
	}
	buf_release(&out);
}

static bool holds_title(const struct plan *p, const struct erasure_content *c)
{
	vec_each (const char *const, t, &p->titles)
		if (**t != '\0' && memmem(c->body, c->len, *t, strlen(*t)) != NULL)
			return true;
	return false;
}

static bool goes(const struct plan *p, const struct erasure_content *c, enum way way)
{
	struct erase_spans said = VEC_INIT;
	bool quoted;

	if (way == WAY_BYTES)
		return p->r->target == ERASURE_SPEAKER &&
		       erase_names_in_bytes(&p->names, c->body, c->len);
	if (way == WAY_LOG && holds_title(p, c))
		return true;
	if ((p->r->target == ERASURE_SPEAKER || way == WAY_LOG) &&
		erase_names_in(&p->names, REDACT_NAME, c->body, c->len))
		return true;
	erase_words_find(&p->words, c->body, c->len, &said);
	quoted = said.n > 0;
	vec_release(&said);
	return quoted;
}

static enum rc look_at_content(const struct erasure_content *c, void *arg, struct err *e)
{
	struct scrub *k = arg;
	struct plan *p = k->p;
	enum way way = way_of(c->kind);

	(void)e;
	if (plan_has(&k->known, c->id))
		return RC_OK;
	if (way == WAY_CODER) {
		p->coders_named += p->r->target == ERASURE_SPEAKER &&
				   erase_names_in(&p->names, REDACT_NAME, c->body, c->len);
	} else if (way == WAY_TEXT || way == WAY_NAME) {
		p->elsewhere += p->r->target == ERASURE_DOCUMENT &&
				erase_names_in(&p->names, REDACT_NAME, c->body, c->len);
		scrub(k, c, way == WAY_TEXT ? REDACT_TEXT : REDACT_NAME);
	} else if (goes(p, c, way)) {
		plan_drop(p, c->id);
		p->report->texts++;
	}
	return RC_OK;
}

/* Each content once; that it goes wins. */
static int by_content(const void *a, const void *b)
{
	const struct erasure_change *x = a, *y = b;

	if (x->content != y->content)
		return x->content < y->content ? -1 : 1;
	return (x->text != NULL) - (y->text != NULL);
}

static void sort_changes(struct plan *p)
{
	size_t kept = 0;

	vec_sort(&p->changes, by_content);
	for (size_t i = 0; i < p->changes.n; i++)
		if (kept == 0 || p->changes.items[kept - 1].content != p->changes.items[i].content)
			p->changes.items[kept++] = p->changes.items[i];
	p->changes.n = kept;
}

enum rc plan_contents(struct plan *p, struct err *e)
{
	struct scrub k = { p, VEC_INIT };
	enum rc rc;

	sort_changes(p);
	vec_each (const struct erasure_change, c, &p->changes)
		vec_push(&k.known, c->content);
	rc = erasure_contents(p->s, look_at_content, &k, e);
	vec_release(&k.known);
	sort_changes(p);
	return rc;
}

/* --- what stays --- */

static const struct {
	const char *table, *column, *what;
} fixed[] = {
	{ "version", "source", "the source of a codebook" },
	{ "code_text", "label_id", "the label of a code" },
	{ "code_text", "label_en", "the label of a code" },
	{ "code_text", "definition", "the definition of a code" },
	{ "code_text", "includes", "the definition of a code" },
	{ "code_text", "excludes", "the definition of a code" },
	{ "code_text", "source", "the source given for a code" },
	{ "code_key", "key", "the key of a code" },
	{ "overlay", "value", "a label or colour set for a code" },
	{ "evidence", "rule", "a rule in the evidence of a coding" },
	{ "speaker_is", "code", "an informant code" },
	{ "variable", "key", "the key of a variable" },
	{ "pseudonym", "replace", "a pseudonym" },
	{ "erasure", "reason", "the reason of an earlier erasure" },
	{ "sample", "name", "the name of a sample" },
	{ "sample", "rule", "the rule of a sample" },
	{ "run", "options", "the options of a run" },
};

static enum rc look_at_fixed(
	const char *table, const char *column, const char *text, void *arg, struct err *e)
{
	struct plan *p = arg;

	(void)e;
	for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
		if (strcmp(fixed[i].table, table) == 0 && strcmp(fixed[i].column, column) == 0 &&
			erase_names_in(&p->names, REDACT_TEXT, text, strlen(text)))
			remain(p, arena_printf(&p->report->arena,
					  "the name stands in %s, which is part of the trail and "
					  "cannot be erased",
					  fixed[i].what));
	return RC_OK;
}

enum rc plan_remains(struct plan *p, struct err *e)
{
	struct arena *a = &p->report->arena;

	if (p->r->target != ERASURE_SPEAKER) {
		if (p->elsewhere > 0)
			remain(p, arena_printf(a,
					  "people of this document are named in %llu other text%s "
					  "and "
					  "stay there; to take the names out, 'tema erase SPEAKER' "
					  "while "
					  "the document is still there",
					  (unsigned long long)p->elsewhere,
					  p->elsewhere == 1 ? "" : "s"));
		return RC_OK;
	}
	vec_each (const struct erase_form, f, &p->names.shared)
		remain(p, arena_printf(a,
				  "'%s' is the name or label of another speaker, too, and is not "
				  "replaced where it stands alone; if both are one person, 'tema "
				  "speakers merge' first",
				  f->text));
	if (p->doubtful > 0)
		remain(p,
			arena_printf(a,
				"an ordinary word that is part of the name stands in lower case at "
				"%llu places and was not taken for it; look with 'tema find'",
				(unsigned long long)p->doubtful));
	if (p->coders_named > 0)
		remain(p, "a coder of this project is called so; coders' names are never erased");
	return erasure_fixed(p->s, look_at_fixed, p, e);
}
