/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which forms patterns found in texts. */
#include "tests/unit/coder_help.h"

#include "coder/forms.h"

/* "pattern form count documents example; ..." over two documents. */
static char *forms_of(const char *keywords, const char *one, const char *two)
{
	char *source = mem_printf("codebook t language id\ncode A { keywords { %s } }\n", keywords);
	struct codebook *cb = coder_book(source);
	struct document *docs[] = { coder_document(one), coder_document(two) };
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct buf out = BUF_INIT;
	struct forms f;

	ck_assert_int_eq(forms_open(&f, cb, &d, &e), RC_OK);
	for (int i = 0; i < 2; i++)
		forms_read(&f, docs[i], i + 1);
	forms_finish(&f);
	vec_each (const struct form_count, row, &f.rows) {
		if (row->form == NULL)
			buf_printf(&out, "%s none; ", row->pattern->source);
		else
			buf_printf(&out, "%s %s %u %u %d@%zu; ", row->pattern->source, row->form,
				(unsigned)row->count, row->documents, (int)row->document, row->at);
	}
	forms_close(&f);
	for (int i = 0; i < 2; i++)
		document_free(docs[i]);
	codebook_free(cb);
	diags_release(&d);
	free(source);
	return buf_detach(&out);
}

static void check(const char *keywords, const char *one, const char *two, const char *wanted)
{
	char *got = forms_of(keywords, one, two);

	ck_assert_str_eq(got, wanted);
	free(got);
}

START_TEST(counts_forms_over_documents)
{
	check("~bayar, iuran*", "Membayar iuran. Iurannya dibayar, dibayar lagi.", "Dia membayar.",
		"~bayar dibayar 2 1 1@9; ~bayar membayar 2 2 1@0; "
		"iuran* iuran 1 1 1@9; iuran* iurannya 1 1 1@0; ");
}
END_TEST

START_TEST(leaves_out_what_is_excluded_and_plain_words)
{
	check("~paham -kesepahaman, kader", "Paham kesepahaman kader.", "Memahami.",
		"~paham memahami 1 1 2@0; ~paham paham 1 1 1@0; ");
}
END_TEST

START_TEST(knows_phrases_with_roots_and_what_finds_nothing)
{
	check("\"~bayar iuran\", tidakada*, \"nota bayar\"", "Dia membayar iuran.", "Nota bayar.",
		"\"~bayar iuran\" membayar iuran 1 1 1@4; tidakada* none; ");
}
END_TEST

UNIT_MAIN("forms", counts_forms_over_documents, leaves_out_what_is_excluded_and_plain_words,
	knows_phrases_with_roots_and_what_finds_nothing)
