/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/xmlwrite.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include "base/xmlread.h"
#include "tests/unit/unit.h"

static void finish(struct xmlwrite *x, const char *expected)
{
	struct buf b = BUF_INIT;

	xmlwrite_finish(x, &b);
	ck_assert_str_eq(b.data, expected);
	buf_release(&b);
}

START_TEST(xml_is_escaped_and_short)
{
	struct xmlwrite *x = xmlwrite_new(XMLWRITE_XML);

	xml_open(x, "a");
	xml_attr(x, "b", "\"1\" < 2 & \xc3\xa9");
	xml_attrf(x, "n", "%d%%", 50);
	xml_text(x, "1 < 2 & \"x\" > y");
	xml_open(x, "br");
	xml_close(x, "br");
	xml_element(x, "c", "d");
	xml_close(x, "a");
	finish(x, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		  "<a b=\"&quot;1&quot; &lt; 2 &amp; \xc3\xa9\" n=\"50%\">"
		  "1 &lt; 2 &amp; &quot;x&quot; &gt; y<br/><c>d</c></a>\n");
}
END_TEST

START_TEST(html_is_what_a_browser_reads_right)
{
	struct xmlwrite *x = xmlwrite_new(XMLWRITE_HTML);

	xml_open(x, "html");
	xml_attr(x, "lang", "id");
	xml_open(x, "meta");
	xml_attr(x, "charset", "utf-8");
	xml_close(x, "meta");
	xml_open(x, "style");
	xml_raw(x, "a > b { content: \"\xe2\x86\x92\" }");
	xml_close(x, "style");
	xml_newline(x);
	xml_element(x, "div", "");
	xml_open(x, "p");
	xml_textf(x, "%s\xc2\xa0%d", "Rp", 5);
	xml_open(x, "br");
	xml_close(x, "br");
	xml_close(x, "p");
	xml_open(x, "script");
	xml_close(x, "script");
	xml_close(x, "html");
	finish(x, "<!DOCTYPE html>\n<html lang=\"id\"><meta charset=\"utf-8\"/>"
		  "<style>a > b { content: \"\xe2\x86\x92\" }</style>\n<div></div>"
		  "<p>Rp\xc2\xa0"
		  "5<br/></p><script></script></html>\n");
}
END_TEST

START_TEST(nothing_in_a_text_becomes_a_tag)
{
	const char *evil = "</p><script>alert(1)</script><!-- ]]> &lt; &#60;";
	struct xmlwrite *x = xmlwrite_new(XMLWRITE_HTML);
	struct buf b = BUF_INIT;

	xml_open(x, "p");
	xml_attr(x, "title", evil);
	xml_attr(x, "onclick", "\" onload=\"x");
	xml_text(x, evil);
	xml_close(x, "p");
	xmlwrite_finish(x, &b);
	ck_assert_ptr_null(strstr(b.data, "<script"));
	ck_assert_ptr_null(strstr(b.data, "<!--"));
	ck_assert_ptr_null(strstr(b.data, "onload=\""));
	ck_assert_ptr_nonnull(strstr(b.data, "&amp;lt; &amp;#60;"));
	buf_release(&b);
}
END_TEST

START_TEST(what_xml_forbids_is_left_out)
{
	struct xmlwrite *x = xmlwrite_new(XMLWRITE_XML);

	xml_open(x, "a");
	xml_attr(x, "b", "x\x01\x1by\xff");
	xml_textn(x,
		"a\0b\x08\xef\xbf\xbf"
		"c\xed\xa0\x80",
		11);
	xml_close(x, "a");
	finish(x, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"xy\xef\xbf\xbd\">"
		  "abc\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd</a>\n");
}
END_TEST

START_TEST(what_is_written_reads_back)
{
	const char *text = "tab\there, line\nbreak, \xf0\x9f\x98\x80 \"quotes\" 'single' & <b>";
	struct xmlwrite *x = xmlwrite_new(XMLWRITE_XML);
	struct buf b = BUF_INIT;
	struct xmlread *r;
	enum xml_event event;
	struct err e = ERR_INIT;
	size_t len;

	xml_open(x, "a");
	xml_attr(x, "v", text);
	xml_text(x, text);
	xml_close(x, "a");
	xmlwrite_finish(x, &b);
	ck_assert_int_eq(xmlread_open(&r, "b", b.data, b.len, &e), RC_OK);
	ck_assert_int_eq(xmlread_next(r, &event, &e), RC_OK);
	ck_assert_str_eq(xmlread_attr(r, "v"), text);
	ck_assert_int_eq(xmlread_next(r, &event, &e), RC_OK);
	ck_assert_str_eq(xmlread_text(r, &len), text);
	xmlread_close(r);
	buf_release(&b);
}
END_TEST

START_TEST(large_documents_are_whole)
{
	struct xmlwrite *x = xmlwrite_new(XMLWRITE_HTML);
	struct buf b = BUF_INIT;

	xml_open(x, "body");
	for (int i = 0; i < 200000; i++)
		xml_element(x, "p", "satu kalimat & satu kalimat lagi");
	xml_close(x, "body");
	xmlwrite_finish(x, &b);
	ck_assert_uint_eq(
		b.len, 16 + 13 + 1 + 200000 * (7 + strlen("satu kalimat &amp; satu kalimat lagi")));
	buf_release(&b);
}
END_TEST

/* An assertion of ours fails in act(). */
static void aborts(void (*act)(void))
{
	int status;
	pid_t pid = fork();

	ck_assert_int_ge(pid, 0);
	if (pid == 0) {
		ck_assert_ptr_nonnull(freopen("/dev/null", "w", stderr));
		act();
		_exit(0);
	}
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	ck_assert(WIFSIGNALED(status));
	ck_assert_int_eq(WTERMSIG(status), SIGABRT);
}

static void close_another(void)
{
	struct xmlwrite *x = xmlwrite_new(XMLWRITE_XML);

	xml_open(x, "a");
	xml_close(x, "b");
}

START_TEST(closing_another_element_is_a_mistake)
{
	aborts(close_another);
}
END_TEST

static void write_raw_end_tag(void)
{
	struct xmlwrite *x = xmlwrite_new(XMLWRITE_HTML);

	xml_open(x, "style");
	xml_raw(x, "</style><script>");
}

START_TEST(raw_text_with_an_end_tag_is_a_mistake)
{
	aborts(write_raw_end_tag);
}
END_TEST

START_TEST(can_be_given_up)
{
	struct xmlwrite *x = xmlwrite_new(XMLWRITE_HTML);

	xml_open(x, "a");
	xml_text(x, "b");
	xmlwrite_free(x);
	xmlwrite_free(NULL);
}
END_TEST

UNIT_MAIN("xmlwrite", xml_is_escaped_and_short, html_is_what_a_browser_reads_right,
	nothing_in_a_text_becomes_a_tag, what_xml_forbids_is_left_out, what_is_written_reads_back,
	large_documents_are_whole, closing_another_element_is_a_mistake,
	raw_text_with_an_end_tag_is_a_mistake, can_be_given_up)
