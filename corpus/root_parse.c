/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/root_parts.h"

#include <assert.h>
#include <string.h>

#include "corpus/root_id.h"

#define MAX_BASES 8
#define MAX_ENDINGS 40

/* One way to end the root: before a suffix, and that before the clitics. */
struct ending {
	uint8_t end, base, suffix;
};

struct scan {
	const struct root_grammar *g;
	const struct lexicon *lex;
	const char *word;
	size_t len;
	uint64_t front;			  /* its first eight bytes */
	uint64_t hash[ROOT_WORD_MAX + 1]; /* of word[0..i) */
	struct ending endings[MAX_ENDINGS];
	size_t nendings;
	uint64_t known;		       /* bit i: maybe[i] is made */
	uint64_t maybe[ROOT_WORD_MAX]; /* bit k: word[i..] to ending k may be in the lexicon */
	bool may_double;
	struct root_parse *out;
	size_t n, max;
};

/* Where a prefix has led to: the root begins at start, with restore before it. */
struct attempt {
	uint8_t head, nasal, start;
	const char *restore;
	size_t nrestore;
	uint64_t restore_hash;
};

static bool one_of(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

bool root_vowel(char c)
{
	return one_of(c, "aeiou");
}

bool root_in_list(const char *list, const char *s, size_t len)
{
	for (const char *p = list; *p != '\0';) {
		size_t n = strcspn(p, " ");

		if (n == len && memcmp(p, s, n) == 0)
			return true;
		p += n;
		p += *p == ' ';
	}
	return false;
}

/* ---- endings ---- */

static bool ends_in(const struct scan *sc, size_t end, const char *tail, size_t len)
{
	if (end <= len || (len > 0 && sc->word[end - 1] != tail[len - 1]))
		return false;
	return memcmp(sc->word + end - len, tail, len) == 0;
}

static size_t strip_clitics(
	const struct scan *sc, const struct root_clitic *table, uint8_t *bases, size_t n)
{
	size_t total = n;

	for (size_t i = 0; i < n; i++)
		for (const struct root_clitic *c = table; c->text != NULL; c++)
			if (bases[i] >= c->len + c->min && total < MAX_BASES &&
				ends_in(sc, bases[i], c->text, c->len))
				bases[total++] = (uint8_t)(bases[i] - c->len);
	return total;
}

static void find_endings(struct scan *sc)
{
	uint8_t bases[MAX_BASES];
	size_t n = 1;

	bases[0] = (uint8_t)sc->len;
	n = strip_clitics(sc, root_particles, bases, n);
	n = strip_clitics(sc, root_possessives, bases, n);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < root_nsuffixes && sc->nendings < MAX_ENDINGS; k++)
			if (ends_in(sc, bases[i], root_suffixes[k].text, root_suffixes[k].len))
				sc->endings[sc->nendings++] =
					(struct ending){ (uint8_t)(bases[i] - root_suffixes[k].len),
						bases[i], (uint8_t)k };
}

/* Is there a piece of three bytes or more that follows itself at once?  Without branches inside:
 * every word is asked this. */
static bool has_double(const char *s, size_t len)
{
	bool found = false;

	for (size_t d = 3; 2 * d <= len; d++) {
		size_t run = 0;

		for (size_t i = 0; i + d < len; i++) {
			run = (run + 1) * (s[i] == s[i + d]);
			found |= run == d;
		}
	}
	return found;
}

/* ---- does the root fit its affixes? ---- */

bool root_one_syllable(const char *s, size_t len)
{
	int vowels = 0;

	for (size_t i = 0; i < len; i++)
		vowels += root_vowel(s[i]);
	return vowels == 1;
}

/* Three letters must make two syllables where more are wanted: teruji, tertua, but not se- + bab.
 */
static bool long_enough(const char *s, size_t len, size_t min)
{
	if (len >= min)
		return true;
	return len == 3 && min <= 4 && (root_vowel(s[0]) || !root_one_syllable(s, len));
}

static bool takes_bare_i(const char *s, size_t len)
{
	for (const char *const *end = root_no_i; *end != NULL; end++) {
		size_t n = strlen(*end);

		if (len > n && memcmp(s + len - n, *end, n) == 0)
			return false;
	}
	return true;
}

/* Without a prefix -an and -i are weak evidence: ujian, akui, but not bos + -an, psikolog + -i. */
static bool bare_fits(const struct root_suffix *suf, const char *s, size_t len)
{
	if (suf->bit == SUF_I && !takes_bare_i(s, len))
		return false;
	if (len >= suf->min_bare)
		return true;
	return len == 3 && ((suf->bit == SUF_AN && root_vowel(s[0])) ||
				   (suf->bit == SUF_I && root_vowel(s[2])));
}

static bool nasal_fits(
	const struct root_nasal *nasal, const struct root_suffix *suf, const char *s, size_t len)
{
	bool weak = suf->bit == SUF_NONE;

	if (nasal->one_syllable || nasal->restore[0] != '\0') {
		if (root_one_syllable(s, len) != nasal->one_syllable)
			return false;
	}
	if (weak && nasal->min_bare > nasal->min && len >= 4 && !root_vowel(s[1]))
		weak = false; /* loans begin with two consonants: mentransfer */
	return long_enough(s, len, weak ? nasal->min_bare : nasal->min);
}

static bool fits(const struct attempt *at, const struct root_suffix *suf, const char *s, size_t len)
{
	const struct root_head *head = &root_heads[at->head];

	if (head->text[0] == '\0' && head->attach == ATTACH_PLAIN)
		return suf->bit == SUF_NONE || bare_fits(suf, s, len);
	if (len < 3 || (head->only != NULL && !root_in_list(head->only, s, len)))
		return false;
	if (head->er && (root_vowel(s[0]) || s[1] != 'e' || s[2] != 'r'))
		return false;
	if ((suf->bit & (SUF_WANAN | SUF_IN)) && len < suf->min_bare)
		return false;
	if (suf->bit == SUF_I && len == 3 && root_one_syllable(s, len))
		return false; /* mencari is not car + -i */
	if (head->attach == ATTACH_NASAL)
		return nasal_fits(&root_nasals[at->nasal], suf, s, len);
	if (head->attach == ATTACH_CASUAL)
		return nasal_fits(&root_casuals[at->nasal], suf, s, len);
	return long_enough(s, len, head->min);
}

/* ---- looking up ---- */

static uint64_t piece_hash(const struct scan *sc, size_t start, size_t end)
{
	return sc->hash[end] - sc->hash[start] * sc->g->power[end - start];
}

static uint8_t how_of(const struct attempt *at, const struct ending *e)
{
	bool whole = at->start == 0 && at->nrestore == 0;
	uint8_t how = root_heads[at->head].how;

	if (root_suffixes[e->suffix].bit == SUF_IN)
		how |= ROOT_SPOKEN;
	if (whole && e->end == e->base)
		how |= ROOT_SELF;
	return how;
}

static void keep(struct scan *sc, const struct attempt *at, const struct ending *e,
	const struct lex_spelling *sp, bool doubled)
{
	struct root_parse *p;

	if (sc->n == sc->max || !fits(at, &root_suffixes[e->suffix], sp->s, sp->len))
		return;
	p = &sc->out[sc->n++];
	p->spelling = (uint32_t)(sp - sc->lex->spellings.items);
	p->head = at->head;
	p->nasal = at->nasal;
	p->suffix = e->suffix;
	p->start = at->start;
	p->end = e->end;
	p->base = e->base;
	p->restored = (uint8_t)at->nrestore;
	p->how = how_of(at, e);
	p->doubled = doubled;
}

static void look_up(
	struct scan *sc, const struct attempt *at, const struct ending *e, size_t end, bool doubled)
{
	size_t len = end - at->start;
	uint64_t hash = piece_hash(sc, at->start, end) + at->restore_hash * sc->g->power[len];
	const struct lex_spelling *sp;

	if (!lexicon_maybe(sc->lex, hash))
		return;
	sp = lexicon_find(sc->lex, hash, at->restore, at->nrestore, sc->word + at->start, len);
	if (sp != NULL)
		keep(sc, at, e, sp, doubled);
}

/* fungsifungsi, perundangundangan: the same twice, the hyphen lost */
static void look_up_double(struct scan *sc, const struct attempt *at, const struct ending *e)
{
	size_t half = (size_t)(e->end - at->start) / 2;

	if (half < 3 || 2 * half != (size_t)(e->end - at->start) || at->nrestore != 0)
		return;
	if (memcmp(sc->word + at->start, sc->word + at->start + half, half) == 0)
		look_up(sc, at, e, at->start + half, true);
}

/* Several prefixes may lead to the same start: the lexicon's bits are asked once for all. */
static uint64_t maybe_from(struct scan *sc, size_t start)
{
	uint64_t found = 0;

	if (sc->known >> start & 1)
		return sc->maybe[start];
	for (size_t i = 0; i < sc->nendings; i++)
		if (sc->endings[i].end > start &&
			lexicon_maybe(sc->lex, piece_hash(sc, start, sc->endings[i].end)))
			found |= UINT64_C(1) << i;
	sc->known |= UINT64_C(1) << start;
	sc->maybe[start] = found;
	return found;
}

/* -kan after a k is often written with one k (menunjukan), where the prefix takes no -an. */
static bool takes(const struct scan *sc, const struct root_head *head, const struct ending *e)
{
	uint8_t bit = root_suffixes[e->suffix].bit;

	if (head->suffixes & bit)
		return true;
	return bit == SUF_AN && (head->suffixes & SUF_KAN) && head->text[0] != '\0' &&
	       sc->word[e->end - 1] == 'k';
}

static void try_endings(struct scan *sc, const struct attempt *at)
{
	const struct root_head *head = &root_heads[at->head];
	bool whole = at->nrestore == 0 && !sc->may_double;
	uint64_t todo = whole ? maybe_from(sc, at->start) : ~UINT64_C(0);

	for (size_t i = 0; i < sc->nendings && todo >> i != 0; i++) {
		const struct ending *e = &sc->endings[i];

		if (!(todo >> i & 1) || e->end <= at->start || !takes(sc, head, e))
			continue;
		look_up(sc, at, e, e->end, false);
		if (sc->may_double)
			look_up_double(sc, at, e);
	}
}

/* ---- prefixes ---- */

static uint32_t letter_bit(char c)
{
	return c >= 'a' && c <= 'z' ? UINT32_C(1) << (c - 'a') : UINT32_C(1) << 31;
}

/* Eight bytes of the word as a number, zeros behind its end. */
static uint64_t eight_at(const char *s, size_t len)
{
	uint64_t n = 0;

	memcpy(&n, s, len < sizeof n ? len : sizeof n);
	return n;
}

static bool opens(
	const struct root_gate *gate, const struct scan *sc, size_t start, const char *text)
{
	if (start + gate->len >= sc->len || !(gate->next & letter_bit(sc->word[start + gate->len])))
		return false;
	return gate->len <= 8 || memcmp(sc->word + start + 8, text + 8, gate->len - 8u) == 0;
}

static void try_nasals(struct scan *sc, struct attempt *at, const struct root_nasal *table,
	const struct root_gate *gates)
{
	uint8_t start = at->start;
	uint64_t here = eight_at(sc->word + start, sc->len - start);

	for (size_t i = 0; table[i].text != NULL; i++) {
		if ((here & gates[i].mask) != gates[i].text ||
			!opens(&gates[i], sc, start, table[i].text))
			continue;
		at->start = (uint8_t)(start + gates[i].len);
		at->nasal = (uint8_t)i;
		at->restore = table[i].restore;
		at->nrestore = strlen(at->restore);
		at->restore_hash = 0;
		for (size_t k = 0; k < at->nrestore; k++)
			at->restore_hash = lex_step(at->restore_hash, at->restore[k]);
		try_endings(sc, at);
	}
}

static void try_head(struct scan *sc, size_t row)
{
	const struct root_head *head = &root_heads[row];
	const struct root_gate *gate = &sc->g->heads[row];
	struct attempt at = { (uint8_t)row, ROOT_NO_NASAL, gate->len, "", 0, 0 };

	if ((sc->front & gate->mask) != gate->text || !opens(gate, sc, 0, head->text))
		return;
	switch ((enum root_attach)head->attach) {
	case ATTACH_NASAL:
		try_nasals(sc, &at, root_nasals, sc->g->nasals[0]);
		return;
	case ATTACH_CASUAL:
		try_nasals(sc, &at, root_casuals, sc->g->nasals[1]);
		return;
	case ATTACH_REPEAT:
		if (sc->len < 6 || sc->word[1] != 'e' || sc->word[0] != sc->word[2])
			return;
		at.start = 2;
		break;
	case ATTACH_PLAIN:
		break;
	}
	try_endings(sc, &at);
}

static void make_gate(struct root_gate *gate, const char *text, const char *next)
{
	char ones[8] = { 0 };

	gate->len = (uint8_t)strlen(text);
	memset(ones, 0xff, gate->len < 8 ? gate->len : 8);
	gate->mask = eight_at(ones, sizeof ones);
	gate->text = eight_at(text, gate->len);
	gate->next = next == NULL ? UINT32_MAX : 0;
	for (; next != NULL && *next != '\0'; next++)
		gate->next |= letter_bit(*next);
}

static void make_gates(struct root_grammar *g)
{
	const struct root_nasal *const tables[] = { root_nasals, root_casuals };

	for (size_t i = 0; i < root_nheads; i++)
		make_gate(&g->heads[i], root_heads[i].text, root_heads[i].next);
	for (size_t t = 0; t < 2; t++)
		for (size_t i = 0; tables[t][i].text != NULL; i++)
			make_gate(&g->nasals[t][i], tables[t][i].text, tables[t][i].next);
}

static size_t letter_of(char c)
{
	return c >= 'a' && c <= 'z' ? (size_t)(c - 'a') : 26;
}

void root_grammar_init(struct root_grammar *g)
{
	size_t row = 0;

	assert(root_nheads <= ROOT_MAX_HEADS);
	make_gates(g);
	g->power[0] = 1;
	for (size_t i = 0; i < ROOT_WORD_MAX; i++)
		g->power[i + 1] = g->power[i] * LEX_BASE;
	while (row < root_nheads && root_heads[row].text[0] == '\0')
		row++;
	g->empty_heads = (uint8_t)row;
	for (size_t c = 0; c < 27; c++) {
		g->first_head[c] = (uint8_t)row;
		while (row < root_nheads && letter_of(root_heads[row].text[0]) == c)
			row++;
	}
}

size_t root_parse(const struct root_grammar *g, const struct lexicon *lex, const char *word,
	size_t len, struct root_parse *out, size_t max)
{
	struct scan sc;
	size_t letter;

	if (len == 0 || len > ROOT_WORD_MAX || !lexicon_may_hold(lex, word, len))
		return 0;
	sc.g = g;
	sc.lex = lex;
	sc.word = word;
	sc.len = len;
	sc.out = out;
	sc.n = 0;
	sc.max = max;
	sc.nendings = 0;
	sc.front = eight_at(word, len);
	sc.known = 0;
	sc.hash[0] = 0;
	for (size_t i = 0; i < len; i++)
		sc.hash[i + 1] = lex_step(sc.hash[i], word[i]);
	sc.may_double = len >= 6 && has_double(word, len);
	find_endings(&sc);
	for (size_t row = 0; row < g->empty_heads; row++)
		try_head(&sc, row);
	letter = letter_of(word[0]);
	if (letter < 26)
		for (size_t row = g->first_head[letter]; row < g->first_head[letter + 1]; row++)
			try_head(&sc, row);
	return sc.n;
}
