/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading XML from untrusted files with libxml2's pull reader: no network, no
 * external entities, entity expansion refused (a document type declaration is
 * an error), depth at most 256, one text at most 10 MB; the size is that of the
 * caller's buffer.
 */
#ifndef TEMA_BASE_XMLREAD_H
#define TEMA_BASE_XMLREAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"

enum xml_event { XML_END, XML_OPEN, XML_CLOSE, XML_TEXT };

struct xmlread;

/* name is used in messages only. data must outlive the reader. */
enum rc xmlread_open(
	struct xmlread **out, const char *name, const char *data, size_t len, struct err *e);
void xmlread_close(struct xmlread *x);
/* The next event. An empty element gives XML_OPEN and XML_CLOSE. RC_INPUT with the line for broken
 * XML. */
enum rc xmlread_next(struct xmlread *x, enum xml_event *event, struct err *e);
const char *xmlread_name(const struct xmlread
		*x); /* local name of the element (open, close); until the next event */
const char *xmlread_space(const struct xmlread *x); /* namespace URI or "" */
const char *xmlread_text(
	const struct xmlread *x, size_t *len); /* of XML_TEXT; white space included */
/* Value of the attribute by local name, or NULL; until the next call of xmlread_next or
 * xmlread_attr. */
const char *xmlread_attr(struct xmlread *x, const char *name);
/* Open elements, the one that opens or closes among them: 1 at the root's XML_OPEN and XML_CLOSE.
 */
int xmlread_depth(const struct xmlread *x);
uint32_t xmlread_line(const struct xmlread *x); /* of the element; 0: not known */

/* Appends the text directly in the elements of this local name to out. */
enum rc xmlread_text_of(
	const char *data, size_t len, const char *element, struct buf *out, struct err *e);

#endif
