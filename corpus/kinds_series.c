/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Kinds that no paragraph shows alone, but a series of them does: page numbers with the running
 * heads beside them, and headings by letters ("A. Latar Belakang" ... "B. Rumusan Masalah").
 */
#include <string.h>

#include "corpus/kinds.h"
#include "corpus/wordlist.h"

#define PAGES_MAX 100000
#define DIGITS_MAX 4
#define HEAD_MAX 90 /* bytes of a running head or a lettered heading */
#define TITLE_WORDS 10

struct line {
	const char *p, *end;
};

static struct line line_of(const struct draft *draft, size_t i)
{
	const struct draft_para *p = &draft->paras.items[i];

	return (struct line){ draft->text.data + p->start, draft->text.data + p->end };
}

static size_t length(struct line a)
{
	return (size_t)(a.end - a.p);
}

static struct line trim(struct line a, const char *around)
{
	while (a.p < a.end && strchr(around, *a.p) != NULL)
		a.p++;
	while (a.end > a.p && strchr(around, a.end[-1]) != NULL)
		a.end--;
	return a;
}

/* ---- page numbers ---- */

/* "12", "- 12 -", "Halaman 12"; 0 = no page number. */
static unsigned page_of(struct line a)
{
	static const char *const words[] = { "hal", "hal.", "halaman", "hlm", "hlm.", "page" };
	const char *blank;
	unsigned n = 0;

	a = trim(a, " \t-|[]");
	blank = memchr(a.p, ' ', length(a));
	if (blank != NULL && wordlist_find(WORDLIST(words), a.p, (size_t)(blank - a.p)) >= 0)
		a.p = blank + 1;
	if (length(a) == 0 || length(a) > DIGITS_MAX)
		return 0;
	for (; a.p < a.end; a.p++) {
		if (*a.p < '0' || *a.p > '9')
			return 0;
		n = n * 10 + (unsigned)(*a.p - '0');
	}
	return n;
}

VEC_TYPE(page_list, size_t);

/* The paragraphs that hold nothing but a number, if each number is one more than the last and text
 * stands between them; else none. */
static void find_pages(const struct draft *draft, struct page_list *pages)
{
	unsigned last = 0;

	for (size_t i = 0; i < draft->paras.n && pages->n < PAGES_MAX; i++) {
		const struct draft_para *p = &draft->paras.items[i];
		unsigned n = p->label == NULL ? page_of(line_of(draft, i)) : 0;

		if (n == 0)
			continue;
		if (pages->n > 0 && (n != last + 1 || *vec_last(pages) + 1 == i)) {
			vec_reset(pages);
			return;
		}
		last = n;
		vec_push(pages, i);
	}
	if (pages->n < 2)
		vec_reset(pages);
}

/* A heading that the form of the line tells (BAB II) may head a page too. */
static bool may_be_margin(const struct draft_para *p)
{
	return (p->kind == PARA_BODY || p->kind == PARA_HEADING) && p->label == NULL;
}

/* Text that stands above (STEP -1) or below (1) two page numbers at least, half of all, is a
 * running head. */
static void mark_heads(struct draft *draft, const struct page_list *pages, int step)
{
	struct line head = { NULL, NULL };
	size_t same = 0;

	for (size_t pass = 0; pass < 2; pass++)
		vec_each (const size_t, at, pages) {
			size_t i = *at + (size_t)step;
			struct line a;

			if (i >= draft->paras.n || !may_be_margin(&draft->paras.items[i]))
				continue;
			a = line_of(draft, i);
			if (length(a) > HEAD_MAX || memchr(a.p, ':', length(a)) != NULL)
				continue;
			if (pass == 0 && same == 0)
				head = a;
			if (head.p == NULL || length(a) != length(head) ||
				memcmp(a.p, head.p, length(a)) != 0)
				continue;
			if (pass == 0)
				same++;
			else if (same >= 2 && same * 2 >= pages->n)
				draft->paras.items[i].kind = PARA_FOOTNOTE;
		}
}

/* ---- headings by letters ---- */

/* "A. Latar Belakang": its letter, else 0. */
static char letter_of(struct line a)
{
	size_t words = 0;

	a = trim(a, " \t*_");
	if (length(a) < 6 || length(a) > HEAD_MAX || *a.p < 'A' || *a.p > 'Z' || a.p[1] != '.' ||
		a.p[2] != ' ' || a.p[3] < 'A' || a.p[3] > 'Z' ||
		strchr(".,;:?!", a.end[-1]) != NULL || memchr(a.p, '\n', length(a)) != NULL)
		return 0;
	for (const char *p = a.p; p < a.end; p++)
		words += *p == ' ';
	return words <= TITLE_WORDS ? *a.p : 0;
}

/* A, B, C ..., each with other text behind it. */
static void mark_letters(struct draft *draft)
{
	size_t first = SIZE_MAX, last = SIZE_MAX;

	for (size_t i = 0; i < draft->paras.n; i++) {
		struct draft_para *p = &draft->paras.items[i];
		char c =
			p->kind == PARA_BODY && p->label == NULL ? letter_of(line_of(draft, i)) : 0;
		bool next = last != SIZE_MAX && c != 0 && last + 1 < i &&
			    c == letter_of(line_of(draft, last)) + 1;

		if (c == 0)
			continue;
		if (next && first != SIZE_MAX)
			draft->paras.items[first].kind = PARA_HEADING;
		if (next)
			p->kind = PARA_HEADING;
		first = c == 'A' ? i : SIZE_MAX;
		last = c == 'A' || next ? i : SIZE_MAX;
	}
}

void kinds_series(struct draft *draft)
{
	struct page_list pages = VEC_INIT;

	find_pages(draft, &pages);
	mark_heads(draft, &pages, -1);
	mark_heads(draft, &pages, 1);
	vec_each (const size_t, at, &pages)
		draft->paras.items[*at].kind = PARA_FOOTNOTE;
	mark_letters(draft);
	vec_release(&pages);
}
