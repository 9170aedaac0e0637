check_PROGRAMS += tests/unit/test_reports_counts
tests_unit_test_reports_counts_SOURCES = tests/unit/test_reports_counts.c
tests_unit_test_reports_counts_LDADD = $(REPORTS_TEST_LIBS)
check_PROGRAMS += tests/unit/test_reports_segments
tests_unit_test_reports_segments_SOURCES = tests/unit/test_reports_segments.c
tests_unit_test_reports_segments_LDADD = $(REPORTS_TEST_LIBS)
