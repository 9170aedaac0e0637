# Files of doc/, one a line (see doc/HACKING.md).
EXTRA_DIST += doc/HACKING.md

# Syntax files, with their folders.
editorsdir = $(pkgdatadir)/editors
dist_editors_DATA = doc/editors/README.md
vimsyntaxdir = $(editorsdir)/vim/syntax
dist_vimsyntax_DATA = doc/editors/vim/syntax/codebook.vim
vimftdetectdir = $(editorsdir)/vim/ftdetect
dist_vimftdetect_DATA = doc/editors/vim/ftdetect/codebook.vim
vimftplugindir = $(editorsdir)/vim/ftplugin
dist_vimftplugin_DATA = doc/editors/vim/ftplugin/codebook.vim
vscodedir = $(editorsdir)/vscode
dist_vscode_DATA = \
	doc/editors/vscode/language-configuration.json \
	doc/editors/vscode/package.json
vscodesyntaxesdir = $(editorsdir)/vscode/syntaxes
dist_vscodesyntaxes_DATA = doc/editors/vscode/syntaxes/codebook.tmLanguage.json
