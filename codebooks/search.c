/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codebooks/search.h"

#include <string.h>

#include "base/utf8.h"
#include "codebooks/parse.h"
#include "codebooks/source.h"

/* What is typed, made ready as a codebook's text is, and kept in the codebook for messages: the
 * pattern is its file 0, as rules have it. */
static bool prepare(struct codebook *cb, const char *name, const char *text, struct complain *c,
	struct diags *d)
{
	struct source_file f = { .name = name };
	struct buf ready = BUF_INIT;
	bool good;

	complain_init(c, d, name);
	good = source_prepare(text, strlen(text), &ready, c);
	if (good) {
		f.text = arena_dup(&cb->arena, ready.data, ready.len);
		f.len = ready.len;
		vec_push(&cb->files, f);
		complain_text(c, f.text, f.len);
		c->excerpts = true; /* it is what the user typed */
	}
	buf_release(&ready);
	return good;
}

/* `paragraph.kind like "*"`: a condition that names the kind reads all kinds. */
static const struct cond *every_kind(struct arena *a)
{
	struct cond *c = arena_alloc(a, sizeof *c);

	*c = (struct cond){ .kind = COND_TEST,
		.object = OBJECT_PARAGRAPH,
		.field = "kind",
		.op = OP_LIKE,
		.value = "*" };
	return c;
}

static const struct cond *both(struct arena *a, const struct cond *x, const struct cond *y)
{
	const struct cond **kids = arena_calloc(a, 2, sizeof *kids);
	struct cond *c = arena_alloc(a, sizeof *c);

	kids[0] = x;
	kids[1] = y;
	*c = (struct cond){ .kind = COND_AND, .kids = kids, .nkids = 2 };
	return c;
}

static const struct cond *condition(struct codebook *cb, const char *where, struct diags *d)
{
	const struct cond *own = NULL, *all = every_kind(&cb->arena);
	struct complain c;
	struct parser p;

	if (where == NULL)
		return all;
	if (prepare(cb, "--where", where, &c, d)) {
		parse_start(
			&p, &cb->arena, &c, vec_last(&cb->files)->text, vec_last(&cb->files)->len);
		p.whole = MSG_P_THE_CONDITION;
		own = parse_where(&p);
		if (own != NULL && p.tok.kind != TOKEN_END)
			parse_expected(&p, MSG_P_AND_OR_END);
		parse_stop(&p);
	}
	complain_release(&c);
	return own != NULL ? both(&cb->arena, all, own) : all;
}

static struct own settings(const struct node *when)
{
	static const char *const languages[] = { "id", "en", NULL };
	bool match = node_is_place(when) || when->kind == NODE_CHAIN || when->kind == NODE_NOT_NEAR;
	struct own own = { .has = OWN_UNIT | OWN_SPEAKERS | OWN_LANGUAGES | OWN_THRESHOLD };

	own.v.unit = match ? UNIT_MATCH : UNIT_SENTENCE;
	own.v.speakers_all = true;
	own.v.languages = languages;
	own.v.threshold = 0.01;
	return own;
}

/* The one code, as parse_code.c would have drafted it. */
static void draft_code(struct parser *p, struct rule_draft *rule)
{
	struct code *code = arena_alloc(p->arena, sizeof(struct code_full));
	struct code_draft draft = { .code = code, .parent = NO_PARENT, .own = rule->own };

	code->key = "MATCH";
	code->full = "find.MATCH";
	code->kind = "theme";
	code->book = p->cb;
	vec_push(&draft.rules, *rule);
	vec_push(&p->codes, draft);
	vec_push(&p->cb->codes, code);
}

static bool is_alone(struct parser *p)
{
	vec_each (struct pattern *, list, &p->lists) {
		complain_error(p->c, (*list)->at, SAY(E009_SEARCH));
		return false;
	}
	vec_each (struct ref_node *, ref, &p->refs) {
		complain_error(p->c, (*ref)->node.at, SAY(E010_SEARCH));
		return false;
	}
	return true;
}

static void read_pattern(struct codebook *cb, const struct cond *where, struct complain *c)
{
	const struct source_file *f = &cb->files.items[0];
	struct rule_draft rule = { .rule = rule_new(&cb->arena) };
	struct parser p;

	parse_start(&p, &cb->arena, c, f->text, f->len);
	p.cb = cb;
	p.whole = MSG_P_THE_PATTERN;
	p.behind = MSG_P_BEHIND_PATTERN;
	rule.rule->key = "find";
	rule.rule->where = where;
	p.rule = rule.rule;
	if (parse_when(&p, &rule) && p.tok.kind != TOKEN_END)
		parse_expected(&p, p.behind);
	if (c->errors == 0 && is_alone(&p)) {
		rule.own = settings(rule.rule->when);
		draft_code(&p, &rule);
		resolve_codebook(&p);
		check_codebook(&p);
	}
	if (c->errors == 0)
		canon_codebook(cb);
	parse_stop(&p);
}

enum rc search_parse(const char *pattern, const char *where, struct codebook **out, struct diags *d,
	struct err *e)
{
	static const char *const languages[] = { "id", "en", NULL };
	struct codebook *cb = mem_zalloc(1, sizeof *cb);
	unsigned before = d->count[DIAG_ERROR];
	struct complain c;

	*out = NULL;
	if (!utf8_valid(pattern, strlen(pattern), NULL) ||
		(where != NULL && !utf8_valid(where, strlen(where), NULL))) {
		codebook_free(cb);
		return err_set(e, RC_USAGE, "what was asked for is not UTF-8");
	}
	cb->name = "find";
	cb->languages = languages;
	setting_default(&cb->set);
	if (prepare(cb, "pattern", pattern, &c, d))
		read_pattern(cb, condition(cb, where, d), &c);
	complain_release(&c);
	if (d->count[DIAG_ERROR] == before) {
		*out = cb;
		return RC_OK;
	}
	codebook_free(cb);
	return err_set(e, RC_INPUT, "what was asked for cannot be understood");
}
