/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A codebook for people: what each entry says, in both languages, and where its words come from. */
#include <string.h>

#include "tests/unit/unit.h"

#include "base/json.h"
#include "codebooks/load.h"
#include "codebooks/parser.h"
#include "reports/codebook_page.h"

static const char own[] = "codebook contoh version 2 language id en\n"
			  "title \"Judul\" en \"Title\" source \"Jones\" use \"jamsos.codebook\"\n"
			  "words @mutu { optimal, ~baik -kebaikan }\n"
			  "code A \"Satu\" en \"One\" {\n"
			  "  definition \"Arti <satu>.\" en \"Meaning & more.\" see jamsos.PATUH\n"
			  "  color \"#1f77b4\"\n"
			  "  keywords { iuran } keywords weight 0.65 { \"media promosi\" }\n"
			  "  rule r \"Mutu\" en \"Quality\" { when negated @mutu unless gratis }\n"
			  "}\n"
			  "extend jamsos.PATUH { keywords { nunggak } rule s { when lunas } }\n";
static const char used[] = "codebook jamsos version 1 language id\n"
			   "words @acara { \"temu warga\" }\n"
			   "code PATUH \"Patuh\" { keywords { ~patuh } rule t { when @acara } }\n";

/* Both files, as a project keeps them (load.h). */
static struct codebook *contoh(void)
{
	struct codebook *cb = NULL;
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct buf text = BUF_INIT;

	buf_printf(&text, "%s\n#: file jamsos.codebook\n%s\n#: files %zu %zu\n", own, used,
		sizeof own - 1, sizeof used - 1);
	ck_assert_msg(codebook_parse("contoh.codebook", text.data, text.len, &cb, &d, &e) == RC_OK,
		"%s", e.msg);
	buf_release(&text);
	diags_release(&d);
	return cb;
}

static void has(const struct buf *out, const char *piece)
{
	ck_assert_msg(strstr(out->data, piece) != NULL, "missing: %s\nin: %s", piece, out->data);
}

START_TEST(lines_are_in_the_reader_s_language)
{
	struct codebook *cb = contoh();
	struct buf id = BUF_INIT, en = BUF_INIT;

	codebook_text(cb, "id", 0, &id);
	codebook_text(cb, "en", 0, &en);
	has(&id, "Judul\ncontoh, versi 2, 2 kode\n");
	has(&id, "A  Satu\n");
	has(&id, "Definisi: Arti <satu>.\n");
	has(&id, "Lihat juga: jamsos.PATUH\n");
	has(&id, "Kata kunci (bobot 0,5): iuran\n");
	has(&id, "Kata kunci (bobot 0,65): \"media promosi\"\n");
	has(&id, "Aturan r (Mutu), bobot 0,5: bila negated @mutu; kecuali gratis\n");
	has(&en, "Title\ncontoh, version 2, 2 codes\n");
	has(&en, "Definition: Meaning & more.\n");
	has(&en, "Keywords (weight 0.65): \"media promosi\"\n");
	has(&en, "Rule r (Quality), weight 0.5: when negated @mutu; unless gratis\n");
	buf_release(&id);
	buf_release(&en);
	codebook_free(cb);
}
END_TEST

START_TEST(what_another_file_adds_is_named)
{
	struct codebook *cb = contoh();
	struct buf id = BUF_INIT;

	codebook_text(cb, "id", 0, &id);
	has(&id, "Memakai buku kode: jamsos (versi 1)\n");
	has(&id, "jamsos.PATUH  Patuh\n");
	has(&id, "Kata kunci (bobot 0,5): ~patuh\n");
	has(&id, "Kata kunci (bobot 0,5), dari contoh: nunggak\n");
	has(&id, "Aturan t, bobot 0,5: bila @acara\n");
	has(&id, "Aturan s, bobot 0,5, dari contoh: bila lunas\n");
	has(&id, "Daftar kata: contoh\n  @mutu: optimal, ~baik -kebaikan\n");
	has(&id, "Daftar kata: jamsos\n  @acara: \"temu warga\"\n");
	buf_release(&id);
	codebook_free(cb);
}
END_TEST

START_TEST(the_page_holds_the_same_and_escapes_it)
{
	struct codebook *cb = contoh();
	struct buf out = BUF_INIT;

	codebook_html(cb, "id", &out);
	has(&out, "<html lang=\"id\">");
	has(&out, "<h1>Judul</h1>");
	has(&out, "Memakai buku kode: jamsos (versi 1)");
	has(&out, "<dd>Arti &lt;satu&gt;.</dd>");
	has(&out, "solid #1f77b4");
	has(&out, "<dt>Aturan s, bobot 0,5, dari contoh</dt>");
	has(&out, "<h3>jamsos</h3>");
	has(&out, "<dt>@acara</dt>");
	ck_assert_ptr_null(strstr(out.data, "<satu>"));
	buf_release(&out);
	codebook_free(cb);
}
END_TEST

START_TEST(json_names_the_file_of_each_rule)
{
	struct codebook *cb = contoh();
	struct buf out = BUF_INIT;
	struct jsonv *root = NULL;
	struct err e = ERR_INIT;
	const struct jsonv *code, *rule, *other;

	codebook_json(cb, &out);
	ck_assert_int_eq(json_parse(out.data, out.len, &root, &e), RC_OK);
	code = json_at(json_get(root, "codes"), 1);
	ck_assert_str_eq(json_text(json_get(code, "code")), "jamsos.PATUH");
	rule = json_at(json_get(code, "rules"), 1);
	ck_assert_str_eq(json_text(json_get(rule, "codebook")), "contoh");
	rule = json_at(json_get(code, "rules"), 0);
	ck_assert_str_eq(json_text(json_get(rule, "codebook")), "jamsos");
	other = json_at(json_get(root, "uses"), 0);
	ck_assert_str_eq(json_text(json_get(other, "codebook")), "jamsos");
	ck_assert_uint_eq(json_len(json_get(json_get(other, "words"), "acara")), 1);
	json_free(root);
	buf_release(&out);
	codebook_free(cb);
}
END_TEST

START_TEST(the_code_list_has_a_row_a_code)
{
	struct codebook *cb = contoh();
	struct table t;

	codebook_table(cb, "en", &t);
	ck_assert_uint_eq(t.rows.n, 2);
	ck_assert_str_eq(t.rows.items[0].cells[0].text, "A");
	ck_assert_str_eq(t.rows.items[0].cells[1].text, "One");
	ck_assert_str_eq(t.rows.items[0].cells[10].text, "iuran; \"media promosi\"");
	ck_assert_str_eq(t.rows.items[1].cells[0].text, "jamsos.PATUH");
	ck_assert_str_eq(t.rows.items[1].cells[10].text, "~patuh; nunggak");
	ck_assert(t.rows.items[1].cells[11].number > 1.5 && t.rows.items[1].cells[11].number < 2.5);
	table_release(&t);
	codebook_free(cb);
}
END_TEST

START_TEST(text_is_wrapped_at_the_width)
{
	struct codebook *cb = contoh();
	struct buf out = BUF_INIT;

	codebook_text(cb, "id", 50, &out);
	for (const char *p = out.data; *p != '\0';) {
		size_t n = strcspn(p, "\n");

		ck_assert_msg(n <= 50, "%.*s", (int)n, p);
		p += n + (p[n] == '\n');
	}
	buf_release(&out);
	codebook_free(cb);
}
END_TEST

UNIT_MAIN("reports codebook_page", lines_are_in_the_reader_s_language,
	what_another_file_adds_is_named, the_page_holds_the_same_and_escapes_it,
	json_names_the_file_of_each_rule, the_code_list_has_a_row_a_code,
	text_is_wrapped_at_the_width)
