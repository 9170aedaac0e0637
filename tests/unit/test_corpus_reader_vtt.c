/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/reader.h"

#include "reader_test.h"
#include "unit.h"

#define HEAD "WEBVTT\n\n"
#define CUE(FROM, TO, TEXT) "00:00:" FROM ".000 --> 00:00:" TO ".000\n" TEXT "\n\n"

START_TEST(wants_the_signature)
{
	static const char *const bad[] = { "webvtt\n\n", "WEBVTTx\n\n", " WEBVTT\n\n",
		CUE("01", "02", "Halo") };

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct reading r;

		reading_of(&r, &reader_vtt, bad[i]);
		expect_refused(&r, "line 1: no WEBVTT signature");
		reading_end(&r);
	}
}
END_TEST

START_TEST(refuses_a_file_without_any_text)
{
	struct reading r;

	reading_of(&r, &reader_vtt, HEAD CUE("01", "02", ""));
	expect_refused(&r, "no cue with text");
	reading_end(&r);
}
END_TEST

START_TEST(reads_times_with_and_without_hours)
{
	struct reading r;

	reading_of(&r, &reader_vtt,
		"WEBVTT - judul\nKind: captions\n\nnomor\n01:02.003 --> 01:04.000 "
		"align:start\nSatu.\n\n"
		"100:00:00.000 --> 100:00:01.000\nDua.\n");
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, NULL, "Satu.");
	ck_assert_int_eq(r.draft.paras.items[0].ms, 62003);
	ck_assert_int_eq(r.draft.paras.items[1].ms, 360000000);
	reading_end(&r);
}
END_TEST

START_TEST(reads_voices)
{
	struct reading r;

	reading_of(&r, &reader_vtt,
		HEAD CUE("01", "02", "<v.keras Bu &amp; Rina>Sejak <i>2009</i>.")
			CUE("02", "03", "<v Bu &amp; Rina>Lalu pindah.</v>")
				CUE("03", "04", "<v Budi>Oh?<v Rina>Ya.</v> (diam)"));
	expect_count(&r, 4);
	expect_para(&r, 0, PARA_BODY, "Bu & Rina", "Sejak 2009. Lalu pindah.");
	expect_para(&r, 1, PARA_BODY, "Budi", "Oh?");
	expect_para(&r, 2, PARA_BODY, "Rina", "Ya.");
	expect_para(&r, 3, PARA_BODY, NULL, "(diam)");
	ck_assert(r.draft.paras.items[3].fresh);
	reading_end(&r);
}
END_TEST

START_TEST(no_word_of_a_broken_tag_is_lost)
{
	struct reading r;

	reading_of(&r, &reader_vtt,
		HEAD CUE("01", "02", "<laughs> a < b &lt;c&gt; &x; <b>d</b> <c.merah>e</c>")
			CUE("02", "03", "<v Rina lupa menutup"));
	expect_count(&r, 1);
	expect_para(&r, 0, PARA_BODY, NULL, "<laughs> a < b <c> &x; d e Rina lupa menutup");
	reading_end(&r);
}
END_TEST

START_TEST(merges_the_cues_of_a_zoom_speaker)
{
	struct reading r;

	reading_of(&r, &reader_vtt,
		HEAD CUE("01", "02", "Rina Sari: Saya mulai") CUE(
			"20", "21", "Rina Sari: berjualan.") CUE("22", "23", "Budi: Oh.")
			CUE("24", "25", "Budi: Catatan: ya.") CUE("26", "27", "pukul 10:30 tadi"));
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, "Rina Sari", "Saya mulai berjualan.");
	ck_assert_int_eq(r.draft.paras.items[0].ms, 1000);
	expect_para(&r, 1, PARA_BODY, "Budi", "Oh. Catatan: ya. pukul 10:30 tadi");
	reading_end(&r);
}
END_TEST

START_TEST(a_name_that_comes_once_stays_in_the_text)
{
	struct reading r;

	reading_of(&r, &reader_vtt,
		HEAD CUE("01", "02", "Judul: Pasar pagi") CUE("02", "03", "Mulai."));
	expect_count(&r, 1);
	expect_para(&r, 0, PARA_BODY, NULL, "Judul: Pasar pagi Mulai.");
	reading_end(&r);
}
END_TEST

START_TEST(where_every_cue_has_a_name_any_will_do)
{
	struct reading r;

	reading_of(&r, &reader_vtt,
		HEAD CUE("01", "02", "sari w.: Halo: begini.") CUE("02", "03", "Budi’s iPhone: Ya.")
			CUE("03", "04", "0812 345: Saya.") CUE("04", "05", "sari w. | UGM : Siapa?")
				CUE("05", "06", "hm"));
	ck_assert_int_eq(r.rc, RC_OK);
	expect_count(&r, 4);
	expect_para(&r, 0, PARA_BODY, "sari w.", "Halo: begini.");
	expect_para(&r, 1, PARA_BODY, "Budi’s iPhone", "Ya.");
	expect_para(&r, 2, PARA_BODY, "0812 345", "Saya.");
	expect_para(&r, 3, PARA_BODY, "sari w. | UGM", "Siapa? hm");
	reading_end(&r);
}
END_TEST

START_TEST(numbered_speakers_are_alike_and_a_lone_name_is_told)
{
	struct reading r;

	reading_of(&r, &reader_vtt,
		HEAD CUE("01", "02", "Speaker 1: Halo.") CUE("02", "03", "Speaker 2: Ya.")
			CUE("03", "04", "Lalu") CUE("04", "05", "Rina: benar")
				CUE("05", "06", "begitu.") CUE("06", "07", "Speaker 1: Oh."));
	expect_count(&r, 3);
	expect_para(&r, 1, PARA_BODY, "Speaker 2", "Ya. Lalu Rina: benar begitu.");
	ck_assert(reading_has(&r, "R103"));
	reading_end(&r);
}
END_TEST

START_TEST(names_may_be_lines_of_their_own)
{
	struct reading r;

	reading_of(&r, &reader_vtt,
		HEAD CUE("01", "02", "Sari W\nHalo.") CUE("02", "03", "Budi\nYa.")
			CUE("03", "04", "Sari W\nApa\nitu?") CUE("04", "05", "Budi\nIni."));
	expect_count(&r, 4);
	expect_para(&r, 0, PARA_BODY, "Sari W", "Halo.");
	expect_para(&r, 2, PARA_BODY, "Sari W", "Apa itu?");
	expect_para(&r, 3, PARA_BODY, "Budi", "Ini.");
	reading_end(&r);
	reading_of(&r, &reader_vtt,
		HEAD CUE("01", "02", "Halo Bu\nRina.") CUE("02", "03", "Ya Pak\nBudi.")
			CUE("03", "04", "Apa\nini?") CUE("04", "05", "Itu\nsaja."));
	expect_count(&r, 1);
	expect_para(&r, 0, PARA_BODY, NULL, "Halo Bu Rina. Ya Pak Budi. Apa ini? Itu saja.");
	reading_end(&r);
}
END_TEST

START_TEST(a_pause_parts_what_nobody_is_named_for)
{
	struct reading r;

	reading_of(&r, &reader_vtt,
		HEAD CUE("01", "02", "Satu") CUE("03", "04", "dua.") CUE("07", "08", "Tiga.")
			CUE("08", "09", "- Empat?\n- Lima."));
	expect_count(&r, 4);
	expect_para(&r, 0, PARA_BODY, NULL, "Satu dua.");
	expect_para(&r, 1, PARA_BODY, NULL, "Tiga.");
	expect_para(&r, 3, PARA_BODY, NULL, "- Lima.");
	reading_end(&r);
}
END_TEST

START_TEST(rolling_captions_collapse)
{
	struct reading r;

	reading_of(&r, &reader_vtt,
		HEAD CUE("01", "02", "ya\n<00:00:01.500><c> ini</c>") CUE("02", "02", "ini\n ") CUE(
			"02", "03", "ini\nmulai tahun") CUE("03", "04", "mulai tahun\ndua ribu"));
	expect_count(&r, 1);
	expect_para(&r, 0, PARA_BODY, NULL, "ya ini mulai tahun dua ribu");
	ck_assert(reading_has(&r, "R028"));
	reading_end(&r);
}
END_TEST

START_TEST(who_says_the_same_twice_has_said_it_twice)
{
	struct reading r;

	reading_of(&r, &reader_vtt,
		HEAD CUE("01", "02", "Ya.") CUE("02", "03", "Ya.") CUE("03", "04", "Ya."));
	expect_para(&r, 0, PARA_BODY, NULL, "Ya. Ya. Ya.");
	reading_end(&r);
}
END_TEST

START_TEST(bad_cues_are_skipped_with_their_line)
{
	struct reading r;

	reading_of(&r, &reader_vtt,
		HEAD CUE("01", "02", "Satu.") CUE("61", "62", "Hilang.")
			CUE("03", "04", "Dua.\n\nTanpa waktu."));
	expect_para(&r, 0, PARA_BODY, NULL, "Satu. Dua. Tanpa waktu.");
	ck_assert_uint_eq(r.diags.list.n, 2);
	ck_assert_str_eq(r.diags.list.items[0].id, "R026");
	ck_assert_uint_eq(r.diags.list.items[0].at.line, 6);
	ck_assert_uint_eq(r.diags.list.items[1].at.line, 12);
	reading_end(&r);
}
END_TEST

START_TEST(comments_and_styles_are_no_speech)
{
	struct reading r;

	reading_of(&r, &reader_vtt,
		HEAD "STYLE\n::cue { color: red }\n\nREGION\nid:a\n\nNOTE satu\ndua\n\n7\n" CUE(
			"01", "02", "NOTE ini ucapan") "NOTE\ntiga\n");
	expect_count(&r, 1);
	expect_para(&r, 0, PARA_BODY, NULL, "NOTE ini ucapan");
	ck_assert(reading_has(&r, "R027"));
	reading_end(&r);
}
END_TEST

START_TEST(reads_the_parsing_tests_of_the_web)
{
	/* file, paragraphs, the first one's text and label */
	static const struct {
		const char *file;
		size_t paras;
		const char *text, *label;
	} files[] = {
		{ "wpt/arrows.vtt", 1, "text0 text1 text2 text3 text4 text5", NULL },
		{ "wpt/header-timings.vtt", 1, "text", NULL },
		{ "wpt/ids.vtt", 1, "text0 text1 text2 text3 text4", NULL },
		{ "wpt/newlines.vtt", 1, "text0 text1 text2 text3", NULL },
		{ "wpt/stylesheets.vtt", 1, "text text", NULL },
		{ "wpt/timings-60.vtt", 1, "text1 text2", NULL },
		{ "wpt/timings-too-short.vtt", 1, "text0 text1", NULL },
		{ "wpt/timings-too-long.vtt", 1, "text0 text1", NULL },
		{ "mozilla-voice/not-closed.vtt", 1, "It's a blue apple tree!", NULL },
		{ "mozilla-voice/with-annotation.vtt", 1, "No way!", "Mary" },
		{ "mozilla-voice/with-closing-span.vtt", 2, "Hee!", "Joe" },
		{ "mozilla-voice/with-two-subclasses.vtt", 1, "That's awesome!", "Joe" },
		{ "webvtt-py/youtube_dl.vtt", 1, "yeah what this will happen is I'm telling",
			NULL },
	};

	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		char *name = mem_printf("data/transcripts/vtt-edge/%s", files[i].file);
		const char *path = unit_shared(name);
		struct buf data = BUF_INIT;
		struct err e = ERR_INIT;
		struct reading r;

		free(name);
		if (path == NULL)
			return;
		ck_assert_int_eq(file_read(path, 1 << 20, &data, &e), RC_OK);
		reading_bytes(&r, &reader_vtt, data.data, data.len);
		expect_count(&r, files[i].paras);
		expect_para(&r, 0, PARA_BODY, files[i].label, files[i].text);
		reading_end(&r);
		buf_release(&data);
	}
}
END_TEST

UNIT_MAIN("corpus_reader_vtt", wants_the_signature, refuses_a_file_without_any_text,
	reads_times_with_and_without_hours, reads_voices, no_word_of_a_broken_tag_is_lost,
	merges_the_cues_of_a_zoom_speaker, a_name_that_comes_once_stays_in_the_text,
	where_every_cue_has_a_name_any_will_do, numbered_speakers_are_alike_and_a_lone_name_is_told,
	names_may_be_lines_of_their_own, a_pause_parts_what_nobody_is_named_for,
	rolling_captions_collapse, who_says_the_same_twice_has_said_it_twice,
	bad_cues_are_skipped_with_their_line, comments_and_styles_are_no_speech,
	reads_the_parsing_tests_of_the_web)
