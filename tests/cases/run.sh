#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the golden cases: each folder tests/cases/COMMAND/NAME/ with a script `cmd`.
#
#	tests/cases/run.sh [COMMAND | COMMAND/NAME]...
#
# `cmd` is run by bash in a fresh copy of its folder, with the built tema first on PATH; its
# stdout, stderr and exit status are compared with expected.stdout, expected.stderr and
# expected.exit (missing: empty, 0). UPDATE=1 writes these files instead. A case that needs
# the reference data ($SHARED) or a tool that is not here says so on stderr and ends with
# `exit 77`: it is skipped, with that line as the reason.
# Paths of the scratch folder, of $SHARED and of $SRCDIR are written so in what is compared.
set -u

SRCDIR=$(cd "${srcdir:-.}" && pwd) || exit 1
build=${abs_builddir:-$(pwd)}
program=${TEMA_PROGRAM:-$build/tema}
SHARED=${TEMA_SHARED:-$SRCDIR/../shared}
SHARED=$(cd "$SHARED" 2>/dev/null && pwd)
cases=$SRCDIR/tests/cases

# What a case may see of the environment: the same everywhere.
clean_env()
{
	local name keep=()
	for name in ASAN_OPTIONS UBSAN_OPTIONS LSAN_OPTIONS GCOV_PREFIX GCOV_PREFIX_STRIP; do
		[ -n "${!name+x}" ] && keep+=("$name=${!name}")
	done
	env -i "${keep[@]}" PATH="$work/bin:$PATH" HOME="$1/home" USER=peneliti LOGNAME=peneliti \
		LC_ALL=C.UTF-8 TZ=UTC TERM=dumb NO_COLOR=1 TMPDIR="$1/tmp" \
		TEMA_NOW=1700000000000 TEMA_SEED=1 TEMA_LIBRARY="$SRCDIR/codebooks/library" \
		SRCDIR="$SRCDIR" SHARED="$SHARED" "${@:2}"
}

# Paths of this machine by name, in place.
name_paths()
{
	local dir=$1 file
	shift
	for file; do
		sed -i -e "s|$dir|SCRATCH|g" ${SHARED:+-e "s|$SHARED|SHARED|g"} \
			-e "s|$SRCDIR|SRCDIR|g" "$file"
	done
}

same()
{
	local expected=$1 actual=$2
	[ -f "$expected" ] || expected=/dev/null
	cmp -s "$expected" "$actual" && return 0
	diff -u --label "expected.${actual##*.}" --label "actual" "$expected" "$actual" |
		head -60 | sed 's/^/#   /'
	return 1
}

update()
{
	local folder=$1 dir=$2 what
	for what in stdout stderr exit; do
		if [ -s "$dir/actual.$what" ]; then
			cmp -s "$dir/actual.$what" "$folder/expected.$what" ||
				cp "$dir/actual.$what" "$folder/expected.$what"
		else
			rm -f "$folder/expected.$what"
		fi
	done
}

# One case; the TAP line (without its number) and the comments go to the result file.
run_one()
{
	local name=$1 folder=$cases/$1 dir status what good=yes
	dir=$(mktemp -d "$work/case-XXXXXX")
	mkdir "$dir/home" "$dir/tmp"
	cp -R "$folder" "$dir/case"
	chmod -R u+w "$dir/case"
	rm -f "$dir"/case/expected.*
	(
		cd "$dir/case" || exit 1
		umask 022
		clean_env "$dir" timeout "${CASE_TIMEOUT:-120}" bash ./cmd \
			>"$dir/actual.stdout" 2>"$dir/actual.stderr" </dev/null
	)
	status=$?
	name_paths "$dir" "$dir/actual.stdout" "$dir/actual.stderr"
	: >"$dir/actual.exit"
	[ "$status" -ne 0 ] && echo "$status" >"$dir/actual.exit"
	if [ "$status" -eq 77 ]; then
		echo "ok - $name # SKIP $(tail -n 1 "$dir/actual.stderr")"
	elif [ -n "${UPDATE:-}" ]; then
		update "$folder" "$dir"
		echo "ok - $name # written"
	else
		for what in stdout stderr exit; do
			same "$folder/expected.$what" "$dir/actual.$what" || good=no
		done
		[ "$good" = yes ] && echo "ok - $name" || echo "not ok - $name"
	fi >"$work/results/${name//\//__}"
	rm -rf "$dir"
}

if [ "${1:-}" = --one ]; then
	work=$2
	run_one "$3"
	exit 0
fi

if [ ! -x "$program" ]; then
	echo "1..0 # SKIP there is no program $program"
	exit 0
fi
work=$(mktemp -d "${TMPDIR:-/tmp}/tema-cases-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/results"
if [ -n "${TEMA_WRAP:-}" ]; then
	printf '#!/bin/sh\nexec %s "%s" "$@"\n' "$TEMA_WRAP" "$program" >"$work/bin/tema"
	chmod +x "$work/bin/tema"
else
	ln -s "$program" "$work/bin/tema"
fi

list=$(cd "$cases" && find "${@:-.}" -name cmd -type f | sed 's|^\./||; s|/cmd$||' | LC_ALL=C sort)
export srcdir="$SRCDIR" abs_builddir="$build"
printf '%s\n' "$list" | grep . | tr '\n' '\0' |
	xargs -0 -r -P "${CASE_JOBS:-2}" -n 1 bash "$0" --one "$work"

number=0
failed=0
while read -r name; do
	[ -n "$name" ] || continue
	number=$((number + 1))
	result=$work/results/${name//\//__}
	if [ ! -s "$result" ]; then
		echo "not ok $number - $name (it did not run)"
		failed=1
		continue
	fi
	sed -E "s/^(not ok|ok) -/\1 $number -/" "$result"
	grep -q '^not ok' "$result" && failed=1
done <<<"$list"
echo "1..$number"
exit "$failed"
