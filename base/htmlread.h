/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading HTML and XHTML from untrusted files with libxml2's HTML parser, as
 * events: no network, nothing built in memory, no error for what browsers
 * forgive.  Every element that opens also closes, in order; missing ones (html,
 * body) are added.  Limits: the depth, and the attributes of one element (the
 * parser compares each with all others).
 */
#ifndef TEMA_BASE_HTMLREAD_H
#define TEMA_BASE_HTMLREAD_H

#include <stddef.h>

#include "base/err.h"

#define HTML_DEPTH_MAX 512
#define HTML_ATTRS_MAX 1000

enum html_event { HTML_OPEN, HTML_CLOSE, HTML_TEXT };

/* What an event is about; valid during the call only. */
struct html_node {
	const char *name; /* lower case; of HTML_OPEN and HTML_CLOSE */
	const char *text; /* of HTML_TEXT: entities are resolved, white space is as it stood */
	size_t len;
	const char *const *attrs; /* of HTML_OPEN: htmlread_attr() */
};

typedef void htmlread_fn(enum html_event event, const struct html_node *node, void *arg);

/* text: valid UTF-8 without NULs, whatever a meta element says of its encoding.  name is used in
 * messages only.  RC_INPUT: over a limit. */
enum rc htmlread(const char *name, const char *text, size_t len, htmlread_fn *take, void *arg,
	struct err *e);

/* The value of an attribute (its name in lower case), "" when it has none, NULL when it is not
 * there. */
const char *htmlread_attr(const struct html_node *node, const char *name);

#endif
