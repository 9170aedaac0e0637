check_PROGRAMS += tests/unit/test_base_arena
tests_unit_test_base_arena_SOURCES = tests/unit/test_base_arena.c
tests_unit_test_base_arena_LDADD = $(BASE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_base_buf
tests_unit_test_base_buf_SOURCES = tests/unit/test_base_buf.c
tests_unit_test_base_buf_LDADD = $(BASE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_base_charset
tests_unit_test_base_charset_SOURCES = tests/unit/test_base_charset.c
tests_unit_test_base_charset_LDADD = $(BASE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_base_child
tests_unit_test_base_child_SOURCES = tests/unit/test_base_child.c
tests_unit_test_base_child_LDADD = $(BASE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_base_clock
tests_unit_test_base_clock_SOURCES = tests/unit/test_base_clock.c
tests_unit_test_base_clock_LDADD = $(BASE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_base_csv
tests_unit_test_base_csv_SOURCES = tests/unit/test_base_csv.c
tests_unit_test_base_csv_LDADD = $(BASE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_base_diag
tests_unit_test_base_diag_SOURCES = tests/unit/test_base_diag.c
tests_unit_test_base_diag_LDADD = $(BASE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_base_err
tests_unit_test_base_err_SOURCES = tests/unit/test_base_err.c
tests_unit_test_base_err_LDADD = $(BASE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_base_file
tests_unit_test_base_file_SOURCES = tests/unit/test_base_file.c
tests_unit_test_base_file_LDADD = $(BASE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_base_htmlread
tests_unit_test_base_htmlread_SOURCES = tests/unit/test_base_htmlread.c
tests_unit_test_base_htmlread_LDADD = $(BASE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_base_intern
tests_unit_test_base_intern_SOURCES = tests/unit/test_base_intern.c
tests_unit_test_base_intern_LDADD = $(BASE_TEST_LIBS)
check_PROGRAMS += tests/unit/test_base_listed
tests_unit_test_base_listed_SOURCES = tests/unit/test_base_listed.c
tests_unit_test_base_listed_LDADD = $(BASE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_base_json
tests_unit_test_base_json_SOURCES = tests/unit/test_base_json.c tests/unit/comma_locale.h
tests_unit_test_base_json_LDADD = $(BASE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_base_mount
tests_unit_test_base_mount_SOURCES = tests/unit/test_base_mount.c
tests_unit_test_base_mount_LDADD = $(BASE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_base_mem
tests_unit_test_base_mem_SOURCES = tests/unit/test_base_mem.c
tests_unit_test_base_mem_LDADD = $(BASE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_base_number
tests_unit_test_base_number_SOURCES = tests/unit/test_base_number.c tests/unit/comma_locale.h
tests_unit_test_base_number_LDADD = $(BASE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_base_opt
tests_unit_test_base_opt_SOURCES = tests/unit/test_base_opt.c
tests_unit_test_base_opt_LDADD = $(BASE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_base_sha256
tests_unit_test_base_sha256_SOURCES = tests/unit/test_base_sha256.c
tests_unit_test_base_sha256_LDADD = $(BASE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_base_uid
tests_unit_test_base_uid_SOURCES = tests/unit/test_base_uid.c
tests_unit_test_base_uid_LDADD = $(BASE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_base_utf8
tests_unit_test_base_utf8_SOURCES = tests/unit/test_base_utf8.c
tests_unit_test_base_utf8_LDADD = $(BASE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_base_vec
tests_unit_test_base_vec_SOURCES = tests/unit/test_base_vec.c
tests_unit_test_base_vec_LDADD = $(BASE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_base_xmlread
tests_unit_test_base_xmlread_SOURCES = tests/unit/test_base_xmlread.c
tests_unit_test_base_xmlread_LDADD = $(BASE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_base_xmlwrite
tests_unit_test_base_xmlwrite_SOURCES = tests/unit/test_base_xmlwrite.c
tests_unit_test_base_xmlwrite_LDADD = $(BASE_TEST_LIBS)

check_PROGRAMS += tests/unit/test_base_zip
tests_unit_test_base_zip_SOURCES = tests/unit/test_base_zip.c
tests_unit_test_base_zip_LDADD = $(BASE_TEST_LIBS)
check_PROGRAMS += tests/unit/test_base_yamlread
tests_unit_test_base_yamlread_SOURCES = tests/unit/test_base_yamlread.c
tests_unit_test_base_yamlread_LDADD = $(BASE_TEST_LIBS)
