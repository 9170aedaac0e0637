/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256 (FIPS 180-4, by libmd) and the identifiers made of it. */
#ifndef TEMA_BASE_SHA256_H
#define TEMA_BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

#define SHA256_LEN 32

struct sha256 {
	uint64_t opaque[32]; /* holds libmd's SHA2_CTX; size checked in sha256.c */
};

void sha256_start(struct sha256 *s);
void sha256_add(struct sha256 *s, const void *p, size_t len);
void sha256_adds(
	struct sha256 *s, const char *str); /* with its NUL, so that fields cannot run together */
void sha256_end(struct sha256 *s, uint8_t out[SHA256_LEN]);
void sha256_of(const void *p, size_t len, uint8_t out[SHA256_LEN]);
void hex_of(const uint8_t *p, size_t len, char *out);	/* 2*len lower-case digits and a NUL */
int hex_parse(const char *s, uint8_t *out, size_t len); /* 0, or -1 if s is not 2*len hex digits */

#endif
