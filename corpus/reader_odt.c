/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/xmlread.h"
#include "corpus/odt_body.h"
#include "corpus/odt_package.h"
#include "corpus/odt_styles.h"
#include "corpus/reader.h"

struct odt {
	struct odt_package package;
	struct odt_styles styles;
	struct flow_counts counts;
	struct draft *out;
};

static enum rc read_text(struct odt *o, struct err *e)
{
	struct buf xml = BUF_INIT;
	enum rc rc = odt_package_part(&o->package, "styles.xml", &xml, e);

	if (rc == RC_OK && xml.len > 0)
		rc = odt_styles_read(&o->styles, "styles.xml", xml.data, xml.len, e);
	buf_reset(&xml);
	if (rc == RC_OK)
		rc = odt_package_part(&o->package, "content.xml", &xml, e);
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

	if (odt_package_part(&o->package, "meta.xml", &xml, &ignored) == RC_OK && xml.len > 0 &&
		xmlread_text_of(xml.data, xml.len, "title", &title, &ignored) == RC_OK)
		draft_title(o->out, title.data, title.len);
	buf_release(&xml);
	buf_release(&title);
}

static enum rc read_odt(const char *name, const char *data, size_t len, struct draft *out,
	struct diags *d, struct err *e)
{
	struct odt o = { .styles = ODT_STYLES_INIT, .out = out };
	enum rc rc = odt_package_open(&o.package, "text", data, len, e);

	if (rc == RC_OK)
		rc = read_text(&o, e);
	if (rc != RC_OK)
		goto out;
	draft_end(out);
	take_title(&o);
	flow_report(name, &o.counts, d);
out:
	odt_styles_release(&o.styles);
	odt_package_close(&o.package);
	return rc;
}

const struct reader reader_odt = {
	.name = "odt",
	.extensions = (const char *const[]){ "odt", "ott", "fodt", NULL },
	.summary = "OpenDocument texts",
	.read = read_odt,
};
