/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <string.h>

#include "base/utf8.h"
#include "corpus/normalise.h"

static enum rc decode(const char *p, size_t len, struct buf *out, struct diags *d)
{
	struct err e = ERR_INIT;

	return normalise_decode(p, len, out, d, &e);
}

static void decodes(const char *p, size_t len, const char *expected, const char *remark)
{
	struct buf out = BUF_INIT;
	struct diags d = DIAGS_INIT;

	ck_assert_int_eq(decode(p, len, &out, &d), RC_OK);
	ck_assert_str_eq(out.data, expected);
	ck_assert_uint_eq(d.list.n, remark != NULL);
	if (remark != NULL)
		ck_assert_str_eq(d.list.items[0].id, remark);
	diags_release(&d);
	buf_release(&out);
}

#define DECODES(bytes, expected, remark) decodes(bytes, sizeof bytes - 1, expected, remark)

START_TEST(every_encoding_gives_the_same_text)
{
	DECODES("Halo caf\xc3\xa9\n", "Halo caf\u00e9\n", NULL);
	DECODES("\xef\xbb\xbfHalo caf\xc3\xa9\n", "Halo caf\u00e9\n", NULL);
	DECODES("\xff\xfeH\0a\0l\0o\0 \0c\0a\0f\0\xe9\0\n\0", "Halo caf\u00e9\n", NULL);
	DECODES("\xfe\xff\0H\0a\0l\0o\0 \0c\0a\0f\0\xe9\0\n", "Halo caf\u00e9\n", NULL);
	DECODES("H\0a\0l\0o\0 \0c\0a\0f\0\xe9\0\n\0", "Halo caf\u00e9\n", "R001");
	DECODES("\0H\0a\0l\0o\0 \0c\0a\0f\0\xe9\0\n", "Halo caf\u00e9\n", "R001");
	DECODES("Halo caf\xe9\n", "Halo caf\u00e9\n", "R002");
}
END_TEST

START_TEST(every_line_end_becomes_a_newline)
{
	DECODES("a\r\nb\rc\nd\r\r\n", "a\nb\nc\nd\n\n", NULL);
	DECODES("\xff\xfe"
		"a\0\r\0\n\0b\0\r\0c\0",
		"a\nb\nc", NULL);
	DECODES("a\x93"
		"b\x94\r\nc",
		"a\u201cb\u201d\nc", "R002");
}
END_TEST

START_TEST(pairs_of_surrogates_become_one_character)
{
	DECODES("\xff\xfe"
		"a\0\x3d\xd8\x00\xde",
		"a\U0001f600", NULL);
	DECODES("\xff\xfe"
		"a\0\x3d\xd8"
		"b\0",
		"a\ufffd"
		"b",
		"R003");
	DECODES("\xff\xfe"
		"a\0b",
		"a", "R003");
}
END_TEST

START_TEST(damaged_utf8_is_repaired_where_it_is_mostly_right)
{
	DECODES("\xc3\xa9 \xc3\xa8 x\xe2\x80 y", "\u00e9 \u00e8 x\ufffd y", "R003");
	DECODES("\xe2\x80\x9cya\xe2\x80\x9d \xe2\x80", "\u201cya\u201d \ufffd", "R003");
}
END_TEST

static void refuses(const char *p, size_t len, const char *because)
{
	struct buf out = BUF_INIT;
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;

	ck_assert_int_eq(normalise_decode(p, len, &out, &d, &e), RC_INPUT);
	ck_assert_msg(strstr(e.msg, because) != NULL, "%s", e.msg);
	diags_release(&d);
	buf_release(&out);
}

#define REFUSES(bytes, because) refuses(bytes, sizeof bytes - 1, because)

START_TEST(refuses_what_is_no_text_and_says_what_it_is)
{
	REFUSES("", "empty");
	REFUSES("%PDF-1.7\n", "PDF");
	REFUSES("PK\x03\x04rest", "zip");
	REFUSES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", ".docx");
	REFUSES("{\\rtf1\\ansi halo}", "RTF");
	REFUSES("\x89PNG\r\n", "image");
	REFUSES("ID3\x03 lagu", "transcribe");
	REFUSES("\xff\xfb\x90\x44", "MP3");
	REFUSES("RIFF1234WAVEfmt ", "WAV");
	REFUSES("OggS\0\2", "Ogg");
	REFUSES("\0\0\0\x20"
		"ftypM4A ",
		"M4A");
	REFUSES("\xff\xfe\0\0a\0\0\0", "UTF-32");
	REFUSES("\1\2\3\4\5\6\7 teks", "binary");
}
END_TEST

START_TEST(words_that_look_like_marks_of_other_files_are_text)
{
	DECODES("ID3: halo", "ID3: halo", NULL);
	DECODES("RIFF adalah kata", "RIFF adalah kata", NULL);
	DECODES("GIF89 itu nama", "GIF89 itu nama", NULL);
}
END_TEST

static void normalises(const char *p, size_t len, const char *expected, uint32_t removed, bool nfc)
{
	struct buf out = BUF_INIT;
	uint32_t controls = 0;
	bool changed = false;

	normalise_text(p, len, &out, &controls, &changed);
	ck_assert_str_eq(out.data, expected);
	ck_assert_uint_eq(controls, removed);
	ck_assert_int_eq(changed, nfc);
	buf_release(&out);
}

#define NORMALISES(bytes, expected, removed, nfc)                                                  \
	normalises(bytes, sizeof bytes - 1, expected, removed, nfc)

START_TEST(text_becomes_nfc_without_control_characters)
{
	NORMALISES("biasa\tsaja\n", "biasa\tsaja\n", 0, false);
	NORMALISES("a\0b\x1b[31m\x7f", "ab[31m", 3, false);
	NORMALISES("\ufeffhalo\xc2\x86", "halo", 2, false);
	NORMALISES("e\u0301", "\u00e9", 0, true);
	NORMALISES("e\x01\u0301", "\u00e9", 1, true);
	NORMALISES("\u00e9 \u201cya\u201d", "\u00e9 \u201cya\u201d", 0, false);
	NORMALISES("\u1112\u1161\u11ab", "\ud55c", 0, true);
}
END_TEST

START_TEST(each_control_character_is_found_at_each_place)
{
	for (int c = 1; c < 0x80; c++)
		for (size_t at = 0; at < 20; at++) {
			char s[] = "aaaaaaaaaaaaaaaaaaaaaaaa";
			struct buf out = BUF_INIT;
			uint32_t controls = 0;
			bool changed = false, kept = c >= ' ' && c < 0x7f;

			s[at] = (char)c;
			normalise_text(s, strlen(s), &out, &controls, &changed);
			kept = kept || (c >= '\t' && c <= '\r'); /* or a line break for it */
			ck_assert_uint_eq(out.len, strlen(s) - !kept);
			ck_assert_uint_eq(controls, !kept);
			buf_release(&out);
		}
}
END_TEST

START_TEST(other_line_breaks_become_newlines)
{
	NORMALISES("a\r\nb\rc\fd\ve\xc2\x85"
		   "f\u2028g\u2029h",
		"a\nb\nc\nd\ne\nf\ng\nh", 0, false);
}
END_TEST

/* The text of a file of the reference data as it would be stored, without line ends behind it. */
static char *shared_text(const char *name)
{
	struct buf raw = BUF_INIT, text = BUF_INIT, out = BUF_INIT;
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	uint32_t controls = 0;
	bool changed = false;
	const char *path =
		unit_shared(unit_keep(mem_printf("data/transcripts/derived/encodings/%s", name)));

	if (path == NULL)
		return NULL;
	ck_assert_int_eq(file_read(path, 1 << 24, &raw, &e), RC_OK);
	ck_assert_int_eq(normalise_decode(raw.data, raw.len, &text, &d, &e), RC_OK);
	normalise_text(text.data, text.len, &out, &controls, &changed);
	while (out.len > 0 && out.data[out.len - 1] == '\n')
		out.data[--out.len] = '\0';
	buf_release(&raw);
	buf_release(&text);
	diags_release(&d);
	return buf_detach(&out);
}

static void same_text(const char *const *names)
{
	char *first = shared_text(*names), *other;

	for (; first != NULL && *names != NULL; names++) {
		other = shared_text(*names);
		ck_assert_msg(strcmp(first, other) == 0, "%s differs", *names);
		free(other);
	}
	free(first);
}

START_TEST(all_reference_encodings_agree)
{
	static const char *const small[] = { "utf8-lf.txt", "utf8-crlf.txt", "utf8-cr-only.txt",
		"utf8-mixed-eol.txt", "utf8-bom-crlf.txt", "utf16le-bom.txt",
		"utf16be-bom-crlf.txt", "utf16le-nobom.txt", "utf8-no-final-newline.txt", NULL };
	static const char *const report[] = { "bhinneka-utf8-nfc.md", "bhinneka-utf8-nfd.md",
		"bhinneka-utf8-bom-crlf.md", "bhinneka-utf16le-bom-crlf.md",
		"bhinneka-windows1252-crlf.md", NULL };
	static const char *const story[] = { "aleta-utf8-nfc.txt", "aleta-utf8-nfd.txt",
		"aleta-windows1252.txt", NULL };

	same_text(small);
	same_text(report);
	same_text(story);
}
END_TEST

UNIT_MAIN("normalise", every_encoding_gives_the_same_text, every_line_end_becomes_a_newline,
	pairs_of_surrogates_become_one_character, damaged_utf8_is_repaired_where_it_is_mostly_right,
	refuses_what_is_no_text_and_says_what_it_is,
	words_that_look_like_marks_of_other_files_are_text,
	text_becomes_nfc_without_control_characters, each_control_character_is_found_at_each_place,
	other_line_breaks_become_newlines, all_reference_encodings_agree)
