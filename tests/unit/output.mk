check_PROGRAMS += tests/unit/test_output_writers
tests_unit_test_output_writers_SOURCES = tests/unit/test_output_writers.c
tests_unit_test_output_writers_LDADD = $(OUTPUT_TEST_LIBS)

check_PROGRAMS += tests/unit/test_output_redact
tests_unit_test_output_redact_SOURCES = tests/unit/test_output_redact.c
tests_unit_test_output_redact_LDADD = $(OUTPUT_TEST_LIBS)
