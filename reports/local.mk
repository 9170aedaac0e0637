noinst_LIBRARIES += libreports.a
libreports_a_SOURCES = \
	reports/association.c \
	reports/association.h \
	reports/chart.h \
	reports/chart_bars.c \
	reports/count.c \
	reports/count.h \
	reports/page.c \
	reports/page.h \
	reports/page_codebook.c \
	reports/page_cooccurrence.c \
	reports/page_css.c \
	reports/page_frequency.c \
	reports/page_methods.c \
	reports/page_quotations.c \
	reports/page_summary.c \
	reports/pairs.c \
	reports/pairs.h \
	reports/report.c \
	reports/report.h \
	reports/report_codebook.c \
	reports/report_documents.c \
	reports/report_frequency.c \
	reports/report_groups.c \
	reports/report_matrix.c \
	reports/report_pairs.c \
	reports/report_quotations.c \
	reports/spans.c \
	reports/spans.h \
	reports/study.c \
	reports/study.h \
	reports/study_document.c \
	reports/study_document.h \
	reports/study_pairs.c \
	reports/study_pairs.h \
	reports/text.c \
	reports/text.h
