/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/rtf_text.h"

#include <stdio.h>

#include "base/charset.h"
#include "base/utf8.h"

#define FONTS_MAX 32768 /* those of a higher number have the page of the file */
#define REPLACEMENT 0xfffdu

/* \fcharset and the code page it means. */
static const struct {
	int charset, page;
} charsets[] = {
	{ 2, RTF_SYMBOLS },
	{ 77, 10000 },
	{ 128, 932 },
	{ 129, 949 },
	{ 130, 1361 },
	{ 134, 936 },
	{ 136, 950 },
	{ 161, 1253 },
	{ 162, 1254 },
	{ 163, 1258 },
	{ 177, 1255 },
	{ 178, 1256 },
	{ 186, 1257 },
	{ 204, 1251 },
	{ 222, 874 },
	{ 238, 1250 },
};

/* Pages whose name is not "CP" and their number. */
static const struct {
	int page;
	const char *name;
} names[] = {
	{ 1252, "windows-1252" },
	{ 10000, "MACINTOSH" },
	{ 65001, "UTF-8" },
	{ 28591, "ISO-8859-1" },
	{ 1361, "JOHAB" },
};

void rtf_text_release(struct rtf_text *t)
{
	vec_release(&t->fonts);
	buf_release(&t->bytes);
}

void rtf_text_page(struct rtf_text *t, int font, int page)
{
	if (font < 0 || font >= FONTS_MAX)
		return;
	while (t->fonts.n <= (size_t)font)
		vec_push(&t->fonts, 0);
	t->fonts.items[font] = page;
}

void rtf_text_charset(struct rtf_text *t, int font, int charset)
{
	int page = 0;

	for (size_t i = 0; i < sizeof charsets / sizeof *charsets; i++)
		if (charsets[i].charset == charset)
			page = charsets[i].page;
	rtf_text_page(t, font, page);
}

int rtf_text_page_of(const struct rtf_text *t, int font)
{
	int page = font >= 0 && (size_t)font < t->fonts.n ? t->fonts.items[font] : 0;

	return page != 0 ? page : t->page;
}

static bool decode(int page, const struct buf *bytes, struct buf *out, size_t *bad)
{
	char name[24];

	snprintf(name, sizeof name, "CP%d", page);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (names[i].page == page)
			snprintf(name, sizeof name, "%s", names[i].name);
	return charset_decode(name, bytes->data, bytes->len, out, bad);
}

static void flush_bytes(struct rtf_text *t, struct buf *out)
{
	if (t->bytes.len == 0)
		return;
	if (t->bytes_page == RTF_SYMBOLS) {
		/* bullets and arrows */
	} else if (t->bytes_page == 1252 && utf8_valid(t->bytes.data, t->bytes.len, NULL)) {
		buf_add(out, t->bytes.data, t->bytes.len); /* ASCII, or what some programs write */
	} else if (!decode(t->bytes_page, &t->bytes, out, &t->bad)) {
		t->unknown_page = t->bytes_page;
		decode(1252, &t->bytes, out, &t->bad);
	}
	buf_reset(&t->bytes);
}

static void flush_high(struct rtf_text *t, struct buf *out)
{
	if (t->high == 0)
		return;
	buf_add_utf8(out, REPLACEMENT);
	t->bad++;
	t->high = 0;
}

void rtf_text_flush(struct rtf_text *t, struct buf *out)
{
	flush_bytes(t, out);
	flush_high(t, out);
}

void rtf_text_bytes(struct rtf_text *t, int page, const char *p, size_t len, struct buf *out)
{
	flush_high(t, out);
	if (page != t->bytes_page)
		flush_bytes(t, out);
	t->bytes_page = page;
	buf_add(&t->bytes, p, len);
}

void rtf_text_unicode(struct rtf_text *t, int value, struct buf *out)
{
	uint32_t cp = (uint32_t)(value < 0 ? value + 0x10000 : value);

	flush_bytes(t, out);
	if (t->high != 0 && cp >= 0xdc00 && cp < 0xe000) {
		buf_add_utf8(out, 0x10000 + ((t->high - 0xd800) << 10) + (cp - 0xdc00));
		t->high = 0;
		return;
	}
	flush_high(t, out);
	if (cp >= 0xd800 && cp < 0xdc00) {
		t->high = cp;
	} else if (cp == 0 || cp > 0x10ffff || (cp >= 0xdc00 && cp < 0xe000)) {
		buf_add_utf8(out, REPLACEMENT);
		t->bad++;
	} else if (cp < 0xf020 || cp > 0xf0ff) { /* those are pictures of symbol fonts */
		buf_add_utf8(out, cp);
	}
}
