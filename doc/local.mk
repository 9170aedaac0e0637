# Files of doc/, one a line (see doc/HACKING.md).
EXTRA_DIST += doc/HACKING.md
