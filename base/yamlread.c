/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/yamlread.h"

#ifdef HAVE_YAML

#include <stdlib.h>

#include <yaml.h>

#include "base/mem.h"

#define DEPTH_MAX 64

struct yamlread {
	yaml_parser_t parser;
	yaml_event_t event;
	bool held; /* event is to be deleted */
	unsigned depth, documents;
};

bool yamlread_is_there(void)
{
	return true;
}

enum rc yamlread_open(struct yamlread **out, const char *data, size_t len, struct err *e)
{
	struct yamlread *y = mem_zalloc(1, sizeof *y);

	*out = NULL;
	if (!yaml_parser_initialize(&y->parser)) {
		free(y);
		return err_set(e, RC_INPUT, "the YAML parser cannot be started");
	}
	yaml_parser_set_input_string(&y->parser, (const unsigned char *)data, len);
	*out = y;
	return RC_OK;
}

static void drop_event(struct yamlread *y)
{
	if (y->held)
		yaml_event_delete(&y->event);
	y->held = false;
}

void yamlread_close(struct yamlread *y)
{
	if (y == NULL)
		return;
	drop_event(y);
	yaml_parser_delete(&y->parser);
	free(y);
}

static enum rc broken(const struct yamlread *y, struct err *e)
{
	const yaml_parser_t *p = &y->parser;

	return err_set(e, RC_INPUT, "line %zu: not right as YAML: %s",
		(size_t)p->problem_mark.line + 1,
		p->problem != NULL ? p->problem : "it cannot be read");
}

static bool refers(const yaml_event_t *v)
{
	switch (v->type) {
	case YAML_ALIAS_EVENT:
		return true;
	case YAML_SCALAR_EVENT:
		return v->data.scalar.anchor != NULL || v->data.scalar.tag != NULL;
	case YAML_SEQUENCE_START_EVENT:
		return v->data.sequence_start.anchor != NULL || v->data.sequence_start.tag != NULL;
	case YAML_MAPPING_START_EVENT:
		return v->data.mapping_start.anchor != NULL || v->data.mapping_start.tag != NULL;
	default:
		return false;
	}
}

/* Is this one for the caller? */
static bool kind_of(yaml_event_type_t type, enum yaml_kind *kind)
{
	static const struct {
		yaml_event_type_t type;
		enum yaml_kind kind;
	} kinds[] = { { YAML_STREAM_END_EVENT, YAMLREAD_END },
		{ YAML_MAPPING_START_EVENT, YAMLREAD_MAP },
		{ YAML_SEQUENCE_START_EVENT, YAMLREAD_LIST },
		{ YAML_MAPPING_END_EVENT, YAMLREAD_CLOSE },
		{ YAML_SEQUENCE_END_EVENT, YAMLREAD_CLOSE }, { YAML_SCALAR_EVENT, YAMLREAD_TEXT } };

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (kinds[i].type == type) {
			*kind = kinds[i].kind;
			return true;
		}
	return false;
}

static enum rc check(struct yamlread *y, enum yaml_kind kind, struct err *e)
{
	y->depth += kind == YAMLREAD_MAP || kind == YAMLREAD_LIST;
	y->depth -= kind == YAMLREAD_CLOSE;
	if (y->depth > DEPTH_MAX)
		return err_set(
			e, RC_INPUT, "line %u: nested deeper than %d", yamlread_line(y), DEPTH_MAX);
	if (refers(&y->event))
		return err_set(e, RC_INPUT,
			"line %u: anchors, aliases and tags of YAML are not read; write the words "
			"out",
			yamlread_line(y));
	return RC_OK;
}

enum rc yamlread_next(struct yamlread *y, enum yaml_kind *kind, struct err *e)
{
	*kind = YAMLREAD_END;
	for (;;) {
		drop_event(y);
		if (!yaml_parser_parse(&y->parser, &y->event))
			return broken(y, e);
		y->held = true;
		if (y->event.type == YAML_DOCUMENT_START_EVENT && ++y->documents > 1)
			return err_set(
				e, RC_INPUT, "line %u: a second document begins", yamlread_line(y));
		if (y->event.type == YAML_ALIAS_EVENT)
			return check(y, YAMLREAD_TEXT, e);
		if (kind_of(y->event.type, kind))
			return check(y, *kind, e);
	}
}

const char *yamlread_text(const struct yamlread *y, size_t *len)
{
	*len = y->event.data.scalar.length;
	return (const char *)y->event.data.scalar.value;
}

uint32_t yamlread_line(const struct yamlread *y)
{
	return (uint32_t)y->event.start_mark.line + 1;
}

#else

bool yamlread_is_there(void)
{
	return false;
}

enum rc yamlread_open(struct yamlread **out, const char *data, size_t len, struct err *e)
{
	(void)data;
	(void)len;
	*out = NULL;
	return err_set(e, RC_INPUT,
		"this tema was built without libyaml and cannot read YAML; install libyaml-dev and "
		"build it again");
}

void yamlread_close(struct yamlread *y)
{
	(void)y;
}

enum rc yamlread_next(struct yamlread *y, enum yaml_kind *kind, struct err *e)
{
	(void)y;
	*kind = YAMLREAD_END;
	return err_set(e, RC_INPUT, "no YAML is read");
}

const char *yamlread_text(const struct yamlread *y, size_t *len)
{
	(void)y;
	*len = 0;
	return "";
}

uint32_t yamlread_line(const struct yamlread *y)
{
	(void)y;
	return 0;
}

#endif
