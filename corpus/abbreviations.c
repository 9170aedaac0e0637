/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/abbreviations.h"

#include "corpus/wordlist.h"

/* Each table is sorted by bytes: it is searched by halves. */
/* clang-format off */
static const char *const titles[] = {
	"a.k.a", "a.n", "aiptu", "akbp", "akp", "alm", "almh", "an", "approx", "attn", "b.d",
	"bdk", "bp", "bpk", "brig", "brigjen", "bripka", "c.q", "ca", "capt", "cf", "cmdr", "col",
	"cpt", "cv", "d.a", "d.h", "d.l", "dep", "dept", "dgn", "dlm", "dr", "dra", "drg", "drh",
	"drs", "ds", "dsn", "e.g", "excl", "fa", "fak", "fr", "gen", "gg", "gov", "h", "hj", "hon",
	"i.e", "incl", "inst", "ipda", "iptu", "ir", "jend", "jl", "jln", "jur", "kab", "kapt",
	"kec", "kel", "kemen", "kh", "kol", "kom", "komp", "kompol", "kp", "kpd", "kpg", "krn",
	"letjen", "letkol", "lih", "lt", "maj", "mayjen", "messrs", "mis", "misal", "mr", "mrs",
	"ms", "mt", "mx", "nn", "ny", "pd", "perum", "pls", "pres", "prof", "prov", "pt", "rep",
	"rev", "s.d", "sbg", "sdr", "sdri", "sen", "sgt", "spt", "st", "tn", "u.b", "u.p", "ud",
	"univ", "ust", "ustz", "utk", "viz", "vs", "ybs", "yg", "yth",
};

static const char *const numbers[] = {
	"ags", "agt", "agu", "agust", "apr", "art", "arts", "aug", "ay", "bab", "blok", "cet",
	"ch", "chap", "dec", "des", "eq", "eqs", "ext", "fax", "feb", "fig", "figs", "gb", "gbr",
	"hal", "hlm", "hp", "jan", "jil", "jld", "jul", "jun", "kl", "lamp", "mar", "nmr", "no",
	"nos", "nov", "nr", "oct", "okt", "p", "pg", "pgs", "pk", "pkl", "pp", "ps", "psl", "rp",
	"rt", "rw", "sec", "sect", "sep", "sept", "tab", "tbl", "tel", "telp", "tgl", "th", "thn",
	"tlp", "usd", "v", "ver", "vol",
};

static const char *const ends[] = {
	"a.d", "a.m", "a.ma", "a.md", "ak", "al", "am", "apt", "as", "b.a", "b.c", "b.s", "b.sc",
	"bros", "co", "corp", "d.phil", "dkk", "dll", "dsb", "dst", "ed", "ed.d", "eds", "esq",
	"et.al", "etc", "inc", "jr", "llb", "llm", "ltd", "m.a", "m.ag", "m.ak", "m.ap", "m.b.a",
	"m.d", "m.e", "m.ec", "m.ed", "m.eng", "m.epid", "m.h", "m.hum", "m.hut", "m.i.kom",
	"m.ikom", "m.kep", "m.kes", "m.kn", "m.kom", "m.m", "m.p", "m.p.h", "m.pd", "m.pd.i",
	"m.ph", "m.phil", "m.psi", "m.sc", "m.si", "m.sn", "m.sos", "m.t", "m.th", "m.tp", "ners",
	"p.m", "ph.d", "pm", "psy.d", "ra", "s.ag", "s.ap", "s.e", "s.e.i", "s.farm", "s.gz",
	"s.h", "s.hum", "s.hut", "s.i.kom", "s.i.p", "s.ikom", "s.ip", "s.k.m", "s.keb", "s.ked",
	"s.kep", "s.km", "s.kom", "s.pd", "s.pd.i", "s.pi", "s.psi", "s.ptk", "s.s", "s.si",
	"s.sn", "s.sos", "s.st", "s.t", "s.th", "s.th.i", "s.tp", "s.tr", "saw", "sbb", "sda",
	"sp", "sp.a", "sp.b", "sp.kj", "sp.m", "sp.og", "sp.pd", "sp.s", "sr", "swt", "tbk",
	"terj", "tsb", "tt", "tth",
};

static const char *const starters[] = {
	"a", "ada", "adalah", "after", "akhirnya", "aku", "an", "and", "anda", "apa", "apabila",
	"are", "as", "at", "atau", "bagaimana", "bahkan", "banyak", "beberapa", "because",
	"before", "begitu", "beliau", "belum", "berdasarkan", "bukan", "but", "dalam", "dan",
	"dari", "dengan", "di", "dia", "did", "do", "does", "dulu", "for", "from", "hal", "hasil",
	"he", "her", "hingga", "his", "how", "however", "ia", "if", "in", "ini", "is", "it", "its",
	"itu", "iya", "jadi", "jika", "juga", "kalau", "kami", "kamu", "kapan", "karena",
	"kemudian", "kenapa", "ketika", "kita", "lalu", "maka", "mengapa", "menurut", "mereka",
	"meskipun", "my", "nah", "namun", "no", "now", "oh", "oleh", "on", "or", "our", "pada",
	"padahal", "para", "saat", "salah", "sampai", "saya", "sebab", "sebagai", "sebelum",
	"sedangkan", "sekarang", "selain", "sementara", "semua", "seperti", "setelah", "setiap",
	"she", "siapa", "so", "tahun", "tapi", "terus", "tetapi", "that", "the", "their", "then",
	"there", "these", "they", "this", "those", "tidak", "to", "untuk", "walaupun", "was", "we",
	"well", "were", "what", "when", "where", "while", "who", "why", "with", "ya", "yes", "you",
};

static const char *const takers[] = {
	"appendix", "bagian", "block", "blok", "category", "class", "gedung", "golongan", "grade",
	"group", "grup", "hepatitis", "huruf", "informan", "jalur", "jawaban", "kategori", "kelas",
	"kelompok", "lampiran", "level", "nilai", "opsi", "option", "paket", "part", "participant",
	"peringkat", "pilihan", "plan", "poin", "rencana", "responden", "section", "subjek",
	"terminal", "tipe", "type", "variabel", "vitamin", "zona", "zone",
};

static const char *const titled[] = {
	"appendix", "bab", "bagan", "bagian", "chapter", "diagram", "figure", "gambar", "grafik",
	"lampiran", "part", "section", "tabel", "table",
};
/* clang-format on */

static bool has(struct wordlist list, const char *word, size_t len)
{
	return wordlist_find(list, word, len) >= 0;
}

enum abbreviation abbreviations_find(const char *word, size_t len)
{
	if (has(WORDLIST(titles), word, len))
		return ABBREVIATION_TITLE;
	if (has(WORDLIST(numbers), word, len))
		return ABBREVIATION_NUMBER;
	return has(WORDLIST(ends), word, len) ? ABBREVIATION_END : ABBREVIATION_NONE;
}

bool abbreviations_is_starter(const char *word, size_t len)
{
	return has(WORDLIST(starters), word, len);
}

bool abbreviations_takes_letter(const char *word, size_t len)
{
	return has(WORDLIST(takers), word, len);
}

bool abbreviations_takes_title(const char *word, size_t len)
{
	return has(WORDLIST(titled), word, len);
}

bool abbreviations_sorted(void)
{
	return wordlist_check(WORDLIST(titles)) && wordlist_check(WORDLIST(numbers)) &&
	       wordlist_check(WORDLIST(ends)) && wordlist_check(WORDLIST(starters)) &&
	       wordlist_check(WORDLIST(takers)) && wordlist_check(WORDLIST(titled));
}
