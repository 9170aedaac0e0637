/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/negation.h"

#include <stddef.h>
#include <string.h>

/* Interviews mix both languages, so borders and words that negate themselves are common to both. */
static const char *const border_words[] = {
	"tetapi",
	"tapi",
	"namun",
	"melainkan",
	"but",
	"however",
	NULL,
};
static const char *const self[] = { "non", "tak", "tidak", NULL };
static const char border_marks[] = ",;:()\u2013\u2014";

static const char *const triggers_id[] = {
	"tidak",
	"tak",
	"belum",
	"bukan",
	"tanpa",
	"jangan",
	"kurang",
	"nggak",
	"enggak",
	"gak",
	"ga",
	"ndak",
	"tiada",
	"minim",
	NULL,
};
static const char *const exceptions_id[] = {
	"tidak hanya",
	"tidak saja",
	"bukan hanya",
	"bukan saja",
	"tidak lain",
	"tidak sedikit",
	"tidak kurang",
	"kurang dari",
	"lebih kurang",
	"kurang lebih",
	"bukan tidak",
	"mau tidak mau",
	"tanpa terkecuali",
	NULL,
};

static const char *const triggers_en[] = {
	"not",
	"no",
	"never",
	"without",
	"cannot",
	"*n't",
	NULL,
};
static const char *const exceptions_en[] = { "not only", "no less", "no .", "no #", NULL };

static const struct negation table[] = {
	{ "id", triggers_id, border_words, border_marks, exceptions_id, self },
	{ "en", triggers_en, border_words, border_marks, exceptions_en, self },
};

const struct negation *negation_of(const char *lang)
{
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (strcmp(table[i].lang, lang) == 0)
			return &table[i];
	return NULL;
}
