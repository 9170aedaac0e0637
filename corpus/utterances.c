/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/utterances.h"

#include <string.h>

#include "base/clock.h"
#include "base/utf8.h"
#include "corpus/cues.h"
#include "corpus/grid_shape.h"

#define LONGEST 500	/* seconds: no mean utterance is longer, so these are milliseconds */
#define DATE_LEN 10	/* "2024-08-17" */
#define LEFT_OUT_MAX 20 /* names shown */

void utterances_release(struct utterances *u)
{
	vec_release(&u->list);
	arena_release(&u->arena);
}

bool utterances_add(struct utterances *u, const struct utterance *one)
{
	struct utterance copy = *one;

	grid_shape_trim(&copy.text, &copy.len);
	if (copy.len == 0)
		return false;
	if (copy.label != NULL)
		grid_shape_trim_label(&copy.label, &copy.label_len);
	if (copy.label != NULL && copy.label_len == 0)
		copy.label = NULL;
	vec_push(&u->list, copy);
	return true;
}

/* ---- times ---- */

/* What a number counts in milliseconds: 1 or 1000. */
static double scale_of(const struct utterances *u)
{
	const struct utterance *before = NULL;
	double sum = 0;
	size_t n = 0;

	vec_each (const struct utterance, one, &u->list) {
		double from = one->from.value;

		if (one->from.unit != MOMENT_NUMBER)
			continue;
		if (one->to.unit == MOMENT_NUMBER && one->to.value >= from) {
			sum += one->to.value - from;
			n++;
		} else if (before != NULL && from >= before->from.value) {
			sum += from - before->from.value;
			n++;
		}
		before = one;
	}
	return n > 0 && sum / (double)n >= LONGEST ? 1 : 1000;
}

static int64_t ms_of(const struct moment *m, double scale)
{
	if (m->unit == MOMENT_NONE)
		return -1;
	return (int64_t)(m->value * (m->unit == MOMENT_MS ? 1 : scale) + 0.5);
}

/* Nine in ten have a start and an end; the last one may lack its end. */
static bool are_captions(const struct utterances *u)
{
	size_t timed = 0;

	vec_each (const struct utterance, one, &u->list)
		timed += one->heading == NULL && one->from.unit != MOMENT_NONE &&
			 (one->to.unit != MOMENT_NONE || (timed > 0 && one == vec_last(&u->list)));
	return timed > 0 && 10 * timed >= 9 * u->list.n;
}

/* ---- paragraphs ---- */

static void write_captions(
	struct utterances *u, double scale, const char *file, struct draft *out, struct diags *d)
{
	struct cues cues = CUES_INIT;
	int64_t now = 0;

	vec_each (const struct utterance, one, &u->list) {
		int64_t from = ms_of(&one->from, scale), to = ms_of(&one->to, scale);

		from = from >= 0 ? from : now;
		now = to >= from ? to : from;
		cues_add(&cues, from, now, one->label, one->label_len, one->text, one->len);
	}
	cues_write(&cues, file, out, d);
	cues_release(&cues);
}

/* The length of text up to a blank line. */
static size_t para_length(const char *p, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		size_t k = i + 1;

		if (p[i] != '\n')
			continue;
		while (k < len && (p[k] == ' ' || p[k] == '\t'))
			k++;
		if (k < len && p[k] == '\n')
			return i;
	}
	return len;
}

static void write_one(const struct utterance *one, int64_t ms, bool apart, struct draft *out)
{
	const char *p = one->text;
	size_t left = one->len;
	bool first = true;

	if (one->heading != NULL) {
		draft_para(out, PARA_HEADING);
		draft_text(out, one->heading, strlen(one->heading));
	}
	while (left > 0) {
		size_t n = para_length(p, left);
		struct draft_para *para = draft_para(out, PARA_BODY);

		para->ms = first ? ms : -1;
		para->fresh = first && apart && one->label == NULL;
		if (one->label != NULL)
			draft_label(out, one->label, one->label_len);
		draft_text(out, p, n);
		p += n;
		left -= n;
		grid_shape_trim(&p, &left);
		first = false;
	}
}

void utterances_write(struct utterances *u, const char *file, struct draft *out, struct diags *d)
{
	double scale = scale_of(u);

	if (are_captions(u))
		write_captions(u, scale, file, out, d);
	else
		vec_each (const struct utterance, one, &u->list)
			write_one(one, ms_of(&one->from, scale), u->apart, out);
	draft_end(out);
}

/* ---- what stands around them ---- */

void utterances_date(struct draft *out, const char *text)
{
	size_t len = strcspn(text, " T");
	char date[DATE_LEN + 1];

	if (out->date != NULL || len > DATE_LEN)
		return;
	memcpy(date, text, len);
	date[len] = '\0';
	if (clock_date_valid(date))
		out->date = arena_dup(&out->arena, date, len);
}

void utterances_left_out(
	const struct intern *names, const char *what, const char *file, struct diags *d)
{
	struct buf list = BUF_INIT;

	for (uint32_t i = 0; i < names->n && i < LEFT_OUT_MAX; i++) {
		buf_adds(&list, i > 0 ? ", " : "");
		utf8_clean(names->items[i].s, strlen(names->items[i].s), &list);
	}
	if (names->n > LEFT_OUT_MAX)
		buf_adds(&list, ", ...");
	if (names->n > 0)
		diag_add(d, DIAG_REMARK, "R041", &(struct diag_at){ .file = file },
			"%s left out: %s", what, list.data);
	buf_release(&list);
}
