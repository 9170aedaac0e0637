/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The only file that knows poppler.  Its functions but the last run in the child
 * process; memory that poppler gives is freed page by page, the rest by its end.
 */
#include "corpus/pdf_words.h"

#include <string.h>

#ifdef HAVE_POPPLER
#include <poppler.h>

#define WORD_BYTES 1024 /* longer ones are cut into several that stand side by side */

struct job {
	const char *data;
	size_t len;
};

/* A page's text while its characters are put together to words. */
struct gather {
	struct child_pipe *to;
	const PopplerRectangle *boxes; /* one a character */
	guint n;
	GList *font; /* of the current character */
	struct pdf_word word;
	char text[WORD_BYTES + 8];
	bool blank; /* one stood in front */
	bool good;
};

static bool is_bold(const char *font)
{
	static const char *const marks[] = { "Bold", "bold", "BOLD", "Black", "Heavy", "-Bd" };

	for (size_t i = 0; font != NULL && i < sizeof marks / sizeof *marks; i++)
		if (strstr(font, marks[i]) != NULL)
			return true;
	return false;
}

static void finish_word(struct gather *g)
{
	if (g->word.len > 0 && g->word.size > 0 && g->word.x1 >= g->word.x0 &&
		g->word.y1 >= g->word.y0)
		g->good = g->good && pdf_send_word(g->to, &g->word, g->text);
	g->word.len = 0;
}

static void begin_word(struct gather *g, const PopplerRectangle *box)
{
	const PopplerTextAttributes *font = g->font != NULL ? g->font->data : NULL;

	g->word = (struct pdf_word){ .x0 = (float)box->x1,
		.y0 = (float)box->y1,
		.x1 = (float)box->x2,
		.y1 = (float)box->y2,
		.size = font != NULL ? (float)font->font_size : (float)(box->y2 - box->y1),
		.bold = font != NULL && is_bold(font->font_name),
		.glued = !g->blank };
	g->blank = false;
}

/* Cells of a table have no blank between them. */
static bool is_apart(const struct gather *g, const PopplerRectangle *box)
{
	return g->word.len > 0 &&
	       ((float)box->x1 > g->word.x1 + g->word.size / 2 || (float)box->y1 > g->word.y1 ||
		       (float)box->y2 < g->word.y0);
}

static void add_char(struct gather *g, guint i, const char *p, size_t len)
{
	const PopplerRectangle *box = &g->boxes[i];

	if (is_apart(g, box)) {
		finish_word(g);
		g->blank = true;
	}
	if (g->word.len + len > WORD_BYTES)
		finish_word(g);
	if (g->word.len == 0)
		begin_word(g, box);
	memcpy(g->text + g->word.len, p, len);
	g->word.len += (uint32_t)len;
	g->word.x0 = MIN(g->word.x0, (float)box->x1);
	g->word.y0 = MIN(g->word.y0, (float)box->y1);
	g->word.x1 = MAX(g->word.x1, (float)box->x2);
	g->word.y1 = MAX(g->word.y1, (float)box->y2);
}

/* A word ends where the font does. */
static void step_font(struct gather *g, guint i)
{
	while (g->font != NULL && ((PopplerTextAttributes *)g->font->data)->end_index < (gint)i &&
		g->font->next != NULL) {
		const PopplerTextAttributes *old = g->font->data, *new;

		g->font = g->font->next;
		new = g->font->data;
		if (g->word.len > 0 && (old->font_size != new->font_size ||
					       is_bold(old->font_name) != is_bold(new->font_name)))
			finish_word(g);
	}
}

static bool send_words(struct child_pipe *to, PopplerPage *page, const char *text)
{
	struct gather g = { .to = to, .blank = true, .good = true };
	PopplerRectangle *boxes = NULL;
	GList *fonts = poppler_page_get_text_attributes(page);
	guint i = 0;

	if (!poppler_page_get_text_layout(page, &boxes, &g.n))
		g.n = 0;
	g.boxes = boxes;
	g.font = fonts;
	for (const char *p = text; *p != '\0' && i < g.n && g.good; p = g_utf8_next_char(p), i++) {
		gunichar c = g_utf8_get_char(p);

		step_font(&g, i);
		if (g_unichar_isspace(c) || g_unichar_iscntrl(c)) {
			finish_word(&g);
			g.blank = true;
		} else {
			add_char(&g, i, p, (size_t)(g_utf8_next_char(p) - p));
		}
	}
	finish_word(&g);
	poppler_page_free_text_attributes(fonts);
	g_free(boxes);
	return g.good;
}

static bool has_image(PopplerPage *page)
{
	GList *images = poppler_page_get_image_mapping(page);
	bool has = images != NULL;

	poppler_page_free_image_mapping(images);
	return has;
}

static bool is_blank(const char *text)
{
	return strspn(text, " \t\r\n\f") == strlen(text);
}

static bool send_page(struct child_pipe *to, PopplerDocument *doc, int i)
{
	PopplerPage *page = poppler_document_get_page(doc, i);
	struct pdf_page sent = { .width = 0 };
	double width = 0, height = 0;
	char *text = NULL;
	bool good;

	if (page == NULL) /* a damaged page among good ones */
		return pdf_send_page(to, &sent);
	poppler_page_get_size(page, &width, &height);
	text = poppler_page_get_text(page);
	sent.width = (float)width;
	sent.height = (float)height;
	sent.has_image = (text == NULL || is_blank(text)) && has_image(page);
	good = pdf_send_page(to, &sent) &&
	       (text == NULL || !g_utf8_validate(text, -1, NULL) || send_words(to, page, text));
	g_free(text);
	g_object_unref(page);
	return good;
}

static bool send_document(struct child_pipe *to, PopplerDocument *doc)
{
	char *title = poppler_document_get_title(doc);
	int n = poppler_document_get_n_pages(doc);
	bool good = title == NULL || !g_utf8_validate(title, -1, NULL) || pdf_send_title(to, title);

	g_free(title);
	if (n > PDF_PAGES_MAX)
		return pdf_send_end(to, PDF_TOO_MANY_PAGES);
	for (int i = 0; good && i < n; i++)
		good = send_page(to, doc, i);
	return good && pdf_send_end(to, n > 0 ? PDF_FINE : PDF_DAMAGED);
}

static bool parse(struct child_pipe *to, void *arg)
{
	const struct job *job = arg;
	GError *error = NULL;
	GBytes *bytes = g_bytes_new_static(job->data, job->len);
	PopplerDocument *doc = poppler_document_new_from_bytes(bytes, NULL, &error);

	if (doc != NULL)
		return send_document(to, doc);
	if (g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
		return pdf_send_end(to, PDF_LOCKED);
	return pdf_send_end(to, PDF_DAMAGED);
}

static enum rc refuse(enum child_end end, const struct child_limits *l, struct err *e)
{
	if (end == CHILD_SLOW)
		return err_set(e, RC_INPUT,
			"the PDF could not be read within %u seconds: save its text as .docx",
			l->cpu);
	if (end == CHILD_VERBOSE)
		return err_set(e, RC_INPUT,
			"the PDF holds too much text (more than %zu MiB with its places): divide "
			"it, "
			"or save its text as .docx",
			l->output >> 20);
	return err_set(e, RC_INPUT,
		"the PDF could not be read: it is damaged or needs more than %zu MiB of memory; "
		"open it in a viewer and print it to a new PDF, or save its text as .docx",
		l->memory >> 20);
}

static enum rc refuse_trouble(enum pdf_trouble trouble, struct err *e)
{
	static const char *const why[] = {
		[PDF_LOCKED] = "the PDF is locked with a password: open it in a viewer, print it "
			       "to a new PDF without a password and import that",
		[PDF_DAMAGED] = "the PDF could not be read: it is damaged or cut off; open it in a "
				"viewer and print it to a new PDF, or save its text as .docx",
		[PDF_TOO_MANY_PAGES] = "the PDF has too many pages (more than 20,000): divide it",
	};

	return err_set(e, RC_INPUT, "%s", why[trouble]);
}

enum rc pdf_words_read(const char *data, size_t len, const struct child_limits *limits,
	struct pdf_words *out, struct err *e)
{
	struct job job = { data, len };
	struct buf sent = BUF_INIT;
	enum child_end end = CHILD_FAILED;
	enum pdf_trouble trouble = PDF_DAMAGED;
	enum rc rc = child_run(limits, parse, &job, &sent, &end, e);

	if (rc == RC_OK && end != CHILD_DONE)
		rc = refuse(end, limits, e);
	if (rc == RC_OK && !pdf_receive(sent.data, sent.len, out, &trouble))
		trouble = PDF_DAMAGED;
	if (rc == RC_OK && trouble != PDF_FINE)
		rc = refuse_trouble(trouble, e);
	buf_release(&sent);
	return rc;
}

#else

enum rc pdf_words_read(const char *data, size_t len, const struct child_limits *limits,
	struct pdf_words *out, struct err *e)
{
	(void)data;
	(void)len;
	(void)limits;
	(void)out;
	return err_set(e, RC_INPUT,
		"this build reads no PDF: install libpoppler-glib-dev and build again, or save the "
		"text as .docx");
}

#endif
