/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing leaves no byte of a person, and everything of the others. */
#include "tests/unit/erase_help.h"

#include <signal.h>
#include <sys/wait.h>

#include "project/erase_names.h"
#include "project/erase_text.h"
#include "project/erase_words.h"
#include "store/anchors.h"

START_TEST(the_study_holds_the_person_before)
{
	struct lab l = study();
	struct buf file = BUF_INIT;

	read_file(&l, &file);
	ck_assert(holds(&file, SITI_1, strlen(SITI_1), false, false));
	ck_assert(holds(&file, "aminah", 6, false, false));
	buf_release(&file);
	lab_free(&l);
}
END_TEST

START_TEST(no_byte_of_a_speaker_is_left)
{
	struct lab l = study();

	erase_siti(&l);
	no_trace(&l);
	lab_verify(&l);
	store_close(l.s);
	lab_open(&l);
	lab_verify(&l);
	lab_free(&l);
}
END_TEST

START_TEST(the_others_of_a_group_keep_their_words)
{
	struct lab l = study();

	erase_siti(&l);
	lab_expect("Moderator: Bagaimana iuran di desa?\n\n"
		   "Budi: Iuran itu ringan, kata Bu I2 dulu juga begitu.\n\n"
		   "Moderator: Apakah I2 pernah menunggak?\n\n"
		   "Budi: " BUDI_2,
		text_of(&l, 1));
	lab_expect("Moderator: Siapa ketua kelompok?\n\n"
		   "Rahma: Dulu I2, sekarang Pak Joko. I2nya sudah pindah.\n\n"
		   "Moderator: Baik.\n\n"
		   "Rahma: Begitulah ceritanya.",
		text_of(&l, 2));
	lab_free(&l);
}
END_TEST

static void expect_words(struct lab *l, const char *line)
{
	struct judgement_filter f = { .document = 1 };
	char *list = lab_judgements(l, &f);

	ck_assert_msg(strstr(list, line) != NULL, "no '%s' in:\n%s", line, list);
	free(list);
}

START_TEST(codings_of_others_stay_in_their_place)
{
	struct lab l = study();
	struct span b1, b2, cut;
	char line[128];

	erase_siti(&l);
	b1 = find_span(&l, 1, "Iuran itu ringan, kata Bu I2 dulu juga begitu.");
	b2 = find_span(&l, 1, BUDI_2);
	snprintf(line, sizeof line, "1:%u-%u BEBAN confirm", b1.start, b1.end);
	expect_words(&l, line);
	snprintf(line, sizeof line, "1:%u-%u KADER confirm", b2.start, b2.end);
	expect_words(&l, line);
	/* one that ran into the turn ends with Budi's; one that came out of it begins behind */
	cut = find_span(&l, 1, "kata Bu I2 dulu juga begitu.");
	snprintf(line, sizeof line, "1:%u-%u KADER confirm", cut.start, cut.end);
	expect_words(&l, line);
	cut = find_span(&l, 1, "Apakah I2");
	snprintf(line, sizeof line, "1:%u-%u KADER confirm", cut.start, cut.end);
	expect_words(&l, line);
	{
		struct judgement_filter f = { .document = 1 };
		char *list = lab_judgements(&l, &f);
		size_t n = 0;

		for (const char *p = list; *p != '\0'; p++)
			n += *p == '\n';
		ck_assert_uint_eq(n, 4);
		ck_assert_ptr_null(strstr(list, "orphaned"));
		free(list);
	}
	lab_free(&l);
}
END_TEST

static enum rc last_note(const struct store_judgement *j, void *arg, struct err *e)
{
	struct buf *out = arg;

	(void)e;
	if (*j->note != '\0')
		buf_printf(out, "%s by %s\n", j->note, j->coder_name);
	return RC_OK;
}

START_TEST(notes_lose_the_name_and_stay)
{
	struct lab l = study();
	struct judgement_filter f = { .document = 1 };
	struct person whom = l.who;
	struct buf notes = BUF_INIT;

	l.who = lab_person("Dwi Lestari");
	erase_siti(&l);
	l.who = whom;
	lab_ok(&l, store_judgements(l.s, &f, last_note, &notes, &l.e));
	ck_assert_str_eq(notes.data, "menyebut I2; bandingkan by Rini Wahyuni\n");
	ck_assert_str_eq(store_setting(l.s, "title"), "Studi tentang I2 dan iuran");
	buf_release(&notes);
	lab_free(&l);
}
END_TEST

static enum rc take_documents(const struct store_document *d, void *arg, struct err *e)
{
	(void)e;
	buf_printf(arg, "%u %s [%s] %s %u\n", d->number, d->title, d->place, d->variables,
		d->speakers);
	return RC_OK;
}

START_TEST(titles_places_and_variables_lose_the_name)
{
	struct lab l = study();
	struct buf out = BUF_INIT;

	erase_siti(&l);
	lab_ok(&l, store_documents(l.s, true, take_documents, &out, &l.e));
	ck_assert_str_eq(out.data, "1 fgd-I2.txt [Rumah I2] tuan rumah=Ibu I2 2\n"
				   "2 wawancara rahma [Rumah I2]  2\n");
	buf_release(&out);
	lab_free(&l);
}
END_TEST

START_TEST(a_plan_writes_nothing_and_counts)
{
	struct lab l = study();
	struct erase_report report = { .word = "" };
	struct erase_request r = { .reason = "menarik diri", .lang = "en" };
	uint8_t before[SHA256_LEN], after[SHA256_LEN];

	lab_ok(&l, store_speaker_find(l.s, "I2", &r.id, &l.e));
	lab_digest(&l, before);
	lab_ok(&l, erase_plan(l.s, &r, &report, &l.e));
	lab_digest(&l, after);
	ck_assert_mem_eq(before, after, sizeof before);
	ck_assert_uint_eq(report.documents.n, 2);
	ck_assert_uint_eq(report.documents.items[0].turns, 2);
	ck_assert_uint_eq(report.documents.items[0].words, 19);
	ck_assert_uint_eq(report.documents.items[0].mentions, 2);
	ck_assert_uint_eq(report.documents.items[1].turns, 0);
	ck_assert_uint_eq(report.documents.items[1].mentions, 2);
	ck_assert_uint_eq(report.coders.n, 1);
	ck_assert_uint_eq(report.coders.items[0].lost, 1);
	ck_assert_uint_eq(report.coders.items[0].changed, 3);
	ck_assert_uint_eq(report.coders.items[0].kept, 1);
	ck_assert_ptr_null(strstr(report.lost, "Rini"));
	erase_report_release(&report);
	lab_free(&l);
}
END_TEST

START_TEST(the_reason_may_not_hold_the_name)
{
	struct lab l = study();
	struct erase_report report = { .word = "" };
	struct erase_request r = { .reason = "Bu Siti menarik diri", .lang = "id" };

	lab_ok(&l, store_speaker_find(l.s, "I2", &r.id, &l.e));
	ck_assert_int_eq(erase_plan(l.s, &r, &report, &l.e), RC_USAGE);
	erase_report_release(&report);
	lab_free(&l);
}
END_TEST

START_TEST(a_document_goes_as_a_whole)
{
	struct lab l = study();
	struct erase_report report = { .word = "" };
	struct buf out = BUF_INIT, file = BUF_INIT;
	struct document *doc = NULL;

	lab_ok(&l, erase(&l, ERASURE_DOCUMENT, 1, &report));
	lab_verify(&l);
	lab_ok(&l, store_documents(l.s, true, take_documents, &out, &l.e));
	ck_assert_str_eq(out.data, "2 wawancara rahma [Rumah Siti Aminah]  2\n");
	ck_assert_int_ne(store_document_load(l.s, 1, &doc, &l.e), RC_OK);
	read_file(&l, &file);
	no_words(&l, &file, SITI_1);
	no_words(&l, &file, SITI_2);
	no_words(&l, &file, BUDI_2);
	none_of(&l, &file, "santoso", 7); /* who is in no other document */
	ck_assert_uint_eq(report.coders.items[0].lost, 5);
	erase_report_release(&report);
	buf_release(&file);
	buf_release(&out);
	lab_free(&l);
}
END_TEST

START_TEST(an_erased_file_does_not_come_back_by_itself)
{
	struct lab l = study();
	struct erase_report report = { .word = "" };
	struct document *doc = read_lines(group);
	struct store_import how = { group, strlen(group), false, "txt", "", "x", "", "" };
	int64_t id;

	lab_ok(&l, erase(&l, ERASURE_DOCUMENT, 1, &report));
	lab_begin(&l, "import");
	ck_assert_int_eq(store_document_add(l.s, doc, &how, &id, &l.e), RC_INPUT);
	ck_assert_ptr_nonnull(strstr(l.e.msg, "erased"));
	store_rollback(l.s);
	document_free(doc);
	erase_report_release(&report);
	lab_free(&l);
}
END_TEST

/* --- older texts --- */

static void revise(struct lab *l, int64_t id, const char *text)
{
	struct document *doc = read_lines(text);
	struct store_import how = { text, strlen(text), true, "txt", "", "", "", "" };
	int64_t revision = 0;

	lab_begin(l, "import");
	lab_ok(l, store_document_revise(l->s, id, doc, &how, &revision, &l->e));
	lab_commit(l);
	document_free(doc);
}

START_TEST(older_revisions_go_too)
{
	struct lab l = study();

	/* her first turn was corrected, in the other document the name was taken out by hand */
	revise(&l, 1,
		"Moderator: Bagaimana iuran di desa?\nSiti: Berat sekali.\nBudi: Ringan.\n"
		"Moderator: Begitu?\nBudi: Ya.\nSiti: Tidak.\n");
	revise(&l, 2,
		"Moderator: Siapa ketua kelompok?\nRahma: Pak Joko.\nModerator: Baik.\nRahma: "
		"Ya.\n");
	erase_siti(&l);
	no_trace(&l);
	lab_verify(&l);
	lab_expect("Moderator: Siapa ketua kelompok?\n\nRahma: Pak Joko.\n\nModerator: "
		   "Baik.\n\nRahma: Ya.",
		text_of(&l, 2));
	lab_free(&l);
}
END_TEST

START_TEST(undone_imports_go_too)
{
	struct lab l = lab_new();
	char *again = mem_printf("%s\n", group);

	add(&l, "fgd.txt", group, true);
	ck_assert_str_eq(lab_step(&l, false, 0), "");
	add(&l, "fgd-siti.txt", again, true);
	erase_siti(&l);
	no_trace(&l);
	lab_verify(&l);
	free(again);
	lab_free(&l);
}
END_TEST

START_TEST(a_hidden_document_is_erased_too)
{
	struct lab l = study();
	struct store_document_change hide = { .method = -1, .removed = 1 };

	add(&l, "dua", "Siti: Halo semua orang di sana.\nBudi: Halo.\nSiti: Ya.\nBudi: Ya.\n",
		false);
	lab_begin(&l, "documents");
	lab_ok(&l, store_document_change(l.s, 3, &hide, &l.e));
	lab_commit(&l);
	erase_siti(&l);
	no_trace(&l);
	lab_verify(&l);
	lab_free(&l);
}
END_TEST

START_TEST(a_document_of_which_nothing_is_left_goes)
{
	struct lab l = study();
	struct buf out = BUF_INIT;

	add(&l, "tiga", "Siti: Saya sendiri saja di sini.\nSiti: Ya begitu.\n", false);
	erase_siti(&l);
	no_trace(&l);
	lab_verify(&l);
	lab_ok(&l, store_documents(l.s, true, take_documents, &out, &l.e));
	ck_assert_ptr_null(strstr(out.data, "3 "));
	buf_release(&out);
	lab_free(&l);
}
END_TEST

/* --- undo --- */

START_TEST(no_undo_leads_back)
{
	struct lab l = study();
	const char *said;

	erase_siti(&l);
	said = lab_step(&l, false, 0);
	ck_assert_msg(
		strstr(said, "cannot be undone: what was erased is gone") != NULL, "%s", said);
	for (int64_t seq = 2; seq < 14; seq++) { /* some may be taken back; nothing comes back */
		lab_step(&l, false, seq);
		lab_verify(&l);
	}
	for (int i = 0; i < 12; i++)
		lab_step(&l, true, 0);
	lab_verify(&l);
	free(text_of(&l, 1));
	free(text_of(&l, 2));
	lab_free(&l);
}
END_TEST

START_TEST(what_was_taken_back_before_is_not_redone)
{
	struct lab l = study();
	const char *said;

	code(&l, 1, find_span(&l, 1, SITI_2), "BEBAN", NULL);
	ck_assert_str_eq(lab_step(&l, false, 0), "");
	erase_siti(&l);
	said = lab_step(&l, true, 0);
	ck_assert_msg(strstr(said, "erased") != NULL, "%s", said);
	lab_verify(&l);
	lab_free(&l);
}
END_TEST

/* --- interruption --- */

static uint64_t open_erasures(struct lab *l)
{
	uint64_t blank, open;

	lab_ok(l, erasure_count(l->s, &blank, &open, &l->e));
	return open;
}

static void erase_in_child(struct lab *l, useconds_t after)
{
	pid_t pid = fork();

	ck_assert_int_ge(pid, 0);
	if (pid == 0) {
		struct store *s = NULL;
		struct erase_request r = { .reason = "menarik diri", .lang = "id" };
		struct erase_report report = { .word = "" };
		struct err e = ERR_INIT;

		if (store_open(l->path, STORE_WRITE, &s, &e) == RC_OK &&
			store_speaker_find(s, "I2", &r.id, &e) == RC_OK)
			erase_run(s, &l->who, &r, &report, &e);
		_exit(0);
	}
	usleep(after);
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
}

START_TEST(killed_at_any_moment_it_is_undone_or_done)
{
	int whole = 0, done = 0;

	for (useconds_t after = 500; after < 60000; after += 2500) {
		struct lab l = study();
		struct err e = ERR_INIT;
		int64_t siti = 0;

		store_close(l.s);
		erase_in_child(&l, after);
		lab_open(&l);
		lab_verify(&l);
		if (store_speaker_find(l.s, "Siti Aminah", &siti, &e) == RC_OK) {
			whole++;
			ck_assert_uint_eq(open_erasures(&l), 0);
		} else {
			done++;
			lab_ok(&l, erasure_finish(l.s, &l.e));
			ck_assert_uint_eq(open_erasures(&l), 0);
			lab_verify(&l);
			store_close(l.s);
			l.s = NULL;
			no_trace(&l);
		}
		lab_free(&l);
	}
	printf("# killed: %d as before, %d erased\n", whole, done);
}
END_TEST

/* --- names --- */

static bool is_name(const char *label)
{
	struct erase_names n = { .arena = ARENA_INIT };
	bool is = erase_names_add_label(&n, label);

	erase_names_release(&n);
	return is;
}

START_TEST(labels_that_are_no_names_are_not_looked_for)
{
	static const char *const not [] = { "P", "I1", "Narasumber 1", "Informan-03", "Pewawancara",
		"P3", "Kepala Desa", "Guru 2", "Ibu", "RT 03", "Semua", "Speaker 1", "SPEAKER_00" };
	static const char *const names[] = { "Siti", "Bu Sari", "Pak Lurah Darmo", "dr. Wulan",
		"Mbak Yuni (I2)" };

	for (size_t i = 0; i < sizeof not / sizeof *not ; i++)
		ck_assert_msg(!is_name(not [i]), "%s", not [i]);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		ck_assert_msg(is_name(names[i]), "%s", names[i]);
}
END_TEST

static void expect_scrub(const char *name, const char *text, const char *want)
{
	struct erase_names n = { .arena = ARENA_INIT };
	struct erase_words none = { VEC_INIT };
	struct buf out = BUF_INIT;

	erase_names_add(&n, name);
	erase_names_add_other(&n, "Siti Rahma");
	erase_names_add_other(&n, "Dewi");
	erase_names_seal(&n);
	erase_text_scrub(REDACT_TEXT, text, strlen(text), &n, &none, "X", &out);
	ck_assert_str_eq(out.data, want);
	erase_names_release(&n);
	buf_release(&out);
}

START_TEST(finds_a_name_in_its_forms)
{
	expect_scrub("Siti Aminah", "SITI  AMINAH, siti, Aminah; Sitirahma", "X, X, X; Sitirahma");
	expect_scrub("Siti Aminah", "Siti Rahma dan Bu Siti", "Siti Rahma dan Bu X");
	expect_scrub("Hj. Siti Aminah, S.E., M.M.", "Siti Aminah", "X");
	expect_scrub("Siti Aminah", "wawancara_siti_aminah.docx", "wawancara_X.docx");
	/* ordinary words: with a capital, or spoken to */
	expect_scrub("Sari", "Sari makan sari buah, kata bu sari", "X makan sari buah, kata X");
	/* somebody else is called Dewi and nothing more */
	expect_scrub("Dewi Anjani", "Dewi dan Anjani", "Dewi dan X");
}
END_TEST

UNIT_MAIN("project/erase", the_study_holds_the_person_before, no_byte_of_a_speaker_is_left,
	the_others_of_a_group_keep_their_words, codings_of_others_stay_in_their_place,
	notes_lose_the_name_and_stay, titles_places_and_variables_lose_the_name,
	a_plan_writes_nothing_and_counts, the_reason_may_not_hold_the_name,
	a_document_goes_as_a_whole, an_erased_file_does_not_come_back_by_itself,
	older_revisions_go_too, undone_imports_go_too, a_hidden_document_is_erased_too,
	a_document_of_which_nothing_is_left_goes, no_undo_leads_back,
	what_was_taken_back_before_is_not_redone, killed_at_any_moment_it_is_undone_or_done,
	labels_that_are_no_names_are_not_looked_for, finds_a_name_in_its_forms)
