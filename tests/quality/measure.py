#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How well a codebook suggests what the labels of this folder say.

    measure.py --tema PROGRAM -c CODEBOOK [-c ...] [--texts 001,002] [--list CODE] [--floor]

Imports the four labelled texts into a project of its own, runs `tema precode` and compares, paragraph by paragraph:
a paragraph is suggested for a code if one of its sentences is. Prints precision, recall and F1 of every labelled code
of the codebooks, strict and lenient (README.md says what these are), pooled over all of them in the last line, and the
lenient F1 of each text alone. --list CODE prints the paragraphs that were missed (and, strict or not, how sure the label
is) and those wrongly suggested, with what was suggested there. --floor runs the codebooks of floors.tsv instead and
prints, as TAP, whether the pooled lenient F1 of each reaches the one that stands there.
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
    """[(text, code, passage, rules, paragraph of the program that holds it, place of that from 0 to 1, score)]"""
    with tempfile.TemporaryDirectory() as home:
        project = os.path.join(home, "quality.tema")
        os.environ.update(HOME=home, TEMA_PROJECT=project, TEMA_CODER="quality", LC_ALL="C.UTF-8")
        run(program, "init", project)
        run(program, "import", "-q", *[folder / (t + ".txt") for t in TEXTS])
        for codebook in codebooks:
            run(program, "precode", "-q", "-c", codebook)
        shown = {}
        for row in table(run(program, "documents", "--format", "json")):
            text = json.loads(run(program, "show", row["number"], "--format", "json", "--no-codes"))
            shown[row["number"]] = row["title"], text["document"]["length"], text["paragraphs"]
        found = []
        for row in table(run(program, "suggestions", "--format", "json")):
            title, length, paragraphs = shown[row["document"]]
            around = next(p for p in reversed(paragraphs) if p["start"] <= row["start"])
            found.append((title, row["code"], row["text"], row["rules"], around["text"], around["start"] / length,
                          row["score"]))
        return found


def paragraph_of(suggestion, paragraphs):
    """The body paragraph that holds the passage, and most of what stands around it; of equal ones the nearest."""
    text, _, words, _, around, at, _ = suggestion
    around, words = letters(around), letters(words)
    held = [p for p in paragraphs if p["text"] == text and
            (around in p["letters"] or p["letters"] in around or around[:40] in p["letters"] or around[-40:] in p["letters"])]
    held = [p for p in held if words in p["letters"] or p["letters"] in words] or \
        [p for p in held if words[:40] in p["letters"] or words[-40:] in p["letters"]]
    return min(held, key=lambda p: abs(p["at"] - at), default=None)


def located(suggestions, paragraphs):
    """{((text, lines), code): its suggestions}, and how many lie outside the body paragraphs"""
    found, outside = defaultdict(list), 0
    for suggestion in suggestions:
        paragraph = paragraph_of(suggestion, paragraphs)
        if paragraph:
            found[(paragraph["text"], paragraph["lines"]), suggestion[1]].append(suggestion)
        else:
            outside += 1
    return found, outside


def read_labels():
    return {((r["text"], r["lines"]), r["code"]): r["certainty"] for r in rows(HERE / "labels.tsv")}


def shared_folder():
    """Where the labelled texts are; they are not part of the repository."""
    return pathlib.Path(os.environ.get("TEMA_SHARED", HERE.parents[2] / "shared")) / "data" / "bpjs"


def wanted_codes(labels, codebooks):
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


def pool(counts):
    """pools[codebook or 'all'][measure][text or 'all']"""
    pools = defaultdict(lambda: {m: defaultdict(Counts) for m in ("strict", "lenient")})
    for code, by in counts.items():
        for name in (code.split(".")[0], "all"):
            for measure, parts in by.items():
                for part, value in parts.items():
                    pools[name][measure][part].merge(value)
    return pools


def print_table(counts, texts):
    print("%-26s %-17s  %-17s  %-11s  %s" % ("", "strict P    R    F1", "lenient P   R    F1", "hit/wr/miss", "lenient F1 " +
                                             " ".join(texts)))
    for code, by in counts.items():
        print(line(code, by["strict"]["all"], by["lenient"]["all"], by["lenient"], texts))
    for name, by in sorted(pool(counts).items(), key=lambda item: (item[0] == "all", item[0])):
        print(line("= " + name, by["strict"]["all"], by["lenient"]["all"], by["lenient"], texts))


def print_list(code, labels, suggested, paragraphs, texts):
    for p in paragraphs:
        key = ((p["text"], p["lines"]), code)
        label, passages = labels.get(key), suggested.get(key)
        if p["text"] not in texts or (label is None) == (passages is None):
            continue
        print("%s %s:%s%s\n    %s" % ("missed" if label else "wrong ", p["text"], p["lines"], " (%s)" % label if label else "",
                                      p["words"]))
        for suggestion in passages or ():
            print("    -> %s\n       [%s]" % suggestion[2:4])


def print_floors(pools, floors):
    """One TAP line a codebook."""
    print("1..%d" % len(floors))
    for number, row in enumerate(floors, 1):
        name = re.sub("-jamsos$", "", row["codebook"]) if row["codebook"] != "entitas-jamsos" else row["codebook"]
        reached, floor = pools[row["codebook"]][name]["lenient"]["all"].f1() or 0, float(row["lenient_f1"])
        print("%sok %d - %s: lenient F1 %.3f, floor %.2f" % (
            "" if reached >= floor else "not ", number, row["codebook"], reached, floor))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tema", required=True)
    parser.add_argument("-c", "--codebook", action="append")
    parser.add_argument("--texts", default=",".join(TEXTS))
    parser.add_argument("--list")
    parser.add_argument("--floor", action="store_true")
    options = parser.parse_args()
    folder = shared_folder()
    if not folder.is_dir():
        print("1..0 # SKIP the labelled texts are not here (%s)" % folder)
        return
    texts = [t for t in TEXTS if t in options.texts.split(",")]
    paragraphs = read_paragraphs(folder)
    labels = read_labels()

    def measured(codebooks):
        suggestions = suggest(os.path.abspath(options.tema), folder, codebooks)
        suggested, outside = located(suggestions, paragraphs)
        codes = wanted_codes(labels, codebooks)
        return compare(codes, labels, suggested, paragraphs, texts), suggested, len(suggestions), outside

    if options.floor:
        floors = rows(HERE / "floors.tsv")
        print_floors({row["codebook"]: pool(measured([row["codebook"]])[0]) for row in floors}, floors)
        return
    counts, suggested, number, outside = measured(options.codebook or parser.error("-c: which codebook?"))
    if options.list:
        print_list(options.list, labels, suggested, paragraphs, texts)
        return
    print_table(counts, texts)
    print("%d suggestions, %d of them outside the labelled body paragraphs" % (number, outside))


if __name__ == "__main__":
    main()
