/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/edit.h"

#include <string.h>

#include "store/near.h"

void edits_init(struct edits *x, struct subjects *all)
{
	*x = (struct edits){ ARENA_INIT, all, VEC_INIT, 0 };
}

void edits_release(struct edits *x)
{
	vec_release(&x->list);
	arena_release(&x->arena);
}

/* ---- collecting ---- */

static void add(struct edits *x, struct subject *p, int field, const char *key, const char *from,
	const char *to)
{
	if (strcmp(from, to) != 0)
		vec_push(&x->list, ((struct edit){ p, field, key, from, to, 0, -1 }));
}

enum rc edits_field(struct edits *x, struct subject *p, int field, const char *typed, struct err *e)
{
	const char *from = p->fields[field], *to;
	bool sure = x->all->target == STORE_SPEAKER && field == SPEAKER_SURE;
	enum rc rc;

	if (strcmp(from, typed) == 0)
		return RC_OK;
	rc = subject_value(x->all->target, field, typed, &to, e);
	if (rc == RC_OK && !(sure && *from == '\0')) /* it is sure already */
		add(x, p, field, NULL, from, arena_strdup(&x->arena, to));
	return rc;
}

/* The values one by one: calls fn for each. */
static void each_value(
	const char *values, void (*fn)(const char *value, size_t len, void *arg), void *arg)
{
	for (const char *p = values; *p != '\0';) {
		size_t len, trimmed;

		p += strspn(p, "; ");
		len = trimmed = strcspn(p, ";");
		while (trimmed > 0 && p[trimmed - 1] == ' ')
			trimmed--;
		if (trimmed > 0)
			fn(p, trimmed, arg);
		p += len;
	}
}

static void join_value(const char *value, size_t len, void *arg)
{
	struct buf *out = arg;

	buf_adds(out, out->len > 0 ? VALUE_SEPARATOR : "");
	for (size_t i = 0; i < len; i++)
		buf_addc(out, value[i] == '\n' ? ' ' : value[i]);
}

static const char *joined(struct edits *x, const char *values)
{
	struct buf b = BUF_INIT;
	const char *out;

	each_value(values, join_value, &b);
	out = arena_dup(&x->arena, b.data, b.len);
	buf_release(&b);
	return out;
}

struct search {
	const char *value;
	size_t len;
	bool found;
};

static void match_value(const char *value, size_t len, void *arg)
{
	struct search *k = arg;

	k->found = k->found || (k->len == len && memcmp(k->value, value, len) == 0);
}

static bool has_value(const char *values, const char *value, size_t len)
{
	struct search k = { value, len, false };

	each_value(values, match_value, &k);
	return k.found;
}

/* Values one of which is not among others. */
struct compare {
	const char *others;
	bool more;
};

static void miss_value(const char *value, size_t len, void *arg)
{
	struct compare *k = arg;

	k->more = k->more || !has_value(k->others, value, len);
}

/* In any order. */
static bool same_values(const char *a, const char *b)
{
	struct compare there = { b, false }, back = { a, false };

	each_value(a, miss_value, &there);
	each_value(b, miss_value, &back);
	return !there.more && !back.more;
}

void edits_variable(struct edits *x, struct subject *p, const char *key, const char *values)
{
	const char *from = joined(x, subject_variable(p, key, &x->arena)), *to = joined(x, values);

	if (!same_values(from, to))
		add(x, p, EDIT_VARIABLE, arena_strdup(&x->arena, key), from, to);
}

const char *edit_name(struct edits *x, const struct edit *edit)
{
	size_t n;

	if (edit->field != EDIT_VARIABLE)
		return subject_fields(x->all->target, &n)[edit->field].names[0];
	if (x->all->target == STORE_SPEAKER && near_same(edit->key, GROUP_KEY))
		return "group";
	return arena_printf(&x->arena, "var.%s", edit->key);
}

/* ---- codes ---- */

static bool is_code(const struct edits *x, const struct edit *edit)
{
	return x->all->target == STORE_SPEAKER && edit->field == SPEAKER_CODE;
}

/* The code that p has when all is done. */
static const char *code_then(const struct edits *x, const struct subject *p)
{
	vec_each (const struct edit, edit, &x->list)
		if (is_code(x, edit) && edit->of == p)
			return edit->to;
	return p->fields[SPEAKER_CODE];
}

static bool is_taken(const struct edits *x, const struct edit *edit, const struct subject **by)
{
	vec_each (const struct subject, p, &x->all->list)
		if (p != edit->of && near_same(code_then(x, p), edit->to)) {
			*by = p;
			return true;
		}
	return false;
}

enum rc edits_check(const struct edits *x, size_t *at, struct err *e)
{
	const struct subject *by;

	for (; *at < x->list.n; ++*at) {
		const struct edit *edit = &x->list.items[*at];

		if (is_code(x, edit) && *edit->to != '\0' && is_taken(x, edit, &by))
			return err_set(e, RC_INPUT,
				"the code '%s' belongs to another speaker; if both are one person: "
				"tema speakers merge \"%s\" \"%s\"",
				edit->to, subject_typed(x->all, edit->of),
				subject_typed(x->all, by));
	}
	return RC_OK;
}

/* ---- writing ---- */

static void put_speaker(struct store_speaker_change *ch, const struct edit *edit)
{
	switch ((enum speaker_field)edit->field) {
	case SPEAKER_NAME:
		ch->name = edit->to;
		break;
	case SPEAKER_CODE:
		ch->code = edit->to;
		break;
	case SPEAKER_ROLE:
		ch->role = role_parse(edit->to);
		ch->sure = true;
		break;
	case SPEAKER_KIND:
		for (int i = 0; speaker_kind_names[i] != NULL; i++)
			ch->kind = strcmp(speaker_kind_names[i], edit->to) == 0 ? i : ch->kind;
		ch->sure = true;
		break;
	case SPEAKER_SHOWN:
		ch->shown_as_code = strcmp(edit->to, "code") == 0;
		break;
	case SPEAKER_SURE:
		ch->sure = true;
		break;
	}
}

static void put_document(struct store_document_change *ch, const struct edit *edit)
{
	switch ((enum document_field)edit->field) {
	case DOCUMENT_TITLE:
		ch->title = edit->to;
		break;
	case DOCUMENT_DATE:
		ch->date = edit->to;
		break;
	case DOCUMENT_PLACE:
		ch->place = edit->to;
		break;
	case DOCUMENT_METHOD:
		ch->method = method_parse(edit->to);
		break;
	}
}

/* All fields of one speaker or document are one change. */
static enum rc write_fields(
	const struct edits *x, struct store *s, const struct subject *p, struct err *e)
{
	struct store_speaker_change speaker = { NULL, NULL, -1, -1, -1, false };
	struct store_document_change document = { NULL, NULL, NULL, -1, -1 };

	vec_each (const struct edit, edit, &x->list) {
		if (edit->of != p || edit->field == EDIT_VARIABLE)
			continue;
		if (x->all->target == STORE_SPEAKER)
			put_speaker(&speaker, edit);
		else
			put_document(&document, edit);
	}
	return x->all->target == STORE_SPEAKER ? store_speaker_change(s, p->id, &speaker, e)
					       : store_document_change(s, p->id, &document, e);
}

struct values {
	struct store *s;
	enum store_target target;
	const struct edit *edit;
	enum rc rc;
	struct err *e;
};

/* Adds the value unless it is there: then nothing happens. */
static void add_value(const char *value, size_t len, void *arg)
{
	struct values *v = arg;
	char *copy = mem_dup(value, len);

	if (v->rc == RC_OK)
		v->rc = store_variable_add(
			v->s, v->target, v->edit->of->id, v->edit->key, copy, v->e);
	free(copy);
}

static enum rc write_variable(
	struct store *s, enum store_target t, const struct edit *edit, struct err *e)
{
	struct values v = { .s = s, .target = t, .edit = edit, .e = e };

	vec_each (const struct attr, attr, &edit->of->vars) {
		if (v.rc == RC_OK && near_same(attr->key, edit->key) &&
			!has_value(edit->to, attr->value, strlen(attr->value)))
			v.rc = store_variable_drop(s, t, edit->of->id, attr->key, attr->value, e);
	}
	each_value(edit->to, add_value, &v);
	return v.rc;
}

/* Codes may go round in a circle: one that somebody else takes is given up first. */
static enum rc free_codes(const struct edits *x, struct store *s, struct err *e)
{
	enum rc rc = RC_OK;

	vec_each (const struct edit, gives, &x->list) {
		bool taken = false;

		if (!is_code(x, gives) || *gives->from == '\0')
			continue;
		vec_each (const struct edit, takes, &x->list)
			taken = taken || (is_code(x, takes) && near_same(takes->to, gives->from));
		if (taken && rc == RC_OK)
			rc = store_speaker_change(s, gives->of->id,
				&(struct store_speaker_change){ "", NULL, -1, -1, -1, false }, e);
	}
	return rc;
}

enum rc edits_write(const struct edits *x, struct store *s, struct err *e)
{
	const struct subject *written = NULL;
	enum rc rc = free_codes(x, s, e);

	vec_each (const struct edit, edit, &x->list) {
		if (rc == RC_OK && edit->of != written) /* those of one stand together */
			rc = write_fields(x, s, edit->of, e);
		written = edit->of;
		if (rc == RC_OK && edit->field == EDIT_VARIABLE)
			rc = write_variable(s, x->all->target, edit, e);
	}
	return rc;
}
