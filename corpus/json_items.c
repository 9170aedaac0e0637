/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/json_items.h"

#include <string.h>

#include "base/buf.h"

#define NEST_MAX 3   /* compounds in compounds */
#define DEPTH_MAX 12 /* of the list looked for */

/* Members that hold an utterance's text in parts. */
static const struct compound {
	const char *key, *part; /* part: NULL = by the names of fields.h */
	const char *between;	/* NULL: only the first one counts */
} compounds[] = {
	{ "alternatives", NULL, NULL },
	{ "nBest", NULL, NULL },
	{ "elements", "value", "" },
	{ "sentences", NULL, " " },
	{ "segs", "utf8", "" },
	{ "text_entities", "text", "" },
};

static bool is_text(const struct jsonv *v)
{
	const char *s = json_text(v);

	return s != NULL && s[strspn(s, " \t\r\n")] != '\0';
}

const char *json_item_text(const struct jsonv *item, enum field_kind kind)
{
	const struct field *best = NULL;
	const char *key = NULL, *text = NULL;
	const struct jsonv *v;

	while ((v = json_next(item, &key)) != NULL) {
		const struct field *f = field_find(key, strlen(key));

		if (field_is_better(f, kind, best) && is_text(v)) {
			best = f;
			text = json_text(v);
		}
	}
	return text;
}

static bool add_text(const struct jsonv *item, unsigned nest, struct buf *out);

static bool add_parts(
	const struct compound *c, const struct jsonv *parts, unsigned nest, struct buf *out)
{
	size_t n = json_len(parts), before = out->len;

	for (size_t i = 0; i < n && (i == 0 || c->between != NULL); i++) {
		const struct jsonv *part = json_at(parts, i);
		const char *value = c->part != NULL ? json_text(json_get(part, c->part)) : NULL;

		if (out->len > before)
			buf_adds(out, c->between);
		if (c->part == NULL)
			add_text(part, nest + 1, out);
		else if (value != NULL)
			buf_adds(out, value);
	}
	return out->len > before;
}

static bool add_text(const struct jsonv *item, unsigned nest, struct buf *out)
{
	const char *text = json_item_text(item, FIELD_TEXT);

	if (text != NULL) {
		buf_adds(out, text);
		return true;
	}
	for (size_t i = 0; nest < NEST_MAX && i < sizeof compounds / sizeof *compounds; i++)
		if (add_parts(&compounds[i], json_get(item, compounds[i].key), nest, out))
			return true;
	return false;
}

/* ---- who and when ---- */

static const char *speaker_of(const struct jsonv *v, struct arena *a)
{
	const char *name = is_text(v) ? json_text(v) : NULL;
	double number;

	if (name == NULL && json_number(v, &number) && number >= 0 && number < 1e6)
		return arena_printf(a, "Speaker %d", (int)number);
	return name != NULL ? name : json_item_text(v, FIELD_SPEAKER);
}

static void take_speaker(const struct jsonv *item, struct arena *a, struct utterance *out)
{
	const struct field *best = NULL;
	const char *key = NULL;
	const struct jsonv *v;

	while ((v = json_next(item, &key)) != NULL) {
		const struct field *f = field_find(key, strlen(key));
		const char *name;

		if (!field_is_better(f, FIELD_SPEAKER, best) || (name = speaker_of(v, a)) == NULL)
			continue;
		best = f;
		out->label = name;
		out->label_len = strlen(name);
	}
}

static struct moment moment_in(const struct jsonv *v, bool ms)
{
	const char *text = json_text(v);
	double number;

	if (json_number(v, &number))
		return moment_of(number, ms);
	return moment_parse(text != NULL ? text : "", text != NULL ? strlen(text) : 0, ms);
}

/* The best value of KIND among the members of an object. */
static struct moment best_moment(const struct jsonv *item, enum field_kind kind, bool ms)
{
	const struct field *best = NULL;
	const char *key = NULL;
	struct moment found = { MOMENT_NONE, 0 };
	const struct jsonv *v;

	while ((v = json_next(item, &key)) != NULL) {
		const struct field *f = field_find(key, strlen(key));
		struct moment m;

		if (!field_is_better(f, kind, best))
			continue;
		m = moment_in(v, ms || f->ms);
		if (m.unit == MOMENT_NONE)
			continue;
		best = f;
		found = m;
	}
	return found;
}

/* "from" tells who or when. */
static void take_sender(const struct jsonv *item, struct utterance *out)
{
	const struct jsonv *v = json_get(item, "from");

	if (out->label != NULL || !is_text(v) || moment_in(v, false).unit != MOMENT_NONE)
		return;
	out->label = json_text(v);
	out->label_len = strlen(out->label);
}

static void take_times(const struct jsonv *item, struct utterance *out)
{
	const char *key = NULL;
	const struct jsonv *v;

	out->from = best_moment(item, FIELD_FROM, false);
	out->to = best_moment(item, FIELD_TO, false);
	while (out->from.unit == MOMENT_NONE && (v = json_next(item, &key)) != NULL) {
		const struct field *f = field_find(key, strlen(key));
		struct moment from, to;

		if (!field_is_better(f, FIELD_FROM, NULL))
			continue;
		from = json_len(v) == 2 ? moment_in(json_at(v, 0), f->ms)
					: best_moment(v, FIELD_FROM, f->ms);
		to = json_len(v) == 2 ? moment_in(json_at(v, 1), f->ms)
				      : best_moment(v, FIELD_TO, f->ms);
		if (from.unit == MOMENT_NONE)
			continue;
		out->from = from;
		out->to = to;
	}
}

void json_item_who_and_when(const struct jsonv *item, struct arena *a, struct utterance *out)
{
	take_speaker(item, a, out);
	take_sender(item, out);
	take_times(item, out);
}

bool json_item_read(const struct jsonv *item, struct arena *a, struct utterance *out)
{
	struct buf text = BUF_INIT;

	*out = (struct utterance){ .text = json_item_text(item, FIELD_TEXT) };
	if (out->text == NULL && add_text(item, 0, &text))
		out->text = arena_dup(a, text.data, text.len);
	buf_release(&text);
	if (out->text == NULL)
		return false;
	out->len = strlen(out->text);
	json_item_who_and_when(item, a, out);
	return true;
}

/* ---- which list ---- */

struct found {
	const struct jsonv *list;
	size_t items, bytes;
	bool sentences, speakers, times;
};

static void look_at(const struct jsonv *list, struct found *f)
{
	struct arena arena = ARENA_INIT;

	*f = (struct found){ .list = list };
	for (size_t i = 0; i < json_len(list); i++) {
		struct utterance one;

		if (!json_item_read(json_at(list, i), &arena, &one))
			continue;
		f->items++;
		f->bytes += one.len;
		f->sentences |= memchr(one.text + 1, ' ', one.len - 1) != NULL;
		f->speakers |= one.label != NULL;
		f->times |= one.from.unit != MOMENT_NONE;
	}
	arena_release(&arena);
}

static bool is_better(const struct found *a, const struct found *b)
{
	if (a->items == 0 || b->items == 0)
		return a->items > 0;
	if (a->sentences != b->sentences)
		return a->sentences;
	if (a->bytes < b->bytes / 2 || b->bytes < a->bytes / 2)
		return a->bytes > b->bytes;
	if (a->speakers != b->speakers)
		return a->speakers;
	if (a->times != b->times)
		return a->times;
	return a->bytes > b->bytes;
}

static void search(const struct jsonv *v, unsigned depth, struct found *best)
{
	struct found here;
	const char *key = NULL;
	const struct jsonv *member;

	if (depth > DEPTH_MAX)
		return;
	if (json_len(v) > 0) {
		look_at(v, &here);
		if (is_better(&here, best))
			*best = here;
	}
	for (size_t i = 0; i < json_len(v); i++)
		search(json_at(v, i), depth + 1, best);
	while ((member = json_next(v, &key)) != NULL)
		search(member, depth + 1, best);
}

const struct jsonv *json_items_find(const struct jsonv *root)
{
	struct found best = { .list = NULL };

	search(root, 0, &best);
	return best.list;
}
