/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For the tests of the coder: a text and a codebook written in the test become
 * what the engine found, as one string to compare.
 */
#ifndef TEMA_TESTS_CODER_HELP_H
#define TEMA_TESTS_CODER_HELP_H

#include <string.h>

#include "tests/unit/unit.h"

#include "base/diag.h"
#include "codebooks/parser.h"
#include "coder/engine.h"
#include "corpus/draft.h"
#include "corpus/turns.h"

static inline enum para_kind coder_kind(const char **text)
{
	for (int kind = PARA_BODY; para_kind_names[kind] != NULL; kind++) {
		size_t len = strlen(para_kind_names[kind]);

		if (**text == '[' && strncmp(*text + 1, para_kind_names[kind], len) == 0 &&
			(*text)[len + 1] == ']') {
			*text += len + 2 + ((*text)[len + 2] == ' ');
			return (enum para_kind)kind;
		}
	}
	return PARA_BODY;
}

/* One paragraph a line. "T: " makes the interviewer's turn, "J: ", "K: ", "L: " those of
 * informants; a line without a label is nobody's, and "[heading] " and the like begin one of that
 * kind. A line separator (U+2028) is a line break within the paragraph. */
static inline struct document *coder_document(const char *text)
{
	static const struct speaker_hint hints[] = {
		{ "T", NULL, NULL, ROLE_INTERVIEWER },
		{ "J", "Sari", "I1", ROLE_INFORMANT },
		{ "K", NULL, NULL, ROLE_INFORMANT },
		{ "L", NULL, NULL, ROLE_OTHER },
	};
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct document *doc = NULL;
	struct draft draft;

	draft_init(&draft);
	while (*text != '\0') {
		enum para_kind kind = coder_kind(&text);
		size_t len = strcspn(text, "\n");
		struct draft_para *p = draft_para(&draft, kind);

		if (len > 3 && strchr("TJKL", text[0]) != NULL && text[1] == ':') {
			draft_label(&draft, text, 1);
			draft_text(&draft, text + 3, len - 3);
		} else {
			p->fresh = true;
			draft_text(&draft, text, len);
		}
		text += len + (text[len] == '\n');
	}
	draft_end(&draft);
	if (document_build(&draft, METHOD_INTERVIEW, hints, 4, &doc, &d, &e) != RC_OK)
		ck_abort_msg("document: %s", e.msg);
	draft_release(&draft);
	diags_release(&d);
	return doc;
}

static inline struct codebook *coder_book(const char *text)
{
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct codebook *cb = NULL;

	if (codebook_parse("t.codebook", text, strlen(text), &cb, &d, &e) != RC_OK) {
		struct buf out = BUF_INIT;

		diag_print_all(&d, &out);
		ck_abort_msg("codebook: %s\n%s\nin:\n%s", e.msg, out.data, text);
	}
	diags_release(&d);
	return cb;
}

enum coder_shown { SHOW_WORDS, SHOW_SCORES, SHOW_UNITS };

struct coder_output {
	const struct document *doc;
	enum coder_shown shown;
	const char *code; /* the only one to be shown; NULL: all */
	struct buf out;
};

static inline enum rc coder_note(const struct engine_suggestion *s, void *arg, struct err *e)
{
	struct coder_output *o = arg;
	const char *text = o->doc->text;

	(void)e;
	if (o->code != NULL && strcmp(o->code, s->code->key) != 0)
		return RC_OK;
	if (o->shown == SHOW_SCORES)
		buf_printf(
			&o->out, "%s%s %.4f", o->out.len > 0 ? "; " : "", s->code->key, s->score);
	if (o->shown == SHOW_UNITS)
		buf_printf(&o->out, "%s[%.*s]", o->out.len > 0 ? " " : "", (int)(s->end - s->start),
			text + s->start);
	for (size_t i = 0; i < s->nhits && o->shown == SHOW_WORDS; i++) {
		buf_adds(&o->out, o->out.len > 0 ? " | " : "");
		for (size_t k = 0; k < s->hits[i].nspans; k++)
			buf_printf(&o->out, "%s%.*s", k > 0 ? " " : "",
				(int)(s->hits[i].spans[k].end - s->hits[i].spans[k].start),
				text + s->hits[i].spans[k].start);
	}
	return RC_OK;
}

/* Code and diags may be NULL. The string is the caller's. */
static inline char *coder_run_of(const struct codebook *cb, const struct document *doc,
	enum coder_shown shown, const char *code, struct diags *diags)
{
	struct coder_output o = { doc, shown, code, BUF_INIT };
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct engine *g = NULL;

	if (engine_new(&cb, 1, &g, diags != NULL ? diags : &d, &e) != RC_OK)
		ck_abort_msg("engine: %s %s", e.msg, d.list.n > 0 ? d.list.items[0].text : "");
	ck_assert_int_eq(engine_run(g, doc, coder_note, &o, diags != NULL ? diags : &d, &e), RC_OK);
	engine_free(g);
	diags_release(&d);
	return buf_detach(&o.out);
}

static inline char *coder_run(const struct codebook *cb, const struct document *doc,
	enum coder_shown shown, struct diags *diags)
{
	return coder_run_of(cb, doc, shown, NULL, diags);
}

/* A whole codebook, and a text as for coder_document(). */
static inline char *coder_result(const char *book, const char *text, enum coder_shown shown)
{
	struct codebook *cb = coder_book(book);
	struct document *doc = coder_document(text);
	char *result = coder_run(cb, doc, shown, NULL);

	document_free(doc);
	codebook_free(cb);
	return result;
}

/* The clauses of one rule: "when a near 3 b unless c". Words of all hits: "a b | a b". */
static inline char *coder_words(const char *clauses, const char *text, enum coder_shown shown)
{
	char *book = mem_printf("codebook t language id\n"
				"words @m { optimal, maksimal, \"sangat baik\" }\n"
				"code A { rule r {\n%s\n} }\n",
		clauses);
	char *result = coder_result(book, text, shown);

	free(book);
	return result;
}

#define assert_words(CLAUSES, TEXT, WORDS)                                                         \
	do {                                                                                       \
		char *found_ = coder_words(CLAUSES, TEXT, SHOW_WORDS);                             \
		ck_assert_msg(strcmp(found_, WORDS) == 0, "%s in '%s': '%s' wanted '%s'", CLAUSES, \
			TEXT, found_, WORDS);                                                      \
		free(found_);                                                                      \
	} while (0)
#define assert_units(CLAUSES, TEXT, UNITS)                                                         \
	do {                                                                                       \
		char *found_ = coder_words(CLAUSES, TEXT, SHOW_UNITS);                             \
		ck_assert_msg(strcmp(found_, UNITS) == 0, "%s in '%s': '%s' wanted '%s'", CLAUSES, \
			TEXT, found_, UNITS);                                                      \
		free(found_);                                                                      \
	} while (0)
#define assert_scores(BOOK, TEXT, SCORES)                                                          \
	do {                                                                                       \
		char *found_ = coder_result(BOOK, TEXT, SHOW_SCORES);                              \
		ck_assert_msg(strcmp(found_, SCORES) == 0, "%s in '%s': '%s' wanted '%s'", BOOK,   \
			TEXT, found_, SCORES);                                                     \
		free(found_);                                                                      \
	} while (0)

#endif
