/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Identities of what codebook files define.  They come from the content, not
 * from the project: two people of a team who take the same codebook into their
 * projects get the same codes, so merging is a union.  Codes made in a project
 * (open coding) are identified by the op that made them.
 */
#ifndef TEMA_STORE_CODE_IDS_H
#define TEMA_STORE_CODE_IDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/uid.h"

#define PROJECT_CODEBOOK "project"

bool codebook_name_reserved(const char *name);
void codebook_uid(const char *name, struct uid *out);
void version_uid(const struct uid *codebook, const uint8_t *sha, struct uid *out);
void code_uid(const struct uid *codebook, const char *key, struct uid *out);
/* What a person types for a suggestion or coding: 8 hex digits. */
void short_id(const struct uid *document, const struct uid *code, uint32_t start, uint32_t end,
	char out[9]);

#endif
