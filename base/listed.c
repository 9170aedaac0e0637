/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/listed.h"

#include <string.h>

const char *listed_next(const char **list, size_t *len)
{
	const char *name = *list + strspn(*list, ", ");

	*len = strcspn(name, ",");
	*list = name + *len;
	return *len > 0 ? name : NULL;
}

bool listed(const char *list, const char *word)
{
	size_t len, wanted = strlen(word);
	const char *name;

	while ((name = listed_next(&list, &len)) != NULL)
		if (len == wanted && memcmp(name, word, len) == 0)
			return true;
	return false;
}
