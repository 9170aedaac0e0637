/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Crashes, full disks and second programs.  A few rounds here, many with TEMA_TEST_ROUNDS (make
 * check-faults). */
#include "tests/unit/store_help.h"

#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>

static const char book[] =
	"codebook t language id\ncode A { keywords { optimal } }\ncode B { keywords { kader } }\n";

static unsigned rounds(unsigned few)
{
	const char *s = getenv("TEMA_TEST_ROUNDS");

	return s != NULL ? (unsigned)strtoul(s, NULL, 10) : few;
}

/* A text of so many lines that storing it takes a while. */
static char *long_text(unsigned lines, unsigned salt)
{
	struct buf out = BUF_INIT;

	for (unsigned i = 0; i < lines; i++)
		buf_printf(&out, "%s: Kader %u belum optimal bekerja di desa %u.\n",
			i % 2 ? "J" : "K", i, salt);
	return buf_detach(&out);
}

static void nap(unsigned microseconds)
{
	struct timespec t = { 0, (long)microseconds * 1000 };

	nanosleep(&t, NULL);
}

/* What the file holds, as far as an op can have changed it. */
static uint64_t state_of(const char *path, uint8_t digest[SHA256_LEN])
{
	struct lab l = { .path = (char *)(uintptr_t)path };
	uint64_t ops;

	lab_open(&l);
	ops = lab_verify(&l);
	lab_digest(&l, digest);
	store_close(l.s);
	return ops;
}

typedef void deed(struct lab *l, unsigned round);

static void import_one(struct lab *l, unsigned round)
{
	char *text = long_text(400, round);

	lab_document(l, "Panjang", text);
	free(text);
}

static void precode_all(struct lab *l, unsigned round)
{
	char *other = mem_printf("codebook t language id # %u\ncode A { keywords { optimal } }\n"
				 "code B { keywords { %s } }\n",
		round, round % 2 ? "kader" : "desa");

	lab_precode(l, other);
	free(other);
}

/* The deed in a process of its own that is killed somewhere on the way; the file is as before or as
 * after. */
static void kill_in_the_middle(deed *fn, unsigned n)
{
	struct lab l = lab_new();
	unsigned before = 0, after = 0;

	import_one(&l, 1000);
	lab_precode(&l, book);
	store_close(l.s);
	l.s = NULL;
	for (unsigned round = 0; round < n; round++) {
		uint8_t was[SHA256_LEN], is[SHA256_LEN];
		uint64_t ops = state_of(l.path, was), now;
		pid_t child = fork();

		if (child == 0) {
			lab_open(&l);
			fn(&l, round);
			store_close(l.s);
			_exit(0);
		}
		nap(round * 7919 % 60000);
		kill(child, SIGKILL);
		waitpid(child, NULL, 0);
		now = state_of(l.path, is);
		ck_assert_msg(now == ops || now == ops + 1, "round %u: %u ops, then %u", round,
			(unsigned)ops, (unsigned)now);
		ck_assert_msg(
			(now == ops) == (memcmp(was, is, SHA256_LEN) == 0), "round %u", round);
		before += now == ops;
		after += now != ops;
	}
	fprintf(stderr, "# killed %u times: %u as before, %u as after\n", n, before, after);
	lab_free(&l);
}

START_TEST(a_killed_import_is_as_before_or_after)
{
	kill_in_the_middle(import_one, rounds(5));
}
END_TEST

START_TEST(a_killed_precode_is_as_before_or_after)
{
	kill_in_the_middle(precode_all, rounds(5));
}
END_TEST

START_TEST(a_killed_init_leaves_no_project_or_a_whole_one)
{
	struct lab l = lab_new();
	unsigned whole = 0;

	for (unsigned round = 0; round < rounds(5); round++) {
		char *path = mem_printf("%s/baru.tema", l.dir);
		uint8_t digest[SHA256_LEN];
		pid_t child = fork();

		if (child == 0)
			_exit(store_create(path, &l.who, &l.e) == RC_OK ? 0 : 1);
		nap(round * 7919 % 200000);
		kill(child, SIGKILL);
		waitpid(child, NULL, 0);
		if (file_exists(path)) {
			ck_assert_uint_eq(state_of(path, digest), 1);
			whole++;
		}
		unlink(path);
		free(path);
	}
	fprintf(stderr, "# %u whole projects\n", whole);
	lab_free(&l);
}
END_TEST

/* With no room left the deed fails in words, and the file stays as it was. */
static void fill_the_disk(struct lab *l, rlim_t room)
{
	struct rlimit limit = { room, room };
	struct person who = l->who;
	char *text = long_text(2000, 7);
	struct document *doc = coder_document(text);
	struct store_import how = { text, strlen(text), true, "txt", "", "Panjang", "", "" };
	struct err e = ERR_INIT;
	struct store *s = NULL;
	int64_t id;
	enum rc rc;

	signal(SIGXFSZ, SIG_IGN);
	setrlimit(RLIMIT_FSIZE, &limit);
	rc = store_open(l->path, STORE_WRITE, &s, &e);
	if (rc == RC_OK)
		rc = store_begin(s, &who, "import", &e);
	if (rc == RC_OK)
		rc = store_document_add(s, doc, &how, &id, &e);
	if (rc == RC_OK)
		rc = store_commit(s, &e);
	store_close(s);
	_exit(rc == RC_PROJECT && strstr(e.msg, "disk") != NULL ? 0 : rc == RC_OK ? 2 : 1);
}

START_TEST(a_full_disk_leaves_the_file_as_it_was)
{
	struct lab l = lab_new();
	uint8_t was[SHA256_LEN], is[SHA256_LEN];
	uint64_t ops;
	struct stat st;
	int status;

	import_one(&l, 1);
	store_close(l.s);
	l.s = NULL;
	ops = state_of(l.path, was);
	ck_assert_int_eq(stat(l.path, &st), 0);
	for (int more = 0; more < 6; more++) {
		pid_t child = fork();

		if (child == 0)
			fill_the_disk(&l, (rlim_t)st.st_size + 5000 * more * more);
		waitpid(child, &status, 0);
		ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == 0, "more %d: status %d",
			more, status);
		ck_assert_uint_eq(state_of(l.path, is), ops);
		ck_assert_mem_eq(was, is, SHA256_LEN);
	}
	lab_free(&l);
}
END_TEST

START_TEST(a_project_is_not_made_on_a_full_disk)
{
	struct lab l = lab_new();
	const char *path = unit_keep(mem_printf("%s/baru.tema", l.dir));
	pid_t child = fork();
	int status;

	if (child == 0) {
		struct rlimit limit = { 20000, 20000 };
		enum rc rc;

		signal(SIGXFSZ, SIG_IGN);
		setrlimit(RLIMIT_FSIZE, &limit);
		rc = store_create(path, &l.who, &l.e);
		_exit(rc == RC_PROJECT && strstr(l.e.msg, "disk") != NULL &&
					strstr(l.e.msg, "baru.tema'") != NULL
				? 0
				: 1);
	}
	waitpid(child, &status, 0);
	ck_assert_int_eq(status, 0);
	ck_assert(!file_exists(path));
	lab_free(&l);
}
END_TEST

START_TEST(two_writers_wait_for_each_other)
{
	struct lab l = lab_new();
	enum { WRITERS = 3, OPS = 15 };
	int status;

	store_close(l.s);
	l.s = NULL;
	for (int w = 0; w < WRITERS; w++) {
		if (fork() == 0) {
			char value[32];

			l.who = lab_person(w == 0 ? "Rini Wahyuni" : "Orang Lain");
			for (int i = 0; i < OPS; i++) {
				lab_open(&l);
				snprintf(value, sizeof value, "%d %d", w, i);
				lab_begin(&l, "project");
				lab_ok(&l, store_setting_put(l.s, "title", value, &l.e));
				lab_commit(&l);
				store_close(l.s);
			}
			_exit(0);
		}
	}
	for (int w = 0; w < WRITERS; w++) {
		wait(&status);
		ck_assert_int_eq(status, 0);
	}
	lab_open(&l);
	ck_assert_uint_eq(lab_verify(&l), 1 + WRITERS * OPS);
	lab_free(&l);
}
END_TEST

START_TEST(a_second_writer_is_told_after_a_while)
{
	struct lab l = lab_new();
	struct store *other = NULL;
	struct err e = ERR_INIT;

	lab_begin(&l, "import"); /* and does not end */
	lab_ok(&l, store_setting_put(l.s, "title", "x", &l.e));
	lab_ok(&l, store_open(l.path, STORE_WRITE, &other, &e));
	ck_assert_str_eq(store_setting(other, "title"), ""); /* reading goes on */
	ck_assert_int_eq(store_begin(other, &l.who, "import", &e), RC_PROJECT);
	ck_assert_msg(strstr(e.msg, "another program") != NULL, "%s", e.msg);
	store_close(other);
	lab_commit(&l);
	lab_free(&l);
}
END_TEST

START_TEST(a_file_in_wal_mode_becomes_one_file_again)
{
	struct lab l = lab_new();
	char *wal = mem_printf("%s-wal", l.path);
	sqlite3 *db;

	store_close(l.s);
	ck_assert_int_eq(sqlite3_open(l.path, &db), SQLITE_OK);
	ck_assert_int_eq(
		sqlite3_exec(db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	lab_open(&l);
	import_one(&l, 1);
	ck_assert(!file_exists(wal));
	free(wal);
	lab_free(&l);
}
END_TEST

UNIT_MAIN("store faults", a_killed_import_is_as_before_or_after,
	a_killed_precode_is_as_before_or_after, a_killed_init_leaves_no_project_or_a_whole_one,
	a_full_disk_leaves_the_file_as_it_was, a_project_is_not_made_on_a_full_disk,
	two_writers_wait_for_each_other, a_second_writer_is_told_after_a_while,
	a_file_in_wal_mode_becomes_one_file_again)
