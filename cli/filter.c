/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/filter.h"

#include <string.h>

#include "cli/show.h"
#include "store/codebooks.h"
#include "store/documents.h"
#include "store/near.h"

static enum rc state_bits(
	const struct opt_list *words, unsigned otherwise, unsigned *bits, struct err *e)
{
	*bits = words->n == 0 ? otherwise : 0;
	vec_each (const char *, word, words) {
		unsigned bit = 0;

		for (unsigned i = 0; suggestion_state_names[i] != NULL; i++)
			if (strcmp(*word, suggestion_state_names[i]) == 0)
				bit = 1u << i;
		if (strcmp(*word, "all") == 0)
			bit = ~0u;
		if (bit == 0)
			return err_set(e, RC_USAGE,
				"--state is open, confirmed, rejected, unsure or all, not '%s'",
				*word);
		*bits |= bit;
	}
	return RC_OK;
}

bool filter_given(const struct filter_words *w)
{
	return w->code != NULL || w->document != NULL || w->speaker != NULL ||
	       w->codebook != NULL || w->rule != NULL || w->min > 0 || w->max > 0 ||
	       w->states.n > 0;
}

enum rc filter_resolve(struct ctx *c, const struct filter_words *w, unsigned states, int64_t coder,
	struct suggestion_filter *out, struct err *e)
{
	enum rc rc;

	*out = (struct suggestion_filter){ .code_below = !w->only,
		.codebook = w->codebook,
		.rule = w->rule,
		.score_min = w->min,
		.score_max = w->max,
		.coder = coder };
	if (c->rest.n > 0 && filter_given(w))
		return err_set(e, RC_USAGE, "give ids or filters, not both");
	if (w->min < 0 || w->min > 1 || w->max < 0 || w->max > 1)
		return err_set(e, RC_USAGE, "--min and --max are scores from 0 to 1");
	rc = state_bits(&w->states, states, &out->states, e);
	if (rc == RC_OK && w->code != NULL)
		rc = store_code_find(c->store, w->code, &out->code, e);
	if (rc == RC_OK && w->codebook != NULL)
		rc = filter_codebook(c, w->codebook, e);
	if (rc == RC_OK && w->document != NULL)
		rc = show_document_find(c->store, w->document, &out->document, e);
	if (rc == RC_OK && w->speaker != NULL)
		rc = store_speaker_find(c->store, w->speaker, &out->speaker, e);
	return rc;
}

static enum rc note_codebook(const struct store_codebook *cb, void *arg, struct err *e)
{
	(void)e;
	near_add(arg, cb->name);
	return RC_OK;
}

static bool has_word(const struct near *n, const char *word)
{
	vec_each (const char *, known, &n->words)
		if (strcmp(*known, word) == 0)
			return true;
	return false;
}

/* Also one that another brings with it: its codes are named by it. */
static enum rc note_codebook_of(const struct store_code *code, void *arg, struct err *e)
{
	(void)e;
	if (!has_word(arg, code->codebook))
		near_add(arg, code->codebook);
	return RC_OK;
}

enum rc filter_codebook(struct ctx *c, const char *name, struct err *e)
{
	struct near known = NEAR_INIT;
	struct buf names = BUF_INIT;
	enum rc rc = store_codebooks(c->store, note_codebook, &known, e);

	if (rc == RC_OK)
		rc = store_codes(c->store, note_codebook_of, &known, e);
	if (rc == RC_OK && !has_word(&known, name)) {
		vec_each (const char *, word, &known.words)
			buf_printf(&names, "%s%s", names.len > 0 ? ", " : "", *word);
		rc = err_set(e, RC_NOTFOUND, "no codebook '%s' in this project; it has: %s", name,
			names.len > 0 ? names.data : "none yet");
	}
	buf_release(&names);
	near_release(&known);
	return rc;
}

enum rc filter_coder(struct ctx *c, int64_t *id, struct err *e)
{
	return person_row(c->store, &c->who, id, e);
}
