/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/sha256.h"

#include <string.h>
#include <sys/types.h>

#include <sha2.h>

_Static_assert(sizeof(SHA2_CTX) <= sizeof(struct sha256), "struct sha256 holds libmd's context");
_Static_assert(SHA256_DIGEST_LENGTH == SHA256_LEN, "SHA-256 is 32 bytes");

static SHA2_CTX *context(struct sha256 *s)
{
	return (SHA2_CTX *)(void *)s->opaque;
}

void sha256_start(struct sha256 *s)
{
	memset(s, 0, sizeof *s);
	SHA256Init(context(s));
}

void sha256_add(struct sha256 *s, const void *p, size_t len)
{
	if (len > 0)
		SHA256Update(context(s), p, len);
}

void sha256_adds(struct sha256 *s, const char *str)
{
	sha256_add(s, str, strlen(str) + 1);
}

void sha256_end(struct sha256 *s, uint8_t out[SHA256_LEN])
{
	SHA256Final(out, context(s));
}

void sha256_of(const void *p, size_t len, uint8_t out[SHA256_LEN])
{
	struct sha256 s;

	sha256_start(&s);
	sha256_add(&s, p, len);
	sha256_end(&s, out);
}

void hex_of(const uint8_t *p, size_t len, char *out)
{
	static const char digits[] = "0123456789abcdef";

	for (size_t i = 0; i < len; i++) {
		*out++ = digits[p[i] >> 4];
		*out++ = digits[p[i] & 15];
	}
	*out = '\0';
}

static int digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

int hex_parse(const char *s, uint8_t *out, size_t len)
{
	if (strlen(s) != 2 * len)
		return -1;
	for (size_t i = 0; i < len; i++) {
		int high = digit(s[2 * i]), low = digit(s[2 * i + 1]);

		if (high < 0 || low < 0)
			return -1;
		out[i] = (uint8_t)(high << 4 | low);
	}
	return 0;
}
