#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# README names exactly the two commands that are tested, and they can be run.
set -u
. "$(dirname "$0")/lib.sh"

wanted=$(printf 'sh scripts/test.sh\nsh scripts/try.sh')
found=$(sed -n 's/^[ \t]*\(sh [^ ]*\).*/\1/p' README.md | sort -u)
[ "$found" = "$wanted" ] || printf 'found:\n%s\n' "$found" | lint_rule "README names two commands"
[ "$found" = "$wanted" ] && lint_rule "README names two commands" </dev/null

for script in scripts/*.sh; do
	sh -n "$script" 2>&1
done | lint_rule "the scripts can be parsed by sh"
lint_end
