#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# One command = one row in cli/commands.c, one cli/cmd_X.c, one man/tema-X.1, one tests/cases/X/.
set -u
. "$(dirname "$0")/lib.sh"

if [ ! -f cli/commands.c ]; then
	lint_skip "commands, man pages and cases belong together" "there is no cli/commands.c"
	lint_end
fi
files=$(for file in cli/cmd_*.c; do file=${file#cli/cmd_}; echo "${file%.c}"; done)
rows=$(sed -n 's/.*&cmd_\([a-z0-9_]*\).*/\1/p' cli/commands.c)

for x in $files; do
	echo "$rows" | grep -qx "$x" || echo "cli/cmd_$x.c has no row in cli/commands.c"
done | lint_rule "every command file has a row"
for x in $rows; do
	[ -f "cli/cmd_$x.c" ] || echo "the row $x has no cli/cmd_$x.c"
done | lint_rule "every row has a command file"
for x in $rows; do
	page=man/tema-${x//_/-}.1
	[ -f "$page" ] || echo "no $page"
done | lint_rule "every command has a man page"
for page in man/tema-*.1; do
	[ -f "$page" ] || continue
	x=${page#man/tema-}
	x=${x%.1}
	echo "$rows" | grep -qx "${x//-/_}" || echo "$page: no such command"
done | lint_rule "every man page has a command"
for x in $rows; do
	ls tests/cases/"${x//_/-}"/*/cmd >/dev/null 2>&1 || echo "no tests/cases/${x//_/-}/*/cmd"
done | lint_rule "every command has cases"
for page in man/*.[0-9]; do
	[ -f "$page" ] || continue
	grep -qF "$page" man/local.mk || echo "$page is not in man/local.mk"
done | lint_rule "every man page is installed"
for page in man/tema-*.[0-9]; do
	[ -f "$page" ] || continue
	x=${page#man/}
	sed -n '/^\.SH SEE ALSO/,$p' man/tema.1 | sed 's/\\-/-/g' |
		grep -qF "${x%.?} (${x##*.})" || echo "man/tema.1 does not name ${x%.?}(${x##*.})"
done | lint_rule "tema(1) names every man page"
lint_end
