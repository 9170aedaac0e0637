/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/review_view.h"

#include "base/utf8.h"
#include "corpus_fixture.h"

#define TEXT                                                                                       \
	"Pewawancara: Bagaimana sosialisasinya?\n"                                                 \
	"Siti: Dulu pernah ada. Sosialisasinya belum optimal di dusun kami. Setelah itu sepi.\n"   \
	"Pewawancara: Lalu?\n"                                                                     \
	"Siti: Ya begitu saja.\n"
#define PASSAGE "Sosialisasinya belum optimal di dusun kami."

/* A passage of a small interview with n suggested codes. */
struct scene {
	struct fixture f;
	struct passage passage;
	struct code_names names;
	struct store_hit hit;
	struct span spans[2];
	struct review_view view;
	struct buf out;
};

static const struct store_code sample_code = { .id = 1,
	.codebook = "mini",
	.key = "LEMAH",
	.full = "mini.LEMAH",
	.label_id = "Sosialisasi lemah",
	.label_en = "Weak outreach",
	.definition = "Sosialisasi dinilai belum cukup oleh warga yang seharusnya tahu.",
	.includes = "",
	.excludes = "",
	.color = "",
	.source = "" };

static struct span span_of(const struct document *doc, const char *words)
{
	const char *p = strstr(doc->text, words);

	ck_assert_ptr_nonnull(p);
	return (struct span){ (uint32_t)(p - doc->text),
		(uint32_t)(p - doc->text + (ptrdiff_t)strlen(words)) };
}

static void set_up_text(struct scene *s, const char *text, const char *words, size_t codes)
{
	struct span span;

	*s = (struct scene){ .f = fixture_of(text) };
	ck_assert_int_eq(s->f.rc, RC_OK);
	span = span_of(s->f.doc, words);
	s->passage = (struct passage){ .document = 1,
		.number = 3,
		.title = "Wawancara peserta",
		.start = span.start,
		.end = span.end };
	s->hit = (struct store_hit){ .rule = "belum-optimal", .weight = 0.8, .spans = s->spans };
	vec_push(&s->names.list, sample_code);
	for (size_t i = 0; i < codes; i++)
		vec_push(&s->passage.suggestions, ((struct store_suggestion){ .document = 1,
							  .code = 1,
							  .start = span.start,
							  .end = span.end,
							  .score = 0.8,
							  .state = SUGGESTION_OPEN,
							  .hits = &s->hit,
							  .nhits = 1 }));
	s->view = (struct review_view){ .passage = &s->passage,
		.doc = s->f.doc,
		.names = &s->names,
		.lang = "id",
		.coder = "Rini",
		.index = 1,
		.count = 7,
		.columns = 110,
		.rows = 30 };
}

static void set_up(struct scene *s, size_t codes)
{
	set_up_text(s, TEXT, PASSAGE, codes);
	s->spans[0] = span_of(s->f.doc, "Sosialisasinya belum");
	s->spans[0].end -= (uint32_t)strlen(" belum");
	s->spans[1] = span_of(s->f.doc, "optimal");
	s->hit.nspans = 2;
	vec_push(&s->passage.matches, s->spans[0]);
	vec_push(&s->passage.matches, s->spans[1]);
}

static void tear_down(struct scene *s)
{
	fixture_release(&s->f);
	vec_release(&s->names.list);
	vec_release(&s->passage.suggestions);
	vec_release(&s->passage.matches);
	buf_release(&s->out);
}

/* The screen without its styles. */
static const char *drawn(struct scene *s)
{
	struct buf raw = BUF_INIT;

	review_render(&s->view, &raw);
	buf_reset(&s->out);
	for (size_t i = 0; i < raw.len; i++) {
		if (raw.data[i] == '\033')
			while (raw.data[i] != 'm')
				i++;
		else if (raw.data[i] != '\r')
			buf_addc(&s->out, raw.data[i]);
	}
	buf_release(&raw);
	return s->out.data;
}

static bool shows(struct scene *s, const char *words)
{
	return strstr(drawn(s), words) != NULL;
}

static int lines_of(const char *screen)
{
	int n = 1;

	for (; *screen != '\0'; screen++)
		n += *screen == '\n';
	return n;
}

static int widest(const char *screen)
{
	int most = 0;

	while (*screen != '\0') {
		size_t len = strcspn(screen, "\n");
		int cells = (int)utf8_cells(screen, len);

		most = cells > most ? cells : most;
		screen += len + (screen[len] == '\n');
	}
	return most;
}

START_TEST(shows_passage_speaker_line_and_neighbours)
{
	struct scene s;

	set_up(&s, 1);
	ck_assert(shows(&s, "2 of 7  Wawancara peserta (document 3), line 2, Siti"));
	ck_assert(shows(&s, "coder: Rini"));
	ck_assert(shows(&s, "  Siti\n  Dulu pernah ada. " PASSAGE));
	ck_assert(shows(&s, "Setelah itu sepi."));
	ck_assert(!shows(&s, "Lalu?"));
	tear_down(&s);
}
END_TEST

START_TEST(more_text_is_the_turn_and_then_the_turns_around_it)
{
	struct scene s;

	set_up(&s, 1);
	s.view.more = 1;
	ck_assert(shows(&s, "Setelah itu sepi."));
	ck_assert(!shows(&s, "Bagaimana sosialisasinya?"));
	s.view.more = 2;
	ck_assert(shows(&s, "Pewawancara\n  Bagaimana sosialisasinya?"));
	ck_assert(shows(&s, "Lalu?"));
	ck_assert(!shows(&s, "Ya begitu saja."));
	tear_down(&s);
}
END_TEST

START_TEST(shows_code_label_score_rule_definition_and_state)
{
	struct scene s;
	static const char *const marks[] = { "[ ]", "[+]", "[-]", "[?]" };

	set_up(&s, 1);
	for (unsigned i = 0; i < 4; i++) {
		char line[80];

		s.passage.suggestions.items[0].state = (enum suggestion_state)(1u << i);
		snprintf(line, sizeof line,
			" 1 %s mini.LEMAH  Sosialisasi lemah  0,80  belum-optimal\n", marks[i]);
		ck_assert(shows(&s, line));
	}
	ck_assert(shows(
		&s, "       Sosialisasi dinilai belum cukup oleh warga yang seharusnya tahu.\n"));
	s.view.lang = "en";
	ck_assert(shows(&s, "mini.LEMAH  Weak outreach  0.80"));
	s.passage.suggestions.items[0].again = true;
	ck_assert(shows(&s, "(open again)"));
	tear_down(&s);
}
END_TEST

START_TEST(marks_the_matched_words_and_dims_the_rest)
{
	struct scene s;
	struct buf raw = BUF_INIT;

	set_up(&s, 1);
	review_render(&s.view, &raw);
	ck_assert_ptr_nonnull(
		strstr(raw.data, "\033[1;4mSosialisasinya\033[0m belum \033[0m\033[1;4moptimal"));
	ck_assert_ptr_nonnull(strstr(raw.data, "\033[2mDulu"));
	ck_assert_ptr_nonnull(strstr(raw.data, "\033[2msepi."));
	buf_release(&raw);
	tear_down(&s);
}
END_TEST

START_TEST(more_than_nine_codes_are_paged)
{
	struct scene s;

	set_up(&s, 12);
	s.view.rows = 60;
	ck_assert(shows(&s, " 9 [ ] mini.LEMAH"));
	ck_assert(shows(&s, "codes 1-9 of 12; . shows the next"));
	s.view.page = REVIEW_PAGE;
	ck_assert(shows(&s, " 3 [ ] mini.LEMAH"));
	ck_assert(!shows(&s, " 4 [ ] mini.LEMAH"));
	ck_assert(shows(&s, "codes 10-12 of 12"));
	tear_down(&s);
}
END_TEST

START_TEST(says_what_was_coded_by_hand_and_what_happened)
{
	struct scene s;

	set_up(&s, 1);
	ck_assert(!shows(&s, "by hand"));
	s.view.by_hand = "project.HUJAN";
	s.view.message = "this is the first passage";
	ck_assert(shows(&s, "   by hand: project.HUJAN\n"));
	ck_assert(shows(&s, "\n this is the first passage\n 1-9 confirm"));
	tear_down(&s);
}
END_TEST

START_TEST(never_larger_than_the_window)
{
	struct scene s;

	set_up(&s, 12);
	s.view.message =
		"there is no code 'X'. This message is long, so that it has to be wrapped too";
	for (s.view.columns = 30; s.view.columns < 130; s.view.columns += 9)
		for (s.view.rows = 14; s.view.rows < 50; s.view.rows++)
			for (s.view.more = 0; s.view.more < 3; s.view.more++) {
				const char *screen = drawn(&s);

				ck_assert_int_le(lines_of(screen), s.view.rows);
				ck_assert_int_lt(widest(screen), s.view.columns);
				ck_assert_ptr_nonnull(strstr(screen, "1 [ ] mini"));
				ck_assert_ptr_nonnull(strstr(screen, "q quit"));
			}
	tear_down(&s);
}
END_TEST

START_TEST(short_windows_lose_definitions_before_text)
{
	struct scene s;

	set_up(&s, 6);
	s.view.rows = 16;
	ck_assert(!shows(&s, "dinilai"));
	ck_assert(shows(&s, PASSAGE));
	ck_assert(shows(&s, " 6 [ ] mini.LEMAH"));
	s.view.rows = 24;
	ck_assert(shows(&s, "dinilai"));
	tear_down(&s);
}
END_TEST

/* An interview with one turn of n sentences; the passage is all of them. */
static char *long_text(int n, char **passage)
{
	struct buf b = BUF_INIT;
	size_t from;

	buf_adds(&b, "Pewawancara: Ceritakan.\nSiti: ");
	from = b.len;
	for (int i = 1; i <= n; i++)
		buf_printf(&b,
			"%sKalimat nomor %d menceritakan kehidupan di desa kami dengan panjang.",
			i > 1 ? " " : "", i);
	*passage = mem_strdup(b.data + from);
	buf_adds(&b, "\nPewawancara: Lalu?\nSiti: Sudah.\n");
	return buf_detach(&b);
}

START_TEST(a_passage_longer_than_the_window_is_read_by_scrolling)
{
	struct scene s;
	char *passage, *text = long_text(60, &passage);
	int steps = 0;

	set_up_text(&s, text, passage, 2);
	s.view.rows = 24;
	ck_assert(shows(&s, "Kalimat nomor 1 "));
	ck_assert(!shows(&s, "nomor 60"));
	ck_assert(shows(&s, "m shows what follows"));
	ck_assert(shows(&s, " 2 [ ] mini.LEMAH"));
	while (s.view.below && steps++ < 100) {
		s.view.scroll += s.view.room - 1;
		ck_assert_int_le(lines_of(drawn(&s)), 24);
	}
	ck_assert_int_ge(steps, 2);
	ck_assert_int_lt(steps, 20);
	ck_assert(shows(&s, "nomor 60"));
	ck_assert(!shows(&s, "m shows what follows"));
	tear_down(&s);
	free(passage);
	free(text);
}
END_TEST

START_TEST(context_is_cut_before_the_passage)
{
	struct scene s;
	char *passage, *text = long_text(60, &passage);

	set_up_text(&s, text,
		"Kalimat nomor 30 menceritakan kehidupan di desa kami dengan panjang.", 2);
	s.view.rows = 24;
	s.view.more = 1;
	ck_assert(shows(&s, "nomor 30"));
	ck_assert(shows(&s, "nomor 29"));
	ck_assert(shows(&s, "nomor 31"));
	ck_assert(!shows(&s, "nomor 1 "));
	ck_assert(!shows(&s, "nomor 60"));
	tear_down(&s);
	free(passage);
	free(text);
}
END_TEST

START_TEST(a_word_wider_than_the_window_is_broken)
{
	struct scene s;
	char word[200], text[400];

	memset(word, 'a', sizeof word - 1);
	word[sizeof word - 1] = '\0';
	snprintf(text, sizeof text, "Pewawancara: Apa?\nSiti: Kata %s panjang.\nPewawancara: O.\n",
		word);
	set_up_text(&s, text, word, 1);
	s.view.columns = 40;
	ck_assert_int_lt(widest(drawn(&s)), 40);
	ck_assert(shows(&s, "panjang."));
	tear_down(&s);
}
END_TEST

START_TEST(nothing_sends_escape_sequences)
{
	struct scene s;
	struct buf raw = BUF_INIT;
	struct store_code code = sample_code;

	set_up(&s, 1);
	code.full = "mini.\033]0;full\007";
	code.label_id = "\033[2Jlabel";
	code.definition = "def \033[31mini\xc2\x9b 2J";
	s.names.list.items[0] = code;
	s.hit.rule = "\033[5mrule\b";
	s.passage.title = "judul\033[1m\r";
	s.view.coder = "Rini\033c";
	s.view.by_hand = "\033[7mhand";
	s.view.message = "pesan\033[?25l";
	review_render(&s.view, &raw);
	for (size_t i = 0; i < raw.len; i++) {
		if (raw.data[i] == '\033') { /* only our own styles: ESC [ digits ; m */
			ck_assert_int_eq(raw.data[i + 1], '[');
			i += 2 + strspn(raw.data + i + 2, "0124;");
			ck_assert_int_eq(raw.data[i], 'm');
		}
		ck_assert(raw.data[i] != '\007' && raw.data[i] != '\b' && raw.data[i] != '\t');
		ck_assert(raw.data[i] != '\r' || raw.data[i + 1] == '\n');
	}
	ck_assert_ptr_null(strstr(raw.data, "\xc2\x9b"));
	buf_release(&raw);
	tear_down(&s);
}
END_TEST

UNIT_MAIN("review_view", shows_passage_speaker_line_and_neighbours,
	more_text_is_the_turn_and_then_the_turns_around_it,
	shows_code_label_score_rule_definition_and_state, marks_the_matched_words_and_dims_the_rest,
	more_than_nine_codes_are_paged, says_what_was_coded_by_hand_and_what_happened,
	never_larger_than_the_window, short_windows_lose_definitions_before_text,
	a_passage_longer_than_the_window_is_read_by_scrolling, context_is_cut_before_the_passage,
	a_word_wider_than_the_window_is_broken, nothing_sends_escape_sequences)
