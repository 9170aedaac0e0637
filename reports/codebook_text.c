/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A codebook on a terminal, as a table and as JSON. */
#include <string.h>

#include "base/json.h"
#include "base/utf8.h"
#include "codebooks/outline.h"
#include "reports/codebook_page.h"
#include "reports/text.h"

#define INDENT 2
#define LEAST 30 /* columns that a text needs to be wrapped */

struct sheet {
	struct buf *out;
	int width, indent;
};

static void begin_line(struct sheet *s, int more)
{
	for (int i = 0; i < s->indent + more; i++)
		buf_addc(s->out, ' ');
}

/* Words of one line of text, wrapped at the width; `used` cells stand in the line. */
static void put_words(struct sheet *s, const char *text, size_t len, int used)
{
	const char *end = text + len;
	bool first = true;

	while (text < end) {
		size_t n = strcspn(text, " \n");
		int cells;

		n = n < (size_t)(end - text) ? n : (size_t)(end - text);
		cells = (int)utf8_cells(text, n);
		if (!first && s->width >= s->indent + LEAST && used + 1 + cells > s->width) {
			buf_addc(s->out, '\n');
			begin_line(s, INDENT);
			used = s->indent + INDENT;
		} else if (!first) {
			buf_addc(s->out, ' ');
			used++;
		}
		utf8_clean(text, n, s->out);
		used += cells;
		first = false;
		text += n + (text + n < end);
	}
}

static void put_line(void *arg, const char *name, const char *value)
{
	struct sheet *s = arg;

	begin_line(s, 0);
	buf_printf(s->out, "%s: ", name);
	for (size_t n; *value != '\0'; value += n + (value[n] == '\n')) {
		n = strcspn(value, "\n");
		put_words(s, value, n, s->indent + (int)utf8_cells(name, strlen(name)) + 2);
		if (value[n] == '\n') {
			buf_addc(s->out, '\n');
			begin_line(s, INDENT);
		}
	}
	buf_addc(s->out, '\n');
}

static void put_file_text(struct sheet *s, const struct localised *t, enum text what, const char *l)
{
	const char *text = localised_text(t, l);

	if (text[0] != '\0')
		put_line(s, text_of(what, l), text);
}

static void put_code(
	struct sheet *s, const struct codebook *cb, const struct code *c, const char *lang)
{
	const char *label = localised_text(c->label, lang);

	buf_addc(s->out, '\n');
	s->indent = INDENT * (int)c->depth;
	begin_line(s, 0);
	buf_printf(s->out, "%s  %s\n", codebook_code_name(cb, c), label);
	s->indent += INDENT;
	codebook_lines(cb, c, lang, put_line, s);
}

/* Of this file or of one that it uses. */
static void put_lists(
	struct sheet *s, const struct codebook *cb, const struct codebook *of, const char *lang)
{
	bool several = cb->used.n > 0;

	if (of->lists.n == 0)
		return;
	buf_printf(s->out, "\n%s%s%s\n", text_of(T_WORDLISTS, lang), several ? ": " : "",
		several ? of->name : "");
	vec_each (struct wordlist *, l, &of->lists)
		codebook_words(*l, put_line, s);
}

void codebook_text(const struct codebook *cb, const char *lang, int width, struct buf *out)
{
	const char *title = localised_text(cb->title, lang);
	struct sheet s = { out, width, 0 };

	if (title[0] != '\0')
		buf_printf(out, "%s\n", title);
	codebook_subtitle(cb, lang, out);
	buf_addc(out, '\n');
	codebook_used(cb, lang, put_line, &s);
	put_file_text(&s, cb->source, T_SOURCE, lang);
	put_file_text(&s, cb->note, T_NOTE, lang);
	vec_each (struct code *, c, &cb->codes)
		put_code(&s, cb, *c, lang);
	s.indent = INDENT;
	put_lists(&s, cb, cb, lang);
	vec_each (struct codebook *, used, &cb->used)
		put_lists(&s, cb, *used, lang);
}

/* --- the code list ------------------------------------------------------------------------------
 */

static void put_localised(struct table *t, const struct localised *l, const char *lang)
{
	const char *s = localised_text(l, lang);

	table_text(t, s[0] != '\0' ? s : NULL);
}

static size_t count_rules(const struct code *c)
{
	size_t n = 0;

	for (size_t i = 0; i < c->nrules; i++)
		n += !c->rules[i]->is_keyword;
	return n;
}

void codebook_table(const struct codebook *cb, const char *lang, struct table *t)
{
	static const char *const columns[] = { "code", "label", "parent", "definition", "include",
		"exclude", "example", "source", "note", "color", "keywords" };
	struct buf words = BUF_INIT;

	table_init(t, "codes", localised_text(cb->title, lang));
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
		table_column(t, columns[i], columns[i], COLUMN_TEXT, 0);
	table_column(t, "rules", "rules", COLUMN_INT, 0);
	vec_each (struct code *, at, &cb->codes) {
		const struct code *c = *at;

		table_row(t);
		table_text(t, codebook_code_name(cb, c));
		put_localised(t, c->label, lang);
		table_text(t, c->parent != NULL ? codebook_code_name(cb, c->parent) : NULL);
		put_localised(t, c->definition, lang);
		put_localised(t, c->include, lang);
		put_localised(t, c->exclude, lang);
		put_localised(t, c->example, lang);
		put_localised(t, c->source, lang);
		put_localised(t, c->note, lang);
		table_text(t, c->color);
		buf_reset(&words);
		outline_all_words(c, "; ", &words);
		table_text(t, words.len > 0 ? words.data : NULL);
		table_number(t, (double)count_rules(c));
	}
	buf_release(&words);
}

/* --- JSON ---------------------------------------------------------------------------------------
 */

/* { "id": ..., "en": ... } */
static void put_json(struct jsonw *j, const char *key, const struct localised *t, const char *first)
{
	if (t == NULL)
		return;
	jsonw_object(j, key);
	for (; t != NULL; t = t->next)
		jsonw_text(j, t->lang != NULL ? t->lang : first, t->text);
	jsonw_end(j);
}

static void put_tests(struct jsonw *j, const struct test *tests, size_t n)
{
	static const char *const kinds[] = { "hit", "miss", "todo-hit", "todo-miss" };

	if (n == 0)
		return;
	jsonw_array(j, "tests");
	for (size_t i = 0; i < n; i++) {
		jsonw_object(j, NULL);
		jsonw_text(j, "expect", kinds[tests[i].kind]);
		jsonw_text(j, "text", tests[i].text);
		jsonw_end(j);
	}
	jsonw_end(j);
}

static void put_rule(struct jsonw *j, const struct codebook *cb, const struct rule *r)
{
	static const struct {
		const char *key;
		enum word clause;
	} clauses[] = { { "when", WORD_WHEN }, { "unless", WORD_UNLESS }, { "where", WORD_WHERE } };
	struct buf text = BUF_INIT;

	jsonw_object(j, NULL);
	jsonw_text(j, "key", r->key);
	jsonw_text(j, "codebook", r->book->name);
	put_json(j, "label", r->label, cb->languages[0]);
	jsonw_bool(j, "private", r->is_private);
	jsonw_text(j, "unit", unit_names[r->set.unit]);
	jsonw_real(j, "weight", r->set.weight);
	for (size_t i = 0; i < sizeof clauses / sizeof *clauses; i++) {
		buf_reset(&text);
		outline_clause(cb, r, clauses[i].clause, &text);
		if (text.len > 0)
			jsonw_text(j, clauses[i].key, text.data);
	}
	put_json(j, "note", r->note, cb->languages[0]);
	put_tests(j, r->tests, r->ntests);
	jsonw_end(j);
	buf_release(&text);
}

static void put_keywords(struct jsonw *j, const struct code *c)
{
	struct buf text = BUF_INIT;

	jsonw_array(j, "keywords");
	for (size_t i = 0; i < c->nrules; i++) {
		const struct rule *r = c->rules[i];

		if (!r->is_keyword || r->when == NULL || r->when->pattern == NULL)
			continue;
		buf_reset(&text);
		outline_pattern(r->when->pattern, &text);
		jsonw_object(j, NULL);
		jsonw_text(j, "pattern", text.data);
		jsonw_text(j, "codebook", r->book->name);
		jsonw_real(j, "weight", r->set.weight);
		jsonw_end(j);
	}
	jsonw_end(j);
	buf_release(&text);
}

static void put_code_json(struct jsonw *j, const struct codebook *cb, const struct code *c)
{
	const struct {
		const char *key;
		const struct localised *text;
	} texts[] = { { "label", c->label }, { "definition", c->definition },
		{ "include", c->include }, { "exclude", c->exclude }, { "example", c->example },
		{ "source", c->source }, { "note", c->note } };

	jsonw_object(j, NULL);
	jsonw_text(j, "code", codebook_code_name(cb, c));
	jsonw_text(j, "parent", c->parent != NULL ? codebook_code_name(cb, c->parent) : NULL);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		put_json(j, texts[i].key, texts[i].text, cb->languages[0]);
	jsonw_text(j, "color", c->color);
	jsonw_text(j, "kind", c->kind);
	jsonw_real(j, "threshold", c->set.threshold);
	put_keywords(j, c);
	jsonw_array(j, "rules");
	for (size_t i = 0; i < c->nrules; i++)
		if (!c->rules[i]->is_keyword)
			put_rule(j, cb, c->rules[i]);
	jsonw_end(j);
	put_tests(j, c->tests, c->ntests);
	jsonw_end(j);
}

static void put_words_json(struct jsonw *j, const struct codebook *cb)
{
	struct buf text = BUF_INIT;

	jsonw_object(j, "words");
	vec_each (struct wordlist *, l, &cb->lists) {
		jsonw_array(j, (*l)->name);
		for (size_t i = 0; i < (*l)->nitems; i++) {
			buf_reset(&text);
			outline_pattern((*l)->items[i], &text);
			jsonw_text(j, NULL, text.data);
		}
		jsonw_end(j);
	}
	jsonw_end(j);
	buf_release(&text);
}

static void put_used_json(struct jsonw *j, const struct codebook *cb)
{
	jsonw_array(j, "uses");
	vec_each (struct codebook *, used, &cb->used) {
		jsonw_object(j, NULL);
		jsonw_text(j, "codebook", (*used)->name);
		jsonw_text(j, "version", (*used)->declared);
		put_words_json(j, *used);
		jsonw_end(j);
	}
	jsonw_end(j);
}

void codebook_json(const struct codebook *cb, struct buf *out)
{
	struct jsonw *j = jsonw_new();
	char hex[2 * SHA256_LEN + 1];

	hex_of(cb->sha, SHA256_LEN, hex);
	jsonw_object(j, NULL);
	jsonw_text(j, "codebook", cb->name);
	jsonw_text(j, "version", cb->declared);
	jsonw_text(j, "sha256", hex);
	put_json(j, "title", cb->title, cb->languages[0]);
	put_json(j, "source", cb->source, cb->languages[0]);
	put_json(j, "note", cb->note, cb->languages[0]);
	jsonw_array(j, "codes");
	vec_each (struct code *, c, &cb->codes)
		put_code_json(j, cb, *c);
	jsonw_end(j);
	put_words_json(j, cb);
	put_used_json(j, cb);
	jsonw_end(j);
	jsonw_finish(j, out);
}
