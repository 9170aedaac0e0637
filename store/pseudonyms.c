/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/pseudonyms.h"

#include <string.h>

#include "store/fact.h"

enum rc store_pseudonyms(struct store *s, store_pseudonym_fn *fn, void *arg, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_PSEUDONYMS, e, "");
	while (query_next(&q)) {
		struct store_pseudonym p = { query_int(&q, 0), query_text(&q, 1),
			query_text(&q, 2) };

		q.rc = fn(&p, arg, e);
	}
	return query_end(&q);
}

enum rc store_pseudonym_add(struct store *s, const char *find, const char *replace, struct err *e)
{
	int64_t content;
	enum rc rc = op_needed(s, e);

	if (rc == RC_OK)
		rc = content_adds(s, "pseudonym", find, &content, e);
	return rc == RC_OK ? fact_add(s, FACT_PSEUDONYM, NULL, NULL, e, "it", content, replace)
			   : rc;
}

enum rc store_pseudonym_end(struct store *s, int64_t row, struct err *e)
{
	enum rc rc = op_needed(s, e);

	return rc == RC_OK ? fact_end(s, FACT_PSEUDONYM, row, e) : rc;
}

void store_hide(struct store *s, struct redactor *r)
{
	redactor_free(s->redactor);
	s->redactor = r;
}

const struct redactor *store_hidden(const struct store *s)
{
	return s->redactor;
}

static int word_number(const char *word, const char *const *names)
{
	for (int i = 0; names[i] != NULL; i++)
		if (strcmp(names[i], word) == 0)
			return i;
	return 0;
}

static enum rc aliases(
	struct store *s, enum sql_id which, store_alias_fn *fn, void *arg, struct err *e)
{
	struct query q;

	query_start(&q, s, which, e, "");
	while (query_next(&q)) {
		struct store_alias a = { query_int(&q, 0), query_int(&q, 1), query_text(&q, 2),
			query_text(&q, 3), query_text(&q, 4),
			strcmp(query_text(&q, 5), "name") != 0,
			(enum role)word_number(query_text(&q, 6), role_names),
			(enum speaker_kind)word_number(query_text(&q, 7), speaker_kind_names) };

		q.rc = fn(&a, arg, e);
	}
	return query_end(&q);
}

enum rc store_aliases(struct store *s, store_alias_fn *fn, void *arg, struct err *e)
{
	return aliases(s, SQL_ALIASES, fn, arg, e);
}

enum rc store_former_names(struct store *s, store_alias_fn *fn, void *arg, struct err *e)
{
	return aliases(s, SQL_FORMER_NAMES, fn, arg, e);
}

enum rc store_notes(struct store *s, store_note_fn *fn, void *arg, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_NOTES, e, "");
	while (query_next(&q))
		q.rc = fn(query_text(&q, 0), arg, e);
	return query_end(&q);
}
