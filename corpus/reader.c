/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/reader.h"

#include <string.h>

#include "base/file.h"
#include "base/zip.h"

#define EXT_MAX 16
#ifdef HAVE_POPPLER
#define READS_PDF " .pdf"
#else
#define READS_PDF ""
#endif
#define READS                                                                                      \
	"this version reads .txt .md .docx .odt .rtf .html .vtt .srt .sbv .lrc .json .jsonl .csv " \
	".tsv .xlsx .ods" READS_PDF

const struct reader *const readers[] = { &reader_txt, &reader_md, &reader_docx, &reader_vtt,
	&reader_odt, &reader_html, &reader_rtf, &reader_srt, &reader_sbv, &reader_lrc, &reader_json,
	&reader_jsonl, &reader_csv, &reader_xlsx, &reader_ods, &reader_pdf, NULL };

/* What to do instead, by extension. */
static const struct {
	const char *extensions; /* parted by blanks */
	const char *text;
} advice[] = {
	{ "doc dot wps sxw pages", "this format is not read yet: open the file in "
				   "Word or LibreOffice and save it as .docx" },
	{ "sub ass ssa ttml dfxp",
		"subtitles in this format are not read yet: convert them to .srt or .vtt" },
	{ "epub mobi azw3", "e-books are not read: convert it to .docx or .html, as calibre does" },
	{ "mht mhtml webarchive", "web archives are not read: save the page as .html" },
	{ "xml yaml yml",
		"this holds data, not a text: export the transcript as .docx, .txt or .vtt" },
	{ "xls xlsb sxc numbers", "tables in this format are not read: open it in Excel or "
				  "LibreOffice and save it as .xlsx or .csv" },
	{ "ppt pptx odp", "slides are not read: save the text as .docx or .txt" },
	{ "mp3 wav m4a ogg oga opus flac aac wma amr aiff 3gp mp4 mov mkv avi webm wmv mpg mpeg "
	  "m4v",
		"this is a recording: transcribe it first, then import the transcript" },
	{ "jpg jpeg png gif bmp tif tiff heic webp svg odg",
		"this is a picture: type its text and save it as .docx or .txt" },
	{ "zip rar 7z gz tgz tar bz2 xz", "this is an archive: unpack it first" },
	{ "tema", "this is a project file of tema, not a transcript" },
	{ "codebook", "this is a codebook, not a transcript" },
};

/* First bytes that tell more than the name; the extension stands for the advice. */
static const struct {
	const char *bytes;
	size_t len, at;
	const char *extension;
} magics[] = {
	{ "%PDF-", 5, 0, "pdf" },
	{ "{\\rtf", 5, 0, "rtf" },
	{ "ID3\x02", 4, 0, "mp3" },
	{ "ID3\x03", 4, 0, "mp3" },
	{ "ID3\x04", 4, 0, "mp3" },
	{ "OggS", 4, 0, "ogg" },
	{ "fLaC", 4, 0, "flac" },
	{ "WAVE", 4, 8, "wav" },
	{ "ftyp", 4, 4, "mp4" },
	{ "\x89PNG\r\n", 6, 0, "png" },
	{ "\xff\xd8\xff", 3, 0, "jpg" },
	{ "GIF8", 4, 0, "gif" },
	{ "Rar!\x1a", 5, 0, "rar" },
	{ "\x1f\x8b\x08", 3, 0, "gz" },
	{ "SQLite format 3", 16, 0, "tema" },
	{ "<!DOCTYPE html", 14, 0, "html" },
	{ "<!doctype html", 14, 0, "html" },
	{ "<!DOCTYPE HTML", 14, 0, "html" },
	{ "<html", 5, 0, "html" },
	{ "<HTML", 5, 0, "html" },
};

/* Members that tell what a zip file is. */
static const struct {
	const char *member, *extension;
} packages[] = {
	{ "word/document.xml", "docx" }, { "xl/workbook.xml", "xlsx" },
	{ "ppt/presentation.xml", "pptx" }, { "META-INF/container.xml", "epub" },
	{ "content.xml", "odt" },
	{ "_rels/.rels", "docx" }, /* the document may have another name */
};

/* What the member "mimetype" of a zip file says, the longer names first. */
static const struct {
	const char *type, *extension;
} mimetypes[] = {
	{ "application/vnd.oasis.opendocument.text", "odt" },
	{ "application/vnd.oasis.opendocument.spreadsheet", "ods" },
	{ "application/vnd.oasis.opendocument.presentation", "odp" },
	{ "application/vnd.oasis.opendocument.graphics", "odg" },
	{ "application/epub+zip", "epub" },
};

/* Content that is also read under another name, and without any. */
static const struct {
	const char *content, *extensions; /* parted by blanks */
	const struct reader *reader;
} disguises[] = {
	{ "docx", "docx docm dotx dotm doc dot", &reader_docx },
	{ "odt", "odt ott doc", &reader_odt },
	{ "ods", "ods ots xls", &reader_ods },
	{ "rtf", "rtf doc dot", &reader_rtf },
	{ "html", "html htm xhtml xht doc", &reader_html },
	{ "vtt", "vtt txt text", &reader_vtt },
	{ "pdf", "pdf", &reader_pdf },
	{ "xlsx", "xlsx xlsm xltx xls", &reader_xlsx },
};

static bool starts(const char *data, size_t len, size_t at, const char *bytes, size_t n)
{
	return len >= at + n && memcmp(data + at, bytes, n) == 0;
}

/* The extension in lower case (ASCII), "" when there is none or it is too long to be known. */
static void lower_ext(const char *name, char out[EXT_MAX])
{
	const char *ext = file_ext(name);
	size_t n = strlen(ext);

	out[0] = '\0';
	if (n >= EXT_MAX)
		return;
	for (size_t i = 0; i <= n; i++)
		out[i] = ext[i] >= 'A' && ext[i] <= 'Z' ? (char)(ext[i] + ('a' - 'A')) : ext[i];
}

static bool has_word(const char *words, const char *word)
{
	size_t n = strlen(word);

	for (const char *p = words; n > 0 && p != NULL && *p != '\0'; p += *p == ' ') {
		const char *stop = strchr(p, ' ');
		size_t len = stop != NULL ? (size_t)(stop - p) : strlen(p);

		if (len == n && memcmp(p, word, n) == 0)
			return true;
		p += len;
	}
	return false;
}

static const char *advice_for(const char *ext)
{
	for (size_t i = 0; i < sizeof advice / sizeof *advice; i++)
		if (has_word(advice[i].extensions, ext))
			return advice[i].text;
	return NULL;
}

static const struct reader *by_extension(const char *ext)
{
	for (size_t i = 0; readers[i] != NULL; i++)
		for (const char *const *x = readers[i]->extensions; *x != NULL; x++)
			if (strcmp(*x, ext) == 0)
				return readers[i];
	return NULL;
}

static const char *declared(struct zipfile *z)
{
	struct buf type = BUF_INIT;
	struct err ignored = ERR_INIT;
	const char *found = NULL;

	if (zip_has(z, "mimetype") && zip_read(z, "mimetype", &type, &ignored) == RC_OK)
		for (size_t i = 0; found == NULL && i < sizeof mimetypes / sizeof *mimetypes; i++)
			if (starts(type.data, type.len, 0, mimetypes[i].type,
				    strlen(mimetypes[i].type)))
				found = mimetypes[i].extension;
	buf_release(&type);
	return found;
}

/* What a zip file is, as an extension; "zip" when it is only that. */
static const char *zip_content(const char *data, size_t len, const char *ext)
{
	struct zipfile *z = NULL;
	struct err e = ERR_INIT;
	const char *found;

	if (zip_open_memory(&z, data, len, &e) !=
		RC_OK) /* damaged: the reader says what is wrong */
		return has_word("odt ott", ext)		 ? "odt"
		       : has_word("ods ots", ext)	 ? "ods"
		       : has_word("xlsx xlsm xltx", ext) ? "xlsx"
							 : "docx";
	found = declared(z);
	for (size_t i = 0; found == NULL && i < sizeof packages / sizeof *packages; i++)
		if (zip_has(z, packages[i].member))
			found = packages[i].extension;
	zip_close_file(z);
	return found != NULL ? found : "zip";
}

/* What the content is, as an extension; NULL = nothing special, plain text perhaps. */
static const char *content_of(const char *data, size_t len, const char *ext)
{
	size_t bom = starts(data, len, 0, "\xef\xbb\xbf", 3) ? 3 : 0;

	if (starts(data, len, 0, "PK\x03\x04", 4))
		return zip_content(data, len, ext);
	if (starts(data, len, 0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8))
		return "ole";
	if (starts(data, len, bom, "WEBVTT", 6) &&
		(len == bom + 6 || strchr(" \t\r\n", data[bom + 6]) != NULL))
		return "vtt";
	for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
		if (starts(data, len, magics[i].at + (magics[i].at == 0 ? bom : 0), magics[i].bytes,
			    magics[i].len))
			return magics[i].extension;
	return NULL;
}

/* OLE2 is the container of old Office files and of password-protected new ones. */
static void refuse_ole(const char *data, size_t len, const char *ext, struct err *e)
{
	static const char locked[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
	bool certain = memmem(data, len, locked, sizeof locked - 1) != NULL,
	     table = has_word("xls xlsx xlsm xltx xlsb", ext);

	err_set(e, RC_INPUT,
		"the file is password-protected%s: open it in %s or LibreOffice and save as %s "
		"without a password",
		certain ? ""
		: table ? " or an old .xls"
			: " or an old .doc",
		table ? "Excel" : "Word", table ? ".xlsx" : ".docx");
}

static const struct reader *by_content(const char *content, const char *ext)
{
	for (size_t i = 0; i < sizeof disguises / sizeof *disguises; i++)
		if (strcmp(content, disguises[i].content) == 0 &&
			(*ext == '\0' || has_word(disguises[i].extensions, ext)))
			return disguises[i].reader;
	return NULL;
}

static const struct reader *refuse(const char *content, const char *ext, struct err *e)
{
	const char *text = advice_for(content);

	if (strcmp(content, "docx") == 0)
		err_set(e, RC_INPUT,
			"the file is named .%s but is a Word document or an archive: name it .docx "
			"if it is one",
			ext);
	else if (strcmp(content, "vtt") == 0)
		err_set(e, RC_INPUT, "the file holds WebVTT captions: name it .vtt");
	else if (text == NULL)
		err_set(e, RC_INPUT, "the file is named .%s but holds .%s: name it so", ext,
			content);
	else if (text != advice_for(ext) && *ext != '\0')
		err_set(e, RC_INPUT, "the file is named .%s but holds .%s: %s; " READS, ext,
			content, text);
	else
		err_set(e, RC_INPUT, "%s; " READS, text);
	return NULL;
}

const struct reader *reader_for(const char *name, const char *data, size_t len, struct err *e)
{
	char ext[EXT_MAX];
	const char *content;
	const struct reader *reader;

	lower_ext(name, ext);
	if (len == 0) {
		err_set(e, RC_INPUT, "the file is empty");
		return NULL;
	}
	content = content_of(data, len, ext);
	if (content != NULL && strcmp(content, "ole") == 0) {
		refuse_ole(data, len, ext, e);
		return NULL;
	}
	if (content != NULL) {
		reader = by_content(content, ext);
		return reader != NULL ? reader : refuse(content, ext, e);
	}
	reader = by_extension(ext);
	if (reader != NULL)
		return reader;
	if (advice_for(ext) != NULL)
		err_set(e, RC_INPUT, "%s; " READS, advice_for(ext));
	else if (*ext == '\0')
		err_set(e, RC_INPUT, "the name has no extension that tells its format; " READS);
	else
		err_set(e, RC_INPUT, "unknown format '.%s'; " READS, ext);
	return NULL;
}
