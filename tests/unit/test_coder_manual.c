/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The examples of tema-codebook(5) are codebooks: each is parsed, and its tests are run. */
#include <string.h>

#include "tests/unit/unit.h"

#include "codebooks/parser.h"
#include "coder/selftest.h"

/* One line of the page as it is shown. */
static void add_line(const char *p, size_t len, struct buf *out)
{
	static const struct {
		const char *written, *shown;
	} escapes[] = {
		{ "\\e", "\\" },
		{ "\\-", "-" },
		{ "\\&", "" },
		{ "\\(dq", "\"" },
		{ "\\(aq", "'" },
	};

	while (len > 0) {
		size_t used = 1, k = 0;

		for (; k < sizeof escapes / sizeof *escapes; k++) {
			used = strlen(escapes[k].written);
			if (len >= used && memcmp(p, escapes[k].written, used) == 0)
				break;
			used = 1;
		}
		if (k < sizeof escapes / sizeof *escapes)
			buf_adds(out, escapes[k].shown);
		else
			buf_addc(out, *p);
		p += used;
		len -= used;
	}
	buf_addc(out, '\n');
}

VEC_TYPE(examples, char *);

/* What stands between .nf and .fi and begins with `codebook`. */
static void read_examples(struct examples *out)
{
	struct buf page = BUF_INIT, text = BUF_INIT;
	struct err e = ERR_INIT;
	bool inside = false;

	ck_assert_int_eq(file_read(unit_srcdir("man/tema-codebook.5"), 1 << 20, &page, &e), RC_OK);
	for (const char *p = page.data; *p != '\0';) {
		size_t len = strcspn(p, "\n");

		if (len == 3 && memcmp(p, ".fi", 3) == 0 && inside) {
			inside = false;
			if (strncmp(text.data, "codebook ", 9) == 0)
				vec_push(out, mem_strdup(text.data));
		} else if (len == 3 && memcmp(p, ".nf", 3) == 0) {
			inside = true;
			buf_reset(&text);
			buf_adds(&text, "");
		} else if (inside) {
			add_line(p, len, &text);
		}
		p += len + (p[len] == '\n');
	}
	buf_release(&page);
	buf_release(&text);
}

static bool is_jamsos(const char *text)
{
	return strncmp(text, "codebook jamsos ", 16) == 0;
}

/* One example uses the one that is called jamsos. */
static char *with_its_file(const struct examples *all, const char *text)
{
	if (strstr(text, "use \"jamsos.codebook\"") != NULL)
		vec_each (char *, other, all)
			if (is_jamsos(*other))
				return mem_printf(
					"%s\n#: file jamsos.codebook\n%s\n#: files %zu %zu\n", text,
					*other, strlen(text), strlen(*other));
	return mem_strdup(text);
}

static unsigned check(const char *text)
{
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct buf shown = BUF_INIT;
	struct codebook *cb = NULL;
	struct selftest_result result = { 0 };
	enum rc rc = codebook_parse("manual", text, strlen(text), &cb, &d, &e);

	if (rc == RC_OK)
		rc = selftest_run(cb, &result, &d, &e);
	buf_adds(&shown, "");
	diag_print_all(&d, &shown);
	ck_assert_msg(rc == RC_OK && result.failed == 0 && d.count[DIAG_ERROR] == 0, "%s\n%s", text,
		shown.data);
	codebook_free(cb);
	buf_release(&shown);
	diags_release(&d);
	return result.passed;
}

START_TEST(every_example_passes_its_tests)
{
	struct examples all = VEC_INIT;
	unsigned passed = 0;

	read_examples(&all);
	ck_assert_uint_ge(all.n, 35);
	vec_each (char *, text, &all) {
		char *whole = with_its_file(&all, *text);

		passed += check(whole);
		free(whole);
	}
	ck_assert_uint_ge(passed, 100);
	vec_each (char *, text, &all)
		free(*text);
	vec_release(&all);
}
END_TEST

UNIT_MAIN("coder manual", every_example_passes_its_tests)
