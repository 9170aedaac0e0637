" SPDX-License-Identifier: GPL-3.0-or-later
" tema codebooks: comments, and `:make`, which checks the file and jumps to its errors.
if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

setlocal comments=:##,:#
setlocal commentstring=#\ %s
setlocal formatoptions-=t formatoptions+=croql
setlocal expandtab shiftwidth=2 softtabstop=2
setlocal textwidth=120
setlocal iskeyword=@,48-57,_,-,192-255
setlocal matchpairs=(:),{:}
setlocal makeprg=tema\ codebook\ check\ %:S
setlocal errorformat=%E%f:%l:%c:\ error%m,%W%f:%l:%c:\ warning%m,%I%f:%l:%c:\ remark%m,%-G%.%#

let b:undo_ftplugin = 'setlocal comments< commentstring< formatoptions< expandtab< shiftwidth<'
      \ . ' softtabstop< textwidth< iskeyword< matchpairs< makeprg< errorformat<'
