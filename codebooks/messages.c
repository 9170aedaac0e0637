/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codebooks/messages.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

#define MESSAGE_MAX 400

static const struct {
	const char *key, *en, *id;
} messages[MESSAGE_COUNT] = {
	[MSG_NONE] = { "", "", "" },
#define MESSAGE(key, en, id) [MSG_##key] = { #key, en, id },
#include "codebooks/messages_all.def"
#undef MESSAGE
};

const char *message_text(enum message m, const char *lang)
{
	return lang != NULL && strcmp(lang, "id") == 0 ? messages[m].id : messages[m].en;
}

const char *message_key(enum message m)
{
	return messages[m].key;
}

void message_id(enum message m, char id[5])
{
	snprintf(id, 5, "%.4s", messages[m].key);
}

const char *message_words(
	struct arena *a, const char *lang, enum message m, const char *english, ...)
{
	struct buf words = BUF_INIT;
	const char *kept;
	va_list ap;

	va_start(ap, english);
	buf_vprintf(&words, message_text(m, lang), ap);
	va_end(ap);
	kept = arena_dup(a, words.data, words.len);
	buf_release(&words);
	return kept;
}

void message_add(struct buf *out, const char *lang, enum message m, const char *english, ...)
{
	va_list ap;

	va_start(ap, english);
	buf_vprintf(out, message_text(m, lang), ap);
	va_end(ap);
}

/* A message holds words of the file, and those may be megabytes long. */
static void shorten(struct buf *words)
{
	size_t cut = utf8_cut(words->data, words->len, MESSAGE_MAX);

	if (cut == words->len)
		return;
	words->len = cut;
	buf_adds(words, "…");
}

struct diag *message_diag_v(struct diags *d, enum diag_level level, const struct diag_at *at,
	enum message m, va_list ap)
{
	struct buf words = BUF_INIT;
	struct diag *g;
	char id[5];

	message_id(m, id);
	buf_vprintf(&words, message_text(m, d->lang), ap);
	shorten(&words);
	g = diag_add(d, level, id, at, "%s", words.data);
	buf_release(&words);
	return g;
}

struct diag *message_diag(struct diags *d, enum diag_level level, const struct diag_at *at,
	enum message m, const char *english, ...)
{
	struct diag *g;
	va_list ap;

	va_start(ap, english);
	g = message_diag_v(d, level, at, m, ap);
	va_end(ap);
	return g;
}

void message_hint_v(struct diags *d, struct diag *g, enum message m, va_list ap)
{
	struct buf words = BUF_INIT;

	if (g == NULL)
		return;
	buf_vprintf(&words, message_text(m, d->lang), ap);
	shorten(&words);
	diag_hint(d, g, "%s", words.data);
	buf_release(&words);
}

void message_hint(struct diags *d, struct diag *g, enum message m, const char *english, ...)
{
	va_list ap;

	va_start(ap, english);
	message_hint_v(d, g, m, ap);
	va_end(ap);
}
