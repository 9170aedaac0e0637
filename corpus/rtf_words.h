/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For rtf_body.c only: what the control words of RTF mean.
 */
#ifndef TEMA_CORPUS_RTF_WORDS_H
#define TEMA_CORPUS_RTF_WORDS_H

#include "corpus/rtf_lex.h"
#include "corpus/rtf_para.h"

/* t is an RTF_WORD. */
void rtf_word(struct rtf *b, const struct rtf_token *t);

#endif
