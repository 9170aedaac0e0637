/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/file.h"
#include "project/import.h"
#include "project/sheet.h"
#include "project/subject.h"
#include "store/near.h"

#define OTHERWISE "another row of this file says otherwise than '%s'"

enum column {
	C_FILE,
	C_DATE,
	C_METHOD,
	C_PLACE,
	C_TITLE,
	C_LABEL,
	C_NAME,
	C_CODE,
	C_ROLE,
	C_GROUP,
	C_REMARK, /* for people; not read */
	C_COUNT
};

/* What a header may say: English, Indonesian. */
static const char *const headers[C_COUNT][2] = {
	[C_FILE] = { "file", "berkas" },
	[C_DATE] = { "date", "tanggal" },
	[C_METHOD] = { "method", "metode" },
	[C_PLACE] = { "place", "tempat" },
	[C_TITLE] = { "title", "judul" },
	[C_LABEL] = { "label", "label" },
	[C_NAME] = { "name", "nama" },
	[C_CODE] = { "code", "kode" },
	[C_ROLE] = { "role", "peran" },
	[C_GROUP] = { "group", "kelompok" },
	[C_REMARK] = { "remark", "catatan" },
};

struct entry {		  /* one file */
	const char *file; /* as written */
	char *path;	  /* with the manifest's folder */
	VEC(struct speaker_hint) hints;
	VEC(struct attr) vars;		    /* of the document */
	VEC(struct attr) of_label;	    /* key "LABEL\tKEY": variables of speakers */
	VEC(struct speaker_hint) all_hints; /* with those of the command line */
	VEC(struct attr) all_vars;
	const char *title, *date, *place;
	int method;
};

struct manifest {
	struct sheet sheet;
	struct arena arena;
	VEC(struct entry) entries;
};

static const char *const prefixes[] = { "var.", "speaker.", NULL };

static const struct sheet_form form = { headers, C_COUNT, C_FILE, prefixes,
	"file, date, method, place, title, label, name, code, role, group, var.KEY and "
	"speaker.KEY" };

static const char *cell(const struct manifest *m, const struct csv_row *row, enum column c)
{
	return sheet_cell(&m->sheet, row, c);
}

#define COMPLAIN(m, row, c, ...) sheet_complain(&(m)->sheet, row, (m)->sheet.column[c], __VA_ARGS__)

/* ---- rows
 * ---------------------------------------------------------------------------------------- */

static char *beside(const char *manifest, const char *file)
{
	size_t folder = (size_t)(file_base(manifest) - manifest);

	if (file[0] == '/' || folder == 0)
		return mem_strdup(file);
	return mem_printf("%.*s%s", (int)folder, manifest, file);
}

static struct entry *entry_of(struct manifest *m, const char *file)
{
	struct entry *entry;

	vec_each (struct entry, known, &m->entries)
		if (strcmp(known->file, file) == 0)
			return known;
	entry = vec_new(&m->entries);
	entry->file = file;
	entry->path = beside(m->sheet.path, file);
	entry->method = -1;
	return entry;
}

/* A file-wide value may stand in any of the file's rows, but not differ between them. */
static void take(struct manifest *m, const struct csv_row *row, enum column c, const char **to,
	const char *value)
{
	if (value != NULL && *to != NULL && strcmp(*to, value) != 0)
		COMPLAIN(m, row, c, OTHERWISE, value);
	else if (value != NULL)
		*to = value;
}

static void read_document(struct manifest *m, const struct csv_row *row, struct entry *entry)
{
	const char *method = cell(m, row, C_METHOD), *date;
	int parsed = method != NULL ? method_parse(method) : -1;

	take(m, row, C_TITLE, &entry->title, cell(m, row, C_TITLE));
	take(m, row, C_PLACE, &entry->place, cell(m, row, C_PLACE));
	if (method != NULL && parsed < 0)
		COMPLAIN(m, row, C_METHOD,
			"'%s' is no method: interview, observation, document, fgd or survey",
			method);
	else if (method != NULL && entry->method >= 0 && entry->method != parsed)
		COMPLAIN(m, row, C_METHOD, OTHERWISE, method);
	else if (method != NULL)
		entry->method = parsed;
	if (sheet_date(&m->sheet, row, m->sheet.column[C_DATE], &date))
		take(m, row, C_DATE, &entry->date, date);
}

static struct speaker_hint *hint_of(struct entry *entry, const char *label)
{
	vec_each (struct speaker_hint, hint, &entry->hints)
		if (near_same(hint->label, label))
			return hint;
	return NULL;
}

static void read_speaker(struct manifest *m, const struct csv_row *row, struct entry *entry)
{
	struct speaker_hint hint = { cell(m, row, C_LABEL), cell(m, row, C_NAME),
		cell(m, row, C_CODE), -1 };
	const char *role = cell(m, row, C_ROLE);
	struct speaker_hint *known;

	if (hint.label == NULL) {
		if (hint.name != NULL || hint.code != NULL || role != NULL)
			COMPLAIN(m, row, C_FILE, "name, code and role of '%s' need a label",
				entry->file);
		return;
	}
	if (role != NULL && (hint.role = role_parse(role)) < 0)
		COMPLAIN(m, row, C_ROLE, "'%s' is no role: interviewer, informant or other", role);
	known = hint_of(entry, hint.label);
	if (known == NULL) {
		vec_push(&entry->hints, hint);
		return;
	}
	take(m, row, C_NAME, &known->name, hint.name);
	take(m, row, C_CODE, &known->code, hint.code);
	if (hint.role >= 0 && known->role >= 0 && hint.role != known->role)
		COMPLAIN(m, row, C_ROLE, OTHERWISE, role);
	else if (hint.role >= 0)
		known->role = hint.role;
}

static void add_label_var(struct manifest *m, struct entry *entry, const char *label,
	const char *key, const char *value, size_t len)
{
	vec_push(&entry->of_label, ((struct attr){ arena_printf(&m->arena, "%s\t%s", label, key),
					   arena_dup(&m->arena, value, len) }));
}

/* "kader; ibu rumah tangga": several groups. */
static void read_groups(
	struct manifest *m, struct entry *entry, const char *label, const char *groups)
{
	for (const char *p = groups; *p != '\0';) {
		size_t len = strcspn(p, ";"), trimmed = len;

		while (trimmed > 0 && p[trimmed - 1] == ' ')
			trimmed--;
		if (trimmed > 0)
			add_label_var(m, entry, label, GROUP_KEY, p, trimmed);
		p += len;
		p += strspn(p, "; ");
	}
}

static void read_variables(struct manifest *m, const struct csv_row *head,
	const struct csv_row *row, struct entry *entry)
{
	const char *label = cell(m, row, C_LABEL), *groups = cell(m, row, C_GROUP);

	if (label != NULL && groups != NULL)
		read_groups(m, entry, label, groups);
	for (size_t i = 0; i < head->n; i++) {
		const char *value = sheet_at(row, (int)i);

		if (value == NULL)
			continue;
		if (strncmp(head->cells[i], "var.", 4) == 0)
			vec_push(&entry->vars, ((struct attr){ head->cells[i] + 4, value }));
		if (label != NULL && strncmp(head->cells[i], "speaker.", 8) == 0)
			add_label_var(m, entry, label, head->cells[i] + 8, value, strlen(value));
	}
}

static void read_row(struct manifest *m, const struct csv_row *row)
{
	const char *file = cell(m, row, C_FILE);
	struct entry *entry;

	if (file == NULL) {
		COMPLAIN(m, row, C_FILE, "this line names no file");
		return;
	}
	entry = entry_of(m, file);
	read_document(m, row, entry);
	read_speaker(m, row, entry);
	read_variables(m, &m->sheet.csv.rows.items[0], row, entry);
}

enum rc manifest_read(const char *path, struct manifest **out, struct diags *d, struct err *e)
{
	struct manifest *m = mem_zalloc(1, sizeof *m);
	enum rc rc = sheet_read(arena_strdup(&m->arena, path), &form, &m->sheet, d, e);

	for (size_t i = 1; rc == RC_OK && m->sheet.column[C_FILE] >= 0 && i < m->sheet.csv.rows.n;
		i++)
		read_row(m, &m->sheet.csv.rows.items[i]);
	if (rc == RC_OK && d->count[DIAG_ERROR] > 0)
		rc = err_set(
			e, RC_INPUT, "the manifest '%s' has errors; nothing was imported", path);
	*out = rc == RC_OK ? m : NULL;
	if (rc != RC_OK)
		manifest_free(m);
	return rc;
}

void manifest_free(struct manifest *m)
{
	if (m == NULL)
		return;
	vec_each (struct entry, entry, &m->entries) {
		free(entry->path);
		vec_release(&entry->hints);
		vec_release(&entry->vars);
		vec_release(&entry->of_label);
		vec_release(&entry->all_hints);
		vec_release(&entry->all_vars);
	}
	vec_release(&m->entries);
	sheet_release(&m->sheet);
	arena_release(&m->arena);
	free(m);
}

/* ---- using it
 * -------------------------------------------------------------------------------------- */

size_t manifest_files(const struct manifest *m)
{
	return m->entries.n;
}

const char *manifest_file(const struct manifest *m, size_t i)
{
	return m->entries.items[i].path;
}

/* By path, else by a base name that only one entry has. */
static struct entry *entry_for(struct manifest *m, const char *path)
{
	struct entry *by_base = NULL;
	unsigned found = 0;

	vec_each (struct entry, entry, &m->entries) {
		if (strcmp(entry->path, path) == 0)
			return entry;
		if (strcmp(file_base(entry->file), file_base(path)) == 0) {
			by_base = entry;
			found++;
		}
	}
	return found == 1 ? by_base : NULL;
}

static const char *first(const char *a, const char *b)
{
	return a != NULL ? a : b;
}

/* Those of the command line come first and keep their numbers; where both speak of a label, the
 * manifest wins. */
static void join_hints(struct entry *entry, struct import_options *o)
{
	vec_reset(&entry->all_hints);
	for (size_t i = 0; i < o->nhints; i++) {
		struct speaker_hint hint = o->hints[i];
		const struct speaker_hint *own = hint_of(entry, hint.label);

		if (own != NULL) {
			hint.name = first(own->name, hint.name);
			hint.code = first(own->code, hint.code);
			hint.role = own->role >= 0 ? own->role : hint.role;
		}
		vec_push(&entry->all_hints, hint);
	}
	vec_each (const struct speaker_hint, own, &entry->hints) {
		bool known = false;

		for (size_t i = 0; i < o->nhints; i++)
			known = known || near_same(o->hints[i].label, own->label);
		if (!known)
			vec_push(&entry->all_hints, *own);
	}
	o->nshared = o->nhints;
	o->hints = entry->all_hints.items;
	o->nhints = entry->all_hints.n;
}

/* A key that the manifest gives is not taken from the command line. */
static void join_vars(struct entry *entry, struct import_options *o)
{
	vec_reset(&entry->all_vars);
	for (size_t i = 0; i < o->nvars; i++) {
		bool known = false;

		vec_each (const struct attr, own, &entry->vars)
			known = known || near_same(own->key, o->vars[i].key);
		if (!known)
			vec_push(&entry->all_vars, o->vars[i]);
	}
	vec_each (const struct attr, own, &entry->vars)
		vec_push(&entry->all_vars, *own);
	o->vars = entry->all_vars.items;
	o->nvars = entry->all_vars.n;
}

bool manifest_options(struct manifest *m, const char *path, struct import_options *o)
{
	struct entry *entry = entry_for(m, path);

	if (entry == NULL)
		return false;
	o->title = first(entry->title, o->title);
	o->date = first(entry->date, o->date);
	o->place = first(entry->place, o->place);
	o->method = entry->method >= 0 ? entry->method : o->method;
	join_hints(entry, o);
	join_vars(entry, o);
	o->label_vars = entry->of_label.items;
	o->nlabel_vars = entry->of_label.n;
	return true;
}
