/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every speaker of the reference transcripts is found as often as it speaks.
 *
 * The table counts labels in the files; a label stands in front of a paragraph here,
 * while a turn may hold several of them.  Captions are another case: their reader puts
 * cues of one speaker together, so only who speaks can be compared.
 */
#include "unit.h"

#include <string.h>

#include "base/diag.h"
#include "base/mem.h"
#include "corpus/reader.h"
#include "corpus/turns.h"

static const char *const extensions[] = { ".md", ".markdown", ".txt", ".vtt", ".srt", ".docx",
	".htm", NULL };

static bool is_handled(const char *file)
{
	const char *dot = strrchr(file, '.');

	for (const char *const *x = extensions; *x != NULL; x++)
		if (dot != NULL && strcmp(dot, *x) == 0)
			return true;
	return false;
}

static struct document *load(const char *path)
{
	struct buf data = BUF_INIT;
	struct diags d = DIAGS_INIT;
	struct draft draft;
	struct document *doc = NULL;
	const struct reader *reader;
	struct err e = ERR_INIT;

	draft_init(&draft);
	ck_assert_int_eq(file_read(path, 1 << 26, &data, &e), RC_OK);
	reader = reader_for(path, data.data, data.len, &e);
	ck_assert_msg(reader != NULL, "%s", e.msg);
	ck_assert_msg(
		reader->read(path, data.data, data.len, &draft, &d, &e) == RC_OK, "%s", e.msg);
	ck_assert_int_eq(document_build(&draft, METHOD_INTERVIEW, NULL, 0, &doc, &d, &e), RC_OK);
	draft_release(&draft);
	diags_release(&d);
	buf_release(&data);
	return doc;
}

static int32_t label_index(const struct document *doc, const char *text)
{
	for (size_t i = 0; i < doc->labels.n; i++)
		if (strcmp(doc->labels.items[i].text, text) == 0)
			return (int32_t)i;
	return -1;
}

/* How often the label stands in the text that belongs to no paragraph. */
static unsigned count_labels(const struct document *doc, const char *label)
{
	unsigned n = 0;
	uint32_t end = 0;

	for (size_t i = 0; i <= doc->paras.n; i++) {
		uint32_t start = i < doc->paras.n ? doc->paras.items[i].start : (uint32_t)doc->len;
		const char *p = doc->text + end, *stop = doc->text + start;

		while ((p = memmem(p, (size_t)(stop - p), label, strlen(label))) != NULL) {
			n++;
			p += strlen(label);
		}
		if (i < doc->paras.n)
			end = doc->paras.items[i].end;
	}
	return n;
}

struct row {
	char *file, *label;
	unsigned turns;
};

static bool parse_row(char *line, struct row *r)
{
	char *fields[4], *save = NULL;

	for (int i = 0; i < 4; i++) {
		fields[i] = strtok_r(i == 0 ? line : NULL, "\t", &save);
		if (fields[i] == NULL)
			return false;
	}
	r->file = fields[0];
	r->label = fields[2];
	r->turns = (unsigned)strtoul(fields[3], NULL, 10);
	return r->turns > 0;
}

static void check_row(const struct document *doc, const struct row *r)
{
	int32_t label = label_index(doc, r->label);
	bool captions = strstr(r->file, ".vtt") != NULL || strstr(r->file, ".srt") != NULL;
	unsigned found = count_labels(doc, r->label);

	/* A label without words ("**Break:**") is none of the document's. */
	if (label < 0) {
		ck_assert_msg(
			strcmp(r->label, "Break") == 0, "%s: %s not found", r->file, r->label);
		return;
	}
	ck_assert_uint_le(doc->labels.items[label].turns, r->turns);
	if (!captions)
		ck_assert_msg(found == r->turns, "%s: %s stands %u times, not %u", r->file,
			r->label, found, r->turns);
}

START_TEST(finds_the_speakers_of_the_reference_transcripts)
{
	const char *table = unit_shared("data/transcripts/expected-turns.tsv");
	struct buf text = BUF_INIT;
	struct err e = ERR_INIT;
	struct document *doc = NULL;
	char *file = NULL, *save = NULL;
	unsigned rows = 0;

	if (table == NULL)
		return;
	ck_assert_int_eq(file_read(table, 1 << 20, &text, &e), RC_OK);
	for (char *line = strtok_r(text.data, "\n", &save); line != NULL;
		line = strtok_r(NULL, "\n", &save)) {
		struct row r;

		if (!parse_row(line, &r) || !is_handled(r.file))
			continue;
		if (file == NULL || strcmp(file, r.file) != 0) {
			document_free(doc);
			file = r.file;
			doc = load(unit_shared(unit_keep(mem_printf("data/transcripts/%s", file))));
		}
		check_row(doc, &r);
		rows++;
	}
	fprintf(stderr, "# %u rows agree\n", rows);
	ck_assert_uint_ge(rows, 97);
	document_free(doc);
	buf_release(&text);
}
END_TEST

/* Long reports and stories about interviews hold colons, but no dialogue. */
START_TEST(finds_no_speakers_in_reports)
{
	static const char *const files[] = { "cipta-media/laporan",
		"cipta-media/narasi-wawancara" };

	for (size_t i = 0; i < 2; i++) {
		const char *dir =
			unit_shared(unit_keep(mem_printf("data/transcripts/%s", files[i])));
		struct file_list list = VEC_INIT;
		struct err e = ERR_INIT;

		if (dir == NULL)
			return;
		ck_assert_int_eq(file_walk(dir, &list, &e), RC_OK);
		for (size_t k = 0; k < list.n; k++) {
			struct document *doc = load(list.items[k]);

			ck_assert_msg(doc->labels.n == 0, "%s: %s", list.items[k],
				doc->labels.n > 0 ? doc->labels.items[0].text : "");
			document_free(doc);
		}
		file_list_release(&list);
	}
}
END_TEST

UNIT_MAIN("expected turns", finds_the_speakers_of_the_reference_transcripts,
	finds_no_speakers_in_reports)
