#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Manual and program say the same: every option that `tema COMMAND --help` prints stands, with its
# letter and its value, in man/tema-COMMAND.1 (or in tema.1, when every command has it), and the
# other way round. Needs the built program.
set -u
program=${TEMA_PROGRAM:-${abs_builddir:-$PWD}/tema}
. "$(dirname "$0")/lib.sh"

if [ ! -x "$program" ]; then
	lint_skip "manual and --help name the same options" "there is no program $program"
	lint_end
fi

# "--name -x VALUE" of each option.
of_help()
{
	sed -nE 's/^  (-(.), |    )--([a-z-]+)( ([^ ]+))?( .*)?$/--\3 -\2 \5/p' | sort
}

of_page()
{
	sed -n '/^\.SH OPTIONS/,/^\.SH [^O]/p' "$1" | sed 's/\\-/-/g' |
		sed -E 's/^\\fB-(.)\\fR, (\\fB--[a-z-]+\\fR)/\2, \\fB-\1\\fR/' |
		sed -nE 's/^\\fB--([a-z-]+)\\fR(, \\fB-(.)\\fR)?( \\fI(.*)\\fR)?$/--\1 -\3 \5/p' | sort
}

common=$(of_page man/tema.1)
for page in man/tema-*.1; do
	[ -f "$page" ] || continue
	name=${page#man/tema-}
	name=${name%.1}
	help=$("$program" "$name" --help | of_help)
	[ -n "$help" ] || echo "tema $name --help: no options"
	comm -23 <(printf '%s\n' "$help") <({ of_page "$page"; printf '%s\n' "$common"; } | sort -u) |
		grep . | sed "s|^|$page: missing is |"
	comm -13 <(printf '%s\n' "$help") <(of_page "$page") | grep . |
		sed "s|^|$page: the program has no such option: |"
	comm -13 <(printf '%s\n' "$help") <(printf '%s\n' "$common") | grep . |
		sed "s|^|man/tema.1: tema $name has no such option: |"
done | lint_rule "manual and --help name the same options"
lint_end
