/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/md_front.h"

#include <string.h>

#include "base/intern.h"

#define FRONT_MAX (64u << 10)

struct front {
	struct intern keys;
	struct buf dropped; /* names of the keys left out */
	const char *title, *date;
	size_t title_len, date_len;
	bool usual;
};

static bool is_one_of(const char *words, const char *p, size_t len)
{
	for (const char *at = words; len > 0 && *at != '\0'; at += strcspn(at, " ")) {
		at += *at == ' ';
		if (strcspn(at, " ") == len && memcmp(at, p, len) == 0)
			return true;
	}
	return false;
}

static size_t key_length(const char *p, size_t len)
{
	size_t n = 0;

	while (n < len && ((p[n] >= 'a' && p[n] <= 'z') || (p[n] >= 'A' && p[n] <= 'Z') ||
				  (p[n] >= '0' && p[n] <= '9') || p[n] == '_' || p[n] == '-'))
		n++;
	if (n == 0 || n >= len || p[n] != ':' || (n + 1 < len && p[n + 1] != ' '))
		return 0;
	return n;
}

/* The value without blanks and quotes around it. */
static void bare(const char **p, size_t *len)
{
	while (*len > 0 && (**p == ' ' || **p == '\t')) {
		++*p;
		--*len;
	}
	while (*len > 0 && ((*p)[*len - 1] == ' ' || (*p)[*len - 1] == '\t'))
		--*len;
	if (*len >= 2 && (**p == '"' || **p == '\'') && (*p)[*len - 1] == **p) {
		++*p;
		*len -= 2;
	}
}

static bool is_iso_date(const char *p, size_t len)
{
	static const char shape[] = "dddd-dd-dd";

	if (len < sizeof shape - 1)
		return false;
	for (size_t i = 0; i < sizeof shape - 1; i++)
		if (shape[i] == 'd' ? p[i] < '0' || p[i] > '9' : p[i] != shape[i])
			return false;
	return true;
}

static void take_value(struct front *f, const char *key, size_t key_len, const char *p, size_t len)
{
	static const char usual[] =
		"title judul date tanggal author penulis layout tags categories "
		"category lang language description slug permalink draft";

	f->usual |= is_one_of(usual, key, key_len);
	bare(&p, &len);
	if (is_one_of("title judul", key, key_len) && f->title == NULL) {
		f->title = p;
		f->title_len = len;
	} else if (is_one_of("date tanggal", key, key_len) && is_iso_date(p, len)) {
		f->date = p;
		f->date_len = 10;
	} else {
		if (f->dropped.len > 0)
			buf_adds(&f->dropped, ", ");
		buf_add(&f->dropped, key, key_len);
	}
}

/* A line of YAML as front matter has it; false: this is something else. */
static bool take_line(struct front *f, const char *p, size_t len)
{
	size_t n, before = f->keys.n;

	if (len == 0 || *p == ' ' || *p == '\t' || *p == '#' || *p == '-')
		return true;
	n = key_length(p, len);
	if (n == 0)
		return false;
	if (intern_add(&f->keys, p, n) < before)
		return false; /* the same key again: people talking */
	take_value(f, p, n, p + n + 1, len - n - 1);
	return true;
}

static bool is_fence(const char *p, size_t len, char c)
{
	while (len > 0 && (p[len - 1] == ' ' || p[len - 1] == '\t'))
		len--;
	return len == 3 && p[0] == c && p[1] == c && p[2] == c;
}

/* The bytes up to and with the closing line, 0 = this is no front matter. */
static size_t scan(struct front *f, const char *text, size_t len)
{
	const char *p = text, *end = text + (len < FRONT_MAX ? len : FRONT_MAX);

	for (size_t line = 0; p < end; line++) {
		const char *stop = memchr(p, '\n', (size_t)(end - p));
		size_t n = stop != NULL ? (size_t)(stop - p) : (size_t)(end - p);

		if (line == 0 ? !is_fence(p, n, '-') : (line == 1 && n == 0))
			return 0;
		if (line > 0 && (is_fence(p, n, '-') || is_fence(p, n, '.')))
			return f->usual ? (size_t)(p - text) + n + (stop != NULL) : 0;
		if (line > 0 && !take_line(f, p, n))
			return 0;
		p += n + 1;
	}
	return 0;
}

size_t md_front(const char *name, const char *text, size_t len, struct draft *out, struct diags *d)
{
	struct front f = { .keys = INTERN_INIT, .dropped = BUF_INIT };
	size_t n = scan(&f, text, len);

	if (n > 0) {
		if (f.title_len > 0)
			out->title = arena_dup(&out->arena, f.title, f.title_len);
		if (f.date_len > 0)
			out->date = arena_dup(&out->arena, f.date, f.date_len);
		if (f.dropped.len > 0)
			diag_add(d, DIAG_REMARK, "R020",
				&(struct diag_at){ .file = name, .line = 1 },
				"front matter left out: %s", f.dropped.data);
	}
	intern_release(&f.keys);
	buf_release(&f.dropped);
	return n;
}
