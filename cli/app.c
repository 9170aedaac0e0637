/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/app.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cmd.h"
#include "cli/help.h"
#include "cli/say.h"
#include "project/find.h"
#include "project/seen.h"
#include "store/pseudonyms.h"

/* Options that every command understands, before or behind its name. */
struct globals {
	const char *project, *coder, *lang;
	bool help, version, quiet, dry_run, original;
	int format;
};

static const char *const formats[] = { "text", "csv", "json", NULL };
static const char *const langs[] = { "id", "en", NULL };

#define GLOBALS 9

/* The table of the global options, those of `flags` among them; returns their number. */
static size_t global_options(struct globals *g, unsigned flags, struct opt *out)
{
	const struct opt all[GLOBALS] = {
		{ .name = "project",
			.letter = 'p',
			.kind = OPT_TEXT,
			.value = &g->project,
			.arg = "FILE",
			.help = "project file (else $TEMA_PROJECT, else the only *.tema here)" },
		{ .name = "coder",
			.kind = OPT_TEXT,
			.value = &g->coder,
			.arg = "NAME",
			.help = "who decides (else $TEMA_CODER, else your configuration)" },
		{ .name = "quiet",
			.letter = 'q',
			.kind = OPT_FLAG,
			.value = &g->quiet,
			.help = "say only what went wrong" },
		{ .name = "original",
			.kind = OPT_FLAG,
			.value = &g->original,
			.help = "show names that codes and pseudonyms hide" },
		{ .name = "help",
			.letter = 'h',
			.kind = OPT_FLAG,
			.value = &g->help,
			.help = "show this help" },
		{ .name = "version",
			.kind = OPT_FLAG,
			.value = &g->version,
			.help = "show the version" },
		{ .name = "format",
			.kind = OPT_CHOICE,
			.value = &g->format,
			.arg = "text|csv|json",
			.choices = formats,
			.help = "how to write the list" },
		{ .name = "dry-run",
			.kind = OPT_FLAG,
			.value = &g->dry_run,
			.help = "show what would be done, write nothing" },
		{ .name = "lang",
			.kind = OPT_TEXT,
			.value = &g->lang,
			.arg = "id|en",
			.help = "language of labels, reports and messages about codebooks" },
	};
	size_t n = 0;

	for (size_t i = 0; i < GLOBALS; i++) {
		if (all[i].value == &g->format && !(flags & CMD_FORMAT))
			continue;
		if (all[i].value == &g->dry_run && !(flags & CMD_DRYRUN))
			continue;
		out[n++] = all[i];
	}
	return n;
}

static const struct cmd *command_by_name(const char *name)
{
	for (const struct cmd *const *c = commands; *c != NULL; c++)
		if (strcmp((*c)->name, name) == 0)
			return *c;
	return NULL;
}

static enum rc unknown_command(const char *name, struct err *e)
{
	const char *names[64];
	size_t n = 0;
	const char *near;

	for (const struct cmd *const *c = commands; *c != NULL && n < 64; c++)
		names[n++] = (*c)->name;
	near = opt_nearest(name, names, n);
	if (near != NULL)
		return err_set(e, RC_USAGE, "unknown command '%s'; did you mean '%s'?", name, near);
	return err_set(e, RC_USAGE, "unknown command '%s'; 'tema help' lists them", name);
}

static void look_around(struct ctx *c, const struct globals *g)
{
	const char *no_colour = getenv("NO_COLOR");

	c->tty_out = isatty(STDOUT_FILENO);
	c->tty_err = isatty(STDERR_FILENO);
	c->colour = c->tty_out && (no_colour == NULL || *no_colour == '\0');
	c->width = screen_width(STDOUT_FILENO);
	c->quiet = g->quiet;
	c->dry_run = g->dry_run;
	c->original = g->original;
	c->writer = writer_by_name(formats[g->format]);
}

struct coder_search {
	int64_t id;
	struct uid uid;
};

static enum rc match_coder(const struct store_coder *coder, void *arg, struct err *e)
{
	struct coder_search *k = arg;

	(void)e;
	if (coder->id == k->id)
		k->uid = coder->uid;
	return RC_OK;
}

static const char *named_coder(const struct globals *g)
{
	const char *name = g->coder != NULL ? g->coder : getenv("TEMA_CODER");

	return name != NULL && *name != '\0' ? name : NULL;
}

/* Somebody new writes into this project: a slip of the pen, or of a name that is taken? */
static void greet(const struct ctx *c, bool created)
{
	struct err unknown = ERR_INIT;
	int64_t id;

	if (store_coder_find(c->store, c->who.name, &id, &unknown) == RC_OK &&
		!(c->cmd->flags & CMD_LISTS))
		say("warning: this project has a coder '%s' already, who is not you; in the lists "
		    "you are two",
			c->who.name);
	else if (created && strstr(unknown.msg, "did you mean") != NULL)
		say("warning: %s", unknown.msg);
}

/* A coder named by a person: unknown where something is only read, that is an error; where
 * something is written, a new one. */
static enum rc check_coder(struct ctx *c, const struct globals *g, bool created, struct err *e)
{
	struct coder_search k = { 0 };
	bool reads = (c->cmd->flags & CMD_CODER) != 0;
	enum rc rc;

	if (!(c->cmd->flags & CMD_WRITE) && (!reads || named_coder(g) == NULL))
		return RC_OK;
	rc = person_row(c->store, &c->who, &k.id, e);
	if (rc != RC_OK || k.id != 0)
		return rc;
	if (!reads) {
		greet(c, created);
		return RC_OK;
	}
	rc = store_coder_find(c->store, named_coder(g), &k.id, e);
	if (rc == RC_OK)
		rc = store_coders(c->store, match_coder, &k, e);
	c->who.uid = k.uid; /* known in the project, not on this machine */
	return rc;
}

/* What only lists, and a dry run, works on a file that may not be written too. */
static enum store_mode mode_for(const struct ctx *c, const char *path)
{
	if (!(c->cmd->flags & CMD_WRITE))
		return STORE_READ;
	if (c->dry_run && access(path, W_OK) != 0)
		return STORE_COPY;
	return (c->cmd->flags & CMD_LISTS) && access(path, W_OK) != 0 ? STORE_READ : STORE_WRITE;
}

/* A person made just now is kept when a project is about to name it, and not before: a command that
 * fails makes nobody. */
struct newcomer {
	struct ctx *c;
	const struct globals *g;
};

static enum rc keep_newcomer(void *arg, struct err *e)
{
	const struct newcomer *n = arg;
	struct ctx *c = n->c;
	enum rc rc = person_keep(n->g->coder, &c->who, e);

	c->who.keep = NULL;
	if (rc == RC_OK && !c->quiet)
		say("you are now known as coder '%s' (%s)", c->who.name,
			n->g->coder != NULL	    ? "--coder"
			: named_coder(n->g) != NULL ? "$TEMA_CODER"
						    : "your configuration folder keeps this");
	return rc;
}

static enum rc open_what_it_needs(
	struct ctx *c, const struct globals *g, struct newcomer *n, char **path, struct err *e)
{
	unsigned flags = c->cmd->flags;
	bool created = false;
	enum rc rc = RC_OK;

	if (flags & (CMD_WRITE | CMD_CODER))
		rc = person_load(g->coder, &c->who, flags & CMD_READ ? NULL : &created, e);
	if (rc == RC_OK && created && !c->dry_run) {
		*n = (struct newcomer){ c, g };
		c->who.keep = keep_newcomer;
		c->who.arg = n;
	}
	if (rc == RC_OK && (flags & (CMD_READ | CMD_WRITE)))
		rc = project_find(g->project, path, e);
	if (rc == RC_OK && *path != NULL)
		rc = store_open(*path, mode_for(c, *path), &c->store, e);
	c->project_path = *path != NULL ? *path : g->project;
	if (rc == RC_OK && c->store != NULL)
		rc = check_coder(c, g, created, e);
	return rc;
}

/* The language of labels: --lang, else the project's, else Indonesian.  Messages about codebooks
 * are in English unless --lang asks for another language. */
static void choose_language(struct ctx *c, const struct globals *g, char **owned)
{
	const char *set = c->store != NULL ? store_setting(c->store, "language") : "";

	c->lang = g->lang != NULL ? g->lang : "id";
	c->says = g->lang;
	for (const char *const *l = langs; *l != NULL; l++)
		if (g->lang == NULL && strcmp(set, *l) == 0)
			c->lang = *owned = mem_strdup(*l);
}

enum rc app_hide_names(struct ctx *c, struct err *e)
{
	bool hides = false;
	enum rc rc = seen_hide(c->store, &hides, e);

	say_hide(c->store);
	if (rc != RC_OK || !hides || !c->original)
		return rc;
	store_hide(c->store, NULL);
	say("warning: names are shown; do not pass this on");
	return RC_OK;
}

/* "did you mean" names what stands in the project. */
static void hide_in_error(const struct store *s, struct err *e)
{
	struct buf shown = BUF_INIT;

	if (s == NULL || store_hidden(s) == NULL || e->rc != RC_NOTFOUND)
		return;
	redact(store_hidden(s), REDACT_NAME, e->msg, strlen(e->msg), &shown, NULL);
	err_set(e, RC_NOTFOUND, "%s", shown.data);
	buf_release(&shown);
}

static enum rc run_command(struct ctx *c, const struct globals *g, struct err *e)
{
	char *path = NULL, *lang = NULL;
	struct newcomer n;
	enum rc rc = open_what_it_needs(c, g, &n, &path, e);

	if (rc == RC_OK) {
		choose_language(c, g, &lang);
		if (c->store != NULL)
			rc = app_hide_names(c, e);
	}
	if (rc == RC_OK)
		rc = c->cmd->run(c, e);
	if (rc != RC_OK)
		hide_in_error(c->store, e);
	say_hide(NULL);
	store_close(c->store);
	person_release(&c->who);
	free(lang);
	free(path);
	return rc;
}

/* Parse the words behind the command's name and run it. */
static enum rc command_line(
	const struct cmd *cmd, struct globals *g, int argc, char **argv, struct err *e)
{
	struct opt *table = mem_zalloc(cmd->nopts + GLOBALS, sizeof *table);
	struct ctx c = { .cmd = cmd };
	size_t n = cmd->nopts;
	enum rc rc;

	if (n > 0)
		memcpy(table, cmd->opts, n * sizeof *table);
	n += global_options(g, cmd->flags, table + n);
	rc = opt_parse(table, n, argc, argv, &c.rest, e);
	if (rc == RC_OK && g->lang != NULL && strcmp(g->lang, "id") != 0 &&
		strcmp(g->lang, "en") != 0)
		rc = err_set(e, RC_USAGE, "--lang is 'id' or 'en', not '%s'", g->lang);
	if (rc == RC_OK && g->help) {
		help_command(cmd, table, n);
	} else if (rc == RC_OK) {
		look_around(&c, g);
		rc = run_command(&c, g, e);
	}
	vec_release(&c.rest);
	free(table);
	return rc;
}

/* Index of the command's name in argv: the first word that is no global option; argc if there is
 * none. */
static enum rc leading_globals(struct globals *g, int argc, char **argv, int *at, struct err *e)
{
	struct opt table[GLOBALS];
	size_t n = global_options(g, 0, table);
	struct opt_list rest = VEC_INIT;
	enum rc rc;
	int i = 1;

	while (i < argc && argv[i][0] == '-' && argv[i][1] != '\0') {
		bool takes = strcmp(argv[i], "-p") == 0 || strcmp(argv[i], "--project") == 0 ||
			     strcmp(argv[i], "--coder") == 0 || strcmp(argv[i], "--lang") == 0;

		i += takes ? 2 : 1;
	}
	*at = i < argc ? i : argc;
	rc = opt_parse(table, n, *at, argv, &rest, e);
	vec_release(&rest);
	return rc;
}

static enum rc help_words(int argc, char **argv, struct err *e)
{
	const struct cmd *cmd;
	char option[] = "--help";
	char *words[] = { argv[0], option, NULL };

	if (argc < 2) {
		help_overview();
		return RC_OK;
	}
	cmd = command_by_name(argv[1]);
	if (cmd == NULL)
		return unknown_command(argv[1], e);
	return command_line(cmd, &(struct globals){ 0 }, 2, words, e);
}

static enum rc dispatch(int argc, char **argv, const struct cmd **cmd, struct err *e)
{
	struct globals g = { 0 };
	int at;
	enum rc rc = leading_globals(&g, argc, argv, &at, e);

	if (rc != RC_OK)
		return rc;
	if (g.version) {
		help_version();
		return RC_OK;
	}
	if (at == argc && !g.help) {
		help_overview();
		return err_set(e, RC_USAGE, "no command given");
	}
	if (at == argc || strcmp(argv[at], "help") == 0)
		return help_words(
			argc - (at < argc ? at : argc - 1), argv + (at < argc ? at : argc - 1), e);
	*cmd = command_by_name(argv[at]);
	if (*cmd == NULL)
		return unknown_command(argv[at], e);
	return command_line(*cmd, &g, argc - at, argv + at, e);
}

/* A closed standard stream is kept shut, but its number taken: else the next file opened would get
 * it, and messages would be written into that file. */
static void take_standard_streams(void)
{
	for (int fd = 0; fd <= 2; fd++)
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) < 0)
			return;
}

int app_run(int argc, char **argv)
{
	const struct cmd *cmd = NULL;
	struct err e = ERR_INIT, late = ERR_INIT;
	enum rc rc;

	take_standard_streams();
	signal(SIGPIPE,
		SIG_IGN); /* as failed writes, these two have a message and are cleaned up */
	signal(SIGXFSZ, SIG_IGN);
	rc = dispatch(argc, argv, &cmd, &e);
	progress_end();
	if (rc != RC_OK && e.msg[0] != '\0')
		say_error(cmd != NULL ? cmd->name : NULL, &e);
	if (out_finish(&late) != RC_OK) {
		say_error(cmd != NULL ? cmd->name : NULL, &late);
		rc = rc == RC_OK ? late.rc : rc;
	}
	return (int)rc;
}
