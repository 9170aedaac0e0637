/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/erase_names.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "corpus/turns_words.h"

#define PART_MIN 3 /* code points of a part that is looked for by itself */

/* --- words that are no names --- */

/* clang-format off */

/* What stands in front of names; a name behind it is one, whatever its case. */
static const char *const addresses[] = {
	"abah", "abang", "adik", "bang", "bapak", "bp", "bpk", "bu", "bude", "budhe", "bulik",
	"bunda", "cak", "dek", "dik", "dr", "dra", "drg", "drs", "emak", "eyang", "gus", "h",
	"haji", "hajah", "hj", "ibu", "ibuk", "ir", "kak", "kakak", "kakek", "kang", "kh", "kiai",
	"ki", "kyai", "mak", "mama", "mas", "mba", "mbah", "mbak", "mbok", "mr", "mrs", "ms",
	"miss", "nenek", "neng", "ning", "nona", "ny", "nyai", "nyonya", "om", "oom", "pak",
	"pakde", "pakdhe", "paklik", "papa", "pdt", "prof", "romo", "saudara", "saudari", "sdr",
	"sdri", "sir", "suster", "tante", "teh", "teteh", "tn", "tuan", "tuanku", "uda", "uni",
	"ustad", "ustadz", "ustadzah", "ustaz",
};

/* Offices and parts of a family: no names in a label, nor alone. */
static const char *const offices[] = {
	"admin", "aktivis", "anak", "anggota", "asisten", "ayah", "bendahara", "bidan", "bupati",
	"buruh", "camat", "desa", "direktur", "doctor", "dokter", "dosen", "driver", "dukun",
	"dusun", "father", "guru", "ibu", "informan", "informant", "istri", "kader", "kabid",
	"kabupaten", "kades", "kasi", "kasubag", "keluarga", "kepala", "ketua", "koordinator",
	"lansia", "lurah", "mahasiswa", "mahasiswi", "manager", "manajer", "mother", "murid",
	"narasumber", "nelayan", "nurse", "operator", "orang", "orangtua", "owner", "partisipan",
	"pasien", "patient", "pedagang", "pegawai", "pelaku", "pembina", "pemilik", "pemuda",
	"pendamping", "pengelola", "pengurus", "penjual", "perangkat", "perawat", "perempuan",
	"peserta", "petani", "petugas", "polisi", "puskesmas", "responden", "rt", "rw", "sekolah",
	"sekretaris", "siswa", "siswi", "sopir", "speaker", "staf", "staff", "student", "suami",
	"tamu", "teacher", "teman", "tetangga", "tokoh", "tua", "tukang", "umum", "usaha",
	"ustadz", "volunteer", "wakil", "wali", "warga", "wanita",
};

/* Names that are ordinary words, too. */
static const char *const ordinary[] = {
	"abadi", "adil", "agung", "agus", "agustus", "air", "akbar", "amal", "aman", "anggun",
	"angin", "april", "art", "asri", "baik", "bayu", "bijak", "bill", "bintang", "budi",
	"bulan", "bumi", "bunga", "cahaya", "cahya", "cantik", "cinta", "dahlia", "damai", "dawn",
	"desember", "dewa", "dewi", "eka", "elok", "emas", "embun", "faith", "fajar", "gema",
	"gemilang", "gilang", "grace", "guntur", "hari", "harum", "hidayah", "hikmah", "hope",
	"ikhlas", "ilham", "iman", "indah", "intan", "iris", "jaya", "joy", "juli", "juni",
	"kasih", "kembang", "kencana", "kirana", "kurnia", "laksana", "langit", "lestari", "lily",
	"lima", "luhur", "maret", "mark", "may", "mawar", "mega", "mei", "mekar", "melati",
	"mentari", "muda", "mulia", "mulya", "murni", "mustika", "mutiara", "nabi", "novel",
	"nur", "nyata", "pelangi", "permata", "pertiwi", "puji", "purnama", "pusaka", "putra",
	"putri", "rahayu", "rahmat", "raja", "rama", "ratu", "rejeki", "rich", "rizki", "robin",
	"rose", "rusdi", "sabar", "sakti", "salam", "sari", "satria", "satu", "sejati", "selamat",
	"seni", "senja", "september", "setia", "setiawan", "slamet", "subur", "suci", "sukses",
	"summer", "surya", "syukur", "tabah", "taat", "takwa", "teguh", "tegar", "tri", "tulus",
	"untung", "utama", "wahyu", "warna", "wibawa", "will", "yakin",
};

/* clang-format on */

#define HAS(LIST, WORD) has(LIST, sizeof(LIST) / sizeof *(LIST), WORD)

/* The lists are short, and a name has few words. */
static bool has(const char *const *list, size_t n, const char *word)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(list[i], word) == 0)
			return true;
	return false;
}

/* --- making forms --- */

VEC_TYPE(name_words, const char *);

static void split(struct erase_names *n, const char *text, size_t len, struct name_words *out)
{
	struct buf form = BUF_INIT;
	size_t pos = 0, start, end;

	while (redact_word(text, len, &pos, &start, &end)) {
		buf_reset(&form);
		redact_form(text + start, end - start, &form);
		if (form.len > 0)
			vec_push(out, arena_dup(&n->arena, form.data, form.len));
	}
	buf_release(&form);
}

static const char *join(struct erase_names *n, const char *const *words, size_t count)
{
	struct buf all = BUF_INIT;
	const char *text;

	for (size_t i = 0; i < count; i++)
		buf_printf(&all, "%s%s", i > 0 ? " " : "", words[i]);
	text = arena_dup(&n->arena, all.data, all.len);
	buf_release(&all);
	return text;
}

static bool is_in(const struct erase_forms *list, const char *text)
{
	vec_each (const struct erase_form, f, list)
		if (strcmp(f->text, text) == 0)
			return true;
	return false;
}

static void add_form(struct erase_names *n, const char *const *words, size_t count, bool part)
{
	struct erase_form f = { join(n, words, count), count == 1 && HAS(ordinary, words[0]),
		part };

	if (!is_in(&n->forms, f.text))
		vec_push(&n->forms, f);
}

static bool is_digit(const char *word)
{
	return strpbrk(word, "0123456789") != NULL;
}

static bool is_part(const char *word)
{
	return utf8_count(word, strlen(word)) >= PART_MIN && !is_digit(word) &&
	       !HAS(addresses, word) && !HAS(offices, word);
}

static void add_words(struct erase_names *n, const struct name_words *w)
{
	if (w->n > 1)
		add_form(n, w->items, w->n, false);
	for (size_t i = 0; i < w->n; i++)
		if (w->n == 1 || is_part(w->items[i]))
			add_form(n, &w->items[i], 1, w->n > 1);
}

/* Degrees stand behind a comma; addresses in front. */
static void name_words(struct erase_names *n, const char *name, struct name_words *out)
{
	struct name_words all = VEC_INIT;
	size_t len = strcspn(name, ",("), first = 0;

	split(n, name, len, &all);
	while (first < all.n && HAS(addresses, all.items[first]))
		first++;
	for (size_t i = first; i < all.n; i++)
		vec_push(out, all.items[i]);
	vec_release(&all);
}

bool erase_names_add(struct erase_names *n, const char *name)
{
	struct name_words w = VEC_INIT;
	bool found;

	name_words(n, name, &w);
	found = w.n > 0;
	if (found)
		add_words(n, &w);
	vec_release(&w);
	return found;
}

bool erase_names_add_label(struct erase_names *n, const char *label)
{
	struct name_words w = VEC_INIT, names = VEC_INIT;
	bool found;

	if (turns_role_word(label, strlen(label)) != NULL || turns_is_stop(label, strlen(label)))
		return false;
	name_words(n, label, &w);
	vec_each (const char *, p, &w)
		if (is_part(*p))
			vec_push(&names, *p);
	found = names.n > 0;
	if (found)
		add_words(n, &names);
	vec_release(&w);
	vec_release(&names);
	return found;
}

void erase_names_add_other(struct erase_names *n, const char *name)
{
	struct name_words w = VEC_INIT;

	name_words(n, name, &w);
	if (w.n > 0) {
		struct erase_form f = { join(n, w.items, w.n), false, false };

		vec_push(&n->others, f);
	}
	vec_release(&w);
}

/* --- the redactors --- */

VEC_TYPE(rule_list, struct redact_rule);

/* "bu sari" in lower case is the name, too. */
static void add_addressed(struct erase_names *n, const char *name, struct rule_list *out)
{
	static const char *const common[] = { "bu", "ibu", "pak", "bapak", "mas", "mbak", "mba",
		"kak", "bang", "mr", "mrs", "ms" };

	for (size_t i = 0; i < sizeof common / sizeof *common; i++)
		vec_push(out, ((struct redact_rule){
				      .find = arena_printf(&n->arena, "%s %s", common[i], name),
				      .replace = "" }));
}

static struct redactor *make(struct erase_names *n, bool careful)
{
	struct rule_list rules = VEC_INIT;
	struct redactor *r;

	vec_each (const struct erase_form, f, &n->forms) {
		vec_push(&rules, ((struct redact_rule){ .find = f->text,
					 .replace = "",
					 .proper = careful && f->ordinary }));
		if (f->ordinary)
			add_addressed(n, f->text, &rules);
	}
	vec_each (const struct erase_form, f, &n->others)
		if (!is_in(&n->forms, f->text))
			vec_push(&rules, ((struct redact_rule){
						 .find = f->text, .replace = "", .keep = true }));
	r = redactor_new(rules.items, rules.n);
	vec_release(&rules);
	return r;
}

void erase_names_seal(struct erase_names *n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n->forms.n; i++)
		if (!n->forms.items[i].part || !is_in(&n->others, n->forms.items[i].text))
			n->forms.items[kept++] = n->forms.items[i];
		else
			vec_push(&n->shared, n->forms.items[i]);
	n->forms.n = kept;
	n->finder = make(n, true);
	n->greedy = make(n, false);
}

/* --- finding --- */

static void find(const struct redactor *r, enum redact_kind kind, const char *text, size_t len,
	struct erase_spans *out)
{
	struct redact_map map = { VEC_INIT, VEC_INIT };
	struct buf ignored = BUF_INIT;

	redact(r, kind, text, len, &ignored, &map);
	vec_each (const struct redact_cut, c, &map.cuts)
		vec_push(out, ((struct span){ c->from, c->from_end }));
	redact_map_release(&map);
	buf_release(&ignored);
}

void erase_names_find(const struct erase_names *n, enum redact_kind kind, const char *text,
	size_t len, struct erase_spans *out)
{
	if (n->forms.n > 0)
		find(n->finder, kind, text, len, out);
}

bool erase_names_in(
	const struct erase_names *n, enum redact_kind kind, const char *text, size_t len)
{
	struct erase_spans found = VEC_INIT;
	bool any;

	erase_names_find(n, kind, text, len, &found);
	any = found.n > 0;
	vec_release(&found);
	return any;
}

uint64_t erase_names_doubtful(const struct erase_names *n, const char *text, size_t len)
{
	struct erase_spans sure = VEC_INIT, all = VEC_INIT;
	uint64_t left;

	if (n->forms.n > 0) {
		find(n->finder, REDACT_TEXT, text, len, &sure);
		find(n->greedy, REDACT_TEXT, text, len, &all);
	}
	left = all.n > sure.n ? all.n - sure.n : 0;
	vec_release(&sure);
	vec_release(&all);
	return left;
}

bool erase_names_in_bytes(const struct erase_names *n, const char *p, size_t len)
{
	struct buf text = BUF_INIT;
	bool found;

	if (utf8_valid(p, len, NULL) && erase_names_in(n, REDACT_NAME, p, len))
		return true;
	for (size_t i = 0; i < len; i++) /* UTF-16 without its zeros; no ASCII parts words */
		if (p[i] != '\0')
			buf_addc(&text, (unsigned char)p[i] < 0x80 ? p[i] : ' ');
	found = erase_names_in(n, REDACT_NAME, text.data, text.len);
	buf_release(&text);
	return found;
}

void erase_names_release(struct erase_names *n)
{
	redactor_free(n->finder);
	redactor_free(n->greedy);
	vec_release(&n->forms);
	vec_release(&n->others);
	vec_release(&n->shared);
	arena_release(&n->arena);
}
