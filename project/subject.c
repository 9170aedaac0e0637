/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/subject.h"

#include <string.h>

#include "base/clock.h"
#include "store/near.h"

/* ---- loading ---- */

static enum rc add_variable(const char *key, const char *value, void *arg, struct err *e)
{
	struct subjects *all = arg;
	struct subject *p = &all->list.items[all->list.n - 1];

	(void)e;
	vec_push(&p->vars, ((struct attr){ arena_strdup(&all->arena, key),
				   arena_strdup(&all->arena, value) }));
	return RC_OK;
}

static struct subject *new_subject(struct subjects *all, int64_t id, const char *shown)
{
	struct subject *p = vec_new(&all->list);

	p->id = id;
	p->shown = arena_strdup(&all->arena, shown);
	p->labels = "";
	for (size_t i = 0; i < SUBJECT_FIELDS; i++)
		p->fields[i] = "";
	return p;
}

static enum rc add_speaker(const struct store_speaker *from, void *arg, struct err *e)
{
	struct subjects *all = arg;
	struct subject *p = new_subject(all, from->id, from->shown);

	(void)e;
	p->key = arena_strdup(&all->arena, from->first);
	p->fields[SPEAKER_NAME] = arena_strdup(&all->arena, from->name);
	p->fields[SPEAKER_CODE] = arena_strdup(&all->arena, from->code);
	p->fields[SPEAKER_ROLE] = role_names[from->role];
	p->fields[SPEAKER_KIND] = speaker_kind_names[from->kind];
	p->fields[SPEAKER_SHOWN] = from->shown_as_code ? "code" : "name";
	p->fields[SPEAKER_SURE] = from->sure ? "" : "unsure";
	p->labels = arena_strdup(&all->arena, from->labels);
	p->documents = from->documents;
	p->turns = from->turns;
	p->words = from->words;
	return RC_OK;
}

static enum rc add_document(const struct store_document *from, void *arg, struct err *e)
{
	struct subjects *all = arg;
	struct subject *p = new_subject(all, from->id, from->title);

	(void)e;
	p->key = arena_printf(&all->arena, "%u", from->number);
	p->fields[DOCUMENT_TITLE] = p->shown;
	p->fields[DOCUMENT_METHOD] = method_names[from->method];
	p->fields[DOCUMENT_DATE] = arena_strdup(&all->arena, from->date);
	p->fields[DOCUMENT_PLACE] = arena_strdup(&all->arena, from->place);
	p->paragraphs = from->paragraphs;
	p->turns = from->turns;
	p->sentences = from->sentences;
	p->speakers = from->speakers;
	p->words = from->words;
	p->hidden = from->removed;
	return RC_OK;
}

/* The variables of the subject that is the last one while they are read. */
static enum rc add_variables(struct store *s, struct subjects *all, struct err *e)
{
	size_t n = all->list.n;
	enum rc rc = RC_OK;

	for (all->list.n = 0; rc == RC_OK && all->list.n < n;) {
		int64_t id = all->list.items[all->list.n++].id;

		rc = store_variables(s, all->target, id, add_variable, all, e);
	}
	all->list.n = n;
	return rc;
}

enum rc subjects_load(
	struct store *s, enum store_target t, bool hidden, struct subjects *out, struct err *e)
{
	enum rc rc;

	*out = (struct subjects){ ARENA_INIT, t, VEC_INIT };
	rc = t == STORE_SPEAKER ? store_speakers(s, add_speaker, out, e)
				: store_documents(s, hidden, add_document, out, e);
	return rc == RC_OK ? add_variables(s, out, e) : rc;
}

struct subject *subjects_find(const struct subjects *all, int64_t id)
{
	vec_each (struct subject, p, &all->list)
		if (p->id == id)
			return p;
	return NULL;
}

void subjects_release(struct subjects *all)
{
	vec_each (struct subject, p, &all->list)
		vec_release(&p->vars);
	vec_release(&all->list);
	arena_release(&all->arena);
}

const char *subject_typed(const struct subjects *all, const struct subject *p)
{
	bool code = all->target == STORE_SPEAKER && p->fields[SPEAKER_CODE][0] != '\0';

	return code ? p->fields[SPEAKER_CODE] : p->key;
}

const char *subject_variable(const struct subject *p, const char *key, struct arena *a)
{
	const char *joined = "";

	vec_each (const struct attr, attr, &p->vars)
		if (near_same(attr->key, key))
			joined = *joined == '\0' ? attr->value
						 : arena_printf(a, "%s" VALUE_SEPARATOR "%s",
							   joined, attr->value);
	return joined;
}

/* ---- fields ---- */

const struct subject_field speaker_fields[] = {
	[SPEAKER_NAME] = { { "name", "nama" }, true },
	[SPEAKER_CODE] = { { "code", "kode" }, true },
	[SPEAKER_ROLE] = { { "role", "peran" }, false },
	[SPEAKER_KIND] = { { "kind", "jenis" }, false },
	[SPEAKER_SHOWN] = { { "shown", "tampil" }, false },
	[SPEAKER_SURE] = { { "sure", "pasti" }, false },
};
const struct subject_field document_fields[] = {
	[DOCUMENT_TITLE] = { { "title", "judul" }, false },
	[DOCUMENT_METHOD] = { { "method", "metode" }, false },
	[DOCUMENT_DATE] = { { "date", "tanggal" }, true },
	[DOCUMENT_PLACE] = { { "place", "tempat" }, true },
};
const size_t nspeaker_fields = sizeof speaker_fields / sizeof *speaker_fields;
const size_t ndocument_fields = sizeof document_fields / sizeof *document_fields;

const struct subject_field *subject_fields(enum store_target t, size_t *n)
{
	*n = t == STORE_SPEAKER ? nspeaker_fields : ndocument_fields;
	return t == STORE_SPEAKER ? speaker_fields : document_fields;
}

/* Words for a value: as kept, and others that mean it. */
struct word {
	const char *kept, *also;
};

static const struct word kinds[] = { { "person", "orang" }, { "group", "kelompok" },
	{ "unknown", "tidak diketahui" }, { NULL, NULL } };
static const struct word shown[] = { { "name", "nama" }, { "code", "kode" }, { NULL, NULL } };
static const struct word sure[] = { { "sure", "pasti" }, { NULL, NULL } };

static const char *word_value(const struct word *words, const char *typed)
{
	for (; words->kept != NULL; words++)
		if (near_same(words->kept, typed) || near_same(words->also, typed))
			return words->kept;
	return NULL;
}

static const char *role_value(const char *typed)
{
	int role = role_parse(typed);

	return role >= 0 ? role_names[role] : NULL;
}

static const char *method_value(const char *typed)
{
	int method = method_parse(typed);

	return method >= 0 ? method_names[method] : NULL;
}

static const char *kind_value(const char *typed)
{
	return word_value(kinds, typed);
}

static const char *shown_value(const char *typed)
{
	return word_value(shown, typed);
}

static const char *sure_value(const char *typed)
{
	return word_value(sure, typed);
}

static const char *date_value(const char *typed)
{
	return clock_date_valid(typed) ? typed : NULL;
}

struct check {
	const char *(*value)(const char *typed); /* NULL: any text */
	const char *rule;
};

static const struct check speaker_checks[SUBJECT_FIELDS] = {
	[SPEAKER_ROLE] = { role_value, "is no role: interviewer, informant or other" },
	[SPEAKER_KIND] = { kind_value, "is no kind: person, group or unknown" },
	[SPEAKER_SHOWN] = { shown_value, "is not 'name' or 'code', which reports can show" },
	[SPEAKER_SURE] = { sure_value, "is not 'sure', the only word that can be set here" },
};
static const struct check document_checks[SUBJECT_FIELDS] = {
	[DOCUMENT_METHOD] = { method_value,
		"is no method: interview, observation, document, fgd or survey" },
	[DOCUMENT_DATE] = { date_value, "is no date: 2024-08-17, 2024-08 or 2024" },
};

enum rc subject_value(
	enum store_target t, int field, const char *typed, const char **value, struct err *e)
{
	const struct check *check =
		t == STORE_SPEAKER ? &speaker_checks[field] : &document_checks[field];
	size_t n;

	*value = typed;
	if (*typed == '\0' && !subject_fields(t, &n)[field].may_be_empty)
		return err_set(e, RC_INPUT, "the %s cannot be empty",
			subject_fields(t, &n)[field].names[0]);
	if (strchr(typed, '\n') != NULL)
		return err_set(e, RC_INPUT, "the %s must be one line",
			subject_fields(t, &n)[field].names[0]);
	if (*typed == '\0' || check->value == NULL)
		return RC_OK;
	*value = check->value(typed);
	return *value != NULL ? RC_OK : err_set(e, RC_INPUT, "'%s' %s", typed, check->rule);
}
