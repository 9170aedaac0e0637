/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/turns_marks.h"

#include <string.h>

#include "base/utf8.h"

void marks_init(struct marks *m)
{
	*m = (struct marks){ .names = INTERN_INIT, .list = VEC_INIT, .whos = VEC_INIT };
}

void marks_release(struct marks *m)
{
	intern_release(&m->names);
	vec_release(&m->list);
	vec_release(&m->whos);
}

uint32_t marks_who(struct marks *m, struct draft *draft, const char *name, size_t len, bool add)
{
	struct buf key = BUF_INIT, folded = BUF_INIT;
	struct who *w;
	uint32_t n;

	for (size_t i = 0; i < len; i++)
		if (name[i] != ' ' || (i > 0 && name[i - 1] != ' '))
			buf_addc(&key, name[i]);
	utf8_fold(key.data, key.len, &folded);
	n = add ? intern_add(&m->names, folded.data, folded.len)
		: intern_find(&m->names, folded.data, folded.len);
	if (add && n == m->whos.n) {
		w = vec_new(&m->whos);
		w->text = arena_dup(&draft->arena, key.data, key.len);
		w->word = turns_role_word(key.data, key.len);
		w->stop = turns_is_stop(key.data, key.len);
		w->first = UINT32_MAX;
		w->label = -1;
	}
	buf_release(&key);
	buf_release(&folded);
	return n;
}

/* Tells the mark on the line above, if there is one, what this line is. */
static void note_next(struct marks *m, bool text)
{
	if (m->list.n > 0 && vec_last(&m->list)->number + 1 == m->lines)
		vec_last(&m->list)->followed = text;
}

static void add_mark(struct marks *m, struct draft *draft, size_t para, size_t line, size_t len)
{
	const struct draft_para *dp = &draft->paras.items[para];
	const char *p = draft->text.data + line;
	struct label_seen seen;
	struct line_mark *mark;
	uint32_t who = MARK_NOBODY;

	if (!label_parse(p, len, &seen)) {
		note_next(m, true);
		return;
	}
	note_next(m, seen.form == LABEL_TIME);
	if (seen.form != LABEL_TIME)
		who = marks_who(m, draft, p + seen.name, seen.name_end - seen.name, true);
	mark = vec_new(&m->list);
	*mark = (struct line_mark){
		.para = (uint32_t)para,
		.number = m->lines,
		.line = (uint32_t)line,
		.name = (uint32_t)(line + seen.name),
		.text = (uint32_t)(line + seen.text),
		.said = seen.said > 0 ? (uint32_t)(line + seen.said) : 0,
		.who = who,
		.ms = seen.ms,
		.form = (uint8_t)seen.form,
		.strong = seen.strong,
		.bold = seen.bold ||
			(line == dp->start && dp->bold > 0 && seen.name_end <= dp->bold),
	};
}

/* A heading may turn out to be someone's words in capitals ("T: SUDAH BAYAR"). */
static bool may_speak(enum para_kind kind)
{
	return kind == PARA_BODY || kind == PARA_QUOTE || kind == PARA_CAPTION ||
	       kind == PARA_HEADING;
}

void marks_find(struct marks *m, struct draft *draft)
{
	for (size_t i = 0; i < draft->paras.n; i++) {
		const struct draft_para *dp = &draft->paras.items[i];
		size_t start = dp->start;

		if (dp->label != NULL) {
			uint32_t who = marks_who(m, draft, dp->label, strlen(dp->label), true);

			m->whos.items[who].by_format = true;
			m->lines++;
			continue;
		}
		while (start < dp->end) {
			const char *p = draft->text.data + start;
			const char *nl = memchr(p, '\n', dp->end - start);
			size_t len = nl != NULL ? (size_t)(nl - p) : dp->end - start;

			if (may_speak(dp->kind))
				add_mark(m, draft, i, start, len);
			m->lines++;
			start += len + 1;
		}
	}
}
