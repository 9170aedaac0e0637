/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one place where names in texts are replaced (informant codes, pseudonyms), with a map
 * between places of the stored and of the replaced text.
 *
 * A name is one or more words.  A word is a run of letters, marks and digits; soft hyphens,
 * zero-width and bidirectional characters inside it do not count, and a hyphen at the end of a line
 * in front of a small letter joins.  Words are compared in NFC after full case folding.  Between
 * two words of a name stands
 *   - where the name has a space: any white space, with at most two line breaks (hard-wrapped
 * text); one of - _ . and the apostrophes (file names); or nothing at all ("SitiAminah",
 * "sitiaminah");
 *   - where it has something else ("S. Aminah", "Nur'aini"): the same, whatever white space is in
 *     it; all apostrophes are equal, and so are hyphens.
 * The last word may carry an Indonesian clitic (-nya -ku -mu -lah -kah -pun and what they combine
 * to), which stays: "Sarinya" becomes "I1-nya" or "Mawarnya".  So stays what follows a hyphen or an
 * apostrophe ("Sari-nya", "Sari's").  Words of the language that only look so ("bertanya",
 * "sekolah") are not taken apart, nor are names of less than three letters.
 * A name is also found in "Siti01" and "WawancaraSiti" (a border of letters and digits, of a small
 * letter and a capital), if it has at least three letters.
 *
 * The longest name wins, from left to right, in one pass: what was put in is never replaced
 * again.  Names that overlap ("Bu Sari" and "Sari Wulandari" in "Bu Sari Wulandari") are replaced
 * as one, by what stands for the longer.  Line breaks inside a replaced name are put behind it, so
 * that every line keeps its number.
 *
 * Time grows with the text, not with the number of names: they are found by the hash of their
 * first word.
 */
#ifndef TEMA_OUTPUT_REDACT_H
#define TEMA_OUTPUT_REDACT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"

struct redact_rule {
	const char *find, *replace;
	bool proper; /* in running text only where it begins with a capital, and not in "Sari-sari":
			a name that may be an ordinary word too */
	bool keep;   /* stays as it is: "budi pekerti" beside a person called Budi */
};

struct redactor;
/* Copies the rules. Rules without a word in them do nothing; of two equal finds the first counts.
 */
struct redactor *redactor_new(const struct redact_rule *rules, size_t n);
void redactor_free(struct redactor *r); /* NULL is fine */

/* One replaced name: bytes of the stored text, bytes of the replaced text. */
struct redact_cut {
	uint32_t from, from_end, to, to_end;
	uint32_t rule; /* index of the rule */
};
VEC_TYPE(redact_cuts, struct redact_cut);
struct redact_map {
	struct redact_cuts cuts; /* in order; none overlaps another */
	struct redact_cuts kept; /* what rules with `keep` found; no place moves there */
};
void redact_map_release(struct redact_map *m);

enum redact_kind {
	REDACT_TEXT, /* running text */
	REDACT_NAME, /* a title, a label, a file name: `proper` does not count there */
};

/* Appends the text with its names replaced.  r NULL: as it is.  With a map (empty before, else
 * NULL) out must be empty too. */
void redact(const struct redactor *r, enum redact_kind kind, const char *p, size_t len,
	struct buf *out, struct redact_map *map);

/* Places of the replaced text for places of the stored one, and back.  A span that cuts into a
 * replaced name covers all of it: its start moves to the name's start, its end to the name's
 * end. */
uint32_t redact_start(const struct redact_map *m, uint32_t stored);
uint32_t redact_end(const struct redact_map *m, uint32_t stored);
uint32_t redact_stored_start(const struct redact_map *m, uint32_t shown);
uint32_t redact_stored_end(const struct redact_map *m, uint32_t shown);

/* Words as defined above: the next one at or behind *pos. false at the end. */
bool redact_word(const char *p, size_t len, size_t *pos, size_t *start, size_t *end);
/* The form in which words are compared, appended. */
void redact_form(const char *p, size_t len, struct buf *out);
/* Length of the clitic that a form ends in, 0 if none: *stem is what is in front of it. */
size_t redact_clitic(const char *form, size_t len, size_t min_stem);

#endif
