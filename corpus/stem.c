/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/stem.h"

#include <libstemmer.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define LANGUAGES 32

struct stemmers {
	char name[LANGUAGES][3];
	struct sb_stemmer *of[LANGUAGES];
	int n;
};

struct stemmers *stemmers_new(void)
{
	return mem_zalloc(1, sizeof(struct stemmers));
}

void stemmers_free(struct stemmers *s)
{
	if (s == NULL)
		return;
	for (int i = 0; i < s->n; i++)
		sb_stemmer_delete(s->of[i]);
	free(s);
}

int stemmers_language(struct stemmers *s, const char *lang)
{
	struct sb_stemmer *new;

	for (int i = 0; i < s->n; i++)
		if (strcmp(s->name[i], lang) == 0)
			return i;
	if (s->n == LANGUAGES || strlen(lang) != 2)
		return -1;
	new = sb_stemmer_new(lang, "UTF_8");
	if (new == NULL)
		return -1;
	memcpy(s->name[s->n], lang, 3);
	s->of[s->n] = new;
	return s->n++;
}

int stemmers_count(const struct stemmers *s)
{
	return s->n;
}

const char *stemmers_stem(struct stemmers *s, int language, const char *word, size_t len, size_t *n)
{
	const sb_symbol *stem =
		len < 1000 ? sb_stemmer_stem(s->of[language], (const sb_symbol *)word, (int)len)
			   : NULL;

	*n = stem != NULL ? (size_t)sb_stemmer_length(s->of[language]) : len;
	return stem != NULL ? (const char *)stem : word;
}
