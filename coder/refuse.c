/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coder/refuse.h"

#include "coder/diag_place.h"

bool refuse_check(const struct codebook *cb, struct diags *d)
{
	bool refused = false;

	vec_each (const struct use, u, &cb->uses) {
		if (u->book != NULL)
			continue;
		diag_place(d, DIAG_ERROR, "E021", cb, &u->at,
			"the file '%s' was not read with its codebook", u->name);
		refused = true;
	}
	vec_each (const struct extension, x, &cb->extensions) {
		if (x->target != NULL || refused)
			continue;
		diag_place(d, DIAG_ERROR, "E010", cb, &x->at, "unknown code '%s'", x->path);
		refused = true;
	}
	return refused;
}
