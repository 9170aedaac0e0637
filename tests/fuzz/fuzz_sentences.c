/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A codebook, behind a line "===" a file of labelled sentences: both are read,
 * all tests are run and each is explained.  Without that line the input is
 * sentences for a codebook that is always the same.
 */
#include <stdlib.h>
#include <string.h>

#include "codebooks/parser.h"
#include "coder/explain.h"
#include "coder/selftest.h"
#include "tests/fuzz/fuzz.h"

static const char plain[] = "codebook f\ncode A {\n"
			    "  keywords { ~bantu \"air bersih\" ko*i }\n"
			    "  rule r { when ~bantu near 3 warga unless not warga }\n"
			    "}\ncode B : A { rule s { when /a+b/ or <A> } }\n";

static enum rc explain(const struct selftest_case *c, void *arg, struct err *e)
{
	struct diags *d = arg;
	struct explanation x;
	struct buf out = BUF_INIT;

	(void)e;
	selftest_diag(c, d);
	if (c->doc == NULL)
		return RC_OK;
	explain_document(c->engine, c->doc, c->code, c->rule, &x, d);
	vec_each (struct explain_rule, r, &x.rules)
		explain_print(r, 4, &out);
	fuzz_use(out.data, out.len);
	buf_release(&out);
	explain_release(&x);
	return RC_OK;
}

static void run(const struct codebook *cb, const char *sentences, size_t len)
{
	struct selftest_labels labels = { .arena = ARENA_INIT };
	struct selftest_result result = { 0 };
	struct diags d = DIAGS_INIT;
	struct buf shown = BUF_INIT;
	struct err e = ERR_INIT;
	enum rc rc = selftest_labels_read(&labels, "f.tsv", sentences, len, cb, &d, &e);

	if (rc == RC_OK && d.count[DIAG_ERROR] > 0)
		abort();
	selftest_each(cb, &labels, &result, explain, &d, &d, &e);
	diag_print_all(&d, &shown);
	fuzz_use(shown.data, shown.len);
	buf_release(&shown);
	selftest_labels_release(&labels);
	diags_release(&d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data, *cut = memmem(text, size, "\n===\n", 5);
	const char *sentences = cut != NULL ? cut + 5 : text;
	struct diags d = DIAGS_INIT;
	struct codebook *cb = NULL;
	struct err e = ERR_INIT;

	if (cut != NULL)
		codebook_parse("f.codebook", text, (size_t)(cut + 1 - text), &cb, &d, &e);
	else
		codebook_parse("f.codebook", plain, sizeof plain - 1, &cb, &d, &e);
	if (cb != NULL)
		run(cb, sentences, (size_t)(text + size - sentences));
	codebook_free(cb);
	diags_release(&d);
	return 0;
}
