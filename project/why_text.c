/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/why_text.h"

#include <string.h>

#include "base/utf8.h"

static const struct {
	const char *id, *en;
} texts[WHY_COUNT] = {
	[WHY_CODE] = { "%s  %s  %s", "%s  %s  %s" },
	[WHY_RETIRED] = { "kode ini tidak dipakai lagi di proyek ini; keputusan yang ada tetap "
			  "berlaku",
		"this code is retired in this project; what was decided stays" },
	[WHY_SUGGESTED_AS] = { "  sebagai %s, yang di proyek ini digabung ke %s",
		"  as %s, which is merged into %s in this project" },
	[WHY_DECIDED_AS] = { "  diputuskan atas %s, yang kemudian digabung ke %s",
		"  decided on %s, which was merged into %s since" },
	[WHY_PLACE] = { "dokumen %s, \xe2\x80\x9c%s\xe2\x80\x9d, baris %s",
		"document %s, \xe2\x80\x9c%s\xe2\x80\x9d, line %s" },
	[WHY_HIDDEN] = { "dokumen ini disembunyikan; 'tema documents restore %s' memunculkannya "
			 "lagi",
		"this document is hidden; 'tema documents restore %s' brings it back" },
	[WHY_QUOTE] = { "\n  %s\n", "\n  %s\n" },
	[WHY_SUGGESTED] = { "diusulkan oleh aturan, skor %s, unit %s:",
		"suggested by rules, score %s, unit %s:" },
	[WHY_RULE] = { "  aturan %s (bobot %s): %s\n    buku kode %s",
		"  rule %s (weight %s): %s\n    codebook %s" },
	[WHY_RULE_UNCOUNTED] = { "  aturan %s (bobot %s, tidak menambah skor: katanya sudah "
				 "dihitung): %s\n    buku kode %s",
		"  rule %s (weight %s, adds no score: its words count already): %s\n    codebook "
		"%s" },
	[WHY_NO_RULE] = { "sekarang tidak ada aturan yang mengusulkannya",
		"no rule suggests it now" },
	[WHY_DECIDED] = { "%s oleh %s, %s, %s (%s)", "%s by %s, %s, %s (%s)" },
	[WHY_CONFIRMED] = { "dikonfirmasi", "confirmed" },
	[WHY_REJECTED] = { "ditolak", "rejected" },
	[WHY_UNSURE] = { "ditandai ragu-ragu", "marked as unsure" },
	[WHY_SINGLE] = { "satu per satu", "one by one" },
	[WHY_BULK] = { "secara massal", "in bulk" },
	[WHY_SHEET] = { "melalui lembar kerja", "by sheet" },
	[WHY_HAND] = { "dikode dengan tangan", "coded by hand" },
	[WHY_IMPORT] = { "diimpor", "imported" },
	[WHY_ADJUDICATION] = { "keputusan bersama", "adjudicated" },
	[WHY_STANDS] = { "berlaku", "stands" },
	[WHY_ENDED] = { "tidak berlaku lagi", "no longer stands" },
	[WHY_ORPHANED] = { "dokumen %s, \xe2\x80\x9c%s\xe2\x80\x9d: bagian ini tidak ada lagi "
			   "dalam "
			   "teksnya; pengodeannya disimpan, tetapi tidak dihitung ('tema place' "
			   "memberinya tempat)",
		"document %s, \xe2\x80\x9c%s\xe2\x80\x9d: this passage is no longer in its text; "
		"the "
		"coding is kept, but not counted ('tema place' gives it a place)" },
	[WHY_MOVED] = { "  dipindahkan oleh op %s (%s, %s, %s), kata-katanya tetap: "
			"\xe2\x80\x9c%s\xe2\x80\x9d",
		"  moved by op %s (%s, %s, %s), its words are the same: "
		"\xe2\x80\x9c%s\xe2\x80\x9d" },
	[WHY_CHANGED] = { "  teksnya diubah oleh op %s (%s, %s, %s); sebelumnya: "
			  "\xe2\x80\x9c%s\xe2\x80\x9d",
		"  its text was changed by op %s (%s, %s, %s); before: "
		"\xe2\x80\x9c%s\xe2\x80\x9d" },
	[WHY_LOST] = { "  kehilangan tempatnya oleh op %s (%s, %s, %s); sebelumnya: "
		       "\xe2\x80\x9c%s\xe2\x80\x9d",
		"  lost its place by op %s (%s, %s, %s); before: \xe2\x80\x9c%s\xe2\x80\x9d" },
	[WHY_NOTE] = { "  catatan: %s", "  note: %s" },
	[WHY_EVIDENCE] = { "  ketika diputuskan: aturan %s, kata \xe2\x80\x9c%s\xe2\x80\x9d, buku "
			   "kode %s",
		"  when it was decided: rule %s, words \xe2\x80\x9c%s\xe2\x80\x9d, codebook %s" },
	[WHY_CODE_GONE] = { "%s  (kode ini sudah tidak ada)",
		"%s  (this code is no longer there)" },
	[WHY_VERSION] = { " versi ", " version " },
	[WHY_OVERLAP] = { "keputusan atas bagian yang bertumpang tindih dengannya, %s:",
		"decision on a passage that overlaps it, %s:" },
	[WHY_UNDECIDED] = { "belum ada yang memutuskan", "nobody has decided on it yet" },
};

const char *why_unit(enum unit_kind unit, const char *lang)
{
	static const char *const names[] = { "kata", "kalimat", "giliran bicara", "paragraf",
		"dokumen" };

	return strcmp(lang, "id") == 0 ? names[unit] : unit_names[unit];
}

const char *why_text_of(enum why_text t, const char *lang)
{
	return strcmp(lang, "id") == 0 ? texts[t].id : texts[t].en;
}

void why_line(struct buf *out, const char *lang, enum why_text t, const char *const *args)
{
	const char *p = why_text_of(t, lang), *mark;

	while ((mark = strstr(p, "%s")) != NULL) {
		buf_add(out, p, (size_t)(mark - p));
		utf8_clean(*args, strlen(*args), out);
		args++;
		p = mark + 2;
	}
	buf_adds(out, p);
	buf_addc(out, '\n');
}
