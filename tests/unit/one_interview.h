/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project in a scratch folder with one interview, imported from w.txt. */
#ifndef TEMA_TESTS_ONE_INTERVIEW_H
#define TEMA_TESTS_ONE_INTERVIEW_H

#include "tests/unit/unit.h"

#include <string.h>
#include <unistd.h>

#include "project/import.h"

struct scratch {
	char *dir, *project, *file;
	struct person who;
	struct store *s;
	int64_t document;
	struct err e;
};

/* title: NULL = the file's name */
static inline struct scratch open_scratch(const char *text, const char *title)
{
	struct scratch k = { .dir = unit_tmpdir(), .who = { .name = "Penguji" } };
	struct import_options o = { .method = -1, .title = title };
	struct import_result result;

	memset(&k.who.uid, 7, sizeof k.who.uid);
	k.project = mem_printf("%s/p.tema", k.dir);
	k.file = mem_printf("%s/w.txt", k.dir);
	ck_assert_int_eq(file_write(k.file, text, strlen(text), &k.e), RC_OK);
	ck_assert_int_eq(store_create(k.project, &k.who, &k.e), RC_OK);
	ck_assert_int_eq(store_open(k.project, STORE_WRITE, &k.s, &k.e), RC_OK);
	ck_assert_int_eq(import_file(k.s, &k.who, k.file, &o, &result, &k.e), RC_OK);
	k.document = result.document;
	import_result_release(&result);
	return k;
}

static inline void close_scratch(struct scratch *k)
{
	store_close(k->s);
	unlink(k->project);
	unlink(k->file);
	rmdir(k->dir);
	free(k->project);
	free(k->file);
	free(k->dir);
}

#endif
