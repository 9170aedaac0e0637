check_PROGRAMS += tests/unit/test_project_manifest
tests_unit_test_project_manifest_SOURCES = tests/unit/test_project_manifest.c
tests_unit_test_project_manifest_LDADD = $(PROJECT_TEST_LIBS)
