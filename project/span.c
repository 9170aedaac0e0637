/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The passage that a person means: "1204-1290" in code points, or its words.  Words are
 * compared after case folding, with white space runs as one space and all quotation marks equal,
 * because they are copied from a screen or a word processor.
 */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "project/decide.h"
#include "project/seen.h"
#include "store/documents.h"
#include "store/pseudonyms.h"

#define PLACES_TOLD 5

/* Loose text and, for each of its bytes, where it came from. */
struct loose {
	struct buf text;
	VEC(uint32_t) from; /* one more than text.len: the end */
};

static bool is_quote(uint32_t cp)
{
	return cp == '"' || cp == '\'' || (cp >= 0x2018 && cp <= 0x201f) || cp == 0xab ||
	       cp == 0xbb;
}

static void loosen(const char *p, size_t len, struct loose *out)
{
	bool space = false;

	for (size_t at = 0; at < len;) {
		uint32_t cp;
		size_t step = utf8_next(p + at, p + len, &cp), before = out->text.len;

		if (utf8_is_space(cp)) {
			if (!space && out->text.len > 0)
				buf_addc(&out->text, ' ');
			space = true;
		} else {
			space = false;
			if (is_quote(cp))
				buf_addc(&out->text, '\'');
			else
				utf8_fold(p + at, step, &out->text);
		}
		while (before++ < out->text.len)
			vec_push(&out->from, (uint32_t)at);
		at += step;
	}
	vec_push(&out->from, (uint32_t)len);
}

static void loose_release(struct loose *l)
{
	buf_release(&l->text);
	vec_release(&l->from);
}

VEC_TYPE(found_list, struct span);

static void find_all(const struct document *doc, const char *quote, struct found_list *out)
{
	struct loose text = { BUF_INIT, VEC_INIT }, wanted = { BUF_INIT, VEC_INIT };
	const char *p;

	loosen(doc->text, doc->len, &text);
	loosen(quote, strlen(quote), &wanted);
	while (wanted.text.len > 0 && wanted.text.data[wanted.text.len - 1] == ' ')
		wanted.text.data[--wanted.text.len] = '\0';
	p = text.text.data;
	while (wanted.text.len > 0 && (p = strstr(p, wanted.text.data)) != NULL) {
		size_t at = (size_t)(p - text.text.data), last = at + wanted.text.len - 1;
		uint32_t cp, end = text.from.items[last];

		end += (uint32_t)utf8_next(doc->text + end, doc->text + doc->len, &cp);
		vec_push(out, ((struct span){ text.from.items[at], end }));
		p += wanted.text.len;
	}
	loose_release(&text);
	loose_release(&wanted);
}

static enum rc several(const struct document *doc, const struct found_list *found, struct err *e)
{
	struct buf places = BUF_INIT;
	struct lines lines;

	lines_init(&lines, doc->text, doc->len);
	for (size_t i = 0; i < found->n && i < PLACES_TOLD; i++)
		buf_printf(&places, "%s%zu-%zu (line %zu)", i > 0 ? ", " : "",
			utf8_count(doc->text, found->items[i].start),
			utf8_count(doc->text, found->items[i].end),
			lines_at(&lines, found->items[i].start));
	err_set(e, RC_INPUT,
		"these words stand in %zu places; give more of them, or the place: %s%s", found->n,
		places.data, found->n > PLACES_TOLD ? ", ..." : "");
	lines_release(&lines);
	buf_release(&places);
	return e->rc;
}

static enum rc by_words(
	const struct document *doc, const char *quote, struct span *out, struct err *e)
{
	struct found_list found = VEC_INIT;
	enum rc rc = RC_OK;

	find_all(doc, quote, &found);
	if (quote[strspn(quote, " \t\r\n")] == '\0')
		rc = err_set(e, RC_USAGE, "the passage is empty");
	else if (found.n == 0)
		rc = err_set(e, RC_INPUT, "these words do not stand in the document: '%s'", quote);
	else if (found.n > 1)
		rc = several(doc, &found, e);
	else
		*out = found.items[0];
	vec_release(&found);
	return rc;
}

/* "12-40" and nothing else. */
static bool parse_range(const char *typed, unsigned long *start, unsigned long *end)
{
	char *stop;

	if (typed[strspn(typed, "0123456789-")] != '\0' || typed[0] == '-' || typed[0] == '\0')
		return false;
	*start = strtoul(typed, &stop, 10);
	if (*stop != '-' || stop[1] == '\0' || strchr(stop + 1, '-') != NULL)
		return false;
	*end = strtoul(stop + 1, NULL, 10);
	return true;
}

static enum rc by_range(const struct document *doc, unsigned long start, unsigned long end,
	struct span *out, struct err *e)
{
	size_t all = utf8_count(doc->text, doc->len);
	uint32_t cp;

	if (start >= end || end > all)
		return err_set(e, RC_INPUT,
			"there is no passage %lu-%lu; the document has the places 0-%zu", start,
			end, all);
	out->start = (uint32_t)utf8_offset(doc->text, doc->len, start);
	out->end = (uint32_t)utf8_offset(doc->text, doc->len, end);
	while (out->start < out->end) { /* no white space at the ends */
		size_t step = utf8_next(doc->text + out->start, doc->text + out->end, &cp);

		if (!utf8_is_space(cp))
			break;
		out->start += (uint32_t)step;
	}
	while (out->end > out->start) {
		const char *before = utf8_prev(doc->text + out->start, doc->text + out->end, &cp);

		if (!utf8_is_space(cp))
			break;
		out->end = (uint32_t)(before - doc->text);
	}
	if (out->start == out->end)
		return err_set(e, RC_INPUT, "there is only white space at %lu-%lu", start, end);
	return RC_OK;
}

/* What was typed, in the text as it is shown; *out is a span of the stored text. */
static enum rc in_shown(
	struct store *s, int64_t document, const char *typed, struct span *out, struct err *e)
{
	struct seen seen;
	unsigned long start, end;
	enum rc rc = seen_load(s, document, &seen, e);

	if (rc == RC_OK)
		rc = parse_range(typed, &start, &end) ? by_range(seen.doc, start, end, out, e)
						      : by_words(seen.doc, typed, out, e);
	if (rc == RC_OK)
		*out = seen_stored(&seen, out->start, out->end);
	seen_release(&seen);
	return rc;
}

/* A quotation may come from the transcript itself, names and all. */
static enum rc in_stored(
	struct store *s, int64_t document, const char *typed, struct span *out, struct err *e)
{
	struct document *doc = NULL;
	struct err ignored = ERR_INIT;
	enum rc rc = store_document_load(s, document, &doc, e);

	if (rc == RC_OK && by_words(doc, typed, out, &ignored) != RC_OK)
		rc = RC_INPUT; /* said already of the shown text */
	document_free(doc);
	return rc;
}

enum rc decide_span(
	struct store *s, int64_t document, const char *typed, struct span *out, struct err *e)
{
	unsigned long start, end;
	enum rc rc;

	if (!utf8_valid(typed, strlen(typed), NULL))
		return err_set(e, RC_USAGE, "the passage is no valid UTF-8");
	rc = in_shown(s, document, typed, out, e);
	if (rc == RC_INPUT && store_hidden(s) != NULL && !parse_range(typed, &start, &end))
		rc = in_stored(s, document, typed, out, e);
	return rc;
}
