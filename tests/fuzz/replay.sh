#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs every fuzz target on its corpus: one TAP test a target.
set -u
top=${srcdir:-.}
count=0
failed=0
for source in "$top"/tests/fuzz/fuzz_*.c; do
	name=$(basename "$source" .c)
	count=$((count + 1))
	inputs=("$top"/tests/fuzz/corpus/"$name"/*)
	if [ ! -f "${inputs[0]}" ]; then
		echo "not ok $count - $name has no corpus"
		failed=1
	elif output=$("./tests/fuzz/$name" "${inputs[@]}" 2>&1); then
		echo "ok $count - $name: ${#inputs[@]} inputs"
	else
		printf '%s\n' "$output" | tail -40 | sed 's/^/# /'
		echo "not ok $count - $name"
		failed=1
	fi
done
echo "1..$count"
exit "$failed"
