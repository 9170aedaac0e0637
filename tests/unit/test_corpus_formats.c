/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same interview, kept in several formats, is the same document. */
#include <string.h>

#include "corpus/document.h"
#include "corpus/reader.h"
#include "unit.h"

#define FORMATS "data/transcripts/derived/formats/"

/* All that speakers say, one blank between words, a line a turn. */
static bool said_in(const char *name, struct buf *out)
{
	const char *path = unit_shared(name);
	struct buf data = BUF_INIT;
	struct err e = ERR_INIT;
	struct diags d = DIAGS_INIT;
	struct document *doc = NULL;
	const struct reader *reader;
	struct draft draft;

	if (path == NULL)
		return false;
	draft_init(&draft);
	ck_assert_int_eq(file_read(path, 1 << 20, &data, &e), RC_OK);
	reader = reader_for(path, data.data, data.len, &e);
	ck_assert_ptr_nonnull(reader);
	ck_assert_int_eq(reader->read(name, data.data, data.len, &draft, &d, &e), RC_OK);
	ck_assert_int_eq(document_build(&draft, METHOD_INTERVIEW, NULL, 0, &doc, &d, &e), RC_OK);
	vec_each (const struct turn, t, &doc->turns) {
		if (t->label == DOCUMENT_NOBODY)
			continue;
		buf_printf(out, "%s: ", role_names[doc->labels.items[t->label].role]);
		for (uint32_t i = t->start; i < t->end; i++)
			if (strchr(" \t\n", doc->text[i]) == NULL)
				buf_addc(out, doc->text[i]);
			else if (out->data[out->len - 1] != ' ')
				buf_addc(out, ' ');
		buf_addc(out, '\n');
	}
	document_free(doc);
	draft_release(&draft);
	diags_release(&d);
	buf_release(&data);
	return true;
}

START_TEST(the_same_interview_says_the_same_in_all_formats)
{
	static const char *const names[] = { "2014-11-17-desa-melung-kini-apa-yang-berbeda",
		"2014-11-18-bisakah-desa-mengelola-dirinya-sendiri" };
	static const char *const formats[] = { "pandoc.docx", "libreoffice.docx", "table-2col.docx",
		"table-rows.docx" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		char *txt = mem_printf(FORMATS "%s.txt", names[i]);
		struct buf want = BUF_INIT;

		if (!said_in(txt, &want))
			return;
		ck_assert_uint_gt(want.len, 1000);
		for (size_t k = 0; k < sizeof formats / sizeof *formats; k++) {
			char *name = mem_printf(FORMATS "%s.%s", names[i], formats[k]);
			struct buf got = BUF_INIT;

			ck_assert(said_in(name, &got));
			ck_assert_str_eq(got.data, want.data);
			buf_release(&got);
			free(name);
		}
		buf_release(&want);
		free(txt);
	}
}
END_TEST

UNIT_MAIN("corpus_formats", the_same_interview_says_the_same_in_all_formats)
