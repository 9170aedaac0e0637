# Unit tests of cli/.
check_PROGRAMS += tests/unit/test_cli_review_view
tests_unit_test_cli_review_view_SOURCES = tests/unit/test_cli_review_view.c
tests_unit_test_cli_review_view_LDADD = $(CLI_TEST_LIBS)
check_PROGRAMS += tests/unit/test_cli_kwic_view
tests_unit_test_cli_kwic_view_SOURCES = tests/unit/test_cli_kwic_view.c
tests_unit_test_cli_kwic_view_LDADD = $(CLI_TEST_LIBS)
check_PROGRAMS += tests/unit/test_cli_fold
tests_unit_test_cli_fold_SOURCES = tests/unit/test_cli_fold.c
tests_unit_test_cli_fold_LDADD = $(CLI_TEST_LIBS)
