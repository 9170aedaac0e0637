/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The real dictionaries of the reference data: every category and pattern of
 * each arrives, as quanteda's own parses have them (expected.json).
 */
#include "unit.h"

#include <string.h>

#include "base/json.h"
#include "base/utf8.h"
#include "base/yamlread.h"
#include "codebooks/layout.h"
#include "codebooks/foreign.h"
#include "codebooks/parser.h"

#define DICTIONARIES "data/dictionaries"

struct sample {
	struct buf bytes, text;
	struct foreign f;
	struct diags d;
	struct codebook *cb;
};

static const char *path_of(const char *folder, const char *name)
{
	char *path = mem_printf(DICTIONARIES "/%s/%s", folder, name);
	const char *found = unit_shared(path);

	free(path);
	return found;
}

/* What was imported can be laid out, and means the same then. */
static void check_layout(const struct codebook *cb)
{
	struct diags flaws = DIAGS_INIT;
	struct buf out = BUF_INIT;
	struct codebook *again = NULL;
	struct err e = ERR_INIT;

	layout_write(cb->files.items[0].text, cb->files.items[0].len, &out);
	ck_assert_int_eq(codebook_parse("t", out.data, out.len, &again, &flaws, &e), RC_OK);
	ck_assert_uint_eq(cb->codes.n, again->codes.n);
	for (size_t i = 0; i < cb->codes.n; i++) {
		const struct code *a = cb->codes.items[i], *b = again->codes.items[i];

		ck_assert_str_eq(a->full, b->full);
		ck_assert_uint_eq(a->nrules, b->nrules);
		for (size_t k = 0; k < a->nrules; k++)
			ck_assert_mem_eq(a->rules[k]->hash, b->rules[k]->hash, SHA256_LEN);
	}
	codebook_free(again);
	diags_release(&flaws);
	buf_release(&out);
}

/* Reads the file, writes the codebook, and parses that: no error. */
static void read_sample(struct sample *s, const char *path, const char *charset)
{
	struct foreign_options o = { .charset = charset };
	const struct foreign_format *format;
	struct diags flaws = DIAGS_INIT;
	struct foreign_figures n;
	struct err e = ERR_INIT;

	memset(s, 0, sizeof *s);
	buf_init(&s->bytes);
	buf_init(&s->text);
	ck_assert_int_eq(file_read(path, FOREIGN_MAX, &s->bytes, &e), RC_OK);
	ck_assert_msg(foreign_read(&s->f, path, s->bytes.data, s->bytes.len, &o, &format, &s->d,
			      &e) == RC_OK,
		"%s", e.msg);
	foreign_write(&s->f, format, &o, &s->text, &n);
	ck_assert_msg(codebook_parse(path, s->text.data, s->text.len, &s->cb, &flaws, &e) == RC_OK,
		"%s: %s\n%s", path, e.msg, s->text.data);
	ck_assert_uint_eq(s->cb->codes.n, s->f.codes.n);
	check_layout(s->cb);
	diags_release(&flaws);
}

static void release_sample(struct sample *s)
{
	codebook_free(s->cb);
	foreign_release(&s->f);
	diags_release(&s->d);
	buf_release(&s->text);
	buf_release(&s->bytes);
}

static bool same_folded(const char *a, const char *b)
{
	struct buf x = BUF_INIT, y = BUF_INIT;
	bool same;

	utf8_fold(a, strlen(a), &x);
	utf8_fold(b, strlen(b), &y);
	same = strcmp(x.data, y.data) == 0;
	buf_release(&x);
	buf_release(&y);
	return same;
}

/* The codebook has a code of this name below the parent; its number of rules is that of items. */
static const struct foreign_code *find(
	const struct sample *s, const char *name, const struct foreign_code *parent)
{
	vec_each (struct foreign_code, c, &s->f.codes) {
		const struct foreign_code *up =
			c->parent != FOREIGN_TOP ? &s->f.codes.items[c->parent] : NULL;
		const struct code *code = codebook_code(s->cb, c->key);

		if (!same_folded(c->name, name) || up != parent)
			continue;
		ck_assert_ptr_nonnull(code);
		ck_assert_str_eq(code->label->text, c->name);
		ck_assert_uint_eq(code->nrules, c->items.n + c->rules.n);
		return c;
	}
	ck_abort_msg("no category '%s' in\n%s", name, s->text.data);
	return NULL;
}

static void check_terms(const struct foreign_code *c, const struct jsonv *terms)
{
	ck_assert_uint_eq(c->items.n, json_len(terms));
	for (size_t i = 0; i < json_len(terms); i++) {
		const char *term = json_text(json_at(terms, i));
		bool found = false;

		vec_each (const struct foreign_item, item, &c->items)
			found = found || same_folded(item->text, term);
		ck_assert_msg(found, "'%s' is not in '%s'", term, c->name);
	}
}

/* { "CATEGORY": ["term", ...] or { ... } } */
static void check_dict(
	const struct sample *s, const struct jsonv *dict, const struct foreign_code *parent)
{
	const char *name = NULL;
	const struct jsonv *v;

	while ((v = json_next(dict, &name)) != NULL) {
		const struct foreign_code *c = find(s, name, parent);

		if (json_len(v) > 0)
			check_terms(c, v);
		else
			check_dict(s, v, c);
	}
}

static void check_names(
	const struct sample *s, const struct jsonv *names, const struct foreign_code *parent)
{
	for (size_t i = 0; i < json_len(names); i++)
		find(s, json_text(json_at(names, i)), parent);
}

static size_t count_top(const struct sample *s)
{
	size_t n = 0;

	vec_each (struct foreign_code, c, &s->f.codes)
		n += c->parent == FOREIGN_TOP;
	return n;
}

static void check_file(const char *name, const struct jsonv *expected)
{
	const struct jsonv *top = json_get(expected, "top"), *dict = json_get(expected, "dict");
	const char *path = path_of("quanteda/tests", name);
	const struct foreign_code *first = NULL;
	struct sample s;
	double number;

	ck_assert_ptr_nonnull(path);
	read_sample(&s, path, json_text(json_get(expected, "encoding")));
	if (dict != NULL)
		check_dict(&s, dict, NULL);
	check_names(&s, top, NULL);
	if (json_len(top) == 1)
		first = find(&s, json_text(json_at(top, 0)), NULL);
	check_names(&s, json_get(expected, "sub"), first);
	check_names(&s, json_get(expected, "keys"), NULL);
	check_names(&s, json_get(expected, "removed_empty"), NULL);
	/* quanteda leaves out categories without a word: "nothing" of one file. */
	if (top != NULL && json_number(top, &number))
		ck_assert_uint_ge(count_top(&s), (size_t)number);
	if (json_get(expected, "first") != NULL) {
		first = find(&s, json_text(json_get(expected, "first")), NULL);
		find(&s, json_text(json_get(expected, "first.sub")), first);
		first = find(&s, json_text(json_get(expected, "second")), NULL);
		find(&s, json_text(json_get(expected, "second.sub")), first);
	}
	release_sample(&s);
}

START_TEST(what_quanteda_reads_arrives)
{
	const char *path = path_of("quanteda", "expected.json"), *name = NULL;
	const struct jsonv *files, *file;
	struct buf text = BUF_INIT;
	struct jsonv *root = NULL;
	struct err e = ERR_INIT;
	size_t n = 0;

	if (path == NULL)
		return;
	ck_assert_int_eq(file_read(path, 1 << 20, &text, &e), RC_OK);
	ck_assert_int_eq(json_parse(text.data, text.len, &root, &e), RC_OK);
	files = json_get(root, "files");
	while ((file = json_next(files, &name)) != NULL) {
		if (strstr(name, ".yml") != NULL && !yamlread_is_there())
			continue;
		check_file(name, file);
		n++;
	}
	ck_assert_uint_ge(n, 20);
	json_free(root);
	buf_release(&text);
}
END_TEST

static size_t count_lines(const struct buf *b, const char *with)
{
	size_t n = 0;

	for (const char *s = b->data; (s = strstr(s, with)) != NULL; s += strlen(with))
		n++;
	return n;
}

static size_t count_items(const struct sample *s)
{
	size_t n = 0;

	vec_each (struct foreign_code, c, &s->f.codes)
		n += c->items.n + c->rules.n;
	return n;
}

/* As many patterns as the file has lines or elements of them. */
START_TEST(every_pattern_of_the_large_ones_arrives)
{
	static const struct {
		const char *name, *pattern, *category;
	} files[] = { { "laver-garry.cat", "(1)", NULL }, { "laver-garry.ykd", "<pnode", "<cnode" },
		{ "issue-459.cat", "(1)", NULL }, { "yoshi.ykd", "<pnode", "<cnode" },
		{ "actually_ykd.cat", "<pnode", "<cnode" } };

	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		const char *path = path_of("quanteda/tests", files[i].name);
		struct sample s;

		if (path == NULL)
			return;
		read_sample(&s, path, NULL);
		ck_assert_uint_eq(count_items(&s), count_lines(&s.bytes, files[i].pattern));
		if (files[i].category != NULL)
			ck_assert_uint_eq(s.f.codes.n, count_lines(&s.bytes, files[i].category));
		ck_assert_uint_eq(s.d.count[DIAG_WARNING], 0);
		release_sample(&s);
	}
}
END_TEST

START_TEST(liwc_toys_arrive)
{
	static const char *const files[] = { "toy.dic", "toy.dicx" };

	for (size_t i = 0; i < 2; i++) {
		const char *path = path_of("liwc", files[i]);
		struct sample s;

		if (path == NULL)
			return;
		read_sample(&s, path, NULL);
		ck_assert_uint_eq(find(&s, "Basketball", NULL)->items.n, 6);
		ck_assert_uint_eq(find(&s, "Baseball", NULL)->items.n, 6);
		ck_assert_uint_eq(find(&s, "Football", NULL)->items.n, 6);
		ck_assert_uint_eq(s.d.list.n, 0);
		release_sample(&s);
	}
}
END_TEST

/* Every code; a keyword or rule each, or a remark that says what has no counterpart. */
START_TEST(khcoder_rules_arrive)
{
	const char *path = path_of("khcoder", "theme.cod");
	size_t with = 0;
	struct sample s;

	if (path == NULL)
		return;
	read_sample(&s, path, NULL);
	ck_assert_uint_eq(s.f.codes.n, 34);
	ck_assert_uint_eq(find(&s, "\xe7\x97\x85\xe6\xb0\x97", NULL)->items.n, 16);
	ck_assert_uint_eq(find(&s, "\xe6\xad\xbb", NULL)->items.n, 17);
	vec_each (struct foreign_code, c, &s.f.codes) {
		with += c->items.n + c->rules.n > 0;
		ck_assert_msg(c->items.n + c->rules.n > 0 || c->note != NULL, "%s", c->name);
	}
	ck_assert_uint_eq(with, 31); /* without: the two of length and the one of numbers */
	release_sample(&s);
}
END_TEST

UNIT_MAIN("foreign_real", what_quanteda_reads_arrives, every_pattern_of_the_large_ones_arrives,
	liwc_toys_arrive, khcoder_rules_arrive)
