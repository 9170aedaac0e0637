/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A transcript as JSON; tema-show(1) describes it. Offsets are code points of the text. */
#include <string.h>

#include "base/json.h"
#include "base/utf8.h"
#include "reports/transcript.h"

/* Counts code points of places in rising order. */
struct points {
	const char *text;
	uint32_t byte, point;
};

static uint32_t point_of(struct points *p, uint32_t byte)
{
	if (byte < p->byte)
		p->byte = p->point = 0;
	p->point += (uint32_t)utf8_count(p->text + p->byte, byte - p->byte);
	p->byte = byte;
	return p->point;
}

static void write_document(struct jsonw *j, const struct transcript *t)
{
	jsonw_object(j, "document");
	jsonw_int(j, "number", t->number);
	jsonw_text(j, "title", t->title);
	jsonw_text(j, "method", method_names[t->method]);
	jsonw_text(j, "date", t->date[0] != '\0' ? t->date : NULL);
	jsonw_text(j, "place", t->place[0] != '\0' ? t->place : NULL);
	jsonw_text(j, "variables", t->variables[0] != '\0' ? t->variables : NULL);
	jsonw_int(j, "length", (int64_t)utf8_count(t->text, t->len));
	jsonw_int(j, "words", t->words);
	jsonw_int(j, "first_line", t->first);
	jsonw_int(j, "last_line", t->last);
	jsonw_end(j);
}

static void write_speakers(struct jsonw *j, const struct transcript *t)
{
	jsonw_array(j, "speakers");
	vec_each (const struct transcript_speaker, p, &t->speakers) {
		jsonw_object(j, NULL);
		jsonw_text(j, "name", p->shown);
		jsonw_text(j, "role", role_names[p->role]);
		jsonw_text(j, "kind", speaker_kind_names[p->kind]);
		jsonw_int(j, "turns", p->turns);
		jsonw_end(j);
	}
	jsonw_end(j);
}

static void write_paragraphs(struct jsonw *j, const struct transcript *t)
{
	struct points points = { t->text, 0, 0 };

	jsonw_array(j, "paragraphs");
	vec_each (const struct transcript_para, p, &t->paras) {
		jsonw_object(j, NULL);
		jsonw_int(j, "line", p->line);
		jsonw_int(j, "start", point_of(&points, p->start));
		jsonw_int(j, "end", point_of(&points, p->end));
		jsonw_text(j, "kind", para_kind_names[p->kind]);
		jsonw_text(
			j, "speaker", p->speaker >= 0 ? t->speakers.items[p->speaker].shown : NULL);
		jsonw_bool(j, "begins_turn", p->begins_turn);
		if (p->ms >= 0)
			jsonw_real(j, "seconds", (double)p->ms / 1000);
		else
			jsonw_null(j, "seconds");
		jsonw_textn(j, "text", t->text + p->start, p->end - p->start);
		jsonw_end(j);
	}
	jsonw_end(j);
}

static void write_codes(struct jsonw *j, const struct transcript *t)
{
	jsonw_array(j, "codes");
	vec_each (const struct transcript_code, c, &t->codes) {
		jsonw_object(j, NULL);
		jsonw_text(j, "code", c->full);
		jsonw_text(j, "label", c->label);
		jsonw_text(j, "color", c->color);
		jsonw_int(j, "confirmed", c->confirmed);
		jsonw_int(j, "suggested", c->suggested);
		jsonw_end(j);
	}
	jsonw_end(j);
}

static void write_coders(struct jsonw *j, const char *names)
{
	jsonw_array(j, "coders");
	while (*names != '\0') {
		size_t len = strcspn(names, "\n");

		jsonw_textn(j, NULL, names, len);
		names += len + (names[len] == '\n');
	}
	jsonw_end(j);
}

static void write_codings(struct jsonw *j, const struct transcript *t)
{
	jsonw_array(j, "codings");
	vec_each (const struct transcript_mark, m, &t->marks) {
		jsonw_object(j, NULL);
		jsonw_text(j, "id", m->id);
		jsonw_text(j, "code", t->codes.items[m->code].full);
		jsonw_text(j, "state", m->suggested ? "suggested" : "confirmed");
		jsonw_int(j, "line", (int64_t)lines_at(&t->lines, m->start));
		jsonw_int(j, "start", m->from);
		jsonw_int(j, "end", m->to);
		write_coders(j, m->coders);
		if (m->suggested)
			jsonw_real(j, "score", m->score);
		else
			jsonw_null(j, "score");
		jsonw_textn(j, "text", t->text + m->start, m->end - m->start);
		jsonw_end(j);
	}
	jsonw_end(j);
}

void transcript_json(const struct transcript *t, struct buf *out)
{
	struct jsonw *j = jsonw_new();

	jsonw_object(j, NULL);
	jsonw_text(j, "transcript", "tema");
	jsonw_int(j, "version", 1);
	write_document(j, t);
	write_speakers(j, t);
	write_paragraphs(j, t);
	write_codes(j, t);
	write_codings(j, t);
	jsonw_int(j, "orphaned", t->orphans);
	jsonw_end(j);
	jsonw_finish(j, out);
}
