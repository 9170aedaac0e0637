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

/* How files begin that an editor or a word processor saved as something else. */
static const struct {
	const char *bytes;
	size_t len;
	enum message what, hint;
} beginnings[] = {
	{ "\xff\xfe", 2, MSG_E001_UTF16, MSG_H_SAVE_UTF8 },
	{ "\xfe\xff", 2, MSG_E001_UTF16, MSG_H_SAVE_UTF8 },
	{ "c\0o", 3, MSG_E001_UTF16, MSG_H_SAVE_UTF8 },
	{ "\0c", 2, MSG_E001_UTF16, MSG_H_SAVE_UTF8 },
	{ "#\0", 2, MSG_E001_UTF16, MSG_H_SAVE_UTF8 },
	{ "\0#", 2, MSG_E001_UTF16, MSG_H_SAVE_UTF8 },
	{ "PK\3\4", 4, MSG_E001_NO_TEXT, MSG_H_SAVE_TEXT },
	{ "\xd0\xcf\x11\xe0", 4, MSG_E001_NO_TEXT, MSG_H_SAVE_TEXT },
	{ "{\\rtf", 5, MSG_E001_NO_TEXT, MSG_H_SAVE_TEXT },
};

static bool check_beginning(const char *text, size_t len, struct complain *c)
{
	const struct at at = { 1, 1, 1, 0 };

	for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
		if (len >= beginnings[i].len &&
			memcmp(text, beginnings[i].bytes, beginnings[i].len) == 0) {
			complain_plain_hint(
				c, complain_plain(c, at, beginnings[i].what), beginnings[i].hint);
			return false;
		}
	return true;
}

static bool check_encoding(const char *text, size_t len, struct complain *c)
{
	size_t bad;
	struct diag *g;

	if (!check_beginning(text, len, c))
		return false;
	if (utf8_valid(text, len, &bad))
		return true;
	g = complain_error(
		c, place(text, bad), SAY(E001_NOT_UTF8), (unsigned)(unsigned char)text[bad]);
	complain_hint(c, g, SAY(H_SAVE_UTF8));
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
		g = complain_error(c, at, SAY(E001_DIRECTION), cp);
	else
		g = complain_error(c, at, SAY(E001_CONTROL), cp);
	complain_hint(c, g, SAY(H_DELETE_CHARACTER));
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

/* Where a line and its NFC part; columns are those of the NFC, as everywhere. */
static void note_not_nfc(const char *line, size_t len, uint32_t number, struct complain *c)
{
	struct buf nfc = BUF_INIT;
	size_t i = 0;

	utf8_nfc(line, len, &nfc);
	while (i < len && i < nfc.len && line[i] == nfc.data[i])
		i++;
	if (i < len || i < nfc.len) {
		i = utf8_cut(line, len, i);
		vec_push(&c->not_nfc,
			((struct at){ number, 1 + (uint32_t)utf8_count(line, i), 1, 0 }));
	}
	buf_release(&nfc);
}

static void find_not_nfc(const char *text, size_t len, struct complain *c)
{
	const char *p = text, *end = text + len;
	uint32_t number = 1;

	while (p < end) {
		const char *eol = memchr(p, '\n', (size_t)(end - p));
		size_t n = (size_t)((eol != NULL ? eol : end) - p);

		if (!utf8_is_nfc_quick(p, n))
			note_not_nfc(p, n, number, c);
		p = eol != NULL ? eol + 1 : end;
		number++;
	}
}

bool source_prepare(const char *text, size_t len, struct buf *out, struct complain *c)
{
	struct buf lines = BUF_INIT, nfc = BUF_INIT;
	struct buf *from = &lines;

	if (len > CODEBOOK_MAX) {
		complain_error(c, (struct at){ 1, 1, 1, 0 }, SAY(E022_FILE), CODEBOOK_MAX >> 20);
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
		find_not_nfc(lines.data, lines.len, c);
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
