/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "corpus/reader.h"
#include "corpus/rtf_body.h"

static const char begin[] = "{\\rtf";

static void report(const char *name, const struct rtf_counts *c, struct diags *d)
{
	const struct diag_at at = { .file = name };

	flow_report(name, &c->flow, d);
	if (c->unknown_page != 0)
		diag_add(d, DIAG_WARNING, "R040", &at,
			"parts are written in code page %d, which is not known here: read as "
			"Windows-1252",
			c->unknown_page);
	if (c->bad > 0)
		diag_add(d, DIAG_WARNING, "R003", &at, "damaged characters replaced by U+FFFD: %zu",
			c->bad);
	if (c->cut)
		diag_add(d, DIAG_WARNING, "R043", &at,
			"the file is cut off: the end of the text may be missing");
}

static enum rc read_rtf(const char *name, const char *data, size_t len, struct draft *out,
	struct diags *d, struct err *e)
{
	struct rtf_counts counts = { .cut = false };
	size_t bom = len > 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
	enum rc rc;

	data += bom;
	len -= bom;
	if (len < sizeof begin - 1 || memcmp(data, begin, sizeof begin - 1) != 0)
		return err_set(
			e, RC_INPUT, "this is no RTF file: it does not begin with '%s'", begin);
	if (len > DOCUMENT_MAX)
		return err_set(e, RC_INPUT, "longer than %u MiB, split it", DOCUMENT_MAX >> 20);
	rc = rtf_body_read(data, len, out, &counts, e);
	draft_end(out);
	if (rc == RC_OK)
		report(name, &counts, d);
	return rc;
}

const struct reader reader_rtf = {
	.name = "rtf",
	.extensions = (const char *const[]){ "rtf", NULL },
	.summary = "Rich Text Format",
	.read = read_rtf,
};
