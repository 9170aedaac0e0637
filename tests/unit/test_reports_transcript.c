/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document with its codes: rows and lanes, the three formats, and what stands in the margin. */
#include "reports/transcript.h"

#include <string.h>

#include "base/json.h"
#include "base/utf8.h"
#include "project/decide.h"
#include "reports/transcript_html.h"
#include "reports/transcript_rows.h"
#include "store/codebooks.h"
#include "tests/unit/one_interview.h"

static const char text[] =
	"Peneliti: Bagaimana iurannya?\n"
	"Bu Imas: Saya bayar tiap bulan, walau kadang terlambat — musim paceklik.\n"
	"\n"
	"Anak saya yang mengantar.\n"
	"Peneliti: Rutin?\n"
	"Bu Imas: Rutin, Bu.\n";

/* Codes from the first of one word to the end of another by hand. */
static void code(struct scratch *k, const char *from, const char *to, const char *key)
{
	struct code_choice choice = { .key = key, .label = key };
	const char *a = strstr(text, from), *b = strstr(a, to);
	struct span span = { (uint32_t)(a - text), (uint32_t)(b - text) + (uint32_t)strlen(to) };
	char id[9];

	if (store_code_find(k->s, key, &choice.id, &k->e) != RC_OK)
		choice.id = 0;
	ck_assert_msg(
		decide_code(k->s, &k->who, k->document, span, &choice, NULL, id, &k->e) == RC_OK,
		"%s", k->e.msg);
}

static struct transcript *load(struct scratch *k, struct transcript_options o)
{
	struct transcript *t;

	o.lang = "en";
	ck_assert_msg(transcript_load(k->s, k->document, &o, &t, &k->e) == RC_OK, "%s", k->e.msg);
	return t;
}

START_TEST(times_have_hours_only_where_needed)
{
	struct buf b = BUF_INIT;

	transcript_time(0, &b);
	buf_addc(&b, ' ');
	transcript_time(3599999, &b);
	buf_addc(&b, ' ');
	transcript_time(3600000, &b);
	ck_assert_str_eq(b.data, "00:00 59:59 1:00:00");
	buf_release(&b);
}
END_TEST

START_TEST(lines_have_their_text_without_labels)
{
	struct scratch k = open_scratch(text, "Wawancara <satu>");
	struct transcript *t = load(&k, (struct transcript_options){ .no_codes = true });
	const struct transcript_para *p;
	struct span s = transcript_line(t, 1, &p);

	ck_assert_uint_eq(t->last, 6);
	ck_assert_int_eq(strncmp(t->text + s.start, "Bagaimana iurannya?", s.end - s.start), 0);
	ck_assert_ptr_nonnull(p);
	ck_assert(p->begins_turn);
	ck_assert_str_eq(t->speakers.items[p->speaker].shown, "Peneliti");
	s = transcript_line(t, 3, &p);
	ck_assert_uint_eq(s.start, s.end);
	ck_assert_ptr_null(p);
	s = transcript_line(t, 4, &p);
	ck_assert_int_eq(strncmp(t->text + s.start, "Anak", 4), 0);
	ck_assert(!p->begins_turn);
	transcript_free(t);
	close_scratch(&k);
}
END_TEST

START_TEST(lines_asked_for_are_all_that_is_kept)
{
	struct scratch k = open_scratch(text, "Wawancara <satu>");
	struct transcript *t;

	code(&k, "Bagaimana", "iurannya", "IURAN");
	code(&k, "Rutin, Bu", "Bu", "RUTIN");
	t = load(&k, (struct transcript_options){ .first = 5, .last = 99 });
	ck_assert_uint_eq(t->first, 5);
	ck_assert_uint_eq(t->last, 6);
	ck_assert_uint_eq(t->paras.n, 2);
	ck_assert_uint_eq(t->marks.n, 1);
	ck_assert_uint_eq(t->codes.n, 1);
	ck_assert_str_eq(t->codes.items[0].full, "project.RUTIN");
	transcript_free(t);
	ck_assert_int_eq(
		transcript_load(k.s, k.document,
			&(struct transcript_options){ .lang = "en", .first = 7 }, &t, &k.e),
		RC_NOTFOUND);
	ck_assert_ptr_null(t);
	close_scratch(&k);
}
END_TEST

START_TEST(rows_hold_the_whole_text_and_marks_get_lanes)
{
	struct scratch k = open_scratch(text, "Wawancara <satu>");
	struct transcript *t;
	struct text_layout l;

	code(&k, "Bagaimana", "terlambat", "A");
	code(&k, "Saya bayar", "mengantar", "B");
	code(&k, "bayar", "bayar", "C");
	t = load(&k, (struct transcript_options){ 0 });
	text_layout_init(&l, t, 20);
	for (size_t i = 0; i < l.rows.n; i++) {
		const struct text_row *row = &l.rows.items[i];

		ck_assert_uint_le(utf8_cells(t->text + row->start, row->end - row->start), 20 + 1);
		if (!row->first)
			ck_assert_uint_eq(row->start, l.rows.items[i - 1].end);
	}
	ck_assert_uint_eq(l.marks.n, 3);
	ck_assert_uint_eq(l.lanes, 2);
	ck_assert_uint_eq(l.marks.items[0].first, 0);
	ck_assert_uint_ne(l.marks.items[0].lane, l.marks.items[1].lane);
	ck_assert_uint_gt(l.marks.items[1].last, l.marks.items[0].last);
	ck_assert_uint_eq(l.marks.items[2].lane, NO_LANE);
	ck_assert_uint_eq(l.marks.items[2].first, l.marks.items[2].last);
	text_layout_release(&l);
	transcript_free(t);
	close_scratch(&k);
}
END_TEST

static struct buf as_text(const struct transcript *t, int width)
{
	struct transcript_page p = { width, false, "en" };
	struct buf out = BUF_INIT;

	transcript_text(t, &p, &out);
	return out;
}

START_TEST(no_row_is_wider_than_the_terminal)
{
	struct scratch k = open_scratch(text, "Wawancara <satu>");
	struct transcript *t;

	code(&k, "Bagaimana", "terlambat", "KODE-YANG-PANJANG-SEKALI");
	code(&k, "Saya bayar", "mengantar", "B");
	code(&k, "bayar", "bayar", "C");
	t = load(&k, (struct transcript_options){ 0 });
	for (int width = 64; width <= 140; width += 3) {
		struct buf out = as_text(t, width);
		const char *p = strstr(out.data, "\n\n");

		for (; *p != '\0' && strncmp(p, "Codes", 5) != 0;) {
			size_t len = strcspn(p, "\n");

			ck_assert_msg(utf8_cells(p, len) <= (size_t)width, "%d: %.*s", width,
				(int)len, p);
			p += len + 1;
		}
		buf_release(&out);
	}
	transcript_free(t);
	close_scratch(&k);
}
END_TEST

START_TEST(margin_shows_where_codings_begin_and_end)
{
	struct scratch k = open_scratch(text, "Wawancara <satu>");
	struct transcript *t;
	struct buf out;

	code(&k, "Bagaimana", "bulan", "A");
	code(&k, "Anak", "Anak", "B");
	t = load(&k, (struct transcript_options){ 0 });
	out = as_text(t, 60);
	ck_assert_ptr_nonnull(strstr(out.data, "\xe2\x94\x8c A\n"));
	ck_assert_ptr_nonnull(strstr(out.data, "\xe2\x94\x94\n"));
	ck_assert_ptr_nonnull(strstr(out.data, "[B]\n"));
	ck_assert_ptr_null(strstr(out.data, "?)"));
	buf_release(&out);
	out = as_text(t, 0);
	ck_assert_ptr_nonnull(strstr(out.data, "\xe2\x94\x8c"
					       "A 10-60\n"));
	ck_assert_ptr_nonnull(strstr(out.data, "\xe2\x94\x94"
					       "A 10-60\n"));
	ck_assert_ptr_nonnull(strstr(out.data, "[B 104-108]\n"));
	buf_release(&out);
	transcript_free(t);
	close_scratch(&k);
}
END_TEST

START_TEST(json_has_places_in_code_points)
{
	struct scratch k = open_scratch(text, "Wawancara <satu>");
	struct transcript *t;
	struct buf out = BUF_INIT;
	struct jsonv *root;
	const struct jsonv *coding, *coders;
	double start, end;

	code(&k, "musim", "paceklik", "A"); /* behind a dash of three bytes */
	t = load(&k, (struct transcript_options){ 0 });
	transcript_json(t, &out);
	ck_assert_int_eq(json_parse(out.data, out.len, &root, &k.e), RC_OK);
	coding = json_at(json_get(root, "codings"), 0);
	ck_assert_str_eq(json_text(json_get(coding, "text")), "musim paceklik");
	ck_assert_str_eq(json_text(json_get(coding, "state")), "confirmed");
	ck_assert(json_number(json_get(coding, "start"), &start));
	ck_assert(json_number(json_get(coding, "end"), &end));
	ck_assert_int_eq((int)(end - start), 14);
	ck_assert_int_eq((int)start, (int)utf8_count(text, (size_t)(strstr(text, "musim") - text)));
	coders = json_get(coding, "coders");
	ck_assert_uint_eq(json_len(coders), 1);
	ck_assert_str_eq(json_text(json_at(coders, 0)), "Penguji");
	ck_assert_uint_eq(json_len(json_get(root, "paragraphs")), 5);
	json_free(root);
	buf_release(&out);
	transcript_free(t);
	close_scratch(&k);
}
END_TEST

START_TEST(html_marks_the_words_and_escapes_them)
{
	struct scratch k = open_scratch(text, "Wawancara <satu>");
	struct transcript *t;
	struct buf out = BUF_INIT;

	code(&k, "bayar", "bulan", "A");
	code(&k, "tiap", "kadang", "B");
	t = load(&k, (struct transcript_options){ 0 });
	transcript_html(t, "en", &out);
	ck_assert_ptr_nonnull(strstr(out.data, "<title>Wawancara &lt;satu&gt;</title>"));
	/* bayar | tiap bulan | , walau kadang: both begin, both end */
	ck_assert_ptr_nonnull(strstr(out.data, "title=\"A\">bayar </mark>"));
	ck_assert_ptr_nonnull(strstr(out.data, "title=\"A, B\">tiap bulan</mark>"));
	ck_assert_ptr_nonnull(strstr(out.data, "title=\"B\">, walau kadang</mark>"));
	ck_assert_ptr_null(strstr(out.data, "class=\"maybe"));
	buf_release(&out);
	transcript_free(t);
	close_scratch(&k);
}
END_TEST

START_TEST(codings_of_one_code_on_a_row_are_one_stripe)
{
	struct scratch k = open_scratch(text, "Wawancara <satu>");
	struct page_rows rows = VEC_INIT;
	struct stripes stripes = VEC_INIT;
	struct transcript *t;
	uint32_t lanes;

	code(&k, "Saya", "Saya", "A");
	code(&k, "bulan", "bulan", "A");
	code(&k, "Rutin, Bu", "Rutin", "A");
	code(&k, "kadang", "mengantar", "B");
	t = load(&k, (struct transcript_options){ 0 });
	page_rows_fill(t, &rows);
	stripes_fill(t, &rows, &stripes, &lanes);
	ck_assert_uint_eq(rows.n, 5); /* the empty line has none */
	ck_assert_uint_eq(stripes.n, 3);
	ck_assert_uint_eq(lanes, 2);
	ck_assert_uint_eq(stripes.items[1].first, 1);
	ck_assert_uint_eq(stripes.items[1].last, 2);
	ck_assert_uint_eq(stripes.items[2].first, 4);
	ck_assert_uint_eq(stripes.items[2].lane, 0); /* free again */
	vec_release(&rows);
	vec_release(&stripes);
	transcript_free(t);
	close_scratch(&k);
}
END_TEST

UNIT_MAIN("transcript", times_have_hours_only_where_needed, lines_have_their_text_without_labels,
	lines_asked_for_are_all_that_is_kept, rows_hold_the_whole_text_and_marks_get_lanes,
	no_row_is_wider_than_the_terminal, margin_shows_where_codings_begin_and_end,
	json_has_places_in_code_points, html_marks_the_words_and_escapes_them,
	codings_of_one_code_on_a_row_are_one_stripe)
