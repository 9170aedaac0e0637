/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <string.h>

#include "base/utf8.h"
#include "corpus/negation.h"
#include "corpus/tokens.h"

static bool has(const char *const *list, const char *word)
{
	for (; *list != NULL; list++)
		if (strcmp(*list, word) == 0)
			return true;
	return false;
}

START_TEST(each_language_has_its_triggers)
{
	const struct negation *id = negation_of("id"), *en = negation_of("en");

	ck_assert(has(id->triggers, "belum") && has(id->triggers, "kurang") &&
		  has(id->triggers, "gak"));
	ck_assert(!has(id->triggers, "not") && !has(id->triggers, "no"));
	ck_assert(has(en->triggers, "not") && has(en->triggers, "*n't"));
	ck_assert(!has(en->triggers, "tidak"));
	ck_assert_ptr_null(negation_of("nl"));
	ck_assert_ptr_null(negation_of(""));
}
END_TEST

START_TEST(borders_and_exceptions_are_those_of_the_manual)
{
	const struct negation *id = negation_of("id"), *en = negation_of("en");

	ck_assert(has(id->border_words, "tetapi") && has(id->border_words, "however"));
	ck_assert_ptr_nonnull(strstr(id->border_marks, "\u2014"));
	ck_assert(utf8_valid(id->border_marks, strlen(id->border_marks), NULL));
	ck_assert(has(id->exceptions, "mau tidak mau") && has(id->exceptions, "lebih kurang"));
	ck_assert(has(en->exceptions, "no .") && has(en->exceptions, "no #"));
	ck_assert(has(id->self, "non") && has(id->self, "tak"));
}
END_TEST

/* Rules and texts are compared in matching form: a capital in a table would never be found. */
START_TEST(all_words_are_in_matching_form)
{
	static const char *const langs[] = { "id", "en" };

	for (size_t i = 0; i < 2; i++) {
		const char *const *t = negation_of(langs[i])->triggers;

		for (; *t != NULL; t++) {
			struct buf form = BUF_INIT;
			const char *word = **t == '*' ? *t + 1 : *t;

			token_form(word, strlen(word), true, &form);
			ck_assert_str_eq(form.data, word);
			buf_release(&form);
		}
	}
}
END_TEST

UNIT_MAIN("negation", each_language_has_its_triggers,
	borders_and_exceptions_are_those_of_the_manual, all_words_are_in_matching_form)
