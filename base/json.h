/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON by jansson, behind a thin wrapper.  Writing: a cursor that appends to a
 * buf; keys keep the order in which they are written.  Numbers are printed
 * without locale.
 */
#ifndef TEMA_BASE_JSON_H
#define TEMA_BASE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"

struct jsonw;

struct jsonw *jsonw_new(void);
void jsonw_finish(
	struct jsonw *j, struct buf *out); /* indented by 2, newline at the end; frees j */
void jsonw_finish_line(struct jsonw *j, struct buf *out); /* on one line; frees j */
/* key is NULL inside an array and for the root. */
void jsonw_object(struct jsonw *j, const char *key);
void jsonw_array(struct jsonw *j, const char *key);
void jsonw_end(struct jsonw *j);				  /* closes the innermost */
void jsonw_text(struct jsonw *j, const char *key, const char *s); /* NULL gives null */
void jsonw_textn(struct jsonw *j, const char *key, const char *p, size_t len);
void jsonw_int(struct jsonw *j, const char *key, int64_t v);
void jsonw_real(struct jsonw *j, const char *key, double v);
void jsonw_bool(struct jsonw *j, const char *key, bool v);
void jsonw_null(struct jsonw *j, const char *key);

/* Reading: values are borrowed from the root. */
struct jsonv; /* a jansson value */
enum rc json_parse(const char *p, size_t len, struct jsonv **out,
	struct err *e); /* depth and size limited by jansson */
void json_free(struct jsonv *root);
const struct jsonv *json_get(const struct jsonv *v, const char *key); /* or NULL */
size_t json_len(const struct jsonv *array);			      /* 0 for others */
const struct jsonv *json_at(const struct jsonv *array, size_t i);
const char *json_text(const struct jsonv *v); /* or NULL */
/* The members of an object in their order: *key is NULL before the first and afterwards the key of
 * the value given back; NULL behind the last. */
const struct jsonv *json_next(const struct jsonv *object, const char **key);
bool json_number(const struct jsonv *v, double *out);
bool json_whole(const struct jsonv *v, int64_t *out); /* written without a point */
int json_truth(const struct jsonv *v);		      /* 1 true, 0 false, -1 neither */

#endif
