/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The forms behind each ~root, glob and stem of a codebook, and behind phrases
 * that hold such: which words of texts they found, how often, and one example.
 * All words of a document are read, whoever says them.
 */
#ifndef TEMA_CODER_FORMS_H
#define TEMA_CODER_FORMS_H

#include "base/arena.h"
#include "base/intern.h"
#include "coder/engine.h"

struct form_count {
	const struct pattern *pattern;
	const char *form; /* folded; NULL: the pattern found nothing */
	uint64_t count;
	unsigned documents;
	int64_t document;  /* of the example, as it was given */
	const char *words; /* the example: its sentence ... */
	size_t at;	   /* ... and where in it the form begins */
};

struct forms_pattern {
	const struct pattern *pattern;
	uint32_t finder;
	bool found;
};

struct forms {
	struct arena arena;
	struct engine *engine;
	VEC(struct forms_pattern) patterns; /* in the order of the source */
	struct intern seen;		    /* a pattern and a form */
	VEC(struct form_count) rows;
	VEC(int64_t) last; /* by row: the document that counted it last */
};

/* The codebook must outlive it. */
enum rc forms_open(struct forms *f, const struct codebook *cb, struct diags *d, struct err *e);
void forms_read(struct forms *f, const struct document *doc, int64_t document);
/* Rows by pattern in the order of the source, then by count; patterns without a form too. */
void forms_finish(struct forms *f);
void forms_close(struct forms *f);

#endif
