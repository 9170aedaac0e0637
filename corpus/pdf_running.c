/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/pdf_running.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "corpus/pdf_rows.h"
#include "corpus/turns_label.h"

#define EDGE 3	     /* lines at each edge that are looked at */
#define SAME_PLACE 6 /* points */
#define NAMED_MAX 3
#define SHOWN_MAX 60 /* bytes */

/* A line at the edge of a page. */
struct edge {
	uint32_t key, key_len;	 /* its text in `keys`, every number as '#' */
	uint32_t text, text_len; /* and as it stands there */
	uint32_t first, n;	 /* its words in `words` */
	uint32_t page, place; /* place: 0 to EDGE - 1 from the top, EDGE and up from the bottom */
	float y;
	int64_t counts; /* its first number, less the page's; INT64_MIN = no number */
	bool apart;	/* white space parts it from the text */
	bool labelled;	/* begins with what may be a speaker */
	bool is_number; /* a page number and nothing else */
	bool runs;	/* it is to be dropped */
};

struct running {
	struct pdf_words *w;
	struct buf keys;
	VEC(uint32_t) words;
	VEC(struct edge) edges;
	size_t pages; /* with text */
};

/* "Halaman 3 dari 12" -> "Halaman # dari #"; the first number. */
static int64_t make_key(const char *p, size_t len, struct buf *out)
{
	int64_t first = INT64_MIN;

	for (size_t i = 0; i < len; i++) {
		int64_t n = 0;

		if (!ascii_digit(p[i])) {
			buf_addc(out, p[i]);
			continue;
		}
		for (; i < len && ascii_digit(p[i]); i++)
			n = n < 1000000 ? n * 10 + (p[i] - '0') : n;
		i--;
		buf_addc(out, '#');
		if (first == INT64_MIN)
			first = n;
	}
	return first;
}

/* Keys that hold nothing but a page number, in lower case. */
static bool is_number_key(const char *p, size_t len)
{
	static const char *const words[] = { "page", "of", "halaman", "hal.", "hal", "hlm.", "hlm",
		"dari", "p.", "pg.", "-", "/", "|", "#", "#/#", "-#-", "\xe2\x80\x93",
		"\xe2\x80\x94", "(#)", "[#]", "#." };
	struct buf folded = BUF_INIT;
	bool only = true, number = false;

	utf8_fold(p, len, &folded);
	for (size_t i = 0; i < folded.len && only;) {
		size_t n = strcspn(folded.data + i, " ");

		only = n == 0;
		for (size_t k = 0; k < sizeof words / sizeof *words && !only; k++)
			only = strlen(words[k]) == n && memcmp(words[k], folded.data + i, n) == 0;
		number |= memchr(folded.data + i, '#', n) != NULL;
		i += n + 1;
	}
	buf_release(&folded);
	return only && number;
}

static bool has_label(const char *p, size_t len)
{
	struct label_seen seen;

	return label_parse(p, len, &seen) && seen.form == LABEL_COLON &&
	       label_is_name(p + seen.name, seen.name_end - seen.name);
}

static void add_edge(struct running *r, const struct pdf_rows *rows, size_t i, uint32_t page,
	uint32_t place, bool apart)
{
	const struct pdf_row *row = &rows->rows.items[i];
	struct edge edge = { .page = page, .place = place, .apart = apart, .y = row->y1 };
	int64_t number;

	edge.first = (uint32_t)r->words.n;
	edge.n = row->n;
	for (uint32_t k = 0; k < row->n; k++)
		vec_push(&r->words, rows->order.items[row->first + k]);
	edge.text = (uint32_t)r->keys.len;
	pdf_rows_text(r->w, rows, row, &r->keys);
	edge.text_len = (uint32_t)r->keys.len - edge.text;
	edge.key = (uint32_t)r->keys.len;
	buf_reserve(&r->keys, edge.text_len + 1);
	number = make_key(r->keys.data + edge.text, edge.text_len, &r->keys);
	edge.key_len = (uint32_t)r->keys.len - edge.key;
	edge.labelled = has_label(r->keys.data + edge.text, edge.text_len);
	edge.is_number = is_number_key(r->keys.data + edge.key, edge.key_len);
	edge.counts = number != INT64_MIN ? number - (int64_t)page : INT64_MIN;
	vec_push(&r->edges, edge);
}

static int by_float(const void *a, const void *b)
{
	const float *p = a, *q = b;

	return *p < *q ? -1 : *p > *q;
}

/* The distance of most rows of the page. */
static float pitch_of(const struct pdf_rows *rows)
{
	VEC(float) gaps = VEC_INIT;
	float pitch = 0;

	for (size_t i = 1; i < rows->rows.n; i++)
		vec_push(&gaps, rows->rows.items[i].y1 - rows->rows.items[i - 1].y1);
	vec_sort(&gaps, by_float);
	if (gaps.n > 0)
		pitch = gaps.items[gaps.n / 2];
	vec_release(&gaps);
	return pitch;
}

/* Is there white space below row i or one of the next at the edge?  step: 1 from the top. */
static bool stands_apart(const struct pdf_rows *rows, size_t i, size_t place, int step, float pitch)
{
	for (; place < EDGE; place++, i = (size_t)((int64_t)i + step)) {
		size_t inner = (size_t)((int64_t)i + step);
		float gap;

		if (inner >= rows->rows.n)
			return true;
		gap = (rows->rows.items[inner].y1 - rows->rows.items[i].y1) * (float)step;
		if (gap > pitch * 1.25F)
			return true;
	}
	return false;
}

static void take_page(struct running *r, uint32_t page, struct pdf_rows *rows)
{
	float pitch;
	size_t n, top;

	pdf_rows_of(r->w, &r->w->pages.items[page], NULL, NULL, rows);
	n = rows->rows.n;
	pitch = pitch_of(rows);
	r->pages += n > 0;
	top = (n + 1) / 2 < EDGE ? (n + 1) / 2 : EDGE;
	for (size_t i = 0; i < top; i++)
		add_edge(r, rows, i, page, (uint32_t)i, stands_apart(rows, i, i, 1, pitch));
	for (size_t i = 0; i < EDGE && i < n - top; i++)
		add_edge(r, rows, n - 1 - i, page, (uint32_t)(EDGE + i),
			stands_apart(rows, n - 1 - i, i, -1, pitch));
}

/* ---- which of them run ---- */

/* qsort() has no argument: the key stands in front of what is sorted. */
struct sorted {
	const char *key;
	struct edge *edge;
};

static int by_key(const void *a, const void *b)
{
	const struct sorted *p = a, *q = b;
	size_t n = p->edge->key_len < q->edge->key_len ? p->edge->key_len : q->edge->key_len;
	int order = memcmp(p->key, q->key, n);

	if (order != 0)
		return order;
	if (p->edge->key_len != q->edge->key_len)
		return p->edge->key_len < q->edge->key_len ? -1 : 1;
	if (p->edge->y != q->edge->y)
		return p->edge->y < q->edge->y ? -1 : 1;
	return p->edge->page < q->edge->page ? -1 : p->edge->page > q->edge->page;
}

static bool same_group(const struct sorted *p, const struct sorted *q)
{
	return p->edge->key_len == q->edge->key_len &&
	       memcmp(p->key, q->key, p->edge->key_len) == 0 &&
	       q->edge->y - p->edge->y < SAME_PLACE;
}

/* Page numbers count up with the pages. */
static size_t counting(const struct sorted *group, size_t n)
{
	size_t best = 0;

	for (size_t i = 0; i < n && i < 64; i++) {
		size_t same = 0;

		for (size_t k = 0; k < n; k++)
			same += group[k].edge->counts == group[i].edge->counts;
		best = same > best ? same : best;
	}
	return best;
}

/* A group of lines with one key at one place.  Few of them might be speech by chance: then white
 * space must part them from the text, and no speaker stand in front. */
static void judge(const struct running *r, struct sorted *group, size_t n)
{
	bool number = group[0].edge->is_number;
	size_t pages = number ? counting(group, n) : n, apart = 0;
	bool most = r->pages > 1 && pages >= 2 && pages * 3 >= r->pages &&
		    (pages >= 3 || pages * 2 >= r->pages);

	for (size_t i = 0; i < n; i++)
		apart += group[i].edge->apart;
	if (!number && !(pages >= 3 && pages * 3 >= r->pages * 2))
		most = most && apart * 2 >= n && !group[0].edge->labelled;
	for (size_t i = 0; i < n; i++) {
		struct edge *e = group[i].edge;

		e->runs = most || (number && r->pages == 1 && e->apart && e->counts == 1);
	}
}

static void judge_all(struct running *r)
{
	VEC(struct sorted) list = VEC_INIT;
	size_t start = 0;

	vec_each (struct edge, e, &r->edges)
		vec_push(&list, ((struct sorted){ r->keys.data + e->key, e }));
	vec_sort(&list, by_key);
	for (size_t i = 1; i <= list.n; i++)
		if (i == list.n || !same_group(&list.items[i - 1], &list.items[i])) {
			judge(r, list.items + start, i - start);
			start = i;
		}
	vec_release(&list);
}

/* What was named so far. */
struct names {
	const struct edge *edges[NAMED_MAX];
	size_t n;
};

static bool same_name(const struct running *r, const struct edge *a, const struct edge *b)
{
	if (a->is_number || b->is_number)
		return a->is_number == b->is_number;
	return a->key_len == b->key_len &&
	       memcmp(r->keys.data + a->key, r->keys.data + b->key, a->key_len) == 0;
}

static void name_edge(
	const struct running *r, const struct edge *e, struct names *names, struct buf *out)
{
	const char *text = r->keys.data + e->text;

	for (size_t i = 0; i < names->n; i++)
		if (same_name(r, names->edges[i], e))
			return;
	if (names->n == NAMED_MAX)
		return;
	names->edges[names->n++] = e;
	buf_adds(out, out->len > 0 ? ", " : "");
	if (e->is_number)
		buf_adds(out, "page numbers");
	else
		buf_printf(out, "'%.*s%s'", (int)utf8_cut(text, e->text_len, SHOWN_MAX), text,
			e->text_len > SHOWN_MAX ? " \xe2\x80\xa6" : "");
}

/* From the edge inwards, as far as every line runs; edges are in that order. */
static size_t drop(struct running *r, struct buf *named)
{
	struct names names = { .n = 0 };
	size_t dropped = 0;
	bool all = true;

	vec_each (struct edge, e, &r->edges) {
		if (e->place % EDGE == 0)
			all = true;
		all = all && e->runs;
		if (!all)
			continue;
		for (uint32_t i = 0; i < e->n; i++)
			r->w->words.items[r->words.items[e->first + i]].dropped = true;
		name_edge(r, e, &names, named);
		dropped++;
	}
	return dropped;
}

size_t pdf_running_drop(struct pdf_words *w, struct buf *named)
{
	struct running r = { .w = w, .keys = BUF_INIT };
	struct pdf_rows rows = PDF_ROWS_INIT;
	size_t dropped;

	for (uint32_t i = 0; i < w->pages.n; i++)
		take_page(&r, i, &rows);
	judge_all(&r);
	dropped = drop(&r, named);
	pdf_rows_release(&rows);
	vec_release(&r.edges);
	vec_release(&r.words);
	buf_release(&r.keys);
	return dropped;
}
