/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cmd.h"

extern const struct cmd cmd_init, cmd_project, cmd_verify, cmd_log, cmd_undo, cmd_redo, cmd_import,
	cmd_documents, cmd_speakers, cmd_codebook, cmd_precode, cmd_suggestions, cmd_review,
	cmd_confirm, cmd_reject, cmd_code, cmd_place, cmd_why, cmd_report, cmd_show, cmd_find,
	cmd_pseudonyms, cmd_erase, cmd_explain, cmd_codes;

const struct cmd *const commands[] = {
	&cmd_init,
	&cmd_project,
	&cmd_verify,
	&cmd_log,
	&cmd_undo,
	&cmd_redo,
	&cmd_import,
	&cmd_documents,
	&cmd_speakers,
	&cmd_show,
	&cmd_find,
	&cmd_pseudonyms,
	&cmd_erase,
	&cmd_codebook,
	&cmd_codes,
	&cmd_explain,
	&cmd_precode,
	&cmd_suggestions,
	&cmd_review,
	&cmd_confirm,
	&cmd_reject,
	&cmd_code,
	&cmd_place,
	&cmd_why,
	&cmd_report,
	NULL,
};
