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
	{ "bapak-bapak", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "bersama", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "bersama-sama", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "bersamaan", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "both", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "enumerator", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "everybody", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "everyone", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "facilitator", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "fasilitator", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "forum", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "group", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "hadirin", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "ibu-ibu", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "in unison", ROLE_INFORMANT, SPEAKER_GROUP },
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
	{ "kompak", ROLE_INFORMANT, SPEAKER_GROUP },
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
	{ "participants", ROLE_INFORMANT, SPEAKER_GROUP },
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
	{ "peserta fgd", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "peserta lain", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "peserta lainnya", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "pewawancara", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "question", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "questioner", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "researcher", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "responden", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "respondent", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "seluruh informan", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "seluruh peserta", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "semua", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "semua informan", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "semua narasumber", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "semua peserta", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "semua tertawa", ROLE_INFORMANT, SPEAKER_GROUP },
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
	"a.m", "abstract", "abstrak", "acara", "action", "actions", "adalah", "agenda",
	"agenda item", "aim", "akibat", "akibatnya", "alasan", "alasannya", "analisis",
	"anggaran", "answer key", "antara lain", "arti", "artinya", "author", "ayat", "bab",
	"baca", "baca juga", "background", "bagan", "bcc", "berikut", "biaya", "blog", "bobot",
	"bukti", "by", "cara", "catatan", "categories", "category", "caution", "cc", "chapter",
	"comment", "comments", "conclusion", "context", "contoh", "contohnya", "copyright",
	"credit", "daftar hadir", "daftar pustaka", "dampak", "dampaknya", "dari", "data", "dear",
	"decision", "definisi", "definition", "deskripsi", "dimana", "doi", "dok", "dokumen",
	"dokumentasi", "dua", "e.g", "editor", "example", "examples", "facebook", "fakta",
	"faktor", "fb", "figure", "finding", "findings", "first", "for example", "foto", "from",
	"ftp", "fungsi", "fw", "fwd", "gambar", "grafik", "hak", "hak cipta", "hal", "hambatan",
	"harga", "hari ke", "hari kedua", "hari pertama", "hasil", "hasilnya", "hint",
	"hipotesis", "http", "https", "i.e", "ig", "ilustrasi", "important", "indikator", "info",
	"informasi", "ingat", "input", "instagram", "interpretasi", "intinya", "isbn", "isi",
	"issn", "isu", "jadi", "jadwal", "jawabannya", "judul tabel", "jumlah", "jumlah peserta",
	"kasus", "kata kunci", "kedua", "keempat", "kegiatan", "kekurangan", "kelebihan",
	"kelima", "kendala", "kepada", "keputusan", "kesimpulan", "ketentuan",
	"keterangan gambar", "ketiga", "kewajiban", "key words", "keyword", "keywords",
	"kode etik", "kondisi", "kriteria", "lampiran", "langkah", "lihat", "lihat juga", "link",
	"link rekaman", "lokasi penelitian", "mailto", "makna", "maksudnya", "manfaat", "masalah",
	"masalahnya", "method", "methods", "misal", "misalnya", "n.b", "nama kegiatan", "nb",
	"nilai", "nota", "note", "notes", "objective", "objectives", "objek", "oleh", "option",
	"outcome", "output", "p.m", "p.s", "p.s.", "p/s", "pasal", "peluang", "pengertian",
	"penting", "penyebab", "peran", "perhatian", "perihal", "pertama", "pertanyaannya",
	"photo", "pilihan", "poin", "prinsip", "problem", "proses", "ps", "purpose",
	"question mark", "question type", "rata-rata", "re", "read more", "realisasi", "reason",
	"recommendation", "recommendations", "referensi", "refleksi", "rekomendasi", "remark",
	"remarks", "rencana", "reporter", "results", "risiko", "rumus", "saran", "sasaran",
	"satu", "sebab", "sebagai berikut", "second", "section", "see", "see also", "sent",
	"seperti", "simpulan", "situasi", "situs", "skala", "skor", "solusi", "solusinya",
	"solution", "source", "step", "strategi", "suasana", "subject line", "subject matter",
	"subjek pesan", "sumber", "summary", "susunan acara", "syarat", "tabel", "table", "tags",
	"tantangan", "target", "tautan", "tautan rekaman", "tembusan", "temuan", "terjemahan",
	"terkirim", "third", "tiga", "tip", "to", "total", "total peserta", "total score",
	"transcription", "transkripsi", "translation", "tugas", "tujuan", "twitter", "update",
	"url", "usulan", "variabel", "versi", "wa", "warning", "web", "website", "wewenang",
	"whatsapp", "www", "yaitu", "yakni",
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

static const struct role_word *find_numbered(const char *label, size_t len)
{
	const struct role_word *row = find(label, len);

	return row != NULL ? row : find(label, without_number(label, len));
}

/* "Peserta (serentak)" is a group by what is in brackets, "Informan (kader)" an informant. */
const struct role_word *turns_role_word(const char *label, size_t len)
{
	const char *open = memchr(label, '(', len);
	const struct role_word *row;
	size_t before;

	if (len == 0 || label[len - 1] != ')' || open == NULL || open == label)
		return find_numbered(label, len > 0 && label[len - 1] == ')' ? len - 1 : len);
	row = find(open + 1, (size_t)(label + len - 1 - (open + 1)));
	if (row != NULL && row->kind == SPEAKER_GROUP)
		return row;
	before = (size_t)(open - label);
	while (before > 0 && label[before - 1] == ' ')
		before--;
	row = find_numbered(label, before);
	return row != NULL ? row : find_numbered(label, len - 1);
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
