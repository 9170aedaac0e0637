/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 16-byte identifiers: random ones (a coder, an origin) and ones derived from content. */
#ifndef TEMA_BASE_UID_H
#define TEMA_BASE_UID_H

#include <stddef.h>
#include <stdint.h>

#define UID_LEN 16
#define UID_HEX (2 * UID_LEN + 1)

struct uid {
	uint8_t b[UID_LEN];
};

/* Random; with TEMA_SEED set (tests) the sequence is that of the seed, counted per process. */
void uid_random(struct uid *u);
void uid_bytes(void *p, size_t len);			 /* random bytes by the same rule */
void uid_hash(struct uid *u, const void *p, size_t len); /* first 16 bytes of SHA-256 */
void uid_hex(const struct uid *u, char out[UID_HEX]);
int uid_parse(const char *hex, struct uid *u); /* 0 or -1 */

#endif
