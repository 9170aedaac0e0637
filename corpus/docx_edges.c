/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/docx_edges.h"

#include <string.h>

#include "base/utf8.h"
#include "base/xmlread.h"
#include "corpus/docx_package.h"

#define EDGES_MAX 64 /* parts that are looked at */
#define SHOWN_MAX 60 /* bytes */

/* The text of all runs, a blank between paragraphs; what does not parse has none. */
static void text_of(const struct buf *xml, struct buf *out)
{
	struct xmlread *x = NULL;
	struct err ignored = ERR_INIT;
	enum xml_event event = XML_TEXT;
	bool in_text = false;
	size_t len = 0;

	if (xmlread_open(&x, "header", xml->data, xml->len, &ignored) != RC_OK)
		return;
	while (xmlread_next(x, &event, &ignored) == RC_OK && event != XML_END) {
		if (event == XML_TEXT) {
			const char *p = xmlread_text(x, &len);

			buf_add(out, p, in_text ? len : 0);
		} else if (strcmp(xmlread_name(x), "t") == 0) {
			in_text = event == XML_OPEN;
		} else if (event == XML_CLOSE && strcmp(xmlread_name(x), "p") == 0) {
			buf_addc(out, ' ');
		}
	}
	xmlread_close(x);
}

/* More than a page number: two letters that are none of its words. */
static bool says_something(const struct buf *text)
{
	static const char *const words[] = { "page", "of", "halaman", "hal", "hlm", "dari" };
	struct buf folded = BUF_INIT;
	bool found = false;

	utf8_fold(text->data, text->len, &folded);
	for (const char *p = folded.data; *p != '\0' && !found;) {
		size_t n = strcspn(p, " \t\n.,:;/|-()0123456789");

		found = n > 1;
		for (size_t i = 0; i < sizeof words / sizeof *words && found; i++)
			found = strlen(words[i]) != n || memcmp(words[i], p, n) != 0;
		p += n > 0 ? n : 1;
	}
	buf_release(&folded);
	return found;
}

struct edges {
	size_t n;
	struct buf first; /* what the first of them says */
};

static void look_at(struct zipfile *z, const char *part, struct edges *edges)
{
	struct buf xml = BUF_INIT, text = BUF_INIT;
	struct err ignored = ERR_INIT;
	size_t from;

	if (zip_has(z, part) && zip_read(z, part, &xml, &ignored) == RC_OK)
		text_of(&xml, &text);
	while (text.len > 0 && text.data[text.len - 1] == ' ')
		text.data[--text.len] = '\0';
	from = strspn(text.data, " ");
	if (says_something(&text) && edges->n++ == 0)
		buf_add(&edges->first, text.data + from, text.len - from);
	buf_release(&xml);
	buf_release(&text);
}

void docx_edges_report(struct zipfile *z, const char *file, const char *document, struct diags *d)
{
	static const char *const types[] = { "header", "footer" };
	struct edges edges = { 0, BUF_INIT };
	struct buf part = BUF_INIT;
	struct err ignored = ERR_INIT;

	for (size_t t = 0; t < 2; t++)
		for (size_t i = 0; i < EDGES_MAX; i++) {
			if (docx_package_nth(z, document, types[t], i, &part, &ignored) != RC_OK ||
				part.len == 0)
				break;
			look_at(z, part.data, &edges);
		}
	if (edges.n > 0)
		diag_add(d, DIAG_REMARK, "R032", &(struct diag_at){ .file = file },
			"headers and footers left out: %zu ('%.*s%s')", edges.n,
			(int)utf8_cut(edges.first.data, edges.first.len, SHOWN_MAX),
			edges.first.data, edges.first.len > SHOWN_MAX ? " \xe2\x80\xa6" : "");
	buf_release(&edges.first);
	buf_release(&part);
}
