/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes made in the project (open coding). */
#include <string.h>

#include "base/utf8.h"
#include "store/code_ids.h"
#include "store/codebooks.h"
#include "store/fact.h"

/* "Rasa malu & takut" gives RASA-MALU-TAKUT: letters and digits of ASCII, the rest parts words. */
static void key_of(const char *label, struct buf *out)
{
	bool gap = false;

	for (; *label != '\0'; label++) {
		char c = *label >= 'a' && *label <= 'z' ? (char)(*label - 'a' + 'A') : *label;
		bool letter = c >= 'A' && c <= 'Z', digit = c >= '0' && c <= '9';

		if (!letter && !(digit && out->len > 0)) {
			gap = out->len > 0;
			continue;
		}
		if (gap)
			buf_addc(out, '-');
		gap = false;
		buf_addc(out, c);
	}
	if (out->len == 0)
		buf_adds(out, "KODE");
}

static bool is_key(const char *s)
{
	size_t n = 0;

	for (; s[n] != '\0'; n++) {
		char c = s[n];
		bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');

		if (!letter && !(n > 0 && ((c >= '0' && c <= '9') || c == '-' || c == '_')))
			return false;
	}
	return n > 0 && n <= 63;
}

/* The codebook `project` and its one version, which has no source. */
static enum rc take_project_codebook(
	struct store *s, int64_t *codebook, int64_t *version, struct err *e)
{
	static const uint8_t no_source[SHA256_LEN];
	struct uid uid, version_id;
	int64_t active = 0;
	enum rc rc = sql_int(s, SQL_CODEBOOK_BY_NAME, codebook, e, "t", PROJECT_CODEBOOK);

	codebook_uid(PROJECT_CODEBOOK, &uid);
	version_uid(&uid, no_source, &version_id);
	if (rc == RC_OK && *codebook == 0)
		rc = fact_add(
			s, FACT_CODEBOOK, &uid, codebook, e, "tt", PROJECT_CODEBOOK, "project");
	if (rc == RC_OK)
		rc = sql_int(s, SQL_VERSION_BY_SHA, version, e, "ib", *codebook,
			(const void *)no_source, sizeof no_source);
	if (rc == RC_OK && *version == 0)
		rc = fact_add(s, FACT_VERSION, &version_id, version, e, "ibtn", *codebook,
			(const void *)no_source, sizeof no_source, "");
	if (rc == RC_OK)
		rc = sql_int(s, SQL_ACTIVE, &active, e, "i", *codebook);
	if (rc == RC_OK && active == 0)
		rc = fact_add(s, FACT_ACTIVE, NULL, NULL, e, "ii", *codebook, *version);
	return rc;
}

/* The code of this key, new or one whose making was undone. */
static enum rc take_code(struct store *s, int64_t codebook, int64_t version, const char *key,
	int64_t *id, struct err *e)
{
	int64_t text = 0;
	enum rc rc = sql_int(s, SQL_CODE_BY_KEY, id, e, "it", codebook, key);

	if (rc == RC_OK && *id != 0) {
		rc = sql_int(s, SQL_CODE_TEXT, &text, e, "ii", *id, version);
		if (rc == RC_OK && text != 0)
			rc = err_set(e, RC_INPUT, "there is a code 'project.%s' already", key);
		return rc;
	}
	if (rc == RC_OK)
		rc = fact_add(s, FACT_CODE, NULL, id, e, "i", codebook);
	if (rc == RC_OK)
		rc = fact_add(s, FACT_CODE_KEY, NULL, NULL, e, "iti", codebook, key, *id);
	return rc;
}

enum rc store_code_new(struct store *s, const char *key, const char *label, const char *definition,
	int64_t parent, int64_t *id, struct err *e)
{
	struct buf made = BUF_INIT;
	int64_t codebook, version, seq = 0;
	enum rc rc = op_needed(s, e);

	*id = 0;
	if (key == NULL)
		key_of(label, &made);
	else
		buf_adds(&made, key);
	if (rc == RC_OK && !is_key(made.data))
		rc = err_set(e, RC_INPUT,
			"'%s' is no key for a code: letters, digits, '-' and '_', at most 63",
			made.data);
	if (rc == RC_OK && label != NULL && !utf8_valid(label, strlen(label), NULL))
		rc = err_set(e, RC_INPUT, "the label is no valid UTF-8");
	if (rc == RC_OK)
		rc = take_project_codebook(s, &codebook, &version, e);
	if (rc == RC_OK)
		rc = take_code(s, codebook, version, made.data, id, e);
	if (rc == RC_OK)
		rc = sql_int(s, SQL_CODE_TEXT_NEXT, &seq, e, "i", version);
	if (rc == RC_OK)
		rc = fact_add(s, FACT_CODE_TEXT, NULL, NULL, e, "iiointtttnnnnn", *id, version,
			parent, seq, made.data, label, (const char *)NULL, definition);
	buf_release(&made);
	return rc;
}

enum rc store_code_define(struct store *s, int64_t code, const char *definition, struct err *e)
{
	struct query q;
	bool own, same = false;
	enum rc rc = op_needed(s, e);
	int64_t row = 0, version = 0, parent = 0, seq = 0;
	char *key = NULL, *label_id = NULL, *label_en = NULL;

	if (rc == RC_OK && !utf8_valid(definition, strlen(definition), NULL))
		rc = err_set(e, RC_INPUT, "the definition is no valid UTF-8");
	if (rc != RC_OK)
		return rc;
	query_start(&q, s, SQL_CODE_TEXT_OWN, e, "i", code);
	own = query_next(&q);
	if (own) {
		row = query_int(&q, 0);
		version = query_int(&q, 1);
		parent = query_int(&q, 2);
		seq = query_int(&q, 3);
		key = mem_strdup(query_text(&q, 4));
		label_id = query_null(&q, 5) ? NULL : mem_strdup(query_text(&q, 5));
		label_en = query_null(&q, 6) ? NULL : mem_strdup(query_text(&q, 6));
		same = strcmp(query_text(&q, 7), definition) == 0;
	}
	rc = query_end(&q);
	if (rc == RC_OK && !own)
		rc = err_set(e, RC_INPUT, "the definition of a codebook's code stands in its file");
	if (rc == RC_OK && !same)
		rc = fact_end(s, FACT_CODE_TEXT, row, e);
	if (rc == RC_OK && !same)
		rc = fact_add(s, FACT_CODE_TEXT, NULL, NULL, e, "iiointtttnnnnn", code, version,
			parent, seq, key, label_id, label_en, definition);
	free(key);
	free(label_id);
	free(label_en);
	return rc;
}
