/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Speakers and documents as a table for a spreadsheet, out and in. */
#include <string.h>

#include "project/edit.h"
#include "project/seen.h"
#include "project/sheet.h"
#include "store/near.h"

#define VARIABLE "var."
#define CLEARS "-"

/* The columns in their order: what finds the row, the fields, the groups, what only informs. */
static const char *const speaker_columns[][2] = {
	{ "speaker", "penutur" },
	{ "name", "nama" },
	{ "code", "kode" },
	{ "role", "peran" },
	{ "kind", "jenis" },
	{ "shown", "tampil" },
	{ "sure", "pasti" },
	{ "group", "kelompok" },
	{ "labels", "label" },
	{ "documents", "dokumen" },
	{ "turns", "giliran" },
	{ "words", "kata" },
	{ "remark", "catatan" },
};
static const char *const document_columns[][2] = {
	{ "number", "nomor" },
	{ "title", "judul" },
	{ "method", "metode" },
	{ "date", "tanggal" },
	{ "place", "tempat" },
	{ "state", "keadaan" },
	{ "paragraphs", "paragraf" },
	{ "turns", "giliran" },
	{ "sentences", "kalimat" },
	{ "words", "kata" },
	{ "speakers", "penutur" },
	{ "remark", "catatan" },
};
#define FIRST_FIELD 1
#define GROUP_COLUMN 7

static const char *const prefixes[] = { VARIABLE, NULL };
static const struct sheet_form forms[] = {
	[STORE_SPEAKER] = { speaker_columns, sizeof speaker_columns / sizeof *speaker_columns, 0,
		prefixes, "speaker, name, code, role, kind, shown, sure, group and var.KEY" },
	[STORE_DOCUMENT] = { document_columns, sizeof document_columns / sizeof *document_columns,
		0, prefixes, "number, title, method, date, place and var.KEY" },
};

/* ---- out ---- */

/* Whether a variable has a column of its own: the groups have theirs. */
static bool is_variable(const struct subjects *all, const char *key)
{
	return all->target != STORE_SPEAKER || !near_same(key, GROUP_KEY);
}

static void variable_columns(const struct subjects *all, struct attr_list *out)
{
	vec_each (const struct subject, p, &all->list)
		vec_each (const struct attr, attr, &p->vars) {
			bool known = !is_variable(all, attr->key);

			vec_each (const struct attr, seen, out)
				known = known || near_same(seen->key, attr->key);
			if (!known)
				vec_push(out, *attr);
		}
}

static void put_variables(struct table *t, const struct subject *p, const struct attr_list *vars)
{
	vec_each (const struct attr, attr, vars)
		table_text(t, subject_variable(p, attr->key, &t->arena));
}

static void add_columns(
	struct table *t, enum store_target target, size_t from, size_t to, enum column_kind kind)
{
	for (size_t i = from; i < to; i++)
		table_column(t, forms[target].names[i][0], forms[target].names[i][0], kind, 0);
}

static void add_variable_columns(struct table *t, const struct attr_list *vars)
{
	vec_each (const struct attr, attr, vars) {
		const char *key = arena_printf(&t->arena, VARIABLE "%s", attr->key);

		table_column(t, key, key, COLUMN_TEXT, 0);
	}
}

static void put_fields(struct table *t, const struct subject *p, size_t n)
{
	table_row(t);
	table_text(t, p->key);
	for (size_t i = 0; i < n; i++)
		table_text(t, p->fields[i]);
}

static void speakers_table(
	const struct subjects *all, const struct attr_list *vars, struct table *t)
{
	add_columns(t, STORE_SPEAKER, 0, GROUP_COLUMN + 1, COLUMN_TEXT);
	add_variable_columns(t, vars);
	add_columns(t, STORE_SPEAKER, GROUP_COLUMN + 1, GROUP_COLUMN + 2, COLUMN_TEXT);
	add_columns(t, STORE_SPEAKER, GROUP_COLUMN + 2, GROUP_COLUMN + 5, COLUMN_INT);
	vec_each (const struct subject, p, &all->list) {
		put_fields(t, p, nspeaker_fields);
		table_text(t, subject_variable(p, GROUP_KEY, &t->arena));
		put_variables(t, p, vars);
		table_text(t, p->labels);
		table_number(t, p->documents);
		table_number(t, p->turns);
		table_number(t, (double)p->words);
	}
}

static void documents_table(
	const struct subjects *all, const struct attr_list *vars, struct table *t)
{
	size_t behind = FIRST_FIELD + ndocument_fields;

	add_columns(t, STORE_DOCUMENT, 0, behind, COLUMN_TEXT);
	add_variable_columns(t, vars);
	add_columns(t, STORE_DOCUMENT, behind, behind + 1, COLUMN_TEXT);
	add_columns(t, STORE_DOCUMENT, behind + 1, behind + 6, COLUMN_INT);
	vec_each (const struct subject, p, &all->list) {
		put_fields(t, p, ndocument_fields);
		put_variables(t, p, vars);
		table_text(t, p->hidden ? "hidden" : "");
		table_number(t, p->paragraphs);
		table_number(t, p->turns);
		table_number(t, p->sentences);
		table_number(t, (double)p->words);
		table_number(t, p->speakers);
	}
}

void subjects_table(const struct subjects *all, struct table *t)
{
	struct attr_list vars = VEC_INIT;

	variable_columns(all, &vars);
	if (all->target == STORE_SPEAKER)
		speakers_table(all, &vars, t);
	else
		documents_table(all, &vars, t);
	vec_release(&vars);
}

/* ---- in ---- */

struct reading {
	struct edits *x;
	struct store *s;
	struct sheet sheet;
	VEC(size_t) rows; /* of each subject of the list, 0 = none yet */
};

/* What was added since there were `before` comes from this cell. */
static void place(struct reading *r, size_t before, size_t row, int cell)
{
	for (size_t i = before; i < r->x->list.n; i++) {
		r->x->list.items[i].row = row;
		r->x->list.items[i].cell = cell;
	}
}

/* A table that was written while names are hidden finds its rows by "3:I4". */
static struct subject *by_shown(struct reading *r, const char *key)
{
	struct subject *found = NULL;
	unsigned n = 0;

	vec_each (struct subject, p, &r->x->all->list)
		if (near_same(seen_text(r->s, REDACT_NAME, p->key, &r->x->arena), key)) {
			found = p;
			n++;
		}
	return n == 1 ? found : NULL;
}

static struct subject *subject_of(struct reading *r, size_t n)
{
	const struct csv_row *row = &r->sheet.csv.rows.items[n];
	const char *key = sheet_cell(&r->sheet, row, 0);
	int cell = r->sheet.column[0];
	struct err e = ERR_INIT;
	struct subject *p = NULL;
	size_t at;
	int64_t id;
	enum rc rc;

	if (key == NULL) {
		sheet_complain(&r->sheet, row, cell, "this line does not say which %s",
			r->x->all->target == STORE_SPEAKER ? "speaker" : "document");
		return NULL;
	}
	rc = r->x->all->target == STORE_SPEAKER ? store_speaker_find(r->s, key, &id, &e)
						: store_document_find(r->s, key, &id, &e);
	p = rc == RC_OK ? subjects_find(r->x->all, id) : by_shown(r, key);
	if (p == NULL) {
		sheet_complain(
			&r->sheet, row, cell, "%s", rc != RC_OK ? e.msg : "is in no document now");
		return NULL;
	}
	at = (size_t)(p - r->x->all->list.items);
	if (r->rows.items[at] != 0) {
		sheet_complain(&r->sheet, row, cell, "'%s' is in line %zu already", key,
			r->sheet.csv.rows.items[r->rows.items[at]].line);
		return NULL;
	}
	r->rows.items[at] = n;
	return p;
}

/* "" for what clears, NULL for an empty cell. */
static const char *wanted(const struct csv_row *row, int cell)
{
	const char *typed = sheet_at(row, cell);

	return typed != NULL && strcmp(typed, CLEARS) == 0 ? "" : typed;
}

static void read_field(struct reading *r, size_t n, struct subject *p, int field)
{
	const struct csv_row *row = &r->sheet.csv.rows.items[n];
	int cell = r->sheet.column[FIRST_FIELD + field];
	const char *typed = wanted(row, cell);
	size_t before = r->x->list.n;
	struct err e = ERR_INIT;

	if (cell < 0)
		return;
	if (typed == NULL) {
		r->x->left += p->fields[field][0] != '\0' &&
			      !(r->x->all->target == STORE_SPEAKER && field == SPEAKER_SURE);
		return;
	}
	if (*typed != '\0' && r->x->all->target == STORE_DOCUMENT && field == DOCUMENT_DATE &&
		!sheet_date(&r->sheet, row, cell, &typed))
		return;
	if (edits_field(r->x, p, field, typed, &e) != RC_OK)
		sheet_complain(&r->sheet, row, cell, "%s", e.msg);
	place(r, before, n, cell);
}

static void read_variable(struct reading *r, size_t n, struct subject *p, const char *key, int cell)
{
	const char *typed = wanted(&r->sheet.csv.rows.items[n], cell);
	size_t before = r->x->list.n;

	if (typed == NULL)
		r->x->left += *subject_variable(p, key, &r->x->arena) != '\0';
	else
		edits_variable(r->x, p, key, typed);
	place(r, before, n, cell);
}

static bool is_empty(const struct csv_row *row)
{
	for (size_t i = 0; i < row->n; i++)
		if (row->cells[i][0] != '\0')
			return false;
	return true;
}

static void read_row(struct reading *r, size_t n)
{
	const struct csv_row *head = &r->sheet.csv.rows.items[0];
	bool speakers = r->x->all->target == STORE_SPEAKER;
	size_t nfields = speakers ? nspeaker_fields : ndocument_fields;
	struct subject *p;

	if (is_empty(&r->sheet.csv.rows.items[n]) || (p = subject_of(r, n)) == NULL)
		return;
	for (size_t i = 0; i < nfields; i++)
		read_field(r, n, p, (int)i);
	if (speakers && r->sheet.column[GROUP_COLUMN] >= 0)
		read_variable(r, n, p, GROUP_KEY, r->sheet.column[GROUP_COLUMN]);
	for (size_t i = 0; i < head->n; i++)
		if (strncmp(head->cells[i], VARIABLE, strlen(VARIABLE)) == 0)
			read_variable(r, n, p, head->cells[i] + strlen(VARIABLE), (int)i);
}

/* A column "var.kelompok" beside the column of the groups would say it twice. */
static void check_head(struct reading *r)
{
	const struct csv_row *head = &r->sheet.csv.rows.items[0];

	if (r->x->all->target != STORE_SPEAKER || r->sheet.column[GROUP_COLUMN] < 0)
		return;
	for (size_t i = 0; i < head->n; i++)
		if (near_same(head->cells[i], VARIABLE GROUP_KEY))
			sheet_complain(&r->sheet, head, (int)i,
				"'%s' and the column of the groups are the same", head->cells[i]);
}

enum rc edits_read(
	struct edits *x, struct store *s, const char *path, struct diags *d, struct err *e)
{
	struct reading r = { .x = x, .s = s };
	enum rc rc = sheet_read(path, &forms[x->all->target], &r.sheet, d, e);
	struct err flaw = ERR_INIT;

	if (rc != RC_OK)
		return rc;
	for (size_t i = 0; i < x->all->list.n; i++)
		vec_push(&r.rows, 0);
	check_head(&r);
	for (size_t i = 1; r.sheet.column[0] >= 0 && i < r.sheet.csv.rows.n; i++)
		read_row(&r, i);
	for (size_t at = 0; edits_check(x, &at, &flaw) != RC_OK; at++)
		sheet_complain(&r.sheet, &r.sheet.csv.rows.items[x->list.items[at].row],
			x->list.items[at].cell, "%s", flaw.msg);
	if (d->count[DIAG_ERROR] > 0)
		rc = err_set(e, RC_INPUT, "'%s' has errors; nothing was changed", path);
	vec_release(&r.rows);
	sheet_release(&r.sheet);
	return rc;
}
