/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/association.h"

#include <math.h>

double association_jaccard(uint64_t a, uint64_t b, uint64_t c)
{
	uint64_t any = a + b + c;

	return any > 0 ? (double)a / (double)any : NAN;
}
