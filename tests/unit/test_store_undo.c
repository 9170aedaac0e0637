/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any sequence of ops can be taken back step by step, and brought back again. */
#include "tests/unit/store_help.h"

struct dice {
	uint64_t state;
};

static unsigned roll(struct dice *d, unsigned n)
{
	d->state = d->state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(d->state >> 33) % n;
}

static const char *const texts[] = {
	"T: Bagaimana?\nJ: Belum optimal. Kader kurang paham.",
	"K: Optimal sekali, kader rajin.\nT: Optimal?\nJ: Ya.",
	"J: Kader desa paham. Belum semua.\nL: Kurang optimal.",
};
static const char *const books[] = {
	"codebook t language id\ncode A { keywords { optimal } }\ncode B { keywords { kader } }\n",
	"codebook t language id\ncode A { keywords { belum } }\ncode B { keywords { kader, paham } "
	"}\n",
	"codebook t language id\ncode A { keywords { kurang } }\ncode B { keywords { kader } code "
	"C { keywords { rajin } } }\n",
};

static bool has_document(struct lab *l, int64_t id)
{
	struct document *doc = NULL;
	struct err e = ERR_INIT;
	int64_t found = 0;

	if (store_document_find(l->s, id == 1 ? "1" : id == 2 ? "2" : "3", &found, &e) != RC_OK)
		return false;
	if (store_document_load(l->s, found, &doc, &e) == RC_OK)
		document_free(doc);
	return true;
}

static const char *const keys[] = { "A", "B", "C", "SATU", "DUA" };

static int64_t any_code(struct lab *l, struct dice *d)
{
	struct err e = ERR_INIT;
	int64_t id = 0;

	return store_code_find(l->s, keys[roll(d, 5)], &id, &e) == RC_OK ? id : 0;
}

/* Merged and retired ones too. */
static int64_t any_of_all(struct lab *l, struct dice *d)
{
	struct err e = ERR_INIT;
	int64_t id = 0;

	return store_code_find_any(l->s, keys[roll(d, 5)], &id, &e) == RC_OK ? id : 0;
}

static void do_import(struct lab *l, struct dice *d)
{
	unsigned i = roll(d, 3);
	int64_t id = 0;

	lab_ok(l, store_document_by_bytes(l->s, texts[i], strlen(texts[i]), &id, &l->e));
	if (id == 0)
		lab_document(l, "Dokumen", texts[i]);
}

static void do_precode(struct lab *l, struct dice *d)
{
	struct codebook *cb = coder_book(books[roll(d, 3)]);
	const struct codebook *list[] = { cb };
	struct store_codebook_set set = { .books = list, .n = 1, .retire = roll(d, 2) };
	struct store_lost lost;
	int64_t version;
	bool changed;

	lab_begin(l, "precode"); /* refused when a decided code would go, and it is not to stay */
	if (store_codebooks_put(l->s, &set, &version, &changed, &lost, &l->e) == RC_OK)
		lab_commit(l);
	else
		store_rollback(l->s);
	store_lost_release(&lost);
	codebook_free(cb);
}

static void do_judge(struct lab *l, struct dice *d)
{
	uint32_t start = 3 + roll(d, 10);
	struct judgement_new j = { .document = 1 + roll(d, 3),
		.code = any_code(l, d),
		.start = start,
		.end = start + 1 + roll(d, 4),
		.unit = UNIT_MATCH,
		.verdict = (enum verdict)roll(d, 3),
		.via = VIA_HAND,
		.note = roll(d, 2) ? "catatan" : NULL };
	bool was;

	if (j.code == 0 || !has_document(l, j.document))
		return;
	lab_begin(l, "judge");
	if (roll(d, 4) == 0)
		lab_ok(l, store_unjudge(l->s, j.document, j.code, j.start, j.end, &was, &l->e));
	else
		lab_ok(l, store_judge(l->s, &j, NULL, &l->e));
	if (roll(d, 3) == 0) {
		j.verdict = VERDICT_REJECT; /* twice in one op */
		lab_ok(l, store_judge(l->s, &j, NULL, &l->e));
	}
	lab_commit(l);
}

static void do_document(struct lab *l, struct dice *d)
{
	static const char *const titles[] = { "Satu", "Dua", "Tiga" };
	struct store_document_change c = { titles[roll(d, 3)], NULL, roll(d, 2) ? "Desa" : NULL,
		(int)roll(d, 4), (int)roll(d, 2) };
	int64_t id = 1 + roll(d, 3);

	if (!has_document(l, id))
		return;
	lab_begin(l, "documents");
	lab_ok(l, store_document_change(l->s, id, &c, &l->e));
	if (roll(d, 2))
		lab_ok(l, store_variable_add(
				  l->s, STORE_DOCUMENT, id, "lokasi", titles[roll(d, 3)], &l->e));
	else
		lab_ok(l, store_variable_clear(l->s, STORE_DOCUMENT, id, "lokasi", &l->e));
	lab_commit(l);
}

static void do_speaker(struct lab *l, struct dice *d)
{
	static const char *const typed[] = { "1:T", "1:J", "2:K", "2:T", "3:L", "I1" };
	struct store_speaker_change c = { roll(d, 2) ? "X1" : NULL, roll(d, 2) ? "Budi" : NULL,
		(int)roll(d, 3), -1, (int)roll(d, 2), roll(d, 2) != 0 };
	struct err e = ERR_INIT;
	int64_t a, b;

	if (store_speaker_find(l->s, typed[roll(d, 6)], &a, &e) != RC_OK ||
		store_speaker_find(l->s, typed[roll(d, 6)], &b, &e) != RC_OK)
		return;
	lab_begin(l, "speakers");
	if (store_speaker_change(l->s, a, &c, &l->e) == RC_OK &&
		(a == b || roll(d, 3) > 0 || store_speaker_merge(l->s, a, b, &l->e) == RC_OK))
		lab_commit(l);
	else
		store_rollback(l->s);
}

/* What the project says of a code; to: another one, which it may stand under or become. */
static void do_overlay(struct lab *l, struct dice *d, int64_t code, int64_t to)
{
	switch (roll(d, 4)) {
	case 0:
		lab_ok(l, store_overlay_put(
				  l->s, code, "label_en", roll(d, 2) ? "Code" : NULL, &l->e));
		break;
	case 1:
		lab_ok(l,
			store_overlay_put(l->s, code, "retired", roll(d, 2) ? "yes" : NULL, &l->e));
		break;
	case 2:
		lab_ok(l, store_overlay_refer(l->s, code, "parent", roll(d, 2) ? to : 0, &l->e));
		break;
	default:
		if (code != to)
			lab_ok(l, store_overlay_refer(l->s, code, "merged_into", to, &l->e));
	}
}

static void do_code(struct lab *l, struct dice *d)
{
	int64_t id, code = any_of_all(l, d), to = any_of_all(l, d);

	lab_begin(l, "codes");
	if (roll(d, 3) == 0)
		store_code_new(l->s, roll(d, 2) ? "SATU" : "DUA", "Kode", NULL, 0, &id, &l->e);
	else if (code != 0 && roll(d, 4) == 0)
		store_code_define(l->s, code, roll(d, 2) ? "Begini." : "Begitu.", &l->e);
	else if (code != 0)
		do_overlay(l, d, code, to);
	lab_commit(l);
}

static void do_set(struct lab *l, struct dice *d)
{
	static const char *const values[] = { "a", "b", NULL };

	lab_set(l, values[roll(d, 3)]);
}

static void do_note(struct lab *l, struct dice *d)
{
	int64_t id = 1 + roll(d, 3);

	if (!has_document(l, id))
		return;
	lab_begin(l, "review");
	lab_ok(l, store_reading_put(l->s, id, 3, 6 + roll(d, 3), &l->e));
	if (roll(d, 2))
		lab_ok(l, store_memo_add(l->s, id, 3, 6, "memo", &l->e));
	lab_commit(l);
}

static void do_back(struct lab *l, struct dice *d)
{
	const char *result = lab_step(l, roll(d, 3) == 0, roll(d, 3) == 0 ? roll(d, 20) : 0);

	(void)result; /* refused or not: what follows must hold */
}

/* More with TEMA_TEST_ROUNDS=N (make check-faults). */
static uint64_t rounds(uint64_t few)
{
	const char *s = getenv("TEMA_TEST_ROUNDS");

	return s != NULL ? strtoull(s, NULL, 10) : few;
}

static void (*const deeds[])(struct lab *, struct dice *) = { do_import, do_precode, do_judge,
	do_judge, do_document, do_speaker, do_code, do_set, do_note, do_back, do_back };

START_TEST(undoing_everything_brings_back_the_beginning)
{
	static const char *const names[] = { "Rini Wahyuni", "Orang Lain" };

	for (uint64_t seed = 1; seed <= rounds(8); seed++) {
		struct lab l = lab_new();
		struct dice d = { seed * 7919 };
		uint8_t before[SHA256_LEN], after[SHA256_LEN];
		const char *said;

		lab_digest(&l, before);
		for (int i = 0; i < 40; i++) {
			l.who = lab_person(names[roll(&d, 2)]);
			deeds[roll(&d, sizeof deeds / sizeof *deeds)](&l, &d);
		}
		lab_verify(&l);
		while (*(said = lab_step(&l, false, 0)) == '\0')
			;
		ck_assert_msg(strcmp(said, "nothing") == 0, "seed %d: %s", (int)seed, said);
		lab_digest(&l, after);
		ck_assert_msg(memcmp(before, after, SHA256_LEN) == 0, "seed %d", (int)seed);
		lab_verify(&l);
		lab_free(&l);
	}
}
END_TEST

START_TEST(each_redo_brings_back_what_its_undo_took)
{
	for (uint64_t seed = 1; seed <= rounds(4); seed++) {
		struct lab l = lab_new();
		struct dice d = { seed * 104729 };
		uint8_t states[64][SHA256_LEN], now[SHA256_LEN];
		size_t n = 0;

		for (int i = 0; i < 25; i++)
			deeds[roll(&d, 9)](&l, &d); /* without going back */
		lab_digest(&l, states[n++]);
		while (n < 64 && *lab_step(&l, false, 0) == '\0')
			lab_digest(&l, states[n++]);
		while (n-- > 1) {
			ck_assert_str_eq(lab_step(&l, true, 0), "");
			lab_digest(&l, now);
			ck_assert_msg(memcmp(now, states[n - 1], SHA256_LEN) == 0, "seed %d, %zu",
				(int)seed, n);
		}
		ck_assert_str_eq(lab_step(&l, true, 0), "nothing");
		lab_verify(&l);
		lab_free(&l);
	}
}
END_TEST

UNIT_MAIN("store undo", undoing_everything_brings_back_the_beginning,
	each_redo_brings_back_what_its_undo_took)
