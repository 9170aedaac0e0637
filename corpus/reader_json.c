/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Transcripts as speech recognisers write them: Whisper, WhisperX, whisper.cpp,
 * Otter, AssemblyAI, Deepgram ... and any list of {speaker, text}.
 */
#include <string.h>

#include "base/utf8.h"
#include "corpus/json_items.h"
#include "corpus/json_words.h"
#include "corpus/normalise.h"
#include "corpus/reader.h"

#define KEYS_MAX 20 /* shown in a message */

/* Python writes numbers that JSON does not know; as empty strings of the same length they are
 * unknown values. */
static void mask_odd_numbers(struct buf *text)
{
	static const char *const odd[] = { "-Infinity", "Infinity", "NaN" };
	bool quoted = false;

	for (size_t i = 0; i < text->len; i++) {
		char *p = text->data + i;

		if (quoted && *p == '\\')
			i++;
		else if (*p == '"')
			quoted = !quoted;
		for (size_t k = 0; !quoted && k < sizeof odd / sizeof *odd; k++)
			if (strncmp(p, odd[k], strlen(odd[k])) == 0) {
				memset(p, ' ', strlen(odd[k]));
				memcpy(p, "\"\"", 2);
				i += strlen(odd[k]) - 1;
				break;
			}
	}
}

static enum rc refuse(const struct jsonv *root, struct err *e)
{
	struct buf keys = BUF_INIT;
	const char *key = NULL;

	for (size_t i = 0; i < KEYS_MAX && json_next(root, &key) != NULL; i++) {
		buf_adds(&keys, i > 0 ? ", " : "");
		utf8_clean(key, strlen(key), &keys);
	}
	if (keys.len > 0)
		err_set(e, RC_INPUT,
			"no segments with a text are in it; its keys are: %s; export the "
			"transcript as .vtt or .txt",
			keys.data);
	else
		err_set(e, RC_INPUT,
			"no segments with a text are in it; export the transcript as .vtt or "
			".txt");
	buf_release(&keys);
	return RC_INPUT;
}

/* One text and no list of segments. */
static bool take_whole(const struct jsonv *root, struct utterances *u)
{
	struct utterance one;
	bool found = json_item_read(root, &u->arena, &one);

	if (found)
		utterances_add(u, &one);
	return found;
}

/* Where only the words tell who speaks. */
static bool take_words(const struct jsonv *root, struct utterances *u)
{
	size_t bytes = 0;

	vec_each (const struct utterance, one, &u->list) {
		if (one->label != NULL)
			return false;
		bytes += one->len;
	}
	return json_words_read(root, bytes, u);
}

static enum rc take_all(const char *name, const struct jsonv *root, struct utterances *u,
	struct diags *d, struct err *e)
{
	const struct jsonv *list = json_items_find(root);
	unsigned without = 0;

	if (list == NULL)
		return take_whole(root, u) || take_words(root, u) ? RC_OK : refuse(root, e);
	for (size_t i = 0; i < json_len(list); i++) {
		struct utterance one;

		if (json_item_read(json_at(list, i), &u->arena, &one))
			utterances_add(u, &one);
		else
			without++;
	}
	if (take_words(root, u))
		without = 0;
	json_words_names(root, u);
	if (without > 0)
		diag_add(d, DIAG_REMARK, "R040", &(struct diag_at){ .file = name },
			"entries without a text left out: %u", without);
	return RC_OK;
}

static void take_head(const struct jsonv *root, struct draft *out)
{
	const char *date = json_item_text(root, FIELD_DATE),
		   *title = json_item_text(root, FIELD_TITLE);

	if (date == NULL)
		date = json_item_text(json_at(json_items_find(root), 0), FIELD_DATE);
	if (date != NULL)
		utterances_date(out, date);
	if (title != NULL)
		draft_title(out, title, strlen(title));
}

/* A list of objects, one a line, is another format. */
static enum rc parse(const struct buf *text, struct jsonv **root, struct err *e)
{
	const char *stop = memchr(text->data, '\n', text->len);
	struct jsonv *line = NULL;
	struct err ignored = ERR_INIT;
	enum rc rc = json_parse(text->data, text->len, root, e);

	if (rc == RC_OK || stop == NULL)
		return rc;
	if (json_parse(text->data, (size_t)(stop - text->data), &line, &ignored) == RC_OK)
		err_set(e, RC_INPUT, "the file holds one object a line: name it .jsonl");
	json_free(line);
	return rc;
}

static enum rc read_json(const char *name, const char *data, size_t len, struct draft *out,
	struct diags *d, struct err *e)
{
	struct buf text = BUF_INIT;
	struct utterances u = UTTERANCES_INIT;
	struct jsonv *root = NULL;
	enum rc rc = normalise_decode(data, len, &text, d, e);

	u.apart = true;
	mask_odd_numbers(&text);
	if (rc == RC_OK)
		rc = parse(&text, &root, e);
	buf_release(&text);
	if (rc == RC_OK)
		rc = take_all(name, root, &u, d, e);
	if (rc != RC_OK)
		goto out;
	take_head(root, out);
	utterances_write(&u, name, out, d);
	if (out->paras.n == 0)
		rc = err_set(e, RC_INPUT, "there is no text in it");
out:
	json_free(root);
	utterances_release(&u);
	return rc;
}

const struct reader reader_json = {
	.name = "json",
	.extensions = (const char *const[]){ "json", NULL },
	.summary = "Segments of speech recognisers (Whisper, WhisperX, Otter)",
	.read = read_json,
};
