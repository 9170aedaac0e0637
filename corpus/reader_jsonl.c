/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON lines: an object a line with "text", perhaps "id", "speaker", "date",
 * "title", times.  Objects with different ids are documents, those with one id are
 * its turns, and their further values are its variables; with times, without ids, with
 * one id for all, or where the speakers are those of a conversation the file is one document, as it
 * is when the user says so.
 */
#include <string.h>

#include "base/intern.h"
#include "base/number.h"
#include "base/utf8.h"
#include "corpus/json_items.h"
#include "corpus/normalise.h"
#include "corpus/records.h"
#include "corpus/turns_words.h"

#define FLAWS_MAX 20
#define DIALOGUE_MIN 6	 /* lines from which ... */
#define DIALOGUE_TURNS 3 /* ... as many for each speaker make a conversation */

struct jsonl {
	const char *name;
	const struct reader_options *options;
	struct records records;
	struct intern others; /* keys that are no text, speaker, date ... */
	struct intern longs;  /* of those, the ones of texts too long for a variable */
	bool times;
	struct diags *d;
	uint32_t line, flaws;
};

static void flaw(struct jsonl *j, const char *p, size_t len, const char *why)
{
	struct diag_at at = { .file = j->name, .line = j->line };
	struct diag *g;

	if (j->flaws++ >= FLAWS_MAX)
		return;
	g = diag_add(j->d, DIAG_WARNING, "R040", &at, "line left out: %s", why);
	diag_excerpt(j->d, g, p, len);
}

/* ---- one object ---- */

static struct arena *arena_of(struct jsonl *j)
{
	return &j->records.all.arena;
}

static const char *key_of(struct jsonl *j, const char *key)
{
	uint32_t n = intern_add(&j->others, key, strlen(key));

	return j->others.items[n].s;
}

/* A text, or a number as it would be written; NULL: neither. */
static const char *value_of(struct jsonl *j, const struct jsonv *v)
{
	const char *text = json_text(v);
	struct buf b = BUF_INIT;
	int64_t whole;
	double number;
	const char *out = NULL;

	if (text != NULL)
		return arena_strdup(arena_of(j), text);
	if (json_whole(v, &whole))
		return arena_printf(arena_of(j), "%lld", (long long)whole);
	if (json_number(v, &number)) {
		number_add(&b, number);
		out = arena_dup(arena_of(j), b.data, b.len);
	} else if (json_truth(v) >= 0) {
		out = json_truth(v) > 0 ? "true" : "false";
	}
	buf_release(&b);
	return out;
}

static void take_value(struct jsonl *j, const char *key, const struct jsonv *v)
{
	const char *value = value_of(j, v);

	if (value != NULL && strlen(value) > RECORDS_VALUE_MAX)
		intern_add(&j->longs, key, strlen(key));
	else if (value != NULL)
		records_var(&j->records, key_of(j, key), value);
	for (size_t i = 0; i < json_len(v); i++) /* a list of words: several values */
		if (json_text(json_at(v, i)) != NULL)
			take_value(j, key, json_at(v, i));
}

/* The keys that the user named are found under their own names. */
static const struct jsonv *named(const struct jsonv *item, const char *name)
{
	const char *key = NULL;
	const struct jsonv *v;

	while (name != NULL && (v = json_next(item, &key)) != NULL)
		if (field_same_name(key, name))
			return v;
	return NULL;
}

/* The next name of a list of keys with commas or line ends between them; false: no more. */
static bool next_name(const char **list, struct buf *out)
{
	size_t len;

	if (*list == NULL)
		return false;
	*list += strspn(*list, ", \n");
	len = strcspn(*list, ",\n");
	buf_reset(out);
	buf_add(out, *list, len);
	*list += len;
	return len > 0;
}

static bool is_in(const char *list, const char *key)
{
	struct buf name = BUF_INIT;
	bool found = false;

	while (!found && next_name(&list, &name))
		found = field_same_name(key, name.data);
	buf_release(&name);
	return found;
}

static bool is_named(const struct jsonl *j, const char *key)
{
	const struct reader_options *o = j->options;

	return is_in(o->text_column, key) ||
	       (o->speaker_column != NULL && field_same_name(key, o->speaker_column)) ||
	       (o->id_column != NULL && field_same_name(key, o->id_column));
}

static void take_others(struct jsonl *j, const struct jsonv *item)
{
	const char *key = NULL;
	const struct jsonv *v;

	while ((v = json_next(item, &key)) != NULL) {
		const struct field *f = field_find(key, strlen(key));

		if (is_named(j, key) || (f != NULL && f->kind != FIELD_TEXT))
			continue;
		if (f == NULL || j->options->text_column != NULL) {
			key_of(j, key);
			take_value(j, key, v);
		}
	}
}

/* The best member of KIND as a text; numbers count. */
static const char *member(struct jsonl *j, const struct jsonv *item, enum field_kind kind)
{
	const struct field *best = NULL;
	const char *key = NULL, *found = NULL;
	const struct jsonv *v;

	while ((v = json_next(item, &key)) != NULL) {
		const struct field *f = field_find(key, strlen(key));

		if (!field_is_better(f, kind, best) || json_len(v) > 0)
			continue;
		best = f;
		found = value_of(j, v);
	}
	return found != NULL && found[strspn(found, " \t\n")] != '\0' ? found : NULL;
}

/* The texts that the user named, each below its key if they are several. */
static void take_named(struct jsonl *j, const struct jsonv *item, struct utterance *one)
{
	const char *list = j->options->text_column, *comma = strpbrk(list, ",\n");
	struct buf name = BUF_INIT;

	while (next_name(&list, &name)) {
		const struct jsonv *v = named(item, name.data);

		one->text = v != NULL ? value_of(j, v) : NULL;
		one->len = one->text != NULL ? strlen(one->text) : 0;
		one->heading = comma != NULL ? arena_strdup(arena_of(j), name.data) : NULL;
		if (one->text != NULL)
			records_text(&j->records, one);
	}
	buf_release(&name);
}

/* The line's values go with the line. */
static void take_text(struct jsonl *j, struct utterance *one)
{
	one->text = arena_dup(arena_of(j), one->text, one->len);
	records_text(&j->records, one);
}

static void take_speaker(struct jsonl *j, const struct jsonv *item, struct utterance *one)
{
	const struct jsonv *speaker = named(item, j->options->speaker_column);

	if (speaker != NULL)
		one->label = value_of(j, speaker);
	else if (one->label != NULL)
		one->label = arena_dup(arena_of(j), one->label, one->label_len);
	one->label_len = one->label != NULL ? strlen(one->label) : 0;
}

static void take_item(struct jsonl *j, const struct jsonv *item, const char *p, size_t len)
{
	const struct reader_options *o = j->options;
	struct record *record = records_begin(&j->records);
	struct utterance one;
	bool found = json_item_read(item, arena_of(j), &one);

	record->number = j->line;
	record->id = o->id_column != NULL ? value_of(j, named(item, o->id_column))
					  : member(j, item, FIELD_ID);
	record->date = member(j, item, FIELD_DATE);
	record->title = member(j, item, FIELD_TITLE);
	take_speaker(j, item, &one);
	if (o->text_column != NULL)
		take_named(j, item, &one);
	else if (found)
		take_text(j, &one);
	if (!records_end(&j->records)) {
		flaw(j, p, len, "there is no text in it");
		return;
	}
	j->times |= one.from.unit != MOMENT_NONE;
	take_others(j, item);
}

static void take_line(struct jsonl *j, const char *p, size_t len)
{
	struct jsonv *root = NULL;
	struct err e = ERR_INIT;

	while (len > 0 && (*p == ' ' || *p == '\t')) {
		p++;
		len--;
	}
	if (len == 0)
		return;
	if (json_parse(p, len, &root, &e) == RC_OK)
		take_item(j, root, p, len);
	else
		flaw(j, p, len, "it is no JSON");
	json_free(root);
}

static enum rc parse(struct jsonl *j, const struct buf *text, struct err *e)
{
	const char *p = text->data, *end = p + text->len;

	while (p < end) {
		const char *stop = memchr(p, '\n', (size_t)(end - p));

		stop = stop != NULL ? stop : end;
		j->line++;
		take_line(j, p, (size_t)(stop - p));
		p = stop + 1;
	}
	if (j->flaws > FLAWS_MAX)
		diag_add(j->d, DIAG_WARNING, "R040", &(struct diag_at){ .file = j->name },
			"more lines left out: %u", j->flaws - FLAWS_MAX);
	if (j->records.list.n == 0)
		return err_set(e, RC_INPUT,
			"no line is an object with a \"text\"; a .jsonl file has one a line");
	return RC_OK;
}

/* ---- all of them ---- */

static enum rc open_lines(struct jsonl *j, const char *data, size_t len, struct err *e)
{
	struct buf text = BUF_INIT;
	enum rc rc = normalise_decode(data, len, &text, j->d, e);

	j->records.all.apart = true;
	if (rc == RC_OK)
		rc = parse(j, &text, e);
	buf_release(&text);
	return rc;
}

static void close_lines(struct jsonl *j)
{
	records_release(&j->records);
	intern_release(&j->others);
	intern_release(&j->longs);
}

static enum rc write_all(struct jsonl *j, struct draft *out, struct err *e)
{
	records_write(&j->records, j->name, out, j->d);
	utterances_left_out(&j->others, "fields", j->name, j->d);
	return out->paras.n > 0 ? RC_OK : err_set(e, RC_INPUT, "there is no text in it");
}

static const struct reader_options *or_none(const struct reader_options *o)
{
	static const struct reader_options none = { .text_column = NULL };

	return o != NULL ? o : &none;
}

static enum rc read_jsonl(const char *name, const char *data, size_t len, struct draft *out,
	struct diags *d, struct err *e)
{
	struct jsonl j = { .name = name,
		.options = or_none(out->options),
		.records = RECORDS_INIT,
		.others = INTERN_INIT,
		.longs = INTERN_INIT,
		.d = d };
	enum rc rc = open_lines(&j, data, len, e);

	if (rc == RC_OK)
		rc = write_all(&j, out, e);
	close_lines(&j);
	return rc;
}

/* A number for each line and an interviewer among the speakers, or few speakers who come back: the
 * ids are those of turns. */
static bool is_dialogue(const struct jsonl *j, size_t documents)
{
	const struct utterances *all = &j->records.all;
	struct intern names = INTERN_INIT;
	bool asks = false, all_named = true, few;

	vec_each (const struct utterance, one, &all->list) {
		const struct role_word *word = NULL;

		all_named = all_named && one->label_len > 0;
		if (one->label_len > 0) {
			intern_add(&names, one->label, one->label_len);
			word = turns_role_word(one->label, one->label_len);
		}
		asks = asks || (word != NULL && word->role == ROLE_INTERVIEWER);
	}
	few = names.n > 1 && all->list.n >= DIALOGUE_MIN && DIALOGUE_TURNS * names.n <= all->list.n;
	intern_release(&names);
	return all_named && documents == j->records.list.n && (asks || few);
}

static bool lines_are_documents(struct jsonl *j, size_t documents)
{
	const struct record *first = &j->records.list.items[0];
	struct diag *g;

	if (j->options->rows != ROWS_FOUND)
		return j->options->rows == ROWS_DOCUMENT;
	if (j->options->id_column != NULL)
		return true;
	if (j->times || first->id == NULL || documents < 2)
		return false;
	if (!is_dialogue(j, documents))
		return true;
	g = diag_add(j->d, DIAG_REMARK, "R062", &(struct diag_at){ .file = j->name },
		"each line has an id, but the speakers are those of a conversation: taken as turns "
		"of one document");
	diag_hint(j->d, g, "--rows document makes each line a document");
	return false;
}

/* Objects and lists of objects do not. */
static bool became_variable(const struct jsonl *j, const char *key)
{
	vec_each (const struct attr, v, &j->records.vars)
		if (strcmp(v->key, key) == 0)
			return true;
	return false;
}

static enum rc give_lines(
	struct jsonl *j, size_t documents, reader_part_fn *fn, void *arg, struct err *e)
{
	struct buf names = BUF_INIT;

	for (uint32_t i = 0; i < j->others.n; i++) {
		if (intern_find(&j->longs, j->others.items[i].s, j->others.items[i].len) !=
				INTERN_NONE ||
			!became_variable(j, j->others.items[i].s))
			continue;
		buf_adds(&names, names.len > 0 ? ", " : "");
		utf8_clean(j->others.items[i].s, j->others.items[i].len, &names);
	}
	records_remark(&j->records, documents, "line", names.data, j->name, j->d);
	utterances_left_out(&j->longs, "fields of long texts", j->name, j->d);
	buf_release(&names);
	return records_give(&j->records, j->name, fn, arg, e);
}

static enum rc give_whole(struct jsonl *j, reader_part_fn *fn, void *arg, struct err *e)
{
	struct draft draft;
	struct reader_part part = { .draft = &draft };
	enum rc rc;

	draft_init(&draft);
	draft.options = j->options;
	rc = write_all(j, &draft, e);
	records_release(&j->records); /* the draft holds it all */
	if (rc == RC_OK)
		rc = fn(&part, arg, e);
	draft_release(&draft);
	return rc;
}

static enum rc parts_jsonl(const char *name, const char *data, size_t len,
	const struct reader_options *o, struct diags *d, reader_part_fn *fn, void *arg,
	struct err *e)
{
	struct jsonl j = { .name = name,
		.options = or_none(o),
		.records = RECORDS_INIT,
		.others = INTERN_INIT,
		.longs = INTERN_INIT,
		.d = d };
	enum rc rc = open_lines(&j, data, len, e);

	if (rc == RC_OK) {
		size_t documents = records_documents(&j.records);

		rc = lines_are_documents(&j, documents) ? give_lines(&j, documents, fn, arg, e)
							: give_whole(&j, fn, arg, e);
	}
	close_lines(&j);
	return rc;
}

const struct reader reader_jsonl = {
	.name = "jsonl",
	.extensions = (const char *const[]){ "jsonl", "ndjson", NULL },
	.summary = "JSON lines: an object with a text a line",
	.read = read_jsonl,
	.parts = parts_jsonl,
};
