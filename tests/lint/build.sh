#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every file of the tree is named in a makefile fragment, and only files that are there.
set -u
. "$(dirname "$0")/lib.sh"

for folder in $layers; do
	for file in "$folder"/*.[ch]; do
		[ -f "$file" ] || continue
		grep -qE "(^|[[:space:]])${file//./\\.}([[:space:]]|\$)" "$folder/local.mk" Makefile.am 2>/dev/null ||
			echo "$file is not in $folder/local.mk"
	done
done | lint_rule "every source file is built and distributed"

for file in tests/unit/test_*.c; do
	[ -f "$file" ] || continue
	grep -qF "$file" tests/unit/*.mk || echo "$file is not in tests/unit/*.mk"
done | lint_rule "every unit test is run"


for file in tests/unit/*.h tests/unit/data/* tests/fuzz/*.h; do
	[ -f "$file" ] || continue
	cat tests/local.mk tests/*/*.mk | grep -qF "$file" || echo "$file is in no tests/*.mk"
done | lint_rule "every file of the tests is distributed"

for file in tests/fuzz/fuzz_*.c; do
	[ -f "$file" ] || continue
	grep -qE "(^|[[:space:]])${file%.c}([[:space:]]|\$)" tests/fuzz/local.mk || echo "$file is not in tests/fuzz/local.mk"
done | lint_rule "every fuzz target is run"
lint_end
