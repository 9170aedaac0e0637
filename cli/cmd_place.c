/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cmd.h"
#include "cli/replace_view.h"
#include "cli/say.h"
#include "cli/sub.h"
#include "project/decide.h"
#include "project/place.h"

static enum rc tell(
	struct ctx *c, const struct place_target *t, const struct reanchored *r, struct err *e)
{
	struct code_names names = { .arena = ARENA_INIT };
	struct buf out = BUF_INIT;
	unsigned number = 0;
	enum rc rc = code_names_load(c->store, &names, e);

	if (rc == RC_OK)
		rc = show_document_number(c->store, t->document, &number, e);
	if (rc == RC_OK) {
		buf_printf(&out, "%s%s", r->ncodings > 0 ? r->codings[0].id : "",
			r->ncodings > 0 ? "  " : "");
		replace_carries(r, &names, &out);
		buf_printf(&out, "  document %u, line %zu%s\n  was: \"", number, r->new_line,
			r->state == ANCHOR_EXACT ? ", as before"
			: c->dry_run		 ? ", nothing written"
						 : "");
		replace_words(r->old_words, 300, &out);
		buf_adds(&out, "\"\n  now: \"");
		replace_words(r->new_words, 300, &out);
		buf_adds(&out, "\"\n");
		out_put(&out);
	}
	buf_release(&out);
	code_names_release(&names);
	return rc;
}

static enum rc run(struct ctx *c, struct err *e)
{
	struct place_target target = { .document = 0 };
	struct arena arena = ARENA_INIT;
	struct reanchored r;
	struct span span;
	enum rc rc = operands(c, 2, 2, "ID START-END|\"QUOTE\"", e);

	if (rc == RC_OK)
		rc = place_find(c->store, c->rest.items[0], &target, e);
	if (rc == RC_OK)
		rc = decide_span(c->store, target.document, c->rest.items[1], &span, e);
	if (rc == RC_OK)
		rc = place_put(c->store, &c->who, &target, span, c->dry_run, &r, &arena, e);
	if (rc == RC_OK)
		rc = tell(c, &target, &r, e);
	arena_release(&arena);
	return rc;
}

const struct cmd cmd_place = {
	.name = "place",
	.args = "ID START-END|\"QUOTE\"",
	.summary = "Place a coding anew that a corrected transcript lost or misplaced",
	.group = "coding",
	.flags = CMD_WRITE | CMD_DRYRUN,
	.help = "ID is what 'tema verify' and 'tema import --replace' list: of a coding, or of a "
		"note without\n"
		"one. The place is given by its words or by its code points, as in 'tema code'. "
		"All codings\n"
		"and notes of the passage go with it; 'tema undo' takes it back.\n\n"
		"  tema verify\n"
		"  tema place 3f2a91bc \"kami tidak pernah diundang rapat\"\n"
		"  tema place 3f2a91bc 1204-1290\n",
	.run = run,
};
