/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/why.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/utf8.h"
#include "project/copy.h"
#include "project/why_text.h"
#include "store/codebooks.h"
#include "store/documents.h"

struct why {
	struct store *store;
	const char *lang;
	struct buf *out;
	int zone;
	char id[9];   /* of the one told about; "" while nothing is known */
	bool several; /* the beginning of an id fits several */
	int64_t document, code;
	uint32_t start, end;
	struct copy_all suggestions;
	VEC(struct store_judgement) judgements;
	VEC(struct store_judgement) others; /* on passages of this code that overlap it */
	struct arena arena;
};

static void line(struct why *w, enum why_text t, const char *const *args)
{
	const char *p = why_text_of(t, w->lang), *mark;

	while ((mark = strstr(p, "%s")) != NULL) {
		buf_add(w->out, p, (size_t)(mark - p));
		utf8_clean(*args, strlen(*args), w->out);
		args++;
		p = mark + 2;
	}
	buf_adds(w->out, p);
	buf_addc(w->out, '\n');
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

static enum rc find(struct why *w, const char *id, struct err *e)
{
	struct suggestion_filter f = { .id = id, .states = ~0u, .may_miss = true };
	struct judgement_filter j = { .id = id, .history = true };
	enum rc rc = store_suggestions(w->store, &f, take_suggestion, w, e);

	if (rc == RC_OK)
		rc = store_judgements(w->store, &j, take_judgement, w, e);
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
	const char *label =
		strcmp(w->lang, "en") == 0 && c->label_en[0] != '\0' ? c->label_en : c->label_id;

	(void)e;
	if (c->id == w->code)
		line(w, WHY_CODE,
			(const char *const[]){ w->id, c->full, label[0] != '\0' ? label : c->key });
	return RC_OK;
}

static enum rc tell_document(const struct store_document *d, void *arg, struct err *e)
{
	struct why *w = arg;
	struct document *doc = NULL;
	struct lines lines;
	char number[16], at[16];
	enum rc rc = store_document_load(w->store, d->id, &doc, e);

	if (rc != RC_OK)
		return rc;
	lines_init(&lines, doc->text, doc->len);
	snprintf(number, sizeof number, "%u", d->number);
	snprintf(at, sizeof at, "%zu", lines_at(&lines, w->start));
	line(w, WHY_PLACE, (const char *const[]){ number, d->title, at });
	if (w->end <= doc->len && w->start < w->end) {
		char *quote = mem_dup(doc->text + w->start, w->end - w->start);

		line(w, WHY_QUOTE, (const char *const[]){ quote });
		free(quote);
	}
	lines_release(&lines);
	document_free(doc);
	return RC_OK;
}

static void number_of(const struct why *w, double v, char out[16])
{
	snprintf(out, 16, "%.2f", v);
	if (strcmp(w->lang, "id") == 0 && strchr(out, '.') != NULL)
		*strchr(out, '.') = ',';
}

static void words_of(const struct document *doc, const struct store_hit *hit, struct buf *out)
{
	for (size_t i = 0; i < hit->nspans; i++) {
		if (hit->spans[i].end > doc->len)
			continue;
		buf_adds(out, i > 0 ? ", " : "");
		buf_adds(out, "\xe2\x80\x9c");
		buf_add(out, doc->text + hit->spans[i].start,
			hit->spans[i].end - hit->spans[i].start);
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
	struct why *w, const struct store_suggestion *g, const struct document *doc, struct err *e)
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
		words_of(doc, &g->hits[i], &words);
		line(w, g->hits[i].counted ? WHY_RULE : WHY_RULE_UNCOUNTED,
			(const char *const[]){ g->hits[i].rule, weight, words.data, v.text });
		buf_release(&words);
	}
	return rc;
}

static enum rc tell_suggestion(struct why *w, const struct store_suggestion *g, struct err *e)
{
	struct document *doc = NULL;
	char score[16];
	enum rc rc = store_document_load(w->store, g->document, &doc, e);

	if (rc != RC_OK)
		return rc;
	number_of(w, g->score, score);
	line(w, WHY_SUGGESTED, (const char *const[]){ score, why_unit(g->unit, w->lang) });
	rc = tell_hits(w, g, doc, e);
	document_free(doc);
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
	line(w, WHY_EVIDENCE, (const char *const[]){ v->rule, v->words, version });
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
	if (j->note[0] != '\0')
		line(w, WHY_NOTE, (const char *const[]){ j->note });
	return store_evidence(w->store, j->row, tell_evidence, w, e);
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
	struct why w = { .store = s, .lang = lang, .out = out, .zone = 420 };
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
