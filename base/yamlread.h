/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading YAML from untrusted files with libyaml's event parser, where it was
 * there at build time (HAVE_YAML).  One document; anchors, aliases and tags are
 * refused, so nothing grows; depth at most 64.  Scalars are texts as they
 * stand: `no` and `1.0` stay what they are.
 */
#ifndef TEMA_BASE_YAMLREAD_H
#define TEMA_BASE_YAMLREAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

enum yaml_kind { YAMLREAD_END, YAMLREAD_MAP, YAMLREAD_LIST, YAMLREAD_CLOSE, YAMLREAD_TEXT };

struct yamlread;

bool yamlread_is_there(void);
/* data must outlive the reader.  RC_INPUT without libyaml: says how to get it. */
enum rc yamlread_open(struct yamlread **out, const char *data, size_t len, struct err *e);
void yamlread_close(struct yamlread *y);
/* The next event; keys and values of a map come in turn.  RC_INPUT with the line for broken YAML.
 */
enum rc yamlread_next(struct yamlread *y, enum yaml_kind *kind, struct err *e);
/* Of YAMLREAD_TEXT, until the next call. */
const char *yamlread_text(const struct yamlread *y, size_t *len);
uint32_t yamlread_line(const struct yamlread *y); /* where the event begins */

#endif
