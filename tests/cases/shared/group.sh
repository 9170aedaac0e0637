# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154 # shared comes from study.sh
# For the cases of erase (sourced): the small study with a focus group, decided on by two coders.
# Bu Ani is Ani Wulandari, P1; Bu Siti of document 1 is spoken of, too.
#
#	group_study             studi.tema, four documents; 4 is the focus group
#	no_trace FILE WORDS...  each of the words, in any case, as UTF-8 and UTF-16
. "$SRCDIR/tests/cases/shared/study.sh"

group_study()
{
	study_imported
	cp "$shared/04-kelompok.txt" diskusi-ani-wulandari.txt
	tema import -q --method fgd --keep-original --place "Rumah Ani Wulandari" \
		--speaker "Bu Ani=Ani Wulandari:informant" --speaker "Pak Darto=Darto:informant" \
		diskusi-ani-wulandari.txt >/dev/null
	tema speakers set "Ani Wulandari" --code P1 >/dev/null
	tema precode -q -c "$shared/mini.codebook" >/dev/null
	tema confirm -q -d 4 --yes --note "dari diskusi Bu Ani" >/dev/null
	TEMA_SEED=2 tema confirm -q -d 4 --yes --coder Dewi >/dev/null
	tema code -q 4 "begitu. Kader kami" mini.ORG >/dev/null
	tema project --title "Iuran menurut Ani Wulandari dan kader" >/dev/null
}

no_trace()
{
	local file=$1 words enc
	for words in "${@:2}"; do
		for enc in UTF-8 UTF-16LE UTF-16BE; do
			if LC_ALL=C grep -aqiP "$(printf '%s' "$words" | iconv -t $enc |
				od -An -v -tx1 | tr -d '\n' | sed 's/ /\\x/g')" "$file"; then
				echo "'$words' is in $file ($enc)"
			fi
		done
	done
	[ ! -e "$file-journal" ] || echo "there is a journal"
}
