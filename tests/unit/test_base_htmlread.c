/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/htmlread.h"

#include <string.h>

#include "base/buf.h"
#include "tests/unit/unit.h"

struct trace {
	struct buf out;
	int depth;
};

static void take(enum html_event event, const struct html_node *node, void *arg)
{
	struct trace *t = arg;
	const char *class;

	switch (event) {
	case HTML_OPEN:
		t->depth++;
		class = htmlread_attr(node, "class");
		buf_printf(&t->out, "<%s%s%s>", node->name, class != NULL ? " " : "",
			class != NULL ? class : "");
		break;
	case HTML_CLOSE:
		t->depth--;
		buf_printf(&t->out, "</%s>", node->name);
		break;
	default:
		buf_add(&t->out, node->text, node->len);
	}
}

static void gives(const char *html, const char *expected)
{
	struct trace t = { BUF_INIT, 0 };
	struct err e = ERR_INIT;
	char *copy = mem_dup(html, strlen(html)); /* a sanitizer sees a read behind its end */

	ck_assert_msg(htmlread("h", copy, strlen(html), take, &t, &e) == RC_OK, "%s", e.msg);
	ck_assert_str_eq(t.out.data, expected);
	ck_assert_int_eq(t.depth, 0);
	buf_release(&t.out);
	free(copy);
}

START_TEST(gives_events_that_fit)
{
	gives("<html><body><p class=\"x y\">a<BR>b</P></body></html>",
		"<html><body><p x y>a<br></br>b</p></body></html>");
	gives("<p class>a<p>b", "<html><body><p >a</p><p>b</p></body></html>");
	gives("<ul><li>a<li><b>b</ul>c", "<html><body><ul><li>a</li><li><b>b</b></li></ul>c"
					 "</body></html>");
	gives("<main><nav/>a</main>", "<html><body><main><nav></nav>a</main></body></html>");
}
END_TEST

START_TEST(resolves_entities_and_skips_comments)
{
	gives("<p>&amp;&lt;&eacute;&#8217;&#x1F600;&tak;<!-- <p> --> &",
		"<html><body><p>&<é’\xf0\x9f\x98\x80&tak; &</p></body></html>");
	gives("<p>caf\xc3\xa9", "<html><body><p>café</p></body></html>");
}
END_TEST

START_TEST(believes_no_meta_element)
{
	gives("<meta charset=iso-8859-1><p>caf\xc3\xa9",
		"<html><head><meta></meta></head><body><p>café</p></body></html>");
	gives("<meta http-equiv=content-type content='text/html; charset=utf-16'><p>caf\xc3\xa9",
		"<html><head><meta></meta></head><body><p>café</p></body></html>");
}
END_TEST

START_TEST(fetches_and_expands_nothing)
{
	gives("<!DOCTYPE html SYSTEM \"file:///etc/passwd\" [<!ENTITY x \"y\">]><p>&x;</p>",
		"<html><body><p>]></p><p>&x;</p></body></html>");
	gives("<link rel=stylesheet href=\"http://127.0.0.1/x\">",
		"<html><head><link></link></head></html>");
}
END_TEST

START_TEST(accepts_nothing_and_plain_text)
{
	struct trace t = { BUF_INIT, 0 };
	struct err e = ERR_INIT;

	ck_assert_int_eq(htmlread("h", "", 0, take, &t, &e), RC_OK);
	ck_assert_str_eq(t.out.data, "");
	buf_release(&t.out);
	gives("halo", "<html><body><p>halo</p></body></html>");
}
END_TEST

static enum rc nested(int depth, struct err *e)
{
	struct trace t = { BUF_INIT, 0 };
	struct buf b = BUF_INIT;
	enum rc rc;

	for (int i = 0; i < depth; i++)
		buf_adds(&b, i == 5 ? "\n<i>" : "<i>");
	rc = htmlread("h", b.data, b.len, take, &t, e);
	buf_release(&t.out);
	buf_release(&b);
	return rc;
}

START_TEST(refuses_deep_nesting)
{
	struct err e = ERR_INIT;

	ck_assert_int_eq(nested(HTML_DEPTH_MAX - 2, &e), RC_OK); /* html, body */
	ck_assert_int_eq(nested(HTML_DEPTH_MAX, &e), RC_INPUT);
	ck_assert_ptr_nonnull(strstr(e.msg, "'h': line 2: elements are nested more than"));
	ck_assert_int_eq(nested(1000000, &e), RC_INPUT);
}
END_TEST

static enum rc crowded(const char *before, int n, const char *behind, struct err *e)
{
	struct trace t = { BUF_INIT, 0 };
	struct buf b = BUF_INIT;
	enum rc rc;

	buf_adds(&b, before);
	for (int i = 0; i < n; i++)
		buf_printf(&b, " a%d", i);
	buf_adds(&b, behind);
	rc = htmlread("h", b.data, b.len, take, &t, e);
	buf_release(&t.out);
	buf_release(&b);
	return rc;
}

START_TEST(refuses_too_many_attributes)
{
	static const char *const bad[] = { "<p", "<p a='>' b=\">\"", "<script/><p",
		"a\n<P x = 'y>'", "<!-- x --><p", "<style></style><p\n", "<script>a</SCRIPT><p",
		"<!----><p" };
	static const char *const good[] = { "<script>if (a<b", "<style>a<b", "<!-- <p", "a < b",
		"<p>", "a <> b" };
	struct err e = ERR_INIT;

	ck_assert_int_eq(crowded("<p", HTML_ATTRS_MAX - 1, ">", &e), RC_OK);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		ck_assert_msg(crowded(bad[i], 300000, ">", &e) == RC_INPUT, "%s", bad[i]);
	ck_assert_ptr_nonnull(strstr(e.msg, "more than 1000 attributes"));
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		ck_assert_msg(crowded(good[i], 2000, "", &e) == RC_OK, "%s: %s", good[i], e.msg);
}
END_TEST

START_TEST(every_cut_gives_events_that_fit)
{
	static const char s[] =
		"<!DOCTYPE html><!-- c --><p class='x'>a &amp; b<script>1<2</script>"
		"<table><tr><td>\xc3\xa9</table>";

	for (size_t len = 0; len < sizeof s; len++) {
		struct trace t = { BUF_INIT, 0 };
		struct err e = ERR_INIT;
		char *part = mem_dup(s, len);

		ck_assert_int_eq(htmlread("h", part, len, take, &t, &e), RC_OK);
		ck_assert_int_eq(t.depth, 0);
		buf_release(&t.out);
		free(part);
	}
}
END_TEST

UNIT_MAIN("htmlread", gives_events_that_fit, resolves_entities_and_skips_comments,
	believes_no_meta_element, fetches_and_expands_nothing, accepts_nothing_and_plain_text,
	refuses_deep_nesting, refuses_too_many_attributes, every_cut_gives_events_that_fit)
