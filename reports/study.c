/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/study.h"

#include <string.h>

#include "base/utf8.h"
#include "project/seen.h"
#include "reports/study_codebooks.h"
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

static bool wanted(const struct study *st, const struct store_code *c)
{
	return st->options.codebook == NULL || store_code_is_of(c, st->options.codebook);
}

/* A retired code says so wherever it is named. */
static const char *label_in(struct study *st, const struct store_code *c)
{
	const char *label = store_code_label(c, st->options.lang);

	if (!c->retired)
		return label;
	return arena_printf(&st->arena, "%s (%s)", label, text_of(T_RETIRED, st->options.lang));
}

/* Of one codebook alone: a code that stands under one of another is at the top. */
static unsigned depth_in(const struct study *st, const struct store_code *c)
{
	int32_t up = study_code_index(st, c->parent);

	return up >= 0 ? st->codes.items[up].depth + 1 : 0;
}

static enum rc add_code(const struct store_code *c, void *arg, struct err *e)
{
	struct study *st = arg;

	if (!wanted(st, c))
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
				     .merged = "",
				     .extended = "",
				     .depth = depth_in(st, c),
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

struct merging {
	struct study *st;
	VEC(struct store_code) merged; /* texts in st->arena */
};

/* A code of the project's own is no change. */
static void count_changes(struct study *st, const struct store_code *c)
{
	bool file = !c->is_project;

	st->relabelled += file && (c->changes & CODE_RELABELLED) != 0;
	st->moved += file && (c->changes & CODE_MOVED) != 0;
	st->merged += c->merged_into != 0;
	st->retired += c->merged_into == 0 && c->retired;
}

static enum rc note_merged(const struct store_code *c, void *arg, struct err *e)
{
	struct merging *m = arg;
	struct store_code copy = *c;

	(void)e;
	if (wanted(m->st, c))
		count_changes(m->st, c);
	if (c->merged_into == 0)
		return RC_OK;
	copy.full = keep(m->st, c->full);
	copy.key = keep(m->st, store_code_label(c, m->st->options.lang));
	vec_push(&m->merged, copy);
	return RC_OK;
}

/* What a merged code became in the end. */
static int64_t became(const struct merging *m, int64_t code)
{
	for (size_t steps = 0; steps <= m->merged.n; steps++) {
		int64_t from = code;

		vec_each (const struct store_code, c, &m->merged)
			if (c->id == from)
				code = c->merged_into;
		if (code == from)
			break;
	}
	return code;
}

/* Readers are told which codes a code stands for. */
static enum rc load_merged(struct store *s, struct study *st, struct err *e)
{
	struct merging m = { st, VEC_INIT };
	enum rc rc = store_codes_all(s, note_merged, &m, e);

	vec_each (const struct store_code, c, &m.merged) {
		int32_t i = study_code_index(st, became(&m, c->merged_into));
		const char *before = i >= 0 ? st->codes.items[i].merged : "";

		if (i >= 0)
			st->codes.items[i].merged = arena_printf(&st->arena, "%s%s%s (%s)", before,
				before[0] != '\0' ? "; " : "", c->key, c->full);
	}
	vec_release(&m.merged);
	return rc;
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
		rc = load_merged(s, st, e);
	if (rc == RC_OK)
		rc = study_codebooks_load(st, s, e);
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
