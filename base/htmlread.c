/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/htmlread.h"

#include <limits.h>
#include <stdbool.h>
#include <string.h>

#include <libxml/HTMLparser.h>

struct htmlread {
	htmlParserCtxtPtr ctxt;
	htmlread_fn *take;
	void *arg;
	const char *open[HTML_DEPTH_MAX]; /* names, kept by the parser until it is freed */
	int depth;
	int line; /* where it got too deep, 0 = nowhere */
};

static void hush(void *arg, xmlErrorPtr error)
{
	(void)arg;
	(void)error;
}

static void on_open(void *arg, const xmlChar *name, const xmlChar **attrs)
{
	struct htmlread *h = arg;
	struct html_node node = { (const char *)name, NULL, 0, (const char *const *)attrs };

	if (h->line > 0)
		return;
	if (h->depth == HTML_DEPTH_MAX) {
		h->line = h->ctxt->input != NULL ? h->ctxt->input->line : 1;
		xmlStopParser(h->ctxt);
		return;
	}
	h->open[h->depth++] = node.name;
	h->take(HTML_OPEN, &node, h->arg);
}

static void close_to(struct htmlread *h, int depth)
{
	while (h->line == 0 && h->depth > depth) {
		struct html_node node = { h->open[--h->depth], NULL, 0, NULL };

		h->take(HTML_CLOSE, &node, h->arg);
	}
}

/* The parser forgets some elements that it opened, among them those cut off by the end. */

static void on_close(void *arg, const xmlChar *name)
{
	struct htmlread *h = arg;
	int at = h->depth;

	while (at > 0 && strcmp(h->open[at - 1], (const char *)name) != 0)
		at--;
	if (at > 0)
		close_to(h, at - 1);
}

static void on_text(void *arg, const xmlChar *text, int len)
{
	struct htmlread *h = arg;
	struct html_node node = { NULL, (const char *)text, (size_t)len, NULL };

	if (h->line == 0 && len > 0)
		h->take(HTML_TEXT, &node, h->arg);
}

/* ---- a look at the tags before the parser sees them ---- */

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_white(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* word is lower case. */
static bool begins(const char *p, const char *end, const char *word)
{
	for (; *word != '\0'; p++, word++)
		if (p == end || (is_letter(*p) ? *p | 0x20 : *p) != *word)
			return false;
	return true;
}

/* Where the word begins, or the end. */
static const char *seek(const char *p, const char *end, const char *word)
{
	while (p < end && !begins(p, end, word))
		p++;
	return p;
}

/* Behind one attribute with its value. */
static const char *skip_attr(const char *p, const char *end)
{
	while (p < end && !is_white(*p) && *p != '>' && *p != '=')
		p++;
	while (p < end && is_white(*p))
		p++;
	if (p == end || *p != '=')
		return p;
	for (p++; p < end && is_white(*p); p++)
		;
	if (p < end && (*p == '"' || *p == '\'')) {
		const char *stop = memchr(p + 1, *p, (size_t)(end - p - 1));

		return stop != NULL ? stop + 1 : end;
	}
	while (p < end && !is_white(*p) && *p != '>')
		p++;
	return p;
}

/* p: behind '<'.  Behind the '>', counting attributes. */
static const char *skip_tag(const char *p, const char *end, size_t *attrs)
{
	while (p < end && !is_white(*p) && *p != '>')
		p++;
	while (p < end && *p != '>') {
		while (p < end && is_white(*p))
			p++;
		if (p < end && *p != '>') {
			p = skip_attr(p, end);
			++*attrs;
		}
	}
	return p < end ? p + 1 : p;
}

/* Scripts and styles hold no tags.  p: behind "<script ...>". */
static const char *skip_raw(const char *name, const char *p, const char *end)
{
	if (p[-1] == '>' && p[-2] == '/')
		return p;
	if (begins(name, end, "script"))
		return seek(p, end, "</script");
	return begins(name, end, "style") ? seek(p, end, "</style") : p;
}

/* An element with too many attributes, or NULL. */
static const char *find_crowded(const char *p, const char *end)
{
	while (p < end && (p = memchr(p, '<', (size_t)(end - p))) != NULL) {
		const char *start = p++;
		size_t attrs = 0;

		if (begins(p, end, "!--")) {
			p = seek(p + 3, end, "--");
		} else if (p < end && is_letter(*p)) {
			p = skip_tag(p, end, &attrs);
			p = skip_raw(start + 1, p, end);
		}
		if (attrs > HTML_ATTRS_MAX)
			return start;
	}
	return NULL;
}

static int line_of(const char *p, const char *at)
{
	int line = 1;

	for (; p < at; p++)
		line += *p == '\n';
	return line;
}

enum rc htmlread(
	const char *name, const char *text, size_t len, htmlread_fn *take, void *arg, struct err *e)
{
	struct htmlread h = { .take = take, .arg = arg };
	const char *crowded;
	htmlDocPtr doc;

	if (len > INT_MAX)
		return err_set(e, RC_INPUT, "'%s' is too large for HTML", name);
	crowded = find_crowded(text, text + len);
	if (crowded != NULL)
		return err_set(e, RC_INPUT, "'%s': line %d: an element has more than %d attributes",
			name, line_of(text, crowded), HTML_ATTRS_MAX);
	xmlInitParser();
	xmlSetStructuredErrorFunc(NULL, hush);
	h.ctxt = htmlNewParserCtxt();
	if (h.ctxt == NULL)
		return err_set(e, RC_INPUT, "'%s' is no HTML", name);
	memset(h.ctxt->sax, 0, sizeof *h.ctxt->sax);
	h.ctxt->sax->startElement = on_open;
	h.ctxt->sax->endElement = on_close;
	h.ctxt->sax->characters = on_text;
	h.ctxt->sax->ignorableWhitespace = on_text;
	h.ctxt->sax->serror = hush;
	h.ctxt->sax->initialized = XML_SAX2_MAGIC;
	h.ctxt->userData = &h;
	doc = htmlCtxtReadMemory(h.ctxt, text, (int)len, NULL, "UTF-8",
		HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
			HTML_PARSE_IGNORE_ENC);
	close_to(&h, 0);
	xmlFreeDoc(doc); /* NULL: our events build none */
	htmlFreeParserCtxt(h.ctxt);
	if (h.line > 0)
		return err_set(e, RC_INPUT, "'%s': line %d: elements are nested more than %d deep",
			name, h.line, HTML_DEPTH_MAX);
	return RC_OK;
}

const char *htmlread_attr(const struct html_node *node, const char *name)
{
	for (const char *const *a = node->attrs; a != NULL && *a != NULL; a += 2)
		if (strcmp(*a, name) == 0)
			return a[1] != NULL ? a[1] : "";
	return NULL;
}
