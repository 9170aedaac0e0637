#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A folder includes only itself and the folders to its left; a library's header appears only
# where its wrapper lives (DESIGN 3).
set -u
. "$(dirname "$0")/lib.sh"

rank()
{
	local n=0 folder
	for folder in $layers; do
		n=$((n + 1))
		[ "$folder" = "$1" ] && echo "$n" && return
	done
	echo 0
}

# "file:line header" for each #include "header"
own_includes()
{
	lint_files c h | xargs awk '/^[ \t]*#[ \t]*include[ \t]*"/ {
		split($0, part, "\""); print FILENAME ":" FNR, part[2] }' /dev/null
}

system_includes()
{
	{ lint_files c h; test_files; } | xargs awk '/^[ \t]*#[ \t]*include[ \t]*</ {
		split($0, part, /[<>]/); print FILENAME ":" FNR, part[2] }' /dev/null
}

upward()
{
	local place header from to
	own_includes | while read -r place header; do
		from=$(rank "${place%%/*}")
		to=$(rank "${header%%/*}")
		if [ "$to" = 0 ]; then
			echo "$place includes \"$header\": name it by its folder"
		elif [ "$to" -gt "$from" ]; then
			echo "$place includes \"$header\": ${header%%/*} is to the right of ${place%%/*}"
		fi
	done
}
upward | lint_rule "folders include only themselves and those to their left"

own_includes | while read -r place header; do
	[ -f "$header" ] || echo "$place includes \"$header\": no such file"
done | lint_rule "included files exist"

# lint_only PATTERN ALLOWED...: headers that match may stand in these folders or files only.
only()
{
	local pattern=$1 place header file allowed
	shift
	system_includes | while read -r place header; do
		[[ $header =~ ^$pattern$ ]] || continue
		file=${place%%:*}
		for allowed in "$@"; do
			case $file in "$allowed" | "$allowed"/* | tests/*) continue 2 ;; esac
		done
		echo "$place includes <$header>: only $* may"
	done
}
only 'sqlite3(ext)?\.h' store | lint_rule "sqlite3.h only in store/"
only 'libxml/.*' base | lint_rule "libxml2 only in base/"
only 'yaml\.h' base | lint_rule "libyaml only in base/"
only 'zip(conf)?\.h' base | lint_rule "libzip only in base/"
only 'jansson(_config)?\.h' base | lint_rule "jansson only in base/"
only '(md[245]|sha[0-9]*|ripemd|rmd160)\.h' base | lint_rule "libmd only in base/"
only 'utf8proc\.h' base | lint_rule "utf8proc only in base/"
only 'pcre2(posix)?\.h' codebooks/pattern.c coder | lint_rule "pcre2.h only in codebooks/pattern.c and coder/"
only 'gsl/.*' reports | lint_rule "GSL only in reports/"
only 'libstemmer\.h' corpus | lint_rule "libstemmer only in corpus/"
only 'check\.h' tests | lint_rule "check.h only in tests/"
only '(arpa|netinet|net)/.*|netdb\.h|sys/socket\.h|sys/un\.h' nowhere | lint_rule "no network header anywhere"

lint_files c | while read -r file; do
	own=${file%.c}.h
	[ -f "$own" ] || continue
	first=$(awk '/^#include/ { print; exit }' "$file")
	[ "$first" = "#include \"$own\"" ] || echo "$file: the first include must be \"$own\""
done | lint_rule "a file includes its own header first"
lint_end
