/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/md_inline.h"

#include <string.h>

#include "base/utf8.h"
#include "corpus/entities.h"
#include "corpus/md_marks.h"
#include "corpus/tags.h"

#define TAG_MAX 1000	 /* bytes of a tag, and */
#define ADDRESS_MAX 2000 /* of a link's target: a longer one is text */
#define CODE_MAX 16	 /* backticks in a row that may open code */
#define NAME_MAX 200	 /* bytes of a reference's name */

struct bracket {
	size_t open, close; /* offsets of '[' and its ']' */
};

struct scan {
	struct md_inline *m;
	const char *start, *p, *end;
	struct md_items items;
	VEC(struct bracket) brackets; /* by open */
	size_t next;		      /* bracket not yet passed */
	VEC(struct bracket) links; /* inside them now: open = their ']', close = where to go on */
	const char *no_code[CODE_MAX + 1]; /* no run of that many backticks from here on */
	bool no_comment;
};

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static uint32_t ref_key(const struct intern *known, struct intern *add, const char *p, size_t len)
{
	char key[NAME_MAX];

	if (len > NAME_MAX)
		return INTERN_NONE;
	for (size_t i = 0; i < len; i++)
		key[i] = lower(p[i]);
	return add != NULL ? intern_add(add, key, len) : intern_find(known, key, len);
}

uint32_t md_ref_add(struct intern *refs, const char *p, size_t len)
{
	return ref_key(NULL, refs, p, len);
}

uint32_t md_ref_find(const struct intern *refs, const char *p, size_t len)
{
	return ref_key(refs, NULL, p, len);
}

static bool is_alnum(char c)
{
	return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z');
}

static bool starts(const char *p, const char *end, const char *word)
{
	size_t n = strlen(word);

	return (size_t)(end - p) >= n && memcmp(p, word, n) == 0;
}

bool md_is_address(const char *p, size_t len)
{
	const char *end = p + len;
	bool letters = false, dot = false;

	if (len == 0 || *p == '#' || *p == '/' || *p == '<' || starts(p, end, "mailto:"))
		return true;
	for (size_t i = 0; i < len; i++) {
		if (p[i] == ' ' || p[i] == '\n')
			return false;
		letters |= lower(p[i]) >= 'a' && lower(p[i]) <= 'z';
		dot |= i > 0 && i + 1 < len && p[i] == '.' && is_alnum(p[i - 1]) &&
		       is_alnum(p[i + 1]);
	}
	return memmem(p, len, "://", 3) != NULL || (letters && dot);
}

/* ---- brackets ---- */

static int by_open(const void *a, const void *b)
{
	const struct bracket *x = a, *y = b;

	return x->open < y->open ? -1 : x->open > y->open;
}

/* Pairs all square brackets in one pass, so that a row of "[[[[" costs nothing. */
static void pair_brackets(struct scan *s)
{
	VEC(size_t) open = VEC_INIT;

	for (const char *p = s->start; p < s->end; p++) {
		if (*p == '\\') {
			p++;
		} else if (*p == '[') {
			vec_push(&open, (size_t)(p - s->start));
		} else if (*p == ']' && open.n > 0) {
			struct bracket b = { *vec_last(&open), (size_t)(p - s->start) };

			open.n--;
			vec_push(&s->brackets, b);
		}
	}
	vec_sort(&s->brackets, by_open);
	vec_release(&open);
}

/* The ']' of the '[' at p, or NULL. */
static const char *closing(struct scan *s, const char *p)
{
	size_t at = (size_t)(p - s->start);

	while (s->next < s->brackets.n && s->brackets.items[s->next].open < at)
		s->next++;
	if (s->next == s->brackets.n || s->brackets.items[s->next].open != at)
		return NULL;
	return s->start + s->brackets.items[s->next].close;
}

/* p behind "](": the address and an optional title; returns where the text goes on, or NULL. */
static const char *link_target(const char *p, const char *end)
{
	const char *start, *stop;
	int depth = 0;

	if (end - p > ADDRESS_MAX)
		end = p + ADDRESS_MAX;
	while (p < end && *p == ' ')
		p++;
	for (start = p; p < end && *p != ' ' && *p != '\n' && (*p != ')' || depth > 0); p++)
		depth += *p == '(' ? 1 : *p == ')' ? -1 : 0;
	stop = p;
	while (p < end && (*p == ' ' || *p == '\n'))
		p++;
	if (p < end && (*p == '"' || *p == '\'')) {
		const char *quote = memchr(p + 1, *p, (size_t)(end - p - 1));

		p = quote != NULL ? quote + 1 : end;
	}
	if (p >= end || *p != ')' || !md_is_address(start, (size_t)(stop - start)))
		return NULL;
	return p + 1;
}

/* What follows the ']' at close makes "[...]" a link: returns where the text goes on, or NULL. */
static const char *link_end(const struct scan *s, const char *open, const char *close)
{
	const char *p = close + 1;

	if (p < s->end && *p == '(')
		return link_target(p + 1, s->end);
	if (p < s->end && *p == '[') {
		const char *stop = memchr(
			p, ']', (size_t)(s->end - p) < NAME_MAX ? (size_t)(s->end - p) : NAME_MAX);
		size_t len = stop != NULL ? (size_t)(stop - p - 1) : 0;

		if (stop == p + 1 && md_ref_find(&s->m->refs, open + 1,
					     (size_t)(close - open - 1)) != INTERN_NONE)
			return stop + 1;
		if (len > 0 && md_ref_find(&s->m->refs, p + 1, len) != INTERN_NONE)
			return stop + 1;
	}
	if (md_ref_find(&s->m->refs, open + 1, (size_t)(close - open - 1)) != INTERN_NONE)
		return p;
	return NULL;
}

/* ---- one construct each: they move s->p on, or return false and leave it ---- */

static void add(struct scan *s, const char *p, size_t len)
{
	md_marks_text(&s->items, p, len);
}

static bool take_escape(struct scan *s)
{
	const char *p = s->p + 1;

	if (p >= s->end)
		return false;
	if (*p != '\n') {
		if ((unsigned char)*p < 0x21 || (unsigned char)*p > 0x7e || is_alnum(*p))
			return false;
	}
	add(s, p, 1); /* also a hard line break */
	s->p = p + 1;
	return true;
}

static size_t run_length(const char *p, const char *end)
{
	size_t n = 1;

	while (p + n < end && p[n] == *p)
		n++;
	return n;
}

static bool take_code(struct scan *s)
{
	size_t n = run_length(s->p, s->end), m;
	const char *in = s->p + n, *p = in;

	if (n > CODE_MAX || (s->no_code[n] != NULL && s->p >= s->no_code[n])) {
		add(s, s->p, n);
		s->p += n;
		return true;
	}
	while ((p = memchr(p, '`', (size_t)(s->end - p))) != NULL) {
		m = run_length(p, s->end);
		if (m == n)
			break;
		p += m;
	}
	if (p == NULL) {
		s->no_code[n] = s->p;
		add(s, s->p, n);
		s->p = in;
		return true;
	}
	add(s, in, (size_t)(p - in));
	s->p = p + n;
	return true;
}

static bool take_comment(struct scan *s)
{
	const char *stop;

	if (!starts(s->p, s->end, "<!--") || s->no_comment)
		return false;
	stop = memmem(s->p + 4, (size_t)(s->end - s->p - 4), "-->", 3);
	if (stop == NULL) {
		s->no_comment = true;
		return false;
	}
	s->m->comments++;
	s->p = stop + 3;
	return true;
}

static bool take_autolink(struct scan *s, const char *close)
{
	const char *in = s->p + 1;
	size_t len = (size_t)(close - in);

	if (memchr(in, ' ', len) != NULL || memchr(in, '\n', len) != NULL)
		return false;
	if (memmem(in, len, "://", 3) == NULL && memchr(in, '@', len) == NULL)
		return false;
	add(s, in, len);
	s->p = close + 1;
	return true;
}

/* <script> and <style>: up to the closing tag of that name, or to the end of the paragraph. */
static void skip_hidden(struct scan *s, const char *in)
{
	size_t n = tag_name(in, s->end);
	const char *p = s->p;

	while ((p = memmem(p, (size_t)(s->end - p), "</", 2)) != NULL) {
		p += 2;
		if (tag_name(p, s->end) == n && memcmp(p, in, n) == 0)
			break;
	}
	p = p != NULL ? memchr(p, '>', (size_t)(s->end - p)) : NULL;
	if (p != NULL)
		s->p = p + 1;
}

static bool take_tag(struct scan *s)
{
	static const char *const instead[] = {
		[TAG_INLINE] = "",
		[TAG_BREAK] = "\n",
		[TAG_BLOCK] = "\v",
		[TAG_TABLE] = "\v",
		[TAG_ROW] = "\v",
		[TAG_CELL] = "\t",
		[TAG_HIDDEN] = "",
	};
	const char *in = s->p + 1, *close;
	size_t max = (size_t)(s->end - s->p) < TAG_MAX ? (size_t)(s->end - s->p) : TAG_MAX;
	enum tag_kind kind;

	if (take_comment(s))
		return true;
	close = memchr(s->p, '>', max);
	if (close == NULL)
		return false;
	if (take_autolink(s, close))
		return true;
	kind = tag_find(in, close);
	if (kind == TAG_UNKNOWN || memchr(in, '<', (size_t)(close - in)) != NULL)
		return false;
	s->p = close + 1;
	add(s, instead[kind], strlen(instead[kind]));
	if (kind == TAG_HIDDEN && *in != '/')
		skip_hidden(s, in);
	return true;
}

static bool take_entity(struct scan *s)
{
	struct buf one = BUF_INIT;
	size_t n = entity_decode(s->p, s->end, &one);

	add(s, one.data, one.len);
	buf_release(&one);
	s->p += n;
	return n > 0;
}

static bool take_bracket(struct scan *s)
{
	const char *close = closing(s, s->p), *next;
	struct bracket link;

	if (close == NULL)
		return false;
	if (s->p[1] == '^' && md_ref_find(&s->m->footnotes, s->p + 2, (size_t)(close - s->p - 2)) !=
				      INTERN_NONE) {
		s->p = close + 1;
		return true;
	}
	next = link_end(s, s->p, close);
	if (next == NULL)
		return false;
	link = (struct bracket){ (size_t)(close - s->start), (size_t)(next - s->start) };
	vec_push(&s->links, link);
	s->p++;
	return true;
}

static bool take_bracket_end(struct scan *s)
{
	if (s->links.n == 0 || vec_last(&s->links)->open != (size_t)(s->p - s->start))
		return false;
	s->p = s->start + vec_last(&s->links)->close;
	s->links.n--;
	return true;
}

static bool take_image(struct scan *s)
{
	const char *close, *next;

	if (s->p + 1 >= s->end || s->p[1] != '[')
		return false;
	close = closing(s, s->p + 1);
	next = close != NULL ? link_end(s, s->p + 1, close) : NULL;
	if (next == NULL)
		return false;
	s->p = next;
	return true;
}

/* "{: .class #id key=value}" behind something it belongs to, or at the end of a line. */
static bool take_attributes(struct scan *s)
{
	const char *stop;
	size_t max = (size_t)(s->end - s->p) < TAG_MAX ? (size_t)(s->end - s->p) : TAG_MAX;

	if (!starts(s->p, s->end, "{:") && !starts(s->p, s->end, "{%"))
		return false;
	stop = memchr(s->p, '}', max);
	if (stop == NULL || memchr(s->p, '\n', (size_t)(stop - s->p)) != NULL)
		return false;
	s->p = stop + 1;
	return true;
}

static bool take_marks(struct scan *s)
{
	size_t n = run_length(s->p, s->end);
	uint32_t before = UTF8_BAD, after = UTF8_BAD;

	if (s->p > s->start)
		utf8_prev(s->start, s->p, &before);
	if (s->p + n < s->end)
		utf8_next(s->p + n, s->end, &after);
	md_marks_add(&s->items, *s->p, n, before, after);
	s->p += n;
	return true;
}

typedef bool take_fn(struct scan *s);

static take_fn *taker(char c)
{
	static take_fn *const table[128] = {
		['\\'] = take_escape,
		['`'] = take_code,
		['<'] = take_tag,
		['&'] = take_entity,
		['['] = take_bracket,
		[']'] = take_bracket_end,
		['!'] = take_image,
		['{'] = take_attributes,
		['*'] = take_marks,
		['_'] = take_marks,
		['~'] = take_marks,
	};

	return (unsigned char)c < 128 ? table[(unsigned char)c] : NULL;
}

void md_inline(struct md_inline *m, const char *p, size_t len, struct buf *out, size_t *bold)
{
	struct scan s = {
		.m = m, .start = p, .p = p, .end = p + len, .items = { BUF_INIT, VEC_INIT }
	};

	pair_brackets(&s);
	while (s.p < s.end) {
		take_fn *take = taker(*s.p);
		const char *from = s.p;

		if (take != NULL && take(&s))
			continue;
		do
			s.p++;
		while (s.p < s.end && taker(*s.p) == NULL);
		add(&s, from, (size_t)(s.p - from));
	}
	md_marks_pair(&s.items);
	md_marks_write(&s.items, out, bold);
	md_marks_release(&s.items);
	vec_release(&s.brackets);
	vec_release(&s.links);
}
