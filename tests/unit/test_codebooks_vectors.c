/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reference vectors of the grammar: codebook-vectors.json beside the checkout. */
#include "unit.h"

#include <string.h>

#include "base/json.h"
#include "codebooks/parser.h"

static struct jsonv *vectors(void)
{
	const char *path = unit_shared("codebook-vectors.json");
	struct buf text = BUF_INIT;
	struct err e = ERR_INIT;
	struct jsonv *root = NULL;

	if (path == NULL)
		return NULL;
	ck_assert_int_eq(file_read(path, 16 << 20, &text, &e), RC_OK);
	ck_assert_msg(json_parse(text.data, text.len, &root, &e) == RC_OK, "%s", e.msg);
	buf_release(&text);
	return root;
}

static enum rc parse(const char *text, struct diags *d)
{
	struct codebook *cb = NULL;
	struct err e = ERR_INIT;
	enum rc rc = codebook_parse("t.codebook", text, strlen(text), &cb, d, &e);

	ck_assert((rc == RC_OK) == (cb != NULL));
	codebook_free(cb);
	return rc;
}

static const char *shown(const struct diags *d)
{
	struct buf out = BUF_INIT;

	diag_print_all(d, &out);
	return buf_detach(&out);
}

/* The N-th error of the list. */
static const struct diag *error_at(const struct diags *d, size_t n)
{
	vec_each (const struct diag, g, &d->list)
		if (g->level == DIAG_ERROR && n-- == 0)
			return g;
	return NULL;
}

static uint32_t number(const struct jsonv *v, const char *key)
{
	double n = 0;

	ck_assert(json_number(json_get(v, key), &n));
	return (uint32_t)n;
}

static bool is_error(const struct diag *g, const struct jsonv *want)
{
	return g != NULL && strcmp(g->id, json_text(json_get(want, "id"))) == 0 &&
	       g->at.line == number(want, "line") && g->at.column == number(want, "column");
}

START_TEST(parses_what_is_right)
{
	struct jsonv *root = vectors();
	const struct jsonv *list = json_get(root, "ok");

	for (size_t i = 0; root != NULL && i < json_len(list); i++) {
		struct diags d = DIAGS_INIT;
		const char *text = json_text(json_at(list, i));

		ck_assert_msg(parse(text, &d) == RC_OK, "ok[%zu]\n%s\n%s", i, text, shown(&d));
		diags_release(&d);
	}
	json_free(root);
}
END_TEST

START_TEST(reports_the_first_error_where_it_is)
{
	struct jsonv *root = vectors();
	const struct jsonv *list = json_get(root, "error");

	for (size_t i = 0; root != NULL && i < json_len(list); i++) {
		struct diags d = DIAGS_INIT;
		const struct jsonv *v = json_at(list, i);
		const char *text = json_text(json_get(v, "text"));

		ck_assert_int_eq(parse(text, &d), RC_INPUT);
		ck_assert_msg(is_error(error_at(&d, 0), v), "error[%zu]: want %s %u:%u\n%s\n%s", i,
			json_text(json_get(v, "id")), number(v, "line"), number(v, "column"), text,
			shown(&d));
		diags_release(&d);
	}
	json_free(root);
}
END_TEST

START_TEST(one_mistake_is_one_error)
{
	struct jsonv *root = vectors();
	const struct jsonv *list = json_get(root, "error");

	for (size_t i = 0; root != NULL && i < json_len(list); i++) {
		struct diags d = DIAGS_INIT;
		const char *text = json_text(json_get(json_at(list, i), "text"));

		parse(text, &d);
		ck_assert_msg(d.count[DIAG_ERROR] == 1, "error[%zu]\n%s\n%s", i, text, shown(&d));
		diags_release(&d);
	}
	json_free(root);
}
END_TEST

START_TEST(reports_several_errors_without_a_cascade)
{
	struct jsonv *root = vectors();
	const struct jsonv *list = json_get(root, "several");

	for (size_t i = 0; root != NULL && i < json_len(list); i++) {
		struct diags d = DIAGS_INIT;
		const struct jsonv *v = json_at(list, i), *errors = json_get(v, "errors");

		parse(json_text(json_get(v, "text")), &d);
		ck_assert_msg(d.count[DIAG_ERROR] == json_len(errors), "%s", shown(&d));
		for (size_t k = 0; k < json_len(errors); k++)
			ck_assert_msg(
				is_error(error_at(&d, k), json_at(errors, k)), "%s", shown(&d));
		diags_release(&d);
	}
	json_free(root);
}
END_TEST

UNIT_MAIN("codebooks vectors", parses_what_is_right, reports_the_first_error_where_it_is,
	one_mistake_is_one_error, reports_several_errors_without_a_cascade)
