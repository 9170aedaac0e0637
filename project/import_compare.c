/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/import_compare.h"

#include <string.h>

#include "base/opt.h"
#include "base/utf8.h"
#include "corpus/rejoin.h"
#include "project/import_parts.h"
#include "project/subject.h"

struct comparison {
	const struct import_options *o;
	struct import_result *result;
	const char *path;
};

/* Something that can be corrected: of the document, or of the speaker with this label. */
struct property {
	const char *what;   /* as it is named in the remark */
	const char *label;  /* NULL: of the document */
	const char *option; /* that sets it; NULL: none can */
	const char *key;    /* of a variable, or NULL */
};

/* "tema speakers set 3:P --role interviewer" */
static char *way_to_set(
	unsigned number, const char *label, const char *option, const char *key, const char *value)
{
	char *who = label != NULL ? mem_printf("%u:%s", number, label) : mem_printf("%u", number);
	char *word = key != NULL ? mem_printf("%s=%s", key, value) : mem_strdup(value);
	struct buf b = BUF_INIT;

	buf_printf(&b, "tema %s set ", label != NULL ? "speakers" : "documents");
	opt_quote(who, &b);
	buf_printf(&b, " --%s ", option);
	opt_quote(word, &b);
	free(word);
	free(who);
	return buf_detach(&b);
}

static void differs(
	struct comparison *k, const struct property *p, const char *here, const char *given)
{
	struct diags *d = &k->result->remarks;
	struct diag_at at = { .file = k->path };
	struct diag *g;

	if (*here == '\0')
		g = diag_add(d, DIAG_WARNING, "R201", &at, "%s is not set there, given now '%s'",
			p->what, given);
	else
		g = diag_add(d, DIAG_WARNING, "R201", &at, "%s there is '%s', given now '%s'",
			p->what, here, given);
	if (p->option != NULL) {
		char *way = way_to_set(k->result->number, p->label, p->option, p->key, given);

		diag_hint(d, g, "%s", way);
		free(way);
	}
	k->result->outcome = IMPORT_DIFFERS;
}

static void compare_text(
	struct comparison *k, const struct property *p, const char *here, const char *given)
{
	if (given != NULL && strcmp(here, given) != 0)
		differs(k, p, here, given);
}

static void compare_attribute(
	struct comparison *k, const char *name, const char *here, const char *given)
{
	compare_text(k, &(struct property){ name, NULL, name, NULL }, here, given);
}

/* The label a remark begins with in single quotes, or NULL. */
static const struct label *label_named(const struct document *doc, const char *remark)
{
	vec_each (const struct label, label, &doc->labels) {
		size_t len = strlen(label->text);

		if (remark[0] == '\'' && strncmp(remark + 1, label->text, len) == 0 &&
			remark[1 + len] == '\'')
			return label;
	}
	return NULL;
}

/* R101, R102: a role that is unsure. */
static void hint_role(const struct import_job *job, struct diag *g)
{
	const struct label *label = label_named(job->result->doc, g->text);
	char *way;

	if (label == NULL)
		return;
	way = way_to_set(job->result->number, label->text, "role", NULL, role_names[label->likely]);
	diag_hint(&job->result->remarks, g, "%s", way);
	free(way);
}

/* R103: what may be a speaker has to be read again. */
static void hint_reading(const struct import_job *job, struct diag *g)
{
	const char *option = strstr(g->hint, "--speaker ");
	struct buf path = BUF_INIT;

	if (option == NULL)
		return;
	opt_quote(job->path, &path);
	diag_hint(&job->result->remarks, g,
		"if someone speaks there: tema import --replace %u %s %s", job->result->number,
		path.data, option);
	buf_release(&path);
}

void import_hints(const struct import_job *job)
{
	static const struct {
		const char *id;
		void (*change)(const struct import_job *job, struct diag *g);
	} table[] = { { "R101", hint_role }, { "R102", hint_role }, { "R103", hint_reading } };

	vec_each (struct diag, g, &job->result->remarks.list)
		for (size_t i = 0; i < sizeof table / sizeof *table; i++)
			if (g->hint != NULL && strcmp(g->id, table[i].id) == 0)
				table[i].change(job, g);
}

static bool same_word(const char *a, const char *b)
{
	struct buf x = BUF_INIT, y = BUF_INIT;
	bool same;

	utf8_fold(a, strlen(a), &x);
	utf8_fold(b, strlen(b), &y);
	same = x.len == y.len && memcmp(x.data, y.data, x.len) == 0;
	buf_release(&x);
	buf_release(&y);
	return same;
}

const struct label *import_label(const struct document *doc, const char *text)
{
	vec_each (const struct label, label, &doc->labels)
		if (same_word(label->text, text))
			return label;
	return NULL;
}

void import_unused_hints(const char *path, const struct import_options *o,
	const struct document *doc, struct import_result *result)
{
	struct diag_at at = { .file = path };

	for (size_t i = 0; i < o->nhints; i++)
		if (import_label(doc, o->hints[i].label) != NULL) {
			if (i < o->nshared)
				o->hints_used[i] = true;
		} else if (i >= o->nshared)
			diag_add(&result->remarks, DIAG_WARNING, "R203", &at,
				"nobody is labelled '%s' in this file", o->hints[i].label);
}

static void compare_label(
	struct comparison *k, const struct label *label, const struct speaker_hint *hint)
{
	char *role = mem_printf("role of '%s'", label->text);
	char *name = mem_printf("name of '%s'", label->text);
	char *code = mem_printf("code of '%s'", label->text);

	if (hint->role >= 0 && (enum role)hint->role != label->role)
		differs(k, &(struct property){ role, label->text, "role", NULL },
			role_names[label->role], role_names[hint->role]);
	compare_text(k, &(struct property){ name, label->text, "name", NULL },
		label->name != NULL ? label->name : "", hint->name);
	compare_text(k, &(struct property){ code, label->text, "code", NULL },
		label->code != NULL ? label->code : "", hint->code);
	free(code);
	free(name);
	free(role);
}

static bool has_variable(const struct attr_list *vars, const char *key, const char *value)
{
	vec_each (const struct attr, attr, vars)
		if (same_word(attr->key, key) && strcmp(attr->value, value) == 0)
			return true;
	return false;
}

/* label: of this speaker; NULL: of the document. */
static void compare_variable(struct comparison *k, const struct attr_list *vars, const char *label,
	const char *key, const char *value)
{
	char *what = label != NULL ? mem_printf("variable '%s' of '%s'", key, label)
				   : mem_printf("variable '%s'", key);
	bool group = label != NULL && same_word(key, GROUP_KEY);
	const struct property p = { what, label, group ? "group" : "var", group ? NULL : key };
	const char *here = "";

	vec_each (const struct attr, attr, vars)
		if (*here == '\0' && same_word(attr->key, key))
			here = attr->value;
	if (!has_variable(vars, key, value))
		differs(k, &p, here, value);
	free(what);
}

static void compare_variables(struct comparison *k, const struct document *doc)
{
	for (size_t i = 0; i < k->o->nvars; i++)
		compare_variable(k, &doc->vars, NULL, k->o->vars[i].key, k->o->vars[i].value);
	for (size_t i = 0; i < k->o->nlabel_vars; i++) {
		const struct attr *attr = &k->o->label_vars[i];
		size_t len = strcspn(attr->key, "\t");
		char *text = mem_dup(attr->key, len);
		const struct label *label = import_label(doc, text);

		if (label != NULL)
			compare_variable(
				k, &label->vars, label->text, attr->key + len + 1, attr->value);
		free(text);
	}
}

static void compare_speakers(struct comparison *k, const struct document *doc)
{
	for (size_t i = 0; i < k->o->nhints; i++) {
		const struct label *label = import_label(doc, k->o->hints[i].label);

		if (label != NULL)
			compare_label(k, label, &k->o->hints[i]);
	}
	import_unused_hints(k->path, k->o, doc, k->result);
}

#define SAID_MAX 6

/* The options of reading that were given. */
struct said {
	const char *option, *value;
};

static size_t said_of(const struct reader_options *r, struct said out[SAID_MAX])
{
	const struct said all[] = {
		{ "rejoin", r->rejoin == REJOIN_AUTO ? NULL : rejoin_names[r->rejoin] },
		{ "text-column", r->text_column },
		{ "speaker-column", r->speaker_column },
		{ "id-column", r->id_column },
		{ "sheet", r->sheet },
		{ "rows", r->rows == ROWS_FOUND ? NULL : reader_rows_names[r->rows - ROWS_TURNS] },
	};
	size_t n = 0;

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (all[i].value != NULL)
			out[n++] = all[i];
	return n;
}

bool import_wants_parts(const struct import_options *o)
{
	return o->reader.rows == ROWS_DOCUMENT || o->reader.id_column != NULL;
}

char *import_canonical(const struct import_options *o, enum method method)
{
	struct said said[SAID_MAX];
	size_t n = said_of(&o->reader, said);
	struct buf b = BUF_INIT;

	buf_printf(&b, "method=%s", method_names[method]);
	for (size_t i = 0; i < n; i++) {
		size_t from = b.len;

		buf_printf(&b, "; %s=%s", said[i].option, said[i].value);
		for (size_t k = from; k < b.len; k++)
			if (b.data[k] == '\n')
				b.data[k] = ',';
	}
	return buf_detach(&b);
}

/* Columns that were not named now are no difference. */
static void compare_columns(struct comparison *k, const struct store_document *d)
{
	char *now = import_canonical(k->o, d->method);
	struct said said[SAID_MAX];

	if (said_of(&k->o->reader, said) > 0 && d->options != NULL &&
		strcmp(now, d->options) != 0) {
		differs(k, &(struct property){ .what = "reading" }, d->options, now);
		if (import_wants_parts(k->o))
			diag_hint(&k->result->remarks, vec_last(&k->result->remarks.list),
				"'tema documents remove %u' hides this document; then its rows can "
				"come in as documents",
				d->number);
	}
	free(now);
}

static enum rc compare_document(const struct store_document *d, void *arg, struct err *e)
{
	struct comparison *k = arg;

	(void)e;
	k->result->number = d->number;
	k->result->outcome = IMPORT_SAME;
	if (k->o->method >= 0 && (enum method)k->o->method != d->method)
		compare_attribute(k, "method", method_names[d->method], method_names[k->o->method]);
	compare_attribute(k, "title", d->title, k->o->title);
	compare_attribute(k, "date", d->date, k->o->date);
	compare_attribute(k, "place", d->place, k->o->place);
	compare_columns(k, d);
	if (d->removed) {
		struct diag_at at = { .file = k->path };
		struct diag *g = diag_add(
			&k->result->remarks, DIAG_WARNING, "R202", &at, "this document is hidden");

		diag_hint(&k->result->remarks, g, "'tema documents restore %u' brings it back",
			d->number);
		k->result->outcome = IMPORT_DIFFERS;
	}
	return RC_OK;
}

enum rc import_compare(struct store *s, const char *path, const struct import_options *o,
	struct import_result *result, struct err *e)
{
	struct comparison k = { o, result, path };
	struct document *doc = NULL;
	enum rc rc = store_document_get(s, result->document, compare_document, &k, e);

	if (rc == RC_OK)
		rc = store_document_load(s, result->document, &doc, e);
	if (rc == RC_OK) {
		compare_speakers(&k, doc);
		compare_variables(&k, doc);
	}
	document_free(doc);
	return rc;
}
