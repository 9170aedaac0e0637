/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/uid.h"

#include <assert.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "base/sha256.h"

/* Block number `n` of the sequence of the seed. */
static void seeded_block(const char *seed, uint64_t n, uint8_t out[SHA256_LEN])
{
	struct sha256 s;

	sha256_start(&s);
	sha256_adds(&s, "tema-seed");
	sha256_adds(&s, seed);
	for (int i = 0; i < 8; i++)
		sha256_add(&s, &(uint8_t){ (uint8_t)(n >> 8 * i) }, 1);
	sha256_end(&s, out);
}

static void seeded_bytes(const char *seed, uint8_t *p, size_t len)
{
	static _Atomic uint64_t counter; /* "counted per process" is the contract of TEMA_SEED */
	uint8_t block[SHA256_LEN];

	while (len > 0) {
		size_t n = len < sizeof block ? len : sizeof block;

		seeded_block(seed, atomic_fetch_add(&counter, 1), block);
		memcpy(p, block, n);
		p += n;
		len -= n;
	}
}

void uid_bytes(void *p, size_t len)
{
	const char *seed = getenv("TEMA_SEED");
	uint8_t *at = p;

	if (seed != NULL && *seed != '\0') {
		seeded_bytes(seed, p, len);
		return;
	}
	while (len > 0) {
		ssize_t n = getrandom(at, len, 0);

		if (n < 0 && errno == EINTR)
			continue;
		assert(n > 0); /* so since Linux 3.17; a weak identifier would be worse than none */
		at += n;
		len -= (size_t)n;
	}
}

void uid_random(struct uid *u)
{
	uid_bytes(u->b, sizeof u->b);
}

void uid_hash(struct uid *u, const void *p, size_t len)
{
	uint8_t sum[SHA256_LEN];

	sha256_of(p, len, sum);
	memcpy(u->b, sum, sizeof u->b);
}

void uid_hex(const struct uid *u, char out[UID_HEX])
{
	hex_of(u->b, sizeof u->b, out);
}

int uid_parse(const char *hex, struct uid *u)
{
	return hex_parse(hex, u->b, sizeof u->b);
}
