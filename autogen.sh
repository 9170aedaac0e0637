#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes ./configure from configure.ac (once after a fresh checkout).
set -eu
cd "$(dirname "$0")"
missing=
for tool in autoconf automake pkg-config; do
	command -v "$tool" >/dev/null 2>&1 || missing="$missing $tool"
done
if [ -n "$missing" ]; then
	echo "autogen.sh: missing:$missing" >&2
	echo "On Debian and Ubuntu type: apt-get install$missing" >&2
	exit 1
fi
exec autoreconf --install --force
