#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile and broken files, as a person would import them: hostile.py TEMA

Each file must end in the stated way (imported, or one clear error with status 3), within the stated
seconds and MiB, and an error leaves the project file byte for byte as it was.  TAP.
"""
import hashlib, io, json, os, random, re, sqlite3, struct, subprocess, sys, tempfile, threading, time, zipfile, zlib

TEMA = os.path.abspath(sys.argv[1])
SLOW = 4 if os.environ.get("TEMA_SLOW") else 1  # sanitizers, valgrind

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELS = ('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
        ' Target="%s"/></Relationships>')
TEXT = "P: Bagaimana iuran di desa ini?\n\nI: Iuran di sini sering terlambat, Bu.\n\n" * 3


def package(members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as z:
        for name, data in members:
            z.writestr(name, data)
    return out.getvalue()


def word(body, target="word/document.xml", more=()):
    xml = '<?xml version="1.0"?><w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (WORD, body)
    return package([("_rels/.rels", RELS % target), ("word/document.xml", xml), *more])


def para(text):
    return "<w:p><w:r><w:t>%s</w:t></w:r></w:p>" % text


def many_entries(n):
    return package([("_rels/.rels", RELS % "word/document.xml"), *(("m%d" % i, b"") for i in range(n))])


def lying_size(data, size):
    """A zip whose headers say that a member is SIZE bytes long."""
    out = bytearray(data)
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        i = out.rfind(mark)
        out[i + at:i + at + 4] = struct.pack("<I", size)
    return bytes(out)


def cyclic():
    """The document's relations name the document itself, and footnotes that lead back."""
    rel = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
           '<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"'
           ' Target="document.xml"/><Relationship Id="b" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
           'relationships/officeDocument" Target="../_rels/.rels"/></Relationships>')
    return word("".join(para(t) for t in TEXT.split("\n\n") if t), more=[("word/_rels/document.xml.rels", rel)])


def workbook(sheet):
    """An .xlsx with one sheet of this XML."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    book = ('<?xml version="1.0"?><workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="a" sheetId="1" r:id="r1"/>'
            '</sheets></workbook>' % (main, office))
    rels = ('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r1" Type="%s/worksheet" Target="worksheets/sheet1.xml"/></Relationships>' % office)
    rows = '<?xml version="1.0"?><worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (main, sheet)
    return package([("_rels/.rels", RELS % "xl/workbook.xml"), ("xl/workbook.xml", book),
                    ("xl/_rels/workbook.xml.rels", rels), ("xl/worksheets/sheet1.xml", rows)])


def cell(place, text):
    return '<c r="%s" t="inlineStr"><is><t>%s</t></is></c>' % (place, text)


def pdf(content, more=()):
    """A PDF of one page with this content stream, packed as often as asked."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
               content, b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", *more]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for i, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (i, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % at for at in places)
    return bytes(out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))


def packed(data, times):
    for _ in range(times):
        data = zlib.compress(data, 9)
    return b"<</Length %d/Filter[%s]>>\nstream\n%s\nendstream" % (len(data), b"/FlateDecode" * times, data)


def pdf_bomb():
    line = b"BT /F 9 Tf 10 10 Td (" + b"kata " * 200 + b") Tj ET\n"
    return pdf(packed(line * 400000, 2))


def sparse(path):
    with open(path, "wb") as f:
        f.truncate(1 << 30)


def foreign(path):
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE catatan (isi TEXT)")
    db.commit()
    db.close()


ENTITIES = ('<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "%s">' % ("ha" * 1000) +
            "".join('<!ENTITY a%d "%s">' % (i, ("&a%d;" % (i - 1) if i else "&a;") * 10) for i in range(9)) +
            ']><w:document xmlns:w="%s"><w:body><w:p><w:r><w:t>&a8;</w:t></w:r></w:p></w:body></w:document>' % WORD)
OUTSIDE = ('<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="%s"><w:body>'
           '<w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>' % WORD)
GOOD = word("".join(para(t) for t in TEXT.split("\n\n") if t))

# name, bytes or a function that writes the file, statuses allowed, what stderr must say, seconds, MiB
FILES = [
    ("bomb-ratio.docx", lambda: word("<w:p/>" * (30 << 20)), {3}, "too large|unpack|expand", 20, 300),
    ("bomb-entries.docx", lambda: many_entries(20000), {3}, "entries|files", 10, 100),
    ("bomb-lying.docx", lambda: lying_size(GOOD, 0x7fffffff), {3}, "damaged|too large|cannot|size|limit", 10, 100),
    ("names.docx", lambda: package([("_rels/.rels", RELS % "../../../../etc/passwd"),
                                    ("../../../../tmp/tema-hostile", "x"), ("/etc/x", "x")]), {3}, "", 5, 60),
    ("entities.docx", lambda: package([("_rels/.rels", RELS % "word/document.xml"),
                                       ("word/document.xml", ENTITIES)]), {3}, "document type|entit", 5, 60),
    ("outside.docx", lambda: package([("_rels/.rels", RELS % "word/document.xml"),
                                      ("word/document.xml", OUTSIDE)]), {3}, "document type|entit", 5, 60),
    ("deep.docx", lambda: word("<w:tbl><w:tr><w:tc>" * 30000 + para("x")), {3}, "deep|nest|depth", 10, 150),
    ("deep.odt", lambda: package([("mimetype", "application/vnd.oasis.opendocument.text"),
                                  ("content.xml", "<a>" * 100000)]), {3}, "", 10, 150),
    ("cyclic.docx", cyclic, {0, 1}, None, 5, 60),
    ("bomb.xlsx", lambda: workbook("<row/>" * (20 << 20)), {3}, "too large|unpack|expand", 20, 300),
    ("far-away.xlsx", lambda: workbook("<row r='1'>%s</row><row r='1048576'>%s</row>" % (
        cell("A1", "teks") + cell("XFD1", "jauh"), cell("A1048576", "Iuran terlambat.") + cell("XFD1048576", "x"))),
        {0, 1, 3}, None, 5, 60),
    ("bomb.pdf", pdf_bomb, {3}, "PDF", 130, 1100),
    ("truncated.pdf", lambda: pdf(packed(b"BT (kata) Tj ET", 1))[:200], {3}, "PDF", 5, 100),
    ("truncated.docx", lambda: GOOD[:len(GOOD) // 2], {3}, "damaged|no zip|archive|not a", 5, 60),
    ("truncated-xml.docx", lambda: package([("_rels/.rels", RELS % "word/document.xml"),
        ("word/document.xml", '<?xml version="1.0"?><w:document xmlns:w="%s"><w:body><w:p><w:r><w:t>P' % WORD)]),
        {3}, "", 5, 60),
    ("long-line.txt", lambda: b"I: " + b"kata " * 2000000, {0, 1}, None, 20, 300),
    ("one-word.txt", lambda: b"a" * 10000000, {0, 1}, None, 20, 300),
    ("long-line.csv", lambda: b"nama,teks\nI," + b"kata " * 2000000, {0, 1, 3}, None, 20, 400),
    ("long-line.json", lambda: json.dumps({"segments": [{"start": 0, "end": 1, "text": "kata " * 2000000}]}).encode(),
        {0, 1, 3}, None, 20, 500),
    ("long-line.vtt", lambda: b"WEBVTT\n\n00:00.000 --> 00:01.000\n" + b"kata " * 2000000, {0, 1}, None, 20, 300),
    ("long-line.html", lambda: b"<html><body><p>" + b"kata " * 2000000, {0, 1}, None, 20, 500),
    ("long-line.rtf", lambda: b"{\\rtf1 " + b"kata " * 2000000 + b"}", {0, 1}, None, 20, 300),
    ("deep.json", lambda: b"[" * 1000000, {3}, "", 5, 200),
    ("deep.html", lambda: b"<div>" * 500000 + b"x", {0, 1, 3}, None, 20, 800),
    ("deep.rtf", lambda: b"{\\rtf1 " + b"{" * 1000000 + b"x", {0, 1, 3}, None, 10, 200),
    ("nul.txt", lambda: b"\0" * 1000 + TEXT.encode() + b"\0" * 1000, {0, 1, 3}, None, 5, 60),
    ("binary.txt", lambda: random.Random(1).randbytes(1 << 20), {3}, "no text|not text|binary", 10, 100),
    ("invalid.txt", lambda: (TEXT + "I: kafe").encode() + b"\xff\xfe\x80\xc0\xaf\xed\xa0\x80", {0, 1}, "Windows-1252|UTF-8", 5, 60),
    ("bidi.txt", lambda: (TEXT + "I: \u202eterbalik\u202c \u2066x\u2069 \x1b[31mmerah\x07").encode(), {0, 1}, None, 5, 60),
    ("combining.txt", lambda: ("I: a" + "\u0301" * 1000000).encode(), {0, 1, 3}, None, 20, 300),
    ("one-gigabyte.txt", sparse, {3}, "256 MiB|too large|longer", 5, 60),
    ("other.tema", foreign, {3}, "", 5, 60),
    ("empty.docx", lambda: b"", {3}, "empty", 5, 60),
    ("many-lines.txt", lambda: b"\n" * 20000000, {3}, "", 20, 400),
    ("many-labels.txt", lambda: b"".join(b"Orang %d: ya\n\nOrang %d: ya\n\n" % (i, i) for i in range(100000)),
        {0, 1, 3}, None, 60, 400),
]


def write(name, make):
    """In a child: the peak of a program counts from that of the process it was started from."""
    child = os.fork()
    if child == 0:
        if make in (sparse, foreign):
            make(name)
        else:
            with open(name, "wb") as f:
                f.write(make())
        os._exit(0)
    if os.waitpid(child, 0)[1] != 0:
        raise SystemExit("cannot write " + name)


def run(*words, seconds=60):
    """(status, stderr, seconds, peak MiB of the child)."""
    began = time.monotonic()
    child = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    timer = threading.Timer(seconds, child.kill)
    timer.start()
    try:
        text = child.stderr.read()
        _, status, used = os.wait4(child.pid, 0)
    finally:
        timer.cancel()
    return os.waitstatus_to_exitcode(status), text.decode(errors="replace"), time.monotonic() - began, used.ru_maxrss / 1024


def digest(path):
    sha = hashlib.sha256()
    with open(path, "rb") as f:
        while part := f.read(1 << 20):
            sha.update(part)
    return sha.hexdigest()


def flaw(status, text, took, peak, changed, row):
    """What is wrong with how the import ended, or None."""
    name, _, allowed, pattern, seconds, mib = row
    if status not in allowed:
        return "status %d" % status
    if pattern and not re.search(pattern, text):
        return "stderr does not say why: %r" % text[:300]
    if status == 3 and (not text.strip() or changed):
        return "no word on stderr" if not text.strip() else "the project was changed"
    if "\x1b" in text or "\u202e" in text:
        return "control characters reached the terminal"
    if took > seconds * SLOW:
        return "took %.1f s, allowed are %d" % (took, seconds)
    if peak > mib and SLOW == 1:
        return "took %.0f MiB, allowed are %d" % (peak, mib)
    return None


def main():
    failed = 0
    with tempfile.TemporaryDirectory(prefix="tema-hostile-") as folder:
        os.chdir(folder)
        os.environ.update(HOME=folder, XDG_CONFIG_HOME=folder, TEMA_CODER="Penguji")
        os.environ.pop("TEMA_PROJECT", None)
        run(TEMA, "init", "p.tema")
        print("1..%d" % (len(FILES) + 1))
        for n, row in enumerate(FILES, 1):
            name, make = row[:2]
            write(name, make)
            before = digest("p.tema")
            status, text, took, peak = run(TEMA, "-p", "p.tema", "import", name, seconds=row[4] * SLOW * 2)
            wrong = flaw(status, text, took, peak, digest("p.tema") != before, row)
            os.unlink(name)
            print("%sok %d - %s: status %d, %.1f s, %.0f MiB" % ("not " if wrong else "", n, name, status, took, peak))
            if wrong:
                print("#   " + wrong.replace("\n", "\n#   "))
                failed = 1
        status = run(TEMA, "-p", "p.tema", "verify")[0]
        print("%sok %d - the project verifies" % ("" if status == 0 else "not ", len(FILES) + 1))
        failed |= status != 0
    return failed


sys.exit(main())
