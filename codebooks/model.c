/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codebooks/model.h"

#include <stdlib.h>
#include <string.h>

const char *const unit_names[] = { "match", "sentence", "turn", "paragraph", "document", NULL };

const char *localised_text(const struct localised *t, const char *lang)
{
	for (const struct localised *i = t; i != NULL && lang != NULL; i = i->next)
		if (i->lang != NULL && strcmp(i->lang, lang) == 0)
			return i->text;
	return t != NULL ? t->text : "";
}

bool code_is_color(const char *s)
{
	return strlen(s) == 7 && s[0] == '#' && strspn(s + 1, "0123456789abcdefABCDEF") == 6;
}

void codebook_free(struct codebook *cb)
{
	struct arena arena;

	if (cb == NULL)
		return;
	if (cb->owner)
		vec_each (struct codebook *, used, &cb->used)
			codebook_free(*used);
	vec_release(&cb->used);
	vec_release(&cb->files);
	vec_release(&cb->uses);
	vec_release(&cb->lists);
	vec_release(&cb->codes);
	vec_release(&cb->negations);
	vec_release(&cb->extensions);
	vec_release(&cb->suppressed);
	vec_release(&cb->item_lines);
	arena = cb->arena;
	free(cb);
	arena_release(&arena);
}

static char small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static bool same_key(const char *a, const char *b)
{
	while (*a != '\0' && small(*a) == small(*b)) {
		a++;
		b++;
	}
	return *a == *b;
}

const struct codebook *codebook_named(const struct codebook *cb, const char *name, size_t len)
{
	if (strlen(cb->name) == len && memcmp(cb->name, name, len) == 0)
		return cb;
	vec_each (struct codebook *, used, &cb->used)
		if (strlen((*used)->name) == len && memcmp((*used)->name, name, len) == 0)
			return *used;
	return NULL;
}

const struct code *codebook_code(const struct codebook *cb, const char *key)
{
	const char *dot = strchr(key, '.');
	const struct codebook *book =
		dot != NULL ? codebook_named(cb, key, (size_t)(dot - key)) : cb;

	if (book == NULL)
		return NULL;
	vec_each (struct code *, c, &book->codes)
		if ((*c)->book == book && same_key((*c)->key, dot != NULL ? dot + 1 : key))
			return *c;
	return NULL;
}

/* "=MoU" and "=mou" are two keywords: the exact key first. */
const struct rule *code_rule(const struct code *code, const char *key)
{
	const struct rule *found = NULL;

	for (size_t i = 0; i < code->nrules; i++) {
		if (strcmp(code->rules[i]->key, key) == 0)
			return code->rules[i];
		if (found == NULL && same_key(code->rules[i]->key, key))
			found = code->rules[i];
	}
	return found;
}

const struct wordlist *codebook_list(const struct codebook *cb, const char *name)
{
	vec_each (struct wordlist *, l, &cb->lists)
		if (same_key((*l)->name, name))
			return *l;
	return NULL;
}
