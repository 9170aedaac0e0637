/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/docx_package.h"

#include <string.h>

#include "base/file.h"
#include "base/xmlread.h"

/* "word/document.xml" -> "word/_rels/document.xml.rels", "" -> "_rels/.rels". */
static void rels_name(const char *source, struct buf *out)
{
	const char *base = file_base(source);

	buf_add(out, source, (size_t)(base - source));
	buf_adds(out, "_rels/");
	buf_adds(out, base);
	buf_adds(out, ".rels");
}

/* A target as written in a relationship, seen from the folder of source. */
static void resolve(const char *source, const char *target, struct buf *out)
{
	buf_reset(out);
	if (*target == '/')
		target++;
	else
		buf_add(out, source, (size_t)(file_base(source) - source));
	while (strncmp(target, "../", 3) == 0) {
		target += 3;
		if (out->len > 0)
			out->len--;
		while (out->len > 0 && out->data[out->len - 1] != '/')
			out->len--;
	}
	out->data[out->len] = '\0';
	buf_adds(out, strncmp(target, "./", 2) == 0 ? target + 2 : target);
}

/* One of both is asked for; of a type the one behind so many others. */
struct wanted {
	const char *type, *id;
	size_t nth;
};

static bool ends_with_word(const char *s, const char *word)
{
	const char *slash = s != NULL ? strrchr(s, '/') : NULL;

	return slash != NULL && strcmp(slash + 1, word) == 0;
}

/* What lies outside of the package is never read. */
static bool is_wanted(struct xmlread *x, const struct wanted *w)
{
	const char *id, *mode = xmlread_attr(x, "TargetMode");

	if (mode != NULL && strcmp(mode, "External") == 0)
		return false;
	if (w->type != NULL)
		return ends_with_word(xmlread_attr(x, "Type"), w->type);
	id = xmlread_attr(x, "Id");
	return id != NULL && strcmp(id, w->id) == 0;
}

static enum rc find_in(const struct buf *rels, const char *name, const char *source,
	const struct wanted *w, struct buf *out, struct err *e)
{
	struct xmlread *x = NULL;
	enum xml_event event = XML_TEXT;
	size_t seen = 0;
	enum rc rc = xmlread_open(&x, name, rels->data, rels->len, e);

	while (rc == RC_OK && event != XML_END && out->len == 0) {
		const char *target;

		rc = xmlread_next(x, &event, e);
		if (rc != RC_OK || event != XML_OPEN ||
			strcmp(xmlread_name(x), "Relationship") != 0)
			continue;
		if (!is_wanted(x, w) || seen++ < w->nth)
			continue;
		target = xmlread_attr(x, "Target");
		if (target != NULL)
			resolve(source, target, out);
	}
	xmlread_close(x);
	return rc;
}

static enum rc find_relation(struct zipfile *z, const char *source, const struct wanted *w,
	struct buf *out, struct err *e)
{
	struct buf name = BUF_INIT, rels = BUF_INIT;
	enum rc rc = RC_OK;

	buf_reset(out);
	rels_name(source, &name);
	if (!zip_has(z, name.data))
		goto out;
	rc = zip_read(z, name.data, &rels, e);
	if (rc == RC_OK)
		rc = find_in(&rels, name.data, source, w, out, e);
out:
	buf_release(&name);
	buf_release(&rels);
	return rc;
}

enum rc docx_package_find(
	struct zipfile *z, const char *source, const char *type, struct buf *out, struct err *e)
{
	const struct wanted w = { .type = type };

	return find_relation(z, source, &w, out, e);
}

enum rc docx_package_nth(struct zipfile *z, const char *source, const char *type, size_t n,
	struct buf *out, struct err *e)
{
	const struct wanted w = { .type = type, .nth = n };

	return find_relation(z, source, &w, out, e);
}

enum rc docx_package_by_id(
	struct zipfile *z, const char *source, const char *id, struct buf *out, struct err *e)
{
	const struct wanted w = { .id = id };

	return find_relation(z, source, &w, out, e);
}

enum rc docx_package_title(struct zipfile *z, struct buf *out, struct err *e)
{
	struct buf part = BUF_INIT, xml = BUF_INIT;
	enum rc rc = docx_package_find(z, "", "core-properties", &part, e);

	buf_reset(out);
	if (rc == RC_OK && part.len > 0 && zip_has(z, part.data)) {
		rc = zip_read(z, part.data, &xml, e);
		if (rc == RC_OK)
			rc = xmlread_text_of(xml.data, xml.len, "title", out, e);
	}
	buf_release(&part);
	buf_release(&xml);
	return rc;
}
