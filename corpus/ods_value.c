/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/ods_value.h"

#include <stdlib.h>
#include <string.h>

#include "corpus/xlsx_value.h"

#define DIGITS_MAX 9

static void add_number(struct buf *out, const char *value)
{
	xlsx_value_add(out, value, XLSX_NUMBER, false);
}

/* "2024-08-17T00:00:00" is a day. */
static void add_date(struct buf *out, const char *value)
{
	const char *t = strchr(value, 'T');

	buf_add(out, value, t != NULL ? (size_t)(t - value) : strlen(value));
	if (t == NULL || strspn(t + 1, "0:.") == strlen(t + 1))
		return;
	buf_addc(out, ' ');
	buf_adds(out, t + 1);
}

/* "PT36H5M7.5S": hours, minutes and seconds; a part may be missing. */
static void add_time(struct buf *out, const char *value)
{
	static const char units[] = "HMS";
	unsigned long parts[3] = { 0, 0, 0 };
	const char *p = value, *fraction = NULL;
	size_t width = 0;

	if (strncmp(p, "PT", 2) != 0) {
		buf_adds(out, value);
		return;
	}
	for (p += 2; *p != '\0';) {
		size_t n = strspn(p, "0123456789");
		unsigned long v = n > 0 && n <= DIGITS_MAX ? strtoul(p, NULL, 10) : 0;
		const char *unit;

		p += n;
		if (*p == '.' || *p == ',') {
			fraction = p + 1;
			width = strspn(fraction, "0123456789");
			p = fraction + width;
		}
		unit = *p != '\0' ? strchr(units, *p) : NULL;
		if (n == 0 || unit == NULL) {
			buf_adds(out, value);
			return;
		}
		parts[unit - units] = v;
		p++;
	}
	buf_printf(out, "%02lu:%02lu:%02lu", parts[0], parts[1], parts[2]);
	if (width > 0 && strspn(fraction, "0") < width)
		buf_printf(out, ".%.*s", width < 3 ? (int)width : 3, fraction);
}

static void add_truth(struct buf *out, const char *value)
{
	buf_adds(out, strcmp(value, "true") == 0 ? "TRUE" : "FALSE");
}

static void add_text(struct buf *out, const char *value)
{
	buf_adds(out, value);
}

static const struct value_type {
	const char *type, *attr;
	void (*add)(struct buf *out, const char *value);
} types[] = {
	{ "boolean", "boolean-value", add_truth },
	{ "currency", "value", add_number },
	{ "date", "date-value", add_date },
	{ "float", "value", add_number },
	{ "percentage", "value", add_number },
	{ "string", "string-value", add_text },
	{ "time", "time-value", add_time },
};

static const struct value_type *type_of(const char *name)
{
	for (size_t i = 0; name != NULL && i < sizeof types / sizeof *types; i++)
		if (strcmp(types[i].type, name) == 0)
			return &types[i];
	return NULL;
}

void ods_value_read(struct xmlread *x, struct buf *out)
{
	const struct value_type *type = type_of(xmlread_attr(x, "value-type"));
	const char *value = type != NULL ? xmlread_attr(x, type->attr) : NULL;

	if (value != NULL)
		type->add(out, value);
}

void ods_value_add(struct buf *out, const char *type, const char *value)
{
	const struct value_type *t = type_of(type);

	if (t != NULL)
		t->add(out, value);
}

bool ods_value_is_error(const char *text)
{
	static const char *const errors[] = { "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!",
		"#REF!", "#VALUE!" };

	for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
		if (strcmp(errors[i], text) == 0)
			return true;
	return strncmp(text, "Err:", 4) == 0;
}
