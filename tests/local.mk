# Unit tests are linked with the libraries up to their layer and no further, so that a
# call upwards does not link.
BASE_TEST_LIBS = $(BASE_LIBS) $(CHECK_LIBS)
OUTPUT_TEST_LIBS = $(OUTPUT_LIBS) $(CHECK_LIBS)
CORPUS_TEST_LIBS = $(CORPUS_LIBS) $(CHECK_LIBS)
CODEBOOKS_TEST_LIBS = $(CODEBOOKS_LIBS) $(CHECK_LIBS)
CODER_TEST_LIBS = $(CODER_LIBS) $(CHECK_LIBS)
STORE_TEST_LIBS = $(STORE_LIBS) $(CHECK_LIBS)
PROJECT_TEST_LIBS = $(PROJECT_LIBS) $(CHECK_LIBS)
EXCHANGE_TEST_LIBS = $(EXCHANGE_LIBS) $(CHECK_LIBS)
REPORTS_TEST_LIBS = $(REPORTS_LIBS) $(CHECK_LIBS)
CLI_TEST_LIBS = $(CLI_LIBS) $(CHECK_LIBS)

include tests/unit/base.mk
include tests/unit/output.mk
include tests/unit/corpus.mk
include tests/unit/codebooks.mk
include tests/unit/coder.mk
include tests/unit/store.mk
include tests/unit/project.mk
include tests/unit/exchange.mk
include tests/unit/reports.mk
include tests/unit/cli.mk
TESTS += $(check_PROGRAMS)

include tests/fuzz/local.mk
include tests/bench/local.mk

LINTS = \
	tests/lint/banned.sh \
	tests/lint/build.sh \
	tests/lint/commands.sh \
	tests/lint/editors.sh \
	tests/lint/layers.sh \
	tests/lint/man-options.sh \
	tests/lint/readme.sh \
	tests/lint/selftest.sh \
	tests/lint/sizes.sh
TESTS += $(LINTS) tests/cases/run.sh tests/editors/run.sh tests/install.sh tests/quality/run.sh

# TAP, one line a test. Scripts are run by bash.
TEST_EXTENSIONS = .sh
SH_LOG_COMPILER = bash
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
SH_LOG_DRIVER = $(LOG_DRIVER)

# Tests do not see the user's own settings.
AM_TESTS_ENVIRONMENT = \
	abs_builddir='$(abs_builddir)'; export abs_builddir; \
	HOME='$(abs_builddir)/tests/home'; export HOME; \
	MAKE='$(MAKE)'; export MAKE; \
	unset XDG_CONFIG_HOME TEMA_PROJECT TEMA_CODER TEMA_NOW TEMA_SEED TEMA_LIBRARY MAKEFLAGS MAKELEVEL MFLAGS; \
	LSAN_OPTIONS="suppressions=$(abs_srcdir)/tests/lsan.supp:print_suppressions=0"; export LSAN_OPTIONS;

# The install test, the cases and one lint need the finished program.
tests/install.log: tema$(EXEEXT)
tests/cases/run.log: tema$(EXEEXT)
tests/quality/run.log: tema$(EXEEXT)
tests/lint/man-options.log: tema$(EXEEXT)

EXTRA_DIST += \
	.ci/run \
	scripts/lib.sh \
	scripts/test.sh \
	scripts/try.sh \
	tests/browser \
	tests/bench/run.sh \
	tests/cases \
	tests/editors \
	tests/faults \
	tests/install.sh \
	tests/lint/format.sh \
	tests/quality \
	tests/lint/lib.sh \
	tests/lsan.supp \
	tests/unit/comma_locale.h \
	tests/unit/unit.h \
	tests/valgrind.sh \
	tests/valgrind.supp \
	$(LINTS)

bench: tema$(EXEEXT)
	@abs_builddir='$(abs_builddir)' srcdir='$(srcdir)' bash $(srcdir)/tests/bench/run.sh

lint:
	@failed=0; for script in $(LINTS) tests/lint/format.sh; do \
		echo "# $$script"; abs_builddir='$(abs_builddir)' srcdir='$(srcdir)' bash $(srcdir)/$$script || failed=1; \
	done; \
	if command -v cppcheck >/dev/null 2>&1; then \
		cppcheck --quiet --std=c11 --error-exitcode=1 --inline-suppr --suppress=missingIncludeSystem \
			--suppress=nullPointerOutOfMemory --suppress=uninitvar --suppress=ctunullpointer --enable=warning,performance,portability \
			-I $(srcdir) $(addprefix $(srcdir)/,base output corpus codebooks coder store project reports cli) || failed=1; \
	else echo "# SKIP cppcheck: not installed"; fi; \
	exit $$failed

update-golden: tema$(EXEEXT)
	@abs_builddir='$(abs_builddir)' srcdir='$(srcdir)' UPDATE=1 bash $(srcdir)/tests/cases/run.sh

check-valgrind: tema$(EXEEXT) $(check_PROGRAMS)
	@$(AM_TESTS_ENVIRONMENT) srcdir='$(srcdir)' bash $(srcdir)/tests/valgrind.sh $(check_PROGRAMS)

# Tests that need more than a build (a browser; faults of disk and process): scripts of their own,
# which skip with a reason where a tool is missing.
check-browser: tema$(EXEEXT)
	@$(AM_TESTS_ENVIRONMENT) srcdir='$(srcdir)' bash $(srcdir)/tests/browser/run.sh
check-faults: tema$(EXEEXT)
	@$(AM_TESTS_ENVIRONMENT) srcdir='$(srcdir)' bash $(srcdir)/tests/faults/run.sh
	@if command -v python3 >/dev/null 2>&1; then \
		$(AM_TESTS_ENVIRONMENT) python3 $(srcdir)/tests/faults/hostile.py ./tema$(EXEEXT); \
	else echo "1..0 # SKIP python3 is not installed (it makes the hostile files)"; fi

.PHONY: bench lint update-golden check-valgrind check-browser check-faults
