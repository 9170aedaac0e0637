/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Globs: '*' any run of characters, '?' one character.  Both texts are known good UTF-8. */
#ifndef TEMA_CODEBOOKS_GLOB_H
#define TEMA_CODEBOOKS_GLOB_H

#include <stdbool.h>
#include <stddef.h>

bool glob_match(const char *glob, size_t glen, const char *s, size_t len);

#endif
