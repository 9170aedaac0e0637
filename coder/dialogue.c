/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coder/dialogue.h"

#include <string.h>

#include "base/diag.h"
#include "corpus/draft.h"
#include "corpus/turns.h"

#define INTERVIEWER "T"
#define INFORMANT "J"

static const struct speaker_hint hints[] = {
	{ INTERVIEWER, NULL, NULL, ROLE_INTERVIEWER },
	{ INFORMANT, NULL, NULL, ROLE_INFORMANT },
};

bool dialogue_is_empty(const char *text)
{
	return text[strspn(text, " \t\n")] == '\0';
}

/* "T: " or "J: " at the start of a line: the label, and *line moves behind it. */
static const char *take_label(const char **line, const char *end)
{
	const char *p = *line;
	const char *label;

	if (end - p < 2 || p[1] != ':' || (p[0] != INTERVIEWER[0] && p[0] != INFORMANT[0]))
		return NULL;
	label = p[0] == INTERVIEWER[0] ? INTERVIEWER : INFORMANT;
	for (p += 2; p < end && *p == ' ';)
		p++;
	*line = p;
	return label;
}

static void new_para(struct draft *draft, const char *label)
{
	draft_para(draft, PARA_BODY);
	draft_label(draft, label, strlen(label));
}

/* Lines of a dialogue are turns; an empty line parts paragraphs; other lines go on. */
static void fill(struct draft *draft, const char *text)
{
	const char *end = text + strlen(text), *speaker = INFORMANT;
	bool open = false;

	while (text < end) {
		const char *eol = memchr(text, '\n', (size_t)(end - text));
		const char *stop = eol != NULL ? eol : end;
		const char *label = take_label(&text, stop);

		if (label != NULL)
			speaker = label;
		if (!open || label != NULL || text == stop)
			new_para(draft, speaker);
		else
			draft_text(draft, "\n", 1);
		open = true;
		draft_text(draft, text, (size_t)(stop - text));
		text = eol != NULL ? eol + 1 : end;
	}
}

enum rc dialogue_document(const char *text, struct document **out, struct err *e)
{
	struct diags remarks = DIAGS_INIT;
	struct draft draft;
	enum rc rc;

	draft_init(&draft);
	fill(&draft, text);
	draft_end(&draft);
	rc = document_build(
		&draft, METHOD_INTERVIEW, hints, sizeof hints / sizeof *hints, out, &remarks, e);
	draft_release(&draft);
	diags_release(&remarks);
	return rc;
}
