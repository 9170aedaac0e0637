#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the packages tema needs, builds it, installs it to ~/.local and runs the main job
# on the example study. Run it again at any time: only what changed is done again.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh

prefix=${PREFIX:-${HOME:?}/.local}
build=${BUILD:-build}
study=${STUDY:-$build/study}

# shellcheck disable=SC2086
packages $build_packages
configured "$build" --prefix="$prefix"
say "building"
run_make "$build" all
run_make "$build" install
say "installed: $prefix/bin/tema"
case ":$PATH:" in
*":$prefix/bin:"*) ;;
*)
	echo "To call it as 'tema', type this line (and put it at the end of ~/.profile):"
	echo "  export PATH=\"$prefix/bin:\$PATH\""
	;;
esac
say "running the main job on the example study in $study"
try_installed "$prefix" "$study" || die "the example study failed"
