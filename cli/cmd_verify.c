/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cmd.h"
#include "cli/replace_view.h"
#include "cli/say.h"
#include "cli/sub.h"
#include "project/orphans.h"
#include "store/erasure.h"
#include "store/history.h"
#include "store/place.h"

static void print_orphans(
	const struct orphans *orphans, const struct code_names *names, struct buf *out)
{
	buf_printf(out,
		"\n%zu passage%s with codings or notes %s no place in the corrected text; kept, "
		"but "
		"not counted.\n'tema place ID \"WORDS\"' gives one a place:\n",
		orphans->list.n, plural(orphans->list.n), orphans->list.n == 1 ? "has" : "have");
	vec_each (const struct orphan, o, &orphans->list) {
		buf_printf(out, "  %s  ", o->id);
		replace_carries(&o->r, names, out);
		buf_printf(out, "  document %u, was line %zu: \"", o->number, o->r.old_line);
		replace_words(o->r.old_words, 200, out);
		buf_adds(out, "\"\n");
	}
}

/* What a person has to look at although the file is sound. */
static enum rc tell_orphans(struct ctx *c, struct err *e)
{
	struct orphans orphans = { .arena = ARENA_INIT };
	struct code_names names = { .arena = ARENA_INIT };
	struct buf out = BUF_INIT;
	enum rc rc = orphans_find(c->store, 0, &orphans, e);

	if (rc == RC_OK)
		rc = code_names_load(c->store, &names, e);
	if (rc == RC_OK && orphans.list.n > 0) {
		print_orphans(&orphans, &names, &out);
		out_put(&out);
		e->msg[0] = '\0';
		rc = RC_PART;
	}
	buf_release(&out);
	code_names_release(&names);
	orphans_release(&orphans);
	return rc;
}

/* What may go wrong where it lies; a warning asks for attention. */
static enum rc tell_place(const struct ctx *c)
{
	struct diags d = DIAGS_INIT;
	enum rc rc;

	store_place(c->project_path, &d);
	rc = d.count[DIAG_WARNING] > 0 ? RC_PART : RC_OK;
	if (c->quiet)
		say_diags_from(&d, DIAG_WARNING);
	else
		say_diags(&d);
	diags_release(&d);
	return rc;
}

static enum rc tell_erased(struct ctx *c, struct err *e)
{
	struct buf out = BUF_INIT;
	uint64_t blank, open;
	enum rc rc = erasure_count(c->store, &blank, &open, e);

	if (rc == RC_OK && blank > 0) {
		buf_printf(&out,
			"%llu text%s erased with 'tema erase'; %s marks are in the chain\n",
			(unsigned long long)blank, blank == 1 ? " was" : "s were",
			blank == 1 ? "its" : "their");
		out_put(&out);
	}
	if (rc == RC_OK && open > 0) {
		say("an erasure was interrupted before the file was rebuilt, so that traces may be "
		    "left in it: run 'tema erase --finish'");
		rc = RC_PART;
	}
	buf_release(&out);
	return rc;
}

static enum rc run(struct ctx *c, struct err *e)
{
	uint8_t head[SHA256_LEN];
	char hex[2 * SHA256_LEN + 1];
	uint64_t ops = 0;
	struct buf out = BUF_INIT;
	enum rc placed, erased, rc = operands(c, 0, 0, "", e);

	if (rc == RC_OK)
		rc = store_verify(c->store, head, &ops, e);
	if (rc != RC_OK)
		return rc;
	hex_of(head, sizeof head, hex);
	buf_printf(&out, "sound: %llu ops, chain %s\n", (unsigned long long)ops, hex);
	out_put(&out);
	buf_release(&out);
	erased = tell_erased(c, e);
	if (erased != RC_OK && erased != RC_PART)
		return erased;
	placed = tell_place(c);
	rc = tell_orphans(c, e);
	if (rc == RC_OK)
		rc = erased;
	return rc == RC_OK ? placed : rc;
}

const struct cmd cmd_verify = {
	.name = "verify",
	.args = "",
	.summary = "Check that the project file is sound and its trail unbroken",
	.group = "the study",
	.flags = CMD_READ,
	.help = "Checks the database, and recomputes the chain of digests over everything that was "
		"done.\n"
		"The chain printed here stands in the report too: equal chains, equal history.\n"
		"Tells, too, what may go wrong where the file lies, and copies that a cloud "
		"service made of a\n"
		"conflict (status 1); and lists codings that lost their place when a "
		"transcript was\n"
		"corrected (status 1).\n",
	.run = run,
};
