/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/grid_shape.h"

#include <string.h>

#include "base/intern.h"
#include "base/utf8.h"
#include "corpus/turns_label.h"
#include "corpus/turns_words.h"

#define LABEL_WORDS 6 /* more of them are no name */
#define SAID_WORDS 3  /* mean words of a cell in a column that holds speech */

/* Words that head columns; those for people (Peneliti, Informan) are in turns_words.h. */
static const struct {
	const char *word;
	enum grid_head head;
} heads[] = {
	{ "pertanyaan", HEAD_QUESTION },
	{ "tanya", HEAD_QUESTION },
	{ "question", HEAD_QUESTION },
	{ "jawaban", HEAD_ANSWER },
	{ "jawab", HEAD_ANSWER },
	{ "answer", HEAD_ANSWER },
	{ "jawaban informan", HEAD_ANSWER },
	{ "jawaban narasumber", HEAD_ANSWER },
	{ "jawaban responden", HEAD_ANSWER },
	{ "pembicara", HEAD_SPEAKER },
	{ "penutur", HEAD_SPEAKER },
	{ "pelaku", HEAD_SPEAKER },
	{ "nama", HEAD_SPEAKER },
	{ "speaker", HEAD_SPEAKER },
	{ "name", HEAD_SPEAKER },
	{ "teks", HEAD_TEXT },
	{ "transkrip", HEAD_TEXT },
	{ "transkripsi", HEAD_TEXT },
	{ "transkrip wawancara", HEAD_TEXT },
	{ "hasil wawancara", HEAD_TEXT },
	{ "verbatim", HEAD_TEXT },
	{ "ucapan", HEAD_TEXT },
	{ "percakapan", HEAD_TEXT },
	{ "pernyataan", HEAD_TEXT },
	{ "isi", HEAD_TEXT },
	{ "text", HEAD_TEXT },
	{ "transcript", HEAD_TEXT },
	{ "utterance", HEAD_TEXT },
	{ "content", HEAD_TEXT },
	{ "konten", HEAD_TEXT },
	{ "waktu", HEAD_TIME },
	{ "menit", HEAD_TIME },
	{ "time", HEAD_TIME },
	{ "timestamp", HEAD_TIME },
	{ "timespan", HEAD_TIME },
	{ "rentang waktu", HEAD_TIME },
	{ "timecode", HEAD_TIME },
	{ "durasi", HEAD_TIME },
	{ "no", HEAD_NUMBER },
	{ "nomor", HEAD_NUMBER },
	{ "number", HEAD_NUMBER },
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

void grid_shape_trim(const char **p, size_t *len)
{
	while (*len > 0 && is_blank(**p)) {
		++*p;
		--*len;
	}
	while (*len > 0 && is_blank((*p)[*len - 1]))
		--*len;
}

void grid_shape_trim_label(const char **p, size_t *len)
{
	grid_shape_trim(p, len);
	while (*len > 0 && (*p)[*len - 1] == ':') {
		--*len;
		grid_shape_trim(p, len);
	}
}

static bool same_word(const char *word, const char *p, size_t len)
{
	if (strlen(word) != len)
		return false;
	for (size_t i = 0; i < len; i++)
		if (word[i] != (p[i] >= 'A' && p[i] <= 'Z' ? p[i] + ('a' - 'A') : p[i]))
			return false;
	return true;
}

/* A number or full stop behind the word does not count: "Pertanyaan 1", "No." */
static enum grid_head literal_head(const char *p, size_t len)
{
	grid_shape_trim_label(&p, &len);
	while (len > 0 && ((p[len - 1] >= '0' && p[len - 1] <= '9') || p[len - 1] == '.'))
		len--;
	grid_shape_trim(&p, &len);
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (same_word(heads[i].word, p, len))
			return heads[i].head;
	return HEAD_NONE;
}

enum grid_head grid_shape_head(const char *p, size_t len)
{
	enum grid_head head = literal_head(p, len);
	const struct role_word *role;

	if (head != HEAD_NONE)
		return head;
	grid_shape_trim_label(&p, &len);
	role = turns_role_word(p, len);
	if (role == NULL || role->role == ROLE_OTHER)
		return HEAD_NONE;
	return role->role == ROLE_INTERVIEWER ? HEAD_QUESTION : HEAD_ANSWER;
}

int64_t grid_time(const char *p, size_t len)
{
	int64_t ms;

	grid_shape_trim(&p, &len);
	if (len > 1 && ((*p == '[' && p[len - 1] == ']') || (*p == '(' && p[len - 1] == ')'))) {
		p++;
		len -= 2;
	}
	return len > 0 && label_span(p, len, &ms) == len ? ms : -1;
}

static bool is_number(const char *p, size_t len)
{
	size_t digits = 0;

	grid_shape_trim(&p, &len);
	while (digits < len && p[digits] >= '0' && p[digits] <= '9')
		digits++;
	return digits > 0 && digits <= 5 &&
	       (digits == len || (digits + 1 == len && (p[digits] == '.' || p[digits] == ')')));
}

static uint32_t count_words(const char *p, size_t len)
{
	uint32_t n = 0;

	for (size_t i = 0; i < len; i++)
		n += !is_blank(p[i]) && (i == 0 || is_blank(p[i - 1]));
	return n;
}

/* Looks like a name: short, one line, no sentence. */
static bool is_label(const char *p, size_t len)
{
	grid_shape_trim_label(&p, &len);
	return len > 0 && memchr(p, '\n', len) == NULL && p[len - 1] != '?' && p[len - 1] != '!' &&
	       count_words(p, len) <= LABEL_WORDS && utf8_count(p, len) <= LABEL_MAX;
}

static void find_cells(struct grid_view *v)
{
	for (size_t i = 0; i < v->t->paras.n; i++) {
		const struct grid_para *p = &v->t->paras.items[i];
		struct grid_cell *c = v->cells.n > 0 ? vec_last(&v->cells) : NULL;

		if (c == NULL || c->row != p->row || c->column != p->column) {
			c = vec_new(&v->cells);
			*c = (struct grid_cell){ p->row, p->column, i, 0,
				v->t->text.data + p->start, 0 };
		}
		c->n++;
		c->len = (size_t)(v->t->text.data + p->end - c->p);
	}
}

bool grid_shape_in_head(const struct grid_view *v, const struct grid_cell *c)
{
	return v->has_head && c->row == v->t->paras.items[0].row;
}

/* A first row counts as header when two of its cells are known words. */
static void find_head(struct grid_view *v)
{
	uint32_t known = 0;

	if (v->cells.n == 0)
		return;
	vec_each (struct grid_cell, c, &v->cells) {
		if (c->row != v->cells.items[0].row)
			break;
		v->columns[c->column].head = grid_shape_head(c->p, c->len);
		v->columns[c->column].literal = literal_head(c->p, c->len) != HEAD_NONE;
		known += v->columns[c->column].head != HEAD_NONE;
	}
	v->has_head = known >= 2;
	for (size_t i = 0; !v->has_head && i < GRID_COLUMNS; i++)
		v->columns[i].head = HEAD_NONE;
}

static void count_label(struct grid_column *col, struct intern *seen, const struct grid_cell *c)
{
	const char *p = c->p;
	size_t len = c->len;
	uint32_t before = seen->n;

	grid_shape_trim_label(&p, &len);
	intern_add(seen, p, len);
	col->distinct += seen->n > before;
	col->labels++;
	col->roles += turns_role_word(p, len) != NULL;
	col->keys += turns_is_head_key(p, len);
}

/* Paragraphs that begin like a turn: "P: Sejak kapan?" */
static void count_turns(
	const struct grid_view *v, struct grid_column *col, const struct grid_cell *c)
{
	for (size_t i = c->first; i < c->first + c->n; i++) {
		const struct grid_para *p = &v->t->paras.items[i];
		const char *text = v->t->text.data + p->start;
		struct label_seen label;

		col->paras++;
		if (label_parse(text, p->end - p->start, &label) && label.form == LABEL_COLON &&
			!turns_is_head_key(text + label.name, label.name_end - label.name))
			col->turns++;
	}
}

static void count_columns(struct grid_view *v)
{
	struct intern seen[GRID_COLUMNS];

	for (size_t i = 0; i < GRID_COLUMNS; i++)
		seen[i] = (struct intern)INTERN_INIT;
	vec_each (struct grid_cell, c, &v->cells) {
		struct grid_column *col = &v->columns[c->column];

		if (grid_shape_in_head(v, c))
			continue;
		col->cells++;
		col->numbers += is_number(c->p, c->len);
		col->times += grid_time(c->p, c->len) >= 0;
		col->colons += c->len == 1 && *c->p == ':';
		col->asks += c->p[c->len - 1] == '?';
		col->words += count_words(c->p, c->len);
		count_turns(v, col, c);
		if (c->n == 1 && is_label(c->p, c->len))
			count_label(col, &seen[c->column], c);
	}
	for (size_t i = 0; i < GRID_COLUMNS; i++)
		intern_release(&seen[i]);
}

bool grid_shape_is_aside(const struct grid_column *col) /* numbers, times, ":" */
{
	return col->cells == 0 || col->head == HEAD_NUMBER || col->head == HEAD_TIME ||
	       col->numbers == col->cells || col->times == col->cells || col->colons == col->cells;
}

static void find_text_columns(struct grid_view *v)
{
	for (uint32_t i = 0; i < GRID_COLUMNS; i++) {
		if (grid_shape_is_aside(&v->columns[i]))
			continue;
		if (v->ntext < 2)
			v->text[v->ntext] = i;
		v->ntext++;
	}
}

static uint32_t with_head(const struct grid_view *v, enum grid_head head, uint32_t *first)
{
	uint32_t n = 0;

	for (uint32_t i = GRID_COLUMNS; i-- > 0;) {
		if (v->columns[i].head == head && v->columns[i].cells > 0) {
			*first = i;
			n++;
		}
	}
	return n;
}

/* Names that come again, or only role words, in front of a column of speech. */
static bool names_speakers(const struct grid_column *name, const struct grid_column *said)
{
	if (name->labels == 0 || name->labels < name->cells || name->keys > 0 || said->cells == 0)
		return false;
	if (name->roles == name->labels)
		return true;
	return name->distinct < name->labels && 2 * name->distinct <= name->labels + 1 &&
	       said->words >= SAID_WORDS * said->cells;
}

static bool asks_and_answers(const struct grid_column *ask, const struct grid_column *answer)
{
	return ask->cells >= 3 && answer->cells >= 3 && 5 * ask->asks >= 3 * ask->cells &&
	       5 * answer->asks < answer->cells && answer->words >= SAID_WORDS * answer->cells;
}

/* A header names the column of speakers; the other one says or is headed as what they say. */
static bool has_speaker_head(struct grid_view *v)
{
	uint32_t name = 0, said = 0;

	if (with_head(v, HEAD_SPEAKER, &name) != 1)
		return false;
	if (with_head(v, HEAD_TEXT, &said) != 1) {
		if (v->ntext != 2)
			return false;
		said = v->text[0] == name ? v->text[1] : v->text[0];
		if (v->columns[said].head != HEAD_ANSWER &&
			!names_speakers(&v->columns[name], &v->columns[said]))
			return false;
	}
	v->text[0] = name;
	v->text[1] = said;
	return true;
}

/* "Pertanyaan | Jawaban"; "Peneliti | Informan" only when the first really asks (a table of earlier
 * studies has such columns too). */
static bool has_question_head(const struct grid_view *v)
{
	uint32_t ask = 0, answer = 0;

	if (with_head(v, HEAD_QUESTION, &ask) == 0 || with_head(v, HEAD_ANSWER, &answer) == 0)
		return false;
	return v->columns[ask].literal || 3 * v->columns[ask].asks >= v->columns[ask].cells;
}

/* A whole dialogue in the cells of one column, often with notes beside it. */
static bool has_dialogue(struct grid_view *v)
{
	for (uint32_t i = 0; i < GRID_COLUMNS; i++) {
		if (v->columns[i].turns < 2 || 2 * v->columns[i].turns < v->columns[i].paras)
			continue;
		v->text[0] = i;
		return true;
	}
	return false;
}

/* One column of text, nothing beside it but times. */
static bool is_frame(const struct grid_view *v)
{
	if (v->ntext != 1 || v->has_head)
		return false;
	for (uint32_t i = 0; i < GRID_COLUMNS; i++)
		if (i != v->text[0] && v->columns[i].cells > v->columns[i].times)
			return false;
	return true;
}

static enum grid_shape judge(struct grid_view *v)
{
	const struct grid_column *left = &v->columns[v->text[0]], *right = &v->columns[v->text[1]];

	if (has_speaker_head(v))
		return SHAPE_SPEAKER;
	if (has_question_head(v))
		return SHAPE_QUESTIONS;
	if (v->ntext == 2 && names_speakers(left, right))
		return SHAPE_SPEAKER;
	if (v->ntext == 2 && asks_and_answers(left, right))
		return SHAPE_PAIR;
	return has_dialogue(v) || is_frame(v) ? SHAPE_FRAME : SHAPE_ROWS;
}

void grid_shape_find(struct grid_view *v)
{
	find_cells(v);
	find_head(v);
	count_columns(v);
	find_text_columns(v);
	v->shape = judge(v);
}
