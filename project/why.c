/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/why.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "project/copy.h"
#include "project/seen.h"
#include "project/why_steps.h"
#include "project/why_text.h"
#include "store/codebooks.h"
#include "store/documents.h"

struct why {
	struct store *store;
	const char *lang;
	struct buf *out;
	int zone;
	char id[9];    /* of the one told about; "" while nothing is known */
	bool several;  /* the beginning of an id fits several */
	bool orphaned; /* the passage is not in the text any more */
	int64_t document, code;
	const char *full; /* of the code */
	uint32_t start, end;
	struct copy_all suggestions;
	VEC(struct store_judgement) judgements;
	VEC(struct store_judgement) others; /* on passages of this code that overlap it */
	struct arena arena;
};

static void line(struct why *w, enum why_text t, const char *const *args)
{
	why_line(w->out, w->lang, t, args);
}

/* ---- finding it
 * ------------------------------------------------------------------------------------ */

static void note_id(struct why *w, const char *id)
{
	if (w->id[0] == '\0')
		memcpy(w->id, id, sizeof w->id);
	else if (strcmp(w->id, id) != 0)
		w->several = true;
}

static enum rc take_suggestion(const struct store_suggestion *g, void *arg, struct err *e)
{
	struct why *w = arg;

	note_id(w, g->id);
	w->document = g->document;
	w->code = g->code;
	w->start = g->start;
	w->end = g->end;
	return copy_each(g, &w->suggestions, e);
}

static struct store_judgement copy_judgement(struct why *w, const struct store_judgement *j)
{
	struct store_judgement copy = *j;

	copy.coder_name = arena_strdup(&w->arena, j->coder_name);
	copy.note = arena_strdup(&w->arena, j->note);
	return copy;
}

static enum rc take_judgement(const struct store_judgement *j, void *arg, struct err *e)
{
	struct why *w = arg;

	(void)e;
	note_id(w, j->id);
	w->document = j->document;
	w->code = j->code;
	w->start = j->start;
	w->end = j->end;
	w->orphaned = j->orphaned && w->suggestions.list.n == 0;
	vec_push(&w->judgements, copy_judgement(w, j));
	return RC_OK;
}

/* A decision on a smaller or larger passage may answer this suggestion. */
static enum rc take_other(const struct store_judgement *j, void *arg, struct err *e)
{
	struct why *w = arg;

	(void)e;
	if (!j->orphaned && j->start < w->end && j->end > w->start && strcmp(j->id, w->id) != 0)
		vec_push(&w->others, copy_judgement(w, j));
	return RC_OK;
}

static enum rc find_others(struct why *w, struct err *e)
{
	struct judgement_filter f = { .document = w->document, .code = w->code };

	return store_judgements(w->store, &f, take_other, w, e);
}

/* In one document, or (0) in all that are not hidden. */
static enum rc find_in(struct why *w, const char *id, int64_t document, struct err *e)
{
	struct suggestion_filter f = {
		.document = document, .id = id, .states = ~0u, .may_miss = true, .retired = true
	};
	struct judgement_filter j = { .document = document, .id = id, .history = true };
	enum rc rc = store_suggestions(w->store, &f, take_suggestion, w, e);

	return rc == RC_OK ? store_judgements(w->store, &j, take_judgement, w, e) : rc;
}

struct hidden {
	VEC(int64_t) ids;
};

static enum rc take_hidden(const struct store_document *d, void *arg, struct err *e)
{
	(void)e;
	if (d->removed)
		vec_push(&((struct hidden *)arg)->ids, d->id);
	return RC_OK;
}

static enum rc find_hidden(struct why *w, const char *id, struct err *e)
{
	struct hidden h = { VEC_INIT };
	enum rc rc = store_documents(w->store, true, take_hidden, &h, e);

	for (size_t i = 0; rc == RC_OK && i < h.ids.n; i++)
		rc = find_in(w, id, h.ids.items[i], e);
	vec_release(&h.ids);
	return rc;
}

static enum rc find(struct why *w, const char *id, struct err *e)
{
	enum rc rc = find_in(w, id, 0, e);

	if (rc == RC_OK && w->id[0] == '\0')
		rc = find_hidden(w, id, e);
	if (rc == RC_OK && w->id[0] == '\0')
		rc = err_set(e, RC_NOTFOUND,
			"no suggestion or coding '%s'; 'tema suggestions --state all' lists them",
			id);
	if (rc == RC_OK && w->several)
		rc = err_set(e, RC_NOTFOUND,
			"'%s' is the beginning of several ids; give more of it", id);
	return rc;
}

/* ---- telling it
 * -------------------------------------------------------------------------------------- */

static enum rc tell_code(const struct store_code *c, void *arg, struct err *e)
{
	struct why *w = arg;

	(void)e;
	if (c->id != w->code)
		return RC_OK;
	w->full = arena_strdup(&w->arena, c->full);
	line(w, WHY_CODE, (const char *const[]){ w->id, c->full, store_code_label(c, w->lang) });
	if (c->retired)
		line(w, WHY_RETIRED, NULL);
	return RC_OK;
}

struct name_search {
	int64_t code;
	char *full;
};

static enum rc match_name(const struct store_code *c, void *arg, struct err *e)
{
	struct name_search *n = arg;

	(void)e;
	if (c->id == n->code && n->full == NULL)
		n->full = mem_strdup(c->full);
	return RC_OK;
}

/* A code that has become another one since. */
static enum rc tell_own(struct why *w, enum why_text t, int64_t own, struct err *e)
{
	struct name_search n = { own, NULL };
	enum rc rc;

	if (own == w->code)
		return RC_OK;
	rc = store_codes_all(w->store, match_name, &n, e);
	if (n.full != NULL)
		line(w, t, (const char *const[]){ n.full, w->full });
	free(n.full);
	return rc;
}

static enum rc tell_document(const struct store_document *d, void *arg, struct err *e)
{
	struct why *w = arg;
	const struct document *doc;
	struct span place;
	struct lines lines;
	struct seen seen;
	char number[16], at[16];
	enum rc rc = seen_load(w->store, d->id, &seen, e);

	if (rc != RC_OK)
		return rc;
	doc = seen.doc;
	place = seen_span(&seen, w->start, w->end);
	lines_init(&lines, doc->text, doc->len);
	snprintf(number, sizeof number, "%u", d->number);
	snprintf(at, sizeof at, "%zu", lines_at(&lines, place.start));
	line(w, w->orphaned ? WHY_ORPHANED : WHY_PLACE,
		(const char *const[]){
			number, seen_text(w->store, REDACT_NAME, d->title, &w->arena), at });
	if (d->removed)
		line(w, WHY_HIDDEN, (const char *const[]){ number });
	if (!w->orphaned && place.end <= doc->len && place.start < place.end) {
		char *quote = mem_dup(doc->text + place.start, place.end - place.start);

		line(w, WHY_QUOTE, (const char *const[]){ quote });
		free(quote);
	}
	lines_release(&lines);
	seen_release(&seen);
	return RC_OK;
}

static void number_of(const struct why *w, double v, char out[16])
{
	snprintf(out, 16, "%.2f", v);
	if (strcmp(w->lang, "id") == 0 && strchr(out, '.') != NULL)
		*strchr(out, '.') = ',';
}

static void words_of(const struct seen *seen, const struct store_hit *hit, struct buf *out)
{
	for (size_t i = 0; i < hit->nspans; i++) {
		struct span at = seen_span(seen, hit->spans[i].start, hit->spans[i].end);

		if (at.end > seen->doc->len)
			continue;
		buf_adds(out, i > 0 ? ", " : "");
		buf_adds(out, "\xe2\x80\x9c");
		buf_add(out, seen->doc->text + at.start, at.end - at.start);
		buf_adds(out, "\xe2\x80\x9d");
	}
}

struct version_search {
	int64_t version;
	char text[256];
	const char *lang;
};

static enum rc match_version(const struct store_codebook *c, void *arg, struct err *e)
{
	struct version_search *v = arg;
	char sha[13];

	(void)e;
	if (c->version != v->version)
		return RC_OK;
	hex_of(c->sha, 6, sha);
	snprintf(v->text, sizeof v->text, "%s%s%s (SHA-256 %s)", c->name,
		c->declared[0] != '\0' ? why_text_of(WHY_VERSION, v->lang) : "", c->declared, sha);
	return RC_OK;
}

static enum rc tell_hits(
	struct why *w, const struct store_suggestion *g, const struct seen *seen, struct err *e)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; rc == RC_OK && i < g->nhits; i++) {
		struct version_search v = {
			.version = g->hits[i].version, .text = "?", .lang = w->lang
		};
		struct buf words = BUF_INIT;
		char weight[16];

		rc = store_codebooks(w->store, match_version, &v, e);
		number_of(w, g->hits[i].weight, weight);
		words_of(seen, &g->hits[i], &words);
		line(w, g->hits[i].counted ? WHY_RULE : WHY_RULE_UNCOUNTED,
			(const char *const[]){ g->hits[i].rule, weight, words.data, v.text });
		buf_release(&words);
	}
	return rc;
}

static enum rc tell_suggestion(struct why *w, const struct store_suggestion *g, struct err *e)
{
	struct seen seen;
	char score[16];
	enum rc rc = seen_load(w->store, g->document, &seen, e);

	if (rc != RC_OK)
		return rc;
	number_of(w, g->score, score);
	line(w, WHY_SUGGESTED, (const char *const[]){ score, why_unit(g->unit, w->lang) });
	rc = tell_own(w, WHY_SUGGESTED_AS, g->own, e);
	if (rc == RC_OK)
		rc = tell_hits(w, g, &seen, e);
	seen_release(&seen);
	return rc;
}

static enum rc tell_evidence(const struct store_evidence *v, void *arg, struct err *e)
{
	struct why *w = arg;
	char sha[13], score[16];
	char *version = NULL;

	(void)e;
	hex_of(v->sha, 6, sha);
	number_of(w, v->score, score);
	version = mem_printf("%s%s%s (SHA-256 %s)", v->codebook,
		v->declared[0] != '\0' ? why_text_of(WHY_VERSION, w->lang) : "", v->declared, sha);
	line(w, WHY_EVIDENCE,
		(const char *const[]){ v->rule,
			v->words[0] == '\0' /* erased */
				? "[\xe2\x80\xa6]"
				: seen_text(w->store, REDACT_TEXT, v->words, &w->arena),
			version });
	free(version);
	return RC_OK;
}

static enum rc tell_judgement(struct why *w, const struct store_judgement *j, struct err *e)
{
	static const enum why_text verdicts[] = { WHY_CONFIRMED, WHY_REJECTED, WHY_UNSURE };
	static const enum why_text vias[] = { WHY_SINGLE, WHY_BULK, WHY_SHEET, WHY_HAND, WHY_IMPORT,
		WHY_ADJUDICATION };
	char when[32];

	clock_format(j->at, w->zone, when);
	line(w, WHY_DECIDED,
		(const char *const[]){ why_text_of(verdicts[j->verdict], w->lang), j->coder_name,
			when, why_text_of(vias[j->via], w->lang),
			why_text_of(j->ended ? WHY_ENDED : WHY_STANDS, w->lang) });
	if (tell_own(w, WHY_DECIDED_AS, j->own, e) != RC_OK)
		return e->rc;
	if (j->note[0] != '\0')
		line(w, WHY_NOTE,
			(const char *const[]){
				seen_text(w->store, REDACT_TEXT, j->note, &w->arena) });
	if (store_evidence(w->store, j->row, tell_evidence, w, e) != RC_OK)
		return e->rc;
	return why_steps(w->store, j->segment, w->lang, w->zone, w->out, e);
}

static enum rc tell(struct why *w, struct err *e)
{
	size_t before = w->out->len;
	enum rc rc = store_codes(w->store, tell_code, w, e);

	if (w->out->len == before)
		line(w, WHY_CODE_GONE, (const char *const[]){ w->id });
	if (rc == RC_OK)
		rc = store_document_get(w->store, w->document, tell_document, w, e);
	vec_each (const struct store_suggestion, g, &w->suggestions.list)
		if (rc == RC_OK)
			rc = tell_suggestion(w, g, e);
	if (rc == RC_OK && w->suggestions.list.n == 0)
		line(w, WHY_NO_RULE, NULL);
	vec_each (const struct store_judgement, j, &w->judgements)
		if (rc == RC_OK)
			rc = tell_judgement(w, j, e);
	vec_each (const struct store_judgement, j, &w->others) {
		line(w, WHY_OVERLAP, (const char *const[]){ j->id });
		if (rc == RC_OK)
			rc = tell_judgement(w, j, e);
	}
	if (rc == RC_OK && w->judgements.n + w->others.n == 0)
		line(w, WHY_UNDECIDED, NULL);
	return rc;
}

enum rc why_text(struct store *s, const char *id, const char *lang, struct buf *out, struct err *e)
{
	struct why w = { .store = s, .full = "?", .lang = lang, .out = out, .zone = 420 };
	enum rc rc;

	clock_zone_parse(store_setting(s, "zone"), &w.zone);
	rc = find(&w, id, e);
	if (rc == RC_OK)
		rc = find_others(&w, e);
	if (rc == RC_OK)
		rc = tell(&w, e);
	copy_release(&w.suggestions);
	vec_release(&w.judgements);
	vec_release(&w.others);
	arena_release(&w.arena);
	return rc;
}
