/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole project, reported: who says a segment and which of its words count. */
#include "tests/unit/unit.h"

#include <string.h>

#include "project/decide.h"
#include "project/import.h"
#include "reports/study.h"

static const char text[] = "Peneliti: Bagaimana iurannya?\nBu Imas: Saya bayar tiap bulan.\n"
			   "Peneliti: Rutin?\nBu Imas: Rutin, Bu.\n";

struct scratch {
	char *dir, *project, *file;
	struct person who;
	struct store *s;
	int64_t document;
};

static struct scratch open_scratch(struct err *e)
{
	struct scratch k = { .dir = unit_tmpdir(), .who = { .name = "Penguji" } };
	struct import_options o = { .method = -1 };
	struct import_result result;

	memset(&k.who.uid, 7, sizeof k.who.uid);
	k.project = mem_printf("%s/p.tema", k.dir);
	k.file = mem_printf("%s/w.txt", k.dir);
	ck_assert_int_eq(file_write(k.file, text, strlen(text), e), RC_OK);
	ck_assert_int_eq(store_create(k.project, &k.who, e), RC_OK);
	ck_assert_int_eq(store_open(k.project, STORE_WRITE, &k.s, e), RC_OK);
	ck_assert_int_eq(import_file(k.s, &k.who, k.file, &o, &result, e), RC_OK);
	k.document = result.document;
	import_result_release(&result);
	return k;
}

static void close_scratch(struct scratch *k)
{
	store_close(k->s);
	unlink(k->project);
	unlink(k->file);
	rmdir(k->dir);
	free(k->project);
	free(k->file);
	free(k->dir);
}

START_TEST(a_passage_over_several_turns_is_said_by_who_answers)
{
	struct err e = ERR_INIT;
	struct scratch k = open_scratch(&e);
	struct study_options o = { .lang = "id", .unit = UNIT_SENTENCE };
	struct code_choice code = { .key = "IURAN", .label = "Iuran" };
	struct span span;
	struct study *st;
	char id[9];

	ck_assert_int_eq(
		decide_span(k.s, k.document, "Bagaimana iurannya? Bu Imas: Saya bayar", &span, &e),
		RC_OK);
	ck_assert_int_eq(decide_code(k.s, &k.who, k.document, span, &code, NULL, id, &e), RC_OK);
	ck_assert_int_eq(study_load(k.s, &o, &st, &e), RC_OK);
	ck_assert_uint_eq(st->segments.n, 1);
	ck_assert_uint_eq(
		st->segments.items[0].words, 2); /* "Saya bayar": the question could not be coded */
	ck_assert_str_eq(st->speakers.items[st->segments.items[0].speaker].shown, "Bu Imas");
	ck_assert_uint_eq(st->words, 6); /* saya bayar tiap bulan rutin bu */
	ck_assert_uint_eq(st->hand, 1);
	study_free(st);
	close_scratch(&k);
}
END_TEST

UNIT_MAIN("segments", a_passage_over_several_turns_is_said_by_who_answers)
