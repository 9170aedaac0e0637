/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys of the enums of document.h. */
#include <string.h>

#include "corpus/document.h"

const char *const method_names[] = { "interview", "observation", "document", "fgd", "survey",
	NULL };
const char *const role_names[] = { "interviewer", "informant", "other", NULL };
const char *const speaker_kind_names[] = { "person", "group", "unknown", NULL };
const char *const para_kind_names[] = { "body", "heading", "table", "caption", "footnote",
	"reference", "quote", NULL };

struct word {
	const char *word;
	int value;
};

static const struct word methods[] = {
	{ "wawancara", METHOD_INTERVIEW },
	{ "observasi", METHOD_OBSERVATION },
	{ "pengamatan", METHOD_OBSERVATION },
	{ "dokumen", METHOD_DOCUMENT },
	{ "dokumentasi", METHOD_DOCUMENT },
	{ "dkt", METHOD_FGD },
	{ "diskusi", METHOD_FGD },
	{ "diskusi kelompok", METHOD_FGD },
	{ "diskusi kelompok terarah", METHOD_FGD },
	{ "survei", METHOD_SURVEY },
	{ "angket", METHOD_SURVEY },
	{ "kuesioner", METHOD_SURVEY },
	{ NULL, -1 },
};

static const struct word roles[] = {
	{ "pewawancara", ROLE_INTERVIEWER },
	{ "peneliti", ROLE_INTERVIEWER },
	{ "moderator", ROLE_INTERVIEWER },
	{ "informan", ROLE_INFORMANT },
	{ "narasumber", ROLE_INFORMANT },
	{ "responden", ROLE_INFORMANT },
	{ "partisipan", ROLE_INFORMANT },
	{ "lain", ROLE_OTHER },
	{ "lainnya", ROLE_OTHER },
	{ NULL, -1 },
};

static bool same(const char *a, const char *lower)
{
	for (; *a != '\0'; a++, lower++)
		if ((*a >= 'A' && *a <= 'Z' ? *a + 32 : *a) != *lower)
			return false;
	return *lower == '\0';
}

static int parse(const char *s, const char *const *names, const struct word *words)
{
	for (int i = 0; names[i] != NULL; i++)
		if (same(s, names[i]))
			return i;
	while (words->word != NULL && !same(s, words->word))
		words++;
	return words->value;
}

int method_parse(const char *s)
{
	return parse(s, method_names, methods);
}

int role_parse(const char *s)
{
	return parse(s, role_names, roles);
}
