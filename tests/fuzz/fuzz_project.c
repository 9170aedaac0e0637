/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a project file: opened for reading, everything listed, one decision and an undo
 * tried. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "store/codebooks.h"
#include "store/documents.h"
#include "store/history.h"
#include "store/judgements.h"
#include "tests/fuzz/fuzz.h"

struct look {
	struct store *s;
	struct suggestion_filter last; /* of the last suggestion seen */
};

static void use_text(const char *s)
{
	fuzz_use(s, strlen(s));
}

static enum rc look_document(const struct store_document *d, void *arg, struct err *e)
{
	struct look *look = arg;
	struct document *doc = NULL;

	use_text(d->title);
	use_text(d->date);
	use_text(d->place);
	use_text(d->reader);
	use_text(d->options);
	if (store_document_load(look->s, d->id, &doc, e) == RC_OK) {
		fuzz_use(doc->text, doc->len);
		vec_each (struct sentence, t, &doc->sentences)
			fuzz_use(doc->text + t->start, t->end - t->start);
		vec_each (struct label, l, &doc->labels)
			use_text(l->text);
		document_free(doc);
	}
	return RC_OK;
}

static enum rc look_speaker(const struct store_speaker *p, void *arg, struct err *e)
{
	(void)arg;
	(void)e;
	use_text(p->shown);
	use_text(p->labels);
	use_text(p->variables);
	return RC_OK;
}

static enum rc look_code(const struct store_code *c, void *arg, struct err *e)
{
	(void)arg;
	(void)e;
	use_text(c->full);
	use_text(c->label_id);
	use_text(c->definition);
	return RC_OK;
}

static enum rc look_codebook(const struct store_codebook *c, void *arg, struct err *e)
{
	struct look *look = arg;
	struct codebook *cb = NULL;

	fuzz_use(c->source, c->source_len);
	if (store_codebook_load(look->s, c->id, &cb, e) == RC_OK)
		codebook_free(cb);
	return RC_OK;
}

static enum rc look_suggestion(const struct store_suggestion *g, void *arg, struct err *e)
{
	struct look *look = arg;

	(void)e;
	look->last = (struct suggestion_filter){
		.document = g->document, .code = g->code, .start = g->start, .end = g->end
	};
	for (size_t i = 0; i < g->nhits; i++) {
		use_text(g->hits[i].rule);
		fuzz_use(g->hits[i].spans, g->hits[i].nspans * sizeof *g->hits[i].spans);
	}
	return RC_OK;
}

static enum rc look_evidence(const struct store_evidence *v, void *arg, struct err *e)
{
	(void)arg;
	(void)e;
	use_text(v->rule);
	use_text(v->words);
	fuzz_use(v->spans, v->nspans * sizeof *v->spans);
	return RC_OK;
}

static enum rc look_judgement(const struct store_judgement *j, void *arg, struct err *e)
{
	struct look *look = arg;

	use_text(j->id);
	use_text(j->note);
	use_text(j->coder_name);
	store_evidence(look->s, j->row, look_evidence, NULL, e);
	return RC_OK;
}

static enum rc look_op(const struct store_op *op, void *arg, struct err *e)
{
	(void)arg;
	(void)e;
	use_text(op->command);
	use_text(op->detail);
	return RC_OK;
}

static enum rc look_coder(const struct store_coder *c, void *arg, struct err *e)
{
	struct look *look = arg;
	struct suggestion_filter mine = { .coder = c->id };

	use_text(c->name);
	store_suggestions(look->s, &mine, look_suggestion, look, e);
	return RC_OK;
}

static void list_all(struct look *look)
{
	struct judgement_filter history = { .history = true };
	struct err e = ERR_INIT;
	struct store *s = look->s;
	uint8_t head[SHA256_LEN];
	uint64_t ops;
	int64_t id;

	use_text(store_setting(s, "title"));
	store_documents(s, true, look_document, look, &e);
	store_speakers(s, look_speaker, NULL, &e);
	store_codebooks(s, look_codebook, look, &e);
	store_codes(s, look_code, NULL, &e);
	store_coders(s, look_coder, look, &e);
	store_judgements(s, &history, look_judgement, look, &e);
	store_log(s, 0, look_op, NULL, &e);
	store_document_find(s, "a", &id, &e);
	store_speaker_find(s, "1:T", &id, &e);
	store_code_find(s, "A", &id, &e);
	store_verify(s, head, &ops, &e);
}

static void write_some(struct look *look)
{
	struct person who = { .name = "Fuzz" };
	struct judgement_new j = { .document = look->last.document,
		.code = look->last.code,
		.start = look->last.start,
		.end = look->last.end,
		.verdict = VERDICT_CONFIRM,
		.via = VIA_HAND };
	struct err e = ERR_INIT;
	char *what = NULL;
	int64_t done;

	memset(&who.uid, 7, sizeof who.uid);
	if (store_begin(look->s, &who, "confirm", &e) == RC_OK) {
		if (store_judge(look->s, &j, NULL, &e) == RC_OK)
			store_commit(look->s, &e);
		store_rollback(look->s);
	}
	if (store_begin(look->s, &who, "undo", &e) == RC_OK) {
		if (store_undo(look->s, 0, &what, &done, &e) == RC_OK)
			store_commit(look->s, &e);
		store_rollback(look->s);
	}
	free(what);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char path[] = "/tmp/tema-fuzz-project-XXXXXX";
	int fd = mkstemp(path);
	struct look look = { .s = NULL };
	struct err e = ERR_INIT;

	if (fd < 0)
		return 0;
	close(fd);
	if (file_write(path, data, size, &e) == RC_OK) {
		if (store_open(path, STORE_READ, &look.s, &e) == RC_OK)
			list_all(&look);
		store_close(look.s);
		look.s = NULL;
		if (store_open(path, STORE_WRITE, &look.s, &e) == RC_OK)
			write_some(&look);
		store_close(look.s);
	}
	unlink(path);
	return 0;
}
