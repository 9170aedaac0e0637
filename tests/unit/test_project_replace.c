/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A corrected transcript: what people said goes along, nothing is lost, undo brings all back. */
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

#include "project/orphans.h"
#include "project/place.h"
#include "project/replace.h"
#include "tests/unit/store_help.h"
#include "tests/unit/talk_make.h"

#define BOOK                                                                                       \
	"codebook uji version 1 language id\n"                                                     \
	"code A \"A\" { definition \"A.\" keywords { k1, k2, k3 } }\n"                             \
	"code B \"B\" { definition \"B.\" keywords { k4, k5 } }\n"

static char *write_talk(const struct lab *l, const struct talk *t, const char *name)
{
	char *path = mem_printf("%s/%s", l->dir, name);
	struct buf b = BUF_INIT;
	struct err e = ERR_INIT;

	for (unsigned i = 0; i < t->n; i++)
		buf_printf(&b, "%s\n", t->turn[i]);
	ck_assert_int_eq(file_write(path, b.data, b.len, &e), RC_OK);
	buf_release(&b);
	return path;
}

/* --- the project --- */

static int64_t import(struct lab *l, const char *path)
{
	struct import_options o = { .method = -1 };
	struct import_result r = { 0 };
	int64_t id;

	lab_ok(l, import_file(l->s, &l->who, path, &o, &r, &l->e));
	id = r.document;
	import_result_release(&r);
	return id;
}

/* Codings, a note and a passage that was read, anywhere in the text. */
static void say_things(struct lab *l, int64_t document)
{
	struct document *doc = NULL;

	lab_ok(l, store_document_load(l->s, document, &doc, &l->e));
	lab_begin(l, "code");
	for (unsigned i = 0; i < 12; i++) {
		uint32_t start = dice((uint32_t)doc->len), end = start + 1 + dice(80);
		struct judgement_new j = { .document = document,
			.code = lab_code(l, i % 2 == 0 ? "A" : "B"),
			.start = start,
			.end = end < doc->len ? end : (uint32_t)doc->len,
			.unit = UNIT_MATCH,
			.verdict = (enum verdict)dice(3),
			.via = VIA_HAND };

		lab_ok(l, store_judge(l->s, &j, NULL, &l->e));
	}
	lab_ok(l, store_memo_add(l->s, document, 0, 5, "catatan", &l->e));
	lab_ok(l, store_reading_put(l->s, document, doc->paras.items[2].start,
			  doc->paras.items[2].end, &l->e));
	lab_commit(l);
	document_free(doc);
}

static void add_line(const char *line, size_t len, void *arg)
{
	buf_add(arg, line, len);
	buf_addc(arg, '\n');
}

static void live(struct lab *l, struct buf *out)
{
	struct suggestion_filter all = { .states = ~0u };
	char *suggestions = lab_suggestions(l, &all);

	buf_reset(out);
	lab_ok(l, canon_live(l->s, add_line, out, &l->e));
	buf_adds(out, suggestions);
	free(suggestions);
}

static enum rc count_one(const struct store_judgement *j, void *arg, struct err *e)
{
	(void)j;
	(void)e;
	++*(size_t *)arg;
	return RC_OK;
}

static size_t count(struct lab *l)
{
	struct judgement_filter all = { .document = 0 };
	size_t n = 0;

	lab_ok(l, store_judgements(l->s, &all, count_one, &n, &l->e));
	return n;
}

/* Words without white space: a line break may come or go. */
static void squeeze(const char *words, struct buf *out)
{
	buf_reset(out);
	for (; *words != '\0'; words++)
		if (*words != ' ')
			buf_addc(out, *words);
}

static void check_report(const struct replace_result *r, size_t codings)
{
	struct buf a = BUF_INIT, b = BUF_INIT;
	size_t n = 0;

	vec_each (const struct reanchored, x, &r->placed.list) {
		squeeze(x->old_words, &a);
		squeeze(x->new_words, &b);
		n += x->ncodings;
		if (x->state == ANCHOR_ORPHANED) {
			ck_assert_uint_eq(b.len, 0);
			continue;
		}
		ck_assert_uint_gt(b.len, 0);
		ck_assert_msg((strcmp(a.data, b.data) == 0) == (x->state != ANCHOR_CHANGED),
			"state %d: '%s' -> '%s'", (int)x->state, x->old_words, x->new_words);
	}
	ck_assert_uint_eq(n, codings);
	buf_release(&a);
	buf_release(&b);
}

static void replace(struct lab *l, int64_t document, const char *path, struct replace_result *r)
{
	struct import_options o = { .method = -1 };

	lab_ok(l, replace_file(l->s, &l->who, document, path, &o, r, &l->e));
}

START_TEST(random_corrections_lose_nothing_and_undo_brings_all_back)
{
	for (uint32_t round = 0; round < 25; round++) {
		struct lab l = lab_new();
		struct talk t;
		struct replace_result r;
		struct buf before = BUF_INIT, after = BUF_INIT, now = BUF_INIT;
		char *first, *second;
		int64_t id;
		size_t n;

		seed = 100 + round;
		new_talk(&t);
		first = write_talk(&l, &t, "a.txt");
		id = import(&l, first);
		lab_precode(&l, BOOK);
		say_things(&l, id);
		n = count(&l);
		for (unsigned k = 1 + dice(6); k > 0; k--)
			correct(&t);
		change_word(t.turn[0]); /* the bytes differ in any case */
		second = write_talk(&l, &t, "b.txt");
		live(&l, &before);
		replace(&l, id, second, &r);
		check_report(&r, n);
		ck_assert_uint_eq(count(&l), n);
		ck_assert_uint_eq(r.revision, 2);
		live(&l, &after);
		ck_assert_str_eq(lab_step(&l, false, 0), "");
		live(&l, &now);
		ck_assert_str_eq(now.data, before.data);
		ck_assert_str_eq(lab_step(&l, true, 0), "");
		live(&l, &now);
		ck_assert_str_eq(now.data, after.data);
		lab_verify(&l);
		replace_result_release(&r);
		replace(&l, id, first, &r); /* the old text once more */
		check_report(&r, n);
		ck_assert_uint_eq(count(&l), n);
		lab_verify(&l);
		replace_result_release(&r);
		buf_release(&before);
		buf_release(&after);
		buf_release(&now);
		free(first);
		free(second);
		lab_free(&l);
	}
}
END_TEST

/* --- single cases --- */

static char *write_text(const struct lab *l, const char *name, const char *text)
{
	char *path = mem_printf("%s/%s", l->dir, name);
	struct err e = ERR_INIT;

	ck_assert_int_eq(file_write(path, text, strlen(text), &e), RC_OK);
	return path;
}

static void code(struct lab *l, int64_t document, const char *text, const char *words)
{
	const char *at = strstr(text, words);
	struct judgement_new j = { .document = document,
		.code = lab_code(l, "A"),
		.start = (uint32_t)(at - text),
		.end = (uint32_t)(at - text + (long)strlen(words)),
		.unit = UNIT_MATCH,
		.verdict = VERDICT_CONFIRM,
		.via = VIA_HAND };

	lab_begin(l, "code");
	lab_ok(l, store_judge(l->s, &j, NULL, &l->e));
	lab_commit(l);
}

#define TALK                                                                                       \
	"P: Bagaimana pembagian beras di sini?\n"                                                  \
	"N: Kami tidak pernah diajak rapat oleh kepala desa.\n"                                    \
	"P: Siapa yang memutuskan?\n"                                                              \
	"N: Perangkat desa memutuskan sendiri.\n"

static const char *state_of(const struct replace_result *r)
{
	ck_assert_uint_eq(r->placed.list.n, 1);
	return anchor_state_names[r->placed.list.items[0].state];
}

START_TEST(an_orphan_is_placed_by_hand_and_stays_there)
{
	struct lab l = lab_new();
	char *a = write_text(&l, "a.txt", TALK), *b, *c;
	const char *cut = "P: Bagaimana pembagian beras di sini?\nN: Begini saja.\n";
	int64_t id = import(&l, a);
	struct replace_result r;
	struct orphans orphans = { .arena = ARENA_INIT };
	struct place_target target = { .document = 0 };
	struct reanchored placed;
	struct arena arena = ARENA_INIT;

	lab_precode(&l, BOOK);
	code(&l, id, TALK, "Kami tidak pernah diajak rapat");
	b = write_text(&l, "b.txt", cut);
	replace(&l, id, b, &r);
	ck_assert_str_eq(state_of(&r), "orphaned");
	replace_result_release(&r);
	lab_ok(&l, orphans_find(l.s, 0, &orphans, &l.e));
	ck_assert_uint_eq(orphans.list.n, 1);
	ck_assert_uint_eq(orphans.list.items[0].r.old_line, 2);
	ck_assert_str_eq(orphans.list.items[0].r.old_words, "Kami tidak pernah diajak rapat");
	lab_ok(&l, place_find(l.s, orphans.list.items[0].id, &target, &l.e));
	ck_assert_int_eq(target.document, id);
	lab_ok(&l, place_put(l.s, &l.who, &target, (struct span){ 41, 47 }, false, &placed, &arena,
			   &l.e));
	ck_assert_int_eq(placed.state, ANCHOR_CHANGED);
	ck_assert_str_eq(placed.new_words, "Begini");
	orphans_release(&orphans);
	lab_ok(&l, orphans_find(l.s, 0, &orphans, &l.e));
	ck_assert_uint_eq(orphans.list.n, 0);
	c = write_text(&l, "c.txt",
		"P: Selamat pagi.\nP: Bagaimana pembagian beras di sini?\nN: Begini saja.\n");
	replace(&l, id, c, &r);
	ck_assert_str_eq(state_of(&r), "exact");
	ck_assert_str_eq(r.placed.list.items[0].new_words, "Begini");
	replace_result_release(&r);
	lab_verify(&l);
	orphans_release(&orphans);
	arena_release(&arena);
	free(a);
	free(b);
	free(c);
	lab_free(&l);
}
END_TEST

START_TEST(an_orphan_comes_back_with_its_words)
{
	struct lab l = lab_new();
	char *a = write_text(&l, "a.txt", TALK), *b, *c;
	int64_t id = import(&l, a);
	struct replace_result r;

	lab_precode(&l, BOOK);
	code(&l, id, TALK, "Kami tidak pernah diajak rapat");
	b = write_text(&l, "b.txt", "P: Sesuatu yang lain sama sekali.\nN: Ya.\nP: Ya?\nN: Ya.\n");
	c = write_text(&l, "c.txt", "P: Selamat pagi.\n" TALK);
	replace(&l, id, b, &r);
	ck_assert_str_eq(state_of(&r), "orphaned");
	replace_result_release(&r);
	replace(&l, id, c, &r);
	ck_assert_str_eq(state_of(&r), "exact");
	replace_result_release(&r);
	free(a);
	free(b);
	free(c);
	lab_free(&l);
}
END_TEST

START_TEST(a_read_passage_with_a_new_sentence_is_unread)
{
	struct lab l = lab_new();
	char *a = write_text(&l, "a.txt", TALK), *b;
	int64_t id = import(&l, a);
	struct replace_result r;
	const char *passage = strstr(TALK, "Kami tidak");
	uint32_t start = (uint32_t)(passage - TALK);

	lab_begin(&l, "review");
	lab_ok(&l, store_reading_put(l.s, id, start,
			   start + (uint32_t)strlen("Kami tidak pernah diajak "
						    "rapat oleh kepala desa."),
			   &l.e));
	lab_commit(&l);
	b = write_text(&l, "b.txt",
		"P: Bagaimana pembagian beras di sini?\n"
		"N: Kami tidak pernah diajak, dan itu tidak adil bagi warga, rapat oleh kepala "
		"desa.\n");
	replace(&l, id, b, &r);
	ck_assert_uint_eq(r.placed.reread, 1);
	replace_result_release(&r);
	free(a);
	free(b);
	lab_free(&l);
}
END_TEST

static enum rc dry(struct lab *l, int64_t id, const char *path, struct replace_result *r)
{
	struct import_options o = { .method = -1, .dry_run = true };

	return replace_file(l->s, &l->who, id, path, &o, r, &l->e);
}

START_TEST(a_dry_run_and_a_refusal_leave_no_trace)
{
	struct lab l = lab_new();
	char *a = write_text(&l, "a.txt", TALK),
	     *b = write_text(&l, "b.txt", "P: Lain.\nN: Lain.\n");
	char *empty = write_text(&l, "c.txt", "");
	int64_t id = import(&l, a), other;
	struct replace_result r;
	struct buf before = BUF_INIT, now = BUF_INIT;

	lab_precode(&l, BOOK);
	code(&l, id, TALK, "Kami tidak pernah diajak rapat");
	live(&l, &before);
	lab_ok(&l, dry(&l, id, b, &r));
	ck_assert_str_eq(state_of(&r), "orphaned");
	replace_result_release(&r);
	lab_ok(&l, dry(&l, id, a, &r));
	ck_assert(r.same);
	replace_result_release(&r);
	ck_assert_int_eq(dry(&l, id, empty, &r), RC_INPUT);
	replace_result_release(&r);
	ck_assert_int_eq(dry(&l, id + 7, b, &r), RC_NOTFOUND);
	replace_result_release(&r);
	live(&l, &now);
	ck_assert_str_eq(now.data, before.data);
	other = import(&l, b);
	ck_assert_int_ne(other, id);
	ck_assert_int_eq(dry(&l, id, b, &r), RC_INPUT);
	ck_assert_ptr_nonnull(strstr(l.e.msg, "is document 2 of the project"));
	replace_result_release(&r);
	buf_release(&before);
	buf_release(&now);
	free(a);
	free(b);
	free(empty);
	lab_free(&l);
}
END_TEST

/* --- killed on the way --- */

static uint64_t file_state(struct lab *l, uint8_t digest[SHA256_LEN])
{
	uint64_t ops;

	lab_open(l);
	ops = lab_verify(l);
	lab_digest(l, digest);
	store_close(l->s);
	l->s = NULL;
	return ops;
}

/* Replaces the document in a process of its own, which is killed after so many microseconds. */
static void replace_and_kill(struct lab *l, int64_t id, const char *path, long after)
{
	struct timespec nap = { 0, after * 1000 };
	pid_t pid = fork();

	ck_assert_int_ge(pid, 0);
	if (pid == 0) {
		struct replace_result r;

		lab_open(l);
		replace(l, id, path, &r);
		_exit(0);
	}
	nanosleep(&nap, NULL);
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
}

START_TEST(killed_on_the_way_the_file_is_as_before_or_as_after)
{
	struct lab l = lab_new();
	struct talk t;
	uint8_t before[SHA256_LEN], now[SHA256_LEN];
	uint64_t ops;
	char *a, *b;
	int64_t id;

	seed = 9;
	new_talk(&t);
	a = write_talk(&l, &t, "a.txt");
	id = import(&l, a);
	lab_precode(&l, BOOK);
	say_things(&l, id);
	store_close(l.s);
	for (unsigned round = 0; round < 12; round++) {
		uint64_t then;

		correct(&t);
		change_word(t.turn[round % t.n]);
		b = write_talk(&l, &t, "b.txt");
		ops = file_state(&l, before);
		replace_and_kill(&l, id, b, 500 + 1500 * (long)round);
		then = file_state(&l, now);
		ck_assert_uint_le(then, ops + 1);
		ck_assert_int_eq(memcmp(before, now, SHA256_LEN) == 0, then == ops);
		free(b);
	}
	lab_open(&l);
	free(a);
	lab_free(&l);
}
END_TEST

UNIT_MAIN("replace", killed_on_the_way_the_file_is_as_before_or_as_after,
	random_corrections_lose_nothing_and_undo_brings_all_back,
	an_orphan_is_placed_by_hand_and_stays_there, an_orphan_comes_back_with_its_words,
	a_read_passage_with_a_new_sentence_is_unread, a_dry_run_and_a_refusal_leave_no_trace)
