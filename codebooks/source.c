/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codebooks/source.h"

#include <string.h>

#include "base/utf8.h"
#include "codebooks/lexer.h"
#include "codebooks/parser.h"

#define BAD_SHOWN 20 /* a binary file would fill the list */

static const char zero_width_space[] = "\xe2\x80\x8b";

static struct at place(const char *text, size_t pos)
{
	const char *line = text;
	struct at at = { 1, 1, 1, 0 };

	for (size_t i = 0; i < pos; i++)
		if (text[i] == '\n') {
			at.line++;
			line = text + i + 1;
		}
	at.column = 1 + (uint32_t)utf8_count(line, (size_t)(text + pos - line));
	return at;
}

static bool check_encoding(const char *text, size_t len, struct complain *c)
{
	size_t bad;
	struct diag *g;

	if (utf8_valid(text, len, &bad))
		return true;
	g = complain_error(c, place(text, bad), "E001",
		"the file is not UTF-8 from here on (byte 0x%02x)", (unsigned char)text[bad]);
	complain_hint(c, g, "save the file as UTF-8 in your editor");
	return false;
}

static void add_with_line_ends(const char *p, size_t len, struct buf *out)
{
	const char *end = p + len;

	while (p < end) {
		const char *cr = memchr(p, '\r', (size_t)(end - p));

		buf_add(out, p, (size_t)((cr != NULL ? cr : end) - p));
		if (cr == NULL)
			return;
		buf_addc(out, '\n');
		p = cr + 1;
		if (p < end && *p == '\n')
			p++;
	}
}

static bool is_bad(uint32_t cp)
{
	return utf8_is_bidi(cp) || (utf8_is_control(cp) && cp != '\n' && cp != '\t');
}

static void complain_character(struct complain *c, struct at at, uint32_t cp)
{
	struct diag *g;

	if (utf8_is_bidi(cp))
		g = complain_error(c, at, "E001",
			"the invisible character U+%04X changes the direction of the text", cp);
	else
		g = complain_error(c, at, "E001", "control character U+%04X", cp);
	complain_hint(c, g, "delete it: it makes the line read otherwise than it is");
}

/* Copies text to out, bad characters replaced and reported. */
static void replace_bad(const char *text, size_t len, struct buf *out, struct complain *c)
{
	const char *p = text, *end = text + len, *clean = text;
	struct at at = { 1, 1, 1, 0 };
	unsigned shown = 0;
	uint32_t cp;

	while (p < end) {
		size_t n = utf8_next(p, end, &cp);

		if (is_bad(cp)) {
			if (shown++ < BAD_SHOWN)
				complain_character(c, at, cp);
			buf_add(out, clean, (size_t)(p - clean));
			buf_adds(out, zero_width_space);
			clean = p + n;
		}
		at.column++;
		if (cp == '\n')
			at = (struct at){ at.line + 1, 1, 1, 0 };
		p += n;
	}
	buf_add(out, clean, (size_t)(end - clean));
}

static bool begins_with_codebook(const char *text, size_t len)
{
	struct lexer lex;
	struct token t;
	bool begins;

	lexer_init(&lex, text, len);
	lexer_next(&lex, &t);
	begins = t.kind == TOKEN_RUN && t.end - t.start == strlen("codebook") &&
		 memcmp(text + t.start, "codebook", t.end - t.start) == 0;
	lexer_release(&lex);
	return begins;
}

bool source_prepare(const char *text, size_t len, struct buf *out, struct complain *c)
{
	struct buf lines = BUF_INIT, nfc = BUF_INIT;
	struct buf *from = &lines;

	if (len > CODEBOOK_MAX) {
		complain_error(c, (struct at){ 1, 1, 1, 0 }, "E022",
			"the file is longer than %u MiB", CODEBOOK_MAX >> 20);
		return false;
	}
	if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
		text += 3;
		len -= 3;
	}
	if (!check_encoding(text, len, c))
		return false;
	add_with_line_ends(text, len, &lines);
	if (!utf8_is_nfc_quick(lines.data, lines.len)) {
		utf8_nfc(lines.data, lines.len, &nfc);
		from = &nfc;
	}
	c->excerpts = begins_with_codebook(from->data, from->len);
	complain_text(c, from->data, from->len);
	replace_bad(from->data, from->len, out, c);
	complain_text(c, out->data, out->len);
	buf_release(&nfc);
	buf_release(&lines);
	return true;
}
