" SPDX-License-Identifier: GPL-3.0-or-later
" Run by tests/editors/run.sh: vim -es -u NONE -S vim.vim.  $EXPECTED: what the tokens of $SAMPLE
" are; $BOOKS: codebooks in which nothing is an error.  Flaws are written to $FLAWS.
set nocompatible encoding=utf-8
let s:flaws = []
execute 'set runtimepath^=' . fnameescape($SYNTAX)
filetype plugin on
syntax on

function! s:group(line, column) abort
  return synIDattr(synID(a:line, a:column, 1), 'name')
endfunction

function! s:is_error(line, column) abort
  return synIDattr(synIDtrans(synID(a:line, a:column, 1)), 'name') ==# 'Error'
endfunction

function! s:tokens() abort
  execute 'edit' fnameescape($SAMPLE)
  if &filetype !=# 'codebook'
    call add(s:flaws, 'the file type is "' . &filetype . '"')
  endif
  if &commentstring !=# '# %s' || &makeprg !~# '^tema codebook check'
    call add(s:flaws, 'the ftplugin was not read')
  endif
  for l:row in filter(readfile($EXPECTED), 'v:val !~# "^#\\s"')
    let [l:line, l:token, l:group, l:scope] = split(l:row, "\t")
    let l:column = stridx(getline(l:line), l:token)
    let l:got = l:column < 0 ? 'not in the line' : s:group(l:line, l:column + 1)
    if l:got !=# (l:group ==# '-' ? '' : l:group)
      call add(s:flaws, printf('line %s, %s: %s, want %s', l:line, l:token, l:got, l:group))
    endif
  endfor
endfunction

" An error begins at a mark, so only these are looked at.
function! s:book(path) abort
  execute 'edit' fnameescape(a:path)
  for l:line in range(1, line('$'))
    let l:column = match(getline(l:line), '[#/"“”\\]')
    while l:column >= 0
      if s:is_error(l:line, l:column + 1)
        call add(s:flaws, printf('%s:%d:%d: %s', a:path, l:line, l:column + 1,
              \ s:group(l:line, l:column + 1)))
        break
      endif
      let l:column = match(getline(l:line), '[#/"“”\\]', l:column + 1)
    endwhile
  endfor
endfunction

" An error at the column, and not what it is when the line is right.
function! s:wrong(text, column) abort
  let l:line = line('$') + 1 " synID() may not see that a line is another one
  call setline(l:line, a:text)
  if !s:is_error(l:line, a:column)
    call add(s:flaws, printf('%s is shown in: %s', s:group(l:line, a:column), a:text))
  endif
endfunction

try
  call s:tokens()
  for s:path in split($BOOKS, "\n")
    call s:book(s:path)
  endfor
  edit! +1 wrong.codebook
  call s:wrong('rapat #koordinasi', 7)
  call s:wrong('title "Jones', 8)
  call s:wrong('title “Jones', 10)
  call s:wrong('when /abc', 7)
  call s:wrong('note "a\q"', 8)
catch
  call add(s:flaws, v:exception . ' at ' . v:throwpoint)
endtry
call writefile(s:flaws + ['end'], $FLAWS)
qall!
