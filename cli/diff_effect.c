/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the change does to a project, for people: decisions first. */
#include <string.h>

#include "base/utf8.h"
#include "cli/diff_view.h"
#include "output/writer.h"
#include "reports/codebook_page.h"

static const struct change_code *code_at(const struct diff_sheet *s, size_t i)
{
	return &s->v->c->codes.items[i];
}

static const struct code *shown_code(const struct change_code *k)
{
	return k->after != NULL ? k->after : k->before;
}

/* --- the table ----------------------------------------------------------------------------------
 */

static bool differs(const struct effect_code *n)
{
	return n->lost + n->gained + n->changed > 0 || n->kinds[EFFECT_CONFIRMED_LOST] > 0 ||
	       n->kinds[EFFECT_REJECTED_AGAIN] > 0;
}

static void add_figures(struct effect_code *sum, const struct effect_code *n)
{
	sum->before += n->before;
	sum->after += n->after;
	sum->lost += n->lost;
	sum->gained += n->gained;
	sum->changed += n->changed;
	for (int i = 0; i < EFFECT_KINDS; i++)
		sum->kinds[i] += n->kinds[i];
}

static void add_row(struct table *t, const char *name, const char *label,
	const struct effect_code *n, bool total)
{
	const uint64_t figures[] = { n->before, n->after, n->lost, n->gained, n->changed,
		n->kinds[EFFECT_CONFIRMED_LOST], n->kinds[EFFECT_REJECTED_AGAIN] };
	struct cell *cell;

	table_row(t);
	t->rows.items[t->rows.n - 1].rule_above = total;
	cell = table_text(t, name);
	cell->strong = total;
	table_text(t, label);
	for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
		table_number(t, (double)figures[i]);
}

static void put_table(struct diff_sheet *s, const struct effect_code *sum, size_t same)
{
	static const enum message titles[] = { MSG_S_EFFECT_BEFORE, MSG_S_EFFECT_NOW,
		MSG_S_EFFECT_COLUMN_LOST, MSG_S_EFFECT_COLUMN_GAINED, MSG_S_EFFECT_COLUMN_CHANGED,
		MSG_S_EFFECT_COLUMN_CONFIRMED, MSG_S_EFFECT_COLUMN_REJECTED };
	const struct writer_options o = { s->v->lang, s->v->width, s->v->colour };
	struct table t;

	table_init(&t, "effect", "");
	table_column(&t, "code", diff_said(s, MSG_S_COLUMN_CODE), COLUMN_CODE, 0);
	table_column(&t, "label", diff_said(s, MSG_S_COLUMN_LABEL), COLUMN_TEXT, 0);
	table_optional(&t);
	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
		table_column(
			&t, message_text(titles[i], NULL), diff_said(s, titles[i]), COLUMN_INT, 0);
	for (size_t i = 0; i < s->v->c->codes.n; i++) {
		const struct code *c = shown_code(code_at(s, i));

		if (differs(&s->v->x->codes[i]))
			add_row(&t, diff_code_name(s->v, c), localised_text(c->label, s->v->lang),
				&s->v->x->codes[i], false);
	}
	add_row(&t, diff_said(s, MSG_S_EFFECT_ALL_CODES), NULL, sum, true);
	writer_text.write(&t, &o, s->out);
	if (same > 0) {
		buf_printf(s->out,
			diff_said(s, same == 1 ? MSG_S_EFFECT_CODE_SAME : MSG_S_EFFECT_CODES_SAME),
			same);
		buf_addc(s->out, '\n');
	}
	table_release(&t);
}

/* --- one place ----------------------------------------------------------------------------------
 */

static const enum message verdict_words[] = { MSG_S_CONFIRMED, MSG_S_REJECTED, MSG_S_UNSURE };

static bool is_same(const struct effect_verdict *a, const struct effect_verdict *b)
{
	return a->verdict == b->verdict && strcmp(a->coder, b->coder) == 0;
}

/* "confirmed by Ani, rejected by Budi (2)": a place may hold several passages that were decided on.
 */
static void add_verdicts(const struct diff_sheet *s, const struct effect_place *p, struct buf *out)
{
	for (size_t i = 0; i < p->nverdicts; i++) {
		const struct effect_verdict *d = &p->verdicts[i];
		unsigned n = 0, before = 0;

		for (size_t k = 0; k < p->nverdicts; k++) {
			n += is_same(d, &p->verdicts[k]);
			before += k < i && is_same(d, &p->verdicts[k]);
		}
		if (before > 0)
			continue;
		buf_adds(out, out->len > 0 ? ", " : "");
		diff_say(s->v, out, SAY(S_EFFECT_BY), diff_said(s, verdict_words[d->verdict]),
			d->coder);
		if (n > 1)
			buf_printf(out, " (%u)", n);
	}
}

static void put_where(struct diff_sheet *s, const struct effect_place *p)
{
	struct buf text = BUF_INIT;

	diff_say(s->v, &text, SAY(S_EFFECT_LINE), p->document, p->title, p->line);
	if (p->speaker[0] != '\0')
		buf_printf(&text, ", %s", p->speaker);
	diff_indent(4, s->out);
	diff_put(s->v, DIFF_PLAIN, text.data, s->out);
	buf_reset(&text);
	add_verdicts(s, p, &text);
	if (text.len > 0) {
		buf_adds(s->out, "  [");
		diff_put(s->v, DIFF_PLAIN, text.data, s->out);
		buf_adds(s->out, "]");
	}
	buf_addc(s->out, '\n');
	buf_release(&text);
}

/* "~paham (changed), penyuluhan: 0.75" */
static void add_side(
	const struct diff_sheet *s, const struct effect_side *side, bool is_after, struct buf *out)
{
	static const enum message fates[2][4] = {
		{ MSG_NONE, MSG_S_FATE_REMOVED, MSG_S_FATE_CHANGED, MSG_S_FATE_WEIGHT },
		{ MSG_NONE, MSG_S_FATE_NEW, MSG_S_FATE_CHANGED, MSG_S_FATE_WEIGHT },
	};

	for (size_t i = 0; i < side->n; i++)
		buf_printf(out, "%s%s%s", i > 0 ? ", " : "", side->rules[i].key,
			diff_said(s, fates[is_after][side->rules[i].fate]));
	if (side->n > 0) {
		buf_adds(out, "  ");
		number_text(side->score, 2, "en", out);
	}
}

static void put_side(
	struct diff_sheet *s, const char *name, const struct effect_side *side, bool is_after)
{
	struct buf text = BUF_INIT;

	add_side(s, side, is_after, &text);
	diff_indent(6, s->out);
	buf_printf(s->out, "%-7s ", name);
	diff_words(s->v, 14, 14, side->n > 0 ? text.data : diff_said(s, MSG_S_EFFECT_NOTHING), NULL,
		0, s->out);
	buf_release(&text);
}

static const struct change_field *field_of(const struct change_code *k, const char *name)
{
	for (size_t i = 0; i < k->fields.n; i++)
		if (strcmp(k->fields.items[i].name, name) == 0)
			return &k->fields.items[i];
	return NULL;
}

static bool all_same(const struct effect_side *side)
{
	for (size_t i = 0; i < side->n; i++)
		if (side->rules[i].fate != FATE_SAME)
			return false;
	return side->n > 0;
}

/* Rules that are the same, and yet there is another result. */
static const char *cause_of(
	const struct diff_sheet *s, const struct change_code *k, struct buf *out)
{
	static const char *const names[] = { "threshold", "exclusive", "inherit", "expand" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const struct change_field *f = field_of(k, names[i]);

		if (f == NULL)
			continue;
		buf_printf(out, "%s %s \xe2\x86\x92 %s", names[i],
			f->before != NULL ? f->before : diff_said(s, MSG_S_EFFECT_NO_VALUE),
			f->after != NULL ? f->after : diff_said(s, MSG_S_EFFECT_NO_VALUE));
		return out->data;
	}
	return diff_said(s, MSG_S_EFFECT_OTHER_CODES);
}

static void put_cause(struct diff_sheet *s, const struct effect_place *p)
{
	struct buf text = BUF_INIT;
	bool lost = p->after.n == 0;

	if (all_same(lost ? &p->before : &p->after)) {
		diff_indent(6, s->out);
		buf_printf(s->out, "%-7s ", diff_said(s, MSG_S_EFFECT_CAUSE));
		diff_words(s->v, 14, 14, cause_of(s, code_at(s, p->code), &text), NULL, 0, s->out);
	}
	buf_release(&text);
}

static void put_reason(struct diff_sheet *s, const struct effect_place *p)
{
	const struct change_code *k = code_at(s, p->code);
	struct buf text = BUF_INIT, names = BUF_INIT;
	unsigned n = 0;

	if (p->reason == EFFECT_WAS_MISSING) {
		diff_say(s->v, &text, SAY(S_EFFECT_WAS_MISSING), k->like->key, k->after->key,
			k->like->key);
	} else {
		for (size_t i = 0; i < p->after.n; i++) {
			if (!p->after.rules[i].outside)
				continue;
			buf_printf(&names, "%s%s", n > 0 ? ", " : "", p->after.rules[i].key);
			n++;
		}
		buf_printf(&text, diff_said(s, n > 1 ? MSG_S_EFFECT_FIND : MSG_S_EFFECT_FINDS),
			names.len > 0 ? names.data : "");
		if (p->before.n > 0 && p->before.unit != p->after.unit)
			diff_say(s->v, &text, SAY(S_EFFECT_UNIT), unit_names[p->before.unit],
				unit_names[p->after.unit]);
	}
	diff_indent(6, s->out);
	buf_printf(s->out, "%-7s ", diff_said(s, MSG_S_EFFECT_WHY));
	diff_words(s->v, 14, 14, text.data, NULL, 0, s->out);
	buf_release(&names);
	buf_release(&text);
}

static void put_place(struct diff_sheet *s, const struct effect_place *p)
{
	bool lost = p->kind == EFFECT_CONFIRMED_LOST || p->kind == EFFECT_LOST ||
		    p->kind == EFFECT_SETTLED;

	put_where(s, p);
	diff_indent(6, s->out);
	diff_words(s->v, 6, 6, p->text, p->marks, p->nmarks, s->out);
	if (lost || p->before.n > 0)
		put_side(s, diff_said(s, MSG_S_EFFECT_BEFORE), &p->before, false);
	if (!lost)
		put_side(s, diff_said(s, MSG_S_EFFECT_NOW), &p->after, true);
	if (p->kind == EFFECT_REJECTED_AGAIN)
		put_reason(s, p);
	else
		put_cause(s, p);
}

/* --- the sections -------------------------------------------------------------------------------
 */

static void put_heading(struct diff_sheet *s, enum message text, uint64_t n, enum message note)
{
	struct buf line = BUF_INIT;

	buf_printf(&line, "%s: %llu", diff_said(s, text), (unsigned long long)n);
	buf_addc(s->out, '\n');
	diff_put(s->v, DIFF_BOLD, line.data, s->out);
	buf_addc(s->out, '\n');
	if (note != MSG_NONE)
		diff_words(s->v, 0, 0, diff_said(s, note), NULL, 0, s->out);
	buf_release(&line);
}

/* Places of a code that is removed, or that is another's under a new key, need not be read. */
static const char *instead_of_places(const struct diff_sheet *s, size_t code, enum effect_kind kind)
{
	const struct change_code *k = code_at(s, code);

	if (kind == EFFECT_LOST && k->after == NULL)
		return diff_said(s, MSG_S_EFFECT_REMOVED_CODE);
	if (kind == EFFECT_GAINED && k->how == CHANGE_ADDED && k->like != NULL)
		return diff_said(s, MSG_S_EFFECT_ANOTHER_NAME);
	return NULL;
}

static void put_code_line(struct diff_sheet *s, size_t code, uint64_t n, const char *more)
{
	const struct code *c = shown_code(code_at(s, code));
	const char *label = localised_text(c->label, s->v->lang);

	diff_indent(2, s->out);
	diff_put(s->v, DIFF_BOLD, diff_code_name(s->v, c), s->out);
	buf_adds(s->out, label[0] != '\0' ? "  " : "");
	diff_put(s->v, DIFF_PLAIN, label, s->out);
	buf_printf(s->out, ": %llu%s\n", (unsigned long long)n, more != NULL ? more : "");
}

/* The places of one kind, code by code; what is not shown is counted. */
static void put_places(struct diff_sheet *s, enum effect_kind kind)
{
	const struct effect *x = s->v->x;

	for (size_t i = 0; i < s->v->c->codes.n; i++) {
		uint64_t all = x->codes[i].kinds[kind], shown = 0;
		const char *instead = instead_of_places(s, i, kind);

		if (all == 0)
			continue;
		put_code_line(s, i, all, instead);
		if (instead != NULL)
			continue;
		vec_each (const struct effect_place, p, &x->places)
			if (p->kind == kind && p->code == i) {
				put_place(s, p);
				shown++;
			}
		if (shown < all) {
			diff_indent(4, s->out);
			diff_say(s->v, s->out, SAY(S_EFFECT_MORE),
				(unsigned long long)(all - shown));
			buf_addc(s->out, '\n');
		}
	}
}

static void put_section(struct diff_sheet *s, enum effect_kind kind, const struct effect_code *sum,
	enum message title, enum message note)
{
	if (sum->kinds[kind] == 0)
		return;
	put_heading(s, title, sum->kinds[kind], note);
	put_places(s, kind);
}

static void put_gone(struct diff_sheet *s)
{
	const struct effect *x = s->v->x;

	if (x->gone.n == 0)
		return;
	put_heading(s, MSG_S_EFFECT_GONE, x->gone.n, MSG_S_EFFECT_GONE_NOTE);
	vec_each (const struct effect_gone, g, &x->gone) {
		bool first = true;

		diff_indent(2, s->out);
		diff_put(s->v, DIFF_BOLD, g->full, s->out);
		buf_adds(s->out, g->label[0] != '\0' ? "  " : "");
		diff_put(s->v, DIFF_PLAIN, g->label, s->out);
		for (int i = 0; i < 3; i++)
			if (g->verdicts[i] > 0) {
				buf_printf(s->out, "%s%llu %s", first ? ": " : ", ",
					(unsigned long long)g->verdicts[i],
					diff_said(s, verdict_words[i]));
				first = false;
			}
		if (g->like != NULL) {
			buf_adds(s->out, "; ");
			diff_say(s->v, s->out, SAY(S_DIFF_LIKE), diff_code_name(s->v, g->like));
		}
		buf_addc(s->out, '\n');
	}
}

static void put_intro(struct diff_sheet *s, bool any)
{
	unsigned documents = s->v->x->documents;
	struct buf text = BUF_INIT;

	diff_say(s->v, &text, SAY(S_EFFECT_ON), s->v->project);
	buf_addc(s->out, '\n');
	diff_put(s->v, DIFF_BOLD, text.data, s->out);
	if (!s->v->only_gone) {
		buf_adds(s->out, " (");
		buf_printf(s->out,
			diff_said(
				s, documents == 1 ? MSG_S_EFFECT_DOCUMENT : MSG_S_EFFECT_DOCUMENTS),
			documents);
		buf_printf(s->out, "): %s",
			diff_said(s, any	      ? MSG_S_EFFECT_NOT_WRITTEN
				     : documents == 0 ? MSG_S_EFFECT_NOTHING_YET
						      : MSG_S_EFFECT_SAME));
	}
	buf_addc(s->out, '\n');
	buf_release(&text);
}

void diff_effect(const struct diff_view *v, struct buf *out)
{
	struct diff_sheet s = { v, out, 0 };
	struct effect_code sum = { 0 };
	size_t same = 0;

	for (size_t i = 0; i < v->c->codes.n; i++) {
		add_figures(&sum, &v->x->codes[i]);
		same += !differs(&v->x->codes[i]) && v->c->codes.items[i].after != NULL;
	}
	if (v->only_gone && v->x->gone.n == 0)
		return;
	put_intro(&s, differs(&sum));
	if (differs(&sum))
		put_table(&s, &sum, same);
	put_section(&s, EFFECT_CONFIRMED_LOST, &sum, MSG_S_EFFECT_CONFIRMED_LOST,
		MSG_S_EFFECT_CONFIRMED_NOTE);
	put_section(&s, EFFECT_REJECTED_AGAIN, &sum, MSG_S_EFFECT_REJECTED_AGAIN, MSG_NONE);
	put_gone(&s);
	put_section(&s, EFFECT_LOST, &sum, MSG_S_EFFECT_LOST, MSG_NONE);
	put_section(&s, EFFECT_SETTLED, &sum, MSG_S_EFFECT_SETTLED, MSG_S_EFFECT_SETTLED_NOTE);
	put_section(&s, EFFECT_GAINED, &sum, MSG_S_EFFECT_GAINED, MSG_NONE);
}
