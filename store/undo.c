/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Undo and redo: one way for all tables.  What an op bore is ended, what it
 * ended is revived, by its change rows; redo undoes an undo.  Refused, with the
 * name of the later op, when that op ended or replaced a row of this one, or
 * said something that would hang in the air.
 */
#include <inttypes.h>
#include <string.h>

#include "store/erasure.h"
#include "store/fact.h"
#include "store/history.h"
#include "store/op.h"

/* --- which ops stand --- */

struct past_op {
	int64_t id, seq, undoes, origin;
	bool undone;
	char *command;
};

struct past {
	VEC(struct past_op) ops; /* newest first */
};

static void past_release(struct past *p)
{
	vec_each (struct past_op, op, &p->ops)
		free(op->command);
	vec_release(&p->ops);
}

static struct past_op *past_find(const struct past *p, int64_t id)
{
	size_t low = 0, high = p->ops.n;

	while (low < high) { /* ids descend */
		size_t mid = low + (high - low) / 2;

		if (p->ops.items[mid].id > id)
			low = mid + 1;
		else
			high = mid;
	}
	return low < p->ops.n && p->ops.items[low].id == id ? &p->ops.items[low] : NULL;
}

static enum rc past_load(struct store *s, struct past *p, struct err *e)
{
	struct query q;
	enum rc rc;

	query_start(&q, s, SQL_OPS, e, "");
	while (query_next(&q)) {
		struct past_op *op = vec_new(&p->ops);

		op->id = query_int(&q, 0);
		op->seq = query_int(&q, 1);
		op->undoes = query_int(&q, 2);
		op->command = mem_strdup(query_text(&q, 3));
		op->origin = query_int(&q, 4);
	}
	rc = query_end(&q);
	for (size_t i = 0; i < p->ops.n; i++) {
		const struct past_op *op = &p->ops.items[i];
		struct past_op *of =
			op->undoes != 0 && !op->undone ? past_find(p, op->undoes) : NULL;

		if (of != NULL)
			of->undone = true;
	}
	return rc;
}

/* A redo acts as the op that it brought back: redo -> its undo -> that op. */
static int64_t acts_as(const struct past *p, int64_t id)
{
	for (size_t steps = 0; steps <= p->ops.n; steps++) {
		const struct past_op *op = past_find(p, id);
		const struct past_op *of =
			op != NULL && op->undoes != 0 ? past_find(p, op->undoes) : NULL;

		if (of == NULL || of->undoes == 0)
			return id;
		id = of->undoes;
	}
	return id;
}

/* --- one row --- */

struct undo {
	struct store *s;
	const struct past *past;
	const struct past_op *op; /* being undone */
	struct err *e;
};

/* A merge may bring a newer op first: the command's name alone says what an op is. */
static bool is_erasure(const struct past_op *op)
{
	return strcmp(op->command, ERASURE_COMMAND) == 0;
}

/* by NULL: some erasure took what it was about. */
static enum rc refuse_erased(const struct undo *u, const struct past_op *by)
{
	const struct past_op *of = past_find(u->past, u->op->undoes);
	const struct past_op *told = of != NULL ? of : u->op;

	if (by == NULL)
		return err_set(u->e, RC_INPUT,
			"op %" PRId64 " (%s) cannot be %s: what it was about was erased", told->seq,
			told->command, of != NULL ? "redone" : "undone");
	return err_set(u->e, RC_INPUT,
		"op %" PRId64 " (%s) cannot be %s: op %" PRId64
		" (erase) took what it was about, and an erase cannot be undone",
		told->seq, told->command, of != NULL ? "redone" : "undone", by->seq);
}

static enum rc refuse(const struct undo *u, int64_t blame)
{
	const struct past_op *by = past_find(u->past, acts_as(u->past, blame));
	const struct past_op *of = past_find(u->past, u->op->undoes);

	if (by != NULL && is_erasure(by))
		return refuse_erased(u, by);
	if (of != NULL)
		return err_set(u->e, RC_INPUT,
			"op %" PRId64 " (%s) cannot be redone: op %" PRId64
			" (%s) came after and builds on its undo",
			of->seq, of->command, by != NULL ? by->seq : 0,
			by != NULL ? by->command : "?");
	if (by == NULL)
		return err_set(u->e, RC_INPUT,
			"op %" PRId64 " (%s) cannot be undone: later ops build on it", u->op->seq,
			u->op->command);
	return err_set(u->e, RC_INPUT,
		"op %" PRId64 " (%s) cannot be undone: op %" PRId64
		" (%s) builds on it; undo that first",
		u->op->seq, u->op->command, by->seq, by->command);
}

/* The op that ended a row, as what it acts; 0 = it lives. */
static enum rc ended_by(const struct undo *u, enum fact t, int64_t row, int64_t *op)
{
	enum rc rc = sql_int(u->s, SQL_LAST_ENDER, op, u->e, "ti", fact_tables[t].name, row);

	if (rc == RC_OK && *op != 0)
		*op = acts_as(u->past, *op);
	return rc;
}

/* An anchor that came with its segment says where the segment was made; like the segment it stays.
 */
static enum rc stays(const struct undo *u, enum fact t, int64_t row, bool *yes)
{
	int64_t made = 0;
	enum rc rc = RC_OK;

	if (t == FACT_ANCHOR)
		rc = sql_int(u->s, SQL_ANCHOR_MADE_HERE, &made, u->e, "ii", row, u->op->id);
	*yes = made != 0 || !fact_tables[t].ends;
	return rc;
}

static enum rc end_row(const struct undo *u, enum fact t, int64_t row)
{
	int64_t by;
	bool kept;
	enum rc rc = stays(u, t, row, &kept);

	if (rc != RC_OK || kept)
		return rc;
	rc = ended_by(u, t, row, &by);
	if (rc != RC_OK)
		return rc;
	if (by == 0)
		return fact_end(u->s, t, row, u->e);
	return by == acts_as(u->past, u->op->id) ? RC_OK
						 : refuse(u, by); /* it bore and ended the row */
}

/* A living row with the same key would stand beside the revived one. */
static enum rc check_clash(const struct undo *u, enum fact t, enum fact_verb v, int64_t row)
{
	int64_t other = 0, blame = 0;
	struct query q;
	enum rc rc;

	if (query_start_fact(&q, u->s, t, v, u->e))
		sqlite3_bind_int64(q.st, 1, row);
	if (query_next(&q))
		other = query_int(&q, 0);
	rc = query_end(&q);
	if (rc != RC_OK || other == 0)
		return rc;
	rc = sql_int(u->s, SQL_LAST_BEARER, &blame, u->e, "ti", fact_tables[t].name, other);
	return rc == RC_OK ? refuse(u, blame) : rc;
}

/* Whether a row to revive is about something erased: a text of it is gone, or it was said about a
 * passage that is gone. */
static enum rc check_erased(const struct undo *u, enum fact t, int64_t row)
{
	static const enum sql_id segments[FACT_COUNT] = {
		[FACT_JUDGEMENT] = SQL_JUDGEMENT_SEGMENT,
		[FACT_READING] = SQL_READING_SEGMENT,
		[FACT_MEMO] = SQL_MEMO_SEGMENT,
	};
	int64_t segment = 0, gone = 0;
	struct query q;
	enum rc rc;

	if (query_start_fact(&q, u->s, t, FACT_BLANK, u->e))
		sqlite3_bind_int64(q.st, 1, row);
	if (query_next(&q))
		gone = 1;
	rc = query_end(&q);
	if (rc == RC_OK && gone == 0 && segments[t] != 0) {
		rc = sql_int(u->s, segments[t], &segment, u->e, "i", row);
		if (rc == RC_OK && segment != 0)
			rc = sql_int(u->s, SQL_ERASED_PASSAGE, &gone, u->e, "i", segment);
	}
	return rc == RC_OK && gone != 0 ? refuse_erased(u, NULL) : rc;
}

static bool has_key(enum fact t, int key)
{
	for (const struct fact_column *c = fact_tables[t].columns; c->kind != COL_END; c++)
		if (c->key == key)
			return true;
	return false;
}

static enum rc revive_row(const struct undo *u, enum fact t, int64_t row)
{
	int64_t by, bore = 0;
	enum rc rc = sql_int(
		u->s, SQL_CHANGED, &bore, u->e, "itid", u->op->id, fact_tables[t].name, row, 1);

	if (rc != RC_OK || bore != 0) /* it bore and ended the row: no trace before it either */
		return rc;
	rc = ended_by(u, t, row, &by);
	if (rc == RC_OK && by != acts_as(u->past, u->op->id))
		return refuse(u, by);
	if (rc == RC_OK)
		rc = check_erased(u, t, row);
	if (rc == RC_OK && has_key(t, 1))
		rc = check_clash(u, t, FACT_CLASH, row);
	if (rc == RC_OK && has_key(t, 2))
		rc = check_clash(u, t, FACT_CLASH2, row);
	return rc == RC_OK ? fact_revive(u->s, t, row, u->e) : rc;
}

/* --- the whole op --- */

struct changed_row {
	enum fact t;
	int64_t row;
};
VEC_TYPE(changed_rows, struct changed_row);

static enum rc list_changes(
	struct store *s, enum sql_id which, int64_t op, struct changed_rows *out, struct err *e)
{
	struct query q;

	query_start(&q, s, which, e, "i", op);
	while (query_next(&q)) {
		struct changed_row c = { fact_by_name(query_text(&q, 0)), query_int(&q, 1) };

		if (c.t != FACT_NONE)
			vec_push(out, c);
	}
	return query_end(&q);
}

static enum rc each_change(const struct undo *u, enum sql_id which,
	enum rc (*fn)(const struct undo *u, enum fact t, int64_t row))
{
	struct changed_rows rows = VEC_INIT;
	enum rc rc = list_changes(u->s, which, u->op->id, &rows, u->e);

	for (size_t i = 0; i < rows.n && rc == RC_OK; i++)
		rc = fn(u, rows.items[i].t, rows.items[i].row);
	vec_release(&rows);
	return rc;
}

/* What other ops said and what would no longer be reached. */
static const enum sql_id losses[] = { SQL_LOST_JUDGEMENT, SQL_LOST_READING, SQL_LOST_VARIABLE,
	SQL_LOST_APPEARANCE, SQL_LOST_ANCHOR, SQL_LOST_CODE_ACTIVE, SQL_LOST_CODE_TEXT,
	SQL_LOST_PROJECT_CODE, SQL_LOST_KEPT };
/* A redo only brings back what could be done before with the same overlay. */
static const enum sql_id losses_of_undo[] = { SQL_LOST_OVERLAY_ACTIVE, SQL_LOST_OVERLAY_TEXT };

static enum rc check_list(const struct undo *u, const enum sql_id *list, size_t n)
{
	int64_t blame = 0;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < n && rc == RC_OK; i++) {
		rc = sql_int(u->s, list[i], &blame, u->e, "i", u->s->op.id);
		if (rc == RC_OK && blame != 0)
			rc = refuse(u, blame);
	}
	return rc;
}

static enum rc check_losses(const struct undo *u)
{
	enum rc rc = check_list(u, losses, sizeof losses / sizeof *losses);

	if (rc == RC_OK && u->op->undoes == 0)
		rc = check_list(u, losses_of_undo, sizeof losses_of_undo / sizeof *losses_of_undo);
	return rc;
}

/* All or nothing, within the open op. */
static enum rc undo_op(
	struct store *s, const struct past *past, const struct past_op *op, struct err *e)
{
	struct undo u = { s, past, op, e };
	struct err ignored = ERR_INIT;
	struct op before = s->op;
	enum rc rc;

	if (is_erasure(op))
		return err_set(e, RC_INPUT,
			"op %" PRId64
			" (erase) cannot be undone: what was erased is gone for good; "
			"'tema undo OP' takes back another op",
			op->seq);
	rc = sql_run(s, SQL_UNDO_MARK, e, "");
	if (rc != RC_OK)
		return rc;
	rc = each_change(&u, SQL_OP_BORE, end_row);
	if (rc == RC_OK)
		rc = each_change(&u, SQL_OP_ENDED, revive_row);
	if (rc == RC_OK)
		rc = check_losses(&u);
	store_caches_drop(s);
	if (rc == RC_OK) {
		s->op.undoes = op->id;
		return sql_run(s, SQL_UNDO_DONE, e, "");
	}
	s->op = before;
	sql_run(s, SQL_UNDO_BACK, &ignored, "");
	sql_run(s, SQL_UNDO_DONE, &ignored, "");
	return rc;
}

/* Whether undoing it would change anything: an op of another project file, or the first one, is not
 * ours to undo. */
static bool may_undo(const struct store *s, const struct past_op *op)
{
	return op->origin == s->origin && op->seq > 1 && !op->undone;
}

/* The op itself, or for a redo the op that it brought back, which came to stand only then. */
static const struct past_op *undoable(const struct past *p, const struct past_op *op)
{
	const struct past_op *of = past_find(p, acts_as(p, op->id));

	return of != NULL && of->undoes == 0 ? of : NULL;
}

static const struct past_op *redoable(const struct past *p, const struct past_op *op)
{
	return op->undoes != 0 && acts_as(p, op->id) == op->id ? op : NULL;
}

/* The newest that stands, or number SEQ. */
static const struct past_op *choose(
	const struct store *s, const struct past *p, int64_t seq, bool redo)
{
	for (size_t i = 0; i < p->ops.n; i++) {
		const struct past_op *op = &p->ops.items[i];
		const struct past_op *of;

		if (!may_undo(s, op))
			continue;
		of = redo ? redoable(p, op) : undoable(p, op);
		if (of != NULL && may_undo(s, of) && (seq == 0 || of->seq == seq))
			return of;
	}
	return NULL;
}

static enum rc nothing(
	const struct past *p, const struct store *s, int64_t seq, bool redo, struct err *e)
{
	if (seq == 0)
		return err_set(e, RC_NOTFOUND, "there is nothing to %s", redo ? "redo" : "undo");
	for (size_t i = 0; i < p->ops.n; i++)
		if (p->ops.items[i].seq == seq && p->ops.items[i].origin == s->origin)
			return err_set(e, RC_INPUT, "op %" PRId64 " (%s) cannot be undone%s", seq,
				p->ops.items[i].command,
				p->ops.items[i].undone ? ": it is undone already" : "");
	return err_set(e, RC_NOTFOUND, "there is no op %" PRId64, seq);
}

static enum rc run(
	struct store *s, int64_t seq, bool redo, char **what, int64_t *done, struct err *e)
{
	struct past past = { VEC_INIT };
	const struct past_op *op, *named;
	enum rc rc = op_needed(s, e);

	*what = NULL;
	*done = 0;
	if (rc == RC_OK)
		rc = past_load(s, &past, e);
	if (rc == RC_OK) {
		op = choose(s, &past, seq, redo);
		rc = op != NULL ? undo_op(s, &past, op, e) : nothing(&past, s, seq, redo, e);
		named = op != NULL && redo ? past_find(&past, acts_as(&past, op->undoes)) : op;
		if (rc == RC_OK && named != NULL) {
			*what = mem_strdup(named->command);
			*done = named->seq;
		}
	}
	past_release(&past);
	return rc;
}

enum rc store_undo(struct store *s, int64_t seq, char **what, int64_t *done, struct err *e)
{
	return run(s, seq, false, what, done, e);
}

enum rc store_redo(struct store *s, char **what, int64_t *done, struct err *e)
{
	return run(s, 0, true, what, done, e);
}
