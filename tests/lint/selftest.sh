#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every lint sees the flaw it is there for: each is run on a small bad tree.
set -u
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/tema-lint-XXXXXX")
trap 'rm -rf "$work"' EXIT
count=0
failed=0
spdx='/* SPDX-License-Identifier: GPL-3.0-or-later */'

# sees LINT RULE FILE CONTENT: the rule must pass without the file and fail with it.
sees()
{
	local lint=$1 rule=$2 file=$3 content=$4 tree=$work/tree
	count=$((count + 1))
	rm -rf "$tree"
	mkdir -p "$tree"/{base,corpus,store,coder,codebooks,reports,cli,man,scripts,tests/unit,tests/fuzz,tests/cases/x/a}
	printf '%s\n' "$spdx" 'const struct cmd *const commands[] = { &cmd_x };' >"$tree/cli/commands.c"
	printf '%s\n' "$spdx" >"$tree/cli/cmd_x.c"
	printf 'man/tema-x.1\n' >"$tree/man/local.mk"
	printf '.SH SEE ALSO\n.BR tema\\-x (1)\n' >"$tree/man/tema.1"
	printf 'man/tema.1\n' >>"$tree/man/local.mk"
	printf 'cli/commands.c cli/cmd_x.c\n' >"$tree/cli/local.mk"
	printf 'base/a.c\n' | tee "$tree/base/local.mk" "$tree/tests/unit/base.mk" "$tree/tests/local.mk" >"$tree/Makefile.am"
	printf 'sh scripts/try.sh\nsh scripts/test.sh\n' >"$tree/README.md"
	printf '%s\n' "$spdx" '#ifndef TEMA_CORPUS_OWN_H' >"$tree/corpus/own.h"
	printf 'corpus/own.h\n' >"$tree/corpus/local.mk"
	touch "$tree/man/tema-x.1" "$tree/tests/cases/x/a/cmd" "$tree/scripts/try.sh"
	if srcdir=$tree bash "$here/$lint.sh" | grep -q "^not ok.*$rule"; then
		failed=1
		echo "not ok $count - $lint: '$rule' fails on a good tree"
		return
	fi
	printf '%s\n' "$content" >>"$tree/$file"
	if srcdir=$tree bash "$here/$lint.sh" 2>&1 | grep -q "^not ok.*$rule"; then
		echo "ok $count - $lint: sees '$rule' ($file)"
	else
		failed=1
		echo "not ok $count - $lint: does not see '$rule' ($file)"
	fi
}

sees layers 'to their left' base/a.c '#include "store/store.h"'
sees layers 'to their left' base/a.c '#include "buf.h"'
sees layers 'files exist' store/a.c '#include "base/none.h"'
sees layers 'sqlite3.h' reports/a.c '#include <sqlite3.h>'
sees layers 'libxml2' corpus/a.c '#include <libxml/parser.h>'
sees layers 'libzip' corpus/a.c '#  include <zip.h>'
sees layers 'jansson' cli/a.c '#include <jansson.h>'
sees layers 'libmd' store/a.c '#include <sha2.h>'
sees layers 'utf8proc' corpus/a.c '#include <utf8proc.h>'
sees layers 'pcre2' codebooks/lexer.c '#include <pcre2.h>'
sees layers 'GSL' cli/a.c '#include <gsl/gsl_cdf.h>'
sees layers 'libstemmer' coder/a.c '#include <libstemmer.h>'
sees layers 'check.h' base/a.c '#include <check.h>'
sees layers 'network' base/a.c '#include <sys/socket.h>'
sees layers 'own header first' corpus/own.c '#include <stdio.h>'
sees banned 'dangerous' base/a.c 'int f(void) { return atoi(x); }'
sees banned 'dangerous' tests/unit/test_a.c '	strcpy(a, b);'
sees banned 'sloppy' store/a.c '	sscanf(a, b);'
sees banned 'print or exit' corpus/a.c '	printf("x");'
sees banned 'print or exit' store/a.c '	exit(1);'
sees banned 'stdout and stderr' store/a.c '	FILE *f = stderr;'
sees banned 'locale' corpus/a.c '	if (isalpha(c))'
sees banned 'clock and chance' reports/a.c '	t = time(NULL);'
sees banned 'left to do' base/a.c '/* TODO */'
sees banned 'licence' base/a.c 'int x;'
sees banned 'guards' base/a.h '#ifndef A_H'
sees sizes '500 lines' base/a.c "$(seq 501)"
sees sizes '100 lines' base/a.c "$(printf 'int f(void)\n{\n' && seq 99 && echo '}')"
sees commands 'has a row' cli/cmd_y.c 'x'
sees commands 'row has a command file' cli/commands.c '&cmd_z,'
sees commands 'has a man page' cli/commands.c '&cmd_z,'
sees commands 'man page has a command' man/tema-z.1 'x'
sees commands 'has cases' cli/commands.c '&cmd_z,'
sees commands 'is installed' man/tema.5 'x'
sees commands 'names every man page' man/tema-z.7 'x'
sees build 'built and distributed' store/a.c 'x'
sees build 'unit test is run' tests/unit/test_a.c 'x'
sees build 'the tests is distributed' tests/unit/a.h 'x'
sees build 'fuzz target is run' tests/fuzz/fuzz_a.c 'x'
sees readme 'two commands' README.md 'sh scripts/third.sh'
sees readme 'parsed by sh' scripts/a.sh 'if'
echo "1..$count"
exit "$failed"
