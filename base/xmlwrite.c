/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/xmlwrite.h"

#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/xmlwriter.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "base/vec.h"

struct xmlwrite {
	enum xmlwrite_mode mode;
	xmlTextWriterPtr writer;
	struct buf out;
	VEC(char *) open; /* names of the open elements */
};

static int append(void *arg, const char *p, int len)
{
	buf_add(arg, p, (size_t)len);
	return len;
}

/* The writer fails only for want of memory or when it is asked for nonsense. */
static void must(int result)
{
	assert(result >= 0);
	(void)result;
}

static const xmlChar *X(const char *s)
{
	return (const xmlChar *)s;
}

/* The declaration is written in both modes, for it tells libxml2 that the text is UTF-8
 * and needs no character references; HTML takes it out again. */
static void begin(struct xmlwrite *x)
{
	must(xmlTextWriterStartDocument(x->writer, NULL, "UTF-8", NULL));
	must(xmlTextWriterFlush(x->writer));
	if (x->mode == XMLWRITE_HTML) {
		buf_reset(&x->out);
		must(xmlTextWriterWriteDTD(x->writer, X("html"), NULL, NULL, NULL));
		xml_newline(x);
	}
}

struct xmlwrite *xmlwrite_new(enum xmlwrite_mode mode)
{
	struct xmlwrite *x = mem_zalloc(1, sizeof *x);
	xmlOutputBufferPtr sink;

	xmlInitParser();
	x->mode = mode;
	buf_init(&x->out);
	sink = xmlOutputBufferCreateIO(append, NULL, &x->out, NULL);
	assert(sink != NULL);
	x->writer = xmlNewTextWriter(sink);
	assert(x->writer != NULL);
	begin(x);
	return x;
}

void xmlwrite_finish(struct xmlwrite *x, struct buf *out)
{
	assert(x->open.n == 0);
	must(xmlTextWriterEndDocument(x->writer));
	must(xmlTextWriterFlush(x->writer));
	while (x->out.len > 0 && x->out.data[x->out.len - 1] == '\n')
		x->out.len--;
	buf_add(out, x->out.data, x->out.len);
	buf_addc(out, '\n');
	xmlwrite_free(x);
}

void xmlwrite_free(struct xmlwrite *x)
{
	if (x == NULL)
		return;
	xmlFreeTextWriter(x->writer);
	vec_each (char *, name, &x->open)
		free(*name);
	vec_release(&x->open);
	buf_release(&x->out);
	free(x);
}

/* HTML elements that have no content and no end tag. */
static bool is_void(const char *name)
{
	static const char *const names[] = { "br", "hr", "meta", "col", "img", "input", "link" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

void xml_open(struct xmlwrite *x, const char *name)
{
	must(xmlTextWriterStartElement(x->writer, X(name)));
	vec_push(&x->open, mem_strdup(name));
}

void xml_close(struct xmlwrite *x, const char *name)
{
	bool is_short = x->mode == XMLWRITE_XML || is_void(name);

	assert(x->open.n > 0 && strcmp(*vec_last(&x->open), name) == 0);
	must(is_short ? xmlTextWriterEndElement(x->writer)
		      : xmlTextWriterFullEndElement(x->writer));
	free(*vec_last(&x->open));
	x->open.n--;
}

/* Control characters but tab and line ends, and two non-characters, cannot stand in XML. */
static bool is_allowed(uint32_t cp)
{
	if (cp < 0x20)
		return cp == '\t' || cp == '\n' || cp == '\r';
	return cp != 0x7f && cp != 0xfffe && cp != 0xffff && cp != UTF8_BAD;
}

/* The text as a terminated string without what XML forbids; bytes that are no UTF-8 become
 * U+FFFD. The caller releases *copy. */
static const xmlChar *allowed(const char *p, size_t len, struct buf *copy)
{
	const char *end = p + len;
	uint32_t cp;

	buf_init(copy);
	buf_reserve(copy, len);
	while (p < end) {
		size_t n = utf8_next(p, end, &cp);

		if (is_allowed(cp))
			buf_add(copy, p, n);
		else if (cp == UTF8_BAD)
			buf_adds(copy, "\xef\xbf\xbd");
		p += n;
	}
	return X(copy->data);
}

void xml_attr(struct xmlwrite *x, const char *name, const char *value)
{
	struct buf copy;

	must(xmlTextWriterWriteAttribute(x->writer, X(name), allowed(value, strlen(value), &copy)));
	buf_release(&copy);
}

void xml_attrf(struct xmlwrite *x, const char *name, const char *fmt, ...)
{
	struct buf value = BUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	buf_vprintf(&value, fmt, ap);
	va_end(ap);
	xml_attr(x, name, value.data);
	buf_release(&value);
}

void xml_text(struct xmlwrite *x, const char *s)
{
	xml_textn(x, s, strlen(s));
}

void xml_textn(struct xmlwrite *x, const char *p, size_t len)
{
	struct buf copy;

	must(xmlTextWriterWriteString(x->writer, allowed(p, len, &copy)));
	buf_release(&copy);
}

void xml_textf(struct xmlwrite *x, const char *fmt, ...)
{
	struct buf text = BUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	buf_vprintf(&text, fmt, ap);
	va_end(ap);
	xml_textn(x, text.data, text.len);
	buf_release(&text);
}

void xml_element(struct xmlwrite *x, const char *name, const char *text)
{
	xml_open(x, name);
	xml_text(x, text);
	xml_close(x, name);
}

void xml_raw(struct xmlwrite *x, const char *s)
{
	assert(strstr(s, "</") == NULL);
	must(xmlTextWriterWriteRaw(x->writer, X(s)));
}

void xml_newline(struct xmlwrite *x)
{
	must(xmlTextWriterWriteRaw(x->writer, X("\n")));
}
