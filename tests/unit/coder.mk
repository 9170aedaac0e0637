# Unit tests of coder/.
EXTRA_DIST += tests/unit/coder_help.h tests/unit/coder_naive.h tests/unit/coder_random.h
EXTRA_DIST += \
	tests/language/2-1-characters.table \
	tests/language/2-2-texts.table \
	tests/language/2-3-regex.table \
	tests/language/2-4-numbers-keys.table \
	tests/language/2-5-words.table \
	tests/language/2-6-exclusions.table \
	tests/language/2-7-reserved.table \
	tests/language/3-grammar.table \
	tests/language/4-patterns-en.table \
	tests/language/4-patterns-regex.table \
	tests/language/4-patterns.table \
	tests/language/5-operators.table \
	tests/language/6-01-text.table \
	tests/language/6-02-where.table \
	tests/language/6-03-places.table \
	tests/language/6-04-distance.table \
	tests/language/6-05-negation.table \
	tests/language/6-06-scope.table \
	tests/language/6-07-hits.table \
	tests/language/6-08-match.table \
	tests/language/6-09-keywords.table \
	tests/language/6-10-score.table \
	tests/language/6-11-inherit.table \
	tests/language/6-12-references.table \
	tests/language/6-13-exclusive.table \
	tests/language/6-14-expand.table \
	tests/language/6-15-use.codebook \
	tests/language/6-15-used.codebook \
	tests/language/6-16-tests.codebook \
	tests/language/7-borders.table \
	tests/language/README.md

check_PROGRAMS += tests/unit/test_coder_parts
tests_unit_test_coder_parts_SOURCES = tests/unit/test_coder_parts.c
tests_unit_test_coder_parts_LDADD = $(CODER_TEST_LIBS)

check_PROGRAMS += tests/unit/test_coder_patterns
tests_unit_test_coder_patterns_SOURCES = tests/unit/test_coder_patterns.c
tests_unit_test_coder_patterns_LDADD = $(CODER_TEST_LIBS)

check_PROGRAMS += tests/unit/test_coder_property
tests_unit_test_coder_property_SOURCES = tests/unit/test_coder_property.c
tests_unit_test_coder_property_LDADD = $(CODER_TEST_LIBS)

check_PROGRAMS += tests/unit/test_coder_refuse
tests_unit_test_coder_refuse_SOURCES = tests/unit/test_coder_refuse.c
tests_unit_test_coder_refuse_LDADD = $(CODER_TEST_LIBS)

check_PROGRAMS += tests/unit/test_coder_rules
tests_unit_test_coder_rules_SOURCES = tests/unit/test_coder_rules.c
tests_unit_test_coder_rules_LDADD = $(CODER_TEST_LIBS)

check_PROGRAMS += tests/unit/test_coder_score
tests_unit_test_coder_score_SOURCES = tests/unit/test_coder_score.c
tests_unit_test_coder_score_LDADD = $(CODER_TEST_LIBS)

check_PROGRAMS += tests/unit/test_coder_labels
tests_unit_test_coder_labels_SOURCES = tests/unit/test_coder_labels.c
tests_unit_test_coder_labels_LDADD = $(CODER_TEST_LIBS)
check_PROGRAMS += tests/unit/test_coder_selftest
tests_unit_test_coder_selftest_SOURCES = tests/unit/test_coder_selftest.c
tests_unit_test_coder_selftest_LDADD = $(CODER_TEST_LIBS)

check_PROGRAMS += tests/unit/test_coder_language
tests_unit_test_coder_language_SOURCES = tests/unit/test_coder_language.c
tests_unit_test_coder_language_LDADD = $(CODER_TEST_LIBS)

check_PROGRAMS += tests/unit/test_coder_explain
tests_unit_test_coder_explain_SOURCES = tests/unit/test_coder_explain.c
tests_unit_test_coder_explain_LDADD = $(CODER_TEST_LIBS)

check_PROGRAMS += tests/unit/test_coder_manual
tests_unit_test_coder_manual_SOURCES = tests/unit/test_coder_manual.c
tests_unit_test_coder_manual_LDADD = $(CODER_TEST_LIBS)

check_PROGRAMS += tests/unit/test_coder_tables
tests_unit_test_coder_tables_SOURCES = tests/unit/test_coder_tables.c
tests_unit_test_coder_tables_LDADD = $(CODER_TEST_LIBS)

check_PROGRAMS += tests/unit/test_coder_forms
tests_unit_test_coder_forms_SOURCES = tests/unit/test_coder_forms.c
tests_unit_test_coder_forms_LDADD = $(CODER_TEST_LIBS)
check_PROGRAMS += tests/unit/test_coder_id_text
tests_unit_test_coder_id_text_SOURCES = tests/unit/test_coder_id_text.c
tests_unit_test_coder_id_text_LDADD = $(CODER_TEST_LIBS)

check_PROGRAMS += tests/unit/test_coder_fit
tests_unit_test_coder_fit_SOURCES = tests/unit/test_coder_fit.c
tests_unit_test_coder_fit_LDADD = $(CODER_TEST_LIBS)

check_PROGRAMS += tests/unit/test_coder_property_scores
tests_unit_test_coder_property_scores_SOURCES = tests/unit/test_coder_property_scores.c
tests_unit_test_coder_property_scores_LDADD = $(CODER_TEST_LIBS)
