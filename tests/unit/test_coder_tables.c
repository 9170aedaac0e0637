/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The language by examples: every table and every codebook in tests/language.  How a table is
 * written stands in tests/language/README.md.
 */
#include "tests/unit/coder_help.h"

#include "base/utf8.h"
#include "coder/selftest.h"

struct table {
	const char *file;
	unsigned line, rows, wrong;
	struct buf with, rule, text, vars; /* what the rows below have in common */
	bool with_open;			   /* the next `with` adds to the last */
};

/* ` and of what cannot be seen: \n \t \\ \uXXXX. */
static void unescape(struct buf *out, const char *p, size_t len)
{
	for (const char *end = p + len; p < end; p++) {
		if (*p != '\\' || p + 1 == end) {
			buf_addc(out, *p);
			continue;
		}
		p++;
		if (*p == 'u' && end - p > 4) {
			char digits[5] = { p[1], p[2], p[3], p[4], '\0' };

			buf_add_utf8(out, (uint32_t)strtoul(digits, NULL, 16));
			p += 4;
		} else {
			buf_addc(out, *p == 'n' ? '\n' : *p == 't' ? '\t' : *p);
		}
	}
}

static bool begins(const char *p, const char *const *words)
{
	for (; *words != NULL; words++) {
		size_t len = strlen(*words);

		if (strncmp(p, *words, len) == 0 && (p[len] == ' ' || p[len] == '\0'))
			return true;
	}
	return false;
}

/* The codebook of a row: an expression, the clauses of a rule, or the items of a code. */
static void write_book(const struct table *t, struct buf *book)
{
	static const char *const clauses[] = { "when", "unless", "where", "unit", "speakers",
		"language", "weight", "note", NULL };
	static const char *const items[] = { "keywords", "rule", "private", "threshold", "default",
		"expand", "code", "definition", NULL };
	const char *rule = t->rule.data;

	buf_printf(book, "codebook t language %s\n", strstr(t->file, "-en") != NULL ? "en" : "id");
	buf_add(book, t->with.data, t->with.len);
	if (strcmp(rule, "codes") == 0)
		return;
	if (begins(rule, items) || strstr(rule, " keywords ") != NULL)
		buf_printf(book, "code A {\n%s\n}\n", rule);
	else if (begins(rule, clauses))
		buf_printf(book, "code A { rule r {\n%s\n} }\n", rule);
	else
		buf_printf(book, "code A { rule r { when %s\n } }\n", rule);
}

static char *first_error(const struct buf *book)
{
	struct codebook *cb = NULL;
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct buf out = BUF_INIT;

	codebook_parse("t.codebook", book->data, book->len, &cb, &d, &e);
	for (size_t i = 0; i < d.list.n && out.len == 0; i++)
		if (d.list.items[i].level == DIAG_ERROR)
			buf_adds(&out, d.list.items[i].id);
	diags_release(&d);
	codebook_free(cb);
	return buf_detach(&out);
}

static bool is_error(const char *wanted)
{
	return wanted[0] == 'E' && strlen(wanted) == 4 && strspn(wanted + 1, "0123456789") == 3;
}

static bool is_score(const char *wanted)
{
	size_t len = strlen(wanted);

	return len > 6 && strspn(wanted + len - 4, "0123456789") == 4 && wanted[len - 5] == '.';
}

/* "KEY=VALUE KEY=VALUE": variables of the document; `date` is the document's own. */
static void set_vars(struct document *doc, char *vars)
{
	char *one, *rest = vars;

	while ((one = strsep(&rest, " ")) != NULL) {
		char *value = strchr(one, '=');

		if (value == NULL)
			continue;
		*value++ = '\0';
		if (strcmp(one, "date") == 0)
			doc->date = value;
		else
			vec_push(&doc->vars, ((struct attr){ one, value }));
	}
}

/* Of the row's code, or, when it is "codes", of all. */
static char *coded(const struct table *t, const struct buf *book, const char *wanted)
{
	const char *code = strcmp(t->rule.data, "codes") == 0 ? NULL : "A";
	enum coder_shown shown = wanted[0] == '['   ? SHOW_UNITS
				 : is_score(wanted) ? SHOW_SCORES
						    : SHOW_WORDS;
	struct codebook *cb = coder_book(book->data);
	struct document *doc = coder_document(t->text.data);
	char *vars = mem_strdup(t->vars.data), *result;

	set_vars(doc, vars);
	result = coder_run_of(cb, doc, shown, code, NULL);
	vec_release(&doc->vars);
	document_free(doc);
	free(vars);
	codebook_free(cb);
	return result;
}

static char *found(const struct table *t, const char *wanted)
{
	struct buf book = BUF_INIT;
	char *result;

	write_book(t, &book);
	result = first_error(&book);
	if (result[0] == '\0' && !is_error(wanted) && t->text.len > 0) {
		free(result);
		result = coded(t, &book, wanted);
	}
	buf_release(&book);
	return result;
}

static void row(struct table *t, const char *left, size_t len, const char *right)
{
	struct buf wanted = BUF_INIT;
	struct buf *to = t->rule.len > 0 ? &t->text : &t->rule;
	char *result;

	unescape(to, left, len);
	unescape(&wanted, right, strlen(right));
	if (strcmp(wanted.data, "none") == 0 || strcmp(wanted.data, "right") == 0)
		buf_reset(&wanted);
	result = found(t, wanted.data);
	t->rows++;
	if (strcmp(result, wanted.data) != 0) {
		t->wrong++;
		printf("# %s:%u: %s in '%s': found '%s', wanted '%s'\n", t->file, t->line,
			t->rule.data, t->text.data, result, wanted.data);
	}
	free(result);
	buf_release(&wanted);
	buf_reset(to);
	t->with_open = false;
}

/* `with`, `vars`, `text` and `rule` set what the rows below have in common. */
static bool setting(struct table *t, const char *line)
{
	if (strncmp(line, "with", 4) == 0 && (line[4] == ' ' || line[4] == '\0')) {
		if (!t->with_open)
			buf_reset(&t->with);
		t->with_open = true;
		unescape(&t->with, line + 4, strlen(line + 4));
		buf_addc(&t->with, '\n');
		return true;
	}
	if (strncmp(line, "vars", 4) == 0) {
		buf_reset(&t->vars);
		buf_adds(&t->vars, line + 4);
		return true;
	}
	if (strncmp(line, "text ", 5) != 0 && strncmp(line, "rule ", 5) != 0)
		return false;
	buf_reset(&t->text);
	buf_reset(&t->rule);
	unescape(line[0] == 't' ? &t->text : &t->rule, line + 5, strlen(line + 5));
	return true;
}

static void one_line(struct table *t, char *line)
{
	char *arrow, *left = line;

	t->line++;
	if (line[0] == '#' || line[strspn(line, " ")] == '\0')
		return;
	if (setting(t, line))
		return;
	arrow = strstr(line, " => ");
	ck_assert_msg(arrow != NULL, "%s:%u: no ' => '", t->file, t->line);
	left += strspn(left, " ");
	while (arrow > left && arrow[-1] == ' ')
		arrow--;
	row(t, left, (size_t)(arrow - left), strstr(arrow, " => ") + 4);
}

static void read_file(const char *path, struct buf *out)
{
	struct err e = ERR_INIT;

	ck_assert_msg(file_read(path, 1 << 20, out, &e) == RC_OK, "%s: %s", path, e.msg);
}

static unsigned run_table(const char *path)
{
	struct table t = { .file = file_base(path),
		.with = BUF_INIT,
		.rule = BUF_INIT,
		.text = BUF_INIT,
		.vars = BUF_INIT };
	struct buf all = BUF_INIT;
	char *line, *next;

	read_file(path, &all);
	for (line = all.data; line != NULL; line = next) {
		next = strchr(line, '\n');
		if (next != NULL)
			*next++ = '\0';
		one_line(&t, line);
	}
	ck_assert_msg(t.rows > 0, "%s holds no row", t.file);
	buf_release(&all);
	buf_release(&t.with);
	buf_release(&t.rule);
	buf_release(&t.text);
	buf_release(&t.vars);
	return t.wrong;
}

static unsigned run_codebook(const char *path)
{
	struct codebook *cb = NULL;
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct selftest_result result = { 0, 0, 0, 0 };
	struct buf out = BUF_INIT;
	unsigned wrong;

	if (codebook_load(path, &cb, &d, &e) == RC_OK)
		selftest_run(cb, &result, &d, &e);
	wrong = result.failed + result.todo_passed + (result.passed == 0) + (e.rc != RC_OK);
	if (wrong > 0) {
		diag_print_all(&d, &out);
		printf("# %s: %s\n%s", path, e.msg, out.data);
	}
	buf_release(&out);
	diags_release(&d);
	codebook_free(cb);
	return wrong;
}

static void run_all(const char *suffix, unsigned (*run)(const char *path))
{
	struct file_list files = VEC_INIT;
	struct err e = ERR_INIT;
	unsigned ran = 0, wrong = 0;

	ck_assert_int_eq(file_walk(unit_srcdir("tests/language"), &files, &e), RC_OK);
	vec_each (char *, path, &files) {
		if (strcmp(file_ext(*path), suffix) != 0)
			continue;
		wrong += run(*path);
		ran++;
	}
	fflush(stdout);
	file_list_release(&files);
	ck_assert_uint_gt(ran, 0);
	ck_assert_msg(wrong == 0, "%u rows are not as the tables have them", wrong);
}

START_TEST(every_row_of_the_tables_gives_what_it_says)
{
	run_all("table", run_table);
}
END_TEST

START_TEST(every_codebook_passes_its_tests)
{
	run_all("codebook", run_codebook);
}
END_TEST

UNIT_MAIN(
	"coder tables", every_row_of_the_tables_gives_what_it_says, every_codebook_passes_its_tests)
