/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/utf8.h"
#include "cli/cmd.h"
#include "cli/import_view.h"
#include "cli/replace_view.h"
#include "cli/say.h"
#include "cli/sub.h"
#include "cli/template.h"
#include "corpus/rejoin.h"
#include "project/import.h"

static const char *method, *date, *place, *title, *manifest_path, *speaker_column, *id_column,
	*sheet;
static struct opt_list speakers, vars, text_columns;
static int rows = -1;
static int rejoin = -1;
static const char *output;
static const char *replaced;
static bool keep_original, template;

static const struct opt opts[] = {
	{ .name = "method",
		.letter = 'm',
		.kind = OPT_TEXT,
		.value = &method,
		.arg = "METHOD",
		.help = "interview, observation, document, fgd or survey" },
	{ .name = "date",
		.kind = OPT_TEXT,
		.value = &date,
		.arg = "DATE",
		.help = "2024-08-17, 2024-08 or 2024" },
	{ .name = "place",
		.kind = OPT_TEXT,
		.value = &place,
		.arg = "TEXT",
		.help = "where it took place" },
	{ .name = "title",
		.kind = OPT_TEXT,
		.value = &title,
		.arg = "TEXT",
		.help = "title (else the file's name)" },
	{ .name = "speaker",
		.letter = 's',
		.kind = OPT_LIST,
		.value = &speakers,
		.arg = "LABEL=NAME:ROLE",
		.help = "who a label is; ROLE is interviewer, informant or other" },
	{ .name = "var",
		.kind = OPT_LIST,
		.value = &vars,
		.arg = "KEY=VALUE",
		.help = "variable of the documents" },
	{ .name = "manifest",
		.kind = OPT_TEXT,
		.value = &manifest_path,
		.arg = "CSV",
		.help = "table of files, labels, names, codes, roles, groups" },
	{ .name = "manifest-template",
		.kind = OPT_FLAG,
		.value = &template,
		.help = "print such a table for FILE..., to be filled in; import nothing" },
	{ .name = "output",
		.letter = 'o',
		.kind = OPT_TEXT,
		.value = &output,
		.arg = "CSV",
		.help = "write the table to this file" },
	{ .name = "replace",
		.kind = OPT_TEXT,
		.value = &replaced,
		.arg = "DOC",
		.help = "FILE is the corrected text of document DOC; its codings go along" },
	{ .name = "rejoin",
		.kind = OPT_CHOICE,
		.value = &rejoin,
		.arg = "auto|yes|no",
		.choices = rejoin_names,
		.help = "join lines that were cut at one width (plain text, Markdown)" },
	{ .name = "text-column",
		.kind = OPT_LIST,
		.value = &text_columns,
		.arg = "NAME",
		.help = "column of a table that holds the text; once for each of several" },
	{ .name = "speaker-column",
		.kind = OPT_TEXT,
		.value = &speaker_column,
		.arg = "NAME",
		.help = "column that names the speaker" },
	{ .name = "rows",
		.kind = OPT_CHOICE,
		.value = &rows,
		.arg = "turns|document",
		.choices = reader_rows_names,
		.help = "rows of a table are turns of one document, or each is a document" },
	{ .name = "id-column",
		.kind = OPT_TEXT,
		.value = &id_column,
		.arg = "NAME",
		.help = "column that tells which rows are one document" },
	{ .name = "sheet",
		.kind = OPT_TEXT,
		.value = &sheet,
		.arg = "NAME",
		.help = "sheet of a workbook (else the first with something in it)" },
	{ .name = "keep-original",
		.kind = OPT_FLAG,
		.value = &keep_original,
		.help = "store the file's bytes too" },
};

struct run {
	struct ctx *c;
	struct arena arena;
	VEC(struct speaker_hint) hints;
	VEC(struct attr) attrs;
	bool *hints_used;
	struct import_options options;
	struct manifest *manifest;
	unsigned imported, same, failed, attention;
};

/* The columns of texts as one string, a line each. */
static const char *join_columns(struct run *r)
{
	struct buf b = BUF_INIT;
	const char *out;

	vec_each (const char *, name, &text_columns)
		buf_printf(&b, "%s%s", b.len > 0 ? "\n" : "", *name);
	out = b.len > 0 ? arena_dup(&r->arena, b.data, b.len) : NULL;
	buf_release(&b);
	return out;
}

static enum rc parse_reading(struct run *r, struct err *e)
{
	r->options.reader.text_column = join_columns(r);
	r->options.reader.speaker_column = speaker_column;
	r->options.reader.id_column = id_column;
	r->options.reader.sheet = sheet;
	if (rejoin >= 0)
		r->options.reader.rejoin = (enum rejoin)rejoin;
	if (rows >= 0)
		r->options.reader.rows = (enum reader_rows)(ROWS_TURNS + rows);
	if (id_column != NULL && r->options.reader.rows == ROWS_TURNS)
		return err_set(e, RC_USAGE,
			"--id-column tells which rows are one document; with --rows turns all are");
	return RC_OK;
}

/* LABEL=NAME:ROLE, NAME or :ROLE may be missing. */
static enum rc parse_speaker(struct run *r, const char *word, struct err *e)
{
	struct speaker_hint hint = { .role = -1 };
	const char *equals = strchr(word, '='),
		   *colon = equals != NULL ? strrchr(equals, ':') : NULL;
	size_t name_len;

	if (equals == NULL || equals == word)
		return err_set(e, RC_USAGE,
			"--speaker is LABEL=NAME:ROLE (\"P=Peneliti:interviewer\"), not '%s'",
			word);
	name_len = colon != NULL ? (size_t)(colon - equals - 1) : strlen(equals + 1);
	hint.label = arena_dup(&r->arena, word, (size_t)(equals - word));
	hint.name = name_len > 0 ? arena_dup(&r->arena, equals + 1, name_len) : NULL;
	if (colon != NULL && (hint.role = role_parse(colon + 1)) < 0)
		return err_set(
			e, RC_USAGE, "'%s' is no role: interviewer, informant or other", colon + 1);
	vec_push(&r->hints, hint);
	return RC_OK;
}

static enum rc parse_var(struct run *r, const char *word, struct err *e)
{
	const char *equals = strchr(word, '=');

	if (equals == NULL || equals == word || equals[1] == '\0')
		return err_set(
			e, RC_USAGE, "--var is KEY=VALUE (\"lokasi=Sukamulya\"), not '%s'", word);
	vec_push(&r->attrs,
		((struct attr){ arena_dup(&r->arena, word, (size_t)(equals - word)), equals + 1 }));
	return RC_OK;
}

static enum rc parse_options(struct run *r, struct err *e)
{
	enum rc rc = RC_OK;

	r->options = (struct import_options){ .method = -1,
		.title = title,
		.date = date,
		.place = place,
		.keep_original = keep_original,
		.dry_run = r->c->dry_run };
	if (method != NULL && (r->options.method = method_parse(method)) < 0)
		return err_set(e, RC_USAGE,
			"'%s' is no method: interview, observation, document, fgd or survey",
			method);
	if (date != NULL && !clock_date_valid(date))
		return err_set(
			e, RC_USAGE, "--date is 2024-08-17, 2024-08 or 2024, not '%s'", date);
	rc = parse_reading(r, e);
	vec_each (const char *, word, &speakers)
		if (rc == RC_OK)
			rc = parse_speaker(r, *word, e);
	vec_each (const char *, word, &vars)
		if (rc == RC_OK)
			rc = parse_var(r, *word, e);
	r->options.hints = r->hints.items;
	r->options.nhints = r->options.nshared = r->hints.n;
	r->options.hints_used = r->hints_used = mem_zalloc(r->hints.n + 1, sizeof *r->hints_used);
	r->options.vars = r->attrs.items;
	r->options.nvars = r->attrs.n;
	return rc;
}

static void count_bytes(const struct document *doc, uint32_t *by_label)
{
	vec_each (const struct para, para, &doc->paras) {
		const struct label *label = document_speaker_of(doc, para);

		if (label != NULL)
			by_label[label - doc->labels.items] += para->end - para->start;
	}
}

static void print_label(const struct label *label, uint32_t bytes, uint64_t all, struct buf *out)
{
	int cells = (int)utf8_cells(label->text, strlen(label->text));

	buf_printf(out, "  %s%*s %-12s %4u turn%s %3u%% of the text", label->text,
		cells < 20 ? 20 - cells : 0, "", role_names[label->role], label->turns,
		label->turns == 1 ? ", " : "s,",
		all > 0 ? (unsigned)(100.0 * bytes / (double)all + 0.5) : 0);
	if (label->kind == SPEAKER_GROUP)
		buf_adds(out, "  group");
	if (label->code != NULL)
		buf_printf(out, "  code %s", label->code);
	if (!label->sure)
		buf_adds(out, "  role unsure");
	buf_addc(out, '\n');
}

static void counted(struct buf *out, size_t n, const char *thing, const char *after)
{
	buf_printf(out, "%zu %s%s%s", n, thing, plural(n), after);
}

static void print_found(const struct import_result *result, const char *path)
{
	const struct document *doc = result->doc;
	uint32_t *bytes = mem_zalloc(doc->labels.n + 1, sizeof *bytes);
	struct buf out = BUF_INIT;
	uint64_t all = 0;

	count_bytes(doc, bytes);
	vec_each (const struct para, para, &doc->paras)
		all += para->end - para->start;
	utf8_clean(file_base(path), strlen(file_base(path)), &out);
	if (result->number > 0)
		buf_printf(&out, " (document %u)", result->number);
	buf_printf(&out, ": %s, ", method_names[doc->method]);
	counted(&out, doc->paras.n, "paragraph", ", ");
	if (doc->labels.n > 0)
		counted(&out, doc->turns.n, "turn", ", ");
	counted(&out, doc->sentences.n, "sentence", doc->labels.n > 0 ? "\n" : ", no speakers\n");
	for (size_t i = 0; i < doc->labels.n; i++)
		print_label(&doc->labels.items[i], bytes[i], all, &out);
	out_put(&out);
	buf_release(&out);
	free(bytes);
}

static void report_outcome(struct run *r, const struct import_result *result, const char *path)
{
	if (result->many) {
		r->imported += result->outcome == IMPORT_NEW;
		r->same += result->outcome != IMPORT_NEW;
		if (!r->c->quiet || result->parts.made + result->parts.changed > 0)
			import_view_parts(result, path);
		r->attention += result->outcome == IMPORT_DIFFERS;
	} else if (result->outcome == IMPORT_NEW) {
		r->imported++;
		print_found(result, path);
	} else {
		r->same++;
		if (!r->c->quiet)
			say_plain("%s: is document %u already%s", file_base(path), result->number,
				result->outcome == IMPORT_DIFFERS ? "; it was not imported again:"
								  : "");
		r->attention += result->outcome == IMPORT_DIFFERS;
	}
}

static enum rc import_one(struct run *r, const char *path, struct err *e)
{
	struct import_options options = r->options;
	struct import_result result = { 0 };
	enum rc rc;

	if (r->manifest != NULL && !manifest_options(r->manifest, path, &options))
		say_plain("%s: not in the manifest; imported with the options given here", path);
	rc = import_file(r->c->store, &r->c->who, path, &options, &result, e);
	if (rc == RC_OK) {
		report_outcome(r, &result, path);
		if (!r->c->quiet || result.attention)
			say_diags(&result.remarks);
		r->attention += result.attention;
	}
	import_result_release(&result);
	return rc;
}

/* What is in a folder, but for the study's own files: nobody meant those. */
static enum rc collect_folder(const char *folder, struct file_list *files, struct err *e)
{
	struct file_list found = VEC_INIT;
	enum rc rc = file_walk(folder, &found, e);

	vec_each (char *, path, &found)
		if (strcmp(file_ext(*path), "tema") == 0 ||
			strcmp(file_ext(*path), "codebook") == 0)
			say_plain("%s: passed over, it is no transcript", *path);
		else
			vec_push(files, mem_strdup(*path));
	file_list_release(&found);
	return rc;
}

/* The files named, those of folders, those of the manifest. */
static enum rc collect(struct run *r, struct file_list *files, struct err *e)
{
	enum rc rc = RC_OK;

	vec_each (const char *, word, &r->c->rest) {
		if (rc == RC_OK && file_is_dir(*word))
			rc = collect_folder(*word, files, e);
		else if (rc == RC_OK)
			vec_push(files, mem_strdup(*word));
	}
	for (size_t i = 0;
		r->manifest != NULL && r->c->rest.n == 0 && i < manifest_files(r->manifest); i++)
		vec_push(files, mem_strdup(manifest_file(r->manifest, i)));
	if (rc == RC_OK && files->n == 0 && r->c->rest.n > 0)
		rc = err_set(e, RC_INPUT, "there are no files in '%s'", r->c->rest.items[0]);
	if (rc == RC_OK && files->n == 0)
		rc = err_set(e, RC_USAGE,
			"no files given; usage: tema import FILE... (or a folder, or --manifest "
			"CSV)");
	return rc;
}

static enum rc read_manifest(struct run *r, struct err *e)
{
	struct diags d = DIAGS_INIT;
	enum rc rc = RC_OK;

	if (manifest_path != NULL)
		rc = manifest_read(manifest_path, &r->manifest, &d, e);
	say_diags(&d);
	diags_release(&d);
	return rc;
}

static enum rc import_all(struct run *r, const struct file_list *files, struct err *e)
{
	for (size_t i = 0; i < files->n; i++) {
		struct err one = ERR_INIT;

		progress("import", i, files->n, "files");
		if (import_one(r, files->items[i], &one) == RC_OK)
			continue;
		if (one.rc == RC_PROJECT)
			return *e = one, one.rc;
		say_error("import", &one);
		r->failed++;
	}
	progress_end();
	return RC_OK;
}

/* What --speaker said of nobody in any of the files. */
static void tell_unused(const struct run *r)
{
	for (size_t i = 0; i < r->hints.n; i++)
		if (!r->hints_used[i])
			say_plain("warning: nobody is labelled '%s' in %s", r->hints.items[i].label,
				r->imported + r->same > 1 ? "these files" : "this file");
}

static enum rc outcome(struct run *r, struct err *e)
{
	if (r->imported + r->same > 0)
		tell_unused(r);
	if (!r->c->quiet && r->imported + r->same + r->failed > 1)
		say("%u %simported, %u here already, %u failed", r->imported,
			r->c->dry_run ? "would be " : "", r->same, r->failed);
	if (r->failed > 0 && r->imported + r->same == 0)
		return err_set(e, RC_INPUT, "nothing was imported");
	e->msg[0] = '\0';
	return r->failed > 0 || r->attention > 0 ? RC_PART : RC_OK;
}

static enum rc run(struct ctx *c, struct err *e)
{
	struct run r = { .c = c, .arena = ARENA_INIT };
	struct file_list files = VEC_INIT;
	enum rc rc = parse_options(&r, e);

	if (rc == RC_OK && output != NULL && !template)
		rc = err_set(e, RC_USAGE, "--output belongs to --manifest-template");
	if (rc == RC_OK && manifest_path != NULL && template)
		rc = err_set(e, RC_USAGE, "give --manifest or --manifest-template, not both");
	if (rc == RC_OK && replaced != NULL && (manifest_path != NULL || template))
		rc = err_set(e, RC_USAGE, "--replace takes one file and no manifest");
	if (rc == RC_OK && replaced != NULL) {
		rc = replace_run(c, replaced, &r.options, e);
		if (rc == RC_OK || rc == RC_PART)
			tell_unused(&r);
		goto out;
	}
	if (rc == RC_OK)
		rc = read_manifest(&r, e);
	if (rc == RC_OK)
		rc = collect(&r, &files, e);
	if (rc == RC_OK && template) {
		rc = template_write(c, &files, &r.options, output, e);
	} else if (rc == RC_OK) {
		rc = import_all(&r, &files, e);
		if (rc == RC_OK)
			rc = outcome(&r, e);
	}
out:
	file_list_release(&files);
	manifest_free(r.manifest);
	free(r.hints_used);
	vec_release(&r.hints);
	vec_release(&r.attrs);
	arena_release(&r.arena);
	return rc;
}

const struct cmd cmd_import = {
	.name = "import",
	.args = "FILE...",
	.summary = "Read transcripts (.txt .md .docx .vtt .srt .json .csv ...) into the project",
	.group = "texts",
	.flags = CMD_WRITE | CMD_DRYRUN,
	.opts = opts,
	.nopts = sizeof opts / sizeof *opts,
	.help = "Prints for each file what was found: paragraphs, turns, speakers with their "
		"roles. A folder\n"
		"imports what is in it. A file that cannot be read is told, the others are "
		"imported (status 1).\n"
		"A label whose role is unsure is told with what to type. Same file twice: "
		"once.\n\n"
		"  tema import wawancara/ --method interview --var lokasi=Sukamulya\n"
		"  tema import fgd.docx --method fgd --speaker \"M=Bu Rini:interviewer\"\n"
		"  tema import transkrip.csv --text-column Ucapan --speaker-column Siapa\n"
		"  tema import survei.xlsx --text-column Saran --text-column Alasan --id-column "
		"No\n"
		"  tema import wawancara/ --manifest-template -o peserta.csv\n"
		"  tema import --manifest peserta.csv\n"
		"  tema import --replace 3 wawancara-03-koreksi.docx --dry-run\n",
	.run = run,
};
