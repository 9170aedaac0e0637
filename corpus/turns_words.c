/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/turns_words.h"

#include <stdlib.h>
#include <string.h>

#include "corpus/wordlist.h"

#define SLIP_LEAST 8 /* letters of a word that may be misspelled */

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
	{ "bintang tamu", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "both", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "co-host", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "co-moderator", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "enumerator", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "everybody", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "everyone", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "facilitator", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "fasilitator", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "forum", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "group", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "guest", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "hadirin", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "host", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "ibu-ibu", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "in unison", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "informan", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "informan ahli", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "informan kunci", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "informan pendukung", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "informan tambahan", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "informan utama", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "informant", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "interpreter", ROLE_OTHER, SPEAKER_PERSON },
	{ "interviewee", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "interviewer", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "jawab", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "jawaban", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "jurnalis", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "juru bahasa", ROLE_OTHER, SPEAKER_PERSON },
	{ "keduanya", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "kelompok", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "key informant", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "ko-moderator", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "kompak", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "moderator", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "nara sumber", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "narasumber", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "narsum", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "note taker", ROLE_OTHER, SPEAKER_PERSON },
	{ "notetaker", ROLE_OTHER, SPEAKER_PERSON },
	{ "notulen", ROLE_OTHER, SPEAKER_PERSON },
	{ "notulis", ROLE_OTHER, SPEAKER_PERSON },
	{ "observer", ROLE_OTHER, SPEAKER_PERSON },
	{ "panalungtik", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "para peserta", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "participant", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "participants", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "partisipan", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "pemandu", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "pembawa acara", ROLE_INTERVIEWER, SPEAKER_PERSON },
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
	{ "peserta serentak", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "pewawancara", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "question", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "questioner", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "researcher", ROLE_INTERVIEWER, SPEAKER_PERSON },
	{ "responden", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "respondent", ROLE_INFORMANT, SPEAKER_PERSON },
	{ "seluruh informan", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "seluruh peserta", ROLE_INFORMANT, SPEAKER_GROUP },
	{ "seluruhnya", ROLE_INFORMANT, SPEAKER_GROUP },
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
	{ "wartawan", ROLE_INTERVIEWER, SPEAKER_PERSON },
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

/* First words of places: "Dusun Krajan: 3 Mei". */
static const char *const places[] = {
	"desa", "dusun", "gedung", "jalan", "kabupaten", "kecamatan", "kelurahan", "kota",
	"provinsi", "ruang",
};

/* What stands in front of a name, or of the name of a place. */
static const char *const titles[] = {
	"abah", "aki", "bang", "bapak", "bidan", "bpk", "bpk.", "bu", "bude", "cak", "camat",
	"dr.", "emak", "eyang", "guru", "h.", "hj.", "ibu", "kak", "kang", "kepala", "ketua",
	"ma", "mak", "mas", "mbah", "mbak", "miss", "mr", "mr.", "mrs", "mrs.", "ms", "ms.",
	"nenek", "neng", "nyai", "om", "pak", "pakde", "prof.", "sdr.", "sdri.", "sekretaris",
	"tante", "teh", "teteh", "ustadz", "ustadzah", "ustaz",
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

/* "Moderator/Fasilitator": both words mean the same role. */
static const struct role_word *find_both(const char *label, size_t len)
{
	const char *slash = memchr(label, '/', len);
	const struct role_word *a = find_numbered(label, len), *b;

	if (a != NULL || slash == NULL)
		return a;
	a = find_numbered(label, (size_t)(slash - label));
	b = find_numbered(slash + 1, (size_t)(label + len - slash) - 1);
	return a != NULL && b != NULL && a->role == b->role && a->kind == b->kind ? a : NULL;
}

/* "Peserta (serentak)" is a group by what is in brackets, "Informan (kader)" an informant, "Rina
 * (pewawancara)" an interviewer. */
const struct role_word *turns_role_word(const char *label, size_t len)
{
	const char *open = memchr(label, '(', len);
	const struct role_word *row;
	size_t before;

	if (len == 0 || label[len - 1] != ')' || open == NULL || open == label)
		return find_both(label, len > 0 && label[len - 1] == ')' ? len - 1 : len);
	row = find(open + 1, (size_t)(label + len - 1 - (open + 1)));
	if (row != NULL && row->kind == SPEAKER_GROUP)
		return row;
	before = (size_t)(open - label);
	while (before > 0 && label[before - 1] == ' ')
		before--;
	if (find_numbered(label, before) != NULL)
		return find_numbered(label, before);
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
	if (first < len && has(WORDLIST(places), label, first))
		return true;
	len = without_number(label, len);
	return has(WORDLIST(head_keys), label, len) || has(WORDLIST(stops), label, len);
}

const char *turns_code(const char *label)
{
	const char *p = label;

	while ((*p >= 'A' && *p <= 'Z') || (*p >= '0' && *p <= '9'))
		p++;
	if (p - label < 2 || strchr("-_ ", *p) == NULL || *p == '\0' || p[1] < 'A' || p[1] > 'Z')
		return label;
	return (p[2] >= '0' && p[2] <= '9') || p[2] == '\0' ? p + 1 : label;
}

bool turns_is_titled(const char *label, size_t len)
{
	const char *blank = memchr(label, ' ', len);

	return blank != NULL && has(WORDLIST(titles), label, (size_t)(blank - label));
}

static size_t same_until(const char *a, const char *b, size_t len)
{
	size_t n = 0;

	while (n < len && (a[n] | 0x20) == (b[n] | 0x20))
		n++;
	return n;
}

/* May LABEL be WORD with one letter missing, too many or wrong, or two in each other's place? */
static bool is_slip(const char *label, size_t len, const char *word, size_t wlen)
{
	size_t shorter = len < wlen ? len : wlen, n = same_until(label, word, shorter);
	const char *p = label + n, *q = word + n;

	if (len + 1 == wlen)
		return same_until(p, q + 1, len - n) == len - n;
	if (len == wlen + 1)
		return same_until(p + 1, q, wlen - n) == wlen - n;
	if (len != wlen || n == len)
		return false;
	if (same_until(p + 1, q + 1, len - n - 1) == len - n - 1)
		return true;
	return len - n >= 2 && (p[0] | 0x20) == (q[1] | 0x20) && (p[1] | 0x20) == (q[0] | 0x20) &&
	       same_until(p + 2, q + 2, len - n - 2) == len - n - 2;
}

bool turns_is_slip(const char *label, size_t len, const char *other, size_t olen)
{
	const struct role_word *word = turns_role_word(other, olen);
	size_t n = without_number(label, len), o = without_number(other, olen);

	return word != NULL && word->kind == SPEAKER_PERSON && o >= SLIP_LEAST &&
	       n + 1 >= SLIP_LEAST && turns_role_word(label, len) == NULL && len - n == olen - o &&
	       memcmp(label + n, other + o, len - n) == 0 && is_slip(label, n, other, o);
}

bool turns_words_sorted(void)
{
	const size_t n = sizeof role_words / sizeof *role_words;

	for (size_t i = 1; i < n; i++)
		if (strcmp(role_words[i - 1].word, role_words[i].word) >= 0)
			return false;
	return wordlist_check(WORDLIST(head_keys)) && wordlist_check(WORDLIST(stops)) &&
	       wordlist_check(WORDLIST(titles)) && wordlist_check(WORDLIST(places));
}
