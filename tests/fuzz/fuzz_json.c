/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/json.h"
#include "tests/fuzz/fuzz.h"

static void use_value(const struct jsonv *v, int depth)
{
	double number;

	if (json_text(v) != NULL)
		fuzz_use(json_text(v), strlen(json_text(v)));
	if (json_number(v, &number))
		fuzz_use(&number, sizeof number);
	for (size_t i = 0; depth < 50 && i < json_len(v); i++)
		use_value(json_at(v, i), depth + 1);
	if (depth < 50 && json_get(v, "a") != NULL)
		use_value(json_get(v, "a"), depth + 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct jsonv *root;
	struct err e = ERR_INIT;

	if (json_parse((const char *)data, size, &root, &e) == RC_OK)
		use_value(root, 0);
	json_free(root);
	return 0;
}
