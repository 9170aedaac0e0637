/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Explanations of ids: complete, their examples true, and the manual page made of them. */
#include "tests/unit/coder_help.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "codebooks/messages.h"
#include "coder/fit.h"
#include "coder/id_text.h"

/* --- all ids --- */

static bool is_id(const char *id)
{
	return strchr("EWFR", id[0]) != NULL && strlen(id) == 4 &&
	       strspn(id + 1, "0123456789") == 3;
}

START_TEST(every_id_that_is_said_is_explained)
{
	for (int m = MSG_NONE + 1; m < MESSAGE_COUNT; m++) {
		char id[5];

		message_id((enum message)m, id);
		if (is_id(id))
			ck_assert_msg(id_text_find(id) != NULL, "%s has no explanation",
				message_key((enum message)m));
	}
}
END_TEST

START_TEST(every_explanation_is_of_an_id_that_is_said)
{
	size_t n;
	const struct id_text *all = id_text_all(&n);

	for (size_t i = 0; i < n; i++) {
		bool said = false;

		for (int m = MSG_NONE + 1; m < MESSAGE_COUNT; m++)
			said = said || strncmp(message_key((enum message)m), all[i].id, 4) == 0;
		ck_assert_msg(said, "nothing says %s", all[i].id);
		ck_assert_msg(i == 0 || id_text_find(all[i].id) == &all[i], "%s twice", all[i].id);
	}
}
END_TEST

static void check_sentence(const struct id_text *t, const char *text)
{
	size_t len = strlen(text);

	ck_assert_msg(len > 20, "%s: \"%s\"", t->id, text);
	ck_assert_msg(text[len - 1] == '.', "%s: \"%s\"", t->id, text);
}

START_TEST(both_languages_are_written_out)
{
	size_t n;
	const struct id_text *all = id_text_all(&n);

	for (size_t i = 0; i < n; i++) {
		check_sentence(&all[i], all[i].what);
		check_sentence(&all[i], all[i].why);
		check_sentence(&all[i], all[i].apa);
		check_sentence(&all[i], all[i].mengapa);
		ck_assert_str_ne(all[i].what, all[i].apa);
		ck_assert_str_ne(all[i].why, all[i].mengapa);
		ck_assert_msg((all[i].bad == NULL) == (all[i].good == NULL), "%s", all[i].id);
	}
	ck_assert_ptr_nonnull(id_text_find("w057"));
	ck_assert_ptr_null(id_text_find("W999"));
	ck_assert_ptr_null(id_text_find(""));
}
END_TEST

/* --- examples --- */

static void check_example(const struct id_text *t, const char *lang)
{
	struct diags bad = DIAGS_INIT, good = DIAGS_INIT;
	struct buf said = BUF_INIT;

	bad.lang = good.lang = lang;
	id_text_check(t, t->bad, &bad);
	diag_print_all(&bad, &said);
	if (!id_text_needs_project(t))
		ck_assert_msg(bad.list.n > 0, "%s: the bad example is good", t->id);
	vec_each (const struct diag, g, &bad.list)
		ck_assert_msg(strcmp(g->id, t->id) == 0, "%s:\n%s", t->id, said.data);
	id_text_check(t, t->good, &good);
	diag_print_all(&good, &said);
	ck_assert_msg(good.list.n == 0, "%s: the repaired example:\n%s", t->id, said.data);
	buf_release(&said);
	diags_release(&bad);
	diags_release(&good);
}

START_TEST(examples_give_their_id_and_are_repaired)
{
	size_t n;
	const struct id_text *all = id_text_all(&n);

	for (size_t i = 0; i < n; i++) {
		if (all[i].bad == NULL)
			continue;
		check_example(&all[i], NULL);
		check_example(&all[i], "id");
	}
}
END_TEST

/* A study in which the warnings that need texts arise, and are gone with the repaired example. */
static struct document *study(void)
{
	static const struct {
		const char *text;
		unsigned times;
	} parts[] = {
		{ "T: Bagaimana iuran itu?\n", 3 },
		{ "J: Iuran naik, kata tetangga kami di pasar.\n", 12 },
		{ "J: Iuran dan pajak dibayar bersamaan di kantor itu.\n", 3 },
		{ "J: Premi dibayar tiap bulan lewat petugas lapangan.\n", 12 },
		{ "J: Keluarganya setuju, dan keluarga lain pun ikut.\n", 16 },
		{ "J: Orang yang datang ke balai desa hanya ingin bertanya soal jadwal "
		  "berikutnya.\n",
			300 },
	};
	struct buf text = BUF_INIT;
	struct document *doc;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		for (unsigned k = 0; k < parts[i].times; k++)
			buf_adds(&text, parts[i].text);
	doc = coder_document(text.data);
	buf_release(&text);
	return doc;
}

static void fit_example(const char *example, const struct document *doc, struct diags *d)
{
	struct buf text = BUF_INIT;
	struct codebook *cb;
	struct err e = ERR_INIT;
	struct fit *f = NULL;

	id_text_codebook(example, &text);
	cb = coder_book(text.data);
	ck_assert_int_eq(fit_open(&f, cb, d, &e), RC_OK);
	ck_assert_int_eq(fit_read(f, doc, doc, d, &e), RC_OK);
	fit_tell(f, d);
	fit_close(f);
	codebook_free(cb);
	buf_release(&text);
}

START_TEST(examples_that_need_texts_give_their_id_with_some)
{
	struct document *doc = study();
	size_t n, tried = 0;
	const struct id_text *all = id_text_all(&n);

	for (size_t i = 0; i < n; i++) {
		struct diags bad = DIAGS_INIT, good = DIAGS_INIT;
		struct buf said = BUF_INIT;

		if (!id_text_needs_project(&all[i]))
			continue;
		fit_example(all[i].bad, doc, &bad);
		fit_example(all[i].good, doc, &good);
		diag_print_all(&bad, &said);
		buf_adds(&said, "repaired:\n");
		diag_print_all(&good, &said);
		ck_assert_msg(bad.list.n > 0 && good.list.n == 0, "%s:\n%s", all[i].id, said.data);
		vec_each (const struct diag, g, &bad.list)
			ck_assert_msg(
				strcmp(g->id, all[i].id) == 0, "%s:\n%s", all[i].id, said.data);
		tried++;
		buf_release(&said);
		diags_release(&bad);
		diags_release(&good);
	}
	ck_assert_uint_eq(tried, 7);
	document_free(doc);
}
END_TEST

/* --- the manual page --- */

static void add_text(struct buf *out, const char *s, size_t len)
{
	struct buf clean = BUF_INIT;

	utf8_clean(s, len, &clean);
	for (size_t i = 0; i < clean.len; i++) {
		char c = clean.data[i];

		if (c == '\\')
			buf_adds(out, "\\e");
		else if (c == '-')
			buf_adds(out, "\\-");
		else if (c == '\'')
			buf_adds(out, "\\(aq");
		else if (c == '"')
			buf_adds(out, "\\(dq");
		else
			buf_addc(out, c);
	}
	buf_release(&clean);
}

static void add_lines(struct buf *out, const char *s)
{
	while (*s != '\0') {
		size_t len = strcspn(s, "\n");

		if (len > 0 && s[0] == '.')
			buf_adds(out, "\\&");
		add_text(out, s, len);
		buf_addc(out, '\n');
		s += len + (s[len] == '\n');
	}
}

static void add_example(struct buf *out, const struct id_text *t)
{
	struct diags d = DIAGS_INIT;
	struct buf said = BUF_INIT;

	buf_adds(out, ".PP\n.nf\n.ft CW\n");
	add_lines(out, t->bad);
	if (!id_text_needs_project(t)) {
		id_text_check(t, t->bad, &d);
		diag_print_all(&d, &said);
		buf_adds(out, "\\&\n");
		add_lines(out, said.data);
	}
	buf_adds(out, ".ft\n.fi\n.PP\nRepaired:\n.PP\n.nf\n.ft CW\n");
	add_lines(out, t->good);
	buf_adds(out, ".ft\n.fi\n");
	buf_release(&said);
	diags_release(&d);
}

static void make_page(struct buf *out)
{
	size_t n;
	const struct id_text *all = id_text_all(&n);

	buf_adds(out,
		".\\\" SPDX-License-Identifier: GPL-3.0-or-later\n"
		".\\\" Made of coder/id_text_*.def by tests/unit/test_coder_id_text.c: UPDATE=1\n"
		".TH TEMA\\-MESSAGES 7 \"\" \"tema\" \"tema manual\"\n"
		".SH NAME\n"
		"tema\\-messages \\- what the errors and warnings of codebooks mean\n"
		".SH DESCRIPTION\n"
		"Each message about a codebook has an id that does not change. Errors (E) keep the "
		"codebook from being used; warnings (W) tell of what is probably not meant. "
		"A warning is silenced by a comment \\fB# suppress: W057\\fR on its line or on the "
		"line above. On or before the first line of a code, a rule, a list or a clause, "
		"or behind its last, it means all of that.\n"
		".PP\n"
		"\\fBtema codebook check \\-\\-explain W057\\fR prints one of these sections; with "
		"\\fB\\-\\-lang id\\fR in Indonesian, as the messages themselves then are.\n"
		".PP\n"
		"The examples are pieces of a codebook: what begins with \\fBwhen\\fR stands in a "
		"rule, \\fBkeywords\\fR in a code. Of a remark of import (F) the example is a "
		"foreign file, its name in the first line. Each is run as a test of the program. "
		"W081 to "
		"W087 arise only with the texts of a project (\\fBcheck \\-p\\fR).\n");
	for (size_t i = 0; i < n; i++) {
		if (i == 0)
			buf_adds(out, ".SH ERRORS\n");
		else if (strcmp(all[i].id, "W051") == 0)
			buf_adds(out, ".SH WARNINGS\n");
		else if (strcmp(all[i].id, "F001") == 0)
			buf_adds(out, ".SH REMARKS OF IMPORT\n");
		buf_printf(out, ".SS %s\n", all[i].id);
		add_lines(out, all[i].what);
		add_lines(out, all[i].why);
		if (all[i].bad != NULL)
			add_example(out, &all[i]);
	}
	buf_adds(out, ".SH SEE ALSO\n.BR tema\\-codebook (1),\n.BR tema\\-codebook (5)\n");
}

START_TEST(the_page_says_what_the_tables_say)
{
	const char *path = unit_srcdir("man/tema-messages.7");
	struct buf page = BUF_INIT, file = BUF_INIT;
	struct err e = ERR_INIT;

	make_page(&page);
	if (getenv("UPDATE") != NULL)
		ck_assert_msg(file_write(path, page.data, page.len, &e) == RC_OK, "%s", e.msg);
	ck_assert_msg(file_read(path, 1u << 20, &file, &e) == RC_OK, "%s", e.msg);
	ck_assert_msg(page.len == file.len && memcmp(page.data, file.data, page.len) == 0,
		"man/tema-messages.7 is not what coder/id_text_*.def says: run this test with "
		"UPDATE=1");
	buf_release(&page);
	buf_release(&file);
}
END_TEST

UNIT_MAIN("coder id_text", every_id_that_is_said_is_explained,
	every_explanation_is_of_an_id_that_is_said, both_languages_are_written_out,
	examples_give_their_id_and_are_repaired, examples_that_need_texts_give_their_id_with_some,
	the_page_says_what_the_tables_say)
