" SPDX-License-Identifier: GPL-3.0-or-later
" Syntax of tema codebooks (tema-codebook(5)).
"
" The two lists of words are those of codebooks/words.h; tests/lint/editors.sh compares them.
if exists('b:current_syntax')
  finish
endif
let s:cpo = &cpo
set cpo&vim

syntax case match
syntax sync minlines=1
" A run goes up to white space or one of { } ( ) , < > = ! # / and the quotation marks.
syntax iskeyword 33-255,^{,^},^(,^),^44,^<,^>,^=,^!,^#,^/,^34

" --- words ---------------------------------------------------------------------------------------
syntax keyword codebookOperator affirmed after and before each near negated not of or
syntax keyword codebookOperator in nextgroup=codebookValue skipwhite
syntax keyword codebookOperator within nextgroup=codebookCount skipwhite
syntax keyword codebookItem color default definition example exclude expand include keywords note
syntax keyword codebookItem private source threshold title unless use weight when where words
syntax keyword codebookItem code exclusive extend kind parent rule nextgroup=codebookKey skipwhite
syntax keyword codebookItem see was nextgroup=codebookPaths skipwhite
syntax keyword codebookItem inherit speakers test unit nextgroup=codebookValue skipwhite
syntax keyword codebookItem language negation nextgroup=codebookLang skipwhite

" What has a meaning only behind another word.
syntax match codebookHeader '^\s*codebook\ze\s' nextgroup=codebookKey skipwhite
syntax match codebookHeader '\<version\ze\s\+\d'
syntax match codebookKey '\a[A-Za-z0-9_.-]*' contained
syntax match codebookPaths '\a[A-Za-z0-9_.-]*\%(\s*,\s*\a[A-Za-z0-9_.-]*\)*' contained
syntax match codebookCount '\d\+' contained nextgroup=codebookValue skipwhite
syntax match codebookLang '\l\l\>' contained nextgroup=codebookLang,codebookValue skipwhite
syntax match codebookLang '\<\l\l\ze\s\+["“]'
syntax match codebookValue contained
      \ '\%(match\|sentences\=\|turn\|paragraph\|document\|question\|informant\|all\|up\)\>'
syntax match codebookValue contained
      \ '\%(hit\|miss\|todo-hit\|todo-miss\|add\|remove\|except\|border\)\>'
syntax match codebookValue '\<like\ze\s'

" --- patterns ------------------------------------------------------------------------------------
syntax match codebookNumber "\%(^\|[[:space:]{}(),<>=!]\)\@1<=\d\+\%(\.\d\+\)\=\ze\%($\|[[:space:]{}(),<>=!]\)"
syntax match codebookCompare "[<>!]=\|[<>]\|!"
syntax match codebookCompare "=\ze\%(\s\|$\)"
syntax match codebookField "\<\%(speaker\|document\|paragraph\)\.\%(\a[A-Za-z0-9_-]*\)\="
syntax match codebookExclude "\%(^\|[[:space:]{}(),]\)\@1<=-\ze[^[:space:]]"
syntax match codebookExact '\%(^\|[[:space:]{}(),-]\)\@1<==\%([^[:space:]{}(),<>=!#/"]\+\|\ze"\)'
syntax match codebookRoot '\~[^[:space:]{}(),<>=!#/":]\+' nextgroup=codebookRootMark
syntax match codebookRootMark ":\%(neg\|pos\|lisan\)" contained nextgroup=codebookRootMark
syntax match codebookStem "\%(^\|[[:space:]{}(),-]\)\@1<=stem:\%(\l\l:\)\="
syntax match codebookList "@\a[A-Za-z0-9_.-]*"
syntax match codebookReference "<\%(\a[A-Za-z0-9_.-]*\)\=\%(:\a[A-Za-z0-9_-]*\)\=>"

" --- regular expressions, texts ------------------------------------------------------------------
syntax match codebookError "/.*$"
syntax region codebookRegex start=+/+ skip=+\\.+ end=+/[a-zA-Z0-9_]*+ oneline keepend
      \ contains=codebookRegexEscape,codebookRegexFlags
syntax match codebookRegexEscape +\\.+ contained
syntax match codebookRegexFlags +\\\@1<!/\@1<=[cmsx]\++ contained

syntax match codebookError +"[^"]*$+
syntax match codebookError +“[^”]*$+
syntax region codebookText start=+"+ skip=+\\.+ end=+"+ oneline keepend
      \ contains=codebookEscape,codebookBadEscape,@Spell
syntax region codebookText start=+“+ skip=+\\.+ end=+”+ oneline keepend
      \ contains=codebookEscape,codebookBadEscape,@Spell
syntax match codebookEscape +\\["\\n]+ contained
syntax match codebookBadEscape +\\[^"\\n]+ contained

" --- comments ------------------------------------------------------------------------------------
syntax match codebookError "#"
syntax match codebookComment "\%(^\|\s\)\@1<=#\%(#\|\s\|$\).*$\|\%(^\|\s\)\@1<=#$"
      \ contains=codebookSuppress,@Spell
syntax match codebookSuppress "suppress:\s*\a\d\{3}\%([ ,]*\a\d\{3}\)*" contained

highlight default link codebookHeader Keyword
highlight default link codebookItem Keyword
highlight default link codebookOperator Operator
highlight default link codebookValue Constant
highlight default link codebookLang Type
highlight default link codebookKey Identifier
highlight default link codebookPaths Identifier
highlight default link codebookCount Number
highlight default link codebookNumber Number
highlight default link codebookCompare Operator
highlight default link codebookField Identifier
highlight default link codebookExclude Special
highlight default link codebookExact Special
highlight default link codebookRoot Function
highlight default link codebookRootMark Special
highlight default link codebookStem Function
highlight default link codebookList Macro
highlight default link codebookReference PreProc
highlight default link codebookRegex Character
highlight default link codebookRegexEscape SpecialChar
highlight default link codebookRegexFlags Special
highlight default link codebookText String
highlight default link codebookEscape SpecialChar
highlight default link codebookBadEscape Error
highlight default link codebookError Error
highlight default link codebookComment Comment
highlight default link codebookSuppress SpecialComment

let b:current_syntax = 'codebook'
let &cpo = s:cpo
unlet s:cpo
