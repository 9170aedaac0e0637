/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A fuzz target is one file fuzz_NAME.c that defines LLVMFuzzerTestOneInput(),
 * with a row in local.mk and a folder corpus/fuzz_NAME/ of small inputs.  It
 * must accept any bytes, read every byte of what it got back (fuzz_use), and
 * return 0.
 */
#ifndef TEMA_TESTS_FUZZ_H
#define TEMA_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Reads the bytes, so that a bad pointer or length is found. */
static inline void fuzz_use(const void *p, size_t len)
{
	const volatile unsigned char *c = p;
	unsigned sum = 0;

	for (size_t i = 0; i < len; i++)
		sum += c[i];
	(void)sum;
}

#endif
