/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements for each fact table, made from tables.h; for sql.c. */
#ifndef TEMA_STORE_FACT_SQL_H
#define TEMA_STORE_FACT_SQL_H

#include "base/buf.h"
#include "store/sql.h"

void fact_sql(enum fact t, enum fact_verb v, struct buf *out);

#endif
