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
	static const struct {
		const char *name;
		bool tables; /* also kept as a table */
	} interviews[] = {
		{ "2014-11-17-desa-melung-kini-apa-yang-berbeda", true },
		{ "2014-11-18-bisakah-desa-mengelola-dirinya-sendiri", true },
		{ "2015-02-19-ada-detektif-di-proyek-peta-persampahan-bandung", false },
	};
	static const char *const formats[] = { "pandoc.docx", "libreoffice.docx", "pandoc.odt",
		"libreoffice.odt", "pandoc.html", "libreoffice.html", "pandoc.rtf",
		"libreoffice.rtf",
#ifdef HAVE_POPPLER
		"libreoffice.pdf",
#endif
		"table-2col.docx", "table-rows.docx", "table-2col.odt", "table-rows.odt" };

	for (size_t i = 0; i < sizeof interviews / sizeof *interviews; i++) {
		const char *interview = interviews[i].name;
		char *txt = mem_printf(FORMATS "%s.txt", interview);
		struct buf want = BUF_INIT;

		if (!said_in(txt, &want))
			return;
		ck_assert_uint_gt(want.len, 1000);
		for (size_t k = 0; k < sizeof formats / sizeof *formats; k++) {
			char *name = mem_printf(FORMATS "%s.%s", interview, formats[k]);
			struct buf got = BUF_INIT;

			if (interviews[i].tables || strncmp(formats[k], "table", 5) != 0) {
				ck_assert(said_in(name, &got));
				ck_assert_str_eq(got.data, want.data);
			}
			buf_release(&got);
			free(name);
		}
		buf_release(&want);
		free(txt);
	}
}
END_TEST

/* The text and the times of the paragraphs. */
static bool text_of(const char *name, struct buf *out)
{
	const char *path = unit_shared(name);
	struct buf data = BUF_INIT;
	struct err e = ERR_INIT;
	struct diags d = DIAGS_INIT;
	const struct reader *reader;
	struct draft draft;

	if (path == NULL)
		return false;
	draft_init(&draft);
	ck_assert_int_eq(file_read(path, 1 << 24, &data, &e), RC_OK);
	reader = reader_for(path, data.data, data.len, &e);
	ck_assert_ptr_nonnull(reader);
	ck_assert_int_eq(reader->read(name, data.data, data.len, &draft, &d, &e), RC_OK);
	vec_each (const struct draft_para, p, &draft.paras) {
		buf_printf(out, "%lld ", (long long)p->ms);
		buf_add(out, draft.text.data + p->start, p->end - p->start);
		buf_addc(out, '\n');
	}
	draft_release(&draft);
	diags_release(&d);
	buf_release(&data);
	return true;
}

START_TEST(a_recording_reads_the_same_in_all_formats)
{
	static const char *const groups[][5] = {
		{ "goodboy-galaxy.vtt", "goodboy-galaxy.srt", "goodboy-galaxy.json",
			"goodboy-galaxy.tsv", "goodboy-galaxy.txt" },
		{ "keitai-2025.vtt", "keitai-2025.srt", "keitai-2025.tsv", NULL, NULL },
	};

	for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
		struct buf want = BUF_INIT;

		for (size_t k = 0; k < 5 && groups[i][k] != NULL; k++) {
			char *name = mem_printf("data/transcripts/hitsave/%s", groups[i][k]);
			struct buf got = BUF_INIT;

			if (!text_of(name, k == 0 ? &want : &got))
				return;
			if (k > 0)
				ck_assert_str_eq(got.data, want.data);
			buf_release(&got);
			free(name);
		}
		ck_assert_uint_gt(want.len, 30000);
		buf_release(&want);
	}
}
END_TEST

UNIT_MAIN("corpus_formats", the_same_interview_says_the_same_in_all_formats,
	a_recording_reads_the_same_in_all_formats)
