/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "corpus/pdf_lines.h"
#include "corpus/pdf_notes.h"
#include "corpus/pdf_paras.h"
#include "corpus/pdf_running.h"
#include "corpus/pdf_words.h"
#include "corpus/reader.h"

#define NAMED_MAX 10 /* pages in a remark */

/* A page without words that shows a picture was scanned. */
static bool is_scan(const struct pdf_page *page)
{
	return page->n == 0 && page->has_image;
}

/* "3, 4, 9"; gives their number. */
static size_t name_scans(const struct pdf_words *w, struct buf *out)
{
	size_t scans = 0;

	for (size_t i = 0; i < w->pages.n; i++) {
		if (!is_scan(&w->pages.items[i]))
			continue;
		if (scans < NAMED_MAX)
			buf_printf(out, "%s%zu", scans > 0 ? ", " : "", i + 1);
		else if (scans == NAMED_MAX)
			buf_adds(out, ", \xe2\x80\xa6");
		scans++;
	}
	return scans;
}

static enum rc check_pages(
	const char *name, const struct pdf_words *w, struct diags *d, struct err *e)
{
	struct buf pages = BUF_INIT;
	size_t scans = name_scans(w, &pages);

	if (w->words.n > 0 && scans > 0)
		diag_add(d, DIAG_WARNING, "R031", &(struct diag_at){ .file = name },
			"pages without text, which seem to be scanned, left out (recognise their "
			"text "
			"first, for example with ocrmypdf): %s",
			pages.data);
	buf_release(&pages);
	if (w->words.n > 0)
		return RC_OK;
	if (scans > 0)
		return err_set(e, RC_INPUT,
			"the PDF is scanned: it shows pictures of pages and holds no text; "
			"recognise "
			"its text first (for example: ocrmypdf -l ind scan.pdf text.pdf) and "
			"import "
			"that");
	return err_set(e, RC_INPUT, "the PDF holds no text");
}

static void drop_running(const char *name, struct pdf_words *w, struct diags *d)
{
	struct buf named = BUF_INIT;
	size_t dropped = pdf_running_drop(w, &named);

	if (dropped > 0)
		diag_add(d, DIAG_REMARK, "R030", &(struct diag_at){ .file = name },
			"lines at the top or bottom of pages left out: %zu (%s)", dropped,
			named.data);
	buf_release(&named);
}

/* Programs put the name of the file there. */
static bool is_file_name(const struct buf *title)
{
	static const char *const marks[] = { ".pdf", ".doc", ".odt", ".rtf", ".txt", ".htm",
		"Microsoft Word - ", "://" };

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (strstr(title->data, marks[i]) != NULL)
			return true;
	return false;
}

static enum rc read_pdf(const char *name, const char *data, size_t len, struct draft *out,
	struct diags *d, struct err *e)
{
	static const struct child_limits limits = { PDF_MEMORY, PDF_CPU, PDF_WALL, PDF_OUTPUT };
	struct pdf_words words = PDF_WORDS_INIT;
	struct pdf_lines lines = PDF_LINES_INIT;
	struct pdf_notes notes = { VEC_INIT };
	enum rc rc = pdf_words_read(data, len, &limits, &words, e);

	if (rc == RC_OK)
		rc = check_pages(name, &words, d, e);
	if (rc != RC_OK)
		goto out;
	drop_running(name, &words, d);
	pdf_notes_find(&words, &notes);
	pdf_lines_of(&words, &notes, &lines);
	pdf_paras(&lines, out);
	draft_end(out);
	if (!is_file_name(&words.title))
		draft_title(out, words.title.data, words.title.len);
out:
	pdf_lines_release(&lines);
	pdf_notes_release(&notes);
	pdf_words_release(&words);
	return rc;
}

const struct reader reader_pdf = {
	.name = "pdf",
	.extensions = (const char *const[]){ "pdf", NULL },
	.summary = "PDF files that hold text",
	.read = read_pdf,
};
