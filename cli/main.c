/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "cli/app.h"
#include "codebooks/library.h"

/* A program that was not installed, or was moved afterwards, finds the shipped codebooks beside
 * itself. */
static void find_library(void)
{
	static const char *const places[] = { "codebooks/library", "../share/tema/codebooks" };
	char self[4096];
	ssize_t len = readlink("/proc/self/exe", self, sizeof self - 1);
	char *slash;

	if (len <= 0 || file_exists(library_folder()))
		return;
	self[len] = '\0';
	slash = strrchr(self, '/');
	if (slash != NULL)
		*slash = '\0';
	for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
		char *folder = mem_printf("%s/%s", self, places[i]);

		if (file_exists(folder))
			setenv("TEMA_LIBRARY", folder, 0);
		free(folder);
	}
}

int main(int argc, char **argv)
{
	find_library();
	return app_run(argc, argv);
}
