/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/abbreviations.h"

#include <string.h>

#include "corpus/wordlist.h"

#define LONGEST 7 /* bytes of the longest abbreviation */

/* Each table is sorted by bytes: it is searched by halves. */
/* clang-format off */
static const char *const titles[] = {
	"a.k.a", "a.n", "abd", "aiptu", "akbp", "akp", "alm", "almh", "an", "angg",
	"approx", "asst", "attn", "b.d", "bdk", "bp", "bpk", "brig", "brigjen", "bripka", "c.q",
	"ca", "capt", "cf", "cmdr", "col", "cpt", "cv", "d.a", "d.h", "d.l", "dep", "dept", "dgn",
	"dlm", "dr", "dra", "drg", "drh", "drs", "ds", "dsn", "e.g", "excl", "fa", "fak", "fr",
	"gen", "gg", "gov", "h", "h.m", "h.r", "hj", "hon", "i.e", "incl", "inst", "ipda", "iptu",
	"ir", "jend", "jl", "jln", "jur", "kab", "kapt", "kasi", "kasubag", "kec",
	"kel", "kemen", "kh", "kol", "kom", "komp", "kompol", "kp", "kpd", "kpg", "krn", "letda",
	"letjen", "letkol", "lettu", "lih", "lt", "maj", "mayjen", "mch", "messrs", "mgr", "mis",
	"misal", "moch", "moh", "mr", "mrs", "ms", "mt", "muh", "mx", "ng", "nn", "ny", "pd",
	"pdt", "perum", "pls", "pol", "pres", "prof", "prov", "pt", "purn", "qs", "rep",
	"rev", "s.d", "sbg", "sdr", "sdri", "sen", "serka", "serma", "sertu", "sgt", "spt",
	"st", "supt", "tgk", "tn", "u.b", "u.p", "ud", "univ", "ust", "ustz", "utk", "viz",
	"vs", "wkl", "ybs", "yg", "yth",
};

static const char *const numbers[] = {
	"ags", "agt", "agu", "agust", "app", "appx", "apr", "art", "arts", "aug", "ay", "bab",
	"bk", "blok", "cet", "ch", "chap", "dec", "des", "eq", "eqs", "ext", "fax", "feb", "fig",
	"figs", "fn", "gb", "gbr", "gol", "hal", "hlm", "hp", "jan", "jil", "jld", "jul", "jun",
	"kav", "kl", "lamp", "mar", "nmr", "no", "nos", "nov", "nr", "oct", "okt", "p", "par",
	"pg", "pgs", "pk", "pkl", "pp", "ps", "psl", "rp", "rt", "rw", "sec", "sect", "sep",
	"sept", "tab", "tbl", "tel", "telp", "tgl", "th", "thn", "tlp", "usd", "v", "ver", "vol",
};

static const char *const ends[] = {
	"a.d", "a.m", "a.ma", "a.md", "ak", "al", "am", "apt", "as", "b.a", "b.c", "b.ed",
	"b.eng", "b.s", "b.sc", "bba", "blvd", "bros", "co", "corp", "d.phil", "dkk", "dll",
	"dsb", "dst", "ed", "ed.d", "eds", "esq", "et.al", "etc", "inc", "jr", "llb", "llm",
	"ltd", "m.a", "m.ag", "m.ak", "m.ap", "m.b.a", "m.d", "m.e", "m.ec", "m.ed", "m.eng",
	"m.epid", "m.h", "m.hum", "m.hut", "m.i.kom", "m.ikom", "m.kep", "m.kes", "m.kn", "m.kom",
	"m.m", "m.p", "m.p.h", "m.pd", "m.pd.i", "m.ph", "m.phil", "m.psi", "m.sc", "m.si",
	"m.sn", "m.sos", "m.t", "m.th", "m.tp", "ners", "ns", "p.m", "ph.d", "pm", "psy.d", "ra",
	"s.ag", "s.ap", "s.e", "s.e.i", "s.farm", "s.gz", "s.h", "s.hum", "s.hut", "s.i.kom",
	"s.i.p", "s.ikom", "s.ip", "s.k.m", "s.keb", "s.ked", "s.kel", "s.kep", "s.km", "s.kom",
	"s.pd", "s.pd.i", "s.pd.sd", "s.pi", "s.psi", "s.ptk", "s.s", "s.si", "s.sn", "s.sos",
	"s.st", "s.t", "s.th", "s.th.i", "s.tp", "s.tr", "saw", "sbb", "sda", "sp", "sp.a",
	"sp.an", "sp.b", "sp.kj", "sp.m", "sp.og", "sp.pd", "sp.rad", "sp.s", "sp.tht", "sr",
	"swt", "tbk", "terj", "tsb", "tt", "tth",
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
	"appendix", "bagian", "block", "blok", "butir", "category", "class", "column", "darah",
	"gedung", "golongan", "grade", "group", "grup", "hepatitis", "huruf", "informan", "jalur",
	"jawaban", "kategori", "kelas", "kelompok", "kluster", "kolom", "lampiran", "level",
	"nilai", "nomor", "opsi", "option", "paket", "panel", "part", "participant", "peringkat",
	"pilihan", "plan", "poin", "rencana", "responden", "section", "subjek", "tahap",
	"terminal", "tipe", "type", "variabel", "vitamin", "zat", "zona", "zone",
};

static const char *const titled[] = {
	"appendix", "bab", "bagan", "bagian", "chapter", "diagram", "figure", "gambar", "grafik",
	"lampiran", "part", "section", "tabel", "table",
};

static const char *const units[] = {
	"cm", "dtk", "ft", "g", "gr", "hr", "hrs", "in", "jt", "kg", "km", "l", "lb", "lbs", "m",
	"min", "mins", "ml", "mm", "mnt", "oz", "pcs", "rb", "sec", "sq", "yr", "yrs",
};
/* clang-format on */

static bool has(struct wordlist list, const char *word, size_t len)
{
	return wordlist_find(list, word, len) >= 0;
}

enum abbreviation abbreviations_find(const char *word, size_t len)
{
	if (len > LONGEST) /* as most words are */
		return ABBREVIATION_NONE;
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

bool abbreviations_is_unit(const char *word, size_t len)
{
	return has(WORDLIST(units), word, len);
}

static bool are_short(struct wordlist list)
{
	for (size_t i = 0; i < list.n; i++)
		if (strlen(list.words[i]) > LONGEST)
			return false;
	return true;
}

bool abbreviations_sorted(void)
{
	return are_short(WORDLIST(titles)) && are_short(WORDLIST(numbers)) &&
	       are_short(WORDLIST(ends)) && wordlist_check(WORDLIST(titles)) &&
	       wordlist_check(WORDLIST(numbers)) && wordlist_check(WORDLIST(ends)) &&
	       wordlist_check(WORDLIST(starters)) && wordlist_check(WORDLIST(takers)) &&
	       wordlist_check(WORDLIST(titled)) && wordlist_check(WORDLIST(units));
}
