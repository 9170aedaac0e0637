/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cli/cmd.h"
#include "cli/filter.h"
#include "cli/review_view.h"
#include "cli/say.h"
#include "cli/sub.h"
#include "cli/term.h"
#include "project/decide.h"

static struct filter_words words;

static const struct opt opts[] = {
	FILTER_OPTS(words),
	{ .name = "state",
		.kind = OPT_LIST,
		.value = &words.states,
		.arg = "STATE",
		.help = "open (default), confirmed, rejected, unsure or all" },
};

struct session {
	struct ctx *c;
	struct review *review;
	struct code_names names;
	struct suggestion_filter filter;
	struct review_view view;
	struct buf message, by_hand;
	uint64_t decided;
	bool done;
};

typedef enum rc key_fn(struct session *s, int key, struct err *e);

static void tell(struct session *s, const char *text)
{
	buf_reset(&s->message);
	buf_adds(&s->message, text);
}

static void move_to(struct session *s, size_t index)
{
	s->view.index = index;
	s->view.page = 0;
	s->view.more = 0;
	s->view.scroll = 0;
}

/* ---- keys ------------------------------------------------------------------------------------ */

static enum rc key_next(struct session *s, int key, struct err *e)
{
	(void)key;
	(void)e;
	if (s->view.index + 1 < s->view.count)
		move_to(s, s->view.index + 1);
	else
		s->done = true;
	return RC_OK;
}

static enum rc key_back(struct session *s, int key, struct err *e)
{
	(void)key;
	(void)e;
	if (s->view.index > 0)
		move_to(s, s->view.index - 1);
	else
		tell(s, "this is the first passage");
	return RC_OK;
}

static enum rc key_quit(struct session *s, int key, struct err *e)
{
	(void)key;
	(void)e;
	s->done = true;
	return RC_OK;
}

static enum rc key_more(struct session *s, int key, struct err *e)
{
	(void)key;
	(void)e;
	if (s->view.below) { /* first what follows, then what is around */
		s->view.scroll += s->view.room > 1 ? s->view.room - 1 : 1;
		return RC_OK;
	}
	s->view.more = (s->view.more + 1) % 3;
	s->view.scroll = 0;
	return RC_OK;
}

static enum rc key_page(struct session *s, int key, struct err *e)
{
	(void)key;
	(void)e;
	s->view.page += REVIEW_PAGE;
	if (s->view.page >= s->view.passage->suggestions.n)
		s->view.page = 0;
	return RC_OK;
}

/* open -> confirmed -> rejected -> open */
static enum rc key_toggle(struct session *s, int key, struct err *e)
{
	size_t i = s->view.page + (size_t)(key - '1');
	const struct store_suggestion *g;

	if (i >= s->view.passage->suggestions.n) {
		tell(s, "no code has this number");
		return RC_OK;
	}
	g = &s->view.passage->suggestions.items[i];
	s->decided++;
	if (g->state == SUGGESTION_REJECTED)
		return decide_withdraw(s->c->store, &s->c->who, g, e);
	return decide_one(s->c->store, &s->c->who, g,
		g->state == SUGGESTION_CONFIRMED ? VERDICT_REJECT : VERDICT_CONFIRM, NULL, e);
}

static const struct {
	char key;
	enum verdict verdict;
} verdict_keys[] = { { 'y', VERDICT_CONFIRM }, { 'n', VERDICT_REJECT }, { '?', VERDICT_UNSURE } };

/* Decide on every suggestion of the passage that is still open, and go on. */
static enum rc key_rest(struct session *s, int key, struct err *e)
{
	const struct passage *p = s->view.passage;
	struct span read = p->stored;
	VEC(struct store_suggestion) rest = VEC_INIT;
	enum verdict verdict = VERDICT_UNSURE;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < sizeof verdict_keys / sizeof *verdict_keys; i++)
		if (verdict_keys[i].key == key)
			verdict = verdict_keys[i].verdict;
	vec_each (const struct store_suggestion, g, &p->suggestions)
		if (g->state == SUGGESTION_OPEN ||
			(g->state == SUGGESTION_UNSURE && verdict != VERDICT_UNSURE))
			vec_push(&rest, *g);
	if (rest.n > 0)
		rc = decide_list(s->c->store, &s->c->who, rest.items, rest.n, verdict, p->document,
			&read, e);
	s->decided += rest.n;
	vec_release(&rest);
	return rc == RC_OK ? key_next(s, key, e) : rc;
}

/* The code typed; an unknown one is made after a question. *go: not given up. */
static enum rc typed_code(
	struct session *s, const char *typed, struct code_choice *choice, bool *go, struct err *e)
{
	struct err unknown = ERR_INIT;
	struct buf answer = BUF_INIT, prompt = BUF_INIT;
	enum rc rc = store_code_find(s->c->store, typed, &choice->id, &unknown);

	*go = rc == RC_OK;

	if (rc == RC_NOTFOUND) {
		rc = RC_OK;
		buf_printf(&prompt, "%s. Make it a new code of this project? [y/N] ", unknown.msg);
		*go = term_line(prompt.data, &answer) &&
		      (answer.data[0] == 'y' || answer.data[0] == 'Y');
		*choice = (struct code_choice){ .key = typed, .label = typed };
	} else if (rc != RC_OK) {
		*e = unknown;
	}
	buf_release(&answer);
	buf_release(&prompt);
	return rc;
}

static enum rc key_add(struct session *s, int key, struct err *e)
{
	const struct passage *p = s->view.passage;
	struct buf line = BUF_INIT;
	struct code_choice code = { .id = 0 };
	bool go = false;
	char id[9];
	enum rc rc = RC_OK;

	(void)key;
	if (term_line("code (Escape: none): ", &line))
		rc = typed_code(s, line.data, &code, &go, e);
	if (rc == RC_OK && go) {
		rc = decide_code(
			s->c->store, &s->c->who, p->document, p->stored, &code, NULL, id, e);
		if (rc == RC_INPUT) { /* a retired code, or no key for one */
			buf_reset(&s->message);
			buf_adds(&s->message, e->msg);
			buf_release(&line);
			return RC_OK;
		}
		if (rc == RC_OK) {
			code_names_release(&s->names);
			rc = code_names_load(s->c->store, &s->names, e);
		}
		if (rc == RC_OK) {
			s->decided++;
			buf_reset(&s->message);
			buf_printf(&s->message, "coded %s by hand (%s)",
				code_names_get(&s->names, code.id)->full, id);
		}
	}
	buf_release(&line);
	return rc;
}

static enum rc key_note(struct session *s, int key, struct err *e)
{
	const struct passage *p = s->view.passage;
	struct buf line = BUF_INIT;
	enum rc rc = RC_OK;

	(void)key;
	if (term_line("note (Escape: none): ", &line)) {
		rc = store_begin(s->c->store, &s->c->who, "memo", e);
		if (rc == RC_OK)
			rc = store_memo_add(s->c->store, p->document, p->stored.start,
				p->stored.end, line.data, e);
		if (rc == RC_OK)
			rc = store_commit(s->c->store, e);
		else
			store_rollback(s->c->store);
		if (rc == RC_OK)
			tell(s, "note kept");
	}
	buf_release(&line);
	return rc;
}

static const struct {
	int first, last;
	key_fn *fn;
} keys[] = {
	{ '1', '9', key_toggle },
	{ 'y', 'y', key_rest },
	{ 'n', 'n', key_rest },
	{ '?', '?', key_rest },
	{ KEY_ENTER, KEY_ENTER, key_next },
	{ '\n', '\n', key_next },
	{ ' ', ' ', key_next },
	{ 'b', 'b', key_back },
	{ 'm', 'm', key_more },
	{ '.', '.', key_page },
	{ 'a', 'a', key_add },
	{ 't', 't', key_note },
	{ 'q', 'q', key_quit },
	{ 3, 4, key_quit }, /* Ctrl-C, Ctrl-D */
	{ KEY_EOF, KEY_EOF, key_quit },
};

static enum rc handle(struct session *s, int key, struct err *e)
{
	buf_reset(&s->message);
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (key >= keys[i].first && key <= keys[i].last)
			return keys[i].fn(s, key, e);
	if (key > ' ')
		tell(s, "this key does nothing");
	return RC_OK;
}

/* ---- the session ----------------------------------------------------------------------------- */

static enum rc note_coding(const struct store_judgement *j, void *arg, struct err *e)
{
	struct session *s = arg;
	const struct passage *p = s->view.passage;

	(void)e;
	if (j->via == VIA_HAND && j->verdict == VERDICT_CONFIRM && j->start < p->stored.end &&
		j->end > p->stored.start)
		buf_printf(&s->by_hand, "%s%s", s->by_hand.len > 0 ? ", " : "",
			code_names_get(&s->names, j->code)->full);
	return RC_OK;
}

/* The codes that this coder gave to the passage by hand. */
static enum rc find_codings(struct session *s, struct err *e)
{
	struct judgement_filter f = { .document = s->view.passage->document };
	enum rc rc = filter_coder(s->c, &f.coder, e);

	buf_reset(&s->by_hand);
	if (rc == RC_OK && f.coder != 0)
		rc = store_judgements(s->c->store, &f, note_coding, s, e);
	s->view.by_hand = s->by_hand.len > 0 ? s->by_hand.data : NULL;
	return rc;
}

static enum rc draw(struct session *s, struct err *e)
{
	struct buf screen = BUF_INIT;
	enum rc rc = review_passage(s->review, s->view.index, &s->view.passage, &s->view.doc, e);

	if (rc == RC_OK)
		rc = find_codings(s, e);
	if (rc == RC_OK) {
		s->view.message = s->message.len > 0 ? s->message.data : NULL;
		term_size(&s->view.columns, &s->view.rows);
		review_render(&s->view, &screen);
		term_draw(&screen);
	}
	buf_release(&screen);
	return rc;
}

static enum rc loop(struct session *s, struct err *e)
{
	enum rc rc = RC_OK;

	while (rc == RC_OK && !s->done) {
		rc = draw(s, e);
		if (rc == RC_OK)
			rc = handle(s, term_key(), e);
		if (rc == RC_NOTFOUND ||
			rc == RC_INPUT) { /* a word typed wrong: say so and go on */
			tell(s, e->msg);
			rc = RC_OK;
		}
	}
	return rc;
}

static enum rc count_open(const struct store_suggestion *g, void *arg, struct err *e)
{
	(void)g;
	(void)e;
	++*(uint64_t *)arg;
	return RC_OK;
}

static enum rc farewell(struct session *s, struct err *e)
{
	uint64_t open = 0;
	enum rc rc = filter_coder(s->c, &s->filter.coder, e);

	if (rc == RC_OK)
		rc = store_suggestions(s->c->store, &s->filter, count_open, &open, e);
	if (rc == RC_OK && !s->c->quiet)
		say("%llu decision%s made; %llu suggestion%s left%s",
			(unsigned long long)s->decided, plural(s->decided),
			(unsigned long long)open, plural(open),
			open > 0 ? ", 'tema review' goes on there" : "");
	return rc;
}

static enum rc run_session(struct session *s, struct err *e)
{
	enum rc rc;

	s->view.count = review_count(s->review);
	if (s->view.count == 0) {
		say("nothing to review: no %s suggestion passes these filters",
			words.states.n > 0 ? "such" : "open");
		return RC_OK;
	}
	s->view.names = &s->names;
	s->view.lang = s->c->lang;
	s->view.coder = s->c->who.name;
	rc = term_open(e);
	if (rc != RC_OK)
		return rc;
	rc = loop(s, e);
	term_close();
	return rc == RC_OK ? farewell(s, e) : rc;
}

static enum rc run(struct ctx *c, struct err *e)
{
	struct session s = { .c = c, .message = BUF_INIT, .by_hand = BUF_INIT };
	int64_t coder;
	enum rc rc = operands(c, 0, 0, "[FILTERS]", e);

	if (rc == RC_OK)
		rc = filter_coder(c, &coder, e);
	if (rc == RC_OK)
		rc = filter_resolve(c, &words, SUGGESTION_OPEN, coder, &s.filter, e);
	if (rc == RC_OK)
		rc = code_names_load(c->store, &s.names, e);
	if (rc == RC_OK)
		rc = review_open(c->store, &c->who, &s.filter, &s.review, e);
	if (rc == RC_OK)
		rc = run_session(&s, e);
	review_close(s.review);
	code_names_release(&s.names);
	buf_release(&s.message);
	buf_release(&s.by_hand);
	return rc;
}

const struct cmd cmd_review = {
	.name = "review",
	.args = "",
	.summary = "Decide on suggestions in the terminal, one passage at a time",
	.group = "coding",
	.flags = CMD_WRITE,
	.opts = opts,
	.nopts = sizeof opts / sizeof *opts,
	.help = "Shows a passage in its context with all its suggested codes. Every decision is on "
		"disk before\n"
		"the next is shown; quit at any time, review goes on where it stopped.\n\n"
		"  1-9    confirm this code; again: reject it; again: open\n"
		"  y      confirm all that are still open, and go on\n"
		"  n      reject all that are still open, and go on\n"
		"  ?      mark the open ones as unsure, and go on\n"
		"  Enter  next passage, the open ones stay open\n"
		"  m      more text around the passage    b  back to the passage before\n"
		"  a      add a code by hand              t  keep a note on the passage\n"
		"  .      the next nine codes             q  quit\n",
	.run = run,
};
