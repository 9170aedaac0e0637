/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON lines: an object a line with "text", perhaps "speaker", "date", times.
 * The file is one document; each line gives its paragraphs.
 */
#include <string.h>

#include "base/intern.h"
#include "corpus/json_items.h"
#include "corpus/normalise.h"
#include "corpus/reader.h"

#define FLAWS_MAX 20

struct jsonl {
	const char *name;
	struct utterances u;
	struct intern others; /* keys that were not used */
	struct diags *d;
	uint32_t line, flaws;
	struct draft *out;
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

static void note_others(struct jsonl *j, const struct jsonv *item)
{
	const char *key = NULL;

	while (json_next(item, &key) != NULL)
		if (field_find(key, strlen(key)) == NULL)
			intern_add(&j->others, key, strlen(key));
}

static void take_item(struct jsonl *j, const struct jsonv *item, const char *p, size_t len)
{
	const char *date = json_item_text(item, FIELD_DATE);
	struct utterance one;

	if (!json_item_read(item, &j->u.arena, &one)) {
		flaw(j, p, len, "there is no text in it");
		return;
	}
	utterances_add(&j->u, &one);
	note_others(j, item);
	if (date != NULL)
		utterances_date(j->out, date);
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
	if (j->u.list.n == 0)
		return err_set(e, RC_INPUT,
			"no line is an object with a \"text\"; a .jsonl file has one a line");
	return RC_OK;
}

static enum rc read_jsonl(const char *name, const char *data, size_t len, struct draft *out,
	struct diags *d, struct err *e)
{
	struct buf text = BUF_INIT;
	struct jsonl j = {
		.name = name, .u = UTTERANCES_INIT, .others = INTERN_INIT, .d = d, .out = out
	};
	enum rc rc = normalise_decode(data, len, &text, d, e);

	j.u.apart = true;
	if (rc == RC_OK)
		rc = parse(&j, &text, e);
	if (rc != RC_OK)
		goto out;
	utterances_left_out(&j.others, "fields", name, d);
	utterances_write(&j.u, name, out, d);
	if (out->paras.n == 0)
		rc = err_set(e, RC_INPUT, "there is no text in it");
out:
	intern_release(&j.others);
	utterances_release(&j.u);
	buf_release(&text);
	return rc;
}

const struct reader reader_jsonl = {
	.name = "jsonl",
	.extensions = (const char *const[]){ "jsonl", "ndjson", NULL },
	.summary = "JSON lines: an object with a text a line",
	.read = read_jsonl,
};
