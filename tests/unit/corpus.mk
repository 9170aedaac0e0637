# Unit tests of corpus/.
check_PROGRAMS += tests/unit/test_corpus_document
tests_unit_test_corpus_document_SOURCES = tests/unit/test_corpus_document.c
tests_unit_test_corpus_document_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_draft
tests_unit_test_corpus_draft_SOURCES = tests/unit/test_corpus_draft.c
tests_unit_test_corpus_draft_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_expected_turns
tests_unit_test_corpus_expected_turns_SOURCES = tests/unit/test_corpus_expected_turns.c
tests_unit_test_corpus_expected_turns_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_kinds
tests_unit_test_corpus_kinds_SOURCES = tests/unit/test_corpus_kinds.c
tests_unit_test_corpus_kinds_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_turns_styles
tests_unit_test_corpus_turns_styles_SOURCES = tests/unit/test_corpus_turns_styles.c
tests_unit_test_corpus_turns_styles_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_formats
tests_unit_test_corpus_formats_SOURCES = tests/unit/test_corpus_formats.c
tests_unit_test_corpus_formats_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_kept
tests_unit_test_corpus_kept_SOURCES = tests/unit/test_corpus_kept.c
tests_unit_test_corpus_kept_LDADD = $(CORPUS_TEST_LIBS)
check_PROGRAMS += tests/unit/test_corpus_negation
tests_unit_test_corpus_negation_SOURCES = tests/unit/test_corpus_negation.c
tests_unit_test_corpus_negation_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_normalise
tests_unit_test_corpus_normalise_SOURCES = tests/unit/test_corpus_normalise.c
tests_unit_test_corpus_normalise_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_reader_csv
tests_unit_test_corpus_reader_csv_SOURCES = tests/unit/test_corpus_reader_csv.c
tests_unit_test_corpus_reader_csv_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_reader_docx
tests_unit_test_corpus_reader_docx_SOURCES = tests/unit/test_corpus_reader_docx.c
tests_unit_test_corpus_reader_docx_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_reader_html
tests_unit_test_corpus_reader_html_SOURCES = tests/unit/test_corpus_reader_html.c
tests_unit_test_corpus_reader_html_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_reader_json
tests_unit_test_corpus_reader_json_SOURCES = tests/unit/test_corpus_reader_json.c
tests_unit_test_corpus_reader_json_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_reader_jsonl
tests_unit_test_corpus_reader_jsonl_SOURCES = tests/unit/test_corpus_reader_jsonl.c
tests_unit_test_corpus_reader_jsonl_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_reader_md
tests_unit_test_corpus_reader_md_SOURCES = tests/unit/test_corpus_reader_md.c
tests_unit_test_corpus_reader_md_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_reader_lrc
tests_unit_test_corpus_reader_lrc_SOURCES = tests/unit/test_corpus_reader_lrc.c
tests_unit_test_corpus_reader_lrc_LDADD = $(CORPUS_TEST_LIBS)
check_PROGRAMS += tests/unit/test_corpus_reader_srt
tests_unit_test_corpus_reader_srt_SOURCES = tests/unit/test_corpus_reader_srt.c
tests_unit_test_corpus_reader_srt_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_reader_odt
tests_unit_test_corpus_reader_odt_SOURCES = tests/unit/test_corpus_reader_odt.c
tests_unit_test_corpus_reader_odt_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_docx_numbering
tests_unit_test_corpus_docx_numbering_SOURCES = tests/unit/test_corpus_docx_numbering.c
tests_unit_test_corpus_docx_numbering_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_pdf_words
tests_unit_test_corpus_pdf_words_SOURCES = tests/unit/test_corpus_pdf_words.c
tests_unit_test_corpus_pdf_words_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_numbering
tests_unit_test_corpus_numbering_SOURCES = tests/unit/test_corpus_numbering.c
tests_unit_test_corpus_numbering_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_reader_pdf
tests_unit_test_corpus_reader_pdf_SOURCES = tests/unit/test_corpus_reader_pdf.c
tests_unit_test_corpus_reader_pdf_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_chats
tests_unit_test_corpus_chats_SOURCES = tests/unit/test_corpus_chats.c
tests_unit_test_corpus_chats_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_reader_ods
tests_unit_test_corpus_reader_ods_SOURCES = tests/unit/test_corpus_reader_ods.c
tests_unit_test_corpus_reader_ods_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_reader_rtf
tests_unit_test_corpus_reader_rtf_SOURCES = tests/unit/test_corpus_reader_rtf.c
tests_unit_test_corpus_reader_rtf_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_reader_txt
tests_unit_test_corpus_reader_txt_SOURCES = tests/unit/test_corpus_reader_txt.c
tests_unit_test_corpus_reader_txt_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_reader_vtt
tests_unit_test_corpus_reader_vtt_SOURCES = tests/unit/test_corpus_reader_vtt.c
tests_unit_test_corpus_reader_vtt_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_reader_xlsx
tests_unit_test_corpus_reader_xlsx_SOURCES = tests/unit/test_corpus_reader_xlsx.c
tests_unit_test_corpus_reader_xlsx_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_rejoin
tests_unit_test_corpus_rejoin_SOURCES = tests/unit/test_corpus_rejoin.c
tests_unit_test_corpus_rejoin_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_root_id
tests_unit_test_corpus_root_id_SOURCES = tests/unit/test_corpus_root_id.c
tests_unit_test_corpus_root_id_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_rows
tests_unit_test_corpus_rows_SOURCES = tests/unit/test_corpus_rows.c
tests_unit_test_corpus_rows_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_sentences
tests_unit_test_corpus_sentences_SOURCES = tests/unit/test_corpus_sentences.c
tests_unit_test_corpus_sentences_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_tokens
tests_unit_test_corpus_tokens_SOURCES = tests/unit/test_corpus_tokens.c
tests_unit_test_corpus_tokens_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_turns
tests_unit_test_corpus_turns_SOURCES = tests/unit/test_corpus_turns.c
tests_unit_test_corpus_turns_LDADD = $(CORPUS_TEST_LIBS)
check_PROGRAMS += tests/unit/test_corpus_turns_times
tests_unit_test_corpus_turns_times_SOURCES = tests/unit/test_corpus_turns_times.c
tests_unit_test_corpus_turns_times_LDADD = $(CORPUS_TEST_LIBS)

check_PROGRAMS += tests/unit/test_corpus_turns_labels
tests_unit_test_corpus_turns_labels_SOURCES = tests/unit/test_corpus_turns_labels.c
tests_unit_test_corpus_turns_labels_LDADD = $(CORPUS_TEST_LIBS)

EXTRA_DIST += \
	tests/unit/corpus_fixture.h \
	tests/unit/docx_make.h \
	tests/unit/odt_make.h \
	tests/unit/pdf_make.h \
	tests/unit/reader_test.h \
	tests/unit/xlsx_make.h \
	tests/unit/data/codebook-errors.tsv \
	tests/unit/data/owner-password.pdf \
	tests/unit/data/roots.tsv \
	tests/unit/data/sentences.tsv \
	tests/unit/data/turns.txt \
	tests/unit/data/user-password.pdf
