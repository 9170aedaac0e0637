/* SPDX-License-Identifier: GPL-3.0-or-later */
/* use "file": which names may be used, and the files read (CODEBOOK 6.15). */
#include "codebooks/parse.h"

#include <string.h>

#include "codebooks/load.h"
#include "codebooks/parser.h"

static bool has_parent_step(const char *path)
{
	const char *s = path;

	while ((s = strstr(s, "..")) != NULL) {
		bool begins = s == path || s[-1] == '/';
		bool ends = s[2] == '\0' || s[2] == '/';

		if (begins && ends)
			return true;
		s += 2;
	}
	return false;
}

/* Why the path must not be read, or NULL (CODEBOOK 6.15). */
static const char *refusal(const char *path)
{
	static const char suffix[] = ".codebook";
	size_t len = strlen(path), n = sizeof suffix - 1;

	if (path[0] == '/' || path[0] == '~')
		return "a used file stands beside or below this one: no absolute path";
	if (strpbrk(path, "\\:\n") != NULL)
		return "a used file is named with '/' between folders";
	if (has_parent_step(path))
		return "a used file stands beside or below this one: no '..'";
	if (strchr(path, '/') == NULL && parse_key_check(path, len, false) == len)
		return NULL;
	if (len <= n || strcmp(path + len - n, suffix) != 0)
		return "a used file ends in .codebook; a shipped codebook is named by its key";
	return NULL;
}

bool parse_use(struct parser *p, void *unused)
{
	struct use u = { 0 };
	const char *why;

	(void)unused;
	parse_advance(p);
	u.at = p->tok.at;
	u.name = parse_joined(p, "a file name in quotes");
	if (u.name == NULL)
		return false;
	why = refusal(u.name);
	u.refused = why != NULL;
	if (why != NULL)
		complain_error(p->c, u.at, "E021", "%s", why);
	vec_push(&p->cb->uses, u);
	return true;
}

/* --- reading ------------------------------------------------------------------------------------
 */

static struct codebook *failed(
	struct parser *p, const struct use *u, const char *id, const char *text)
{
	complain_error(p->c, u->at, id, "%s", text);
	return NULL;
}

static struct codebook *read_file(struct parser *p, const struct use *u, const char *id)
{
	struct codebook *cb = NULL;
	struct buf bytes = BUF_INIT;
	struct err e = ERR_INIT;
	char *name = NULL;

	if (p->load->files.n >= LOAD_FILES)
		failed(p, u, "E022", "more than 64 files are used");
	else if (p->load->read(p->load->arg, id, &bytes, &name, &e) != RC_OK)
		failed(p, u, "E021", e.msg);
	else if ((p->load->bytes += bytes.len) > LOAD_BYTES)
		failed(p, u, "E022", "the files that are used are longer than 64 MiB");
	else
		cb = parse_another(p->load, name != NULL ? name : id, id, &bytes);
	free(name);
	buf_release(&bytes);
	return cb;
}

/* The same codebook by another way is read once; another one of its name is not understood. */
static struct codebook *same_name(struct parser *p, const struct use *u, struct codebook *cb)
{
	vec_each (struct load_file, f, &p->load->files) {
		if (f->own == cb || f->name == NULL || strcmp(f->name, cb->name) != 0)
			continue;
		if (f->cb != NULL &&
			memcmp(f->cb->files.items[0].sha, cb->files.items[0].sha, SHA256_LEN) == 0)
			return f->cb;
		return failed(p, u, "E021", "two different files are codebooks of one name");
	}
	return cb;
}

static struct codebook *find_file(struct parser *p, const struct use *u)
{
	char *id = load_id(p->cb->files.items[0].id, u->name);
	int known = load_find(p->load, id);
	unsigned errors = p->load->errors;
	size_t number = p->load->files.n;
	struct codebook *cb = NULL;

	if (known >= 0 && p->load->files.items[known].open)
		failed(p, u, "E015", "this file is used by the one that it uses");
	else if (known >= 0)
		cb = p->load->files.items[known].cb;
	else if ((cb = read_file(p, u, id)) != NULL) {
		cb = p->load->errors == errors ? same_name(p, u, cb) : NULL;
		p->load->files.items[number].cb = cb;
	}
	free(id);
	return cb;
}

static void add_used(struct codebook *cb, struct codebook *used)
{
	vec_each (struct codebook *, have, &cb->used)
		if (*have == used)
			return;
	vec_push(&cb->used, used);
}

void parse_used(struct parser *p)
{
	vec_each (struct use, u, &p->cb->uses) {
		u->book = p->load->read != NULL && !u->refused && !p->stopped ? find_file(p, u)
									      : NULL;
		if (u->book == NULL) {
			p->blind = true;
			continue;
		}
		vec_each (struct codebook *, inner, &u->book->used)
			add_used(p->cb, *inner);
		add_used(p->cb, u->book);
	}
}
