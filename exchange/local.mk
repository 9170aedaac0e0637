# Files of exchange/, one a line (see doc/HACKING.md).
