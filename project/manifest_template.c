/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/manifest_template.h"

#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/file.h"
#include "corpus/turns_roles.h"
#include "project/subject.h"

enum {
	T_FILE,
	T_DATE,
	T_METHOD,
	T_PLACE,
	T_TITLE,
	T_LABEL,
	T_NAME,
	T_CODE,
	T_ROLE,
	T_GROUP,
	T_REMARK,
	T_COUNT
};

static const char *const names[T_COUNT] = { "file", "date", "method", "place", "title", "label",
	"name", "code", "role", "group", "remark" };

/* A table that spreadsheets open as it is: with a mark of its encoding. */
static void put_row(const char *const *cells, struct buf *out)
{
	for (size_t i = 0; i < T_COUNT; i++)
		csv_cell(out, cells[i] != NULL ? cells[i] : "",
			cells[i] != NULL ? strlen(cells[i]) : 0, i == 0, true);
	csv_end(out);
}

void manifest_template_head(struct buf *out)
{
	buf_adds(out, "\xef\xbb\xbf");
	put_row(names, out);
}

/* ---- how the file is named ---- */

static char *folder_of(const char *path)
{
	size_t len = (size_t)(file_base(path) - path);
	char *dir = len > 0 ? mem_dup(path, len) : mem_strdup("."), *real = realpath(dir, NULL);

	free(dir);
	return real;
}

static char *file_name(const char *path, const char *manifest)
{
	char *dir, *real, *name = NULL;
	size_t len;

	if (file_base(manifest) == manifest)
		return mem_strdup(path);
	dir = folder_of(manifest);
	real = realpath(path, NULL);
	len = dir != NULL ? strlen(dir) : 0;
	if (real != NULL && dir != NULL && strncmp(real, dir, len) == 0 && real[len] == '/')
		name = mem_strdup(real + len + 1);
	else
		name = mem_strdup(real != NULL ? real : path);
	free(dir); /* from realpath(), which takes malloc() as mem_ does */
	free(real);
	return name;
}

/* ---- rows ---- */

/* What the project has of a file that is in it already. */
struct known {
	struct arena arena;
	const char *title, *date, *place;
};

static enum rc take_known(const struct store_document *d, void *arg, struct err *e)
{
	struct known *k = arg;

	(void)e;
	k->title = arena_strdup(&k->arena, d->title);
	k->date = arena_strdup(&k->arena, d->date);
	k->place = arena_strdup(&k->arena, d->place);
	return RC_OK;
}

static void join_groups(const struct label *label, struct buf *out)
{
	vec_each (const struct attr, attr, &label->vars)
		if (strcmp(attr->key, GROUP_KEY) == 0)
			buf_printf(out, "%s%s", out->len > 0 ? VALUE_SEPARATOR : "", attr->value);
}

static void put_label(const struct label *label, const char **cells, struct buf *out)
{
	struct buf groups = BUF_INIT, remark = BUF_INIT;

	join_groups(label, &groups);
	if (!label->sure)
		buf_printf(&remark,
			"role unsure, perhaps %s; write interviewer, informant or other",
			role_names[label->likely]);
	buf_printf(&remark, "%s%u turn%s", remark.len > 0 ? "; " : "", label->turns,
		label->turns == 1 ? "" : "s");
	if (label->kind == SPEAKER_GROUP)
		buf_adds(&remark, "; several people");
	cells[T_LABEL] = label->text;
	cells[T_NAME] = label->name;
	cells[T_CODE] = label->code;
	cells[T_ROLE] = label->sure ? role_names[label->role] : NULL;
	cells[T_GROUP] = groups.data;
	cells[T_REMARK] = remark.data;
	put_row(cells, out);
	buf_release(&groups);
	buf_release(&remark);
}

static void put_document(const struct document *doc, const char **cells, struct buf *out)
{
	vec_each (const struct label, label, &doc->labels)
		put_label(label, cells, out);
	if (doc->labels.n == 0) {
		cells[T_REMARK] = "no speakers";
		put_row(cells, out);
	}
}

static const char *or_other(const char *a, const char *b)
{
	return a != NULL ? a : b;
}

enum rc manifest_template_file(struct store *s, const char *path, const char *manifest,
	const struct import_options *o, const struct import_result *found, struct buf *out,
	struct err *e)
{
	struct known known = { ARENA_INIT, o->title, o->date, o->place };
	struct document *loaded = NULL;
	const struct document *doc = found->doc;
	const char *cells[T_COUNT] = { NULL };
	char *name = file_name(path, manifest);
	enum rc rc = RC_OK;

	if (doc == NULL && found->document != 0)
		rc = store_document_load(s, found->document, &loaded, e);
	if (loaded != NULL) {
		roles_propose(loaded);
		rc = store_document_get(s, found->document, take_known, &known, e);
		doc = loaded;
	}
	cells[T_FILE] = name;
	cells[T_PLACE] = known.place;
	cells[T_TITLE] = known.title;
	if (doc != NULL) {
		cells[T_DATE] = or_other(known.date, doc->date);
		cells[T_METHOD] = method_names[doc->method];
	}
	if (rc == RC_OK && doc != NULL) {
		put_document(doc, cells, out);
	} else if (rc == RC_OK) {
		cells[T_REMARK] = "several documents";
		put_row(cells, out);
	}
	document_free(loaded);
	arena_release(&known.arena);
	free(name);
	return rc;
}
