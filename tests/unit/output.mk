check_PROGRAMS += tests/unit/test_output_writers
tests_unit_test_output_writers_SOURCES = tests/unit/test_output_writers.c
tests_unit_test_output_writers_LDADD = $(OUTPUT_TEST_LIBS)
