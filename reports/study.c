/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/study.h"

#include <string.h>

#include "base/utf8.h"
#include "project/seen.h"
#include "reports/study_document.h"
#include "reports/text.h"
#include "store/history.h"

const char *study_keep(struct study *st, const char *p, size_t len)
{
	struct buf clean = BUF_INIT;
	const char *kept;

	utf8_clean(p, len, &clean);
	kept = arena_dup(&st->arena, clean.data, clean.len);
	buf_release(&clean);
	return kept;
}

static const char *keep(struct study *st, const char *s)
{
	return s != NULL ? study_keep(st, s, strlen(s)) : "";
}

/* What may name somebody: names are hidden in it. */
static const char *keep_shown(
	struct store *s, struct study *st, enum redact_kind kind, const char *text)
{
	return keep(st, seen_text(s, kind, text, &st->arena));
}

/* ---- codes ----------------------------------------------------------------------------------- */

static bool wanted(const struct study *st, const char *codebook)
{
	return st->options.codebook == NULL || strcmp(st->options.codebook, codebook) == 0;
}

static const char *label_in(const struct study *st, const struct store_code *c)
{
	bool english = strcmp(st->options.lang, "en") == 0;
	const char *first = english ? c->label_en : c->label_id,
		   *second = english ? c->label_id : c->label_en;

	return *first != '\0' ? first : *second != '\0' ? second : c->key;
}

static enum rc add_code(const struct store_code *c, void *arg, struct err *e)
{
	struct study *st = arg;

	if (!wanted(st, c->codebook))
		return RC_OK;
	if (st->codes.n == STUDY_CODES_MAX)
		return err_set(e, RC_INPUT,
			"the project has more than %d codes; report on one codebook at a time with "
			"--codebook NAME",
			STUDY_CODES_MAX);
	vec_push(&st->codes, ((struct study_code){ .id = c->id,
				     .parent = study_code_index(st, c->parent),
				     .codebook = keep(st, c->codebook),
				     .key = keep(st, c->key),
				     .full = keep(st, c->full),
				     .label = keep(st, label_in(st, c)),
				     .definition = keep(st, c->definition),
				     .includes = keep(st, c->includes),
				     .excludes = keep(st, c->excludes),
				     .source = keep(st, c->source),
				     .depth = c->depth,
				     .is_project = c->is_project }));
	return RC_OK;
}

static enum rc add_codebook(const struct store_codebook *c, void *arg, struct err *e)
{
	struct study *st = arg;
	char sha[13];

	(void)e;
	if (!wanted(st, c->name))
		return RC_OK;
	hex_of(c->sha, 6, sha);
	vec_push(&st->codebooks, ((struct study_codebook){ .name = keep(st, c->name),
					 .declared = keep(st, c->declared),
					 .title = "",
					 .sha = c->is_project ? "" : keep(st, sha),
					 .is_project = c->is_project }));
	return RC_OK;
}

int32_t study_code_index(const struct study *st, int64_t id)
{
	for (size_t i = 0; i < st->codes.n; i++)
		if (st->codes.items[i].id == id)
			return (int32_t)i;
	return -1;
}

bool study_is_above(const struct study *st, uint32_t a, uint32_t b)
{
	for (int32_t up = st->codes.items[b].parent; up >= 0; up = st->codes.items[up].parent)
		if (up == (int32_t)a)
			return true;
	return false;
}

/* ---- speakers -------------------------------------------------------------------------------- */

struct group_search {
	struct study *st;
	struct store *store;
	bool kelompok, group;
};

static bool has_key(const char *variables, const char *key)
{
	size_t len = strlen(key);

	for (const char *p = variables; (p = strstr(p, key)) != NULL; p += len)
		if ((p == variables || p[-1] == ' ') && p[len] == '=')
			return true;
	return false;
}

static enum rc add_speaker(const struct store_speaker *p, void *arg, struct err *e)
{
	struct group_search *g = arg;

	(void)e;
	g->kelompok = g->kelompok || has_key(p->variables, "kelompok");
	g->group = g->group || has_key(p->variables, "group");
	vec_push(&g->st->speakers,
		((struct study_speaker){ .id = p->id,
			.shown = keep_shown(g->store, g->st, REDACT_NAME, p->shown),
			.role = p->role,
			.kind = p->kind }));
	return RC_OK;
}

static enum rc load_speakers(struct store *s, struct study *st, struct err *e)
{
	struct group_search g = { st, s, false, false };
	enum rc rc = store_speakers(s, add_speaker, &g, e);

	if (st->options.group == NULL)
		st->options.group = g.kelompok || !g.group ? "kelompok" : "group";
	return rc;
}

/* ---- documents ------------------------------------------------------------------------------- */

struct loading_documents {
	struct store *s;
	struct study *st;
};

static enum rc add_document(const struct store_document *d, void *arg, struct err *e)
{
	struct loading_documents *l = arg;
	struct study *st = l->st;

	(void)e;
	vec_push(&st->documents, ((struct study_document){ .id = d->id,
					 .number = d->number,
					 .title = keep_shown(l->s, st, REDACT_NAME, d->title),
					 .date = keep(st, d->date),
					 .place = keep_shown(l->s, st, REDACT_TEXT, d->place),
					 .method = d->method }));
	return RC_OK;
}

VEC_TYPE(coder_ids, int64_t);

static enum rc add_coder(const struct store_coder *c, void *arg, struct err *e)
{
	struct coder_ids *ids = arg;

	(void)e;
	vec_push(ids, c->id);
	return RC_OK;
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static enum rc load_documents(struct store *s, struct study *st, struct err *e)
{
	struct coder_ids coders = VEC_INIT;
	struct loading_documents l = { s, st };
	enum rc rc = store_documents(s, false, add_document, &l, e);

	if (rc == RC_OK && st->options.coder != 0)
		vec_push(&coders, st->options.coder);
	else if (rc == RC_OK)
		rc = store_coders(s, add_coder, &coders, e);
	for (size_t i = 0; rc == RC_OK && i < st->documents.n; i++)
		rc = study_document_load(st, s, (uint32_t)i, coders.items, coders.n, e);
	vec_release(&coders);
	vec_sort(&st->groups, by_text);
	vec_sort(&st->coders, by_text);
	return rc;
}

/* ---- the whole ------------------------------------------------------------------------------- */

static enum rc load_facts(struct store *s, struct study *st, struct err *e)
{
	uint8_t head[SHA256_LEN];
	enum rc rc = store_verify(s, head, &st->ops, e);

	hex_of(head, sizeof head, st->chain);
	st->title = keep_shown(s, st, REDACT_TEXT, store_setting(s, "title"));
	st->author = keep(st, store_setting(s, "author"));
	st->institution = keep(st, store_setting(s, "institution"));
	st->city = keep(st, store_setting(s, "city"));
	st->year = keep(st, store_setting(s, "year"));
	return rc;
}

static void count_informants(struct study *st)
{
	vec_each (const struct study_speaker, p, &st->speakers)
		st->informants +=
			p->role == ROLE_INFORMANT && p->kind == SPEAKER_PERSON && p->documents > 0;
}

enum rc study_load(
	struct store *s, const struct study_options *o, struct study **out, struct err *e)
{
	struct study *st = mem_zalloc(1, sizeof *st);
	enum rc rc;

	st->options = *o;
	rc = load_facts(s, st, e);
	if (rc == RC_OK)
		rc = store_codes(s, add_code, st, e);
	if (rc == RC_OK)
		rc = store_codebooks(s, add_codebook, st, e);
	if (rc == RC_OK && o->codebook != NULL && st->codebooks.n == 0)
		rc = err_set(e, RC_NOTFOUND, "no codebook '%s' in this project", o->codebook);
	if (rc == RC_OK)
		rc = load_speakers(s, st, e);
	st->pairs = mem_zalloc(st->codes.n * st->codes.n + 1, sizeof *st->pairs);
	if (rc == RC_OK)
		rc = load_documents(s, st, e);
	count_informants(st);
	if (rc == RC_OK) {
		*out = st;
		return RC_OK;
	}
	study_free(st);
	*out = NULL;
	return rc;
}

void study_free(struct study *st)
{
	if (st == NULL)
		return;
	vec_each (struct study_speaker, p, &st->speakers)
		vec_release(&p->groups);
	vec_release(&st->codebooks);
	vec_release(&st->codes);
	vec_release(&st->documents);
	vec_release(&st->speakers);
	vec_release(&st->groups);
	vec_release(&st->coders);
	vec_release(&st->segments);
	vec_release(&st->unions);
	free(st->pairs);
	arena_release(&st->arena);
	free(st);
}

const char *study_unit_name(const struct study *st)
{
	static const enum text names[] = { [UNIT_MATCH] = T_UNIT_SENTENCE,
		[UNIT_SENTENCE] = T_UNIT_SENTENCE,
		[UNIT_TURN] = T_UNIT_TURN,
		[UNIT_PARAGRAPH] = T_UNIT_PARAGRAPH,
		[UNIT_DOCUMENT] = T_UNIT_DOCUMENT };

	return text_of(names[st->options.unit], st->options.lang);
}
