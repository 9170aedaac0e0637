/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For the tests of the readers: reads bytes with one reader and asks for what
 * it found.
 */
#ifndef TEMA_TESTS_READER_TEST_H
#define TEMA_TESTS_READER_TEST_H

#include <check.h>
#include <string.h>

#include "base/mem.h"
#include "corpus/reader.h"

struct reading {
	struct draft draft;
	struct diags diags;
	struct err err;
	enum rc rc;
};

static inline void reading_bytes(
	struct reading *r, const struct reader *reader, const char *p, size_t len)
{
	/* A copy of exactly that size, so that a sanitizer sees a read behind its end. */
	char *copy = mem_alloc(len);

	memcpy(copy, p, len);
	*r = (struct reading){ .diags = DIAGS_INIT, .err = ERR_INIT };
	draft_init(&r->draft);
	r->rc = reader->read("uji", copy, len, &r->draft, &r->diags, &r->err);
	free(copy);
}

static inline void reading_of(struct reading *r, const struct reader *reader, const char *text)
{
	reading_bytes(r, reader, text, strlen(text));
}

static inline void reading_end(struct reading *r)
{
	draft_release(&r->draft);
	diags_release(&r->diags);
}

/* The text of paragraph i; the caller frees it. */
static inline char *reading_text(const struct reading *r, size_t i)
{
	const struct draft_para *p;

	ck_assert_uint_lt(i, r->draft.paras.n);
	p = &r->draft.paras.items[i];
	return mem_dup(r->draft.text.data + p->start, p->end - p->start);
}

static inline bool reading_has(const struct reading *r, const char *id)
{
	vec_each (const struct diag, g, &r->diags.list)
		if (strcmp(g->id, id) == 0)
			return true;
	return false;
}

/* Paragraph i has this kind, label (NULL = none) and text. */
#define expect_para(R, I, KIND, LABEL, TEXT)                                                       \
	do {                                                                                       \
		char *expect_text_ = reading_text(R, I);                                           \
		const struct draft_para *expect_para_ = &(R)->draft.paras.items[I];                \
		ck_assert_str_eq(expect_text_, TEXT);                                              \
		ck_assert_int_eq(expect_para_->kind, KIND);                                        \
		ck_assert_pstr_eq(expect_para_->label, LABEL);                                     \
		free(expect_text_);                                                                \
	} while (0)
#define expect_count(R, N) ck_assert_uint_eq((R)->draft.paras.n, N)
#define expect_refused(R, PART)                                                                    \
	do {                                                                                       \
		ck_assert_int_eq((R)->rc, RC_INPUT);                                               \
		ck_assert_msg(strstr((R)->err.msg, PART) != NULL, "message: %s", (R)->err.msg);    \
	} while (0)

#endif
