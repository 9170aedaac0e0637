/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <string.h>

#include "corpus/tokens.h"

/* The folded forms of all words, parted by '|'. */
static void words(const char *text, const char *expected)
{
	struct tokens t = { text, strlen(text), 0 };
	struct buf out = BUF_INIT;
	size_t start, end, last = 0, n = 0;

	while (tokens_next(&t, &start, &end)) {
		ck_assert_uint_ge(start, last);
		ck_assert_uint_gt(end, start);
		if (n++ > 0)
			buf_adds(&out, "|");
		token_form(text + start, end - start, true, &out);
		last = end;
	}
	ck_assert_str_eq(out.data, expected);
	ck_assert_uint_eq(tokens_count(text, strlen(text)), n);
	buf_release(&out);
}

START_TEST(words_are_those_of_the_codebook_language)
{
	words("terus-menerus, Jum'at; Covid-19 dan P3KE, 3T",
		"terus-menerus|jum'at|covid-19|dan|p3ke|3t");
	words("134,249 jiwa, 2.5 persen.", "134,249|jiwa|2.5|persen");
	words("Rp40.000.000,00 No.24", "rp40.000.000,00|no|24");
	words("klaim JKm/JK cair", "klaim|jkm|jk|cair");
	words("nonaktif dan non-aktif", "nonaktif|dan|non-aktif");
	words("keseluruhan3 kader-kader MoU-nya", "keseluruhan3|kader-kader|mou-nya");
	words("kerja_sama a/b desa.id x@y", "kerja|sama|a|b|desa|id|x|y");
}
END_TEST

START_TEST(marks_at_the_ends_are_no_part_of_a_word)
{
	words("'guru' -kader- ,5, .5. \u2019tis", "guru|kader|5|5|tis");
	words("kata--kata a'-b 1,,2 1.a", "kata|kata|a|b|1|2|1|a");
	words("- ' . , _", "");
	words("", "");
}
END_TEST

START_TEST(look_alike_marks_are_equal)
{
	words("Jum\u2019at Jum\u02bcat Jum'at", "jum'at|jum'at|jum'at");
	words("kader\u2010kader kader\u2011kader", "kader-kader|kader-kader");
	words("satu\u2013dua", "satu|dua");
}
END_TEST

START_TEST(invisible_characters_are_skipped)
{
	words("pem\u00adberdayaan pem\u200bberdayaan pem\u200dberdayaan",
		"pemberdayaan|pemberdayaan|pemberdayaan");
	words("kader\u00ad-kader kata\u00ad kata", "kader-kader|kata|kata");
	words("\u00ad\u200b", "");
}
END_TEST

START_TEST(a_hyphen_at_a_line_end_joins)
{
	words("pem-\nberdayaan pem- \n  berdayaan", "pemberdayaan|pemberdayaan");
	words("peneliti-\n\nan", "penelitian");
	words("Covid-\n19", "covid-19");
	words("kata -\nkata kata- kata", "kata|kata|kata|kata");
	words("daftar-\n- satu", "daftar|satu");
}
END_TEST

START_TEST(letters_of_all_scripts_make_words)
{
	words("Caf\u00e9 \u00dcBER stra\u00dfe", "caf\u00e9|\u00fcber|strasse");
	words("\u0391\u03a3 \u0645\u0631\u062d\u0628\u0627",
		"\u03b1\u03c3|\u0645\u0631\u062d\u0628\u0627");
	words("q\u0323x", "q\u0323x");
	words("\U0001f44d\ufe0f bagus", "bagus");
	words("kerja\u00b2 a\u00a0b", "kerja|a|b");
}
END_TEST

static void form(const char *raw, bool fold, const char *expected)
{
	struct buf out = BUF_INIT;

	token_form(raw, strlen(raw), fold, &out);
	ck_assert_str_eq(out.data, expected);
	buf_release(&out);
}

START_TEST(case_stays_where_it_counts)
{
	form("MoU", false, "MoU");
	form("MoU", true, "mou");
	form("Jum\u2019At", false, "Jum'At");
	form("pem\u00adBer-\ndaya", false, "pemBerdaya");
	form("I\u0307", true, "i\u0307");
}
END_TEST

START_TEST(parts_are_what_stands_between_hyphens)
{
	const char *w = "non-aktif-nya";
	size_t pos = 0, start, end;

	ck_assert(token_part(w, strlen(w), &pos, &start, &end));
	ck_assert_uint_eq(end - start, 3);
	ck_assert(token_part(w, strlen(w), &pos, &start, &end));
	ck_assert_int_eq(memcmp(w + start, "aktif", 5), 0);
	ck_assert(token_part(w, strlen(w), &pos, &start, &end));
	ck_assert_uint_eq(end, strlen(w));
	ck_assert(!token_part(w, strlen(w), &pos, &start, &end));
}
END_TEST

START_TEST(long_runs_take_linear_time)
{
	static const char *const patterns[] = { "-", "a-", "\u00ad", "-\n", "a\u00ad\u00ad", "1.",
		"'" };

	for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
		struct buf text = BUF_INIT;

		while (text.len < 4 << 20)
			buf_adds(&text, patterns[i]);
		ck_assert_uint_le(tokens_count(text.data, text.len), text.len);
		buf_release(&text);
	}
}
END_TEST

UNIT_MAIN("tokens", words_are_those_of_the_codebook_language,
	marks_at_the_ends_are_no_part_of_a_word, look_alike_marks_are_equal,
	invisible_characters_are_skipped, a_hyphen_at_a_line_end_joins,
	letters_of_all_scripts_make_words, case_stays_where_it_counts,
	parts_are_what_stands_between_hyphens, long_runs_take_linear_time)
