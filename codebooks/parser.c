/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codebooks/parser.h"

#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "codebooks/load.h"
#include "codebooks/parse.h"
#include "codebooks/source.h"

/* "codebook" KEY [ "version" NUM ] [ languages ] */
static bool parse_name(struct parser *p)
{
	if (!parse_is(p, "codebook")) {
		complain_hint(p->c, parse_expected(p, MSG_P_CODEBOOK), SAY(H_BEGIN));
		return false;
	}
	parse_advance(p);
	p->cb->name = parse_key(p, MSG_P_CODEBOOK_KEY, 0);
	if (p->cb->name == NULL)
		p->cb->name = "?";
	return strcmp(p->cb->name, "?") != 0 || p->tok.kind == TOKEN_RUN;
}

static bool parse_version(struct parser *p)
{
	const char *s;

	if (!parse_is(p, "version"))
		return true;
	parse_advance(p);
	s = parse_raw(p);
	if (p->tok.kind != TOKEN_RUN || *s < '0' || *s > '9' ||
		strspn(s, "0123456789.") < parse_len(p)) {
		if (!parse_flawed(p))
			complain_hint(p->c,
				complain_error(p->c, p->tok.at, SAY(E011_VERSION), parse_clip(p)),
				SAY(H_VERSION));
		return false;
	}
	p->cb->declared = arena_dup(p->arena, s, parse_len(p));
	parse_advance(p);
	return true;
}

static void parse_header(struct parser *p)
{
	static const char *const indonesian[] = { "id", NULL };
	const char *const *languages = NULL;
	bool good = parse_version(p);

	p->cb->languages = indonesian;
	if (good && p->tok.kind == TOKEN_RUN && p->tok.word == WORD_LANGUAGE) {
		parse_advance(p);
		languages = parse_language_list(p);
		good = languages != NULL;
	}
	if (languages != NULL) {
		p->cb->languages = languages;
		p->defaults.v.languages = languages;
		p->defaults.has |= OWN_LANGUAGES;
	}
	if (!good)
		parse_recover(p);
}

static void keep_text(struct codebook *cb, const char *name, const char *id,
	const struct buf *bytes, const struct buf *text)
{
	struct source_file f = { .len = text->len };

	f.name = arena_strdup(&cb->arena, name);
	f.id = arena_strdup(&cb->arena, id);
	f.text = arena_dup(&cb->arena, text->data, text->len);
	sha256_of(bytes->data, bytes->len, f.sha);
	vec_push(&cb->files, f);
}

static void parse_file(struct codebook *cb, struct complain *c, struct load *load, uint16_t number)
{
	const struct source_file *f = &cb->files.items[0];
	struct parser p;

	parse_start(&p, &cb->arena, c, f->text, f->len);
	p.cb = cb;
	p.load = load;
	p.file = p.lex.file = p.tok.at.file = number;
	p.items = load->items;
	if (parse_name(&p)) {
		load->files.items[number].name = cb->name;
		parse_header(&p);
		parse_file_items(&p);
		cb->suppressed = p.lex.suppressed;
		p.lex.suppressed = (struct suppress_list)VEC_INIT;
		parse_used(&p);
		resolve_codebook(&p);
		resolve_refs(&p);
		check_codebook(&p);
	}
	if (c->errors == 0 && load->errors == 0) {
		link_codebook(&p);
		if (number == 0 && c->errors == 0)
			lint_codebook(&p);
	}
	load->items = p.items;
	parse_stop(&p);
}

struct codebook *parse_another(
	struct load *load, const char *name, const char *id, const struct buf *bytes)
{
	struct codebook *cb = mem_zalloc(1, sizeof *cb);
	struct load_file file = { mem_strdup(id), NULL, cb, NULL, true };
	uint16_t number = (uint16_t)load->files.n;
	struct buf ready = BUF_INIT;
	struct complain c;

	vec_push(&load->files, file);
	complain_init(&c, load->d, name);
	if (source_prepare(bytes->data, bytes->len, &ready, &c)) {
		keep_text(cb, name, id, bytes, &ready);
		parse_file(cb, &c, load, number);
	}
	load->errors += c.errors;
	complain_release(&c);
	buf_release(&ready);
	load->files.items[number].open = false;
	return cb;
}

static enum rc parse_all(struct load *load, const char *name, const struct buf *bytes,
	struct codebook **out, struct err *e)
{
	struct codebook *cb = parse_another(load, name, "", bytes);
	unsigned errors = load->errors;

	diag_sort(load->d);
	load_finish(load, errors == 0);
	if (errors == 0) {
		*out = cb;
		return RC_OK;
	}
	codebook_free(cb);
	return err_set(e, RC_INPUT,
		message_text(errors == 1	      ? MSG_S_ONE_ERROR
			     : errors >= COMPLAIN_MAX ? MSG_S_MANY_ERRORS
						      : MSG_S_ERRORS,
			load->d->lang),
		name, errors);
}

enum rc codebook_parse(const char *name, const char *text, size_t len, struct codebook **out,
	struct diags *d, struct err *e)
{
	struct load load = { .d = d };
	struct load_bundle bundle;
	struct buf bytes = BUF_INIT;
	enum rc rc;

	*out = NULL;
	buf_add(&bytes, text, len);
	if (load_unbundle(text, len, &bundle)) {
		load.read = load_from_bundle;
		load.arg = &bundle;
		buf_reset(&bytes);
		buf_add(&bytes, bundle.pieces.items[0].text, bundle.pieces.items[0].len);
	}
	rc = parse_all(&load, name, &bytes, out, e);
	load_bundle_release(&bundle);
	buf_release(&bytes);
	return rc;
}

enum rc codebook_load(const char *path, struct codebook **out, struct diags *d, struct err *e)
{
	const char *slash = strrchr(path, '/');
	struct load_disk disk = { slash == NULL	  ? mem_strdup(".")
				  : slash == path ? mem_strdup("/")
						  : mem_dup(path, (size_t)(slash - path)) };
	struct load load = { .read = load_from_disk, .arg = &disk, .d = d };
	struct buf text = BUF_INIT;
	enum rc rc = file_read(path, CODEBOOK_MAX, &text, e);

	*out = NULL;
	if (rc == RC_OK)
		rc = parse_all(&load, path, &text, out, e);
	buf_release(&text);
	free(disk.root);
	return rc;
}

static enum rc pattern_failed(const struct diags *d, const char *text, struct err *e)
{
	const struct diag *g = d->list.n > 0 ? &d->list.items[0] : NULL;

	if (g == NULL)
		return err_set(e, RC_USAGE, "'%s' is not a pattern", text);
	return err_set(e, RC_USAGE, "the pattern '%s': %s%s%s", text, g->text,
		g->hint != NULL ? "; " : "", g->hint != NULL ? g->hint : "");
}

/* One place that fills the text. */
static const struct pattern *whole_place(struct parser *p)
{
	const struct pattern *place = parse_place(p);

	if (place != NULL && p->tok.kind != TOKEN_END) {
		complain_hint(p->c, parse_expected(p, MSG_P_ONE_PATTERN), SAY(H_NEIGHBOURS));
		return NULL;
	}
	if (place != NULL && place->kind == PATTERN_LIST) {
		complain_error(p->c, place->at, SAY(E009_PATTERN));
		return NULL;
	}
	return place;
}

enum rc pattern_parse(const char *text, struct arena *a, const struct pattern **out, struct err *e)
{
	struct diags d = DIAGS_INIT;
	struct buf nfc = BUF_INIT;
	struct complain c;
	struct parser p;
	enum rc rc = RC_OK;

	*out = NULL;
	if (!utf8_valid(text, strlen(text), NULL))
		return err_set(e, RC_USAGE, "the pattern is not UTF-8");
	utf8_nfc(text, strlen(text), &nfc);
	complain_init(&c, &d, NULL);
	parse_start(&p, a, &c, nfc.data, nfc.len);
	*out = whole_place(&p);
	if (*out == NULL)
		rc = pattern_failed(&d, text, e);
	parse_stop(&p);
	complain_release(&c);
	diags_release(&d);
	buf_release(&nfc);
	return rc;
}
