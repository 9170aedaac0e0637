/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Small PDF files for tests: text in Courier, whose letters are all 0.6 of the
 * font size wide, at places that the test says (points from the top left).
 */
#ifndef TEMA_TESTS_PDF_MAKE_H
#define TEMA_TESTS_PDF_MAKE_H

#include <check.h>

#include "base/buf.h"
#include "base/vec.h"

#define PDF_MAKE_PAGES 16
#define PDF_MAKE_HEIGHT 842
#define PDF_MAKE_COURIER 0.6

struct pdf_make {
	struct buf pages[PDF_MAKE_PAGES]; /* what is drawn */
	size_t n;
	bool images;	   /* every page shows a picture */
	const char *names; /* of further objects the pages use ("/X 9 0 R"), or NULL */
	const char *title;
};

static inline void pdf_make_page(struct pdf_make *m)
{
	ck_assert_uint_lt(m->n, PDF_MAKE_PAGES);
	buf_init(&m->pages[m->n++]);
}

/* text: Latin-1, without brackets and backslashes. */
static inline void pdf_make_text(
	struct pdf_make *m, double x, double y, double size, const char *font, const char *text)
{
	buf_printf(&m->pages[m->n - 1], "BT /%s %g Tf %g %g Td (%s) Tj ET\n", font, size, x,
		PDF_MAKE_HEIGHT - y, text);
}

/* One object, whose place goes to the table at the end. */
#define pdf_make_object(OUT, AT, ...)                                                              \
	do {                                                                                       \
		vec_push(AT, (OUT)->len);                                                          \
		buf_printf(OUT, "%zu 0 obj\n", (AT)->n);                                           \
		buf_printf(OUT, __VA_ARGS__);                                                      \
		buf_adds(OUT, "\nendobj\n");                                                       \
	} while (0)

/* The file; the pages are gone then. */
static inline void pdf_make_end(struct pdf_make *m, struct buf *out)
{
	VEC(size_t) at = VEC_INIT;
	size_t first = 7, xref;

	buf_adds(out, "%PDF-1.4\n");
	pdf_make_object(out, &at, "<< /Type /Catalog /Pages 2 0 R >>");
	vec_push(&at, out->len);
	buf_adds(out, "2 0 obj\n<< /Type /Pages /Kids [");
	for (size_t i = 0; i < m->n; i++)
		buf_printf(out, "%zu 0 R ", first + 2 * i);
	buf_printf(out, "] /Count %zu >>\nendobj\n", m->n);
	pdf_make_object(out, &at,
		"<< /Type /Font /Subtype /Type1 /BaseFont /Courier "
		"/Encoding /WinAnsiEncoding >>");
	pdf_make_object(out, &at,
		"<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold "
		"/Encoding /WinAnsiEncoding >>");
	pdf_make_object(out, &at,
		"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
		"/BitsPerComponent 8 /Length 1 >>\nstream\nx\nendstream");
	pdf_make_object(out, &at, "<< /Title (%s) >>", m->title != NULL ? m->title : "");
	for (size_t i = 0; i < m->n; i++) {
		pdf_make_object(out, &at,
			"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 %d] /Contents %zu 0 R "
			"/Resources << /Font << /F 3 0 R /B 4 0 R >> /XObject << /I 5 0 R %s >> >> "
			">>",
			PDF_MAKE_HEIGHT, first + 2 * i + 1, m->names != NULL ? m->names : "");
		if (m->images)
			buf_adds(&m->pages[i], "q 99 0 0 99 9 9 cm /I Do Q");
		pdf_make_object(out, &at, "<< /Length %zu >>\nstream\n%s\nendstream",
			m->pages[i].len + 1, m->pages[i].data);
		buf_release(&m->pages[i]);
	}
	xref = out->len;
	buf_printf(out, "xref\n0 %zu\n0000000000 65535 f \n", at.n + 1);
	vec_each (size_t, p, &at)
		buf_printf(out, "%010zu 00000 n \n", *p);
	buf_printf(out,
		"trailer\n<< /Size %zu /Root 1 0 R /Info 6 0 R >>\nstartxref\n%zu\n%%%%EOF\n",
		at.n + 1, xref);
	vec_release(&at);
}

#endif
