/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/charset.h"
#include "base/utf8.h"
#include "corpus/html_body.h"
#include "corpus/normalise.h"
#include "corpus/reader.h"

#define HEAD 4096      /* bytes that may name the encoding */
#define CHARSET_MAX 32 /* of its name */

static bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '-' || c == '_' || c == ':' || c == '.';
}

static bool same_letter(char a, char b)
{
	return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b;
}

static const char *find_word(const char *p, const char *end, const char *word)
{
	size_t n = strlen(word);

	for (; (size_t)(end - p) >= n; p++) {
		size_t i = 0;

		while (i < n && same_letter(p[i], word[i]))
			i++;
		if (i == n)
			return p + n;
	}
	return NULL;
}

/* <meta charset="x">, <meta ... content="text/html; charset=x">, <?xml encoding="x"?>. */
static bool named_charset(const char *p, size_t len, char name[CHARSET_MAX])
{
	static const char *const words[] = { "charset", "encoding" };
	const char *end = p + (len < HEAD ? len : HEAD);

	for (size_t i = 0; i < 2; i++) {
		const char *at = find_word(p, end, words[i]);
		size_t n = 0;

		while (at != NULL && at < end && memchr(" \t\r\n=\"'", *at, 7) != NULL)
			at++;
		while (at != NULL && at + n < end && is_name(at[n]))
			n++;
		if (n == 0 || n >= CHARSET_MAX)
			continue;
		memcpy(name, at, n);
		name[n] = '\0';
		return true;
	}
	return false;
}

static bool is_utf(const char *name)
{
	return find_word(name, name + strlen(name), "utf") != NULL;
}

/* UTF-8, UTF-16 and Windows-1252 are told by the bytes; another encoding by its name. */
static enum rc decode(const char *data, size_t len, struct buf *out, struct diags *d, struct err *e)
{
	char name[CHARSET_MAX];
	struct buf text = BUF_INIT;
	size_t bad = 0;
	enum rc rc;

	if (utf8_valid(data, len, NULL) || !named_charset(data, len, name) || is_utf(name) ||
		charset_is_1252(name))
		return normalise_decode(data, len, out, d, e);
	if (!charset_decode(name, data, len, &text, &bad)) {
		diag_add(d, DIAG_WARNING, "R040", NULL,
			"the page says it is written in '%s', which is not known here", name);
		return normalise_decode(data, len, out, d, e);
	}
	rc = normalise_decode(text.data, text.len, out, d, e);
	if (rc == RC_OK && bad > 0)
		diag_add(d, DIAG_WARNING, "R003", NULL,
			"damaged characters replaced by U+FFFD: %zu", bad);
	buf_release(&text);
	return rc;
}

/* The parser stops at a NUL. */
static void drop_nuls(struct buf *text, struct draft *out)
{
	size_t n = 0;

	if (memchr(text->data, '\0', text->len) == NULL)
		return;
	for (size_t i = 0; i < text->len; i++)
		if (text->data[i] != '\0')
			text->data[n++] = text->data[i];
	out->controls += (uint32_t)(text->len - n);
	text->len = n;
	text->data[n] = '\0';
}

static void report(const char *name, const struct html_counts *c, bool forms, struct diags *d)
{
	const struct diag_at at = { .file = name };

	flow_report(name, &c->flow, d);
	if (c->aside > 0)
		diag_add(d, DIAG_REMARK, "R041", &at,
			"parts around the main text (navigation, header, footer, aside) left out: "
			"%u",
			c->aside);
	if (c->forms > 0 && !forms)
		diag_add(d, DIAG_REMARK, "R042", &at, "forms left out: %u", c->forms);
}

static enum rc read_html(const char *name, const char *data, size_t len, struct draft *out,
	struct diags *d, struct err *e)
{
	struct html_counts counts = { .aside = 0 };
	struct buf text = BUF_INIT;
	bool forms = false;
	enum rc rc = decode(data, len, &text, d, e);

	if (rc == RC_OK) {
		drop_nuls(&text, out);
		rc = html_body_read(text.data, text.len, forms, out, &counts, d, e);
		draft_end(out);
	}
	if (rc == RC_OK && out->paras.n == 0 && counts.forms > 0) {
		forms = true;
		counts = (struct html_counts){ .aside = 0 };
		rc = html_body_read(text.data, text.len, forms, out, &counts, d, e);
		draft_end(out);
	}
	if (rc == RC_OK)
		report(name, &counts, forms, d);
	buf_release(&text);
	return rc;
}

const struct reader reader_html = {
	.name = "html",
	.extensions = (const char *const[]){ "html", "htm", "xhtml", "xht", NULL },
	.summary = "web pages",
	.read = read_html,
};
