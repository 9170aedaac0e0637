/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The statements about codebooks and codes; a part of statements.h, so no include guard. */
/* clang-format off */
/* --- codebooks and codes --- */
SQL(CODEBOOK_BY_NAME, "SELECT id, kind FROM codebook WHERE name = ?1")
SQL(CODEBOOK_UID, "SELECT uid FROM codebook WHERE id = ?1")
SQL(CODEBOOKS,
	"SELECT b.id, v.id, b.name, v.declared, v.source, v.sha, b.kind,"
	" (SELECT count(*) FROM code_text t WHERE t.version = v.id AND t.d IS NULL)"
	" FROM active a JOIN codebook b ON b.id = a.codebook JOIN version v ON v.id = a.version"
	" WHERE a.d IS NULL ORDER BY b.name, b.id")
SQL(VERSION_BY_SHA, "SELECT id FROM version WHERE codebook = ?1 AND sha = ?2")
SQL(VERSION_OF, "SELECT b.name, v.declared, v.sha, v.source, v.codebook FROM version v"
		" JOIN codebook b ON b.id = v.codebook WHERE v.id = ?1")
SQL(ACTIVE, "SELECT id, version FROM active WHERE codebook = ?1 AND d IS NULL")
SQL(CODE_BY_KEY, "SELECT code FROM code_key WHERE codebook = ?1 AND key = ?2")
SQL(CODE_UID, "SELECT uid FROM code WHERE id = ?1")
SQL(CODE_BY_SEQ, "SELECT seq, code FROM code_text WHERE version = ?1 AND d IS NULL ORDER BY seq")
SQL(CODE_TEXT, "SELECT id FROM code_text WHERE code = ?1 AND version = ?2 AND d IS NULL")
SQL(CODE_TEXT_NEXT, "SELECT coalesce(max(seq), -1) + 1 FROM code_text WHERE version = ?1")
#define CODE_COLUMNS                                                                               \
	"SELECT c.id, c.uid, t.parent, t.key, t.label_id, t.label_en, t.definition, t.includes,"   \
	" t.excludes, t.source, t.color, t.threshold, b.name, b.kind, "
#define CODE_SAID "(SELECT count(*) FROM judgement j WHERE j.code = c.id AND j.d IS NULL)"
/* Codes of the active versions; behind those of their codebook the ones that it has no more but
 * that something was decided on, or that became another, as they stood in it last. */
SQL(CODES, CODE_COLUMNS
	/* not for every code of every listing: only where it decides what is listed, or ?1 asks */
	"0 AS gone, CASE WHEN ?1 OR EXISTS (SELECT 1 FROM overlay o WHERE o.code = c.id AND"
	" o.d IS NULL AND o.field IN ('retired', 'merged_into')) THEN " CODE_SAID
	" ELSE 0 END AS said, w.name AS book, w.id AS place, t.seq AS seq FROM active a"
	" JOIN code_text t ON t.version = a.version AND t.d IS NULL JOIN code c ON c.id = t.code"
	" JOIN codebook b ON b.id = c.codebook JOIN codebook w ON w.id = a.codebook"
	" WHERE a.d IS NULL"
	/* a code of a used file once: as the codebook that uses it has it, the newest of several */
	" AND NOT EXISTS (SELECT 1 FROM active o JOIN code_text x ON x.version = o.version AND"
	" x.code = t.code AND x.d IS NULL WHERE o.d IS NULL AND"
	" (o.codebook = c.codebook, -o.codebook) < (a.codebook = c.codebook, -a.codebook))"
	" UNION ALL " CODE_COLUMNS
	"1, " CODE_SAID ", b.name, b.id, t.seq FROM code c JOIN codebook b ON b.id = c.codebook"
	" JOIN code_text t ON t.id = (SELECT x.id FROM code_text x WHERE x.code = c.id"
	" ORDER BY x.d IS NOT NULL, x.id DESC LIMIT 1)"
	" WHERE NOT EXISTS (SELECT 1 FROM active a JOIN code_text x ON x.version = a.version AND"
	" x.code = c.id AND x.d IS NULL WHERE a.d IS NULL)"
	" AND (" CODE_SAID " > 0 OR EXISTS (SELECT 1 FROM overlay o WHERE o.code = c.id AND o.d IS NULL"
	" AND o.field IN ('retired', 'merged_into')) OR lower(hex(c.uid)) IN (SELECT value FROM overlay"
	" WHERE field = 'merged_into' AND d IS NULL))"
	" ORDER BY book, place, gone, seq, c.id")
#undef CODE_COLUMNS
#undef CODE_SAID
/* Codes of used files, and the codebooks that use these. */
SQL(BRINGERS, "SELECT t.code, b.name FROM active a JOIN codebook b ON b.id = a.codebook"
	      " JOIN code_text t ON t.version = a.version AND t.d IS NULL JOIN code c ON c.id = t.code"
	      " WHERE a.d IS NULL AND c.codebook <> a.codebook ORDER BY b.name, b.id")
SQL(OVERLAYS, "SELECT code, field, value FROM overlay WHERE d IS NULL")
/* The project's own code ?1 as it stands. */
SQL(CODE_TEXT_OWN, "SELECT t.id, t.version, t.parent, t.seq, t.key, t.label_id, t.label_en, t.definition"
		   " FROM active a JOIN codebook b ON b.id = a.codebook AND b.kind = 'project'"
		   " JOIN code_text t ON t.version = a.version AND t.code = ?1 AND t.d IS NULL"
		   " WHERE a.d IS NULL")
/* Codes that are retired (0) or became another one. */
SQL(FATES, "SELECT o.code, coalesce(c.id, 0) FROM overlay o LEFT JOIN code c"
	   " ON o.field = 'merged_into' AND lower(hex(c.uid)) = o.value WHERE o.d IS NULL"
	   " AND (o.field = 'merged_into' AND c.id IS NOT NULL"
	   " OR o.field = 'retired' AND o.value NOT IN ('', 'missing')) ORDER BY o.id")
SQL(OVERLAY, "SELECT id, value FROM overlay WHERE code = ?1 AND field = ?2 AND d IS NULL")
SQL(CODE_KEYS, "SELECT k.code, k.key, b.name FROM code_key k JOIN codebook b ON b.id = k.codebook "
	       "ORDER BY k.id")

/* --- undoing what the project says of codes; see the losses in statements.h --- */
/* A code that is nowhere now, though the project said something of it after it came. */
#define CAME(TBL, ROW) "(SELECT max(op) FROM change WHERE tbl = '" TBL "' AND row = " ROW " AND sign = 1 AND op < ?1)"
#define LOST_OVERLAY(TBL, CODES)                                                                   \
	"SELECT " CAME("overlay", "v.id") " FROM change x " CODES                                  \
	" JOIN overlay v ON v.code = w.code AND v.d IS NULL"                                       \
	" WHERE x.op = ?1 AND x.sign = -1 AND x.tbl = '" TBL "'"                                   \
	" AND " CAME("overlay", "v.id") " > " CAME(TBL, "x.row")                                   \
	" AND NOT EXISTS (SELECT 1 FROM active a JOIN code_text t ON t.version = a.version"        \
	" AND t.code = w.code AND t.d IS NULL WHERE a.d IS NULL) LIMIT 1"
SQL(LOST_OVERLAY_ACTIVE, LOST_OVERLAY("active", "JOIN active z ON z.id = x.row JOIN code_text w ON w.version = z.version"))
SQL(LOST_OVERLAY_TEXT, LOST_OVERLAY("code_text", "JOIN code_text w ON w.id = x.row"))
#undef LOST_OVERLAY
#undef CAME
/* A code with decisions that its codebook has no more, and that is not retired or merged now: the
 * op that brought the codebook. */
SQL(LOST_KEPT,
	"SELECT (SELECT max(y.op) FROM change y JOIN active z ON z.id = y.row AND z.d IS NULL"
	" WHERE y.tbl = 'active' AND y.sign = 1 AND z.codebook = c.codebook)"
	" FROM change x JOIN overlay w ON w.id = x.row JOIN code c ON c.id = w.code"
	" WHERE x.op = ?1 AND x.tbl = 'overlay' AND w.field IN ('retired', 'merged_into')"
	" AND EXISTS (SELECT 1 FROM judgement j WHERE j.code = c.id AND j.d IS NULL)"
	" AND NOT EXISTS (SELECT 1 FROM active a JOIN code_text t ON t.version = a.version"
	" AND t.code = c.id AND t.d IS NULL WHERE a.d IS NULL)"
	" AND NOT EXISTS (SELECT 1 FROM overlay o WHERE o.code = c.id AND o.d IS NULL"
	" AND o.field IN ('retired', 'merged_into')) LIMIT 1")
