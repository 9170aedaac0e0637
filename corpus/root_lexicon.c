/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/root_parts.h"

#include <string.h>

#define MIN_SLOTS 64
#define CORE_MAX 4
#define BITS_A_SPELLING 32 /* one question in 32 passes the bits for nothing */

static uint64_t hash_text(const char *s, size_t len)
{
	uint64_t hash = 0;

	for (size_t i = 0; i < len; i++)
		hash = lex_step(hash, s[i]);
	return hash;
}

static uint32_t slot_of(const struct lexicon *lex, uint64_t hash)
{
	return (uint32_t)(hash * LEX_MIX >> 32) & (lex->nslots - 1);
}

static void place(struct lexicon *lex, uint32_t spelling)
{
	uint64_t hash = lex->spellings.items[spelling].hash;
	uint64_t bit = hash * LEX_MIX >> lex->shift;
	uint32_t at = slot_of(lex, hash);

	while (lex->slots[at] != 0)
		at = (at + 1) & (lex->nslots - 1);
	lex->slots[at] = spelling + 1;
	lex->bits[bit >> 6] |= UINT64_C(1) << (bit & 63);
}

/* Twice as many slots as spellings at least, and the bits that go with them. */
static void resize(struct lexicon *lex, uint32_t nslots)
{
	size_t nbits = (size_t)nslots / 2 * BITS_A_SPELLING;

	free(lex->slots);
	free(lex->bits);
	lex->nslots = nslots;
	lex->slots = mem_zalloc(nslots, sizeof *lex->slots);
	lex->bits = mem_zalloc(nbits / 64, sizeof *lex->bits);
	lex->shift = 64;
	for (size_t n = nbits; n > 1; n /= 2)
		lex->shift--;
	for (uint32_t i = 0; i < lex->spellings.n; i++)
		place(lex, i);
}

void lexicon_init(struct lexicon *lex)
{
	memset(lex, 0, sizeof *lex);
	resize(lex, MIN_SLOTS);
}

void lexicon_release(struct lexicon *lex)
{
	arena_release(&lex->arena);
	vec_release(&lex->spellings);
	vec_release(&lex->entries);
	free(lex->slots);
	free(lex->bits);
	lex->slots = NULL;
	lex->bits = NULL;
}

const struct lex_spelling *lexicon_find(const struct lexicon *lex, uint64_t hash, const char *pre,
	size_t pre_len, const char *s, size_t len)
{
	for (uint32_t at = slot_of(lex, hash); lex->slots[at] != 0;
		at = (at + 1) & (lex->nslots - 1)) {
		const struct lex_spelling *sp = &lex->spellings.items[lex->slots[at] - 1];

		if (sp->hash == hash && sp->len == pre_len + len &&
			memcmp(sp->s, pre, pre_len) == 0 && memcmp(sp->s + pre_len, s, len) == 0)
			return sp;
	}
	return NULL;
}

/* ---- cores ---- */

static uint32_t core_bit(uint32_t letters)
{
	return letters * UINT32_C(0x9e3779b1) >> 16;
}

static bool has_core(const struct lexicon *lex, uint32_t letters)
{
	uint32_t bit = core_bit(letters);

	return (lex->cores[bit >> 6] >> (bit & 63)) & 1;
}

/* Bytes at the start that are not in every word: the longest consonant that a nasal replaces. */
static size_t droppable(const char *s, size_t len)
{
	const struct root_nasal *const tables[] = { root_nasals, root_casuals };
	size_t longest = 0;

	if (root_one_syllable(s, len))
		return 0;
	for (size_t t = 0; t < 2; t++)
		for (const struct root_nasal *row = tables[t]; row->text != NULL; row++) {
			size_t n = strlen(row->restore);

			if (n > longest && strncmp(s, row->restore, n) == 0)
				longest = n;
		}
	return longest;
}

static void add_core(struct lexicon *lex, const char *s, size_t len)
{
	size_t from = droppable(s, len);
	uint32_t letters = 0, bit;

	if (from + 2 > len) {
		lex->no_core = true;
		return;
	}
	for (size_t i = from; i < len && i < from + CORE_MAX; i++)
		letters = letters << 8 | (unsigned char)s[i];
	bit = core_bit(letters);
	lex->cores[bit >> 6] |= UINT64_C(1) << (bit & 63);
}

/* Cores are the first two, three or four bytes, as many as there are. */
bool lexicon_may_hold(const struct lexicon *lex, const char *word, size_t len)
{
	uint32_t letters = 0;

	for (size_t i = 0; i < len; i++) {
		letters = letters << 8 | (unsigned char)word[i];
		if (i >= 1 && has_core(lex, letters & 0xffff))
			return true;
		if (i >= 2 && has_core(lex, letters & 0xffffff))
			return true;
		if (i >= 3 && has_core(lex, letters))
			return true;
	}
	return lex->no_core;
}

static uint32_t add_spelling(struct lexicon *lex, const char *s, size_t len, uint64_t hash)
{
	struct lex_spelling *sp;

	if (2 * (lex->spellings.n + 1) > lex->nslots)
		resize(lex, 2 * lex->nslots);
	sp = vec_new(&lex->spellings);
	sp->hash = hash;
	sp->s = arena_dup(&lex->arena, s, len);
	sp->len = (uint32_t)len;
	place(lex, (uint32_t)lex->spellings.n - 1);
	add_core(lex, sp->s, len);
	return (uint32_t)lex->spellings.n - 1;
}

void lexicon_add(struct lexicon *lex, const char *s, size_t len, uint32_t value, bool spoken)
{
	uint64_t hash = hash_text(s, len);
	const struct lex_spelling *sp = lexicon_find(lex, hash, "", 0, s, len);
	uint32_t i = sp != NULL ? (uint32_t)(sp - lex->spellings.items)
				: add_spelling(lex, s, len, hash);
	uint32_t *first = &lex->spellings.items[i].first;

	vec_push(&lex->entries, ((struct lex_entry){ value, *first, spoken }));
	*first = (uint32_t)lex->entries.n;
}
