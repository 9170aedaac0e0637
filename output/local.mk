noinst_LIBRARIES += liboutput.a
liboutput_a_SOURCES = \
	output/number.c \
	output/redact.c \
	output/redact.h \
	output/redact_map.c \
	output/redact_words.c \
	output/redact_words.h \
	output/table.c \
	output/table.h \
	output/writer.c \
	output/writer.h \
	output/writer_csv.c \
	output/writer_html.c \
	output/writer_json.c \
	output/writer_text.c
