/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codebooks/foreign.h"

#include <string.h>

#include "base/charset.h"
#include "base/file.h"
#include "base/utf8.h"
#include "codebooks/foreign_term.h"
#include "corpus/normalise.h"

const struct foreign_format *const foreign_formats[] = { &foreign_liwc, &foreign_dicx,
	&foreign_yoshikoder, &foreign_wordstat, &foreign_lexicoder, &foreign_quanteda,
	&foreign_khcoder, &foreign_codelist, NULL };

/* --- which format -------------------------------------------------------------------------------
 */

static bool has_word(const char *list, const char *word)
{
	size_t n = strlen(word);

	for (const char *p = list; n > 0 && (p = strstr(p, word)) != NULL; p += n)
		if ((p == list || p[-1] == ' ') && (p[n] == ' ' || p[n] == '\0'))
			return true;
	return false;
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static const struct foreign_format *by_extension(const char *file)
{
	const char *ext = file_ext(file);
	char small[16] = "";

	if (strlen(ext) >= sizeof small)
		return NULL;
	for (size_t i = 0; ext[i] != '\0'; i++)
		small[i] = lower(ext[i]);
	for (const struct foreign_format *const *f = foreign_formats; *f != NULL; f++)
		if (has_word((*f)->extensions, small))
			return *f;
	return NULL;
}

static bool ends_with(const char *s, const char *end)
{
	size_t len = strlen(s), n = strlen(end);

	return len > n && strcmp(s + len - n, end) == 0;
}

static bool begins(const char *p, size_t len, const char *with)
{
	size_t n = strlen(with);

	if (len >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0) {
		p += 3;
		len -= 3;
	}
	while (len > 0 && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t')) {
		p++;
		len--;
	}
	return len >= n && memcmp(p, with, n) == 0;
}

static void name_formats(struct buf *out)
{
	for (const struct foreign_format *const *f = foreign_formats; *f != NULL; f++)
		buf_printf(out, "%s%s", out->len > 0 ? ", " : "", (*f)->name);
}

static enum rc choose(const char *file, const char *bytes, size_t len, const char *name,
	const struct foreign_format **out, struct err *e)
{
	struct buf all = BUF_INIT;
	enum rc rc = RC_OK;

	*out = NULL;
	for (const struct foreign_format *const *f = foreign_formats; name != NULL && *f; f++)
		if (strcmp((*f)->name, name) == 0)
			*out = *f;
	if (name == NULL)
		*out = begins(bytes, len, "<?xml") || begins(bytes, len, "<dictionary")
			       ? &foreign_yoshikoder
			       : by_extension(file);
	name_formats(&all);
	if (*out == NULL && name != NULL)
		rc = err_set(e, RC_USAGE, "unknown format '%s'; it is one of: %s", name, all.data);
	else if (*out == NULL && ends_with(file, ".codebook"))
		rc = err_set(e, RC_INPUT,
			"'%s' is a codebook already; 'tema codebook check' looks at it", file);
	else if (*out == NULL)
		rc = err_set(e, RC_INPUT,
			"the name of '%s' does not say what it is; say it with --from (%s)", file,
			all.data);
	buf_release(&all);
	return rc;
}

/* --- which characters ---------------------------------------------------------------------------
 */

/* The first of the format's encodings in which every byte is a character. */
static bool decode_guessed(const struct foreign_format *format, const char *p, size_t len,
	struct buf *out, const char **charset)
{
	char one[24];

	for (const char *c = format->charsets; c != NULL && *c != '\0'; c += strspn(c, " ")) {
		size_t n = strcspn(c, " "), bad = 0;

		if (n >= sizeof one)
			return false;
		memcpy(one, c, n);
		one[n] = '\0';
		*charset = c;
		if (charset_decode(one, p, len, out, &bad) && bad == 0)
			return true;
		buf_reset(out);
		c += n;
	}
	return false;
}

static enum rc decode_as(const char *charset, const char *p, size_t len, struct buf *out,
	struct foreign *f, struct err *e)
{
	size_t bad = 0;

	if (!charset_decode(charset, p, len, out, &bad))
		return err_set(e, RC_USAGE,
			"unknown encoding '%s'; it is called, for example, utf-8, windows-1252, "
			"iso-8859-2, shift-jis or euc-jp",
			charset);
	if (bad > 0)
		foreign_remark(f, DIAG_WARNING, 0, bad == 1 ? MSG_F009_BYTE : MSG_F009_BYTES,
			MSG_TEXT_F009_BYTES, bad, charset);
	return RC_OK;
}

static enum rc decode(struct foreign *f, const struct foreign_format *format, const char *p,
	size_t len, const char *charset, struct buf *text, struct err *e)
{
	struct buf raw = BUF_INIT;
	const char *guessed = NULL;
	enum rc rc = RC_OK;
	bool changed = false;
	uint32_t controls = 0;

	if (charset != NULL) {
		rc = decode_as(charset, p, len, &raw, f, e);
	} else if (!utf8_valid(p, len, NULL) && decode_guessed(format, p, len, &raw, &guessed)) {
		foreign_remark(
			f, DIAG_REMARK, 0, SAY(F009_READ_AS), (int)strcspn(guessed, " "), guessed);
	} else {
		rc = normalise_decode(p, len, &raw, f->d, e);
	}
	if (rc == RC_OK)
		normalise_text(raw.data, raw.len, text, &controls, &changed);
	buf_release(&raw);
	return rc;
}

/* --- in and out ---------------------------------------------------------------------------------
 */

void foreign_release(struct foreign *f)
{
	vec_each (struct foreign_code, c, &f->codes) {
		vec_release(&c->items);
		vec_release(&c->rules);
		intern_release(&c->seen);
	}
	vec_release(&f->codes);
	intern_release(&f->keys);
	intern_release(&f->bases);
	vec_release(&f->numbers);
	arena_release(&f->arena);
}

enum rc foreign_read(struct foreign *f, const char *file, const char *bytes, size_t len,
	const struct foreign_options *o, const struct foreign_format **chosen, struct diags *d,
	struct err *e)
{
	struct buf text = BUF_INIT;
	enum rc rc;

	memset(f, 0, sizeof *f);
	f->file = file;
	f->d = d;
	rc = choose(file, bytes, len, o->format, chosen, e);
	if (rc == RC_OK && len > FOREIGN_MAX)
		rc = err_set(e, RC_INPUT, "'%s' is longer than 16 MiB", file);
	if (rc == RC_OK)
		rc = decode(f, *chosen, bytes, len, o->charset, &text, e);
	if (rc == RC_OK)
		rc = (*chosen)->read(f, text.data, text.len, e);
	if (rc == RC_OK && f->codes.n == 0)
		rc = err_set(
			e, RC_INPUT, "'%s' holds no category: is it a %s?", file, (*chosen)->title);
	buf_release(&text);
	return rc;
}

enum rc foreign_import(const char *file, const char *bytes, size_t len,
	const struct foreign_options *o, struct buf *out, struct foreign_figures *n,
	struct diags *d, struct err *e)
{
	const struct foreign_format *format;
	struct foreign f;
	enum rc rc = foreign_read(&f, file, bytes, len, o, &format, d, e);

	if (rc == RC_OK)
		foreign_write(&f, format, o, out, n);
	foreign_release(&f);
	diag_sort(d);
	return rc;
}
