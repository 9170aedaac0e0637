/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/report.h"

#include "output/writer.h"

extern const struct report report_documents, report_frequency, report_groups, report_matrix,
	report_pairs, report_quotations, report_codebook;

const struct report *const reports[] = {
	&report_documents,
	&report_frequency,
	&report_groups,
	&report_matrix,
	&report_pairs,
	&report_quotations,
	&report_codebook,
	NULL,
};

static enum rc write_one(const struct report *r, const struct study *st, struct store *s,
	const char *folder, struct file_list *written, struct err *e)
{
	struct writer_options o = { st->options.lang, 0, false };
	struct buf csv = BUF_INIT;
	struct table t = { .arena = ARENA_INIT };
	char *path = mem_printf("%s/%s.csv", folder, r->key);
	enum rc rc = r->make(st, s, &t, e);

	if (rc == RC_OK) {
		writer_csv.write(&t, &o, &csv);
		rc = file_write(path, csv.data, csv.len, e);
	}
	if (rc == RC_OK)
		vec_push(written, path);
	else
		free(path);
	table_release(&t);
	buf_release(&csv);
	return rc;
}

enum rc report_csv(const struct study *st, struct store *s, const char *folder,
	struct file_list *written, struct err *e)
{
	enum rc rc = file_mkdirs(folder, e);

	for (const struct report *const *r = reports; rc == RC_OK && *r != NULL; r++)
		rc = write_one(*r, st, s, folder, written, e);
	return rc;
}
