/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tema codebook diff: what two versions of a codebook differ in, and what that does to a project.
 */
#include <stdlib.h>
#include <string.h>

#include "cli/codebook_subs.h"
#include "cli/diff_view.h"
#include "cli/load.h"
#include "cli/say.h"
#include "project/find.h"
#include "store/codebooks.h"

#define PLACES 5 /* of one kind and code, as text */

struct diff {
	struct codebook *before, *after;
	char *name;    /* of the version that the project keeps */
	char *project; /* found, when none was given */
	struct changes changes;
	struct effect effect;
	struct diags d;
};

/* --- the two versions ---------------------------------------------------------------------------
 */

/* The one that the project keeps: by the name of the codebook. */
struct search {
	const char *name;
	int64_t id;
	struct buf others;
	struct buf users; /* codebooks of the project that use it */
};

static enum rc look(const struct store_codebook *cb, void *arg, struct err *e)
{
	struct search *k = arg;

	(void)e;
	if (cb->is_project)
		return RC_OK;
	if (strcmp(cb->name, k->name) == 0)
		k->id = cb->id;
	buf_printf(&k->others, "%s%s", k->others.len > 0 ? ", " : "", cb->name);
	return RC_OK;
}

static enum rc look_for_users(const struct store_code *code, void *arg, struct err *e)
{
	struct search *k = arg;

	(void)e;
	if (k->users.len == 0 && strcmp(code->codebook, k->name) == 0)
		buf_adds(&k->users, code->bringers);
	return RC_OK;
}

static enum rc load_kept(struct ctx *c, struct diff *f, struct err *e)
{
	struct search k = { f->after->name, 0, BUF_INIT, BUF_INIT };
	enum rc rc = store_codebooks(c->store, look, &k, e);

	if (rc == RC_OK)
		rc = store_codes(c->store, look_for_users, &k, e);
	if (rc == RC_OK && k.id == 0 && k.users.len > 0)
		rc = err_set(e, RC_NOTFOUND,
			"'%s' has the codebook '%s' only as part of %s: compare that one",
			c->project_path, k.name, k.users.data);
	else if (rc == RC_OK && k.users.len > 0 && !c->quiet)
		say("%s runs as part of %s, whose own rules are not counted here; 'tema codebook "
		    "diff' compares that too",
			k.name, k.users.data);
	if (rc == RC_OK && k.id == 0)
		rc = err_set(e, RC_NOTFOUND,
			"'%s' has no codebook '%s' (%s%s); 'tema codebook diff A B -p PROJECT' "
			"compares two files",
			c->project_path, k.name, k.others.len > 0 ? "it has " : "it has none",
			k.others.data);
	if (rc == RC_OK)
		rc = store_codebook_load(c->store, k.id, &f->before, e);
	if (rc == RC_OK)
		f->name = mem_printf(
			message_text(MSG_S_DIFF_IN, c->says), f->before->name, c->project_path);
	buf_release(&k.others);
	buf_release(&k.users);
	return rc;
}

/* Both are read, so that the errors of both are told. */
static enum rc load_both(struct ctx *c, struct diff *f, struct err *e)
{
	struct err second = ERR_INIT;
	enum rc rc = RC_OK, after;

	if (c->rest.n == 2)
		rc = load_codebook(c->rest.items[0], &f->before, &f->d, e);
	after = load_codebook(c->rest.items[c->rest.n - 1], &f->after, &f->d, &second);
	if (rc == RC_OK && after != RC_OK) {
		rc = after;
		*e = second;
	}
	say_diags_from(&f->d, DIAG_ERROR);
	return rc;
}

static enum rc check_names(struct ctx *c, const struct diff *f, struct err *e)
{
	const char *a = f->before->name, *b = f->after->name;

	if (strcmp(a, b) == 0)
		return RC_OK;
	return err_set(e, RC_INPUT,
		"'%s' and '%s' are two codebooks, not versions of one; to compare them all the "
		"same, first: tema codebook copy %s --name %s -o %s.codebook",
		a, b, c->rest.items[c->rest.n - 1], a, a);
}

/* --- the effect ---------------------------------------------------------------------------------
 */

static void show_progress(unsigned done, unsigned all, void *arg)
{
	(void)arg;
	progress("codebook diff", done, all, "documents");
}

static enum rc find_effect(
	struct ctx *c, const struct codebook_options *o, struct diff *f, struct err *e)
{
	size_t some = o->format == CODEBOOK_JSON ? 0 : PLACES;
	struct effect_options x = { .progress = show_progress };
	struct diags d = DIAGS_INIT;
	enum rc rc;

	x.limit = o->limit >= 0 ? (size_t)o->limit : some;
	if (x.limit == 0)
		x.limit = SIZE_MAX;
	if (!changes_any(&f->changes))
		return effect_find_gone(c->store, &f->changes, &f->effect, e);
	rc = effect_find(c->store, &f->changes, &x, &f->effect, &d, e);
	progress_end();
	say_diags_from(&d, DIAG_WARNING);
	diags_release(&d);
	return rc;
}

static enum rc show(
	struct ctx *c, const struct codebook_options *o, struct diff *f, bool with, struct err *e)
{
	bool to_file = o->output != NULL && strcmp(o->output, "-") != 0;
	struct diff_view v = { .c = &f->changes,
		.x = with ? &f->effect : NULL,
		.only_gone = !changes_any(&f->changes),
		.before = c->rest.n == 2 ? c->rest.items[0] : f->name,
		.after = c->rest.items[c->rest.n - 1],
		.project = c->project_path,
		.lang = c->lang,
		.says = c->says,
		.width = to_file ? 0 : c->width,
		.colour = c->colour && !to_file };
	struct buf out = BUF_INIT;
	enum rc rc;

	if (o->format == CODEBOOK_JSON)
		diff_view_json(&v, &out);
	else
		diff_view_text(&v, &out);
	rc = codebook_write(c, o, &out, e);
	buf_release(&out);
	return rc;
}

enum rc codebook_diff(struct ctx *c, const struct codebook_options *o, struct err *e)
{
	bool with = c->project_path != NULL || c->rest.n == 1;
	struct diff f = { .d = DIAGS_INIT };
	enum rc rc;

	if (o->format != CODEBOOK_TEXT && o->format != CODEBOOK_JSON)
		return err_set(e, RC_USAGE, "diff writes text or json");
	rc = load_both(c, &f, e);
	if (rc == RC_OK && c->project_path == NULL && with)
		rc = project_find(NULL, &f.project, e);
	if (f.project != NULL)
		c->project_path = f.project;
	if (rc == RC_OK && with)
		rc = codebook_open_project(c, e);
	if (rc == RC_OK && c->rest.n == 1)
		rc = load_kept(c, &f, e);
	if (rc == RC_OK)
		rc = check_names(c, &f, e);
	if (rc == RC_OK) {
		changes_find(f.before, f.after, &f.changes);
		rc = with ? find_effect(c, o, &f, e) : RC_OK;
	}
	if (rc == RC_OK)
		rc = show(c, o, &f, with, e);
	if (rc == RC_OK && (changes_any(&f.changes) || f.effect.gone.n > 0))
		rc = RC_PART; /* they differ: as diff(1) says it, without a message */
	effect_release(&f.effect);
	changes_release(&f.changes);
	codebook_free(f.before);
	codebook_free(f.after);
	if (f.project != NULL)
		c->project_path = NULL;
	free(f.project);
	free(f.name);
	diags_release(&f.d);
	return rc;
}
