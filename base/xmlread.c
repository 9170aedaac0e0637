/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/xmlread.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/xmlreader.h>

#include "base/mem.h"

#define DEPTH_MAX 256

struct xmlread {
	xmlTextReaderPtr reader;
	char *name;
	int depth;
	bool close_next; /* the element just opened is empty: its XML_CLOSE comes next */
	bool leave_next; /* the element just closed is still counted in depth */
	bool has_flaw;
	int line;	/* of the first flaw */
	char flaw[256]; /* libxml2's words for it */
};

/* Advice that only a programmer could follow is cut off. */
static void cut_advice(char *s)
{
	char *advice = strstr(s, " use XML_PARSE_HUGE");

	if (advice != NULL)
		*advice = '\0';
	s[strcspn(s, "\n")] = '\0';
}

static void note_flaw(void *arg, xmlErrorPtr error)
{
	struct xmlread *x = arg;

	if (x->has_flaw || error->level < XML_ERR_ERROR)
		return;
	x->has_flaw = true;
	x->line = error->line;
	snprintf(x->flaw, sizeof x->flaw, "%s", error->message != NULL ? error->message : "");
	cut_advice(x->flaw);
}

/* libxml2 reports some flaws of encodings to nobody in particular, that is to stderr. */
static void hush(void *arg, xmlErrorPtr error)
{
	(void)arg;
	(void)error;
}

enum rc xmlread_open(
	struct xmlread **out, const char *name, const char *data, size_t len, struct err *e)
{
	struct xmlread *x;

	*out = NULL;
	if (len > INT_MAX)
		return err_set(e, RC_INPUT, "'%s' is too large for XML", name);
	xmlInitParser();
	xmlSetStructuredErrorFunc(NULL, hush);
	x = mem_zalloc(1, sizeof *x);
	x->name = mem_strdup(name);
	/* Without XML_PARSE_HUGE libxml2 itself stops entities that grow. */
	x->reader = xmlReaderForMemory(data, (int)len, NULL, NULL,
		XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	if (x->reader == NULL) {
		xmlread_close(x);
		return err_set(e, RC_INPUT, "'%s' is no XML", name);
	}
	xmlTextReaderSetStructuredErrorHandler(x->reader, note_flaw, x);
	*out = x;
	return RC_OK;
}

void xmlread_close(struct xmlread *x)
{
	if (x == NULL)
		return;
	xmlFreeTextReader(x->reader);
	free(x->name);
	free(x);
}

static enum rc broken(const struct xmlread *x, struct err *e)
{
	if (!x->has_flaw)
		return err_set(e, RC_INPUT, "'%s': broken XML", x->name);
	return err_set(e, RC_INPUT, "'%s': line %d: broken XML: %s", x->name, x->line, x->flaw);
}

static enum rc refused(const struct xmlread *x, const char *what, struct err *e)
{
	return err_set(e, RC_INPUT, "'%s': line %d: %s", x->name,
		xmlTextReaderGetParserLineNumber(x->reader), what);
}

static enum rc enter(struct xmlread *x, enum xml_event *event, struct err *e)
{
	if (++x->depth > DEPTH_MAX)
		return refused(x, "elements are nested more than 256 deep", e);
	x->close_next = xmlTextReaderIsEmptyElement(x->reader) == 1;
	*event = XML_OPEN;
	return RC_OK;
}

/* The event for the node the reader stands at; *skip if it is none of ours. */
static enum rc event_of(struct xmlread *x, enum xml_event *event, bool *skip, struct err *e)
{
	*skip = false;
	switch (xmlTextReaderNodeType(x->reader)) {
	case XML_READER_TYPE_ELEMENT:
		return enter(x, event, e);
	case XML_READER_TYPE_END_ELEMENT:
		x->leave_next = true;
		*event = XML_CLOSE;
		return RC_OK;
	case XML_READER_TYPE_TEXT:
	case XML_READER_TYPE_CDATA:
	case XML_READER_TYPE_WHITESPACE:
	case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
		*event = XML_TEXT;
		return RC_OK;
	case XML_READER_TYPE_DOCUMENT_TYPE:
		return refused(x, "a document type declaration (DOCTYPE) is not accepted", e);
	case XML_READER_TYPE_ENTITY_REFERENCE:
		return refused(x, "an entity reference is not accepted", e);
	default:
		*skip = true; /* comments, processing instructions */
		return RC_OK;
	}
}

enum rc xmlread_next(struct xmlread *x, enum xml_event *event, struct err *e)
{
	enum rc rc;
	bool skip;

	if (x->leave_next) {
		x->depth--;
		x->leave_next = false;
	}
	if (x->close_next) {
		x->close_next = false;
		x->leave_next = true;
		*event = XML_CLOSE;
		return RC_OK;
	}
	do {
		int got = xmlTextReaderRead(x->reader);

		if (got < 0 || x->has_flaw)
			return broken(x, e);
		if (got == 0) {
			*event = XML_END;
			return RC_OK;
		}
		rc = event_of(x, event, &skip, e);
	} while (rc == RC_OK && skip);
	return rc;
}

static const char *or_empty(const xmlChar *s)
{
	return s != NULL ? (const char *)s : "";
}

const char *xmlread_name(const struct xmlread *x)
{
	return or_empty(xmlTextReaderConstLocalName(x->reader));
}

const char *xmlread_space(const struct xmlread *x)
{
	return or_empty(xmlTextReaderConstNamespaceUri(x->reader));
}

const char *xmlread_text(const struct xmlread *x, size_t *len)
{
	const char *s = or_empty(xmlTextReaderConstValue(x->reader));

	*len = strlen(s);
	return s;
}

const char *xmlread_attr(struct xmlread *x, const char *name)
{
	const char *value = NULL;
	int more = xmlTextReaderMoveToFirstAttribute(x->reader);

	for (; more == 1; more = xmlTextReaderMoveToNextAttribute(x->reader)) {
		if (xmlTextReaderIsNamespaceDecl(x->reader) == 1)
			continue;
		if (strcmp(or_empty(xmlTextReaderConstLocalName(x->reader)), name) == 0) {
			value = or_empty(xmlTextReaderConstValue(x->reader));
			break;
		}
	}
	xmlTextReaderMoveToElement(x->reader);
	return value;
}

int xmlread_depth(const struct xmlread *x)
{
	return x->depth;
}

uint32_t xmlread_line(const struct xmlread *x)
{
	long line = xmlGetLineNo(xmlTextReaderCurrentNode(x->reader));

	return line > 0 ? (uint32_t)line : 0;
}

enum rc xmlread_text_of(
	const char *data, size_t len, const char *element, struct buf *out, struct err *e)
{
	struct xmlread *x = NULL;
	enum xml_event event = XML_TEXT;
	bool inside = false;
	enum rc rc = xmlread_open(&x, element, data, len, e);

	while (rc == RC_OK && event != XML_END) {
		rc = xmlread_next(x, &event, e);
		if (rc != RC_OK || event == XML_END)
			break;
		if (event == XML_TEXT && inside) {
			size_t n;
			const char *p = xmlread_text(x, &n);

			buf_add(out, p, n);
		} else if (event != XML_TEXT) {
			inside = event == XML_OPEN && strcmp(xmlread_name(x), element) == 0;
		}
	}
	xmlread_close(x);
	return rc;
}
