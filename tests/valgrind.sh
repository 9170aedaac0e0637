#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The unit tests (named as arguments) and the golden cases under valgrind, as TAP.
set -u
if ! command -v valgrind >/dev/null 2>&1; then
	echo "1..0 # SKIP valgrind is not installed"
	exit 0
fi
top=$(cd "${srcdir:-.}" && pwd)
wrap="valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite"
wrap="$wrap --suppressions=$top/tests/valgrind.supp"
export CK_TIMEOUT_MULTIPLIER=20
count=0
failed=0
for test; do
	count=$((count + 1))
	if output=$($wrap --trace-children=no "./$test" 2>&1); then
		echo "ok $count - $test"
	else
		printf '%s\n' "$output" | grep -v '^ok' | tail -60 | sed 's/^/# /'
		echo "not ok $count - $test"
		failed=1
	fi
done
count=$((count + 1))
if output=$(TEMA_WRAP="$wrap" CASE_TIMEOUT=900 bash "$top/tests/cases/run.sh" 2>&1); then
	echo "ok $count - golden cases"
else
	printf '%s\n' "$output" | grep -v '^ok' | tail -100 | sed 's/^/# /'
	echo "not ok $count - golden cases"
	failed=1
fi
echo "1..$count"
exit "$failed"
