#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The steps of README's first command (scripts/try.sh) on the tree that is built: install to
# a fresh prefix, run the main job on the example study with what was installed.
set -u
top=$(cd "${srcdir:-.}" && pwd)
build=${abs_builddir:-$(pwd)}
work=$(mktemp -d "${TMPDIR:-/tmp}/tema-install-XXXXXX")
trap 'rm -rf "$work"' EXIT
prefix=$work/prefix
count=0
failed=0

# is NAME COMMAND...: one test; what the command says is shown when it fails.
is()
{
	local name=$1
	shift
	count=$((count + 1))
	if "$@" >"$work/out" 2>&1; then
		echo "ok $count - $name"
	else
		tail -40 "$work/out" | sed 's/^/# /'
		echo "not ok $count - $name"
		failed=1
	fi
}

is_html()
{
	head -c 15 "$1" | grep -q '^<!DOCTYPE html>' && grep -q '</html>' "$1"
}

is_private()
{
	[ "$(stat -c %a "$1")" = 600 ]
}

# The example study with the installed program, with a home of its own.
run_study()
{
	timeout 600 env HOME="$work/home" USER=peneliti LOGNAME=peneliti \
		sh -c '. "$1/scripts/lib.sh"; try_installed "$2" "$3"' sh "$top" "$prefix" "$1"
}

install_it()
{
	"${MAKE:-make}" -s -C "$build" install prefix="$prefix" exec_prefix="$prefix" \
		datarootdir="$prefix/share" bindir="$prefix/bin" mandir="$prefix/share/man" \
		datadir="$prefix/share"
}

mkdir "$work/home"
is "installs to a fresh prefix" install_it
is "the program runs" "$prefix/bin/tema" --version
is "the manual is installed" test -f "$prefix/share/man/man1/tema.1"
is "the page of messages is installed" test -f "$prefix/share/man/man7/tema-messages.7"
is "the syntax for Vim is installed" test -f "$prefix/share/tema/editors/vim/syntax/codebook.vim"
for name in jones emerson servo; do
	is "the codebook $name is installed" test -f "$prefix/share/tema/codebooks/$name.codebook"
done
is "the example study runs" run_study "$work/study"
report=$(find "$work/study" -name '*.html' | head -1)
is "it writes a report" is_html "$report"
is "the report is private" is_private "$report"
project=$(find "$work/study" -name '*.tema' | head -1)
is "the project is private" is_private "$project"
is "the example study runs again" run_study "$work/study"
echo "1..$count"
exit "$failed"
