/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times beside names as programs that transcribe write them into texts. */
#include "corpus_fixture.h"

#include "corpus/turns_label.h"

struct form {
	const char *line, *name, *text;
	int64_t ms;
	enum label_form form;
};

static void expect_form(const struct form *f)
{
	struct label_seen seen;

	ck_assert_msg(label_parse(f->line, strlen(f->line), &seen), "none: %s", f->line);
	ck_assert_msg(seen.form == f->form, "form %d: %s", seen.form, f->line);
	ck_assert_msg(seen.name_end - seen.name == strlen(f->name) &&
			      strncmp(f->line + seen.name, f->name, strlen(f->name)) == 0,
		"name '%.*s': %s", (int)(seen.name_end - seen.name), f->line + seen.name, f->line);
	ck_assert_msg(strcmp(f->line + seen.text, f->text) == 0, "text '%s': %s",
		f->line + seen.text, f->line);
	ck_assert_msg(seen.ms == f->ms, "%lld ms: %s", (long long)seen.ms, f->line);
}

START_TEST(names_and_times_in_every_order)
{
	static const struct form forms[] = {
		{ "Speaker 1 [00:00:12] Halo.", "Speaker 1", "Halo.", 12000, LABEL_TIMED },
		{ "Speaker 1 [00:00:12]", "Speaker 1", "", 12000, LABEL_TIMED },
		{ "Bu Sari (00:12) Halo.", "Bu Sari", "Halo.", 12000, LABEL_TIMED },
		{ "Speaker 1 00:00:12 Halo.", "Speaker 1", "Halo.", 12000, LABEL_TIMED },
		{ "Speaker 1: 00:00:12 Halo.", "Speaker 1", "Halo.", 12000, LABEL_COLON },
		{ "Speaker 1: 0:12", "Speaker 1", "", 12000, LABEL_COLON },
		{ "Speaker 1: [0:12] Halo.", "Speaker 1", "Halo.", 12000, LABEL_COLON },
		{ "[Speaker 1] (00:00:12)", "Speaker 1", "", 12000, LABEL_COLON },
		{ "[Rina 00:00:12] Halo.", "Rina", "Halo.", 12000, LABEL_TIMED },
		{ "[Speaker 1 00:00:12] Halo.", "Speaker 1", "Halo.", 12000, LABEL_TIMED },
		{ "Rina - 0:12", "Rina", "", 12000, LABEL_TIMED },
		{ "Rina | 00:12", "Rina", "", 12000, LABEL_TIMED },
		{ "#00:00:12-3# Rina: Halo.", "Rina", "Halo.", 12000, LABEL_COLON },
		{ "[00:00:12.120] - Speaker 1", "Speaker 1", "", 12120, LABEL_ALONE },
		{ "00:00:12 Speaker 1", "Speaker 1", "", 12000, LABEL_ALONE },
		{ "[Speaker 1] Halo.", "Speaker 1", "Halo.", -1, LABEL_COLON },
		{ "12 P: Halo.", "P", "Halo.", -1, LABEL_COLON },
		{ "12 Informan 2: Halo.", "Informan 2", "Halo.", -1, LABEL_COLON },
	};

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		expect_form(&forms[i]);
}
END_TEST

START_TEST(spans_of_time_stand_alone)
{
	static const struct form forms[] = {
		{ "0:0:3.0 --> 0:0:9.120", "", "", 3000, LABEL_TIME },
		{ "00:00:03.129 --> 00:00:06.479", "", "", 3129, LABEL_TIME },
		{ "00:00:03:12 - 00:00:09:03", "", "", 3000, LABEL_TIME },
		{ "00:03 - 00:09", "", "", 3000, LABEL_TIME },
		{ "[00:03 - 00:09] ya", "", "ya", 3000, LABEL_TIME },
	};

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		expect_form(&forms[i]);
}
END_TEST

START_TEST(times_of_the_day_are_text)
{
	static const struct form forms[] = {
		{ "Rina: 10:30 saya berangkat.", "Rina", "10:30 saya berangkat.", -1, LABEL_COLON },
		{ "Rina: 10.30 saya berangkat.", "Rina", "10.30 saya berangkat.", -1, LABEL_COLON },
	};
	static const char dated[] = "3 Mei 2024: hujan";
	struct label_seen seen;

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		expect_form(&forms[i]);
	ck_assert(!label_parse("Pukul 10:30 saya", 16, &seen));
	ck_assert(!label_parse(dated, strlen(dated), &seen) || dated[seen.name] == '3');
}
END_TEST

static const char *const said[] = { "Apa kabar?", "Baik. Pukul 10:30 saya ke kantor: antre.",
	"Lalu bagaimana?", "Ya begitu.", "Ada saran?", "Tidak ada." };

/* The same talk in a layout of name, seconds and text; each word is its speaker's. */
static void expect_talk(const char *name, const char *layout)
{
	struct buf text = BUF_INIT;
	struct fixture f;

	for (unsigned i = 0; i < 6; i++) {
		buf_printf(&text, layout, i % 2 == 0 ? "Speaker 1" : "Speaker 2", 10 * i, said[i]);
		buf_addc(&text, '\n');
	}
	f = fixture_of(text.data);
	ck_assert_msg(f.doc->labels.n == 2, "%s: %zu speakers", name, f.doc->labels.n);
	ck_assert_msg(f.doc->paras.n == 6, "%s: %zu paragraphs", name, f.doc->paras.n);
	for (size_t i = 0; i < 6; i++) {
		const struct para *p = &f.doc->paras.items[i];

		ck_assert_msg(p->end - p->start == strlen(said[i]) &&
				      memcmp(f.doc->text + p->start, said[i], strlen(said[i])) == 0,
			"%s: '%.*s'", name, (int)(p->end - p->start), f.doc->text + p->start);
		ck_assert_msg(p->ms == 10000 * (int64_t)i, "%s: %lld ms", name, (long long)p->ms);
	}
	fixture_release(&f);
	buf_release(&text);
}

START_TEST(talks_as_programs_write_them)
{
	expect_talk("Otter", "%s  0:%02u\n%s\n");
	expect_talk("Trint", "%s [00:00:%02u] %s\n");
	expect_talk("Sonix", "%s: [00:00:%02u] %s\n");
	expect_talk("Rev", "%s (00:%02u):\n%s\n");
	expect_talk("Temi", "%s: 00:00:%02u %s");
	expect_talk("NVivo", "%s 00:00:%02u %s");
	expect_talk("Amberscript", "%s [00:00:%02u]\n%s\n");
	expect_talk("Fireflies", "%s - 0:%02u\n%s\n");
	expect_talk("Meet", "%s\n0:%02u\n%s\n");
}
END_TEST

UNIT_MAIN("corpus_turns_times", names_and_times_in_every_order, spans_of_time_stand_alone,
	times_of_the_day_are_text, talks_as_programs_write_them)
