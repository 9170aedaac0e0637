/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How review shows a passage: pure text, so that it can be tested without a terminal.
 *
 * The screen never has more lines than the window: the codes and the keys stay visible.  Where room
 * is short, definitions shrink to a line and then go, and of the text a part around the passage
 * is shown; `scroll` moves it down.
 */
#ifndef TEMA_CLI_REVIEW_VIEW_H
#define TEMA_CLI_REVIEW_VIEW_H

#include "cli/show.h"
#include "project/passage.h"

#define REVIEW_PAGE 9 /* codes that the keys 1-9 reach at once */

struct review_view {
	const struct passage *passage;
	const struct document *doc;
	const struct code_names *names;
	const char *lang, *coder;
	const char *by_hand; /* codes given to this passage by hand, NULL = none */
	const char *message; /* above the keys: what was done, what went wrong; NULL = nothing */
	size_t index, count; /* passage INDEX (from 0) of COUNT */
	size_t page;	     /* first suggestion shown */
	int more; /* 0 passage with its neighbours, 1 whole turn, 2 with the turns around it */
	int columns, rows;
	int scroll; /* lines of text passed over */
	int room; /* set by review_render: lines of text shown, and whether there are more below */
	bool below;
};

void review_render(struct review_view *v, struct buf *out);

#endif
