/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codebooks/pattern.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/mem.h"
#include "codebooks/model.h"

#define MATCH_LIMIT 1000000u
#define DEPTH_LIMIT 10000u
#define HEAP_LIMIT_KIB 20480u
#define GROUPS_DEEP 100
#define STACK_START (32u << 10)
#define STACK_MAX (1u << 20)

struct regex {
	pcre2_code *code;
	pcre2_match_data *data;
	pcre2_match_context *context;
	pcre2_jit_stack *stack;
	bool ready; /* compiled to machine code, or tried to: on first use, not when only checked */
};

/* --- what is refused -------------------------------------------------------------------------- */

/* A walk over the regex that knows escapes, classes, \Q..\E and comments. */
struct walk {
	const char *re;
	size_t len, pos;
	enum message refused; /* why, and at pos */
	size_t open[GROUPS_DEEP + 1];
	size_t depth;
};

static bool at(const struct walk *w, const char *s)
{
	size_t n = strlen(s);

	return w->len - w->pos >= n && memcmp(w->re + w->pos, s, n) == 0;
}

/* To the first S, and over it; to the end if there is none. */
static void skip_to(struct walk *w, const char *s)
{
	while (w->pos < w->len && !at(w, s))
		w->pos++;
	w->pos += w->pos < w->len ? strlen(s) : 0;
}

static void walk_escape(struct walk *w)
{
	if (at(w, "\\Q"))
		skip_to(w, "\\E");
	else if (at(w, "\\K"))
		w->refused = MSG_E014_KEEP;
	else if (at(w, "\\C"))
		w->refused = MSG_E014_BYTE;
	else
		w->pos += w->len - w->pos > 1 ? 2 : 1;
}

static void walk_class(struct walk *w)
{
	w->pos++;
	if (at(w, "^"))
		w->pos++;
	if (at(w, "]"))
		w->pos++;
	while (w->pos < w->len && !at(w, "]")) {
		if (at(w, "[:"))
			skip_to(w, ":]");
		else if (at(w, "\\Q"))
			skip_to(w, "\\E");
		else
			w->pos += at(w, "\\") && w->len - w->pos > 1 ? 2 : 1;
	}
	if (w->pos < w->len)
		w->pos++;
}

static void walk_group(struct walk *w)
{
	if (at(w, "(*")) {
		w->refused = MSG_E014_VERB;
		return;
	}
	if (at(w, "(?C")) {
		w->refused = MSG_E014_CALLOUT;
		return;
	}
	if (at(w, "(?#")) {
		skip_to(w, ")");
		return;
	}
	if (w->depth < GROUPS_DEEP)
		w->open[w->depth] = w->pos;
	w->depth++;
	w->pos++;
}

static void walk_step(struct walk *w)
{
	char c = w->re[w->pos];

	if (c == '\\') {
		walk_escape(w);
	} else if (c == '[') {
		walk_class(w);
	} else if (c == '(') {
		walk_group(w);
	} else {
		w->depth -= c == ')' && w->depth > 0;
		w->pos++;
	}
}

static struct walk walk(const char *re, size_t len)
{
	struct walk w = { .re = re, .len = len };

	while (w.pos < len && w.refused == MSG_NONE)
		walk_step(&w);
	return w;
}

/* --- compiling ----------------------------------------------------------------------------------
 */

static uint32_t options_of(unsigned flags)
{
	uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C;

	if ((flags & REGEX_CASE) == 0)
		options |= PCRE2_CASELESS;
	if ((flags & REGEX_MULTILINE) != 0)
		options |= PCRE2_MULTILINE;
	if ((flags & REGEX_DOTALL) != 0)
		options |= PCRE2_DOTALL;
	if ((flags & REGEX_EXTENDED) != 0)
		options |= PCRE2_EXTENDED;
	return options;
}

/* PCRE2 says "at the end" of a group that is not closed; its '(' is what the author looks for. */
static size_t better_place(const struct walk *w, int code, size_t where)
{
	if (code == PCRE2_ERROR_MISSING_CLOSING_PARENTHESIS && w->depth > 0 &&
		w->depth <= GROUPS_DEEP)
		return w->open[w->depth - 1];
	return where < w->len ? where : w->len;
}

/* What authors get wrong is said in our words, in both languages; the rest in those of PCRE2. */
static enum message our_words(int code)
{
	static const struct {
		int code;
		enum message m;
	} known[] = {
		{ PCRE2_ERROR_END_BACKSLASH, MSG_E014_BACKSLASH },
		{ PCRE2_ERROR_UNKNOWN_ESCAPE, MSG_E014_ESCAPE },
		{ PCRE2_ERROR_ESCAPE_INVALID_IN_CLASS, MSG_E014_ESCAPE },
		{ PCRE2_ERROR_MISSING_SQUARE_BRACKET, MSG_E014_BRACKET },
		{ PCRE2_ERROR_CLASS_RANGE_ORDER, MSG_E014_RANGE },
		{ PCRE2_ERROR_QUANTIFIER_INVALID, MSG_E014_QUANTIFIER },
		{ PCRE2_ERROR_QUANTIFIER_OUT_OF_ORDER, MSG_E014_QUANTIFIER_ORDER },
		{ PCRE2_ERROR_QUANTIFIER_TOO_BIG, MSG_E014_QUANTIFIER_SIZE },
		{ PCRE2_ERROR_INVALID_AFTER_PARENS_QUERY, MSG_E014_GROUP },
		{ PCRE2_ERROR_MISSING_CLOSING_PARENTHESIS, MSG_E014_PAREN },
		{ PCRE2_ERROR_UNMATCHED_CLOSING_PARENTHESIS, MSG_E014_PAREN_END },
		{ PCRE2_ERROR_BAD_SUBPATTERN_REFERENCE, MSG_E014_BACKWARD },
		{ PCRE2_ERROR_PARENTHESES_NEST_TOO_DEEP, MSG_E014_NESTING },
		{ PCRE2_ERROR_LOOKBEHIND_NOT_FIXED_LENGTH, MSG_E014_BEHIND },
		{ PCRE2_ERROR_UNKNOWN_POSIX_CLASS, MSG_E014_CLASS },
		{ PCRE2_ERROR_UNKNOWN_UNICODE_PROPERTY, MSG_E014_PROPERTY },
		{ PCRE2_ERROR_MALFORMED_UNICODE_PROPERTY, MSG_E014_PROPERTY },
	};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (known[i].code == code)
			return known[i].m;
	return MSG_E014_PCRE;
}

static void compile_failed(const struct walk *w, int code, size_t offset, struct regex_flaw *flaw)
{
	PCRE2_UCHAR text[sizeof flaw->detail];

	if (pcre2_get_error_message(code, text, sizeof text) < 0)
		text[0] = '\0';
	snprintf(flaw->detail, sizeof flaw->detail, "%s", (const char *)text);
	flaw->where = better_place(w, code, offset);
	flaw->why = our_words(code);
}

static pcre2_code *compile(
	const char *re, size_t len, unsigned flags, int *code, PCRE2_SIZE *offset)
{
	pcre2_compile_context *context = pcre2_compile_context_create(NULL);
	pcre2_code *compiled;

	pcre2_set_newline(context, PCRE2_NEWLINE_LF);
	pcre2_set_parens_nest_limit(context, GROUPS_DEEP);
	compiled = pcre2_compile((PCRE2_SPTR)re, len, options_of(flags), code, offset, context);
	pcre2_compile_context_free(context);
	return compiled;
}

static bool matches_empty(const pcre2_code *code)
{
	uint32_t empty = 0;

	pcre2_pattern_info(code, PCRE2_INFO_MATCHEMPTY, &empty);
	return empty != 0;
}

static struct regex *regex_of(pcre2_code *code)
{
	struct regex *r = mem_zalloc(1, sizeof *r);

	r->code = code;
	return r;
}

bool regex_new(
	const char *re, size_t len, unsigned flags, struct regex **out, struct regex_flaw *flaw)
{
	struct walk w = walk(re, len);
	pcre2_code *code;
	PCRE2_SIZE offset = 0;
	int error = 0;

	*out = NULL;
	*flaw = (struct regex_flaw){ .where = w.pos, .why = w.refused };
	if (w.refused != MSG_NONE)
		return false;
	code = compile(re, len, flags, &error, &offset);
	if (code == NULL) {
		compile_failed(&w, error, offset, flaw);
		return false;
	}
	if (matches_empty(code)) {
		pcre2_code_free(code);
		*flaw = (struct regex_flaw){ .why = MSG_E014_EMPTY };
		return false;
	}
	*out = regex_of(code);
	return true;
}

void regex_free(struct regex *r)
{
	if (r == NULL)
		return;
	pcre2_jit_stack_free(r->stack);
	pcre2_match_context_free(r->context);
	pcre2_match_data_free(r->data);
	pcre2_code_free(r->code);
	free(r);
}

/* --- matching
 * ------------------------------------------------------------------------------------- */

/* Without machine code (no JIT on this machine, no memory for it) PCRE2 interprets by itself. */
static void make_ready(struct regex *r)
{
	r->ready = true;
	r->data = pcre2_match_data_create(1, NULL);
	r->context = pcre2_match_context_create(NULL);
	pcre2_set_match_limit(r->context, MATCH_LIMIT);
	pcre2_set_depth_limit(r->context, DEPTH_LIMIT);
	pcre2_set_heap_limit(r->context, HEAP_LIMIT_KIB);
	if (pcre2_jit_compile(r->code, PCRE2_JIT_COMPLETE) != 0)
		return;
	r->stack = pcre2_jit_stack_create(STACK_START, STACK_MAX, NULL);
	if (r->stack != NULL)
		pcre2_jit_stack_assign(r->context, NULL, r->stack);
}

enum regex_result regex_find(
	struct regex *r, const char *text, size_t len, size_t from, size_t *start, size_t *end)
{
	const PCRE2_SIZE *span;
	int rc;

	if (!r->ready)
		make_ready(r);
	/* The text is known good and from a character border (normalise.h). */
	rc = pcre2_match(r->code, (PCRE2_SPTR)text, len, from, PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY,
		r->data, r->context);
	if (rc == PCRE2_ERROR_NOMATCH)
		return REGEX_NONE;
	if (rc < 0)
		return REGEX_LIMIT;
	span = pcre2_get_ovector_pointer(r->data);
	*start = span[0];
	*end = span[1];
	return REGEX_FOUND;
}
