/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Transcripts in the styles of researchers, typists, theses, parliaments, courts, podcasts and
 * chats, and texts in which nobody speaks: each label is found as often as it speaks, with its role
 * or a question for it, and nobody else.  The table is data/turns.txt.
 */
#include "unit.h"

#include <string.h>
#include <strings.h>

#include "base/diag.h"
#include "corpus/reader.h"
#include "corpus/turns.h"

#define LABELS_MAX 16

struct expected {
	char *label, *role;
	unsigned turns;
};

struct sample {
	char *name;
	enum method method;
	struct expected labels[LABELS_MAX];
	size_t n;
	char *text;
};

/* The line at *p, ended with NUL; *p goes behind it. */
static char *take_line(char **p)
{
	char *line = *p, *nl = strchr(line, '\n');

	ck_assert_ptr_nonnull(nl);
	*nl = '\0';
	*p = nl + 1;
	return line;
}

/* The sample behind "=== " at p; gives the next one or NULL. */
static char *parse_sample(char *p, struct sample *s)
{
	char *line = take_line(&p), *blank = strchr(line, ' '), *next;

	*s = (struct sample){ .name = line };
	ck_assert_ptr_nonnull(blank);
	*blank = '\0';
	s->method = (enum method)method_parse(blank + 1);
	while (line = take_line(&p), strcmp(line, "---") != 0) {
		struct expected *x = &s->labels[s->n++];
		char *tab = strchr(line, '\t');

		ck_assert(tab != NULL && s->n <= LABELS_MAX);
		*tab = '\0';
		x->label = line;
		x->turns = (unsigned)strtoul(tab + 1, &x->role, 10);
		ck_assert_int_eq(*x->role++, '\t');
	}
	s->text = p;
	next = strstr(p, "\n=== ");
	if (next == NULL)
		return NULL;
	next[1] = '\0';
	return next + strlen("\n=== ");
}

static struct document *read_sample(const struct sample *s)
{
	const char *dot = strrchr(s->name, '.');
	const struct reader *reader = strcmp(dot, ".md") == 0 ? &reader_md : &reader_txt;
	struct diags d = DIAGS_INIT;
	struct document *doc = NULL;
	struct err e = ERR_INIT;
	struct draft draft;

	draft_init(&draft);
	ck_assert_int_eq(reader->read(s->name, s->text, strlen(s->text), &draft, &d, &e), RC_OK);
	ck_assert_int_eq(document_build(&draft, s->method, NULL, 0, &doc, &d, &e), RC_OK);
	draft_release(&draft);
	diags_release(&d);
	return doc;
}

static const struct label *find(const struct document *doc, const char *text)
{
	vec_each (const struct label, l, &doc->labels)
		if (strcasecmp(l->text, text) == 0)
			return l;
	return NULL;
}

static bool has_role(const struct label *l, const char *role)
{
	size_t n = strcspn(role, "?");

	if (role[n] == '?' && !l->sure)
		return true;
	return l->sure && strlen(role_names[l->role]) == n &&
	       strncmp(role_names[l->role], role, n) == 0;
}

START_TEST(finds_who_speaks_in_many_styles)
{
	struct buf file = BUF_INIT;
	struct err e = ERR_INIT;
	struct sample s;
	unsigned samples = 0;
	char *p;

	ck_assert_int_eq(
		file_read(unit_srcdir("tests/unit/data/turns.txt"), 1 << 20, &file, &e), RC_OK);
	for (p = strstr(file.data, "\n=== ") + strlen("\n=== "); p != NULL; samples++) {
		struct document *doc;

		p = parse_sample(p, &s);
		doc = read_sample(&s);
		for (size_t i = 0; i < s.n; i++) {
			const struct label *l = find(doc, s.labels[i].label);

			ck_assert_msg(l != NULL, "%s: '%s' is missing", s.name, s.labels[i].label);
			ck_assert_msg(l->turns == s.labels[i].turns,
				"%s: '%s' has %u turns, not %u", s.name, l->text, l->turns,
				s.labels[i].turns);
			ck_assert_msg(has_role(l, s.labels[i].role), "%s: '%s' is %s%s, not %s",
				s.name, l->text, role_names[l->role], l->sure ? "" : " (unsure)",
				s.labels[i].role);
		}
		ck_assert_msg(doc->labels.n == s.n, "%s: %zu speakers, not %zu", s.name,
			doc->labels.n, s.n);
		document_free(doc);
	}
	ck_assert_uint_ge(samples, 100);
	buf_release(&file);
}
END_TEST

UNIT_MAIN("corpus/turns styles", finds_who_speaks_in_many_styles)
