/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/xlsx_book.h"

#include <stdlib.h>
#include <string.h>

#include "base/xmlread.h"
#include "corpus/docx_package.h"

#define SHEETS_MAX 1000
#define ESCAPE 7      /* "_x000D_" */
#define CUSTOM 164    /* formats from here on are the workbook's own */
#define FORMATS 65536 /* styles at most */
#define OWN_FORMATS 4096

/* ---- strings ---- */

void xlsx_text_open(struct xlsx_text *t, const char *element)
{
	t->said |= strcmp(element, "rPh") == 0;
	t->inside = strcmp(element, "t") == 0 && !t->said;
}

void xlsx_text_close(struct xlsx_text *t, const char *element)
{
	if (strcmp(element, "rPh") == 0)
		t->said = false;
	t->inside = false;
}

void xlsx_text_add(struct xlsx_text *t, const char *p, size_t len)
{
	if (t->inside)
		buf_add(&t->text, p, len);
}

static int hex_digit(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *at = strchr(digits, c >= 'A' && c <= 'F' ? c + 32 : c);

	return c != '\0' && at != NULL ? (int)(at - digits) : -1;
}

/* The character that an escape at p stands for; 0 = it is none. */
static uint32_t escaped(const char *p)
{
	uint32_t cp = 0;

	if (strncmp(p, "_x", 2) != 0)
		return 0;
	for (int i = 2; i < 6; i++) {
		int digit = hex_digit(p[i]);

		if (digit < 0)
			return 0;
		cp = 16 * cp + (uint32_t)digit;
	}
	return p[6] == '_' && (cp < 0xd800 || cp > 0xdfff) ? cp : 0;
}

void xlsx_text_end(struct xlsx_text *t)
{
	struct buf out = BUF_INIT;
	const char *p = t->text.data, *at;

	t->inside = t->said = false;
	while ((at = strstr(p, "_x")) != NULL) {
		uint32_t cp = escaped(at);

		buf_add(&out, p, (size_t)(at - p));
		if (cp != 0)
			buf_add_utf8(&out, cp);
		else
			buf_adds(&out, "_x");
		p = at + (cp != 0 ? ESCAPE : 2);
	}
	if (out.len > 0 || p != t->text.data) {
		buf_adds(&out, p);
		buf_release(&t->text);
		t->text = out;
	}
}

static void end_string(struct xlsx_book *b, struct xlsx_text *t)
{
	xlsx_text_end(t);
	vec_push(&b->starts, b->strings.len);
	buf_add(&b->strings, t->text.data, strlen(t->text.data));
	buf_addc(&b->strings, '\0');
	buf_reset(&t->text);
}

static enum rc read_strings(struct xlsx_book *b, const struct buf *xml, struct err *e)
{
	struct xlsx_text t = { .text = BUF_INIT };
	struct xmlread *x = NULL;
	enum xml_event event = XML_TEXT;
	enum rc rc = xmlread_open(&x, "sharedStrings.xml", xml->data, xml->len, e);

	while (rc == RC_OK && event != XML_END) {
		size_t len;
		const char *p;

		rc = xmlread_next(x, &event, e);
		if (rc != RC_OK)
			break;
		if (event == XML_OPEN) {
			xlsx_text_open(&t, xmlread_name(x));
		} else if (event == XML_TEXT) {
			p = xmlread_text(x, &len);
			xlsx_text_add(&t, p, len);
		} else if (event == XML_CLOSE) {
			xlsx_text_close(&t, xmlread_name(x));
			if (strcmp(xmlread_name(x), "si") == 0)
				end_string(b, &t);
		}
	}
	xmlread_close(x);
	buf_release(&t.text);
	return rc;
}

const char *xlsx_book_string(const struct xlsx_book *b, size_t i)
{
	return i < b->starts.n ? b->strings.data + b->starts.items[i] : "";
}

/* ---- formats of numbers ---- */

struct format {
	unsigned id;
	enum xlsx_kind kind;
};

struct formats {
	VEC(struct format) own;
	bool cells; /* inside cellXfs */
};

static unsigned number_in(struct xmlread *x, const char *attr)
{
	const char *s = xmlread_attr(x, attr);

	return s != NULL ? (unsigned)strtoul(s, NULL, 10) : 0;
}

static enum xlsx_kind kind_of(const struct formats *f, unsigned id)
{
	vec_each (const struct format, one, &f->own)
		if (one->id == id)
			return one->kind;
	return id < CUSTOM ? xlsx_kind_built_in(id) : XLSX_NUMBER;
}

static void take_format(struct xlsx_book *b, struct formats *f, struct xmlread *x)
{
	const char *name = xmlread_name(x), *code;

	if (strcmp(name, "cellXfs") == 0)
		f->cells = true;
	if (strcmp(name, "numFmt") == 0 && f->own.n < OWN_FORMATS) {
		struct format one = { number_in(x, "numFmtId"), XLSX_NUMBER };

		code = xmlread_attr(x, "formatCode");
		one.kind = xlsx_kind_of(code != NULL ? code : "");
		vec_push(&f->own, one);
	}
	if (f->cells && strcmp(name, "xf") == 0 && b->formats.n < FORMATS)
		vec_push(&b->formats, kind_of(f, number_in(x, "numFmtId")));
}

static enum rc read_styles(struct xlsx_book *b, const struct buf *xml, struct err *e)
{
	struct formats f = { .cells = false };
	struct xmlread *x = NULL;
	enum xml_event event = XML_TEXT;
	enum rc rc = xmlread_open(&x, "styles.xml", xml->data, xml->len, e);

	while (rc == RC_OK && event != XML_END) {
		rc = xmlread_next(x, &event, e);
		if (rc == RC_OK && event == XML_OPEN)
			take_format(b, &f, x);
		else if (rc == RC_OK && event == XML_CLOSE &&
			 strcmp(xmlread_name(x), "cellXfs") == 0)
			f.cells = false;
	}
	xmlread_close(x);
	vec_release(&f.own);
	return rc;
}

/* ---- sheets ---- */

static bool is_on(const char *s)
{
	return s != NULL && (strcmp(s, "1") == 0 || strcmp(s, "true") == 0);
}

static void take_sheet(struct xlsx_book *b, struct xmlread *x)
{
	struct xlsx_sheet sheet = { .name = "" };
	const char *s;

	if (strcmp(xmlread_name(x), "workbookPr") == 0)
		b->from_1904 = is_on(xmlread_attr(x, "date1904"));
	if (strcmp(xmlread_name(x), "sheet") != 0 || b->sheets.n >= SHEETS_MAX)
		return;
	s = xmlread_attr(x, "name");
	sheet.name = arena_strdup(&b->arena, s != NULL ? s : "");
	s = xmlread_attr(x, "id");
	sheet.id = arena_strdup(&b->arena, s != NULL ? s : "");
	s = xmlread_attr(x, "state");
	sheet.hidden = s != NULL && strcmp(s, "visible") != 0;
	vec_push(&b->sheets, sheet);
}

static enum rc read_workbook(struct xlsx_book *b, const struct buf *xml, struct err *e)
{
	struct xmlread *x = NULL;
	enum xml_event event = XML_TEXT;
	enum rc rc = xmlread_open(&x, "workbook.xml", xml->data, xml->len, e);

	while (rc == RC_OK && event != XML_END) {
		rc = xmlread_next(x, &event, e);
		if (rc == RC_OK && event == XML_OPEN)
			take_sheet(b, x);
	}
	xmlread_close(x);
	return rc;
}

/* ---- parts ---- */

/* A part that the workbook refers to as type, if it is there. */
static enum rc read_related(struct xlsx_book *b, const char *type, struct buf *xml, struct err *e)
{
	struct buf part = BUF_INIT;
	enum rc rc = docx_package_find(b->zip, b->part.data, type, &part, e);

	buf_reset(xml);
	if (rc == RC_OK && part.len > 0 && zip_has(b->zip, part.data))
		rc = zip_read(b->zip, part.data, xml, e);
	buf_release(&part);
	return rc;
}

enum rc xlsx_book_part(
	struct xlsx_book *b, const struct xlsx_sheet *sheet, struct buf *xml, struct err *e)
{
	struct buf part = BUF_INIT;
	enum rc rc = docx_package_by_id(b->zip, b->part.data, sheet->id, &part, e);

	buf_reset(xml);
	if (rc == RC_OK && part.len > 0 && zip_has(b->zip, part.data))
		rc = zip_read(b->zip, part.data, xml, e);
	buf_release(&part);
	return rc;
}

static enum rc find_workbook(struct xlsx_book *b, struct err *e)
{
	enum rc rc = docx_package_find(b->zip, "", "officeDocument", &b->part, e);

	if (rc == RC_OK && b->part.len == 0)
		buf_adds(&b->part, "xl/workbook.xml");
	if (rc == RC_OK && !zip_has(b->zip, b->part.data))
		rc = err_set(e, RC_INPUT,
			"no workbook is in the file: open it in Excel or LibreOffice and save it "
			"again as .xlsx");
	return rc;
}

enum rc xlsx_book_open(struct xlsx_book *b, const char *data, size_t len, struct err *e)
{
	struct buf xml = BUF_INIT;
	enum rc rc = zip_open_memory(&b->zip, data, len, e);

	if (rc != RC_OK) {
		err_wrap(e, "no Excel workbook, or it is damaged or cut off");
		return rc;
	}
	rc = find_workbook(b, e);
	if (rc == RC_OK)
		rc = zip_read(b->zip, b->part.data, &xml, e);
	if (rc == RC_OK)
		rc = read_workbook(b, &xml, e);
	if (rc == RC_OK)
		rc = read_related(b, "sharedStrings", &xml, e);
	if (rc == RC_OK && xml.len > 0)
		rc = read_strings(b, &xml, e);
	if (rc == RC_OK)
		rc = read_related(b, "styles", &xml, e);
	if (rc == RC_OK && xml.len > 0)
		rc = read_styles(b, &xml, e);
	buf_release(&xml);
	return rc;
}

void xlsx_book_close(struct xlsx_book *b)
{
	zip_close_file(b->zip);
	buf_release(&b->part);
	buf_release(&b->strings);
	vec_release(&b->sheets);
	vec_release(&b->starts);
	vec_release(&b->formats);
	arena_release(&b->arena);
}
