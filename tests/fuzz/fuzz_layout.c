/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A codebook laid out is a codebook with the same rules, and laid out again the same text. */
#include <stdlib.h>
#include <string.h>

#include "codebooks/layout.h"
#include "codebooks/parser.h"
#include "tests/fuzz/fuzz.h"

static struct codebook *parse(const char *text, size_t len)
{
	struct diags d = DIAGS_INIT;
	struct codebook *cb = NULL;
	struct err e = ERR_INIT;

	codebook_parse("f.codebook", text, len, &cb, &d, &e);
	diags_release(&d);
	return cb;
}

static void same_rules(const struct code *a, const struct code *b)
{
	if (strcmp(a->full, b->full) != 0 || a->nrules != b->nrules || a->ntests != b->ntests)
		abort();
	for (size_t i = 0; i < a->nrules; i++)
		if (memcmp(a->rules[i]->hash, b->rules[i]->hash, SHA256_LEN) != 0)
			abort();
}

static void lay_out(const struct codebook *cb)
{
	const struct source_file *f = &cb->files.items[0];
	struct buf once = BUF_INIT, twice = BUF_INIT;
	struct codebook *again;

	layout_write(f->text, f->len, &once);
	again = parse(once.data, once.len);
	if (again == NULL || again->codes.n != cb->codes.n)
		abort();
	for (size_t i = 0; i < cb->codes.n; i++)
		same_rules(cb->codes.items[i], again->codes.items[i]);
	layout_write(again->files.items[0].text, again->files.items[0].len, &twice);
	if (twice.len != once.len || memcmp(once.data, twice.data, once.len) != 0)
		abort();
	codebook_free(again);
	buf_release(&once);
	buf_release(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct codebook *cb = parse((const char *)data, size);

	if (cb != NULL)
		lay_out(cb);
	codebook_free(cb);
	return 0;
}
