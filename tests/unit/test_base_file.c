/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/file.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "tests/unit/unit.h"

/* A folder of its own for each test; removed behind it. */
static char *dir;

static char *in_dir(const char *name)
{
	return mem_printf("%s/%s", dir, name);
}

static void begin(void)
{
	dir = unit_tmpdir();
}

static void end(void)
{
	pid_t pid = fork();

	if (pid == 0)
		execlp("rm", "rm", "-rf", dir, (char *)NULL);
	waitpid(pid, NULL, 0);
	free(dir);
}

static size_t count_entries(void)
{
	struct file_list all = VEC_INIT;
	struct err e = ERR_INIT;
	size_t n;

	ck_assert_int_eq(file_walk(dir, &all, &e), RC_OK);
	n = all.n;
	file_list_release(&all);
	return n;
}

static void reads(const char *path, const char *expected)
{
	struct buf b = BUF_INIT;
	struct err e = ERR_INIT;

	ck_assert_int_eq(file_read(path, 1000, &b, &e), RC_OK);
	ck_assert_str_eq(b.data, expected);
	buf_release(&b);
}

START_TEST(writes_privately_and_reads_back)
{
	struct err e = ERR_INIT;
	struct stat st;
	char *path;

	begin();
	path = in_dir("a.txt");
	ck_assert_int_eq(file_write(path, "isi\n", 4, &e), RC_OK);
	reads(path, "isi\n");
	ck_assert_int_eq(stat(path, &st), 0);
	ck_assert_int_eq(st.st_mode & 0777, 0600);
	ck_assert_int_eq(chmod(path, 0644), 0);
	ck_assert_int_eq(file_write(path, NULL, 0, &e), RC_OK);
	reads(path, "");
	ck_assert_int_eq(stat(path, &st), 0);
	ck_assert_int_eq(st.st_mode & 0777, 0600);
	free(path);
	end();
}
END_TEST

START_TEST(failed_reads_say_what_and_why)
{
	struct buf b = BUF_INIT;
	struct err e = ERR_INIT;

	begin();
	ck_assert_int_eq(file_read("/nowhere/x", 10, &b, &e), RC_INPUT);
	ck_assert_str_eq(e.msg, "cannot read '/nowhere/x': No such file or directory");
	ck_assert_int_eq(file_read(dir, 10, &b, &e), RC_INPUT);
	ck_assert_ptr_nonnull(strstr(e.msg, "is a folder"));
	ck_assert_uint_eq(b.len, 0);
	buf_release(&b);
	end();
}
END_TEST

START_TEST(the_maximum_holds)
{
	struct buf b = BUF_INIT;
	struct err e = ERR_INIT;
	char *path;

	begin();
	path = in_dir("ten");
	ck_assert_int_eq(file_write(path, "0123456789", 10, &e), RC_OK);
	buf_adds(&b, "x");
	ck_assert_int_eq(file_read(path, 9, &b, &e), RC_INPUT);
	ck_assert_str_eq(b.data, "x");
	ck_assert_int_eq(file_read(path, 10, &b, &e), RC_OK);
	ck_assert_str_eq(b.data, "x0123456789");
	/* A device has no size to be asked: it must be counted. */
	ck_assert_int_eq(file_read("/dev/zero", 200000, &b, &e), RC_INPUT);
	ck_assert_str_eq(b.data, "x0123456789");
	buf_release(&b);
	free(path);
	end();
}
END_TEST

START_TEST(a_full_disk_leaves_the_old_file)
{
	struct rlimit small = { 1000, RLIM_INFINITY };
	char large[5000] = { 0 };
	struct err e = ERR_INIT;
	char *path;

	begin();
	path = in_dir("a.txt");
	ck_assert_int_eq(file_write(path, "old", 3, &e), RC_OK);
	signal(SIGXFSZ, SIG_IGN);
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &small), 0);
	ck_assert_int_eq(file_write(path, large, sizeof large, &e), RC_INPUT);
	ck_assert_ptr_nonnull(strstr(e.msg, "cannot write"));
	reads(path, "old");
	small.rlim_cur = RLIM_INFINITY;
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &small), 0);
	ck_assert_uint_eq(count_entries(), 1);
	ck_assert_int_eq(file_write("/dev/full", "x", 1, &e), RC_INPUT);
	ck_assert_str_eq(e.msg, "cannot write '/dev/full': No space left on device");
	free(path);
	end();
}
END_TEST

START_TEST(nothing_is_left_behind_a_failed_write)
{
	struct err e = ERR_INIT;
	char *path, *temp;

	begin();
	path = in_dir("folder/x");
	ck_assert_int_eq(file_write(path, "x", 1, &e), RC_INPUT);
	ck_assert_int_eq(file_write(dir, "x", 1, &e), RC_INPUT);
	ck_assert_ptr_nonnull(strstr(e.msg, "it is a folder"));
	temp = in_dir(".tema-XXXXXX");
	ck_assert(!file_exists(temp));
	ck_assert_uint_eq(count_entries(), 0);
	free(temp);
	free(path);
	end();
}
END_TEST

START_TEST(a_link_stays_a_link)
{
	struct err e = ERR_INIT;
	struct stat st;
	char *path, *link;

	begin();
	path = in_dir("real");
	link = in_dir("link");
	ck_assert_int_eq(file_write(path, "old", 3, &e), RC_OK);
	ck_assert_int_eq(symlink("real", link), 0);
	ck_assert_int_eq(file_write(link, "new", 3, &e), RC_OK);
	ck_assert_int_eq(lstat(link, &st), 0);
	ck_assert(S_ISLNK(st.st_mode));
	reads(path, "new");
	free(path);
	free(link);
	end();
}
END_TEST

START_TEST(what_the_user_made_keeps_its_mode)
{
	struct err e = ERR_INIT;
	struct stat st;
	char *path;

	begin();
	path = in_dir("own");
	ck_assert_int_eq(file_rewrite(path, "new", 3, &e), RC_OK);
	ck_assert_int_eq(stat(path, &st), 0);
	ck_assert_int_eq(st.st_mode & 0777, 0600);
	ck_assert_int_eq(chmod(path, 0664), 0);
	ck_assert_int_eq(file_rewrite(path, "newer", 5, &e), RC_OK);
	reads(path, "newer");
	ck_assert_int_eq(stat(path, &st), 0);
	ck_assert_int_eq(st.st_mode & 0777, 0664);
	ck_assert_int_eq(file_write(path, "private", 7, &e), RC_OK);
	ck_assert_int_eq(stat(path, &st), 0);
	ck_assert_int_eq(st.st_mode & 0777, 0600);
	free(path);
	end();
}
END_TEST

START_TEST(folders_are_made_privately)
{
	struct err e = ERR_INIT;
	struct stat st;
	char *path, *file;

	begin();
	path = in_dir("a/b//c/");
	ck_assert_int_eq(file_mkdirs(path, &e), RC_OK);
	ck_assert_int_eq(file_mkdirs(path, &e), RC_OK);
	ck_assert(file_is_dir(path));
	ck_assert_int_eq(stat(path, &st), 0);
	ck_assert_int_eq(st.st_mode & 0777, 0700);
	file = in_dir("a/f");
	ck_assert_int_eq(file_write(file, "", 0, &e), RC_OK);
	free(path);
	path = in_dir("a/f/g");
	ck_assert_int_eq(file_mkdirs(path, &e), RC_INPUT);
	ck_assert(!file_is_dir(file) && file_exists(file));
	free(path);
	free(file);
	end();
}
END_TEST

static void make(const char *name)
{
	struct err e = ERR_INIT;
	char *path = in_dir(name);

	ck_assert_int_eq(file_write(path, "x", 1, &e), RC_OK);
	free(path);
}

START_TEST(walks_in_order_without_hidden_and_circles)
{
	static const char *const expected[] = { "B.txt", "a.txt", "sub/c.txt" };
	struct file_list all = VEC_INIT;
	struct err e = ERR_INIT;
	char *sub, *circle;

	begin();
	sub = in_dir("sub");
	circle = in_dir("sub/circle");
	ck_assert_int_eq(file_mkdirs(sub, &e), RC_OK);
	make("sub/c.txt");
	make("a.txt");
	make("B.txt");
	make(".hidden");
	ck_assert_int_eq(symlink("..", circle), 0);
	ck_assert_int_eq(file_walk(dir, &all, &e), RC_OK);
	ck_assert_uint_eq(all.n, 3);
	for (size_t i = 0; i < all.n; i++)
		ck_assert_str_eq(all.items[i] + strlen(dir) + 1, expected[i]);
	ck_assert_int_eq(file_walk("/nowhere", &all, &e), RC_INPUT);
	ck_assert_uint_eq(all.n, 3);
	file_list_release(&all);
	free(sub);
	free(circle);
	end();
}
END_TEST

START_TEST(names_are_taken_apart)
{
	ck_assert_str_eq(file_base("a/b.txt"), "b.txt");
	ck_assert_str_eq(file_base("b"), "b");
	ck_assert_str_eq(file_base("a/"), "");
	ck_assert_str_eq(file_ext("a.b/c.docx"), "docx");
	ck_assert_str_eq(file_ext("a.b/c"), "");
	ck_assert_str_eq(file_ext("a/.profile"), "");
	ck_assert_str_eq(file_ext("x.tar.gz"), "gz");
}
END_TEST

START_TEST(standard_input_is_read_whole)
{
	struct buf b = BUF_INIT;
	struct err e = ERR_INIT;
	char *path;
	int fd;

	begin();
	make("in");
	path = in_dir("in");
	fd = open(path, O_RDONLY);
	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(dup2(fd, 0), 0);
	ck_assert_int_eq(file_read_stdin(10, &b, &e), RC_OK);
	ck_assert_str_eq(b.data, "x");
	close(fd);
	buf_release(&b);
	free(path);
	end();
}
END_TEST

START_TEST(what_is_no_file_is_refused_at_once)
{
	struct buf b = BUF_INIT;
	struct err e = ERR_INIT;
	char *pipe;

	begin();
	pipe = in_dir("pipa");
	ck_assert_int_eq(mkfifo(pipe, 0600), 0);
	alarm(5);
	ck_assert_int_eq(file_read(pipe, 10, &b, &e), RC_INPUT);
	ck_assert_ptr_nonnull(strstr(e.msg, "a pipe, not a file"));
	ck_assert_int_eq(file_read("/dev/zero", 10, &b, &e), RC_INPUT);
	ck_assert_ptr_nonnull(strstr(e.msg, "a device, not a file"));
	ck_assert_uint_eq(b.cap, 0);
	alarm(0);
	buf_release(&b);
	free(pipe);
	end();
}
END_TEST

START_TEST(a_file_that_is_too_large_costs_nothing)
{
	struct buf b = BUF_INIT;
	struct err e = ERR_INIT;
	char *path;
	int fd;

	begin();
	path = in_dir("besar");
	fd = open(path, O_CREAT | O_WRONLY, 0600);
	ck_assert_int_eq(ftruncate(fd, 1 << 30), 0);
	close(fd);
	ck_assert_int_eq(file_read(path, 256u << 20, &b, &e), RC_INPUT);
	ck_assert_ptr_nonnull(strstr(e.msg, "larger than 256 MiB"));
	ck_assert_uint_eq(b.cap, 0);
	buf_release(&b);
	free(path);
	end();
}
END_TEST

UNIT_MAIN("file", writes_privately_and_reads_back, failed_reads_say_what_and_why, the_maximum_holds,
	a_full_disk_leaves_the_old_file, nothing_is_left_behind_a_failed_write, a_link_stays_a_link,
	what_the_user_made_keeps_its_mode, folders_are_made_privately,
	walks_in_order_without_hidden_and_circles, names_are_taken_apart,
	standard_input_is_read_whole, what_is_no_file_is_refused_at_once,
	a_file_that_is_too_large_costs_nothing)
