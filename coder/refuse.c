/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coder/refuse.h"

#include "coder/diag_place.h"

bool refuse_check(const struct codebook *cb, struct diags *d)
{
	bool refused = false;

	vec_each (const struct use, u, &cb->uses) {
		if (u->book != NULL)
			continue;
		diag_say(d, DIAG_ERROR, cb, &u->at, SAY(E021_NOT_READ), u->name);
		refused = true;
	}
	vec_each (const struct extension, x, &cb->extensions) {
		if (x->target != NULL || refused)
			continue;
		diag_say(d, DIAG_ERROR, cb, &x->at, SAY(E010_CODE), x->path);
		refused = true;
	}
	return refused;
}
