/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The statements of schema_text.c, for schema.c. */
#ifndef TEMA_STORE_SCHEMA_TEXT_H
#define TEMA_STORE_SCHEMA_TEXT_H

struct schema_text {
	const char *name, *sql;
};

extern const struct schema_text schema_text[]; /* ends with a NULL name */

#endif
