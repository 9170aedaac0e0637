/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/codebook_page.h"

#include "reports/page.h"

static const char extra_css[] = "\n"
				"dl.entry dd { overflow-wrap: anywhere; }\n"
				"section.entry { break-inside: avoid-page; }\n";

static void put_line(void *arg, const char *name, const char *value)
{
	struct page *p = arg;

	xml_element(p->x, "dt", name);
	xml_element(p->x, "dd", value);
}

static void put_swatch(struct page *p, const char *color)
{
	if (color == NULL)
		return;
	xml_open(p->x, "span");
	xml_attr(p->x, "class", "swatch");
	xml_attrf(p->x, "style", "border-left: .6em solid %s; margin-right: .4em", color);
	xml_close(p->x, "span");
}

static void put_code(struct page *p, const struct codebook *cb, const struct code *c)
{
	const char *label = localised_text(c->label, p->lang);

	xml_open(p->x, "section");
	xml_attr(p->x, "class", "entry");
	xml_attrf(p->x, "style", "--level:%u", c->depth);
	xml_open(p->x, "h3");
	put_swatch(p, c->color);
	xml_textf(p->x, "%s ", label[0] != '\0' ? label : c->key);
	xml_open(p->x, "span");
	xml_attr(p->x, "class", "code");
	xml_text(p->x, codebook_code_name(cb, c));
	xml_close(p->x, "span");
	xml_close(p->x, "h3");
	xml_open(p->x, "dl");
	xml_attr(p->x, "class", "entry");
	codebook_lines(cb, c, p->lang, put_line, p);
	xml_close(p->x, "dl");
	xml_close(p->x, "section");
	xml_newline(p->x);
}

static void put_note(struct page *p, enum text what, const struct localised *t)
{
	const char *s = localised_text(t, p->lang);
	struct buf b = BUF_INIT;

	if (s[0] != '\0') {
		buf_printf(&b, "%s: %s", text_of(what, p->lang), s);
		page_paragraph(p, NULL, b.data);
	}
	buf_release(&b);
}

static void put_used(void *arg, const char *name, const char *value)
{
	struct buf b = BUF_INIT;

	buf_printf(&b, "%s: %s", name, value);
	page_paragraph(arg, NULL, b.data);
	buf_release(&b);
}

static void put_cover(struct page *p, const struct codebook *cb)
{
	const char *title = localised_text(cb->title, p->lang);
	struct buf about = BUF_INIT;

	codebook_subtitle(cb, p->lang, &about);
	xml_open(p->x, "header");
	page_paragraph(p, "kind", text_of(T_CODEBOOK, p->lang));
	xml_element(p->x, "h1", title[0] != '\0' ? title : cb->name);
	page_paragraph(p, NULL, about.data);
	xml_close(p->x, "header");
	xml_newline(p->x);
	codebook_used(cb, p->lang, put_used, p);
	put_note(p, T_SOURCE, cb->source);
	put_note(p, T_NOTE, cb->note);
	buf_release(&about);
}

/* heading: the codebook's name, where there are several. */
static void put_lists(struct page *p, const struct codebook *cb, const char *heading)
{
	if (cb->lists.n == 0)
		return;
	if (heading != NULL)
		xml_element(p->x, "h3", heading);
	xml_open(p->x, "dl");
	xml_attr(p->x, "class", "entry");
	vec_each (struct wordlist *, l, &cb->lists)
		codebook_words(*l, put_line, p);
	xml_close(p->x, "dl");
	xml_newline(p->x);
}

/* Of the used files, too: the rules name them. */
static void put_all_lists(struct page *p, const struct codebook *cb)
{
	size_t n = cb->lists.n;

	vec_each (struct codebook *, used, &cb->used)
		n += (*used)->lists.n;
	if (n == 0)
		return;
	xml_element(p->x, "h2", text_of(T_WORDLISTS, p->lang));
	put_lists(p, cb, cb->used.n > 0 ? cb->name : NULL);
	vec_each (struct codebook *, used, &cb->used)
		put_lists(p, *used, (*used)->name);
}

static void put_foot(struct page *p, const struct codebook *cb)
{
	char hex[2 * SHA256_LEN + 1];
	struct buf b = BUF_INIT;

	hex_of(cb->sha, SHA256_LEN, hex);
	text_fill(&b, T_SHA, p->lang, (const char *const[]){ hex });
	xml_open(p->x, "footer");
	xml_attr(p->x, "class", "page");
	xml_text(p->x, b.data);
	xml_close(p->x, "footer");
	buf_release(&b);
}

void codebook_html(const struct codebook *cb, const char *lang, struct buf *out)
{
	struct page p = { .x = xmlwrite_new(XMLWRITE_HTML), .lang = lang };
	const char *title = localised_text(cb->title, lang);
	struct buf css = BUF_INIT;

	buf_printf(&css, "%s%s", page_css, extra_css);
	xml_open(p.x, "html");
	xml_attr(p.x, "lang", lang);
	xml_newline(p.x);
	page_head(p.x, title[0] != '\0' ? title : cb->name, css.data);
	xml_open(p.x, "body");
	xml_newline(p.x);
	put_cover(&p, cb);
	vec_each (struct code *, c, &cb->codes)
		put_code(&p, cb, *c);
	put_all_lists(&p, cb);
	put_foot(&p, cb);
	xml_close(p.x, "body");
	xml_close(p.x, "html");
	xmlwrite_finish(p.x, out);
	buf_release(&css);
}
