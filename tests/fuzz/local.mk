# One target a parser of foreign bytes: a row here, fuzz_NAME.c, a folder corpus/fuzz_NAME/.
# Built and replayed by `make check`; with --enable-fuzzing `make fuzz` searches for new inputs.
FUZZ_TARGETS = \
	tests/fuzz/fuzz_codebook \
	tests/fuzz/fuzz_csv \
	tests/fuzz/fuzz_foreign \
	tests/fuzz/fuzz_json \
	tests/fuzz/fuzz_layout \
	tests/fuzz/fuzz_manifest \
	tests/fuzz/fuzz_normalise \
	tests/fuzz/fuzz_project \
	tests/fuzz/fuzz_reader_csv \
	tests/fuzz/fuzz_reader_docx \
	tests/fuzz/fuzz_reader_html \
	tests/fuzz/fuzz_reader_json \
	tests/fuzz/fuzz_reader_jsonl \
	tests/fuzz/fuzz_reader_lrc \
	tests/fuzz/fuzz_reader_md \
	tests/fuzz/fuzz_reader_ods \
	tests/fuzz/fuzz_reader_odt \
	tests/fuzz/fuzz_reader_rtf \
	tests/fuzz/fuzz_reader_sbv \
	tests/fuzz/fuzz_reader_srt \
	tests/fuzz/fuzz_reader_txt \
	tests/fuzz/fuzz_reader_vtt \
	tests/fuzz/fuzz_reader_xlsx \
	tests/fuzz/fuzz_regex \
	tests/fuzz/fuzz_sentences \
	tests/fuzz/fuzz_text \
	tests/fuzz/fuzz_turns \
	tests/fuzz/fuzz_xml \
	tests/fuzz/fuzz_zip

# Each is its own fuzz_NAME.c (automake's default) and is linked with the driver that stands
# in for libFuzzer, or with libFuzzer itself.
if FUZZING
FUZZ_DRIVER =
else
FUZZ_DRIVER = tests/fuzz/libdriver.a
check_LIBRARIES += tests/fuzz/libdriver.a
endif
tests_fuzz_libdriver_a_SOURCES = tests/fuzz/standalone.c
LDADD = $(FUZZ_DRIVER) $(CLI_LIBS) $(FUZZ_LDFLAGS)

EXTRA_PROGRAMS += $(FUZZ_TARGETS)
check_SCRIPTS += $(FUZZ_TARGETS)
CLEANFILES += $(FUZZ_TARGETS)
EXTRA_DIST += \
	tests/fuzz/corpus \
	tests/fuzz/fuzz.h \
	tests/fuzz/fuzz_reader.h \
	tests/fuzz/replay.sh
TESTS += tests/fuzz/replay.sh

fuzz: $(FUZZ_TARGETS)
	@for target in $(FUZZ_TARGETS); do \
		name=`basename $$target`; mkdir -p fuzz-found/$$name; \
		$$target -max_total_time=$${FUZZ_SECONDS:-60} -max_len=65536 -artifact_prefix=fuzz-found/$$name- \
			fuzz-found/$$name $(srcdir)/tests/fuzz/corpus/$$name || exit 1; \
	done
.PHONY: fuzz
