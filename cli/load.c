/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/load.h"

#include <stdlib.h>

#include "codebooks/library.h"

enum rc load_codebook(const char *name, struct codebook **out, struct diags *d, struct err *e)
{
	char *path = NULL;
	enum rc rc;

	*out = NULL;
	rc = library_find(name, &path, e);
	if (rc == RC_OK)
		rc = codebook_load(path, out, d, e);
	free(path);
	return rc;
}
