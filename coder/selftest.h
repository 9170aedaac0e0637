/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tests that stand in a codebook (CODEBOOK 6.16).  A failed one is an error
 * diag (E100) at the test's place that says which rules did or did not hit; a
 * todo test that passes is a remark.
 */
#ifndef TEMA_CODER_SELFTEST_H
#define TEMA_CODER_SELFTEST_H

#include "coder/engine.h"

struct selftest_result {
	unsigned passed, failed, todo, todo_passed;
};

enum rc selftest_run(
	const struct codebook *cb, struct selftest_result *result, struct diags *d, struct err *e);

#endif
