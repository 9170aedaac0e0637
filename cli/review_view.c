/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/review_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "cli/wrap.h"

/* ---- the text ------------------------------------------------------------------------------ */

static bool is_matched(const struct passage *p, uint32_t at)
{
	vec_each (const struct span, span, &p->matches)
		if (at >= span->start && at < span->end)
			return true;
	return false;
}

static enum wrap_style style_at(const struct passage *p, uint32_t at)
{
	if (at < p->start || at >= p->end)
		return WRAP_DIM;
	return is_matched(p, at) ? WRAP_MARK : WRAP_PLAIN;
}

/* One word (no white space inside), in pieces of one style. */
static void put_word(
	struct wrap *w, const struct review_view *v, uint32_t start, uint32_t end, bool first)
{
	const char *text = v->doc->text;

	wrap_word(w, (int)utf8_cells(text + start, end - start), first);
	for (uint32_t at = start; at < end;) {
		enum wrap_style style = style_at(v->passage, at);
		uint32_t stop = at;
		uint32_t cp;

		while (stop < end && style_at(v->passage, stop) == style)
			stop += (uint32_t)utf8_next(text + stop, text + end, &cp);
		wrap_put(w, style, text + at, stop - at);
		at = stop;
	}
	if (start < v->passage->end && end > v->passage->start)
		wrap_flag(w);
}

static void put_text(struct wrap *w, const struct review_view *v, uint32_t start, uint32_t end)
{
	const char *text = v->doc->text;
	uint32_t at = start;
	bool first = true;

	while (at < end) {
		uint32_t word = at, cp = 0;
		size_t step = 0;

		while (at < end) {
			step = utf8_next(text + at, text + end, &cp);
			if (utf8_is_space(cp))
				break;
			at += (uint32_t)step;
		}
		if (at > word) {
			put_word(w, v, word, at, first);
			first = false;
		}
		if (at < end)
			at += (uint32_t)step;
	}
	wrap_line(w);
}

static void put_speaker(struct wrap *w, const struct review_view *v, const struct turn *turn)
{
	const struct label *label = turn->label >= 0 ? &v->doc->labels.items[turn->label] : NULL;

	if (label == NULL)
		return;
	wrap_indent(w);
	wrap_puts(w, WRAP_BOLD, label->text);
	if (label->code != NULL && label->code[0] != '\0' &&
		strcmp(label->code, label->text) != 0) {
		wrap_puts(w, WRAP_BOLD, " (");
		wrap_puts(w, WRAP_BOLD, label->code);
		wrap_puts(w, WRAP_BOLD, ")");
	}
	wrap_line(w);
}

static void put_turn(
	struct wrap *w, const struct review_view *v, size_t index, uint32_t from, uint32_t to)
{
	const struct turn *turn = &v->doc->turns.items[index];

	put_speaker(w, v, turn);
	for (uint32_t i = turn->para; i < turn->para + turn->paras; i++) {
		const struct para *para = &v->doc->paras.items[i];
		uint32_t start = para->start > from ? para->start : from,
			 end = para->end < to ? para->end : to;

		if (start < end)
			put_text(w, v, start, end);
	}
}

/* The sentence before and behind, so that the passage is not read alone. */
static void neighbourhood(const struct review_view *v, uint32_t *from, uint32_t *to)
{
	const struct document *doc = v->doc;
	size_t first = document_sentence_at(doc, v->passage->start);
	size_t last = document_sentence_at(doc, v->passage->end > 0 ? v->passage->end - 1 : 0);

	*from = v->passage->start;
	*to = v->passage->end;
	if (first > 0 && first < doc->sentences.n)
		*from = doc->sentences.items[first - 1].start;
	if (last + 1 < doc->sentences.n)
		*to = doc->sentences.items[last + 1].end;
}

static void put_context(struct wrap *w, const struct review_view *v)
{
	const struct document *doc = v->doc;
	size_t first = document_turn_at(doc, v->passage->start);
	size_t last = document_turn_at(doc, v->passage->end - 1);
	uint32_t from = 0, to = (uint32_t)doc->len;

	if (v->more == 0)
		neighbourhood(v, &from, &to);
	if (v->more < 2 && first < doc->turns.n) {
		uint32_t start = doc->turns.items[first].start;

		from = from > start ? from : start;
	}
	first = v->more == 2 && first > 0 ? first - 1 : first;
	last = v->more == 2 && last + 1 < doc->turns.n ? last + 1 : last;
	for (size_t i = first; i <= last && i < doc->turns.n; i++)
		put_turn(w, v, i, from, to);
}

/* ---- the codes ------------------------------------------------------------------------------ */

/* How much is said of a code where room is short. */
enum detail { DETAIL_NAME, DETAIL_LINE, DETAIL_FULL, DETAIL_COUNT };

static const char *const marks[] = { "[ ]", "[+]", "[-]", "[?]" };

static const char *mark_of(const struct store_suggestion *g)
{
	for (unsigned i = 0; i < sizeof marks / sizeof *marks; i++)
		if (g->state == (enum suggestion_state)(1u << i))
			return marks[i];
	return marks[0];
}

static void put_definition(struct wrap *w, const struct store_code *code, enum detail detail)
{
	if (code->definition[0] == '\0' || detail == DETAIL_NAME)
		return;
	w->indent = 7;
	if (detail == DETAIL_FULL) {
		wrap_words(w, WRAP_DIM, code->definition);
	} else {
		wrap_indent(w);
		wrap_puts(w, WRAP_DIM, code->definition);
	}
	wrap_line(w);
	w->indent = 2;
}

static void put_suggestion(
	struct wrap *w, const struct review_view *v, size_t i, enum detail detail)
{
	const struct store_suggestion *g = &v->passage->suggestions.items[i];
	const struct store_code *code = code_names_get(v->names, g->code);
	struct buf b = BUF_INIT;

	buf_printf(&b, " %zu %s ", i - v->page + 1, mark_of(g));
	wrap_puts(w, WRAP_PLAIN, b.data);
	wrap_puts(w, WRAP_BOLD, code->full);
	wrap_puts(w, WRAP_PLAIN, "  ");
	wrap_puts(w, WRAP_PLAIN, store_code_label(code, v->lang));
	buf_reset(&b);
	buf_adds(&b, "  ");
	number_text(g->score, 2, v->lang, &b);
	for (size_t k = 0; k < g->nhits; k++)
		buf_printf(&b, "%s%s", k > 0 ? ", " : "  ", g->hits[k].rule);
	wrap_puts(w, WRAP_DIM, b.data);
	wrap_puts(w, WRAP_DIM, g->again ? "  (open again)" : "");
	wrap_line(w);
	put_definition(w, code, detail);
	buf_release(&b);
}

static void put_suggestions(struct wrap *w, const struct review_view *v, enum detail detail)
{
	size_t n = v->passage->suggestions.n, last = v->page + REVIEW_PAGE;
	struct buf b = BUF_INIT;

	for (size_t i = v->page; i < n && i < last; i++)
		put_suggestion(w, v, i, detail);
	if (n > REVIEW_PAGE) {
		buf_printf(&b, "   codes %zu-%zu of %zu; . shows the next", v->page + 1,
			last < n ? last : n, n);
		wrap_puts(w, WRAP_DIM, b.data);
		wrap_line(w);
	}
	if (v->by_hand != NULL) {
		wrap_puts(w, WRAP_PLAIN, "   by hand: ");
		wrap_puts(w, WRAP_BOLD, v->by_hand);
		wrap_line(w);
	}
	buf_release(&b);
}

/* ---- head and foot ----------------------------------------------------------------------------
 */

/* Who speaks: the line above the text may be out of the window. */
static void put_who(const struct review_view *v, struct buf *out)
{
	size_t turn = document_turn_at(v->doc, v->passage->start);
	int32_t i = turn < v->doc->turns.n ? v->doc->turns.items[turn].label : -1;
	const struct label *label = i >= 0 ? &v->doc->labels.items[i] : NULL;

	if (label != NULL)
		buf_printf(out, ", %s",
			label->code != NULL && label->code[0] != '\0' ? label->code : label->text);
}

static void put_head(struct wrap *w, const struct review_view *v)
{
	struct lines lines;
	struct buf b = BUF_INIT;

	lines_init(&lines, v->doc->text, v->doc->len);
	buf_printf(&b, " %zu of %zu", v->index + 1, v->count);
	wrap_puts(w, WRAP_BOLD, b.data);
	wrap_puts(w, WRAP_PLAIN, "  ");
	wrap_puts(w, WRAP_PLAIN, v->passage->title);
	buf_reset(&b);
	buf_printf(&b, " (document %u), line %zu", v->passage->number,
		lines_at(&lines, v->passage->start));
	put_who(v, &b);
	wrap_puts(w, WRAP_PLAIN, b.data);
	wrap_puts(w, WRAP_DIM, "   coder: ");
	wrap_puts(w, WRAP_DIM, v->coder);
	wrap_line(w);
	lines_release(&lines);
	buf_release(&b);
}

static const char *const keys[] = { "1-9 confirm, again: reject, again: open", "y confirm the rest",
	"n reject the rest", "? unsure", "Enter next", "b back", "m more text", "a add a code",
	"t note", "q quit", NULL };
static const char *const short_keys[] = { "1-9", "y all", "n none", "?", "Enter", "b", "m", "a",
	"t", "q quit", NULL };

static void put_keys(struct wrap *w, const char *const *list)
{
	for (; *list != NULL; list++)
		wrap_item(w, WRAP_DIM, *list);
	wrap_line(w);
}

static void put_foot(struct wrap *w, const struct review_view *v)
{
	w->indent = 1;
	put_keys(w, keys);
	if ((int)w->lines.n > v->rows / 4) {
		wrap_reset(w);
		put_keys(w, short_keys);
	}
}

static void put_message(struct wrap *w, const struct review_view *v)
{
	w->indent = 1;
	if (v->message == NULL)
		return;
	wrap_words(w, WRAP_PLAIN, v->message);
	wrap_line(w);
	wrap_clip(w, v->rows / 6 + 1);
}

/* ---- the screen -------------------------------------------------------------------------------
 */

struct screen {
	struct wrap head, text, below, codes, message, foot;
};

static void screen_init(struct screen *s, const struct review_view *v)
{
	wrap_init(&s->head, v->columns);
	wrap_init(&s->text, v->columns);
	wrap_init(&s->below, v->columns);
	wrap_init(&s->codes, v->columns);
	wrap_init(&s->message, v->columns);
	wrap_init(&s->foot, v->columns);
}

static void screen_release(struct screen *s)
{
	wrap_release(&s->head);
	wrap_release(&s->text);
	wrap_release(&s->below);
	wrap_release(&s->codes);
	wrap_release(&s->message);
	wrap_release(&s->foot);
}

static int smaller(int a, int b)
{
	return a < b ? a : b;
}

/* Lines left for text; the codes say as much as lets a third of the window be text. */
static int fill(struct screen *s, const struct review_view *v)
{
	int rows = v->rows > 8 ? v->rows : 8, room = 0;
	int lines, wanted;

	put_head(&s->head, v);
	put_context(&s->text, v);
	put_message(&s->message, v);
	put_foot(&s->foot, v);
	lines = (int)s->text.lines.n;
	wanted = smaller(lines, rows / 3 > 5 ? rows / 3 : 5);
	for (int detail = DETAIL_FULL; detail >= DETAIL_NAME; detail--) {
		wrap_reset(&s->codes);
		put_suggestions(&s->codes, v, (enum detail)detail);
		/* an empty line below the head, the text and the codes */
		room = rows -
		       (int)(s->head.lines.n + s->codes.lines.n + s->message.lines.n +
			       s->foot.lines.n) -
		       3;
		if (room >= wanted)
			break;
	}
	if (room < 2) {
		wrap_clip(&s->codes, (int)s->codes.lines.n + room - 2);
		room = 2;
	}
	return smaller(room, lines);
}

/* The first line of text shown: the passage in the middle of its context, or its beginning. */
static int first_line(const struct wrap *text, int room, int scroll)
{
	int n = (int)text->lines.n, start = n, stop = 0, first;

	for (int i = n - 1; i >= 0; i--)
		if (text->lines.items[i].flag)
			start = i;
	for (int i = 0; i < n; i++)
		if (text->lines.items[i].flag)
			stop = i + 1;
	first = start;
	if (stop - start < room)
		first -= (room - (stop - start)) / 2;
	if (first > n - room)
		first = n - room;
	first = (first > 0 ? first : 0) + scroll;
	return first > n - room ? n - room : first;
}

void review_render(struct review_view *v, struct buf *out)
{
	struct screen s;
	int first;

	screen_init(&s, v);
	v->room = fill(&s, v);
	first = first_line(&s.text, v->room, v->scroll);
	v->below = first + v->room < (int)s.text.lines.n;
	wrap_write(&s.head, 0, (int)s.head.lines.n, out);
	buf_adds(out, "\r\n");
	wrap_write(&s.text, first, v->room, out);
	if (v->below)
		wrap_puts(&s.below, WRAP_DIM, "  \xe2\x80\xa6 m shows what follows");
	wrap_line(&s.below);
	wrap_write(&s.below, 0, 1, out);
	wrap_write(&s.codes, 0, (int)s.codes.lines.n, out);
	buf_adds(out, "\r\n");
	wrap_write(&s.message, 0, (int)s.message.lines.n, out);
	wrap_write(&s.foot, 0, (int)s.foot.lines.n, out);
	out->len -= 2; /* no line break behind the last line: the window must not move */
	out->data[out->len] = '\0';
	screen_release(&s);
}
