# Unit tests of store/.
EXTRA_DIST += \
	tests/projects/v1.tema \
	tests/faults/nolock.c \
	tests/faults/run.sh \
	tests/unit/store_help.h

check_PROGRAMS += tests/unit/test_store_codebooks
tests_unit_test_store_codebooks_SOURCES = tests/unit/test_store_codebooks.c
tests_unit_test_store_codebooks_LDADD = $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_store_codes
tests_unit_test_store_codes_SOURCES = tests/unit/test_store_codes.c
tests_unit_test_store_codes_LDADD = $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_store_documents
tests_unit_test_store_documents_SOURCES = tests/unit/test_store_documents.c
tests_unit_test_store_documents_LDADD = $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_store_faults
tests_unit_test_store_faults_SOURCES = tests/unit/test_store_faults.c
tests_unit_test_store_faults_LDADD = $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_store_file
tests_unit_test_store_file_SOURCES = tests/unit/test_store_file.c
tests_unit_test_store_file_LDADD = $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_store_guards
tests_unit_test_store_guards_SOURCES = tests/unit/test_store_guards.c
tests_unit_test_store_guards_LDADD = $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_store_history
tests_unit_test_store_history_SOURCES = tests/unit/test_store_history.c
tests_unit_test_store_history_LDADD = $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_store_judgements
tests_unit_test_store_judgements_SOURCES = tests/unit/test_store_judgements.c
tests_unit_test_store_judgements_LDADD = $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_store_migrate
tests_unit_test_store_migrate_SOURCES = tests/unit/test_store_migrate.c
tests_unit_test_store_migrate_LDADD = $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_store_pack
tests_unit_test_store_pack_SOURCES = tests/unit/test_store_pack.c
tests_unit_test_store_pack_LDADD = $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_store_place
tests_unit_test_store_place_SOURCES = tests/unit/test_store_place.c
tests_unit_test_store_place_LDADD = $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_store_suggestions
tests_unit_test_store_suggestions_SOURCES = tests/unit/test_store_suggestions.c
tests_unit_test_store_suggestions_LDADD = $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_store_undo
tests_unit_test_store_undo_SOURCES = tests/unit/test_store_undo.c
tests_unit_test_store_undo_LDADD = $(STORE_TEST_LIBS)
