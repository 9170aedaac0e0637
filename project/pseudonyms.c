/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/pseudonyms.h"

#include <string.h>

#include "base/intern.h"
#include "base/utf8.h"
#include "corpus/turns_words.h"
#include "store/near.h"

#define CODES_MAX 60 /* bytes of "I1/I4/..." */

/* The words of a name, as they stand in it. */
struct part {
	size_t start, end;
	const char *form;
	size_t len;
};
VEC_TYPE(parts, struct part);

static void split(struct arena *a, const char *name, size_t len, struct parts *out)
{
	size_t pos = 0, start, end;
	struct buf b = BUF_INIT;

	vec_reset(out);
	while (redact_word(name, len, &pos, &start, &end)) {
		buf_reset(&b);
		redact_form(name + start, end - start, &b);
		vec_push(out, ((struct part){ start, end, arena_dup(a, b.data, b.len), b.len }));
	}
	buf_release(&b);
}

/* ---- loading --------------------------------------------------------------------------------- */

static enum rc add_stored(const struct store_pseudonym *n, void *arg, struct err *e)
{
	struct pseudonyms *p = arg;

	(void)e;
	vec_push(&p->list, ((struct pseudonym){ .find = arena_strdup(&p->arena, n->find),
				   .replace = arena_strdup(&p->arena, n->replace),
				   .row = n->row,
				   .keep = strcmp(n->find, n->replace) == 0 }));
	return RC_OK;
}

static bool has_code(const char *codes, const char *code)
{
	size_t len = strlen(code);

	for (const char *p = codes; (p = strstr(p, code)) != NULL; p += len)
		if ((p == codes || p[-1] == '/') && (p[len] == '/' || p[len] == '\0'))
			return true;
	return false;
}

struct implying {
	struct pseudonyms *p;
	struct intern finds; /* folded; number = place in the list */
	struct buf fold;
	struct parts words;
};

static uint32_t number_of(struct implying *x, const char *find)
{
	buf_reset(&x->fold);
	utf8_fold(find, strlen(find), &x->fold);
	return intern_add(&x->finds, x->fold.data, x->fold.len);
}

/* Would the name be found in what stands in its place? */
static bool holds_itself(const char *find, const char *code)
{
	struct redact_rule rule = { .find = find, .replace = "" };
	struct redactor *r = redactor_new(&rule, 1);
	struct buf out = BUF_INIT;
	bool found;

	redact(r, REDACT_NAME, code, strlen(code), &out, NULL);
	found = out.len < strlen(code);
	redactor_free(r);
	buf_release(&out);
	return found;
}

/* An implied entry; the same name of another speaker has both codes; one that people have added
 * themselves stays. */
static void imply(struct implying *x, const char *find, const char *code, bool proper)
{
	struct pseudonyms *p = x->p;
	struct pseudonym *known;
	uint32_t i;

	if (holds_itself(find, code))
		return;
	i = number_of(x, find);
	known = i < p->list.n ? &p->list.items[i] : NULL;
	if (known == NULL) {
		vec_push(&p->list, ((struct pseudonym){ .find = arena_strdup(&p->arena, find),
					   .replace = arena_strdup(&p->arena, code),
					   .implied = true,
					   .proper = proper }));
	} else if (known->implied) {
		known->proper &= proper;
		if (!has_code(known->replace, code) &&
			strlen(known->replace) + strlen(code) < CODES_MAX)
			known->replace = arena_printf(&p->arena, "%s/%s", known->replace, code);
	}
}

static bool has_digit(const struct part *w)
{
	for (size_t i = 0; i < w->len; i++)
		if (w->form[i] >= '0' && w->form[i] <= '9')
			return true;
	return false;
}

/* "PKK", "BPJS", "SN": capitals that spell no name. */
static bool is_initials(const char *text, const struct part *w)
{
	size_t letters = utf8_count(w->form, w->len);

	for (size_t at = w->start; at < w->end;) {
		uint32_t cp;

		at += utf8_next(text + at, text + w->end, &cp);
		if (utf8_is_lower(cp))
			return letters < 3;
	}
	return letters <= 3 || strpbrk(w->form, "aeiou") == NULL;
}

static bool begins_upper(const char *text, const struct part *w)
{
	uint32_t cp;

	utf8_next(text + w->start, text + w->end, &cp);
	return !utf8_is_lower(cp);
}

/* The first word that is no form of address. */
static size_t behind_address(const struct parts *words)
{
	size_t i = 0;

	while (i < words->n && pseudonym_is_address(words->items[i].form, words->items[i].len))
		i++;
	return i;
}

static bool label_is_name(const char *label, const struct parts *words, size_t first)
{
	size_t len = strlen(label);

	if (first == words->n || turns_role_word(label, len) != NULL || turns_is_stop(label, len))
		return false;
	for (size_t i = first; i < words->n; i++) {
		const struct part *w = &words->items[i];

		if (has_digit(w) || pseudonym_is_office(w->form, w->len) ||
			turns_role_word(label + w->start, w->end - w->start) != NULL)
			return false;
	}
	return begins_upper(label, &words->items[first]) &&
	       !(first + 1 == words->n && is_initials(label, &words->items[first]));
}

/* "Ibu Siti Aminah, S.Pd." without what is around the name. */
static const char *core_of(
	struct arena *a, const char *name, const struct parts *words, size_t first)
{
	const char *comma;
	size_t start, end;

	if (first == words->n)
		return NULL;
	start = words->items[first].start;
	end = vec_last(words)->end;
	comma = memchr(name + start, ',', end - start);
	if (comma != NULL && comma > name + start)
		end = (size_t)(comma - name);
	if (start == 0 && end == vec_last(words)->end)
		return NULL;
	return arena_dup(a, name + start, end - start);
}

static void imply_name(struct implying *x, const struct store_alias *a)
{
	struct parts *words = &x->words;
	struct arena *arena = &x->p->arena;
	const char *core;
	size_t first;

	split(arena, a->name, strlen(a->name), words);
	first = behind_address(words);
	if (first == words->n || (words->n == 1 && utf8_count(a->name, strlen(a->name)) < 2))
		return;
	imply(x, a->name, a->code, false);
	core = core_of(arena, a->name, words, first);
	if (core != NULL && utf8_count(core, strlen(core)) >= 3)
		imply(x, core, a->code, false);
}

static void imply_label(struct implying *x, const struct store_alias *a)
{
	struct parts *words = &x->words;
	struct arena *arena = &x->p->arena;
	const char *core;
	size_t first;

	split(arena, a->label, strlen(a->label), words);
	first = behind_address(words);
	if (!label_is_name(a->label, words, first))
		return;
	imply(x, a->label, a->code, words->n == 1);
	core = core_of(arena, a->label, words, first);
	if (core != NULL)
		imply(x, core, a->code, words->n - first == 1);
}

bool pseudonym_is_name(const char *label)
{
	struct arena a = ARENA_INIT;
	struct parts words = VEC_INIT;
	bool is;

	split(&a, label, strlen(label), &words);
	is = label_is_name(label, &words, behind_address(&words));
	vec_release(&words);
	arena_release(&a);
	return is;
}

static enum rc add_implied(const struct store_alias *a, void *arg, struct err *e)
{
	struct implying *x = arg;

	(void)e;
	if (*a->code == '\0' || !a->shown_as_code || a->kind == SPEAKER_GROUP)
		return RC_OK;
	if (*a->name != '\0' && !near_same(a->name, a->code))
		imply_name(x, a);
	if (*a->label != '\0' && !near_same(a->label, a->code))
		imply_label(x, a);
	return RC_OK;
}

enum rc pseudonyms_load(struct store *s, struct pseudonyms *out, struct err *e)
{
	struct implying x = { .p = out, .finds = INTERN_INIT, .fold = BUF_INIT };
	enum rc rc;

	*out = (struct pseudonyms){ .arena = ARENA_INIT };
	rc = store_pseudonyms(s, add_stored, out, e);
	for (uint32_t i = 0; i < out->list.n; i++)
		if (number_of(&x, out->list.items[i].find) != i) /* cannot be; keeps the numbers */
			intern_add(&x.finds, (const char *)&i, sizeof i);
	if (rc == RC_OK)
		rc = store_aliases(s, add_implied, &x, e);
	if (rc == RC_OK)
		rc = store_former_names(s, add_implied, &x, e);
	intern_release(&x.finds);
	buf_release(&x.fold);
	vec_release(&x.words);
	return rc;
}

void pseudonyms_release(struct pseudonyms *p)
{
	vec_release(&p->list);
	arena_release(&p->arena);
}

struct redactor *pseudonyms_redactor(const struct pseudonyms *p)
{
	VEC(struct redact_rule) rules = VEC_INIT;
	struct redactor *r = NULL;

	vec_each (const struct pseudonym, n, &p->list)
		vec_push(&rules, ((struct redact_rule){ n->find, n->replace, n->proper, n->keep }));
	if (rules.n > 0)
		r = redactor_new(rules.items, rules.n);
	vec_release(&rules);
	return r;
}

/* ---- counting -------------------------------------------------------------------------------- */

struct counting {
	struct pseudonyms *p;
	struct store *s;
	struct redactor *r;
	struct buf out;
	struct redact_map map;
};

static void look(struct counting *c, enum redact_kind kind, const char *text, size_t len)
{
	buf_reset(&c->out);
	vec_reset(&c->map.cuts);
	vec_reset(&c->map.kept);
	redact(c->r, kind, text, len, &c->out, &c->map);
	vec_each (const struct redact_cut, kept, &c->map.kept)
		vec_push(&c->map.cuts, *kept);
}

static enum rc count_document(const struct store_document *d, void *arg, struct err *e)
{
	struct counting *c = arg;
	struct document *doc = NULL;
	uint8_t *seen = mem_zalloc(c->p->list.n + 1, 1);
	enum rc rc = store_document_load(c->s, d->id, &doc, e);

	look(c, REDACT_NAME, d->title, strlen(d->title));
	vec_each (const struct redact_cut, cut, &c->map.cuts)
		c->p->list.items[cut->rule].titles++;
	if (rc == RC_OK) {
		look(c, REDACT_TEXT, doc->text, doc->len);
		vec_each (const struct redact_cut, cut, &c->map.cuts) {
			struct pseudonym *n = &c->p->list.items[cut->rule];

			n->places++;
			n->documents += !seen[cut->rule];
			seen[cut->rule] = 1;
		}
	}
	document_free(doc);
	free(seen);
	return rc;
}

static enum rc count_label(const struct store_alias *a, void *arg, struct err *e)
{
	struct counting *c = arg;

	(void)e;
	look(c, REDACT_NAME, a->label, strlen(a->label));
	vec_each (const struct redact_cut, cut, &c->map.cuts)
		c->p->list.items[cut->rule].labels++;
	return RC_OK;
}

static enum rc count_note(const char *text, void *arg, struct err *e)
{
	struct counting *c = arg;

	(void)e;
	look(c, REDACT_TEXT, text, strlen(text));
	vec_each (const struct redact_cut, cut, &c->map.cuts)
		c->p->list.items[cut->rule].notes++;
	return RC_OK;
}

enum rc pseudonyms_count(struct pseudonyms *p, struct store *s, struct err *e)
{
	struct counting c = { .p = p, .s = s, .r = pseudonyms_redactor(p), .out = BUF_INIT };
	enum rc rc = RC_OK;

	if (c.r != NULL)
		rc = store_documents(s, false, count_document, &c, e);
	if (c.r != NULL && rc == RC_OK)
		rc = store_aliases(s, count_label, &c, e);
	if (c.r != NULL && rc == RC_OK)
		rc = store_notes(s, count_note, &c, e);
	redactor_free(c.r);
	buf_release(&c.out);
	redact_map_release(&c.map);
	return rc;
}
