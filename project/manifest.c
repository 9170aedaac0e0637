/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <string.h>

#include "base/clock.h"
#include "base/csv.h"
#include "base/file.h"
#include "project/import.h"
#include "store/near.h"

#define MANIFEST_MAX (16u << 20)
#define OTHERWISE "another row of this file says otherwise than '%s'"
#define GROUP_KEY "kelompok" /* the variable that the column "group" sets */

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
};

struct entry {		  /* one file */
	const char *file; /* as written */
	char *path;	  /* with the manifest's folder */
	VEC(struct speaker_hint) hints;
	VEC(struct attr) vars;	   /* of the document */
	VEC(struct attr) of_label; /* key "LABEL\tKEY": variables of speakers */
	const char *title, *date, *place;
	int method;
};

struct manifest {
	struct csv csv;
	struct arena arena;
	const char *path;
	int column[C_COUNT]; /* index in the row, -1 = missing */
	VEC(struct entry) entries;
};

static const char *cell_at(const struct csv_row *row, int i)
{
	return i >= 0 && (size_t)i < row->n && row->cells[i][0] != '\0' ? row->cells[i] : NULL;
}

static const char *cell(const struct manifest *m, const struct csv_row *row, enum column c)
{
	return cell_at(row, m->column[c]);
}

static bool same_ascii(const char *a, const char *b)
{
	for (; *a != '\0' && *b != '\0'; a++, b++) {
		char x = *a >= 'A' && *a <= 'Z' ? (char)(*a + 32) : *a;

		if (x != *b)
			return false;
	}
	return *a == *b;
}

static void complain(struct diags *d, const struct manifest *m, const struct csv_row *row,
	const char *fmt, ...) __attribute__((format(printf, 4, 5)));

static void complain(
	struct diags *d, const struct manifest *m, const struct csv_row *row, const char *fmt, ...)
{
	struct diag_at at = { .file = m->path, .line = (uint32_t)row->line };
	struct buf text = BUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	buf_vprintf(&text, fmt, ap);
	va_end(ap);
	diag_add(d, DIAG_ERROR, "R210", &at, "%s", text.data);
	buf_release(&text);
}

/* ---- header ------------------------------------------------------------------------------------
 */

static bool names_twice(const struct csv_row *row, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (*row->cells[i] != '\0' && near_same(row->cells[k], row->cells[i]))
			return true;
	return false;
}

static bool is_known(const struct manifest *m, const char *name, size_t i)
{
	if (strncmp(name, "var.", 4) == 0 || strncmp(name, "speaker.", 8) == 0 || *name == '\0')
		return true;
	for (int c = 0; c < C_COUNT; c++)
		if (m->column[c] == (int)i)
			return true;
	return false;
}

static void read_header(struct manifest *m, const struct csv_row *row, struct diags *d)
{
	for (int c = 0; c < C_COUNT; c++) {
		m->column[c] = -1;
		for (size_t i = 0; i < row->n; i++)
			if (m->column[c] < 0 && (same_ascii(row->cells[i], headers[c][0]) ||
							same_ascii(row->cells[i], headers[c][1])))
				m->column[c] = (int)i;
	}
	for (size_t i = 0; i < row->n; i++)
		if (names_twice(row, i))
			complain(d, m, row, "two columns are named '%s'", row->cells[i]);
		else if (!is_known(m, row->cells[i], i))
			complain(d, m, row,
				"unknown column '%s'; known are file, date, method, place, title, "
				"label, name, code, role, group, var.KEY and speaker.KEY",
				row->cells[i]);
	if (m->column[C_FILE] < 0)
		complain(d, m, row, "the first line must name the columns; there is no column '%s'",
			"file");
}

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
	entry->path = beside(m->path, file);
	entry->method = -1;
	return entry;
}

/* A file-wide value may stand in any of the file's rows, but not differ between them. */
static void take(struct diags *d, const struct manifest *m, const struct csv_row *row,
	const char **to, const char *value)
{
	if (value != NULL && *to != NULL && strcmp(*to, value) != 0)
		complain(d, m, row, OTHERWISE, value);
	else if (value != NULL)
		*to = value;
}

static void read_document(
	struct manifest *m, const struct csv_row *row, struct entry *entry, struct diags *d)
{
	const char *method = cell(m, row, C_METHOD), *date = cell(m, row, C_DATE);
	int parsed = method != NULL ? method_parse(method) : -1;

	take(d, m, row, &entry->title, cell(m, row, C_TITLE));
	take(d, m, row, &entry->place, cell(m, row, C_PLACE));
	if (method != NULL && parsed < 0)
		complain(d, m, row,
			"'%s' is no method: interview, observation, document, fgd or survey",
			method);
	else if (method != NULL && entry->method >= 0 && entry->method != parsed)
		complain(d, m, row, OTHERWISE, method);
	else if (method != NULL)
		entry->method = parsed;
	if (date != NULL && !clock_date_valid(date))
		complain(d, m, row, "a date is 2024-08-17, 2024-08 or 2024, not '%s'", date);
	else
		take(d, m, row, &entry->date, date);
}

static struct speaker_hint *hint_of(struct entry *entry, const char *label)
{
	vec_each (struct speaker_hint, hint, &entry->hints)
		if (near_same(hint->label, label))
			return hint;
	return NULL;
}

static void read_speaker(
	struct manifest *m, const struct csv_row *row, struct entry *entry, struct diags *d)
{
	struct speaker_hint hint = { cell(m, row, C_LABEL), cell(m, row, C_NAME),
		cell(m, row, C_CODE), -1 };
	const char *role = cell(m, row, C_ROLE);
	struct speaker_hint *known;

	if (hint.label == NULL) {
		if (hint.name != NULL || hint.code != NULL || role != NULL)
			complain(
				d, m, row, "name, code and role of '%s' need a label", entry->file);
		return;
	}
	if (role != NULL && (hint.role = role_parse(role)) < 0)
		complain(d, m, row, "'%s' is no role: interviewer, informant or other", role);
	known = hint_of(entry, hint.label);
	if (known == NULL) {
		vec_push(&entry->hints, hint);
		return;
	}
	take(d, m, row, &known->name, hint.name);
	take(d, m, row, &known->code, hint.code);
	if (hint.role >= 0 && known->role >= 0 && hint.role != known->role)
		complain(d, m, row, OTHERWISE, role);
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
		const char *value = cell_at(row, (int)i);

		if (value == NULL)
			continue;
		if (strncmp(head->cells[i], "var.", 4) == 0)
			vec_push(&entry->vars, ((struct attr){ head->cells[i] + 4, value }));
		if (label != NULL && strncmp(head->cells[i], "speaker.", 8) == 0)
			add_label_var(m, entry, label, head->cells[i] + 8, value, strlen(value));
	}
}

static void read_row(struct manifest *m, const struct csv_row *row, struct diags *d)
{
	const char *file = cell(m, row, C_FILE);
	struct entry *entry;

	if (file == NULL) {
		complain(d, m, row, "this line names no file");
		return;
	}
	entry = entry_of(m, file);
	read_document(m, row, entry, d);
	read_speaker(m, row, entry, d);
	read_variables(m, &m->csv.rows.items[0], row, entry);
}

enum rc manifest_read(const char *path, struct manifest **out, struct diags *d, struct err *e)
{
	struct manifest *m = mem_zalloc(1, sizeof *m);
	struct buf bytes = BUF_INIT;
	enum rc rc = file_read(path, MANIFEST_MAX, &bytes, e);

	m->path = arena_strdup(&m->arena, path);
	if (rc == RC_OK && csv_parse(bytes.data, bytes.len, 0, &m->csv, e) != RC_OK)
		rc = err_wrap(e, "the manifest '%s'", path);
	if (rc == RC_OK && m->csv.rows.n == 0)
		rc = err_set(e, RC_INPUT, "'%s' is empty", path);
	if (rc == RC_OK)
		read_header(m, &m->csv.rows.items[0], d);
	for (size_t i = 1; rc == RC_OK && m->column[C_FILE] >= 0 && i < m->csv.rows.n; i++)
		read_row(m, &m->csv.rows.items[i], d);
	if (rc == RC_OK && d->count[DIAG_ERROR] > 0)
		rc = err_set(
			e, RC_INPUT, "the manifest '%s' has errors; nothing was imported", path);
	buf_release(&bytes);
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
	}
	vec_release(&m->entries);
	csv_release(&m->csv);
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
static const struct entry *entry_for(const struct manifest *m, const char *path)
{
	const struct entry *by_base = NULL;
	unsigned found = 0;

	vec_each (const struct entry, entry, &m->entries) {
		if (strcmp(entry->path, path) == 0)
			return entry;
		if (strcmp(file_base(entry->file), file_base(path)) == 0) {
			by_base = entry;
			found++;
		}
	}
	return found == 1 ? by_base : NULL;
}

bool manifest_options(const struct manifest *m, const char *path, struct import_options *o)
{
	const struct entry *entry = entry_for(m, path);

	if (entry == NULL)
		return false;
	o->title = entry->title != NULL ? entry->title : o->title;
	o->date = entry->date != NULL ? entry->date : o->date;
	o->place = entry->place != NULL ? entry->place : o->place;
	o->method = entry->method >= 0 ? entry->method : o->method;
	if (entry->hints.n > 0) {
		o->hints = entry->hints.items;
		o->nhints = entry->hints.n;
	}
	o->label_vars = entry->of_label.items;
	o->nlabel_vars = entry->of_label.n;
	if (entry->vars.n > 0) {
		o->vars = entry->vars.items;
		o->nvars = entry->vars.n;
	}
	return true;
}
