/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/verdict.h"

#include "cli/list.h"
#include "cli/say.h"
#include "cli/show.h"
#include "project/decide.h"

static const char *const asked[] = { "confirm", "reject", "mark as unsure" };
static const char *const told[] = { "confirmed", "rejected", "marked as unsure" };

static enum rc decide(struct ctx *c, const struct verdict_words *w,
	const struct suggestion_filter *f, enum verdict verdict, struct err *e)
{
	VEC(struct suggestion_filter) filters = VEC_INIT;
	uint64_t n = 0;
	enum rc rc;

	vec_each (const char *, id, &c->rest)
		vec_push(&filters, ((struct suggestion_filter){
					   .states = ~0u, .coder = f->coder, .id = *id }));
	if (filters.n == 0)
		vec_push(&filters, *f);
	rc = decide_bulk(c->store, &c->who, filters.items, filters.n, verdict, w->note, &n, e);
	if (rc == RC_OK && !c->quiet)
		say_plain("%llu %s by %s; 'tema undo' takes it back", (unsigned long long)n,
			told[verdict], c->who.name);
	vec_release(&filters);
	return rc;
}

static enum rc really(const struct ctx *c, const struct verdict_words *w, enum verdict verdict,
	uint64_t n, bool *yes, struct err *e)
{
	char *question;
	enum rc rc;

	*yes = w->yes && !c->dry_run;
	if (w->yes || c->dry_run || n == 0)
		return RC_OK;
	question = mem_printf("%s %s %llu suggestion%s as %s?", asked[verdict],
		n == 1 ? "this" : "these", (unsigned long long)n, plural(n), c->who.name);
	rc = ask_yes(question, "--yes", yes, e);
	free(question);
	return rc;
}

enum rc verdict_run(
	struct ctx *c, const struct verdict_words *w, enum verdict verdict, struct err *e)
{
	struct suggestion_filter f;
	struct table t;
	int64_t coder;
	uint64_t n = 0;
	bool yes = false;
	enum rc rc = filter_coder(c, &coder, e);

	if (c->rest.n == 0 && !filter_given(&w->filter))
		return err_set(e, RC_USAGE,
			"say which: ids, or --code, --document, --speaker, --rule, --min ...");
	if (rc == RC_OK)
		rc = filter_resolve(c, &w->filter, SUGGESTION_OPEN, coder, &f, e);
	if (rc != RC_OK)
		return rc;
	rc = list_suggestions(c, &f, &t, &n, e);
	if (rc != RC_OK) {
		table_release(&t);
		return rc;
	}
	show_table(c, &t);
	if (n == 0 && !c->quiet)
		say("no suggestion passes these filters; nothing to %s", asked[verdict]);
	if (n > 0 && c->dry_run && !c->quiet)
		say("%llu would be %s (dry run, nothing written)", (unsigned long long)n,
			told[verdict]);
	rc = really(c, w, verdict, n, &yes, e);
	return rc == RC_OK && yes && n > 0 ? decide(c, w, &f, verdict, e) : rc;
}
