/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "project/import.h"
#include "tests/fuzz/fuzz.h"

static void use_text(const char *s)
{
	if (s != NULL)
		fuzz_use(s, strlen(s));
}

static void use_options(const struct import_options *o)
{
	use_text(o->title);
	use_text(o->date);
	use_text(o->place);
	for (size_t i = 0; i < o->nhints; i++) {
		use_text(o->hints[i].label);
		use_text(o->hints[i].name);
		use_text(o->hints[i].code);
	}
	for (size_t i = 0; i < o->nvars; i++) {
		use_text(o->vars[i].key);
		use_text(o->vars[i].value);
	}
}

/* The manifest is read from a file: its bytes stand in a temporary one. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char path[] = "/tmp/tema-fuzz-manifest-XXXXXX";
	int fd = mkstemp(path);
	struct manifest *m = NULL;
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;

	if (fd < 0)
		return 0;
	close(fd);
	if (file_write(path, data, size, &e) == RC_OK && manifest_read(path, &m, &d, &e) == RC_OK) {
		for (size_t i = 0; i < manifest_files(m); i++) {
			struct import_options o = { .method = -1 };

			use_text(manifest_file(m, i));
			if (manifest_options(m, manifest_file(m, i), &o))
				use_options(&o);
		}
		manifest_free(m);
	}
	diags_release(&d);
	unlink(path);
	return 0;
}
