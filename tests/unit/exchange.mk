# Unit tests of exchange/.
