/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/odt_package.h"

#include <string.h>

enum rc odt_package_part(
	const struct odt_package *p, const char *part, struct buf *xml, struct err *e)
{
	buf_reset(xml);
	if (p->zip != NULL)
		return zip_has(p->zip, part) ? zip_read(p->zip, part, xml, e) : RC_OK;
	if (strcmp(part, "content.xml") == 0)
		buf_add(xml, p->data, p->len);
	return RC_OK;
}

/* The manifest names how each encrypted part is encrypted; nothing else in it matters. */
static enum rc refuse_encrypted(const struct odt_package *p, struct err *e)
{
	struct buf xml = BUF_INIT;
	enum rc rc = odt_package_part(p, "META-INF/manifest.xml", &xml, e);

	if (rc == RC_OK && memmem(xml.data, xml.len, "encryption-data", 15) != NULL)
		rc = err_set(e, RC_INPUT,
			"the file is password-protected: open it in LibreOffice and save it "
			"without a password");
	buf_release(&xml);
	return rc;
}

static enum rc open_zip(struct odt_package *p, const char *what, struct err *e)
{
	enum rc rc = zip_open_memory(&p->zip, p->data, p->len, e);

	if (rc != RC_OK) {
		err_wrap(e, "no OpenDocument %s, or it is damaged or cut off", what);
		return rc;
	}
	if (!zip_has(p->zip, "content.xml"))
		return err_set(e, RC_INPUT,
			"no OpenDocument %s: 'content.xml' is missing in it; open it in "
			"LibreOffice and save it again",
			what);
	return refuse_encrypted(p, e);
}

/* Where the XML of a flat file begins, behind a mark of UTF-8 and blanks; NULL = it is none. */
static const char *flat_start(const char *data, size_t len)
{
	size_t i = len > 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

	while (i < len && strchr(" \t\r\n", data[i]) != NULL && data[i] != '\0')
		i++;
	return i < len && data[i] == '<' ? data + i : NULL;
}

enum rc odt_package_open(
	struct odt_package *p, const char *what, const char *data, size_t len, struct err *e)
{
	const char *flat = flat_start(data, len);

	*p = (struct odt_package){ .data = data, .len = len };
	if (flat == NULL)
		return open_zip(p, what, e);
	p->data = flat;
	p->len = len - (size_t)(flat - data);
	return RC_OK;
}

void odt_package_close(struct odt_package *p)
{
	zip_close_file(p->zip);
	p->zip = NULL;
}
