/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <string.h>

#include "base/utf8.h"
#include "output/redact.h"

static const struct redact_rule rules[] = {
	{ .find = "Siti Aminah", .replace = "I1" },
	{ .find = "Siti", .replace = "I1" },
	{ .find = "Sari", .replace = "I2" },
	{ .find = "Bu Sari", .replace = "I2" },
	{ .find = "Joko", .replace = "Mawar" },
	{ .find = "S. Wahyu", .replace = "[I4]" },
	{ .find = "Nur'aini", .replace = "I5" },
	{ .find = "Indah", .replace = "I6", .proper = true },
	{ .find = "budi pekerti", .replace = "", .keep = true },
	{ .find = "Budi", .replace = "I7" },
	{ .find = "Ani", .replace = "I8" },
	{ .find = "Berta", .replace = "I9" },
	{ .find = "Jos\xc3\xa9", .replace = "P1" },
	{ .find = "Sari Wulandari", .replace = "I2" },
	{ .find = "Pak Joko", .replace = "Mawar" },
	{ .find = "Joko Susilo Adi", .replace = "Melati" },
};
#define RULES (sizeof rules / sizeof *rules)

static void check_kind(enum redact_kind kind, const char *in, const char *expected)
{
	struct redactor *r = redactor_new(rules, RULES);
	struct buf out = BUF_INIT;

	redact(r, kind, in, strlen(in), &out, NULL);
	ck_assert_str_eq(out.data, expected);
	buf_release(&out);
	redactor_free(r);
}

static void check(const char *in, const char *expected)
{
	check_kind(REDACT_TEXT, in, expected);
}

START_TEST(whole_words_in_any_case_are_replaced)
{
	check("Kata Sari, SARI dan sari.", "Kata I2, I2 dan I2.");
	check("Sarita, Nasari dan sarian tidak", "Sarita, Nasari dan sarian tidak");
	check("", "");
	check("...", "...");
	check("JOS\xc3\x89 dan Jose\xcc\x81", "P1 dan P1");
}
END_TEST

START_TEST(longest_name_wins_and_stays_replaced)
{
	check("Siti Aminah dan Siti Rahma", "I1 dan I1 Rahma");
	check("Bu Sari", "I2");
	check("bu  sari, Ibu Sari", "I2, Ibu I2");
}
END_TEST

START_TEST(names_that_overlap_leave_no_half)
{
	check("Bu Sari Wulandari ada", "I2 ada");
	check("BU SARI\nWULANDARI ada", "I2\n ada");
	check("Pak Joko Susilo Adi dan Pak Joko Susilo", "Melati dan Mawar Susilo");
	check_kind(REDACT_NAME, "wawancaraBu_Sari-Wulandari.txt", "wawancaraBu_I2.txt");
	check("PakJokoSusiloAdi", "Melati");
}
END_TEST

START_TEST(an_ordinary_word_said_twice_is_no_name)
{
	check("Indah-indah ya, Indah-nya, Indah-Indah", "Indah-indah ya, I6-nya, I6-I6");
	check("Indah-indahnya", "Indah-indahnya");
	check("Sari-sari", "I2-I2");
}
END_TEST

START_TEST(several_words_may_have_any_white_space_between)
{
	check("siti\taminah", "I1");
	check("Siti\xc2\xa0"
	      "Aminah",
		"I1");
	check("kata Siti\nAminah tadi", "kata I1\n tadi");
	check("Siti\n\nAminah", "I1\n\n");
	check("Siti\n\n\nAminah", "I1\n\n\nAminah");
	check("Siti. Aminah", "I1. Aminah");
}
END_TEST

START_TEST(names_in_file_names_are_found)
{
	check("01-siti_aminah.txt", "01-I1.txt");
	check("Siti-Aminah.docx", "I1.docx");
	check("WawancaraSitiAminah02.docx", "WawancaraI1-02.docx");
	check("sitiaminah", "I1");
	check("Siti01", "I1-01");
	check("01Siti", "01I1");
}
END_TEST

START_TEST(clitics_stay)
{
	check("Sarinya, sari-nya, Sariku, Sarilah, Sarikah, Saripun, Sarinyalah",
		"I2-nya, I2-nya, I2-ku, I2-lah, I2-kah, I2-pun, I2-nyalah");
	check("Jokonya Joko's", "Mawarnya Mawar's");
	check("Siti Aminahnya", "I1-nya");
	check("S. Wahyunya", "[I4]-nya");
	check("Sari's", "I2's");
	check("Saris", "Saris");
}
END_TEST

START_TEST(words_that_only_look_like_a_clitic_stay)
{
	check("saya bertanya kepada Bertanya", "saya bertanya kepada Bertanya");
	check("Berta bertanya", "I9 bertanya");
	check("Anilah", "I8-lah");
}
END_TEST

START_TEST(punctuation_inside_a_name_is_compared)
{
	check("S. Wahyu S.Wahyu s . wahyu S Wahyu", "[I4] [I4] [I4] S Wahyu");
	check("Nur\xe2\x80\x99"
	      "aini dan nur`aini",
		"I5 dan I5");
	check("Nur aini", "Nur aini");
}
END_TEST

START_TEST(proper_names_need_a_capital_in_running_text)
{
	check("Indah bilang indah, INDAH", "I6 bilang indah, I6");
	check_kind(REDACT_NAME, "wawancara-indah.txt", "wawancara-I6.txt");
}
END_TEST

START_TEST(kept_phrases_stay)
{
	check("budi pekerti Budi", "budi pekerti I7");
}
END_TEST

START_TEST(hidden_characters_do_not_hide_a_name)
{
	check("Sa\xc2\xadri S\xe2\x80\x8b"
	      "ari",
		"I2 I2");
	check("kata Sa-\nri", "kata I2\n");
	check("Sari\xe2\x80\x8bnya", "I2-nya");
}
END_TEST

START_TEST(without_rules_the_text_stays)
{
	struct redactor *r = redactor_new(NULL, 0);
	struct buf out = BUF_INIT;

	redact(r, REDACT_TEXT, "Sari", 4, &out, NULL);
	redact(NULL, REDACT_TEXT, "Sari", 4, &out, NULL);
	ck_assert_str_eq(out.data, "SariSari");
	buf_release(&out);
	redactor_free(r);
	redactor_free(NULL);
}
END_TEST

START_TEST(map_fits_at_all_borders)
{
	const char *in = "Kata Siti Aminah: baik."; /* "Kata I1: baik." */
	struct redactor *r = redactor_new(rules, RULES);
	struct redact_map m = { VEC_INIT, VEC_INIT };
	struct buf out = BUF_INIT;

	redact(r, REDACT_TEXT, in, strlen(in), &out, &m);
	ck_assert_str_eq(out.data, "Kata I1: baik.");
	ck_assert_uint_eq(m.cuts.n, 1);
	ck_assert_uint_eq(redact_start(&m, 0), 0);
	ck_assert_uint_eq(redact_start(&m, 4), 4);
	ck_assert_uint_eq(redact_start(&m, 5), 5);
	ck_assert_uint_eq(redact_end(&m, 5), 5);
	for (uint32_t at = 6; at < 16; at++) { /* inside the name */
		ck_assert_uint_eq(redact_start(&m, at), 5);
		ck_assert_uint_eq(redact_end(&m, at), 7);
	}
	ck_assert_uint_eq(redact_start(&m, 16), 7);
	ck_assert_uint_eq(redact_end(&m, 16), 7);
	ck_assert_uint_eq(redact_start(&m, 18), 9);
	ck_assert_uint_eq(redact_end(&m, (uint32_t)strlen(in)), out.len);
	ck_assert_uint_eq(redact_stored_start(&m, 5), 5);
	ck_assert_uint_eq(redact_stored_end(&m, 5), 5);
	ck_assert_uint_eq(redact_stored_start(&m, 6), 5);
	ck_assert_uint_eq(redact_stored_end(&m, 6), 16);
	ck_assert_uint_eq(redact_stored_start(&m, 7), 16);
	ck_assert_uint_eq(redact_stored_end(&m, 7), 16);
	ck_assert_uint_eq(redact_stored_end(&m, (uint32_t)out.len), strlen(in));
	redact_map_release(&m);
	buf_release(&out);
	redactor_free(r);
}
END_TEST

/* ---- any text -------------------------------------------------------------------------------- */

static uint32_t chance(uint32_t *seed, uint32_t n)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 8) % n;
}

static void any_text(uint32_t *seed, struct buf *out)
{
	static const char *const parts[] = { "Siti", "Aminah", "sari", "SARI", "Bu", "Joko", "nya",
		"lah", "S", "Wahyu", "Nur", "aini", "Indah", "budi", "pekerti", " ", " ", " ", "\n",
		"-", "_", ".", ", ", "'", "\xe2\x80\x99", "01", "\xc2\xad", "\xe2\x80\x8b",
		"Jos\xc3\xa9", "\xcc\x81", "ani", "\xe6\xb8\xac", "x", ": " };

	buf_reset(out);
	for (uint32_t i = 0, n = chance(seed, 24); i < n; i++)
		buf_adds(out, parts[chance(seed, sizeof parts / sizeof *parts)]);
}

static void check_monotone(const struct buf *in, const struct buf *out, const struct redact_map *m)
{
	uint32_t before_start = 0, before_end = 0;

	for (uint32_t at = 0; at <= in->len; at++) {
		uint32_t start = redact_start(m, at), end = redact_end(m, at);

		ck_assert_uint_ge(start, before_start);
		ck_assert_uint_ge(end, before_end);
		ck_assert_uint_le(start, out->len);
		ck_assert_uint_le(end, out->len);
		before_start = start;
		before_end = end;
		ck_assert_uint_le(redact_stored_start(m, start), at); /* never less than asked */
		ck_assert_uint_ge(redact_stored_end(m, end), at);
	}
}

/* What no cut covers is the same in both texts, and the cuts are in order. */
static void check_rest(const struct buf *in, const struct buf *out, const struct redact_map *m)
{
	uint32_t from = 0, to = 0;

	for (size_t i = 0; i <= m->cuts.n; i++) {
		const struct redact_cut *c = i < m->cuts.n ? &m->cuts.items[i] : NULL;
		uint32_t from_end = c != NULL ? c->from : (uint32_t)in->len;
		uint32_t to_end = c != NULL ? c->to : (uint32_t)out->len;

		ck_assert_uint_ge(from_end, from);
		ck_assert_uint_eq(from_end - from, to_end - to);
		ck_assert_int_eq(memcmp(in->data + from, out->data + to, from_end - from), 0);
		if (c != NULL) {
			from = c->from_end;
			to = c->to_end;
		}
	}
}

static size_t lines_of(const struct buf *b)
{
	size_t n = 0;

	for (size_t i = 0; i < b->len; i++)
		n += b->data[i] == '\n';
	return n;
}

START_TEST(any_text_keeps_its_order_and_holds_no_name)
{
	struct redactor *r = redactor_new(rules, RULES);
	struct buf in = BUF_INIT, out = BUF_INIT, again = BUF_INIT;
	uint32_t seed = 7;

	for (int round = 0; round < 5000; round++) {
		struct redact_map m = { VEC_INIT, VEC_INIT }, none = { VEC_INIT, VEC_INIT };

		any_text(&seed, &in);
		buf_reset(&out);
		buf_reset(&again);
		redact(r, REDACT_TEXT, in.data, in.len, &out, &m);
		ck_assert(utf8_valid(out.data, out.len, NULL));
		ck_assert_uint_eq(lines_of(&in), lines_of(&out));
		check_monotone(&in, &out, &m);
		check_rest(&in, &out, &m);
		redact(r, REDACT_TEXT, out.data, out.len, &again, &none);
		ck_assert_msg(
			none.cuts.n == 0, "'%s' gives '%s', which holds a name", in.data, out.data);
		redact_map_release(&m);
		redact_map_release(&none);
	}
	buf_release(&in);
	buf_release(&out);
	buf_release(&again);
	redactor_free(r);
}
END_TEST

START_TEST(a_thousand_names_over_megabytes_are_fast)
{
	struct redact_rule many[1000];
	char *names[1000];
	struct redactor *r;
	struct buf in = BUF_INIT, out = BUF_INIT;
	uint32_t seed = 3;

	for (int i = 0; i < 1000; i++) {
		names[i] = mem_printf("Siti Nama%dx", i);
		many[i] = (struct redact_rule){ .find = names[i], .replace = "I1" };
	}
	r = redactor_new(many, 1000);
	while (in.len < 4u << 20)
		buf_printf(&in, chance(&seed, 50) == 0 ? "Siti Nama%ux, " : "kata%u dan ",
			chance(&seed, 2000));
	redact(r, REDACT_TEXT, in.data, in.len, &out, NULL); /* the time limit of a test is 60 s */
	ck_assert_ptr_nonnull(strstr(out.data, "I1, "));
	buf_reset(&in);
	buf_reset(&out);
	for (int i = 0; i < 100000; i++) /* one word of half a megabyte */
		buf_adds(&in, "Siti1");
	redact(r, REDACT_TEXT, in.data, in.len, &out, NULL);
	ck_assert_uint_eq(out.len, in.len);
	for (int i = 0; i < 1000; i++)
		free(names[i]);
	buf_release(&in);
	buf_release(&out);
	redactor_free(r);
}
END_TEST

UNIT_MAIN("redact", whole_words_in_any_case_are_replaced, longest_name_wins_and_stays_replaced,
	names_that_overlap_leave_no_half, an_ordinary_word_said_twice_is_no_name,
	several_words_may_have_any_white_space_between, names_in_file_names_are_found, clitics_stay,
	words_that_only_look_like_a_clitic_stay, punctuation_inside_a_name_is_compared,
	proper_names_need_a_capital_in_running_text, kept_phrases_stay,
	hidden_characters_do_not_hide_a_name, without_rules_the_text_stays, map_fits_at_all_borders,
	any_text_keeps_its_order_and_holds_no_name, a_thousand_names_over_megabytes_are_fast)
