/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codebooks/words.h"

#include <string.h>

#include "base/opt.h"

#define WORD_MAX 12 /* of those that are compared with what is written */

static const struct {
	const char *text;
	unsigned flags;
} words[WORD_COUNT] = { [WORD_NONE] = { "", 0 },
#define WORD_ROW(id, text, flags) [WORD_##id] = { text, flags },
	WORDS(WORD_ROW)
#undef WORD_ROW
};

static int compare(const char *s, size_t len, const char *word)
{
	int c = strncmp(s, word, len);

	return c != 0 ? c : (word[len] == '\0' ? 0 : -1);
}

enum word word_find(const char *s, size_t len)
{
	int low = 1, high = WORD_COUNT - 1;

	if (len < 2 || len > 10)
		return WORD_NONE;
	while (low <= high) {
		int mid = (low + high) / 2;
		int c = compare(s, len, words[mid].text);

		if (c == 0)
			return (enum word)mid;
		if (c < 0)
			high = mid - 1;
		else
			low = mid + 1;
	}
	return WORD_NONE;
}

const char *word_text(enum word w)
{
	return words[w].text;
}

unsigned word_flags(enum word w)
{
	return words[w].flags;
}

/* What people write who know the idea and not the word; the first whose flags fit counts. */
static const struct {
	const char *written;
	enum word meant;
} habits[] = {
	{ "aturan", WORD_RULE },
	{ "ambang", WORD_THRESHOLD },
	{ "bahasa", WORD_LANGUAGE },
	{ "bila", WORD_WHEN },
	{ "bobot", WORD_WEIGHT },
	{ "catatan", WORD_NOTE },
	{ "category", WORD_CODE },
	{ "contoh", WORD_EXAMPLE },
	{ "daftar", WORD_WORDS },
	{ "definisi", WORD_DEFINITION },
	{ "description", WORD_DEFINITION },
	{ "deskripsi", WORD_DEFINITION },
	{ "eksklusi", WORD_EXCLUDE },
	{ "gunakan", WORD_USE },
	{ "if", WORD_WHEN },
	{ "import", WORD_USE },
	{ "induk", WORD_PARENT },
	{ "inklusi", WORD_INCLUDE },
	{ "jenis", WORD_KIND },
	{ "jika", WORD_WHEN },
	{ "judul", WORD_TITLE },
	{ "kalau", WORD_WHEN },
	{ "kata", WORD_KEYWORDS },
	{ "kata", WORD_WORDS },
	{ "kata-kunci", WORD_KEYWORDS },
	{ "katakunci", WORD_KEYWORDS },
	{ "kategori", WORD_CODE },
	{ "kecuali", WORD_EXCLUDE },
	{ "kecuali", WORD_UNLESS },
	{ "ketika", WORD_WHEN },
	{ "kode", WORD_CODE },
	{ "lihat", WORD_SEE },
	{ "list", WORD_WORDS },
	{ "negasi", WORD_NEGATION },
	{ "pakai", WORD_USE },
	{ "pembicara", WORD_SPEAKERS },
	{ "satuan", WORD_UNIT },
	{ "sumber", WORD_SOURCE },
	{ "tema", WORD_CODE },
	{ "termasuk", WORD_INCLUDE },
	{ "tes", WORD_TEST },
	{ "theme", WORD_CODE },
	{ "uji", WORD_TEST },
	{ "warna", WORD_COLOR },
};

/* In small letters and without a ':' at the end, into out; 0: too long for a word. */
static size_t plain(const char *s, char out[WORD_MAX + 1])
{
	size_t len = strlen(s);

	if (len > 0 && s[len - 1] == ':')
		len--;
	if (len > WORD_MAX)
		return 0;
	for (size_t i = 0; i < len; i++)
		out[i] = (char)(s[i] >= 'A' && s[i] <= 'Z' ? s[i] + ('a' - 'A') : s[i]);
	out[len] = '\0';
	return len;
}

static const char *habit(const char *s, unsigned flags)
{
	char small[WORD_MAX + 1] = "";
	size_t len = plain(s, small);
	enum word w = word_find(small, len);

	if (len == 0 || (words[w].flags & flags) != 0)
		return len == 0 ? NULL : words[w].text;
	for (size_t i = 0; i < sizeof habits / sizeof *habits; i++)
		if (strcmp(habits[i].written, small) == 0 &&
			(words[habits[i].meant].flags & flags) != 0)
			return words[habits[i].meant].text;
	return NULL;
}

const char *word_nearest(const char *s, unsigned flags)
{
	const char *list[WORD_COUNT], *usual = habit(s, flags);
	size_t n = 0;

	if (usual != NULL)
		return usual;
	for (int i = 1; i < WORD_COUNT; i++)
		if ((words[i].flags & flags) != 0)
			list[n++] = words[i].text;
	return opt_nearest(s, list, n);
}
