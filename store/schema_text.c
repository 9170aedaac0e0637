/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables, indexes and views of the project file.  A column that ends in _c is the id of a content
 * row. */
#include "store/schema_text.h"

#include <stddef.h>

#define ROW "id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16)"
#define REF " INTEGER NOT NULL REFERENCES "
#define MAY_REF " INTEGER REFERENCES "
#define CONTENT " INTEGER NOT NULL REFERENCES content"
#define MAY_CONTENT " INTEGER REFERENCES content"
#define ENDED "d INTEGER REFERENCES op"
#define SWITCH " INTEGER NOT NULL DEFAULT 0 CHECK "
#define SPAN "start INTEGER NOT NULL, \"end\" INTEGER NOT NULL"

/* clang-format off */
const struct schema_text schema_text[] = {
	/* The frame: what came in as text, who wrote, and what each op bore and ended. */
	{ "content", "CREATE TABLE content (id INTEGER PRIMARY KEY, kind TEXT NOT NULL,"
		" mark BLOB NOT NULL CHECK (length(mark) = 32), salt BLOB, body ANY,"
		" CHECK ((salt IS NULL) = (body IS NULL))) STRICT" },
	{ "origin", "CREATE TABLE origin (" ROW ", label_c" MAY_CONTENT ") STRICT" },
	{ "coder", "CREATE TABLE coder (" ROW ", name_c" CONTENT ","
		" kind TEXT NOT NULL CHECK (kind IN ('person', 'consensus'))) STRICT" },
	{ "op", "CREATE TABLE op (" ROW ", origin" REF "origin, seq INTEGER NOT NULL CHECK (seq > 0),"
		" coder" REF "coder, at INTEGER NOT NULL, command TEXT NOT NULL, detail_c" MAY_CONTENT ","
		" undoes" MAY_REF "op, digest BLOB NOT NULL CHECK (length(digest) = 32),"
		" chain BLOB NOT NULL CHECK (length(chain) = 32), UNIQUE (origin, seq)) STRICT" },
	{ "change", "CREATE TABLE change (op" REF "op, tbl TEXT NOT NULL, row INTEGER NOT NULL,"
		" sign INTEGER NOT NULL CHECK (sign IN (-1, 1)),"
		" PRIMARY KEY (op, tbl, row, sign)) STRICT, WITHOUT ROWID" },
	{ "change_row", "CREATE INDEX change_row ON change (tbl, row)" },
	{ "setting", "CREATE TABLE setting (" ROW ", key TEXT NOT NULL, value_c" CONTENT ", " ENDED ") STRICT" },
	{ "setting_alive", "CREATE UNIQUE INDEX setting_alive ON setting (key) WHERE d IS NULL" },

	/* Documents and who speaks in them. */
	{ "document", "CREATE TABLE document (" ROW ") STRICT" },
	{ "document_is", "CREATE TABLE document_is (" ROW ", document" REF "document, title_c" MAY_CONTENT ","
		" method TEXT NOT NULL CHECK (method IN ('interview', 'observation', 'document', 'fgd', 'survey')),"
		" date TEXT, place_c" MAY_CONTENT ", removed" SWITCH "(removed IN (0, 1)), " ENDED ") STRICT" },
	{ "document_is_alive", "CREATE UNIQUE INDEX document_is_alive ON document_is (document) WHERE d IS NULL" },
	{ "revision", "CREATE TABLE revision (" ROW ", document" REF "document, n INTEGER NOT NULL CHECK (n > 0),"
		" text_c" CONTENT ", shape_c" CONTENT ", original_c" MAY_CONTENT ","
		" original_sha BLOB NOT NULL CHECK (length(original_sha) = 32), reader TEXT, options_c" MAY_CONTENT ","
		" " ENDED ", UNIQUE (document, n)) STRICT" },
	{ "revision_bytes", "CREATE INDEX revision_bytes ON revision (original_sha)" },
	{ "speaker", "CREATE TABLE speaker (" ROW ") STRICT" },
	{ "speaker_is", "CREATE TABLE speaker_is (" ROW ", speaker" REF "speaker,"
		" kind TEXT NOT NULL CHECK (kind IN ('person', 'group', 'unknown')),"
		" role TEXT NOT NULL CHECK (role IN ('interviewer', 'informant', 'other')),"
		" code TEXT COLLATE NOCASE, name_c" MAY_CONTENT ","
		" shown TEXT NOT NULL DEFAULT 'code' CHECK (shown IN ('code', 'name')), " ENDED ") STRICT" },
	{ "speaker_is_alive", "CREATE UNIQUE INDEX speaker_is_alive ON speaker_is (speaker) WHERE d IS NULL" },
	{ "speaker_is_code", "CREATE UNIQUE INDEX speaker_is_code ON speaker_is (code)"
		" WHERE d IS NULL AND code IS NOT NULL" },
	{ "appearance", "CREATE TABLE appearance (" ROW ", document" REF "document, n INTEGER NOT NULL,"
		" label_c" CONTENT ", speaker" REF "speaker, sure" SWITCH "(sure IN (0, 1)), " ENDED ") STRICT" },
	{ "appearance_alive", "CREATE UNIQUE INDEX appearance_alive ON appearance (document, n) WHERE d IS NULL" },
	{ "appearance_speaker", "CREATE INDEX appearance_speaker ON appearance (speaker)" },
	{ "variable", "CREATE TABLE variable (" ROW ","
		" target TEXT NOT NULL CHECK (target IN ('document', 'speaker', 'judgement')),"
		" target_uid BLOB NOT NULL, key TEXT NOT NULL, value_c" CONTENT ", " ENDED ") STRICT" },
	{ "variable_target", "CREATE INDEX variable_target ON variable (target_uid, key)" },

	/* Codebooks, their versions and codes. */
	{ "codebook", "CREATE TABLE codebook (" ROW ", name TEXT COLLATE NOCASE NOT NULL UNIQUE,"
		" kind TEXT NOT NULL CHECK (kind IN ('file', 'project'))) STRICT" },
	{ "version", "CREATE TABLE version (" ROW ", codebook" REF "codebook,"
		" sha BLOB NOT NULL CHECK (length(sha) = 32), source TEXT NOT NULL, declared TEXT,"
		" UNIQUE (codebook, sha)) STRICT" },
	{ "active", "CREATE TABLE active (" ROW ", codebook" REF "codebook, version" REF "version, " ENDED ") STRICT" },
	{ "active_alive", "CREATE UNIQUE INDEX active_alive ON active (codebook) WHERE d IS NULL" },
	{ "code", "CREATE TABLE code (" ROW ", codebook" REF "codebook) STRICT" },
	{ "code_codebook", "CREATE INDEX code_codebook ON code (codebook)" },
	{ "code_key", "CREATE TABLE code_key (" ROW ", codebook" REF "codebook,"
		" key TEXT COLLATE NOCASE NOT NULL, code" REF "code, UNIQUE (codebook, key)) STRICT" },
	{ "code_text", "CREATE TABLE code_text (" ROW ", code" REF "code, version" REF "version,"
		" parent" MAY_REF "code, seq INTEGER NOT NULL, line INTEGER, key TEXT NOT NULL,"
		" label_id TEXT, label_en TEXT, definition TEXT, includes TEXT, excludes TEXT, source TEXT,"
		" color TEXT, threshold REAL, " ENDED ") STRICT" },
	{ "code_text_alive", "CREATE UNIQUE INDEX code_text_alive ON code_text (code, version) WHERE d IS NULL" },
	{ "code_text_version", "CREATE INDEX code_text_version ON code_text (version, seq)" },
	{ "overlay", "CREATE TABLE overlay (" ROW ", code" REF "code, field TEXT NOT NULL CHECK (field IN"
		" ('parent', 'label_id', 'label_en', 'color', 'merged_into', 'retired')), value TEXT, " ENDED ") STRICT" },
	{ "overlay_alive", "CREATE UNIQUE INDEX overlay_alive ON overlay (code, field) WHERE d IS NULL" },

	/* What people said. */
	{ "segment", "CREATE TABLE segment (" ROW ", document" REF "document) STRICT" },
	{ "segment_document", "CREATE INDEX segment_document ON segment (document)" },
	{ "anchor", "CREATE TABLE anchor (" ROW ", segment" REF "segment, revision" REF "revision,"
		" start INTEGER, \"end\" INTEGER, state TEXT NOT NULL CHECK (state IN"
		" ('exact', 'moved', 'changed', 'orphaned')), " ENDED ","
		" CHECK ((state = 'orphaned') = (start IS NULL)), CHECK ((start IS NULL) = (\"end\" IS NULL)),"
		" CHECK (start < \"end\")) STRICT" },
	{ "anchor_alive", "CREATE UNIQUE INDEX anchor_alive ON anchor (segment, revision) WHERE d IS NULL" },
	{ "anchor_segment", "CREATE INDEX anchor_segment ON anchor (segment)" },
	{ "anchor_place", "CREATE INDEX anchor_place ON anchor (revision, start, \"end\")" },
	{ "judgement", "CREATE TABLE judgement (" ROW ", coder" REF "coder, segment" REF "segment, code" REF "code,"
		" verdict TEXT NOT NULL CHECK (verdict IN ('confirm', 'reject', 'unsure')), unit TEXT,"
		" via TEXT NOT NULL CHECK (via IN ('single', 'bulk', 'sheet', 'hand', 'import', 'adjudication')),"
		" blind" SWITCH "(blind IN (0, 1)), instead" MAY_REF "judgement, note_c" MAY_CONTENT ", " ENDED ") STRICT" },
	{ "judgement_segment", "CREATE INDEX judgement_segment ON judgement (segment, code, coder)" },
	{ "judgement_code", "CREATE INDEX judgement_code ON judgement (code)" },
	{ "evidence", "CREATE TABLE evidence (" ROW ", judgement" REF "judgement, rule_hash BLOB NOT NULL,"
		" rule TEXT NOT NULL, version" REF "version, revision" REF "revision, spans BLOB,"
		" words_c" MAY_CONTENT ", score REAL, UNIQUE (judgement, rule_hash, rule)) STRICT" },
	{ "sample", "CREATE TABLE sample (" ROW ", name TEXT, unit TEXT NOT NULL,"
		" purpose TEXT NOT NULL CHECK (purpose IN ('agreement', 'test', 'train')), seed INTEGER, rule TEXT,"
		" blind" SWITCH "(blind IN (0, 1)), viewed" MAY_REF "op, " ENDED ") STRICT" },
	{ "sample_unit", "CREATE TABLE sample_unit (" ROW ", sample" REF "sample, segment" REF "segment,"
		" UNIQUE (sample, segment)) STRICT" },
	{ "reading", "CREATE TABLE reading (" ROW ", coder" REF "coder, segment" REF "segment,"
		" sample" MAY_REF "sample, " ENDED ") STRICT" },
	{ "reading_alive", "CREATE UNIQUE INDEX reading_alive ON reading (coder, segment) WHERE d IS NULL" },
	{ "reading_segment", "CREATE INDEX reading_segment ON reading (segment)" },
	{ "memo", "CREATE TABLE memo (" ROW ", coder" REF "coder, target TEXT NOT NULL CHECK (target IN"
		" ('project', 'document', 'segment', 'code', 'judgement')), target_uid BLOB,"
		" body_c" CONTENT ", " ENDED ") STRICT" },
	{ "memo_target", "CREATE INDEX memo_target ON memo (target_uid)" },
	{ "pseudonym", "CREATE TABLE pseudonym (" ROW ", find_c" CONTENT ", replace TEXT NOT NULL, " ENDED ") STRICT" },
	{ "erasure", "CREATE TABLE erasure (" ROW ","
		" target TEXT NOT NULL CHECK (target IN ('speaker', 'document', 'segment')), target_uid BLOB NOT NULL,"
		" reason TEXT NOT NULL, open INTEGER NOT NULL CHECK (open IN (0, 1)), lost TEXT) STRICT" },
	{ "copy", "CREATE TABLE copy (" ROW ", kind TEXT NOT NULL CHECK (kind IN"
		" ('backup', 'report', 'export', 'sheet')), name_c" CONTENT ") STRICT" },

	/* The cache: may be dropped and made again; no fact refers to it. */
	{ "run", "CREATE TABLE run (id INTEGER PRIMARY KEY, version INTEGER NOT NULL, corpus BLOB,"
		" engine TEXT NOT NULL, options TEXT, op INTEGER) STRICT" },
	{ "unit", "CREATE TABLE unit (revision INTEGER NOT NULL, kind INTEGER NOT NULL, n INTEGER NOT NULL, " SPAN ","
		" appearance INTEGER, para INTEGER, ms INTEGER, words INTEGER, chars INTEGER,"
		" PRIMARY KEY (revision, kind, n)) STRICT, WITHOUT ROWID" },
	{ "hit_rule", "CREATE TABLE hit_rule (id INTEGER PRIMARY KEY, version INTEGER NOT NULL, rule TEXT NOT NULL,"
		" hash BLOB NOT NULL CHECK (length(hash) = 32), weight REAL NOT NULL,"
		" UNIQUE (version, rule, hash, weight)) STRICT" },
	{ "suggestion", "CREATE TABLE suggestion (revision INTEGER NOT NULL, " SPAN ", code INTEGER NOT NULL,"
		" version INTEGER NOT NULL, unit INTEGER NOT NULL, score REAL NOT NULL, hits BLOB NOT NULL,"
		" PRIMARY KEY (revision, start, \"end\", code)) STRICT, WITHOUT ROWID" },
	{ "fresh", "CREATE TABLE fresh (revision INTEGER NOT NULL, rule_hash BLOB NOT NULL, input BLOB NOT NULL,"
		" PRIMARY KEY (revision, rule_hash)) STRICT, WITHOUT ROWID" },

	/* Views: how the facts read now. */
	{ "v_revision", "CREATE VIEW v_revision AS SELECT document, id AS revision, max(n) AS n FROM revision"
		" WHERE d IS NULL GROUP BY document" },
	{ "v_judgement", "CREATE VIEW v_judgement AS"
		" SELECT id, coder, document, segment, code, verdict, unit, via, note_c, op, at FROM ("
		"SELECT j.id, j.coder, g.document, j.segment, coalesce(m.id, j.code) AS code, j.verdict, j.unit, j.via,"
		" j.note_c, o.id AS op, o.at, row_number() OVER (PARTITION BY j.coder, j.segment, coalesce(m.id, j.code)"
		" ORDER BY o.at DESC, j.uid DESC) AS rank"
		" FROM judgement j JOIN segment g ON g.id = j.segment"
		" JOIN op o ON o.id = (SELECT min(c.op) FROM change c WHERE c.tbl = 'judgement' AND c.row = j.id AND c.sign = 1)"
		" LEFT JOIN overlay v ON v.code = j.code AND v.field = 'merged_into' AND v.d IS NULL"
		" LEFT JOIN code m ON lower(hex(m.uid)) = v.value"
		" WHERE j.d IS NULL) WHERE rank = 1" },
	{ "v_coding", "CREATE VIEW v_coding AS"
		" SELECT j.*, a.revision, a.start, a.\"end\", a.state FROM v_judgement j"
		" JOIN v_revision r ON r.document = j.document"
		" JOIN anchor a ON a.segment = j.segment AND a.revision = r.revision AND a.d IS NULL"
		" WHERE j.verdict = 'confirm' AND a.state <> 'orphaned'" },
	{ "v_consensus", "CREATE VIEW v_consensus AS"
		" SELECT k.* FROM v_coding k JOIN coder c ON c.id = k.coder WHERE c.kind = 'consensus'" },
	{ "v_suggestion", "CREATE VIEW v_suggestion AS"
		" SELECT r.document, s.revision, s.start, s.\"end\", s.code, s.version, s.unit, s.score"
		" FROM suggestion s JOIN v_revision r ON r.revision = s.revision"
		" JOIN active a ON a.version = s.version AND a.d IS NULL"
		" JOIN document_is i ON i.document = r.document AND i.d IS NULL AND i.removed = 0" },
	{ NULL, NULL },
};
/* clang-format on */
