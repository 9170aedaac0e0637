#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# `make bench`: imports and precodes a synthetic corpus in two sizes and prints time, speed and
# peak memory. Figures, not a test; the peak should hardly differ between the sizes.
# First a pass of 450 roots, then the engine alone: generated codebooks of 30, 300 and 3,000 rules, and
# the shipped ones; its line "documents" is reading plain text up to sentences, before the database.
# Then interviews of 10,000 words as .docx.
#
#	MB="5 20" DOCX=200 CODEBOOK=jones make bench
set -u
top=$(cd "${srcdir:-.}" && pwd)
build=${abs_builddir:-$(pwd)}
shared=${TEMA_SHARED:-$top/../shared}
if [ ! -f "$shared/bench/gen_corpus.py" ]; then
	echo "# SKIP there is no $shared/bench/gen_corpus.py to make the corpus with"
	exit 0
fi
if ! command -v python3 >/dev/null 2>&1; then
	echo "# SKIP python3 is not installed (it makes the corpus and measures)"
	exit 0
fi
work=$(mktemp -d "${TMPDIR:-/tmp}/tema-bench-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
export HOME=$work/home TEMA_LIBRARY=$top/codebooks/library
unset XDG_CONFIG_HOME TEMA_PROJECT TEMA_CODER
mkdir "$HOME"

# measure LABEL N COMMAND...: one line of figures; N counts $UNIT, MB by default
measure()
{
	python3 - "$@" <<'PYTHON'
import os, resource, subprocess, sys, time
unit = os.environ.get("UNIT", "MB")
label, mb, command = sys.argv[1], float(sys.argv[2]), sys.argv[3:]
start = time.monotonic()
with open("out", "w") as out:
    status = subprocess.call(command, stdout=out, stderr=subprocess.STDOUT)
seconds = time.monotonic() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{label:<10} {mb:6.1f} {unit}  {seconds:8.2f} s  {mb / seconds:8.2f} {unit}/s  "
      f"cpu {used.ru_utime + used.ru_stime:8.2f} s  peak {used.ru_maxrss / 1024:7.1f} MiB"
      + ("" if status in (0, 1) else f"  FAILED with status {status}"))
if status not in (0, 1):
    print(open("out").read()[-2000:])
    sys.exit(1)
PYTHON
}

# engine_alone CORPUS BOOK...: figures of bench_precode
engine_alone()
{
	local corpus=$1
	shift
	"$build/tests/bench/bench_precode" "$@" -- "$corpus"/*
}

cd "$work" || exit 1
failed=0
roots=$shared/data/morphology/roots-gold.txt
if ${MAKE:-make} -s -C "$build" tests/bench/bench_precode tests/bench/bench_roots; then
	python3 "$shared/bench/gen_corpus.py" corpus --mb 5 --files 50 \
		--vocab-id '' --vocab-en '' --seeds '' >/dev/null || exit 1
	python3 "$shared/bench/gen_rules.py" rules --corpus corpus --sizes 30,300,3000 2>/dev/null || exit 1
	if [ -f "$roots" ]; then
		"$build/tests/bench/bench_roots" "$roots" corpus/* || failed=1
	fi
	for n in 30 300 3000; do
		python3 "$top/tests/bench/book_of_rules.py" "rules/rules_$n.tsv" "rules$n" >"rules$n.codebook"
		engine_alone corpus "rules$n.codebook" || failed=1
	done
	if ls "$TEMA_LIBRARY"/*.codebook >/dev/null 2>&1; then
		engine_alone corpus "$TEMA_LIBRARY"/*.codebook || failed=1
	fi
else
	failed=1
fi
docx=${DOCX:-200}
python3 "$top/tests/bench/gen_docx.py" docx --files "$docx" --words 10000 || exit 1
"$build/tema" init docx.tema >/dev/null 2>&1 || exit 1
UNIT=docx measure import "$docx" "$build/tema" -p docx.tema import docx || failed=1
for mb in ${MB:-5 20}; do
	files=$((mb * 10))
	python3 "$shared/bench/gen_corpus.py" "corpus$mb" --mb "$mb" --files "$files" \
		--vocab-id '' --vocab-en '' --seeds '' >/dev/null || exit 1
	real=$(find "corpus$mb" -type f -printf '%s\n' | awk '{ n += $1 } END { print n / 1000000 }')
	"$build/tema" init "p$mb.tema" >/dev/null 2>&1 || exit 1
	measure import "$real" "$build/tema" -p "p$mb.tema" import "corpus$mb" || failed=1
	measure precode "$real" "$build/tema" -p "p$mb.tema" precode -c "${CODEBOOK:-jones}" || failed=1
	measure again "$real" "$build/tema" -p "p$mb.tema" precode -c "${CODEBOOK:-jones}" || failed=1
	measure report "$real" "$build/tema" -p "p$mb.tema" report --include suggested -o "r$mb.html" || failed=1
	stat -c "project    %s bytes" "p$mb.tema"
done
exit "$failed"
