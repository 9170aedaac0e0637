/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What no rule can know.  Words come here only when a real root hides in them
 * by accident; a word whose pretended root does not exist (sekolah: kolah
 * is in the dictionaries, semangat: mangat is not) needs no entry.
 */
#include "corpus/root_parts.h"

/* Stems: they claim their own derivations too (menyediakan is not dia). */
const char *const root_stems[] = {
	"beranda beringin berandal berapa berkas bersih",
	"didik digit dinamis dinas direksi divisi",
	"kemas kemeja kenapa kepala keranjang keras kering ketat ketik ketimun kualat",
	"kuali kuasa kuasi kulintang kurasi kutilang",
	"melayu menara menang mengapa mengkudu mentimun",
	"pegang pegawai pelihara pematang pemilu pengantin penjuru pepatah perang perangkat",
	"perawan percaya percuma perdana perdata perempuan perlahan permadani permata permisi",
	"perwira pesisir petang petasan petuah perkara pertama",
	"sebab sedia segala sekarang sekarat sekolah sekutu seluruh seberang sejarah serang sereal "
	"serial",
	"sering setuju seteru serasi",
	"terang terapi terasi teratai terbang terima ternak",
	/* an ending that looks like a suffix or a particle */
	"abadi andai badai balai bangkai bangku bantah belai durian empati gadai gulai helai",
	"kemudian kursi langkah majalah makalah masalah nilai pandai polisi politisi praktisi",
	"rangkai ringan selatan suksesi tangan teknisi tingkah trendi",
	NULL,
};

/* Words: their derivations are free (melalui is not lalu, dilalui is), clitics are not. */
const char *const root_words[] = {
	"adalah akademisi bahkan bekasi berikut desain dikau gunawan kalian kemari kepada ketika "
	"kurniawan maupun",
	"melainkan melalui memadai memori mentawai menurut merapi mereka pemalang pematang "
	"sedangkan selain selaku selalu setiawan",
	"tarakan terdiri terhadap terlalu tersebut tetapi",
	NULL,
};

/* Spoken spellings of other roots that are words themselves: bareng is not barang. */
const char root_not_spoken[] = "ajar amil antar arus bareng bau dai karet tuan";

/* Loans whose noun in -i is not a derivation by -i: psikologi, prosesi, biografi. */
const char *const root_no_i[] = { "es", "graf", "nom", "og", NULL };

#define ALL SUF_ANY
#define BARE_OR_AN (SUF_NONE | SUF_AN)
#define KAN_OR_I (SUF_KAN | SUF_I)

/* Two real roots that look alike once derived. */
const struct root_claim root_claims[] = {
	/* meng-, peng-: k dropped or not there */
	{ "aku", "kaku", ALL, 0 },
	{ "alam", "kalam", ALL, 0 },
	{ "andal", "kandal", ALL, 0 },
	{ "arung", "karung", ALL, 0 },
	{ "awal", "kawal", SUF_I, 0 },
	{ "kawal", "awal", BARE_OR_AN, 0 },
	{ "edar", "kedar", ALL, 0 },
	{ "emban", "kemban", ALL, 0 },
	{ "emis", "kemis", ALL, 0 },
	{ "erat", "kerat", KAN_OR_I, 0 },
	{ "kerat", "erat", SUF_NONE, 0 },
	{ "impor", "kimpor", ALL, 0 },
	{ "isi", "kisi", ALL, 0 },
	{ "kait", "ait", ALL, 0 },
	{ "kantuk", "antuk", ALL, 0 },
	{ "karang", "arang", ALL, 0 },
	{ "kasih", "asih", ALL, 0 },
	{ "asah", "kasah", ALL, 0 },
	{ "asuh", "kasuh", ALL, 0 },
	{ "kata", "katak", ALL, 0 },
	{ "sah", "kesah", ALL, 0 },
	{ "kelas", "las", ALL, 'k' },
	{ "las", "kelas", ALL, 'm' },
	{ "las", "kelas", ALL, 'p' },
	{ "ketik", "etik", ALL, 0 },
	{ "kupas", "upas", ALL, 0 },
	{ "olah", "kolah", ALL, 0 },
	{ "operasi", "koperasi", ALL, 0 },
	{ "oper", "koper", ALL, 0 },
	{ "ubah", "kubah", ALL, 0 },
	{ "ukur", "kukur", ALL, 0 },
	{ "urung", "kurung", SUF_KAN, 0 },
	{ "kurung", "urung", SUF_NONE | SUF_AN | SUF_I, 0 },
	{ "urus", "kurus", ALL, 0 },
	{ "usir", "kusir", ALL, 0 },
	{ "usut", "kusut", ALL, 0 },
	{ "utang", "kutang", ALL, 0 },
	/* mem-, pem-: p dropped or m kept */
	{ "main", "pain", ALL, 0 },
	{ "pakai", "maka", ALL, 0 },
	{ "pangku", "memang", ALL, 0 },
	{ "makan", "pakan", ALL, 0 },
	{ "malu", "palu", ALL, 0 },
	{ "marah", "parah", ALL, 0 },
	{ "masak", "pasak", ALL, 0 },
	{ "masuk", "pasuk", ALL, 0 },
	{ "mati", "pati", ALL, 0 },
	{ "mohon", "pohon", ALL, 0 },
	{ "mula", "pula", ALL, 0 },
	{ "mulai", "pula", ALL, 0 },
	{ "mulai", "pulai", ALL, 0 },
	{ "mula", "pulai", ALL, 0 },
	{ "padu", "madu", ALL, 0 },
	{ "pinang", "minang", ALL, 0 },
	/* men-, meny- */
	{ "nama", "tama", ALL, 0 },
	{ "nobat", "tobat", ALL, 0 },
	{ "tata", "nata", ALL, 0 },
	/* ber-, per-, ter-: r of the prefix or of the root */
	{ "ada", "rada", ALL, 0 },
	{ "alat", "ralat", ALL, 0 },
	{ "amal", "ramal", ALL, 'b' },
	{ "ramal", "amal", ALL, 'p' },
	{ "api", "rapi", ALL, 0 },
	{ "atap", "ratap", ALL, 'b' },
	{ "ratap", "atap", ALL, 'p' },
	{ "awan", "rawan", ALL, 'b' },
	{ "ombak", "rombak", ALL, 'b' },
	{ "rombak", "ombak", ALL, 'p' },
	{ "radang", "adang", ALL, 0 },
	{ "rampas", "ampas", ALL, 0 },
	{ "rasa", "asa", ALL, 0 },
	{ "ribu", "ibu", ALL, 0 },
	{ "ruang", "uang", ALL, 'p' },
	{ "uang", "ruang", ALL, 'b' },
	{ "ubah", "rubah", ALL, 0 },
	{ "beri", "ikan", ALL, 0 },
	{ "makin", "semak", ALL, 0 },
	/* -kan, or a root in k with -an */
	{ "buruk", "buru", SUF_AN, 0 },
	{ "balik", "bali", SUF_AN, 0 },
	{ "kotak", "kota", SUF_AN, 0 },
	{ "kutuk", "kutu", SUF_AN, 0 },
	{ "masak", "masa", SUF_AN, 0 },
	{ "petik", "peti", SUF_AN, 0 },
	{ "pokok", "poko", SUF_AN, 0 },
	{ "rusak", "rusa", SUF_AN, 0 },
	{ "sajak", "saja", SUF_AN, 0 },
	{ "tarik", "tari", SUF_AN, 'p' },
	{ "tarik", "tari", SUF_AN, 't' },
};
const size_t root_nclaims = sizeof root_claims / sizeof *root_claims;
