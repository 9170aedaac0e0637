/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The diff that carries codings into a corrected text: single cases by hand, and thousands of
 * random edits against rules that must always hold. */
#include "corpus/kept.h"

#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "tests/unit/unit.h"

struct pair {
	struct buf old, now;
	struct kept_list list;
};

static void diff(struct pair *p)
{
	kept_by_diff(p->old.data, p->old.len, p->now.data, p->now.len, &p->list);
}

static void pair_release(struct pair *p)
{
	buf_release(&p->old);
	buf_release(&p->now);
	vec_release(&p->list);
}

/* What the header promises of every list. */
static void check_list(const struct pair *p)
{
	bool *used = mem_zalloc(p->now.len + 1, 1);
	uint32_t from = 0, to = 0;

	vec_each (struct kept, k, &p->list) {
		ck_assert_uint_gt(k->len, 0);
		ck_assert_uint_ge(k->from, from);
		ck_assert_uint_le((size_t)k->from + k->len, p->old.len);
		ck_assert_uint_le((size_t)k->to + k->len, p->now.len);
		ck_assert_mem_eq(p->old.data + k->from, p->now.data + k->to, k->len);
		from = k->from + k->len;
		for (uint32_t i = 0; i < k->len; i++) {
			ck_assert(!used[k->to + i]);
			used[k->to + i] = true;
		}
		if (!k->moved) {
			ck_assert_uint_ge(k->to, to);
			to = k->to + k->len;
		}
	}
	free(used);
}

/* Where the words QUOTE of the old text are in the new one. */
static struct kept_where where(const char *old, const char *now, const char *quote, char *words)
{
	struct pair p = { BUF_INIT, BUF_INIT, VEC_INIT };
	const char *at = strstr(old, quote);
	struct kept_where w;

	buf_adds(&p.old, old);
	buf_adds(&p.now, now);
	diff(&p);
	check_list(&p);
	ck_assert_ptr_nonnull(at);
	w = kept_place(&p.list, p.old.data, p.now.data, p.now.len,
		(struct span){ (uint32_t)(at - old), (uint32_t)(at - old + (long)strlen(quote)) });
	memcpy(words, p.now.data + w.to.start, w.to.end - w.to.start);
	words[w.to.end - w.to.start] = '\0';
	pair_release(&p);
	return w;
}

#define OLD                                                                                        \
	"P: Bagaimana pembagian beras tahun ini?\n"                                                \
	"N: Kami tidak pernah diajak rapat oleh kepala desa. Daftar itu datang begitu saja.\n"     \
	"P: Lalu siapa yang memutuskan?\n"                                                         \
	"N: Perangkat desa memutuskan sendiri, warga hanya menerima hasilnya.\n"
#define CODED "Kami tidak pernah diajak rapat oleh kepala desa."

static const struct {
	const char *what, *now, *quote, *words;
	enum kept_fate fate;
} cases[] = {
	{ "same text", OLD, CODED, CODED, KEPT_EXACT },
	{ "a turn in front",
		"P: Selamat pagi.\n"
		"N: Pagi.\n" OLD,
		CODED, CODED, KEPT_EXACT },
	{ "a line broken elsewhere",
		"P: Bagaimana pembagian beras tahun ini?\n"
		"N: Kami tidak pernah diajak\nrapat oleh kepala desa. Daftar itu datang.\n",
		CODED, "Kami tidak pernah diajak\nrapat oleh kepala desa.", KEPT_EXACT },
	{ "the first word corrected",
		"P: Bagaimana pembagian beras tahun ini?\n"
		"N: Kita tidak pernah diajak rapat oleh kepala desa. Daftar itu datang begitu "
		"saja.\n",
		CODED, "Kita tidak pernah diajak rapat oleh kepala desa.", KEPT_CHANGED },
	{ "the last word corrected",
		"P: Bagaimana pembagian beras tahun ini?\n"
		"N: Kami tidak pernah diajak rapat oleh kepala dusun. Daftar itu datang begitu "
		"saja.\n",
		CODED, "Kami tidak pernah diajak rapat oleh kepala dusun.", KEPT_CHANGED },
	{ "the last words of a phrase corrected", OLD, "hanya menerima", "hanya menerima",
		KEPT_EXACT },
	{ "a word inside corrected",
		"P: Bagaimana pembagian beras tahun ini?\n"
		"N: Kami tidak pernah diundang rapat oleh kepala desa. Daftar itu datang begitu "
		"saja.\n",
		CODED, "Kami tidak pernah diundang rapat oleh kepala desa.", KEPT_CHANGED },
	{ "words inserted inside",
		"P: Bagaimana pembagian beras tahun ini?\n"
		"N: Kami tidak pernah, sejak dulu, diajak rapat oleh kepala desa. Daftar itu "
		"datang begitu saja.\n",
		CODED, "Kami tidak pernah, sejak dulu, diajak rapat oleh kepala desa.",
		KEPT_CHANGED },
	{ "the begin cut off",
		"P: Bagaimana pembagian beras tahun ini?\n"
		"N: Diajak rapat oleh kepala desa. Daftar itu datang begitu saja.\n",
		CODED, "Diajak rapat oleh kepala desa.", KEPT_CHANGED },
	{ "the end cut off and the next sentence too",
		"P: Bagaimana pembagian beras tahun ini?\n"
		"N: Kami tidak pernah diajak rapat\n"
		"P: Lalu siapa yang memutuskan?\n",
		CODED, "Kami tidak pernah diajak rapat", KEPT_CHANGED },
	{ "the turn deleted",
		"P: Bagaimana pembagian beras tahun ini?\n"
		"P: Lalu siapa yang memutuskan?\n"
		"N: Perangkat desa memutuskan sendiri, warga hanya menerima hasilnya.\n",
		CODED, "", KEPT_LOST },
	{ "another text", "Sama sekali lain isinya dan tentang hal lain.\n", CODED, "", KEPT_LOST },
	{ "the turn moved to the end",
		"P: Bagaimana pembagian beras tahun ini?\n"
		"P: Lalu siapa yang memutuskan?\n"
		"N: Perangkat desa memutuskan sendiri, warga hanya menerima hasilnya.\n"
		"N: Kami tidak pernah diajak rapat oleh kepala desa. Daftar itu datang begitu "
		"saja.\n",
		"warga hanya menerima hasilnya", "warga hanya menerima hasilnya", KEPT_EXACT },
	{ "the turn moved and corrected",
		"N: Perangkat desa memutuskan sendiri, warga hanya menerima hasilnya.\n"
		"P: Bagaimana pembagian beras tahun ini? Mohon dijelaskan kepada kami, Bapak.\n"
		"P: Lalu siapa yang memutuskan? Mohon dijelaskan juga, Bapak, kalau boleh.\n"
		"N: Kami tidak pernah diajak rapat oleh bapak kepala desa. Daftar itu datang "
		"begitu "
		"saja.\n",
		"Perangkat desa memutuskan sendiri", "Perangkat desa memutuskan sendiri",
		KEPT_MOVED },
	{ "a short line moved behind another label",
		"P: Lalu siapa yang memutuskan?\n"
		"N: Perangkat desa memutuskan sendiri, warga hanya menerima hasilnya.\n"
		"N: Bagaimana pembagian beras tahun ini?\n"
		"P: Kami tidak pernah diajak rapat oleh kepala desa. Daftar itu datang begitu "
		"saja.\n",
		"pembagian beras tahun ini?", "pembagian beras tahun ini?", KEPT_MOVED },
	{ "the turn doubled", OLD OLD, CODED, CODED, KEPT_EXACT },
};

START_TEST(places_a_coding_after_each_kind_of_correction)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char words[4096];
		struct kept_where w = where(OLD, cases[i].now, cases[i].quote, words);

		ck_assert_msg(w.fate == cases[i].fate && strcmp(words, cases[i].words) == 0,
			"%s: fate %d, words '%s'", cases[i].what, (int)w.fate, words);
	}
}
END_TEST

START_TEST(a_passage_grows_by_a_new_sentence_but_not_by_a_corrected_word)
{
	char words[4096];

	ck_assert(!where(OLD,
		"P: Bagaimana pembagian beras tahun ini?\nN: Kami tidak pernah diajak rapat oleh "
		"kepala desa. Daftar ini datang begitu saja.\n",
		"Kami tidak pernah diajak rapat oleh kepala desa. Daftar itu datang begitu saja.",
		words)
			   .grown);
	ck_assert(where(OLD,
		"P: Bagaimana pembagian beras tahun ini?\nN: Kami tidak pernah diajak rapat oleh "
		"kepala desa. Itu tidak adil bagi kami. Daftar itu datang begitu saja.\n",
		"Kami tidak pernah diajak rapat oleh kepala desa. Daftar itu datang begitu saja.",
		words)
			  .grown);
}
END_TEST

START_TEST(cutting_says_exactly_what_is_left)
{
	const struct kept_cut cuts[] = { { 0, 2, 0 }, { 4, 6, 3 }, { 9, 10, 0 } };
	struct kept_list list = VEC_INIT;

	kept_by_cutting(10, cuts, 3, &list);
	ck_assert_uint_eq(list.n, 2);
	ck_assert_uint_eq(list.items[0].from, 2);
	ck_assert_uint_eq(list.items[0].to, 0);
	ck_assert_uint_eq(list.items[0].len, 2);
	ck_assert_uint_eq(list.items[1].from, 6);
	ck_assert_uint_eq(list.items[1].to, 5);
	ck_assert_uint_eq(list.items[1].len, 3);
	vec_release(&list);
	kept_by_cutting(10, NULL, 0, &list);
	ck_assert_uint_eq(list.n, 1);
	ck_assert_uint_eq(list.items[0].len, 10);
	vec_release(&list);
}
END_TEST

/* --- random texts --- */

static uint32_t seed;

static uint32_t dice(uint32_t sides)
{
	seed = seed * 1664525u + 1013904223u;
	return (uint32_t)((uint64_t)(seed >> 8) * sides >> 24);
}

#define PARAS 12
/* A text as paragraphs of words, so that it can be edited. */
struct draft_text {
	struct {
		char word[24][16];
		unsigned n;
	} para[2 * PARAS];
	unsigned n;
};

static void new_word(char *out, uint32_t common)
{
	if (dice(3) == 0)
		snprintf(out, 16, "%s",
			(const char *const[]){ "yang", "dan", "itu", "di" }[dice(4)]);
	else
		snprintf(out, 16, "k%u%s", dice(common), dice(9) == 0 ? "," : "");
}

static void new_para(struct draft_text *t, unsigned at, uint32_t common)
{
	t->para[at].n = 1 + dice(20);
	for (unsigned i = 0; i < t->para[at].n; i++)
		new_word(t->para[at].word[i], common);
}

static void write_text(const struct draft_text *t, struct buf *out)
{
	for (unsigned i = 0; i < t->n; i++) {
		for (unsigned k = 0; k < t->para[i].n; k++)
			buf_printf(out, "%s%s", k > 0 ? " " : "", t->para[i].word[k]);
		buf_adds(out, ".\n");
	}
}

static void edit(struct draft_text *t, uint32_t common)
{
	unsigned at = dice(t->n), other = dice(t->n), w = dice(t->para[at].n);
	struct draft_text copy = *t;

	switch (dice(7)) {
	case 0: /* a word changes */
		new_word(t->para[at].word[w], common);
		break;
	case 1: /* a word goes */
		if (t->para[at].n > 1)
			memmove(t->para[at].word[w], t->para[at].word[w + 1],
				(--t->para[at].n - w) * sizeof *t->para[at].word);
		break;
	case 2: /* a word comes */
		if (t->para[at].n < 24) {
			memmove(t->para[at].word[w + 1], t->para[at].word[w],
				(t->para[at].n++ - w) * sizeof *t->para[at].word);
			new_word(t->para[at].word[w], common);
		}
		break;
	case 3: /* a paragraph goes */
		if (t->n > 1)
			memmove(&t->para[at], &t->para[at + 1], (--t->n - at) * sizeof *t->para);
		break;
	case 4: /* a paragraph comes, or comes twice */
		if (t->n < 2 * PARAS) {
			memmove(&t->para[at + 1], &t->para[at], (t->n++ - at) * sizeof *t->para);
			if (dice(2) == 0)
				new_para(t, at, common);
		}
		break;
	default: /* two paragraphs change places */
		t->para[at] = copy.para[other];
		t->para[other] = copy.para[at];
	}
}

static void random_pair(struct pair *p)
{
	struct draft_text *t = mem_zalloc(1, sizeof *t);
	uint32_t common = dice(2) == 0 ? 12 : 4000; /* words that repeat, or hardly */

	t->n = 1 + dice(PARAS);
	for (unsigned i = 0; i < t->n; i++)
		new_para(t, i, common);
	write_text(t, &p->old);
	for (unsigned edits = dice(8); edits > 0; edits--)
		edit(t, common);
	write_text(t, &p->now);
	free(t);
}

/* The same without white space. */
static bool same_words(const char *a, size_t alen, const char *b, size_t blen)
{
	size_t i = 0, j = 0;

	for (;;) {
		while (i < alen && (a[i] == ' ' || a[i] == '\n'))
			i++;
		while (j < blen && (b[j] == ' ' || b[j] == '\n'))
			j++;
		if (i == alen || j == blen)
			return i == alen && j == blen;
		if (a[i++] != b[j++])
			return false;
	}
}

static void check_span(const struct pair *p, struct span span)
{
	struct kept_where w = kept_place(&p->list, p->old.data, p->now.data, p->now.len, span);
	bool same;

	if (w.fate == KEPT_LOST) {
		ck_assert_uint_eq(w.to.end, 0);
		return;
	}
	ck_assert_uint_lt(w.to.start, w.to.end);
	ck_assert_uint_le(w.to.end, p->now.len);
	same = same_words(p->old.data + span.start, span.end - span.start, p->now.data + w.to.start,
		w.to.end - w.to.start);
	ck_assert_int_eq(same, w.fate == KEPT_EXACT || w.fate == KEPT_MOVED);
}

START_TEST(random_edits_never_break_a_promise)
{
	for (uint32_t round = 0; round < 6000; round++) {
		struct pair p = { BUF_INIT, BUF_INIT, VEC_INIT };

		seed = 77 + round;
		random_pair(&p);
		diff(&p);
		check_list(&p);
		for (unsigned i = 0; i < 20 && p.old.len > 0; i++) {
			struct span s;

			s.start = dice((uint32_t)p.old.len);
			s.end = s.start + 1 + dice((uint32_t)p.old.len - s.start);
			check_span(&p, s);
		}
		pair_release(&p);
	}
}
END_TEST

/* Edits elsewhere leave a passage of rare words exactly where it is. */
START_TEST(a_passage_that_no_edit_touched_is_exact)
{
	const char *coded = "alpha bravo charlie delta echo foxtrot golf hotel";

	for (uint32_t round = 0; round < 2000; round++) {
		struct pair p = { BUF_INIT, BUF_INIT, VEC_INIT };
		struct draft_text *t = mem_zalloc(1, sizeof *t);
		struct kept_where w;
		const char *at;

		seed = 4711 + round;
		t->n = 1;
		new_para(t, 0, 50);
		write_text(t, &p.old);
		buf_printf(&p.old, "%s.\n", coded);
		edit(t, 50);
		write_text(t, &p.now);
		buf_printf(&p.now, "%s.\n", coded);
		t->n = 1;
		new_para(t, 0, 50);
		write_text(t, &p.old);
		edit(t, 50);
		write_text(t, &p.now);
		diff(&p);
		at = strstr(p.old.data, coded);
		w = kept_place(&p.list, p.old.data, p.now.data, p.now.len,
			(struct span){ (uint32_t)(at - p.old.data),
				(uint32_t)(at - p.old.data + (long)strlen(coded)) });
		ck_assert_int_eq(w.fate, KEPT_EXACT);
		ck_assert_mem_eq(p.now.data + w.to.start, coded, strlen(coded));
		free(t);
		pair_release(&p);
	}
}
END_TEST

/* --- size --- */

static double seconds(void)
{
	return (double)clock() / CLOCKS_PER_SEC;
}

static void big_text(struct buf *out, size_t len, uint32_t common)
{
	while (out->len < len) {
		for (uint32_t n = 5 + dice(40); n > 0; n--)
			buf_printf(out, "k%u ", dice(common));
		buf_adds(out, "\n");
	}
}

START_TEST(megabytes_that_share_nothing_or_everything_take_seconds)
{
	static const uint32_t commons[] = { 2, 300, 100000 };

	for (size_t i = 0; i < 3; i++) {
		struct pair p = { BUF_INIT, BUF_INIT, VEC_INIT };
		double start = seconds();

		seed = 5;
		big_text(&p.old, 4 << 20, commons[i]);
		seed = 6;
		big_text(&p.now, 4 << 20, commons[i]);
		diff(&p);
		check_list(&p);
		ck_assert_double_lt(seconds() - start, 30);
		pair_release(&p);
	}
}
END_TEST

UNIT_MAIN("kept", places_a_coding_after_each_kind_of_correction,
	a_passage_grows_by_a_new_sentence_but_not_by_a_corrected_word,
	cutting_says_exactly_what_is_left, random_edits_never_break_a_promise,
	a_passage_that_no_edit_touched_is_exact,
	megabytes_that_share_nothing_or_everything_take_seconds)
