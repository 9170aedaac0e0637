/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/chats.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "corpus/md_line.h"
#include "corpus/rows_dates.h"
#include "corpus/turns_label.h"

#define MESSAGES_LEAST 3
#define DATE_LEN 16 /* "17/08/2024" */
#define ISO_LEN 10  /* "2024-08-17" */

struct slice {
	const char *p;
	size_t len;
};

/* The first line of a message. */
struct head {
	struct slice date, sender, text; /* date: empty = only a time */
	bool notice;			 /* nobody says it */
};

struct chat {
	struct draft *out;
	struct slice day; /* of the message before */
	struct rows_dates dates;
	bool headings, open; /* open: lines go on with the message */
	unsigned messages, notices, media;
};

static bool begins(struct slice s, const char *word)
{
	return s.len >= strlen(word) && memcmp(s.p, word, strlen(word)) == 0;
}

static bool ends(struct slice s, const char *word)
{
	size_t n = strlen(word);

	return s.len >= n && memcmp(s.p + s.len - n, word, n) == 0;
}

static struct slice behind(struct slice s, size_t n)
{
	return (struct slice){ s.p + n, s.len - n };
}

static struct slice trim(struct slice s)
{
	while (s.len > 0 && ascii_blank(*s.p))
		s = behind(s, 1);
	while (s.len > 0 && ascii_blank(s.p[s.len - 1]))
		s.len--;
	return s;
}

/* Without the marks of direction that telephones put in front. */
static struct slice skip_marks(struct slice s)
{
	while (begins(s, "\u200e") || begins(s, "\u200f") || begins(s, "\u202a"))
		s = behind(s, 3);
	return s;
}

/* ---- the first line of a message ---- */

/* "Sari: text"; a sender is anything short without quotation marks. */
static bool split_sender(struct slice s, struct head *out)
{
	size_t n = 0;

	while (n < s.len && !(s.p[n] == ':' && (n + 1 == s.len || ascii_blank(s.p[n + 1]))))
		n++;
	if (n == 0 || n == s.len || utf8_count(s.p, n) > LABEL_MAX || memchr(s.p, '"', n) != NULL)
		return false;
	out->sender = trim((struct slice){ s.p, n });
	if (begins(out->sender, "~")) /* no contact of the one who exported */
		out->sender = trim(behind(out->sender, 1));
	out->text = trim(behind(s, n + 1));
	return out->sender.len > 0;
}

static bool whatsapp_head(struct slice line, struct head *out)
{
	struct slice s = skip_marks(line), rest;
	const char *said = label_skip_date(s.p, s.p + s.len);

	if (said == s.p)
		return false;
	rest = skip_marks(behind(s, (size_t)(said - s.p)));
	out->date = behind(s, *s.p == '[');
	out->date.len = 0;
	while (out->date.p + out->date.len < said && !ascii_blank(out->date.p[out->date.len]) &&
		out->date.p[out->date.len] != ',')
		out->date.len++;
	out->notice = !split_sender(rest, out);
	return true;
}

/* "From Sari to Everyone:", "From  Sari : text" */
static bool zoom_sender(struct slice s, struct head *out)
{
	static const char *const to[] = { " to ", " To ", " kepada ", " ke " };
	size_t n = begins(s, "From ") ? 5 : begins(s, "Dari ") ? 5 : 0;

	if (n == 0 || !split_sender(trim(behind(s, n)), out))
		return false;
	for (size_t i = 0; i < sizeof to / sizeof *to; i++) {
		const char *at = memmem(out->sender.p, out->sender.len, to[i], strlen(to[i]));

		if (at != NULL)
			out->sender =
				trim((struct slice){ out->sender.p, (size_t)(at - out->sender.p) });
	}
	return out->sender.len > 0;
}

static bool zoom_head(struct slice line, struct head *out)
{
	struct slice s = line;
	int64_t ms;
	size_t n = 0;

	while (n < s.len && n < DATE_LEN && strchr("0123456789-/", s.p[n]) != NULL)
		n++;
	if (n >= 8 && n < s.len && ascii_blank(s.p[n])) {
		out->date = (struct slice){ s.p, n };
		s = trim(behind(s, n));
	}
	n = label_time(s.p, s.len, &ms);
	return n > 0 && zoom_sender(trim(behind(s, n)), out);
}

static bool parse_head(struct slice line, struct head *out)
{
	*out = (struct head){ .notice = false };
	return zoom_head(line, out) || whatsapp_head(line, out);
}

/* ---- what is no text ---- */

static bool is_one_of(struct slice s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s.len == strlen(words[i]) && memcmp(s.p, words[i], s.len) == 0)
			return true;
	return false;
}

static bool is_deleted(struct slice text)
{
	static const char *const words[] = { "Pesan ini dihapus", "Pesan ini telah dihapus",
		"Anda menghapus pesan ini", "Anda telah menghapus pesan ini",
		"This message was deleted", "You deleted this message", "null" };

	if (ends(text, "."))
		text.len--;
	return is_one_of(text, words, sizeof words / sizeof *words);
}

static bool is_media(struct slice text)
{
	return (begins(text, "<") && ends(text, ">")) || ends(text, "(file terlampir)") ||
	       ends(text, "(file attached)");
}

/* Notices of telephones begin with a mark of direction; it tells pictures too. */
static bool is_marked(struct slice text)
{
	return begins(text, "\u200e");
}

static struct slice without_edited(struct slice text)
{
	static const char *const words[] = { "<Pesan ini diedit>", "<This message was edited>" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (ends(text, words[i]))
			text.len -= strlen(words[i]);
	while (text.len >= 3 && ends(text, "\u200e"))
		text.len -= 3;
	return trim(text);
}

/* ---- the whole ---- */

static bool next(const char **pos, const char *end, struct slice *out)
{
	struct md_line line;

	if (!md_line_next(pos, end, &line))
		return false;
	*out = (struct slice){ line.p, line.len };
	return true;
}

/* "17.08.24" as "17/08/2024"; empty: no date. */
static void full_date(struct slice date, char out[DATE_LEN])
{
	size_t n = date.len < DATE_LEN - 2 ? date.len : 0;

	memcpy(out, date.p != NULL ? date.p : "", n);
	out[n] = '\0';
	for (size_t i = 0; i < n; i++)
		if (out[i] == '.' || (out[i] == '-' && n != ISO_LEN))
			out[i] = '/';
	if (n > 3 && out[n - 3] == '/') {
		memmove(out + n, out + n - 2, 3);
		memcpy(out + n - 2, "20", 2);
	}
}

/* Is it a chat, and over how many days does it go? */
static bool survey(struct chat *c, const char *text, size_t len)
{
	const char *pos = text, *end = text + len;
	struct slice line, first = { NULL, 0 };
	struct head head;
	char date[DATE_LEN];
	unsigned heads = 0, senders = 0;

	while (next(&pos, end, &line)) {
		if (trim(line).len == 0)
			continue;
		if (!parse_head(line, &head)) {
			if (heads == 0)
				return false;
			continue;
		}
		heads++;
		senders += !head.notice;
		full_date(head.date, date);
		rows_dates_look(&c->dates, date);
		if (heads == 1)
			first = head.date;
		else if (head.date.len != first.len ||
			 (first.len > 0 && memcmp(head.date.p, first.p, first.len) != 0))
			c->headings = true;
	}
	return heads >= MESSAGES_LEAST && 2 * senders >= heads;
}

static void take_date(struct chat *c, struct slice date)
{
	char written[DATE_LEN], iso[ROWS_DATE_MAX];

	if (date.len == 0)
		return;
	full_date(date, written);
	if (c->out->date == NULL && rows_date(&c->dates, written, iso))
		c->out->date = arena_strdup(&c->out->arena, iso);
	if (c->headings && (date.len != c->day.len || memcmp(date.p, c->day.p, date.len) != 0)) {
		draft_para(c->out, PARA_HEADING);
		draft_text(c->out, date.p, date.len);
	}
	c->day = date;
}

static void take_message(struct chat *c, const struct head *head)
{
	struct slice text = without_edited(head->text);
	bool marked = is_marked(text), media = is_media(skip_marks(text));

	c->open = false;
	if (head->notice || is_deleted(skip_marks(text))) {
		c->notices++;
		return;
	}
	if (marked || media) {
		c->media += media || c->messages > 0;
		c->notices += !media && c->messages == 0;
		return;
	}
	take_date(c, head->date);
	draft_para(c->out, PARA_BODY);
	draft_label(c->out, head->sender.p, head->sender.len);
	draft_text(c->out, text.p, text.len);
	c->messages++;
	c->open = true;
}

static void take_line(struct chat *c, struct slice line)
{
	if (!c->open)
		return;
	if (vec_last(&c->out->paras)->start < c->out->text.len)
		draft_text(c->out, "\n", 1);
	draft_text(c->out, line.p, line.len);
}

static void tell(const struct chat *c, const char *name, struct diags *d)
{
	const struct diag_at at = { .file = name };

	if (c->notices > 0)
		diag_add(d, DIAG_REMARK, "R029", &at,
			"notices of the chat program left out (members, encryption, deleted "
			"messages): %u",
			c->notices);
	if (c->media > 0)
		diag_add(d, DIAG_REMARK, "R033", &at,
			"messages without text left out (pictures, recordings, files): %u",
			c->media);
}

bool chats_read(const char *name, const char *text, size_t len, struct draft *out, struct diags *d)
{
	const char *pos = text, *end = text + len;
	struct chat c = { .out = out };
	struct slice line;
	struct head head;

	if (!survey(&c, text, len))
		return false;
	while (next(&pos, end, &line)) {
		if (parse_head(line, &head))
			take_message(&c, &head);
		else
			take_line(&c, trim(line));
	}
	draft_end(out);
	tell(&c, name, d);
	return true;
}
