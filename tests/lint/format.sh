#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Layout by clang-format (its version decides small things, so only `make lint` asks).
set -u
. "$(dirname "$0")/lib.sh"

if command -v clang-format >/dev/null 2>&1; then
	{ lint_files c h; test_files; } | while read -r file; do
		clang-format --dry-run -Werror "$file" >/dev/null 2>&1 || echo "$file: clang-format -i"
	done | lint_rule "C files are laid out by clang-format"
else
	lint_skip "C files are laid out by clang-format" "no clang-format"
fi
if command -v shellcheck >/dev/null 2>&1; then
	find . -name '*.sh' -not -path './build*' -not -path './.git/*' -print0 |
		xargs -0 shellcheck -S warning -e SC1091,SC2034,SC2046,SC2148,SC2154 2>&1 | lint_rule "shell scripts pass shellcheck"
else
	lint_skip "shell scripts pass shellcheck" "no shellcheck"
fi
if command -v groff >/dev/null 2>&1 && ls man/*.[0-9] >/dev/null 2>&1; then
	for page in man/*.[0-9]; do
		groff -man -Tutf8 -k -ww -z "$page" 2>&1 | sed "s|^|$page: |"
	done | lint_rule "man pages have no flaw that groff sees"
else
	lint_skip "man pages have no flaw that groff sees" "no groff or no pages"
fi
lint_end
