#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How well a codebook suggests what the labels of this folder say.

    measure.py --tema PROGRAM -c CODEBOOK [-c ...] [--texts 001,002] [--list CODE] [--floor]

Imports the four labelled texts into a project of its own, runs `tema precode` and compares, paragraph by paragraph:
a paragraph is suggested for a code if one of its sentences is. Prints precision, recall and F1 of every labelled code
of the codebooks, strict and lenient (README.md says what these are), pooled over all of them in the last line, and the
lenient F1 of each text alone. --list CODE prints the paragraphs that were missed (and, strict or not, how sure the label
is) and those wrongly suggested, with what was suggested there. --floor ends with status 1 where a pooled lenient F1
lies below the one that floors.tsv demands of the codebook. Status 77: the texts are not here.
"""
import argparse, csv, json, os, pathlib, re, subprocess, sys, tempfile
from collections import defaultdict

HERE = pathlib.Path(__file__).resolve().parent
TEXTS = ("001", "002", "003", "004")


def letters(text):
    return "".join(c for c in text.casefold() if c.isalnum())


class Counts:
    """Pairs of paragraph and code: hit, wrongly suggested, missed."""

    def __init__(self):
        self.hit = self.wrong = self.missed = 0

    def add(self, suggested, positive):
        self.hit += suggested and positive
        self.wrong += suggested and not positive
        self.missed += positive and not suggested

    def merge(self, other):
        self.hit += other.hit
        self.wrong += other.wrong
        self.missed += other.missed

    def precision(self):
        return ratio(self.hit, self.hit + self.wrong)

    def recall(self):
        return ratio(self.hit, self.hit + self.missed)

    def f1(self):
        return ratio(2 * self.hit, 2 * self.hit + self.wrong + self.missed)


def ratio(part, whole):
    return part / whole if whole else None


def shown(value):
    return "   - " if value is None else "%5.3f" % value


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def read_paragraphs(folder):
    """[(text, lines, words, letters before it in the text)] of the body paragraphs, in order."""
    found, lines_of = [], {t: (folder / (t + ".txt")).read_text(encoding="utf-8-sig").split("\n") for t in TEXTS}
    total = {t: max(1, len(letters("".join(lines_of[t])))) for t in TEXTS}
    for row in rows(HERE / "paragraphs.tsv"):
        if row["kind"] != "body":
            continue
        ranges = [tuple(map(int, part.split("-"))) for part in row["lines"].split(",")]
        source = lines_of[row["text"]]
        words = " ".join(line for first, last in ranges for line in source[first - 1:last])
        before = len(letters("".join(source[:ranges[0][0] - 1]))) / total[row["text"]]
        found.append({"text": row["text"], "lines": row["lines"], "words": words, "letters": letters(words), "at": before})
    return found


def run(program, *arguments):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode:
        sys.exit("%s\n%s%s" % (" ".join(map(str, arguments)), done.stdout, done.stderr))
    return done.stdout


def table(text):
    return json.loads(text)["rows"]


def suggest(program, folder, codebooks):
    """[(text, code, sentence, rules, place in the text from 0 to 1)]"""
    with tempfile.TemporaryDirectory() as home:
        project = os.path.join(home, "quality.tema")
        os.environ.update(HOME=home, TEMA_PROJECT=project, TEMA_CODER="quality", LC_ALL="C.UTF-8")
        run(program, "init", project)
        run(program, "import", "-q", *[folder / (t + ".txt") for t in TEXTS])
        for codebook in codebooks:
            run(program, "precode", "-q", "-c", codebook)
        documents = {row["number"]: row["title"] for row in table(run(program, "documents", "--format", "json"))}
        length = {n: json.loads(run(program, "show", n, "--format", "json", "--no-codes"))["document"]["length"]
                  for n in documents}
        return [(documents[row["document"]], row["code"], row["text"], row["rules"], row["start"] / length[row["document"]])
                for row in table(run(program, "suggestions", "--format", "json"))]


def paragraph_of(suggestion, paragraphs):
    """The body paragraph that holds the passage; of equal ones that whose place in the text is nearest."""
    text, _, words, _, at = suggestion
    sought = letters(words)
    for piece in (sought, sought[:40], sought[-40:]):
        held = [p for p in paragraphs if p["text"] == text and (piece in p["letters"] or p["letters"] in sought)]
        if held:
            return min(held, key=lambda p: abs(p["at"] - at))
    return None


def wanted_codes(labels, suggestions, codebooks):
    names = {re.sub(r"\.codebook$", "", os.path.basename(c)) for c in codebooks}
    names |= {n[:-len("-jamsos")] for n in names if n.endswith("-jamsos") and n != "entitas-jamsos"}
    return sorted({code for _, code in labels if code.split(".")[0] in names}, key=lambda c: (c.split(".")[0], c))


def compare(codes, labels, suggested, paragraphs, texts):
    """counts[code][measure][text or 'all']"""
    counts = {c: {m: defaultdict(Counts) for m in ("strict", "lenient")} for c in codes}
    for p in paragraphs:
        if p["text"] not in texts:
            continue
        for code in codes:
            label, has = labels.get(((p["text"], p["lines"]), code)), ((p["text"], p["lines"]), code) in suggested
            for part in ("all", p["text"]):
                counts[code]["lenient"][part].add(has, label is not None)
                if label != "unsure":
                    counts[code]["strict"][part].add(has, label is not None)
    return counts


def line(name, strict, lenient, parts, texts):
    values = [shown(f()) for c in (strict, lenient) for f in (c.precision, c.recall, c.f1)]
    alone = [shown(parts[t].f1()) for t in texts]
    return "%-26s %s  %s  %s  %s" % (name, " ".join(values[:3]), " ".join(values[3:]), "%3d/%3d/%3d" % (
        lenient.hit, lenient.wrong, lenient.missed), " ".join(alone))


def print_table(counts, texts):
    print("%-26s %-17s  %-17s  %-11s  %s" % ("", "strict P    R    F1", "lenient P   R    F1", "hit/wr/miss", "lenient F1 " +
                                             " ".join(texts)))
    pools = defaultdict(lambda: {m: defaultdict(Counts) for m in ("strict", "lenient")})
    for code, by in counts.items():
        print(line(code, by["strict"]["all"], by["lenient"]["all"], by["lenient"], texts))
        for pool in (code.split(".")[0], "all"):
            for measure, parts in by.items():
                for part, value in parts.items():
                    pools[pool][measure][part].merge(value)
    for pool in sorted(pools, key=lambda k: (k == "all", k)):
        by = pools[pool]
        print(line("= " + pool, by["strict"]["all"], by["lenient"]["all"], by["lenient"], texts))
    return pools


def print_list(code, labels, suggested, paragraphs, texts):
    for p in paragraphs:
        key = ((p["text"], p["lines"]), code)
        label, passages = labels.get(key), suggested.get(key)
        if p["text"] not in texts or (label is None) == (passages is None):
            continue
        print("%s %s:%s%s\n    %s" % ("missed" if label else "wrong ", p["text"], p["lines"], " (%s)" % label if label else "",
                                      p["words"]))
        for words, rules in passages or ():
            print("    -> %s\n       [%s]" % (words, rules))


def below_floor(pools):
    floors = {row["codebook"]: float(row["lenient_f1"]) for row in rows(HERE / "floors.tsv")}
    low = [(name, pools[name]["lenient"]["all"].f1() or 0, floors[name]) for name in sorted(pools) if name in floors]
    low = [entry for entry in low if entry[1] < entry[2]]
    for entry in low:
        print("%s: lenient F1 %.3f is below the floor of %.3f" % entry)
    return bool(low)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tema", required=True)
    parser.add_argument("-c", "--codebook", action="append", required=True)
    parser.add_argument("--texts", default=",".join(TEXTS))
    parser.add_argument("--list")
    parser.add_argument("--floor", action="store_true")
    options = parser.parse_args()
    folder = pathlib.Path(os.environ.get("TEMA_SHARED", HERE.parents[2] / "shared")) / "data" / "bpjs"
    if not folder.is_dir():
        print("skipped: the labelled texts are not here (%s)" % folder)
        return 77
    texts = [t for t in TEXTS if t in options.texts.split(",")]
    paragraphs = read_paragraphs(folder)
    labels = {((r["text"], r["lines"]), r["code"]): r["certainty"] for r in rows(HERE / "labels.tsv")}
    suggestions, suggested, outside = suggest(os.path.abspath(options.tema), folder, options.codebook), defaultdict(list), 0
    for suggestion in suggestions:
        paragraph = paragraph_of(suggestion, paragraphs)
        if paragraph:
            suggested[(paragraph["text"], paragraph["lines"]), suggestion[1]].append((suggestion[2], suggestion[3]))
        else:
            outside += 1
    codes = wanted_codes(labels, suggestions, options.codebook)
    if options.list:
        print_list(options.list, labels, suggested, paragraphs, texts)
        return 0
    pools = print_table(compare(codes, labels, suggested, paragraphs, texts), texts)
    print("%d suggestions, %d of them outside the labelled body paragraphs" % (len(suggestions), outside))
    return options.floor and below_floor(pools)


if __name__ == "__main__":
    sys.exit(main())
