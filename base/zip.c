/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/zip.h"

#include <stdint.h>
#include <stdlib.h>

#include <zip.h>

#include "base/mem.h"

#define CHUNK (64u << 10)
#define RATIO_FROM (1u << 20)

struct zipfile {
	zip_t *zip;
	size_t packed; /* bytes of the whole file */
	size_t total;  /* bytes unpacked so far */
};

static enum rc not_opened(zip_error_t *ze, struct err *e)
{
	err_set(e, RC_INPUT, "not a readable zip file: %s", zip_error_strerror(ze));
	zip_error_fini(ze);
	return RC_INPUT;
}

enum rc zip_open_memory(struct zipfile **out, const char *data, size_t len, struct err *e)
{
	zip_error_t ze;
	zip_source_t *source;
	zip_t *zip;

	*out = NULL;
	if (len == 0) /* libzip would take it for a new zip file */
		return err_set(e, RC_INPUT, "not a readable zip file: it is empty");
	zip_error_init(&ze);
	source = zip_source_buffer_create(data, len, 0, &ze);
	if (source == NULL)
		return not_opened(&ze, e);
	zip = zip_open_from_source(source, ZIP_RDONLY, &ze);
	if (zip == NULL) {
		zip_source_free(source);
		return not_opened(&ze, e);
	}
	zip_error_fini(&ze);
	if (zip_get_num_entries(zip, 0) > ZIP_MAX_ENTRIES) {
		zip_discard(zip);
		return err_set(
			e, RC_INPUT, "the zip file has more than %d entries", ZIP_MAX_ENTRIES);
	}
	*out = mem_zalloc(1, sizeof **out);
	(*out)->zip = zip;
	(*out)->packed = len;
	return RC_OK;
}

void zip_close_file(struct zipfile *z)
{
	if (z == NULL)
		return;
	zip_discard(z->zip);
	free(z);
}

bool zip_has(struct zipfile *z, const char *name)
{
	return zip_name_locate(z->zip, name, 0) >= 0;
}

/* What one member may still unpack to. The sizes in the directory may lie, so all that
 * is read is counted, and a member cannot be packed in more bytes than the file has. */
static enum rc check_limits(
	const struct zipfile *z, const zip_stat_t *st, size_t unpacked, struct err *e)
{
	uint64_t packed = st->comp_size < z->packed ? st->comp_size : z->packed;

	if (unpacked > ZIP_MAX_MEMBER)
		return err_set(e, RC_INPUT, "'%s' in the zip file unpacks to more than %u MiB",
			st->name, ZIP_MAX_MEMBER >> 20);
	if (unpacked > ZIP_MAX_TOTAL - z->total)
		return err_set(e, RC_INPUT, "the zip file unpacks to more than %u MiB",
			ZIP_MAX_TOTAL >> 20);
	if (unpacked > RATIO_FROM && unpacked / ZIP_MAX_RATIO > packed)
		return err_set(e, RC_INPUT,
			"'%s' in the zip file unpacks to more than %d times its size", st->name,
			ZIP_MAX_RATIO);
	return RC_OK;
}

static enum rc damaged(const zip_stat_t *st, const char *why, struct err *e)
{
	return err_set(e, RC_INPUT, "'%s' in the zip file is damaged: %s", st->name, why);
}

static enum rc unpack(
	struct zipfile *z, zip_file_t *f, const zip_stat_t *st, struct buf *out, struct err *e)
{
	size_t start = out->len;

	for (;;) {
		zip_int64_t n;
		enum rc rc;

		buf_reserve(out, CHUNK);
		n = zip_fread(f, out->data + out->len, CHUNK);
		if (n < 0)
			return damaged(st, zip_file_strerror(f), e);
		if (n == 0)
			break;
		out->len += (size_t)n;
		rc = check_limits(z, st, out->len - start, e);
		if (rc != RC_OK)
			return rc;
	}
	if (out->len - start != st->size)
		return damaged(st, "its size is wrong", e);
	return RC_OK;
}

static enum rc find(struct zipfile *z, const char *name, zip_stat_t *st, struct err *e)
{
	const zip_uint64_t need = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;

	if (zip_stat(z->zip, name, 0, st) != 0 || (st->valid & need) != need)
		return err_set(e, RC_INPUT, "no '%s' in the zip file", name);
	if ((st->valid & ZIP_STAT_ENCRYPTION_METHOD) && st->encryption_method != ZIP_EM_NONE)
		return err_set(
			e, RC_INPUT, "'%s' in the zip file is protected by a password", name);
	return RC_OK;
}

enum rc zip_read(struct zipfile *z, const char *name, struct buf *out, struct err *e)
{
	size_t start = out->len;
	zip_file_t *f;
	zip_stat_t st;
	enum rc rc = find(z, name, &st, e);

	if (rc != RC_OK)
		return rc;
	f = zip_fopen_index(z->zip, st.index, 0);
	if (f == NULL)
		return damaged(&st, zip_strerror(z->zip), e);
	rc = unpack(z, f, &st, out, e);
	zip_fclose(f);
	/* What was unpacked counts, kept or not. */
	z->total += out->len - start;
	if (rc != RC_OK)
		out->len = start;
	if (out->cap > 0)
		out->data[out->len] = '\0';
	return rc;
}
