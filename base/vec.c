/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/vec.h"

#include <string.h>

void *vec_zero_(void *p, size_t size)
{
	return memset(p, 0, size);
}
