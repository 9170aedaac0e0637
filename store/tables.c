/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/tables.h"

#include <string.h>

#define INT(NAME)                                                                                  \
	{                                                                                          \
		.name = NAME, .kind = COL_INT                                                      \
	}
#define REAL(NAME)                                                                                 \
	{                                                                                          \
		.name = NAME, .kind = COL_REAL                                                     \
	}
#define TEXT(NAME)                                                                                 \
	{                                                                                          \
		.name = NAME, .kind = COL_TEXT                                                     \
	}
#define BLOB(NAME)                                                                                 \
	{                                                                                          \
		.name = NAME, .kind = COL_BLOB                                                     \
	}
#define CONTENT(NAME)                                                                              \
	{                                                                                          \
		.name = NAME, .kind = COL_CONTENT                                                  \
	}
#define OP(NAME)                                                                                   \
	{                                                                                          \
		.name = NAME, .kind = COL_OP                                                       \
	}
#define REF(NAME, TO)                                                                              \
	{                                                                                          \
		.name = NAME, .kind = COL_REF, .ref = TO                                           \
	}
#define KEY_REF(NAME, TO)                                                                          \
	{                                                                                          \
		.name = NAME, .kind = COL_REF, .ref = TO, .key = 1                                 \
	}
#define KEY_TEXT(NAME)                                                                             \
	{                                                                                          \
		.name = NAME, .kind = COL_TEXT, .key = 1                                           \
	}
#define CODE_TEXT(NAME)                                                                            \
	{                                                                                          \
		.name = NAME, .kind = COL_TEXT, .key = 2                                           \
	}
#define STATE(NAME)                                                                                \
	{                                                                                          \
		.name = NAME, .kind = COL_STATE                                                    \
	}
#define KEY_INT(NAME)                                                                              \
	{                                                                                          \
		.name = NAME, .kind = COL_INT, .key = 1                                            \
	}

const struct fact_table fact_tables[FACT_COUNT] = {
	[FACT_ORIGIN] = { "origin", false, { CONTENT("label_c") } },
	[FACT_CODER] = { "coder", false, { CONTENT("name_c"), TEXT("kind") } },
	[FACT_SETTING] = { "setting", true, { KEY_TEXT("key"), CONTENT("value_c") } },
	[FACT_DOCUMENT] = { "document", false, { { NULL, COL_END, FACT_NONE, 0 } } },
	[FACT_DOCUMENT_IS] = { "document_is", true,
		{ KEY_REF("document", FACT_DOCUMENT), CONTENT("title_c"), TEXT("method"),
			TEXT("date"), CONTENT("place_c"), INT("removed") } },
	[FACT_REVISION] = { "revision", true,
		{ REF("document", FACT_DOCUMENT), INT("n"), CONTENT("text_c"), CONTENT("shape_c"),
			CONTENT("original_c"), BLOB("original_sha"), TEXT("reader"),
			CONTENT("options_c") } },
	[FACT_SPEAKER] = { "speaker", false, { { NULL, COL_END, FACT_NONE, 0 } } },
	[FACT_SPEAKER_IS] = { "speaker_is", true,
		{ KEY_REF("speaker", FACT_SPEAKER), TEXT("kind"), TEXT("role"), CODE_TEXT("code"),
			CONTENT("name_c"), TEXT("shown") } },
	[FACT_APPEARANCE] = { "appearance", true,
		{ KEY_REF("document", FACT_DOCUMENT), KEY_INT("n"), CONTENT("label_c"),
			REF("speaker", FACT_SPEAKER), INT("sure") } },
	[FACT_VARIABLE] = { "variable", true,
		{ TEXT("target"), BLOB("target_uid"), TEXT("key"), CONTENT("value_c") } },
	[FACT_CODEBOOK] = { "codebook", false, { TEXT("name"), TEXT("kind") } },
	[FACT_VERSION] = { "version", false,
		{ REF("codebook", FACT_CODEBOOK), BLOB("sha"), TEXT("source"), TEXT("declared") } },
	[FACT_ACTIVE] = { "active", true,
		{ KEY_REF("codebook", FACT_CODEBOOK), REF("version", FACT_VERSION) } },
	[FACT_CODE] = { "code", false, { REF("codebook", FACT_CODEBOOK) } },
	[FACT_CODE_KEY] = { "code_key", false,
		{ REF("codebook", FACT_CODEBOOK), TEXT("key"), REF("code", FACT_CODE) } },
	[FACT_CODE_TEXT] = { "code_text", true,
		{ KEY_REF("code", FACT_CODE), KEY_REF("version", FACT_VERSION),
			REF("parent", FACT_CODE), INT("seq"), INT("line"), TEXT("key"),
			TEXT("label_id"), TEXT("label_en"), TEXT("definition"), TEXT("includes"),
			TEXT("excludes"), TEXT("source"), TEXT("color"), REAL("threshold") } },
	[FACT_OVERLAY] = { "overlay", true,
		{ KEY_REF("code", FACT_CODE), KEY_TEXT("field"), TEXT("value") } },
	[FACT_SEGMENT] = { "segment", false, { REF("document", FACT_DOCUMENT) } },
	[FACT_ANCHOR] = { "anchor", true,
		{ KEY_REF("segment", FACT_SEGMENT), KEY_REF("revision", FACT_REVISION),
			INT("start"), INT("end"), TEXT("state") } },
	[FACT_JUDGEMENT] = { "judgement", true,
		{ KEY_REF("coder", FACT_CODER), KEY_REF("segment", FACT_SEGMENT),
			KEY_REF("code", FACT_CODE), TEXT("verdict"), TEXT("unit"), TEXT("via"),
			INT("blind"), REF("instead", FACT_JUDGEMENT), CONTENT("note_c") } },
	[FACT_EVIDENCE] = { "evidence", false,
		{ REF("judgement", FACT_JUDGEMENT), BLOB("rule_hash"), TEXT("rule"),
			REF("version", FACT_VERSION), REF("revision", FACT_REVISION), BLOB("spans"),
			CONTENT("words_c"), REAL("score") } },
	[FACT_SAMPLE] = { "sample", true,
		{ TEXT("name"), TEXT("unit"), TEXT("purpose"), INT("seed"), TEXT("rule"),
			INT("blind"), OP("viewed") } },
	[FACT_SAMPLE_UNIT] = { "sample_unit", false,
		{ REF("sample", FACT_SAMPLE), REF("segment", FACT_SEGMENT) } },
	[FACT_READING] = { "reading", true,
		{ KEY_REF("coder", FACT_CODER), KEY_REF("segment", FACT_SEGMENT),
			REF("sample", FACT_SAMPLE) } },
	[FACT_MEMO] = { "memo", true,
		{ REF("coder", FACT_CODER), TEXT("target"), BLOB("target_uid"),
			CONTENT("body_c") } },
	[FACT_PSEUDONYM] = { "pseudonym", true, { CONTENT("find_c"), TEXT("replace") } },
	[FACT_ERASURE] = { "erasure", false,
		{ TEXT("target"), BLOB("target_uid"), TEXT("reason"), STATE("open"),
			STATE("lost") } },
	[FACT_COPY] = { "copy", false, { TEXT("kind"), CONTENT("name_c") } },
};

enum fact fact_by_name(const char *name)
{
	for (int t = FACT_NONE + 1; t < FACT_COUNT; t++)
		if (strcmp(fact_tables[t].name, name) == 0)
			return (enum fact)t;
	return FACT_NONE;
}
