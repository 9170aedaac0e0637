/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/json_words.h"

#include <stdlib.h>
#include <string.h>

#include "base/intern.h"
#include "base/utf8.h"
#include "corpus/json_items.h"

#define DEPTH_MAX 12
#define NAMES_DEPTH 3
#define SPEAKERS_MAX 1000
#define GROUPS_MAX 64 /* places where words are looked for */

/* ---- words ---- */

struct word {
	struct utterance said;
	const char *start; /* as written, or NULL */
};

struct group {
	VEC(struct word) words;
	size_t named, bytes; /* words with a speaker; of all */
};

struct words {
	struct arena arena;
	struct intern paths;
	VEC(struct group) groups; /* by number of path */
	struct intern starts;	  /* where somebody is named without a text */
	VEC(const char *) who;	  /* by number of start */
};

static bool is_word(const char *p)
{
	return p != NULL && *p != '\0' && p[strcspn(p, " \t\r\n")] == '\0';
}

static const char *word_text(const struct jsonv *item)
{
	static const char *const keys[] = { "punctuated_word", "word", "content", "text" };
	const struct jsonv *first = json_at(json_get(item, "alternatives"), 0);

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		const char *text = json_text(json_get(item, keys[i]));

		if (text == NULL && first != NULL)
			text = json_text(json_get(first, keys[i]));
		if (text == NULL)
			continue;
		while (*text == ' ')
			text++;
		return is_word(text) ? text : NULL;
	}
	return NULL;
}

static const char *start_of(const struct jsonv *item)
{
	return json_text(json_get(item, "start_time"));
}

static void note_start(struct words *w, const char *start, const char *label)
{
	uint32_t n = intern_add(&w->starts, start, strlen(start));

	if (n == w->who.n)
		vec_push(&w->who, label);
}

/* The first alternative may name the speaker; Google's 0 is nobody. */
static void who_and_when(const struct jsonv *item, struct arena *a, struct utterance *out)
{
	const struct jsonv *first = json_at(json_get(item, "alternatives"), 0);
	double tag;

	if (first != NULL)
		json_item_who_and_when(first, a, out);
	json_item_who_and_when(item, a, out);
	if (json_number(json_get(item, "speakerTag"), &tag) && tag == 0)
		out->label = NULL;
}

static void add_word(struct words *w, const char *path, const struct jsonv *item)
{
	uint32_t n = intern_find(&w->paths, path, strlen(path));
	struct word one = { .start = start_of(item) };
	const char *text = word_text(item);
	struct group *g;

	who_and_when(item, &w->arena, &one.said);
	if (text == NULL && one.said.label != NULL && one.start != NULL)
		note_start(w, one.start, one.said.label);
	if (text == NULL || (n == INTERN_NONE && w->groups.n >= GROUPS_MAX))
		return;
	if (n == INTERN_NONE) {
		n = intern_add(&w->paths, path, strlen(path));
		memset(vec_new(&w->groups), 0, sizeof(struct group));
	}
	one.said.text = text;
	one.said.len = strlen(text);
	g = &w->groups.items[n];
	g->named += one.said.label != NULL;
	g->bytes += one.said.len + 1;
	vec_push(&g->words, one);
}

static void walk(struct words *w, const struct jsonv *v, struct buf *path, unsigned depth)
{
	size_t before = path->len;
	const char *key = NULL;
	const struct jsonv *member;

	if (depth > DEPTH_MAX)
		return;
	for (size_t i = 0; i < json_len(v); i++) {
		const struct jsonv *item = json_at(v, i);
		const char *none = NULL;

		if (json_next(item, &none) != NULL)
			add_word(w, path->data, item);
		walk(w, item, path, depth + 1);
	}
	while ((member = json_next(v, &key)) != NULL) {
		buf_addc(path, '/');
		buf_adds(path, key);
		walk(w, member, path, depth + 1);
		path->len = before;
		path->data[before] = '\0';
	}
}

/* Amazon: the speaker of a word by its start. */
static void find_named(struct words *w)
{
	vec_each (struct group, g, &w->groups)
		vec_each (struct word, one, &g->words) {
			uint32_t n =
				one->start == NULL || one->said.label != NULL
					? INTERN_NONE
					: intern_find(&w->starts, one->start, strlen(one->start));

			if (n == INTERN_NONE)
				continue;
			one->said.label = w->who.items[n];
			one->said.label_len = strlen(one->said.label);
			g->named++;
		}
}

static const struct group *best_group(const struct words *w, size_t bytes)
{
	const struct group *best = NULL;

	vec_each (const struct group, g, &w->groups)
		if (2 * g->named >= g->words.n && g->named > 0 && 2 * g->bytes >= bytes &&
			(best == NULL || g->named > best->named))
			best = g;
	return best;
}

/* ---- sentences ---- */

static bool is_punctuation(const struct utterance *one)
{
	return strspn(one->text, ".,?!;:") == one->len;
}

static bool same_speaker(const struct utterance *a, const struct utterance *b)
{
	return b->label == NULL || (a->label != NULL && a->label_len == b->label_len &&
					   memcmp(a->label, b->label, a->label_len) == 0);
}

static void end_sentence(struct utterances *u, struct utterance *open, struct buf *text)
{
	open->text = arena_dup(&u->arena, text->data, text->len);
	open->len = text->len;
	if (open->label != NULL)
		open->label = arena_dup(&u->arena, open->label, open->label_len);
	if (text->len > 0)
		utterances_add(u, open);
	buf_reset(text);
}

/* Google gives all words without speakers first, then all of them again. */
static size_t first_word(const struct group *g)
{
	size_t i = 0;

	while (i < g->words.n && g->words.items[i].said.label == NULL)
		i++;
	return 2 * i >= g->named ? i : 0;
}

static void join_words(const struct group *g, struct utterances *u)
{
	struct utterance open = { .text = "" };
	struct buf text = BUF_INIT;
	bool ended = false;

	for (size_t i = first_word(g); i < g->words.n; i++) {
		const struct utterance *one = &g->words.items[i].said;
		bool mark = is_punctuation(one);

		if (text.len > 0 && !mark && (ended || !same_speaker(&open, one))) {
			const char *label = open.label;
			size_t len = open.label_len;

			end_sentence(u, &open, &text);
			open = *one;
			if (one->label == NULL) {
				open.label = label;
				open.label_len = len;
			}
		} else if (text.len == 0) {
			open = *one;
		}
		if (text.len > 0 && !mark)
			buf_addc(&text, ' ');
		buf_add(&text, one->text, one->len);
		if (one->to.unit != MOMENT_NONE)
			open.to = one->to;
		ended = strchr(".?!", text.data[text.len - 1]) != NULL;
	}
	end_sentence(u, &open, &text);
	buf_release(&text);
}

bool json_words_read(const struct jsonv *root, size_t bytes, struct utterances *u)
{
	struct words w = { .arena = ARENA_INIT, .paths = INTERN_INIT, .starts = INTERN_INIT };
	struct buf path = BUF_INIT;
	const struct group *best;

	buf_adds(&path, "");
	walk(&w, root, &path, 0);
	find_named(&w);
	best = best_group(&w, bytes);
	if (best != NULL) {
		u->list.n = 0;
		join_words(best, u);
	}
	vec_each (struct group, g, &w.groups)
		vec_release(&g->words);
	vec_release(&w.groups);
	vec_release(&w.who);
	intern_release(&w.paths);
	intern_release(&w.starts);
	buf_release(&path);
	arena_release(&w.arena);
	return best != NULL;
}

/* ---- names ---- */

/* What json_item_read() makes of a speaker's id. */
static const char *label_of_id(const struct jsonv *id, struct arena *a)
{
	double number;

	if (json_text(id) != NULL)
		return json_text(id);
	if (json_number(id, &number) && number >= 0 && number < 1e6)
		return arena_printf(a, "Speaker %d", (int)number);
	return NULL;
}

/* The list "speakers" of the outermost object that has one. */
static const struct jsonv *find_speakers(const struct jsonv *v, unsigned depth)
{
	const struct jsonv *list = json_get(v, "speakers"), *member;
	const char *key = NULL;

	if (json_len(list) > 0)
		return list;
	list = NULL;
	while (list == NULL && depth < NAMES_DEPTH && (member = json_next(v, &key)) != NULL)
		list = find_speakers(member, depth + 1);
	return list;
}

void json_words_names(const struct jsonv *root, struct utterances *u)
{
	const struct jsonv *list = find_speakers(root, 0);
	size_t n = json_len(list) < SPEAKERS_MAX ? json_len(list) : SPEAKERS_MAX;

	for (size_t i = 0; i < n; i++) {
		const struct jsonv *one = json_at(list, i);
		const char *label = label_of_id(json_get(one, "id"), &u->arena);
		const char *name = json_item_text(one, FIELD_SPEAKER);

		if (label == NULL || name == NULL)
			continue;
		vec_each (struct utterance, said, &u->list)
			if (said->label != NULL && said->label_len == strlen(label) &&
				memcmp(said->label, label, said->label_len) == 0) {
				said->label = name;
				said->label_len = strlen(name);
			}
	}
}
