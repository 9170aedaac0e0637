#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Files have at most 500 lines, functions at most 100. A function's body stands between a
# brace alone at the start of a line and the next one (Linux brace style).
set -u
. "$(dirname "$0")/lib.sh"

files=$(lint_files c h; test_files)
for file in $files; do
	lines=$(wc -l <"$file")
	[ "$lines" -le 500 ] || echo "$file has $lines lines"
done | lint_rule "files have at most 500 lines"

# "lines file:line" of every function
functions()
{
	# shellcheck disable=SC2086
	awk 'FNR == 1 { start = 0 }
	/^\{/ { start = FNR }
	/^\}/ && start { print FNR - start + 1, FILENAME ":" start; start = 0 }' $files /dev/null
}

functions | awk '$1 > 100 { print $2 ": a function of " $1 " lines" }' |
	lint_rule "functions have at most 100 lines"

functions | sort -n | awk '{ v[NR] = $1 } END { if (NR) print "# " NR " functions: half up to " \
	v[int((NR + 1) / 2)] " lines, nine in ten up to " v[int((9 * NR + 9) / 10)] }'
lint_end
