/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/csv.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct csv c = CSV_INIT;
	struct buf out = BUF_INIT;
	struct err e = ERR_INIT;

	if (csv_parse((const char *)data, size, 0, &c, &e) == RC_OK) {
		vec_each (struct csv_row, row, &c.rows) {
			for (size_t i = 0; i < row->n; i++)
				csv_cell(&out, row->cells[i], strlen(row->cells[i]), i == 0, true);
			csv_end(&out);
		}
	}
	fuzz_use(out.data, out.len);
	csv_release(&c);
	buf_release(&out);
	return 0;
}
