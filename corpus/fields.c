/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/fields.h"

#include <string.h>

#include "base/number.h"
#include "corpus/turns_label.h"

#define NAME_MAX_BYTES 40
#define NUMBER_MAX_BYTES 40
#define MOMENT_MAX 1e9 /* what is more is no time in a recording but a date */

/* Better names first within each kind. */
static const struct field fields[] = {
	{ "text", FIELD_TEXT, false },
	{ "teks", FIELD_TEXT, false },
	{ "transcript", FIELD_TEXT, false },
	{ "transkrip", FIELD_TEXT, false },
	{ "transkripsi", FIELD_TEXT, false },
	{ "transcription", FIELD_TEXT, false },
	{ "utterance", FIELD_TEXT, false },
	{ "ucapan", FIELD_TEXT, false },
	{ "tuturan", FIELD_TEXT, false },
	{ "verbatim", FIELD_TEXT, false },
	{ "percakapan", FIELD_TEXT, false },
	{ "dialog", FIELD_TEXT, false },
	{ "dialogue", FIELD_TEXT, false },
	{ "transkripwawancara", FIELD_TEXT, false },
	{ "hasilwawancara", FIELD_TEXT, false },
	{ "isitranskrip", FIELD_TEXT, false },
	{ "isipercakapan", FIELD_TEXT, false },
	{ "pernyataan", FIELD_TEXT, false },
	{ "isi", FIELD_TEXT, false },
	{ "content", FIELD_TEXT, false },
	{ "konten", FIELD_TEXT, false },
	{ "message", FIELD_TEXT, false },
	{ "pesan", FIELD_TEXT, false },
	{ "kalimat", FIELD_TEXT, false },
	{ "sentence", FIELD_TEXT, false },
	{ "display", FIELD_TEXT, false },
	{ "body", FIELD_TEXT, false },
	{ "fulltext", FIELD_TEXT, false },
	{ "reviewtext", FIELD_TEXT, false },
	{ "review", FIELD_TEXT, false },
	{ "ulasan", FIELD_TEXT, false },
	{ "tweet", FIELD_TEXT, false },
	{ "postingan", FIELD_TEXT, false },
	{ "komentar", FIELD_TEXT, false },
	{ "comment", FIELD_TEXT, false },
	{ "comments", FIELD_TEXT, false },
	{ "tanggapan", FIELD_TEXT, false },
	{ "caption", FIELD_TEXT, false },
	{ "speakername", FIELD_SPEAKER, false },
	{ "speaker", FIELD_SPEAKER, false },
	{ "namapembicara", FIELD_SPEAKER, false },
	{ "pembicara", FIELD_SPEAKER, false },
	{ "penutur", FIELD_SPEAKER, false },
	{ "speakerlabel", FIELD_SPEAKER, false },
	{ "speakerid", FIELD_SPEAKER, false },
	{ "speakertag", FIELD_SPEAKER, false },
	{ "participant", FIELD_SPEAKER, false },
	{ "participantname", FIELD_SPEAKER, false },
	{ "partisipan", FIELD_SPEAKER, false },
	{ "peserta", FIELD_SPEAKER, false },
	{ "narasumber", FIELD_SPEAKER, false },
	{ "informan", FIELD_SPEAKER, false },
	{ "informant", FIELD_SPEAKER, false },
	{ "responden", FIELD_SPEAKER, false },
	{ "respondent", FIELD_SPEAKER, false },
	{ "pelaku", FIELD_SPEAKER, false },
	{ "nama", FIELD_SPEAKER, false },
	{ "name", FIELD_SPEAKER, false },
	{ "siapa", FIELD_SPEAKER, false },
	{ "who", FIELD_SPEAKER, false },
	{ "author", FIELD_SPEAKER, false },
	{ "oleh", FIELD_SPEAKER, false },
	{ "peran", FIELD_SPEAKER, false },
	{ "role", FIELD_SPEAKER, false },
	{ "startms", FIELD_FROM, true },
	{ "starttimems", FIELD_FROM, true },
	{ "tstartms", FIELD_FROM, true },
	{ "offsets", FIELD_FROM, true },
	{ "start", FIELD_FROM, false },
	{ "starttime", FIELD_FROM, false },
	{ "starttimestamp", FIELD_FROM, false },
	{ "startts", FIELD_FROM, false },
	{ "begin", FIELD_FROM, false },
	{ "begintime", FIELD_FROM, false },
	{ "from", FIELD_FROM, false },
	{ "mulai", FIELD_FROM, false },
	{ "waktumulai", FIELD_FROM, false },
	{ "timestamp", FIELD_FROM, false },
	{ "timestamps", FIELD_FROM, false },
	{ "timecode", FIELD_FROM, false },
	{ "timespan", FIELD_FROM, false },
	{ "rentangwaktu", FIELD_FROM, false },
	{ "timein", FIELD_FROM, false },
	{ "onset", FIELD_FROM, false },
	{ "offset", FIELD_FROM, false },
	{ "waktu", FIELD_FROM, false },
	{ "menit", FIELD_FROM, false },
	{ "time", FIELD_FROM, false },
	{ "ts", FIELD_FROM, false },
	{ "endms", FIELD_TO, true },
	{ "endtimems", FIELD_TO, true },
	{ "end", FIELD_TO, false },
	{ "endtime", FIELD_TO, false },
	{ "endtimestamp", FIELD_TO, false },
	{ "endts", FIELD_TO, false },
	{ "to", FIELD_TO, false },
	{ "stop", FIELD_TO, false },
	{ "selesai", FIELD_TO, false },
	{ "waktuselesai", FIELD_TO, false },
	{ "akhir", FIELD_TO, false },
	{ "timeout", FIELD_TO, false },
	{ "date", FIELD_DATE, false },
	{ "tanggal", FIELD_DATE, false },
	{ "tanggalwawancara", FIELD_DATE, false },
	{ "interviewdate", FIELD_DATE, false },
	{ "recordingdate", FIELD_DATE, false },
	{ "tanggalpengisian", FIELD_DATE, false },
	{ "capwaktu", FIELD_DATE, false },
	{ "stempelwaktu", FIELD_DATE, false },
	{ "submitdate", FIELD_DATE, false },
	{ "submissiondate", FIELD_DATE, false },
	{ "responsedate", FIELD_DATE, false },
	{ "recordeddate", FIELD_DATE, false },
	{ "submittedat", FIELD_DATE, false },
	{ "createdat", FIELD_DATE, false },
	{ "title", FIELD_TITLE, false },
	{ "judul", FIELD_TITLE, false },
	{ "id", FIELD_ID, false },
	{ "respondentid", FIELD_ID, false },
	{ "respondenid", FIELD_ID, false },
	{ "idresponden", FIELD_ID, false },
	{ "responseid", FIELD_ID, false },
	{ "participantid", FIELD_ID, false },
	{ "reviewid", FIELD_ID, false },
	{ "tweetid", FIELD_ID, false },
	{ "postid", FIELD_ID, false },
	{ "commentid", FIELD_ID, false },
	{ "koderesponden", FIELD_ID, false },
	{ "nomorresponden", FIELD_ID, false },
	{ "noresponden", FIELD_ID, false },
	{ "no", FIELD_ID, false },
	{ "nomor", FIELD_ID, false },
	{ "number", FIELD_ID, false },
	{ "index", FIELD_ID, false },
};

/* The name without blanks and marks, ASCII letters in lower case; "" when it is too long. */
static void plain_name(const char *name, size_t len, char out[NAME_MAX_BYTES])
{
	size_t n = 0;

	for (size_t i = 0; i < len && n < NAME_MAX_BYTES; i++) {
		unsigned char c = (unsigned char)name[i];

		if (c >= 'A' && c <= 'Z')
			c = (unsigned char)(c + 32);
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80)
			out[n++] = (char)c;
	}
	out[n < NAME_MAX_BYTES ? n : 0] = '\0';
}

const struct field *field_find(const char *name, size_t len)
{
	char plain[NAME_MAX_BYTES];

	plain_name(name, len, plain);
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		if (fields[i].key[0] == plain[0] && strcmp(fields[i].key, plain) == 0)
			return &fields[i];
	return NULL;
}

bool field_is_better(const struct field *a, enum field_kind kind, const struct field *b)
{
	return a != NULL && a->kind == kind && (b == NULL || a < b);
}

bool field_same_name(const char *a, const char *b)
{
	char x[NAME_MAX_BYTES], y[NAME_MAX_BYTES];

	plain_name(a, strlen(a), x);
	plain_name(b, strlen(b), y);
	return strcmp(a, b) == 0 || (*x != '\0' && strcmp(x, y) == 0);
}

struct moment moment_of(double value, bool ms)
{
	if (!(value >= 0 && value < MOMENT_MAX))
		return (struct moment){ MOMENT_NONE, 0 };
	return (struct moment){ ms ? MOMENT_MS : MOMENT_NUMBER, value };
}

static bool is_around(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '[' || c == '(' || c == ')' || c == ']';
}

/* "12.5", "12,5", "12.5s" */
static struct moment parse_number(const char *p, size_t len, bool ms)
{
	char digits[NUMBER_MAX_BYTES];
	double value;
	char *comma;

	if (len > 1 && p[len - 1] == 's') {
		len--;
		while (len > 0 && is_around(p[len - 1]))
			len--;
	}
	if (len >= sizeof digits)
		return (struct moment){ MOMENT_NONE, 0 };
	memcpy(digits, p, len);
	digits[len] = '\0';
	comma = strchr(digits, ',');
	if (comma != NULL)
		*comma = '.';
	if (!number_parse(digits, &value))
		return (struct moment){ MOMENT_NONE, 0 };
	return moment_of(value, ms);
}

/* "PT1H2M3.5S" */
static struct moment parse_duration(const char *p, size_t len)
{
	static const char units[] = "HMS";
	static const double seconds[] = { 3600, 60, 1 };
	double sum = 0;

	while (len > 0) {
		size_t n = 0;
		struct moment part;
		const char *unit;

		while (n < len && ((p[n] >= '0' && p[n] <= '9') || p[n] == '.'))
			n++;
		unit = n < len && p[n] != '\0' ? strchr(units, p[n]) : NULL;
		part = parse_number(p, n, false);
		if (unit == NULL || part.unit == MOMENT_NONE)
			return (struct moment){ MOMENT_NONE, 0 };
		sum += part.value * seconds[unit - units];
		p += n + 1;
		len -= n + 1;
	}
	return moment_of(sum * 1000, true);
}

struct moment moment_parse(const char *p, size_t len, bool ms)
{
	int64_t clock;

	while (len > 0 && is_around(*p)) {
		p++;
		len--;
	}
	while (len > 0 && is_around(p[len - 1]))
		len--;
	if (label_time(p, len, &clock) > 0)
		return moment_of((double)clock, true);
	if (len > 2 && p[0] == 'P' && p[1] == 'T')
		return parse_duration(p + 2, len - 2);
	return parse_number(p, len, ms);
}
