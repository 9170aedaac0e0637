# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# The small invented study of the cases (sourced): three documents, one codebook.
#
#	study_new        an empty project studi.tema in the current folder
#	study_imported   with its documents
#	study            precoded too
#	at MINUTES CMD   a command so many minutes after the clock's start
#	try CMD          a command, its messages and its exit status
shared=$SRCDIR/tests/cases/shared

study_new()
{
	tema init -q studi.tema
}

study_imported()
{
	study_new
	tema import -q --manifest "$shared/manifest.csv" >/dev/null
}

study()
{
	study_imported
	tema precode -q -c "$shared/mini.codebook" >/dev/null
}

at()
{
	TEMA_NOW=$((TEMA_NOW + $1 * 60000)) "${@:2}"
}

# A command with its messages and, where it is not 0, its exit status.
try()
{
	local status
	printf '$'
	printf ' %q' "$@"
	printf '\n'
	"$@" 2>&1
	status=$?
	[ "$status" -eq 0 ] || echo "[exit $status]"
}
