#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the packages tema and its tests need, builds with warnings as errors and runs all
# tests. CC and BUILD choose another compiler and folder; arguments go to configure. When no
# file has changed since all tests passed, it says so and does nothing.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh

cc=${CC:-gcc}
build=${BUILD:-build-test}

# Files and folders that have changed since the tests passed. What builds make is no change.
changed()
{
	find . -mindepth 1 \( -path './build*' -o -path ./.git -o -path ./autom4te.cache \
		-o -name configure -o -name 'configure~' -o -name Makefile.in -o -name aclocal.m4 \) \
		-prune -o -newer "$build/passed" -print | head -n 1
}

# shellcheck disable=SC2086
packages $build_packages $test_packages
command -v "$cc" >/dev/null 2>&1 || packages "$cc"
configured "$build" --enable-werror CC="$cc" "$@"
if [ -f "$build/passed" ] && [ -z "$(changed)" ]; then
	say "nothing has changed since all tests passed (to run them again: rm $build/passed)"
	cat "$build/passed"
	exit 0
fi
rm -f "$build/passed"
touch "$build/started"
say "building with $cc"
run_make "$build" all
say "running all tests"
status=0
make -s -k -C "$build" -j"$(jobs)" check >"$build/check.log" 2>&1 || status=$?
grep -E '^(FAIL|XPASS|ERROR):' "$build/check.log" || true
grep -E '^SKIP:' "$build/check.log" || true
summary=$(tap_summary "$build/check.log")
if [ "$status" -ne 0 ]; then
	grep -q '^# TOTAL' "$build/check.log" ||
		grep -vE '^  (CC|CCLD|AR) ' "$build/check.log" | tail -n 40
	echo "$summary"
	die "tests failed: see $build/test-suite.log"
fi
echo "$summary" >"$build/passed"
touch -r "$build/started" "$build/passed"
echo "$summary"
