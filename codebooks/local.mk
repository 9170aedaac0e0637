noinst_LIBRARIES += libcodebooks.a
libcodebooks_a_SOURCES = \
	codebooks/canon.c \
	codebooks/check.c \
	codebooks/complain.c \
	codebooks/complain.h \
	codebooks/graph.c \
	codebooks/graph.h \
	codebooks/lexer.c \
	codebooks/lexer.h \
	codebooks/library.c \
	codebooks/library.h \
	codebooks/lint.c \
	codebooks/model.c \
	codebooks/model.h \
	codebooks/parse.c \
	codebooks/parse.h \
	codebooks/parse_block.c \
	codebooks/parse_code.c \
	codebooks/parse_cond.c \
	codebooks/parse_expr.c \
	codebooks/parse_expr.h \
	codebooks/parse_file.c \
	codebooks/parse_list.c \
	codebooks/parse_number.c \
	codebooks/parse_pattern.c \
	codebooks/parse_phrase.c \
	codebooks/parse_prim.c \
	codebooks/parse_rule.c \
	codebooks/parse_setting.c \
	codebooks/parse_word.c \
	codebooks/parser.c \
	codebooks/parser.h \
	codebooks/pattern.c \
	codebooks/pattern.h \
	codebooks/refs.c \
	codebooks/resolve.c \
	codebooks/search.c \
	codebooks/search.h \
	codebooks/source.c \
	codebooks/source.h \
	codebooks/words.c \
	codebooks/words.h

codebooklibdir = $(pkgdatadir)/codebooks
dist_codebooklib_DATA = \
	codebooks/library/emerson.codebook \
	codebooks/library/jones.codebook \
	codebooks/library/servo.codebook
