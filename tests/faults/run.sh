#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Faults of disk and process, many of them: `make check-faults`.  The program is killed, runs out of
# disk, or meets a second one; the project is then as before the command or as after it.
set -u
top=$(cd "${srcdir:-.}" && pwd)
build=${abs_builddir:-.}
tema=$build/tema
rounds=${FAULT_ROUNDS:-20}
count=0
failed=0

dir=$(mktemp -d "${TMPDIR:-/tmp}/tema-faults-XXXXXX") || exit 1
trap 'umount "$dir/penuh" 2>/dev/null; rm -rf "$dir"' EXIT
export XDG_CONFIG_HOME=$dir/config TEMA_CODER=Penguji
cd "$dir" || exit 1

# ok NAME: the status of the command before it, as one TAP test.
ok()
{
	local status=$?
	count=$((count + 1))
	if [ "$status" -eq 0 ]; then
		echo "ok $count - $1"
	else
		echo "not ok $count - $1"
		failed=1
	fi
}

# A corpus that takes a while, and a codebook that finds something in every line.
make_inputs()
{
	local i k

	mkdir -p texts
	for i in $(seq 30); do
		for k in $(seq 150); do
			printf 'Pewawancara: Apa kendala ke-%d di desa %d?\n\n' "$k" "$i"
			printf 'Narasumber %d: Kader belum optimal, iuran ke-%d terlambat.\n\n' "$i" "$k"
		done >"texts/wawancara-$i.txt"
	done
	cat texts/*.txt >besar.txt
	printf 'codebook uji\nlanguage id\ncode A { keywords { optimal, kader } }\ncode B { keywords { iuran } }\n' >uji.codebook
}

# What the project holds, in a form that two runs can compare.
state()
{
	"$tema" verify -p "$1" >/dev/null 2>>errors || return 1
	"$tema" documents -p "$1" --format csv 2>>errors &&
		"$tema" suggestions -p "$1" --state all --format csv 2>>errors
}

# killed NAME COMMAND...: killed at many moments, the copy of base.tema is as it was or as after the command.
killed()
{
	local name=$1 round pid before after now began took whole=0
	shift
	before=$(state base.tema) || return 1
	cp base.tema done.tema
	began=$(date +%s%N)
	"$tema" "$@" -p done.tema >/dev/null 2>&1
	took=$((($(date +%s%N) - began) / 1000))
	after=$(state done.tema) || return 1
	for round in $(seq "$rounds"); do
		rm -f try.tema try.tema-journal
		cp base.tema try.tema
		"$tema" "$@" -p try.tema >/dev/null 2>&1 &
		pid=$!
		sleep "$(printf '%d.%06d' 0 $((took * round / rounds % 1000000)))"
		kill -9 "$pid" 2>/dev/null
		wait "$pid" 2>/dev/null
		now=$(state try.tema) || {
			echo "# $name, round $round: the project does not verify"
			return 1
		}
		if [ "$now" = "$after" ]; then
			whole=$((whole + 1))
		elif [ "$now" != "$before" ]; then
			echo "# $name, round $round: neither as before nor as after"
			return 1
		fi
	done
	echo "# $name: killed $rounds times, $whole times after the end"
}

# full NAME COMMAND...: with less and less room the command fails with status 4 and the file stays.
full()
{
	local name=$1 before room status
	shift
	before=$(state base.tema) || return 1
	for room in 1 20 100 300; do
		cp base.tema try.tema
		(
			trap '' XFSZ
			ulimit -f $(($(stat -c %s base.tema) / 1024 + room))
			exec "$tema" "$@" -p try.tema >/dev/null 2>>errors
		)
		status=$?
		if [ "$status" -ne 4 ] || [ "$(state try.tema)" != "$before" ]; then
			echo "# $name with $room KiB: status $status"
			return 1
		fi
	done
}

# A project with a participant to erase.
make_participant()
{
	local i
	for i in 1 2 3 4; do
		sed "s/Narasumber $i:/Bu Melati:/; s/Kader belum/Kata Melati Kusuma kader belum/" \
			"texts/wawancara-$i.txt" >"melati-$i.txt"
	done
	"$tema" init "$1" >/dev/null 2>&1 && "$tema" import -p "$1" melati-*.txt >/dev/null 2>&1 &&
		"$tema" precode -p "$1" -c "$dir/uji.codebook" >/dev/null 2>&1 &&
		"$tema" speakers merge -p "$1" 2:"Bu Melati" 3:"Bu Melati" 4:"Bu Melati" 1:"Bu Melati" &&
		"$tema" speakers set -p "$1" 1:"Bu Melati" --name "Melati Kusuma" --code I1 >/dev/null 2>&1
}

# erased FILE: finished now or finished with --finish, and nothing of the participant is in the file or beside it.
erased()
{
	"$tema" verify -p "$1" 2>&1 | grep -q 'erase --finish' && { "$tema" erase --finish -p "$1" 2>>errors || return 1; }
	"$tema" verify -p "$1" >/dev/null 2>>errors && ! grep -aqi melati "$1"* &&
		"$tema" erase --list -p "$1" --format csv 2>>errors | grep -q ',speaker,'
}

# An erasure that is killed did not begin, or leads to a file without a trace.
killed_erase()
{
	local round pid before began took whole=0
	make_participant berhenti.tema || return 1
	before=$(state berhenti.tema) || return 1
	cp berhenti.tema done.tema
	began=$(date +%s%N)
	"$tema" erase I1 --reason mundur --yes -p done.tema >/dev/null 2>&1
	took=$((($(date +%s%N) - began) / 1000))
	erased done.tema || return 1
	for round in $(seq "$rounds"); do
		rm -f try.tema try.tema-journal
		cp berhenti.tema try.tema
		"$tema" erase I1 --reason mundur --yes -p try.tema >/dev/null 2>&1 &
		pid=$!
		sleep "$(printf '%d.%06d' 0 $((took * round / rounds % 1000000)))"
		kill -9 "$pid" 2>/dev/null
		wait "$pid" 2>/dev/null
		if erased try.tema; then
			whole=$((whole + 1))
		elif [ "$(state try.tema)" != "$before" ]; then
			echo "# erase, round $round: neither as before nor erased"
			return 1
		fi
	done
	echo "# erase: killed $rounds times, $whole times after the texts were erased"
}

# The disk is full while the file is rebuilt (its room was there when it was asked for).
full_erase()
{
	local room status whole=0
	for room in $(seq 50 50 800); do
		rm -f penuh/* && cp berhenti.tema penuh/try.tema || return 1
		head -c $((($(df -k --output=avail penuh | tail -1) - room) * 1024)) /dev/zero >penuh/isi
		strange ROOM=told "$tema" erase I1 --reason mundur --yes -p penuh/try.tema >/dev/null 2>said
		status=$?
		rm penuh/isi
		if [ "$status" -eq 4 ] && grep -q 'nothing was changed' said; then
			[ "$(state penuh/try.tema)" = "$(state berhenti.tema)" ] || return 1
		elif [ "$status" -eq 0 ] || grep -q 'erase --finish' said; then
			whole=$((whole + (status == 4)))
			erased penuh/try.tema || return 1
		else
			return 1
		fi
	done
	echo "# erase: $whole times full while the file was rebuilt"
}

# Several writers at once: each waits for the others or says in words that it could not.
together()
{
	local i pids=() status failures=0

	cp base.tema try.tema
	for i in 1 2 3 4; do
		"$tema" precode -p try.tema -c "$dir/uji.codebook" >/dev/null 2>>errors &
		pids+=($!)
		"$tema" project -p try.tema --title "Judul $i" >/dev/null 2>>errors &
		pids+=($!)
	done
	for i in "${pids[@]}"; do
		wait "$i"
		status=$?
		[ "$status" -eq 0 ] || [ "$status" -eq 4 ] || failures=1
	done
	state try.tema >/dev/null && [ "$failures" -eq 0 ]
}

# strange WHAT: the program in a folder of that kind (nolock.c).
strange()
{
	env LD_PRELOAD="$dir/nolock.so" "$1" "${@:2}"
}

# On a file system without locks nothing is made or read, and it is said why, at once.
without_locks()
{
	local status
	strange LOCKS=none timeout 4 "$tema" init tanpa.tema 2>said
	status=$?
	[ "$status" -eq 4 ] && grep -q 'cannot be locked' said && [ ! -e tanpa.tema ] || return 1
	strange LOCKS=none timeout 20 "$tema" documents -p base.tema >/dev/null 2>said
	status=$?
	[ "$status" -eq 4 ] && grep -q 'cannot be locked' said
}

# Where locks are granted to everybody it works, with a warning.
with_broken_locks()
{
	strange LOCKS=broken "$tema" init rusak.tema 2>said && grep -q R405 said || return 1
	strange LOCKS=broken "$tema" verify -p rusak.tema >/dev/null 2>said
	[ $? -eq 1 ] && grep -q R405 said
}

# On a disk without modes it is said that others can read it.
without_modes()
{
	strange MODES=open "$tema" init mode.tema 2>said && grep -q R401 said
}

# A project left in the middle of a change: set right where that can be done, else said.
hot_journal()
{
	local status as=()
	mkdir -p panas && chmod 777 panas && chmod a+x "$dir"
	cp base.tema panas/sumber.tema
	python3 - panas <<'PY' || return 1
import shutil, sqlite3, sys
source = sys.argv[1] + "/sumber.tema"
db = sqlite3.connect(source, isolation_level=None)
db.execute("PRAGMA cache_size = 2")
db.execute("BEGIN IMMEDIATE")
db.execute("CREATE TABLE tambahan (a)")
for i in range(300):
    db.execute("INSERT INTO tambahan VALUES (zeroblob(3000))")
for end in "", "-journal":
    shutil.copy(source + end, sys.argv[1] + "/studi.tema" + end)
db.execute("ROLLBACK")
PY
	chmod 444 panas/studi.tema panas/studi.tema-journal
	chmod 555 panas
	if [ "$(id -u)" -eq 0 ]; then
		cp "$tema" jalan && chmod 755 jalan
		as=(setpriv --reuid=65534 --clear-groups)
	else
		cp "$tema" jalan
	fi
	"${as[@]}" ./jalan documents -p panas/studi.tema >/dev/null 2>said
	status=$?
	chmod 777 panas && chmod 600 panas/studi.tema*
	[ "$status" -eq 4 ] && grep -q 'in the middle of a change' said || return 1
	state panas/studi.tema >now && state base.tema >before && cmp -s now before
}

make_inputs
if [ ! -x "$tema" ]; then
	echo "1..0 # SKIP the program is not built"
	exit 0
fi
"$tema" init base.tema >/dev/null 2>&1 && "$tema" import -p base.tema texts/wawancara-1.txt >/dev/null 2>&1
ok "a project to begin with"
killed import import besar.txt
ok "a killed import is as before or as after"
if "${CC:-cc}" -D_GNU_SOURCE -shared -fPIC -o nolock.so "$top/tests/faults/nolock.c" -ldl 2>/dev/null &&
	strange LOCKS= "$tema" --version >/dev/null 2>&1; then
	without_locks
	ok "without locks nothing is made, and it is said"
	with_broken_locks
	ok "broken locks are told"
	without_modes
	ok "a disk without modes is told"
else
	echo "# SKIP strange file systems: no compiler, or the program takes no preloaded library"
fi
if command -v python3 >/dev/null && { [ "$(id -u)" -ne 0 ] || command -v setpriv >/dev/null; }; then
	hot_journal
	ok "a change left in the middle is set right, or said"
fi
rm -f base.tema
"$tema" init base.tema >/dev/null 2>&1 && "$tema" import -p base.tema texts >/dev/null 2>&1
killed precode precode -c "$dir/uji.codebook"
ok "a killed precode is as before or as after"
full precode precode -c "$dir/uji.codebook"
ok "precode on a full disk says so and changes nothing"
killed_erase
ok "a killed erasure is as before, or can be finished and leaves no trace"
if [ -e nolock.so ] && mkdir penuh && mount -t tmpfs -o size=8m tema-penuh penuh 2>/dev/null; then
	full_erase
	ok "an erasure on a full disk is as before, or can be finished and leaves no trace"
	umount penuh
else
	echo "# SKIP a small disk to fill: only root can make one"
fi
together
ok "writers at the same time wait or say so"
if [ -x "$build/tests/unit/test_store_faults" ]; then
	TEMA_TEST_ROUNDS=$rounds CK_TIMEOUT_MULTIPLIER=20 srcdir=$top \
		"$build/tests/unit/test_store_faults" >log 2>&1 || { sed 's/^/# /' log; false; }
	ok "the store's own faults, $rounds rounds"
	TEMA_TEST_ROUNDS=$rounds CK_TIMEOUT_MULTIPLIER=20 srcdir=$top \
		"$build/tests/unit/test_store_undo" >log 2>&1 || { sed 's/^/# /' log; false; }
	ok "undo of anything, $rounds rounds"
fi
[ "$failed" -eq 0 ] || tail -20 errors | sed 's/^/# /'
echo "1..$count"
exit "$failed"
