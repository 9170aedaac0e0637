check_PROGRAMS += tests/unit/test_project_codes
tests_unit_test_project_codes_SOURCES = tests/unit/test_project_codes.c
tests_unit_test_project_codes_LDADD = $(PROJECT_TEST_LIBS)

check_PROGRAMS += tests/unit/test_project_erase
tests_unit_test_project_erase_SOURCES = tests/unit/test_project_erase.c
tests_unit_test_project_erase_LDADD = $(PROJECT_TEST_LIBS)
EXTRA_DIST += tests/unit/erase_help.h tests/unit/one_interview.h
check_PROGRAMS += tests/unit/test_project_edit
tests_unit_test_project_edit_SOURCES = tests/unit/test_project_edit.c
tests_unit_test_project_edit_LDADD = $(PROJECT_TEST_LIBS)
check_PROGRAMS += tests/unit/test_project_manifest
tests_unit_test_project_manifest_SOURCES = tests/unit/test_project_manifest.c
tests_unit_test_project_manifest_LDADD = $(PROJECT_TEST_LIBS)
check_PROGRAMS += tests/unit/test_project_replace
tests_unit_test_project_replace_SOURCES = tests/unit/test_project_replace.c \
	tests/unit/talk_make.h
tests_unit_test_project_replace_LDADD = $(PROJECT_TEST_LIBS)
check_PROGRAMS += tests/unit/test_project_pseudonyms
tests_unit_test_project_pseudonyms_SOURCES = tests/unit/test_project_pseudonyms.c
tests_unit_test_project_pseudonyms_LDADD = $(PROJECT_TEST_LIBS)
check_PROGRAMS += tests/unit/test_project_kwic
tests_unit_test_project_kwic_SOURCES = tests/unit/test_project_kwic.c
tests_unit_test_project_kwic_LDADD = $(PROJECT_TEST_LIBS)
check_PROGRAMS += tests/unit/test_project_effect
tests_unit_test_project_effect_SOURCES = tests/unit/test_project_effect.c
tests_unit_test_project_effect_LDADD = $(PROJECT_TEST_LIBS)
