/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every statement of the store: SQL(NAME, TEXT).  Included with SQL defined,
 * once for the numbers (sql.h) and once for the texts (sql.c); so no include guard.
 * Statements over one fact table's fixed columns are in fact_sql.c.
 */
/* clang-format off */
#ifndef TEMA_STORE_STATEMENTS
#define TEMA_STORE_STATEMENTS

#define BODY(ID) "(SELECT body FROM content WHERE id = " ID ")"

/* The revision that stands: the newest living one. */
#define REVISION_NOW(DOCUMENT)                                                                     \
	"(SELECT id FROM revision WHERE document = " DOCUMENT                                      \
	" AND d IS NULL ORDER BY n DESC LIMIT 1)"

#define UNITS(KIND) "(SELECT count(*) FROM unit WHERE revision = r.id AND kind = " KIND ")"

#define DOCUMENT_SELECT                                                                                                                                                                                         \
	"SELECT x.id, x.uid, " BODY("i.title_c") ", i.method, i.date, " BODY(                                                                                                                                   \
		"i.place_c") ", i.removed, r.id, r.n, r.reader, " BODY("r.options_c") ", "                                                                                                                      \
										      "u.words, "                                                                                                               \
										      "u.chars,"                                                                                                                \
										      " " UNITS("3") ", " UNITS("2") ", " UNITS("1") ", (SELECT count(DISTINCT speaker) FROM appearance a"                      \
																     " WHERE a.document = x.id AND a.d IS NULL)"                                \
																     " FROM document x JOIN document_is i ON i.document = x.id AND i.d IS NULL" \
																     " JOIN revision r ON r.id = " REVISION_NOW(                                \
																	     "x.id") " LEFT JOIN unit u ON u.revision = r.id AND u.kind = 4 AND u.n = 0"

#define ANCHOR_SELECT                                                                              \
	"SELECT a.id, a.segment, a.start, a.\"end\", a.state,"                                     \
	" " BORN("anchor", "a.id") ","                                                             \
	" (SELECT count(*) FROM memo m WHERE m.target_uid = g.uid AND m.d IS NULL"                 \
	" AND m.target = 'segment'),"                                                              \
	" (SELECT count(*) FROM reading t WHERE t.segment = a.segment AND t.d IS NULL),"           \
	" (SELECT count(*) FROM sample_unit u JOIN sample p ON p.id = u.sample AND p.d IS NULL"    \
	" WHERE u.segment = a.segment),"                                                           \
	" a.revision, g.uid FROM anchor a JOIN segment g ON g.id = a.segment"                             \
	" WHERE a.revision = ?1 AND a.d IS NULL"

/* The op that bore a row. */
#define BORN(TBL, ROW)                                                                             \
	"(SELECT min(op) FROM change WHERE tbl = '" TBL "' AND row = " ROW " AND sign = 1)"

#endif

/* --- transactions, ops --- */
SQL(BEGIN, "BEGIN IMMEDIATE")
SQL(DEFER, "PRAGMA defer_foreign_keys = ON")
SQL(COMMIT, "COMMIT")
SQL(ROLLBACK, "ROLLBACK")
SQL(OP_NEXT, "SELECT coalesce(max(id), 0) + 1 FROM op")
SQL(OP_NEXT_SEQ, "SELECT coalesce(max(seq), 0) + 1 FROM op WHERE origin = ?1")
SQL(OP_UID, "SELECT uid FROM op WHERE id = ?1")
SQL(OP_ADD, "INSERT INTO op (id, uid, origin, seq, coder, at, command, digest, chain)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, zeroblob(32), zeroblob(32))")
SQL(OP_SEAL, "UPDATE op SET detail_c = ?2, undoes = ?3, digest = ?4, chain = ?5 WHERE id = ?1")
SQL(CHAIN_END, "SELECT chain FROM op WHERE origin = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT 1")
SQL(CHANGE_ADD, "INSERT INTO change (op, tbl, row, sign) VALUES (?1, ?2, ?3, ?4)")
SQL(CONTENT_ADD, "INSERT INTO content (kind, mark, salt, body) VALUES (?1, ?2, ?3, ?4)")
SQL(CONTENT_MARK, "SELECT mark FROM content WHERE id = ?1")
SQL(ORIGIN, "SELECT id, uid FROM origin ORDER BY id LIMIT 1")

/* --- settings, coders --- */
SQL(SETTING, "SELECT id, " BODY("value_c") " FROM setting WHERE key = ?1 AND d IS NULL")
SQL(CODER_NEXT, "SELECT coalesce(max(id), 0) + 1 FROM coder")
SQL(CODER_UID, "SELECT uid FROM coder WHERE id = ?1")
SQL(CODERS, "SELECT id, uid, " BODY("name_c") " AS name FROM coder ORDER BY name, uid")

/* --- documents --- */
SQL(DOCUMENTS, DOCUMENT_SELECT " WHERE ?1 OR i.removed = 0 ORDER BY x.id")
SQL(DOCUMENT_ONE, DOCUMENT_SELECT " WHERE x.id = ?1")
SQL(DOCUMENT_UID, "SELECT uid FROM document WHERE id = ?1")
SQL(DOCUMENT_TITLES,
	"SELECT document, " BODY(
		"title_c") ", removed FROM document_is WHERE d IS NULL ORDER BY document")
SQL(DOCUMENT_IDS,
	"SELECT document FROM document_is WHERE d IS NULL AND removed = ?1 ORDER BY document")
SQL(DOCUMENT_BY_BYTES, "SELECT r.document FROM revision r JOIN document_is i ON i.document = "
		       "r.document AND i.d IS NULL"
		       " WHERE r.original_sha = ?1 AND r.d IS NULL ORDER BY r.document LIMIT 1")
SQL(DOCUMENTS_OF_LENGTH, "SELECT r.document, r.id FROM revision r JOIN document_is i ON i.document = "
			 "r.document AND i.d IS NULL AND i.removed = 0"
			 " JOIN unit u ON u.revision = r.id AND u.kind = 4 AND u.n = 0"
			 " WHERE u.chars = ?1 AND r.document <> ?2 AND r.id = " REVISION_NOW("r.document")
			 " ORDER BY r.document")
SQL(DOCUMENT_IS, "SELECT id, title_c, method, date, place_c, removed, " BODY("title_c") ", " BODY(
			 "place_c") " FROM document_is WHERE document = ?1 AND d IS NULL")
SQL(REVISION_NOW, "SELECT id, n, original_sha FROM revision WHERE id = " REVISION_NOW("?1"))
SQL(REVISION_LAST, "SELECT coalesce(max(n), 0) FROM revision WHERE document = ?1")
SQL(REVISION_TEXT,
	"SELECT " BODY("text_c") ", " BODY("shape_c") ", document FROM revision WHERE id = ?1")

/* --- units (cache): kinds as enum unit_kind, appearance = number of the label --- */
SQL(UNIT_ADD, "INSERT OR REPLACE INTO unit (revision, kind, n, start, \"end\", appearance, para, "
	      "ms, words, chars)"
	      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
SQL(UNIT_DOCUMENT, "SELECT words FROM unit WHERE revision = ?1 AND kind = 4 AND n = 0")
SQL(UNIT_TURNS,
	"SELECT start, \"end\", appearance FROM unit WHERE revision = ?1 AND kind = 2 ORDER BY n")
SQL(UNIT_BY_LABEL,
	"SELECT appearance, sum(kind = 2), total(words) FROM unit"
	" WHERE revision = ?1 AND kind IN (2, 3) AND appearance IS NOT NULL GROUP BY appearance")

/* --- speakers --- */
SQL(APPEARANCES, "SELECT a.n, a.id, " BODY(
			 "a.label_c") ", a.speaker, a.sure, i.kind, i.role, i.code,"
				      " " BODY("i.name_c") ", i.shown, a.label_c FROM appearance a"
							   " JOIN speaker_is i ON i.speaker = "
							   "a.speaker AND i.d IS NULL"
							   " WHERE a.document = ?1 AND a.d IS NULL "
							   "ORDER BY a.n")
SQL(SPEAKER_APPEARANCES,
	"SELECT id, document, n, label_c, sure FROM appearance WHERE speaker = ?1 AND d IS NULL"
	" ORDER BY document, n")
SQL(SPEAKER_IS, "SELECT id, kind, role, code, name_c, shown, " BODY(
			"name_c") " FROM speaker_is WHERE speaker = ?1 AND d IS NULL")
SQL(SPEAKER_NAMES,
	"SELECT speaker, code, " BODY("name_c") " FROM speaker_is WHERE d IS NULL ORDER BY speaker")
SQL(SPEAKER_UID, "SELECT uid FROM speaker WHERE id = ?1")
/* --- pseudonyms, and what they are applied to --- */
SQL(PSEUDONYMS, "SELECT id, " BODY("find_c") ", replace FROM pseudonym WHERE d IS NULL ORDER BY id")
SQL(ALIASES, "SELECT i.speaker, a.document, i.code, " BODY("i.name_c") ", " BODY(
		     "a.label_c") ", i.shown, i.role, i.kind FROM speaker_is i LEFT JOIN appearance a"
				  " ON a.speaker = i.speaker AND a.d IS NULL WHERE i.d IS NULL"
				  " ORDER BY i.speaker, a.document, a.n")
/* Names of speakers who were merged into one that stands: their labels are its own now. */
SQL(FORMER_NAMES,
	"SELECT i.speaker, a.document, i.code, " BODY("m.name_c") ", '', i.shown, i.role, i.kind"
	" FROM speaker_is i JOIN appearance a ON a.speaker = i.speaker AND a.d IS NULL"
	" JOIN appearance b ON b.label_c = a.label_c AND b.speaker <> i.speaker"
	" JOIN speaker_is m ON m.speaker = b.speaker AND m.name_c IS NOT NULL"
	" WHERE i.d IS NULL AND NOT EXISTS (SELECT 1 FROM speaker_is l WHERE l.speaker = b.speaker"
	" AND l.d IS NULL) ORDER BY i.speaker, m.id")
SQL(NOTES, "SELECT " BODY("note_c") " FROM judgement WHERE d IS NULL AND note_c IS NOT NULL"
	   " UNION ALL SELECT " BODY("body_c") " FROM memo WHERE d IS NULL")

SQL(VARIABLES, "SELECT id, key, " BODY("value_c") ", value_c FROM variable WHERE target_uid = ?1 "
						  "AND d IS NULL ORDER BY id")

#include "store/statements_codes.h"

/* --- suggestions (cache) --- */
SQL(HIT_RULE_ADD, "INSERT INTO hit_rule (version, rule, hash, weight) VALUES (?1, ?2, ?3, ?4)")
SQL(HIT_RULES, "SELECT id, version, rule, hash, weight FROM hit_rule WHERE id > ?1 ORDER BY id")
SQL(SUGGESTIONS,
	"SELECT s.start, s.\"end\", s.code, s.unit, s.score, s.hits FROM suggestion s"
	" WHERE s.revision = ?1 AND s.version IN (SELECT version FROM active WHERE d IS NULL)"
	" ORDER BY s.start, s.\"end\", s.code")
/* start <= ?2 is an index condition; the rest of a long unit's overlap is tested by row */
SQL(SUGGESTIONS_AT,
	"SELECT s.start, s.\"end\", s.code, s.unit, s.score, s.hits FROM suggestion s"
	" WHERE s.revision = ?1 AND s.version IN (SELECT version FROM active WHERE d IS NULL)"
	" AND s.start < ?3 AND s.\"end\" > ?2 ORDER BY s.start, s.\"end\", s.code")
SQL(SUGGESTIONS_OLD,
	"SELECT s.start, s.\"end\", s.code, s.version, s.unit, s.score, s.hits, c.codebook,"
	" s.version IN (SELECT version FROM active WHERE d IS NULL)"
	" FROM suggestion s JOIN code c ON c.id = s.code WHERE s.revision = ?1"
	" ORDER BY s.start, s.\"end\", s.code")
SQL(SUGGESTION_PUT, "INSERT OR REPLACE INTO suggestion (revision, start, \"end\", code, version, "
		    "unit, score, hits)"
		    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
SQL(SUGGESTION_DROP,
	"DELETE FROM suggestion WHERE revision = ?1 AND start = ?2 AND \"end\" = ?3 AND code = ?4")
SQL(RUN_LAST,
	"SELECT id, engine, options, corpus FROM run WHERE version = ?1 ORDER BY id DESC LIMIT 1")
SQL(RUN_DROP, "DELETE FROM run WHERE version = ?1")
SQL(RUN_ADD, "INSERT INTO run (version, corpus, engine, options, op) VALUES (?1, ?2, ?3, ?4, ?5)")
SQL(REVISIONS_NOW, "SELECT r.uid FROM document_is i JOIN revision r ON r.id = " REVISION_NOW(
			   "i.document") " WHERE i.d IS NULL AND i.removed = 0 ORDER BY i.document")

/* --- judgements --- */
SQL(ANCHOR_AT, "SELECT segment FROM anchor WHERE revision = ?1 AND start = ?2 AND \"end\" = ?3 AND "
	       "d IS NULL"
	       " ORDER BY id LIMIT 1")
SQL(ANCHOR_OF, "SELECT id FROM anchor WHERE segment = ?1 AND revision = ?2 AND d IS NULL")
/* On the segment, and on others that a corrected text has put at the same place. */
SQL(JUDGEMENT_NOW, "SELECT id, verdict, via, " BODY(
			   "note_c") ", note_c FROM judgement WHERE coder = ?1 AND code = ?3 AND d IS NULL"
				     " AND segment IN (SELECT ?2 UNION SELECT b.segment FROM anchor a"
				     " JOIN anchor b ON b.revision = a.revision AND b.start = a.start"
				     " AND b.\"end\" = a.\"end\" AND b.d IS NULL WHERE a.segment = ?2"
				     " AND a.d IS NULL AND a.revision = " REVISION_NOW(
					     "(SELECT document FROM segment WHERE id = ?2)") ") ORDER BY id")
SQL(JUDGED, "SELECT j.code, j.verdict, a.start, a.\"end\", j.segment, o.at, j.uid FROM segment g"
	    " JOIN judgement j ON j.segment = g.id AND j.d IS NULL AND j.coder = ?3"
	    " JOIN op o ON o.id = " BORN("judgement", "j.id")
	    " JOIN anchor a ON a.segment = g.id AND a.revision = ?2 AND a.d IS NULL AND a.start IS "
	    "NOT NULL"
	    " WHERE g.document = ?1 ORDER BY j.id")
/* Decided on evidence: segment and code in order, so that doubles stand together. */
SQL(JUDGED_RULES,
	"SELECT j.segment, j.code, a.start, a.\"end\", c.codebook FROM segment g"
	" JOIN judgement j ON j.segment = g.id AND j.d IS NULL JOIN code c ON c.id = j.code"
	" JOIN anchor a ON a.segment = g.id AND a.revision = ?2 AND a.d IS NULL AND a.start IS NOT "
	"NULL"
	" WHERE g.document = ?1 AND EXISTS (SELECT 1 FROM evidence v WHERE v.judgement = j.id)"
	" ORDER BY j.segment, j.code")
SQL(JUDGEMENTS,
	"SELECT j.id, j.coder, " BODY(
		"k.name_c") ", j.code, j.segment, j.verdict, j.unit, j.via,"
			    " " BODY("j.note_c") ", j.d, o.id, o.at, a.start, a.\"end\", b.start, "
						 "b.\"end\","
						 " (SELECT max(score) FROM evidence v WHERE "
						 "v.judgement = j.id), j.uid"
						 " FROM segment g JOIN judgement j ON j.segment = "
						 "g.id JOIN coder k ON k.id = j.coder"
						 " JOIN op o ON o.id = " BORN("judgement",
							 "j.id") " LEFT JOIN anchor a ON a.segment "
								 "= g.id AND a.revision = ?2 AND "
								 "a.d IS NULL"
								 " LEFT JOIN anchor b ON b.id = "
								 "(SELECT min(id) FROM anchor "
								 "WHERE segment = g.id AND start "
								 "IS NOT NULL)"
								 " WHERE g.document = ?1 AND (?3 "
								 "OR j.d IS NULL)")
/* The same on any code: several may have become one. */
SQL(JUDGEMENTS_AT, "SELECT id, code FROM judgement WHERE coder = ?1 AND d IS NULL"
		   " AND segment IN (SELECT ?2 UNION SELECT b.segment FROM anchor a"
		   " JOIN anchor b ON b.revision = a.revision AND b.start = a.start"
		   " AND b.\"end\" = a.\"end\" AND b.d IS NULL WHERE a.segment = ?2"
		   " AND a.d IS NULL AND a.revision = " REVISION_NOW(
			   "(SELECT document FROM segment WHERE id = ?2)") ") ORDER BY id")
SQL(EVIDENCE, "SELECT v.rule, b.name, n.declared, v.rule_hash, n.sha, v.score, v.spans, " BODY(
		      "v.words_c") " FROM evidence v JOIN version n ON n.id = v.version JOIN "
				   "codebook b ON b.id = n.codebook"
				   " WHERE v.judgement = ?1 ORDER BY v.id")
SQL(READING, "SELECT id FROM reading WHERE coder = ?1 AND segment = ?2 AND d IS NULL")
SQL(ANCHORS, ANCHOR_SELECT " ORDER BY a.segment")
SQL(ANCHOR_ONE, ANCHOR_SELECT " AND a.segment = ?2")
SQL(ANCHOR_LAST, "SELECT start, \"end\", revision FROM anchor WHERE segment = ?1 AND start IS NOT "
		 "NULL ORDER BY d IS NOT NULL, id DESC LIMIT 1")
SQL(ANCHOR_STEPS, "SELECT a.start, a.\"end\", a.state, a.revision, r.n, o.seq, o.at, o.command, " BODY(
			  "k.name_c") ", a.d FROM anchor a JOIN revision r ON r.id = a.revision"
				      " JOIN op o ON o.id = " BORN("anchor", "a.id") " JOIN coder k ON k.id = o.coder"
				      " WHERE a.segment = ?1 ORDER BY a.id")
SQL(READINGS_OF, "SELECT id FROM reading WHERE segment = ?1 AND d IS NULL ORDER BY id")
SQL(SEGMENT_UID, "SELECT uid FROM segment WHERE id = ?1")

/* --- history --- */
SQL(LOG, "SELECT o.id, o.seq, o.at, " BODY("c.name_c") ", o.command, CASE WHEN o.detail_c IS NOT NULL THEN"
	 " coalesce(" BODY("o.detail_c") ", '(erased)') END, o.undoes,"
			       " (SELECT count(*) FROM change x WHERE x.op = o.id AND x.sign = 1),"
			       " (SELECT count(*) FROM change x WHERE x.op = o.id AND x.sign = "
			       "-1), o.chain, u.seq, o.origin"
			       " FROM op o JOIN coder c ON c.id = o.coder LEFT JOIN op u ON u.id = "
			       "o.undoes ORDER BY o.id DESC")
SQL(OPS, "SELECT id, seq, undoes, command, origin FROM op ORDER BY id DESC")
SQL(OP_BORE, "SELECT tbl, row FROM change WHERE op = ?1 AND sign = 1 ORDER BY tbl, row")
SQL(OP_ENDED, "SELECT tbl, row FROM change WHERE op = ?1 AND sign = -1 ORDER BY tbl, row")
SQL(CHANGED, "SELECT 1 FROM change WHERE op = ?1 AND tbl = ?2 AND row = ?3 AND sign = ?4")
/* The op that ended the row, NULL when a later one revived it. */
SQL(LAST_ENDER, "SELECT CASE sign WHEN -1 THEN op END FROM change WHERE tbl = ?1 AND row = ?2"
		" ORDER BY op DESC, sign LIMIT 1")
SQL(LAST_BEARER, "SELECT max(op) FROM change WHERE tbl = ?1 AND row = ?2 AND sign = 1")
SQL(ANCHOR_MADE_HERE,
	"SELECT 1 FROM anchor a JOIN change x ON x.tbl = 'segment' AND x.row = a.segment"
	" WHERE a.id = ?1 AND x.op = ?2 AND x.sign = 1")
/* What undoing (op ?1 being the undo) would leave hanging in the air: the op that bore it. */
SQL(LOST_JUDGEMENT, "SELECT " BORN("judgement",
			    "j.id") " FROM change x JOIN document_is w ON w.id = x.row"
				    " JOIN segment g ON g.document = w.document JOIN judgement j "
				    "ON j.segment = g.id AND j.d IS NULL"
				    " WHERE x.op = ?1 AND x.tbl = 'document_is' AND NOT EXISTS"
				    " (SELECT 1 FROM document_is i WHERE i.document = w.document "
				    "AND i.d IS NULL) LIMIT 1")
SQL(LOST_READING, "SELECT " BORN("reading",
			  "t.id") " FROM change x JOIN document_is w ON w.id = x.row"
				  " JOIN segment g ON g.document = w.document JOIN reading t ON "
				  "t.segment = g.id AND t.d IS NULL"
				  " WHERE x.op = ?1 AND x.tbl = 'document_is' AND NOT EXISTS"
				  " (SELECT 1 FROM document_is i WHERE i.document = w.document AND "
				  "i.d IS NULL) LIMIT 1")
SQL(LOST_VARIABLE, "SELECT " BORN("variable",
			   "t.id") " FROM change x JOIN document_is w ON w.id = x.row"
				   " JOIN document p ON p.id = w.document JOIN variable t ON "
				   "t.target_uid = p.uid AND t.d IS NULL"
				   " WHERE x.op = ?1 AND x.tbl = 'document_is' AND NOT EXISTS"
				   " (SELECT 1 FROM document_is i WHERE i.document = w.document "
				   "AND i.d IS NULL) LIMIT 1")
SQL(LOST_APPEARANCE, "SELECT " BORN("appearance",
			     "t.id") " FROM change x JOIN speaker_is w ON w.id = x.row"
				     " JOIN appearance t ON t.speaker = w.speaker AND t.d IS NULL"
				     " WHERE x.op = ?1 AND x.tbl = 'speaker_is' AND NOT EXISTS"
				     " (SELECT 1 FROM speaker_is i WHERE i.speaker = w.speaker AND "
				     "i.d IS NULL) LIMIT 1")
SQL(LOST_ANCHOR,
	"SELECT " BORN("judgement",
		"j.id") " FROM change x JOIN revision w ON w.id = x.row"
			" JOIN segment g ON g.document = w.document JOIN judgement j ON j.segment "
			"= g.id AND j.d IS NULL"
			" WHERE x.op = ?1 AND x.tbl = 'revision' AND NOT EXISTS (SELECT 1 FROM "
			"anchor a"
			" WHERE a.segment = g.id AND a.d IS NULL AND a.revision = " REVISION_NOW(
				"w.document") ") LIMIT 1")
#define LOST_CODE(TBL, CODES)                                                                      \
	"SELECT " BORN("judgement", "j.id") " FROM change x " CODES                                \
					    " JOIN judgement j ON j.code = c.id AND j.d IS NULL "  \
					    "WHERE x.op = ?1 AND x.tbl = '" TBL "'"                \
					    " AND NOT EXISTS (SELECT 1 FROM active a JOIN "        \
					    "code_text t ON t.version = a.version"                 \
					    " AND t.code = c.id AND t.d IS NULL WHERE a.d IS "     \
					    "NULL)"                                                \
					    " AND NOT EXISTS (SELECT 1 FROM overlay o WHERE "      \
					    "o.code = c.id AND o.d IS NULL"                        \
					    " AND o.field IN ('retired', 'merged_into')) LIMIT 1"
/* also the codes of files that the codebook uses */
SQL(LOST_CODE_ACTIVE, LOST_CODE("active", "JOIN active w ON w.id = x.row JOIN code c ON "
					  "c.codebook = w.codebook OR EXISTS (SELECT 1 FROM "
					  "code_text z WHERE z.version = w.version AND z.code = "
					  "c.id)"))
SQL(LOST_CODE_TEXT,
	LOST_CODE("code_text", "JOIN code_text w ON w.id = x.row JOIN code c ON c.id = w.code"))
#undef LOST_CODE
SQL(LOST_PROJECT_CODE,
	"SELECT " BORN(
		"code_text", "t.id") " FROM change x JOIN active w ON w.id = x.row"
				     " JOIN codebook b ON b.id = w.codebook AND b.kind = 'project'"
				     " JOIN code_text t ON t.version = w.version AND t.d IS NULL "
				     "WHERE x.op = ?1 AND x.tbl = 'active'"
				     " AND NOT EXISTS (SELECT 1 FROM active a WHERE a.codebook = "
				     "w.codebook AND a.d IS NULL) LIMIT 1")
SQL(UNDO_MARK, "SAVEPOINT undo")
SQL(UNDO_BACK, "ROLLBACK TO undo")
SQL(UNDO_DONE, "RELEASE undo")

/* --- verify --- */
SQL(INTEGRITY, "PRAGMA integrity_check(1)")
SQL(FOREIGN_KEYS, "PRAGMA foreign_key_check")
SQL(CHAIN, "SELECT o.id, o.uid, g.uid, o.seq, c.uid, o.at, o.command,"
	   " (SELECT mark FROM content WHERE id = o.detail_c), (SELECT uid FROM op u WHERE u.id = "
	   "o.undoes),"
	   " o.digest, o.chain, o.origin FROM op o JOIN origin g ON g.id = o.origin JOIN coder c "
	   "ON c.id = o.coder"
	   " ORDER BY o.origin, o.seq")
SQL(CONTENTS, "SELECT id, mark, salt, body FROM content WHERE salt IS NOT NULL ORDER BY id")

/* --- erasing --- */
#define STANDS(DOCUMENT) "EXISTS (SELECT 1 FROM document_is i WHERE i.document = " DOCUMENT " AND i.d IS NULL)"
SQL(ERASE_REVISIONS, "SELECT r.id, r.document, r.id = " REVISION_NOW("r.document") ", " STANDS(
			     "r.document") " FROM revision r JOIN content c ON c.id = r.text_c AND c.body IS NOT NULL"
					   " ORDER BY r.document, r.n, r.id")
/* Merged into ?1, directly or not: no living row, and a label that now is one of ?1's. */
SQL(ERASE_SPEAKERS,
	"WITH RECURSIVE same (id) AS (SELECT ?1 UNION SELECT b.speaker FROM same"
	" JOIN appearance a ON a.speaker = same.id JOIN appearance b ON b.label_c = a.label_c"
	" WHERE NOT EXISTS (SELECT 1 FROM speaker_is i WHERE i.speaker = b.speaker AND i.d IS NULL))"
	" SELECT id FROM same ORDER BY id")
SQL(ERASE_DOCUMENTS,
	"SELECT DISTINCT document FROM appearance WHERE speaker = ?1 ORDER BY document")
SQL(ERASE_LABELS, "SELECT n, speaker FROM appearance WHERE document = ?1 AND d IS NULL ORDER BY n")
SQL(ERASE_ONLY_HERE,
	"SELECT DISTINCT a.speaker FROM appearance a WHERE a.document = ?1 AND NOT EXISTS"
	" (SELECT 1 FROM appearance b WHERE b.speaker = a.speaker AND b.document <> ?1 AND b.d IS NULL"
	" AND " STANDS("b.document") ") ORDER BY 1")
#define ERASE_SAID(SEGMENTS)                                                                       \
	" SELECT j.note_c FROM segment g JOIN judgement j ON j.segment = g.id WHERE " SEGMENTS     \
	" UNION SELECT v.words_c FROM segment g JOIN judgement j ON j.segment = g.id"              \
	" JOIN evidence v ON v.judgement = j.id WHERE " SEGMENTS                                   \
	" UNION SELECT m.body_c FROM segment g JOIN memo m ON m.target_uid = g.uid WHERE " SEGMENTS \
	" UNION SELECT m.body_c FROM segment g JOIN judgement j ON j.segment = g.id"               \
	" JOIN memo m ON m.target_uid = j.uid WHERE " SEGMENTS                                     \
	" UNION SELECT v.value_c FROM segment g JOIN judgement j ON j.segment = g.id"              \
	" JOIN variable v ON v.target_uid = j.uid WHERE " SEGMENTS
#define ERASE_BODIES(IDS)                                                                          \
	"SELECT id FROM content WHERE body IS NOT NULL AND id IN (" IDS ") ORDER BY id"
SQL(ERASE_OF_SPEAKER,
	ERASE_BODIES("SELECT name_c FROM speaker_is WHERE speaker = ?1"
		     " UNION SELECT label_c FROM appearance WHERE speaker = ?1"
		     " UNION SELECT v.value_c FROM speaker p JOIN variable v ON v.target_uid = p.uid"
		     " WHERE p.id = ?1"))
SQL(ERASE_OF_PEOPLE,
	ERASE_BODIES("SELECT name_c FROM speaker_is WHERE d IS NULL AND ?1 >= 0"
		     " UNION SELECT label_c FROM appearance WHERE d IS NULL"))
SQL(ERASE_OF_DOCUMENT,
	ERASE_BODIES("SELECT title_c FROM document_is WHERE document = ?1"
		     " UNION SELECT place_c FROM document_is WHERE document = ?1"
		     " UNION SELECT text_c FROM revision WHERE document = ?1"
		     " UNION SELECT shape_c FROM revision WHERE document = ?1"
		     " UNION SELECT original_c FROM revision WHERE document = ?1"
		     " UNION SELECT options_c FROM revision WHERE document = ?1"
		     " UNION SELECT label_c FROM appearance WHERE document = ?1"
		     " UNION SELECT v.value_c FROM document p JOIN variable v ON v.target_uid = p.uid"
		     " WHERE p.id = ?1 UNION SELECT m.body_c FROM document p JOIN memo m"
		     " ON m.target_uid = p.uid WHERE p.id = ?1 UNION" ERASE_SAID("g.document = ?1")))
SQL(ERASE_OF_SEGMENT, ERASE_BODIES(ERASE_SAID("g.id = ?1")))
SQL(ERASE_OF_REVISION, ERASE_BODIES("SELECT text_c FROM revision WHERE id = ?1"
				    " UNION SELECT shape_c FROM revision WHERE id = ?1"
				    " UNION SELECT original_c FROM revision WHERE id = ?1"
				    " UNION SELECT options_c FROM revision WHERE id = ?1"))
SQL(ERASE_CONTENTS, "SELECT id, kind, body FROM content WHERE body IS NOT NULL"
		    " AND kind NOT IN ('text', 'shape') ORDER BY id")
SQL(ERASE_JUDGEMENTS,
	"SELECT j.id, j.segment, j.coder, " BODY("k.name_c") ", j.d IS NULL FROM segment g"
	" JOIN judgement j ON j.segment = g.id JOIN coder k ON k.id = j.coder"
	" WHERE g.document = ?1 ORDER BY j.id")
SQL(ERASE_EVIDENCE,
	"SELECT v.words_c, v.revision, v.spans FROM segment g JOIN judgement j ON j.segment = g.id"
	" JOIN evidence v ON v.judgement = j.id JOIN content c ON c.id = v.words_c"
	" AND c.body IS NOT NULL WHERE g.document = ?1 ORDER BY v.id")
SQL(ERASE_PLACES, "SELECT a.segment, a.revision, a.start, a.\"end\" FROM segment g"
		  " JOIN anchor a ON a.segment = g.id WHERE g.document = ?1 AND a.start IS NOT NULL"
		  " ORDER BY a.id")
SQL(ERASE_SUGGESTIONS, "SELECT count(*) FROM revision r JOIN suggestion s ON s.revision = r.id"
		       " WHERE r.document = ?1")
SQL(ERASE_HOW, "SELECT reader, original_sha, " BODY("options_c") " FROM revision WHERE id = ?1")
SQL(ERASE_REVISION_ROWS,
	"SELECT id FROM revision WHERE document = ?1 AND id <> ?2 AND d IS NULL ORDER BY id")
SQL(ERASE_APPEARANCES, "SELECT id, n, label_c, speaker, sure FROM appearance WHERE document = ?1"
		       " AND d IS NULL ORDER BY n")
SQL(ERASE_UNITS, "DELETE FROM unit WHERE revision IN (SELECT id FROM revision WHERE document = ?1"
		 " AND id <> ?2)")
SQL(ERASE_SUGGESTED, "DELETE FROM suggestion WHERE revision IN (SELECT id FROM revision"
		     " WHERE document = ?1 AND id <> ?2)")
SQL(ERASE_FRESH, "DELETE FROM fresh WHERE revision IN (SELECT id FROM revision WHERE document = ?1"
		 " AND id <> ?2)")
SQL(ERASE_END_JUDGEMENTS, "SELECT id FROM judgement WHERE segment = ?1 AND d IS NULL ORDER BY id")
SQL(ERASE_END_MEMOS,
	"SELECT m.id FROM segment g JOIN memo m ON m.target_uid = g.uid AND m.d IS NULL"
	" WHERE g.id = ?1 UNION SELECT m.id FROM judgement j JOIN memo m ON m.target_uid = j.uid"
	" AND m.d IS NULL WHERE j.segment = ?1 ORDER BY 1")
SQL(ERASE_END_VALUES, "SELECT v.id FROM judgement j JOIN variable v ON v.target_uid = j.uid"
		      " AND v.d IS NULL WHERE j.segment = ?1 ORDER BY v.id")
SQL(ERASE_SEGMENTS, "SELECT id FROM segment WHERE document = ?1 ORDER BY id")
SQL(ERASE_DOCUMENT_IS, "SELECT id FROM document_is WHERE document = ?1 AND d IS NULL")
SQL(ERASE_DOCUMENT_MEMOS, "SELECT m.id FROM document p JOIN memo m ON m.target_uid = p.uid"
			  " AND m.d IS NULL WHERE p.id = ?1 ORDER BY m.id")
SQL(ERASE_DOCUMENT_VALUES, "SELECT v.id FROM document p JOIN variable v ON v.target_uid = p.uid"
			   " AND v.d IS NULL WHERE p.id = ?1 ORDER BY v.id")
SQL(ERASE_SPEAKER_VALUES, "SELECT v.id FROM speaker p JOIN variable v ON v.target_uid = p.uid"
			  " AND v.d IS NULL WHERE p.id = ?1 ORDER BY v.id")
SQL(ERASE_BLANK, "UPDATE content SET salt = NULL, body = NULL WHERE id = ?1 AND body IS NOT NULL")
SQL(CONTENT_KIND, "SELECT kind FROM content WHERE id = ?1")
SQL(ERASE_BLANKS, "SELECT count(*) FROM content WHERE body IS NULL")
SQL(ERASE_OPEN, "SELECT count(*) FROM erasure WHERE open = 1")
SQL(ERASE_CLOSE, "UPDATE erasure SET open = 0 WHERE open = 1")
SQL(ERASE_VACUUM, "VACUUM")
SQL(ERASE_PAGES, "PRAGMA page_count")
SQL(ERASE_PAGE, "PRAGMA page_size")
SQL(ERASE_JUDGEMENT, "SELECT rule_hash, rule, version, revision, spans, words_c, score FROM evidence"
		     " WHERE judgement = ?1 ORDER BY id")
SQL(ERASED_BYTES,
	"SELECT 1 FROM erasure x JOIN document p ON p.uid = x.target_uid JOIN revision r"
	" ON r.document = p.id WHERE x.target = 'document' AND r.original_sha = ?1 LIMIT 1")
SQL(ERASED_DOCUMENT, "SELECT 1 FROM erasure x JOIN document p ON p.uid = x.target_uid"
		     " WHERE x.target = 'document' AND p.id = ?1 LIMIT 1")
SQL(ERASURES, "SELECT o.seq, o.at, x.target, x.reason, x.lost, " BODY(
		      "k.name_c") ", coalesce((SELECT id FROM document WHERE uid = x.target_uid),"
				  " (SELECT id FROM speaker WHERE uid = x.target_uid), 0), x.open"
				  " FROM erasure x JOIN op o ON o.id = " BORN("erasure",
					  "x.id") " JOIN coder k ON k.id = o.coder ORDER BY o.id, x.id")
SQL(ERASE_COPIES, "SELECT kind, " BODY("name_c") " FROM copy ORDER BY id")
/* Said about a passage that is nowhere in the text that stands, after an erasure. */
SQL(ERASED_PASSAGE,
	"SELECT 1 FROM segment g WHERE g.id = ?1 AND EXISTS (SELECT 1 FROM erasure)"
	" AND NOT EXISTS (SELECT 1 FROM anchor a WHERE a.segment = g.id AND a.d IS NULL"
	" AND a.revision = " REVISION_NOW("g.document") ")")
SQL(JUDGEMENT_SEGMENT, "SELECT segment FROM judgement WHERE id = ?1")
SQL(READING_SEGMENT, "SELECT segment FROM reading WHERE id = ?1")
SQL(MEMO_SEGMENT, "SELECT g.id FROM memo m JOIN segment g ON g.uid = m.target_uid WHERE m.id = ?1")
#undef STANDS
#undef ERASE_SAID
#undef ERASE_BODIES
