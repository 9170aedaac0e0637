#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The main job of tema on the example study: import, precode, confirm and reject, report.
#
#   sh run.sh [DIRECTORY]      (default ./tema-example; TEMA=/path/to/tema chooses the program)
#
# An existing project in DIRECTORY is kept as it is; then only the reports are written again.
set -eu

tema=${TEMA:-tema}
dir=${1:-./tema-example}

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
mkdir -p -- "$dir"
dir=$(CDPATH='' cd -- "$dir" && pwd)
project=$dir/sukamulya.tema
# The coder of the example has a configuration folder of her own: nothing here is signed with the
# reader's name, and the reader's configuration is not touched.
export TEMA_CODER="Rani Puspita" XDG_CONFIG_HOME="$dir/.config"

study() {
	"$tema" init -q "$1"
	"$tema" project -p "$1" --author "Rani Puspita" --institution "Universitas Bumiwangi (rekaan)" \
		--city Bumiwangi --year 2025 --zone WIB --language id \
		--title "Pelaksanaan Program Jaminan Sosial Ketenagakerjaan bagi Pekerja Informal di Desa Sukamulya"

	"$tema" import -p "$1" --manifest "$here/manifest.csv" "$here"/[01][0-9]-*
	"$tema" precode -p "$1" -c jones-jamsos -c emerson-jamsos -c servo-jamsos

	# A person would read each passage with 'tema review'. For the example whole groups are decided,
	# what does not fit first: a rejected suggestion stays answered. Of SERVO only the strongest are
	# confirmed, the rest stays open. The lists shown are left out.
	"$tema" reject -p "$1" --yes --code emerson.SCJARING --note "konteks jaringan tidak dibahas" >/dev/null
	"$tema" reject -p "$1" --yes --code servo.E --speaker I7 --rule "*geografis" --note "keadaan jalan, bukan lingkungan program" >/dev/null
	"$tema" confirm -p "$1" --yes --codebook jones-jamsos --min 0.7 >/dev/null
	"$tema" confirm -p "$1" --yes --codebook emerson-jamsos --min 0.8 >/dev/null
	"$tema" confirm -p "$1" --yes --codebook servo-jamsos --min 0.9 >/dev/null

	# What no rule can know: a code of the study's own, found while reading.
	"$tema" code -p "$1" "Wawancara buruh tani" "Yang anggota kelompok tani itu yang punya sawah" TERSISIH --new \
		--label "Pekerja yang tersisih" --definition "Kelompok yang tidak terjangkau program atau tidak diajak bermusyawarah." \
		--note "muncul juga di FGD dan wawancara yayasan"
	"$tema" find -p "$1" '"kelompok tani" or belakangan' --role informant --context 6
	"$tema" code -p "$1" "FGD pekerja informal" "Dusun lima memang selalu belakangan." TERSISIH
}

if [ ! -e "$project" ]; then
	work=$(mktemp -d "$dir/.baru.XXXXXX")
	trap 'rm -rf -- "$work"' EXIT
	trap 'exit 130' INT TERM
	study "$work/sukamulya.tema"
	mv -- "$work/sukamulya.tema" "$project"
fi

"$tema" report -p "$project" -o "$dir/laporan.html"
"$tema" report -p "$project" --format csv -o "$dir/tabel"
"$tema" show -p "$project" "Wawancara buruh tani" --format html -o "$dir/buruh-tani.html"
echo "$dir/laporan.html"
