# SPDX-License-Identifier: GPL-3.0-or-later
# Frame of the lints (sourced): each rule is one TAP test; its flaws are shown as comments.
#
#	lint_rule "no file is longer than 500 lines" < flaws
#	lint_end
#
# $srcdir is the top of the tree, so that a lint can be tried on a bad sample (selftest.sh).
shopt -s lastpipe # the rule at the end of a pipe counts in this shell
cd "${srcdir:-.}" || exit 1
LC_ALL=C
export LC_ALL
lint_count=0
lint_failed=0

# The layers, left to right (DESIGN 3).
layers="base output corpus codebooks coder store project exchange reports cli"

# Files of the layers with the ending: lint_files c h
lint_files()
{
	local folder ending file
	for folder in $layers; do
		for ending in "$@"; do
			for file in "$folder"/*."$ending"; do
				[ -f "$file" ] && echo "$file"
			done
		done
	done
	return 0
}

test_files()
{
	find tests -name '*.[ch]' -type f 2>/dev/null | sort
}

lint_rule()
{
	local flaws
	flaws=$(cat)
	lint_count=$((lint_count + 1))
	if [ -z "$flaws" ]; then
		echo "ok $lint_count - $1"
	else
		lint_failed=1
		printf '%s\n' "$flaws" | sed 's/^/# /'
		echo "not ok $lint_count - $1"
	fi
}

lint_skip()
{
	lint_count=$((lint_count + 1))
	echo "ok $lint_count - $1 # SKIP $2"
}

lint_end()
{
	echo "1..$lint_count"
	exit "$lint_failed"
}

# A C file without comments, strings and character constants, with its line breaks.
without_words()
{
	awk '
	{
		out = ""
		n = length($0)
		for (i = 1; i <= n; i++) {
			c = substr($0, i, 1)
			two = substr($0, i, 2)
			if (comment) {
				if (two == "*/") { comment = 0; i++ }
			} else if (quote != "") {
				if (c == "\\") i++
				else if (c == quote) { quote = ""; out = out c }
			} else if (two == "/*") { comment = 1; i++ }
			else if (two == "//") break
			else {
				if (c == "\"" || c == "\047") quote = c
				out = out c
			}
		}
		quote = ""
		print out
	}' "$1"
}
