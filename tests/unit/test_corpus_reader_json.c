/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/reader.h"

#include "reader_test.h"
#include "unit.h"

static void read_ok(struct reading *r, const char *text)
{
	reading_of(r, &reader_json, text);
	ck_assert_msg(r->rc == RC_OK, "%s: %s", text, r->err.msg);
}

START_TEST(reads_segments_and_joins_those_of_one_speaker)
{
	struct reading r;

	read_ok(&r,
		"{\"text\": \"x y\", \"segments\": ["
		"{\"start\": 0.5, \"end\": 2, \"text\": \" Sejak kapan\", \"speaker\": \"S0\","
		" \"tokens\": [1, 2], \"words\": [{\"word\": \" Sejak\", \"start\": 0.5}]},"
		"{\"start\": 2.0, \"end\": 3.5, \"text\": \" berjualan?\", \"speaker\": \"S0\"},"
		"{\"start\": 3.5, \"end\": 9, \"text\": \" Lama.\", \"speaker\": \"spk_1\"}]}");
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, "S0", "Sejak kapan berjualan?");
	expect_para(&r, 1, PARA_BODY, "spk_1", "Lama.");
	ck_assert_int_eq(r.draft.paras.items[0].ms, 500);
	ck_assert_int_eq(r.draft.paras.items[1].ms, 3500);
	reading_end(&r);
}
END_TEST

/* The same two utterances as programs write them; the first begins at 100 ms. */
START_TEST(reads_the_shapes_of_known_programs)
{
	static const struct {
		const char *text, *first, *second;
	} shapes[] = {
		/* whisper.cpp */
		{ "{\"transcription\":[{\"timestamps\":{\"from\":\"00:00:00,100\",\"to\":"
		  "\"00:00:01,000\"},\"offsets\":{\"from\":100,\"to\":1000},\"text\":\" Halo "
		  "Bu.\"},{\"offsets\":{\"from\":9000,\"to\":9500},\"text\":\" Ya.\"}]}",
			NULL, NULL },
		/* transformers */
		{ "{\"text\":\" Halo Bu. Ya.\",\"chunks\":[{\"timestamp\":[0.1,1.0],\"text\":"
		  "\" Halo Bu.\"},{\"timestamp\":[9.0,null],\"text\":\" Ya.\"}]}",
			NULL, NULL },
		/* AssemblyAI: milliseconds, words beside utterances */
		{ "{\"text\":\"Halo Bu. Ya.\",\"words\":[{\"text\":\"Halo\",\"start\":100,\"end\":"
		  "400,\"speaker\":\"A\"},{\"text\":\"Bu.\",\"start\":400,\"end\":900,\"speaker\":"
		  "\"A\"},{\"text\":\"Ya.\",\"start\":9000,\"end\":9900,\"speaker\":\"B\"}],"
		  "\"utterances\":[{\"speaker\":\"A\",\"text\":\"Halo Bu.\",\"start\":100,\"end\":"
		  "900},{\"speaker\":\"B\",\"text\":\"Ya.\",\"start\":9000,\"end\":9900}]}",
			"A", "B" },
		/* Amazon */
		{ "{\"results\":{\"transcripts\":[{\"transcript\":\"Halo Bu. Ya.\"}],"
		  "\"audio_segments\":[{\"transcript\":\"Halo Bu.\",\"start_time\":\"0.1\","
		  "\"end_time\":\"0.9\",\"speaker_label\":\"spk_0\"},{\"transcript\":\"Ya.\","
		  "\"start_time\":\"9.0\",\"end_time\":\"9.9\",\"speaker_label\":\"spk_1\"}]}}",
			"spk_0", "spk_1" },
		/* Deepgram */
		{ "{\"results\":{\"channels\":[{\"alternatives\":[{\"transcript\":\"Halo Bu. "
		  "Ya.\",\"paragraphs\":{\"paragraphs\":[{\"sentences\":[{\"text\":\"Halo Bu.\"}],"
		  "\"speaker\":0,\"start\":0.1,\"end\":1},{\"sentences\":[{\"text\":\"Ya.\"}],"
		  "\"speaker\":1,\"start\":9,\"end\":10}]}}]}]}}",
			"Speaker 0", "Speaker 1" },
		/* a list that Otter or a person may write */
		{ "[{\"speaker\":{\"name\":\"Rina\"},\"start\":\"00:00.1\",\"text\":\"Halo Bu.\"},"
		  "{\"speaker\":\"Bu Sari\",\"start\":\"0:09\",\"text\":\"Ya.\"}]",
			"Rina", "Bu Sari" },
	};

	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
		struct reading r;

		read_ok(&r, shapes[i].text);
		expect_count(&r, 2);
		expect_para(&r, 0, PARA_BODY, shapes[i].first, "Halo Bu.");
		expect_para(&r, 1, PARA_BODY, shapes[i].second, "Ya.");
		ck_assert_int_eq(r.draft.paras.items[0].ms, 100);
		ck_assert_int_eq(r.draft.paras.items[1].ms, 9000);
		reading_end(&r);
	}
}
END_TEST

/* "Halo Bu." and "Ya." of two speakers, named at each word only. */
START_TEST(words_tell_who_speaks_where_nothing_else_does)
{
	static const struct {
		const char *text, *first, *second;
	} shapes[] = {
		/* Deepgram */
		{ "{\"results\":{\"channels\":[{\"alternatives\":[{\"transcript\":\"Halo Bu. Ya.\","
		  "\"words\":[{\"word\":\"halo\",\"punctuated_word\":\"Halo\",\"start\":0.1,"
		  "\"end\":"
		  "0.4,\"speaker\":0},{\"word\":\"bu\",\"punctuated_word\":\"Bu.\",\"start\":0.4,"
		  "\"end\":0.9,\"speaker\":0},{\"word\":\"ya\",\"punctuated_word\":\"Ya.\","
		  "\"start\":"
		  "9.0,\"end\":9.9,\"speaker\":1}]}]}]}}",
			"Speaker 0", "Speaker 1" },
		/* WhisperX */
		{ "{\"segments\":[{\"text\":\" Halo Bu. Ya.\",\"start\":0.1,\"end\":9.9,\"words\":["
		  "{\"word\":\"Halo\",\"start\":0.1,\"end\":0.4,\"speaker\":\"S0\"},{\"word\":"
		  "\"Bu.\"}]},{\"text\":\"Ya.\",\"words\":[{\"word\":\"Ya.\",\"start\":9.0,\"end\":"
		  "9.9,\"speaker\":\"S1\"}]}]}",
			"S0", "S1" },
		/* Amazon, as it was before */
		{ "{\"results\":{\"transcripts\":[{\"transcript\":\"Halo Bu. Ya.\"}],"
		  "\"speaker_labels\":{\"segments\":[{\"items\":[{\"start_time\":\"0.1\","
		  "\"speaker_label\":\"spk_0\"},{\"start_time\":\"0.4\",\"speaker_label\":\"spk_"
		  "0\"}"
		  ",{\"start_time\":\"9.0\",\"speaker_label\":\"spk_1\"}]}]},\"items\":["
		  "{\"start_time\":\"0.1\",\"end_time\":\"0.3\",\"alternatives\":[{\"content\":"
		  "\"Halo\"}]},{\"start_time\":\"0.4\",\"end_time\":\"0.9\",\"alternatives\":["
		  "{\"content\":\"Bu\"}]},{\"alternatives\":[{\"content\":\".\"}]},{\"start_time\":"
		  "\"9.0\",\"end_time\":\"9.9\",\"alternatives\":[{\"content\":\"Ya\"}]},"
		  "{\"alternatives\":[{\"content\":\".\"}]}]}}",
			"spk_0", "spk_1" },
		/* Google: all words twice, the last time with speakers */
		{ "{\"results\":[{\"alternatives\":[{\"transcript\":\"Halo Bu. Ya.\",\"words\":["
		  "{\"word\":\"Halo\",\"startTime\":\"0.1s\",\"speakerTag\":0},{\"word\":\"Bu.\"},"
		  "{\"word\":\"Ya.\"}]}]},{\"alternatives\":[{\"words\":[{\"startTime\":\"0.1s\","
		  "\"endTime\":\"0.4s\",\"word\":\"Halo\",\"speakerTag\":1},{\"startTime\":\"0."
		  "4s\","
		  "\"endTime\":\"0.9s\",\"word\":\"Bu.\",\"speakerTag\":1},{\"startTime\":\"9s\","
		  "\"endTime\":\"9.900s\",\"word\":\"Ya.\",\"speakerTag\":2}]}]}]}",
			"Speaker 1", "Speaker 2" },
		/* Speechmatics */
		{ "{\"results\":[{\"start_time\":0.1,\"end_time\":0.4,\"type\":\"word\","
		  "\"alternatives\":[{\"content\":\"Halo\",\"speaker\":\"S1\"}]},{\"start_time\":0."
		  "4,"
		  "\"end_time\":0.9,\"type\":\"word\",\"alternatives\":[{\"content\":\"Bu\","
		  "\"speaker\":\"S1\"}]},{\"start_time\":0.9,\"end_time\":0.9,\"type\":"
		  "\"punctuation\",\"alternatives\":[{\"content\":\".\",\"speaker\":\"S1\"}]},"
		  "{\"start_time\":9.0,\"end_time\":9.9,\"type\":\"word\",\"alternatives\":["
		  "{\"content\":\"Ya.\",\"speaker\":\"S2\"}]}]}",
			"S1", "S2" },
	};

	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
		struct reading r;

		read_ok(&r, shapes[i].text);
		expect_count(&r, 2);
		expect_para(&r, 0, PARA_BODY, shapes[i].first, "Halo Bu.");
		expect_para(&r, 1, PARA_BODY, shapes[i].second, "Ya.");
		ck_assert_int_eq(r.draft.paras.items[0].ms, 100);
		ck_assert_int_eq(r.draft.paras.items[1].ms, 9000);
		reading_end(&r);
	}
}
END_TEST

START_TEST(words_without_speakers_change_nothing)
{
	struct reading r;

	read_ok(&r, "{\"text\":\"Halo Bu. Ya.\",\"segments\":[{\"text\":\" Halo Bu. "
		    "Ya.\",\"start\":0.1,"
		    "\"end\":9.9,\"words\":[{\"word\":\" Halo\",\"start\":0.1},{\"word\":\" "
		    "Bu.\"}]}]}");
	expect_count(&r, 1);
	expect_para(&r, 0, PARA_BODY, NULL, "Halo Bu. Ya.");
	reading_end(&r);
}
END_TEST

START_TEST(a_list_of_speakers_names_them)
{
	struct reading r;

	read_ok(&r,
		"{\"speech\":{\"speakers\":[{\"id\":10,\"speaker_name\":\"Sari\"},{\"id\":\"b\","
		"\"name\":\"Budi\"},{\"id\":12}],\"transcripts\":[{\"transcript\":\"Halo Bu.\","
		"\"speaker_id\":10},{\"transcript\":\"Ya.\",\"speaker_id\":\"b\"},{\"transcript\":"
		"\"Siapa?\",\"speaker_id\":12}]}}");
	expect_count(&r, 3);
	expect_para(&r, 0, PARA_BODY, "Sari", "Halo Bu.");
	expect_para(&r, 1, PARA_BODY, "Budi", "Ya.");
	expect_para(&r, 2, PARA_BODY, "Speaker 12", "Siapa?");
	reading_end(&r);
}
END_TEST

START_TEST(messages_name_their_senders)
{
	struct reading r;

	read_ok(&r,
		"{\"name\":\"Grup\",\"messages\":[{\"type\":\"service\",\"date\":"
		"\"2024-08-17T09:30:00\",\"actor\":\"Sari\",\"text\":\"\"},{\"date\":"
		"\"2024-08-17T09:31:00\",\"from\":\"Sari\",\"text\":\"Halo Bu.\"},{\"from\":"
		"\"Budi\",\"text\":[\"Lihat \",{\"type\":\"link\",\"text\":\"x.id\"},\" ya.\"],"
		"\"text_entities\":[{\"type\":\"plain\",\"text\":\"Lihat \"},{\"type\":\"link\","
		"\"text\":\"x.id\"},{\"type\":\"plain\",\"text\":\" ya.\"}]}]}");
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, "Sari", "Halo Bu.");
	expect_para(&r, 1, PARA_BODY, "Budi", "Lihat x.id ya.");
	ck_assert_int_eq(r.draft.paras.items[0].ms, -1);
	ck_assert_str_eq(r.draft.date, "2024-08-17");
	reading_end(&r);
}
END_TEST

START_TEST(times_are_durations_and_never_dates)
{
	struct reading r;

	read_ok(&r,
		"[{\"offset\":\"PT1H2M3.5S\",\"display\":\"Halo Bu.\"},{\"ts\":\"1723858200.5\","
		"\"text\":\"Ya.\"}]");
	expect_count(&r, 2);
	ck_assert_int_eq(r.draft.paras.items[0].ms, 3723500);
	ck_assert_int_eq(r.draft.paras.items[1].ms, -1);
	reading_end(&r);
	read_ok(&r,
		"{\"events\":[{\"tStartMs\":0,\"id\":1},{\"tStartMs\":2500,\"dDurationMs\":3500,"
		"\"segs\":[{\"utf8\":\"Halo\"},{\"utf8\":\" Bu.\"}]},{\"tStartMs\":6000,\"segs\":["
		"{\"utf8\":\"\\n\"}]}]}");
	expect_count(&r, 1);
	expect_para(&r, 0, PARA_BODY, NULL, "Halo Bu.");
	ck_assert_int_eq(r.draft.paras.items[0].ms, 2500);
	reading_end(&r);
}
END_TEST

START_TEST(joins_the_elements_of_a_monologue)
{
	struct reading r;

	read_ok(&r, "{\"monologues\":[{\"speaker\":0,\"elements\":[{\"value\":\"Halo\"},{\"value\":"
		    "\", \"},{\"value\":\"Bu\"},{\"value\":\".\"}]}]}");
	expect_para(&r, 0, PARA_BODY, "Speaker 0", "Halo, Bu.");
	reading_end(&r);
}
END_TEST

START_TEST(an_utterance_without_times_is_a_paragraph)
{
	struct reading r;

	read_ok(&r, "{\"date\":\"2024-08-17T09:30:00\",\"title\":\"Pasar pagi\",\"transcript\":["
		    "{\"speaker\":\"P\",\"text\":\"Sejak kapan?\\n\\nSejak 2009?\"},"
		    "{\"speaker\":\"P\",\"text\":\"Atau?\"},{\"speaker\":null,\"text\":\"(diam)\"},"
		    "{\"speaker\":\"N\"}]}");
	expect_count(&r, 4);
	expect_para(&r, 0, PARA_BODY, "P", "Sejak kapan?");
	expect_para(&r, 1, PARA_BODY, "P", "Sejak 2009?");
	expect_para(&r, 2, PARA_BODY, "P", "Atau?");
	expect_para(&r, 3, PARA_BODY, NULL, "(diam)");
	ck_assert(r.draft.paras.items[3].fresh);
	ck_assert_str_eq(r.draft.date, "2024-08-17");
	ck_assert_str_eq(r.draft.title, "Pasar pagi");
	ck_assert(reading_has(&r, "R040"));
	reading_end(&r);
}
END_TEST

START_TEST(takes_the_numbers_of_python)
{
	struct reading r;

	read_ok(&r, "{\"segments\":[{\"start\":0,\"end\":1,\"text\":\"Kata \\\"NaN\\\" itu.\","
		    "\"p\":NaN,\"q\":[-Infinity,Infinity]}]}");
	expect_para(&r, 0, PARA_BODY, NULL, "Kata \"NaN\" itu.");
	reading_end(&r);
}
END_TEST

START_TEST(a_lone_text_is_read)
{
	struct reading r;

	read_ok(&r, "{\"text\": \"Satu.\\nDua.\", \"language\": \"id\"}");
	expect_count(&r, 1);
	expect_para(&r, 0, PARA_BODY, NULL, "Satu.\nDua.");
	reading_end(&r);
}
END_TEST

START_TEST(says_what_is_in_it_when_no_text_is)
{
	struct reading r;

	reading_of(&r, &reader_json, "{\"umur\": 3, \"kelas\": [1, 2]}");
	expect_refused(&r, "its keys are: umur, kelas");
	reading_end(&r);
	reading_of(&r, &reader_json, "[1, 2]");
	expect_refused(&r, "no segments with a text");
	reading_end(&r);
	reading_of(&r, &reader_json, "{\n\"a\": }");
	expect_refused(&r, "line 2, column 6");
	reading_end(&r);
	reading_of(&r, &reader_json, "{\"text\":\"a b\"}\n{\"text\":\"c\"}\n");
	expect_refused(&r, "name it .jsonl");
	reading_end(&r);
}
END_TEST

UNIT_MAIN("corpus_reader_json", reads_segments_and_joins_those_of_one_speaker,
	reads_the_shapes_of_known_programs, words_tell_who_speaks_where_nothing_else_does,
	words_without_speakers_change_nothing, a_list_of_speakers_names_them,
	messages_name_their_senders, times_are_durations_and_never_dates,
	joins_the_elements_of_a_monologue, an_utterance_without_times_is_a_paragraph,
	takes_the_numbers_of_python, a_lone_text_is_read, says_what_is_in_it_when_no_text_is)
