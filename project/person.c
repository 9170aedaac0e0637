/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A person's file is two lines: uid in hex, display name.
 */
#include "project/person.h"

#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/sha256.h"
#include "base/utf8.h"

#define PERSON_FILE_MAX 4096

static char *config_folder(void)
{
	const char *xdg = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
	const struct passwd *pw;

	if (xdg != NULL && xdg[0] == '/')
		return mem_printf("%s/tema", xdg);
	if (home != NULL && home[0] == '/')
		return mem_printf("%s/.config/tema", home);
	pw = getpwuid(getuid());
	return mem_printf("%s/.config/tema", pw != NULL ? pw->pw_dir : "/tmp");
}

static char *login_name(void)
{
	const char *name = getenv("LOGNAME");
	const struct passwd *pw;

	if (name == NULL || *name == '\0')
		name = getenv("USER");
	if (name != NULL && *name != '\0')
		return mem_strdup(name);
	pw = getpwuid(getuid());
	return mem_strdup(pw != NULL ? pw->pw_name : "coder");
}

static enum rc read_person(const char *path, struct person *out, struct err *e)
{
	struct buf b = BUF_INIT;
	enum rc rc = file_read(path, PERSON_FILE_MAX, &b, e);
	char *name = rc == RC_OK ? strchr(b.data, '\n') : NULL;

	if (name != NULL) {
		*name++ = '\0';
		name[strcspn(name, "\r\n")] = '\0';
	}
	if (rc == RC_OK &&
		(name == NULL || *name == '\0' || !utf8_valid(name, strlen(name), NULL) ||
			uid_parse(b.data, &out->uid) != 0))
		rc = err_set(e, RC_INPUT,
			"'%s' does not say who you are (line 1: 32 hex digits, line 2: your name); "
			"remove it to start anew",
			path);
	if (rc == RC_OK)
		out->name = mem_strdup(name);
	buf_release(&b);
	return rc;
}

static enum rc write_person(
	const char *folder, const char *path, const struct person *p, struct err *e)
{
	struct buf b = BUF_INIT;
	char hex[UID_HEX];
	enum rc rc = file_mkdirs(folder, e);

	uid_hex(&p->uid, hex);
	buf_printf(&b, "%s\n%s\n", hex, p->name);
	if (rc == RC_OK)
		rc = file_write(path, b.data, b.len, e);
	buf_release(&b);
	return rc;
}

/* Read the person at path, or make one with this name there. */
static enum rc person_at(
	const char *path, const char *name, struct person *out, bool *created, struct err *e)
{
	if (file_exists(path))
		return read_person(path, out, e);
	if (created == NULL) {
		out->name = mem_strdup("");
		return RC_OK;
	}
	uid_random(&out->uid);
	out->name = mem_strdup(name);
	*created = true;
	return RC_OK;
}

static enum rc own_person(const char *folder, struct person *out, bool *created, struct err *e)
{
	char *path = mem_printf("%s/coder", folder), *login = login_name();
	enum rc rc = person_at(path, login, out, created, e);

	free(path);
	free(login);
	return rc;
}

/* Another person's file is named by a hash: a name may hold anything. */
static char *other_path(const char *folder, const char *name)
{
	uint8_t sha[SHA256_LEN];
	char hex[17];

	sha256_of(name, strlen(name), sha);
	hex_of(sha, 8, hex);
	return mem_printf("%s/coders/%s", folder, hex);
}

static enum rc named_person(
	const char *folder, const char *name, struct person *out, bool *created, struct err *e)
{
	char *path = mem_printf("%s/coder", folder);
	struct err ignored = ERR_INIT;
	bool own = file_exists(path) && read_person(path, out, &ignored) == RC_OK &&
		   strcmp(out->name, name) == 0;
	enum rc rc = RC_OK;

	free(path);
	if (own)
		return RC_OK;
	person_release(out);
	path = other_path(folder, name);
	rc = person_at(path, name, out, created, e);
	free(path);
	return rc;
}

static const char *asked_name(const char *asked)
{
	const char *name = asked != NULL ? asked : getenv("TEMA_CODER");

	return name != NULL && *name != '\0' ? name : NULL;
}

enum rc person_keep(const char *asked, const struct person *p, struct err *e)
{
	char *folder = config_folder();
	char *path = asked_name(asked) != NULL ? other_path(folder, asked_name(asked))
					       : mem_printf("%s/coder", folder);
	char *below = mem_dup(path, (size_t)(file_base(path) - path - 1));
	enum rc rc = write_person(below, path, p, e);

	if (rc != RC_OK)
		err_wrap(e, "keeping who you are");
	free(below);
	free(path);
	free(folder);
	return rc;
}

enum rc person_load(const char *asked, struct person *out, bool *created, struct err *e)
{
	const char *name = asked_name(asked);
	char *folder = config_folder();
	enum rc rc;

	*out = (struct person){ .name = NULL };
	if (created != NULL)
		*created = false;
	if (name != NULL && (strlen(name) > 200 || !utf8_valid(name, strlen(name), NULL) ||
				    strpbrk(name, "\r\n") != NULL))
		rc = err_set(e, RC_USAGE, "a coder's name is one line of at most 200 bytes");
	else if (name != NULL)
		rc = named_person(folder, name, out, created, e);
	else
		rc = own_person(folder, out, created, e);
	if (rc != RC_OK && rc != RC_USAGE)
		err_wrap(e, "finding out who you are");
	free(folder);
	return rc;
}

void person_release(struct person *p)
{
	free((char *)p->name);
	p->name = NULL;
}

struct row_search {
	const struct uid *uid;
	int64_t id;
};

static enum rc match(const struct store_coder *c, void *arg, struct err *e)
{
	struct row_search *r = arg;

	(void)e;
	if (memcmp(&c->uid, r->uid, sizeof *r->uid) == 0)
		r->id = c->id;
	return RC_OK;
}

enum rc person_row(struct store *s, const struct person *p, int64_t *id, struct err *e)
{
	struct row_search r = { &p->uid, 0 };
	enum rc rc = store_coders(s, match, &r, e);

	*id = r.id;
	return rc;
}
