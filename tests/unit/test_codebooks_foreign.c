/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dictionaries of other programs as codebooks: terms, formats, and what is told. */
#include "unit.h"

#include <string.h>

#include "base/yamlread.h"
#include "codebooks/foreign.h"
#include "codebooks/foreign_term.h"
#include "codebooks/parser.h"

/* One import: the codebook's text, what it parses to, the remarks. */
struct import {
	struct buf text;
	struct diags d;
	struct err e;
	struct foreign_figures n;
	struct codebook *cb;
	enum rc rc;
};

static void import_as(struct import *i, const char *file, const char *bytes, const char *format)
{
	struct foreign_options o = { .format = format };
	struct diags flaws = DIAGS_INIT;
	struct buf shown = BUF_INIT;

	memset(i, 0, sizeof *i);
	buf_init(&i->text);
	i->rc = foreign_import(file, bytes, strlen(bytes), &o, &i->text, &i->n, &i->d, &i->e);
	if (i->rc == RC_OK &&
		codebook_parse("x", i->text.data, i->text.len, &i->cb, &flaws, &i->e) != RC_OK) {
		diag_print_all(&flaws, &shown);
		ck_abort_msg("%s\n%s", shown.data, i->text.data);
	}
	buf_release(&shown);
	diags_release(&flaws);
}

static void import_release(struct import *i)
{
	codebook_free(i->cb);
	buf_release(&i->text);
	diags_release(&i->d);
}

/* "KEY: source; source" of every code, one a line. */
static void listing(const struct codebook *cb, struct buf *out)
{
	vec_each (struct code *, c, &cb->codes) {
		buf_printf(out, "%s%s%s:", (*c)->parent != NULL ? (*c)->parent->key : "",
			(*c)->parent != NULL ? "/" : "", (*c)->key);
		for (size_t i = 0; i < (*c)->nrules; i++)
			buf_printf(out, "%s %s", i > 0 ? ";" : "", (*c)->rules[i]->key);
		buf_addc(out, '\n');
	}
}

static void check_import(const char *file, const char *bytes, const char *expected)
{
	struct import i;
	struct buf out = BUF_INIT;

	import_as(&i, file, bytes, NULL);
	ck_assert_msg(i.rc == RC_OK, "%s", i.e.msg);
	listing(i.cb, &out);
	ck_assert_str_eq(out.data, expected);
	buf_release(&out);
	import_release(&i);
}

/* A remark with this id at this line. */
static bool is_told(const struct import *i, const char *id, uint32_t line)
{
	vec_each (const struct diag, g, &i->d.list)
		if (strcmp(g->id, id) == 0 && g->at.line == line)
			return true;
	return false;
}

static void check_told(
	const char *file, const char *bytes, const char *id, uint32_t line, const char *expected)
{
	struct import i;
	struct buf out = BUF_INIT;

	import_as(&i, file, bytes, NULL);
	ck_assert_msg(i.rc == RC_OK, "%s", i.e.msg);
	diag_print_all(&i.d, &out);
	ck_assert_msg(is_told(&i, id, line), "%s line %u in:\n%s", id, line, out.data);
	buf_reset(&out);
	listing(i.cb, &out);
	ck_assert_str_eq(out.data, expected);
	buf_release(&out);
	import_release(&i);
}

static void check_refused(const char *file, const char *bytes, const char *message)
{
	struct import i;

	import_as(&i, file, bytes, NULL);
	ck_assert_int_ne(i.rc, RC_OK);
	ck_assert_msg(strstr(i.e.msg, message) != NULL, "%s", i.e.msg);
	import_release(&i);
}

static void check_term(const char *term, enum term_result result, const char *source)
{
	struct buf out = BUF_INIT;

	ck_assert_msg(term_source(term, strlen(term), &out) == result, "%s: %s", term, out.data);
	ck_assert_str_eq(out.data, source);
	buf_release(&out);
}

START_TEST(terms_are_written_in_our_language)
{
	static const struct {
		const char *term, *source;
	} words[] = { { "hoop", "hoop" }, { "dunk*", "dunk*" }, { "MORE", "more" },
		{ "Jakarta", "Jakarta" }, { "means-test*", "means-test*" },
		{ "South Africa", "\"south africa\"" }, { "don't", "don't" }, { "not", "\"not\"" },
		{ "unit", "\"unit\"" }, { "24", "\"24\"" }, { "JKm/JK", "\"jkm/jk\"" },
		{ "rumah *dinas", "\"rumah *dinas\"" }, { "a/b \"c", "\"a/b \\\"c\"" } };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		check_term(words[i].term, TERM_WORDS, words[i].source);
}
END_TEST

START_TEST(what_is_no_word_becomes_a_regular_expression)
{
	check_term("a*", TERM_REGEX, "/(?<![\\p{L}\\p{N}])a[\\p{L}\\p{N}'-]*/");
	check_term(":)", TERM_REGEX, "/\\:\\)/");
	check_term("C++", TERM_REGEX, "/(?<![\\p{L}\\p{N}])C\\+\\+/");
	check_term("~kira", TERM_REGEX, "/\\~kira(?![\\p{L}\\p{N}])/");
}
END_TEST

START_TEST(what_would_find_everything_is_refused)
{
	check_term("*", TERM_NONE, "");
	check_term("* *", TERM_NONE, "");
	check_term("?", TERM_NONE, "");
}
END_TEST

START_TEST(liwc_with_tabs_spaces_and_zeros)
{
	check_import("Uji Coba.dic",
		"%\n01\tKata Kerja\n2   benda\n%\n\nlari\t01\nmeja  2\nkerja*  1   02\n",
		"Kata-Kerja: lari; kerja*\nbenda: meja; kerja*\n");
}
END_TEST

START_TEST(liwc_2015_nests_by_tabs)
{
	check_import("a.dic",
		"%\n1\tinduk\n\t2\tanak\n\t\t3\tcucu\njudul\n\t4\tlain\n%\nsatu\t3\t4\n",
		"induk:\ninduk/anak:\nanak/cucu: satu\njudul:\njudul/lain: satu\n");
}
END_TEST

START_TEST(liwc_conditions_are_carried_or_told)
{
	check_told("a.dic", "%\n1\tA\n2\tB\n%\nkind\t<of>1/2\n", "F003", 5,
		"A: \"kind of\"\nB: \"kind\"\n");
	check_told("a.dic", "%\n1\tA\n2\tB\n%\nlike\t(02 134)1/2\n", "F003", 5, "A: like\nB:\n");
	check_told("a.dic", "%\n1\tA\n%\nlike\t1\t9\n", "F004", 4, "A: like\n");
	check_told("a.dic", "%\n1\tA\n%\nlike\nlari\t1\n", "F008", 4, "A: lari\n");
}
END_TEST

START_TEST(liwc_without_its_marks_is_refused)
{
	check_refused("a.dic", "1\tA\n", "begins with a line '%'");
	check_refused("a.dic", "%\n1\tA\n", "that ends the categories is missing");
}
END_TEST

START_TEST(dicx_has_weights)
{
	check_told("a.dicx", "DicTerm,A,B\nlari,X,\nmeja,0.5,x\n", "F001", 3,
		"A: lari; meja\nB: meja\n");
	check_told("a.dicx", "DicTerm,A,B\n,X,\nmeja,X,\n", "F008", 2, "A: meja\nB:\n");
}
END_TEST

static const char ykd[] =
	"<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n"
	"<dictionary patternengine=\"%s\">\n"
	" <cnode name=\"Judul\" desc=\"Uraian\">\n"
	"  <cnode name=\"A\" desc=\"\"><pnode name=\"%s\" score=\"%s\"/></cnode>\n"
	"  <pnode name=\"not\"/>\n"
	" </cnode>\n"
	"</dictionary>\n";

START_TEST(yoshikoder_nests_and_has_scores)
{
	char *text = mem_printf(ykd, "substring", "kerja*", "2.0");

	check_told("a.ykd", text, "F001", 4, "Judul: \"not\"\nJudul/A: kerja*\n");
	check_told("a.cat", text, "F001", 4, "Judul: \"not\"\nJudul/A: kerja*\n");
	free(text);
}
END_TEST

START_TEST(yoshikoder_regexes_are_tried)
{
	char *good = mem_printf(ykd, "regexp", "ker(ja|as)", "");
	char *bad = mem_printf(ykd, "regexp", "ker(ja", "");

	check_told("a.ykd", good, "F006", 4, "Judul: /not/\nJudul/A: /ker(ja|as)/\n");
	check_told("a.ykd", bad, "F006", 4, "Judul: /not/\nJudul/A:\n");
	free(good);
	free(bad);
}
END_TEST

START_TEST(wordstat_is_a_tree_by_tabs)
{
	check_import("a.cat", "SATU\r\n\tDUA\r\n\t\tKERJA (1)\r\n\tRUMAH SAKIT (1)\r\nTIGA\r\n",
		"SATU: \"rumah sakit\"\nSATU/DUA: kerja\nTIGA:\n");
	check_told("a.cat", "A\n\tkerja (3)\n", "F001", 2, "A: kerja\n");
	check_told("a.cat", "A\n\tWAR_IN_IRAQ (1)\n", "F010", 2, "A: \"war in iraq\"\n");
	check_told("a.cat", "A\n\tPUAS NEAR #GURU (1)\n\tguru (1)\n", "F003", 2, "A: guru\n");
	check_refused("a.cat", "kerja (1)\n", "a term without a category");
}
END_TEST

START_TEST(lexicoder_has_plus_signs)
{
	check_import("a.lc3", "+A\n kerja \n lari*\n+B\n\n meja\n", "A: kerja; lari*\nB: meja\n");
	check_refused("a.lc3", "kerja\n", "begins with a line '+CATEGORY'");
}
END_TEST

START_TEST(quanteda_yaml_nests)
{
	if (!yamlread_is_there()) {
		check_refused("a.yml", "A: [x]\n", "built without libyaml");
		return;
	}
	check_import("a.yml",
		"A: [kerja, no]\nB:\n  __: [lari]\n  C:\n    - \"rumah sakit\"\n  D: x1\n",
		"A: kerja; no\nB: lari\nB/C: \"rumah sakit\"\nB/D: x1\n");
	check_refused("a.yml", "- a\n", "a map of categories");
	check_refused("a.yml", "A: &x [a]\nB: *x\n", "anchors");
	check_refused("a.yml", "A: [a\n", "line");
}
END_TEST

START_TEST(khcoder_alternatives_are_keywords)
{
	check_import("a.cod",
		"# catatan\n*satu\nkerja or usaha\n | rumah+sakit\n\n*dua\n'temu warga'\n",
		"satu: kerja; usaha; \"rumah sakit\"\ndua: \"temu warga\"\n");
}
END_TEST

static void check_rule(const char *condition, const char *rule)
{
	struct import i;
	char *text = mem_printf("*satu\nkata\n*dua\n%s\n", condition);
	struct buf told = BUF_INIT;

	import_as(&i, "a.cod", text, NULL);
	ck_assert_msg(i.rc == RC_OK, "%s", i.e.msg);
	diag_print_all(&i.d, &told);
	ck_assert_msg(strstr(i.text.data, rule) != NULL, "%s\n%s", i.text.data, told.data);
	ck_assert_uint_eq(i.n.rules, 1);
	buf_release(&told);
	import_release(&i);
	free(text);
}

START_TEST(khcoder_operators_become_rules)
{
	check_rule("a1 and b1", "when a1 and b1\n");
	check_rule("a1 & ( b1 | c1 )", "when a1 and (b1 or c1)\n");
	check_rule("a1 &! b1", "when a1 and not b1\n");
	check_rule("near(a1-b1)", "when (a1 near 10 b1)\n");
	check_rule("near(a1-b1-c1)[b8]", "when (a1 near 8 b1 near 8 c1)\n");
	check_rule("seq(a1-b1)[9]", "when (a1 before 9 b1)\n");
	check_rule("near(a1-b1)[d5]", "when in paragraph (a1 near 5 b1)\n");
	check_rule("a1 >= 2", "when (a1 before 999 a1)\n");
	check_rule("a1 > 1", "when (a1 before 999 a1)\n");
	check_rule("a1 == 1", "when (a1 and not (a1 before 999 a1))\n");
	check_rule("<*satu> and a1", "when <satu> and a1\n");
	check_rule("a1 and <>desa-->Air_Putih", "where document.\"desa\" = \"Air_Putih\"\n");
	check_rule("a1 and ( <>x-->1 or <>x-->2 )",
		"where document.\"x\" = \"1\" or document.\"x\" = \"2\"\n");
	check_rule("<>x-->1", "when /\\A\\W*\\w+/  # suppress: W057\n");
}
END_TEST

START_TEST(khcoder_tells_what_has_no_counterpart)
{
	check_told("a.cod", "*a\nx1 or lw <= 10\n", "F003", 2, "a: x1\n");
	check_told("a.cod", "*a\nx1 or not y1\n", "F003", 2, "a: x1\n");
	check_told("a.cod", "*a\nx1 or y1 + z1 > 3\n", "F003", 2, "a: x1\n");
	check_told("a.cod", "*a\nx1->dasar\n", "F003", 2, "a: x1\n");
	check_told("a.cod", "*a\n( x1 or\n", "F003", 2, "a:\n");
	check_told("a.cod", "*a\nx1 or <*b>\n*b\n<*a>\n", "F003", 2, "a: x1\nb: import-1\n");
	check_told("a.cod", "*a\nx1 or ( <>v-->1 or y1 ) and z1\n", "F003", 2, "a: x1\n");
}
END_TEST

START_TEST(code_lists_have_columns_by_name)
{
	check_import("a.csv",
		"kode;label;induk;definisi;kata kunci\n"
		"ANAK;Anak;INDUK;\"Isi; dan lagi\";\"~paham -kesepahaman; \"\"nota; x\"\"; "
		"kerja*\"\n"
		"INDUK;Induk;;;\n",
		"INDUK:\nINDUK/ANAK: ~paham; \"nota; x\"; kerja*\n");
	check_import("a.csv", "tag,description,number of highlights\nSaya,Isi,3\n", "Saya:\n");
	check_import("a.csv", "code,parent\nA,B\nB,A\n", "B:\nB/A:\n");
	check_told("a.csv", "code,aneh\nA,1\n", "F011", 1, "A:\n");
	check_refused("a.csv", "x,y\n1,2\n", "no column is called");
}
END_TEST

START_TEST(keys_are_made_of_names_and_differ)
{
	check_import("a.lc3", "+A b\nx1\n+a-B\nx2\n+2 dua\nx3\n+\xe6\xad\xbb\nx4\n+code\nx5\n",
		"A-b: x1\na-B-2: x2\nC-2-dua: x3\nC4: x4\ncode: x5\n");
}
END_TEST

START_TEST(a_pattern_twice_counts_once)
{
	check_told("a.lc3", "+A\nx1\nX1\n", "F005", 3, "A: x1\n");
}
END_TEST

START_TEST(too_deep_is_told)
{
	check_told("a.cat",
		"A\n\tB\n\t\tC\n\t\t\tD\n\t\t\t\tE\n\t\t\t\t\tF\n\t\t\t\t\t\tG\n"
		"\t\t\t\t\t\t\tH\n\t\t\t\t\t\t\t\tI\n\t\t\t\t\t\t\t\t\tkerja (1)\n",
		"F007", 9, "A:\nA/B:\nB/C:\nC/D:\nD/E:\nE/F:\nF/G:\nG/H:\nG/I: kerja\n");
}
END_TEST

START_TEST(formats_are_found_by_name_or_asked_for)
{
	check_refused("a.xyz", "+A\nx\n", "say it with --from");
	check_refused("a.dic", "", "");
}
END_TEST

START_TEST(texts_are_quoted_and_names_kept)
{
	struct import i;

	import_as(&i, "Daftar Saya.csv",
		"label,definition\n\"Kata \"\"itu\"\" \\\",\"satu\ndua\"\n", NULL);
	ck_assert_msg(i.rc == RC_OK, "%s", i.e.msg);
	ck_assert_str_eq(i.cb->name, "daftar-saya");
	ck_assert_str_eq(i.cb->codes.items[0]->label->text, "Kata \"itu\" \\");
	ck_assert_str_eq(i.cb->codes.items[0]->definition->text, "satu\ndua");
	import_release(&i);
}
END_TEST

UNIT_MAIN("foreign", terms_are_written_in_our_language,
	what_is_no_word_becomes_a_regular_expression, what_would_find_everything_is_refused,
	liwc_with_tabs_spaces_and_zeros, liwc_2015_nests_by_tabs,
	liwc_conditions_are_carried_or_told, liwc_without_its_marks_is_refused, dicx_has_weights,
	yoshikoder_nests_and_has_scores, yoshikoder_regexes_are_tried, wordstat_is_a_tree_by_tabs,
	lexicoder_has_plus_signs, quanteda_yaml_nests, khcoder_alternatives_are_keywords,
	khcoder_operators_become_rules, khcoder_tells_what_has_no_counterpart,
	code_lists_have_columns_by_name, keys_are_made_of_names_and_differ,
	a_pattern_twice_counts_once, too_deep_is_told, formats_are_found_by_name_or_asked_for,
	texts_are_quoted_and_names_kept)
