/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A condition of KH Coder in our language: plain alternatives become keywords,
 * every other alternative a rule, whose conditions on variables go to `where`.
 * Each rule is parsed before it is kept; what does not parse is told and noted.
 */
#include <string.h>

#include "base/utf8.h"
#include "codebooks/foreign_khcoder.h"
#include "codebooks/parser.h"

/* A condition without a word: the first word of each paragraph stands for it. */
#define ANY_PARAGRAPH "unit paragraph\nwhen /\\A\\W*\\w+/  # suppress: W057"

static bool holds(const struct kh_node *n, enum kh_kind kind)
{
	if (n->kind == kind)
		return true;
	for (size_t i = 0; i < n->n; i++)
		if (holds(n->kids[i], kind))
			return true;
	return false;
}

/* Only conditions on variables? */
static bool is_pure(const struct kh_node *n)
{
	if (n->n == 0)
		return n->kind == KH_VALUE;
	for (size_t i = 0; i < n->n; i++)
		if (!is_pure(n->kids[i]))
			return false;
	return true;
}

static void put(const struct kh_node *n, bool inside, struct buf *out)
{
	const char *word = n->kind == KH_AND ? " and " : " or ";

	if (n->n == 0) {
		buf_adds(out, n->text);
		return;
	}
	if (n->kind == KH_NOT) {
		buf_adds(out, "not ");
		put(n->kids[0], true, out);
		return;
	}
	if (inside)
		buf_addc(out, '(');
	for (size_t i = 0; i < n->n; i++) {
		if (i > 0)
			buf_adds(out, word);
		put(n->kids[i], true, out);
	}
	if (inside)
		buf_addc(out, ')');
}

static void put_lost(const struct kh_node *n, struct buf *out)
{
	if (n->kind == KH_LOST)
		buf_printf(out, "%s%s", out->len > 0 ? ", " : "", n->text);
	for (size_t i = 0; i < n->n; i++)
		put_lost(n->kids[i], out);
}

static void add_note(struct kh_code *k)
{
	struct foreign_code *c = &k->f->codes.items[k->code];
	const char *s = k->text;
	size_t len = k->len;

	foreign_trim(&s, &len);
	if (c->note == NULL)
		c->note = arena_printf(&k->f->arena, "KH Coder: %.*s", (int)len, s);
}

static void lose(struct kh_code *k, const struct kh_node *n, enum message why)
{
	struct buf what = BUF_INIT;

	put_lost(n, &what);
	foreign_remark(k->f, DIAG_WARNING, k->line, SAY(F003_ALTERNATIVE),
		k->f->codes.items[k->code].name, message_text(why, k->f->d->lang),
		what.len > 0 ? ": " : "", (int)utf8_cut(what.data, what.len, 60), what.data);
	add_note(k);
	buf_release(&what);
}

/* --- does it parse ------------------------------------------------------------------------------
 */

/* The codes that a rule refers to, so that it can be parsed alone. */
static void put_referred(const char *body, struct buf *out)
{
	struct intern seen = INTERN_INIT;

	for (const char *s = body; (s = strchr(s, '<')) != NULL; s++) {
		size_t n = strcspn(s + 1, "> \n(\"");
		uint32_t before = seen.n;

		if (s[1 + n] != '>' || n == 0 || s[1] < 'A' || intern_add(&seen, s + 1, n) < before)
			continue;
		buf_printf(out, "code %.*s { keywords { kata } }\n", (int)n, s + 1);
	}
	intern_release(&seen);
}

static bool parses(const char *body)
{
	struct buf text = BUF_INIT;
	struct diags d = DIAGS_INIT;
	struct codebook *cb = NULL;
	struct err e = ERR_INIT;
	bool good;

	buf_adds(&text, "codebook x\n");
	put_referred(body, &text);
	buf_printf(&text, "code X-_-X { rule x {\n%s\n} }\n", body);
	good = codebook_parse("x", text.data, text.len, &cb, &d, &e) == RC_OK;
	codebook_free(cb);
	diags_release(&d);
	buf_release(&text);
	return good;
}

/* --- rules --------------------------------------------------------------------------------------
 */

static void put_joined(const struct kh_node *const *parts, size_t n, struct buf *out)
{
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_adds(out, " and ");
		put(parts[i], n > 1, out);
	}
}

static void write_rule(struct kh_code *k, const struct kh_node *branch)
{
	const struct kh_node *const *kids = branch->kind == KH_AND ? branch->kids : &branch;
	size_t n = branch->kind == KH_AND ? branch->n : 1, nwhere = 0, nwhen = 0;
	const struct kh_node **when = arena_calloc(&k->f->arena, n, sizeof *when);
	const struct kh_node **where = arena_calloc(&k->f->arena, n, sizeof *where);
	struct buf body = BUF_INIT;
	bool mixed = false;

	for (size_t i = 0; i < n; i++) {
		if (is_pure(kids[i]))
			where[nwhere++] = kids[i];
		else
			when[nwhen++] = kids[i];
		mixed = mixed || (!is_pure(kids[i]) && holds(kids[i], KH_VALUE));
	}
	if (nwhen == 0) {
		buf_adds(&body, ANY_PARAGRAPH);
		foreign_remark(k->f, DIAG_REMARK, k->line, SAY(F003_NO_WORD),
			k->f->codes.items[k->code].name);
	} else {
		buf_adds(&body, "when ");
		put_joined(when, nwhen, &body);
	}
	if (nwhere > 0) {
		buf_adds(&body, "\nwhere ");
		put_joined(where, nwhere, &body);
	}
	if (mixed)
		lose(k, branch, MSG_P_MIXED);
	else if (!parses(body.data))
		lose(k, branch, MSG_P_NOT_SAID_HERE);
	else
		vec_push(&k->f->codes.items[k->code].rules,
			((struct foreign_rule){ arena_strdup(&k->f->arena, body.data), k->line }));
	buf_release(&body);
}

static void write_branch(struct kh_code *k, const struct kh_node *n)
{
	if (holds(n, KH_LOST))
		lose(k, n, MSG_P_NO_COUNTERPART);
	else if (n->kind == KH_PLACE && n->text[0] != '<')
		foreign_source(k->f, k->code, n->text, n->text, k->line);
	else
		write_rule(k, n);
}

void kh_write(struct kh_code *k, const struct kh_node *tree)
{
	if (tree->kind != KH_OR) {
		write_branch(k, tree);
		return;
	}
	for (size_t i = 0; i < tree->n; i++)
		write_branch(k, tree->kids[i]);
}
