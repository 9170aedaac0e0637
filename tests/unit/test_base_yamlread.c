/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <string.h>

#include "base/buf.h"
#include "base/yamlread.h"

/* "{A:[x:1 y:1]}": maps, lists, texts with their lines. */
static enum rc events(const char *yaml, struct buf *out, struct err *e)
{
	static const char marks[] = {
		[YAMLREAD_MAP] = '{', [YAMLREAD_LIST] = '[', [YAMLREAD_CLOSE] = '.'
	};
	struct yamlread *y;
	enum yaml_kind kind = YAMLREAD_TEXT;
	enum rc rc = yamlread_open(&y, yaml, strlen(yaml), e);
	size_t len;

	while (rc == RC_OK && kind != YAMLREAD_END) {
		rc = yamlread_next(y, &kind, e);
		if (rc == RC_OK && kind == YAMLREAD_TEXT) {
			const char *s = yamlread_text(y, &len);

			buf_printf(out, "%.*s:%u ", (int)len, s, yamlread_line(y));
		} else if (rc == RC_OK && kind != YAMLREAD_END) {
			buf_addc(out, marks[kind]);
		}
	}
	yamlread_close(y);
	return rc;
}

static void check_events(const char *yaml, const char *expected)
{
	struct buf out = BUF_INIT;
	struct err e = ERR_INIT;

	if (yamlread_is_there()) {
		ck_assert_msg(events(yaml, &out, &e) == RC_OK, "%s", e.msg);
		ck_assert_str_eq(out.data, expected);
	}
	buf_release(&out);
}

static void check_refused(const char *yaml, const char *message)
{
	struct buf out = BUF_INIT;
	struct err e = ERR_INIT;

	ck_assert_int_eq(events(yaml, &out, &e), RC_INPUT);
	if (yamlread_is_there())
		ck_assert_msg(strstr(e.msg, message) != NULL, "%s", e.msg);
	else
		ck_assert_msg(strstr(e.msg, "without libyaml") != NULL, "%s", e.msg);
	buf_release(&out);
}

START_TEST(gives_maps_lists_and_texts)
{
	check_events("a: [x, y]\nb:\n  c: \"d e\"\n", "{a:1 [x:1 y:1 .b:2 {c:3 d e:3 ..");
}
END_TEST

START_TEST(texts_stay_as_they_stand)
{
	check_events("- no\n- 01\n- ~\n", "[no:1 01:2 ~:3 .");
}
END_TEST

START_TEST(an_empty_file_has_no_event)
{
	check_events("", "");
}
END_TEST

START_TEST(refuses_what_grows)
{
	check_refused("a: &x [b]\nc: *x\n", "line 1: anchors");
	check_refused("c: *x\n", "line 1");
	check_refused("a: !!int 3\n", "line 1: anchors, aliases and tags");
	check_refused("a: 1\n---\nb: 2\n", "a second document");
}
END_TEST

START_TEST(refuses_broken_yaml_with_its_line)
{
	check_refused("a: b\nc: [d\n", "line 3: not right as YAML");
}
END_TEST

START_TEST(refuses_deep_nesting)
{
	char deep[200];

	memset(deep, '[', sizeof deep);
	deep[sizeof deep - 1] = '\0';
	check_refused(deep, "nested deeper than 64");
}
END_TEST

UNIT_MAIN("yamlread", gives_maps_lists_and_texts, texts_stay_as_they_stand,
	an_empty_file_has_no_event, refuses_what_grows, refuses_broken_yaml_with_its_line,
	refuses_deep_nesting)
