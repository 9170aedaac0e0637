/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The methods paragraph: what was done with the texts, in sentences that a thesis can take over. */
#include "coder/engine.h"
#include "reports/page.h"

static void add_sentence(struct page *p, struct buf *out, enum text t, const char *const *args)
{
	if (out->len > 0)
		buf_addc(out, ' ');
	text_fill(out, t, p->lang, args);
}

/* A file that is in use, also one of word lists alone. */
static bool is_run(const struct study_codebook *cb)
{
	return !cb->is_project && cb->sha[0] != '\0';
}

/* "jones versi 1 (sidik SHA-256 ab12...), emerson ... dan servo ..." */
static void name_codebooks(struct page *p, struct buf *out)
{
	size_t n = 0, i = 0;

	vec_each (const struct study_codebook, cb, &p->st->codebooks)
		n += is_run(cb);
	vec_each (const struct study_codebook, cb, &p->st->codebooks) {
		if (!is_run(cb))
			continue;
		if (i > 0)
			buf_printf(out, "%s%s ",
				i + 1 < n ? ","
				: n > 2	  ? ","
					  : "",
				i + 1 < n ? "" : "");
		if (i > 0 && i + 1 == n)
			buf_printf(out, "%s ", text_of(T_AND, p->lang));
		buf_adds(out, cb->name);
		if (cb->declared[0] != '\0')
			buf_printf(out, " %s %s", text_of(T_VERSION, p->lang), cb->declared);
		buf_adds(out, " (");
		text_fill(out, T_SHA, p->lang, (const char *const[]){ cb->sha });
		buf_addc(out, ')');
		i++;
	}
}

static void add_precoding(struct page *p, struct buf *out)
{
	struct buf books = BUF_INIT;
	uint64_t open_codes = 0;

	name_codebooks(p, &books);
	if (books.len > 0)
		add_sentence(p, out, T_METHODS_PRECODE,
			(const char *const[]){ VERSION, engine_name(), books.data });
	vec_each (const struct study_codebook, cb, &p->st->codebooks)
		if (cb->extends[0] != '\0')
			add_sentence(p, out, T_METHODS_EXTENDS,
				(const char *const[]){ cb->name, cb->extends });
	vec_each (const struct study_code, code, &p->st->codes)
		open_codes += code->is_project;
	if (open_codes > 0)
		add_sentence(p, out, T_METHODS_OPEN,
			(const char *const[]){ page_number(p, open_codes) });
	if (p->st->relabelled + p->st->moved + p->st->merged + p->st->retired > 0)
		add_sentence(p, out, T_METHODS_CODES,
			(const char *const[]){ page_number(p, p->st->relabelled),
				page_number(p, p->st->moved), page_number(p, p->st->merged),
				page_number(p, p->st->retired) });
	buf_release(&books);
}

static void add_decisions(struct page *p, struct buf *out)
{
	const struct study *st = p->st;
	struct buf coders = BUF_INIT;

	vec_each (const char *, name, &st->coders)
		buf_printf(&coders, "%s%s", coders.len > 0 ? ", " : "", *name);
	if (st->confirmed + st->rejected + st->unsure == 0) {
		add_sentence(p, out, T_METHODS_NONE, NULL);
	} else {
		add_sentence(p, out, T_METHODS_DECIDED,
			(const char *const[]){ coders.data, page_number(p, st->confirmed),
				page_number(p, st->rejected), page_number(p, st->unsure),
				page_number(p, st->open) });
		add_sentence(p, out, T_METHODS_VIA,
			(const char *const[]){ page_number(p, st->single), page_number(p, st->bulk),
				page_number(p, st->hand), page_number(p, st->other) });
	}
	buf_release(&coders);
}

enum rc page_methods(struct page *p, struct err *e)
{
	const struct study *st = p->st;
	struct buf out = BUF_INIT;

	(void)e;
	add_sentence(p, &out, T_METHODS_DATA,
		(const char *const[]){ page_number(p, st->documents.n),
			page_number(p, st->informants), page_number(p, st->words) });
	add_precoding(p, &out);
	add_decisions(p, &out);
	add_sentence(p, &out, T_NOTE_COUNTED, NULL);
	if (st->options.include_suggested)
		add_sentence(p, &out, T_NOTE_COUNTED_SUGGESTED, NULL);
	add_sentence(p, &out, T_METHODS_COUNTING, NULL);
	page_paragraph(p, NULL, out.data);
	buf_release(&out);
	return RC_OK;
}
