/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writing XML and HTML with libxml2's text writer: escaping and nesting are
 * the library's business.  Closing an element that is not the open one is our
 * own mistake (assert).  In HTML mode void elements (br, hr, meta, col, img,
 * input, link) are written without an end tag and all others with one, so that a browser
 * reads them right; the document begins with <!DOCTYPE html>.
 */
#ifndef TEMA_BASE_XMLWRITE_H
#define TEMA_BASE_XMLWRITE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

struct xmlwrite;

enum xmlwrite_mode { XMLWRITE_XML, XMLWRITE_HTML };

struct xmlwrite *xmlwrite_new(enum xmlwrite_mode mode);
/* Ends the document (everything must be closed) and appends it to out; frees x. */
void xmlwrite_finish(struct xmlwrite *x, struct buf *out);
void xmlwrite_free(struct xmlwrite *x); /* without a result; NULL is fine */

void xml_open(struct xmlwrite *x, const char *name);
void xml_attr(struct xmlwrite *x, const char *name, const char *value);
void xml_attrf(struct xmlwrite *x, const char *name, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void xml_text(struct xmlwrite *x, const char *s);
void xml_textn(struct xmlwrite *x, const char *p, size_t len);
void xml_textf(struct xmlwrite *x, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void xml_close(struct xmlwrite *x, const char *name);
/* Open, text, close. */
void xml_element(struct xmlwrite *x, const char *name, const char *text);
/* For <style> only: text that must not be escaped; asserts that it holds no "</". */
void xml_raw(struct xmlwrite *x, const char *s);
void xml_newline(struct xmlwrite *x); /* layout between elements */

#endif
