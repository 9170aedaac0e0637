/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coder/fit.h"

#include <stdlib.h>
#include <string.h>

#include "codebooks/suppress.h"
#include "coder/diag_place.h"
#include "coder/fit_run.h"

enum rc fit_open(struct fit **out, const struct codebook *cb, struct diags *d, struct err *e)
{
	struct fit *f = mem_zalloc(1, sizeof *f);
	enum rc rc = engine_new_whole(cb, &f->engine, d, e);

	*out = NULL;
	if (rc != RC_OK) {
		fit_close(f);
		return rc;
	}
	f->cb = cb;
	fit_rules_find(f);
	fit_patterns_find(f);
	fit_where_find(f);
	fit_codes_find(f);
	*out = f;
	return RC_OK;
}

enum rc fit_read(struct fit *f, const struct document *doc, const struct document *shown,
	struct diags *d, struct err *e)
{
	engine_find_hits(f->engine, doc, d);
	reader_prepare(&f->plain, &f->engine->stream, f->engine->epoch, false);
	fit_rules_read(f);
	fit_patterns_read(f);
	fit_where_read(f, doc, shown);
	fit_words_read(f, shown);
	return fit_codes_read(f, e);
}

uint64_t fit_words(const struct fit *f)
{
	return f->vocabulary.total;
}

void fit_tell(struct fit *f, struct diags *d)
{
	f->d = d;
	if (f->vocabulary.total == 0)
		return;
	fit_words_finish(f);
	fit_where_tell(f);
	fit_rules_tell(f);
	fit_patterns_tell(f);
	fit_words_tell(f);
	fit_codes_tell(f);
}

void fit_close(struct fit *f)
{
	if (f == NULL)
		return;
	fit_rules_release(f);
	fit_words_release(&f->vocabulary);
	reader_release(&f->plain);
	intern_release(&f->pattern_keys);
	intern_release(&f->use_keys);
	intern_release(&f->value_keys);
	vec_release(&f->patterns);
	vec_release(&f->uses);
	vec_release(&f->sorted);
	vec_release(&f->tests);
	vec_release(&f->values);
	vec_release(&f->at_unit);
	free(f->suggested);
	free(f->together);
	engine_free(f->engine);
	arena_release(&f->arena);
	free(f);
}

/* --- for the others --- */

struct diag *fit_warn(struct fit *f, const struct rule *rule, const struct at *at, enum message m,
	const char *english, ...)
{
	struct diag *g;
	va_list ap;
	char id[5];

	message_id(m, id);
	if (suppress_holds(f->cb, rule, *at, id))
		return NULL;
	va_start(ap, english);
	g = diag_say_v(f->d, DIAG_WARNING, f->cb, at, m, ap);
	va_end(ap);
	return g;
}

void fit_hint(struct fit *f, struct diag *g, enum message m, const char *english, ...)
{
	struct buf text = BUF_INIT;
	va_list ap;

	if (g == NULL)
		return;
	va_start(ap, english);
	buf_vprintf(&text, message_text(m, f->d->lang), ap);
	va_end(ap);
	diag_hint(f->d, g, "%s", text.data);
	buf_release(&text);
}

bool fit_is_told(const struct fit *f, const struct at *at, const char *id)
{
	vec_each (const struct diag, g, &f->d->list)
		if (strcmp(g->id, id) == 0 && g->at.line == at->line && g->at.column == at->column)
			return true;
	return false;
}

const char *fit_join(struct fit *f, const struct fit_items *items)
{
	struct buf out = BUF_INIT;
	const char *text;

	for (size_t i = 0; i < items->n && i < FIT_SHOWN; i++)
		buf_printf(&out, "%s%s", i > 0 ? ", " : "", items->items[i]);
	text = arena_strdup(&f->arena, out.data);
	if (items->n > FIT_SHOWN)
		text = fit_piece(f, SAY(P_AND_MORE), text, items->n - FIT_SHOWN);
	buf_release(&out);
	return text;
}

const char *fit_piece(struct fit *f, enum message m, const char *english, ...)
{
	struct buf text = BUF_INIT;
	const char *piece;
	va_list ap;

	va_start(ap, english);
	buf_vprintf(&text, message_text(m, f->d->lang), ap);
	va_end(ap);
	piece = arena_strdup(&f->arena, text.data);
	buf_release(&text);
	return piece;
}
