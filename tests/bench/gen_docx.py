#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make interviews as .docx, as Word writes them: runs cut at spelling marks, styles, revision ids.

gen_docx.py OUTDIR --files 200 --words 10000 [--seed 1]     (same seed: same texts)
"""
import argparse, os, random, zipfile

ROOTS = """ajar bayar daftar kerja jamin bantu tani dagang buruh usaha iuran rumah sakit celaka desa kota warga
laksana atur awas nilai dukung sampai paham tahu mau bisa perlu harus sudah belum tidak pernah sering mudah
sulit mahal murah butuh pakai guna buka jalan datang pulang tanya jawab cerita dengar lihat rasa pikir""".split()
SMALL = "yang dan di ke dari ini itu untuk dengan saya kami kita mereka ada juga karena jadi kalau ya".split()
AFFIXES = ("%s", "%s", "%s", "me%s", "di%s", "ber%s", "%skan", "%sannya", "pe%san")

TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
RELS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>"""
HEAD = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"""
RUN = '<w:r w:rsidR="00A77B3E"><w:rPr><w:rFonts w:ascii="Arial"/><w:sz w:val="22"/></w:rPr><w:t xml:space="preserve">%s</w:t></w:r>'
MARK = '<w:proofErr w:type="spellStart"/>'
PARA = '<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E"><w:pPr><w:spacing w:after="120"/><w:jc w:val="both"/></w:pPr>%s</w:p>'


def sentence(rng):
    words = [rng.choice(SMALL) if rng.random() < .45 else rng.choice(AFFIXES) % rng.choice(ROOTS)
             for _ in range(rng.randint(4, 22))]
    return " ".join(words).capitalize() + rng.choice(".....?")


def turn(rng, label):
    text, n = "", 0
    runs = [RUN % (label + ": ")]
    for _ in range(rng.randint(1, 6)):
        text = sentence(rng)
        n += len(text.split())
        half = len(text) // 2
        runs += [RUN % text[:half], MARK, RUN % (text[half:] + " ")]
    return PARA % "".join(runs), n


def document(rng, words):
    paras, n, asks = [], 0, True
    while n < words:
        para, more = turn(rng, "Pewawancara" if asks else "Narasumber")
        paras.append(para)
        n, asks = n + more, not asks
    return HEAD + "".join(paras) + "</w:body></w:document>"


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("out")
    ap.add_argument("--files", type=int, default=200)
    ap.add_argument("--words", type=int, default=10000)
    ap.add_argument("--seed", type=int, default=1)
    a = ap.parse_args()
    os.makedirs(a.out, exist_ok=True)
    for i in range(a.files):
        rng = random.Random(a.seed * 100003 + i)
        with zipfile.ZipFile(os.path.join(a.out, "wawancara-%04d.docx" % (i + 1)), "w", zipfile.ZIP_DEFLATED) as z:
            for name, text in (("[Content_Types].xml", TYPES), ("_rels/.rels", RELS), ("word/document.xml", document(rng, a.words))):
                z.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)


main()
