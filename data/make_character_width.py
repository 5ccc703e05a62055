#!/usr/bin/env python3
"""Writes character_width.tsv: how many columns a terminal gives a code point, where that is not one.

    make_character_width.py > character_width.tsv

Source: the Unicode Character Database, as the unicodedata module of this Python has it (version in the second line of
the output). Licence of the data: Unicode-DFS-2016.

0: marks that do not space (Mn, Me), format characters (Cf), the line and paragraph separators, vowels and final
   consonants of conjoining Hangul.
2: East Asian Width W and F, emoji among them; and all of planes 2 and 3, which are set aside for Han.
1: everything else, Ambiguous included; not listed.
"""
import sys
import unicodedata

WIDE_PLANES = ((0x20000, 0x2FFFD), (0x30000, 0x3FFFD))
JOINING_HANGUL = ((0x1160, 0x11FF), (0xD7B0, 0xD7FB))


def width(code):
    if any(first <= code <= last for first, last in JOINING_HANGUL):
        return 0
    if any(first <= code <= last for first, last in WIDE_PLANES):
        return 2
    character = chr(code)
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf", "Zl", "Zp"):
        return 0
    if category in ("Cn", "Cs", "Co"):
        return 1
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def ranges():
    """(first, last, width) of each run of code points whose width is not 1."""
    first, current = 0, 1
    for code in range(sys.maxunicode + 2):
        new = width(code) if code <= sys.maxunicode else 1
        if new != current:
            if current != 1:
                yield first, code - 1, current
            first, current = code, new


def main():
    print("# First and last code point, columns in a terminal; see make_character_width.py, which writes this file.")
    print("# Source: Unicode Character Database %s, Unicode-DFS-2016, Copyright 1991-2021 Unicode, Inc." %
          unicodedata.unidata_version)
    for first, last, columns in ranges():
        print("%04X\t%04X\t%d" % (first, last, columns))


if __name__ == "__main__":
    main()
