/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Root matching against tests/unit/data/roots.tsv (our own: a root, words that
 * are its forms, words that are not) and, where it is there, against the
 * annotated lists of data/morphology as their README says.
 */
#include "corpus/root_id.h"

#include <string.h>

#include "base/intern.h"
#include "base/vec.h"
#include "tests/unit/unit.h"

#define MAX_HITS 64

/* How WORD comes from the root of this number; -1 when it does not. */
static int how_in(const struct roots *r, uint32_t root, const char *word)
{
	struct root_hit hits[MAX_HITS];
	size_t n = roots_find(r, word, strlen(word), hits, MAX_HITS);

	for (size_t i = 0; i < n; i++)
		if (hits[i].root == root)
			return hits[i].how;
	return -1;
}

static int how_of(const char *root, const char *word)
{
	struct roots *r = roots_new();
	int how = how_in(r, roots_add(r, root, strlen(root)), word);

	roots_free(r);
	return how;
}

static bool is_formal(int how)
{
	return how >= 0 && !(how & ROOT_SPOKEN);
}

/* ---- lists ---- */

VEC_TYPE(lines, char *);

static void read_lines(const char *path, struct lines *out)
{
	FILE *f = fopen(path, "r");
	char line[4096];

	ck_assert_msg(f != NULL, "%s cannot be read", path);
	while (fgets(line, sizeof line, f) != NULL) {
		line[strcspn(line, "\r\n")] = '\0';
		if (line[0] != '\0' && line[0] != '#')
			vec_push(out, mem_strdup(line));
	}
	fclose(f);
}

static void release_lines(struct lines *l)
{
	vec_each (char *, s, l)
		free(*s);
	vec_release(l);
}

/* The next piece up to one of STOPS, ended; NULL when there is none. */
static char *next_piece(char **at, const char *stops)
{
	char *piece = *at + strspn(*at, stops);
	size_t len = strcspn(piece, stops);

	if (len == 0)
		return NULL;
	*at = piece + len + (piece[len] != '\0');
	piece[len] = '\0';
	return piece;
}

/* Pairs of a word and a root, as "word root". */
static void add_pair(struct intern *pairs, const char *word, const char *root)
{
	char *pair = mem_printf("%s %s", word, root);

	intern_add(pairs, pair, strlen(pair));
	free(pair);
}

static bool has_pair(const struct intern *pairs, const char *word, const char *root)
{
	char *pair = mem_printf("%s %s", word, root);
	bool found = intern_find(pairs, pair, strlen(pair)) != INTERN_NONE;

	free(pair);
	return found;
}

/* "root: form form": the roots go into the set, the pairs into PAIRS. */
static void read_gold(const char *path, struct roots *r, struct intern *pairs)
{
	struct lines lines = VEC_INIT;

	read_lines(path, &lines);
	vec_each (char *, line, &lines) {
		char *at = *line, *word;
		const char *root = next_piece(&at, ": ");

		roots_add(r, root, strlen(root));
		while ((word = next_piece(&at, " ")) != NULL)
			add_pair(pairs, word, root);
	}
	release_lines(&lines);
}

/* ---- our own list ---- */

static void check_words(const struct roots *r, uint32_t root, char *words, bool expected)
{
	char *word;

	while ((word = next_piece(&words, " ")) != NULL) {
		bool found = is_formal(how_in(r, root, word));

		ck_assert_msg(found == expected, "'%s' is %sa form of ~%s", word,
			expected ? "" : "not ", roots_text(r, root));
	}
}

START_TEST(finds_the_forms_of_our_list_and_no_others)
{
	struct roots *r = roots_new();
	struct lines lines = VEC_INIT;

	read_lines(unit_srcdir("tests/unit/data/roots.tsv"), &lines);
	ck_assert_uint_gt(lines.n, 200);
	vec_each (char *, line, &lines) {
		char *yes = strchr(*line, '\t'), *no;
		uint32_t root;

		ck_assert_ptr_nonnull(yes);
		no = strchr(yes + 1, '\t');
		ck_assert_ptr_nonnull(no);
		*yes = *no = '\0';
		root = roots_add(r, *line, strlen(*line));
		check_words(r, root, yes + 1, true);
		check_words(r, root, no + 1, false);
	}
	release_lines(&lines);
	roots_free(r);
}
END_TEST

/* ---- the annotated lists ---- */

struct score {
	unsigned right, wrong;
};

static void score_word(const struct roots *r, const char *word, const struct intern *gold,
	const struct intern *contested, struct score *s)
{
	struct root_hit hits[MAX_HITS];
	size_t n = roots_find(r, word, strlen(word), hits, MAX_HITS);

	for (size_t i = 0; i < n; i++) {
		const char *root = roots_text(r, hits[i].root);

		if (strcmp(word, root) == 0 || !is_formal(hits[i].how) ||
			has_pair(contested, word, root))
			continue;
		if (has_pair(gold, word, root)) {
			s->right++;
			continue;
		}
		s->wrong++;
		fprintf(stderr, "# wrong: %s is no form of ~%s\n", word, root);
	}
}

START_TEST(precision_and_recall_on_the_gold_list_are_high)
{
	const char *gold_path = unit_shared("data/morphology/roots-gold.txt");
	const char *types_path = unit_shared("data/morphology/types.txt");
	const char *contested_path = unit_shared("data/morphology/roots-contested.txt");
	struct intern gold = INTERN_INIT, contested = INTERN_INIT;
	struct lines types = VEC_INIT, pairs = VEC_INIT;
	struct roots *r;
	struct score s = { 0, 0 };

	if (gold_path == NULL || types_path == NULL || contested_path == NULL)
		return;
	r = roots_new();
	read_gold(gold_path, r, &gold);
	read_lines(types_path, &types);
	read_lines(contested_path, &pairs);
	vec_each (char *, pair, &pairs)
		intern_add(&contested, *pair, strlen(*pair));
	vec_each (char *, word, &types)
		score_word(r, *word, &gold, &contested, &s);
	fprintf(stderr, "# %u right, %u wrong, of %u\n", s.right, s.wrong, gold.n);
	ck_assert_double_ge(s.right / (double)(s.right + s.wrong), 0.99);
	ck_assert_double_ge(s.right / (double)gold.n, 0.99);
	release_lines(&types);
	release_lines(&pairs);
	intern_release(&gold);
	intern_release(&contested);
	roots_free(r);
}
END_TEST

START_TEST(finds_most_spoken_forms)
{
	const char *path = unit_shared("data/morphology/roots-spoken.txt");
	struct lines lines = VEC_INIT;
	unsigned found = 0, all = 0;

	if (path == NULL)
		return;
	read_lines(path, &lines);
	vec_each (char *, line, &lines) {
		char *at = *line, *word;
		const char *root = next_piece(&at, ": ");

		for (; (word = next_piece(&at, " ")) != NULL; all++)
			found += how_of(root, word) >= 0;
	}
	fprintf(stderr, "# %u of %u spoken forms\n", found, all);
	ck_assert_uint_ge(all, 68);
	ck_assert_uint_ge(found, 50);
	release_lines(&lines);
}
END_TEST

/* ---- how ---- */

START_TEST(says_how_a_word_comes_from_its_root)
{
	static const struct {
		const char *root, *word;
		int how;
	} cases[] = {
		{ "patuh", "patuh", ROOT_SELF },
		{ "patuh", "patuhnya", ROOT_SELF },
		{ "patuh", "patuhnyalah", ROOT_SELF },
		{ "patuh", "kepatuhan", ROOT_PLAIN },
		{ "patuh", "ketidakpatuhan", ROOT_NEGATES },
		{ "patuh", "ketidakpatuhannya", ROOT_NEGATES },
		{ "patuh", "ketidak-patuhan", ROOT_NEGATES },
		{ "pasti", "ketakpastian", ROOT_NEGATES },
		{ "takut", "ketakutan", ROOT_PLAIN },
		{ "kader", "kader-kader", ROOT_SELF },
		{ "mou", "mou-nya", ROOT_SELF },
		{ "fungsi", "fungsifungsi", ROOT_SELF },
		{ "bayar", "bayar-membayar", ROOT_SELF },
		{ "bayar", "bayarin", ROOT_SPOKEN },
		{ "bayar", "ngebayarinnya", ROOT_SPOKEN },
		{ "bayar", "kebayar", ROOT_SPOKEN },
		{ "bayar", "kebayaran", ROOT_PLAIN },
		{ "cari", "nyariin", ROOT_SPOKEN },
		{ "kopi", "ngopi", ROOT_SPOKEN },
		{ "rumah", "rumah2", ROOT_SELF | ROOT_SPOKEN },
		{ "tulis", "tulisan\xc2\xb2nya", ROOT_SPOKEN },
		{ "datang", "dateng", ROOT_SELF | ROOT_SPOKEN },
		{ "lihat", "liatin", ROOT_SPOKEN },
		{ "habis", "abisin", ROOT_SPOKEN },
		{ "kalau", "kalo", ROOT_SELF | ROOT_SPOKEN },
		{ "halaman", "pengalaman", -1 },
		{ "patuh", "patung", -1 },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		ck_assert_msg(how_of(cases[i].root, cases[i].word) == cases[i].how,
			"%s from %s: %d", cases[i].word, cases[i].root,
			how_of(cases[i].root, cases[i].word));
}
END_TEST

START_TEST(a_formal_reading_beats_a_spoken_one)
{
	/* sampein could be sampai + -in only; kelihatan is ke-...-an and colloquial alike */
	ck_assert_int_eq(how_of("lihat", "kelihatan"), ROOT_PLAIN);
	ck_assert_int_eq(how_of("sampai", "sampein"), ROOT_SPOKEN);
}
END_TEST

START_TEST(words_that_look_derived_can_be_roots)
{
	static const char *const words[] = { "tetapi", "adalah", "masalah", "kuasa", "sekolah",
		"terapi", "selain", "selaku", "berapa", "mengapa", "tersebut", "menurut", "melalui",
		"terhadap", "berikut", NULL };
	static const char *const pretended[] = { "tetap", "ada", "masa", "asa", "kolah", "api",
		"lain", "laku", "apa", "apa", "sebut", "turut", "lalu", "hadap", "ikut" };

	for (size_t i = 0; words[i] != NULL; i++) {
		ck_assert_msg(how_of(words[i], words[i]) == ROOT_SELF, "%s", words[i]);
		ck_assert_msg(
			how_of(pretended[i], words[i]) == -1, "%s < %s", words[i], pretended[i]);
	}
	ck_assert_int_eq(how_of("masalah", "bermasalah"), ROOT_PLAIN);
	ck_assert_int_eq(how_of("apa", "beberapa"), -1);
	ck_assert_int_eq(how_of("lalu", "dilalui"), ROOT_PLAIN);
	ck_assert_int_eq(how_of("ikut", "berikutnya"), -1);
}
END_TEST

/* ---- the set ---- */

START_TEST(what_a_root_finds_does_not_depend_on_the_others)
{
	struct roots *r = roots_new();
	uint32_t ring = roots_add(r, "ring", 4), angan = roots_add(r, "ringan", 6);
	uint32_t sama = roots_add(r, "sama", 4);
	struct root_hit hits[MAX_HITS];

	ck_assert_uint_eq(roots_add(r, "ring", 4), ring);
	ck_assert_uint_eq(roots_count(r), 3);
	ck_assert_int_eq(how_in(r, ring, "keringanan"), -1);
	ck_assert_int_eq(how_in(r, angan, "keringanan"), ROOT_PLAIN);
	ck_assert_uint_eq(roots_find(r, "kebersamaan-ringan", 18, hits, MAX_HITS), 2);
	ck_assert_uint_eq(hits[0].root, angan);
	ck_assert_uint_eq(hits[1].root, sama);
	ck_assert_uint_eq(roots_find(r, "kebersamaan-ringan", 18, hits, 1), 1);
	roots_free(r);
}
END_TEST

START_TEST(survives_odd_words)
{
	static const char *const words[] = { "", "-", "--", "-patuh-", "2", "patuh-2", "\xc3\xa9",
		"ke", "kean", "memper", "ketidak-", "patuh2", "222222" };
	char longest[300];
	struct roots *r = roots_new();
	uint32_t patuh = roots_add(r, "patuh", 5), big;
	struct root_hit hits[MAX_HITS];

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		roots_find(r, words[i], strlen(words[i]), hits, MAX_HITS);
	ck_assert_int_eq(how_in(r, patuh, "-patuh-"), ROOT_SELF);
	memset(longest, 'a', sizeof longest);
	longest[sizeof longest - 1] = '\0';
	ck_assert_uint_eq(roots_find(r, longest, strlen(longest), hits, MAX_HITS), 0);
	big = roots_add(r, longest, strlen(longest));
	ck_assert_int_eq(how_in(r, big, longest), ROOT_SELF);
	/* the word's length counts, not a terminator */
	ck_assert_uint_eq(roots_find(r, "kepatuhanku", 9, hits, MAX_HITS), 1);
	ck_assert_uint_eq(roots_find(r, "patuhan", 5, hits, MAX_HITS), 1);
	ck_assert_int_eq(hits[0].how, ROOT_SELF);
	roots_free(r);
}
END_TEST

/* ---- compounds ---- */

static int joined(const char *root, const char *left, const char *right)
{
	struct roots *r = roots_new();
	uint32_t number = roots_add(r, root, strlen(root));
	uint8_t how = 0xff;
	bool found = root_joined(r, number, left, strlen(left), right, strlen(right), &how);

	roots_free(r);
	return found ? how : -1;
}

START_TEST(two_neighbours_make_a_compound_at_its_border_only)
{
	ck_assert_int_eq(joined("kerja_sama", "kerja", "sama"), ROOT_SELF);
	ck_assert_int_eq(joined("kerja_sama", "kerja", "samanya"), ROOT_SELF);
	ck_assert_int_eq(joined("kerja_sama", "bekerja", "sama"), ROOT_PLAIN);
	ck_assert_int_eq(joined("kerja_sama", "mengerja", "samakan"), ROOT_PLAIN);
	ck_assert_int_eq(joined("kerja_sama", "kerja", "bersama"), -1);
	ck_assert_int_eq(joined("kerja_sama", "kerjas", "ama"), -1);
	ck_assert_int_eq(joined("kerjasama", "kerja", "sama"), -1);
	ck_assert_int_eq(joined("tanggung_jawab", "bertanggung", "jawab"), ROOT_PLAIN);
	ck_assert_int_eq(joined("tanggung_jawab", "pertanggung", "jawaban"), ROOT_PLAIN);
	ck_assert_int_eq(joined("tanggung_jawab", "tanggung", "menjawab"), -1);
	ck_assert_int_eq(joined("tanda_tangan", "menanda", "tangani"), ROOT_PLAIN);
}
END_TEST

START_TEST(a_compound_is_found_in_one_word_and_across_a_hyphen)
{
	ck_assert_int_eq(how_of("kerja_sama", "bekerjasama"), ROOT_PLAIN);
	ck_assert_int_eq(how_of("kerja_sama", "kerja-sama"), ROOT_SELF);
	ck_assert_int_eq(how_of("kerjasama", "kerja-sama"), -1);
	ck_assert_int_eq(how_of("kerja_sama", "kerja"), -1);
}
END_TEST

/* ---- exclusions and explanations ---- */

static bool clitic(const char *word, const char *plain)
{
	return root_clitic_form(word, strlen(word), plain, strlen(plain));
}

START_TEST(an_excluded_word_takes_clitics_and_nothing_else)
{
	ck_assert(clitic("penghasilan", "penghasilan"));
	ck_assert(clitic("penghasilannya", "penghasilan"));
	ck_assert(clitic("penghasilankupun", "penghasilan"));
	ck_assert(clitic("penghasilanmulah", "penghasilan"));
	ck_assert(!clitic("penghasilannyaku", "penghasilan"));
	ck_assert(!clitic("berpenghasilan", "penghasilan"));
	ck_assert(!clitic("penghasil", "penghasilan"));
	ck_assert(!clitic("hasilkan", "hasil"));
}
END_TEST

START_TEST(explains_the_derivation)
{
	static const struct {
		const char *root, *word, *text;
	} cases[] = {
		{ "patuh", "kepatuhan", "ke- + patuh + -an" },
		{ "timbang", "mempertimbangkannya", "meN- + per- + timbang + -kan + -nya" },
		{ "patuh", "ketidakpatuhan", "ketidak- + patuh + -an" },
		{ "tagih", "menagih", "meN- + tagih" },
		{ "tagih", "nagihin", "N- + tagih + -in" },
		{ "lihat", "liatin", "lihat (liat) + -in" },
		{ "rumah", "rumah2nya", "rumah + 2 + -nya" },
		{ "fungsi", "fungsifungsinya", "fungsi-fungsi + -nya" },
		{ "hati", "kehati-hatian", "hati + -an" },
		{ "buku", "bukunyalah", "buku + -nya + -lah" },
		{ "buku", "buku", "buku" },
		{ "kerja_sama", "bekerja-sama", "ber- + kerjasama" },
		{ "kerja_sama", "kerja-bersama", NULL },
		{ "patuh", "ketidak-patuhan", "ketidak- + patuh + -an" },
		{ "buku", "bukit", NULL },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf out = BUF_INIT;
		bool found = root_explain(cases[i].word, strlen(cases[i].word), cases[i].root,
			strlen(cases[i].root), &out);

		ck_assert_int_eq(found, cases[i].text != NULL);
		ck_assert_str_eq(out.data, found ? cases[i].text : "");
		buf_release(&out);
	}
}
END_TEST

UNIT_MAIN("root_id", finds_the_forms_of_our_list_and_no_others,
	precision_and_recall_on_the_gold_list_are_high, finds_most_spoken_forms,
	says_how_a_word_comes_from_its_root, a_formal_reading_beats_a_spoken_one,
	words_that_look_derived_can_be_roots, what_a_root_finds_does_not_depend_on_the_others,
	survives_odd_words, two_neighbours_make_a_compound_at_its_border_only,
	a_compound_is_found_in_one_word_and_across_a_hyphen,
	an_excluded_word_takes_clitics_and_nothing_else, explains_the_derivation)
