/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading labelled sentences (selftest.h). */
#include <string.h>

#include "base/utf8.h"
#include "codebooks/messages.h"
#include "coder/selftest.h"
#include "corpus/normalise.h"

#define FIELDS 3
#define SHOWN 60 /* bytes of what is wrong */

struct reading {
	struct selftest_labels *out;
	const struct codebook *cb;
	struct diags *d;
	uint32_t line;
};

struct field {
	const char *p;
	size_t len;
};

static bool is(struct field f, const char *word)
{
	return f.len == strlen(word) && memcmp(f.p, word, f.len) == 0;
}

/* m: a message with one text. */
static void flaw(struct reading *r, enum message m, const char *what, size_t len)
{
	struct diag_at at = { .file = r->out->file, .line = r->line };
	char *text = arena_dup(&r->out->arena, what, utf8_cut(what, len, SHOWN));

	message_diag(r->d, DIAG_ERROR, &at, m, "%s", text);
}

static bool test_kind(struct field f, enum test_kind *kind)
{
	static const char *const words[] = { "hit", "miss", "todo-hit", "todo-miss" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (is(f, words[i])) {
			*kind = (enum test_kind)i;
			return true;
		}
	}
	return false;
}

static const char *unescaped(struct arena *a, struct field f)
{
	char *out = arena_dup(a, f.p, f.len);
	size_t n = 0;

	for (size_t i = 0; i < f.len; i++) {
		char c = f.p[i];

		if (c == '\\' && i + 1 < f.len && strchr("nt\\", f.p[i + 1]) != NULL) {
			c = f.p[++i];
			c = (char)(c == 'n' ? '\n' : c == 't' ? '\t' : c);
		}
		out[n++] = c;
	}
	out[n] = '\0';
	return out;
}

/* CODE or CODE:RULE. */
static bool find_target(struct reading *r, struct field f, struct selftest_label *l)
{
	char *key = arena_dup(&r->out->arena, f.p, f.len), *colon = strchr(key, ':');

	if (colon != NULL)
		*colon = '\0';
	l->code = codebook_code(r->cb, key);
	if (l->code == NULL) {
		flaw(r, MSG_E101_CODE, f.p, f.len);
		return false;
	}
	if (colon != NULL)
		l->rule = code_rule(l->code, colon + 1);
	if (colon != NULL && l->rule == NULL)
		flaw(r, MSG_E101_RULE, colon + 1, strlen(colon + 1));
	return colon == NULL || l->rule != NULL;
}

static size_t split(const char *p, size_t len, struct field *f)
{
	size_t n = 0;

	for (;;) {
		const char *tab = memchr(p, '\t', len);
		size_t taken = tab != NULL ? (size_t)(tab - p) : len;

		if (n < FIELDS)
			f[n] = (struct field){ p, taken };
		n++;
		if (tab == NULL)
			return n;
		p += taken + 1;
		len -= taken + 1;
	}
}

static void read_line(struct reading *r, const char *p, size_t len)
{
	struct field f[FIELDS];
	struct selftest_label l = { .test = { .at = { .line = r->line } } };

	if (len == 0 || p[0] == '#')
		return;
	if (split(p, len, f) != FIELDS) {
		flaw(r, MSG_E101_COLUMNS, p, len);
		return;
	}
	if (!test_kind(f[2], &l.test.kind)) {
		if (r->line > 1 || !is(f[1], "code"))
			flaw(r, MSG_E101_KIND, f[2].p, f[2].len);
		return;
	}
	if (!find_target(r, f[1], &l))
		return;
	l.test.text = unescaped(&r->out->arena, f[0]);
	vec_push(&r->out->list, l);
}

enum rc selftest_labels_read(struct selftest_labels *l, const char *file, const char *text,
	size_t len, const struct codebook *cb, struct diags *d, struct err *e)
{
	struct reading r = { l, cb, d, 0 };
	struct buf decoded = BUF_INIT;
	unsigned before = d->count[DIAG_ERROR];
	enum rc rc;

	memset(l, 0, sizeof *l);
	l->file = arena_strdup(&l->arena, file);
	rc = normalise_decode(text, len, &decoded, d, e);
	if (rc != RC_OK) {
		buf_release(&decoded);
		return err_wrap(e, "'%s'", file);
	}
	for (const char *p = decoded.data, *end = p + decoded.len; p < end;) {
		const char *eol = memchr(p, '\n', (size_t)(end - p));
		const char *stop = eol != NULL ? eol : end;

		r.line++;
		read_line(&r, p, (size_t)(stop - p));
		p = eol != NULL ? eol + 1 : end;
	}
	buf_release(&decoded);
	if (d->count[DIAG_ERROR] > before)
		return err_set(e, RC_INPUT, message_text(MSG_S_FILE_ERRORS, d->lang), file);
	return RC_OK;
}

void selftest_labels_release(struct selftest_labels *l)
{
	vec_release(&l->list);
	arena_release(&l->arena);
}
