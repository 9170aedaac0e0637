/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The codebook as an appendix: every code with label, definition, what belongs to it and what does
 * not. */
#include <string.h>

#include "reports/page.h"

static void put_item(struct page *p, enum text what, const char *value)
{
	if (value[0] == '\0')
		return;
	xml_element(p->x, "dt", text_of(what, p->lang));
	xml_element(p->x, "dd", value);
}

static void put_code(struct page *p, const struct study_code *c)
{
	xml_open(p->x, "section");
	xml_attr(p->x, "class", "entry");
	xml_attrf(p->x, "style", "--level:%u", c->depth);
	xml_open(p->x, "h3");
	xml_textf(p->x, "%s ", c->label);
	xml_open(p->x, "span");
	xml_attr(p->x, "class", "code");
	xml_text(p->x, c->full);
	xml_close(p->x, "span");
	xml_close(p->x, "h3");
	xml_open(p->x, "dl");
	xml_attr(p->x, "class", "entry");
	put_item(p, T_DEFINITION, c->definition);
	put_item(p, T_INCLUDES, c->includes);
	put_item(p, T_EXCLUDES, c->excludes);
	put_item(p, T_SOURCE, c->source);
	put_item(p, T_MERGED, c->merged);
	put_item(p, T_EXTENDED_BY, c->extended);
	xml_close(p->x, "dl");
	xml_close(p->x, "section");
	xml_newline(p->x);
}

static void add_part(struct page *p, enum text t, const char *value, struct buf *out)
{
	if (value[0] == '\0')
		return;
	buf_adds(out, "; ");
	text_fill(out, t, p->lang, (const char *const[]){ value });
}

/* "jones-jamsos, version 1, SHA-256 fingerprint 1f...; extends jones; uses jones, jamsos" */
static void put_book_head(struct page *p, const struct study_codebook *cb)
{
	struct buf b = BUF_INIT;

	if (cb->is_project) {
		page_paragraph(p, "strong", text_of(T_OPEN_CODING, p->lang));
		return;
	}
	buf_adds(&b, cb->name);
	if (cb->declared[0] != '\0')
		buf_printf(&b, ", %s %s", text_of(T_VERSION, p->lang), cb->declared);
	buf_adds(&b, ", ");
	if (cb->sha[0] != '\0')
		text_fill(&b, T_SHA, p->lang, (const char *const[]){ cb->sha });
	else
		buf_adds(&b, text_of(T_FORMER, p->lang));
	add_part(p, T_EXTENDS, cb->extends, &b);
	add_part(p, T_USES_FILES, cb->uses, &b);
	if (cb->is_words)
		buf_printf(&b, "; %s", text_of(T_WORDS_ONLY, p->lang));
	page_paragraph(p, "strong", b.data);
	buf_release(&b);
}

/* A code stands with the codebook at whose place in the tree it is. */
static const char *book_of(const struct study *st, const struct study_code *c)
{
	while (c->parent >= 0)
		c = &st->codes.items[c->parent];
	return c->codebook;
}

static void put_book(struct page *p, const struct study_codebook *cb)
{
	bool headed = !cb->is_project; /* its own codes may all stand under others */

	if (headed)
		put_book_head(p, cb);
	vec_each (const struct study_code, c, &p->st->codes) {
		if (strcmp(book_of(p->st, c), cb->name) != 0)
			continue;
		if (!headed)
			put_book_head(p, cb);
		headed = true;
		put_code(p, c);
	}
}

enum rc page_codebook(struct page *p, struct err *e)
{
	(void)e;
	if (p->st->codes.n == 0)
		page_paragraph(p, NULL, text_of(T_NONE_DECIDED_YET, p->lang));
	vec_each (const struct study_codebook, cb, &p->st->codebooks)
		put_book(p, cb);
	return RC_OK;
}
