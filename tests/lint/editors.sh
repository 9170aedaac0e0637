#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The words of the rule language are those that the editors' syntax files colour: a new one in
# codebooks/words.h is wanted in doc/editors/vim/syntax and in doc/editors/vscode/syntaxes.
set -u
. "$(dirname "$0")/lib.sh"

vim=doc/editors/vim/syntax/codebook.vim
textmate=doc/editors/vscode/syntaxes/codebook.tmLanguage.json

# language FLAG: operators, or the others
language()
{
	sed -nE 's/.*X\([A-Z]+, "([a-z]+)", ([A-Z_ |]+)\).*/\1 \2/p' codebooks/words.h |
		awk -v operators="$1" '($0 ~ /IS_OPERATOR/) == operators { print $1 }' | sort
}

# The words of the group, without the options behind them.
of_vim()
{
	sed -nE "s/^syntax keyword $1 //p" "$vim" | sed -E 's/ (nextgroup=|skipwhite|contained).*//' |
		tr ' ' '\n' | grep . | sort
}

# The words of the pattern that has this name: "(?:a|b)".
of_textmate()
{
	awk -v name="\"$1\"" 'index($0, "\"name\": " name) { found = 1 }
		found && /"match":/ { print; found = 0 }' "$textmate" |
		grep -oE '\(\?:[a-z]+(\|[a-z]+)+\)' | awk 'length > longest { longest = length; all = $0 }
		END { print all }' | tr -d '(?:)' | tr '|' '\n' | sort
}

compare()
{
	diff <(language "$2") <("of_$1" "$3") | grep '^[<>]' |
		sed -e "s|^< |missing in the syntax for $1: |" -e "s|^> |not a word of the language, in $1: |"
}

{ compare vim 0 codebookItem; compare vim 1 codebookOperator; } |
	lint_rule "Vim knows the words of the language"
{ compare textmate 0 keyword.control.codebook; compare textmate 1 keyword.operator.codebook; } |
	lint_rule "the TextMate grammar knows the words of the language"

# Flags of regular expressions, as { 'c', REGEX_CASE } in the parser and [cmsx] in the syntax files.
flags=$(grep -oE "\{ '[a-z]', REGEX_" codebooks/parse_pattern.c | cut -c4 | sort -u | tr -d '\n')
for file in "$vim" "$textmate"; do
	grep -qF "[$flags]" "$file" || echo "$file does not name the flags [$flags]"
done | lint_rule "the syntax files know the flags of regular expressions"
lint_end
