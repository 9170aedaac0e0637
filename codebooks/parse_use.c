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

/* Why the path must not be read, or MSG_NONE (CODEBOOK 6.15). */
static enum message refusal(const char *path)
{
	static const char suffix[] = ".codebook";
	size_t len = strlen(path), n = sizeof suffix - 1;

	if (path[0] == '/' || path[0] == '~')
		return MSG_E021_ABSOLUTE;
	if (strpbrk(path, "\\:\n") != NULL)
		return MSG_E021_SLASH;
	if (has_parent_step(path))
		return MSG_E021_PARENT;
	if (strchr(path, '/') == NULL && parse_key_check(path, len, false) == len)
		return MSG_NONE;
	if (len <= n || strcmp(path + len - n, suffix) != 0)
		return MSG_E021_ENDING;
	return MSG_NONE;
}

bool parse_use(struct parser *p, void *unused)
{
	struct use u = { 0 };
	enum message why;

	(void)unused;
	parse_advance(p);
	u.at = p->tok.at;
	u.name = parse_joined(p, MSG_P_FILE_NAME);
	if (u.name == NULL)
		return false;
	why = refusal(u.name);
	u.refused = why != MSG_NONE;
	if (u.refused)
		complain_plain(p->c, u.at, why);
	vec_push(&p->cb->uses, u);
	return true;
}

/* --- reading ------------------------------------------------------------------------------------
 */

static void not_read(struct parser *p, const struct use *u, const char *id, const struct err *e)
{
	const char *name = load_shipped(p->arena, id);

	if (e->rc == RC_NOTFOUND && name != NULL)
		complain_error(p->c, u->at, SAY(E021_NOT_SHIPPED), name);
	else if (e->rc == RC_NOTFOUND)
		complain_error(p->c, u->at, SAY(E021_NO_FILE), id);
	else if (e->rc == RC_USAGE)
		complain_error(p->c, u->at, SAY(E021_LINK));
	else
		complain_error(p->c, u->at, SAY(E021_FAILED), e->msg);
}

static struct codebook *read_file(struct parser *p, const struct use *u, const char *id)
{
	struct codebook *cb = NULL;
	struct buf bytes = BUF_INIT;
	struct err e = ERR_INIT;
	char *name = NULL;

	if (p->load->files.n >= LOAD_FILES)
		complain_error(p->c, u->at, SAY(E022_FILES), LOAD_FILES);
	else if (p->load->read(p->load->arg, id, &bytes, &name, &e) != RC_OK)
		not_read(p, u, id, &e);
	else if ((p->load->bytes += bytes.len) > LOAD_BYTES)
		complain_error(p->c, u->at, SAY(E022_BYTES), LOAD_BYTES >> 20);
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
		complain_error(p->c, u->at, SAY(E021_SAME_NAME));
		return NULL;
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
		complain_error(p->c, u->at, SAY(E015_USE));
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
