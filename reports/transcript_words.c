/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pages of a transcript say about it. */
#include "output/writer.h"
#include "reports/text.h"
#include "reports/transcript.h"

const char *transcript_role(const struct transcript_speaker *p, const char *lang)
{
	static const enum text roles[] = { [ROLE_INTERVIEWER] = T_ROLE_INTERVIEWER,
		[ROLE_INFORMANT] = T_ROLE_INFORMANT,
		[ROLE_OTHER] = T_ROLE_OTHER };

	return text_of(p->kind == SPEAKER_GROUP ? T_KIND_GROUP : roles[p->role], lang);
}

const char *transcript_kind(enum para_kind kind, const char *lang)
{
	static const enum text kinds[] = { [PARA_HEADING] = T_PARA_HEADING,
		[PARA_TABLE] = T_PARA_TABLE,
		[PARA_CAPTION] = T_PARA_CAPTION,
		[PARA_FOOTNOTE] = T_PARA_FOOTNOTE,
		[PARA_REFERENCE] = T_PARA_REFERENCE,
		[PARA_QUOTE] = T_PARA_QUOTE };

	return kind == PARA_BODY ? "" : text_of(kinds[kind], lang);
}

static void add_part(struct buf *out, const char *part)
{
	if (part[0] != '\0')
		buf_printf(out, "%s%s", out->len > 0 ? ", " : "", part);
}

static void add_number(struct buf *out, enum text t, const char *lang, uint32_t n)
{
	struct buf number = BUF_INIT, words = BUF_INIT;

	number_text(n, 0, lang, &number);
	text_fill(&words, t, lang, (const char *const[]){ number.data });
	add_part(out, words.data);
	buf_release(&words);
	buf_release(&number);
}

void transcript_about(const struct transcript *t, const char *lang, struct buf *out)
{
	static const enum text methods[] = { [METHOD_INTERVIEW] = T_METHOD_INTERVIEW,
		[METHOD_OBSERVATION] = T_METHOD_OBSERVATION,
		[METHOD_DOCUMENT] = T_METHOD_DOCUMENT,
		[METHOD_FGD] = T_METHOD_FGD,
		[METHOD_SURVEY] = T_METHOD_SURVEY };

	add_part(out, text_of(methods[t->method], lang));
	add_part(out, t->date);
	add_part(out, t->place);
	add_part(out, t->variables);
}

void transcript_extent(const struct transcript *t, const char *lang, struct buf *out)
{
	uint32_t all = (uint32_t)t->lines.starts.n;
	struct buf first = BUF_INIT, last = BUF_INIT, words = BUF_INIT;

	if (all > 1 && t->lines.starts.items[all - 1] >= t->len)
		all--;
	add_number(out, T_LINES_N, lang, all);
	add_number(out, T_WORDS_N, lang, t->words);
	if (t->first > 1 || t->last < all) {
		number_text(t->first, 0, lang, &first);
		number_text(t->last, 0, lang, &last);
		text_fill(&words, T_LINES_SHOWN, lang,
			(const char *const[]){ first.data, last.data });
		buf_printf(out, "; %s", words.data);
	}
	buf_release(&words);
	buf_release(&last);
	buf_release(&first);
}

void transcript_counts(const struct transcript *t, const struct transcript_code *c,
	const char *lang, struct buf *out)
{
	struct buf words = BUF_INIT;

	if (c->confirmed > 0 || !t->has_suggested)
		add_number(&words, T_CONFIRMED_N, lang, c->confirmed);
	if (c->suggested > 0)
		add_number(&words, T_SUGGESTED_N, lang, c->suggested);
	buf_add(out, words.data, words.len);
	buf_release(&words);
}
