/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/turns_legend.h"

#include <string.h>

#include "base/utf8.h"
#include "corpus/wordlist.h"

#define HEAD_LINES 40 /* a legend stands in these */
#define KEY_MAX 20    /* bytes */
#define PAIRS_MAX 64  /* speakers of one legend */

struct piece {
	const char *p, *end;
};

/* "P = Peneliti" */
struct pair {
	struct piece key, name;
	const struct role_word *word; /* what the value says of the role, or NULL */
	bool equals;		      /* '=' rather than a colon */
	bool full;		      /* the value has two words at least */
};

VEC_TYPE(pair_list, struct pair);

/* One legend, perhaps over several lines. */
struct legend {
	struct pair_list pairs;
	VEC(size_t) lines; /* where they start in the draft's text */
	bool intro;	   /* "Keterangan:" stands above or in front */
	bool apart;	   /* a blank line follows */
};

static const char *const intros[] = { "abbreviations", "codes", "daftar informan", "daftar kode",
	"daftar narasumber", "daftar partisipan", "daftar peserta", "daftar singkatan", "inisial",
	"ket", "ket.", "keterangan", "keterangan inisial", "keterangan kode",
	"keterangan pembicara", "keterangan singkatan", "key", "kode", "kode informan",
	"kode pembicara", "legend", "legenda", "nama peserta", "participants", "partisipan",
	"pembicara", "peserta", "peserta fgd", "singkatan", "speaker key", "speakers" };

static struct piece trim(struct piece a)
{
	static const char around[] = " \t*_-|";

	while (a.p < a.end && strchr(around, *a.p) != NULL)
		a.p++;
	while (a.end > a.p && strchr(around, a.end[-1]) != NULL)
		a.end--;
	return a;
}

static size_t length(struct piece a)
{
	return (size_t)(a.end - a.p);
}

/* ---- one line ---- */

static bool is_key(struct piece a)
{
	return length(a) > 0 && length(a) <= KEY_MAX && label_is_name(a.p, length(a)) &&
	       !turns_is_stop(a.p, length(a));
}

/* "Sari (kader)", "Peneliti (Rina)", "Rina (peneliti)", "Tanya". */
static bool read_value(struct piece value, struct pair *out)
{
	const char *open = memchr(value.p, '(', length(value));
	struct piece base = value, inside = { value.end, value.end };

	if (length(value) > 0 && value.end[-1] == '.')
		base.end = --value.end;
	if (open != NULL && value.end[-1] == ')') {
		base.end = open;
		inside = trim((struct piece){ open + 1, value.end - 1 });
	}
	base = trim(base);
	if (length(base) < 2 || !label_is_name(base.p, length(base)))
		return false;
	out->full = memchr(base.p, ' ', length(base)) != NULL || length(inside) > 0;
	out->word = turns_role_word(base.p, length(base));
	out->name = base;
	if (out->word != NULL)
		out->name = length(inside) > 1 && label_is_name(inside.p, length(inside))
				    ? inside
				    : (struct piece){ base.end, base.end };
	else
		out->word = turns_role_word(inside.p, length(inside));
	return true;
}

static bool read_pair(struct piece a, struct pair *out)
{
	const char *sep = a.p;

	while (sep < a.end && *sep != '=' && *sep != ':')
		sep++;
	if (sep == a.end)
		return false;
	*out = (struct pair){ .key = trim((struct piece){ a.p, sep }), .equals = *sep == '=' };
	return is_key(out->key) && read_value(trim((struct piece){ sep + 1, a.end }), out);
}

/* The end of the piece at p: a comma or semicolon outside of brackets. */
static const char *piece_end(const char *p, const char *end)
{
	int depth = 0;

	for (; p < end && (depth > 0 || (*p != ',' && *p != ';')); p++)
		depth += (*p == '(') - (*p == ')');
	return p;
}

/* All pieces of the line as pairs; false, and nothing added, if one is none. */
static bool read_pairs(struct piece line, struct pair_list *out)
{
	size_t before = out->n;
	struct pair pair;

	for (const char *p = line.p; p < line.end;) {
		struct piece one = { p, piece_end(p, line.end) };

		if (out->n >= PAIRS_MAX || !read_pair(trim(one), &pair)) {
			out->n = before;
			return false;
		}
		vec_push(out, pair);
		p = one.end + (one.end < line.end);
	}
	return out->n > before;
}

/* Behind "Keterangan:" in front of all; line.p if it is none. */
static const char *skip_intro(struct piece line)
{
	const char *colon = memchr(line.p, ':', length(line));
	struct piece word = trim((struct piece){ line.p, colon != NULL ? colon : line.end });

	if (wordlist_find(WORDLIST(intros), word.p, length(word)) < 0)
		return line.p;
	return colon != NULL ? colon + 1 : line.end;
}

/* ---- is it one? ---- */

/* "I1", "P2", "NR" */
static bool is_code(struct piece a)
{
	for (const char *p = a.p; p < a.end; p++)
		if ((*p < 'A' || *p > 'Z') && (*p < '0' || *p > '9'))
			return false;
	return length(a) <= 4;
}

static bool is_repeated(const struct pair_list *pairs)
{
	for (size_t i = 0; i < pairs->n; i++)
		for (size_t k = 0; k < i; k++) {
			struct piece a = pairs->items[i].key, b = pairs->items[k].key;

			if (length(a) == length(b) && memcmp(a.p, b.p, length(a)) == 0)
				return true;
		}
	return false;
}

static bool is_legend(const struct legend *l)
{
	size_t words = 0, equals = 0, codes = 0, full = 0, n = l->pairs.n;

	vec_each (const struct pair, p, &l->pairs) {
		words += p->word != NULL;
		equals += p->equals;
		codes += is_code(p->key);
		full += p->full;
	}
	if (n == 0 || is_repeated(&l->pairs))
		return false;
	if (l->intro || equals == n)
		return true;
	if (n < 2)
		return false;
	return words == n || (codes == n && l->lines.n == 1) || (full == n && l->apart);
}

/* Does a mark outside of the legend carry the key? */
static bool is_used(const struct marks *m, const struct legend *l, struct piece key)
{
	uint32_t who = marks_who((struct marks *)m, NULL, key.p, length(key), false);

	if (who == INTERN_NONE)
		return false;
	vec_each (const struct line_mark, mark, &m->list) {
		bool inside = false;

		for (size_t i = 0; i < l->lines.n; i++)
			inside = inside || mark->line == l->lines.items[i];
		if (mark->who == who && !inside)
			return true;
	}
	return false;
}

/* ---- what it says ---- */

static bool has_interviewer(const struct legend *l)
{
	vec_each (const struct pair, p, &l->pairs)
		if (p->word != NULL && p->word->role == ROLE_INTERVIEWER)
			return true;
	return false;
}

static char *copy(struct draft *draft, struct piece a)
{
	return length(a) > 0 ? arena_dup(&draft->arena, a.p, length(a)) : NULL;
}

/* What the hints from FIRST on say. */
static void add_remark(const struct hint_list *hints, size_t first, struct diags *d)
{
	struct buf text = BUF_INIT;

	for (size_t i = first; i < hints->n; i++) {
		const struct speaker_hint *h = &hints->items[i];

		buf_printf(&text, "%s%s", text.len > 0 ? "; " : "", h->label);
		if (h->name != NULL)
			buf_printf(&text, " is %s", h->name);
		if (h->role >= 0)
			buf_printf(&text, "%s%s", h->name != NULL ? ", " : " is ",
				role_names[h->role]);
	}
	diag_add(d, DIAG_REMARK, "R104", NULL, "taken from the legend: %s", text.data);
	buf_release(&text);
}

/* The legend's pairs as hints; none of its keys used: nothing. */
static void take(struct marks *m, struct draft *draft, const struct legend *l,
	struct hint_list *out, struct diags *d)
{
	bool asked = has_interviewer(l);
	size_t first = out->n;

	if (!is_legend(l))
		return;
	vec_each (const struct pair, p, &l->pairs)
		if (is_used(m, l, p->key)) {
			struct speaker_hint h = { .label = copy(draft, p->key),
				.name = copy(draft, p->name),
				.role = p->word != NULL ? (int)p->word->role
					: asked		? ROLE_INFORMANT
							: -1 };

			vec_push(out, h);
		}
	if (out->n == first)
		return;
	vec_each (struct line_mark, mark, &m->list)
		for (size_t i = 0; i < l->lines.n; i++)
			mark->head = mark->head || mark->line == l->lines.items[i];
	add_remark(out, first, d);
}

/* ---- over the lines ---- */

struct reading {
	struct marks *m;
	struct draft *draft;
	struct hint_list *out;
	struct diags *d;
	struct legend legend;
};

static void close_legend(struct reading *r, bool apart)
{
	r->legend.apart = apart;
	take(r->m, r->draft, &r->legend, r->out, r->d);
	vec_reset(&r->legend.pairs);
	vec_reset(&r->legend.lines);
	r->legend.intro = false;
}

static void take_line(struct reading *r, size_t start, size_t len, bool apart)
{
	const char *p = r->draft->text.data + start;
	struct piece line = trim((struct piece){ p, p + len });
	const char *behind = skip_intro(line);
	bool intro = behind > line.p;
	size_t before;

	if (intro) {
		close_legend(r, apart);
		r->legend.intro = true;
		line = trim((struct piece){ behind, line.end });
		if (length(line) == 0)
			return;
	} else if (apart && !(r->legend.intro && r->legend.pairs.n == 0)) {
		close_legend(r, true);
	}
	before = r->legend.pairs.n;
	if (!read_pairs(line, &r->legend.pairs)) {
		close_legend(r, false);
		return;
	}
	vec_push(&r->legend.lines, start);
	if (r->legend.pairs.n > before + 1 && !r->legend.intro)
		close_legend(r, false);
}

static void read_lines(struct reading *r)
{
	size_t lines = 0;

	for (size_t i = 0; i < r->draft->paras.n && lines < HEAD_LINES; i++) {
		const struct draft_para *dp = &r->draft->paras.items[i];
		bool apart = !dp->tight;

		for (size_t at = dp->start; at < dp->end && lines < HEAD_LINES; lines++) {
			const char *p = r->draft->text.data + at;
			const char *nl = memchr(p, '\n', dp->end - at);
			size_t len = nl != NULL ? (size_t)(nl - p) : dp->end - at;

			take_line(r, at, len, apart);
			apart = false;
			at += len + 1;
		}
	}
	close_legend(r, lines < HEAD_LINES);
}

/* What the user says, with the legend's word where he says nothing. */
static struct speaker_hint merge(
	struct marks *m, const struct speaker_hint *user, const struct hint_list *legend)
{
	struct speaker_hint h = *user;
	uint32_t who = marks_who(m, NULL, user->label, strlen(user->label), false);

	vec_each (const struct speaker_hint, l, legend) {
		if (who == INTERN_NONE ||
			marks_who(m, NULL, l->label, strlen(l->label), false) != who)
			continue;
		h.name = h.name != NULL ? h.name : l->name;
		h.role = h.role >= 0 ? h.role : l->role;
	}
	return h;
}

void legend_find(struct marks *m, struct draft *draft, const struct speaker_hint *hints,
	size_t nhints, struct hint_list *out, struct diags *d)
{
	struct reading r = { .m = m,
		.draft = draft,
		.out = out,
		.d = d,
		.legend = { .pairs = VEC_INIT, .lines = VEC_INIT } };

	read_lines(&r);
	for (size_t i = 0; i < nhints; i++) {
		struct speaker_hint h = merge(m, &hints[i], out);

		vec_push(out, h);
	}
	vec_release(&r.legend.pairs);
	vec_release(&r.legend.lines);
}
