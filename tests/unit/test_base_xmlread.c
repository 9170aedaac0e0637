/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/xmlread.h"

#include <string.h>

#include "base/buf.h"
#include "tests/unit/unit.h"

/* Reads to the end and writes down what came: "<a>" "</a>" and texts. */
static enum rc trace(const char *s, size_t len, struct buf *out, struct err *e)
{
	enum xml_event event = XML_TEXT;
	struct xmlread *x;
	enum rc rc = xmlread_open(&x, "in.xml", s, len, e);

	while (rc == RC_OK && event != XML_END) {
		const char *text;
		size_t n;

		rc = xmlread_next(x, &event, e);
		if (rc != RC_OK)
			break;
		if (event == XML_OPEN)
			buf_printf(out, "<%s %d>", xmlread_name(x), xmlread_depth(x));
		else if (event == XML_CLOSE)
			buf_printf(out, "</%s %d>", xmlread_name(x), xmlread_depth(x));
		else if (event == XML_TEXT) {
			text = xmlread_text(x, &n);
			buf_add(out, text, n);
		}
	}
	xmlread_close(x);
	return rc;
}

static void gives(const char *s, const char *expected)
{
	struct buf b = BUF_INIT;
	struct err e = ERR_INIT;

	ck_assert_msg(trace(s, strlen(s), &b, &e) == RC_OK, "%s: %s", s, e.msg);
	ck_assert_str_eq(b.data, expected);
	buf_release(&b);
}

static void refuses(const char *s, const char *part)
{
	struct buf b = BUF_INIT;
	struct err e = ERR_INIT;

	ck_assert_msg(trace(s, strlen(s), &b, &e) == RC_INPUT, "%s", s);
	ck_assert_msg(strstr(e.msg, part) != NULL, "%s", e.msg);
	buf_release(&b);
}

START_TEST(gives_events_in_order)
{
	gives("<a>x<b/> y<c>z</c></a>", "<a 1>x<b 2></b 2> y<c 2>z</c 2></a 1>");
	gives("<a><!-- c --><?pi x?><![CDATA[1<2]]>&amp;&#65;</a>", "<a 1>1<2&A</a 1>");
	gives("<a> <b> </b></a>", "<a 1> <b 2> </b 2></a 1>");
	gives("<a/>", "<a 1></a 1>");
}
END_TEST

START_TEST(knows_names_spaces_and_attributes)
{
	const char s[] = "<w:p xmlns:w='urn:w' xmlns:val='urn:v' w:val='1' b='&lt;&#233;'/>";
	enum xml_event event;
	struct xmlread *x;
	struct err e = ERR_INIT;

	ck_assert_int_eq(xmlread_open(&x, "n", s, sizeof s - 1, &e), RC_OK);
	ck_assert_int_eq(xmlread_next(x, &event, &e), RC_OK);
	ck_assert_int_eq(event, XML_OPEN);
	ck_assert_str_eq(xmlread_name(x), "p");
	ck_assert_str_eq(xmlread_space(x), "urn:w");
	ck_assert_str_eq(xmlread_attr(x, "val"), "1");
	ck_assert_str_eq(xmlread_attr(x, "b"), "<\xc3\xa9");
	ck_assert_ptr_null(xmlread_attr(x, "w"));
	ck_assert_ptr_null(xmlread_attr(x, "none"));
	ck_assert_str_eq(xmlread_name(x), "p");
	ck_assert_int_eq(xmlread_next(x, &event, &e), RC_OK);
	ck_assert_int_eq(event, XML_CLOSE);
	ck_assert_int_eq(xmlread_next(x, &event, &e), RC_OK);
	ck_assert_int_eq(event, XML_END);
	xmlread_close(x);
	xmlread_close(NULL);
}
END_TEST

START_TEST(refuses_document_types_and_entities)
{
	refuses("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", "DOCTYPE");
	refuses("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", "DOCTYPE");
	refuses("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", "DOCTYPE");
	refuses("<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://127.0.0.1/x\">%p;]><a/>", "DOCTYPE");
	refuses("<a>&x;</a>", "broken XML");
}
END_TEST

START_TEST(refuses_the_billion_laughs)
{
	struct buf b = BUF_INIT;

	buf_adds(&b, "<!DOCTYPE a [<!ENTITY x0 \"ha\">");
	for (int i = 1; i < 30; i++)
		buf_printf(&b, "<!ENTITY x%d \"&x%d;&x%d;&x%d;\">", i, i - 1, i - 1, i - 1);
	buf_adds(&b, "]><a b='&x29;'>&x29;</a>");
	refuses(b.data, "");
	buf_release(&b);
}
END_TEST

static void nest(struct buf *b, int depth)
{
	buf_reset(b);
	for (int i = 0; i < depth; i++)
		buf_adds(b, "<a>");
	for (int i = 0; i < depth; i++)
		buf_adds(b, "</a>");
}

START_TEST(refuses_deep_nesting)
{
	struct buf b = BUF_INIT, out = BUF_INIT;
	struct err e = ERR_INIT;

	nest(&b, 256);
	ck_assert_int_eq(trace(b.data, b.len, &out, &e), RC_OK);
	nest(&b, 257);
	refuses(b.data, "256");
	nest(&b, 1000000);
	refuses(b.data, "256");
	buf_release(&b);
	buf_release(&out);
}
END_TEST

START_TEST(refuses_broken_documents_with_the_line)
{
	refuses("<a>\n<b>\n</a>", "line 3");
	refuses("", "'in.xml'");
	refuses("plain", "'in.xml'");
	refuses("<a>", "broken XML");
	refuses("<a b=1/>", "broken XML");
	refuses("<a/><b/>", "broken XML");
	refuses("<a>\xff</a>", "broken XML");
	refuses("<a>\x01</a>", "broken XML");
	refuses("<a b='1' b='2'/>", "broken XML");
	refuses("<x:a/>", "broken XML");
}
END_TEST

START_TEST(every_cut_is_refused)
{
	const char s[] = "<?xml version='1.0'?><a b='c'>x<b>y &amp; z</b></a>";
	struct buf b = BUF_INIT;
	struct err e = ERR_INIT;

	for (size_t len = 0; len < sizeof s - 1; len++) {
		/* A copy of its own, so that reading behind the end is seen. */
		char *part = mem_dup(s, len);

		ck_assert_msg(trace(part, len, &b, &e) == RC_INPUT, "%s", part);
		free(part);
	}
	buf_release(&b);
}
END_TEST

START_TEST(reads_large_documents)
{
	struct buf b = BUF_INIT, out = BUF_INIT;
	struct err e = ERR_INIT;
	enum rc rc;

	buf_adds(&b, "<a>");
	for (int i = 0; i < 300000; i++)
		buf_adds(&b, "<p>satu kalimat yang cukup panjang untuk berkas besar</p>\n");
	for (int i = 0; i < 100000; i++)
		buf_adds(&b, "satu kalimat yang cukup panjang untuk berkas besar ");
	buf_adds(&b, "</a>");
	rc = trace(b.data, b.len, &out, &e);
	ck_assert_msg(rc == RC_OK, "%s", e.msg);
	ck_assert_uint_gt(out.len, 20000000);
	buf_release(&b);
	buf_release(&out);
}
END_TEST

START_TEST(refuses_one_endless_text)
{
	struct buf b = BUF_INIT;

	buf_adds(&b, "<a>");
	for (int i = 0; i < 1200000; i++)
		buf_adds(&b, "1234567890");
	buf_adds(&b, "</a>");
	refuses(b.data, "huge text");
	buf_release(&b);
}
END_TEST

START_TEST(reads_utf16)
{
	const char s[] = "\xff\xfe<\0a\0>\0\xe9\0<\0/\0a\0>\0";
	struct buf b = BUF_INIT;
	struct err e = ERR_INIT;

	ck_assert_msg(trace(s, sizeof s - 1, &b, &e) == RC_OK, "%s", e.msg);
	ck_assert_str_eq(b.data, "<a 1>\xc3\xa9</a 1>");
	buf_release(&b);
}
END_TEST

UNIT_MAIN("xmlread", gives_events_in_order, knows_names_spaces_and_attributes,
	refuses_document_types_and_entities, refuses_the_billion_laughs, refuses_deep_nesting,
	refuses_broken_documents_with_the_line, every_cut_is_refused, reads_large_documents,
	refuses_one_endless_text, reads_utf16)
