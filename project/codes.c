/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/codes.h"

#include <string.h>

#include "base/utf8.h"
#include "project/person.h"

#define LABEL_MAX 200 /* bytes */

/* The edit while it is done: the codes as they stood before, and what the log will say. */
struct editing {
	struct store *s;
	const struct codes_edit *x;
	struct codes_tally before;
	struct codes_report *report;
	struct buf log;
};

static const struct store_code *code_of(const struct editing *k, int64_t id)
{
	return &codes_row_of(&k->before, id)->code;
}

static void tell(struct editing *k, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

static void tell(struct editing *k, const char *fmt, ...)
{
	struct buf line = BUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	buf_vprintf(&line, fmt, ap);
	va_end(ap);
	vec_push(&k->report->lines, arena_dup(&k->report->arena, line.data, line.len));
	buf_release(&line);
}

/* "12 decisions" */
static const char *decisions(struct editing *k, uint64_t n)
{
	return arena_printf(
		&k->report->arena, "%llu decision%s", (unsigned long long)n, n == 1 ? "" : "s");
}

/* "rename jones.MOU", "retire jones.A, jones.B" */
static void log_code(struct editing *k, const char *verb, const struct store_code *c)
{
	buf_printf(&k->log, "%s%s%s", k->log.len == 0 ? verb : "", k->log.len == 0 ? " " : ", ",
		c->full);
}

static enum rc check_text(const char *what, const char *text, struct err *e)
{
	size_t len = strlen(text);

	if (!utf8_valid(text, len, NULL))
		return err_set(e, RC_INPUT, "the %s is no valid UTF-8", what);
	if (text[strspn(text, " \t")] == '\0')
		return err_set(e, RC_USAGE, "the %s is empty", what);
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)text[i] < 0x20 || text[i] == 0x7f)
			return err_set(e, RC_USAGE, "the %s is more than one line", what);
	return RC_OK;
}

static enum rc check_label(const char *text, struct err *e)
{
	if (strlen(text) > LABEL_MAX)
		return err_set(e, RC_USAGE, "the label is longer than %d bytes", LABEL_MAX);
	return check_text("label", text, e);
}

static enum rc check_color(const char *text, struct err *e)
{
	if (strlen(text) == 7 && text[0] == '#' && strspn(text + 1, "0123456789abcdefABCDEF") == 6)
		return RC_OK;
	return err_set(e, RC_USAGE, "'%s' is no colour; write it as \"#2b5c8a\"", text);
}

/* ---- one kind of edit each --------------------------------------------------------------------
 */

static enum rc add(struct editing *k, struct err *e)
{
	const struct codes_edit *x = k->x;
	const struct store_code *parent = x->to != 0 ? code_of(k, x->to) : NULL;
	int64_t id = 0;
	enum rc rc = x->text != NULL ? check_label(x->text, e) : RC_OK;

	if (rc == RC_OK && x->definition != NULL)
		rc = check_text("definition", x->definition, e);
	if (rc == RC_OK && x->color != NULL)
		rc = check_color(x->color, e);
	if (rc == RC_OK)
		rc = store_code_new(k->s, x->key, x->text, x->definition, x->to, &id, e);
	if (rc == RC_OK && x->color != NULL)
		rc = store_overlay_put(k->s, id, "color", x->color, e);
	if (rc != RC_OK)
		return rc;
	buf_printf(&k->log, "add project.%s", x->key);
	tell(k, "project.%s is a code of this project%s%s", x->key,
		parent != NULL ? ", under " : "", parent != NULL ? parent->full : "");
	return RC_OK;
}

/* A code of the project's own has one label until it is given another one. */
static const char *label_field(const struct store_code *c, const char *lang)
{
	bool english = strcmp(lang, "en") == 0 && (!c->is_project || c->label_en[0] != '\0');

	return english ? "label_en" : "label_id";
}

static enum rc rename_code(struct editing *k, const struct store_code *c, struct err *e)
{
	const struct codes_edit *x = k->x;
	const char *field = label_field(c, x->lang);
	bool english = strcmp(field, "label_en") == 0;
	const char *other = english ? c->label_id : c->label_en;
	const char *old = english ? c->label_en : c->label_id;
	enum rc rc = check_label(x->text, e);

	if (rc != RC_OK || strcmp(old, x->text) == 0)
		return rc;
	rc = store_overlay_put(k->s, c->id, field, x->text, e);
	log_code(k, "rename", c);
	buf_printf(&k->log, " \"%s\"", x->text);
	tell(k, "%s is called \"%s\" in this project (so far \"%s\")", c->full, x->text,
		old[0] != '\0' ? old : store_code_label(c, x->lang));
	if (other[0] != '\0')
		tell(k, "%s it is still called \"%s\"; --lang %s renames it there",
			english ? "in Indonesian" : "in English", other, english ? "id" : "en");
	return rc;
}

/* Whether a stands below b, or is it. */
static bool is_below(const struct editing *k, int64_t a, int64_t b)
{
	const struct codes_row *row;

	for (; a != 0; a = row->code.parent) {
		if (a == b)
			return true;
		row = codes_row_of(&k->before, a);
		if (row == NULL)
			return false;
	}
	return false;
}

static enum rc move_code(struct editing *k, const struct store_code *c, struct err *e)
{
	int64_t to = k->x->to;
	const char *where = to != 0 ? code_of(k, to)->full : "at the top";
	enum rc rc;

	if (to == c->id)
		return err_set(e, RC_USAGE, "'%s' cannot stand under itself", c->full);
	if (to != 0 && is_below(k, to, c->id))
		return err_set(
			e, RC_USAGE, "'%s' stands below '%s'; move it away first", where, c->full);
	if (to == c->parent)
		return RC_OK;
	rc = store_overlay_refer(k->s, c->id, "parent", to, e);
	log_code(k, "move", c);
	buf_printf(&k->log, " %s%s", to != 0 ? "under " : "", where);
	tell(k, "%s stands %s%s in this project", c->full, to != 0 ? "under " : "", where);
	return rc;
}

static enum rc color_code(struct editing *k, const struct store_code *c, struct err *e)
{
	enum rc rc = check_color(k->x->text, e);

	if (rc != RC_OK || strcmp(c->color, k->x->text) == 0)
		return rc;
	rc = store_overlay_put(k->s, c->id, "color", k->x->text, e);
	log_code(k, "color", c);
	buf_printf(&k->log, " %s", k->x->text);
	tell(k, "%s has the colour %s in this project", c->full, k->x->text);
	return rc;
}

static enum rc define_code(struct editing *k, const struct store_code *c, struct err *e)
{
	enum rc rc = check_text("definition", k->x->text, e);

	if (rc == RC_OK && !c->is_project)
		return err_set(e, RC_INPUT,
			"the definition of '%s' stands in the file of the codebook '%s': change it "
			"there, or in a copy of a shipped one (tema codebook copy), and precode "
			"again",
			c->full, c->codebook);
	if (rc != RC_OK || strcmp(c->definition, k->x->text) == 0)
		return rc;
	rc = store_code_define(k->s, c->id, k->x->text, e);
	log_code(k, "define", c);
	tell(k, "%s: \"%s\"", c->full, k->x->text);
	return rc;
}

static enum rc reset_code(struct editing *k, const struct store_code *c, struct err *e)
{
	static const char *const fields[] = { "label_id", "label_en", "parent", "color" };
	enum rc rc = RC_OK;

	if (c->changes == 0)
		return RC_OK;
	for (size_t i = 0; i < sizeof fields / sizeof *fields && rc == RC_OK; i++)
		rc = store_overlay_put(k->s, c->id, fields[i], NULL, e);
	log_code(k, "reset", c);
	tell(k, "%s has the label, place and colour that %s gave it", c->full,
		c->is_project ? "its making" : "its codebook");
	return rc;
}

static enum rc merge_code(struct editing *k, const struct store_code *c, struct err *e)
{
	const struct store_code *to = code_of(k, k->x->to);
	enum rc rc;

	if (c->merged_into == to->id)
		return RC_OK;
	if (c->id == to->id)
		return err_set(e, RC_USAGE, "'%s' cannot be merged into itself", c->full);
	if (c->merged_into != 0)
		return err_set(e, RC_INPUT,
			"'%s' is merged into '%s' already; 'tema codes restore %s' parts them",
			c->full, code_of(k, c->merged_into)->full, c->full);
	if (to->merged_into != 0)
		return err_set(e, RC_INPUT, "'%s' is merged into '%s' already", to->full,
			code_of(k, to->merged_into)->full);
	if (to->retired)
		return err_set(e, RC_INPUT,
			"'%s' is retired; 'tema codes restore %s' brings it back", to->full,
			to->full);
	rc = store_overlay_refer(k->s, c->id, "merged_into", to->id, e);
	log_code(k, "merge", c);
	tell(k, "%s is %s from now on; %s made on it count%s there", c->full, to->full,
		decisions(k, c->decisions), c->decisions == 1 ? "s" : "");
	return rc;
}

static enum rc retire_code(struct editing *k, const struct store_code *c, struct err *e)
{
	uint64_t open = codes_row_of(&k->before, c->id)->open;
	enum rc rc;

	if (c->merged_into != 0)
		return err_set(e, RC_INPUT, "'%s' is merged into '%s'", c->full,
			code_of(k, c->merged_into)->full);
	if (c->retired && !c->gone)
		return RC_OK;
	rc = store_overlay_put(k->s, c->id, "retired", "yes", e);
	log_code(k, "retire", c);
	tell(k, "%s suggests nothing any more (%llu open); %s stay%s", c->full,
		(unsigned long long)open, decisions(k, c->decisions), c->decisions == 1 ? "s" : "");
	return rc;
}

static enum rc restore_code(struct editing *k, const struct store_code *c, struct err *e)
{
	enum rc rc;

	if (c->merged_into == 0 && !c->retired)
		return RC_OK;
	if (c->gone)
		return err_set(e, RC_INPUT,
			"codebook '%s' has no code '%s' any more; put it back into the file, then "
			"precode",
			c->codebook, c->key);
	rc = store_overlay_put(k->s, c->id, "merged_into", NULL, e);
	if (rc == RC_OK)
		rc = store_overlay_put(k->s, c->id, "retired", NULL, e);
	log_code(k, "restore", c);
	tell(k, "%s is a code again", c->full);
	return rc;
}

/* ---- the op -----------------------------------------------------------------------------------
 */

typedef enum rc edit_fn(struct editing *k, const struct store_code *c, struct err *e);

static edit_fn *const edits[] = {
	[CODES_RENAME] = rename_code,
	[CODES_MOVE] = move_code,
	[CODES_COLOR] = color_code,
	[CODES_DEFINE] = define_code,
	[CODES_RESET] = reset_code,
	[CODES_MERGE] = merge_code,
	[CODES_RETIRE] = retire_code,
	[CODES_RESTORE] = restore_code,
};

static enum rc edit_all(struct editing *k, struct err *e)
{
	const struct codes_edit *x = k->x;
	enum rc rc = RC_OK;

	if (x->what == CODES_ADD)
		return add(k, e);
	for (size_t i = 0; i < x->n && rc == RC_OK; i++)
		rc = edits[x->what](k, code_of(k, x->codes[i]), e);
	if (rc == RC_OK && x->what == CODES_MERGE && k->log.len > 0)
		buf_printf(&k->log, " into %s", code_of(k, x->to)->full);
	return rc;
}

enum rc codes_edit(struct store *s, const struct person *who, const struct codes_edit *x,
	bool dry_run, struct codes_report *report, struct err *e)
{
	struct editing k = { .s = s, .x = x, .report = report, .log = BUF_INIT };
	int64_t coder = 0;
	enum rc rc = person_row(s, who, &coder, e);

	*report = (struct codes_report){ .arena = ARENA_INIT };
	if (rc == RC_OK)
		rc = codes_tally(s, coder, &k.before, e);
	if (rc == RC_OK)
		rc = store_begin(s, who, "codes", e);
	if (rc == RC_OK) {
		rc = edit_all(&k, e);
		if (rc == RC_OK && k.log.len > 0)
			rc = store_detail(s, k.log.data, e);
		if (rc == RC_OK && !dry_run)
			rc = store_commit(s, e);
		else
			store_rollback(s);
	}
	codes_tally_release(&k.before);
	buf_release(&k.log);
	return rc;
}

void codes_report_release(struct codes_report *r)
{
	vec_release(&r->lines);
	arena_release(&r->arena);
}
