/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/tags.h"

#include <stdbool.h>
#include <string.h>

static const struct {
	const char *names; /* parted by blanks */
	enum tag_kind kind;
} tags[] = {
	{ "a abbr acronym b bdi bdo big button cite code data del dfn em font i img input ins kbd "
	  "label "
	  "mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr",
		TAG_INLINE },
	{ "c v lang", TAG_INLINE }, /* WebVTT */
	{ "br", TAG_BREAK },
	{ "address article aside audio blockquote body center dd details div dl dt embed fieldset "
	  "figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html iframe li link main "
	  "meta nav object ol p picture pre section source summary svg title track ul video",
		TAG_BLOCK },
	{ "table caption thead tbody tfoot colgroup col", TAG_TABLE },
	{ "tr", TAG_ROW },
	{ "td th", TAG_CELL },
	{ "script style noscript template", TAG_HIDDEN },
};

static bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

size_t tag_name(const char *p, const char *end)
{
	size_t n = 0;

	if (p < end && *p >= '0' && *p <= '9')
		return 0;
	while (p + n < end && is_name(p[n]))
		n++;
	return n;
}

static bool has_name(const char *names, const char *p, size_t len)
{
	size_t at = 0;

	for (; *names != '\0'; names++) {
		if (*names == ' ') {
			if (at == len)
				return true;
			at = 0;
		} else if (at < len &&
			   *names == (p[at] >= 'A' && p[at] <= 'Z' ? p[at] + 32 : p[at])) {
			at++;
		} else {
			at = len + 1;
		}
	}
	return at == len;
}

enum tag_kind tag_find(const char *p, const char *end)
{
	size_t len;

	p += p < end && *p == '/';
	len = tag_name(p, end);
	/* Behind the name: the end, a blank, "/" or a class; "<b?>" and "<i'm>" are none. */
	if (len == 0 || (p + len < end && memchr(" \t\n/.", p[len], 5) == NULL))
		return TAG_UNKNOWN;
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		if (has_name(tags[i].names, p, len))
			return tags[i].kind;
	return TAG_UNKNOWN;
}
