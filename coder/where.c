/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coder/where.h"

#include <string.h>

#include "coder/value.h"

/* Three values: in a codebook's tests a field that the text cannot tell is UNKNOWN, and holds. */
enum answer { NO, YES, UNKNOWN };

/* What a field of an object holds: some values, mostly one. */
#define VALUES_FIXED 2
struct values {
	const char *fixed[VALUES_FIXED];
	size_t n;
	const struct attr_list *vars; /* those with the key `field` count, too */
};

static void add(struct values *v, const char *s)
{
	if (s != NULL && s[0] != '\0' && v->n < VALUES_FIXED)
		v->fixed[v->n++] = s;
}

static void speaker_role(const struct document *doc, const struct para *p, struct values *v)
{
	const struct label *l = document_speaker_of(doc, p);

	if (l != NULL)
		add(v, role_names[l->role]);
}

static void speaker_code(const struct document *doc, const struct para *p, struct values *v)
{
	const struct label *l = document_speaker_of(doc, p);

	if (l != NULL)
		add(v, l->code);
}

/* The full name, and the name as the text writes it. */
static void speaker_name(const struct document *doc, const struct para *p, struct values *v)
{
	const struct label *l = document_speaker_of(doc, p);

	if (l != NULL) {
		add(v, l->name);
		add(v, l->text);
	}
}

static void speaker_vars(const struct document *doc, const struct para *p, struct values *v)
{
	const struct label *l = document_speaker_of(doc, p);

	if (l != NULL)
		v->vars = &l->vars;
}

static void document_method(const struct document *doc, const struct para *p, struct values *v)
{
	(void)p;
	add(v, method_names[doc->method]);
}

static void document_name(const struct document *doc, const struct para *p, struct values *v)
{
	(void)p;
	add(v, doc->name);
	add(v, doc->title);
}

static void document_date(const struct document *doc, const struct para *p, struct values *v)
{
	(void)p;
	add(v, doc->date);
}

static void document_vars(const struct document *doc, const struct para *p, struct values *v)
{
	(void)p;
	v->vars = &doc->vars;
}

static void paragraph_kind(const struct document *doc, const struct para *p, struct values *v)
{
	(void)doc;
	add(v, para_kind_names[p->kind]);
}

static void nothing(const struct document *doc, const struct para *p, struct values *v)
{
	(void)doc;
	(void)p;
	(void)v;
}

/* In the order of search; field NULL: all others of the object. */
static const struct field {
	enum cond_object object;
	const char *field;
	bool in_tests; /* a test's text tells it */
	value_key_fn *key;
	const char *const *set; /* all its values, if they are few */
	void (*get)(const struct document *doc, const struct para *p, struct values *v);
} fields[] = {
	{ OBJECT_SPEAKER, "role", true, role_parse, role_names, speaker_role },
	{ OBJECT_SPEAKER, "code", false, NULL, NULL, speaker_code },
	{ OBJECT_SPEAKER, "name", false, NULL, NULL, speaker_name },
	{ OBJECT_SPEAKER, NULL, false, NULL, NULL, speaker_vars },
	{ OBJECT_DOCUMENT, "method", false, method_parse, method_names, document_method },
	{ OBJECT_DOCUMENT, "name", false, NULL, NULL, document_name },
	{ OBJECT_DOCUMENT, "date", false, NULL, NULL, document_date },
	{ OBJECT_DOCUMENT, NULL, false, NULL, NULL, document_vars },
	{ OBJECT_PARAGRAPH, "kind", true, NULL, para_kind_names, paragraph_kind },
	{ OBJECT_PARAGRAPH, NULL, false, NULL, NULL, nothing },
};

static const struct field *field_of(const struct cond *c)
{
	const struct field *f = fields;

	while (f->object != c->object || (f->field != NULL && !value_same(f->field, c->field)))
		f++;
	return f;
}

bool where_is_variable(const struct cond *c)
{
	return field_of(c)->field == NULL;
}

const char *const *where_set_of(const struct cond *c)
{
	return field_of(c)->set;
}

bool where_knows(const struct cond *c, const char *value)
{
	const struct field *f = field_of(c);

	if (f->key != NULL && f->key(value) >= 0)
		return true;
	for (const char *const *word = f->set; word != NULL && *word != NULL; word++)
		if (value_same(*word, value))
			return true;
	return false;
}

/* `=` and the order operators need one value, `!=` none (6.2). */
static enum answer test(
	const struct cond *c, const struct document *doc, const struct para *p, bool lenient)
{
	const struct field *f = field_of(c);
	enum cond_op op = c->op == OP_NE ? OP_EQ : c->op;
	struct values v = { { NULL }, 0, NULL };
	bool some = false;

	if (lenient && !f->in_tests)
		return UNKNOWN;
	f->get(doc, p, &v);
	for (size_t i = 0; i < v.n && !some; i++)
		some = value_test(v.fixed[i], op, c->value, f->key);
	for (size_t i = 0; v.vars != NULL && i < v.vars->n && !some; i++)
		if (value_same(v.vars->items[i].key, c->field))
			some = value_test(v.vars->items[i].value, op, c->value, f->key);
	return some != (c->op == OP_NE) ? YES : NO;
}

static enum answer holds(
	const struct cond *c, const struct document *doc, const struct para *p, bool lenient)
{
	enum answer decisive = c->kind == COND_OR ? YES : NO, all = decisive == YES ? NO : YES, a;

	if (c->kind == COND_TEST)
		return test(c, doc, p, lenient);
	if (c->kind == COND_NOT) {
		a = holds(c->kids[0], doc, p, lenient);
		return a == UNKNOWN ? UNKNOWN : a == YES ? NO : YES;
	}
	for (size_t i = 0; i < c->nkids; i++) {
		a = holds(c->kids[i], doc, p, lenient);
		if (a == decisive)
			return a;
		if (a == UNKNOWN)
			all = UNKNOWN;
	}
	return all;
}

bool where_holds(
	const struct cond *c, const struct document *doc, const struct para *p, bool lenient)
{
	return holds(c, doc, p, lenient) != NO;
}

static bool names_kind(const struct cond *c)
{
	if (c->kind == COND_TEST)
		return c->object == OBJECT_PARAGRAPH && value_same(c->field, "kind");
	for (size_t i = 0; i < c->nkids; i++)
		if (names_kind(c->kids[i]))
			return true;
	return false;
}

static bool reads(const struct reader *r, const struct document *doc, const struct para *p,
	bool any_kind, bool lenient)
{
	const struct label *l = document_speaker_of(doc, p);
	bool interviewer = l != NULL && l->role == ROLE_INTERVIEWER;

	if (r->everything)
		return true;
	if (p->kind != PARA_BODY && !any_kind)
		return false;
	if (r->questions)
		return interviewer;
	if (interviewer && !r->speakers_all)
		return false;
	return r->where == NULL || where_holds(r->where, doc, p, lenient);
}

static void prepare(struct reader *r, const struct stream *s, uint64_t epoch, bool lenient)
{
	const struct document *doc = s->doc;
	bool any_kind = r->where != NULL && names_kind(r->where);
	uint32_t skipped = 0;

	r->epoch = epoch;
	vec_reset(&r->reads);
	vec_reset(&r->skipped);
	for (size_t i = 0; i < doc->paras.n; i++) {
		const struct para *p = &doc->paras.items[i];
		bool yes = reads(r, doc, p, any_kind, lenient) &&
			   (r->within == NULL || r->within->reads.items[i]);
		struct range words = stream_range(s, UNIT_PARAGRAPH, (uint32_t)i);

		vec_push(&r->reads, yes);
		vec_push(&r->skipped, skipped);
		if (!yes)
			skipped += words.hi - words.lo;
	}
}

void reader_prepare(struct reader *r, const struct stream *s, uint64_t epoch, bool lenient)
{
	if (r->epoch == epoch)
		return;
	if (r->within != NULL)
		reader_prepare(r->within, s, epoch, lenient);
	prepare(r, s, epoch, lenient);
}

void reader_release(struct reader *r)
{
	vec_release(&r->reads);
	vec_release(&r->skipped);
}
