/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/xmlread.h"
#include "tests/fuzz/fuzz.h"

static void use_string(const char *s)
{
	if (s != NULL)
		fuzz_use(s, strlen(s));
}

static void use_event(struct xmlread *x, enum xml_event event)
{
	const char *text;
	size_t len;

	if (event == XML_TEXT) {
		text = xmlread_text(x, &len);
		fuzz_use(text, len);
	} else {
		use_string(xmlread_name(x));
		use_string(xmlread_space(x));
	}
	if (event == XML_OPEN)
		use_string(xmlread_attr(x, "val"));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	enum xml_event event = XML_TEXT;
	struct xmlread *x;
	struct err e = ERR_INIT;

	if (xmlread_open(&x, "input", (const char *)data, size, &e) != RC_OK)
		return 0;
	while (event != XML_END && xmlread_next(x, &event, &e) == RC_OK)
		if (event != XML_END)
			use_event(x, event);
	use_string(e.msg);
	xmlread_close(x);
	return 0;
}
