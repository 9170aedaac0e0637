/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For tests and fuzz targets: the frame of an OpenDocument text; docx_make() packs it. */
#ifndef TEMA_TESTS_ODT_MAKE_H
#define TEMA_TESTS_ODT_MAKE_H

#define ODT_SPACE(NAME) "urn:oasis:names:tc:opendocument:xmlns:" NAME ":1.0\" "
#define ODT_SPACES                                                                                     \
	"xmlns:office=\"" ODT_SPACE("office") "xmlns:style=\"" ODT_SPACE(                              \
		"style") "xmlns:text="                                                                 \
			 "\"" ODT_SPACE("text") "xmlns:table=\"" ODT_SPACE(                            \
				 "table") "xmlns:draw=\"" ODT_SPACE("drawin"                           \
								    "g") "x"                           \
									 "m"                           \
									 "l"                           \
									 "n"                           \
									 "s"                           \
									 ":"                           \
									 "s"                           \
									 "v"                           \
									 "g"                           \
									 "="                           \
									 "\"" ODT_SPACE(               \
										 "svg-"                \
										 "compatib"            \
										 "le") "xm"            \
										       "ln"            \
										       "s:"            \
										       "fo"            \
										       "="             \
										       "\"" ODT_SPACE( \
											       "x"     \
											       "s"     \
											       "l"     \
											       "-"     \
											       "f"     \
											       "o"     \
											       "-"     \
											       "c"     \
											       "o"     \
											       "m"     \
											       "p"     \
											       "a"     \
											       "t"     \
											       "i"     \
											       "b"     \
											       "l"     \
											       "e") "xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
#define ODT_STYLE(FAMILY, NAME, ATTRS, TEXT)                                                       \
	"<style:style style:family=\"" FAMILY "\" style:name=\"" NAME "\" " ATTRS                  \
	"><style:text-properties " TEXT "/></style:style>"
#define ODT_STYLES(X)                                                                              \
	"<office:document-styles " ODT_SPACES "><office:styles>" X                                 \
	"</office:styles></office:document-styles>"
#define ODT_DOCUMENT(STYLES, X)                                                                    \
	"<office:document-content " ODT_SPACES "><office:automatic-styles>" STYLES                 \
	"</office:automatic-styles><office:body><office:text>" X                                   \
	"</office:text></office:body></office:document-content>"
#define ODT_BODY(X) ODT_DOCUMENT("", X)

#endif
