/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who is coding: a uid and a display name, kept in the user's configuration
 * folder ($XDG_CONFIG_HOME/tema/coder, else ~/.config/tema/coder, mode 0600) and made
 * on first use from the login name.  --coder NAME or $TEMA_CODER name another person, whose
 * uid is kept beside it (coders/NAME), so that the same name is the same person on this machine.
 */
#ifndef TEMA_PROJECT_PERSON_H
#define TEMA_PROJECT_PERSON_H

#include <stdbool.h>

#include "store/store.h"

/* asked: --coder, or NULL (then $TEMA_CODER, then the folder).  out->name is owned by the caller
 * (person_release). *created: the person was made just now and is not kept yet: person_keep()
 * writes it down.  With created NULL nobody is made: someone unknown is then a person with an empty
 * name and a uid that nobody has. */
enum rc person_load(const char *asked, struct person *out, bool *created, struct err *e);
enum rc person_keep(const char *asked, const struct person *p, struct err *e);
void person_release(struct person *p);
/* The person's row among the project's coders, 0 if that person has not written in it yet. */
enum rc person_row(struct store *s, const struct person *p, int64_t *id, struct err *e);

#endif
