/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/import_view.h"

#include <inttypes.h>
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "cli/say.h"

#define TITLE_CELLS 28

static void counted(struct buf *out, uint64_t n, const char *thing, const char *after)
{
	buf_printf(out, "%" PRIu64 " %s%s%s", n, thing, plural(n), after);
}

static void add_numbers(const struct import_parts *p, struct buf *out)
{
	if (p->first == p->last && p->first > 0)
		buf_printf(out, " (document %u)", p->first);
	else if (p->first > 0)
		buf_printf(out, " (documents %u to %u)", p->first, p->last);
}

static void add_example(const struct import_example *one, struct buf *out)
{
	size_t cells, from = out->len;

	buf_adds(out, "  ");
	utf8_clean(one->title, strlen(one->title), out);
	cells = utf8_cells(out->data + from, out->len - from);
	for (; cells < TITLE_CELLS; cells++)
		buf_addc(out, ' ');
	buf_addc(out, ' ');
	counted(out, one->sentences, "sentence", ", ");
	counted(out, one->words, "word", "\n");
}

static void add_new(const struct import_parts *p, struct buf *out)
{
	buf_printf(out, "%s, ", method_names[p->method]);
	counted(out, p->made, "document", "");
	add_numbers(p, out);
	buf_adds(out, ", ");
	counted(out, p->paragraphs, "paragraph", ", ");
	counted(out, p->sentences, "sentence", ", ");
	counted(out, p->words, "word", "");
	if (p->made > 1 && p->shortest < p->longest)
		buf_printf(out, " (%u to %u each)", p->shortest, p->longest);
	buf_addc(out, '\n');
	for (size_t i = 0; i < p->made && i < IMPORT_EXAMPLES; i++)
		add_example(&p->examples[i], out);
	if (p->made > IMPORT_EXAMPLES)
		buf_printf(out, "  ... and %zu more\n", p->made - IMPORT_EXAMPLES);
}

static void add_old(const struct import_parts *p, struct buf *out)
{
	if (p->made > 0)
		buf_adds(out, "  ");
	if (p->same > 0)
		buf_printf(out, "%zu %s here already%s", p->same,
			p->same == 1 ? "document is" : "documents are",
			p->changed > 0 ? ", " : "\n");
	if (p->changed > 0)
		buf_printf(out, "%zu %s here with other content and not imported\n", p->changed,
			p->changed == 1 ? "document is" : "documents are");
}

void import_view_parts(const struct import_result *result, const char *path)
{
	const struct import_parts *p = &result->parts;
	struct buf out = BUF_INIT;

	utf8_clean(file_base(path), strlen(file_base(path)), &out);
	buf_adds(&out, ": ");
	if (p->made > 0)
		add_new(p, &out);
	if (p->same + p->changed > 0)
		add_old(p, &out);
	out_put(&out);
	buf_release(&out);
}
