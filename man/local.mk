dist_man_MANS = \
	man/tema-code.1 \
	man/tema-codebook.1 \
	man/tema-codebook.5 \
	man/tema-codes.1 \
	man/tema-confirm.1 \
	man/tema-documents.1 \
	man/tema-explain.1 \
	man/tema-find.1 \
	man/tema-erase.1 \
	man/tema-import.1 \
	man/tema-init.1 \
	man/tema-log.1 \
	man/tema-messages.7 \
	man/tema-place.1 \
	man/tema-precode.1 \
	man/tema-project.1 \
	man/tema-project.5 \
	man/tema-pseudonyms.1 \
	man/tema-redo.1 \
	man/tema-reject.1 \
	man/tema-report.1 \
	man/tema-review.1 \
	man/tema-show.1 \
	man/tema-speakers.1 \
	man/tema-suggestions.1 \
	man/tema-undo.1 \
	man/tema-verify.1 \
	man/tema-why.1 \
	man/tema.1

