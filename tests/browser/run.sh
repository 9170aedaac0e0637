#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The report of the example study in a real browser (make check-browser): needs chromium, node and
# playwright-core ("npm install playwright-core" in any folder named by NODE_PATH, or globally).
set -u
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
tema=${abs_builddir:-$top}/tema

skip() { echo "1..0 # SKIP $1"; exit 0; }

chromium=$(command -v chromium || command -v chromium-browser) || skip "no chromium (Debian: chromium)"
command -v node >/dev/null || skip "no node (Debian: nodejs)"
NODE_PATH=${NODE_PATH:-}:$(npm root -g 2>/dev/null)
export NODE_PATH
node -e 'require("playwright-core")' 2>/dev/null || skip "no playwright-core (npm install -g playwright-core)"
[ -x "$tema" ] || { echo "1..1"; echo "not ok 1 - $tema is not built"; exit 1; }

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
export HOME=$work TEMA_LIBRARY=$top/codebooks/library TEMA_NOW=1700000000000 TEMA_SEED=1
unset XDG_CONFIG_HOME TEMA_PROJECT TEMA_CODER
PATH=$(dirname "$tema"):$PATH sh "$top/examples/run.sh" "$work/study" >"$work/log" 2>&1 ||
	{ echo "1..1"; echo "not ok 1 - the example study runs"; sed 's/^/# /' "$work/log"; exit 1; }
project=$(ls "$work"/study/*.tema)
for lang in id en; do
	"$tema" -p "$project" report -q --lang $lang -o "$work/report-$lang.html" || exit 1
done
"$tema" -p "$project" report -q --include suggested -o "$work/report-all.html" || exit 1
node "$here/report.js" "$chromium" "${BROWSER_SHOTS:-$work}" "$work"/report-{id,en,all}.html
