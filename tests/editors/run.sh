#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The syntax files of doc/editors: tokens of sample.codebook are what expected.tsv says, and in the
# shipped codebooks nothing is shown as an error. Vim and Python are wanted; without one of them
# its test is skipped.
set -u
src=$(cd "${srcdir:-.}" && pwd) || exit 1
here=$src/tests/editors
books=$(find "$src/codebooks/library" "$src/examples" -name '*.codebook' 2>/dev/null | sort)
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
failed=0

# report NUMBER NAME < flaws
report()
{
	local flaws
	flaws=$(cat)
	if [ -z "$flaws" ]; then
		echo "ok $1 - $2"
	else
		printf '%s\n' "$flaws" | head -50 | sed 's/^/# /'
		echo "not ok $1 - $2"
		failed=1
	fi
}

echo 1..2
if ! command -v vim >/dev/null || ! vim --version | grep -q '+syntax'; then
	echo "ok 1 - vim # SKIP vim with syntax is not installed"
else
	(
		cd "$work" || exit 1
		HOME=$work SYNTAX=$src/doc/editors/vim SAMPLE=$here/sample.codebook \
			EXPECTED=$here/expected.tsv BOOKS=$books FLAWS=$work/flaws \
			timeout 120 vim -es -u NONE -i NONE -n -S "$here/vim.vim" </dev/null >"$work/log" 2>&1
	)
	if [ "$(tail -n 1 "$work/flaws" 2>/dev/null)" = end ]; then
		sed '$d' "$work/flaws" | report 1 vim
	else
		{ echo "vim did not come to the end"; cat "$work/log"; } | report 1 vim
	fi
fi
if ! command -v python3 >/dev/null; then
	echo "ok 2 - TextMate # SKIP python3 is not installed"
else
	# shellcheck disable=SC2086
	timeout 120 python3 "$here/textmate.py" \
		"$src/doc/editors/vscode/syntaxes/codebook.tmLanguage.json" "$here/sample.codebook" \
		"$here/expected.tsv" "$src/codebooks/words.h" $books 2>&1 | report 2 TextMate
fi
exit $failed
