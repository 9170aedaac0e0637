/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For tests and fuzz targets: packs parts into a zip file, unpacked, so that a
 * Word document can be written down as XML.
 */
#ifndef TEMA_TESTS_DOCX_MAKE_H
#define TEMA_TESTS_DOCX_MAKE_H

#include <stdint.h>
#include <string.h>

#include "base/buf.h"

#define DOCX_W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define DOCX_RELS(ITEMS)                                                                           \
	"<Relationships "                                                                          \
	"xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" ITEMS            \
	"</Relationships>"
#define DOCX_REL(TYPE, TARGET)                                                                     \
	"<Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"     \
	"relationships/" TYPE "\" Target=\"" TARGET "\"/>"

struct docx_part {
	const char *name, *data;
	size_t len;
};

static inline void docx_add_number(struct buf *b, uint64_t v, int bytes)
{
	for (int i = 0; i < bytes; i++)
		buf_addc(b, (char)(v >> (8 * i) & 0xff));
}

static inline uint32_t docx_crc(const char *p, size_t len)
{
	uint32_t crc = 0xffffffffu;

	for (size_t i = 0; i < len; i++) {
		crc ^= (unsigned char)p[i];
		for (int k = 0; k < 8; k++)
			crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0);
	}
	return ~crc;
}

/* What local header and directory have in common. */
static inline void docx_add_header(struct buf *b, const struct docx_part *part)
{
	docx_add_number(b, 20, 2);
	docx_add_number(b, 0, 8); /* flags, stored, time, date */
	docx_add_number(b, docx_crc(part->data, part->len), 4);
	docx_add_number(b, (uint32_t)part->len, 4);
	docx_add_number(b, (uint32_t)part->len, 4);
	docx_add_number(b, (uint32_t)strlen(part->name), 2);
	docx_add_number(b, 0, 2);
}

static inline void docx_make(struct buf *out, const struct docx_part *parts, size_t n)
{
	struct buf directory = BUF_INIT;
	uint32_t start;

	for (size_t i = 0; i < n; i++) {
		uint32_t at = (uint32_t)out->len;

		buf_add(out, "PK\3\4", 4);
		docx_add_header(out, &parts[i]);
		buf_adds(out, parts[i].name);
		buf_add(out, parts[i].data, parts[i].len);
		buf_add(&directory, "PK\1\2", 4);
		docx_add_number(&directory, 20, 2);
		docx_add_header(&directory, &parts[i]);
		docx_add_number(&directory, 0, 2);
		docx_add_number(&directory, 0, 4);
		docx_add_number(&directory, 0, 4);
		docx_add_number(&directory, at, 4);
		buf_adds(&directory, parts[i].name);
	}
	start = (uint32_t)out->len;
	buf_add(out, directory.data, directory.len);
	buf_add(out, "PK\5\6", 4);
	docx_add_number(out, 0, 4);
	docx_add_number(out, (uint32_t)n, 2);
	docx_add_number(out, (uint32_t)n, 2);
	docx_add_number(out, (uint32_t)directory.len, 4);
	docx_add_number(out, start, 4);
	docx_add_number(out, 0, 2);
	buf_release(&directory);
}

/* What stands between bytes 1, as parts of these names; their number. */
static inline size_t docx_split(
	const char *p, size_t len, const char *const *names, size_t max, struct docx_part *parts)
{
	const char *end = p + len;
	size_t n = 0;

	for (; n < max && p < end; n++) {
		const char *stop = memchr(p, 1, (size_t)(end - p));

		parts[n].name = names[n];
		parts[n].data = p;
		parts[n].len = (size_t)((stop != NULL ? stop : end) - p);
		p = stop != NULL ? stop + 1 : end;
	}
	return n;
}

#endif
