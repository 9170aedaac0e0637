/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Stands in for libFuzzer where the compiler has none: runs the target on each
 * file that is named, so that `make check` replays the corpus everywhere.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "tests/fuzz/fuzz.h"

#define INPUT_MAX (64u << 20)

int main(int argc, char **argv)
{
	struct err e = ERR_INIT;

	for (int i = 1; i < argc; i++) {
		struct buf input = BUF_INIT;
		uint8_t *copy;

		if (argv[i][0] == '-')
			continue; /* an option of libFuzzer's */
		if (file_read(argv[i], INPUT_MAX, &input, &e) != RC_OK) {
			fprintf(stderr, "%s\n", e.msg);
			return EXIT_FAILURE;
		}
		/* Exactly as long as the input, so that reading behind its end is seen. */
		copy = malloc(input.len > 0 ? input.len : 1);
		if (copy == NULL)
			return EXIT_FAILURE;
		memcpy(copy, input.data, input.len);
		LLVMFuzzerTestOneInput(copy, input.len);
		free(copy);
		buf_release(&input);
	}
	return EXIT_SUCCESS;
}
