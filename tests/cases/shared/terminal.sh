# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# A program in a terminal of 80 x 24, for the cases of review (sourced). The keys are typed as a
# person does: each when the screen before it has come.
#
#	terminal COMMAND [ARG]...   starts it
#	expect TEXT                 waits until the screen says so (since the last key)
#	press KEYS                  types
#	screen                      the last screen, without its styles
#	finish                      waits for the end; prints what it said behind its screen
command -v script >/dev/null || { echo "there is no script(1) to make a terminal with" >&2; exit 77; }

terminal()
{
	mkfifo .keys
	: > .typescript
	TERM=xterm script -q -f -e -c "echo \$\$ > .pid; exec $*" .typescript < .keys > /dev/null 2>&1 &
	terminal_pid=$!
	exec 9> .keys
	terminal_mark=1
}

expect()
{
	local i
	for ((i = 0; i < 400; i++)); do
		tail -c +"$terminal_mark" .typescript | grep -qF -- "$1" && return
		sleep 0.05
	done
	echo "the terminal never said '$1'; it says:"
	screen
	kill "$(cat .pid)"
	exit 1
}

press()
{
	terminal_mark=$(($(stat -c %s .typescript) + 1))
	printf "$1" >&9
}

plain()
{
	sed -e 's/\x1b\[[0-9;?]*[a-zA-Z]//g' -e 's/\r//g'
}

screen()
{
	# Each screen begins with ESC [H ESC [2J; the last one is what stands there.
	awk 'BEGIN { RS = "\033\\[H\033\\[2J" } { last = $0 } END { printf "%s", last }' .typescript | plain
	echo
}

finish()
{
	local status
	wait "$terminal_pid"
	status=$?
	exec 9>&-
	awk 'BEGIN { RS = "\033\\[\\?1049l" } { last = $0 } END { printf "%s", last }' .typescript |
		plain | grep -v '^Script '
	rm -f .keys .typescript .pid
	return "$status"
}
