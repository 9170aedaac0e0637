/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/json.h"

#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "base/mem.h"
#include "base/number.h"
#include "base/utf8.h"
#include "base/vec.h"

/*
 * Strings are escaped by jansson; objects are written as they come, so that a
 * large result needs no tree, and numbers by number.c, so that no locale shows.
 */
struct level {
	bool is_object, has_items;
};

struct jsonw {
	struct buf out;
	VEC(struct level) levels;
};

struct jsonw *jsonw_new(void)
{
	struct jsonw *j = mem_zalloc(1, sizeof *j);

	buf_init(&j->out);
	return j;
}

static void jsonw_free(struct jsonw *j)
{
	buf_release(&j->out);
	vec_release(&j->levels);
	free(j);
}

void jsonw_finish(struct jsonw *j, struct buf *out)
{
	assert(j->levels.n == 0);
	buf_add(out, j->out.data, j->out.len);
	buf_addc(out, '\n');
	jsonw_free(j);
}

/* No line break stands inside a string (it would be escaped), so each is layout. */
void jsonw_finish_line(struct jsonw *j, struct buf *out)
{
	const char *p = j->out.data, *end = p + j->out.len;

	assert(j->levels.n == 0);
	buf_reserve(out, j->out.len + 1);
	while (p < end) {
		size_t n = strcspn(p, "\n");

		buf_add(out, p, n);
		p += n;
		if (p == end)
			break;
		if (p[-1] == ',')
			buf_addc(out, ' ');
		p++;
		p += strspn(p, " ");
	}
	buf_addc(out, '\n');
	jsonw_free(j);
}

static void new_line(struct jsonw *j)
{
	buf_printf(&j->out, "\n%*s", 2 * (int)j->levels.n, "");
}

static int append(const char *p, size_t len, void *arg)
{
	buf_add(arg, p, len);
	return 0;
}

/* What is no UTF-8 (a file name may be anything) becomes U+FFFD. */
static void add_repaired(struct buf *out, const char *p, size_t len)
{
	const char *end = p + len;
	uint32_t cp;

	while (p < end) {
		size_t n = utf8_next(p, end, &cp);

		if (cp == UTF8_BAD)
			buf_adds(out, "\xef\xbf\xbd");
		else
			buf_add(out, p, n);
		p += n;
	}
}

static void add_string(struct buf *out, const char *p, size_t len)
{
	struct buf repaired = BUF_INIT;
	json_t *s;

	if (!utf8_valid(p, len, NULL)) {
		add_repaired(&repaired, p, len);
		p = repaired.data;
		len = repaired.len;
	}
	s = json_stringn(p, len);
	assert(s != NULL);
	json_dump_callback(s, append, out, JSON_ENCODE_ANY);
	json_decref(s);
	buf_release(&repaired);
}

/* What stands in front of a value: comma, line break, key. */
static void begin_value(struct jsonw *j, const char *key)
{
	struct level *level = j->levels.n > 0 ? vec_last(&j->levels) : NULL;

	assert(level != NULL || j->out.len == 0);
	assert((key != NULL) == (level != NULL && level->is_object));
	if (level == NULL)
		return;
	if (level->has_items)
		buf_addc(&j->out, ',');
	level->has_items = true;
	new_line(j);
	if (key != NULL) {
		add_string(&j->out, key, strlen(key));
		buf_adds(&j->out, ": ");
	}
}

static void begin_level(struct jsonw *j, const char *key, bool is_object)
{
	struct level level = { is_object, false };

	begin_value(j, key);
	buf_addc(&j->out, is_object ? '{' : '[');
	vec_push(&j->levels, level);
}

void jsonw_object(struct jsonw *j, const char *key)
{
	begin_level(j, key, true);
}

void jsonw_array(struct jsonw *j, const char *key)
{
	begin_level(j, key, false);
}

void jsonw_end(struct jsonw *j)
{
	struct level closed;

	assert(j->levels.n > 0);
	closed = *vec_last(&j->levels);
	j->levels.n--;
	if (closed.has_items)
		new_line(j);
	buf_addc(&j->out, closed.is_object ? '}' : ']');
}

void jsonw_textn(struct jsonw *j, const char *key, const char *p, size_t len)
{
	begin_value(j, key);
	add_string(&j->out, p != NULL ? p : "", len);
}

void jsonw_text(struct jsonw *j, const char *key, const char *s)
{
	if (s != NULL)
		jsonw_textn(j, key, s, strlen(s));
	else
		jsonw_null(j, key);
}

void jsonw_int(struct jsonw *j, const char *key, int64_t v)
{
	begin_value(j, key);
	buf_printf(&j->out, "%" PRId64, v);
}

void jsonw_real(struct jsonw *j, const char *key, double v)
{
	begin_value(j, key);
	if (isfinite(v))
		number_add(&j->out, v);
	else
		buf_adds(&j->out, "null");
}

void jsonw_bool(struct jsonw *j, const char *key, bool v)
{
	begin_value(j, key);
	buf_adds(&j->out, v ? "true" : "false");
}

void jsonw_null(struct jsonw *j, const char *key)
{
	begin_value(j, key);
	buf_adds(&j->out, "null");
}

/* A struct jsonv is jansson's json_t under another name. */
static const json_t *inner(const struct jsonv *v)
{
	return (const json_t *)(const void *)v;
}

static const struct jsonv *outer(const json_t *v)
{
	return (const struct jsonv *)(const void *)v;
}

enum rc json_parse(const char *p, size_t len, struct jsonv **out, struct err *e)
{
	json_error_t flaw;
	json_t *root = json_loadb(p, len, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &flaw);

	*out = NULL;
	if (root == NULL)
		return err_set(
			e, RC_INPUT, "line %d, column %d: %s", flaw.line, flaw.column, flaw.text);
	*out = (struct jsonv *)(void *)root;
	return RC_OK;
}

void json_free(struct jsonv *root)
{
	json_decref((json_t *)(void *)root);
}

const struct jsonv *json_get(const struct jsonv *v, const char *key)
{
	return outer(json_object_get(inner(v), key));
}

size_t json_len(const struct jsonv *array)
{
	return json_array_size(inner(array));
}

const struct jsonv *json_at(const struct jsonv *array, size_t i)
{
	return outer(json_array_get(inner(array), i));
}

/* jansson's iterators want an object that may change; this one does not. */
const struct jsonv *json_next(const struct jsonv *object, const char **key)
{
	json_t *o = (json_t *)(uintptr_t)(const void *)object;
	void *at = *key == NULL ? json_object_iter(o)
				: json_object_iter_next(o, json_object_iter_at(o, *key));

	*key = at != NULL ? json_object_iter_key(at) : NULL;
	return at != NULL ? outer(json_object_iter_value(at)) : NULL;
}

const char *json_text(const struct jsonv *v)
{
	return json_string_value(inner(v));
}

bool json_number(const struct jsonv *v, double *out)
{
	if (v == NULL || !json_is_number(inner(v)))
		return false;
	*out = json_number_value(inner(v));
	return true;
}

bool json_whole(const struct jsonv *v, int64_t *out)
{
	if (v == NULL || !json_is_integer(inner(v)))
		return false;
	*out = json_integer_value(inner(v));
	return true;
}

int json_truth(const struct jsonv *v)
{
	if (v == NULL || !json_is_boolean(inner(v)))
		return -1;
	return json_is_true(inner(v));
}
