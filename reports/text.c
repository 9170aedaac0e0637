/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/text.h"

#include <string.h>

static const struct {
	const char *id, *en;
} texts[T_COUNT] = {
	[T_REPORT] = { "Laporan pengodean", "Coding report" },
	[T_CONTENTS] = { "Daftar isi", "Contents" },
	[T_SUMMARY] = { "Ringkasan studi", "Study summary" },
	[T_DOCUMENTS] = { "Dokumen", "Documents" },
	[T_FREQUENCY] = { "Frekuensi tema", "Theme frequency" },
	[T_GROUPS] = { "Frekuensi tema menurut kelompok informan",
		"Theme frequency by informant group" },
	[T_COOCCURRENCE] = { "Kemunculan bersama tema", "Co-occurrence of themes" },
	[T_QUOTATIONS] = { "Kutipan menurut tema", "Quotations by theme" },
	[T_CODEBOOK] = { "Lampiran: buku kode", "Appendix: codebook" },
	[T_METHODS] = { "Catatan metode", "Methods note" },
	[T_TABLE] = { "Tabel", "Table" },
	[T_FIGURE] = { "Gambar", "Figure" },
	[T_FIGURE_FREQUENCY] = { "Jumlah segmen per tema", "Segments per theme" },
	[T_FIGURE_GROUPS] = { "Segmen per 1.000 kata menurut kelompok informan",
		"Segments per 1,000 words by informant group" },
	[T_NUMBER] = { "No.", "No." },
	[T_TITLE] = { "Judul", "Title" },
	[T_METHOD] = { "Metode", "Method" },
	[T_DATE] = { "Tanggal", "Date" },
	[T_PLACE] = { "Tempat", "Place" },
	[T_INFORMANTS] = { "Informan", "Informants" },
	[T_WORDS] = { "Kata", "Words" },
	[T_WORDS_CODABLE] = { "Kata (tanpa pewawancara)", "Words (without interviewers)" },
	[T_MEASURE] = { "Ukuran", "Measure" },
	[T_VALUE] = { "Nilai", "Value" },
	[T_CODE] = { "Kode", "Code" },
	[T_THEME] = { "Tema", "Theme" },
	[T_SEGMENTS] = { "Segmen", "Segments" },
	[T_DOCUMENTS_N] = { "Dokumen", "Documents" },
	[T_DOCUMENTS_SHARE] = { "% dokumen", "% of documents" },
	[T_PER_1000] = { "Per 1.000 kata", "Per 1,000 words" },
	[T_PER_1000_OF] = { "%s: per 1.000 kata", "%s: per 1,000 words" },
	[T_SEGMENTS_OF] = { "%s: segmen", "%s: segments" },
	[T_SUGGESTED_OF_THESE] = { "Di antaranya baru usulan", "Of these only suggested" },
	[T_TOTAL_WORDS] = { "Jumlah kata (pembagi)", "Words (denominator)" },
	[T_A] = { "Tema A", "Theme A" },
	[T_B] = { "Tema B", "Theme B" },
	[T_BOTH] = { "A dan B", "A and B" },
	[T_ONLY_A] = { "Hanya A", "Only A" },
	[T_ONLY_B] = { "Hanya B", "Only B" },
	[T_JACCARD] = { "Jaccard", "Jaccard" },
	[T_MATRIX] = { "Matriks kemunculan bersama", "Co-occurrence matrix" },
	[T_PAIRS] = { "Pasangan tema yang muncul bersama", "Pairs of themes that occur together" },
	[T_DEFINITION] = { "Definisi", "Definition" },
	[T_INCLUDES] = { "Termasuk", "Includes" },
	[T_EXCLUDES] = { "Tidak termasuk", "Does not include" },
	[T_SOURCE] = { "Sumber", "Source" },
	[T_MERGED] = { "Digabung ke sini", "Merged into it" },
	[T_EXTENDED_BY] = { "Diperluas oleh", "Extended by" },
	[T_EXTENDS] = { "memperluas %s", "extends %s" },
	[T_USES_FILES] = { "memakai %s", "uses %s" },
	[T_WORDS_ONLY] = { "hanya daftar kata, tanpa kode", "word lists only, no codes" },
	[T_FORMER] = { "tidak dipakai lagi dalam proyek ini", "not used in this project any more" },
	[T_RETIRED] = { "tidak dipakai lagi", "retired" },
	[T_QUOTATION] = { "Kutipan", "Quotation" },
	[T_SPEAKER] = { "Penutur", "Speaker" },
	[T_LINE] = { "baris", "line" },
	[T_STATE] = { "Status", "State" },
	[T_CONFIRMED] = { "dikonfirmasi", "confirmed" },
	[T_REJECTED] = { "ditolak", "rejected" },
	[T_UNSURE] = { "ragu-ragu", "unsure" },
	[T_OPEN] = { "belum diputuskan", "not yet decided" },
	[T_SUGGESTED] = { "usulan, belum dikonfirmasi", "suggested, not confirmed" },
	[T_CODEBOOKS] = { "Buku kode", "Codebooks" },
	[T_CODERS] = { "Pengode", "Coders" },
	[T_CODES_USED] = { "Tema yang muncul", "Themes found" },
	[T_UNITS] = { "Unit kemunculan bersama (%s)", "Units of co-occurrence (%s)" },
	[T_NOTE_COUNTED] = { "Yang dihitung: hanya pengodean yang dikonfirmasi. Pengodean yang "
			     "bertumpang tindih "
			     "dengan kode yang sama dihitung sebagai satu segmen.",
		"Counted: confirmed codings only. Overlapping codings of the same code are one "
		"segment." },
	[T_NOTE_COUNTED_SUGGESTED] = { "PERHATIAN: usulan yang belum dikonfirmasi ikut dihitung.",
		"NOTE: suggestions that nobody has confirmed are counted too." },
	[T_NOTE_EXPOSURE] = { "Pembagi: %s kata dari semua penutur selain pewawancara.",
		"Denominator: %s words of all speakers except interviewers." },
	[T_NOTE_PARENT] = { "Tema induk adalah gabungan (union) segmennya sendiri dan segmen tema "
			    "di bawahnya, bukan "
			    "penjumlahan.",
		"A parent theme is the union of its own segments and those of the themes below it, "
		"not their sum." },
	[T_NOTE_PAIRS] = { "Unit: %s; n = %s unit. Sebuah tema ada dalam unit bila salah satu "
			   "segmennya menyentuh unit "
			   "itu. Jaccard = (A dan B) / (A atau B). Pasangan tema dengan induknya "
			   "tidak dihitung.",
		"Unit: %s; n = %s units. A theme is in a unit when one of its segments touches the "
		"unit. Jaccard = "
		"(A and B) / (A or B). Pairs of a theme and a theme above it are not counted." },
	[T_NOTE_MATRIX] = { "Di atas diagonal: jumlah unit yang memuat kedua tema; diagonal: "
			    "jumlah unit dengan tema "
			    "itu; di bawah diagonal: Jaccard. Makin gelap, makin tinggi Jaccard.",
		"Above the diagonal: units that carry both themes; diagonal: units with the theme; "
		"below: Jaccard. "
		"The darker, the higher Jaccard." },
	[T_NOTE_MATRIX_CUT] = { "Ditampilkan %s tema yang paling sering dari %s; semua pasangan "
				"ada dalam berkas CSV.",
		"Shown are the %s most frequent of %s themes; all pairs are in the CSV file." },
	[T_NOTE_GROUPS] = { "Kelompok menurut variabel '%s'. Informan dengan beberapa kelompok "
			    "dihitung dalam "
			    "masing-masing. Pembagi: kata dari kelompok itu.",
		"Groups by the variable '%s'. An informant with several groups counts in each. "
		"Denominator: the words of "
		"the group." },
	[T_NOTE_NO_GROUPS] = { "Belum ada kelompok informan. Kelompok diberikan dengan: tema "
			       "speakers set INFORMAN --var "
			       "kelompok=NAMA",
		"There are no informant groups yet. Give them with: tema speakers set INFORMANT "
		"--var group=NAME" },
	[T_NOTE_DEPENDENT] = { "Unit dari satu wawancara tidak saling bebas; angka ini deskriptif, "
			       "bukan uji.",
		"Units of one interview are not independent; these figures describe, they do not "
		"test." },
	[T_NOTHING] = { "Belum ada pengodean yang dikonfirmasi.",
		"Nothing has been confirmed yet." },
	[T_NO_QUOTATIONS] = { "Belum ada kutipan.", "There are no quotations yet." },
	[T_OPEN_CODING] = { "Kode terbuka (dibuat dalam proyek)",
		"Open codes (made in the project)" },
	[T_VERSION] = { "versi", "version" },
	[T_NOBODY] = { "tanpa penutur", "no speaker" },
	[T_UNIT_SENTENCE] = { "kalimat", "sentence" },
	[T_UNIT_TURN] = { "giliran bicara", "turn" },
	[T_UNIT_PARAGRAPH] = { "paragraf", "paragraph" },
	[T_UNIT_DOCUMENT] = { "dokumen", "document" },
	[T_METHOD_INTERVIEW] = { "wawancara", "interview" },
	[T_METHOD_OBSERVATION] = { "observasi", "observation" },
	[T_METHOD_DOCUMENT] = { "dokumen", "document" },
	[T_METHOD_FGD] = { "FGD", "focus group" },
	[T_METHOD_SURVEY] = { "survei", "survey" },
	[T_METHODS_DATA] = { "Data terdiri atas %s dokumen dengan %s informan dan %s kata di luar "
			     "tuturan pewawancara. "
			     "Tuturan pewawancara tidak dikode.",
		"The data are %s documents with %s informants and %s words without those of "
		"interviewers. Interviewers' "
		"turns were not coded." },
	[T_METHODS_PRECODE] = { "Teks dikode awal secara otomatis dengan tema versi %s (mesin: %s) "
				"berdasarkan aturan "
				"dalam buku kode %s.",
		"The texts were precoded automatically with tema version %s (engine: %s) by the "
		"rules of the codebook %s." },
	[T_METHODS_EXTENDS] = { "Buku kode %s menambahkan kata dan aturan pada kode %s.",
		"The codebook %s adds words and rules to the codes of %s." },
	[T_METHODS_CODES] = { "Di proyek ini buku kode dipakai dengan perubahan: %s kode diberi "
			      "label lain, %s kode dipindahkan dalam susunan kode, %s kode "
			      "digabung "
			      "ke kode lain, dan %s kode tidak dipakai lagi.",
		"In this project the codebooks are used with changes: %s codes have another label, "
		"%s codes stand elsewhere in the tree, %s codes are merged into another code, and "
		"%s "
		"codes are retired." },
	[T_METHODS_OPEN] = { "Selain itu dipakai %s kode terbuka yang dibuat peneliti selama "
			     "pengodean.",
		"In addition %s open codes were made by the researchers during coding." },
	[T_METHODS_DECIDED] = { "Aturan hanya mengusulkan; keputusan dibuat oleh pengode (%s). "
				"Sampai laporan ini "
				"dibuat, %s pengodean dikonfirmasi, %s usulan ditolak, %s ditandai "
				"ragu-ragu, dan %s usulan "
				"belum diputuskan.",
		"Rules only suggest; coders decided (%s). Up to this report %s codings were "
		"confirmed, %s suggestions "
		"rejected, %s marked as unsure, and %s suggestions are not yet decided." },
	[T_METHODS_VIA] = { "Dari keputusan konfirmasi dan penolakan, %s dibuat satu per satu "
			    "dengan membaca kutipannya, "
			    "%s secara massal melalui saringan, %s dengan tangan tanpa usulan "
			    "aturan, dan %s dengan cara "
			    "lain.",
		"Of the confirmations and rejections, %s were made one by one while reading the "
		"passage, %s in bulk by "
		"filter, %s by hand without a rule's suggestion, and %s otherwise." },
	[T_METHODS_NONE] = { "Belum ada keputusan pengode.", "No coder has decided anything yet." },
	[T_METHODS_COUNTING] = { "Tidak adanya kode pada suatu bagian hanya berarti tidak ada "
				 "pengodean yang "
				 "dikonfirmasi di sana, bukan bahwa temanya tidak ada.",
		"That a passage carries no code only means that no coding was confirmed there, not "
		"that the theme is "
		"absent." },
	[T_METHODS_TRAIL] = { "Jejak audit: %s operasi, rantai %s.",
		"Audit trail: %s operations, chain %s." },
	[T_NOTE_PAIRS_CUT] = { "Ditampilkan %s pasangan terkuat dari %s; semuanya ada dalam berkas "
			       "CSV.",
		"Shown are the %s strongest of %s pairs; all are in the CSV file." },
	[T_ATTRIBUTION_LINE] = { "baris %s", "line %s" },
	[T_SHA] = { "sidik SHA-256 %s", "SHA-256 fingerprint %s" },
	[T_RULES_SUGGESTED] = { "Usulan aturan yang belum diputuskan",
		"Rule suggestions not yet decided" },
	[T_LEGEND_CONFIRMED] = { "dikonfirmasi", "confirmed" },
	[T_LEGEND_SUGGESTED] = { "baru usulan", "only suggested" },
	[T_NONE_DECIDED_YET] = { "Belum ada kode dalam proyek ini.",
		"There are no codes in this project yet." },
	[T_AND] = { "dan", "and" },
	[T_TRANSCRIPT] = { "Transkrip berkode", "Coded transcript" },
	[T_SPEAKERS] = { "Penutur", "Speakers" },
	[T_ROLE_INTERVIEWER] = { "pewawancara", "interviewer" },
	[T_ROLE_INFORMANT] = { "informan", "informant" },
	[T_ROLE_OTHER] = { "lainnya", "other" },
	[T_KIND_GROUP] = { "kelompok", "group" },
	[T_LINES_N] = { "%s baris", "%s lines" },
	[T_LINES_SHOWN] = { "ditampilkan baris %s sampai %s", "shown are lines %s to %s" },
	[T_WORDS_N] = { "%s kata", "%s words" },
	[T_TIME] = { "Waktu", "Time" },
	[T_TEXT] = { "Teks", "Text" },
	[T_CODES_HERE] = { "Kode dalam teks ini", "Codes in this text" },
	[T_NO_CODES_HERE] = { "Belum ada pengodean yang dikonfirmasi di sini.",
		"No coding is confirmed here yet." },
	[T_CONFIRMED_N] = { "%s dikonfirmasi", "%s confirmed" },
	[T_SUGGESTED_N] = { "%s usulan", "%s suggested" },
	[T_CODED_BY] = { "Pengode: %s", "Coded by %s" },
	[T_NOTE_SUGGESTED_MARKS] = { "Tanda tanya dan garis putus-putus: baru usulan aturan, belum "
				     "dikonfirmasi.",
		"Question mark and dashed line: only suggested by rules, not confirmed." },
	[T_ORPHANS_N] = { "Pengodean yang kehilangan tempatnya dalam teks: %s (lihat 'tema "
			  "verify').",
		"Codings that lost their place in the text: %s (see 'tema verify')." },
	[T_PARA_HEADING] = { "judul", "heading" },
	[T_PARA_TABLE] = { "tabel", "table" },
	[T_PARA_CAPTION] = { "keterangan", "caption" },
	[T_PARA_FOOTNOTE] = { "catatan kaki", "footnote" },
	[T_PARA_REFERENCE] = { "daftar pustaka", "reference" },
	[T_PARA_QUOTE] = { "kutipan", "quote" },
	[T_KEYWORDS] = { "Kata kunci", "Keywords" },
	[T_KEYWORDS_WEIGHT] = { "Kata kunci (bobot %s)", "Keywords (weight %s)" },
	[T_RULE] = { "Aturan", "Rule" },
	[T_RULE_WEIGHT] = { ", bobot %s", ", weight %s" },
	[T_RULE_UNIT] = { ", unit %s", ", unit %s" },
	[T_RULE_PRIVATE] = { ", hanya dirujuk", ", only referred to" },
	[T_WHEN] = { "bila", "when" },
	[T_UNLESS] = { "kecuali", "unless" },
	[T_WHERE] = { "pada", "where" },
	[T_EXAMPLE] = { "Contoh", "Example" },
	[T_NOTE] = { "Catatan", "Note" },
	[T_SEE] = { "Lihat juga", "See also" },
	[T_WORDLISTS] = { "Daftar kata", "Word lists" },
	[T_CODE_ONE] = { "%s kode", "%s code" },
	[T_CODES_N] = { "%s kode", "%s codes" },
	[T_FROM_BOOK] = { ", dari %s", ", from %s" },
	[T_USES] = { "Memakai buku kode", "Uses the codebooks" },
	[T_THRESHOLD] = { "Ambang usulan", "Threshold" },
	[T_PART_OF] = { "Bagian dari", "Part of" },
};

const char *text_of(enum text t, const char *lang)
{
	return strcmp(lang, "id") == 0 ? texts[t].id : texts[t].en;
}

void text_fill(struct buf *out, enum text t, const char *lang, const char *const *args)
{
	const char *p = text_of(t, lang), *mark;

	while ((mark = strstr(p, "%s")) != NULL) {
		buf_add(out, p, (size_t)(mark - p));
		buf_adds(out, *args++);
		p = mark + 2;
	}
	buf_adds(out, p);
}
