/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/template.h"

#include <string.h>

#include "cli/say.h"
#include "project/manifest_template.h"

static enum rc add_file(struct ctx *c, const char *path, const char *output,
	const struct import_options *o, struct buf *out, struct err *e)
{
	struct import_result found = { 0 };
	enum rc rc = import_file(c->store, &c->who, path, o, &found, e);

	if (rc == RC_OK)
		rc = manifest_template_file(c->store, path, output, o, &found, out, e);
	import_result_release(&found);
	return rc;
}

/* An older one may be filled in already. */
static enum rc check_output(const char *output, struct err *e)
{
	if (*output == '\0' || !file_exists(output))
		return RC_OK;
	return err_set(e, RC_USAGE, "'%s' exists already, and may be filled in; name another file",
		output);
}

enum rc template_write(struct ctx *c, const struct file_list *files,
	const struct import_options *options, const char *output, struct err *e)
{
	struct import_options o = *options;
	const char *path = output != NULL && strcmp(output, "-") != 0 ? output : "";
	struct buf out = BUF_INIT;
	size_t failed = 0;
	enum rc rc = check_output(path, e);

	o.dry_run = true;
	manifest_template_head(&out);
	for (size_t i = 0; rc == RC_OK && i < files->n; i++) {
		struct err one = ERR_INIT;

		progress("look at", i, files->n, "files");
		if (add_file(c, files->items[i], path, &o, &out, &one) == RC_OK)
			continue;
		say_error("import", &one);
		failed++;
	}
	progress_end();
	if (rc == RC_OK && *path != '\0')
		rc = file_write(path, out.data, out.len, e);
	else if (rc == RC_OK)
		out_put(&out);
	if (rc == RC_OK && *path != '\0' && !c->quiet)
		say_plain("'%s': fill it in, then: tema import --manifest %s", path, path);
	buf_release(&out);
	return rc == RC_OK && failed > 0 ? RC_PART : rc;
}
