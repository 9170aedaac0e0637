/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words around names: forms of address, and words for people that are no names. */
#include <stdlib.h>
#include <string.h>

#include "project/pseudonyms.h"

/* Sorted by bytes: searched by halves. */
static const char *const addresses[] = { "abah", "abang", "adik", "almarhum", "almarhumah",
	"ananda", "bang", "bapak", "bibi", "bik", "bli", "bpk", "bu", "bude", "bulek", "bunda",
	"cak", "cik", "dek", "dik", "dr", "dra", "drg", "drh", "drs", "eyang", "gus", "hajah",
	"haji", "hj", "ibu", "ir", "kak", "kakak", "kang", "kh", "kiai", "kyai", "mas", "mba",
	"mbah", "mbak", "miss", "mpok", "mr", "mrs", "ms", "neng", "ning", "nn", "nona", "ny",
	"nyai", "nyonya", "om", "pak", "pakde", "paklek", "paman", "prof", "raden", "saudara",
	"saudari", "sdr", "sdri", "sir", "tante", "teh", "teteh", "tgk", "tn", "tuan", "tuanku",
	"uda", "uni", "ustad", "ustadz", "ustadzah", "ustaz", "ustazah", "wak" };

static const char *const offices[] = { "admin", "ahli", "aide", "anak", "anggota", "apoteker",
	"asisten", "ayah", "bendahara", "bhabinkamtibmas", "bidan", "bpd", "bupati", "buruh",
	"camat", "child", "client", "coach", "counselor", "customer", "daughter", "desa", "dewan",
	"dinas", "director", "direktur", "doctor", "dokter", "dosen", "dua", "dukuh", "dusun",
	"employee", "expert", "farmer", "father", "female", "first", "friend", "gubernur", "guest",
	"guru", "hakim", "head", "host", "husband", "imam", "informan", "istri", "jaksa", "kabid",
	"kader", "kades", "kadus", "kakek", "kapolres", "kapolsek", "karyawan", "karyawati", "kasi",
	"kaur", "kelas", "kelompok", "keluarga", "kepala", "ketua", "key", "koordinator", "kota",
	"kru", "kunci", "lain", "laki", "leader", "lecturer", "lurah", "mahasiswa", "mahasiswi",
	"male", "mama", "man", "manager", "manajer", "masyarakat", "member", "menteri", "modin",
	"mother", "mudin", "murid", "narasumber", "nelayan", "nenek", "nurse", "officer",
	"operator", "orang", "other", "owner", "pakar", "panitia", "papa", "parent", "participant",
	"partisipan", "pasien", "patient", "pedagang", "pegawai", "pejabat", "pekerja", "pelaku",
	"pembeli", "pemerintah", "pemilik", "pemuda", "pendamping", "pengawas", "pengelola",
	"pengurus", "pengusaha", "penjual", "penyuluh", "perangkat", "perawat", "perempuan",
	"person", "perwakilan", "peserta", "petani", "petugas", "pimpinan", "polisi", "presiden",
	"pria", "principal", "psikolog", "relawan", "responden", "rt", "rw", "satpam", "satu",
	"second", "sekcam", "sekdes", "sekolah", "sekretaris", "semua", "siswa", "siswi", "son",
	"speaker", "staf", "staff", "student", "suami", "supervisor", "teacher", "teman", "tenaga",
	"tetangga", "therapist", "tiga", "tim", "tokoh", "tua", "user", "utama", "volunteer",
	"wakil", "wali", "wanita", "warga", "wife", "woman", "worker" };

static int compare(const void *key, const void *item)
{
	return strcmp(key, *(const char *const *)item);
}

static bool is_in(const char *const *words, size_t n, const char *form, size_t len)
{
	char *word = mem_dup(form, len);
	bool found = bsearch(word, words, n, sizeof *words, compare) != NULL;

	free(word);
	return found;
}

bool pseudonym_is_address(const char *form, size_t len)
{
	return is_in(addresses, sizeof addresses / sizeof *addresses, form, len);
}

bool pseudonym_is_office(const char *form, size_t len)
{
	return is_in(offices, sizeof offices / sizeof *offices, form, len);
}
