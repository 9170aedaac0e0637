/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/captions.h"
#include "corpus/chats.h"
#include "corpus/normalise.h"
#include "corpus/reader.h"
#include "corpus/rejoin.h"

static enum rc read_txt(const char *name, const char *data, size_t len, struct draft *out,
	struct diags *d, struct err *e)
{
	struct buf text = BUF_INIT;
	enum rc rc = normalise_decode(data, len, &text, d, e);

	if (rc == RC_OK && !captions_read(name, text.data, text.len, out, d) &&
		!chats_read(name, text.data, text.len, out, d)) {
		rejoin_lines(text.data, text.len, out, d);
		draft_end(out);
	}
	buf_release(&text);
	return rc;
}

const struct reader reader_txt = {
	.name = "txt",
	.extensions = (const char *const[]){ "txt", "text", NULL },
	.summary = "plain text",
	.read = read_txt,
};
