#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Each shipped codebook suggests as well as floors.tsv says (README.md). TAP.
if ! command -v python3 >/dev/null 2>&1; then
	echo "1..0 # SKIP python3 is not installed (it measures)"
	exit 0
fi
TEMA_LIBRARY=${srcdir:-.}/codebooks/library exec python3 "${srcdir:-.}/tests/quality/measure.py" \
	--tema "${abs_builddir:-.}/tema" --floor
