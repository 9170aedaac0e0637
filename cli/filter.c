/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/filter.h"

#include <string.h>

#include "cli/show.h"
#include "store/codebooks.h"
#include "store/documents.h"

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

static enum rc known_codebook(struct ctx *c, const char *name, struct err *e);

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
		rc = known_codebook(c, w->codebook, e);
	if (rc == RC_OK && w->document != NULL)
		rc = show_document_find(c->store, w->document, &out->document, e);
	if (rc == RC_OK && w->speaker != NULL)
		rc = store_speaker_find(c->store, w->speaker, &out->speaker, e);
	return rc;
}

struct name_search {
	const char *name;
	bool found;
	struct buf known;
};

static enum rc match_codebook(const struct store_codebook *cb, void *arg, struct err *e)
{
	struct name_search *n = arg;

	(void)e;
	n->found = n->found || strcmp(cb->name, n->name) == 0;
	buf_printf(&n->known, "%s%s", n->known.len > 0 ? ", " : "", cb->name);
	return RC_OK;
}

static enum rc known_codebook(struct ctx *c, const char *name, struct err *e)
{
	struct name_search n = { name, false, BUF_INIT };
	enum rc rc = store_codebooks(c->store, match_codebook, &n, e);

	if (rc == RC_OK && !n.found)
		rc = err_set(e, RC_NOTFOUND, "no codebook '%s' in this project; it has: %s", name,
			n.known.len > 0 ? n.known.data : "none yet");
	buf_release(&n.known);
	return rc;
}

enum rc filter_coder(struct ctx *c, int64_t *id, struct err *e)
{
	return person_row(c->store, &c->who, id, e);
}
