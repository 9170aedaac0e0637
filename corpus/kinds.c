/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/kinds.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "corpus/wordlist.h"

#define HEADING_MAX 200 /* bytes; a longer line is a paragraph */
#define HEADING_WORDS 14

struct text {
	const char *p, *end;
};

static size_t length(struct text t)
{
	return (size_t)(t.end - t.p);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

static struct text trim(struct text t)
{
	while (t.p < t.end && is_blank(*t.p))
		t.p++;
	while (t.end > t.p && is_blank(t.end[-1]))
		t.end--;
	return t;
}

static bool is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

static struct text first_word(struct text t)
{
	const char *p = t.p;

	while (p < t.end && !is_blank(*p))
		p++;
	return (struct text){ t.p, p };
}

static struct text behind(struct text t, struct text word)
{
	return trim((struct text){ word.end, t.end });
}

static size_t count_words(struct text t)
{
	size_t n = 0;

	while (length(t) > 0) {
		t = behind(t, first_word(t));
		n++;
	}
	return n;
}

static bool starts_upper(struct text t)
{
	uint32_t cp;

	if (length(t) == 0)
		return false;
	utf8_next(t.p, t.end, &cp);
	return utf8_is_upper(cp);
}

static bool ends_like_sentence(struct text t)
{
	return length(t) > 0 && memchr(".,;:?!", t.end[-1], 6) != NULL;
}

/* All letters capitals, four at least, two of them neighbours. */
static bool is_capitals(struct text t)
{
	size_t upper = 0;
	uint32_t cp;

	if (length(t) > 1 && is_small(t.p[1])) /* nearly every line */
		return false;
	for (const char *p = t.p; p < t.end;) {
		p += utf8_next(p, t.end, &cp);
		if (utf8_is_lower(cp))
			return false;
		upper += utf8_is_upper(cp);
	}
	return upper >= 4;
}

static bool is_roman(struct text t)
{
	if (length(t) == 0 || length(t) > 6)
		return false;
	for (; t.p < t.end; t.p++)
		if (memchr("IVXLC", *t.p, 5) == NULL)
			return false;
	return true;
}

/* Digits with single stops inside; *stops: how many, one at the end counts. */
static bool is_number(struct text t, size_t *stops)
{
	*stops = 0;
	if (length(t) == 0 || !ascii_digit(*t.p) || length(t) > 12)
		return false;
	for (; t.p < t.end; t.p++) {
		if (*t.p == '.' && ascii_digit(t.p[-1]))
			++*stops;
		else if (!ascii_digit(*t.p))
			return false;
	}
	return true;
}

static bool is_hash_heading(struct text t)
{
	size_t n = 0;

	while (n < length(t) && t.p[n] == '#')
		n++;
	return n >= 1 && n <= 6 && n < length(t) && t.p[n] == ' ';
}

/* "BAB I", "BAB 2 TINJAUAN PUSTAKA", "Bab III Metode". */
static bool is_chapter(struct text t)
{
	struct text word, number, title;
	size_t stops;

	if (length(t) == 0 || *t.p != 'B')
		return false;
	word = first_word(t);
	number = first_word(behind(t, word));
	title = behind(t, number);
	if (length(word) != 3 || (memcmp(word.p, "BAB", 3) != 0 && memcmp(word.p, "Bab", 3) != 0))
		return false;
	if (length(number) > 0 && number.end[-1] == '.')
		number.end--;
	if (!is_roman(number) && !is_number(number, &stops))
		return false;
	return length(title) == 0 || starts_upper(title);
}

/* "Pasal 3", "Chapter 4" and nothing else. */
static bool is_article(struct text t)
{
	static const char *const words[] = { "chapter", "pasal" };
	struct text word = first_word(t), number = behind(t, word);
	size_t stops;

	return starts_upper(t) && wordlist_find(WORDLIST(words), word.p, length(word)) >= 0 &&
	       is_number(number, &stops) && stops == 0;
}

/* "1.1 Latar Belakang", "2.3.1. Data", "1. PENDAHULUAN", "II. METODE". */
static bool is_numbered(struct text t)
{
	struct text number = first_word(t), title = behind(t, number);
	size_t stops;

	if (length(number) == 0 || memchr("0123456789IVXLC", *number.p, 15) == NULL)
		return false;
	if (!starts_upper(title))
		return false;
	if (is_number(number, &stops))
		return (stops > 0 && number.end[-1] != '.') || stops > 1 || is_capitals(title);
	if (length(number) > 1 && number.end[-1] == '.')
		number.end--;
	return is_roman(number) && is_capitals(title);
}

static const char *const alone[] = {
	"abstract",
	"abstrak",
	"bibliography",
	"conclusion",
	"daftar isi",
	"daftar pustaka",
	"daftar rujukan",
	"discussion",
	"hasil",
	"hasil dan pembahasan",
	"introduction",
	"kata pengantar",
	"kesimpulan",
	"kesimpulan dan saran",
	"lampiran",
	"latar belakang",
	"metode",
	"metode penelitian",
	"pembahasan",
	"pendahuluan",
	"penutup",
	"references",
	"results",
	"rumusan masalah",
	"saran",
	"tinjauan pustaka",
};

static const char *const reference_titles[] = {
	"bibliography",
	"daftar bacaan",
	"daftar pustaka",
	"daftar referensi",
	"daftar rujukan",
	"literature cited",
	"pustaka",
	"reference list",
	"references",
	"referensi",
	"rujukan",
	"works cited",
};

static bool is_heading(struct text t)
{
	if (length(t) == 0 || length(t) > HEADING_MAX)
		return false;
	if (is_hash_heading(t))
		return true;
	if (wordlist_find(WORDLIST(alone), t.p, length(t)) >= 0)
		return true;
	if (ends_like_sentence(t))
		return false;
	return is_capitals(t) || ((is_chapter(t) || is_article(t) || is_numbered(t)) &&
					 count_words(t) <= HEADING_WORDS);
}

static const char *const captioned[] = {
	"bagan",
	"diagram",
	"fig.",
	"figure",
	"gambar",
	"grafik",
	"tabel",
	"table",
};

/* "Tabel 2. Jumlah ...", "Gambar 1 Alur Klaim"; "Tabel 2 menunjukkan ..." is a sentence. */
static bool is_caption(struct text t)
{
	struct text word = first_word(t), number, title;
	bool marked;
	size_t stops;

	if (length(t) > HEADING_MAX || memchr("BDFGTbdfgt", *t.p, 10) == NULL ||
		wordlist_find(WORDLIST(captioned), word.p, length(word)) < 0)
		return false;
	number = first_word(behind(t, word));
	title = behind(t, number);
	marked = length(number) > 1 && memchr(".:", number.end[-1], 2) != NULL;
	if (marked)
		number.end--;
	if (!is_number(number, &stops) && !is_roman(number))
		return false;
	if (length(title) == 0 || (marked && count_words(title) <= HEADING_WORDS))
		return true;
	return starts_upper(title) && !ends_like_sentence(title);
}

/* "Sumber: data diolah, 2021" below a table. */
static bool is_source_line(struct text t)
{
	return length(t) <= 120 && length(t) > 7 &&
	       (memcmp(t.p, "Sumber:", 7) == 0 || memcmp(t.p, "Source:", 7) == 0);
}

static bool is_footnote(struct text t)
{
	uint32_t cp;

	if (length(t) > 6 && memcmp(t.p, "<sup>", 5) == 0)
		return ascii_digit(t.p[5]);
	utf8_next(t.p, t.end, &cp);
	return cp == 0xb9 || cp == 0xb2 || cp == 0xb3 || (cp >= 0x2070 && cp <= 0x2079);
}

/* Three fields or more, parted by tabs. */
static bool has_columns(struct text t)
{
	size_t tabs = 0;

	t.p = memchr(t.p, '\t', length(t));
	for (; t.p != NULL && t.p < t.end; t.p++)
		tabs += *t.p == '\t' && t.p[-1] != '\t';
	return tabs >= 2;
}

/* Without the stars of Markdown around all of it: "**Tabel 1.1 Data peserta**". */
static struct text unstar(struct text t)
{
	while (length(t) > 2 && (*t.p == '*' || *t.p == '_') && t.end[-1] == *t.p) {
		t.p++;
		t.end--;
	}
	return trim(t);
}

enum para_kind kinds_of_line(const char *p, size_t len)
{
	struct text t = trim((struct text){ p, p + len });

	if (length(t) == 0 || memchr(t.p, '\n', length(t)) != NULL)
		return PARA_BODY;
	if (is_footnote(t))
		return PARA_FOOTNOTE;
	if ((*t.p == '|' && t.end[-1] == '|' && length(t) > 1) || has_columns(t))
		return PARA_TABLE;
	if (is_caption(unstar(t)) || is_source_line(unstar(t)))
		return PARA_CAPTION;
	if (length(t) > 2 && *t.p == '>' && t.p[1] == ' ')
		return PARA_QUOTE;
	return is_heading(t) ? PARA_HEADING : PARA_BODY;
}

/* A file all in capitals has no headings by capitals: then nothing is guessed. */
static bool is_shouted(const struct draft *draft)
{
	size_t capitals = 0;

	vec_each (struct draft_para, p, &draft->paras)
		capitals += is_capitals(
			(struct text){ draft->text.data + p->start, draft->text.data + p->end });
	return capitals > 3 && 2 * capitals > draft->paras.n;
}

void kinds_guess(struct draft *draft)
{
	bool shouted = is_shouted(draft);

	vec_each (struct draft_para, p, &draft->paras) {
		enum para_kind kind;

		if (p->kind != PARA_BODY || p->label != NULL)
			continue;
		kind = kinds_of_line(draft->text.data + p->start, p->end - p->start);
		if (kind != PARA_HEADING || !shouted)
			p->kind = kind;
	}
	kinds_series(draft);
}

void kinds_report(const struct document *doc, struct diags *d)
{
	static const char *const names[] = { [PARA_HEADING] = "headings",
		[PARA_TABLE] = "rows of tables",
		[PARA_CAPTION] = "captions",
		[PARA_FOOTNOTE] = "notes and margins",
		[PARA_REFERENCE] = "references",
		[PARA_QUOTE] = "quotations" };
	size_t found[PARA_QUOTE + 1] = { 0 };
	struct buf text = BUF_INIT;

	vec_each (const struct para, p, &doc->paras)
		found[p->kind]++;
	for (size_t i = PARA_HEADING; i <= PARA_QUOTE; i++)
		if (found[i] > 0)
			buf_printf(&text, "%s%s %zu", text.len > 0 ? ", " : "", names[i], found[i]);
	if (text.len > 0)
		diag_add(d, DIAG_REMARK, "R010", NULL, "found by their form: %s", text.data);
	buf_release(&text);
}

/* The title of a heading without '#', stars and numbers. */
static struct text bare_title(struct text t)
{
	t = trim(t);
	while (t.p < t.end && memchr("#*_ ", *t.p, 4) != NULL)
		t.p++;
	while (t.end > t.p && memchr("*_:. ", t.end[-1], 5) != NULL)
		t.end--;
	if (is_chapter(t))
		return behind(behind(t, first_word(t)), first_word(behind(t, first_word(t))));
	return is_numbered(t) ? behind(t, first_word(t)) : t;
}

void kinds_references(struct draft *draft)
{
	bool inside = false;

	vec_each (struct draft_para, p, &draft->paras) {
		struct text t = { draft->text.data + p->start, draft->text.data + p->end };

		if (p->kind == PARA_HEADING) {
			t = bare_title(t);
			inside = wordlist_find(WORDLIST(reference_titles), t.p, length(t)) >= 0;
		} else if (inside && p->kind == PARA_BODY && p->label == NULL) {
			p->kind = PARA_REFERENCE;
		}
	}
}
