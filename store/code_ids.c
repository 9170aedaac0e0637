/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/code_ids.h"

#include <string.h>

#include "base/sha256.h"

/* Keys and names are ASCII words of our own syntax; their case does not count. */
static void add_lower(struct sha256 *sum, const char *s)
{
	for (; *s != '\0'; s++) {
		char c = *s >= 'A' && *s <= 'Z' ? (char)(*s - 'A' + 'a') : *s;

		sha256_add(sum, &c, 1);
	}
	sha256_add(sum, "", 1);
}

static void finish(struct sha256 *sum, struct uid *out)
{
	uint8_t all[SHA256_LEN];

	sha256_end(sum, all);
	memcpy(out->b, all, UID_LEN);
}

bool codebook_name_reserved(const char *name)
{
	struct uid a, b;

	codebook_uid(name, &a);
	codebook_uid(PROJECT_CODEBOOK, &b);
	return memcmp(&a, &b, sizeof a) == 0;
}

void codebook_uid(const char *name, struct uid *out)
{
	struct sha256 sum;

	sha256_start(&sum);
	sha256_adds(&sum, "codebook");
	add_lower(&sum, name);
	finish(&sum, out);
}

void version_uid(const struct uid *codebook, const uint8_t *sha, struct uid *out)
{
	struct sha256 sum;

	sha256_start(&sum);
	sha256_adds(&sum, "version");
	sha256_add(&sum, codebook->b, UID_LEN);
	sha256_add(&sum, sha, SHA256_LEN);
	finish(&sum, out);
}

void code_uid(const struct uid *codebook, const char *key, struct uid *out)
{
	struct sha256 sum;

	sha256_start(&sum);
	sha256_adds(&sum, "code");
	sha256_add(&sum, codebook->b, UID_LEN);
	add_lower(&sum, key);
	finish(&sum, out);
}

static void put32(uint32_t v, uint8_t out[4])
{
	for (int i = 0; i < 4; i++)
		out[i] = (uint8_t)(v >> 8 * i);
}

void short_id(const struct uid *document, const struct uid *code, uint32_t start, uint32_t end,
	char out[9])
{
	uint8_t in[2 * UID_LEN + 8], sum[SHA256_LEN];

	memcpy(in, document->b, UID_LEN);
	memcpy(in + UID_LEN, code->b, UID_LEN);
	put32(start, in + 2 * UID_LEN);
	put32(end, in + 2 * UID_LEN + 4);
	sha256_of(in, sizeof in, sum);
	hex_of(sum, 4, out);
}
