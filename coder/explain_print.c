/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The explanation of a rule as lines for people. */
#include "codebooks/messages.h"
#include "coder/explain.h"

#define KIDS_SHOWN 6 /* parts of which nothing is there, side by side */

static void print_line(unsigned indent, const char *mark, const struct explain_node *n,
	const char *prefix, struct buf *out)
{
	buf_printf(out, "%*s%s %s%s", (int)indent, "", mark, prefix, n->what);
	if (n->holds && n->words != NULL)
		buf_printf(out, ": %s", n->words);
	if (!n->holds && n->why != NULL)
		buf_printf(out, " — %s", n->why);
	buf_addc(out, '\n');
}

static void print_kids(
	const struct explain_node *n, unsigned indent, const char *lang, struct buf *out);

static void print_node(const struct explain_node *n, unsigned indent, const char *prefix,
	const char *lang, struct buf *out)
{
	print_line(indent, n->holds ? "+" : "-", n, prefix, out);
	print_kids(n, indent + 2, lang, out);
}

/* Of many alternatives those of which nothing is there are only counted. */
static void print_kids(
	const struct explain_node *n, unsigned indent, const char *lang, struct buf *out)
{
	size_t left_out = 0;

	for (size_t i = 0; i < n->nkids; i++) {
		const struct explain_node *kid = n->kids[i];

		if (n->nkids > KIDS_SHOWN && !kid->holds && kid->degree <= 0)
			left_out++;
		else
			print_node(kid, indent, "", lang, out);
	}
	if (left_out > 0) {
		buf_printf(out, "%*s- ", (int)indent, "");
		buf_printf(out, message_text(left_out == 1 ? MSG_X_ONE_MORE : MSG_X_MORE, lang),
			left_out);
		buf_addc(out, '\n');
	}
}

void explain_print(const struct explain_rule *r, unsigned indent, struct buf *out)
{
	if (r->where != NULL) {
		buf_printf(out, "%*s“", (int)indent, "");
		for (const char *p = r->where; *p != '\0'; p++)
			buf_addc(out, *p == '\n' ? ' ' : *p);
		buf_adds(out, "”\n");
	}
	if (r->why != NULL)
		buf_printf(out, "%*s- %s\n", (int)indent, "", r->why);
	if (r->when != NULL)
		print_node(r->when, indent, "when ", r->lang, out);
	if (r->unless != NULL)
		print_node(r->unless, indent, "unless ", r->lang, out);
}
