/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/kept_atoms.h"

#include "base/utf8.h"

enum atom_class { CLASS_SPACE, CLASS_WORD, CLASS_MARK };

#define FIRST_IDEOGRAPH 0x2e80 /* from here on a code point is a word of its own */

static enum atom_class class_of(uint32_t cp)
{
	if (cp < 0x80) {
		if ((cp >= '0' && cp <= '9') || ((cp | 0x20) >= 'a' && (cp | 0x20) <= 'z'))
			return CLASS_WORD;
		return cp == ' ' || cp == '\n' || cp == '\t' ? CLASS_SPACE : CLASS_MARK;
	}
	if (utf8_is_space(cp))
		return CLASS_SPACE;
	if ((cp < 0xc0 && cp != 0xaa && cp != 0xb5 && cp != 0xba) || (cp >= 0x2000 && cp <= 0x206f))
		return CLASS_MARK;
	return CLASS_WORD;
}

bool atom_next(const char *text, size_t len, size_t *pos, struct atom *out)
{
	const char *end = text + len;
	enum atom_class class = CLASS_SPACE;
	size_t at = *pos, step = 0;
	uint32_t cp = 0;

	for (; at < len && class == CLASS_SPACE; at += step) {
		step = utf8_next(text + at, end, &cp);
		class = class_of(cp);
	}
	*pos = at;
	if (class == CLASS_SPACE)
		return false;
	*out = (struct atom){ .start = (uint32_t)(at - step), .word = class == CLASS_WORD };
	while (class == CLASS_WORD && cp < FIRST_IDEOGRAPH && at < len) {
		step = utf8_next(text + at, end, &cp);
		if (class_of(cp) != CLASS_WORD || cp >= FIRST_IDEOGRAPH)
			break;
		at += step;
	}
	out->end = (uint32_t)at;
	*pos = at;
	return true;
}

static uint32_t hash_of(const char *p, size_t len)
{
	uint64_t h = 0xcbf29ce484222325u;

	while (len-- > 0)
		h = (h ^ (unsigned char)*p++) * 0x100000001b3u;
	return (uint32_t)(h ^ h >> 32);
}

void atoms_of(const char *text, size_t start, size_t end, struct atom_list *out)
{
	struct atom a;

	while (atom_next(text, end, &start, &a)) {
		a.hash = hash_of(text + a.start, a.end - a.start);
		vec_push(out, a);
	}
}

void atoms_count(const char *text, size_t start, size_t end, size_t *words, size_t *all)
{
	struct atom a;

	*words = *all = 0;
	while (atom_next(text, end, &start, &a)) {
		*words += a.word;
		++*all;
	}
}
