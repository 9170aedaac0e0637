/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For reader_odt.c and reader_ods.c: the parts of an OpenDocument file, which is
 * packed as a zip file, or all in one as "flat" XML (.fodt, .fods).
 */
#ifndef TEMA_CORPUS_ODT_PACKAGE_H
#define TEMA_CORPUS_ODT_PACKAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/zip.h"

struct odt_package {
	struct zipfile *zip; /* NULL: flat */
	const char *data;
	size_t len;
};

/* what: "text", "table", for messages.  data must outlive the package.  RC_INPUT also when it is
 * password-protected. */
enum rc odt_package_open(
	struct odt_package *p, const char *what, const char *data, size_t len, struct err *e);
void odt_package_close(struct odt_package *p);
/* A part that need not be there, in place of what xml held.  A flat file is "content.xml". */
enum rc odt_package_part(
	const struct odt_package *p, const char *part, struct buf *xml, struct err *e);

#endif
