noinst_LIBRARIES += libproject.a
libproject_a_SOURCES = \
	project/copy.c \
	project/copy.h \
	project/decide.c \
	project/decide.h \
	project/find.c \
	project/find.h \
	project/import.c \
	project/import.h \
	project/manifest.c \
	project/passage.c \
	project/passage.h \
	project/person.c \
	project/person.h \
	project/precode.c \
	project/precode.h \
	project/span.c \
	project/why.c \
	project/why.h \
	project/why_text.c \
	project/why_text.h
