/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/xmlread.h"
#include "base/zip.h"
#include "corpus/odt_body.h"
#include "corpus/odt_styles.h"
#include "corpus/reader.h"

struct odt {
	struct zipfile *zip;
	struct odt_styles styles;
	struct flow_counts counts;
	struct draft *out;
};

/* A part that need not be there, in place of what xml held. */
static enum rc read_part(struct odt *o, const char *part, struct buf *xml, struct err *e)
{
	buf_reset(xml);
	return zip_has(o->zip, part) ? zip_read(o->zip, part, xml, e) : RC_OK;
}

/* The manifest names how each encrypted part is encrypted; nothing else in it matters. */
static enum rc refuse_encrypted(struct odt *o, struct err *e)
{
	struct buf xml = BUF_INIT;
	enum rc rc = read_part(o, "META-INF/manifest.xml", &xml, e);

	if (rc == RC_OK && memmem(xml.data, xml.len, "encryption-data", 15) != NULL)
		rc = err_set(e, RC_INPUT,
			"the file is password-protected: open it in LibreOffice and save it "
			"without a password");
	buf_release(&xml);
	return rc;
}

static enum rc read_text(struct odt *o, struct err *e)
{
	struct buf xml = BUF_INIT;
	enum rc rc = read_part(o, "styles.xml", &xml, e);

	if (rc == RC_OK && xml.len > 0)
		rc = odt_styles_read(&o->styles, "styles.xml", xml.data, xml.len, e);
	buf_reset(&xml);
	if (rc == RC_OK)
		rc = zip_read(o->zip, "content.xml", &xml, e);
	if (rc == RC_OK)
		rc = odt_styles_read(&o->styles, "content.xml", xml.data, xml.len, e);
	if (rc == RC_OK)
		rc = odt_body_read(xml.data, xml.len, &o->styles, o->out, &o->counts, e);
	buf_release(&xml);
	return rc;
}

/* A document with broken properties is still a document. */
static void take_title(struct odt *o)
{
	struct buf xml = BUF_INIT, title = BUF_INIT;
	struct err ignored = ERR_INIT;

	if (read_part(o, "meta.xml", &xml, &ignored) == RC_OK && xml.len > 0 &&
		xmlread_text_of(xml.data, xml.len, "title", &title, &ignored) == RC_OK)
		draft_title(o->out, title.data, title.len);
	buf_release(&xml);
	buf_release(&title);
}

static enum rc read_odt(const char *name, const char *data, size_t len, struct draft *out,
	struct diags *d, struct err *e)
{
	struct odt o = { .styles = ODT_STYLES_INIT, .out = out };
	enum rc rc = zip_open_memory(&o.zip, data, len, e);

	if (rc != RC_OK) {
		err_wrap(e, "no OpenDocument text, or it is damaged or cut off");
		return rc;
	}
	if (!zip_has(o.zip, "content.xml"))
		rc = err_set(e, RC_INPUT,
			"no OpenDocument text: 'content.xml' is missing in it; open it in "
			"LibreOffice and save it again as .odt");
	if (rc == RC_OK)
		rc = refuse_encrypted(&o, e);
	if (rc == RC_OK)
		rc = read_text(&o, e);
	if (rc != RC_OK)
		goto out;
	draft_end(out);
	take_title(&o);
	flow_report(name, &o.counts, d);
out:
	odt_styles_release(&o.styles);
	zip_close_file(o.zip);
	return rc;
}

const struct reader reader_odt = {
	.name = "odt",
	.extensions = (const char *const[]){ "odt", "ott", NULL },
	.summary = "OpenDocument texts",
	.read = read_odt,
};
