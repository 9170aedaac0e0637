/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/import_parts.h"

#include <string.h>

#include "base/file.h"
#include "base/intern.h"
#include "base/json.h"
#include "project/import_compare.h"
#include "store/units.h"

/* In a revision's options: what the document is called by its file; numbered ones may change their
 * numbers. */
#define PART "; part="
#define ROW "; row="

/* A remark that several documents have: the first of them, and how many. */
struct tally {
	const struct diag *first;
	const char *title;
	size_t n;
};

struct here {
	unsigned number;
	bool hidden;
};

struct taking {
	const struct import_job *job;
	struct import_options o; /* for the documents: all hints may fit others */
	struct import_result *result;
	struct diags diags; /* of all documents; what they share is told once */
	VEC(struct tally) tallies;
	char *base;	     /* title of them all */
	struct intern names; /* of documents that came from files like this: "survei #12" */
	VEC(struct here) known;
	struct intern hidden; /* ids of hidden documents, as bytes */
	struct intern seen;   /* hashes of those without an id, so that two alike are two */
	VEC(uint32_t) copies;
	size_t same_hidden;
	size_t of_base; /* documents that are here from a file of this title */
	bool begun, asked;
	const char *changed; /* the first of those that changed */
	unsigned changed_number;
};

/* ---- what is here already ---- */

static enum rc note_document(const struct store_document *d, void *arg, struct err *e)
{
	struct taking *t = arg;
	const char *name = strstr(d->options, PART), *row = strstr(d->options, ROW);
	size_t len = strlen(t->base);
	uint32_t at;

	(void)e;
	if (d->removed)
		intern_add(&t->hidden, (const char *)&d->id, sizeof d->id);
	if (d->removed)
		return RC_OK;
	name = name != NULL ? name + strlen(PART) : NULL;
	row = row != NULL ? row + strlen(ROW) : name;
	t->of_base += row != NULL && strncmp(row, t->base, len) == 0 && row[len] == ' ';
	if (name == NULL)
		return RC_OK;
	at = intern_add(&t->names, name, strlen(name));
	if (at == t->known.n)
		vec_push(&t->known, ((struct here){ d->number, d->removed }));
	return RC_OK;
}

static enum rc ask_once(struct taking *t, struct err *e)
{
	if (t->asked)
		return RC_OK;
	t->asked = true;
	return store_documents(t->job->s, true, note_document, t, e);
}

/* ---- what a document is known by ---- */

static void write_paras(struct jsonw *j, const struct draft *draft)
{
	jsonw_array(j, "paragraphs");
	vec_each (const struct draft_para, p, &draft->paras) {
		jsonw_object(j, NULL);
		if (p->label != NULL)
			jsonw_text(j, "speaker", p->label);
		if (p->kind != PARA_BODY)
			jsonw_text(j, "kind", para_kind_names[p->kind]);
		if (p->ms >= 0)
			jsonw_int(j, "ms", p->ms);
		jsonw_textn(j, "text", draft->text.data + p->start, p->end - p->start);
		jsonw_end(j);
	}
	jsonw_end(j);
}

/* All that was read, as a line of JSON. */
static void canonical(const struct reader_part *part, uint32_t copy, struct buf *out)
{
	struct jsonw *j = jsonw_new();

	jsonw_object(j, NULL);
	if (!part->numbered)
		jsonw_text(j, "id", part->id);
	if (copy > 0)
		jsonw_int(j, "copy", copy);
	if (part->draft->date != NULL)
		jsonw_text(j, "date", part->draft->date);
	if (part->draft->title != NULL)
		jsonw_text(j, "title", part->draft->title);
	jsonw_array(j, "variables");
	for (size_t i = 0; i < part->nvars; i++) {
		jsonw_array(j, NULL);
		jsonw_text(j, NULL, part->vars[i].key);
		jsonw_text(j, NULL, part->vars[i].value);
		jsonw_end(j);
	}
	jsonw_end(j);
	write_paras(j, part->draft);
	jsonw_end(j);
	buf_reset(out);
	jsonw_finish_line(j, out);
}

/* Of documents without an id that are alike the second is another one than the first. */
static void identity(struct taking *t, const struct reader_part *part, struct buf *out)
{
	struct uid uid;
	uint32_t at;

	canonical(part, 0, out);
	if (!part->numbered)
		return;
	uid_hash(&uid, out->data, out->len);
	at = intern_add(&t->seen, (const char *)uid.b, UID_LEN);
	if (at == t->copies.n)
		vec_push(&t->copies, 0);
	else
		canonical(part, ++t->copies.items[at], out);
}

/* ---- remarks ---- */

static void tally_one(struct taking *t, const struct diag *g, const char *title)
{
	struct diag *copy;

	vec_each (struct tally, one, &t->tallies)
		if (strcmp(one->first->id, g->id) == 0) {
			one->n++;
			return;
		}
	copy = arena_alloc(&t->diags.arena, sizeof *copy);
	*copy = *g;
	copy->text = arena_strdup(&t->diags.arena, g->text);
	copy->hint = arena_strdup(&t->diags.arena, g->hint);
	vec_push(&t->tallies, ((struct tally){ copy, arena_strdup(&t->diags.arena, title), 1 }));
}

static void tally_all(struct taking *t, struct diags *of_one, const char *title)
{
	vec_each (const struct diag, g, &of_one->list)
		tally_one(t, g, title);
	diags_release(of_one);
	*of_one = (struct diags)DIAGS_INIT;
}

static void tell_tallies(struct taking *t)
{
	struct diags *d = &t->result->remarks;
	struct diag_at at = { .file = t->job->path };

	vec_each (const struct tally, one, &t->tallies) {
		const struct diag *f = one->first;
		struct diag *g;

		if (one->n == 1)
			g = diag_add(d, f->level, f->id, &at, "%s (%s)", f->text, one->title);
		else
			g = diag_add(d, f->level, f->id, &at, "%s (%s; %zu more like it)", f->text,
				one->title, one->n - 1);
		if (f->hint != NULL)
			diag_hint(d, g, "%s", f->hint);
	}
}

static void tell_changed(struct taking *t)
{
	struct diags *d = &t->result->remarks;
	struct diag_at at = { .file = t->job->path };
	size_t n = t->result->parts.changed;
	struct diag *g;

	if (t->same_hidden > 0)
		diag_add(d, DIAG_WARNING, "R206", &at,
			"documents that are here already and hidden: %zu; 'tema documents restore' "
			"brings one back",
			t->same_hidden);
	if (n == 0)
		return;
	g = diag_add(d, DIAG_WARNING, "R205", &at,
		"%s is here as document %u with another text or other variables%s; not imported",
		t->changed, t->changed_number, n > 1 ? ", and more like it" : "");
	diag_hint(d, g,
		"'tema documents remove %u' hides the old one, then import again; for another "
		"file with the same ids give --title",
		t->changed_number);
}

/* What the user said of a label that none of the documents has. */
static void tell_hints(struct taking *t, const bool *used)
{
	const struct import_options *o = t->job->o;

	for (size_t i = 0; i < o->nhints; i++)
		if (o->hints_used != NULL && i < o->nshared)
			o->hints_used[i] |= used[i];
		else if (!used[i])
			diag_add(&t->result->remarks, DIAG_WARNING, "R203",
				&(struct diag_at){ .file = t->job->path },
				"nobody is labelled '%s' in this file", o->hints[i].label);
}

/* ---- one document ---- */

static enum rc begin_once(struct taking *t, struct err *e)
{
	if (t->begun)
		return RC_OK;
	t->begun = true;
	return store_begin(t->job->s, t->job->who, "import", e);
}

static void count_new(struct taking *t, const struct import_result *one, const char *title)
{
	struct import_parts *p = &t->result->parts;
	struct unit_counts n;

	units_count(one->doc, &n);
	if (p->made < IMPORT_EXAMPLES)
		p->examples[p->made] = (struct import_example){ one->number,
			arena_strdup(&p->arena, title), n.sentences, n.words };
	p->shortest = p->made == 0 || n.words < p->shortest ? n.words : p->shortest;
	p->longest = n.words > p->longest ? n.words : p->longest;
	p->first = p->made == 0 ? one->number : p->first;
	p->last = one->number;
	p->made++;
	p->paragraphs += n.paragraphs;
	p->turns += n.turns;
	p->sentences += n.sentences;
	p->words += n.words;
}

static enum rc store_part(struct taking *t, const struct reader_part *part, const struct buf *bytes,
	const char *name, const char *title, struct import_result *one, struct err *e)
{
	const struct import_options *o = &t->o;
	struct import_job job = *t->job;
	char *reading = import_canonical(o, one->doc->method),
	     *options = mem_printf("%s%s%s", reading, part->numbered ? ROW : PART, name);
	const char *date = o->date != NULL ? o->date : part->draft->date,
		   *place = o->place != NULL ? o->place : "";
	struct store_import how = { bytes->data, bytes->len, o->keep_original, job.reader->name,
		options, title, date != NULL ? date : "", place };
	enum rc rc = begin_once(t, e);

	job.o = o;
	job.result = one;
	if (rc == RC_OK)
		rc = import_store(&job, &how, e);
	free(options);
	free(reading);
	return rc;
}

static enum rc take_new(struct taking *t, const struct reader_part *part, const struct buf *bytes,
	const char *name, struct err *e)
{
	struct import_result one = { .remarks = DIAGS_INIT };
	const char *title = part->draft->title != NULL ? part->draft->title : name;
	const struct import_options *o = &t->o;
	enum rc rc = document_build(part->draft, t->result->parts.method, o->hints, o->nhints,
		&one.doc, &one.remarks, e);

	if (rc != RC_OK)
		goto out;
	one.doc->name = title;
	for (size_t i = 0; i < part->nvars; i++)
		document_add_attr(one.doc, &one.doc->vars, part->vars[i].key, part->vars[i].value);
	import_unused_hints(t->job->path, o, one.doc, &one);
	vec_each (const struct label, label, &one.doc->labels)
		t->result->attention |= !label->sure;
	if (!o->dry_run)
		rc = store_part(t, part, bytes, name, title, &one, e);
	if (rc == RC_OK)
		count_new(t, &one, title);
	tally_all(t, &one.remarks, title);
out:
	import_result_release(&one);
	return rc;
}

/* Did the user say anything that could differ from what is in the project? */
static bool says_anything(const struct import_options *o)
{
	return o->method >= 0 || o->date != NULL || o->place != NULL || o->nhints > 0 ||
	       o->nvars > 0 || o->nlabel_vars > 0;
}

static enum rc take_same(struct taking *t, int64_t document, const char *name, struct err *e)
{
	struct import_result one = { .document = document, .remarks = DIAGS_INIT };
	struct import_options o = t->o;
	enum rc rc = RC_OK;

	o.title = NULL;
	o.reader = (struct reader_options){ .text_column = NULL };
	t->result->parts.same++;
	if (intern_find(&t->hidden, (const char *)&document, sizeof document) != INTERN_NONE) {
		t->same_hidden++;
		t->result->outcome = IMPORT_DIFFERS;
	} else if (says_anything(&o)) {
		rc = import_compare(t->job->s, t->job->path, &o, &one, e);
		if (one.outcome == IMPORT_DIFFERS)
			t->result->outcome = IMPORT_DIFFERS;
		tally_all(t, &one.remarks, name);
	}
	import_result_release(&one);
	return rc;
}

/* The document of this file with this id, as it was imported before; 0 = none. */
static unsigned known_as(const struct taking *t, const struct reader_part *part, const char *name)
{
	uint32_t at = intern_find(&t->names, name, strlen(name));

	return part->numbered || at == INTERN_NONE ? 0 : t->known.items[at].number;
}

static void take_changed(struct taking *t, const char *name, unsigned number)
{
	if (t->result->parts.changed++ == 0) {
		t->changed = arena_strdup(&t->diags.arena, name);
		t->changed_number = number;
	}
	t->result->outcome = IMPORT_DIFFERS;
}

/* The whole file, some of whose rows may be here as documents. */
static enum rc take_whole(struct taking *t, struct draft *draft, struct err *e)
{
	enum rc rc = ask_once(t, e);

	if (rc == RC_OK && t->of_base > 0) {
		struct diags *d = &t->result->remarks;
		struct diag *g = diag_add(d, DIAG_WARNING, "R207",
			&(struct diag_at){ .file = t->job->path },
			"%zu documents are here that came from rows of such a file: its text is in "
			"the project twice now",
			t->of_base);

		diag_hint(d, g, "'tema undo' takes this import back");
		t->result->attention = true;
	}
	return rc == RC_OK ? import_whole(t->job, draft, e) : rc;
}

static enum rc take_part(const struct reader_part *part, void *arg, struct err *e)
{
	struct taking *t = arg;
	struct buf bytes = BUF_INIT;
	int64_t document = 0;
	unsigned number;
	char *name;
	enum rc rc;

	if (part->id == NULL)
		return take_whole(t, part->draft, e);
	t->result->many = true;
	name = mem_printf("%s #%s", t->base, part->id);
	identity(t, part, &bytes);
	rc = ask_once(t, e);
	if (rc == RC_OK)
		rc = store_document_by_bytes(t->job->s, bytes.data, bytes.len, &document, e);
	number = known_as(t, part, name);
	if (rc == RC_OK && document != 0)
		rc = take_same(t, document, name, e);
	else if (rc == RC_OK && number != 0)
		take_changed(t, name, number);
	else if (rc == RC_OK)
		rc = take_new(t, part, &bytes, name, e);
	buf_release(&bytes);
	free(name);
	return rc;
}

/* ---- all of them ---- */

static enum rc end(struct taking *t, struct err *e)
{
	const struct import_parts *p = &t->result->parts;
	char *detail;
	enum rc rc;

	if (!t->begun)
		return RC_OK;
	detail = p->made > 1 ? mem_printf("documents %u-%u", p->first, p->last)
			     : mem_printf("document %u", p->first);
	rc = store_detail(t->job->s, detail, e);
	free(detail);
	return rc == RC_OK ? store_commit(t->job->s, e) : rc;
}

static void finish(struct taking *t, const bool *used)
{
	struct import_result *result = t->result;

	if (result->parts.made > 0) {
		result->attention |= result->outcome == IMPORT_DIFFERS;
		result->outcome = IMPORT_NEW;
		if (t->job->o->method < 0)
			diag_add(&result->remarks, DIAG_REMARK, "R204",
				&(struct diag_at){ .file = t->job->path },
				"method survey, because a file of many documents is taken for one; "
				"--method says otherwise");
	} else if (result->outcome != IMPORT_DIFFERS) {
		result->outcome = IMPORT_SAME;
	}
	tell_tallies(t);
	tell_changed(t);
	tell_hints(t, used);
}

static void taking_release(struct taking *t)
{
	diags_release(&t->diags);
	vec_release(&t->tallies);
	free(t->base);
	intern_release(&t->names);
	vec_release(&t->known);
	intern_release(&t->hidden);
	intern_release(&t->seen);
	vec_release(&t->copies);
}

enum rc import_parts(const struct import_job *job, struct err *e)
{
	const struct import_options *o = job->o;
	struct taking t = {
		.job = job,
		.o = *o,
		.result = job->result,
		.diags = DIAGS_INIT,
		.tallies = VEC_INIT,
		.base = o->title != NULL ? mem_strdup(o->title) : import_title(job->path),
		.names = INTERN_INIT,
		.known = VEC_INIT,
		.hidden = INTERN_INIT,
		.seen = INTERN_INIT,
		.copies = VEC_INIT,
	};
	bool *used = mem_zalloc(o->nhints + 1, sizeof *used);
	enum rc rc;

	t.o.hints_used = used;
	t.o.nshared = o->nhints;
	t.result->parts.method = o->method >= 0 ? (enum method)o->method : METHOD_SURVEY;
	rc = job->reader->parts(file_base(job->path), job->bytes->data, job->bytes->len, &o->reader,
		&job->result->remarks, take_part, &t, e);
	if (rc == RC_OK && t.result->many)
		rc = end(&t, e);
	if (rc == RC_OK && t.result->many)
		finish(&t, used);
	if (rc != RC_OK && t.begun)
		store_rollback(job->s);
	taking_release(&t);
	free(used);
	return rc;
}
