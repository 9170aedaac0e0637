/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first byte chooses the format; what an importer makes of the others is a codebook. */
#include <stdlib.h>

#include "codebooks/foreign.h"
#include "codebooks/parser.h"
#include "tests/fuzz/fuzz.h"

static void check_codebook(const struct buf *text)
{
	struct diags d = DIAGS_INIT;
	struct codebook *cb = NULL;
	struct err e = ERR_INIT;

	if (codebook_parse("f.codebook", text->data, text->len, &cb, &d, &e) != RC_OK)
		abort();
	codebook_free(cb);
	diags_release(&d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct foreign_options o = { 0 };
	struct foreign_figures n = { 0 };
	struct diags d = DIAGS_INIT;
	struct buf out = BUF_INIT, shown = BUF_INIT;
	struct err e = ERR_INIT;
	size_t formats = 0;

	if (size == 0)
		return 0;
	while (foreign_formats[formats] != NULL)
		formats++;
	o.format = foreign_formats[data[0] % formats]->name;
	if (foreign_import("f", (const char *)data + 1, size - 1, &o, &out, &n, &d, &e) == RC_OK)
		check_codebook(&out);
	diag_print_all(&d, &shown);
	fuzz_use(out.data, out.len);
	fuzz_use(shown.data, shown.len);
	buf_release(&out);
	buf_release(&shown);
	diags_release(&d);
	return 0;
}
