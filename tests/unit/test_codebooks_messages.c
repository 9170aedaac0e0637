/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of messages: complete, and alike in both languages. */
#include "unit.h"

#include <ctype.h>
#include <string.h>

#include "codebooks/messages.h"
#include "codebooks/parser.h"
#include "codebooks/suppress.h"

#define ARGUMENTS 8

/* The conversions of a format in the order of the arguments: "s", ".*s", "04X", "zu". */
struct conversions {
	char kind[ARGUMENTS][12];
	size_t n;
	bool numbered, plain;
};

static const char *read_one(const char *s, struct conversions *c)
{
	size_t digits = strspn(s, "0123456789"), slot = c->n, len;

	if (digits > 0 && s[digits] == '$') {
		slot = (size_t)(s[0] - '1');
		c->numbered = true;
		s += digits + 1;
	} else {
		c->plain = true;
	}
	len = strcspn(s, "sducXxgfp") + 1;
	ck_assert_uint_lt(slot, ARGUMENTS);
	ck_assert_uint_lt(len, sizeof c->kind[slot]);
	memcpy(c->kind[slot], s, len);
	c->kind[slot][len] = '\0';
	c->n++;
	return s + len;
}

static struct conversions read_format(const char *s)
{
	struct conversions c = { .n = 0 };

	while ((s = strchr(s, '%')) != NULL) {
		s++;
		if (*s == '%')
			s++;
		else
			s = read_one(s, &c);
	}
	return c;
}

#define EACH_MESSAGE(m) (int m = MSG_NONE + 1; m < MESSAGE_COUNT; m++)

static const char *english(int m)
{
	return message_text((enum message)m, "en");
}

static const char *indonesian(int m)
{
	return message_text((enum message)m, "id");
}

static const char *key(int m)
{
	return message_key((enum message)m);
}

START_TEST(no_text_is_empty)
{
	for
		EACH_MESSAGE(m)
		{
			ck_assert_msg(*english(m) != '\0' && *indonesian(m) != '\0', "%s", key(m));
			ck_assert_msg(strchr(english(m), '\n') == NULL, "%s", key(m));
			ck_assert_msg(strchr(indonesian(m), '\n') == NULL, "%s", key(m));
		}
	ck_assert_str_eq(message_text(MSG_NONE, "id"), "");
	ck_assert_str_eq(message_text(MSG_E009_UNKNOWN, NULL), english(MSG_E009_UNKNOWN));
	ck_assert_str_eq(message_text(MSG_E009_UNKNOWN, "nl"), english(MSG_E009_UNKNOWN));
}
END_TEST

/* E009_UNKNOWN: an id, or the letter of what it is. */
START_TEST(keys_say_what_they_are)
{
	for
		EACH_MESSAGE(m)
		{
			const char *k = key(m);
			bool id = strchr("EWFR", k[0]) != NULL && isdigit((unsigned char)k[1]) &&
				  isdigit((unsigned char)k[2]) && isdigit((unsigned char)k[3]) &&
				  k[4] == '_';
			bool other = strchr("HPSX", k[0]) != NULL && k[1] == '_';

			ck_assert_msg(id || other, "%s", k);
		}
}
END_TEST

/* W069 and W070 are about suppressing, W090 about a run. */
START_TEST(every_warning_can_be_silenced)
{
	for
		EACH_MESSAGE(m)
		{
			bool own = strncmp(key(m), "W069", 4) == 0 ||
				   strncmp(key(m), "W070", 4) == 0 ||
				   strncmp(key(m), "W090", 4) == 0;
			bool with_project;
			char id[5];

			message_id(m, id);
			if (id[0] == 'W' && isdigit((unsigned char)id[1]) && !own)
				ck_assert_msg(suppress_is_known(id, &with_project), "%s", key(m));
		}
}
END_TEST

START_TEST(both_texts_have_the_same_arguments)
{
	for
		EACH_MESSAGE(m)
		{
			struct conversions en = read_format(english(m)),
					   id = read_format(indonesian(m));

			ck_assert_msg(en.n == id.n, "%s: %zu and %zu", key(m), en.n, id.n);
			ck_assert_msg(!en.numbered, "%s: the English text is in the order", key(m));
			ck_assert_msg(!id.numbered || !id.plain, "%s: some have numbers", key(m));
			for (size_t i = 0; i < en.n; i++)
				ck_assert_msg(strcmp(en.kind[i], id.kind[i]) == 0,
					"%s: %%%s and %%%s", key(m), en.kind[i], id.kind[i]);
		}
}
END_TEST

static bool has_word(const char *s, const char *word)
{
	size_t n = strlen(word);

	for (const char *p = s; (p = strstr(p, word)) != NULL; p++)
		if ((p == s || !isalpha((unsigned char)p[-1])) && !isalpha((unsigned char)p[n]))
			return true;
	return false;
}

/* One word for one thing (messages.h). */
START_TEST(indonesian_texts_keep_to_their_words)
{
	static const char *const others[] = { "galat", "file", "error", "warning", "keyword",
		"codebook", "rule", "the", "is", "of", "and", "not", "with", "silahkan", "merubah",
		"dirubah", "diantara", "didalam", "diluar", "disini", "disana", "dimana", "di ",
		"kwalitas", "ijin", "diijinkan", "resiko" };
	static const char *const own[] = { "'", "\"", "<", "@", "%", ".codebook", "a and " };

	for
		EACH_MESSAGE(m)
		{
			const char *s = indonesian(m);
			bool quotes = false;

			for (size_t i = 0; i < sizeof own / sizeof *own; i++)
				quotes = quotes || strstr(s, own[i]) != NULL;
			for (size_t i = 0; i < sizeof others / sizeof *others && !quotes; i++)
				ck_assert_msg(!has_word(s, others[i]), "%s: %s", key(m), s);
			if (strchr("EWFR", key(m)[0]) != NULL)
				ck_assert_msg(strcmp(s, english(m)) != 0, "%s: %s", key(m), s);
		}
}
END_TEST

static void check(const char *text, const char *lang, const char *expected)
{
	struct diags d = DIAGS_INIT;
	struct buf got = BUF_INIT;
	struct codebook *cb;
	struct err e = ERR_INIT;

	d.lang = lang;
	ck_assert_int_eq(codebook_parse("uji", text, strlen(text), &cb, &d, &e), RC_INPUT);
	vec_each (const struct diag, g, &d.list)
		buf_printf(&got, "%s %s|%s\n", g->id, g->text, g->hint != NULL ? g->hint : "");
	buf_printf(&got, "%s\n", e.msg);
	ck_assert_str_eq(got.data, expected);
	diag_print(&d.list.items[0], 0, &got);
	ck_assert_ptr_nonnull(strstr(
		got.data, lang != NULL && strcmp(lang, "id") == 0 ? "kesalahan[E0" : "error[E0"));
	diags_release(&d);
	buf_release(&got);
}

#define BAD "codebook t\nwords @mutu { baik }\ncode A { rule r { when @muttu } }\n"

START_TEST(the_list_of_flaws_chooses_the_language)
{
	static const char english_words[] =
		"E009 unknown word list '@muttu'|did you mean '@mutu'?\n"
		"the codebook 'uji' has 1 error\n";

	check(BAD, NULL, english_words);
	check(BAD, "en", english_words);
	check(BAD, "id",
		"E009 daftar kata '@muttu' tidak dikenal|maksud Anda '@mutu'?\n"
		"buku kode 'uji' memiliki 1 kesalahan\n");
}
END_TEST

START_TEST(pieces_are_in_the_language_and_arguments_in_its_order)
{
	check("codebook t code A { rule r { weight 0,7 when a } }", "id",
		"E011 untuk bobot diperlukan angka, bukan '0,7'|tulis 0.7\n"
		"buku kode 'uji' memiliki 1 kesalahan\n");
	check("codebook t code A { rule r { when a", "id",
		"E002 blok aturan tidak ditutup|tanda kurung penutupnya tidak ada\n"
		"buku kode 'uji' memiliki 1 kesalahan\n");
	check("codebook t code A { rule r { when a near x } when b }", "id",
		"E011 jarak belum ditulis sebelum 'x'|tulis bilangan bulat dari 1 sampai 999\n"
		"E013 'when' bukan bagian kode|tempatnya di dalam aturan\n"
		"buku kode 'uji' memiliki 2 kesalahan\n");
}
END_TEST

UNIT_MAIN("codebooks messages", no_text_is_empty, keys_say_what_they_are,
	every_warning_can_be_silenced, both_texts_have_the_same_arguments,
	indonesian_texts_keep_to_their_words, the_list_of_flaws_chooses_the_language,
	pieces_are_in_the_language_and_arguments_in_its_order)
