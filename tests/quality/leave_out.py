#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How well the codebooks suggest if nothing counts that only the measured text supports.

    leave_out.py --tema PROGRAM [-c CODEBOOK ...] [--depth rules|lists|words] [--thresholds] [--removed]

The authors of the rules had seen all labelled texts in the end. So each text is measured with a copy of the library
($TEMA_LIBRARY) from which is taken what hits in that text but in no positive paragraph of the code in the other texts:

    rules   keyword items and rules
    lists   items of the word lists too, before that (this is what README.md tells)
    words   the words within `when` too: all that could have been learned from the text, and more than was

Text 001 has two paragraphs and joins the fold of 004. What is taken away is replaced by a word that occurs nowhere, so
references to it stay valid. --thresholds also chooses the threshold of each code by the other texts. --removed prints
what was taken away in each fold. Without -c: the codebooks of floors.tsv. Prints the table of measure.py.
"""
import argparse, os, pathlib, re, shutil, sys, tempfile
from collections import defaultdict, namedtuple

sys.dont_write_bytecode = True  # the folder is part of the distribution
import measure

FOLDS = (("002",), ("003",), ("001", "004"))
THRESHOLDS = (0.5, 0.7, 0.8, 0.85)
LEAST = "0.01"  # a threshold below which no hit lies: every rule that hits is told
TOKEN = re.compile(r'(?P<comment>(?:^|(?<=\s))#(?=[\s#]|$)[^\n]*)|<[A-Za-z:][^<>\s]*>|[-=~@]*"(?:\\.|[^"\\])*"'
                   r'|/(?:\\.|[^/\\\n])+/\w*|[(){},]|[^\s(){},"]+', re.MULTILINE)
RULE = re.compile(r'=?"(?:\\.|[^"\\])*"|/(?:\\.|[^/\\\n])+/\w*|[^\s,]+')
OPENERS = {"code", "extend", "rule", "words", "keywords", "negation"}
CLAUSES = {"unless", "where", "weight", "unit", "speakers", "language", "test", "note", "was", "when"}
OPERATORS = {"and", "or", "not", "near", "before", "after", "negated", "affirmed", "of", "in", "within", "sentences",
             "sentence", "turn", "paragraph", "document", "question"}

# One thing that may be taken away: a keyword item, an item of a list, a word within `when`, the whole `when` of a rule.
# owner: the code, or (codebook, list); key: as suggestions name it; pattern: with exclusions; span: in the file.
Part = namedtuple("Part", "file kind owner key pattern span")


# --- reading codebooks -----------------------------------------------------------------------------------------------

class Reader:
    """Finds the parts of one codebook file, and which lists its codes use."""

    def __init__(self, library, name):
        self.name, self.text = name, (library / (name + ".codebook")).read_text(encoding="utf-8")
        self.tokens = [m for m in TOKEN.finditer(self.text) if not m.group("comment")]
        self.parts, self.uses, self.used = [], [], []
        self.blocks, self.head = [], None
        self.at = 0
        while self.at < len(self.tokens):
            self.step()

    def word(self, ahead=0):
        return self.tokens[self.at + ahead].group() if self.at + ahead < len(self.tokens) else ""

    def step(self):
        word, inside = self.word(), self.blocks[-1][0] if self.blocks else None
        if word in ("{", "}"):
            self.brace(word)
        elif word == "use" and not self.blocks:
            self.used.append(self.word(1).strip('"').removesuffix(".codebook"))
        elif word in OPENERS:
            self.head = (word, self.word(1))
        elif word == "when" and inside == "rule":
            return self.when()
        elif inside in ("keywords", "words"):
            return self.item("keyword" if inside == "keywords" else "list")
        self.at += 1

    def brace(self, word):
        if word == "{":
            self.blocks.append(self.head or ("", ""))
            self.head = None
        else:
            self.blocks.pop()

    def code(self):
        kind, key = next((b for b in reversed(self.blocks) if b[0] in ("code", "extend")), ("", ""))
        return key if kind == "extend" else "%s.%s" % (self.name, key)

    def owner(self):
        kind, key = self.blocks[-1]
        return (self.name, key) if kind == "words" else self.code()

    def item(self, kind):
        """A pattern with the exclusions behind it."""
        first = last = self.tokens[self.at]
        self.at += 1
        if first.group() in (",", "each"):
            return
        while self.word().startswith("-"):
            last = self.tokens[self.at]
            self.at += 1
        if first.group().startswith("@"):
            self.uses.append((self.owner(), first.group()[1:]))
        pattern = self.text[first.start():last.end()]
        self.parts.append(Part(self.name, kind, self.owner(), first.group(), pattern, (first.start(), last.end())))

    def when(self):
        """The words of a rule, and its whole condition as one part."""
        key = self.blocks[-1][1]
        self.at += 1
        start = self.tokens[self.at].start()
        while self.word() not in CLAUSES and self.word() != "}":
            end = self.tokens[self.at].end()
            self.operand()
        self.parts.append(Part(self.name, "rule", self.code(), key, self.text[start:end], (start, end)))

    def operand(self):
        word = self.word()
        if word == "not":
            self.skip_denied()
        elif word in OPERATORS or word in "()," or word[0] == "<" or re.fullmatch(r"\d+", word):
            self.at += 1
        else:
            self.item("word")

    def skip_denied(self):
        """What `not` denies keeps a rule from hitting: it stays."""
        self.at += 1
        while self.word() in OPERATORS or re.fullmatch(r"\d+", self.word()):
            self.at += 1
        depth = 0
        while True:
            depth += (self.word() == "(") - (self.word() == ")")
            self.at += 1
            if depth <= 0:
                return


def read_codebook(library, name):
    """The readers of a codebook and of all it uses."""
    readers, wanted = {}, [name]
    while wanted:
        name = wanted.pop()
        if name not in readers:
            readers[name] = Reader(library, name)
            wanted += readers[name].used
    return readers


def list_owners(readers):
    """{(codebook, list): codes that use it, also through another list}"""
    lists = {p.owner for r in readers.values() for p in r.parts if p.kind == "list"}
    users = defaultdict(set)
    for reader in readers.values():
        for owner, name in reader.uses:
            book, _, bare = name.rpartition(".")
            found = {l for l in lists if l[1] == "@" + bare and (not book or l[0] == book)}
            own = {l for l in found if l[0] == reader.name}
            for used in own or found:
                users[used].add(owner)

    def codes(used, seen=()):
        for user in users[used]:
            if isinstance(user, str):
                yield user
            elif user not in seen:
                yield from codes(user, (*seen, user))
    return {l: set(codes(l)) for l in lists}


# --- changing a copy of the library ----------------------------------------------------------------------------------

def nothing(number):
    """A word that occurs nowhere."""
    return "zzqx" + "".join(chr(ord("a") + int(digit)) for digit in str(number))


def take_away(library, parts):
    by_file = defaultdict(list)
    for part in parts:
        by_file[part.file].append(part)
    for name, found in by_file.items():
        path = library / (name + ".codebook")
        text = path.read_text(encoding="utf-8")
        for number, part in enumerate(sorted(found, key=lambda p: p.span, reverse=True)):
            text = text[:part.span[0]] + nothing(number) + text[part.span[1]:]
        path.write_text(text, encoding="utf-8")


def lower_thresholds(library):
    for path in library.glob("*.codebook"):
        text = re.sub(r"(?m)^(default (?!.*threshold).*)$", r"\1 threshold " + LEAST, path.read_text(encoding="utf-8"))
        path.write_text(re.sub(r"\bthreshold [0-9.]+", "threshold " + LEAST, text), encoding="utf-8")


class Copy:
    """A copy of a library that lives as long as a `with`, and is the program's library then."""

    def __init__(self, library):
        self.library = library

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.before = os.environ.get("TEMA_LIBRARY")
        path = pathlib.Path(shutil.copytree(self.library, os.path.join(self.folder.name, "library")))
        os.environ["TEMA_LIBRARY"] = str(path)
        return path

    def __exit__(self, *_):
        os.environ["TEMA_LIBRARY"] = self.before
        self.folder.cleanup()


# --- what supports a part --------------------------------------------------------------------------------------------

class Study:
    """The labelled texts and the program."""

    def __init__(self, program):
        self.program, self.folder = os.path.abspath(program), measure.shared_folder()
        self.paragraphs, self.labels = measure.read_paragraphs(self.folder), measure.read_labels()
        self.labelled = {code for _, code in self.labels}

    def suggested(self, codebook):
        return measure.located(measure.suggest(self.program, self.folder, [codebook]), self.paragraphs)[0]

    def all_hits(self, library, codebook):
        """The same with every threshold as low as can be: all that hits is told."""
        with Copy(library) as low:
            lower_thresholds(low)
            return self.suggested(codebook)


def unsupported(hits, fold, positive):
    """Of {part: places of a paragraph}: those that hit in the fold, and in no positive paragraph of another text."""
    return {part for part, places in hits.items() if any(place[0] in fold for place in places) and
            not any(place[0] not in fold and positive(part, place) for place in places)}


def probe_hits(study, patterns):
    """{pattern: paragraphs where it occurs}, by a codebook with one code for each."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "probe.codebook")
        with open(path, "w", encoding="utf-8") as file:
            file.write('codebook probe version 1 language id en\ndefault unit sentence speakers informant\n')
            for number, pattern in enumerate(patterns):
                bare = re.sub(r"\s+-@\S+", "", pattern)
                file.write('code P%d { definition "probe" threshold 0.5 keywords { %s } }\n' % (number, bare))
        found = defaultdict(set)
        for place, code in study.suggested(path):
            found[patterns[int(code.split(".P")[1])]].add(place)
        return found


def unsupported_words(study, readers, hits, fold, kinds):
    owners = list_owners(readers)
    parts = [p for r in readers.values() for p in r.parts if p.kind in kinds and not p.key.startswith("@")]

    def positive(part, place):
        codes = owners[part.owner] if part.kind == "list" else {part.owner}
        return any((place, code) in study.labels for code in codes) or not codes & study.labelled
    return unsupported({p: hits[p.pattern] for p in parts}, fold, positive)


def rule_hits(suggested):
    """{(code, key without case): paragraphs where the rule or keyword hits}"""
    found = defaultdict(set)
    for (place, code), suggestions in suggested.items():
        for suggestion in suggestions:
            for key in RULE.findall(suggestion[3]):
                found[code, key.casefold()].add(place)
    return found


def unsupported_rules(study, library, codebook, fold):
    """Parts of all rules and keyword items that only the fold supports."""
    keys = unsupported(rule_hits(study.all_hits(library, codebook)), fold,
                       lambda rule, place: (place, rule[0]) in study.labels)
    keys = {k for k in keys if k[0] in study.labelled}
    parts = [p for r in read_codebook(library, codebook).values() for p in r.parts if p.kind in ("rule", "keyword")]
    found = [p for p in parts if (p.owner, p.key.casefold()) in keys]
    missing = keys - {(p.owner, p.key.casefold()) for p in found}
    if missing:
        sys.exit("not found in the codebook: %s" % sorted(missing))
    return found


# --- one fold --------------------------------------------------------------------------------------------------------

def reduce_library(study, library, codebook, fold, depth, hits):
    """Takes away what only the fold supports until there is nothing left to take. Returns what was taken.

    A rule can begin to count when a stronger one is gone, so this is repeated. What is found again was not removed."""
    kinds = {"rules": (), "lists": ("list",), "words": ("list", "keyword", "word")}[depth]
    taken = list(unsupported_words(study, read_codebook(library, codebook), hits, fold, kinds))
    take_away(library, taken)
    while parts := unsupported_rules(study, library, codebook, fold):
        again = {(p.owner, p.key) for p in parts} & {(p.owner, p.key) for p in taken if p.kind in ("rule", "keyword")}
        if again:
            sys.exit("taken away, and hits still: %s" % sorted(again))
        take_away(library, parts)
        taken += parts
    return taken


def best_thresholds(study, codes, suggested, fold):
    """{code: threshold with the best lenient F1 in the other texts}"""
    others = [t for t in measure.TEXTS if t not in fold]

    def f1(code, threshold):
        counts = measure.compare([code], study.labels, above(suggested, {code: threshold}), study.paragraphs, others)
        return counts[code]["lenient"]["all"].f1() or 0
    return {code: max(THRESHOLDS, key=lambda t: (round(f1(code, t), 6), -abs(t - 0.7))) for code in codes}


def above(suggested, thresholds):
    return {key: found for key, found in suggested.items()
            if max(s[6] for s in found) >= thresholds.get(key[1], 0) - 1e-9}


def measure_fold(study, library, codebook, fold, options, hits):
    codes = measure.wanted_codes(study.labels, [codebook])
    with Copy(library) as reduced:
        taken = reduce_library(study, reduced, codebook, fold, options.depth, hits)
        if options.thresholds:
            suggested = study.all_hits(reduced, codebook)
            suggested = above(suggested, best_thresholds(study, codes, suggested, fold))
        else:
            suggested = study.suggested(codebook)
    return measure.compare(codes, study.labels, suggested, study.paragraphs, fold), taken


def measure_codebook(study, library, codebook, options):
    """counts as of measure.compare, added up over the folds"""
    patterns = {p.pattern for r in read_codebook(library, codebook).values() for p in r.parts if p.kind != "rule"}
    hits = probe_hits(study, sorted(p for p in patterns if not p.startswith("@")))
    total = {}
    for fold in FOLDS:
        counts, taken = measure_fold(study, library, codebook, fold, options, hits)
        for code, by in counts.items():
            for name, parts in by.items():
                for text, value in parts.items():
                    of_code = total.setdefault(code, {m: defaultdict(measure.Counts) for m in ("strict", "lenient")})
                    of_code[name][text].merge(value)
        if options.removed:
            print_taken(codebook, fold, taken)
    return total


def print_taken(codebook, fold, taken):
    print("%s without %s: %d taken away" % (codebook, " ".join(fold), len(taken)))
    for part in sorted(taken, key=lambda p: (p.kind, str(p.owner), p.key)):
        print("    %-8s %-28s %s" % (part.kind, part.owner if isinstance(part.owner, str) else ".".join(part.owner), part.key))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tema", required=True)
    parser.add_argument("-c", "--codebook", action="append")
    parser.add_argument("--depth", choices=("rules", "lists", "words"), default="lists")
    parser.add_argument("--thresholds", action="store_true")
    parser.add_argument("--removed", action="store_true")
    options = parser.parse_args()
    if not measure.shared_folder().is_dir():
        sys.exit("the labelled texts are not here (%s)" % measure.shared_folder())
    library = pathlib.Path(os.environ.get("TEMA_LIBRARY", measure.HERE.parents[1] / "codebooks" / "library"))
    os.environ["TEMA_LIBRARY"] = str(library)
    study, counts = Study(options.tema), {}
    for codebook in options.codebook or [row["codebook"] for row in measure.rows(measure.HERE / "floors.tsv")]:
        counts.update(measure_codebook(study, library, codebook, options))
    measure.print_table(counts, measure.TEXTS)


if __name__ == "__main__":
    main()
