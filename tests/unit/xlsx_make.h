/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For tests: workbooks written down as XML; packed by docx_make(). */
#ifndef TEMA_TESTS_XLSX_MAKE_H
#define TEMA_TESTS_XLSX_MAKE_H

#include "docx_make.h"

#define XLSX_SHEET(ID, NAME, MORE)                                                                 \
	"<sheet name=\"" NAME "\" sheetId=\"" ID "\" r:id=\"r" ID "\" " MORE "/>"
#define XLSX_BOOK(SHEETS)                                                                          \
	"<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"               \
	"relationships\"><sheets>" SHEETS "</sheets></workbook>"
#define XLSX_REL(ID, TYPE, TARGET)                                                                 \
	"<Relationship Id=\"" ID                                                                   \
	"\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" TYPE      \
	"\" Target=\"" TARGET "\"/>"
#define XLSX_RELS                                                                                  \
	DOCX_RELS(XLSX_REL("r1", "worksheet", "worksheets/a.xml") XLSX_REL("r2", "worksheet",      \
		"/xl/worksheets/b.xml") XLSX_REL("rs", "sharedStrings", "sharedStrings.xml")       \
			XLSX_REL("rf", "styles", "./styles.xml"))
#define XLSX_DATA(ROWS) "<worksheet><sheetData>" ROWS "</sheetData></worksheet>"
#define XLSX_ROW(N, CELLS) "<row r=\"" N "\">" CELLS "</row>"
#define XLSX_IN(REF, TEXT) "<c r=\"" REF "\" t=\"inlineStr\"><is><t>" TEXT "</t></is></c>"
#define XLSX_NUM(REF, STYLE, V) "<c r=\"" REF "\" s=\"" STYLE "\"><v>" V "</v></c>"
#define XLSX_STR(REF, N) "<c r=\"" REF "\" t=\"s\"><v>" N "</v></c>"

#endif
