# Unit tests of coder/.
EXTRA_DIST += tests/unit/coder_help.h tests/unit/coder_random.h

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

check_PROGRAMS += tests/unit/test_coder_borders
tests_unit_test_coder_borders_SOURCES = tests/unit/test_coder_borders.c
tests_unit_test_coder_borders_LDADD = $(CODER_TEST_LIBS)

check_PROGRAMS += tests/unit/test_coder_forms
tests_unit_test_coder_forms_SOURCES = tests/unit/test_coder_forms.c
tests_unit_test_coder_forms_LDADD = $(CODER_TEST_LIBS)
