/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the change does to a project, for people: decisions first. */
#include <string.h>

#include "base/utf8.h"
#include "cli/diff_view.h"
#include "cli/say.h"
#include "output/writer.h"
#include "reports/codebook_page.h"

struct sheet {
	const struct diff_view *v;
	struct buf *out;
};

static const struct change_code *code_at(const struct sheet *s, size_t i)
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

static void put_table(struct sheet *s, const struct effect_code *sum, size_t same)
{
	static const char *const titles[] = { "before", "now", "lost", "gained", "changed",
		"confirmed, lost", "rejected, again" };
	const struct writer_options o = { s->v->lang, s->v->width, s->v->colour };
	struct table t;

	table_init(&t, "effect", "");
	table_column(&t, "code", "code", COLUMN_CODE, 0);
	table_column(&t, "label", "label", COLUMN_TEXT, 0);
	table_optional(&t);
	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
		table_column(&t, titles[i], titles[i], COLUMN_INT, 0);
	for (size_t i = 0; i < s->v->c->codes.n; i++) {
		const struct code *c = shown_code(code_at(s, i));

		if (differs(&s->v->x->codes[i]))
			add_row(&t, diff_code_name(s->v, c), localised_text(c->label, s->v->lang),
				&s->v->x->codes[i], false);
	}
	add_row(&t, "all codes", NULL, sum, true);
	writer_text.write(&t, &o, s->out);
	if (same > 0)
		buf_printf(s->out, "%zu code%s suggest%s the same as before\n", same, plural(same),
			same == 1 ? "s" : "");
	table_release(&t);
}

/* --- one place ----------------------------------------------------------------------------------
 */

static const char *const verdict_words[] = { "confirmed", "rejected", "unsure" };

static bool is_same(const struct effect_verdict *a, const struct effect_verdict *b)
{
	return a->verdict == b->verdict && strcmp(a->coder, b->coder) == 0;
}

/* "confirmed by Ani, rejected by Budi (2)": a place may hold several passages that were decided on.
 */
static void add_verdicts(const struct effect_place *p, struct buf *out)
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
		buf_printf(out, "%s%s by %s", out->len > 0 ? ", " : "", verdict_words[d->verdict],
			d->coder);
		if (n > 1)
			buf_printf(out, " (%u)", n);
	}
}

static void put_where(struct sheet *s, const struct effect_place *p)
{
	struct buf text = BUF_INIT;

	buf_printf(&text, "%u %s, line %u", p->document, p->title, p->line);
	if (p->speaker[0] != '\0')
		buf_printf(&text, ", %s", p->speaker);
	diff_indent(4, s->out);
	diff_put(s->v, DIFF_PLAIN, text.data, s->out);
	buf_reset(&text);
	add_verdicts(p, &text);
	if (text.len > 0) {
		buf_adds(s->out, "  [");
		diff_put(s->v, DIFF_PLAIN, text.data, s->out);
		buf_adds(s->out, "]");
	}
	buf_addc(s->out, '\n');
	buf_release(&text);
}

/* "~paham (changed), penyuluhan: 0.75" */
static void add_side(const struct effect_side *side, bool is_after, struct buf *out)
{
	static const char *const fates[2][4] = {
		{ "", " (removed)", " (changed)", " (other weight)" },
		{ "", " (new)", " (changed)", " (other weight)" },
	};

	for (size_t i = 0; i < side->n; i++)
		buf_printf(out, "%s%s%s", i > 0 ? ", " : "", side->rules[i].key,
			fates[is_after][side->rules[i].fate]);
	if (side->n > 0) {
		buf_adds(out, "  ");
		number_text(side->score, 2, "en", out);
	}
}

static void put_side(
	struct sheet *s, const char *name, const struct effect_side *side, bool is_after)
{
	struct buf text = BUF_INIT;

	add_side(side, is_after, &text);
	diff_indent(6, s->out);
	buf_printf(s->out, "%-7s ", name);
	diff_words(s->v, 14, 14, side->n > 0 ? text.data : "nothing", NULL, 0, s->out);
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
static const char *cause_of(const struct change_code *k, struct buf *out)
{
	static const char *const names[] = { "threshold", "exclusive", "inherit", "expand" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const struct change_field *f = field_of(k, names[i]);

		if (f == NULL)
			continue;
		buf_printf(out, "%s %s \xe2\x86\x92 %s", names[i],
			f->before != NULL ? f->before : "none",
			f->after != NULL ? f->after : "none");
		return out->data;
	}
	return "what other codes suggest";
}

static void put_cause(struct sheet *s, const struct effect_place *p)
{
	struct buf text = BUF_INIT;
	bool lost = p->after.n == 0;

	if (all_same(lost ? &p->before : &p->after)) {
		diff_indent(6, s->out);
		buf_adds(s->out, "by      ");
		diff_words(s->v, 14, 14, cause_of(code_at(s, p->code), &text), NULL, 0, s->out);
	}
	buf_release(&text);
}

static void put_reason(struct sheet *s, const struct effect_place *p)
{
	const struct change_code *k = code_at(s, p->code);
	struct buf text = BUF_INIT;
	unsigned n = 0;

	if (p->reason == EFFECT_WAS_MISSING) {
		buf_printf(&text, "what was rejected as %s does not count for %s without 'was %s'",
			k->like->key, k->after->key, k->like->key);
	} else {
		for (size_t i = 0; i < p->after.n; i++) {
			if (!p->after.rules[i].outside)
				continue;
			buf_printf(&text, "%s%s", n > 0 ? ", " : "", p->after.rules[i].key);
			n++;
		}
		buf_printf(&text, " find%s words outside of what was rejected", n > 1 ? "" : "s");
		if (p->before.n > 0 && p->before.unit != p->after.unit)
			buf_printf(&text, "; the %s is a %s now", unit_names[p->before.unit],
				unit_names[p->after.unit]);
	}
	diff_indent(6, s->out);
	buf_adds(s->out, "why     ");
	diff_words(s->v, 14, 14, text.data, NULL, 0, s->out);
	buf_release(&text);
}

static void put_place(struct sheet *s, const struct effect_place *p)
{
	bool lost = p->kind == EFFECT_CONFIRMED_LOST || p->kind == EFFECT_LOST ||
		    p->kind == EFFECT_SETTLED;

	put_where(s, p);
	diff_indent(6, s->out);
	diff_words(s->v, 6, 6, p->text, p->marks, p->nmarks, s->out);
	if (lost || p->before.n > 0)
		put_side(s, "before", &p->before, false);
	if (!lost)
		put_side(s, "now", &p->after, true);
	if (p->kind == EFFECT_REJECTED_AGAIN)
		put_reason(s, p);
	else
		put_cause(s, p);
}

/* --- the sections -------------------------------------------------------------------------------
 */

static void put_heading(struct sheet *s, const char *text, uint64_t n, const char *note)
{
	struct buf line = BUF_INIT;

	buf_printf(&line, "%s: %llu", text, (unsigned long long)n);
	buf_addc(s->out, '\n');
	diff_put(s->v, DIFF_BOLD, line.data, s->out);
	buf_addc(s->out, '\n');
	if (note != NULL)
		diff_words(s->v, 0, 0, note, NULL, 0, s->out);
	buf_release(&line);
}

/* Places of a code that is removed, or that is another's under a new key, need not be read. */
static const char *instead_of_places(const struct sheet *s, size_t code, enum effect_kind kind)
{
	const struct change_code *k = code_at(s, code);

	if (kind == EFFECT_LOST && k->after == NULL)
		return ", all of the code that is removed";
	if (kind == EFFECT_GAINED && k->how == CHANGE_ADDED && k->like != NULL)
		return "; is it the removed code by another name? then see above";
	return NULL;
}

static void put_code_line(struct sheet *s, size_t code, uint64_t n, const char *more)
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
static void put_places(struct sheet *s, enum effect_kind kind)
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
		if (shown < all)
			buf_printf(
				s->out, "    and %llu more\n", (unsigned long long)(all - shown));
	}
}

static void put_section(struct sheet *s, enum effect_kind kind, const struct effect_code *sum,
	const char *title, const char *note)
{
	if (sum->kinds[kind] == 0)
		return;
	put_heading(s, title, sum->kinds[kind], note);
	put_places(s, kind);
}

static void put_gone(struct sheet *s)
{
	const struct effect *x = s->v->x;

	if (x->gone.n == 0)
		return;
	put_heading(s, "Codes with decisions that are gone", x->gone.n,
		"'tema precode' stops at them: keep the code, or write 'was KEY' into the one that "
		"takes its place, or give precode --retire-missing.");
	vec_each (const struct effect_gone, g, &x->gone) {
		bool first = true;

		diff_indent(2, s->out);
		diff_put(s->v, DIFF_BOLD, g->full, s->out);
		buf_adds(s->out, g->label[0] != '\0' ? "  " : "");
		diff_put(s->v, DIFF_PLAIN, g->label, s->out);
		for (int i = 0; i < 3; i++)
			if (g->verdicts[i] > 0) {
				buf_printf(s->out, "%s%llu %s", first ? ": " : ", ",
					(unsigned long long)g->verdicts[i], verdict_words[i]);
				first = false;
			}
		if (g->like != NULL)
			buf_printf(s->out, "; %s looks like it", diff_code_name(s->v, g->like));
		buf_addc(s->out, '\n');
	}
}

static void put_intro(struct sheet *s, bool any)
{
	struct buf text = BUF_INIT;

	buf_printf(&text, "Effect on %s", s->v->project);
	buf_addc(s->out, '\n');
	diff_put(s->v, DIFF_BOLD, text.data, s->out);
	if (!s->v->only_gone)
		buf_printf(s->out, " (%u document%s): %s", s->v->x->documents,
			plural(s->v->x->documents),
			any			  ? "nothing was written"
			: s->v->x->documents == 0 ? "there is nothing to read yet"
						  : "the same suggestions as before");
	buf_addc(s->out, '\n');
	buf_release(&text);
}

void diff_effect(const struct diff_view *v, struct buf *out)
{
	struct sheet s = { v, out };
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
	put_section(&s, EFFECT_CONFIRMED_LOST, &sum, "Confirmed, and suggested no more",
		"The decisions stay; only no rule supports them then.");
	put_section(&s, EFFECT_REJECTED_AGAIN, &sum, "Rejected, and asked again", NULL);
	put_gone(&s);
	put_section(&s, EFFECT_LOST, &sum, "Other losses", NULL);
	put_section(&s, EFFECT_SETTLED, &sum, "Lost, and rejected anyway",
		"Here the rules agree now with what was decided.");
	put_section(&s, EFFECT_GAINED, &sum, "Gained", NULL);
}
