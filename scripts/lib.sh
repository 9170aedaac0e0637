# SPDX-License-Identifier: GPL-3.0-or-later
# What try.sh, test.sh and tests/install.sh share (sourced by sh).
#
#	packages NAME...	  installs what is missing, and asks apt for nothing if all is there
#	configured DIR ARG...	  DIR is configured with these arguments, and only if it was not
#	run_make DIR TARGET...	  quiet unless it fails
#	try_installed PREFIX DIR  runs the main job on the example study with the installed program

die()
{
	echo "$0: $*" >&2
	exit 1
}

say()
{
	echo "== $*"
}

# Packages that are needed to build and run; the tests need check on top.
build_packages="gcc make autoconf automake pkg-config libc6-dev libpcre2-dev libxml2-dev
	libsqlite3-dev libutf8proc-dev libzip-dev libjansson-dev libmd-dev libgsl-dev libstemmer-dev
	libpoppler-glib-dev libyaml-dev"
test_packages="check bash diffutils"

is_installed()
{
	dpkg-query -W -f='${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed
}

packages()
{
	missing=
	if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
		say "no apt-get here: the libraries must be there already (configure names what is missing)"
		return 0
	fi
	for package in "$@"; do
		is_installed "$package" || missing="$missing $package"
	done
	[ -n "$missing" ] || return 0
	say "installing packages:$missing"
	if [ "$(id -u)" = 0 ]; then
		as_root=
	elif command -v sudo >/dev/null 2>&1; then
		as_root=sudo
	else
		die "these packages are missing and there is no sudo; as root type: apt-get install$missing"
	fi
	# shellcheck disable=SC2086
	$as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq ||
		die "apt-get update failed: is there a network?"
	# shellcheck disable=SC2086
	$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
		$missing || die "apt-get could not install:$missing"
}

# At most as many jobs as there are processors.
jobs()
{
	nproc 2>/dev/null || echo 2
}

# Shows what went wrong and nothing else.
quietly()
{
	log=$1
	shift
	"$@" >"$log" 2>&1 && return 0
	grep -vE '^  (CC|CCLD|AR|GEN) ' "$log" | tail -n 40 >&2
	die "failed: $* (all of it: $log)"
}

configured()
{
	dir=$1
	shift
	mkdir -p "$dir" || die "cannot make the folder $dir"
	dir=$(cd "$dir" && pwd)
	if [ ! -x configure ] || [ configure.ac -nt configure ]; then
		quietly "$dir/autogen.log" ./autogen.sh
	fi
	if [ ! -f "$dir/Makefile" ] || [ "$(cat "$dir/arguments" 2>/dev/null)" != "$*" ]; then
		say "configuring in $dir"
		top=$(pwd)
		(cd "$dir" && quietly "$dir/configure.log" "$top/configure" "$@") || exit 1
		echo "$*" >"$dir/arguments"
	fi
}

run_make()
{
	dir=$1
	shift
	quietly "$dir/make.log" make -s -C "$dir" -j"$(jobs)" "$@"
}

try_installed()
{
	PATH=$1/bin:$PATH
	TEMA_LIBRARY=$1/share/tema/codebooks
	export PATH TEMA_LIBRARY
	sh "$1/share/tema/examples/run.sh" "$2"
}

# "N passed, N failed" from what `make check` printed; a run without figures is one failure.
tap_summary()
{
	awk '/^# PASS: / { passed += $3 } /^# (FAIL|XPASS|ERROR): / { failed += $3 } /^# TOTAL: / { seen = 1 }
		END { if (!seen) failed++; print passed + 0 " passed, " failed + 0 " failed" }' "$@"
}
