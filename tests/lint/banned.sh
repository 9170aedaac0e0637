#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Calls and words that must not appear.
set -u
. "$(dirname "$0")/lib.sh"

# banned PATTERN REASON FILE...: calls of these functions
banned()
{
	local pattern=$1 reason=$2 file
	shift 2
	for file in "$@"; do
		without_words "$file" | grep -nE "(^|[^A-Za-z0-9_.>])($pattern)[[:space:]]*\(" |
			sed -E "s|^([0-9]+):[[:space:]]*(.*)|$file:\1: \2   <- $reason|"
	done
}

all=$(lint_files c h; test_files)
dangerous='strcpy|strcat|strncpy|strncat|stpcpy|sprintf|vsprintf|strtok|atoi|atol|atoll|atof|gets|system|popen|alloca|tmpnam|mktemp|tempnam'
# shellcheck disable=SC2086
banned "$dangerous" "banned" $all | lint_rule "no dangerous call"
# shellcheck disable=SC2086
banned 'scanf|sscanf|fscanf|asctime|ctime|localtime|gmtime|rand|srand' "banned" $(lint_files c h) |
	lint_rule "no sloppy call"

libraries=$(lint_files c h | grep -v '^cli/')
# shellcheck disable=SC2086
banned 'printf|vprintf|fprintf|vfprintf|dprintf|puts|fputs|putchar|putc|fputc|perror|exit|_exit|_Exit|quick_exit|abort|errx?|warnx?' \
	"library layers never print or exit" $(echo "$libraries" | grep -v -e '^base/mem\.c$' -e '^base/child\.c$') |
	lint_rule "library layers never print or exit"

for file in $libraries; do
	[ "$file" = base/mem.c ] && continue
	without_words "$file" | grep -nwE 'stdout|stderr' | sed "s|^|$file:|"
done | lint_rule "library layers do not know stdout and stderr"

# shellcheck disable=SC2086
banned 'isalpha|isalnum|isupper|islower|isspace|isdigit|isxdigit|isprint|ispunct|iswalpha|iswalnum|iswspace|toupper|tolower|towupper|towlower|strcasecmp|strncasecmp|strcasestr|strcoll|setlocale' \
	"depends on the locale" $libraries | lint_rule "library layers do not depend on the locale"

# shellcheck disable=SC2086
banned 'time|gettimeofday|clock_gettime|getrandom|random|arc4random' "use base/clock.h, base/uid.h" \
	$(lint_files c h | grep -v -e '^base/clock\.c$' -e '^base/uid\.c$') |
	lint_rule "clock and chance only in base/"

# shellcheck disable=SC2086
grep -nwE 'TODO|FIXME' $(lint_files c h) /dev/null | lint_rule "nothing is left to do"

for file in $all; do
	IFS= read -r first <"$file"
	[ "$first" = "/* SPDX-License-Identifier: GPL-3.0-or-later */" ] || echo "$file"
done | lint_rule "every file names the licence"

lint_files h | while read -r file; do
	guard=TEMA_$(echo "${file%.h}" | tr 'a-z/.-' 'A-Z___')_H
	grep -q "no include guard" "$file" || grep -q "^#ifndef $guard\$" "$file" || echo "$file: guard is not $guard"
done | lint_rule "header guards are named by the file (or there is, by its word, no include guard)"
lint_end
