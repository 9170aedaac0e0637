/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/turns_words.h"

#include <stdlib.h>
#include <string.h>

#include "corpus/wordlist.h"

/* All tables are sorted by bytes: they are searched by halves. */
static const struct role_word role_words[] = {
	{ "all", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "all participants", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "anonim", ROLE_INFORMANT, SPEAKER_UNKNOWN },
	{ "answer", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "asisten", ROLE_OTHER, SPEAKER_PERSON },
	{ "asisten peneliti", ROLE_OTHER, SPEAKER_PERSON },
	{ "asker", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "audience", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "bersama", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "bersama-sama", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "both", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "enumerator", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "everybody", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "everyone", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "facilitator", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "fasilitator", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "group", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "hadirin", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "informan", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "informan kunci", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "informan pendukung", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "informan utama", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "informant", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "interpreter", ROLE_OTHER, SPEAKER_PERSON },
	{ "interviewee", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "interviewer", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "jawab", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "jawaban", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "juru bahasa", ROLE_OTHER, SPEAKER_PERSON },
	{ "keduanya", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "kelompok", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "key informant", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "moderator", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "nara sumber", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "narasumber", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "note taker", ROLE_OTHER, SPEAKER_PERSON },
	{ "notetaker", ROLE_OTHER, SPEAKER_PERSON },
	{ "notulen", ROLE_OTHER, SPEAKER_PERSON },
	{ "notulis", ROLE_OTHER, SPEAKER_PERSON },
	{ "observer", ROLE_OTHER, SPEAKER_PERSON },
	{ "para peserta", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "participant", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "partisipan", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "pemandu", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "penanya", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "peneliti", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "penerjemah", ROLE_OTHER, SPEAKER_PERSON },
	{ "pengamat", ROLE_OTHER, SPEAKER_PERSON },
	{ "penjawab", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "penulis", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "pertanyaan", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "peserta", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "peserta lain", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "pewawancara", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "question", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "questioner", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "researcher", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "responden", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "respondent", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "seluruh peserta", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "semua", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "semua informan", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "semua narasumber", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "semua peserta", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "semuanya", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "serentak", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "suara", ROLE_INFORMANT, SPEAKER_UNKNOWN },
	{ "suara lain", ROLE_INFORMANT, SPEAKER_UNKNOWN },
	{ "subject", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "subjek", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "tanya", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "terwawancara", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "tidak dikenal", ROLE_INFORMANT, SPEAKER_UNKNOWN },
	{ "tidak diketahui", ROLE_INFORMANT, SPEAKER_UNKNOWN },
	{ "together", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "transcriber", ROLE_OTHER, SPEAKER_PERSON },
	{ "transkriptor", ROLE_OTHER, SPEAKER_PERSON },
	{ "translator", ROLE_OTHER, SPEAKER_PERSON },
	{ "unidentified", ROLE_INFORMANT, SPEAKER_UNKNOWN },
	{ "unidentified speaker", ROLE_INFORMANT, SPEAKER_UNKNOWN },
	{ "unknown", ROLE_INFORMANT, SPEAKER_UNKNOWN },
	{ "unknown speaker", ROLE_INFORMANT, SPEAKER_UNKNOWN },
};

/* clang-format off */
static const char *const head_keys[] = {
	"address", "agama", "age", "alamat", "asal", "attendees", "code", "date", "durasi",
	"duration", "e-mail", "education", "email", "file", "gender", "hari", "hari tanggal",
	"hari, tanggal", "hari/tanggal", "inisial", "instansi", "interview date",
	"interview number", "jabatan", "jam", "jenis kelamin", "jenis usaha", "judul",
	"judul penelitian", "keterangan", "kode", "kode informan", "kode transkrip", "kontak",
	"lama bekerja", "lama usaha", "lembaga", "location", "lokasi", "lokasi wawancara", "media",
	"metode", "nama", "nama informan", "nama lengkap", "nama narasumber", "nama pewawancara",
	"nama responden", "nama samaran", "name", "no", "no.", "nomor", "nomor informan",
	"occupation", "participants", "pekerjaan", "pendidikan", "pendidikan terakhir",
	"penelitian", "place", "position", "profesi", "project", "pukul", "recording", "rekaman",
	"setting", "sex", "status", "suku", "tanggal", "tanggal wawancara", "telepon", "tema",
	"tempat", "tempat wawancara", "time", "title", "topic", "topik", "transkrip", "umur",
	"usia", "waktu", "waktu wawancara",
};

static const char *const stops[] = {
	"a.m", "abstract", "abstrak", "adalah", "aim", "akibat", "akibatnya", "alasan",
	"alasannya", "anggaran", "answer key", "antara lain", "artinya", "author", "ayat", "bab",
	"baca", "baca juga", "bagan", "bcc", "berikut", "biaya", "blog", "by", "cara", "catatan",
	"categories", "category", "caution", "cc", "chapter", "comment", "comments", "conclusion",
	"contoh", "contohnya", "copyright", "credit", "daftar pustaka", "dampak", "dear", "dimana",
	"doi", "dok", "dokumen", "dokumentasi", "dua", "e.g", "editor", "example", "examples",
	"facebook", "faktor", "fb", "figure", "first", "for example", "foto", "from", "ftp", "fw",
	"fwd", "gambar", "grafik", "hak cipta", "hambatan", "harga", "hasil", "hint", "http",
	"https", "i.e", "ig", "ilustrasi", "important", "indikator", "info", "informasi", "ingat",
	"input", "instagram", "intinya", "isbn", "issn", "jadi", "jawabannya", "jumlah",
	"kata kunci", "kedua", "keempat", "kegiatan", "kekurangan", "kelebihan", "kelima",
	"kendala", "kesimpulan", "ketentuan", "keterangan gambar", "ketiga", "key words",
	"keyword", "keywords", "lampiran", "langkah", "lihat", "lihat juga", "link", "mailto",
	"maksudnya", "manfaat", "masalah", "masalahnya", "method", "methods", "misal", "misalnya",
	"n.b", "nama kegiatan", "nb", "note", "notes", "oleh", "option", "outcome", "output",
	"p.m", "p.s", "p/s", "pasal", "peluang", "penting", "penyebab", "perhatian", "pertama",
	"pertanyaannya", "photo", "poin", "problem", "proses", "ps", "question mark", "rata-rata",
	"re", "read more", "realisasi", "reason", "referensi", "remark", "remarks", "rencana",
	"reporter", "results", "rumus", "saran", "satu", "sebab", "sebagai berikut", "second",
	"section", "see", "see also", "seperti", "simpulan", "situs", "solusi", "solusinya",
	"solution", "source", "step", "strategi", "subject line", "sumber", "summary", "syarat",
	"tabel", "table", "tags", "tantangan", "target", "tautan", "terjemahan", "third", "tiga",
	"tip", "to", "total", "total score", "transcription", "transkripsi", "translation",
	"tujuan", "twitter", "update", "url", "wa", "warning", "web", "website", "whatsapp", "www",
	"yaitu", "yakni",
};
/* clang-format on */

static int compare(const void *key, const void *item)
{
	return strcmp(key, ((const struct role_word *)item)->word);
}

static const struct role_word *find(const char *word, size_t len)
{
	char low[WORDLIST_LONGEST];

	if (len == 0 || len >= sizeof low)
		return NULL;
	for (size_t i = 0; i < len; i++)
		low[i] = word[i] >= 'A' && word[i] <= 'Z' ? (char)(word[i] + 32) : word[i];
	low[len] = '\0';
	return bsearch(low, role_words, sizeof role_words / sizeof *role_words, sizeof *role_words,
		compare);
}

/* The label without its last word, if that is a number, one letter or a Roman numeral, and without
 * what parts them. */
static size_t without_number(const char *p, size_t len)
{
	size_t n = len, cut;

	while (n > 0 && p[n - 1] >= '0' && p[n - 1] <= '9')
		n--;
	if (n == len) {
		while (n > 0 && strchr(" -#.(", p[n - 1]) == NULL)
			n--;
		if (len - n > 4 || n == 0)
			return len;
		for (size_t i = n; i < len && len - n > 1; i++)
			if (strchr("IVX", p[i]) == NULL)
				return len;
	}
	cut = n;
	while (n > 0 && strchr(" -#.(", p[n - 1]) != NULL)
		n--;
	return n > 0 ? n : cut;
}

const struct role_word *turns_role_word(const char *label, size_t len)
{
	const struct role_word *row;

	if (len > 0 && label[len - 1] == ')')
		len--;
	row = find(label, len);
	return row != NULL ? row : find(label, without_number(label, len));
}

static bool has(struct wordlist list, const char *word, size_t len)
{
	return wordlist_find(list, word, len) >= 0;
}

bool turns_is_head_key(const char *label, size_t len)
{
	return has(WORDLIST(head_keys), label, len);
}

bool turns_is_stop(const char *label, size_t len)
{
	size_t first = 0;

	if (turns_role_word(label, len) != NULL)
		return false;
	while (first < len && label[first] != ' ')
		first++;
	if (first >= 7 && memcmp(label + first - 3, "nya", 3) == 0) /* not Sonya */
		return true;
	len = without_number(label, len);
	return has(WORDLIST(head_keys), label, len) || has(WORDLIST(stops), label, len);
}

bool turns_words_sorted(void)
{
	const size_t n = sizeof role_words / sizeof *role_words;

	for (size_t i = 1; i < n; i++)
		if (strcmp(role_words[i - 1].word, role_words[i].word) >= 0)
			return false;
	return wordlist_check(WORDLIST(head_keys)) && wordlist_check(WORDLIST(stops));
}
