/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tema codebook copy: the file of a codebook, shipped, one's own or kept in a project. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "cli/codebook_subs.h"
#include "cli/say.h"
#include "codebooks/library.h"
#include "codebooks/outline.h"
#include "codebooks/parser.h"
#include "store/codebooks.h"

struct search {
	struct store *store;
	const char *name;
	struct codebook *owner; /* the version that holds it */
	const struct codebook *found;
};

static enum rc look_into(const struct store_codebook *kept, void *arg, struct err *e)
{
	struct search *s = arg;
	struct codebook *cb = NULL;
	enum rc rc = RC_OK;

	if (!kept->is_project && s->found == NULL)
		rc = store_codebook_load(s->store, kept->id, &cb, e);
	if (cb == NULL)
		return rc;
	s->found = codebook_named(cb, s->name, strlen(s->name));
	if (s->found != NULL)
		s->owner = cb;
	else
		codebook_free(cb);
	return rc;
}

/* A codebook as the project keeps it, also one that another uses: for who has lost the file. */
static enum rc find_in_project(struct ctx *c, struct search *s, struct err *e)
{
	enum rc rc = codebook_open_project(c, e);

	s->store = c->store;
	s->name = c->rest.items[0];
	if (rc == RC_OK)
		rc = store_codebooks(c->store, look_into, s, e);
	if (rc == RC_OK && s->found == NULL)
		rc = err_set(e, RC_NOTFOUND, "the project runs no codebook '%s'", s->name);
	return rc;
}

static void write_text(const struct codebook *cb, const char *name, struct buf *out)
{
	const struct source_file *file = &cb->files.items[0];

	if (name != NULL)
		outline_rename(cb, name, out);
	else
		buf_add(out, file->text, file->len);
}

/* Of a file byte by byte, as it is. */
static enum rc read_text(const char *path, const struct codebook *cb, const char *name,
	struct buf *out, struct err *e)
{
	if (name == NULL)
		return file_read(path, CODEBOOK_MAX, out, e);
	outline_rename(cb, name, out);
	return RC_OK;
}

static void tell_uses(const struct ctx *c, const struct codebook *cb)
{
	if (!c->quiet)
		vec_each (const struct use, u, &cb->uses)
			say("it uses '%s': that file must lie beside the copy, or be a shipped one",
				u->name);
}

static enum rc copy_file(
	struct ctx *c, const struct codebook_options *o, struct buf *out, struct err *e)
{
	struct codebook *cb = NULL;
	char *path = NULL;
	enum rc rc = library_find(c->rest.items[0], &path, e);

	if (rc == RC_OK)
		rc = codebook_of(c, &cb, e);
	if (rc == RC_OK)
		rc = read_text(path, cb, o->name, out, e);
	if (rc == RC_OK)
		rc = codebook_write(c, o, out, e);
	if (rc == RC_OK)
		tell_uses(c, cb);
	free(path);
	codebook_free(cb);
	return rc;
}

static enum rc copy_from_project(
	struct ctx *c, const struct codebook_options *o, struct buf *out, struct err *e)
{
	struct search s = { .owner = NULL };
	enum rc rc = find_in_project(c, &s, e);

	if (rc == RC_OK) {
		write_text(s.found, o->name, out);
		rc = codebook_write(c, o, out, e);
	}
	if (rc == RC_OK)
		tell_uses(c, s.found);
	codebook_free(s.owner);
	return rc;
}

enum rc codebook_copy(struct ctx *c, const struct codebook_options *o, struct err *e)
{
	struct buf out = BUF_INIT;
	enum rc rc = codebook_check_name(o->name, e);

	if (rc == RC_OK && c->project_path != NULL)
		rc = copy_from_project(c, o, &out, e);
	else if (rc == RC_OK)
		rc = copy_file(c, o, &out, e);
	buf_release(&out);
	return rc;
}
