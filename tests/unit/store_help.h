/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the tests of the store: a project in a folder of its own, filled in a line or two. */
#ifndef TEMA_TESTS_STORE_HELP_H
#define TEMA_TESTS_STORE_HELP_H

#include "tests/unit/coder_help.h"

#include "base/sha256.h"
#include "store/canon.h"
#include "store/codebooks.h"
#include "store/documents.h"
#include "store/history.h"
#include "store/judgements.h"
#include "store/suggestions.h"

struct lab {
	char *dir, *path;
	struct store *s;
	struct person who;
	struct err e;
};

#define lab_ok(LAB, CALL)                                                                          \
	do {                                                                                       \
		enum rc lab_rc_ = (CALL);                                                          \
		ck_assert_msg(lab_rc_ == RC_OK, "%s: %s", #CALL, (LAB)->e.msg);                    \
	} while (0)

static inline struct person lab_person(const char *name)
{
	struct person p = { .name = name };

	uid_hash(&p.uid, name, strlen(name));
	return p;
}

static inline void lab_open(struct lab *l)
{
	lab_ok(l, store_open(l->path, STORE_WRITE, &l->s, &l->e));
}

static inline struct lab lab_new(void)
{
	struct lab l = { .who = lab_person("Rini Wahyuni") };

	l.dir = unit_tmpdir();
	l.path = mem_printf("%s/studi.tema", l.dir);
	lab_ok(&l, store_create(l.path, &l.who, &l.e));
	lab_open(&l);
	return l;
}

static inline void lab_free(struct lab *l)
{
	struct file_list files = VEC_INIT;

	store_close(l->s);
	lab_ok(l, file_walk(l->dir, &files, &l->e));
	vec_each (char *, f, &files)
		unlink(*f);
	file_list_release(&files);
	rmdir(l->dir);
	free(l->path);
	free(l->dir);
}

static inline void lab_begin(struct lab *l, const char *command)
{
	lab_ok(l, store_begin(l->s, &l->who, command, &l->e));
}

static inline void lab_commit(struct lab *l)
{
	lab_ok(l, store_commit(l->s, &l->e));
}

/* A document from lines as coder_document() knows them; its bytes are the text. */
static inline int64_t lab_document(struct lab *l, const char *title, const char *text)
{
	struct document *doc = coder_document(text);
	struct store_import how = { text, strlen(text), false, "txt", "method=interview", title, "",
		"" };
	int64_t id = 0;

	lab_begin(l, "import");
	lab_ok(l, store_document_add(l->s, doc, &how, &id, &l->e));
	lab_commit(l);
	document_free(doc);
	return id;
}

struct lab_run {
	struct lab *l;
	const struct codebook *cb;
	int64_t version;
	struct store_change_count count;
};

static inline enum rc lab_keep(const struct engine_suggestion *g, void *arg, struct err *e)
{
	struct lab_run *r = arg;
	VEC(struct store_hit) hits = VEC_INIT;
	enum rc rc;

	for (size_t i = 0; i < g->nhits; i++) {
		struct store_hit hit = { .rule = g->hits[i].rule->key,
			.version = r->version,
			.weight = g->hits[i].rule->set.weight,
			.counted = g->hits[i].counted,
			.spans = g->hits[i].spans,
			.nspans = g->hits[i].nspans };

		memcpy(hit.hash, g->hits[i].rule->hash, SHA256_LEN);
		vec_push(&hits, hit);
	}
	rc = store_suggest(r->l->s, g->code, r->version, g->start, g->end, g->unit, g->score,
		hits.items, hits.n, e);
	vec_release(&hits);
	return rc;
}

static inline enum rc lab_collect_id(const struct store_document *d, void *arg, struct err *e)
{
	VEC(int64_t) *ids = arg;

	(void)e;
	vec_push(ids, d->id);
	return RC_OK;
}

/* Codebook into the project, over all documents. */
static inline struct store_change_count lab_precode(struct lab *l, const char *book)
{
	struct codebook *cb = coder_book(book);
	const struct codebook *books[] = { cb };
	struct lab_run r = { .l = l, .cb = cb };
	struct store_change_count sum = { 0, 0, 0, 0 };
	struct engine *g = NULL;
	struct diags d = DIAGS_INIT;
	VEC(int64_t) ids = VEC_INIT;
	bool changed;

	lab_ok(l, engine_new(books, 1, &g, &d, &l->e));
	lab_begin(l, "precode");
	lab_ok(l, store_codebook_put(l->s, cb, &r.version, &changed, &l->e));
	lab_ok(l, store_documents(l->s, false, lab_collect_id, &ids, &l->e));
	for (size_t i = 0; i < ids.n; i++) {
		struct document *doc = NULL;

		lab_ok(l, store_document_load(l->s, ids.items[i], &doc, &l->e));
		lab_ok(l, store_suggest_begin(l->s, ids.items[i], &r.version, 1, &l->e));
		lab_ok(l, engine_run(g, doc, lab_keep, &r, &d, &l->e));
		lab_ok(l, store_suggest_end(l->s, &r.count, &l->e));
		sum.added += r.count.added;
		sum.unchanged += r.count.unchanged;
		sum.gone += r.count.gone;
		sum.unsupported += r.count.unsupported;
		document_free(doc);
	}
	lab_ok(l, store_run_note(l->s, &r.version, 1, engine_name(), "", &l->e));
	lab_commit(l);
	vec_release(&ids);
	diags_release(&d);
	engine_free(g);
	codebook_free(cb);
	return sum;
}

static inline int64_t lab_code(struct lab *l, const char *typed)
{
	int64_t id = 0;

	lab_ok(l, store_code_find(l->s, typed, &id, &l->e));
	return id;
}

static inline int64_t lab_coder(struct lab *l)
{
	char hex[UID_HEX];
	int64_t id = 0;

	uid_hex(&l->who.uid, hex);
	return store_coder_find(l->s, hex, &id, &l->e) == RC_OK ? id : -1;
}

/* One line a suggestion: "1:0-12 LEMAH open 0.5000 [rule rule]". */
struct lab_lines {
	struct lab *l;
	struct buf out;
};

static inline enum rc lab_key(const struct store_code *c, void *arg, struct err *e)
{
	struct {
		int64_t id;
		char key[64];
	} *find = arg;

	(void)e;
	if (c->id == find->id)
		snprintf(find->key, sizeof find->key, "%s", c->key);
	return RC_OK;
}

static inline void lab_add_key(struct lab *l, int64_t code, struct buf *out)
{
	struct {
		int64_t id;
		char key[64];
	} find = { code, "?" };

	lab_ok(l, store_codes(l->s, lab_key, &find, &l->e));
	buf_adds(out, find.key);
}

static inline enum rc lab_suggestion(const struct store_suggestion *g, void *arg, struct err *e)
{
	struct lab_lines *lines = arg;
	int bit = 0;

	(void)e;
	while ((1u << bit) != (unsigned)g->state)
		bit++;
	buf_printf(&lines->out, "%u:%u-%u ", g->document_number, g->start, g->end);
	lab_add_key(lines->l, g->code, &lines->out);
	buf_printf(&lines->out, " %s%s", suggestion_state_names[bit], g->again ? " again" : "");
	for (size_t i = 0; i < g->nhits; i++)
		buf_printf(&lines->out, " %s", g->hits[i].rule);
	buf_addc(&lines->out, '\n');
	return RC_OK;
}

/* Valid until the caller frees it. */
static inline char *lab_suggestions(struct lab *l, const struct suggestion_filter *f)
{
	struct lab_lines lines = { l, BUF_INIT };

	lab_ok(l, store_suggestions(l->s, f, lab_suggestion, &lines, &l->e));
	return buf_detach(&lines.out);
}

static inline enum rc lab_judgement(const struct store_judgement *j, void *arg, struct err *e)
{
	struct lab_lines *lines = arg;

	(void)e;
	buf_printf(&lines->out, "%u:%u-%u ", j->document_number, j->start, j->end);
	lab_add_key(lines->l, j->code, &lines->out);
	buf_printf(&lines->out, " %s %s %s%s\n", verdict_names[j->verdict], via_names[j->via],
		j->coder_name, j->orphaned ? " orphaned" : "");
	return RC_OK;
}

static inline char *lab_judgements(struct lab *l, const struct judgement_filter *f)
{
	struct lab_lines lines = { l, BUF_INIT };

	lab_ok(l, store_judgements(l->s, f, lab_judgement, &lines, &l->e));
	return buf_detach(&lines.out);
}

#define lab_expect(TEXT, CALL)                                                                     \
	do {                                                                                       \
		char *lab_got_ = (CALL);                                                           \
		ck_assert_str_eq(lab_got_, TEXT);                                                  \
		free(lab_got_);                                                                    \
	} while (0)

/* A verdict on a suggestion's or any span, as its own op. */
static inline void lab_judge(struct lab *l, int64_t document, const char *code, uint32_t start,
	uint32_t end, enum verdict verdict)
{
	struct judgement_new j = { .document = document,
		.code = lab_code(l, code),
		.start = start,
		.end = end,
		.unit = UNIT_SENTENCE,
		.verdict = verdict,
		.via = VIA_SINGLE };

	lab_begin(l, verdict_names[verdict]);
	lab_ok(l, store_judge(l->s, &j, NULL, &l->e));
	lab_commit(l);
}

static inline void lab_add_line(const char *line, size_t len, void *arg)
{
	sha256_add(arg, line, len);
}

/* What stands now, in one number. */
static inline void lab_digest(struct lab *l, uint8_t out[SHA256_LEN])
{
	struct sha256 sum;

	sha256_start(&sum);
	lab_ok(l, canon_live(l->s, lab_add_line, &sum, &l->e));
	sha256_end(&sum, out);
}

static inline uint64_t lab_verify(struct lab *l)
{
	uint8_t head[SHA256_LEN];
	uint64_t ops = 0;

	lab_ok(l, store_verify(l->s, head, &ops, &l->e));
	return ops;
}

/* Undo or redo as its own op; "" when done, else the message. */
static inline const char *lab_step(struct lab *l, bool redo, int64_t seq)
{
	char *what = NULL;
	int64_t done;
	enum rc rc;

	lab_begin(l, redo ? "redo" : "undo");
	rc = redo ? store_redo(l->s, &what, &done, &l->e)
		  : store_undo(l->s, seq, &what, &done, &l->e);
	free(what);
	if (rc == RC_OK) {
		lab_commit(l);
		return "";
	}
	ck_assert_ptr_null(what);
	store_rollback(l->s);
	return rc == RC_NOTFOUND ? "nothing" : l->e.msg;
}

/* An op that sets the title. */
static inline void lab_set(struct lab *l, const char *value)
{
	lab_begin(l, "project");
	lab_ok(l, store_setting_put(l->s, "title", value, &l->e));
	lab_commit(l);
}

#endif
