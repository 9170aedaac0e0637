/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codebooks/load.h"

#include <limits.h>
#include <string.h>

#include "base/file.h"
#include "codebooks/library.h"
#include "codebooks/parser.h"

static const char suffix[] = ".codebook";
static const char shipped[] = "library:";

/* The first codebook knows all files by number, and keeps their texts. */
static void keep_file(struct codebook *cb, const struct load_file *file)
{
	struct source_file f = file->own->files.items[0];

	f.name = arena_strdup(&cb->arena, f.name);
	f.id = arena_strdup(&cb->arena, f.id);
	f.text = arena_dup(&cb->arena, f.text, f.len);
	vec_push(&cb->files, f);
}

void load_finish(struct load *l, bool good)
{
	for (size_t i = 0; i < l->files.n; i++) {
		struct load_file *f = &l->files.items[i];

		if (good && i > 0)
			keep_file(l->files.items[0].own, f);
		if (i > 0 && (!good || f->own != f->cb))
			codebook_free(f->own);
		free(f->id);
	}
	if (good)
		l->files.items[0].own->owner = true;
	vec_release(&l->files);
}

int load_find(const struct load *l, const char *id)
{
	for (size_t i = 0; i < l->files.n; i++)
		if (strcmp(l->files.items[i].id, id) == 0)
			return (int)i;
	return -1;
}

static bool is_shipped(const char *id)
{
	return strncmp(id, shipped, sizeof shipped - 1) == 0;
}

/* Steps "." and empty ones are left out, so that a file has one id. */
static void add_steps(struct buf *out, const char *path)
{
	while (*path != '\0') {
		size_t len = strcspn(path, "/");

		if (len > 0 && !(len == 1 && path[0] == '.')) {
			buf_add(out, path, len);
			if (path[len] == '/')
				buf_addc(out, '/');
		}
		path += len + (path[len] == '/');
	}
}

char *load_id(const char *from, const char *name)
{
	const char *slash = strrchr(from, '/');
	size_t n = strlen(name), end = sizeof suffix - 1;
	struct buf id = BUF_INIT;

	buf_adds(&id, "");
	if (strchr(name, '/') == NULL &&
		(n <= end || strcmp(name + n - end, suffix) != 0)) { /* a bare name */
		buf_printf(&id, "%s%s%s", shipped, name, suffix);
		return buf_detach(&id);
	}
	if (slash != NULL)
		buf_add(&id, from, (size_t)(slash + 1 - from));
	else if (is_shipped(from))
		buf_adds(&id, shipped);
	add_steps(&id, name);
	return buf_detach(&id);
}

const char *load_shipped(struct arena *a, const char *id)
{
	size_t len = strlen(id), head = sizeof shipped - 1, end = sizeof suffix - 1;

	return is_shipped(id) && len >= head + end ? arena_dup(a, id + head, len - head - end)
						   : NULL;
}

/* --- from the disk --- */

/* PATH lies in the folder ROOT when all links are followed. */
static bool is_inside(const char *root, const char *path)
{
	char *real = realpath(path, NULL), *base = realpath(root, NULL);
	size_t len = base != NULL ? strlen(base) : 0;
	bool inside = real != NULL && base != NULL && strncmp(real, base, len) == 0 &&
		      (real[len] == '/' || len == 1);

	free(real);
	free(base);
	return inside;
}

enum rc load_from_disk(void *arg, const char *id, struct buf *out, char **name, struct err *e)
{
	const struct load_disk *disk = arg;
	bool ours = is_shipped(id);
	const char *root = ours ? library_folder() : disk->root;
	const char *rest = ours ? id + sizeof shipped - 1 : id;
	bool plain = strcmp(root, ".") == 0;

	*name = plain ? mem_strdup(rest) : mem_printf("%s/%s", root, rest);
	if (!file_exists(*name))
		return err_set(e, RC_NOTFOUND,
			ours ? "no shipped codebook is called '%.*s'" : "there is no file '%.*s'",
			(int)(strlen(rest) - (ours ? sizeof suffix - 1 : 0)), rest);
	if (!is_inside(root, *name))
		return err_set(e, RC_USAGE, "a link leads out of the folder of the codebook");
	return file_read(*name, CODEBOOK_MAX, out, e);
}

/* --- from a bundle --- */

static const char file_line[] = "\n#: file ";
static const char files_line[] = "\n#: files";

void load_bundle_release(struct load_bundle *b)
{
	vec_release(&b->pieces);
	free(b->ids);
}

/* The line of lengths at the end: where it begins, or NULL. */
static const char *last_line(const char *text, size_t len)
{
	const char *p = text + len;
	size_t n = sizeof files_line - 1;

	if (len < n + 2 || p[-1] != '\n')
		return NULL;
	for (p -= 2; p > text && *p != '\n';)
		p--;
	return (size_t)(text + len - p) > n && memcmp(p, files_line, n) == 0 ? p : NULL;
}

static bool read_length(const char **p, size_t *out)
{
	size_t n = 0;

	if (**p != ' ')
		return false;
	for (++*p; **p >= '0' && **p <= '9' && n <= LOAD_BYTES; ++*p)
		n = n * 10 + (size_t)(**p - '0');
	*out = n;
	return n <= LOAD_BYTES;
}

/* A piece behind the first has its id in the line above it. */
static bool read_piece(
	const char **at, const char *stop, size_t len, char **ids, struct load_bundle *b)
{
	struct load_piece piece = { .id = "", .len = len };
	size_t head = sizeof file_line - 1;
	const char *eol;

	if (b->pieces.n > 0) {
		if ((size_t)(stop - *at) <= head || memcmp(*at, file_line, head) != 0)
			return false;
		*at += head;
		eol = memchr(*at, '\n', (size_t)(stop - *at));
		if (eol == NULL)
			return false;
		piece.id = *ids;
		memcpy(*ids, *at, (size_t)(eol - *at));
		(*ids)[eol - *at] = '\0';
		*ids += eol - *at + 1;
		*at = eol + 1;
	}
	if ((size_t)(stop - *at) < len)
		return false;
	piece.text = *at;
	*at += len;
	vec_push(&b->pieces, piece);
	return true;
}

bool load_unbundle(const char *text, size_t len, struct load_bundle *b)
{
	const char *stop = last_line(text, len), *at = text, *p;
	char *ids;
	bool good = stop != NULL;
	size_t n;

	*b = (struct load_bundle){ 0 };
	if (!good)
		return false;
	ids = b->ids = mem_alloc(len + 1);
	for (p = stop + sizeof files_line - 1; good && *p != '\n';)
		good = b->pieces.n < LOAD_FILES && read_length(&p, &n) &&
		       read_piece(&at, stop, n, &ids, b);
	if (good && at == stop && b->pieces.n > 0)
		return true;
	load_bundle_release(b);
	*b = (struct load_bundle){ 0 };
	return false;
}

enum rc load_from_bundle(void *arg, const char *id, struct buf *out, char **name, struct err *e)
{
	const struct load_bundle *b = arg;

	*name = NULL;
	vec_each (const struct load_piece, piece, &b->pieces) {
		if (strcmp(piece->id, id) != 0)
			continue;
		buf_add(out, piece->text, piece->len);
		return RC_OK;
	}
	return err_set(e, RC_NOTFOUND, "there is no file '%s'", id);
}

void codebook_bundle(const struct codebook *cb, struct buf *out)
{
	struct load_bundle b;
	const struct source_file *f = cb->files.items;
	bool looks_like_one = load_unbundle(f->text, f->len, &b);

	load_bundle_release(&b);
	buf_add(out, f->text, f->len);
	if (cb->files.n == 1 && !looks_like_one)
		return;
	for (size_t i = 1; i < cb->files.n; i++) {
		buf_printf(out, "%s%s\n", file_line, f[i].id);
		buf_add(out, f[i].text, f[i].len);
	}
	buf_adds(out, files_line);
	for (size_t i = 0; i < cb->files.n; i++)
		buf_printf(out, " %zu", f[i].len);
	buf_addc(out, '\n');
}
