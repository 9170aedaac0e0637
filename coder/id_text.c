/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coder/id_text.h"

#include <string.h>

#include "codebooks/foreign.h"
#include "codebooks/parser.h"
#include "coder/selftest.h"

static const struct id_text texts[] = {
#define ID_TEXT(id, what, why, apa, mengapa, bad, good) { #id, what, why, apa, mengapa, bad, good },
#include "coder/id_text_errors.def"
#include "coder/id_text_lints.def"
#include "coder/id_text_import.def"
#undef ID_TEXT
};

const struct id_text *id_text_all(size_t *n)
{
	*n = sizeof texts / sizeof *texts;
	return texts;
}

static char upper(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c - ('a' - 'A')) : c;
}

static bool same_id(const char *a, const char *b)
{
	while (*a != '\0' && upper(*a) == *b) {
		a++;
		b++;
	}
	return *a == *b;
}

const struct id_text *id_text_find(const char *id)
{
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (same_id(id, texts[i].id))
			return &texts[i];
	return NULL;
}

bool id_text_needs_project(const struct id_text *t)
{
	return strncmp(t->id, "W08", 3) == 0;
}

/* --- examples --- */

static const char head[] = "codebook contoh language id";
static const char in_code[] = " code A { definition \"Contoh.\" test miss \"-\"";
static const char in_rule[] = " rule r {";

/* The words that begin an example, and what stands around it. */
static const struct {
	const char *word;
	bool code, rule;
} places[] = {
	{ "when ", true, true },
	{ "unit ", true, true },
	{ "speakers ", true, true },
	{ "weight ", true, true },
	{ "keywords ", true, false },
	{ "rule ", true, false },
	{ "threshold ", true, false },
	{ "", false, false },
};

void id_text_codebook(const char *example, struct buf *out)
{
	size_t i = 0;

	while (strncmp(example, places[i].word, strlen(places[i].word)) != 0)
		i++;
	buf_printf(out, "%s%s%s\n%s%s%s\n", head, places[i].code ? in_code : "",
		places[i].rule ? in_rule : "", example, places[i].rule ? "}" : "",
		places[i].code ? "}" : "");
}

/* The file that examples use, as the bundle of a codebook holds it (load.h). */
static void add_used(struct buf *out)
{
	static const char lain[] = "codebook lain language id\nwords @mutu { maksimal }\n"
				   "code IKUT { definition \"Contoh.\" }\n";
	size_t own = out->len;

	buf_printf(
		out, "\n#: file lain.codebook\n%s\n#: files %zu %zu\n", lain, own, sizeof lain - 1);
}

/* The first line is the file's name. */
static void check_foreign(const char *example, struct diags *d)
{
	const struct foreign_options o = { NULL, NULL, NULL, NULL };
	struct foreign_figures n = { 0 };
	struct buf text = BUF_INIT;
	size_t len = strcspn(example, "\n");
	char *name = mem_dup(example, len);
	struct err e = ERR_INIT;

	example += len + 1;
	foreign_import(name, example, strlen(example), &o, &text, &n, d, &e);
	buf_release(&text);
	free(name);
}

/* A line of labelled sentences, of the code A. */
static void check_labels(const char *example, struct diags *d)
{
	struct selftest_labels labels = { .arena = ARENA_INIT };
	struct codebook *cb = NULL;
	struct buf text = BUF_INIT;
	struct err e = ERR_INIT;

	id_text_codebook("keywords { iuran }", &text);
	if (codebook_parse("contoh.codebook", text.data, text.len, &cb, d, &e) == RC_OK)
		selftest_labels_read(&labels, "kalimat.tsv", example, strlen(example), cb, d, &e);
	selftest_labels_release(&labels);
	codebook_free(cb);
	buf_release(&text);
}

static void check_codebook(const char *example, struct diags *d)
{
	struct selftest_result tests = { 0 };
	struct codebook *cb = NULL;
	struct buf text = BUF_INIT;
	struct err e = ERR_INIT;

	id_text_codebook(example, &text);
	if (strstr(example, "use \"lain.codebook\"") != NULL)
		add_used(&text);
	if (codebook_parse("contoh.codebook", text.data, text.len, &cb, d, &e) == RC_OK)
		selftest_run(cb, &tests, d, &e);
	codebook_free(cb);
	buf_release(&text);
}

void id_text_check(const struct id_text *t, const char *example, struct diags *d)
{
	if (t->id[0] == 'F')
		check_foreign(example, d);
	else if (strcmp(t->id, "E101") == 0)
		check_labels(example, d);
	else
		check_codebook(example, d);
}
