/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/root_id.h"

#include <string.h>

#include "corpus/root_parts.h"

#define CLAIM_WHOLE 0 /* suffixes of a claimant that wins as the whole word only */

/* ---- making the set ---- */

static void add_claim(struct roots *r, const char *s, size_t len, const struct root_claim *claim)
{
	struct root_claim own = *claim;

	own.winner = arena_dup(&r->arena, s, len);
	lexicon_add(&r->claims, s, len, (uint32_t)r->claimants.n, false);
	vec_push(&r->claimants, own);
}

static void add_claim_lists(struct roots *r, const char *const *lists, uint8_t suffixes)
{
	const struct root_claim claim = { NULL, NULL, suffixes, 0 };

	for (; *lists != NULL; lists++)
		for (const char *p = *lists; *p != '\0'; p += *p == ' ') {
			size_t n = strcspn(p, " ");

			add_claim(r, p, n, &claim);
			p += n;
		}
}

struct roots *roots_new(void)
{
	struct roots *r = mem_zalloc(1, sizeof *r);

	root_grammar_init(&r->grammar);
	lexicon_init(&r->lex);
	lexicon_init(&r->claims);
	add_claim_lists(r, root_stems, SUF_ANY);
	add_claim_lists(r, root_words, CLAIM_WHOLE);
	for (size_t i = 0; i < root_nclaims; i++)
		add_claim(r, root_claims[i].winner, strlen(root_claims[i].winner), &root_claims[i]);
	return r;
}

void roots_free(struct roots *r)
{
	if (r == NULL)
		return;
	lexicon_release(&r->lex);
	lexicon_release(&r->claims);
	vec_release(&r->claimants);
	vec_release(&r->items);
	intern_release(&r->keys);
	arena_release(&r->arena);
	free(r);
}

static void add_spoken(
	struct roots *r, uint32_t root, const char *a, size_t alen, const char *b, size_t blen)
{
	char spelling[ROOT_WORD_MAX];

	memcpy(spelling, a, alen);
	memcpy(spelling + alen, b, blen);
	if (!root_in_list(root_not_spoken, spelling, alen + blen))
		lexicon_add(&r->lex, spelling, alen + blen, root, true);
}

/* Where the last syllable's a stands when one sound closes it (teman, datang) and no o goes
 * before (modal); 0: it does not. */
static size_t closed_a(const char *s, size_t len)
{
	size_t at = len - 2;

	if (s[len - 1] == 'g' && s[len - 2] == 'n')
		at--;
	if (s[at] != 'a' || root_vowel(s[at - 1]) || root_vowel(s[len - 1]) || s[len - 1] == 'h')
		return 0;
	return memchr(s, 'o', at) == NULL ? at : 0;
}

/* Spellings of everyday speech: temen, nyampe, kalo, liat, abis. */
static void add_spoken_spellings(struct roots *r, uint32_t root, const char *s, size_t len)
{
	size_t a;

	if (len < 4 || len > ROOT_WORD_MAX)
		return;
	a = closed_a(s, len);
	if (a > 0) {
		char spelling[ROOT_WORD_MAX];

		memcpy(spelling, s, len);
		spelling[a] = 'e';
		add_spoken(r, root, spelling, len, "", 0);
	}
	if (s[len - 2] == 'a' && s[len - 1] == 'i')
		add_spoken(r, root, s, len - 2, "e", 1);
	if (s[len - 2] == 'a' && s[len - 1] == 'u')
		add_spoken(r, root, s, len - 2, "o", 1);
	if (s[0] == 'h' && root_vowel(s[1]) && len > 4)
		add_spoken(r, root, "", 0, s + 1, len - 1);
	for (size_t i = 1; i + 1 < len; i++)
		if (s[i] == 'h' && root_vowel(s[i - 1]) && root_vowel(s[i + 1]) &&
			s[i - 1] != s[i + 1])
			add_spoken(r, root, s, i, s + i + 1, len - i - 1);
}

uint32_t roots_add(struct roots *r, const char *root, size_t len)
{
	uint32_t number = intern_add(&r->keys, root, len);
	struct root_item item = { NULL, 0, 0 };
	char *text;

	if (number < r->items.n)
		return number;
	text = arena_alloc(&r->arena, len + 1);
	for (size_t i = 0; i < len; i++) {
		if (root[i] != '_')
			text[item.len++] = root[i];
		else if (item.len > 0 && item.len < ROOT_WORD_MAX)
			item.borders |= UINT64_C(1) << item.len;
	}
	item.text = text;
	vec_push(&r->items, item);
	lexicon_add(&r->lex, text, item.len, number, false);
	add_spoken_spellings(r, number, text, item.len);
	return number;
}

uint32_t roots_count(const struct roots *r)
{
	return (uint32_t)r->items.n;
}

const char *roots_text(const struct roots *r, uint32_t root)
{
	return r->items.items[root].text;
}

/* ---- reading one word ---- */

/* The root as it stands, nothing stripped: no claim can refuse it. */
static bool is_bare(const struct root_parse *p, size_t len)
{
	return (p->how & ROOT_SELF) && p->end == len && !p->doubled;
}

static bool claim_wins(const struct root_claim *claim, const struct root_parse *won,
	const char *word, const struct lex_spelling *lost)
{
	uint8_t suffix = root_suffixes[won->suffix].bit;

	if (claim->suffixes == CLAIM_WHOLE ? !(won->how & ROOT_SELF)
					   : (claim->suffixes & suffix) == 0)
		return false;
	if (claim->lead != 0 && word[0] != claim->lead)
		return false;
	if (claim->loser == NULL)
		return lost->len < strlen(claim->winner);
	return strcmp(lost->s, claim->loser) == 0;
}

static bool is_claimed(const struct roots *r, const struct root_parse *claims, size_t nclaims,
	const char *word, const struct root_parse *p)
{
	const struct lex_spelling *lost = &r->lex.spellings.items[p->spelling];

	for (size_t i = 0; i < nclaims; i++) {
		uint32_t e = r->claims.spellings.items[claims[i].spelling].first;

		if (claims[i].how & ~p->how & ROOT_SPOKEN)
			continue; /* a spoken reading claims nothing of a formal one */
		for (; e != 0; e = r->claims.entries.items[e - 1].next) {
			uint32_t value = r->claims.entries.items[e - 1].value;

			if (claim_wins(&r->claimants.items[value], &claims[i], word, lost))
				return true;
		}
	}
	return false;
}

static bool all_bare(const struct root_parse *p, size_t n, size_t len)
{
	for (size_t i = 0; i < n; i++)
		if (!is_bare(&p[i], len))
			return false;
	return true;
}

size_t roots_read(const struct roots *r, const char *word, size_t len, struct root_parse *out)
{
	struct root_parse claims[ROOT_MAX_PARSES];
	size_t n = root_parse(&r->grammar, &r->lex, word, len, out, ROOT_MAX_PARSES);
	size_t nclaims, kept = 0;

	if (all_bare(out, n, len))
		return n;
	nclaims = root_parse(&r->grammar, &r->claims, word, len, claims, ROOT_MAX_PARSES);
	for (size_t i = 0; i < n; i++)
		if (is_bare(&out[i], len) || !is_claimed(r, claims, nclaims, word, &out[i]))
			out[kept++] = out[i];
	return kept;
}

/* ---- hyphen parts ---- */

/* rumah2, orang2nya, and with a raised two: gives what stands without it. */
static bool take_out_two(struct root_part *part)
{
	static const char *const twos[] = { "2", "\xc2\xb2" };

	for (size_t k = 0; k < 2; k++) {
		size_t n = strlen(twos[k]);

		for (size_t i = 3; part->len <= ROOT_WORD_MAX && i + n <= part->len; i++) {
			if (memcmp(part->s + i, twos[k], n) != 0)
				continue;
			memcpy(part->text, part->s, i);
			memcpy(part->text + i, part->s + i + n, part->len - i - n);
			part->s = part->text;
			part->len -= n;
			return true;
		}
	}
	return false;
}

static bool is_part(const char *word, size_t start, size_t end, const char *text)
{
	return end - start == strlen(text) && memcmp(word + start, text, end - start) == 0;
}

/* Where the part ends that begins at START. */
static size_t part_end(const char *word, size_t len, size_t start)
{
	const char *hyphen = memchr(word + start, '-', len - start);

	return hyphen != NULL ? (size_t)(hyphen - word) : len;
}

bool root_part_next(const char *word, size_t len, size_t *pos, struct root_part *part)
{
	size_t end, before = *pos;

	if (*pos > len)
		return false;
	part->how = ROOT_PLAIN;
	while (before >= 2 && word[before - 2] != '-')
		before--;
	if (*pos > 0 && (is_part(word, before - 1, *pos - 1, "ketidak") ||
				is_part(word, before - 1, *pos - 1, "ketak")))
		part->how = ROOT_NEGATES;
	end = part_end(word, len, *pos);
	part->s = word + *pos;
	part->len = end - *pos;
	if (take_out_two(part))
		part->how |= ROOT_SPOKEN;
	*pos = end + 1;
	return true;
}

/* ---- finding ---- */

struct hits {
	struct root_hit *items;
	size_t n, max;
};

bool root_how_weaker(uint8_t a, uint8_t b)
{
	uint8_t marks = ROOT_SPOKEN | ROOT_NEGATES;

	if ((a & marks) != (b & marks))
		return (a & marks) < (b & marks);
	return (a & ROOT_SELF) > (b & ROOT_SELF);
}

static void add_hit(struct hits *h, uint32_t root, uint8_t how)
{
	size_t at = 0;

	while (at < h->n && h->items[at].root < root)
		at++;
	if (at < h->n && h->items[at].root == root) {
		if (root_how_weaker(how, h->items[at].how))
			h->items[at].how = how;
		return;
	}
	if (h->n == h->max)
		return;
	memmove(&h->items[at + 1], &h->items[at], (h->n - at) * sizeof *h->items);
	h->items[at] = (struct root_hit){ root, how };
	h->n++;
}

bool root_too_formal(const struct root_parse *p)
{
	return root_heads[p->head].attach == ATTACH_NASAL && root_suffixes[p->suffix].bit != SUF_IN;
}

static void find_in_part(const struct roots *r, const struct root_part *part, struct hits *h)
{
	struct root_parse parses[ROOT_MAX_PARSES];
	size_t n = roots_read(r, part->s, part->len, parses);

	for (size_t i = 0; i < n; i++) {
		uint32_t e = r->lex.spellings.items[parses[i].spelling].first;

		for (; e != 0; e = r->lex.entries.items[e - 1].next) {
			const struct lex_entry *entry = &r->lex.entries.items[e - 1];
			uint8_t spoken = entry->spoken ? ROOT_SPOKEN : 0;

			if (!entry->spoken || !root_too_formal(&parses[i]))
				add_hit(h, entry->value, parses[i].how | part->how | spoken);
		}
	}
}

/* Too long to be taken apart: a root as it stands, or nothing. */
static void find_long(const struct roots *r, const struct root_part *part, struct hits *h)
{
	for (uint32_t i = 0; i < r->items.n; i++) {
		const struct root_item *item = &r->items.items[i];

		if (item->len == part->len && memcmp(item->text, part->s, part->len) == 0)
			add_hit(h, i, ROOT_SELF);
	}
}

/* ---- compounds ---- */

/* Does a new part of the compound begin where the right word begins, LLEN bytes into the form? */
static bool border_at(const struct root_item *item, const struct root_parse *p, size_t llen)
{
	size_t at = llen - p->start + p->restored;

	return llen > p->start && at < ROOT_WORD_MAX && (item->borders >> at & 1) && !p->doubled;
}

/* The readings of two words written together; 0 when they are too long. */
static size_t read_joined(const struct roots *r, const char *left, size_t llen, const char *right,
	size_t rlen, struct root_parse *parses)
{
	char word[ROOT_WORD_MAX];

	if (llen > ROOT_WORD_MAX || rlen > ROOT_WORD_MAX - llen)
		return 0;
	memcpy(word, left, llen);
	memcpy(word + llen, right, rlen);
	return roots_read(r, word, llen + rlen, parses);
}

static void find_joined(const struct roots *r, const struct root_part *left,
	const struct root_part *right, struct hits *h)
{
	struct root_parse parses[ROOT_MAX_PARSES];
	size_t n = read_joined(r, left->s, left->len, right->s, right->len, parses);

	for (size_t i = 0; i < n; i++) {
		uint32_t e = r->lex.spellings.items[parses[i].spelling].first;

		for (; e != 0; e = r->lex.entries.items[e - 1].next) {
			const struct lex_entry *entry = &r->lex.entries.items[e - 1];

			if (!entry->spoken &&
				border_at(&r->items.items[entry->value], &parses[i], left->len))
				add_hit(h, entry->value, parses[i].how | left->how);
		}
	}
}

size_t roots_find(
	const struct roots *r, const char *word, size_t len, struct root_hit *hits, size_t max)
{
	struct hits h = { hits, 0, max };
	struct root_part parts[2];
	size_t pos = 0;

	for (unsigned i = 0; root_part_next(word, len, &pos, &parts[i & 1]); i++) {
		const struct root_part *part = &parts[i & 1];

		if (part->len > ROOT_WORD_MAX)
			find_long(r, part, &h);
		else
			find_in_part(r, part, &h);
		if (i > 0)
			find_joined(r, &parts[(i - 1) & 1], part, &h);
	}
	return h.n;
}

bool root_joined(const struct roots *r, uint32_t root, const char *left, size_t llen,
	const char *right, size_t rlen, uint8_t *how)
{
	const struct root_item *item = &r->items.items[root];
	struct root_parse parses[ROOT_MAX_PARSES];
	bool found = false;
	size_t n;

	if (item->borders == 0)
		return false;
	n = read_joined(r, left, llen, right, rlen, parses);
	for (size_t i = 0; i < n; i++) {
		const struct lex_spelling *sp = &r->lex.spellings.items[parses[i].spelling];

		if (sp->len != item->len || memcmp(sp->s, item->text, sp->len) != 0 ||
			!border_at(item, &parses[i], llen))
			continue;
		if (!found || root_how_weaker(parses[i].how, *how))
			*how = parses[i].how;
		found = true;
	}
	return found;
}

/* ---- clitics alone ---- */

static size_t clitic_len(const struct root_clitic *table, const char *s, size_t len)
{
	for (; table->text != NULL; table++)
		if (table->len <= len && memcmp(s, table->text, table->len) == 0)
			return table->len;
	return 0;
}

bool root_clitic_form(const char *word, size_t len, const char *plain, size_t plain_len)
{
	const char *rest = word + plain_len;
	size_t n;

	if (len < plain_len || memcmp(word, plain, plain_len) != 0)
		return false;
	n = len - plain_len;
	for (int k = 0; k < 2; k++) {
		size_t c = clitic_len(k == 0 ? root_possessives : root_particles, rest, n);

		rest += c;
		n -= c;
	}
	return n == 0;
}
