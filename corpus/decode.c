/* SPDX-License-Identifier: GPL-3.0-or-later */
/* normalise_decode(): which encoding the bytes have, and their text in UTF-8. */
#include <string.h>

#include "base/charset.h"
#include "base/utf8.h"
#include "corpus/document.h"
#include "corpus/normalise.h"

#define REPLACEMENT 0xfffdu
#define SAMPLE 4096 /* bytes looked at to tell text from other things */

#define AS_DOCX "open it in a word processor and save it as .docx or .txt"
#define TRANSCRIBE "transcribe it first and import the text"
#define EXTRACT "unpack it and import the files in it"
#define COPY_TEXT "copy its text into a .txt or .docx file"

/* at: offset of the bytes; a second look at `then` (offset 8) where a container has many uses. */
static const struct magic {
	const char *bytes;
	uint8_t len, at;
	const char *then;
	const char *is, *advice;
} magics[] = {
	{ "%PDF-", 5, 0, NULL, "a PDF file", COPY_TEXT },
	{ "PK\x03\x04", 4, 0, NULL, "a zip file (docx, odt, xlsx or an archive)",
		"give it its right name (.docx) or unpack it" },
	{ "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, 0, NULL,
		"an old Office file (.doc, .xls) or one with a password",
		"open it and save it as .docx without a password" },
	{ "{\\rtf", 5, 0, NULL, "an RTF file", AS_DOCX },
	{ "\x89PNG", 4, 0, NULL, "a PNG image", COPY_TEXT },
	{ "\xff\xd8\xff", 3, 0, NULL, "a JPEG image", COPY_TEXT },
	{ "GIF87a", 6, 0, NULL, "a GIF image", COPY_TEXT },
	{ "GIF89a", 6, 0, NULL, "a GIF image", COPY_TEXT },
	{ "II*\0", 4, 0, NULL, "a TIFF image", COPY_TEXT },
	{ "MM\0*", 4, 0, NULL, "a TIFF image", COPY_TEXT },
	{ "RIFF", 4, 0, "WAVE", "a WAV recording", TRANSCRIBE },
	{ "RIFF", 4, 0, "WEBP", "a WebP image", COPY_TEXT },
	{ "RIFF", 4, 0, "AVI ", "a video", TRANSCRIBE },
	{ "OggS", 4, 0, NULL, "an Ogg recording", TRANSCRIBE },
	{ "ID3\2", 4, 0, NULL, "an MP3 recording", TRANSCRIBE },
	{ "ID3\3", 4, 0, NULL, "an MP3 recording", TRANSCRIBE },
	{ "ID3\4", 4, 0, NULL, "an MP3 recording", TRANSCRIBE },
	{ "\xff\xfb", 2, 0, NULL, "an MP3 recording", TRANSCRIBE },
	{ "\xff\xf3", 2, 0, NULL, "an MP3 recording", TRANSCRIBE },
	{ "fLaC", 4, 0, NULL, "a FLAC recording", TRANSCRIBE },
	{ "#!AMR", 5, 0, NULL, "an AMR recording", TRANSCRIBE },
	{ "ftyp", 4, 4, NULL, "an MP4 or M4A recording", TRANSCRIBE },
	{ "\x1a\x45\xdf\xa3", 4, 0, NULL, "a video", TRANSCRIBE },
	{ "\x1f\x8b", 2, 0, NULL, "a gzip file", EXTRACT },
	{ "7z\xbc\xaf", 4, 0, NULL, "a 7-Zip archive", EXTRACT },
	{ "Rar!\x1a", 5, 0, NULL, "a RAR archive", EXTRACT },
	{ "SQLite format 3", 15, 0, NULL, "an SQLite database",
		"import the transcripts themselves" },
	{ "\x7f"
	  "ELF",
		4, 0, NULL, "a program", "import a transcript" },
};

const char *normalise_magic(const char *p, size_t len, const char **advice)
{
	for (const struct magic *m = magics; m < magics + sizeof magics / sizeof *magics; m++) {
		if (len < (size_t)m->at + m->len || memcmp(p + m->at, m->bytes, m->len) != 0)
			continue;
		if (m->then != NULL && (len < 12 || memcmp(p + 8, m->then, 4) != 0))
			continue;
		*advice = m->advice;
		return m->is;
	}
	return NULL;
}

/* Adds text with line ends of any kind as '\n'. */
static void add_lines(const char *p, size_t len, struct buf *out)
{
	const char *end = p + len;

	buf_reserve(out, len);
	while (p < end) {
		const char *cr = memchr(p, '\r', (size_t)(end - p));
		const char *stop = cr != NULL ? cr : end;

		buf_add(out, p, (size_t)(stop - p));
		if (cr == NULL)
			break;
		buf_addc(out, '\n');
		p = cr + (cr + 1 < end && cr[1] == '\n' ? 2 : 1);
	}
}

static uint32_t unit(const char *p, bool big)
{
	unsigned char a = (unsigned char)p[0], b = (unsigned char)p[1];

	return big ? (uint32_t)a << 8 | b : (uint32_t)b << 8 | a;
}

/* Gives the number of characters that could not be read. */
static uint32_t add_utf16(const char *p, size_t len, bool big, struct buf *out)
{
	uint32_t bad = len & 1;

	for (size_t i = 0; i + 1 < len; i += 2) {
		uint32_t cp = unit(p + i, big);
		uint32_t low = i + 3 < len ? unit(p + i + 2, big) : 0;

		if (cp >= 0xd800 && cp < 0xdc00 && low >= 0xdc00 && low < 0xe000) {
			cp = 0x10000 + ((cp - 0xd800) << 10) + (low - 0xdc00);
			i += 2;
		} else if (cp >= 0xd800 && cp < 0xe000) {
			cp = REPLACEMENT;
			bad++;
		} else if (cp == '\r') {
			cp = '\n';
			if (low == '\n')
				i += 2;
		}
		buf_add_utf8(out, cp);
	}
	return bad;
}

static void add_cp1252(const char *p, size_t len, struct buf *out)
{
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < len; i++)
		buf_add_utf8(&text, charset_1252((unsigned char)p[i]));
	add_lines(text.data, text.len, out);
	buf_release(&text);
}

/* Good characters of several bytes, and runs of bytes that are none. */
static void count_utf8(const char *p, size_t len, size_t *good, size_t *bad)
{
	const char *end = p + len;
	bool in_bad = false;
	uint32_t cp;

	*good = *bad = 0;
	while (p < end) {
		size_t n = utf8_ascii(p, (size_t)(end - p));

		if (n > 0) {
			in_bad = false;
			p += n;
			continue;
		}
		n = utf8_next(p, end, &cp);
		*good += n > 1;
		*bad += cp == UTF8_BAD && !in_bad;
		in_bad = cp == UTF8_BAD;
		p += n;
	}
}

static void add_repaired(const char *p, size_t len, struct buf *out)
{
	const char *end = p + len;
	struct buf text = BUF_INIT;
	bool in_bad = false;
	uint32_t cp;

	while (p < end) {
		size_t n = utf8_next(p, end, &cp);

		if (cp != UTF8_BAD)
			buf_add(&text, p, n);
		else if (!in_bad)
			buf_add_utf8(&text, REPLACEMENT);
		in_bad = cp == UTF8_BAD;
		p += n;
	}
	add_lines(text.data, text.len, out);
	buf_release(&text);
}

static void remark_damage(struct diags *d, size_t n)
{
	struct diag *g;

	if (n == 0)
		return;
	g = diag_add(d, DIAG_WARNING, "R003", NULL, "%zu damaged %s replaced by U+FFFD", n,
		n == 1 ? "character" : "characters");
	diag_hint(d, g, "save the file again as UTF-8 where it was written, and import that");
}

static void decode_bytes(const char *p, size_t len, struct buf *out, struct diags *d)
{
	size_t good, bad;

	count_utf8(p, len, &good, &bad);
	if (bad == 0) {
		add_lines(p, len, out);
	} else if (good >= bad) {
		add_repaired(p, len, out);
		remark_damage(d, bad);
	} else {
		add_cp1252(p, len, out);
		diag_hint(d,
			diag_add(d, DIAG_REMARK, "R002", NULL, "not UTF-8, read as Windows-1252"),
			"look at letters with accents and at quotation marks");
	}
}

enum width { NARROW, LITTLE, BIG };

/* UTF-16 without a mark: the text is mostly ASCII, so every other byte is NUL. */
static enum width guess_width(const char *p, size_t len)
{
	size_t n = (len < SAMPLE ? len : SAMPLE) / 2, even = 0, odd = 0;

	for (size_t i = 0; i < n; i++) {
		even += p[2 * i] == '\0';
		odd += p[2 * i + 1] == '\0';
	}
	if (n >= 2 && 2 * odd >= n && 10 * even <= n)
		return LITTLE;
	if (n >= 2 && 2 * even >= n && 10 * odd <= n)
		return BIG;
	return NARROW;
}

/* More than 3 % of control characters: random bytes have 10 %, damaged text hardly any. */
static bool is_binary(const char *p, size_t len)
{
	size_t n = len < SAMPLE ? len : SAMPLE, odd = 0;

	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)p[i];

		odd += c < 0x20 && (c < '\t' || c > '\r') && c != 0x1b;
	}
	return 33 * odd > n;
}

static bool begins(const char *p, size_t len, const char *with, size_t n)
{
	return len >= n && memcmp(p, with, n) == 0;
}

static enum rc refuse(const char *p, size_t len, struct err *e)
{
	const char *advice, *is = normalise_magic(p, len, &advice);

	if (len == 0)
		return err_set(e, RC_INPUT, "the file is empty");
	if (len > DOCUMENT_MAX)
		return err_set(e, RC_INPUT, "longer than %u MiB, split it", DOCUMENT_MAX >> 20);
	if (is != NULL)
		return err_set(e, RC_INPUT, "this is %s; %s", is, advice);
	if (begins(p, len, "\xff\xfe\0\0", 4) || begins(p, len, "\0\0\xfe\xff", 4))
		return err_set(e, RC_INPUT, "the text is UTF-32; save it as UTF-8");
	return RC_OK;
}

enum rc normalise_decode(const char *p, size_t len, struct buf *out, struct diags *d, struct err *e)
{
	enum width width;
	size_t mark = 0;
	enum rc rc = refuse(p, len, e);

	if (rc != RC_OK)
		return rc;
	if (begins(p, len, "\xef\xbb\xbf", 3)) {
		decode_bytes(p + 3, len - 3, out, d);
		return RC_OK;
	}
	if (begins(p, len, "\xff\xfe", 2) || begins(p, len, "\xfe\xff", 2)) {
		width = p[0] == '\xfe' ? BIG : LITTLE;
		mark = 2;
	} else {
		width = guess_width(p, len);
	}
	if (width == NARROW) {
		if (is_binary(p, len))
			return err_set(e, RC_INPUT,
				"this is no text but binary data; save it as .docx or .txt");
		decode_bytes(p, len, out, d);
		return RC_OK;
	}
	remark_damage(d, add_utf16(p + mark, len - mark, width == BIG, out));
	if (mark == 0)
		diag_add(d, DIAG_REMARK, "R001", NULL, "read as UTF-16 %s without a mark",
			width == BIG ? "BE" : "LE");
	return RC_OK;
}
