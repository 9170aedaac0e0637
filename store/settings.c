/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/utf8.h"
#include "store/fact.h"

const char *store_setting(struct store *s, const char *key)
{
	struct err ignored = ERR_INIT;
	struct query q;

	buf_reset(&s->setting);
	query_start(&q, s, SQL_SETTING, &ignored, "t", key);
	if (query_next(&q))
		buf_adds(&s->setting, query_text(&q, 1));
	query_end(&q);
	return s->setting.data;
}

enum rc store_setting_put(struct store *s, const char *key, const char *value, struct err *e)
{
	bool remove = value == NULL || *value == '\0', same = false;
	int64_t row = 0, content;
	struct query q;
	enum rc rc = op_needed(s, e);

	if (rc != RC_OK)
		return rc;
	query_start(&q, s, SQL_SETTING, e, "t", key);
	if (query_next(&q)) {
		row = query_int(&q, 0);
		same = !remove && strcmp(query_text(&q, 1), value) == 0;
	}
	rc = query_end(&q);
	if (rc != RC_OK || same)
		return rc;
	if (row != 0)
		rc = fact_end(s, FACT_SETTING, row, e);
	if (rc != RC_OK || remove)
		return rc;
	rc = content_adds(s, "setting", value, &content, e);
	return rc == RC_OK ? fact_add(s, FACT_SETTING, NULL, NULL, e, "ti", key, content) : rc;
}
