# Benchmarks: built on demand by `make bench`, never by `make check`.
EXTRA_PROGRAMS += tests/bench/bench_precode
tests_bench_bench_precode_SOURCES = tests/bench/bench_precode.c
tests_bench_bench_precode_LDADD = $(CODER_LIBS)
EXTRA_PROGRAMS += tests/bench/bench_roots
tests_bench_bench_roots_SOURCES = tests/bench/bench_roots.c
tests_bench_bench_roots_LDADD = $(CORPUS_TEST_LIBS)
CLEANFILES += tests/bench/bench_precode tests/bench/bench_roots

EXTRA_DIST += \
	tests/bench/book_of_rules.py \
	tests/bench/gen_docx.py
