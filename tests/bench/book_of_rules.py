#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""book_of_rules.py RULES.tsv NAME: the rules of gen_rules.py (id, kind, code, pattern) as a codebook."""
import collections
import sys


def place(kind, pattern):
    if kind == "regex":
        return "/" + pattern.replace("(?i)", "").replace("/", "\\/") + "/"
    return '"%s"' % pattern if kind == "phrase" else pattern


def main():
    codes = collections.OrderedDict()
    for line in open(sys.argv[1], encoding="utf-8"):
        number, kind, code, pattern = line.rstrip("\n").split("\t")
        codes.setdefault(code.replace(".", "-"), []).append((number, place(kind, pattern)))
    print("codebook %s language id" % sys.argv[2])
    for code, rules in codes.items():
        print('code %s "%s" {' % (code, code))
        for number, pattern in rules:
            print("  rule r%s { when %s }" % (number, pattern))
        print("}")


main()
