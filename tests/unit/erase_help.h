/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the tests of erasing: an invented study with a focus group, and a search for bytes. */
#ifndef TEMA_TESTS_ERASE_HELP_H
#define TEMA_TESTS_ERASE_HELP_H

#include "tests/unit/store_help.h"

#include "corpus/tokens.h"
#include "project/erase.h"

/* --- a study: a focus group, an interview in which the name falls, a corrected transcript --- */

#define SITI_1 "Menurut saya iuran bulanan terlalu berat untuk keluarga nelayan."
#define SITI_2 "Suami saya melaut malam hari dan pulang membawa sedikit ikan."
#define BUDI_1 "Iuran itu ringan, kata Bu Siti dulu juga begitu."
#define BUDI_2 "Kader posyandu rajin datang setiap minggu."

static const char group[] = "Moderator: Bagaimana iuran di desa?\n"
			    "Siti: " SITI_1 "\n"
			    "Budi: " BUDI_1 "\n"
			    "Siti: " SITI_2 "\n"
			    "Moderator: Apakah SITI AMINAH pernah menunggak?\n"
			    "Budi: " BUDI_2 "\n";
static const char other[] = "Moderator: Siapa ketua kelompok?\n"
			    "Rahma: Dulu siti aminah, sekarang Pak Joko. Sitinya sudah pindah.\n"
			    "Moderator: Baik.\n"
			    "Rahma: Begitulah ceritanya.\n";

static const struct speaker_hint hints[] = {
	{ "Moderator", NULL, NULL, ROLE_INTERVIEWER },
	{ "Siti", "Siti Aminah", "I2", ROLE_INFORMANT },
	{ "Budi", "Budi Santoso", NULL, ROLE_INFORMANT },
	{ "Rahma", NULL, NULL, ROLE_INFORMANT },
};

static inline struct document *read_lines(const char *text)
{
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct document *doc = NULL;
	struct draft draft;

	draft_init(&draft);
	for (; *text != '\0'; text += strcspn(text, "\n") + 1) {
		draft_para(&draft, PARA_BODY);
		draft_text(&draft, text, strcspn(text, "\n"));
	}
	draft_end(&draft);
	ck_assert_msg(
		document_build(&draft, METHOD_FGD, hints, 4, &doc, &d, &e) == RC_OK, "%s", e.msg);
	draft_release(&draft);
	diags_release(&d);
	return doc;
}

static inline int64_t add(struct lab *l, const char *title, const char *text, bool keep)
{
	struct document *doc = read_lines(text);
	struct store_import how = { text, strlen(text), keep, "txt",
		"speaker=Siti=Siti Aminah:informant", title, "", "Rumah Siti Aminah" };
	int64_t id = 0;

	lab_begin(l, "import");
	lab_ok(l, store_document_add(l->s, doc, &how, &id, &l->e));
	lab_ok(l, store_detail(l->s, title, &l->e));
	lab_commit(l);
	document_free(doc);
	return id;
}

static inline struct span find_span(struct lab *l, int64_t document, const char *words)
{
	struct document *doc = NULL;
	const char *at;
	struct span found;

	lab_ok(l, store_document_load(l->s, document, &doc, &l->e));
	at = strstr(doc->text, words);
	ck_assert_msg(at != NULL, "'%s' is not in '%s'", words, doc->text);
	found.start = (uint32_t)(at - doc->text);
	found.end = found.start + (uint32_t)strlen(words);
	document_free(doc);
	return found;
}

static inline void code(
	struct lab *l, int64_t document, struct span at, const char *key, const char *note)
{
	struct store_hit hit = {
		.rule = "iuran", .version = 1, .weight = 1, .spans = &at, .nspans = 1
	};
	struct judgement_new j = { .document = document,
		.code = lab_code(l, key),
		.start = at.start,
		.end = at.end,
		.verdict = VERDICT_CONFIRM,
		.via = VIA_SINGLE,
		.hits = &hit,
		.nhits = 1,
		.note = note };

	lab_begin(l, "confirm");
	lab_ok(l, store_judge(l->s, &j, NULL, &l->e));
	lab_commit(l);
}

static const char book[] = "codebook t language id\n"
			   "code BEBAN { keywords { iuran, berat } }\n"
			   "code KADER { keywords { kader } }\n";

static inline struct lab study(void)
{
	struct lab l = lab_new();
	struct span a, b;

	add(&l, "fgd-siti-aminah.txt", group, true);
	add(&l, "wawancara rahma", other, false);
	lab_precode(&l, book);
	lab_begin(&l, "project");
	lab_ok(&l, store_setting_put(l.s, "title", "Studi tentang Siti Aminah dan iuran", &l.e));
	lab_ok(&l, store_variable_add(l.s, STORE_DOCUMENT, 1, "tuan rumah", "Ibu Siti", &l.e));
	lab_commit(&l);
	code(&l, 1, find_span(&l, 1, SITI_1), "BEBAN", "Siti tampak sedih");
	code(&l, 1, find_span(&l, 1, BUDI_1), "BEBAN", "menyebut Siti; bandingkan");
	code(&l, 1, find_span(&l, 1, BUDI_2), "KADER", NULL);
	a = find_span(&l, 1, "kata Bu Siti dulu");
	b = find_span(&l, 1, SITI_2);
	code(&l, 1, (struct span){ a.start, b.end }, "KADER", NULL);
	b = find_span(&l, 1, "Apakah SITI");
	a = find_span(&l, 1, "melaut malam");
	code(&l, 1, (struct span){ a.start, b.end }, "KADER", NULL);
	a = find_span(&l, 1, BUDI_2);
	lab_begin(&l, "memo");
	lab_ok(&l, store_memo_add(l.s, 1, a.start, a.end,
			   "Beda dengan \"iuran bulanan terlalu berat untuk keluarga\" dari Siti.",
			   &l.e));
	lab_commit(&l);
	return l;
}

/* --- bytes --- */

static inline void lower(struct buf *b)
{
	for (size_t i = 0; i < b->len; i++)
		if (b->data[i] >= 'A' && b->data[i] <= 'Z')
			b->data[i] = (char)(b->data[i] + 32);
}

static inline bool holds(const struct buf *file, const char *words, size_t len, bool wide, bool big)
{
	struct buf want = BUF_INIT;
	bool found;

	for (size_t i = 0; i < len; i++) {
		if (wide && big)
			buf_addc(&want, '\0');
		buf_addc(&want, words[i]);
		if (wide && !big)
			buf_addc(&want, '\0');
	}
	lower(&want);
	found = memmem(file->data, file->len, want.data, want.len) != NULL;
	buf_release(&want);
	return found;
}

static inline void none_of(struct lab *l, const struct buf *file, const char *words, size_t len)
{
	(void)l;
	ck_assert_msg(!holds(file, words, len, false, false) &&
			      !holds(file, words, len, true, false) &&
			      !holds(file, words, len, true, true),
		"'%.*s' is still in the file", (int)len, words);
}

/* Every run of four words, and the whole. */
static inline void no_words(struct lab *l, const struct buf *file, const char *text)
{
	size_t starts[4], end, start, n = 0;
	struct tokens t = { text, strlen(text), 0 };

	none_of(l, file, text, strlen(text));
	while (tokens_next(&t, &start, &end)) {
		starts[n++ % 4] = start;
		if (n >= 4)
			none_of(l, file, text + starts[n % 4], end - starts[n % 4]);
	}
	ck_assert_uint_ge(n, 4);
}

static inline void read_file(const struct lab *l, struct buf *out)
{
	struct err e = ERR_INIT;

	ck_assert_int_eq(file_read(l->path, 64 << 20, out, &e), RC_OK);
	lower(out);
}

static inline void no_trace(struct lab *l)
{
	struct buf file = BUF_INIT;
	char *journal = mem_printf("%s-journal", l->path);

	read_file(l, &file);
	no_words(l, &file, SITI_1);
	no_words(l, &file, SITI_2);
	none_of(l, &file, "siti", 4);
	none_of(l, &file, "aminah", 6);
	ck_assert(!file_exists(journal));
	free(journal);
	buf_release(&file);
}

/* --- doing it --- */

static inline enum rc erase(
	struct lab *l, enum erasure_target t, int64_t id, struct erase_report *report)
{
	struct erase_request r = {
		.target = t, .id = id, .reason = "menarik diri", .lang = "id", .path = l->path
	};

	return erase_run(l->s, &l->who, &r, report, &l->e);
}

static inline void erase_siti(struct lab *l)
{
	struct erase_report report = { .word = "" };
	int64_t siti = 0;

	lab_ok(l, store_speaker_find(l->s, "I2", &siti, &l->e));
	lab_ok(l, erase(l, ERASURE_SPEAKER, siti, &report));
	erase_report_release(&report);
}

static inline char *text_of(struct lab *l, int64_t id)
{
	struct document *doc = NULL;
	char *text;

	lab_ok(l, store_document_load(l->s, id, &doc, &l->e));
	text = mem_strdup(doc->text);
	document_free(doc);
	return text;
}

#endif
