# SPDX-License-Identifier: GPL-3.0-or-later
"""Tokenises codebooks with the TextMate grammar, as VS Code does, and tells what is wrong.

    textmate.py GRAMMAR SAMPLE EXPECTED WORDS CODEBOOK...

Knows what the grammar uses: match, captures (with patterns of their own) and include. Any other
key is a flaw, so that the grammar stays within what is tested here. WORDS is codebooks/words.h.
"""

import json
import re
import sys

KEYS = {"name", "match", "captures", "patterns", "include", "$comment"}


class Grammar:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.top = json.load(file)
        self.compiled = {}
        self.flaws = []
        self.check(self.top)

    def check(self, rule):
        for key in set(rule) - KEYS - {"scopeName", "fileTypes", "repository"}:
            self.flaws.append(f"the grammar uses '{key}', which this test does not know")
        for name, capture in rule.get("captures", {}).items():
            self.check(capture)
        for inner in rule.get("patterns", []):
            self.check(inner)
        for inner in rule.get("repository", {}).values():
            self.check(inner)

    def flat(self, patterns):
        """The rules with a match, in their order."""
        for rule in patterns:
            if "include" in rule:
                rule = self.top["repository"][rule["include"][1:]]
            if "match" in rule:
                yield rule
            else:
                yield from self.flat(rule.get("patterns", []))

    def regex(self, rule):
        text = rule["match"]
        if text not in self.compiled:
            self.compiled[text] = re.compile(text)
        return self.compiled[text]

    def scan(self, patterns, line, start, end, scopes, outer):
        """The leftmost match wins, among those the first rule; then behind it."""
        rules = list(self.flat(patterns))
        while start < end:
            best = None
            for rule in rules:
                found = self.regex(rule).search(line, start, end)
                if found and found.end() > found.start():
                    if best is None or found.start() < best[0].start():
                        best = (found, rule)
            if best is None:
                return
            self.paint(best[0], best[1], line, scopes, outer)
            start = best[0].end()

    def paint(self, found, rule, line, scopes, outer):
        inner = outer + ([rule["name"]] if "name" in rule else [])
        for i in range(found.start(), found.end()):
            scopes[i] = inner
        for number, capture in sorted(rule.get("captures", {}).items()):
            start, end = found.span(int(number))
            if start == end:
                continue
            own = scopes[start] + ([capture["name"]] if "name" in capture else [])
            for i in range(start, end):
                scopes[i] = own
            self.scan(capture.get("patterns", []), line, start, end, scopes, own)

    def line(self, text):
        scopes = [[] for _ in text]
        self.scan(self.top["patterns"], text, 0, len(text), scopes, [])
        return scopes


def lines(path):
    with open(path, encoding="utf-8") as file:
        return file.read().split("\n")


def check_tokens(grammar, sample, expected):
    text = lines(sample)
    for row in lines(expected):
        if row.startswith("# ") or row == "":
            continue
        number, token, _, scope = row.split("\t")
        line = text[int(number) - 1]
        at = line.find(token)
        got = grammar.line(line)[at] if at >= 0 else ["not in the line"]
        last = got[-1] if got else "-"
        if not (last == scope or last.startswith(scope + ".")):
            yield f"line {number}, {token}: {last}, want {scope}"


def check_book(grammar, path, words):
    """Nothing is invalid, and reserved words outside of texts, regexes and comments are keywords."""
    run = re.compile(r'[^\s{}(),<>=!#/"“”]+')
    for number, line in enumerate(lines(path), 1):
        scopes = grammar.line(line)
        for at, scope in enumerate(scopes):
            if any(name.startswith("invalid") for name in scope):
                yield f"{path}:{number}:{at + 1}: {scope[-1]}"
                break
        for found in run.finditer(line):
            scope = ".".join(scopes[found.start()])
            if "string" in scope or "comment" in scope or found.group() not in words:
                continue
            if not scope.startswith("keyword."):
                yield f"{path}:{number}:{found.start() + 1}: '{found.group()}' is {scope or 'nothing'}"


def check_wrong(grammar):
    for line in ("rapat #koordinasi", 'title "Jones', "when /abc", 'note "a\\q"'):
        if not any("invalid" in name for scope in grammar.line(line) for name in scope):
            yield f"no error is shown in: {line}"


def main():
    grammar_path, sample, expected, header, *books = sys.argv[1:]
    grammar = Grammar(grammar_path)
    with open(header, encoding="utf-8") as file:
        words = set(re.findall(r'X\([A-Z]+, "([a-z]+)"', file.read()))
    for flaw in grammar.flaws:
        print(flaw)
    for flaw in check_tokens(grammar, sample, expected):
        print(flaw)
    for flaw in check_wrong(grammar):
        print(flaw)
    for path in books:
        for flaw in check_book(grammar, path, words):
            print(flaw)


if __name__ == "__main__":
    main()
