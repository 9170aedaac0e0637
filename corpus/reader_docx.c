/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/zip.h"
#include "corpus/docx_body.h"
#include "corpus/docx_edges.h"
#include "corpus/docx_package.h"
#include "corpus/docx_styles.h"
#include "corpus/reader.h"

struct docx {
	struct zipfile *zip;
	struct buf document; /* name of the main part */
	struct styles styles;
	struct docx_numbering numbering;
	struct flow_counts counts;
	struct draft *out;
};

/* A part the document refers to, appended to xml; none is no error. */
static enum rc read_part(struct docx *x, const char *type, struct buf *xml, struct err *e)
{
	struct buf name = BUF_INIT;
	enum rc rc = docx_package_find(x->zip, x->document.data, type, &name, e);

	buf_reset(xml);
	if (rc == RC_OK && name.len > 0 && zip_has(x->zip, name.data))
		rc = zip_read(x->zip, name.data, xml, e);
	buf_release(&name);
	return rc;
}

static enum rc find_document(struct docx *x, struct err *e)
{
	enum rc rc = docx_package_find(x->zip, "", "officeDocument", &x->document, e);

	if (rc != RC_OK)
		return rc;
	if (x->document.len == 0)
		buf_adds(&x->document, "word/document.xml");
	if (zip_has(x->zip, x->document.data))
		return RC_OK;
	return err_set(e, RC_INPUT,
		"no Word document: '%s' is missing in it; open it in Word or LibreOffice and save "
		"it again as "
		".docx",
		x->document.data);
}

static enum rc read_notes(struct docx *x, const char *type, struct err *e)
{
	struct buf xml = BUF_INIT;
	enum rc rc = read_part(x, type, &xml, e);

	if (rc == RC_OK && xml.len > 0)
		rc = docx_body_read(type, xml.data, xml.len, true, &x->styles, &x->numbering,
			x->out, &x->counts, e);
	buf_release(&xml);
	return rc;
}

static enum rc read_text(struct docx *x, struct err *e)
{
	struct buf xml = BUF_INIT;
	enum rc rc = read_part(x, "styles", &xml, e);

	if (rc == RC_OK && xml.len > 0)
		rc = docx_styles_read(&x->styles, xml.data, xml.len, e);
	if (rc == RC_OK)
		rc = read_part(x, "numbering", &xml, e);
	if (rc == RC_OK && xml.len > 0)
		rc = docx_numbering_read(&x->numbering, xml.data, xml.len, e);
	if (rc != RC_OK)
		goto out;
	buf_reset(&xml);
	rc = zip_read(x->zip, x->document.data, &xml, e);
	if (rc == RC_OK)
		rc = docx_body_read(x->document.data, xml.data, xml.len, false, &x->styles,
			&x->numbering, x->out, &x->counts, e);
	if (rc == RC_OK)
		rc = read_notes(x, "footnotes", e);
	if (rc == RC_OK)
		rc = read_notes(x, "endnotes", e);
out:
	buf_release(&xml);
	return rc;
}

static void take_title(struct docx *x)
{
	struct buf title = BUF_INIT;
	struct err ignored = ERR_INIT; /* a document with broken properties is still a document */

	if (docx_package_title(x->zip, &title, &ignored) == RC_OK)
		draft_title(x->out, title.data, title.len);
	buf_release(&title);
}

static enum rc read_docx(const char *name, const char *data, size_t len, struct draft *out,
	struct diags *d, struct err *e)
{
	struct docx x = { .document = BUF_INIT,
		.styles = STYLES_INIT,
		.numbering = DOCX_NUMBERING_INIT,
		.out = out };
	enum rc rc = zip_open_memory(&x.zip, data, len, e);

	if (rc != RC_OK) {
		err_wrap(e, "no Word document, or it is damaged or cut off");
		return rc;
	}
	rc = find_document(&x, e);
	if (rc == RC_OK)
		rc = read_text(&x, e);
	if (rc != RC_OK)
		goto out;
	draft_end(out);
	take_title(&x);
	flow_report(name, &x.counts, d);
	docx_edges_report(x.zip, name, x.document.data, d);
out:
	docx_numbering_release(&x.numbering);
	styles_release(&x.styles);
	buf_release(&x.document);
	zip_close_file(x.zip);
	return rc;
}

const struct reader reader_docx = {
	.name = "docx",
	.extensions = (const char *const[]){ "docx", "docm", "dotx", "dotm", NULL },
	.summary = "Word documents",
	.read = read_docx,
};
