/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/study_document.h"

#include <string.h>

#include "output/redact.h"
#include "project/seen.h"
#include "reports/spans.h"
#include "reports/study_pairs.h"
#include "store/pseudonyms.h"

struct loading {
	struct study *st;
	uint32_t index;
	struct document *doc;  /* as stored: what is counted */
	struct buf shown;      /* its text as it is printed */
	struct redact_map map; /* between the two */
	struct word_starts words;
	struct lines lines;
	struct segment_list *own; /* by code */
	struct segment_list open; /* suggestions that nobody answered, code by code */
	const int64_t *coders;
	size_t ncoders;
};

/* ---- words and speakers ---------------------------------------------------------------------- */

static int32_t speaker_index(const struct study *st, const struct label *label)
{
	for (size_t i = 0; label != NULL && i < st->speakers.n; i++)
		if (st->speakers.items[i].id == label->speaker)
			return (int32_t)i;
	return -1;
}

static void note_group(struct study *st, struct study_speaker *p, const char *value)
{
	const char *name = NULL;

	vec_each (const char *, known, &p->groups)
		if (strcmp(*known, value) == 0)
			return;
	vec_each (const char *, known, &st->groups)
		if (strcmp(*known, value) == 0)
			name = *known;
	if (name == NULL) {
		name = arena_strdup(&st->arena, value);
		vec_push(&st->groups, name);
	}
	vec_push(&p->groups, name);
}

static void meet_speakers(struct loading *l, struct store *s)
{
	vec_each (const struct label, label, &l->doc->labels) {
		int32_t i = speaker_index(l->st, label);
		struct study_speaker *p;

		if (i < 0)
			continue;
		p = &l->st->speakers.items[i];
		p->documents++;
		l->st->documents.items[l->index].informants +=
			p->role == ROLE_INFORMANT && p->kind == SPEAKER_PERSON;
		for (size_t k = 0; k < label->vars.n; k++)
			if (strcmp(label->vars.items[k].key, l->st->options.group) == 0)
				note_group(l->st, p,
					seen_text(s, REDACT_NAME, label->vars.items[k].value,
						&l->st->arena));
	}
}

bool study_is_exposed(const struct document *doc, const struct para *para)
{
	const struct label *label = document_speaker_of(doc, para);

	return para->kind == PARA_BODY && (label == NULL || label->role != ROLE_INTERVIEWER);
}

static void count_words(struct loading *l)
{
	struct study_document *d = &l->st->documents.items[l->index];

	d->words_all = l->words.at.n;
	vec_each (const struct para, para, &l->doc->paras) {
		uint32_t words = word_starts_between(&l->words, para->start, para->end);
		int32_t speaker = speaker_index(l->st, document_speaker_of(l->doc, para));

		if (!study_is_exposed(l->doc, para))
			continue;
		d->words += words;
		if (speaker >= 0)
			l->st->speakers.items[speaker].words += words;
	}
	l->st->words += d->words;
}

/* ---- what people decided --------------------------------------------------------------------- */

static bool counts(const struct loading *l, int64_t coder)
{
	for (size_t i = 0; i < l->ncoders; i++)
		if (l->coders[i] == coder)
			return true;
	return false;
}

static void note_coder(struct study *st, const char *name)
{
	vec_each (const char *, known, &st->coders)
		if (strcmp(*known, name) == 0)
			return;
	vec_push(&st->coders, arena_strdup(&st->arena, name));
}

static void note_via(struct study *st, const struct store_judgement *j)
{
	uint64_t *const by_via[] = { [VIA_SINGLE] = &st->single,
		[VIA_BULK] = &st->bulk,
		[VIA_HAND] = &st->hand,
		[VIA_SHEET] = &st->other,
		[VIA_IMPORT] = &st->other,
		[VIA_ADJUDICATION] = &st->other };

	if (j->verdict != VERDICT_UNSURE)
		++*by_via[j->via];
}

static void note_verdict(struct study *st, struct study_code *code, enum verdict verdict)
{
	uint64_t *const all[] = { &st->confirmed, &st->rejected, &st->unsure };
	uint64_t *const here[] = { &code->confirmed, &code->rejected, &code->unsure };

	++*all[verdict];
	++*here[verdict];
}

static enum rc add_judgement(const struct store_judgement *j, void *arg, struct err *e)
{
	struct loading *l = arg;
	int32_t code = study_code_index(l->st, j->code);

	(void)e;
	if (code < 0 || !counts(l, j->coder))
		return RC_OK;
	if (j->orphaned) {
		l->st->orphaned += j->verdict == VERDICT_CONFIRM;
		return RC_OK;
	}
	note_coder(l->st, j->coder_name);
	note_via(l->st, j);
	note_verdict(l->st, &l->st->codes.items[code], j->verdict);
	if (j->verdict == VERDICT_CONFIRM)
		vec_push(&l->own[code], ((struct study_segment){ .document = l->index,
						.code = (uint32_t)code,
						.start = j->start,
						.end = j->end }));
	return RC_OK;
}

/* ---- suggestions that nobody answered ----------------------------------------------------------
 */

static enum rc add_suggestion(const struct store_suggestion *g, void *arg, struct err *e)
{
	struct loading *l = arg;
	int32_t code = study_code_index(l->st, g->code);

	(void)e;
	if (code >= 0)
		vec_push(&l->open, ((struct study_segment){ .document = l->index,
					   .code = (uint32_t)code,
					   .start = g->start,
					   .end = g->end,
					   .suggested = true }));
	return RC_OK;
}

static int by_place(const void *a, const void *b)
{
	const struct study_segment *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->end != y->end)
		return x->end < y->end ? -1 : 1;
	return x->code < y->code ? -1 : x->code > y->code;
}

/* Keep of a only what is in b too; both sorted by place. */
static void intersect(struct segment_list *a, const struct segment_list *b)
{
	size_t kept = 0, k = 0;

	for (size_t i = 0; i < a->n; i++) {
		while (k < b->n && by_place(&b->items[k], &a->items[i]) < 0)
			k++;
		if (k < b->n && by_place(&b->items[k], &a->items[i]) == 0)
			a->items[kept++] = a->items[i];
	}
	a->n = kept;
}

static enum rc open_for(struct loading *l, struct store *s, int64_t coder, struct err *e)
{
	struct suggestion_filter f = { .document = l->st->documents.items[l->index].id,
		.coder = coder,
		.states = SUGGESTION_OPEN };
	enum rc rc = store_suggestions(s, &f, add_suggestion, l, e);

	vec_sort(&l->open, by_place);
	return rc;
}

/* Open is what is open for every coder who counts. */
static enum rc load_open(struct loading *l, struct store *s, struct err *e)
{
	enum rc rc = open_for(l, s, l->ncoders > 0 ? l->coders[0] : 0, e);

	for (size_t i = 1; rc == RC_OK && i < l->ncoders; i++) {
		struct segment_list before = l->open;

		l->open = (struct segment_list)VEC_INIT;
		rc = open_for(l, s, l->coders[i], e);
		intersect(&l->open, &before);
		vec_release(&before);
	}
	vec_each (const struct study_segment, g, &l->open) {
		l->st->codes.items[g->code].open++;
		l->st->open++;
		if (l->st->options.include_suggested)
			vec_push(&l->own[g->code], *g);
	}
	return rc;
}

/* ---- segments ----------------------------------------------------------------------------------
 */

/* Words are those that could have been coded, so that they fit the denominator; the segment is said
 * by the first who says one of them (a passage over several turns may begin with the question). */
static void measure(const struct loading *l, struct study_segment *g)
{
	size_t i = document_para_at(l->doc, g->start);
	bool found = false;

	g->line = (uint32_t)lines_at(&l->lines, g->start);
	g->words = 0;
	g->speaker = -1;
	for (; i < l->doc->paras.n && l->doc->paras.items[i].start < g->end; i++) {
		const struct para *para = &l->doc->paras.items[i];
		uint32_t start = para->start > g->start ? para->start : g->start;
		uint32_t end = para->end < g->end ? para->end : g->end;

		if (!study_is_exposed(l->doc, para) || start >= end)
			continue;
		g->words += word_starts_between(&l->words, start, end);
		if (!found)
			g->speaker = speaker_index(l->st, document_speaker_of(l->doc, para));
		found = true;
	}
}

/* A name is hidden as a whole, also where the segment ends in it. */
static const char *quotation(const struct loading *l, const struct study_segment *g)
{
	uint32_t start = redact_start(&l->map, g->start), end = redact_end(&l->map, g->end);

	return study_keep(l->st, l->shown.data + start, end - start);
}

static void keep_own(struct loading *l, size_t code)
{
	spans_unite(&l->own[code]);
	vec_each (struct study_segment, g, &l->own[code]) {
		measure(l, g);
		g->text = quotation(l, g);
		vec_push(&l->st->segments, *g);
	}
}

/* Own segments and those of the codes below, joined. */
static void keep_union(struct loading *l, size_t code, struct segment_list *all)
{
	vec_reset(all);
	for (size_t i = code; i < l->st->codes.n; i++) {
		if (i != code && !study_is_above(l->st, (uint32_t)code, (uint32_t)i))
			continue;
		vec_each (const struct study_segment, g, &l->own[i])
			vec_push(all, *g);
	}
	spans_unite(all);
	vec_each (struct study_segment, g, all) {
		g->code = (uint32_t)code;
		g->text = NULL;
		measure(l, g);
		vec_push(&l->st->unions, *g);
	}
}

static void keep_segments(struct loading *l)
{
	struct segment_list all = VEC_INIT;
	size_t first_own = l->st->segments.n, first_union = l->st->unions.n;

	for (size_t i = 0; i < l->st->codes.n; i++)
		keep_own(l, i);
	for (size_t i = 0; i < l->st->codes.n; i++)
		keep_union(l, i, &all);
	vec_release(&all);
	if (l->st->segments.n > first_own)
		qsort(l->st->segments.items + first_own, l->st->segments.n - first_own,
			sizeof *l->st->segments.items, by_place);
	study_pairs_add(l->st, l->doc, l->st->unions.items + first_union,
		l->st->unions.n - first_union, &l->st->documents.items[l->index]);
	if (l->st->unions.n > first_union)
		qsort(l->st->unions.items + first_union, l->st->unions.n - first_union,
			sizeof *l->st->unions.items, by_place);
}

static void release(struct loading *l)
{
	for (size_t i = 0; i < l->st->codes.n; i++)
		vec_release(&l->own[i]);
	free(l->own);
	vec_release(&l->open);
	buf_release(&l->shown);
	redact_map_release(&l->map);
	if (l->doc != NULL) {
		word_starts_release(&l->words);
		lines_release(&l->lines);
	}
	document_free(l->doc);
}

enum rc study_document_load(struct study *st, struct store *s, uint32_t index,
	const int64_t *coders, size_t ncoders, struct err *e)
{
	struct loading l = {
		.st = st, .index = index, .shown = BUF_INIT, .coders = coders, .ncoders = ncoders
	};
	struct judgement_filter f = { .document = st->documents.items[index].id };
	enum rc rc = store_document_load(s, f.document, &l.doc, e);

	l.own = mem_zalloc(st->codes.n + 1, sizeof *l.own);
	if (rc == RC_OK) {
		redact(store_hidden(s), REDACT_TEXT, l.doc->text, l.doc->len, &l.shown, &l.map);
		word_starts_init(&l.words, l.doc->text, l.doc->len);
		lines_init(&l.lines, l.doc->text, l.doc->len);
		meet_speakers(&l, s);
		count_words(&l);
		rc = store_judgements(s, &f, add_judgement, &l, e);
	}
	if (rc == RC_OK)
		rc = load_open(&l, s, e);
	if (rc == RC_OK)
		keep_segments(&l);
	release(&l);
	return rc;
}
