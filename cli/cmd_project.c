/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/clock.h"
#include "cli/cmd.h"
#include "cli/say.h"
#include "cli/show.h"
#include "cli/sub.h"

static const char *const keys[] = { "title", "author", "institution", "city", "year", "zone",
	"language" };
#define KEYS (sizeof keys / sizeof *keys)

static const char *values[KEYS];

#define KEY_OPT(I, ARG, HELP)                                                                      \
	{                                                                                          \
		.name = #I, .kind = OPT_TEXT, .value = &values[KEY_##I], .arg = ARG, .help = HELP  \
	}
enum { KEY_title, KEY_author, KEY_institution, KEY_city, KEY_year, KEY_zone, KEY_language };

static const struct opt opts[] = {
	KEY_OPT(title, "TEXT", "title of the study, as it stands on the report"),
	KEY_OPT(author, "TEXT", "who wrote the study"),
	KEY_OPT(institution, "TEXT", "university or institution"),
	KEY_OPT(city, "TEXT", "city"),
	KEY_OPT(year, "YEAR", "year"),
	KEY_OPT(zone, "ZONE", "time zone of dates shown: WIB, WITA, WIT, UTC or +07:00"),
	KEY_OPT(language, "id|en", "language of labels and reports"),
};

static enum rc check_values(struct err *e)
{
	const char *zone = values[KEY_zone], *language = values[KEY_language],
		   *year = values[KEY_year];
	int minutes;

	if (zone != NULL && *zone != '\0' && !clock_zone_parse(zone, &minutes))
		return err_set(e, RC_USAGE,
			"--zone is WIB, WITA, WIT, UTC or an offset such as +07:00, not '%s'",
			zone);
	if (language != NULL && *language != '\0' && strcmp(language, "id") != 0 &&
		strcmp(language, "en") != 0)
		return err_set(e, RC_USAGE, "--language is 'id' or 'en', not '%s'", language);
	if (year != NULL && *year != '\0' && (strlen(year) != 4 || !clock_date_valid(year)))
		return err_set(e, RC_USAGE, "--year has four digits, not '%s'", year);
	return RC_OK;
}

static enum rc put_values(struct ctx *c, struct err *e)
{
	struct buf detail = BUF_INIT;
	enum rc rc = store_begin(c->store, &c->who, "project", e);

	for (size_t i = 0; rc == RC_OK && i < KEYS; i++) {
		if (values[i] == NULL)
			continue;
		rc = store_setting_put(c->store, keys[i], values[i], e);
		buf_printf(&detail, "%s%s", detail.len > 0 ? ", " : "", keys[i]);
	}
	if (rc == RC_OK)
		rc = store_detail(c->store, detail.data, e);
	if (rc == RC_OK)
		rc = store_commit(c->store, e);
	else
		store_rollback(c->store);
	buf_release(&detail);
	return rc;
}

static void list_values(struct ctx *c)
{
	struct buf title = BUF_INIT;
	struct table t;

	table_init(&t, "project", "");
	table_column(&t, "key", "setting", COLUMN_CODE, 0);
	table_column(&t, "value", "value", COLUMN_TEXT, 0);
	for (size_t i = 0; i < KEYS; i++) {
		table_row(&t);
		table_text(&t, keys[i]);
		buf_reset(&title);
		seen_add(c->store, REDACT_TEXT, store_setting(c->store, keys[i]), &title);
		table_text(&t, strcmp(keys[i], "title") == 0 ? title.data
							     : store_setting(c->store, keys[i]));
	}
	show_table(c, &t);
	buf_release(&title);
}

static enum rc run(struct ctx *c, struct err *e)
{
	bool change = false;
	enum rc rc = operands(c, 0, 0, "[--title TEXT] ...", e);

	for (size_t i = 0; i < KEYS; i++)
		change = change || values[i] != NULL;
	if (rc == RC_OK)
		rc = check_values(e);
	if (rc == RC_OK && change)
		rc = put_values(c, e);
	if (rc == RC_OK && !change)
		list_values(c);
	return rc;
}

const struct cmd cmd_project = {
	.name = "project",
	.args = "",
	.summary = "Show or set title, author, institution, city, year, zone, language",
	.group = "the study",
	.flags = CMD_WRITE | CMD_LISTS | CMD_FORMAT,
	.opts = opts,
	.nopts = KEYS,
	.help = "Without options it lists the settings. An empty value removes one:\n\n"
		"  tema project --title \"Implementasi program ...\" --author \"Nama\" --zone "
		"WIB\n",
	.run = run,
};
